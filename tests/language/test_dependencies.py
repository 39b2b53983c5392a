"""The tree of a parse: every walk ends, whatever the heads say."""

from hypothesis import given, settings
from msgspec.structs import replace
from random_parses import HEADS, tokens_with

from generator.language.dependencies import Tree

FOLLOWED = 200


@settings(max_examples=FOLLOWED, deadline=None)
@given(HEADS)
def test_any_heads_make_a_forest(heads: list[int]) -> None:
    """Each word lies below exactly one root, and children and heads tell the same."""
    tree = Tree(tokens_with(heads))
    roots = [t for t in tree.tokens if tree.is_root(t)]
    below = [t.index for root in roots for t in tree.subtree(root)]
    assert sorted(below) == list(range(len(heads)))
    for token in tree.tokens:
        assert all(tree.head(child) == token for child in tree.children(token))
        assert tree.is_root(token) or token in tree.children(tree.head(token))


@settings(max_examples=FOLLOWED, deadline=None)
@given(HEADS)
def test_any_walk_up_ends_at_a_root(heads: list[int]) -> None:
    """Ancestors are met once each, nearest first, and a climb that nothing stops ends at a root."""
    tree = Tree(tokens_with(heads))
    for token in tree.tokens:
        line = [token, *tree.ancestors(token)]
        assert len({t.index for t in line}) == len(line)
        assert [tree.head(t) for t in line[:-1]] == line[1:]
        assert tree.is_root(line[-1])
        assert tree.climb_while(token, lambda _: True) == line[-1]
        assert tree.climb_while(token, lambda _: False) == token


def test_right_heads_are_kept() -> None:
    """A tree that is one is read as it is."""
    tree = Tree(tokens_with([1, 1, 1, 2, 2]))
    assert [tree.head(t).index for t in tree.tokens] == [1, 1, 1, 2, 2]
    assert [t.index for t in tree.subtree(tree.tokens[2])] == [2, 3, 4]


def test_a_climb_stops_at_the_first_word_that_fails() -> None:
    """The path holds the words that were passed and the one that stopped it."""
    tree = Tree(tokens_with([0, 0, 1, 2, 3]))
    path = tree.path_while(tree.tokens[4], lambda t: t.index > 2)
    assert [t.index for t in path] == [4, 3, 2]


def test_a_long_chain_of_coordinated_words_is_no_recursion() -> None:
    """Thousands of words in one enumeration are walked like three."""
    chain = [replace(t, dep="conj") for t in tokens_with([0, *range(4999)])]
    assert len(Tree(chain).conjuncts(chain[0])) == len(chain) - 1
