"""Who does what to whom in one document: a named subject, its verb, its object; precision first.

Only what the author says, not what a quoted speaker says; only a verb of doing; the clause verbatim,
with the words that make it a plan, a wish or a denial.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.grammar import Tree, phrase_of, tree_of
from generator.identifiers import content_id, number_repeats
from generator.lexicons import Lexicon
from generator.model.annotations import Action, Mention, Phrase
from generator.model.text import Document, Offsets, Parse, ParsedSegment, Span, Token

ZONES = frozenset({"headline", "standfirst", "body", "caption"})
OUTSIDE = frozenset({"conj", "cc", "advcl", "parataxis", "punct", "ccomp"})
"""What hangs on a verb without being part of its clause."""
ATTITUDES = frozenset({"xcomp"})
LONGEST = 45
"""Words; a longer clause is shown with its sentence only."""


def find_actions(
    document: Document, parse: Parse, *, mentions: Sequence[Mention], lexicon: Lexicon | None
) -> tuple[Action, ...]:
    """The actions of `document` in reading order; none without a lexicon."""
    if lexicon is None:
        return ()
    names = {
        m.span.end: m
        for m in mentions
        if m.kind == "name" and m.zone in ZONES and not m.weak and not m.quoted
    }
    still = lexicon.words("verbs_of_no_action")
    found: list[Action] = []
    for parsed in parse.segments:
        if parsed.segment.zone in ZONES and not parsed.segment.in_hole:
            found.extend(_in_segment(document, parsed, names, still))
    found.sort(key=lambda a: (a.span.start, a.span.end))
    ids = number_repeats(content_id("a", document.text[a.span.start : a.span.end]) for a in found)
    return tuple(_with_id(a, i) for a, i in zip(found, ids, strict=True))


def _with_id(action: Action, identifier: str) -> Action:
    return Action(
        id=identifier,
        span=action.span,
        agent=action.agent,
        verb=action.verb,
        target=action.target,
        modality=action.modality,
        negated=action.negated,
        sentence=action.sentence,
    )


def _in_segment(
    document: Document, parsed: ParsedSegment, names: Mapping[int, Mention], still: frozenset[str]
) -> Iterator[Action]:
    tree = tree_of(parsed)
    for token in tree.tokens:
        mention = names.get(token.end)
        if mention is None or token.dep != "nsubj":
            continue
        for verb in _verbs(tree, token):
            action = _action(document, tree, mention, token, verb, still)
            if action:
                yield action


def _verbs(tree: Tree, subject: Token) -> Iterator[Token]:
    """The subject's verb and the verbs coordinated with it that have no subject of their own."""
    verb = tree.head(subject)
    if verb.pos != "VERB" or subject.index > verb.index:
        return
    yield verb
    for other in tree.conjuncts(verb):
        if other.pos == "VERB" and not any(c.dep.startswith("nsubj") for c in tree.children(other)):
            yield other


def _action(
    document: Document,
    tree: Tree,
    mention: Mention,
    subject: Token,
    verb: Token,
    still: frozenset[str],
) -> Action | None:
    deed = _deed(tree, verb)
    if deed.lemma in still or verb.tag in {"VBG"} and verb.dep != "ROOT":
        return None
    clause = _clause(tree, subject, verb)
    if not clause or len(clause) > LONGEST or any(t.hole for t in clause):
        return None
    target = _target(document.text, tree, deed)
    if target is None:
        return None
    phrase = phrase_of(document.text, clause)
    return Action(
        id="",
        span=Span(document.id, phrase.start, phrase.end),
        agent=Offsets(mention.span.start, mention.span.end),
        verb=deed.lemma,
        target=target,
        modality=_modality(document.text, tree, verb, deed),
        negated=any(c.dep == "neg" for t in (verb, deed) for c in tree.children(t)),
        sentence=mention.sentence,
    )


def _deed(tree: Tree, verb: Token) -> Token:
    """The verb that names the deed: *threatened to impose* is about imposing."""
    for child in tree.children(verb):
        if child.dep == "xcomp" and child.pos == "VERB" and not _objects(tree, verb):
            return child
    return verb


def _objects(tree: Tree, verb: Token) -> list[Token]:
    return [c for c in tree.children(verb) if c.dep in {"dobj", "dative"}]


def _target(text: str, tree: Tree, deed: Token) -> Phrase | None:
    """The object, or what the verb's first preposition governs."""
    objects = _objects(tree, deed)
    if objects:
        return _noun_phrase(text, tree, objects[0])
    for child in tree.children(deed):
        if child.dep == "prep" and child.index > deed.index:
            for inner in tree.children(child):
                if inner.dep == "pobj":
                    return _noun_phrase(text, tree, inner)
    return None


def _noun_phrase(text: str, tree: Tree, head: Token) -> Phrase:
    tokens = [t for t in tree.subtree(head) if t.index <= head.index or t.dep != "punct"]
    kept = [tokens[0]]
    for token in tokens[1:]:
        if token.index != kept[-1].index + 1 or token.dep in {"relcl", "advcl"} or token.hole:
            break
        kept.append(token)
    return phrase_of(text, kept)


def _clause(tree: Tree, subject: Token, verb: Token) -> list[Token]:
    """From the subject's first word to the end of the verb's clause, without a gap."""
    left = min(t.index for t in tree.subtree(subject) if t.index <= subject.index)
    barred = {
        t.index
        for c in tree.children(verb)
        if c.dep in OUTSIDE and c.index > verb.index
        for t in tree.subtree(c)
    }
    right = max(t.index for t in tree.subtree(verb) if t.index not in barred)
    first_barred = min((i for i in barred if i > verb.index), default=right + 1)
    end = min(right + 1, first_barred) if first_barred > verb.index else right + 1
    return list(tree.tokens[left:end])


def _modality(text: str, tree: Tree, verb: Token, deed: Token) -> str | None:
    """Modal, hedge or attitude verb, verbatim."""
    words = [c for c in tree.children(verb) if c.dep == "aux" and c.tag == "MD"]
    hedges = [c for c in tree.children(verb) if c.dep == "advmod" and c.text.lower() in HEDGES]
    if deed.index != verb.index:
        to = [c for c in tree.children(deed) if c.dep == "aux"]
        return phrase_of(text, [verb, *(to or [verb])]).text
    kept = sorted((*words, *hedges), key=lambda t: t.index)
    return " ".join(t.text for t in kept) if kept else None


HEDGES = frozenset({"reportedly", "allegedly", "apparently", "possibly", "perhaps", "probably"})
