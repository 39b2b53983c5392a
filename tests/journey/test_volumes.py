"""A large folder as volumes: each like a site of its own, the front over all, and the proof."""

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from made_volumes import make_volumes

from generator.cache.fingerprint import files_below
from generator.cli import main
from generator.commands.build_volumes import build_volume, build_volumes
from generator.commands.verify_volumes import verify_volumes
from generator.commands.volumes import divide, find_volume, is_divided, site_of_volume, stage
from generator.config import Site, read_site
from generator.errors import SettingsError
from generator.publish.search import has_pagefind

pytestmark = pytest.mark.journey

LINK = re.compile(r'(?<![-\w])(?:href|src)="([^"]*)"')


def silent(_step: str, _done: int, _total: int) -> None:
    """No progress."""


def site_of(folder: Path) -> Site:
    """The site of a folder."""
    return read_site(folder / "mkdocs.yml", working_dir=folder)


def content(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files_below(folder)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The made folder, cut by year and built."""
    site = site_of(make_volumes(tmp_path_factory.mktemp("volumes")))
    build_volumes(site, progress=silent, strict=True)
    return site


def test_years_are_volumes_and_undated_sources_stand_apart(built: Site) -> None:
    """The latest year comes first, what has no date last, and every seed is in one volume."""
    found = divide(built)
    assert [v.id for v in found] == ["2024", "2023", "2022", "undated"]
    assert found[1].seeds == ("batch-2023/bridge.txt", "batch-2023/ferry.txt")
    assert found[3].seeds == ("note.txt",)


def test_a_volume_built_alone_elsewhere_has_the_same_bytes(built: Site, tmp_path: Path) -> None:
    """Another machine, another path, one volume: the pages and the site that all together gave."""
    other = site_of(make_volumes(tmp_path / "elsewhere"))
    for volume in divide(other):
        build_volume(other, volume, progress=silent)
        alone = site_of_volume(other, volume)
        assert content(alone.docs_dir) == content(site_of_volume(built, volume).docs_dir)
        assert content(alone.site_dir) == content(built.site_dir / volume.id)


def test_volumes_that_were_carried_here_are_not_built_again(built: Site, tmp_path: Path) -> None:
    """The folder of a volume is all that another machine has to send."""
    here = site_of(make_volumes(tmp_path / "here"))
    there = site_of(make_volumes(tmp_path / "there"))
    build_volume(there, find_volume(there, "2022"), progress=silent)
    sent = site_of_volume(there, find_volume(there, "2022")).root
    target = site_of_volume(here, find_volume(here, "2022")).root
    target.parent.mkdir(parents=True)
    sent.rename(target)
    report = build_volumes(here, progress=silent)
    assert report.analysed == 5
    assert not [p for p in report.written if p.startswith("2022/")]
    assert content(here.site_dir) == content(built.site_dir)


def test_one_changed_seed_touches_one_volume(tmp_path: Path) -> None:
    """The others' files are the same files; the front says what is new, like a first build."""
    folder = make_volumes(tmp_path / "one")
    site = site_of(folder)
    build_volumes(site, progress=silent)
    before = {p: p.stat().st_ino for p in files_below(site.site_dir)}
    seed = folder / "seeds" / "batch-2023" / "ferry.txt"
    changed = seed.read_text("utf-8").replace("Bola Lund", "Greta Varga")
    seed.write_text(changed, "utf-8")
    report = build_volumes(site, progress=silent)
    assert report.analysed == 1
    touched = {p.partition("/")[0] for p in report.written if p[:4].isdigit()}
    assert touched == {"2023"}
    for other in ("2022", "2024", "undated"):
        kept = files_below(site.site_dir / other)
        assert kept
        assert {p: p.stat().st_ino for p in kept} == {p: before[p] for p in kept}
    assert "Greta Varga" in (site.site_dir / "actors" / "index.html").read_text("utf-8")
    fresh = make_volumes(tmp_path / "two")
    (fresh / "seeds" / "batch-2023" / "ferry.txt").write_text(changed, "utf-8")
    build_volumes(site_of(fresh), progress=silent)
    assert content(site.site_dir) == content(fresh / "site")


def test_nothing_changed_leaves_nothing_to_do(built: Site) -> None:
    """A second build writes nothing and analyses nothing."""
    report = build_volumes(built, progress=silent)
    assert (report.analysed, report.written, report.site) == (0, (), "unchanged")


def test_the_front_lists_an_actor_with_every_volume(built: Site) -> None:
    """A name of several volumes has a page that leads to the actor's page in each of them."""
    page = (built.site_dir / "actors" / "ada-okoye" / "index.html").read_text("utf-8")
    for volume in ("2024", "2023", "2022", "undated"):
        assert f'href="../../{volume}/actors/ada-okoye/"' in page
        assert (built.site_dir / volume / "actors" / "ada-okoye" / "index.html").is_file()
    bola = (built.site_dir / "actors" / "bola-lund" / "index.html").read_text("utf-8")
    assert "../../undated/" not in bola


def test_links_between_volumes_are_relative_and_lead_somewhere(built: Site) -> None:
    """From the front and from each volume every link of the site's own ends at a file of it."""
    lost = []
    for page in sorted(built.site_dir.rglob("*.html")):
        if page.name == "404.html":
            continue  # its addresses are the server's
        for link in LINK.findall(page.read_text("utf-8")):
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            assert not parts.path.startswith("/"), (page, link)
            target = (page.parent / unquote(parts.path)).resolve()
            if not (target.is_file() or (target / "index.html").is_file()):
                lost.append((page.relative_to(built.site_dir).as_posix(), link))
    assert lost == []
    timeline = (built.site_dir / "2024" / "timeline" / "index.html").read_text("utf-8")
    assert '<a href="../../" data-front>All volumes</a>' in timeline


def test_the_catalogue_counts_the_volumes(built: Site) -> None:
    """`volumes.json` has a row a volume, in the order of the front, with a schema beside it."""
    rows = json.loads((built.site_dir / "data" / "volumes.json").read_text("utf-8"))
    assert [(r["id"], r["documents"]) for r in rows] == [
        ("2024", 2),
        ("2023", 2),
        ("2022", 2),
        ("undated", 1),
    ]
    assert all((built.site_dir / r["data"] / "build.json").is_file() for r in rows)
    assert (built.site_dir / "data" / "volumes.schema.json").is_file()


def test_the_proof_holds_and_finds_what_is_false(tmp_path: Path) -> None:
    """Every volume and the front are proven; one false word of either is found."""
    site = site_of(make_volumes(tmp_path))
    build_volumes(site, progress=silent)
    proof = verify_volumes(site)
    assert proof.failures == ()
    assert proof.pages > proof.offline_pages > 0
    for page in ("index.html", "2023/index.html"):
        path = site.site_dir / page
        true = path.read_text("utf-8")
        assert "closed the ferry" in true
        path.unlink()
        path.write_text(true.replace("closed the ferry", "sold the ferry"), "utf-8")
        assert {f.page for f in verify_volumes(site).failures} >= {page}
        path.write_text(true, "utf-8")


def test_the_offline_copy_of_a_volume_does_not_lead_out(built: Site) -> None:
    """The copy is of one volume, so the way to the front has no address in it."""
    with zipfile.ZipFile(built.site_dir / "2024" / "data" / "briefing-offline.zip") as copy:
        page = copy.read("timeline/index.html").decode("utf-8")
    assert "<a data-front>All volumes</a>" in page


def test_collections_are_the_folders(tmp_path: Path) -> None:
    """Cut by collection, a folder is a volume, and what lies beside them is another."""
    site = site_of(make_volumes(tmp_path, by="collection"))
    assert [v.id for v in divide(site)] == ["batch-2022", "batch-2023", "batch-2024", "others"]
    build_volumes(site, progress=silent)
    assert verify_volumes(site).failures == ()
    front = (site.site_dir / "index.html").read_text("utf-8")
    assert 'href="batch-2022/"' in front
    assert "Other sources" in front


def test_a_folder_that_is_small_enough_is_one_site(tmp_path: Path) -> None:
    """Up to the number of the settings nothing of volumes is there, on pages or on disk."""
    folder = make_volumes(tmp_path)
    (folder / "mkdocs.yml").write_text(
        "site_name: Vallen\nplugins:\n  - search\n  - briefing: {volumes: {by: year}}\n", "utf-8"
    )
    assert not is_divided(site_of(folder))
    result = CliRunner().invoke(main, ["build", "-f", str(folder / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    pages = "".join(p.read_text("utf-8") for p in (folder / "site").rglob("*.html"))
    assert "bf-volume" not in pages
    assert not (folder / ".cache" / "briefing" / "volumes").exists()


def test_a_correction_for_one_volume_is_no_warning_of_the_others(tmp_path: Path) -> None:
    """What the editor's file asks for may be in any volume; what is in none is told."""
    folder = make_volumes(tmp_path)
    path = folder / "seeds" / "corrections.yml"
    path.write_text(
        "- {action: rename, target: ada-okoye, value: Ada O. Okoye, why: house style}\n"
        "- {action: hide, target: bola-lund, why: asked for}\n"
        "- {action: hide, target: nobody-at-all, why: gone}\n",
        "utf-8",
    )
    site = site_of(folder)
    told = [w for w in build_volumes(site, progress=silent).warnings if "corrections" in w]
    assert len(told) == 1
    assert "nobody-at-all" in told[0]
    assert verify_volumes(site).failures == ()


def test_a_volume_that_is_no_more_goes(tmp_path: Path) -> None:
    """With its last seed a volume leaves the front, the site and the cache."""
    folder = make_volumes(tmp_path)
    site = site_of(folder)
    build_volumes(site, progress=silent)
    for seed in (folder / "seeds" / "batch-2022").iterdir():
        seed.unlink()
    build_volumes(site, progress=silent)
    assert not (site.site_dir / "2022").exists()
    assert not (site.cache_dir / "volumes" / "2022").exists()
    assert 'href="2022/"' not in (site.site_dir / "index.html").read_text("utf-8")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A volume's folder holds links to seeds, and still nothing from outside is read."""
    folder = make_volumes(tmp_path / "site")
    secret = tmp_path / "secret.txt"
    secret.write_text("A secret of Vallen\n\nNobody may read this sentence here.\n", "utf-8")
    (folder / "seeds" / "batch-2022" / "leak.txt").symlink_to(secret)
    site = site_of(folder)
    for volume in divide(site):
        for path in files_below(stage(site, volume).seeds_dir):
            assert path.is_symlink() or b"Nobody may read" not in path.read_bytes()
    build_volumes(site, progress=silent)
    for path in files_below(site.site_dir):
        assert b"Nobody may read" not in path.read_bytes()


def test_commands_that_know_only_whole_sites_say_so(built: Site) -> None:
    """`generate` and a volume that there is not are refused with what to do."""
    config = ["-f", str(built.config_file)]
    result = CliRunner().invoke(main, ["generate", *config])
    assert result.exit_code == 2
    assert "briefing build" in result.output
    with pytest.raises(SettingsError, match="1999"):
        find_volume(built, "1999")
    listed = CliRunner().invoke(main, ["volumes", *config])
    assert listed.output.splitlines() == ["2024 2", "2023 2", "2022 2", "undated 1"]


@pytest.mark.skipif(not has_pagefind(), reason="Pagefind is not installed")
def test_each_volume_has_an_index_of_its_own(built: Site) -> None:
    """The search has one index a volume and one of the front, so that a change renews one."""
    for folder in ("", "2022", "2023", "2024", "undated"):
        assert (built.site_dir / folder / "pagefind" / "pagefind-entry.json").is_file()
