"""Plain ``mkdocs build``: on a fresh clone, and strictly, it makes the same journey."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from commanding import briefing
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.cache import lock
from generator.cache.lock import build_lock
from generator.commands.verify import verify_site
from generator.config import read_site
from generator.errors import SiteError
from generator.i18n.catalogue import load_catalogue
from generator.plugin import BriefingPlugin
from generator.publish.engine import DONE
from generator.read.seeds import read_seeds

pytestmark = pytest.mark.journey

COMMITTED = ("mkdocs.yml", "templates", "docs/guide", "docs/assets")
"""What a clone has of what the engine reads; everything else below ``docs/`` is generated."""


@pytest.fixture(scope="module")
def clone(root: Path, seeds_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it is cloned, with the demo's articles, built with MkDocs alone."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(seeds_dir, folder / "seeds")
    for name in COMMITTED:
        source, target = root / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_mkdocs_alone_builds_a_proven_site(clone: Path) -> None:
    """Without a warning: pages, data, search index and offline copy, all of it proven."""
    site = clone / "site"
    proven = verify_site(
        site,
        read_seeds(clone / "seeds").documents,
        catalogue=load_catalogue("en"),
        site_name=read_site(clone / "mkdocs.yml", working_dir=clone).name,
    )
    assert proven.failures == ()
    assert proven.statements > 1000
    for name in ("data/briefing.db", "data/briefing-offline.zip", "llms.txt", "sitemap.xml"):
        assert (site / name).is_file()


def test_every_page_of_a_plain_build_has_the_policy(clone: Path) -> None:
    """The guide's pages and the page for what is not found have it as well."""
    for page in (clone / "site").rglob("*.html"):
        head = page.read_text("utf-8").partition("</head>")[0]
        assert 'http-equiv="Content-Security-Policy"' in head, page


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
def test_the_lock_is_taken_once_a_build(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, site and search are made under one hold of it: no moment is left between."""
    taken: list[int] = []
    own = lock._take

    def take(handle: int) -> bool:
        taken.append(handle)
        return own(handle)

    monkeypatch.setattr(lock, "_take", take)
    monkeypatch.chdir(clone)
    config = load_config("mkdocs.yml")
    build(config)
    assert len(taken) == 1
    with build_lock(read_site(clone / "mkdocs.yml", working_dir=clone).cache_dir):
        assert len(taken) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
@pytest.mark.parametrize("ends_well", [True, False])
def test_the_lock_is_held_until_the_site_is_there(tmp_path: Path, *, ends_well: bool) -> None:
    """Between the pages and the site no other build begins; however it ends, the lock is let go."""
    plugin, config = BriefingPlugin(), MkDocsConfig()
    config.load_dict({"extra": {DONE: True}})
    config.validate()
    plugin.held.enter_context(build_lock(tmp_path))
    with pytest.raises(SiteError, match="another build"), build_lock(tmp_path):
        pass
    if ends_well:
        plugin.on_post_build(config=config)
    else:
        plugin.on_build_error(error=ValueError())
    with build_lock(tmp_path):
        assert (tmp_path / "build.lock").is_file()


def link_to_nothing(root: Path) -> None:
    """A picture that leads nowhere."""
    (root / "docs" / "plan.png").symlink_to(root / "nowhere.png")


def no_utf8(root: Path) -> None:
    """A page of the owner's in letters of another encoding."""
    (root / "docs" / "notes.md").write_bytes(b"# Caf\xe9\n")


def broken_hook(root: Path) -> None:
    """A hook of the owner's that ends in an error."""
    hook = "def on_pre_build(config):\n    raise KeyError('nothing')\n"
    (root / "own_hook.py").write_text(hook, "utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [own_hook.py]\n")


FAULTS: Mapping[str, tuple[Callable[[Path], None], str]] = {
    "a link to nothing": (link_to_nothing, "plan.png: the system refused .* Mend that, and run"),
    "a page that is not UTF-8": (no_utf8, r"notes.md: .* not UTF-8 \(byte 5, line 1\).* Mend it"),
    "a hook": (broken_hook, r"own_hook.py:2: this ended in an error \(KeyError.* take it out"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="a symbolic link needs a right there")
@pytest.mark.parametrize("fault", FAULTS)
def test_what_its_owner_must_mend_is_told_with_what_to_do(
    make_seeds: Callable[[Mapping[str, str]], Path], monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """The file, what is wrong with it and what to do, by MkDocs alone as by the command."""
    root = make_seeds({"bridge.txt": "Mayor Ngozi Ade said that the bridge is shut.\n"}).parent
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [briefing]\n", "utf-8")
    make, told = FAULTS[fault]
    make(root)
    monkeypatch.chdir(root)
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(PluginError, match=told):
        build(config)
    done = briefing("build", cwd=root)
    assert done.returncode == SiteError.exit_code
    assert re.search(told, " ".join(done.stderr.split()))
