"""What a document counts: a number, the things counted, and the word that says what became of them.

*Killing at least 12 people* and *15 people were killed* count the same thing: people who were
killed. Numbers of different documents are compared by these words.
"""

from collections.abc import Iterator

from generator.language.dependencies import Tree, tree_of
from generator.language.lexicons import Lexicon
from generator.model.annotations import Count
from generator.model.reading_order import start_while
from generator.model.text import Parse, ParsedSegment, Token
from generator.temporal.numbers import number_of

READ_ZONES = frozenset({"headline", "standfirst", "body"})
NO_COUNTS = frozenset({"DATE", "TIME", "ORDINAL"})
CURRENCIES = frozenset({"$", "£", "€", "¥"})
SHARES = frozenset({"%", "percent", "cent", "point"})
"""Parts of a whole, which say nothing without what they are parts of."""
LARGE = frozenset({"million", "billion", "trillion", "hundred", "thousand", "dozen"})
PARTS = frozenset({"compound", "nummod", "quantmod"})
LINKING = frozenset({"ADP", "ADV"})
"""*By* 8 percent, 4 percent *overall*: what the number hangs on lies behind them."""
EMPTY_VERBS = frozenset({"be", "have", "do"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_counts(parse: Parse, *, lexicon: Lexicon | None) -> tuple[Count, ...]:
    """The counts of running text, in reading order; none without a lexicon."""
    if lexicon is None:
        return ()
    found = (
        count
        for parsed in parse.segments
        if parsed.segment.zone in READ_ZONES
        for count in _counts(parsed, lexicon)
    )
    return tuple(sorted(found, key=lambda c: c.start))


def _counts(parsed: ParsedSegment, lexicon: Lexicon) -> Iterator[Count]:
    tree = tree_of(parsed)
    for token in parsed.tokens:
        if token.pos != "NUM" or token.hole or token.entity in NO_COUNTS:
            continue
        thing = _thing(tree, token)
        number = _number(tree, token, lexicon)
        if thing is None or not number or (token.dep in PARTS and tree.head(token).pos == "NUM"):
            continue
        first = min((*_parts(tree, token), token), key=lambda t: t.start)
        what, governor = _what(thing), _governor(tree, thing)
        if governor:
            yield Count(
                start=first.start,
                end=max(token.end, thing.end),
                number=number,
                what=what,
                governor=governor.lemma.lower(),
                of=_whole(tree, thing, governor) if what in SHARES | CURRENCIES else "",
            )


def _thing(tree: Tree, number: Token) -> Token | None:
    """The noun that is counted; of *$12 million* the number itself."""
    if any(c.text in CURRENCIES for c in tree.children(number)):
        return number
    head = tree.head(number)
    counted = number.dep == "nummod" and head.index > number.index
    return head if counted and (head.pos == "NOUN" or head.text == "%") else None


def _what(thing: Token) -> str:
    return thing.lemma.lower() if thing.pos != "NUM" else "$"


def _parts(tree: Tree, number: Token) -> tuple[Token, ...]:
    """The numbers right before it that belong to it: *1.2* million; not the first of *5 to 7*."""
    first = start_while(tree.tokens, number.index, lambda t: t.pos == "NUM" and t.dep in PARTS)
    return tree.tokens[first : number.index]


def _number(tree: Tree, token: Token, lexicon: Lexicon) -> str:
    """The number in one form for all ways of writing it: *twelve million* is ``12 million``."""
    words = [t.text.lower() for t in (*_parts(tree, token), token)]
    scale = words.pop() if len(words) > 1 and words[-1] in LARGE else ""
    value = number_of(" ".join(words), lexicon)
    return f"{value:.12g} {scale}".strip() if value is not None else ""


def _governor(tree: Tree, thing: Token) -> Token | None:
    """The verb or noun that the counted things depend on: *killed* people, a *loss* of millions."""
    above = next((t for t in tree.ancestors(thing) if t.pos not in LINKING), None)
    if above is None or above.pos not in {"VERB", "NOUN"}:
        return None
    return None if above.lemma.lower() in EMPTY_VERBS else above


def _whole(tree: Tree, thing: Token, governor: Token) -> str:
    """The subject that rose by so much: *prices* and *wages* are not compared."""
    found = (c for c in tree.children(governor) if c.dep in SUBJECTS and c.index != thing.index)
    return next((c.lemma.lower() for c in found), "")
