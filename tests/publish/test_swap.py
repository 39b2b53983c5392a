"""The site is put in its place whole, also where that place is a symbolic link."""

import os
from pathlib import Path

import pytest

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


def test_what_an_earlier_version_left_goes(tmp_path: Path) -> None:
    """A link that was put aside in place of the site is deleted, not what it leads to."""
    (tmp_path / "www").mkdir()
    (tmp_path / ".site.new").symlink_to("www")
    build(tmp_path / "site", "one")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site", "www"]
