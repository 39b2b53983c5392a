"""Warnings that the settings accept, each with its reason; an entry that none needs is told."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.commands.outcome import Warned
from generator.config import AcceptedWarning, Settings

SETTINGS = "mkdocs.yml"
ANY = "*"


def accept_known(warned: Iterable[Warned], settings: Settings) -> tuple[Warned, ...]:
    """The warnings with the reasons of those that are accepted, and a warning of idle entries."""
    marked = tuple(_marked(one, settings.accept) for one in warned)
    return (*marked, *_idle(marked, settings.accept))


def _marked(one: Warned, entries: Sequence[AcceptedWarning]) -> Warned:
    why = next((entry.why for entry in entries if is_told_by(entry.warning, one.words)), "")
    return replace(one, accepted=why) if why else one


def _idle(marked: Sequence[Warned], entries: Sequence[AcceptedWarning]) -> Iterator[Warned]:
    for entry in entries:
        if not any(is_told_by(entry.warning, one.words) for one in marked):
            words = f"accept: {entry.warning!r} is no warning of this build: remove it"
            yield Warned(f"{SETTINGS}: {words}", SETTINGS)


def is_told_by(entry: str, words: str) -> bool:
    """Whether the words are an entry's, with any words for each star; white space is one blank.

    Each piece is taken where it comes first, and never tried again: that leaves the most to the
    pieces behind it, so stars cost no more than words do.
    """
    first, *others = " ".join(entry.split()).split(ANY)
    if not others:
        return words == first
    *between, last = others
    at, end = len(first), len(words) - len(last)
    if not (words.startswith(first) and words.endswith(last) and at <= end):
        return False
    for piece in between:
        found = words.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True
