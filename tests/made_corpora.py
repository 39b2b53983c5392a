"""Marked cases of who is who: one reads them aloud, and the marks say what is expected.

``{a:Mr Mandela}`` marks a mention of the actor *a*; equal letters are one actor, different letters
are different actors, ``{-:May}`` is nobody. ``{a person:Mandela}`` says the type too. ``===``
on a line of its own parts documents. A name may be found without its title.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.annotations import Annotations
from generator.model.corpus import Actor
from generator.model.text import Document
from generator.read.seeds import read_seeds
from generator.resolve.coreference import resolve_coreference, with_references
from generator.resolve.entities import resolve_actors
from generator.resolve.roles import resolve_roles

BEFORE = (
    "A quiet day\n\n"
    "The talks went on for hours, and nobody left the room before the end of the day.\n\n"
)
"""What stands before each case, so that its first line is running text."""
MARK = re.compile(r"\{(-|[a-z]\d?)(?: (\w+))?:([^}]*)\}")
MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]


class Expected(Struct, frozen=True):
    """One marked span of one document."""

    document: str
    start: int
    end: int
    text: str
    letter: str
    type: str


class Cast(Struct, frozen=True):
    """What the rules made of some documents."""

    documents: tuple[Document, ...]
    annotations: tuple[Annotations, ...]
    actors: tuple[Actor, ...]

    def at(self, document: str, start: int, end: int) -> Actor | None:
        """The actor of the mention that overlaps most with a span, the shortest one in a tie."""
        found = [
            (min(end, m.end) - max(start, m.start), m.start - m.end, actor)
            for actor in self.actors
            for m in actor.mentions
            if m.document == document and m.start < end and start < m.end
        ]
        best = max(found, key=lambda f: f[:2], default=None)
        return best[2] if best else None

    def named(self, name: str) -> Actor:
        """The one actor with this name."""
        (actor,) = [a for a in self.actors if a.name == name]
        return actor


def unmark(text: str, document: str) -> tuple[str, list[Expected]]:
    """The text without its marks, and what they ask for."""
    plain, expected, at = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        letter, kind, words = mark.group(1), mark.group(2) or "", mark.group(3)
        start, end = len(plain), len(plain) + len(words)
        expected.append(Expected(document, start, end, words, letter, kind))
        plain += words
        at = mark.end()
    return plain + text[at:], expected


def cast_of(texts: Mapping[str, str], model: LanguageModel, make_seeds: MakeSeeds) -> Cast:
    """Read, annotate and resolve documents given by file name without its ending."""
    folder = make_seeds({f"{name}.txt": BEFORE + text + "\n" for name, text in texts.items()})
    documents = read_seeds(folder).documents
    annotations = tuple(find_annotations(d, model=model) for d in documents)
    named = resolve_actors(documents, annotations)
    referred = with_references(named, resolve_coreference(documents, annotations, named))
    return Cast(documents, annotations, resolve_roles(documents, annotations, referred))


def check_marks(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Assert all that the marks of a case ask for."""
    pieces = [unmark(p.strip(), f"d{i}") for i, p in enumerate(case.split("==="))]
    cast = cast_of({f"d{i}": text for i, (text, _) in enumerate(pieces)}, model, make_seeds)
    meant: dict[str, str] = {}
    for one in (e for _, expected in pieces for e in expected):
        actor = cast.at(one.document, len(BEFORE) + one.start, len(BEFORE) + one.end)
        if one.letter == "-":
            assert actor is None, f"{one.text!r} should be nobody, but is {actor.name}"
            continue
        assert actor is not None, f"{one.text!r} was not found"
        assert not one.type or actor.type == one.type, f"{one.text!r} is a {actor.type}"
        known = meant.setdefault(one.letter, actor.id)
        assert known == actor.id, f"{one.text!r} is {actor.id}, not {known}"
    assert len(set(meant.values())) == len(meant), f"two letters are one actor: {meant}"
