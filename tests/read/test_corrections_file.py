"""The editor's file: read with its line numbers, refused with file, line and what to do."""

from pathlib import Path

import pytest

from generator.errors import CorrectionError
from generator.model.corpus import Correction
from generator.read.corrections import read_corrections

GOOD = """# the editor's word
- action: merge
  target: [donald-trump, trump-2]
  why: the same man

- action: rename
  target: kyiv
  value: Kyiv (city)
  why: >
    told apart from
    the government
"""
BAD = {
    "not a list": ("action: merge", 1, "no list"),
    "not a mapping": ("- merge", 1, "a mapping"),
    "unknown action": ("- action: merg\n  target: a\n  why: b", 1, "Did you mean 'merge'?"),
    "unknown key": ("- action: hide\n  targets: a\n  why: b", 2, "Did you mean 'target'?"),
    "no reason": ("- action: hide\n  target: a", 1, "needs 'why'"),
    "empty reason": ("- action: hide\n  target: a\n  why: ''", 3, "must be words"),
    "no target": ("- action: hide\n  why: b", 1, "needs 'target'"),
    "too few targets": ("- action: merge\n  target: a\n  why: b", 1, "takes 2 or more"),
    "too many targets": ("- action: hide\n  target: [a, b]\n  why: b", 1, "takes 1 target"),
    "value missing": ("- action: rename\n  target: a\n  why: b", 1, "needs a 'value'"),
    "value too many": ("- action: hide\n  target: a\n  value: c\n  why: b", 3, "takes no 'value'"),
    "unknown type": ("- action: type\n  target: a\n  value: persn\n  why: b", 3, "'person'"),
    "no date": ("- action: date\n  target: a\n  value: junk\n  why: b", 3, "no date in EDTF"),
    "no month": ("- action: date\n  target: a\n  value: 2024-13\n  why: b", 3, "no date in EDTF"),
    "no word as a key": ("- action: hide\n  ? [a, b]\n  : c", 2, "a key of a correction is a word"),
    "only marks of direction": ("- action: hide\n  target: '\u202e'\n  why: b", 2, "must be an id"),
    "key twice": ("- action: hide\n  target: a\n  target: b\n  why: c", 3, "stands twice"),
    "no story": ("- action: pin-story\n  target: dam\n  why: b", 2, "'dam' is no id of a story"),
    "one no story": ("- action: merge-stories\n  target: [story-a, b]\n  why: c", 2, "'b' is no"),
    "to no story": ("- action: move\n  target: a\n  value: b\n  why: c", 3, "'b' is no id"),
    "nothing split": ("- action: split-story\n  target: story-a\n  why: c", 1, "takes 2 or more"),
    "broken YAML": ("- action: [merge\n  target: a", 2, ""),
    "second one wrong": (GOOD + "- action: nothing\n  target: a\n  why: b", 12, "no action"),
}


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    """A folder without the file, or with an empty one, has no corrections."""
    assert read_corrections(tmp_path) == ()
    (tmp_path / "corrections.yml").write_text("# nothing yet\n", "utf-8")
    assert read_corrections(tmp_path) == ()


def test_corrections_keep_order_and_lines(tmp_path: Path) -> None:
    """Each correction knows its action, targets, value, reason and line."""
    (tmp_path / "corrections.yml").write_text(GOOD, "utf-8")
    assert read_corrections(tmp_path) == (
        Correction("merge", ("donald-trump", "trump-2"), None, "the same man", 2, applied=False),
        Correction(
            "rename", ("kyiv",), "Kyiv (city)", "told apart from the government", 6, applied=False
        ),
    )


@pytest.mark.parametrize(("text", "line", "words"), BAD.values(), ids=BAD.keys())
def test_what_is_wrong_is_named(text: str, line: int, words: str, tmp_path: Path) -> None:
    """A wrong file is refused with its line and a hint."""
    (tmp_path / "corrections.yml").write_text(text, "utf-8")
    with pytest.raises(CorrectionError) as caught:
        read_corrections(tmp_path)
    assert caught.value.where == f"seeds/corrections.yml:{line}"
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "- {}: a",
        "- action: {}\n  target: a\n  why: b",
        "- action: exclude\n  target: [a, {}]\n  why: b",
    ],
)
def test_no_message_is_longer_than_a_line_or_two(text: str, tmp_path: Path) -> None:
    """Whatever stands in the file, what is wrong with it is told in short."""
    (tmp_path / "corrections.yml").write_text(text.format("x" * 100_000), "utf-8")
    with pytest.raises(CorrectionError) as caught:
        read_corrections(tmp_path)
    assert len(str(caught.value)) < 250


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file that is not UTF-8 is refused, not read as something else."""
    (tmp_path / "corrections.yml").write_bytes(b"- action: hide\n  why: \xff\n")
    with pytest.raises(CorrectionError, match="UTF-8"):
        read_corrections(tmp_path)
