"""The corpus of the benchmarks is the same everywhere, and a build leaves its times."""

import json
from pathlib import Path

import pytest
from large_text import MEGABYTE, cost_of, large_text
from made_corpus import make_corpus

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
