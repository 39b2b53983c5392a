"""Warnings that the settings accept, each with its reason; an entry that none needs is told."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.commands.outcome import Warned
from generator.config import AcceptedWarning, Settings

SETTINGS = "mkdocs.yml"
ANY = "*"


def accept_known(warned: Iterable[Warned], settings: Settings) -> tuple[Warned, ...]:
    """The warnings with the reasons of those that are accepted, and a warning of idle entries."""
    patterns = [(entry, _pattern(entry)) for entry in settings.accept]
    marked = tuple(_marked(one, patterns) for one in warned)
    return (*marked, *_idle(marked, patterns))


def _marked(one: Warned, patterns: list[tuple[AcceptedWarning, re.Pattern[str]]]) -> Warned:
    why = next((entry.why for entry, known in patterns if known.fullmatch(one.words)), "")
    return replace(one, accepted=why) if why else one


def _idle(
    marked: tuple[Warned, ...], patterns: list[tuple[AcceptedWarning, re.Pattern[str]]]
) -> Iterator[Warned]:
    for entry, known in patterns:
        if not any(known.fullmatch(one.words) for one in marked):
            words = f"accept: {entry.warning!r} is no warning of this build: remove it"
            yield Warned(f"{SETTINGS}: {words}", SETTINGS)


def _pattern(entry: AcceptedWarning) -> re.Pattern[str]:
    """The words of an entry as they are, with any words for each star; white space is one blank."""
    words = " ".join(entry.warning.split())
    return re.compile(".*".join(map(re.escape, words.split(ANY))), re.DOTALL)
