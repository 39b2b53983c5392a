"""Dates that need more than their words: the document's day, its other dates, the corpus."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

import pytest
from dated import annotate, date_documents, row_for, seeds_of

from generator.extract import time_expressions
from generator.i18n.catalogue import words_in_data
from generator.language.pipeline import LanguageModel
from generator.model.rules import AnchorRule, UndatedReason
from generator.model.text import Offsets
from generator.read.seeds import read_seeds
from generator.resolve import temporal_anchoring
from generator.resolve.temporal_anchoring import (
    Dating,
    anchors,
    expressions,
    orders,
    resolve_dates,
)

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture(scope="module")
def seeds_dating(seeds_dir: Path, model: LanguageModel) -> Dating:
    """The dates of the two seeds."""
    return date_documents(seeds_dir, model)[1]


SEED_A, SEED_B = "000_00f6a6dc806e0733", "003_7112adcedfa7c1bb"
SEEDS = [
    (SEED_A, "May 19", "2025-05-19", "inferred", "dated document on the same event"),
    (SEED_A, "May 16", "2025-05-16", "inferred", "dated document on the same event"),
    (SEED_A, "February", "2025-02", "inferred", "dated document on the same event"),
    (SEED_A, "the day before the Trump-Putin call", "2025-05-18", "inferred", "the event"),
    (SEED_A, "shortly before the Trump-Putin call", "../2025-05-19", "low", "the event"),
    (SEED_A, "shortly afterward", "2025-05-16/2025-05-19", "low", "date before it"),
    (SEED_B, "Feb 28, 2025", "2025-02-28", "explicit", "full date"),
    (SEED_B, "Wednesday (Apr 23)", "2025-04-23", "verified", "weekday agrees"),
    (SEED_B, "Apr 11", "2025-04-11", "inferred", "full dates in the same file"),
    (SEED_B, "later this week", "2025-04-24/2025-04-27", "low", "inferred date"),
    (SEED_B, "the 1960s", "196X", "explicit", "decade"),
    (SEED_B, "2014", "2014", "explicit", "year"),
]


@pytest.mark.parametrize(("document", "text", "value", "confidence", "rule"), SEEDS)
def test_the_seeds_dates(
    document: str, text: str, value: str, confidence: str, rule: str, seeds_dating: Dating
) -> None:
    """Each date of the seeds has its value, its rule, and the spans that show it."""
    row = row_for(seeds_dating, text, document)
    assert row.value == value
    assert row.confidence == confidence
    assert rule in row.why
    assert row.evidence


def test_that_month_is_the_one_named_last(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """Where nobody knows of which year it is, no month before it stands for it."""
    text = "In January 1987 it rained. Last November brought storms, a record for that month.\n"
    dating = date_documents(make_seeds({"a.txt": f"Rain in Norwick\n\n{text}"}), model)[1]
    assert row_for(dating, "January 1987", "a").value == "1987-01"
    assert row_for(dating, "that month", "a").value is None


def test_the_first_seeds_years_are_shown_by_the_second(seeds_dating: Dating) -> None:
    """The first seed has no year at all: the evidence lies in the captions of the second."""
    row = row_for(seeds_dating, "May 19")
    assert {e.document for e in row.evidence} == {SEED_B}


def test_the_event_of_a_date_is_the_clause_that_it_dates(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """A dated row points at the words of its clause; one that dates something else at none."""
    told = "Amara Nwosu, who runs the port, resigned on Friday"
    text = f"{told}, and the board thanked her.\n\nLena Okafor praised the 2014 treaty with Chad."
    dating = date_documents(make_seeds({"a.txt": text}), model)[1]
    row = row_for(dating, "Friday")
    assert row.clause is not None
    assert row.event == Offsets(row.clause.start, row.clause.end)
    assert text[row.event.start : row.event.end] == told
    assert row_for(dating, "2014").event is None


def test_durations_are_no_dates(seeds_dating: Dating) -> None:
    """*24 hours*, *two-hour* and *more than three years* have no value and no event."""
    rows = [r for r in seeds_dating.dates if r.precision == "duration"]
    assert {"24 hours", "two-hour", "more than three years"} <= {r.text for r in rows}
    assert all(r.value is None and not r.in_timeline for r in rows)


def test_the_seeds_own_dates_are_intervals(seeds_dating: Dating) -> None:
    """The first was published on or after the call, the second in the week of the failed talks."""
    published = {name: fact.value for name, fact in seeds_dating.published}
    assert published == {SEED_A: "2025-05-19/..", SEED_B: "2025-04-23/2025-04-26"}


def test_a_caption_only_anchors(seeds_dating: Dating) -> None:
    """The picture of a meeting dates the file, and is no event of the story."""
    assert not row_for(seeds_dating, "Apr 22, 2025").in_timeline
    assert not row_for(seeds_dating, "Feb 28, 2025").in_timeline


def test_all_gold_dates_of_the_seeds(seeds_dating: Dating, gold_dir: Path) -> None:
    """Eleven of eleven values, beside the annotators' file."""
    gold = json.loads((gold_dir / "seeds_gold.json").read_text("utf-8"))["dates"]
    for date in (d for d in gold if d["iso"]):
        near = [
            r.value
            for r in seeds_dating.dates
            if r.document == Path(date["doc"]).stem
            and r.start < date["end"]
            and r.end > date["start"]
        ]
        assert near
        assert near[0] in {date["iso"], *date.get("accept", ())}


STATED = [
    ("The minister resigned on Friday.", "Friday", "2025-05-16"),
    ("The minister will resign on Friday.", "Friday", "2025-05-23"),
    ("The minister resigned last week.", "last week", "2025-05-12/2025-05-18"),
    ("The minister resigned in January.", "January", "2025-01"),
    ("The minister resigned in June.", "June", "2024-06"),
    ("The minister will resign in June.", "June", "2025-06"),
    ("The vote was put off until May 30.", "May 30", "2025-05-30"),
    ("The minister resigned in 2019.", "2019", "2019"),
    ("The minister resigned two years ago.", "two years ago", "2023"),
    ("The minister resigned in the ’80s.", "the ’80s", "198X"),
    ("Net profit rose in the first quarter.", "the first quarter", "2025-33"),
    ("The minister had resigned earlier this week.", "earlier this week", "2025-05-19"),
]


@pytest.mark.parametrize(("text", "words", "value"), STATED)
def test_seen_from_the_documents_own_date(
    text: str, words: str, value: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """A document of Tuesday 20 May 2025 says when *Friday*, *June* and *last week* are."""
    folder = make_seeds(seeds_of({"a": text}, {"a": "2025-05-20"}))
    row = row_for(date_documents(folder, model)[1], words)
    assert row.value == value
    assert row.unresolved is None


PLANNED = [
    ("The minister will resign on Friday.", "Friday", True),
    ("The council meets on Friday.", "Friday", True),
    ("On Friday the bank is due to decide.", "Friday", True),
    ("The summit takes place from June 15 to 17.", "June 15 to 17", True),
    ("The minister resigned on Friday.", "Friday", False),
    ("The dam was planned in the 1920s.", "the 1920s", False),
    ("We accept the offer today.", "today", False),
]


@pytest.mark.parametrize(("text", "words", "planned"), PLANNED)
def test_what_is_still_to_come_is_planned(
    text: str, words: str, planned: bool, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """By the words or by the day; what lies before the document's own date is over."""
    folder = make_seeds(seeds_of({"a": text}, {"a": "2025-05-20"}))
    row = row_for(date_documents(folder, model)[1], words)
    assert row.planned is planned
    assert row.value
    assert (row.value > "2025-05-20") is planned or words == "today"


OPEN_ENDS = [
    ("Shares have fallen since Sunday.", "Sunday", "2025-05-18/.."),
    ("It has been ruled from London since 1972.", "1972", "1972/.."),
    ("The dividend is suspended until 2027.", "2027", "../2027"),
    ("From 1961 until 1964 it supplied the town.", "1964", "1964"),
    ("It was opened in 1972.", "1972", "1972"),
]


@pytest.mark.parametrize(("text", "words", "value"), OPEN_ENDS)
def test_since_and_until_leave_an_end_open(
    text: str, words: str, value: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """*Since Sunday* is no event of that Sunday."""
    folder = make_seeds(seeds_of({"a": text}, {"a": "2025-05-20"}))
    assert row_for(date_documents(folder, model)[1], words).value == value


NUMBERS = [
    ("It opened on 04/05/2025. It closed on 19/05/2025.", "2025-05-04", "inferred"),
    ("It opened on 04/05/2025. It closed on 05/19/2025.", "2025-04-05", "inferred"),
    ("It opened on 04/05/2025. It closed on 05/05/2025.", None, "low"),
    ("It opened on 04/05/2025.", None, "low"),
    ("It ran from 04/05/2025, 19/05/2025 and 05/20/2025.", None, "low"),
]


@pytest.mark.parametrize(("text", "value", "confidence"), NUMBERS)
def test_the_order_of_day_and_month(
    text: str, value: str | None, confidence: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """The document's other dates by number show it; else it is open, and said to be."""
    row = row_for(date_documents(make_seeds({"a.txt": text}), model)[1], "04/05/2025")
    assert (row.value, row.confidence) == (value, confidence)
    assert value is not None or "either order" in (row.unresolved or "")
    assert not (value and row.evidence[0].start == row.start)


def test_a_month_takes_the_year_of_the_other_end(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """*Between June and August 1998*: the year is inferred, and the evidence stands beside it."""
    text = "Between June and August 1998 the lake was drained."
    row = row_for(date_documents(make_seeds({"a.txt": text}), model)[1], "June")
    assert (row.value, row.confidence, len(row.evidence)) == ("1998-06", "inferred", 2)


def test_a_history_is_not_older_than_the_last_year_it_tells(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """One full date long ago does not date a text that tells of later years."""
    text = "The dam was opened on 3 October 1958. The company sold it in 2004."
    _, dating = date_documents(make_seeds({"a.txt": text}), model)
    assert [fact.value for _, fact in dating.published] == ["2004/.."]


CONTEXT = [
    ("They met on March 5, 2024. The following month they parted.", "The following month"),
    ("They met on March 5, 2024. A day earlier they had rested.", "A day earlier"),
    ("They met on March 5, 2024. A year later they parted.", "A year later"),
    ("Profit rose in the third quarter of 2024. It had fallen a year earlier.", "a year earlier"),
]
CONTEXT_VALUES = ("2024-04", "2024-03-04", "2025", "2023-35")


@pytest.mark.parametrize(
    ("text", "words", "value"), [(*c, v) for c, v in zip(CONTEXT, CONTEXT_VALUES, strict=True)]
)
def test_counted_from_the_date_before(
    text: str, words: str, value: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """*The following month* is that after the date last spoken of; a quarter stays a quarter."""
    row = row_for(date_documents(make_seeds({"a.txt": text}), model)[1], words)
    assert row.value == value
    assert row.evidence


UNRESOLVED = [
    ("The minister resigned on May 19.", "May 19", "no year"),
    ("The minister resigned last week.", "last week", "own date is not known"),
    ("The minister resigned the day before the summit.", "the day before the summit", "the event"),
    ("The minister had resigned a year earlier.", "a year earlier", "no date before it"),
    ("The minister resigned several years ago.", "several years ago", "do not say when"),
]


@pytest.mark.parametrize(("text", "words", "reason"), UNRESOLVED)
def test_doubt_is_told(
    text: str, words: str, reason: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """Where nothing says when, there is no value but a reason, and no place on the timeline."""
    row = row_for(date_documents(make_seeds({"a.txt": text}), model)[1], words)
    assert row.value is None
    assert reason in (row.unresolved or "")
    assert not row.in_timeline


def test_a_document_dated_by_its_year_alone(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """Its dates take that year, but nobody knows which Friday it means."""
    text = "They met on May 19 and on November 3. They parted on Friday."
    folder = make_seeds(seeds_of({"a": text}, {"a": "2015"}))
    dating = date_documents(folder, model)[1]
    assert [r.value for r in dating.dates] == ["2015-05-19", "2015-11-03", None]


WEEKDAYS = [
    ("They met on Friday, May 19, 2025 in Oslo.", "Friday, May 19, 2025", "2025-05-19", "low"),
    ("They met on Monday, May 19, 2025 in Oslo.", "Monday, May 19, 2025", "2025-05-19", "verified"),
    ("They met on Monday (May 19) in Oslo.", "Monday (May 19)", "2025-05-19", "verified"),
    ("They met on Sunday (May 19) in Oslo.", "Sunday (May 19)", "2025-05-19", "low"),
]


@pytest.mark.parametrize(("text", "words", "value", "confidence"), WEEKDAYS)
def test_a_weekday_beside_a_date_is_compared(
    text: str, words: str, value: str, confidence: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """19 May 2025 was a Monday: another weekday changes no year that is known, it costs trust."""
    folder = make_seeds(seeds_of({"a": text}, {"a": "2025-05-20"}))
    row = row_for(date_documents(folder, model)[1], words)
    assert (row.value, row.confidence) == (value, confidence)


FILE_YEARS = [
    ("It fell on June 3, 2019. It rose on June 5, 2019. They met on May 19.", "inferred"),
    ("It fell on June 3, 2019. They met on May 19.", "low"),
]


@pytest.mark.parametrize(("text", "confidence"), FILE_YEARS)
def test_one_full_date_in_the_text_is_little(
    text: str, confidence: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """Two full dates of a year show the story's own; a single one may be of another story."""
    row = row_for(date_documents(make_seeds({"a.txt": text}), model)[1], "May 19")
    assert (row.value, row.confidence) == ("2019-05-19", confidence)


def test_related_documents_that_differ_give_no_year(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """Two dated documents on the same people, of two years: the undated one stays open."""
    names = "Maria Silva, John Smith, Ahmed Hassan, Olga Petrova, Kenji Tanaka and Anna Kowalska"
    texts = {
        "undated": f"{names} met in Lisbon on May 19.",
        "early": f"{names} met in Lisbon on June 3, 2019.",
        "late": f"{names} met in Lisbon on June 3, 2023.",
    }
    one = make_seeds(seeds_of({k: texts[k] for k in ("undated", "late")}, {}))
    assert row_for(date_documents(one, model)[1], "May 19").value == "2023-05-19"
    both = make_seeds(seeds_of(texts, {}))
    row = row_for(date_documents(both, model)[1], "May 19")
    assert row.value is None
    assert row.unresolved_reason == "two_years"


LIFE = (
    "He was born in 1811. He entered the school in 1823 and left it in 1828. "
    "In 1830 he joined the guard. On 14 July 1831 he was arrested. "
    "He was freed in April 1832, and his duel took place on 30 May."
)


def test_a_day_far_from_a_stated_year_is_news(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """In a life told on 2 June, what happened *on 28 May* lately is of that year."""
    filler = "His letters were read for a long time, and his house in the town stood empty. " * 4
    text = f"{LIFE} {filler}A street was named after him on 28 May."
    folder = make_seeds(seeds_of({"a": text}, {"a": "2024-06-02"}))
    assert row_for(date_documents(folder, model)[1], "28 May").value == "2024-05-28"


@pytest.mark.parametrize(
    ("published", "value"), [("2024-02-01", "1832-05-30"), ("2024-06-02", "1832-05-30")]
)
def test_a_text_about_the_past_takes_the_years_that_it_states(
    published: str, value: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """In a life of somebody long dead *30 May* is of the year told last, not of the web page's.

    The days just before the document's own are its news.
    """
    folder = make_seeds(seeds_of({"a": LIFE}, {"a": published}))
    row = row_for(date_documents(folder, model)[1], "30 May")
    assert row.value == value


PEOPLE = "Maria Silva, John Smith, Ahmed Hassan, Olga Petrova, Kenji Tanaka and Anna Kowalska"
SEEN_FROM: dict[AnchorRule, tuple[str, str, dict[str, str]]] = {
    "order_of_others": ("04/05/2025", "It opened on 04/05/2025. It closed on 19/05/2025.", {}),
    "order_of_outlet": ("04/05/2025", "It opened on 04/05/2025.", {"publisher": "The Tarn"}),
    "year_of_end": ("June", "Between June and August 1998 the lake was drained.", {}),
    "year_stated_before": (
        "30 May",
        LIFE,
        {"published": "2024-02-01"},
    ),
    "year_near_own_date": ("May 30", "The vote was on May 30.", {"published": "2025-06-10"}),
    "year_in_file": ("May 19", "It fell on June 3, 2019. They met on May 19.", {}),
    "year_of_same_author": ("May 19", f"{PEOPLE} met on May 19.", {"author": "Edda Lind"}),
    "year_of_related": ("May 19", f"{PEOPLE} met on May 19.", {}),
    "weekday_agrees": ("Monday, May 19, 2025", "They met on Monday, May 19, 2025 in Oslo.", {}),
    "weekday_disagrees": ("Friday, May 19, 2025", "They met on Friday, May 19, 2025 in Oslo.", {}),
    "own_date": ("last week", "The minister resigned last week.", {"published": "2025-05-20"}),
    "inferred_date": (
        "later this week",
        "They met on Wednesday, April 23, 2025 in Oslo. They will meet again later this week.",
        {},
    ),
    "date_before": ("A year later", "They met on March 5, 2024. A year later they parted.", {}),
    "quarter_before": (
        "a year ago",
        "Profit was 5 million in the third quarter of 2024. A loss was made a year ago.",
        {"published": "2024-11-20"},
    ),
    "after_date_before": (
        "shortly afterward",
        "They met on May 3, 2024, and shortly afterward left.",
        {},
    ),
    "named_event": (
        "the day before the summit",
        "The summit opened on June 3, 2024. The minister resigned the day before the summit.",
        {},
    ),
}


@pytest.mark.parametrize("rule", get_args(AnchorRule))
def test_each_rule_that_gives_the_rest_of_a_date_says_so(
    rule: AnchorRule, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """The id of the rule, and its words, go with the date."""
    row = row_for(date_documents(make_seeds(files_of(rule)), model)[1], SEEN_FROM[rule][0])
    assert rule in row.seen_from
    assert row.value
    assert words_in_data("anchoring", rule) in row.why


def files_of(rule: AnchorRule) -> dict[str, str | bytes]:
    """The case of a rule as a folder."""
    _, text, known = SEEN_FROM[rule]
    files: dict[str, str | bytes] = {"a.txt": text}
    files["a.txt.yml"] = "language: en\n" + lines_of(known)
    if rule in {"year_of_same_author", "year_of_related"}:
        files["b.txt"] = f"{PEOPLE} met in Lisbon on June 3, 2019."
        files["b.txt.yml"] = "language: en\npublished: 2019-06-04\n" + lines_of(known)
    if rule == "order_of_outlet":
        files["b.txt"] = "It closed on 19/05/2025."
        files["b.txt.yml"] = "language: en\n" + lines_of(known)
    return files


def nothing(*_: object, **__: object) -> None:
    """What a rule that is left out finds."""


ANCHORS: dict[AnchorRule, tuple[object, str, object]] = {
    "order_of_others": (orders, "order_in", lambda _expressions: orders.NumberOrder()),
    "order_of_outlet": (orders, "_outlet", lambda _document: ""),
    "year_of_end": (time_expressions, "with_year_of", lambda first, _second: first),
    "year_stated_before": (anchors, "_in_story_year", nothing),
    "year_near_own_date": (temporal_anchoring, "anchor_from_publication", nothing),
    "year_in_file": (temporal_anchoring, "anchor_from_file", nothing),
    "year_of_same_author": (temporal_anchoring, "find_related", lambda *_: {}),
    "year_of_related": (temporal_anchoring, "find_related", lambda *_: {}),
    "weekday_agrees": (anchors, "weekday_says", nothing),
    "weekday_disagrees": (anchors, "weekday_says", nothing),
    "own_date": (temporal_anchoring, "stated_publication", nothing),
    "inferred_date": (temporal_anchoring, "infer_publication", nothing),
    "date_before": (anchors, "_from_context", lambda one, *_: anchors.without_value(one, "vague")),
    "quarter_before": (anchors, "_a_year_before", nothing),
    "after_date_before": (expressions, "_aftermath", lambda value, _latest: value),
    "named_event": (expressions, "date_of_event", nothing),
}
"""What finds the rest of a date by each rule, and what it finds when the rule is left out."""


@pytest.mark.parametrize("rule", get_args(AnchorRule))
def test_a_date_is_another_without_the_rule(
    rule: AnchorRule,
    make_seeds: MakeSeeds,
    model: LanguageModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The date of the rule's case has another value, or is less sure, or more."""
    words, folder = SEEN_FROM[rule][0], make_seeds(files_of(rule))
    whole = row_for(date_documents(folder, model)[1], words)
    monkeypatch.setattr(*ANCHORS[rule])
    left = row_for(date_documents(folder, model)[1], words)
    assert (left.value, left.confidence) != (whole.value, whole.confidence)


def lines_of(known: Mapping[str, str]) -> str:
    """The lines of a sidecar."""
    return "".join(f"{key}: {value}\n" for key, value in known.items())


BY_NUMBER = [
    ({"a": "It opened on Tuesday, 3/6/2031."}, "2031-06-03"),
    ({"a": "It opened on Friday, 3/6/2031."}, None),
    ({"a": "It opened on 3/6/2031. It closed on Tuesday, 4/2/2031."}, "2031-06-03"),
    ({"tarn/a": "It opened on 3/6/2031.", "tarn/b": "It closed on 3/16/2031."}, "2031-03-06"),
    ({"tarn/a": "It opened on 3/6/2031.", "kell/b": "It closed on 3/16/2031."}, None),
    ({"tarn/31/a": "It opened on 3/6/2031.", "kell/31/b": "It closed on 3/16/2031."}, None),
    ({"a": "It opened on 3/6/2031.", "b": "It closed on 3/16/2031."}, None),
    (
        {
            "tarn/a": "It opened on 3/6/2031.",
            "tarn/b": "It closed on 3/16/2031.",
            "tarn/c": "It closed on 16/3/2031.",
        },
        None,
    ),
    (
        {
            "tarn/a": "It opened on 3/6/2031, not 3/17/2031 or 17/3/2031.",
            "tarn/b": "It closed on 3/16/2031.",
        },
        None,
    ),
]
"""What stands beside *3/6/2031*, and what it then is."""


@pytest.mark.parametrize(("texts", "value"), BY_NUMBER)
def test_a_date_by_number_is_read_as_its_weekday_or_its_outlet_shows(
    texts: Mapping[str, str], value: str | None, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """The weekday, the document's other dates, those of its folder; where they disagree, none."""
    files = {f"{name}.txt": text for name, text in texts.items()}
    rows = date_documents(make_seeds(files), model)[1].dates
    (row,) = (one for one in rows if "3/6/2031" in one.text)
    assert row.value == value


def test_the_own_day_by_number_is_read_as_the_outlet_writes(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """A date line of one order more is the document's day once another document shows it."""
    head = "Council meets about the old weir\n\n{day}\n\n"
    story = "The council of Tarn met on the weir for nine hours and then closed its old bridge.\n\n"
    files = {
        "tarn/a.txt": head.format(day="5/6/2031") + story * 2,
        "tarn/b.txt": head.format(day="23/4/2031") + story,
    }
    documents, dating = date_documents(make_seeds(files), model)
    assert [d.metadata.title.value for d in documents if d.metadata.title] == [head[:32]] * 2
    assert [(name, fact.value) for name, fact in dating.published] == [("tarn-a", "2031-06-05")]


UNDATED: dict[UndatedReason, tuple[str, str]] = {
    "vague": ("several years ago", "The minister resigned several years ago."),
    "two_orders": ("04/05/2025", "It opened on 04/05/2025."),
    "no_year": ("May 19", "The minister resigned on May 19."),
    "no_such_day": ("February 30", "It fell on June 3, 2019. They met on February 30."),
    "no_publication": ("last week", "The minister resigned last week."),
    "no_context": ("a year earlier", "The minister had resigned a year earlier."),
    "no_event": ("the day before the summit", "The minister resigned the day before the summit."),
}
"""Why there is no date; that related documents give two years has a test of its own."""


@pytest.mark.parametrize("reason", UNDATED)
def test_each_reason_for_no_date_says_so(
    reason: UndatedReason, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """The id of the reason, and its words, go with the time expression."""
    words, text = UNDATED[reason]
    row = row_for(date_documents(make_seeds({"a.txt": text}), model)[1], words)
    assert (row.value, row.unresolved_reason) == (None, reason)
    assert row.unresolved == words_in_data("undated", reason)


def test_the_order_of_documents_changes_nothing(seeds_dir: Path, model: LanguageModel) -> None:
    """The same rows come out of the documents in any order."""
    documents = read_seeds(seeds_dir).documents
    annotations = [annotate(d, model) for d in documents]
    forwards = resolve_dates(documents, annotations)
    backwards = resolve_dates(documents[::-1], annotations[::-1])
    assert sorted(forwards.published) == sorted(backwards.published)
    assert {r.id: r for r in forwards.dates} == {r.id: r for r in backwards.dates}


def test_what_counts_from_nothing_stays_open(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """*Seven decades later* does not count from the document's own date line."""
    text = "A man of whales\n\n12 May 2031\n\nHe saw a whale. Seven decades later, he has seen 500."
    _, dating = date_documents(make_seeds({"a.txt": text}), model)
    assert row_for(dating, "Seven decades later").value is None


def test_what_would_lie_ahead_of_its_report_stays_open(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """*150 years later*, of an age that no date before it names, was not counted from that date."""
    text = "On May 5, 2031 two scholars wrote in Oslo that the star fell about 150 years later."
    _, dating = date_documents(make_seeds({"a.txt": f"12 May 2031\n\n{text}"}), model)
    assert row_for(dating, "150 years later").value is None


EDGES = [
    ("a.txt.yml", "published: '0000'\n", "The river rose on Monday and fell last week.", None),
    ("a.txt", "A title of it\n\nPublished: 31 December 9999\n\n", "It fell on 3 May 9999.", "9999"),
    ("a.txt", "A title of it\n\nPublished: 1 May 0100\n\n", "It fell on 1 May 2024.", "2024"),
]


@pytest.mark.parametrize(("name", "head", "text", "year"), EDGES)
def test_days_at_the_edges_of_the_calendar(
    name: str, head: str, text: str, year: str | None, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """A document of the year 0, 100 or 9999 has open dates or right ones, and no error."""
    files = {"a.txt": text, name: head if name.endswith("yml") else head + text}
    _, dating = date_documents(make_seeds(files), model)
    values = [row.value for row in dating.dates if row.value]
    assert (year is None and not values) or any(str(year) in value for value in values)
