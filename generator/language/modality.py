"""What keeps a clause from being told as a fact: a condition, an open question, a hedge."""

from collections.abc import Iterable, Iterator

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.text import Token, Tokens


def supposing_words(lexicon: Lexicon) -> frozenset[str]:
    """What opens a clause that is no statement: *if*, *unless*, *whether*."""
    return conditional_words(lexicon) | lexicon.group("interrogative_complementisers")


def conditional_words(lexicon: Lexicon) -> frozenset[str]:
    """What opens a condition: *if*, *unless*, *provided*."""
    return lexicon.words("condition_words")


def is_supposed(tree: Tree, clause: Token, lexicon: Lexicon) -> bool:
    """*If the dam breaks*, *even if it breaks*, *whether it breaks*: nobody says that it does."""
    opening = tree.children(clause, relations.MARKER, relations.ADVERB)
    return not supposing_words(lexicon).isdisjoint(word.text.lower() for word in opening)


def depends_on_condition(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """*If it breaks, the valley is lost*: nobody says that it is so; not *even if it breaks*."""
    return any(True for _ in conditions_of(tree, verb, lexicon))


def conditions_of(tree: Tree, verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The words that open the conditions on which a verb depends."""
    own = (verb,) if verb.dep == relations.ROOT else ()  # *if* may hang on the main verb itself
    opens, concedes = conditional_words(lexicon), lexicon.words("concessive_words")
    for clause in (*own, *tree.children(verb, relations.ADVERBIAL_CLAUSE)):
        for word in tree.children(clause, relations.MARKER, relations.PREPOSITION):
            if word.text.lower() in opens and _word_before(tree, word) not in concedes:
                yield word


def _word_before(tree: Tree, word: Token) -> str:
    return "".join(t.text.lower() for t in tree.tokens[max(0, word.index - 1) : word.index])


def hedges_among(words: Iterable[Token], lexicon: Lexicon) -> Tokens:
    """The adverbs by which a writer leaves open whether it is so: *reportedly*, *perhaps*."""
    hedges = lexicon.words("hedges")
    return tuple(word for word in words if word.text.lower() in hedges)
