"""Pictures of stories for previews of links."""

import sys
from pathlib import Path

import pytest
from handmade import make_site
from msgspec.structs import replace

from generator.commands.build import gather
from generator.config import Settings
from generator.errors import SettingsError
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.corpus import Corpus
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.story_pictures import drawing_of, story_pictures
from generator.pages.site_map import list_pages

SEEDS = Path(__file__).with_name("golden") / "newsroom" / "seeds"
PNG = b"\x89PNG\r\n\x1a\n"
PATH = "stories/story-bridge-1/picture.png"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Two stories of three documents each, and one document that stands alone."""
    return gather(
        SEEDS, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    ).corpus


def look_at(corpus: Corpus, root: Path, *, pictures: bool = True, name: str = "") -> CorpusIndex:
    """The corpus of a site that asks for pictures."""
    site = replace(
        make_site(root, name=name or "Vallen and Merrow"),
        settings=Settings(story_pictures=pictures),
    )
    return CorpusIndex(corpus, site, load_catalogue("en"))


def test_each_story_has_a_picture_of_the_same_bytes(corpus: Corpus, tmp_path: Path) -> None:
    """One PNG a story beside its page, drawn alike each time, with its label and newest source."""
    pytest.importorskip("resvg_py", reason="the extra `pictures` is not installed")
    index = look_at(corpus, tmp_path)
    made = dict(story_pictures(index))
    assert len(made) == len(index.stories)
    assert PATH in made
    assert all(picture.startswith(PNG) for picture in made.values())
    assert made == dict(story_pictures(index))
    drawing = drawing_of(index, next(s for s in index.stories if s.id == "story-bridge-1"))
    assert "Mayor defends" in drawing
    assert "Vallen Herald, 10 Mar" in drawing


def test_the_page_names_its_picture(corpus: Corpus, tmp_path: Path) -> None:
    """The head of a story's page has the path; no other page has one, nor has any unasked."""
    for asked in (True, False):
        index = look_at(corpus, tmp_path, pictures=asked)
        named = [p.picture for p in list_pages(index, BuildInfo(), None) if p.picture]
        assert len(named) == (len(index.stories) if asked else 0)
    assert dict(story_pictures(index)) == {}


def test_words_that_cannot_be_set_have_no_picture(corpus: Corpus, tmp_path: Path) -> None:
    """A name in letters that the font has not is left out whole, not shown as boxes."""
    index = look_at(corpus, tmp_path, name="新聞")
    assert [drawing_of(index, story) for story in index.stories] == [""] * len(index.stories)


def test_a_missing_extra_is_named(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pictures are asked for and cannot be drawn, the message says what to install."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(SettingsError, match="extra"):
        dict(story_pictures(look_at(corpus, tmp_path)))
