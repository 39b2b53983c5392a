"""Warnings that an owner knows: accepted with a reason, and told again when nothing needs them."""

import json
from pathlib import Path

import pytest
from commanding import briefing
from cost import SQUARE, STEPS, seconds_of

from generator.commands.accepted import is_told_by

pytestmark = pytest.mark.journey

SEED = "Bridge closed\n\n“It is not safe,” Mayor Ngozi Ade said on May 6, 2024 in Lagos.\n"


def settings(folder: Path, *entries: tuple[str, str]) -> None:
    """A site with one source, one file that is skipped, and what its settings accept."""
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds" / "bridge.txt").write_text(SEED, "utf-8")
    (folder / "seeds" / "empty.txt").write_text("", "utf-8")
    accept = json.dumps([{"warning": w, "why": why} for w, why in entries])
    text = f"site_name: Bridge\nplugins: [{{briefing: {{accept: {accept}}}}}]\n"
    (folder / "mkdocs.yml").write_text(text, "utf-8")


def test_what_is_accepted_fails_no_strict_build(tmp_path: Path) -> None:
    """The warning is said with its reason, and the exit status is 0; without the entry it is 1."""
    settings(tmp_path)
    assert briefing("generate", "--strict", cwd=tmp_path).returncode == 1
    settings(tmp_path, ("empty.txt: *", "comes later"))
    done = briefing("generate", "--strict", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Accepted (comes later): empty.txt: " in done.stdout
    found = json.loads(briefing("generate", "--json", cwd=tmp_path).stdout)
    assert found["warnings"] == []
    assert [one["why"] for one in found["accepted"]] == ["comes later"]


def test_an_entry_that_nothing_needs_is_told(tmp_path: Path) -> None:
    """One of two entries matches nothing, so a strict build names it; stars are the only marks."""
    settings(tmp_path, ("empty.txt: *", "comes later"), ("empty[.]txt: .*", "no pattern"))
    done = briefing("generate", "--strict", cwd=tmp_path)
    assert done.returncode == 1
    told = "mkdocs.yml: accept: 'empty[.]txt: .*' is no warning of this build: remove it"
    assert f"Warning: {told}" in done.stderr
    assert "Strict: 1 warning," in done.stderr


def test_an_entry_needs_a_reason(tmp_path: Path) -> None:
    """Without words of why the settings are refused, and the place is named."""
    settings(tmp_path, ("empty.txt: *", ""))
    done = briefing("generate", cwd=tmp_path)
    assert done.returncode == 2
    assert "accept[0].why" in done.stderr


@pytest.mark.parametrize(
    ("entry", "words", "told"),
    [
        ("a: *", "a: b", True),
        ("a: b", "a: b c", False),
        ("*b", "a: b", True),
        ("a*b*a", "aba", True),
        ("a*a", "a", False),
        ("*ab*b", "ab", False),
        ("a*b*b", "abab", True),
        ("a  b*", "a b", True),
    ],
)
def test_a_star_stands_for_any_words(entry: str, words: str, told: bool) -> None:
    """The pieces of an entry stand one behind the other, the outer ones at the ends."""
    assert is_told_by(entry, words) is told


@pytest.mark.parametrize("entry", ["*a" * 8 + "*b", "*ab" * 8 + "*c*", "*" * 40 + "b"])
def test_stars_take_time_in_proportion(entry: str) -> None:
    """A long warning that does not end as an entry of many stars costs no more than its length."""
    short, long = "a" * 4_000, "a" * 4_000 * STEPS
    assert not is_told_by(entry, long)
    took = seconds_of(lambda: is_told_by(entry, long))
    assert took < SQUARE * seconds_of(lambda: is_told_by(entry, short))
