"""The event that a time expression dates: a noun with its complements, or a clause, verbatim."""

import re

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.relations import SUBJECTS
from generator.model.text import Offsets, Token, Tokens

CUT = frozenset(
    {
        relations.ADVERBIAL_CLAUSE,
        relations.PARATAXIS,
        relations.CONJUNCT,
        relations.COORDINATOR,
        relations.MARKER,
        relations.PUNCTUATION,
        relations.META,
    }
)
"""What hangs on a verb and is left out at the ends of its clause."""
COMPLEMENTS = relations.COMPLEMENTS | {relations.INDIRECT_OBJECT}
LEADS = frozenset(
    {relations.ADVERB, relations.MARKER, relations.PUNCTUATION, relations.COORDINATOR}
)
"""What may stand before a date that opens its clause."""
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
LEAST = 3
"""Words; a noun phrase or clause of fewer says too little."""
LEAST_NAME = 20
"""Characters; a name alone is no event, a long one may hold one (*the Paris Peace Conference*)."""
QUOTES = {"“": "”", "‘": "’", '"': '"', "«": "»"}
OPENING = re.compile(r"[\s,;:.–—\-)]*(?:(?i:and|but|when|that|which),? )?")
CLOSING = re.compile(r"(?<![\s,;:.–—\-(“\"])[\s,;:.–—\-(“\"]*$")


def event_around(
    tree: Tree, tokens: Tokens, top: Token, bounds: Offsets, text: str
) -> Offsets | None:
    """The event that hangs together with the expression `tokens`; `bounds` are its sentence."""
    attached, phrase_start = _attachment(tree, tokens, top)
    found = _clause_after(tree, top)
    if found is None and attached.pos in NOUNS:
        found = _nominal(tree, attached, tokens, phrase_start)
    verb = _verb_above(tree, attached) if found is None else None
    if verb is not None:
        found = _clause(tree, verb, tokens, phrase_start)
    if found is None:
        found = Offsets(bounds.start, phrase_start)
    return _trimmed(max(found.start, bounds.start), min(found.end, bounds.end), text)


def _attachment(tree: Tree, tokens: Tokens, top: Token) -> tuple[Token, int]:
    """The word that the expression belongs to, and where its phrase (*as recently as …*) begins."""
    attached, start = tree.head(top), tokens[0].start
    if attached.pos == "ADP" or attached.dep == relations.PREPOSITION:
        lead = (c for c in tree.children(attached) if c.index < attached.index)
        start = min(start, attached.start, *(c.start for c in lead))
        attached = tree.head(attached)
    heads = tree.ancestors(attached)  # from *Putin* up to *a call with Putin on May 19*
    for preposition, above in zip(heads[::2], heads[1::2], strict=False):
        if attached.pos != "PROPN" or preposition.pos != "ADP" or above.pos not in NOUNS:
            break
        attached = above
    return attached, start


def _clause_after(tree: Tree, top: Token) -> Offsets | None:
    """*May 16, when the talks ended*: the clause that says what happened then."""
    for child in tree.children(top):
        if child.dep == relations.RELATIVE_CLAUSE and child.index > top.index:
            inside = [t for t in tree.subtree(child) if t.index > top.index]
            if len(inside) > LEAST and inside[0].lemma.lower() == "when":
                return Offsets(inside[1].start, inside[-1].end)
    return None


def _nominal(tree: Tree, noun: Token, tokens: Tokens, phrase_start: int) -> Offsets | None:
    """*The last phone call … [in February]*, *Russia's [2014] annexation of Crimea*."""
    words = tree.subtree(noun)
    inside = tokens[0].index < noun.index
    if not inside:
        words = tuple(t for t in words if t.start < phrase_start or t.index <= noun.index)
    start = min(t.start for t in words)
    end = max(t.end for t in words) if inside else phrase_start
    bare_name = noun.pos == "PROPN" and end - start < LEAST_NAME
    return Offsets(start, end) if len(words) >= LEAST and start < end and not bare_name else None


def _verb_above(tree: Tree, token: Token) -> Token | None:
    """The nearest verb with a subject, or else the nearest verb."""
    chain = [one for one in (token, *tree.ancestors(token)) if one.pos in VERBS]
    told = (one for one in chain if tree.has(one, *SUBJECTS))
    return next(told, chain[0] if chain else None)


def _clause(tree: Tree, verb: Token, tokens: Tokens, phrase_start: int) -> Offsets:
    """The verb's own words: complements after the date stay, what is only added is left out."""
    first, last = tokens[0], tokens[-1]
    words = _words_of_clause(tree, verb, last)
    after = [t for t in words if t.index > last.index]
    start, end = words[0].start, words[-1].end
    before = [t for t in words if t.start < min(first.start, phrase_start)]
    if all(t.dep in LEADS for t in before) and len(after) >= LEAST:
        start = after[0].start
    elif _closes(tree, verb, last) or end <= last.end:
        end = phrase_start if phrase_start < first.start else last.end
    return Offsets(start, max(start, end))


def _closes(tree: Tree, verb: Token, last: Token) -> bool:
    """Whether a comma after the date ends what belongs to it: *resigned on Friday, hours after*."""
    following = tree.tokens[last.index + 1 : last.index + 2]
    comma = bool(following) and following[0].text == ","
    said = any(c.index > last.index for c in tree.children(verb, *COMPLEMENTS))
    return comma and verb.index < last.index and not said


def _words_of_clause(tree: Tree, verb: Token, last: Token) -> list[Token]:
    keep = {verb.index}
    for child in tree.children(verb):
        added = child.index > last.index and child.dep in {
            relations.ADVERBIAL_NOUN,
            relations.ADVERB,
        }
        told_first = child.dep == relations.CLAUSAL_COMPLEMENT and child.index < verb.index
        if child.dep not in CUT and not added and not (told_first and _says_more(tree, verb)):
            keep.update(t.index for t in tree.subtree(child))
    if verb.dep == relations.RELATIVE_CLAUSE:
        keep.update(t.index for t in tree.subtree(tree.head(verb)) if t.index < verb.index)
    return [tree.tokens[at] for at in sorted(keep)]


def _says_more(tree: Tree, verb: Token) -> bool:
    """Whether a clause behind its content says more than *the ministry said*."""
    return any(c.index > verb.index for c in tree.children(verb, *COMPLEMENTS))


def _trimmed(start: int, end: int, text: str) -> Offsets | None:
    """Without marks and white space at its ends; None where nothing is left."""
    lead = OPENING.match(text[start:end])
    start += lead.end() if lead else 0
    tail = CLOSING.search(text[start:end])
    end = start + tail.start() if tail else end
    marks = QUOTES.get(text[start - 1 : start])
    if marks and marks in text[start:end]:
        start -= 1  # the mark that opens what is closed inside
    return Offsets(start, end) if end > start else None
