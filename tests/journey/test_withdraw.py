"""A source is taken back: nothing of it is left anywhere, and that is proven."""

import json
import shutil
from pathlib import Path

import pytest
from commanding import briefing

from generator.commands.withdrawn import texts_in
from generator.provenance.fingerprints import find_fingerprints, find_known

pytestmark = pytest.mark.journey

KEPT = (
    "Bridge closed until spring\n\n"
    "Mayor Ngozi Ade said on May 6, 2024 in Lagos that the bridge would stay closed. "
    "“It is not safe,” she said.\n\nTraffic will go by the ferry until the works are done.\n"
)
TAKEN = (
    "Quokka seen at the harbour\n\n"
    "“Nobody may feed the quokka before the vet has come,” said Wanda Kestrel on May 7, 2024. "
    "The quokka sat on a crate of oranges all morning and slept.\n\n"
    "Traffic will go by the ferry until the works are done.\n"
)
DAY, WHY = "2024-06-01", "taken down on request"


def everything(folder: Path) -> dict[str, str]:
    """All that can be read in the files of a folder, archives and indexes opened."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {str(p.relative_to(folder)): " ".join(texts_in(p.read_bytes())) for p in files}


@pytest.fixture(scope="module")
def withdrawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of two sources of which one was then withdrawn, and built again."""
    cwd = tmp_path_factory.mktemp("withdrawn")
    (cwd / "seeds").mkdir()
    (cwd / "seeds" / "bridge.txt").write_text(KEPT, "utf-8")
    (cwd / "seeds" / "animal.txt").write_text(TAKEN, "utf-8")
    (cwd / "mkdocs.yml").write_text(
        "site_name: Bridge\nplugins: [search, {briefing: {source_text: full}}]\n", "utf-8"
    )
    assert briefing("build", cwd=cwd).returncode == 0
    assert any("quokka" in text.casefold() for text in everything(cwd / "site").values())
    shutil.copytree(cwd / "docs" / "data", cwd / "old")
    briefing("build", "--since", "old", cwd=cwd)
    done = briefing("correct", "withdraw", "animal.txt", "--value", DAY, "--why", WHY, cwd=cwd)
    assert done.returncode == 0, done.stderr
    done = briefing("build", "--since", "old", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return cwd


@pytest.mark.parametrize("gone", [False, True])
def test_nothing_of_it_is_left(withdrawn: Path, *, gone: bool) -> None:
    """No file of pages, data, index, copy or cache has its words, with its file there or gone."""
    if gone:
        (withdrawn / "seeds" / "animal.txt").unlink()
        assert briefing("build", "--since", "old", cwd=withdrawn).returncode == 0
    for folder in ("site", "docs", ".cache", "seeds/.withdrawn"):
        found = everything(withdrawn / folder)
        assert {n for n, text in found.items() if "quokka" in text.casefold()} == set()
        assert {n for n, text in found.items() if "kestrel" in text.casefold()} == set()
    done = briefing("verify", cwd=withdrawn)
    assert done.stdout.strip().endswith(" 0 failures")


def test_a_notice_stands_in_its_place(withdrawn: Path) -> None:
    """Its address says when and why; the day and the reason are the editor's own words."""
    notice = (withdrawn / "site" / "sources" / "animal" / "index.html").read_text("utf-8")
    assert "This source was withdrawn" in notice
    assert DAY in notice
    assert WHY in notice


@pytest.mark.parametrize(
    "place",
    [
        *("site/data/left.json", "site/left.ics", "site/left.html", "docs/data/left.json"),
        *(".site.new/left.html", ".site.old/left.ics", ".cache/briefing/left.json"),
    ],
)
def test_what_is_left_is_found(withdrawn: Path, place: str) -> None:
    """A sentence of it in any file, in any form, fails the proof; the answer repeats no word."""
    words = "The quokka sat on a crate of oranges all morning and slept."
    folded = words.replace("crate", "cra\r\n te")
    forms = {
        ".json": json.dumps([words]),
        ".ics": folded,
        ".html": words.replace(" a ", " <b>a</b> "),
    }
    path = withdrawn / place
    path.parent.mkdir(exist_ok=True)
    path.write_text(forms[path.suffix], "utf-8", newline="")
    done = briefing("verify", cwd=withdrawn)
    path.unlink()
    if path.parent.name in {".site.new", ".site.old"}:
        path.parent.rmdir()
    assert done.returncode == 1
    shown = place.removeprefix(".cache/")
    assert f"{shown}: words of a withdrawn source are left here" in done.stdout
    assert "quokka" not in done.stdout


@pytest.mark.parametrize("kept", [b"\xff\xfe", b"what is this\n", None])
def test_damaged_digests_are_told(withdrawn: Path, kept: bytes | None) -> None:
    """Digests that are damaged, or a link out of the folder, fail the proof and are named."""
    (path,) = (withdrawn / "seeds" / ".withdrawn").iterdir()
    before = path.read_bytes()
    path.unlink()
    if kept is None:
        path.symlink_to(withdrawn / "mkdocs.yml")
    else:
        path.write_bytes(kept)
    done = briefing("verify", cwd=withdrawn)
    path.unlink()
    path.write_bytes(before)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (
        f".withdrawn/{path.name}: the digests of a withdrawn source cannot be read" in done.stdout
    )


@pytest.mark.parametrize("start", [b"\x1f\x8b", b"SQLite format 3\0"])
def test_what_only_looks_like_an_archive_is_read_as_bytes(start: bytes) -> None:
    """A file of the editor's that is damaged ends no proof, and its words are still found."""
    assert any("quokka" in text for text in texts_in(start + b" the quokka slept"))


def test_words_of_other_sources_are_theirs() -> None:
    """Short sentences tell nothing, long ones are known by any eight of their words in a row."""
    wanted = find_fingerprints(["He agreed.", "one two three four five six seven eight nine ten"])
    assert len(wanted) == 3
    assert find_known("… three, four FIVE six seven eight nine ten!", wanted)
    assert not find_known("He agreed. Two three four five six seven.", wanted)


def test_a_day_is_needed(tmp_path: Path) -> None:
    """Without its day the correction is refused, and nothing is written."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(KEPT, "utf-8")
    (tmp_path / "seeds" / "animal.txt").write_text(TAKEN, "utf-8")
    done = briefing("correct", "withdraw", "animal.txt", "--why", WHY, cwd=tmp_path)
    assert done.returncode != 0
    assert "value" in done.stderr
    assert not (tmp_path / "seeds" / "corrections.yml").exists()
