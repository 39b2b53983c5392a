"""The corpus of the benchmarks is the same everywhere, and a build leaves its times."""

import gzip
import json
import os
from pathlib import Path

import pytest
from large_text import MEGABYTE, cost_of, large_text
from made_corpus import make_corpus
from scale import change_one, first_search, held, made, size, tree

from generator.cache.timings import TIMINGS, write_timings


def test_the_made_corpus_is_the_same_everywhere(tmp_path: Path) -> None:
    """Twice the same files; articles of the length that was asked for."""
    make_corpus(tmp_path / "one", 30, words=145)
    make_corpus(tmp_path / "two", 30, words=145)
    one = {p.name: p.read_text("utf-8") for p in (tmp_path / "one").iterdir()}
    assert one == {p.name: p.read_text("utf-8") for p in (tmp_path / "two").iterdir()}
    assert all(145 <= len(text.split()) < 200 for text in one.values())


def test_the_times_of_a_build_are_kept(tmp_path: Path) -> None:
    """Seconds a step and the memory at its highest; without a folder nothing is kept."""
    write_timings(tmp_path, (("read", 1.23456),))
    kept = json.loads((tmp_path / TIMINGS).read_text("utf-8"))
    assert kept["seconds"] == {"read": 1.235}
    assert kept["peak_megabytes"]["own"] > 0
    write_timings(tmp_path / "missing", ())


def test_the_bench_changes_one_article(tmp_path: Path) -> None:
    """One article of the folder has a sentence more, and the settings say how many processes."""
    folder = made(tmp_path, 3, 145, workers=2)
    before = {p.name: p.read_text("utf-8") for p in (folder / "seeds").iterdir()}
    change_one(folder)
    after = {p.name: p.read_text("utf-8") for p in (folder / "seeds").iterdir()}
    assert [name for name in sorted(after) if after[name] != before[name]] == ["000001.txt"]
    assert "workers: 2" in (folder / "mkdocs.yml").read_text("utf-8")


def test_the_bench_weighs_a_site(tmp_path: Path) -> None:
    """The copy to take away is left out; a first search is what it loads."""
    assert first_search(tmp_path / "none") == 0
    parts = {"index/a": 30, "index/b": 40, "fragment/c": 7, "filter/d": 5, "x.pf_meta": 2}
    for name, count in {**parts, "pagefind.js": 100}.items():
        file = tmp_path / "site" / "pagefind" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"." * count)
    copy = tmp_path / "site" / "data" / "briefing-offline.zip"
    copy.parent.mkdir()
    copy.write_bytes(b"." * 1000)
    program = len(gzip.compress(b"." * 100))
    assert first_search(tmp_path / "site" / "pagefind") == program + 2 + 5 + 40 + 10 * 7
    assert size(tmp_path) == 184


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="no such system")
def test_the_bench_reads_memory() -> None:
    """This process is the first of its tree and holds some megabytes; no process holds nothing."""
    assert tree(os.getpid())[0] == os.getpid()
    assert held(os.getpid()) > 10_000
    assert held(1 << 30) == 0


@pytest.mark.slow
def test_a_text_past_the_limit_is_refused_soon(tmp_path: Path) -> None:
    """Five megabytes end within a minute, with the name of the limit that they are past."""
    cost = cost_of(large_text(5 * MEGABYTE).encode()[: 5 * MEGABYTE], tmp_path)
    assert cost.status != 0
    assert "(limits.text_characters in mkdocs.yml" in cost.said
    assert cost.within()


@pytest.mark.nightly
def test_a_megabyte_is_read(tmp_path: Path) -> None:
    """A whole build of it is within three minutes of a processor and 1.5 GB."""
    cost = cost_of(large_text(MEGABYTE).encode()[:MEGABYTE], tmp_path)
    assert cost.status == 0, cost.said
    assert cost.within(), cost
