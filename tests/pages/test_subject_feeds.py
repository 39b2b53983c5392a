"""Feeds of one matter: a story, an actor, a topic."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from handmade import make_site
from msgspec.structs import replace

from generator.commands.build import gather
from generator.config import Settings
from generator.i18n.catalogue import load_catalogue
from generator.model.corpus import Corpus
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.subject_feeds import subject_feeds
from generator.pages.presenters.actors import is_passing, view_actor

SEEDS = Path(__file__).with_name("golden") / "newsroom" / "seeds"
SPACE = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Two stories of three documents each, and one document that stands alone."""
    return gather(
        SEEDS, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    ).corpus


def look_at(corpus: Corpus, root: Path, url: str = "") -> CorpusIndex:
    """The corpus of a site with this address."""
    site = replace(make_site(root, name="Vallen and Merrow"), url=url)
    return CorpusIndex(corpus, site, load_catalogue("en"))


def entries(feed: str, part: str) -> list[str]:
    """One part of each entry of a feed."""
    root = ET.fromstring(feed)  # noqa: S314 our own bytes
    return [e.findtext(f"a:{part}", "", SPACE) for e in root.findall("a:entry", SPACE)]


def test_the_feed_of_a_story_has_its_documents_newest_first(corpus: Corpus, tmp_path: Path) -> None:
    """No document of another story is in it, and each says how it begins."""
    feeds = dict(subject_feeds(look_at(corpus, tmp_path)))
    feed = feeds["stories/story-bridge-1/feed.xml"]
    days = entries(feed, "updated")
    assert len(days) == 3
    assert days == sorted(days, reverse=True)
    assert "orchard" not in feed
    text = {row.document.id: row.document.text for row in corpus.documents}
    told = " ".join(text[f"bridge-{n}"] for n in (1, 2, 3))
    assert all(s and s in " ".join(told.split()) for s in entries(feed, "summary"))


def test_the_feed_of_an_actor_says_what_they_said(corpus: Corpus, tmp_path: Path) -> None:
    """An entry has the actor's words, in quotation marks, where its document quotes them."""
    feed = dict(subject_feeds(look_at(corpus, tmp_path)))["actors/gwen-trevose/feed.xml"]
    said = [q.text for q in corpus.quotations if "gwen-trevose" in q.speakers]
    summaries = "\n".join(entries(feed, "summary"))
    assert said
    assert all(f"“{words}”" in summaries for words in said)


def test_a_page_leads_to_its_feed_where_there_is_one(corpus: Corpus, tmp_path: Path) -> None:
    """Who is only named, once, has a page and no feed; every other has both."""
    first = next(a for a in corpus.actors if a.shown)
    once = replace(first, mentions=first.mentions[:1], quotations_by=(), statements_by=())
    look = look_at(
        replace(corpus, actors=(once, *(a for a in corpus.actors if a is not first))), tmp_path
    )
    feeds = dict(subject_feeds(look))
    shown = [a for a in look.corpus.actors if a.shown]
    assert is_passing(shown[0])
    for actor in shown:
        feed = view_actor(look, actor).feed
        assert (feed in feeds) == (not is_passing(actor)) == bool(feed)


def test_addresses_in_a_feed_suit_its_place(corpus: Corpus, tmp_path: Path) -> None:
    """They lead up from the feed's folder, or are whole where the site's address is known."""
    path = "stories/story-bridge-1/feed.xml"
    near = dict(subject_feeds(look_at(corpus, tmp_path)))[path]
    assert 'href="../../sources/bridge-1/"' in near
    assert f'href="../../{path}"' in near
    far = dict(subject_feeds(look_at(corpus, tmp_path, "https://example.org/b/")))[path]
    assert 'href="https://example.org/b/sources/bridge-1/"' in far
    assert "<id>https://example.org/b/stories/story-bridge-1/</id>" in far
    assert "../" not in far
