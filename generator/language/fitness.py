"""Whether a sentence is whole enough for a takeaway: it tells something known of somebody."""

from generator.language import relations, word_forms
from generator.language.connectives import opens_with_label
from generator.language.dependencies import Tree
from generator.language.eventuality import (
    ASKING,
    VERBS,
    tells_nothing_known,
)
from generator.language.lexicons import Lexicon
from generator.language.relations import SUBJECTS
from generator.language.word_forms import FINITE, FINITE_OR_MODAL
from generator.model.annotations import Unfitness
from generator.model.text import Token, Tokens

MAIN = (
    *(relations.CLAUSAL_COMPLEMENT, relations.CONJUNCT, relations.PARATAXIS),
    *(relations.CLAUSAL_SUBJECT, relations.ADVERBIAL_CLAUSE, relations.UNCLASSIFIED),
)
"""What hangs on a sentence's first word and may be its main clause, where that is no verb."""


def unfitness_of(text: str, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> Unfitness | None:
    """Why a sentence can be no takeaway at all; None where it can."""
    if text.rstrip("”\"’')").endswith("?"):
        return "question"
    if not text.rstrip("”\"’')").endswith((".", "!", "…")):
        return "no_end_mark"
    if not any(t.tag in FINITE_OR_MODAL for t in tokens):
        return "no_finite_verb"
    if opens_with_label(text, tokens):
        return "label"
    roots = [t for t in tokens if t.dep == relations.ROOT]
    return _unfit_clause(roots, tokens, tree, lexicon) if roots else None


def _unfit_clause(roots: Tokens, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> Unfitness | None:
    """What its main clause lacks."""
    if _is_heading(tokens, tree) or not any(
        _has_main_clause(root, tree, lexicon) for root in roots
    ):
        return "no_main_clause"
    if any(tells_nothing_known(root, tree, lexicon) for root in roots):
        return "not_known"
    if not any(_has_subject(root, tokens, tree) for root in roots):
        return "no_subject"
    told = tree.has(roots[0], *SUBJECTS, relations.AUXILIARY)
    return "order" if roots[0].tag == word_forms.VERB_BASE and not told else None


def _is_heading(tokens: Tokens, tree: Tree) -> bool:
    """*How Acme makes its boats.*: a title in the form of an indirect question."""
    first = next((t for t in tokens if t.dep != relations.PUNCTUATION), tokens[0])
    head = tree.head(first)
    return first.tag in ASKING and head.dep == relations.ROOT and first.dep not in SUBJECTS


def _has_main_clause(root: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """A verb, or something beside the first noun that has one: not *The mayor in 2010, after …*.

    Nor is it *Not because he was ill*.
    """
    causal = lexicon.group("causal_conjunctions")
    if any(c.lemma.lower() in causal for c in tree.children(root, relations.MARKER)):
        return False
    joined = (root, *tree.children(root, *MAIN))
    return any(t.pos in VERBS for t in joined)


def _has_subject(root: Token, tokens: Tokens, tree: Tree) -> bool:
    """Whether somebody does it; not in a headline with an end mark: *Hints that a deal is near*."""
    if root.tag not in FINITE or tree.has(root, *SUBJECTS) or any(t.hole for t in tokens):
        return True
    return any(c.index < root.index for c in tree.children(root, *MAIN))
