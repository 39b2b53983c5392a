"""Golden pages: seeds beside the pages that they must give, one of each type.

``pytest --update-golden`` writes them anew; the difference is for review.
"""

from pathlib import Path

import pytest
from handmade import make_site

from generator.commands.build import gather
from generator.config import Settings
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.pages.presenters import about
from generator.pages.render import render_pages

GOLDEN = Path(__file__).with_name("golden")
MADE_BY = BuildInfo("1.0", "rules", "model", "digest")
KINDS = ("actors", "topics", "sources", "stories")
"""Folders whose pages are of one type each: the first of them stands for all."""


def chosen(paths: list[str]) -> list[str]:
    """Every hub, and the first page of each type that has many."""
    pages = [p for p in paths if p.endswith(".md")]
    hubs = [p for p in pages if p.endswith("index.md")]
    many = ([p for p in pages if p.startswith(f"{k}/") and p not in hubs] for k in KINDS)
    return sorted([*hubs, *(min(found) for found in many if found)])


@pytest.fixture(scope="module", params=["harbour", "newsroom"])
def case(request: pytest.FixtureRequest) -> str:
    """Two documents of one matter; then two stories and a document that stands alone."""
    return str(request.param)


@pytest.fixture(scope="module")
def pages(case: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages that the seeds give today, without the figures and digests of this machine."""
    root = tmp_path_factory.mktemp("golden")
    gathered = gather(
        GOLDEN / case / "seeds",
        settings=Settings(),
        cache_dir=None,
        progress=lambda _step, _done, _total: None,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(about, "read_figures", tuple)
        files = render_pages(
            gathered.corpus,
            make_site(root, name="Port Ellin"),
            catalogue=load_catalogue("en"),
            build_info=MADE_BY,
        )
    made = {f.path: f.content for f in files}
    return {path: made[path].decode("utf-8") for path in chosen(sorted(made))}


def written(folder: Path) -> dict[str, str]:
    """The golden pages as they lie in the folder."""
    found = sorted(folder.rglob("*.md"))
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in found}


def test_pages_are_as_they_were_reviewed(
    case: str, pages: dict[str, str], request: pytest.FixtureRequest
) -> None:
    """A page that changes shows as a difference of its golden file."""
    folder = GOLDEN / case / "pages"
    if request.config.getoption("--update-golden"):
        for path in set(written(folder)) - set(pages):
            (folder / path).unlink()
        for path, text in pages.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8", newline="")
    golden = written(folder)
    assert sorted(golden) == sorted(pages)
    for path, text in pages.items():
        assert text == golden[path], f"{path} changed: --update-golden, then read the difference"
