"""The words of a parsed segment as phrases need them: hyphenated compounds are one word."""

from collections.abc import Iterator

from msgspec import Struct

from generator.language import relations, word_forms
from generator.model.text import Token, Tokens

HYPHENS = frozenset({"-", "‐", "‑", "–", "/"})
MODIFIES = relations.MODIFIERS | {relations.CONJUNCT, relations.NUMBER}
MISREAD = frozenset({word_forms.VERB_BASE, word_forms.VERB_PRESENT})
"""Tags of verbs in their base form: a noun of the same form may be tagged so by mistake."""
PARTICIPLES = word_forms.PARTICIPLES


class Compound(Struct, frozen=True):
    """One word, or several that hyphens join (``two-hour``, ``Trump-Putin``)."""

    tokens: tuple[Token, ...]
    kind: str
    """``noun``, ``modifier``, ``number`` or ``other``."""

    @property
    def last(self) -> Token:
        """The token that hangs on the rest of the sentence."""
        return self.tokens[-1]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """As written, hyphens kept."""
        return "".join(t.text for t in self.tokens)

    @property
    def lemma(self) -> str:
        """Lower-case dictionary form; a compound's first parts stay as written."""
        first = "".join(t.text for t in self.tokens[:-1])
        return (first + self.last.lemma).lower()


def words_of(tokens: Tokens) -> tuple[Compound, ...]:
    """The words of one parsed segment, in reading order."""
    return tuple(
        Compound(group, "noun" if _is_misread(group[-1], tokens) else _kind(group))
        for group in _groups(tokens)
    )


def _is_misread(token: Token, tokens: Tokens) -> bool:
    """A noun that was read as a verb: *to conclude a coveted minerals deal with …*.

    It stands right behind an object that has its own determiner, in a base form without a subject.
    """
    if token.tag not in MISREAD or token.index == 0:
        return False
    before = tokens[token.index - 1]
    is_object = before.dep in {relations.OBJECT, relations.PREPOSITIONAL_OBJECT}
    if not is_object or before.tag not in {word_forms.NOUN, word_forms.NOUN_PLURAL}:
        return False
    of_verb = {*relations.NOMINAL_SUBJECTS, relations.AUXILIARY, relations.OBJECT}
    bare = not any(t.head == token.index and t.dep in of_verb for t in tokens)
    held = {t.dep for t in tokens if t.head == before.index}
    own = not held.isdisjoint({relations.DETERMINER, relations.POSSESSOR})
    return bare and own and token.head == before.head


def _groups(tokens: Tokens) -> Iterator[tuple[Token, ...]]:
    group: list[Token] = []
    for token in tokens:
        joined = group and group[-1].end == token.start
        hyphen = token.text in HYPHENS
        if group and not (joined and (hyphen or group[-1].text in HYPHENS)):
            yield tuple(group)
            group = []
        group.append(token)
    if group:
        yield tuple(group)


def _kind(group: Tokens) -> str:
    last = group[-1]
    if last.hole or not any(c.isalnum() for c in last.text):
        return "other"
    if last.pos in {"NOUN", "PROPN"} and any(c.isalpha() for c in last.text):
        return "noun"
    if last.pos == "NUM":
        named = group[0].text[:1].isupper() and any(c.isdigit() for t in group for c in t.text)
        return "noun" if named else "number"  # F-16, G7, COVID-19
    if last.pos == "ADJ" or (
        last.tag in PARTICIPLES and last.dep in MODIFIES - {relations.CONJUNCT}
    ):
        return "modifier"
    return "modifier" if len(group) > 1 and last.dep in MODIFIES - {relations.CONJUNCT} else "other"
