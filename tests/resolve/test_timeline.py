"""The timeline: one entry an event, in order, with every source that tells it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from dated import date_documents, seeds_of
from msgspec.structs import replace

from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.corpus import Actor, ActorMention, DatedExpression, SpanRow, TimelineEntry
from generator.model.text import Offsets
from generator.read.seeds import read_seeds
from generator.resolve.temporal_anchoring import resolve_dates
from generator.resolve.timeline import resolve_timeline
from generator.resolve.timeline.event_coreference import REPORTED, DatedEvent, fold_events

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]


def timeline_of(
    folder: Path, model: LanguageModel
) -> tuple[tuple[TimelineEntry, ...], Mapping[str, str]]:
    """The entries of a folder, without actors, and the documents' texts."""
    documents, dating = date_documents(folder, model)
    return resolve_timeline(documents, dating.dates, ()), {d.id: d.text for d in documents}


def words_of(entry: TimelineEntry, texts: Mapping[str, str]) -> list[str]:
    """The event in the words of each source."""
    return [texts[m.document][m.start : m.end] for m in entry.members]


SEED_EVENTS = [
    ("2025-04-23", "", "Ministerial-level talks to discuss ending the war fell through"),
    ("2025-05-16", "", "the first face-to-face negotiations between Ukraine and Russia"),
    ("2025-05-16/2025-05-19", "", "Trump announced shortly afterward"),
    ("2025-05-18", "", "The lack of urgency on Russia’s part to end the fighting"),
    ("../2025-05-19", "", "Vice-President JD Vance, explicitly told reporters"),
    ("2025-05-19", "", "After a two-hour phone call with Russian leader Vladimir Putin"),
]


def test_the_seeds_events_in_order(seeds_dir: Path, model: LanguageModel) -> None:
    """What clauses of the seeds tell, sorted by date; *his visit* names nobody here."""
    entries, texts = timeline_of(seeds_dir, model)
    assert [e.date for e in entries] == [date for date, _, _ in SEED_EVENTS]
    for entry, (_, kind, words) in zip(entries, SEED_EVENTS, strict=True):
        assert words in words_of(entry, texts)[0]
        assert (entry.background, entry.planned) == (kind == "background", kind == "planned")


def test_an_event_on_the_calendars_last_day(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """A day after which the calendar has none is an event like others, and no background."""
    text = "OSLO, May 6, 2024: Ada Okoye closed the dam on May 3, 2024.\n"
    documents, dating = date_documents(make_seeds({"dam.txt": text}), model)
    late = tuple(replace(d, value="9999-12-31") for d in dating.dates if d.start > 20)
    first = tuple(d for d in dating.dates if d.start <= 20)
    entries = resolve_timeline(documents, (*first, *late), ())
    assert [e.background for e in entries if e.date == "9999-12-31"] == [False]


FOLDED = [
    (
        "A bomb killed nine people in Kabul on Monday.",
        "Nine people were killed in Kabul on Monday by a bomb.",
        1,
    ),
    (
        "A bomb killed nine people in Kabul on Monday.",
        "Parliament in Lisbon passed the budget on Monday.",
        2,
    ),
    (
        "Acme Corp. reported quarterly earnings of nine cents a share on Monday.",
        "Bolt Inc. reported quarterly earnings of nine cents a share on Monday.",
        2,
    ),
    (
        "The climber Duncan Reit died on Monday after falling from a ridge in Norway.",
        "The climber Duncan Reid died on Monday after falling from a steep ridge.",
        1,
    ),
    (
        "Police in Lubao arrested Duncan Reid on Monday after a long chase on a road to the coast.",
        "Duncan Reid of Lubao was arrested on Monday by officers who had found a gun in his car.",
        1,
    ),
    (
        "Ben Lund lost the vote in Lubao on Monday night after a week of rain.",
        "Ada Okoye sold ten boats in Lubao on Monday night after a week of talks.",
        2,
    ),
    (
        "Ada Okoye praised the ferry of Lubao on Monday.",
        "Ben Lund closed the ferry of Lubao on Monday.",
        2,
    ),
]


@pytest.mark.parametrize(("one", "other", "count"), FOLDED)
def test_the_same_event_from_two_sources_is_one_entry(
    one: str, other: str, count: int, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """Like words on one day are one event with two members, unless they name others."""
    days = {"a": "2025-05-20", "b": "2025-05-21"}
    entries, _ = timeline_of(make_seeds(seeds_of({"a": one, "b": other}, days)), model)
    assert len(entries) == count
    assert {e.date for e in entries} == {"2025-05-19"}
    assert sum(len(e.members) for e in entries) == 2


def test_an_event_of_a_stretch_is_that_of_its_day(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """*Last week* is the day in it to which another source dates the same event."""
    texts = {
        "a": "Police arrested Duncan Reid of Lubao last week on a road to the coast.",
        "b": "Police arrested Duncan Reid in Lubao on Thursday after a chase on a coast road.",
    }
    days = dict.fromkeys(texts, "2025-05-20")
    entries, _ = timeline_of(make_seeds(seeds_of(texts, days)), model)
    assert [(e.date, len(e.members)) for e in entries] == [("2025-05-15", 2)]


def dated_event(document: str, words: set[str], first: date, last: date) -> DatedEvent:
    """What a document tells of Duncan Reid in a stretch of time."""
    row = DatedExpression(
        f"d-{document}", document, 0, 6, "", "2001", "2001", "year", "year", "", (), "low",
        Offsets(0, 6), in_timeline=True, sentence="s",
    )  # fmt: skip
    event, reid = SpanRow(document, 0, 6), frozenset({"reid"})
    told = frozenset(words)
    return DatedEvent(row, event, told, reid, reid, (first, last), background=False, first="reid")


def test_a_year_holds_more_than_one_event() -> None:
    """Few words in common join what two sources tell of a day, not what they tell of a year."""
    accounts = {
        "a": {"duncan", "reid", "harbour", "fined", "judge", "lorry", "stolen"},
        "b": {"duncan", "reid", "harbour", "rowed", "race", "won", "wooden"},
    }
    first = date(2001, 1, 1)
    counts = [
        len(fold_events([dated_event(d, w, first, last) for d, w in accounts.items()]))
        for last in (first, date(2001, 12, 31))
    ]
    assert counts == [1, 2]


TOLD_ONCE = [
    (
        "Ada Okoye will visit Lubao on Friday, officials of Norway said on Monday.",
        ["Ada Okoye will visit Lubao on Friday"],
    ),
    (
        "On Monday, Ada Okoye of Lubao said that she had sold ten boats in April.",
        ["On Monday, Ada Okoye of Lubao said that she had sold ten boats in April"],
    ),
    (
        "Talks could end in May and almost certainly before Ada Okoye leaves Lubao on 3 June.",
        ["Ada Okoye leaves Lubao on 3 June"],
    ),
    (
        "Ada Okoye will open a hall in Lubao on 3 June and in Oslo on 5 June.",
        ["Ada Okoye will open a hall in Lubao on 3 June and in Oslo on 5 June"],
    ),
]


@pytest.mark.parametrize(("text", "words"), TOLD_ONCE)
def test_a_clause_is_one_row(
    text: str, words: list[str], make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """What was said is told on its own day, and the same words once."""
    files = seeds_of({"a": text}, {"a": "2025-05-20"})
    entries, texts = timeline_of(make_seeds(files), model)
    assert [words_of(e, texts)[0].rstrip(".") for e in entries] == words


STRETCHES = [
    ("From 1961 to 1964 the reservoir supplied the whole town.", ["1961/1964"]),
    ("The wall was repaired between 1998 and 2001.", ["1998/2001"]),
    ("Between June and August 1998 the lake was drained.", ["1998-06/1998-08"]),
    ("The wall was repaired in 1998 and 2001.", ["1998"]),
]


@pytest.mark.parametrize(("text", "dates"), STRETCHES)
def test_two_ends_of_a_stretch_are_one_entry(
    text: str, dates: list[str], make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """*From* with *to* and *between* with *and* name one stretch; *in … and …* is told once."""
    entries, _ = timeline_of(make_seeds({"a.txt": text}), model)
    assert [e.date for e in entries] == dates


def test_the_history_beside_the_news_is_background(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """An undated history is older than the dated story beside it; alone it is a story itself."""
    history = "The dam was opened on 3 October 1958. The county sold the dam in 1959."
    news = "The dam burst on Sunday after a week of rain."
    alone, _ = timeline_of(make_seeds({"h.txt": history}), model)
    assert [e.background for e in alone] == [False, False]
    folder = make_seeds(seeds_of({"h": history, "n": news}, {"n": "2025-05-20"}))
    entries, _ = timeline_of(folder, model)
    assert [(e.date, e.background) for e in entries] == [
        ("1958-10-03", True),
        ("1959", True),
        ("2025-05-18", False),
    ]


def test_ids_do_not_move(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """An entry's id comes from its words: a sentence put before it changes nothing."""
    text = "Parliament in Lisbon passed the budget on May 19, 2025."
    before, _ = timeline_of(make_seeds({"a.txt": text}), model)
    after, _ = timeline_of(make_seeds({"a.txt": f"It rained in the city.\n\n{text}"}), model)
    assert [e.id for e in before] == [e.id for e in after]


def test_what_is_not_told_is_left_out() -> None:
    """Rows without a value, without an event or kept off the timeline give no entry."""
    row = DatedExpression(
        "d-one", "a", 0, 6, "May 19", None, "XXXX-05-19", "day", "day_and_month", "", (), "low",
        Offsets(0, 6), in_timeline=True, sentence="s", unresolved="no year",
    )  # fmt: skip
    assert resolve_timeline((), (row,), ()) == ()


REPORTS = {
    "a": "Heavy rain has cut off the town of Lubao in the hills. Bridges were closed on Sunday.",
    "b": "The mayor of Lubao resigned on Monday. He had held office for a year.",
    "c": "But this changed nothing. The roads of Lubao stayed closed.",
    "d": "The mayor of Lubao looks ahead to the vote on the new bridges. Few will come.",
    "e": "On the first night of the fair, the farmers of Lubao danced in the hall. Few slept.",
}


def test_a_report_that_opens_without_a_date_is_told_on_its_own_day(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """Its first sentence is an entry; not with a date, as a state, or where it leans on others."""
    days = {name: f"2025-05-{number}" for number, name in enumerate(REPORTS, start=20)}
    documents = read_seeds(make_seeds(seeds_of(REPORTS, days))).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    dating = resolve_dates(documents, annotations)
    entries = resolve_timeline(documents, dating.dates, (), annotations=annotations)
    reported = [e for e in entries if e.reported]
    texts = {d.id: d.text for d in documents}
    assert [(e.date, words_of(e, texts)) for e in reported] == [
        ("2025-05-20", ["Heavy rain has cut off the town of Lubao in the hills."])
    ]
    assert [m.date for e in reported for m in e.members] == [""]


def test_what_another_source_dates_is_not_of_the_day_of_a_report(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """A report that gives no date joins the row of the day before that another source gives."""
    days = {"a": "2025-05-20", "b": "2025-05-21"}
    texts = {
        "a": "Heavy rain cut off the town of Lubao in the hills on Monday.\n",
        "b": "Heavy rain has cut off the mountain town of Lubao in the hills.\n",
    }
    documents = read_seeds(make_seeds(seeds_of(texts, days))).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    dating = resolve_dates(documents, annotations)
    entries = resolve_timeline(documents, dating.dates, (), annotations=annotations)
    assert [(e.date, len(e.members), e.reported) for e in entries] == [("2025-05-19", 2, False)]


def test_a_report_of_the_calendars_second_day(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """It joins the row of the first day, and no day before it is asked for."""
    texts = {
        "a": "Heavy rain cut off the town of Lubao in the hills on Monday.\n",
        "b": "Heavy rain has cut off the mountain town of Lubao in the hills.\n",
    }
    days = dict.fromkeys(texts, "0001-01-02")
    documents = read_seeds(make_seeds(seeds_of(texts, days))).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    dates = resolve_dates(documents, annotations).dates
    first = [replace(row, value="0001-01-01") for row in dates if row.document == documents[0].id]
    entries = resolve_timeline(documents, first, (), annotations=annotations)
    assert [(e.date, len(e.members), e.reported) for e in entries] == [("0001-01-01", 2, False)]


class CountedDays(tuple[date, date]):
    """First and last day, which count how often they are asked for."""

    __slots__ = ()
    asked = 0

    def __getitem__(self, at: object) -> date:  # type: ignore[override]  # one of two
        """The day, counted."""
        CountedDays.asked += 1
        return super().__getitem__(at)  # type: ignore[call-overload,no-any-return]  # as above


def test_reports_are_laid_beside_the_days_before_in_linear_time() -> None:
    """A report without a date asks only what is dated to its few days, not every other row."""

    def told(number: int, rule: str) -> DatedEvent:
        day = date(2001, 1, 1) + timedelta(30 * number + (rule == REPORTED))
        row = DatedExpression(
            f"d-{number}", "a", 0, 6, "", f"{day}", f"{day}", "day", rule, "", (), "low",
            Offsets(0, 6), in_timeline=True, sentence="s",
        )  # fmt: skip
        words, nobody = frozenset({"heavy", "rain", f"{number}"}), frozenset[str]()
        days = CountedDays((day, day))
        return DatedEvent(
            row, SpanRow(rule, number, 6), words, nobody, nobody, days, background=False
        )

    rows = [told(number, rule) for number in range(200) for rule in ("day", REPORTED)]
    CountedDays.asked = 0
    assert [len(group) for group in fold_events(rows)] == [2] * 200
    assert CountedDays.asked <= 4 * len(rows)


def test_no_row_has_a_pronoun_that_nobody_can_tell(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """*He left …* is an entry where it is known who he is, and none where it is not."""
    text = "The storm passed Lubao. He left the council of Lubao on 3 May 2025."
    documents = read_seeds(make_seeds({"a.txt": text})).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    dating = resolve_dates(documents, annotations)
    assert resolve_timeline(documents, dating.dates, ()) == ()
    mention = ActorMention("a", text.index("He"), text.index("He") + 2, "He", "pronoun", "s")
    mayor = Actor("ada", "Ada Okoye", "person", (), (), (mention,))
    assert len(resolve_timeline(documents, dating.dates, (mayor,))) == 1


def test_what_nothing_named_before_is_no_row(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """*The concerts began* is read alone only where the first sentence tells of concerts."""
    opened = "Ewa Nowak {} in Accra. The concerts began on 3 May 2031."
    texts = {"plain": opened.format("opened a hall"), "told": opened.format("gave concerts")}
    found = {n: timeline_of(make_seeds({f"{n}.txt": t}), model)[0] for n, t in texts.items()}
    assert {name: len(entries) for name, entries in found.items()} == {"plain": 0, "told": 1}


HAPPENING = [
    ("Ada Obi built ferries in Lubao in 2016.", ["2016"]),
    ("Ada Obi builds ferries in Lubao in 2016.", []),
    ("The council of Lubao meets in June.", ["2025-06"]),
    ("Ada Obi has been painting the ferry of Lubao last month.", []),
    ("Ada Obi has painted the ferry of Lubao this month.", ["2025-03"]),
    ("Ada Obi will spend more on the ferry of Lubao over the next decade.", []),
    ("Ada Obi won the vote in Lubao in November.", ["2024-11"]),
    ("Ada Obi must win the vote in Lubao in November.", []),
    ("Ada Obi must answer the charges in Lubao by 3 June.", []),
    ("The thief must have left Lubao by ferry on 3 March, Ada Obi said.", []),
    ("Ada Obi will speak at the harbour of Lubao on 3 June.", ["2025-06-03"]),
    ("Ada Obi spoke with the mayor of Lubao on 3 March.", []),
    ("Ada Obi of Lubao says that she sold ten boats in 2016.", ["2016"]),
    ("Ada Obi built a mill in Lubao in the 1990s.", []),
    ("Ada Obi is painting the ferry of Lubao this year.", []),
    ("Ada Obi sold ten boats in Lubao in fiscal 2016.", []),
    ("Farmers love Lubao, which holds a vote on 3 June.", ["2025-06-03"]),
    ("The council of Lubao chose steel rather than wood on 3 March for a bridge.", ["2025-03-03"]),
    ("Ada Obi had a heart attack on 3 March in Lubao.", ["2025-03-03"]),
    ("Acme Steel will close its plant in Lubao on 3 June if talks fail.", ["2025-06-03"]),
    ("The plane with Mayor Li Wei, which left Lubao on 3 March, was found in a field.", []),
    ("Ada Obi left Lubao in 2016. Three days later, Ben Lund sold the ferry.", ["2016"]),
    (
        "Ada Obi left Lubao on 3 May 2016. Three days later, Ben Lund sold the ferry.",
        ["2016-05-03", "2016-05-06"],
    ),
]


@pytest.mark.parametrize(("text", "dates"), HAPPENING)
def test_what_is_so_or_only_guessed_is_no_entry(
    text: str, dates: list[str], make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """No state, no month whose year nothing tells, no day counted from a whole year."""
    files = seeds_of({"a": text}, {"a": "2025-03-10"})
    entries, _ = timeline_of(make_seeds(files), model)
    assert [e.date for e in entries] == dates
