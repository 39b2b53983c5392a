"""Which sentences are read first: marked cases, one document or two, news or opinion."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import pytest
from dated import seeds_of

from generator.config.limits import LimitSettings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model import story_pages
from generator.model.corpus import Comparison, ComparisonMember, Score, Takeaway
from generator.model.text import Document, Fact
from generator.read.seeds import read_seeds
from generator.resolve import takeaways
from generator.resolve.comparison import find_copies, find_near_duplicates
from generator.resolve.entities import resolve_actors
from generator.resolve.keyphrases import resolve_keyphrases
from generator.resolve.takeaways import Weakness, find_weakness, newest_first, resolve_takeaways
from generator.resolve.takeaways.bottom_line import _news
from generator.resolve.takeaways.passages import Excerpt
from generator.resolve.temporal_anchoring import resolve_dates
from generator.resolve.topics import resolve_topics

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]

NEWS = """Norway shuts gas pipeline

The gas pipeline between Norway and Denmark was shut on Monday after a leak.
It will stay closed for a week. Engineers found the leak near Stavanger.

Gas prices rose by four percent in London. Both countries said they had enough gas for the winter.

The ministry may reopen the pipeline on Friday. A spokesman said repairs would cost Norway dearly.

The Petroleum Directorate of Norway has sent its own divers to search \
the gas pipeline off Stavanger and Bergen for more damage.
"""
LATER = """Norway opens gas pipeline

The gas pipeline between Norway and Denmark was reopened on Thursday, the ministry said.
Gas prices fell in London. The leak will cost the operator two million euros.

Denmark opens its gas stores near Odense and sold two million euros \
of gas from Norway to Sweden and Germany in March.
"""
OPINION = """Opinion: Norway should think again

For years Norway has sold its gas to Denmark and asked nothing in return.

It made a mistake. The gas pipeline is the only link between Norway and Denmark in winter.

But this deal will not last. Norway will probably lose Denmark as a customer.
"""


def chosen(
    texts: Mapping[str, str],
    model: LanguageModel,
    make_seeds: MakeSeeds,
    *,
    published: Mapping[str, str] | None = None,
    comparison: Sequence[Comparison] = (),
    stories: Sequence[Collection[str]] = (),
) -> tuple[dict[str, Document], tuple[Takeaway, ...]]:
    """Documents by id, and what was chosen from them."""
    documents = read_seeds(make_seeds({f"{n}.txt": t for n, t in texts.items()})).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    actors = resolve_actors(documents, annotations)
    keyphrases = resolve_keyphrases(documents, annotations, actors, limit=20)
    topics = resolve_topics(documents, annotations, keyphrases, actors, limit=60)
    facts = {d: Fact(v, "editor", None, "editor") for d, v in (published or {}).items()}
    copies = find_copies(documents, find_near_duplicates(documents))
    newest = newest_first([d for d in documents if d.id not in copies], (), facts)
    found = resolve_takeaways(
        documents,
        annotations,
        actors=actors,
        topics=topics,
        newest=newest,
        weak=find_weakness(documents, comparison, (), newest=newest, published=facts),
        stories=stories,
        limits=LimitSettings(),
    )
    return {d.id: d for d in documents}, found


def bottom_line(found: tuple[Takeaway, ...]) -> list[str]:
    """The texts of the bottom line, in order."""
    return [t.text for t in found if t.section == "bottom_line"]


def test_one_news_document_is_told_by_its_first_sentences(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """The first sentences that stand alone, in their order; *It will stay closed* does not."""
    _, found = chosen({"a": NEWS}, model, make_seeds)
    assert bottom_line(found) == [
        "The gas pipeline between Norway and Denmark was shut on Monday after a leak.",
        "Engineers found the leak near Stavanger.",
        "Gas prices rose by four percent in London.",
    ]


def test_two_sources_where_there_are_two(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """The bottom line draws on both, and opens with the newer one."""
    dates = {"a": "2024-01-01", "b": "2024-01-04"}
    _, found = chosen({"a": NEWS, "b": LATER}, model, make_seeds, published=dates)
    rows = [t for t in found if t.section == "bottom_line"]
    assert rows[0].document == "b"
    assert {t.document for t in rows} == {"a", "b"}


@pytest.mark.parametrize("day", ["0001", "0001-01-01", "9999-12-31"])
def test_a_day_at_an_end_of_the_calendar_costs_nothing(
    model: LanguageModel, make_seeds: MakeSeeds, day: str
) -> None:
    """There is no day a year before the first one, and the takeaways are there all the same."""
    _, found = chosen({"a": NEWS, "b": LATER}, model, make_seeds, published={"a": day, "b": day})
    assert bottom_line(found)


def test_one_deed_is_told_once(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A sentence that tells the same with the same verb adds nothing to a bottom line."""
    texts = {
        "a": "The navy of Vanu foiled an attack on the ferry near Tamo on Monday.\n",
        "b": "Sailors have foiled an attack of pirates on the ferry in open waters.\n",
        "c": "A court in Tamo freed two sailors of the ferry on Friday.\n",
    }
    _, found = chosen(texts, model, make_seeds)
    told = bottom_line(found)
    assert sum("foiled" in text for text in told) == 1
    assert any("court" in text for text in told)


def passage(number: int, eventuality: float) -> Excerpt:
    """A sentence at a place of a report, that tells of an event (1.0) or of a state (0.0)."""
    nothing = frozenset[str]()
    parts = (Score("eventuality", eventuality),)
    return Excerpt(
        "a", number, number + 1, "s", "body", nothing, 0, (), 0.0, number, nothing, parts
    )


@pytest.mark.parametrize(
    ("report", "news"),
    [
        ([passage(0, 0.0), passage(7, 1.0)], [0]),
        ([passage(0, 0.0), passage(1, 1.0), passage(7, 1.0)], [1]),
        ([passage(4, 0.0), passage(7, 1.0)], [7]),
    ],
)
def test_what_a_report_opens_with_is_its_news(report: list[Excerpt], news: list[int]) -> None:
    """A report that opens with how things are is told by that, and not by a tale inside it."""
    assert [p.number for p in _news(report, frozenset())] == news


LANDSLIP = """Landslip closes the Tambara road

A landslip closed the road between Tambara and Kivele on Tuesday, the transport ministry said.
Two lorries were buried. Soldiers will clear the road by Sunday, the governor of Kivele said.

Soldiers of the Tambara garrison have reached two villages \
north of Kivele with food and blankets for ninety families.
"""
CLEARED = """Road to Kivele opens again

The road between Tambara and Kivele was opened again on Saturday after a landslip had closed it.
The ministry said the repairs had cost 3 million shillings. Bus fares to Kivele fell at once.
"""


def test_no_bottom_line_mixes_two_stories(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Two stories in a folder have a bottom line and takeaways each, and ranks run through."""
    texts = {"a": NEWS, "b": LATER, "c": LANDSLIP, "d": CLEARED}
    _, found = chosen(texts, model, make_seeds, stories=[{"a", "b"}, {"c", "d"}])
    for section in ("bottom_line", "takeaway"):
        rows = [t for t in found if t.section == section]
        told = ["".join(sorted({"ab" if t.document in "ab" else "cd"})) for t in rows]
        assert told == sorted(told)
        assert set(told) == {"ab", "cd"}
        assert [t.rank for t in rows] == list(range(1, len(rows) + 1))


def test_what_is_in_no_story_has_no_bottom_line(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """Beside two stories a lone document has takeaways for its own page, and leads nothing."""
    texts = {"a": NEWS, "b": LATER, "c": LANDSLIP, "d": CLEARED, "e": OPINION}
    _, found = chosen(texts, model, make_seeds, stories=[{"a", "b"}, {"c", "d"}])
    assert {t.section for t in found if t.document == "e"} == {"takeaway"}


@pytest.mark.parametrize(
    ("many", "sections"), [(3, {"takeaway"}), (4, {"bottom_line", "takeaway"})]
)
def test_many_reports_of_different_things_have_no_bottom_line(
    many: int,
    sections: set[str],
    model: LanguageModel,
    make_seeds: MakeSeeds,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of so many documents that tell of no event in common none leads; each has takeaways."""
    monkeypatch.setattr(story_pages, "MANY", many)
    texts = {"a": NEWS, "b": LATER, "c": LANDSLIP, "d": CLEARED}
    _, found = chosen(texts, model, make_seeds, stories=[])
    assert {t.section for t in found} == sections


def test_of_many_that_are_alone_the_newest_tell_what_happened_once_each(
    model: LanguageModel, make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No report twice, no report of an interview, and none that others have long overtaken."""
    monkeypatch.setattr(story_pages, "MANY", 3)
    monkeypatch.setattr(takeaways, "LATEST", 3)
    asked = "The mayor of Tarn on her town\n\nHarbour News spoke with Ada Obi, the mayor of Tarn.\n"
    texts = {"a": NEWS, "b": LANDSLIP, "c": asked, "d": CLEARED}
    days = {name: f"2031-03-0{n}" for n, name in enumerate(texts, start=1)}
    _, found = chosen(texts, model, make_seeds, published=days)
    assert sorted(t.document for t in found) == ["b", "d"]


def test_one_story_in_a_small_folder_is_told_with_what_stands_beside_it(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """Few documents have one page, and the takeaways of all of them."""
    texts = {"a": NEWS, "b": LATER, "e": LANDSLIP}
    _, found = chosen(texts, model, make_seeds, stories=[{"a", "b"}])
    assert {t.document for t in found} == {"a", "b", "e"}


def test_newest_first_by_dates(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A document's date decides, then its id; no date comes last."""
    documents, _ = chosen({"a": NEWS, "b": LATER, "c": OPINION}, model, make_seeds)
    facts = {
        "b": Fact("2024-01-04", "editor", None, "editor"),
        "c": Fact("2023", "editor", None, "editor"),
    }
    assert newest_first(list(documents.values()), (), facts) == ("b", "c", "a")


def test_opinion_is_labelled(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Every sentence of an opinion piece says that it is one."""
    _, found = chosen({"a": OPINION}, model, make_seeds)
    assert found
    assert {t.label for t in found} <= {"opinion", "standfirst"}


def test_news_is_not_labelled(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A report's sentences carry no label."""
    _, found = chosen({"a": NEWS}, model, make_seeds)
    assert {t.label for t in found} == {None}


def test_what_leans_on_another_sentence_is_not_taken_alone(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """*It made a mistake* and *But this deal* are never shown by themselves."""
    for text in (NEWS, OPINION):
        _, found = chosen({"a": text}, model, make_seeds)
        assert not [t for t in found if t.text.startswith(("It ", "But ", "Both countries"))]


def test_every_row_is_verbatim(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Text, offsets and sentence ids belong together."""
    documents, found = chosen({"a": NEWS, "b": LATER, "c": OPINION}, model, make_seeds)
    for row in found:
        document = documents[row.document]
        assert document.text[row.start : row.end] == row.text
        ids = {s.id for s in document.sentences if row.start <= s.start and s.end <= row.end}
        assert ids == set(row.sentences)


def test_ranks_and_sections(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Each section counts from one; no sentence stands in both."""
    _, found = chosen({"a": NEWS, "b": LATER}, model, make_seeds)
    for section in ("bottom_line", "takeaway"):
        ranks = [t.rank for t in found if t.section == section]
        assert ranks == list(range(1, len(ranks) + 1))
    places = [(t.document, s) for t in found for s in t.sentences]
    assert len(places) == len(set(places))


def test_one_takeaway_a_topic(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """No topic is told twice."""
    _, found = chosen({"a": NEWS, "b": LATER, "c": OPINION}, model, make_seeds)
    topics = [t.topic for t in found if t.section == "takeaway"]
    assert len(topics) == len(set(topics))


def test_newest_first(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Takeaways stand in the order of their documents, the newest first."""
    dates = {"a": "2024-01-01", "b": "2024-01-04", "c": "2024-01-02"}
    _, found = chosen({"a": NEWS, "b": LATER, "c": LANDSLIP}, model, make_seeds, published=dates)
    documents = [t.document for t in found if t.section == "takeaway"]
    assert documents == sorted(documents, key=lambda d: dates[d], reverse=True)
    assert len(set(documents)) > 1


def test_a_reprint_is_no_second_source(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Of two documents with one text, the one that states its date is read."""
    make_seeds({"b.txt.yml": "published: 2024-01-01\n"})
    texts = {"a": NEWS.replace("shuts", "closes"), "b": NEWS, "c": LATER}
    _, found = chosen(texts, model, make_seeds)
    assert {t.document for t in found} == {"b", "c"}


def test_what_a_newer_document_tells_otherwise_comes_later(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A sentence with a number that was overtaken is left to one that was not."""
    dates = {"a": "2024-01-01", "b": "2024-01-04"}
    documents, before = chosen({"a": NEWS, "b": LATER}, model, make_seeds, published=dates)
    old = next(t for t in before if t.document == "a")
    new = documents["b"].sentences[-1]
    members = (
        ComparisonMember("a", old.start, old.end, sentence=old.sentences[0]),
        ComparisonMember("b", new.start, new.end, sentence=new.id),
    )
    row = Comparison("n", "number_differs", ("a", "b"), members)
    _, after = chosen(
        {"a": NEWS, "b": LATER}, model, make_seeds, published=dates, comparison=(row,)
    )
    places = [(t.document, s) for t in after for s in t.sentences]
    parts = {s.part: s.value for t in after if t.text == old.text for s in t.why}
    assert (("a", old.sentences[0]) not in places) or parts["overtaken"] < 0


def test_the_score_is_told_by_part(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Whoever asks why gets the parts."""
    _, found = chosen({"a": NEWS, "b": LATER}, model, make_seeds)
    for row in found:
        assert {"topics", "names", "opening", "headline"} <= {s.part for s in row.why}


def test_nothing_to_say(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A document without a sentence that stands alone gives none."""
    _, found = chosen({"a": "Is it over?\n\nIs this the end of it?\n"}, model, make_seeds)
    assert found == ()


@pytest.fixture(scope="module")
def seeds_takeaways(model: LanguageModel, seeds_dir: Path) -> tuple[Takeaway, ...]:
    """What is chosen from the two articles of the demo."""
    documents = read_seeds(seeds_dir).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    actors = resolve_actors(documents, annotations)
    keyphrases = resolve_keyphrases(documents, annotations, actors, limit=20)
    topics = resolve_topics(documents, annotations, keyphrases, actors, limit=60)
    published = {
        documents[0].id: Fact("2025-05-19/..", "inferred", None, "latest_past_day"),
        documents[1].id: Fact("2025-04-23/2025-04-26", "inferred", None, "latest_past_day"),
    }
    return resolve_takeaways(
        documents,
        annotations,
        actors=actors,
        topics=topics,
        weak=Weakness(),
        newest=newest_first(documents, (), published),
        limits=LimitSettings(),
    )


NEVER = [
    "The question is whether either is a realistic outcome.",
    "But getting this deal over the line will be a pyrrhic victory.",
    "And they make a US-Russia reset highly improbable.",
    "Both outcomes would be detrimental to US interests",
    "Stefan Wolff is a professor of international security",
    "His next visit to Moscow will happen later this week",
    "This strategy is often referred to as a “reverse Kissinger”",
    "Read a summary of this article on FAST.",
]


@pytest.mark.parametrize("words", NEVER)
def test_never_on_the_first_page(words: str, seeds_takeaways: tuple[Takeaway, ...]) -> None:
    """Sentences whose sense lies elsewhere, and what is no sentence of the story."""
    assert not [t for t in seeds_takeaways if t.text.startswith(words)]


def test_the_bottom_line_of_the_seeds(seeds_takeaways: tuple[Takeaway, ...]) -> None:
    """What changed from the newer one, so what, and the outlook from the other, labelled."""
    rows = [t for t in seeds_takeaways if t.section == "bottom_line"]
    assert [t.document[:3] for t in rows] == ["000", "000", "003"]
    assert [t.label for t in rows] == ["opinion", "opinion", "standfirst"]
    assert rows[0].text.startswith("With the Vatican")
    assert "it seems clear that" in rows[0].text


FLOOD = {
    "a": """Flood in Lubao kills 11

At least 11 people died in a flood in Lubao on Monday, the governor said.
Marek Sousa, who owns a mill in Lubao, was born there in 1961. Rice is sold at the market of Lubao.
""",
    "b": """Toll of Lubao flood rises to 24

The flood in Lubao has killed 24 people, the governor of Lubao, Ines Duarte, said on Wednesday.
The river Tamo is the longest river of the province of Lubao. We are working day and night in Lubao.
""",
    "c": """Lubao opens shelters after flood

Lubao opened four shelters for the people who lost their homes in the flood.
The mill company of Lubao denied that its dam had caused the flood in Lubao.
""",
}
FLOOD_DAYS = {"a": "2031-03-04", "b": "2031-03-06", "c": "2031-03-06"}


def test_what_most_sources_open_with_leads(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """The newest report of the flood, not the river's length and nobody's birth."""
    _, found = chosen(FLOOD, model, make_seeds, published=FLOOD_DAYS)
    assert bottom_line(found)[0].startswith("The flood in Lubao has killed 24 people")
    assert not [t for t in bottom_line(found) if "longest" in t or "born" in t or "market" in t]


def test_a_denial_is_among_the_takeaways(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """What the other side denies is read beside what is told of it."""
    _, found = chosen(FLOOD, model, make_seeds, published=FLOOD_DAYS)
    assert [t for t in found if "denied that its dam" in t.text]


def test_nobody_s_we_is_no_takeaway(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*We are working* names nobody in a report."""
    _, found = chosen(FLOOD, model, make_seeds, published=FLOOD_DAYS)
    assert not [t for t in found if t.text.startswith("We are")]


def test_an_author_s_we_is_the_author_s(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """An opinion says whose it is."""
    text = OPINION.replace("Norway has sold its gas", "we have sold our gas")
    _, found = chosen({"a": text}, model, make_seeds)
    assert [t for t in found if t.text.startswith("For years we have sold")]


RAID = {
    "a": """Raid on mill in Lubao

Police of Lubao arrested five men in a raid on the mill of Marek Sousa on Monday, the governor said.
Police could not say how many shots were fired in the raid on the mill of Marek Sousa in Lubao.
The gunman fled from Lubao over the river after the raid on the mill. Ines Duarte left Lubao.
""",
    "b": """Lubao police hold five after raid on mill

Five men were arrested by police of Lubao on Monday in a raid on a mill, said the governor.
As a result of the raid the mill of Marek Sousa in Lubao was closed on Tuesday by Ines Duarte.
""",
}


def test_the_same_news_in_other_words_is_told_once(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """Two reports of one arrest: the telling words are the same, in another order and form."""
    _, found = chosen(RAID, model, make_seeds)
    assert sum("arrested" in t.text for t in found) == 1


def test_what_nobody_knows_is_no_takeaway(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*Police could not say how many* tells nothing."""
    _, found = chosen(RAID, model, make_seeds)
    assert found
    assert not [t for t in found if "could not say" in t.text]


STALE = [
    ("In 1998 the dam of Tamo burst and drowned the town.", True, "background"),
    ("The dam of Tamo will burst on 3 May 2025, it was said.", True, "overtaken"),
    ("The dam of Tamo will burst on 3 July 2025, it was said.", False, "overtaken"),
    ("The dam of Tamo burst on 28 April 2025.", False, "background"),
    ("Built in 1998, the dam of Tamo burst on 28 April 2025.", False, "background"),
]


@pytest.mark.parametrize(("text", "weak", "part"), STALE)
def test_old_times_and_plans_gone_by_are_weak(
    text: str, weak: bool, part: str, make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """Seen from the newest document's day, never from the clock."""
    texts = {"a": text, "b": "The town of Tamo was rebuilt."}
    folder = make_seeds(seeds_of(texts, {"a": "2025-05-01", "b": "2025-06-01"}))
    documents = read_seeds(folder).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    dates = resolve_dates(documents, annotations).dates
    found = find_weakness(documents, (), dates, newest=["b", "a"], published={})
    assert bool(getattr(found, part)) is weak


def test_no_condition_is_in_the_bottom_line(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """What holds only if something else does is no news of a story."""
    texts = {
        "a": "If the gas pipeline of Norway fails, Denmark could lose its winter supply of gas.\n\n"
        "Norway inspected the gas pipeline to Denmark in Oslo with the help of many divers.\n",
        "b": "Norway inspected the gas pipeline to Denmark on Monday after a leak at sea.\n",
    }
    _, found = chosen(texts, model, make_seeds)
    assert bottom_line(found)
    assert not any(text.startswith("If") for text in bottom_line(found))


def test_what_is_hardly_news_is_no_bottom_line(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Beside the news of all a neighbour's picnic is left out, and not shown to fill the list."""
    texts = {
        "a": "Norway shut the gas pipeline to Denmark on Monday after a leak near Stavanger.\n\n"
        "The director of a choir from Lofoten watched boats.\n",
        "b": "The gas pipeline of Norway to Denmark was shut on Monday after a leak at sea.\n",
    }
    _, found = chosen(texts, model, make_seeds)
    assert bottom_line(found)
    assert not any("choir" in text for text in bottom_line(found))


def test_news_is_told_by_its_first_sentence(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A fuller sentence further on does not lead, nor is an aside a takeaway beside the news."""
    text = (
        "Ferry sinks off Tambara\n\n"
        "A ferry with ninety people sank off Tambara on Monday, the coast guard of Kivele said.\n\n"
        "The boat left. The crew sang. The sea was calm.\n\n"
        "Ada Obi, the mayor of Kivele, opened a ferry museum in Tambara with Ben Tan and Li Wei "
        "of the Norwick Harbour Trust in the spring of the year before.\n"
    )
    others = {
        "b": "Ferry sinks\n\nDivers of the coast guard searched for a ferry that sank off Tambara "
        "with ninety people on Monday.\n"
    }
    _, found = chosen({"a": text, **others}, model, make_seeds)
    assert any(t.startswith("A ferry") for t in bottom_line(found))
    assert not any("museum" in t for t in bottom_line(found))
    assert not any(t.text.startswith(("The boat", "The crew")) for t in found)


def test_of_different_things_what_happened_is_told(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """Beside news, who somebody was is no takeaway, nor what stands deep in their life."""
    life = (
        "Ben Tan\n\nBen Tan (14 May 1901 – 3 June 1987) was a painter and architect of Kivele in "
        "the Tambara Highlands, and one of the founders of the Norwick Harbour Trust.\n\n"
        "He drew boats.\n\nThe first catalogue of Ben Tan was printed by the Norwick Harbour "
        "Trust in Tambara in the spring of 1951, and the second in Kivele in 1953.\n"
    )
    _, found = chosen({"a": NEWS, "b": life, "c": LANDSLIP}, model, make_seeds)
    assert {t.document for t in found} == {"a", "c"}
