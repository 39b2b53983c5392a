"""Templates tried on samples: texts that come with the tool and strain a page in one way each.

Long names, no title, no date, a text from right to left, 200 quotations, none, many stories, and
the front over volumes.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment, meta
from msgspec import Struct

from generator.config import Site, packaged_templates, starter_files
from generator.errors import SettingsError
from generator.files.entries import walk_files
from generator.i18n.catalogue import load_catalogue
from generator.model.build_info import BuildInfo
from generator.model.corpus import Corpus
from generator.pages.corpus_index import CorpusIndex
from generator.pages.environment import make_environment
from generator.pages.exports.json_data import render_data
from generator.pages.links import file_of
from generator.pages.render import refuse_unused
from generator.pages.render_page import render_page
from generator.pages.site_map import PageToRender, list_pages
from generator.pages.views import Words
from generator.pages.volume_rows import FILES, VolumeRows, read_volume_rows
from generator.pages.volumes import front_pages, label_volume

Gather = Callable[[str, Path], Corpus]
"""Reads a sample, by its name and its folder."""
FRONT = "volumes"
"""The sample that is the front over other samples, as if each were a volume of one site."""
VOLUMES = {"2023": "long_names", "2024": "many_stories", "2025": "long_names"}
"""Its volumes; two have the same names in them, so that there are pages of names."""
SNAPSHOTS = "snapshots"
"""Folder below a site's templates; what a template gave when its owner last looked."""


class Checked(Struct, frozen=True):
    """How what the templates give compares with the snapshots."""

    pages: int
    kept: bool
    """Whether there were snapshots to compare with."""
    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    """The difference of each page that changed."""


def sample_folder(sample: str) -> Path:
    """Where the texts of a sample lie."""
    return starter_files() / "samples" / sample


def sample_names() -> tuple[str, ...]:
    """All samples, by name."""
    return tuple(sorted([FRONT, *(p.name for p in sample_folder("").iterdir() if p.is_dir())]))


def preview_template(site: Site, name: str, sample: str, *, gather: Gather) -> tuple[str, str]:
    """Address and Markdown of the first page that a template has a part in."""
    wanted = templates_with(name)
    environment = _environment(site)
    for page in _pages(site, sample, gather):
        if page.template in wanted:
            made = render_page(environment, page)
            return page.url, made.content.decode("utf-8")
    raise SettingsError(
        f"no page of the sample {sample!r} is made with {name}",
        hint=f"Name another with --sample: {', '.join(sample_names())}.",
    )


def templates_with(name: str) -> frozenset[str]:
    """The page templates that a template has a part in: itself, or those that take it in."""
    root = packaged_templates()
    environment = Environment(autoescape=True)
    names = [p.relative_to(root).as_posix() for p in walk_files(root, ".j2")]
    takes = {
        n: set(meta.find_referenced_templates(environment.parse((root / n).read_text("utf-8"))))
        for n in names
    }
    found = {name}
    for _ in names:
        found |= {n for n, taken in takes.items() if taken & found}
    pages = (n for n in found if n.startswith("pages/"))
    return frozenset(n.removeprefix("pages/").removesuffix(".md.j2") for n in pages)


def render_samples(site: Site, *, gather: Gather) -> dict[str, str]:
    """The first page of each template with each sample, by ``sample/template.md``."""
    refuse_unused(site.templates_dir)
    environment = _environment(site)
    made: dict[str, str] = {}
    for sample in sample_names():
        for page in _pages(site, sample, gather):
            key = f"{sample}/{page.template}.md"
            if key not in made:
                made[key] = render_page(environment, page).content.decode("utf-8")
    return made


def check_templates(site: Site, *, gather: Gather, update: bool) -> Checked:
    """Render all templates with all samples and compare with the site's snapshots."""
    folder = site.templates_dir / SNAPSHOTS
    made = render_samples(site, gather=gather)
    before = _snapshots(folder)
    if update:
        _write(folder, made, before)
    return Checked(
        pages=len(made),
        kept=bool(before),
        new=tuple(sorted(made.keys() - before.keys())),
        gone=tuple(sorted(before.keys() - made.keys())),
        changed={
            path: _difference(path, before[path], text)
            for path, text in sorted(made.items())
            if path in before and before[path] != text
        },
    )


def _pages(site: Site, sample: str, gather: Gather) -> Iterator[PageToRender]:
    if sample not in sample_names():
        near = difflib.get_close_matches(sample, sample_names(), n=1, cutoff=0.0)
        raise SettingsError(f"there is no sample {sample!r}", hint=f"The nearest is {near[0]!r}.")
    catalogue = load_catalogue(site.settings.interface_language)
    if sample == FRONT:
        return front_pages(tuple(_volumes(site, gather)), site, catalogue)
    corpus = gather(sample, sample_folder(sample))
    return list_pages(CorpusIndex(corpus, site, catalogue), BuildInfo(), None)


def _volumes(site: Site, gather: Gather) -> Iterator[VolumeRows]:
    """What the front knows of each of its volumes, as it reads it of their data and pages."""
    catalogue = load_catalogue(site.settings.interface_language)
    for volume, sample in VOLUMES.items():
        corpus = gather(sample, sample_folder(sample))
        with TemporaryDirectory() as name:
            folder = Path(name)
            pages = list_pages(CorpusIndex(corpus, site, catalogue), BuildInfo(), None)
            files = {file_of(page.url): b"" for page in pages}
            data = render_data(corpus, BuildInfo())
            for path, content in {**files, **{f"data/{n}": data[n] for n in FILES}}.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
            label = label_volume(volume, Words(volume))
            yield read_volume_rows(folder, volume, label, catalogue)


def _environment(site: Site) -> Environment:
    catalogue = load_catalogue(site.settings.interface_language)
    return make_environment(site.templates_dir, catalogue, name=site.name)


def _snapshots(folder: Path) -> dict[str, str]:
    found = list(walk_files(folder, ".md"))
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in found}


def _write(folder: Path, made: Mapping[str, str], before: Mapping[str, str]) -> None:
    for path in before.keys() - made.keys():
        (folder / path).unlink()
    for path, text in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="")


def _difference(path: str, old: str, new: str) -> tuple[str, ...]:
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), f"snapshot/{path}", path, lineterm="", n=1
    )
    return tuple(lines)
