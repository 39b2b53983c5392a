"""YAML as a tree of words: never more than was written, never a traceback."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.files.yaml_tree import YamlError, compose_yaml, words_of

HOSTILE = {
    "deep": ("x: " + "[" * 5000, "levels of nesting"),
    "many aliases": ("a: &a x\nb: [" + "*a, " * 60 + "]", "aliases"),
    "an alias in an anchor": ("a: &a {k: v}\nb: &b {<<: [*a, *a]}", "inside what has an anchor"),
    "a circle": ("a: &a [*a]", "inside what has an anchor"),
    "no such alias": ("a: *b", "undefined alias"),
    "no such character": ('a: "\\UFFFFFFFF"', "no valid YAML"),
    "a version of 5,000 digits": (f"%YAML {'9' * 5000}.1\n---\na", "no valid YAML"),
    "a tab": ("a:\n\t- b", "indent with spaces"),
    "two documents": ("a: b\n---\nc: d", "but found another document"),
}
MERGES = "a: &a {k: v}\n" + "".join(
    f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 9)}]}}\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(("text", "words"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_refused_is_said(text: str, words: str) -> None:
    """A text that would nest, grow or break is refused with a reason."""
    with pytest.raises(YamlError, match=words):
        compose_yaml(text)


def test_merges_do_not_grow() -> None:
    """Nine levels of nine merges, 387 million values once expanded, are refused at once."""
    began = time.process_time()
    with pytest.raises(YamlError):
        compose_yaml(MERGES)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2024-02-30", "2024-02-30"),
        ("yes", "yes"),
        ("0123", "0123"),
        ("'null'", "null"),
        ("null", None),
        ("", None),
        ("!!int foo", None),
        ("!!python/object:os.system x", None),
        ("[a]", None),
        ('"a\\ud800b"', "a\ufffdb"),
        ('"a\\ab"', "a b"),
    ],
)
def test_every_value_is_its_words(value: str, text: str | None) -> None:
    """A date, a number or a truth value stays what was written; a tagged value is no words."""
    (pair,) = compose_yaml(f"key: {value}").value  # type: ignore[union-attr]  # a mapping was written
    assert words_of(pair[1]).text == text
    assert words_of(pair[1]).cleaned == ("\\" in value)


@given(st.text(max_size=200) | st.text(alphabet="a:-[]{}&*!?|>'\"%#\n \t\\\ud800", max_size=80))
@example("\x85\t")
@example("\r\t")
def test_any_text_is_a_tree_or_a_reason(text: str) -> None:
    """Whatever the text, it is composed or refused with a line that it has."""
    try:
        compose_yaml(text)
    except YamlError as error:
        line, message = error.line, error.message
    else:
        return
    assert 1 <= line <= len(re.split("\r\n|\r|\n", text))
    assert message
