"""The event that a time expression dates: a noun with its complements, or a clause, verbatim."""

import re
from collections.abc import Sequence

from generator.grammar import SUBJECTS, Tree
from generator.model.text import Offsets, Token

CUT = frozenset({"advcl", "parataxis", "conj", "cc", "mark", "punct", "meta", "ccomp"})
"""What hangs on a verb and is left out at the ends of its clause."""
LEAST = 3
"""Words; a clause of fewer says too little, so the clause above it is taken."""


def event_around(
    tree: Tree, tokens: Sequence[Token], top: Token, bounds: Offsets, text: str
) -> Offsets | None:
    """The event that hangs together with the expression `tokens`; `bounds` are its sentence."""
    relative = _clause_after(tree, top)
    if relative:
        return _trimmed(relative.start, relative.end, text)
    attached = tree.head(top)
    phrase_start = tokens[0].start
    if attached.pos == "ADP" or attached.dep == "prep":
        phrase_start = min(phrase_start, _preposition_start(tree, attached))
        attached = tree.head(attached)
    attached = _climb(tree, attached)
    if attached.pos in {"NOUN", "PROPN"}:
        nominal = _nominal(tree, attached, tokens, phrase_start)
        if nominal:
            return _trimmed(nominal.start, nominal.end, text)
    verb = _verb_above(tree, attached)
    if verb is None:
        return _trimmed(bounds.start, max(phrase_start, bounds.start), text)
    clause = _clause(tree, verb, tokens, phrase_start)
    return _trimmed(max(clause.start, bounds.start), min(clause.end, bounds.end), text)


def _clause_after(tree: Tree, top: Token) -> Offsets | None:
    """*May 16, when the talks ended*: the clause that says what happened then."""
    for child in tree.children(top):
        if child.dep == "relcl" and child.index > top.index:
            inside = [t for t in tree.subtree(child) if t.index > top.index]
            if inside and inside[0].lemma.lower() == "when":
                return Offsets(inside[1].start, inside[-1].end) if len(inside) > LEAST else None
    return None


def _preposition_start(tree: Tree, preposition: Token) -> int:
    """Where *as recently as*, *early in*, *on* begins."""
    return min(
        t.start
        for t in (
            preposition,
            *(c for c in tree.children(preposition) if c.index < preposition.index),
        )
    )


def _climb(tree: Tree, token: Token) -> Token:
    """From a name inside a noun's complement to that noun: *a call with Putin on May 19*."""
    while token.pos == "PROPN" and tree.head(token).pos == "ADP":
        above = tree.head(tree.head(token))
        if above.pos not in {"NOUN", "PROPN"}:
            break
        token = above
    return token


def _nominal(tree: Tree, noun: Token, tokens: Sequence[Token], phrase_start: int) -> Offsets | None:
    subtree = [t for t in tree.subtree(noun) if t.start < phrase_start or t.index <= noun.index]
    inner = [t for t in tree.subtree(noun)] if tokens[0].index < noun.index else subtree
    start = min(t.start for t in inner)
    end = max(t.end for t in inner) if tokens[0].index < noun.index else phrase_start
    if noun.pos == "PROPN" and end - start < 20:
        return None
    return Offsets(start, end) if len(inner) >= LEAST and start < end else None


def _verb_above(tree: Tree, token: Token) -> Token | None:
    chain = (token, *tree.ancestors(token))
    for one in chain:
        finite = one.pos in {"VERB", "AUX"} and any(c.dep in SUBJECTS for c in tree.children(one))
        if finite:
            return one
    return next((one for one in chain if one.pos in {"VERB", "AUX"}), None)


def _clause(tree: Tree, verb: Token, tokens: Sequence[Token], phrase_start: int) -> Offsets:
    """The verb's own words: complements after the date stay, what is only added is left out."""
    first, last = tokens[0], tokens[-1]
    keep = {verb.index}
    for child in tree.children(verb):
        after = child.index > last.index
        if child.dep in CUT and not (child.dep == "ccomp" and child.index > verb.index):
            continue
        if after and child.dep in {"npadvmod", "advmod"}:
            continue
        keep.update(t.index for t in tree.subtree(child))
    antecedent = tree.head(verb) if verb.dep == "relcl" else None
    if antecedent is not None:
        keep.update(t.index for t in tree.subtree(antecedent) if t.index < verb.index)
    words = [t for t in tree.tokens if t.index in keep]
    start, end = words[0].start, words[-1].end
    leads = all(
        t.start >= phrase_start or t.dep in {"advmod", "mark", "punct"}
        for t in words
        if t.start < first.start
    )
    if leads and len([t for t in words if t.index > last.index]) >= LEAST:
        start = next(t.start for t in words if t.index > last.index)
    elif end <= last.end and phrase_start < first.start:
        end = phrase_start
    return Offsets(start, max(start, end))


def _trimmed(start: int, end: int, text: str) -> Offsets | None:
    """Without marks and white space at its ends; None where nothing is left."""
    words = text[start:end]
    lead = re.match(r"[\s,;:.–—\-)]*(?:(?i:and|but|when|that|which),? )?", words)
    start += lead.end() if lead else 0
    tail = re.search(r"[\s,;:.–—\-(“\"]*$", text[start:end])
    end = start + tail.start() if tail else end
    return Offsets(start, end) if len(text[start:end].split()) >= 2 else None
