"""Reading a dependency parse: children, subtrees, clauses; no decision of what they mean.

All functions take the tokens of one parsed segment; a token's `head` is an index into them.
"""

from collections.abc import Sequence
from functools import lru_cache

from generator.model.annotations import Phrase
from generator.model.text import ParsedSegment, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


class Tree:
    """The tokens of one parsed segment with their children, ready to walk."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(tokens)
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        self._children = tuple(tuple(found) for found in children)

    def children(self, token: Token) -> tuple[Token, ...]:
        """The words that hang directly on `token`, in reading order."""
        return self._children[token.index]

    def head(self, token: Token) -> Token:
        """The word that `token` hangs on; a root is its own head."""
        return self.tokens[token.head]

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """`token` and everything below it, in reading order."""
        found, queue = [], [token]
        while queue:
            one = queue.pop()
            found.append(one)
            queue.extend(self.children(one))
        return tuple(sorted(found, key=lambda t: t.index))

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """The heads above `token`, nearest first."""
        found: list[Token] = []
        while token.head != token.index:
            token = self.tokens[token.head]
            found.append(token)
        return tuple(found)

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """The words coordinated after `token` (*A, B and C* from A), in reading order."""
        found = [c for c in self.children(token) if c.dep == "conj"]
        return tuple(f for c in found for f in (c, *self.conjuncts(c)))


@lru_cache(maxsize=4096)
def tree_of(parsed: ParsedSegment) -> Tree:
    """The tree of a parsed segment, kept for the stages that walk it one after another."""
    return Tree(parsed.tokens)


def phrase_of(text: str, tokens: Sequence[Token]) -> Phrase:
    """The words from the first to the last of `tokens`, verbatim in the document's `text`."""
    start, end = tokens[0].start, tokens[-1].end
    return Phrase(start, end, text[start:end])
