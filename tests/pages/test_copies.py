"""Copies of one text: what they say is shown and counted once, with the other places."""

import pytest
from handmade import make_site

from generator.commands.build import gather
from generator.config import Settings
from generator.i18n.catalogue import load_catalogue
from generator.pages.corpus_index import CorpusIndex
from generator.pages.presenters.cards import actor_card, topic_cards
from generator.pages.presenters.compare import view_comparison
from generator.pages.presenters.home import view_home
from generator.pages.presenters.timeline import view_timelines

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


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> CorpusIndex:
    """A text, two copies of it, a reprint with another number, and a text of its own."""
    seeds = tmp_path_factory.mktemp("seeds")
    for name in ("a", "b", "c"):
        (seeds / f"{name}.txt").write_text(STORY.format(day=12, boats=40), "utf-8")
    (seeds / "d.txt").write_text(STORY.format(day=13, boats=60), "utf-8")
    (seeds / "e.txt").write_text(OTHER, "utf-8")
    corpus = gather(
        seeds, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    ).corpus
    site = make_site(tmp_path_factory.mktemp("site"))
    return CorpusIndex(corpus, site, load_catalogue("en"))


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
        told = ["".join(part.text for part in p.parts) for p in row.passages]
        assert len(set(told)) == len(told)
    (wall,) = [row for row in rows if row.when.value.startswith("2031-03-10")]
    assert [c.label.text for c in wall.also] == [index.labels[d].text for d in ("b", "c", "d")]


def test_what_copies_share_is_no_topic_of_several_texts(index: CorpusIndex) -> None:
    """A topic's places are counted where they are read first; only texts share topics."""
    for card in topic_cards(index, index.corpus.topics):
        assert all(s.count == 0 for s in card.shares[1:3])
    page = view_comparison(index)
    shared = {c.link.words.text.casefold() for c in page.shared}
    assert any("harbour wall" in words for words in shared)
    assert not any("boats" in words or "barge" in words for words in shared)
    assert len(page.numbers) == 1
