"""How an article names its author: a line with nothing but a name, a note at its end.

Reading the zones and reading the metadata both ask, and stages do not know each other.
"""

import re

from generator.language.lexicons import Lexicon

KICKER = "a kicker above the headline"
"""The reason of a zone, and the rule of the genre that it names."""
BIO_WORDS = 70
NOUN_WITHIN = 14
"""The noun that says what the author is stands among this many words after the name."""
NAME = (
    r"(?:(?:Dr|Prof|Sir|Dame)\.? )?[A-Z][\w’'-]{1,40}"
    r"(?: (?:[A-Z][\w.’'-]{0,40}|de|van|von|der|bin|al)){1,4}"
)
BIO = re.compile(rf"^({NAME})(?:,[^,]{{2,40}},)? (?:is|was)(?: also)? ((?:an?|the)\b|[A-Z])")
ONE_NAME = r"[A-Z][\w.’'-]{1,40}(?: [A-Z][\w.’'-]{0,40}){1,2}"
NAME_LINE = re.compile(
    rf"(?P<names>{ONE_NAME}(?:(?:, | and | & ){ONE_NAME}){{0,3}})(?: in [A-Z][\w.’' -]{{1,40}})?"
)
PART = re.compile(r"\s[|·•]\s")
"""What parts a line that says day, place and author: *14 March 2031 | Norwick | by Ada Obi*."""
BYLINE_WORDS = 30
AFTER_NAME_WORDS = 8
"""A role behind a name has at most this many words."""
BY = re.compile(
    r"(?:(?i:written by|story by|text by|reported by)|[Bb][Yy])\s{0,4}:?\s{1,4}"
    r"|(?i:authors?|byline):\s{1,4}(?:[Bb][Yy]\s{1,4})?"
)
REPORTING = re.compile(r"\(?Reporting by ")
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
END_OF_NAMES = re.compile(r"\s{0,4}(?:[|\n<(•·]|\s[-–—]\s|\b(?:in|for|at|on)\s|$)")
BETWEEN_NAMES = re.compile(r"\s{0,4}(?:,\s{0,4}and\s|,|&|\band\s)\s{0,4}")
ONE_AUTHOR = re.compile(
    r"[A-Z][\w’'-]{0,40}\.?(?: (?:[A-Z][\w.’'-]{0,40}|de|da|van|von|der|den|bin|al|la)){1,4}"
)
WORD = re.compile(r"(?<![\w’'.&-])[’'.&-]*+\w[\w’'.&-]*+")
"""A run of these signs with a letter or digit in it; tried only where a run begins."""


def words_of(text: str) -> list[str]:
    """The words of a line."""
    return WORD.findall(text)


def find_name_line(line: str) -> tuple[tuple[int, int], ...]:
    """The names in a line that is names of two or three words, or *Ada Obi in Norwick*."""
    found = NAME_LINE.fullmatch(line)
    return _names(line, 0, found.end("names")) if found else ()


def find_byline(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where the authors' names stand in a byline, none where `line` is no such line.

    *By Ada Obi and Li Wei in Norwick*, *Ada Obi, transport correspondent*, a name and an address.
    """
    if len(words_of(line)) > BYLINE_WORDS:
        return ()
    parts = (0, *(part.end() for part in PART.finditer(line)))
    by = next((found for start in parts if (found := BY.match(line, start))), None)
    start = by.end() if by else 0
    address = ADDRESS.search(line)
    until = address.start() if address else len(line)
    stop = END_OF_NAMES.search(line, start, until)
    roles, papers = lexicon.words("byline_roles"), lexicon.words("publication_nouns")
    names = _names(line, start, stop.start() if stop else until, roles, papers)
    after = line[names[-1][1] :] if names else ""
    told = bool(by) or bool(address) or _is_role(after, lexicon) or is_paper(after, lexicon)
    plain = address or not re.search(r"[.!?…]\s|[.!?…:”\"]$", after)
    short = address or "\n" in after or "|" in after or len(words_of(after)) <= AFTER_NAME_WORDS
    return names if told and plain and short and _ends_name(after) else ()


def _names(
    line: str,
    start: int,
    end: int,
    roles: frozenset[str] = frozenset(),
    papers: frozenset[str] = frozenset(),
) -> tuple[tuple[int, int], ...]:
    """Names one after another, with commas or *and* between, up to the first role or paper."""
    found: list[tuple[int, int]] = []
    while name := ONE_AUTHOR.match(line, start, end):
        words = name.group().lower().split()
        if roles & set(words) or (found and words[-1] in papers and len(words) > 2):
            break
        found.append(name.span())
        between = BETWEEN_NAMES.match(line, name.end(), end)
        if between is None:
            break
        start = between.end()
    return tuple(found)


def _ends_name(after: str) -> bool:
    """Whether a name is over where it ends: no small letter goes on with a sentence."""
    if ADDRESS.match(after.lstrip()):
        return True
    return not after or END_OF_NAMES.match(after) is not None or after.lstrip()[:1] in ",;/"


def _is_role(after: str, lexicon: Lexicon) -> bool:
    """Whether *, transport correspondent* stands behind a name."""
    nouns = lexicon.words("byline_roles")
    return bool(after) and after[0] in ",|\n" and any(w.lower() in nouns for w in words_of(after))


def is_paper(after: str, lexicon: Lexicon) -> bool:
    """Whether *, The Norwick Herald* stands behind a name, and nothing else."""
    words = words_of(after)
    small = lexicon.words("small_words")
    named = all(w[0].isupper() or w in small for w in words)
    paper = bool(words) and words[-1].lower() in lexicon.words("publication_nouns")
    return after[:1] == "," and len(words) > 1 and named and paper


def find_reporters(line: str) -> tuple[tuple[int, int], ...]:
    """Where the names stand in *(Reporting by Ada Obi; editing by Li Wei)*."""
    credit = REPORTING.match(line)
    stop = re.search(r"[;)]|\bin\s|$", line[credit.end() :]) if credit else None
    return _names(line, credit.end(), credit.end() + stop.start()) if credit and stop else ()


def find_bio(line: str, lexicon: Lexicon) -> str | None:
    """The name that a note about an author begins with, None where `line` is no such note."""
    match = BIO.match(line)
    if match is None or len(words_of(line)) > BIO_WORDS:
        return None
    nouns = lexicon.words("bio_nouns")
    after = [w.lower() for w in words_of(line[match.end(1) :])]
    return match.group(1) if any(w in nouns for w in after[:NOUN_WITHIN]) else None
