"""How a mention stands in its sentence: grammar, apposition, number."""

from generator.language import relations, word_forms
from generator.language.clauses import is_denied
from generator.language.dependencies import Tree, phrase_of
from generator.language.lexicons import Lexicon
from generator.language.modality import is_supposed
from generator.model.annotations import Grammar, Phrase
from generator.model.reading_order import end_while
from generator.model.text import Token, Tokens

LONGEST_APPOSITION = 14
"""Words; what is longer is a wrong parse or a sentence of its own."""
CLAUSES = relations.SUBORDINATE_CLAUSES
STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "."})


def head_of(tokens: Tokens) -> Token:
    """The word of a span that the others hang on."""
    inside = {t.index for t in tokens}
    outside = [t for t in tokens if t.head not in inside or t.head == t.index]
    return next((t for t in reversed(outside) if t.pos in {"PROPN", "NOUN"}), tokens[-1])


def grammar_of(tree: Tree, head: Token) -> Grammar:
    """The grammar of the mention with this head word."""
    anchor = _anchor(tree, head)
    governor = tree.head(anchor)
    preposition = ""
    if anchor.dep == relations.PREPOSITIONAL_OBJECT:
        preposition = governor.text.lower()
        governor = tree.head(governor)
    alone = governor.index == anchor.index
    return Grammar(
        dep=anchor.dep,
        governor="" if alone else governor.lemma,
        governor_pos="" if alone else governor.pos,
        preposition=preposition,
        possessive=_possessive(tree, head),
        agent_verb=_agent_verb(tree, anchor),
    )


def _anchor(tree: Tree, head: Token) -> Token:
    """The word whose place in the sentence counts: coordination and apposition climbed."""
    return tree.climb_while(
        head,
        lambda t: (
            t.dep in {relations.CONJUNCT, relations.APPOSITION} and tree.head(t).pos != "VERB"
        ),
    )


def _possessive(tree: Tree, head: Token) -> bool:
    return head.dep == relations.POSSESSOR or any(
        c.tag == word_forms.POSSESSIVE_MARK for c in tree.children(head)
    )


def _agent_verb(tree: Tree, anchor: Token) -> str:
    verb = tree.head(anchor)
    if anchor.dep == relations.SUBJECT and verb.pos in {"VERB", "AUX"}:
        return verb.lemma
    if anchor.dep == relations.PREPOSITIONAL_OBJECT and verb.dep == relations.AGENT:
        return tree.head(verb).lemma
    return ""


def apposition_of(
    text: str, tree: Tree, head: Token, span: Tokens, lexicon: Lexicon
) -> Phrase | None:
    """What a sentence says a name is: apposition after or before it, or the complement of *be*."""
    for child in tree.children(head):
        if (
            child.dep == relations.APPOSITION
            and child.index > span[-1].index
            and child.pos == "NOUN"
        ):
            return _phrase(text, tree, child)
    above = tree.head(head)
    if (
        head.dep == relations.APPOSITION
        and above.pos in {"NOUN", "PROPN"}
        and above.index < span[0].index
    ):
        labelled = text[above.end : span[0].start].lstrip().startswith(":")  # *WINNER: X*
        # *the captain of the team, X*: the parse takes the nearer noun, and either may be meant
        around = tree.head(tree.head(above))
        nearer = above.dep == relations.PREPOSITIONAL_OBJECT and around.pos == "NOUN"
        kept = above.pos == "NOUN" and not labelled and not nearer
        return _phrase(text, tree, above, before=span[0].index) if kept else None
    if (
        head.dep == relations.SUBJECT
        and above.lemma in lexicon.group("copulas")
        and not _unsaid(tree, above, lexicon)
    ):
        for child in tree.children(above):
            if child.dep == relations.PREDICATE_NOMINAL and child.pos == "NOUN":
                return _phrase(text, tree, child)
    return None


def _unsaid(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """*Is not*, *if she is*, *may be*: no statement of what somebody is."""
    if is_denied(tree, lexicon, verb) or is_supposed(tree, verb, lexicon):
        return True
    return any(c.tag == word_forms.MODAL for c in tree.children(verb))


def _phrase(text: str, tree: Tree, top: Token, *, before: int | None = None) -> Phrase | None:
    """The noun phrase of `top` without relative clauses and what follows a mark."""
    barred = {t.index for c in tree.children(top) if c.dep in CLAUSES for t in tree.subtree(c)}
    tokens = [t for t in tree.subtree(top) if t.index not in barred]
    tokens = [t for t in tokens if before is None or t.index < before]
    kept = [t for t in tokens if t.index <= top.index]
    if before is not None:
        joint = max((i for i, t in enumerate(kept) if t.dep == relations.COORDINATOR), default=-1)
        kept = kept[joint + 1 :]
    if not kept:
        return None  # the noun itself joins two others, as no parse of a language has it
    for token in tokens[len(kept) :]:
        apart = token.start > kept[-1].end or token.text != "-"
        if (token.text in STOPS and apart) or token.index != kept[-1].index + 1 or token.hole:
            break
        kept.append(token)
    kept = kept[end_while(kept, 0, lambda t: t.text in STOPS or t.pos == "PUNCT") :]
    if not kept or len(kept) > LONGEST_APPOSITION or any(t.hole for t in kept):
        return None
    return phrase_of(text, kept)
