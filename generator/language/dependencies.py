"""Reading a dependency parse: children, subtrees, clauses; no decision of what they mean.

All functions take the tokens of one parsed segment; a token's `head` is an index into them.
Every walk up or down is one of `Tree`'s, and ends on any heads: what no tree has (a head that is
not there, heads in a circle) is mended when the tree is made.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from generator.language.relations import CONJUNCT
from generator.model.annotations import Phrase
from generator.model.text import ParsedSegment, Token, Tokens

Test = Callable[[Token], bool]
"""What must hold of a word for a walk to go on from it."""


class Tree:
    """The tokens of one parsed segment with their heads and children, ready to walk."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tuple(tokens)
        self._heads = _forest([t.head for t in self.tokens])
        children: list[list[Token]] = [[] for _ in self.tokens]
        for at, head in enumerate(self._heads):
            if head != at:
                children[head].append(self.tokens[at])
        self._children = tuple(tuple(found) for found in children)
        self._extents = self._reach()

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """The words that hang on `token`, all or by these relations, in reading order."""
        below = self._children[token.index]
        return tuple(c for c in below if c.dep in relations) if relations else below

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first word that hangs on `token` by one of these relations."""
        return next((c for c in self._children[token.index] if c.dep in relations), None)

    def has(self, token: Token, *relations: str) -> bool:
        """Whether a word hangs on `token` by one of these relations."""
        return any(c.dep in relations for c in self._children[token.index])

    def head(self, token: Token) -> Token:
        """The word that `token` hangs on; a root is its own head."""
        return self.tokens[self._heads[token.index]]

    def is_root(self, token: Token) -> bool:
        """Whether nothing is above `token`."""
        return self._heads[token.index] == token.index

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """`token` and everything below it, in reading order."""
        first, last, size = self._extents[token.index]
        if last - first + 1 == size:
            return self.tokens[first : last + 1]
        found, queue = [], [token]
        while queue:
            one = queue.pop()
            found.append(one)
            queue.extend(self.children(one))
        return tuple(sorted(found, key=lambda t: t.index))

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """The heads above `token`, nearest first."""
        return tuple(self._climb(token))

    def path_while(self, token: Token, test: Test) -> tuple[Token, ...]:
        """`token` and the heads above it, nearest first, as far as `test` holds of the one below.

        The last is the first of which it does not hold, or the root.
        """
        path = [token]
        for above in self._climb(token):
            if not test(path[-1]):
                break
            path.append(above)
        return tuple(path)

    def climb_while(self, token: Token, test: Test) -> Token:
        """The nearest of `token` and its ancestors of which `test` does not hold, or the root."""
        return self.path_while(token, test)[-1]

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """The words coordinated after `token` (*A, B and C* from A), in reading order."""
        found: list[Token] = []
        queue = [token]
        while queue:
            below = self.children(queue.pop(), CONJUNCT)
            found.extend(below)
            queue.extend(below)
        return tuple(sorted(found, key=lambda t: t.index))

    def _from_the_roots(self) -> tuple[int, ...]:
        """The words' places, each behind its head's."""
        found = [at for at, head in enumerate(self._heads) if at == head]
        for at in found:
            found.extend(child.index for child in self._children[at])
        return tuple(found)

    def _reach(self) -> tuple[tuple[int, int, int], ...]:
        """The first and the last place below each word, itself among them, and how many there are.

        Known beforehand, because stages ask for the same subtrees again and again: where no branch
        crosses another, which is nearly everywhere, a subtree is a run of words.
        """
        reach = [(at, at, 1) for at in range(len(self.tokens))]
        for at in reversed(self._from_the_roots()):
            head = self._heads[at]
            if head != at:
                (first, last, size), (low, high, below) = reach[head], reach[at]
                reach[head] = (min(first, low), max(last, high), size + below)
        return tuple(reach)

    def _climb(self, token: Token) -> Iterator[Token]:
        at = token.index
        while (head := self._heads[at]) != at:
            at = head
            yield self.tokens[at]


def _forest(heads: Sequence[int]) -> tuple[int, ...]:
    """The heads with what no tree has mended: where one is missing or closes a circle is a root."""
    found = [head if 0 <= head < len(heads) else at for at, head in enumerate(heads)]
    reached_from = [-1] * len(found)
    for start in range(len(found)):
        at = start
        while reached_from[at] < 0:
            reached_from[at] = start
            at = found[at]
        if reached_from[at] == start:
            found[at] = at
    return tuple(found)


@lru_cache(maxsize=4096)
def tree_of(parsed: ParsedSegment) -> Tree:
    """The tree of a parsed segment, kept for the stages that walk it one after another."""
    return Tree(parsed.tokens)


def phrase_of(text: str, tokens: Tokens) -> Phrase:
    """The words from the first to the last of `tokens`, verbatim in the document's `text`."""
    start, end = tokens[0].start, tokens[-1].end
    return Phrase(start, end, text[start:end])


def top_of(tokens: Tokens) -> Token:
    """The first of `tokens` that hangs on a word outside of them, or on none."""
    own = {token.index for token in tokens}
    return next((t for t in tokens if t.head not in own or t.head == t.index), tokens[0])
