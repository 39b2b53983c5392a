"""The site is put in its place whole, also where that place is a symbolic link."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from generator.files.guarded import clear_place
from generator.publish import swap


def build(site_dir: Path, words: str) -> None:
    """A site of one page."""
    with swap.site_aside(site_dir) as aside:
        aside.mkdir()
        (aside / "index.html").write_text(words, "utf-8")


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("beside", [True, False])
def test_a_link_stays_and_its_folder_is_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool, beside: bool
) -> None:
    """What a server publishes is renewed at every build; nothing is left in either place."""
    www, home = tmp_path / "www" / "html", tmp_path / "home"
    home.mkdir()
    if there:
        www.mkdir(parents=True)
        (www / "old.html").write_text("old", "utf-8")
    (home / "site").symlink_to(www)
    if not beside:  # only the folder itself may be written, not that which it lies in
        monkeypatch.setattr(os, "access", lambda *_: False)
    for words in ("one", "two"):
        build(home / "site", words)
        assert (home / "site").readlink() == www
        assert [p.read_text("utf-8") for p in www.iterdir()] == [words]
        assert [p.name for p in (*home.iterdir(), *www.parent.iterdir())] == ["site", "html"]


def test_what_may_not_be_written_is_put_aside_and_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site whose folders may only be read is replaced, and the next build finds nothing of it."""
    delete = shutil.rmtree

    def refuse(path: Path, *_arguments: object, ignore_errors: bool = False) -> None:
        folders = [path, *(p for p in path.rglob("*") if p.is_dir())]
        if all(folder.stat().st_mode & stat.S_IWUSR for folder in folders):
            delete(path)
        elif not ignore_errors:
            raise PermissionError(13, "closed", "index.html")

    build(tmp_path / "site", "one")
    (tmp_path / "site" / "sub").mkdir()
    (tmp_path / "site" / "sub").chmod(0o555)
    monkeypatch.setattr(shutil, "rmtree", refuse)
    for words in ("two", "three"):
        build(tmp_path / "site", words)
        assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_what_cannot_be_deleted_is_named_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library says the file's name alone, which tells nobody where it lies."""
    (tmp_path / ".site.new").mkdir()

    def refuse(_path: Path) -> None:
        raise PermissionError(13, "closed", "index.html")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(PermissionError) as caught:
        clear_place(tmp_path / ".site.new")
    assert caught.value.filename == str(tmp_path / ".site.new")


def test_what_an_earlier_version_left_goes(tmp_path: Path) -> None:
    """A link that was put aside in place of the site is deleted, not what it leads to."""
    (tmp_path / "www").mkdir()
    (tmp_path / ".site.new").symlink_to("www")
    build(tmp_path / "site", "one")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site", "www"]
