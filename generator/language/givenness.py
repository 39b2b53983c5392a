"""What a reader has been told of: *the vote* alone needs the sentence that told of one.

A definite noun phrase is clear by itself where its own words say which one is meant (*the mayor of
Tarn*), or where a society has one only (*the government*); else only what came before says it.
"""

from collections.abc import Iterator

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.eventuality import known_bodies
from generator.language.lexicons import Lexicon
from generator.model.text import Token, Tokens

SAYS_NOTHING = frozenset(
    {relations.DETERMINER, relations.PUNCTUATION, relations.CASE_MARK, relations.NUMBER}
)
"""What hangs on a noun and does not say which one it is."""


def given_nouns(tokens: Tokens, tree: Tree, lexicon: Lexicon) -> Iterator[Token]:
    """The nouns of a sentence with nothing but an article, not named before in it."""
    known, articles = known_bodies(lexicon), lexicon.group("definite_articles")
    for noun in (t for t in tokens if t.pos == "NOUN" and t.lemma.lower() not in known):
        below = tree.children(noun)
        bare = all(c.dep in SAYS_NOTHING for c in below)
        definite = any(c.text.lower() in articles for c in below)
        again = any(t.index < noun.index and t.lemma == noun.lemma for t in tokens)
        if bare and definite and not again:
            yield noun
