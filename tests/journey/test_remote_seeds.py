"""Sources that lie in a store: the bytes of a folder, copied once, and never written to."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from made_volumes import NOTE, article

from generator.cache.fingerprint import files_below
from generator.cli import main
from generator.commands.remote_seeds import bring_seeds
from generator.config import Site, read_site
from generator.errors import SeedError, SettingsError

fsspec = pytest.importorskip("fsspec", reason="the extra `remote` is not installed")
pytestmark = pytest.mark.journey

SETTINGS = "site_name: Vallen\nplugins:\n  - briefing: {{seeds: '{seeds}'}}\n"


def fill(folder: Path) -> Path:
    """Put two articles, one of them deeper, and a sidecar into a folder."""
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "ferry.txt").write_text(article(2024, "Ada Okoye", "ferry", 3), "utf-8")
    (folder / "note.txt").write_text(NOTE, "utf-8")
    (folder / "note.txt.yml").write_text("published: 2024-03-01\n", "utf-8")
    return folder


def site_with(folder: Path, seeds: str) -> Site:
    """A site whose sources lie at an address."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(SETTINGS.format(seeds=seeds), "utf-8")
    return read_site(folder / "mkdocs.yml", working_dir=folder)


def run(command: str, site: Site, *more: str) -> Result:
    """Run a command of the site."""
    return CliRunner().invoke(main, [command, "-f", str(site.config_file), *more])


def content(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files_below(folder)}


def test_a_store_gives_the_bytes_of_a_folder(tmp_path: Path) -> None:
    """`file://` is read like the folder itself, and what leaves the store leaves the pages."""
    store = fill(tmp_path / "store")
    fill(tmp_path / "local" / "seeds")
    local = site_with(tmp_path / "local", "seeds")
    remote = site_with(tmp_path / "remote", f"file://{store}")
    for site in (local, remote):
        done = run("generate", site)
        assert done.exit_code == 0, done.output
    assert content(remote.docs_dir) == content(local.docs_dir)
    (store / "note.txt").unlink()
    (store / "note.txt.yml").unlink()
    assert run("generate", remote).exit_code == 0
    assert not [p for p in content(remote.docs_dir) if p.startswith("sources/note")]


def test_only_what_changed_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second look asks for the one file that has changed; what is no seed is never fetched."""
    store = fsspec.filesystem("memory")
    store.pipe({"/news/a.txt": NOTE.encode(), "/news/b.txt": b"B", "/news/film.mp4": b"x" * 99})
    site = site_with(tmp_path, "memory://news")
    asked: list[str] = []
    fetch = type(store).cat_file

    def counted(self: object, path: str, **part: int) -> bytes:
        asked.append(path)
        return bytes(fetch(self, path, **part))

    monkeypatch.setattr(type(store), "cat_file", counted)
    bring_seeds(site)
    assert asked == ["/news/a.txt", "/news/b.txt"]
    assert (site.seeds_dir / "film.mp4").read_bytes() == b""
    store.pipe("/news/b.txt", b"changed")
    bring_seeds(site)
    assert asked[2:] == ["/news/b.txt"]
    assert (site.seeds_dir / "b.txt").read_bytes() == b"changed"


def test_a_store_is_never_written_to(tmp_path: Path) -> None:
    """Commands that write beside the sources say that they cannot."""
    site = site_with(tmp_path, f"file://{fill(tmp_path / 'store')}")
    done = run("correct", site, "hide", "ada-okoye", "--why", "asked for")
    assert (done.exit_code, "in a store" in done.output) == (2, True)
    assert "file://" in run("doctor", site).output


class Wicked:
    """A store that names a file out of the folder."""

    def find(self, path: str, *, detail: bool) -> dict[str, dict[str, object]]:
        """One path that climbs."""
        assert detail
        return {f"{path}/../../escaped.txt": {}}


def test_a_path_out_of_the_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store cannot make a build write anywhere else."""
    monkeypatch.setattr("fsspec.core.url_to_fs", lambda _url: (Wicked(), "news"))
    with pytest.raises(SeedError, match="no path of a file"):
        bring_seeds(site_with(tmp_path, "memory://news"))


def test_an_unknown_store_is_an_error_with_its_address(tmp_path: Path) -> None:
    """What fsspec does not know is said with what was asked for."""
    with pytest.raises((SeedError, SettingsError), match="nowhere"):
        bring_seeds(site_with(tmp_path, "nowhere://news"))
