"""The writer: by manifest, atomically, and only what is its own."""

from pathlib import Path

import pytest

from generator.errors import SiteError
from generator.pages.files import RenderedFile
from generator.pages.writer import delete_pages, write_pages


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """An empty docs folder."""
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def files(**contents: str) -> list[RenderedFile]:
    """Files by name, ``_`` for ``/``."""
    return [RenderedFile(n.replace("_", "/") + ".md", c.encode()) for n, c in contents.items()]


def test_equal_bytes_are_not_touched(docs: Path) -> None:
    """A file whose bytes are the same keeps its time of change."""
    write_pages(files(index="a", actors_x="b"), docs, docs / ".list")
    before = (docs / "index.md").stat().st_mtime_ns
    report = write_pages(files(index="a", actors_x="c"), docs, docs / ".list")
    assert report.written == ("actors/x.md",)
    assert report.unchanged == ("index.md",)
    assert (docs / "index.md").stat().st_mtime_ns == before


def test_what_is_no_more_is_deleted_with_its_folder(docs: Path) -> None:
    """A page that is not rendered any more goes, and so does a folder that it leaves empty."""
    write_pages(files(index="a", actors_x="b"), docs, docs / ".list")
    report = write_pages(files(index="a"), docs, docs / ".list")
    assert report.deleted == ("actors/x.md",)
    assert not (docs / "actors").exists()


def test_a_file_that_a_person_wrote_is_never_replaced(docs: Path) -> None:
    """A file that the manifest does not list stops the writing before anything is written."""
    (docs / "index.md").write_text("mine", "utf-8")
    with pytest.raises(SiteError, match="was not written by briefing"):
        write_pages(files(about="x", index="a"), docs, docs / ".list")
    assert (docs / "index.md").read_text("utf-8") == "mine"
    assert not (docs / "about.md").exists()


def test_a_file_that_a_person_wrote_is_never_deleted(docs: Path) -> None:
    """Deleting everything leaves what the manifest does not list."""
    write_pages(files(actors_x="b"), docs, docs / ".list")
    (docs / "actors" / "mine.md").write_text("mine", "utf-8")
    assert delete_pages(docs, docs / ".list").deleted == ("actors/x.md",)
    assert [p.name for p in docs.rglob("*") if p.is_file()] == ["mine.md"]


@pytest.mark.parametrize(
    "mine",
    ["topics.md", "topics.markdown", "Topics/Index.md", "topics/index.html", "topics/README.md"],
)
def test_a_persons_page_of_the_same_address_is_not_lost(docs: Path, mine: str) -> None:
    """The site would show one of the two; the file is named before anything is written."""
    (docs / mine).parent.mkdir(exist_ok=True)
    (docs / mine).write_text("mine", "utf-8")
    with pytest.raises(SiteError, match=r"'topics/index\.md' has the same address") as caught:
        write_pages(files(topics_index="x", about="x"), docs, docs / ".list")
    assert caught.value.where == str(docs / mine)
    assert [p.name for p in docs.rglob("*") if p.is_file()] == [Path(mine).name]


def test_a_persons_page_of_another_address_is_right(docs: Path) -> None:
    """What has another address, or is hidden, or no page, stays beside the generated pages."""
    for name in ("topics.html", "topics/mine.md", ".topics.md", "topics.css"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("mine", "utf-8")
    assert write_pages(files(topics_index="x"), docs, docs / ".list").written


def test_a_file_in_a_folders_place_is_told(docs: Path) -> None:
    """A file that is called as a folder of pages stops the writing before it begins."""
    (docs / "topics").write_text("mine", "utf-8")
    with pytest.raises(SiteError, match="was not written by briefing") as caught:
        write_pages(files(topics_index="x", about="x"), docs, docs / ".list")
    assert caught.value.where == str(docs / "topics")
    assert not (docs / "about.md").exists()


def test_only_its_own_passing_files_are_cleared(docs: Path) -> None:
    """What an ended build left goes; a person's file whose name begins alike stays."""
    (docs / ".briefing-note.md").write_text("mine", "utf-8")
    (docs / ".briefing-0a1b2c3d").write_text("mine", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: 1 / 0)
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(ZeroDivisionError):
            write_pages(files(about="x"), docs, docs / ".list")
    left = {p.name for p in docs.iterdir()}
    assert len(left) == 3
    write_pages(files(about="x"), docs, docs / ".list")
    kept = {".briefing-note.md", ".briefing-0a1b2c3d"}
    assert {p.name for p in docs.iterdir()} == {"about.md", ".list", *kept}


@pytest.mark.parametrize("path", ["../x.md", "/etc/x", "a/../../x", ""])
def test_no_path_leads_out_of_the_folder(docs: Path, path: str) -> None:
    """A path that would leave the docs folder is refused."""
    with pytest.raises(SiteError):
        write_pages([RenderedFile(path, b"x")], docs, docs / ".list")


def test_a_damaged_manifest_is_told(docs: Path) -> None:
    """A manifest that cannot be read stops the writing with what to do."""
    (docs / ".list").write_text("{", "utf-8")
    with pytest.raises(SiteError, match="cannot be read"):
        write_pages(files(index="a"), docs, docs / ".list")


def test_no_temporary_file_is_left(docs: Path) -> None:
    """After writing there is nothing but the files and the manifest."""
    write_pages(files(index="a"), docs, docs / ".list")
    assert sorted(p.name for p in docs.iterdir()) == [".list", "index.md"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("actors/x.md", "actors/x.md"),
        ("actors/x.md", "actors/X.md"),
        ("actors/caf\u00e9.md", "actors/cafe\u0301.md"),
        ("actors/x.md", "actors/x/index.md"),
    ],
)
def test_two_files_of_one_place_are_refused(docs: Path, one: str, other: str) -> None:
    """Nothing is written where two files are one on some file system, or one page of the site."""
    pages = [RenderedFile(one, b"a"), RenderedFile(other, b"b")]
    with pytest.raises(SiteError, match="two pages ask for one file"):
        write_pages(pages, docs, docs / ".list")
    assert list(docs.iterdir()) == []
