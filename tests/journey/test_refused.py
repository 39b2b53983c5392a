"""The system refuses one call of a build: the build says so, or gives what it would have given."""

from pathlib import Path

import pytest
from commanding import briefing
from refusing import refused

from generator.commands import doctor

pytestmark = pytest.mark.journey

STORY = (
    "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n\n"
    "“It is not safe,” she told the council of Aber.\n"
)
FILES = {
    "seeds/a.txt": STORY,
    "seeds/a.txt.yml": "publisher: Aber Echo\n",
    "seeds/list.bib": "@article{b, title={The quay}, file={b.txt}}\n",
    "seeds/sub/b.txt": STORY.replace("bridge", "quay"),
    "templates/pages/mine.md.j2": "{# page: Mine #}\n{% include 'partials/foot.md.j2' %}\n",
    "templates/partials/foot.md.j2": "Below.\n",
    "docs/own.md": "# Own\n\nOwn words.\n",
}
MACHINE = 5


def make_site(root: Path, name: str) -> Path:
    """A folder with seeds, templates and a page of the owner's."""
    site = root / name / "site"  # which is its name, and stands on its pages
    for path, text in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    return site


def pages(site: Path) -> dict[str, bytes]:
    """What was generated, with what the owner has there."""
    docs = site / "docs"
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in docs.rglob("*") if p.is_file()}


def generate(site: Path, folder: str, at: int) -> tuple[int, int, str]:
    """The status with a call on the folder refused, how many there were, and what was told."""
    with refused(site / folder, at=at) as counted:
        done = briefing("generate", cwd=site)
    assert "Traceback" not in done.stderr
    return done.returncode, counted.calls, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "every"), [("templates", 3), ("docs", 11), (".cache", 1)])
def test_a_refused_call_is_told_or_leaves_no_trace(tmp_path: Path, folder: str, every: int) -> None:
    """Whichever call it is: exit status 5, or all bytes of a build in which nothing is refused."""
    site = make_site(tmp_path, "good")
    status, calls, _ = generate(site, folder, -1)
    good = pages(site)
    assert (status, calls > every) == (0, True)
    for at in range(1, calls + 1, every):
        site = make_site(tmp_path, str(at))
        status, _, told = generate(site, folder, at)
        assert status == MACHINE or (status, pages(site)) == (0, good), (at, told)


@pytest.mark.slow
def test_a_refused_source_is_told_and_read_by_the_next_build(tmp_path: Path) -> None:
    """Whichever call it is, the rest is built, and what was refused for a moment is not lost."""
    site = make_site(tmp_path, "good")
    _, calls, _ = generate(site, "seeds", -1)
    good = pages(site)
    for at in range(1, calls + 1):
        site = make_site(tmp_path, str(at))
        status, _, told = generate(site, "seeds", at)
        whole = (status, pages(site)) == (0, good)
        assert whole or "cannot be opened" in told or status == MACHINE, at
        assert generate(site, "seeds", -1)[0] == 0
        assert pages(site) == good, (at, told)


@pytest.mark.parametrize("place", ["templates", "templates/pages", "templates/pages/mine.md.j2"])
def test_a_template_that_is_refused_is_no_defect_of_the_tool(tmp_path: Path, place: str) -> None:
    """Exit status 5, the place and what to do; nothing is written."""
    site = make_site(tmp_path, "site")
    with refused(site / place):
        done = briefing("generate", cwd=site)
    assert done.returncode == MACHINE
    assert place in done.stderr
    assert "Give this user the right" in done.stderr
    assert not (site / "docs" / "index.md").exists()


def test_a_closed_folder_of_sources_costs_itself_also_for_the_doctor(tmp_path: Path) -> None:
    """A build tells it and goes on, and so does the command that looks before."""
    site = make_site(tmp_path, "site")
    with refused(site / "seeds" / "sub"):
        done = briefing("doctor", cwd=site)
        built = briefing("generate", cwd=site)
    assert (done.returncode, built.returncode) == (0, 0), (done.stdout, built.stderr)
    assert "sub: it cannot be opened" in built.stderr
    assert "1 in " in done.stdout
    with refused(site / "seeds"):
        row = next(c for c in doctor.examine(None, site) if c.name == "sources")
    assert (row.state, "it cannot be opened" in row.found) == ("missing", True)
