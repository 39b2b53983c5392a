"""The system refuses one call of a build, once: the next run's bytes are a clean build's."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import commanding
import pytest

pytestmark = pytest.mark.journey

MakeSeeds = Callable[[Mapping[str, str]], Path]
STORY = "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n"
SLICE = ("docs/about", "templates/assets", "lunr.da.min.js")
PLACES = (
    "docs/topics",
    "assets/images",
    "material/templates/partials/javascripts",
    ".site.new/actors",
    ".site.new/assets/stylesheets",
)
"""How paths end that the system refuses: of pages, of the theme, of the site that is made."""
MOST = 12
"""Times that a place is looked at in a build, at most."""


def shown(folder: Path) -> dict[str, bytes]:
    """Everything that was made, cache apart."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for name in ("docs", "site")
        for p in sorted((folder / name).rglob("*"))
        if p.is_file()
    }


def build_refused(folder: Path, place: str, nth: int) -> tuple[bool, int, str]:
    """A build whose n-th call at a place is refused: if there was one, its status and its words."""
    met = 0

    def refusing(call: Callable[..., object]) -> Callable[..., object]:
        def refused(path: object, *given: object, **named: object) -> object:
            nonlocal met
            if isinstance(path, str | Path) and os.fspath(path).endswith(place):
                met += 1
                if met == nth:
                    raise PermissionError(13, "refused once", os.fspath(path))
            return call(path, *given, **named)

        return refused

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", refusing(os.scandir))
        patch.setattr(os, "unlink", refusing(os.unlink))
        done = commanding.briefing("build", cwd=folder)
    return met >= nth, done.returncode, done.stderr


@pytest.mark.parametrize(
    "place",
    [
        *(pytest.param(place, marks=pytest.mark.slow) for place in SLICE),
        *(pytest.param(place, marks=pytest.mark.nightly) for place in PLACES),
    ],
)
def test_what_was_refused_once_is_not_missing_for_ever(make_seeds: MakeSeeds, place: str) -> None:
    """Where a folder could not be looked into, the site lacked it, and every later run kept that.

    So it was with the folders that the engine lists for itself, and with a file that stayed where
    it was to be deleted.
    """
    folder = make_seeds({f"{t}.txt": f"{STORY}\n{t}\n" for t in ("aber", "bray")}).parent
    assert commanding.briefing("build", cwd=folder).returncode == 0
    clean = shown(folder)
    for nth in range(1, MOST):
        for name in ("docs", "site"):
            shutil.rmtree(folder / name)
        (folder / ".cache" / "site.json").unlink(missing_ok=True)
        refused, status, said = build_refused(folder, place, nth)
        assert "Traceback" not in said
        if not refused:
            break
        assert status in {0, 5}
        assert commanding.briefing("build", cwd=folder).returncode == 0
        assert shown(folder) == clean, nth
    assert nth > 1
