"""Which organisation *the agency* or *the company* means: the one whose name or kind is so."""

import re
from collections.abc import Iterator, Sequence

from generator.language.noun_phrases import before_complements
from generator.language.weights import load_count
from generator.model.coreference import Reference, Resolution, Unresolved
from generator.model.words import last_word
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import Antecedent

NEAR = load_count("bodies.near")
"""Paragraphs back in which the one of several must be named that is meant."""
REACH = load_count("bodies.reach")
"""Paragraphs back in which any body must be named that is meant."""


class Bodies:
    """The organisations that one document names, by the nouns that mean them."""

    def __init__(self, discourse: Discourse) -> None:
        lexicon = discourse.lexicon
        self._discourse = discourse
        self._lexicon = lexicon
        self._companies = lexicon.words("anaphoric_bodies")
        self._generic = lexicon.words("generic_bodies") | self._companies
        self._trades = lexicon.words("company_nouns")  # *the company* may be called a brewer
        kinds = lexicon.keys("kind_nouns", "organisation")
        self._nouns = self._lexicon.words("organisation_heads") | self._generic | kinds
        self._named = [a for a in discourse.named if a.kind == "name" and a.is_a("organisation")]
        self._kinds: dict[str, set[str]] = {}
        for one in self._named:
            self._kinds.setdefault(one.who, set()).update(self._kinds_of(one))

    def resolve(self, text: str, start: int) -> Resolution | None:
        """The one organisation that an article and a noun mean; None where the noun is no body."""
        match = self._discourse.pattern("kind_of_body").fullmatch(text)
        noun = match.group(1).lower() if match else ""
        if noun not in self._nouns:
            return None
        levels = list(self._levels(start))
        fitting = {a.who for level in levels for a in level if noun in self._kinds[a.who]}
        if len(fitting) > 1:
            fitting &= {a.who for a in next((level for level in levels[:NEAR] if level), [])}
        if not fitting and noun in self._generic:
            fitting = self._of_any_kind(next((level for level in levels[:NEAR] if level), []), noun)
        if len(fitting) == 1:
            return Reference(tuple(fitting), "kind_of_body")
        names = tuple(sorted({a.name for level in levels for a in level if a.who in fitting}))
        return Unresolved("several_called_so" if fitting else "no_actor", text, names)

    def speaks(self, text: str, start: int) -> Resolution | None:
        """Whose words a spokesman or figures give: *a Norfly spokesman*, *data from the agency*."""
        whole, end = self._discourse.text, start + len(text)
        before = self._discourse.pattern("speaks_for").fullmatch(whole, start, end)
        match = before or self._discourse.pattern("spoken_for").match(whole, start)
        if match is None or match.end() < end:
            return None
        first, last = match.span("body")
        inside = self._discourse.between(first, last)
        if not all(a.is_a("organisation") for a in inside):
            return None
        known = self._bodies_called(match["body"], first)
        return Reference(tuple(known), "speaks_for") if len(known) == 1 else None

    def _bodies_called(self, body: str, start: int) -> set[str]:
        """The bodies that bear a name elsewhere, or whose names begin so; or *the agency*."""
        if body.islower():
            meant = self.resolve(f"the {last_word(body)}", start)
            return set(meant.actors) if isinstance(meant, Reference) else set()
        text, begins = self._discourse.text, (f"{body} ", f"{body}.")
        whole = [a for a in self._named if body in {a.name, text[a.start : a.end]}]
        begun = {a.who for a in self._named if text.startswith(begins, a.start, a.end)}
        return {a.who for a in whole if a.start != start} or begun or {a.who for a in whole}

    def _of_any_kind(self, level: Sequence[Antecedent], noun: str) -> set[str]:
        """The one body of a paragraph that is called nothing, or by a trade and beside no other."""
        near, alone = _leading(level), len({a.who for a in level}) == 1
        trades = self._trades if alone and noun in self._companies else frozenset()
        return near if len(near) == 1 and self._kinds[min(near)] <= trades else set()

    def _levels(self, start: int) -> Iterator[list[Antecedent]]:
        """The organisations named before a place, paragraph by paragraph, nearest first.

        The agency in a dateline tells the story and is not told of.
        """
        here = self._discourse.find.number(start)
        own = self._discourse.paragraph_before(here)
        back = self._discourse.paragraphs_back(here, REACH)
        for numbers in (range(own.start, here + 1), *back):
            told = [n for n in numbers if self._discourse.sentences[n].zone != "dateline"]
            named = (a for n in told for a in self._discourse.in_sentence(n, start))
            yield [a for a in named if a.kind == "name" and a.is_a("organisation")]

    def _kinds_of(self, named: Antecedent) -> set[str]:
        """The nouns for a body that its name ends in before *of*, or that stand beside its name."""
        words = [w.strip(".,") for w in named.name.split()]
        small = next((i for i, w in enumerate(words) if i and w.islower()), len(words))
        words = [w.lower() for w in words]
        found = {words[small - 1]} & self._nouns
        if words and words[-1] in self._lexicon.words("organisation_suffixes"):
            found |= self._companies
        mention = named.mention
        phrases = (mention.title, mention.apposition, *mention.role_phrases) if mention else ()
        before = self._discourse.text[max(0, named.start - 40) : named.start]
        beside = [p.text for p in phrases if p] + re.findall(r"(?<![a-z-])([a-z-]++) $", before)
        heads = (last_word(before_complements(text, self._lexicon)).lower() for text in beside)
        return found | (set(heads) & self._nouns)


def _leading(level: Sequence[Antecedent]) -> set[str]:
    """The bodies of a paragraph; of several the one that alone is the subject of its clauses."""
    near, subjects = {a.who for a in level}, {a.who for a in level if a.subject}
    return subjects if len(subjects) == 1 else near
