"""What programs print around a text is told in the words of each language."""

import pytest

from generator.read.stated_values import stated_pattern


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Page 3 of 9", "3"),
        ("Page 3 sur 9", "3"),
        ("Seite 3 von 9", "3"),
        ("- 3 -", "3"),
        ("3/9", "3"),
        ("Dock 3 of 9", None),
        ("3 boats of 9", None),
    ],
)
def test_a_page_number_is_told_in_any_language(line: str, number: str | None) -> None:
    """The words beside it are its language's, and other words make it text."""
    match = stated_pattern("page_number").fullmatch(line)
    assert (match and match["number"]) == number
    assert bool(stated_pattern("number_of_printed_page").fullmatch(line)) == (number is not None)


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Ada Obi and Li Wei", ["Ada Obi ", " Li Wei"]),
        ("Ada Obi et Li Wei", ["Ada Obi ", " Li Wei"]),
        ("Ada Obi und Li Wei", ["Ada Obi ", " Li Wei"]),
        ("Maria von Anderlund", ["Maria von Anderlund"]),
    ],
)
@pytest.mark.parametrize("form", ["between_authors", "between_authors_of_file"])
def test_authors_are_joined_in_any_language(form: str, authors: str, names: list[str]) -> None:
    """A word that joins two names parts them, and letters inside a name do not."""
    assert stated_pattern(form).split(authors) == names


@pytest.mark.parametrize("line", ["by Ada Obi", "By: Ada Obi", "Par Ada Obi"])
def test_the_word_before_an_author_is_no_part_of_the_name(line: str) -> None:
    """*By*, with a colon or without."""
    assert stated_pattern("by_before_authors").sub("", line) == "Ada Obi"
