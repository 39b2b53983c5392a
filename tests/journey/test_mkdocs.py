"""Plain ``mkdocs build``: on a fresh clone, and strictly, it makes the same journey."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

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
