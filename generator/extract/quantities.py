"""What a document counts: a number, the things counted, and the word that says what became of them.

*Killing at least 12 people* and *15 people were killed* count the same thing: people who were
killed. Numbers of different documents are compared by these words.
"""

from collections.abc import Iterator
from functools import cache

from generator.language import relations, word_forms
from generator.language.dependencies import Tree, tree_of
from generator.language.lexicons import Lexicon
from generator.model.annotations import Count
from generator.model.reading_order import start_while
from generator.model.text import Parse, ParsedSegment, Token
from generator.model.zones import STORY
from generator.temporal.numbers import number_of

NO_COUNTS = frozenset({"DATE", "TIME", "ORDINAL"})
CURRENCIES = frozenset({"$", "£", "€", "¥"})
PERCENT_SIGN = "%"
PARTS = frozenset({relations.COMPOUND, relations.NUMBER, relations.QUANTITY})
LINKING = frozenset({"ADP", "ADV"})
"""*By* 8 percent, 4 percent *overall*: what the number hangs on lies behind them."""
LABEL_MARKS = frozenset({":", "|", "–"})
SUBJECTS = relations.NOMINAL_SUBJECTS
OBJECTS = frozenset({relations.OBJECT, relations.PREDICATE_NOMINAL, relations.OBJECT_PREDICATE})
STATES = frozenset({word_forms.ADJECTIVE, word_forms.VERB_PARTICIPLE, word_forms.VERB_PAST})
"""Tags of the words behind a number that say what became of so many: *14 dead*, *30 injured*."""
COST = "cost"
"""The group of words that say what an amount of money is of, not what became of people."""
PEOPLE = "person"
"""What is counted where the number stands alone: *killed 17*, *the death toll rose to 17*."""


def find_counts(parse: Parse, *, lexicon: Lexicon) -> tuple[Count, ...]:
    """The counts of running text, in reading order."""
    read = (parsed for parsed in parse.segments if parsed.segment.zone in STORY)
    found = (count for parsed in read for count in _counts(parsed, lexicon))
    return tuple(sorted(found, key=lambda c: c.start))


def _counts(parsed: ParsedSegment, lexicon: Lexicon) -> Iterator[Count]:
    tree = tree_of(parsed)
    for token in parsed.tokens:
        numeral = token.pos == "NUM" or token.dep == relations.NUMBER
        if not numeral or token.hole or token.entity in NO_COUNTS:
            continue
        number = _number(tree, token, lexicon)
        if number and not (token.dep in PARTS and tree.head(token).pos == "NUM"):
            yield from _count(tree, token, number, lexicon)


def _count(tree: Tree, token: Token, number: str, lexicon: Lexicon) -> Iterator[Count]:
    """The one count that the number gives, if it counts anything."""
    states = _casualty_states(lexicon)
    first = min((*_parts(tree, token), token), key=lambda t: t.start)
    state = _state(tree, token, states, lexicon)
    thing = _thing(tree, token)
    if state is not None:
        end = max(token.end, tree.head(token).end if token.dep == relations.NUMBER else 0)
        yield Count(first.start, end, number, PEOPLE, state.lemma.lower())
    elif thing is not None and (governor := _governor(tree, thing, lexicon)):
        what = thing.lemma.lower() if thing.pos != "NUM" else "$"
        told = _stated_outcome(tree, thing, governor, states) or governor.lemma.lower()
        of = _cause(tree, governor) if told in states else ""
        if what in CURRENCIES or _is_share(what, lexicon):
            of = _whole(tree, thing, governor)
        yield Count(first.start, max(token.end, thing.end), number, what, told, of)


def _is_share(what: str, lexicon: Lexicon) -> bool:
    """Whether a part of a whole is counted, which says nothing without what it is a part of."""
    return what == PERCENT_SIGN or what in lexicon.group("share_nouns")


@cache
def _casualty_states(lexicon: Lexicon) -> frozenset[str]:
    """Lemmas that tell what became of people, and of a verb with its object (*lose life*)."""
    return frozenset(lemma for state, lemma in lexicon.rows("casualty_words") if state != COST)


def _stated_outcome(tree: Tree, thing: Token, governor: Token, states: frozenset[str]) -> str:
    """*Left 14 people dead*, *420 people had to leave their homes*: what became of them, or ""."""
    behind = next(iter(tree.tokens[thing.index + 1 : thing.index + 2]), thing)
    if behind.tag in STATES and behind.lemma.lower() in states:
        return behind.lemma.lower()
    if thing.dep not in SUBJECTS:
        return ""
    verbs = (governor, *tree.children(governor, relations.OPEN_COMPLEMENT))
    done = ((verb, c) for verb in verbs for c in tree.children(verb, *OBJECTS))
    told = (f"{verb.lemma} {c.lemma}".lower() for verb, c in done)
    return next((words for words in told if words in states), "")


def _state(tree: Tree, number: Token, states: frozenset[str], lexicon: Lexicon) -> Token | None:
    """The word that says what became of so many people, where no noun says that they are people.

    *19 dead* and *12 deaths*, *killed 17* and *30 injured*, *the death toll has risen to 14*, and
    *Deaths: 19* in a list.
    """
    head = tree.head(number)
    if beside := _state_beside(tree, number, states):
        return beside
    if number.dep == relations.NUMBER:
        return head if head.lemma.lower() in states and head.index > number.index else None
    more = tree.has(number, relations.PREPOSITION, relations.COMPOUND)
    if more or any(c.text in CURRENCIES for c in tree.children(number)):
        return None
    if number.dep in OBJECTS | SUBJECTS and head.lemma.lower() in states:
        return head
    led = number.dep == relations.PREPOSITIONAL_OBJECT
    level = led and head.lemma in lexicon.group("level_prepositions")
    verb = tree.head(head) if level else head
    if not (led or number.dep in OBJECTS) or verb.pos != "VERB":
        return None
    subject = tree.child(verb, *SUBJECTS)
    told = tree.subtree(subject) if subject is not None else ()
    return next((t for t in told if t.lemma.lower() in states), None)


def _state_beside(tree: Tree, number: Token, states: frozenset[str]) -> Token | None:
    """The word right behind it (*30 injured*), or before a mark (*Deaths: 19*)."""
    before, behind = tree.tokens[: number.index], tree.tokens[number.index + 1 :][:1]
    if behind and behind[0].tag in STATES and behind[0].lemma.lower() in states:
        return behind[0]
    marked = len(before) > 1 and before[-1].text in LABEL_MARKS
    return before[-2] if marked and before[-2].lemma.lower() in states else None


def _thing(tree: Tree, number: Token) -> Token | None:
    """The noun that is counted; of *$12 million* the number itself."""
    if any(c.text in CURRENCIES for c in tree.children(number)):
        return number
    head = tree.head(number)
    counted = number.dep == relations.NUMBER and head.index > number.index
    return head if counted and head.pos == "NOUN" else None


def _parts(tree: Tree, number: Token) -> tuple[Token, ...]:
    """The numbers right before it that belong to it: *1.2* million; not the first of *5 to 7*."""
    spelt = number.text.isalpha()
    first = start_while(
        tree.tokens,
        number.index,
        lambda t: (t.pos == "NUM" and t.dep in PARTS) or (spelt and t.tag == word_forms.HYPHEN),
    )
    return tree.tokens[first : number.index]


def _number(tree: Tree, token: Token, lexicon: Lexicon) -> str:
    """The number in one form for all ways of writing it: *twelve million* is ``12 million``."""
    words = [t.text.lower() for t in (*_parts(tree, token), token)]
    scale = words.pop() if len(words) > 1 and words[-1] in lexicon.group("scale_numbers") else ""
    value = number_of(" ".join(words), lexicon)
    return f"{value:.12g} {scale}".strip() if value is not None else ""


def _governor(tree: Tree, thing: Token, lexicon: Lexicon) -> Token | None:
    """The verb or noun that the counted things depend on: *killed* people, a *loss* of millions."""
    above = next((t for t in tree.ancestors(thing) if t.pos not in LINKING), None)
    if above is None or above.pos not in {"VERB", "NOUN"}:
        return None
    forced = tree.has(above, relations.OPEN_COMPLEMENT) and thing.dep in SUBJECTS
    return None if above.lemma.lower() in lexicon.group("auxiliaries") and not forced else above


def _whole(tree: Tree, thing: Token, governor: Token) -> str:
    """The subject that rose by so much: *prices* and *wages* are not compared."""
    found = (c for c in tree.children(governor, *SUBJECTS) if c.index != thing.index)
    return next((c.lemma.lower() for c in found), "")


def _cause(tree: Tree, governor: Token) -> str:
    """Who or what is named as having done it: *Hugo killed 28 people*."""
    found = (c for c in tree.children(governor, relations.SUBJECT) if c.pos == "PROPN")
    return next((c.text for c in found), "")
