"""Whether a clause is finite, and which words are its own: without what joins it to others."""

from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.relations import SUBJECTS
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.text import Offsets, Sentence, Token, Tokens

HELPERS = relations.AUXILIARIES
BEHIND = frozenset({relations.RELATIVE_CLAUSE, relations.ADVERBIAL_CLAUSE})
LOWER = BEHIND | {relations.CLAUSAL_COMPLEMENT}
JOINING = frozenset({relations.COORDINATOR, relations.PUNCTUATION, relations.PRECONJUNCTION})
DENYING = frozenset(
    {relations.ADVERB, relations.NEGATION, relations.PRECONJUNCTION, relations.COORDINATOR}
)
"""How a word hangs on a verb that may have a negation below it: *never again*."""
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
OPENING = frozenset({"“", '"', "‘", "(", "["})
CLOSING = frozenset({"”", '"', "’", ")", "]"})


def is_finite(tree: Tree, verb: Token) -> bool:
    """With a subject of its own or of the verb it is joined to, and a tense or a modal."""
    active = verb.tag == word_forms.VERB_PARTICIPLE and tree.has(verb, relations.SUBJECT)
    tensed = is_tensed(tree, verb) or active  # *ended*, read as a participle
    return tensed and has_subject(tree, verb)


def is_tensed(tree: Tree, verb: Token) -> bool:
    """With a tense or a modal of its own, as no infinitive has: *left*, *may leave*."""
    return any(t.tag in FINITE_OR_MODAL for t in (verb, *tree.children(verb, *HELPERS)))


def is_denied(tree: Tree, lexicon: Lexicon, *verbs: Token) -> bool:
    """*Did not say*, *nobody says*, *never again would it*."""
    negations = lexicon.words("negations")
    below = [c for verb in verbs for c in tree.children(verb)]
    adverbs = [c for c in below if c.dep in DENYING]
    before = (*below, *(c for a in adverbs for c in tree.children(a)))
    return any(c.dep == relations.NEGATION for c in below) or any(
        c.text.lower() in negations and c.index < verbs[0].index for c in before
    )


def has_subject(tree: Tree, verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return tree.has(verb, *SUBJECTS)


def clause_words(
    tree: Tree, verb: Token, dates: Tokens, sentence: Sentence, text: str
) -> Offsets | None:
    """The words of the clause, without what joins it to others and what is joined to it."""
    bounds = Offsets(sentence.start, sentence.end)
    words = [t for t in tree.subtree(verb) if bounds.start <= t.start and t.end <= bounds.end]
    joined = [
        tree.subtree(c)[0].index
        for c in tree.children(verb, relations.CONJUNCT)
        if has_subject(tree, c) and c.index > dates[-1].index
    ]
    words = [t for t in words if t.index < min(joined, default=len(tree.tokens))]
    last = max((t.index for t in words if not _trails(t)), default=-1)
    words = [t for t in words if t.index <= last]
    own = next((c.index for c in tree.children(verb, *SUBJECTS)), 0)
    colon = max((t.index for t in words if t.text == ":" and t.index < own), default=-1)
    words = [t for t in words if t.index > colon]
    subject = next((tree.subtree(c)[0].index for c in tree.children(verb, *SUBJECTS)), 0)
    joins = [t.index for t in words if t.index < subject and _opens(tree, t, verb)]
    first = next((t.index for t in words if not _joins(t) and t.index > max(joins, default=-1)), 0)
    words = [t for t in words if t.index >= first]
    behind = words and words[0].start > dates[-1].end and verb.dep in BEHIND
    around = words and words[0].start <= dates[0].start and dates[-1].end <= words[-1].end
    if not words or not (behind or around):
        return None
    span = Offsets(words[0].start, words[-1].end)
    inside = text[span.start : span.end]
    broken = any(inside.count(one) != inside.count(other) for one, other in PAIRS)
    return bounds if broken or inside.count('"') % 2 else span


def _trails(token: Token) -> bool:
    return token.dep in {relations.COORDINATOR, relations.PUNCTUATION} and token.text not in CLOSING


def _joins(token: Token) -> bool:
    """*And*, a dash."""
    return token.dep in JOINING and token.text not in OPENING


def _opens(tree: Tree, token: Token, verb: Token) -> bool:
    """*When*, *that*, *almost certainly before* of a clause inside another."""
    marks = token.dep == relations.MARKER or token.tag == word_forms.RELATIVE_ADVERB
    inside = verb.dep in {*LOWER, relations.CONJUNCT}
    return marks and inside and tree.head(token).index > token.index


def main_verb(tree: Tree, root: Token) -> Token | None:
    """The first finite verb that hangs on a sentence's head, where that was read as a noun."""
    return next((c for c in tree.children(root) if is_finite(tree, c)), None)


def goes_on(tree: Tree, verb: Token) -> bool:
    """*Will grow, counting from 1960*: a participle behind a main verb that tells what may come."""
    main = tree.head(verb)
    return main.index < verb.index and any(c.tag == word_forms.MODAL for c in tree.children(main))


def after_colon(tree: Tree, verb: Token) -> bool:
    """*It was odd: the mill closed in 2005*: what stands behind a colon is told by itself."""
    start, head = tree.subtree(verb)[0].index, tree.head(verb).index
    return any(t.text == ":" for t in tree.tokens[head + 1 : start + 1])
