"""The proof reads one page at a time, here or in several processes, and finds the same."""

import zipfile
from pathlib import Path

import pytest
from handmade import make_document

from generator.commands import verify
from generator.commands.verify import OFFLINE, Verification, verify_site
from generator.commands.workers import forks
from generator.i18n.catalogue import load_catalogue
from generator.pages import page_files
from generator.provenance.audit import audit_page

PAGES = 5
PAGE = '<article class="md-content__inner"><p data-src="d:0-{end}">The harbour</p></article>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Five pages, of which one shows what its source does not say, and their offline copy."""
    (tmp_path / "data").mkdir()
    with zipfile.ZipFile(tmp_path / OFFLINE, "w") as copy:
        for number in range(PAGES):
            html = PAGE.format(end=5 if number == 3 else 11)
            (tmp_path / f"p{number}.html").write_text(html, "utf-8")
            copy.writestr(f"p{number}.html", html)
    return tmp_path


def proven(site: Path, processes: int) -> Verification:
    """What the proof finds."""
    documents = [make_document(("The harbour will reopen.",), identifier="d")]
    return verify_site(
        site,
        documents,
        catalogue=load_catalogue("en"),
        site_name="Site",
        fork=forks(processes),
    )


@pytest.mark.parametrize("processes", [1, 2])
def test_the_wrong_page_is_found_in_the_site_and_in_the_copy(
    site: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    """One failure each, whoever reads the page."""
    monkeypatch.setattr(page_files, "LEAST_FOR_PROCESSES", 2)
    found = proven(site, processes)
    assert (found.pages, found.statements, found.offline_pages) == (PAGES, PAGES, PAGES)
    assert [f.page for f in found.failures] == ["p3.html", f"{OFFLINE}: p3.html"]


def test_no_page_is_held_while_the_next_is_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each page is proven before the next is opened, so that a site of any size fits."""
    steps: list[str] = []
    read, audit = Path.read_text, audit_page

    def reading(path: Path, *how: str) -> str:
        if path.suffix == ".html":
            steps.append("read")
        return read(path, *how)

    def auditing(*given: object) -> object:
        steps.append("prove")
        return audit(*given)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(Path, "read_text", reading)
    monkeypatch.setattr(verify, "audit_page", auditing)
    proven(site, 1)
    assert steps[: 2 * PAGES] == ["read", "prove"] * PAGES


def test_a_damaged_copy_is_one_failure(site: Path) -> None:
    """A copy that cannot be read says so, and the site's pages are proven all the same."""
    (site / OFFLINE).write_bytes(b"no archive")
    found = proven(site, 1)
    assert found.offline_pages == 0
    assert any("cannot be read" in f.problem for f in found.failures)
