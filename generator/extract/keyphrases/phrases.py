"""Noun phrases, names and *N of N* of one parsed segment: where a candidate may stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from generator.language import relations, word_forms
from generator.language.compound_words import MISREAD, Compound, words_of
from generator.language.lexicons import Lexicon
from generator.model.reading_order import end_while, start_while
from generator.model.text import ParsedSegment, Token, Tokens

TIME_AND_QUANTITY = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}
)
LONGEST = 6
"""Words; longer noun phrases are clauses in disguise."""
REACH = 5
"""Words before a noun phrase among which its joined modifiers are looked for."""
JOINED = frozenset(
    {relations.ADJECTIVE, relations.NOUN_MODIFIER, relations.COMPOUND, relations.CONJUNCT}
)
CLEAN = re.compile(r"\w[\w\s.,&'’/+‐‑–-]*")
"""What a phrase may be written with; formulas are left out."""
ADDRESS = re.compile(r"www\.|https?:|\w\.\w{2,}/", re.IGNORECASE)
PLURALS = word_forms.PLURALS
BEFORE_NAME = frozenset({"DET", "PUNCT", "ADP"})
AFTER_NAME = frozenset({"PART", "PUNCT", "ADP", "DET", "CCONJ"})
COMPARISON = frozenset({word_forms.COMPARATIVE, word_forms.SUPERLATIVE})


class Occurrence(Struct, frozen=True):
    """One place of the document where a candidate phrase stands."""

    words: tuple[Compound, ...]
    """All words between its ends, *of* included."""
    form: str
    """``base`` without what hangs behind it, with that ``genitive`` or ``link``; or a ``name``."""
    head_at: int = -1
    """Which of the words it is about: the last, or the one before the preposition."""
    completed: str = ""
    """What adds to it from behind: ``genitive`` in *limits of the deal*, ``link`` of another."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.words[-1].end

    @property
    def head(self) -> Token:
        """The word that the phrase is about."""
        return self.words[self.head_at].last


def find_occurrences(text: str, parsed: ParsedSegment, lexicon: Lexicon) -> tuple[Occurrence, ...]:
    """Every candidate place of one parsed segment, in reading order."""
    if text[parsed.segment.start : parsed.segment.end].isupper():
        return ()  # a line in capitals is parsed too badly to take phrases from
    spans = _spans(text, words_of(parsed.tokens), lexicon)
    units, gerunds = lexicon.words("measure_units"), tuple(lexicon.words("gerund_endings"))
    counted = frozenset(t.head for t in parsed.tokens if t.dep == relations.NUMBER)
    whole = (one for one in spans if "\n" not in text[one[0][0].start : one[0][-1].end])
    fit = [
        (s, f, at)
        for s, f, at in whole
        if _fits(s) and not _is_amount(s, counted, units)
        if not _is_clause(s, parsed.tokens, gerunds)
    ]
    found = (
        Occurrence(
            words=span,
            form=form,
            head_at=head_at,
            completed=_completed_by(span, parsed.tokens, lexicon),
        )
        for span, form, head_at in fit
    )
    return tuple(sorted(found, key=lambda o: (o.start, o.end)))


def _spans(
    text: str, words: Sequence[Compound], lexicon: Lexicon
) -> list[tuple[tuple[Compound, ...], str, int]]:
    """The words of each candidate, what it is, and which of them is its head."""
    weak = lexicon.words("weak_modifiers")
    place = {id(w): i for i, w in enumerate(words)}
    bases = tuple(
        _without_weak(_whole(base, words, place, lexicon), weak)
        for run in _runs(text, words)
        if (base := _noun_phrase(run))
    )
    spans = [(b, "base", -1) for b in bases]
    spans += _joined(words, place, bases, lexicon)
    known = {(s[0].start, s[-1].end) for s, _, _ in spans}
    return spans + [(n, "name", -1) for n in _names(words) if (n[0].start, n[-1].end) not in known]


def _completed_by(span: Sequence[Compound], tokens: Tokens, lexicon: Lexicon) -> str:
    last = span[-1].last
    behind = tokens[last.index + 1 : last.index + 2]
    joined = behind and behind[0].dep == relations.PREPOSITION and behind[0].head == last.index
    return _link_of(behind[0].text, lexicon) if joined else ""


def _link_of(preposition: str, lexicon: Lexicon) -> str:
    genitive = preposition.lower() in lexicon.group("genitive_prepositions")
    return "genitive" if genitive else "link"


def _runs(text: str, words: Sequence[Compound]) -> Iterator[list[Compound]]:
    run: list[Compound] = []
    for word in words:
        broken = run and text[run[-1].end : word.start].strip(" \t\xa0")
        parted = bool(run) and _is_stretch(run[-1]) and not _is_stretch(word)
        if run and (word.kind == "other" or broken or parted):
            yield run
            run = []
        if word.kind != "other":
            run.append(word)
    if run:
        yield run


def _is_stretch(word: Compound) -> bool:
    """*For years governments …*, *in the 1970s cracks …*: a time, and another phrase behind it."""
    return word.last.tag in PLURALS and word.last.entity in {"DATE", "TIME"}


def _noun_phrase(run: Sequence[Compound]) -> tuple[Compound, ...]:
    """The run, if it is one noun phrase; where the parse sees two or half of one, none is taken."""
    if not _may_end(run):
        return ()
    last = run[-1]
    held = {t.index for t in last.tokens}
    if last.last.tag in MISREAD:
        held.add(last.last.head)
    for word in reversed(run[:-1]):
        if not (_hangs_on(word, held) or last.kind == "number"):
            return ()
        held.update(t.index for t in word.tokens)
    goes_on = last.last.dep in JOINED - {relations.CONJUNCT} and last.last.head > last.last.index
    return () if goes_on else tuple(run)


def _whole(
    base: Sequence[Compound], words: Sequence[Compound], place: Mapping[int, int], lexicon: Lexicon
) -> tuple[Compound, ...]:
    """The phrase with the modifiers before it that *and* or a comma joins (*hot, dry weather*)."""
    held = {t.index for w in base for t in w.tokens}
    first = place.get(id(base[0]), 0)
    begin = first
    for i in range(first - 1, max(-1, first - REACH), -1):
        word = words[i]
        if word.kind in {"modifier", "noun"} and word.last.dep in JOINED and _hangs_on(word, held):
            begin = i
            held.update(t.index for t in word.tokens)
        elif word.text.lower() not in {",", *lexicon.group("coordinating_conjunctions")}:
            break
    return (*words[begin:first], *base)


def _hangs_on(word: Compound, held: set[int]) -> bool:
    """Whether a word belongs to the noun phrase behind it; a joined modifier hangs on another."""
    joined = word.kind == "modifier" and word.last.dep == relations.CONJUNCT
    return (joined and not word.last.entity) or any(t.head in held for t in word.tokens)


def _may_end(words: Sequence[Compound]) -> bool:
    last = words[-1]
    if last.kind == "noun":
        return last.last.entity not in TIME_AND_QUANTITY
    named = len(words) > 1 and words[-2].last.pos == "PROPN"
    amount = last.last.entity in TIME_AND_QUANTITY - {"CARDINAL"}
    return last.kind == "number" and named and not amount


def _without_weak(words: tuple[Compound, ...], weak: frozenset[str]) -> tuple[Compound, ...]:
    """Without what says little at its beginning; the last word stays."""
    return words[end_while(words[:-1], 0, lambda w: w.kind == "other" or _is_weak(w, weak)) :]


def _is_weak(word: Compound, weak: frozenset[str]) -> bool:
    if word.last.pos == "PROPN" and word.last.text.istitle() and not word.last.sentence_begins:
        return False
    compares = word.last.tag in COMPARISON and len(word.tokens) == 1
    if _is_stretch(word):
        return True
    number = word.kind == "number" and word.last.entity in TIME_AND_QUANTITY - {"DATE"}
    return compares or number or word.text.lower() in weak


def _joined(
    words: Sequence[Compound],
    place: Mapping[int, int],
    bases: Sequence[tuple[Compound, ...]],
    lexicon: Lexicon,
) -> Iterator[tuple[tuple[Compound, ...], str, int]]:
    """Two noun phrases with *of* between them, or another preposition before a name.

    Each with its form, and which of its words is the head.
    """
    links = lexicon.words("linking_prepositions")
    articles = lexicon.group("definite_articles", "indefinite_articles")
    shared = frozenset(w.last.head for w in words if w.last.dep == relations.CONJUNCT)
    for left, right in pairwise(bases):
        begin, end = place[id(left[-1])] + 1, place[id(right[0])]
        between = words[begin:end]
        if not between or not _links(between, left[-1], right[-1], shared, articles):
            continue
        link = between[0].last
        named = right[-1].last.pos == "PROPN"
        form = _link_of(link.lemma, lexicon)
        if form == "genitive" or (named and link.lemma.lower() in links):
            yield (*left, *between, *right), form, len(left) - 1


def _links(
    between: Sequence[Compound],
    left: Compound,
    right: Compound,
    shared: frozenset[int],
    articles: frozenset[str],
) -> bool:
    """Whether the words between are a preposition that joins just these two noun phrases.

    `shared` are the words that another is coordinated with.
    """
    link, behind = between[0].last, between[1:]
    if len(behind) > 1 or any(w.text.lower() not in articles for w in behind):
        return False
    held = link.head == left.last.index and right.last.head == link.index
    return held and right.last.index not in shared


def _names(words: Sequence[Compound]) -> Iterator[tuple[Compound, ...]]:
    """Names as the language model marks them, without the article before and the 's behind."""
    run: list[Compound] = []
    for word in (*words, None):
        begins = word is not None and word.tokens[0].entity_begins
        goes_on = word is not None and run and word.last.entity == run[-1].last.entity
        if run and (begins or not goes_on):
            trimmed = _trim_name(run)
            if trimmed:
                yield trimmed
            run = []
        if word is not None and word.last.entity and (begins or run):
            run.append(word)


def _trim_name(run: Sequence[Compound]) -> tuple[Compound, ...]:
    begin = end_while(run, 0, lambda w: w.last.pos in BEFORE_NAME)
    words = run[begin : start_while(run, len(run), lambda w: w.last.pos in AFTER_NAME, floor=begin)]
    if not words or words[-1].last.entity in TIME_AND_QUANTITY or words[-1].kind != "noun":
        return ()
    return tuple(words)


def _fits(words: Sequence[Compound]) -> bool:
    content = [w for w in words if w.kind != "other"]
    letters = sum(c.isalpha() for w in words for c in w.text)
    clean = all(
        w.kind == "other" or (CLEAN.fullmatch(w.text) and not ADDRESS.search(w.text)) for w in words
    )
    return 1 <= len(content) <= LONGEST and letters > 1 and clean


def _is_clause(words: Sequence[Compound], tokens: Tokens, gerunds: tuple[str, ...]) -> bool:
    """*the Kremlin realigning with …*: a name and what it does, tagged as a noun by mistake."""
    behind = (b.last for a, b in pairwise(words) if a.last.pos == "PROPN")
    does = (b for b in behind if b.tag == word_forms.NOUN and b.text.endswith(gerunds))
    after = (t for b in does for t in tokens[b.index + 1 : b.index + 2] if t.head == b.index)
    return any(t.dep == relations.PREPOSITION for t in after)


def _is_amount(words: Sequence[Compound], counted: frozenset[int], units: frozenset[str]) -> bool:
    """The *euros* of *40 million euros*; not the euro, of which a text may tell."""
    alone = len(words) == 1 and words[0].lemma in units
    return alone and words[-1].last.index in counted
