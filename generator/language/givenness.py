"""What a reader has been told of: *the vote* alone needs the sentence that told of one.

A definite noun phrase is clear by itself where its own words say which one is meant (*the mayor of
Tarn*), or where a society has one only (*the government*); else only what came before says it.
"""

from collections.abc import Collection, Iterator
from functools import cache

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.text import Token, Tokens

SAYS_NOTHING = frozenset(
    {relations.DETERMINER, relations.PUNCTUATION, relations.CASE_MARK, relations.NUMBER}
)
"""What hangs on a noun and does not say which one it is."""


def given_nouns(tokens: Tokens, tree: Tree, lexicon: Lexicon) -> Iterator[Token]:
    """The nouns of a sentence with nothing but an article, not named before in it."""
    known = known_bodies(lexicon)
    for noun in (t for t in tokens if t.pos == "NOUN" and t.lemma.lower() not in known):
        again = any(t.index < noun.index and t.lemma == noun.lemma for t in tokens)
        if is_bare_definite(tree.children(noun), SAYS_NOTHING, lexicon) and not again:
            yield noun


def is_bare_definite(below: Tokens, says_nothing: Collection[str], lexicon: Lexicon) -> bool:
    """*The vote*: an article hangs on the noun, and nothing that says which one it is.

    The one place of the question; which relations say nothing differs with who asks.
    """
    articles = lexicon.group("definite_articles")
    definite = any(c.text.lower() in articles for c in below)
    return definite and all(c.dep in says_nothing for c in below)


@cache
def known_bodies(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for what a society has one of: *the government*, *the police*, *the president*."""
    return lexicon.words("organisation_heads", "leader_nouns") - lexicon.words("bodies_of_many")
