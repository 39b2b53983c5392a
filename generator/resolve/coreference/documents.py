"""Whose words a document's are: its author's where the text says who wrote it, else its own."""

import re

from generator.language.possessives import possessive_ending
from generator.language.speech_verbs import says_clauses
from generator.model.coreference import Reference, Resolution, Unresolved
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import Antecedent

CLAUSE = re.compile(r"[^.;:!?“”\"\n]{0,120}")
WORD = re.compile(r"[\w-]+")
OWNED = r"((?:{ending}|[’']))?(?: [a-z]+-?[a-z]*)?? (?P<noun>[a-z]+)\b"
LONGEST = 40
"""Characters between a document's noun and its author's name."""


class Authors:
    """The documents that one text speaks of, with those who are said to have made them."""

    def __init__(self, discourse: Discourse) -> None:
        lexicon = discourse.lexicon
        self._discourse, self._text = discourse, discourse.text
        self._nouns = lexicon.words("document_nouns")
        written = self._nouns - lexicon.words("law_nouns")  # a law's words are nobody's
        self._making = lexicon.words("publishing_verbs")
        self._lexicon = lexicon
        self._authors: dict[int, str] = {}
        owned_by = re.compile(OWNED.format(ending=possessive_ending(lexicon)))
        for one in discourse.named:
            if one.participant is None or one.kind not in {"name", "metonym"}:
                continue
            begin = one.end if one.owner else max(0, one.start - LONGEST)  # *from Varga’s office*
            made = self._introduced(one)
            if made is not None:
                self._authors[made] = one.who
            before = discourse.pattern("written_by").search(self._text, begin, one.start)
            after = owned_by.match(self._text, one.end)
            owned = after if after and (after.group(1) or not one.is_a("person")) else None
            for match in (before, owned):
                if match and match.group("noun") in written:
                    self._authors[match.start("noun")] = one.who

    def _introduced(self, one: Antecedent) -> int | None:
        """Where the document stands that somebody publishes, or says something in; else None."""
        verb = one.mention.grammar.agent_verb if one.mention else ""
        clause = CLAUSE.match(self._text, one.end)
        if not verb or clause is None:
            return None
        pattern = self._discourse.pattern
        for found in pattern("introduced").finditer(self._text, one.end, clause.end()):
            if verb in self._making or (found["inside"] and says_clauses(verb, self._lexicon)):
                for word in WORD.finditer(self._text, *found.span("words")):
                    another = pattern("of_another").match(self._text, word.end())
                    if word.group().lower() in self._nouns and not another:
                        return word.start()
        return None

    def resolve(self, text: str, start: int) -> Resolution | None:
        """The author of a document, as told here or before; None where it is no document."""
        pattern = self._discourse.pattern
        words = pattern("complement_of_document").split(text, maxsplit=1)[0].lower().split()
        made = len(words) > 1 and pattern("participle").fullmatch(words[-1])
        if made and words[-2] in self._nouns:
            words.pop()  # *a release sent to media*
        noun = words[-1] if words else ""
        if noun not in self._nouns:
            return None
        author = self._author(noun, start + len(text)) or self._issuer(text, start)
        known = Reference((author,), "author_of_document") if author else None
        return known or Unresolved("a_document", text)

    def _issuer(self, text: str, start: int) -> str:
        """The body that spoke last in the paragraph: *Norfly said … The statement added …*."""
        lexicon, (article, *noun) = self._discourse.lexicon, text.lower().split()
        alone = article in lexicon.group("definite_articles") and len(noun) == 1
        if not alone or noun[0] not in lexicon.group("nouns_for_statements"):
            return ""  # *the union’s statement*, *a police statement*
        spoke = [a for a in self._discourse.in_paragraph(start) if a.kind == "source"][-1:]
        last = spoke and spoke[0].start >= self._discourse.last_source
        return spoke[0].who if last and spoke[0].is_a("organisation") else ""

    def _author(self, noun: str, end: int) -> str:
        """Who wrote the last document that was introduced by this noun; "" where none is told."""
        again = self._discourse.pattern("told_again")
        pattern = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        for place in reversed(list(pattern.finditer(self._text, 0, end))):
            if place.start() in self._authors:
                return self._authors[place.start()]
            if not again.search(self._text, max(0, place.start() - LONGEST), place.start()):
                return ""
        return ""
