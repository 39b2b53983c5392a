"""The words at the ends of a text, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.words import first_word, last_word


@given(st.text(alphabet="ab \n\t\u00a0\u2003\u200b", max_size=20))
def test_ends_of_any_text(text: str) -> None:
    """They are the first and the last of its words, and empty where it has none."""
    words = text.split() or [""]
    assert (first_word(text), last_word(text)) == (words[0], words[-1])
