"""The built site without a browser: proven, linked, light, and the same each time."""

import gzip
import json
import re
import shutil
from pathlib import Path

import msgspec
import pytest
from seeds_site import make_seeds_site

from generator.commands.verify import verify
from generator.config import Site

pytestmark = pytest.mark.journey

LINKED = r'<script type="application/ld\+json">(.*?)</script>'
ARTICLE, HOME = 80_000, 120_000
"""Most bytes of a page's HTML, gzipped."""


def test_the_site_of_the_seeds_is_proven(seeds_site: Site) -> None:
    """Every visible word of every page is a source's, an editor's or the catalogue's."""
    proven = verify(seeds_site)
    assert [str(f) for f in proven.failures] == []
    assert proven.pages > 30
    assert proven.statements > 1000
    assert proven.citations > 300


def test_one_changed_character_of_a_seed_is_found(seeds_site: Site, tmp_path: Path) -> None:
    """After one character of a seed changed, the proof names pages, sentence and seed."""
    seeds = tmp_path / "seeds"
    shutil.copytree(seeds_site.seeds_dir, seeds)
    seed = seeds / "003_7112adcedfa7c1bb.txt"
    text = seed.read_text("utf-8")
    seed.write_text(
        text.replace("minerals deal with Ukraine", "minerals deal with Ukraina", 1), "utf-8"
    )
    settings = msgspec.structs.replace(seeds_site.settings, seeds=str(seeds))
    proven = verify(msgspec.structs.replace(seeds_site, settings=settings))
    about = [f for f in proven.failures if "minerals deal with Ukraine" in f.words]
    assert about
    assert all("003_7112adcedfa7c1bb" in f.source for f in about)
    assert any("sources/" in f.page for f in about)


def test_ids_are_unique_on_each_page(seeds_site: Site) -> None:
    """No page has two elements with one id."""
    for page in seeds_site.site_dir.rglob("*.html"):
        ids = re.findall(r'\sid="([^"]+)"', page.read_text("utf-8"))
        assert len(ids) == len(set(ids)), page


def test_pages_are_light(seeds_site: Site) -> None:
    """The HTML of a page stays below its budget."""
    for page in seeds_site.site_dir.rglob("*.html"):
        weight = len(gzip.compress(page.read_bytes()))
        assert weight <= (HOME if page.parent == seeds_site.site_dir else ARTICLE), page


def test_every_page_is_described(seeds_site: Site) -> None:
    """Every generated page has a title and a description of its own language."""
    for page in seeds_site.site_dir.rglob("index.html"):
        text = page.read_text("utf-8")
        assert re.search(r"<title>[^<]{5,}</title>", text), page
        assert re.search(r'<meta name="description" content="[^"]{10,}"', text), page
        assert '<html lang="en"' in text
        for name in ("og:title", "og:description", "og:type", "og:site_name"):
            assert re.search(rf'<meta property="{name}" content="[^"]+"', text), (page, name)


def test_every_page_has_the_policy_before_all_that_it_governs(seeds_site: Site) -> None:
    """The policy stands before the first script, style and link; only the search may compile."""
    for page in seeds_site.site_dir.rglob("*.html"):
        head = page.read_text("utf-8").partition("</head>")[0]
        before, mark, after = head.partition('<meta http-equiv="Content-Security-Policy" content="')
        assert mark, page
        assert not re.search("<script|<style|<link", before), page
        policy = after.partition('"')[0]
        assert policy.startswith("default-src 'none'")
        assert ("wasm-unsafe-eval" in policy) == (page.parent.name == "search")


def test_linked_data_is_true(seeds_site: Site) -> None:
    """Articles, persons and quotations in JSON-LD are rows of the data files, and no others."""
    data = seeds_site.site_dir / "data"
    rows = json.loads((data / "quotations.json").read_text("utf-8"))
    names = {a["id"]: a["name"] for a in json.loads((data / "actors.json").read_text("utf-8"))}
    said = {
        (" ".join(q["text"].split()), names.get(q["speaker"] or ""))
        for q in rows
        if q["kind"] in {"direct_speech", "reported_fragment"}
    }
    kinds, found = set(), set()
    for page in seeds_site.site_dir.rglob("index.html"):
        scripts = re.findall(LINKED, page.read_text("utf-8"), re.DOTALL)
        for linked in map(json.loads, scripts):
            kinds.add(linked["@type"])
            for part in linked.get("hasPart", []):
                found.add((part["text"], part.get("spokenByCharacter", {}).get("name")))
    assert {"Article", "Person"} <= kinds
    assert found == said


def test_two_builds_are_the_same_bytes(seeds_site: Site, tmp_path: Path) -> None:
    """A second build elsewhere gives the same pages and the same site."""
    other = make_seeds_site(tmp_path)
    for one, two in ((seeds_site.docs_dir, other.docs_dir), (seeds_site.site_dir, other.site_dir)):
        files = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
        assert files == sorted(p.relative_to(two) for p in two.rglob("*") if p.is_file())
        differ = [f for f in files if (one / f).read_bytes() != (two / f).read_bytes()]
        assert differ == []


def test_every_figure_has_a_caption_links_and_its_numbers_as_a_table(seeds_site: Site) -> None:
    """A figure is inline SVG with a caption, links, and the same data in a table."""
    kinds = set()
    for page in seeds_site.site_dir.rglob("*.html"):
        for figure in re.findall(
            r'<figure class="bf-figure".*?</figure>', page.read_text("utf-8"), re.DOTALL
        ):
            kinds.update(re.findall(r'<svg class="bf-chart (bf-[\w-]+)', figure))
            kinds.update(re.findall(r"bf-disc|bf-table--bars", figure))
            for part in ("<svg", "<figcaption>", "<table", "<a "):
                assert part in figure, (page, part)
    assert {"bf-wide", "bf-narrow", "bf-over-time", "bf-graph"} <= kinds
    assert {"bf-disc", "bf-table--bars"} <= kinds
