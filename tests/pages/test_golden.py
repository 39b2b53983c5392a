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
from generator.model.corpus import Corpus
from generator.pages.exports.json_data import render_data
from generator.pages.presenters import about
from generator.pages.render import render_pages
from generator.pages.views import Words
from generator.pages.volume_rows import read_volume_rows
from generator.pages.volumes import label_volume, render_front

GOLDEN = Path(__file__).with_name("golden")
MADE_BY = BuildInfo("1.0", "rules", "model", "digest")
KINDS = ("actors", "topics", "sources", "stories", "names")
"""Folders whose pages are of one type each: the first of them stands for all."""
NOTICE = ["sources/index.md", "sources/pier.md"]
"""What a withdrawal changes: the list of sources, and the page where the source was."""
VOLUMES = ("harbour", "withdrawal")
WORDS = load_catalogue("en")


def chosen(paths: list[str]) -> list[str]:
    """Every hub, and the first page of each type that has many."""
    pages = [p for p in paths if p.endswith(".md")]
    hubs = [p for p in pages if p.endswith("index.md")]
    many = ([p for p in pages if p.startswith(f"{k}/") and p not in hubs] for k in KINDS)
    return sorted([*hubs, *(min(found) for found in many if found)])


def resolved(case: str) -> Corpus:
    """The corpus of the seeds of a case."""
    return gather(
        GOLDEN / case / "seeds",
        settings=Settings(),
        cache_dir=None,
        progress=lambda _step, _done, _total: None,
    ).corpus


def rendered(corpus: Corpus, root: Path) -> dict[str, bytes]:
    """All files of its pages, without the figures and digests of this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(about, "read_figures", tuple)
        site = make_site(root, name="Port Ellin")
        files = render_pages(corpus, site, catalogue=WORDS, build_info=MADE_BY)
    return {f.path: f.content for f in files}


def rendered_front(root: Path) -> dict[str, bytes]:
    """The front over two volumes, each of the seeds of another case."""
    rows = []
    for case in VOLUMES:
        corpus, docs = resolved(case), root / case
        data = {f"data/{name}": text for name, text in render_data(corpus, MADE_BY).items()}
        for path, content in {**rendered(corpus, root), **data}.items():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_bytes(content)
        label = label_volume(case, Words(case, label="file"))
        rows.append(read_volume_rows(docs, case, label, WORDS))
    files = render_front(rows, make_site(root, name="Port Ellin"), WORDS)
    return {f.path: f.content for f in files}


@pytest.fixture(scope="module", params=["harbour", "newsroom", "withdrawal", "volumes"])
def case(request: pytest.FixtureRequest) -> str:
    """Two documents of one matter; two stories and one alone; a source withdrawn; two volumes."""
    return str(request.param)


@pytest.fixture(scope="module")
def pages(case: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages that stand for all of their type, as the seeds give them today."""
    root = tmp_path_factory.mktemp("golden")
    made = rendered_front(root) if case == "volumes" else rendered(resolved(case), root)
    paths = NOTICE if case == "withdrawal" else chosen(sorted(made))
    return {path: made[path].decode("utf-8") for path in paths}


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


TYPES = {
    "about": "harbour/pages/about/index.md",
    "actor": "harbour/pages/actors/ngozi-ade.md",
    "actors": "harbour/pages/actors/index.md",
    "changes": "harbour/pages/changes/index.md",
    "compare": "harbour/pages/compare/index.md",
    "compare_stories": "newsroom/pages/compare/index.md",
    "data": "harbour/pages/data/index.md",
    "front": "newsroom/pages/index.md",
    "home": "harbour/pages/index.md",
    "print": "harbour/pages/print/index.md",
    "print_stories": "newsroom/pages/print/index.md",
    "quotations": "harbour/pages/quotations/index.md",
    "search": "harbour/pages/search/index.md",
    "source": "harbour/pages/sources/evening.md",
    "sources": "harbour/pages/sources/index.md",
    "stories": "newsroom/pages/stories/index.md",
    "story": "newsroom/pages/stories/story-bridge-1.md",
    "timeline": "harbour/pages/timeline/index.md",
    "topic": "harbour/pages/topics/boats.md",
    "topics": "harbour/pages/topics/index.md",
    "volume_data": "volumes/pages/data/index.md",
    "volume_name": "volumes/pages/actors/ngozi-ade.md",
    "volume_names": "volumes/pages/actors/index.md",
    "volumes": "volumes/pages/index.md",
    "withdrawn": "withdrawal/pages/sources/pier.md",
}
"""Each template of a page, and the golden page that it made."""


def test_every_type_of_page_has_a_golden_page(request: pytest.FixtureRequest) -> None:
    """No template of a page is without one, and no two have the same."""
    templates = request.config.rootpath / "templates" / "pages"
    assert {path.name.removesuffix(".md.j2") for path in templates.glob("*.j2")} == set(TYPES)
    assert all((GOLDEN / path).is_file() for path in TYPES.values())
    assert len(set(TYPES.values())) == len(TYPES)
