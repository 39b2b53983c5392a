"""What a record of turns looks like: a speaker's label before a colon or on a line of its own."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from generator.language.lexicons import Lexicon, languages_with, load_words
from generator.model.words import first_word, last_word

BOLD_QUESTION = "?"
"""The marker of a paragraph that is a question in bold print, as interviews set them."""
SPOKEN = ">>"
"""The marker of a paragraph of which the original says that somebody speaks it."""
LEAST_TURNS, LEAST_SPEAKERS = 3, 2
LEAST_WORDS = 4
"""Words that most turns have at least; a table of facts has fewer behind its colons."""
LABEL_WORDS = 7
LABEL_LINE_WORDS = 14
LONG_TURNS = 8
"""Of so many paragraphs one is a turn's first, where speakers come again and again."""
ENDS = re.compile(r"[.!?…—–-][”\"’')\]]{0,2}(?:\s?[\[(][^\[\]()]{1,60}[\])]\.?)?$")
STAMP = (
    r"(?:[\[(]?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s)?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
    r"(?:\s?[AaPp][Mm])?[\])]?\s{0,3}(?:[-–—]\s)?)?"
    r"(?:>>\s{0,3}|[-–—]\s{0,3}|\d{1,3}\.\s)?"
)
"""A time, a dash, a question's number or a sign of another speaker before a label."""
CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
TIME_OF_DAY = re.compile(CLOCK)
NAME = r"[^\W\d_a-z](?:[\w.’'& -]|(?<=[A-Z])/(?=[A-Z])|, Jr\.?){0,60}?"
BRACKETS = r"(?:\s?[\[(](?:[^\[\]()\d]{1,80}|[\d:., ]{4,14})[\])]){0,3}"
"""A place, a party, a language or a time behind a label; *(3-1)* is a score."""
TURN = re.compile(
    rf"{STAMP}(?:[^\W\d_a-z][\w.]{{1,8}} \([^()\d]{{1,20}}\) )?(?P<label>{NAME})"
    rf"(?P<more>(?:, (?=[\w’])[^:\n()\[\]\d]{{2,80}})?{BRACKETS})"
    r"\s?[:：](?:\*\*)?\s{1,6}(?=\S)"
)
DASHED = re.compile(
    rf"(?P<label>{NAME})(?P<more>(?:, (?=[\w’])[^:.\n()\[\]\d]{{2,80}})?{BRACKETS})"
    r"\.\s?[—–]\s?(?=\S)"
)
"""*The PRESIDENT.—Order*, *Li Wei (HG). – Madam President*: a full stop and a dash."""
QUESTION = re.compile(r"(?P<label>[QA])(?P<more>)(?:[.:：]\s{1,9}|[ \t]{2,9})(?=\S)")
TITLED = re.compile(
    rf"(?P<label>[^\W\d_a-z][^\W\d_]{{1,15}}\.?(?: [^\W\d_a-z][\w’'-]{{0,30}}){{0,2}}"
    rf" [^\W\d_a-z’]{{2,30}})(?P<more>(?:, [^.:\n]{{2,80}})?{BRACKETS})\.\s{{1,6}}(?=\S)"
)
"""*Senator OBI. I thank the chair*: a title and a surname in capitals before a full stop."""
FORMAL = re.compile(
    rf"(?P<label>[^\W\d_a-z][^\W\d_]{{0,9}}\.? (?:[^\W\d_]{{1,3}}[’' ])?[^\W\d_][\w’' -]{{1,50}}?)"
    rf"(?P<more>(?:, [^.:\n]{{2,80}})?{BRACKETS})\.\s{{1,6}}(?=\S)"
)
"""*M. Denis Fabrol. Merci*, *M. le président. La parole*: a title and a name, or an office."""
ENTRY = re.compile(r"\s?(?:,\s|\s--\s|\s[-–—|]\s|\s\()")
"""What stands between a name and what its bearer is."""
LEADERS = re.compile(r"(?:\. ?){4}")
"""Dots that lead from a name to a country in a list of who is there."""
SEAT = re.compile(r"(?:[\[(][^\[\]()]{2,60}[\])]\s?){1,3}")
"""*(Norwick South) (Lab)* on a line below the name."""
TIMED = re.compile(rf"\[(?P<label>{NAME})\](?P<more>\s{{1,4}}{CLOCK})")
"""*[Ada Obi] 09:14:03*, as meeting programs write it."""
ALONE = re.compile(
    rf"{STAMP}(?P<label>{NAME})(?P<more>(?:(?:,|\s--|\s[-–—|])\s.{{2,90}}|{BRACKETS}|\s{{1,4}}{CLOCK}))?[:：]?"
)


class Label(Struct, frozen=True):
    """Who speaks, as a line says it: where the words stand in the line, and where speech begins.

    `more` is what stands behind the name: a role, a place, a time in brackets.
    """

    start: int
    end: int
    words: str
    more: tuple[int, int]
    speech: int


def find_label(line: str) -> Label | None:
    """The speaker's label that a turn begins with, None where a line begins with none."""
    match = QUESTION.match(line) or TURN.match(line) or DASHED.match(line)
    if match is None and (match := TITLED.match(line)):
        match = match if _is_titled(match["label"]) else None
    formal = None if match else FORMAL.match(line)
    if formal and _is_formal(formal["label"]):
        return Label(*formal.span("label"), formal["label"], formal.span("more"), formal.end())
    return _label(match, match.end()) if match else None


def _is_titled(label: str) -> bool:
    """*Mr OBI*, *Senator OBI*: a title or an office stands before a name."""
    first = first_word(label)
    return first in _titles() or (first.lower() in _offices() and not first.isupper())


def _is_formal(label: str) -> bool:
    """A title, then a full name, or an office with its article."""
    title, *words = label.replace("’", "’ ").split()
    if title not in _titles() or not 2 <= len(words) <= LABEL_WORDS:
        return False
    if words[0] in _articles():
        return words[1].lower() in _offices()
    return all(word[0].isupper() or word in _small() for word in words)


def find_label_alone(line: str) -> Label | None:
    """The label that a line is, its speaker's words below it."""
    short = len(line.split()) <= LABEL_LINE_WORDS
    match = (TIMED.fullmatch(line) or ALONE.fullmatch(line)) if short else None
    return _label(match, len(line)) if match and line[-1] not in '.!?”"' else None


def is_timed_label(line: str) -> bool:
    """Whether a line is a speaker's name with a time, as meeting programs write it."""
    return find_label_alone(line) is not None and TIME_OF_DAY.search(line) is not None


def _label(match: re.Match[str], speech: int) -> Label | None:
    words = match["label"].split()
    named = all(w[0].isupper() or w in _small() for w in words)
    if not named or len(words) > LABEL_WORDS:
        return None
    return Label(*match.span("label"), match["label"], match.span("more"), speech)


def find_turns(lines: Sequence[str], *, spoken: bool = False) -> Mapping[int, Label]:
    """The lines that begin a turn, by number; none where the lines are no record of turns.

    A label comes again, or labels with titles are written in capitals, as parliaments write them.
    Where all that the lines have is `spoken`, labels of two speakers are enough.
    """
    labelled = {i: label for i, line in enumerate(lines) if (label := find_label(line))}
    turns = _without_head(labelled, lines)
    capitals = all(label.words.isupper() for label in turns.values())
    sure = spoken and (capitals or len(turns) == len(lines))
    if _is_record(turns, lines, sure=sure or _marked(turns, lines)):
        return turns
    apart, listed = _labels_apart(lines)
    return apart if _is_record(apart, lines, sure=listed) else {}


def _marked(turns: Mapping[int, Label], lines: Sequence[str]) -> bool:
    """Whether signs of another speaker, or titles and places in brackets, stand at the labels."""
    titled = (
        (_is_titled(label.words) or _is_titled(lines[i]))
        and lines[i][slice(*label.more)].strip()[:1] == "("
        for i, label in turns.items()
    )
    marked = sum(lines[i].startswith(">>") for i in turns)
    return marked >= LEAST_SPEAKERS or sum(titled) >= LEAST_SPEAKERS


def _without_head(turns: Mapping[int, Label], lines: Sequence[str]) -> dict[int, Label]:
    """The turns from the first that says a sentence: above it are lists (*President: Mr. Obi*)."""
    for i, label in turns.items():
        said = lines[i][label.speech :]
        if LEADERS.search(said):
            continue
        if ENDS.search(said) or len(said.split()) > LABEL_LINE_WORDS:
            return {n: one for n, one in turns.items() if n >= i}
    return {}


def _labels_apart(lines: Sequence[str]) -> tuple[dict[int, Label], bool]:
    """Labels on lines of their own, each above running text, that come again or are listed before.

    And whether a list of who takes part has two of them. A label that is known has short turns too.
    """
    below = _below(lines)
    ended = {
        i: label
        for i, line in enumerate(lines)
        if (label := find_label_alone(line)) and ENDS.search(below[i])
    }
    alone = {i: one for i, one in ended.items() if len(below[i].split()) >= LEAST_WORDS}
    own = {label.words for label in ended.values()}
    seen = Counter(label.words for label in alone.values())
    again = {words for words, count in seen.items() if count > 1}
    listed = _listed([line for i, line in enumerate(lines) if i not in ended and _is_short(line)])
    timed = [one.words for i, one in alone.items() if TIME_OF_DAY.search(lines[i], one.end)]
    seats = {i: line.strip("()[] ") for i, line in enumerate(lines) if SEAT.fullmatch(line)}
    beside = {lines[i][slice(*one.more)].strip("()[] ") for i, one in ended.items()}
    seated = {label.words for i, label in alone.items() if i + 1 in seats}
    last = Counter(last_word(words) for words in seen)
    short = {words for words in seen if last[last_word(words)] > 1}
    known = (
        again
        | short
        | seated
        | set(timed if len(timed) >= LEAST_TURNS else ())
        | (own & (listed | set(seats.values()) | beside))
        | {words for words in own if words.lower() in parts()}
    )
    if sum(" " in words for words in known) < LEAST_SPEAKERS:
        return {}, False
    roled = {i for i, label in alone.items() if label.more[1] > label.end}
    turns = {i: label for i, label in ended.items() if i in roled or label.words in known}
    return turns, sum(" " in words for words in listed & own) >= LEAST_SPEAKERS


def _is_short(line: str) -> bool:
    return len(line.split()) <= LABEL_LINE_WORDS and not ENDS.search(line)


def _below(lines: Sequence[str]) -> list[str]:
    """What stands below each line; a seat and a party in brackets between are passed over."""
    padded = (*lines, "", "")
    pairs = ((padded[i + 1], padded[i + 2]) for i in range(len(lines)))
    return [two if SEAT.fullmatch(one) else one for one, two in pairs]


def _listed(lines: Sequence[str]) -> set[str]:
    """The names of a list of who takes part: *Ada Obi – Chief Executive Officer*."""
    parts = (ENTRY.split(line.strip(), maxsplit=1) for line in lines)
    names = {one[0] for one in parts if len(one) == 2}
    words = (name.split() for name in names)  # *Ada Obi Norwick Ferries – Chief Executive*
    return names | {" ".join(one[:count]) for one in words for count in (2, 3) if len(one) > count}


def _is_record(turns: Mapping[int, Label], lines: Sequence[str], *, sure: bool) -> bool:
    """Whether so many lines begin with labels, and such labels; `sure` where more than they say."""
    labels = [label.words for label in turns.values()]
    least = LEAST_SPEAKERS if sure else LEAST_TURNS
    if len(turns) < least or len(set(labels)) < LEAST_SPEAKERS:
        return False
    again = _returning(labels)
    fewest = (len(lines) - min(turns)) / (LONG_TURNS if again >= LEAST_SPEAKERS else 3)
    if len(turns) < fewest:
        return False
    told = sum(_words(label, lines, i) >= LEAST_WORDS for i, label in turns.items())
    shouted = all(any(len(w) > 1 and w.isupper() for w in label.split()) for label in labels)
    titled = shouted and any(map(_is_titled, labels))
    return told >= len(turns) / 2 and (again > 0 or titled or sure)


def _returning(labels: Sequence[str]) -> int:
    """How many labels come again, whole, as one of the names alone or as initials."""
    bare = [tuple(w for w in label.lower().split() if w not in _small_titles()) for label in labels]
    short = {words[0] for words in bare if len(words) == 1}
    seen: Counter[str] = Counter()
    for words in bare:
        forms = (*words[-1:], *words[:1], "".join(word[0] for word in words))
        seen[next((form for form in forms if form in short), " ".join(words))] += 1
    return sum(count > 1 for count in seen.values())


def _words(label: Label, lines: Sequence[str], number: int) -> int:
    """How many words a turn's first paragraph has."""
    said = lines[number][label.speech :] or (lines[number + 1] if number + 1 < len(lines) else "")
    return len(said.split())


@cache
def parts() -> frozenset[str]:
    """*Reporter*, *Narrator*: what a record of turns calls somebody, in any language."""
    languages = languages_with("honorifics")
    return frozenset().union(*(load_words("transcript_roles", one) for one in languages))


@cache
def _titles() -> frozenset[str]:
    """Titles before names: market reports write their labels in capitals too, and have none."""
    return _every().keys("honorifics")


@cache
def _offices() -> frozenset[str]:
    """Offices that stand before a name: *Senator OBI*."""
    return _every().words("role_nouns")


@cache
def _articles() -> frozenset[str]:
    return _every().group("definite_articles")


@cache
def _small_titles() -> frozenset[str]:
    return _every().group("articles_of_names") | {title.lower() for title in _titles()}


@cache
def _small() -> frozenset[str]:
    """What stands in small letters in a name or an office: *van*, *of*, *for*."""
    return load_words("name_particles") | _every().group("links_in_offices")


@cache
def _every() -> Lexicon:
    """The lists of all languages as one: a label may name somebody of another."""
    return Lexicon(*languages_with("honorifics"))
