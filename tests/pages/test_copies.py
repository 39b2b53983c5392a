"""Copies of one text: what they say is shown and counted once, with the other places."""

import pytest
from handmade import make_site
from msgspec.structs import replace

from generator.commands.build import gather
from generator.config import Settings
from generator.i18n.catalogue import load_catalogue
from generator.pages.corpus_index import CorpusIndex
from generator.pages.presenters.actors import view_actor
from generator.pages.presenters.cards import actor_card, timeline_row, topic_cards
from generator.pages.presenters.compare import view_comparison
from generator.pages.presenters.home import view_home
from generator.pages.presenters.quotations import quoted_table
from generator.pages.presenters.timeline import view_timelines
from generator.pages.views import ToldPassage

STORY = (
    "Harbour wall of Orrin gives way\n\nBy Ada Obi\n\n{day} March 2031\n\n"
    "The harbour wall of Orrin gave way on Monday after a night of high waves.\n\n"
    "“The boats were gone by the morning,” said Mara Telle, who runs the harbour. "
    "She lost {boats} boats.\n\n"
    "The harbour wall was last mended in 2019, when a barge ran into it. Nobody was hurt then.\n"
)
OTHER = (
    "What the harbour wall costs\n\nBy Li Wei\n\n14 March 2031\n\n"
    "The council of Orrin will vote on the harbour wall in May.\n"
)


SCHOOL = (
    "School to be rebuilt\n\nBy {by}\n\n{day} May 2031\n\n"
    "{opening}The school in Ravensby will be rebuilt in 2033, {who} said on Monday after a long "
    "debate in the town hall.\n\n"
    "“The roof is beyond repair and the walls are wet,” she said. Parents had asked for a new "
    "building since the storm of 2029, which took half of the roof.\n\n"
    "“We warned the council,” {chair} said. The works will cost nine million euros and last two "
    "years, the office said. Pupils will move to the old library in Ravensby, where ten rooms have "
    "been made ready.\n"
)
"""A text that does not name who speaks, and a copy that does."""


def _gathered(tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]) -> CorpusIndex:
    """The index of these texts."""
    seeds = tmp_path_factory.mktemp("seeds")
    for name, text in texts.items():
        (seeds / f"{name}.txt").write_text(text, "utf-8")
    corpus = gather(
        seeds, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    ).corpus
    return CorpusIndex(corpus, make_site(tmp_path_factory.mktemp("site")), load_catalogue("en"))


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> CorpusIndex:
    """A text, and copies of it that name the speaker, and attribute the same words otherwise."""
    opening = "Paula Kemp, who leads the education office, spoke in the town hall on Monday. "
    named = {"opening": opening, "who": "Paula Kemp"}
    return _gathered(
        tmp_path_factory,
        {
            "d": SCHOOL.format(by="Ada Obi", day=2, opening="", who="the office", chair="she"),
            "e": SCHOOL.format(by="Li Wei", day=3, chair="Paula Kemp", **named),
            "f": SCHOOL.format(by="Jo Lind", day=4, chair="Kemp", **named),
        },
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> CorpusIndex:
    """A text, two copies of it, a reprint with another number, and a text of its own."""
    same = {name: STORY.format(day=12, boats=40) for name in ("a", "b", "c")}
    return _gathered(tmp_path_factory, {**same, "d": STORY.format(day=13, boats=60), "e": OTHER})


def _labels(told: ToldPassage) -> list[str]:
    """The documents in which the words stand as well."""
    return [c.label.text for c in told.elsewhere.also]


def test_a_quotation_in_copies_counts_once(index: CorpusIndex) -> None:
    """In the matrix, in the actor's card and in the number of all quotations."""
    home = view_home(index)
    (row,) = [r for r in home.quoted.rows if r.link.words.text == "Mara Telle"]
    assert ([c.count for c in row.cells], row.total) == ([1, 0, 0, 0, 0], 1)
    assert home.more_quotations == 1
    (telle,) = [a for a in index.corpus.actors if a.name == "Mara Telle"]
    card = actor_card(index, telle)
    assert card.quotations == 1
    assert [s.count for s in card.quoted_in] == [1, 0, 0, 0, 0]


def test_an_event_in_copies_is_told_once_with_the_other_places(index: CorpusIndex) -> None:
    """The timeline has each wording once, and says where it stands as well."""
    rows = [row for page in view_timelines(index) for row in (*page.rows, *page.background)]
    for row in rows:
        told = ["".join(part.text for part in p.passage.parts) for p in row.passages]
        assert len(set(told)) == len(told)
    (wall,) = [row for row in rows if row.when.value.startswith("2031-03-10")]
    (only,) = wall.passages
    assert _labels(only) == [index.labels[d].text for d in ("b", "c", "d")]


def test_what_copies_share_is_no_topic_of_several_texts(index: CorpusIndex) -> None:
    """A topic's places are counted where they are read first; only texts share topics."""
    for card in topic_cards(index, index.corpus.topics):
        assert all(s.count == 0 for s in card.shares[1:3])
    page = view_comparison(index)
    shared = {c.link.words.text.casefold() for c in page.shared}
    assert any("harbour wall" in words for words in shared)
    assert not any("boats" in words or "barge" in words for words in shared)
    assert len(page.numbers) == 1


def test_what_only_copies_attribute_is_counted_as_it_is_shown(schools: CorpusIndex) -> None:
    """A speaker whom the copied text does not name has her quotations, each once, in every list."""
    assert {r.copy_of for r in schools.corpus.documents} - {None}
    (kemp,) = [a for a in schools.corpus.actors if a.name == "Paula Kemp"]
    page = view_actor(schools, kemp)
    assert page.card.quotations == len(page.quotations) == 2
    (row,) = [r for r in quoted_table(schools, 9).rows if r.link.words.text == "Paula Kemp"]
    assert row.total == 2
    assert all(card.copies for card in page.quotations)


def test_a_statement_of_copies_counts_and_is_listed_once(schools: CorpusIndex) -> None:
    """Her page lists it once, with the other place."""
    (kemp,) = [a for a in schools.corpus.actors if a.name == "Paula Kemp"]
    page = view_actor(schools, kemp)
    assert len(kemp.statements_by) == 2
    assert page.card.statements == len(page.statements) == 1
    assert page.statements[0].elsewhere.copies == 1


def test_what_copies_say_of_somebody_is_told_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """What others say about them and what they did: one line, however often it was printed."""
    text = (
        "Ferry of Orrin inspected\n\nBy Ada Obi\n\n{day} March 2031\n\n"
        "Mara Telle inspected the ferry of Orrin on Monday after a long dispute with its crew.\n\n"
        "“Mara Telle told Orrin the truth about its ferry,” said Bo Ek, the mayor of Orrin.\n\n"
        "The ferry was last mended in 2019, when a barge ran into it. Nobody was hurt then.\n"
    )
    found = _gathered(tmp_path_factory, {n: text.format(day=12) for n in ("a", "b", "c")})
    (telle,) = [a for a in found.corpus.actors if a.name == "Mara Telle"]
    page = view_actor(found, telle)
    assert [card.copies for card in page.about] == [2]
    assert len(page.actions) == 1


def test_an_events_other_places_stand_below_their_own_words(index: CorpusIndex) -> None:
    """Those of a passage that is not shown are not told, nor below the words of another."""
    (wall,) = [e for e in index.corpus.timeline if e.date.startswith("2031-03-10")]
    others = [m for e in index.corpus.timeline if e.date.startswith("2019") for m in e.members]
    (first, *_) = index.copies.fold(others)
    both = replace(wall, members=(*first, *wall.members))
    short, long = (timeline_row(index, both, most=n, first=f) for n, f in ((1, ""), (2, "e")))
    assert (len(short.passages), len(long.passages)) == (1, 2)
    for told in (*short.passages, *long.passages):
        assert _labels(told) == [index.labels[d].text for d in ("b", "c", "d")]
