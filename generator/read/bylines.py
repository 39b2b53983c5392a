"""How an article names its author: a line with nothing but a name, a note at its end.

Reading the zones and reading the metadata both ask, and stages do not know each other.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from generator.language.frequencies import KNOWN_LEAST, is_frequent
from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import Lexicon, languages_with, load_rows, load_words
from generator.model.words import first_word, last_word
from generator.temporal import find_full_date

MASTHEAD_WORDS = 4
BIO_WORDS = 70
NOUN_WITHIN = 14
"""The noun that says what the author is stands among this many words after the name."""
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
LETTER = r"\w\u0300-\u036f"
"""Accents may stand behind their letters as signs of their own."""
SUFFIXES = frozenset(
    suffix for word in load_words("name_suffixes") for suffix in (word, f"{word}.")
)
PARTICLE = rf"(?:{'|'.join(sorted(load_words('name_particles')))})\b"
NEXT_WORD = rf"(?:{CAPITAL}[{LETTER}.’'-]{{0,40}}|{PARTICLE}|d[’']{CAPITAL}[{LETTER}’'-]{{1,40}})"
NAME = (
    rf"{CAPITAL}[{LETTER}’'-]{{1,40}}"
    rf"(?: {NEXT_WORD}){{1,4}}"
)
ONE_NAME = rf"{CAPITAL}[{LETTER}.’'-]{{1,40}}(?: {CAPITAL}[{LETTER}.’'-]{{0,40}}){{1,2}}"
SEAT = rf"{CAPITAL}[{LETTER}.’'-]{{1,40}}(?: {CAPITAL}[{LETTER}.’'-]{{0,40}}){{0,2}}"
"""Where an author reports from: *Ada Obi in Norwick*."""
PART = re.compile(r"\s[|·•]\s")
"""What parts a line that says day, place and author: *14 March 2031 · Norwick · by Ada Obi*."""
BYLINE_WORDS = 30
AFTER_NAME_WORDS = 8
"""A role behind a name has at most this many words."""
PAPER_APART = frozenset({" - ", " – ", " — ", " | "})
"""What stands between a name and the paper, beside a comma."""
NAME_AND_LEAST, NAME_AND_TRADE = 2, 6
"""A name of two words with what its bearer is has more words than that, and at most so many."""
GLUED = re.compile(r"(?<=[a-zß-öø-ÿ0-9”’\"!?])(?=[A-Z][a-z]+ )")
GLUE = re.compile(r"(?<=[a-zß-öø-ÿ0-9”’\"!?])(?=[A-Z])|(?<=\s)(?=[^\W\d_])")
"""Where a word begins behind white space, or right behind another."""
LEAST_TITLE = 3
BESIDE = ".,;:!?…()[]\"'“”‘’«»*"
"""What may stand beside a word, unlike *@* and */*."""
AGENCY = re.compile(r"[A-Z]{2,6}\b")
"""*Ada Obi and AFP*: an agency's letters, which are no author."""
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<![^\s(])@\w{2,30}")
"""A mail address, or a name on a network: *@adaobi*."""
AUTHOR = rf"{CAPITAL}[{LETTER}’'-]{{0,40}}\.?(?: {NEXT_WORD}){{1,4}}"
ONE_AUTHOR = re.compile(AUTHOR)
UNSPACED = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{1,2}"
"""Two signs of a script that sets no blanks between words: about a word."""
WORD = re.compile(rf"{UNSPACED}|(?<![{LETTER}’'.&-])[’'.&-]*+\w[{LETTER}’'.&-]*+")
"""A run of these signs with a letter or digit in it; tried only where a run begins."""


class _BylinePatterns(Struct, frozen=True):
    """The expressions of a language's bylines."""

    by: re.Pattern[str]
    """What stands before the names: *By*, *Written by:*, *Words and photos by*, *Author:*."""
    reporting: re.Pattern[str]
    end: re.Pattern[str]
    between: re.Pattern[str]
    joined: re.Pattern[str]
    """White space before *and*, in any capitals."""
    articles: frozenset[str]
    """A name that begins with one is a paper's: *By Ada Obi, The Dispatch*."""
    line: re.Pattern[str]
    bio: re.Pattern[str]


@lru_cache(maxsize=16)
def _byline_patterns(lexicon: Lexicon) -> _BylinePatterns:
    by, labels = _any(lexicon.words("byline_openers")), _any(lexicon.words("byline_labels"))
    seat, also = _any(lexicon.group("byline_seats")), _any(lexicon.group("adding_adverbs"))
    joined = f"(?i:{_any(lexicon.group('name_conjunctions'))})"
    definite = lexicon.group("definite_articles")
    articles = _any(definite | lexicon.group("indefinite_articles"))
    seated_by = _any({*lexicon.group("byline_seats"), *lexicon.words("byline_seat_phrases")})
    being = _any(lexicon.group("bio_verbs"))
    reporting, titles = _any(lexicon.words("reporting_openers")), _any(lexicon.keys("honorifics"))
    written = rf"(?:{_any(lexicon.words('written_works'))})"
    pictured = rf"(?:{_any(lexicon.words('pictured_works'))})"
    works = (
        rf"(?i:{pictured}\s{joined}\s{written}"
        rf"|{written}(?:\s{joined}\s(?:{written}|{pictured}))?)"
    )
    seated = rf"(?:{seat})\s{SEAT}(?:,?\s{joined}\s|,\s)"
    return _BylinePatterns(
        by=re.compile(
            rf"(?:{works}\s)?(?i:{by})\s{{0,4}}:?\s{{1,4}}|(?i:{labels})\s?:\s{{1,4}}(?:(?i:{by})\s{{1,4}})?"
        ),
        reporting=re.compile(rf"\(?(?i:{reporting}) "),
        end=re.compile(
            rf"\s{{0,4}}(?:[|<(•·]|\n(?!{joined}\s)|\s[-–—]\s"
            rf"|\b(?!{seated}{AUTHOR}\s(?:{seat})\s)(?:{seat})\s|$)"
        ),
        between=re.compile(
            rf"\s(?:{seated})|\s{{0,4}}(?:,\s{{0,4}}{joined}\s|,|&|\b{joined}\s)\s{{0,4}}"
        ),
        joined=re.compile(rf"\s(?={joined}\s)"),
        articles=definite,
        line=re.compile(
            rf"(?P<names>{ONE_NAME}(?:(?: {seated}|, | {joined} | & ){ONE_NAME}){{0,3}})"
            rf"(?:,? (?:{seated_by}|\|) {CAPITAL}[{LETTER}.’'-]{{1,40}}"
            rf"(?:,? (?:{joined} )?{CAPITAL}[{LETTER}.’'-]{{0,40}}){{0,3}}"
            rf"|, {CAPITAL}[{LETTER}’'-]{{2,40}})?"
        ),
        bio=re.compile(
            rf"^((?:(?:{titles}) )?{NAME})(?:,[^,]{{2,40}},)? (?:{being})(?: (?:{also}))? "
            rf"(?:(?:{articles})\b|{CAPITAL}|(?P<noun>\w+))"
        ),
    )


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first; of no words one that no text has."""
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) or "(?!)"


def words_of(text: str) -> list[str]:
    """The words of a line."""
    return WORD.findall(text)


def is_listed_forename(word: str) -> bool:
    """Whether a word by itself is in the list of given names, as written or all in capitals.

    Half of a double name is not asked for, nor is anything inferred from how a word is spelt.
    """
    return (word.capitalize() if word.isupper() else word) in _given_names()


def may_be_name(line: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a line may be somebody's name: a listed given name, or words that are no others.

    *Nkechi Eze* has no word of the language in it, and none of a place that the lists know;
    *Quercus Robur* the text writes small.
    """
    if is_listed_forename(first_word(line)):
        return True
    words = words_of(line)
    if _is_term(line, text):
        return False
    places = lexicon.words("places") | lexicon.words("place_heads")
    known = gazetteer_of(lexicon).find
    return len(words) > 1 and not any(
        is_frequent(w, lexicon.language, KNOWN_LEAST)
        or known(w)
        or w in places
        or w.lower() in places
        for w in words
    )


def _is_term(line: str, text: str) -> bool:
    """Whether a text writes small what a line has in capitals: *Quercus robur*, or word by word.

    Addresses, links and handles are all small (*nkechi.eze@…*, *@eze*), and so are keywords
    (*nkechi eze*): they tell nothing.
    """
    words = line.split()
    first, *others = words
    told = [word.strip(BESIDE) for word in text.replace(line.lower(), "").split()]
    species = [first.capitalize(), *map(str.lower, others)]
    small = species[1:] != others and any(
        told[i : i + len(species)] == species for i, word in enumerate(told) if word == species[0]
    )
    return small or {word.lower() for word in words} <= set(told)


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(row[0] for row in load_rows("given_names"))


def find_name_line(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The names in a line that is names of two or three words, or *Ada Obi in Norwick*.

    One that ends as a paper's name does, *Norwick Post*, is no author's.
    """
    forms = _byline_patterns(lexicon)
    found = forms.line.fullmatch(line)
    names = _names(line, 0, found.end("names"), forms) if found else ()
    papers, days = lexicon.words("publication_nouns"), lexicon.keys("weekdays")
    if first_word(line).lower() in days:
        return ()  # *Friday Courier*
    return tuple((a, b) for a, b in names if last_word(line[a:b]).lower() not in papers)


def find_glued(line: str, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """Where title, names and day begin in a head that a page's parts were glued into; else none.

    *Bridge to closeBy Ada ObiMay 12, 2031*: a capital right behind a small letter begins a part.
    """
    starts = [0, *(m.end() for m in GLUED.finditer(line))]
    names = _signed_from(line, _byline_patterns(lexicon))
    pieces = [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
    days = (find_full_date(piece, 0, len(piece)) for piece in pieces)
    day = next((first + found[0] for first, found in zip(starts, days, strict=True) if found), 0)
    title = words_of(line[: min(names, day or names)])
    if not names or not (day or names in starts) or len(title) < LEAST_TITLE:
        return ()
    return tuple(sorted(((0, "title"), (names, "names"), *([(day, "day")] if day else []))))


def _signed_from(line: str, forms: _BylinePatterns) -> int:
    """Where *by* with a name behind it stands inside a line, 0 for nowhere."""
    for word in GLUE.finditer(line):
        by = forms.by.match(line, word.start())
        if by and ONE_AUTHOR.match(line, by.end()):
            return word.start()
    return 0


def find_names(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The names that stand one after another from `start` on."""
    return _names(text, start, end, _byline_patterns(lexicon))


def find_byline(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where the authors' names stand in a byline, none where `line` is no such line.

    *By Ada Obi and Li Wei in Norwick*, *Ada Obi, transport correspondent*, a name and an address.
    """
    if len(words_of(line)) > BYLINE_WORDS:
        return ()
    forms = _byline_patterns(lexicon)
    parts = (0, *(part.end() for part in PART.finditer(line)))
    by = next((found for start in parts if (found := forms.by.match(line, start))), None)
    start = by.end() if by else 0
    address = ADDRESS.search(line)
    dated = find_full_date(line, start, len(line)) if by else None
    day = _day_begins(line, dated[0], lexicon) if dated else len(line)
    until = address.start() if address else day
    stop = forms.end.search(line, start, until)
    roles, papers = lexicon.words("byline_roles"), lexicon.words("publication_nouns")
    names = _names(line, start, stop.start() if stop else until, forms, roles, papers)
    if not by and (trade := _trade_behind(line, lexicon)):
        return ((0, trade),)
    after = line[names[-1][1] : until if dated else None].rstrip() if names else ""
    told = bool(by) or bool(address) or _is_role(after, lexicon) or is_paper(after, lexicon)
    told = told or ((len(parts) > 1 or _is_day(after)) and _is_dated_name(line))
    plain = address or not re.search(r"[.!?…]\s|[.!?…:”\"]$", after)
    short = (
        address or "\n" in after or PART.search(after) or len(words_of(after)) <= AFTER_NAME_WORDS
    )
    over = _ends_name(after, forms) or (by and _is_trade_alone(after, lexicon))
    return names if told and plain and short and over else ()


def _day_begins(line: str, at: int, lexicon: Lexicon) -> int:
    """Where *Posted: Friday, June 13* begins that the day at a place ends."""
    for word in reversed(words_of(line[:at])):
        if word.lower() not in lexicon.words("date_line_words"):
            break
        at = line.rfind(word, 0, at)
    return at


def _names(
    line: str,
    start: int,
    end: int,
    forms: _BylinePatterns,
    roles: frozenset[str] = frozenset(),
    papers: frozenset[str] = frozenset(),
) -> tuple[tuple[int, int], ...]:
    """Names one after another, with commas or *and* between, up to the first role or paper."""
    found: list[tuple[int, int]] = []
    while name := ONE_AUTHOR.match(line, start, end):
        joined = forms.joined.search(line, *name.span())
        until = joined.start() if joined else name.end()
        words = line[name.start() : until].lower().split()
        if (
            roles & set(words)
            and not found
            and is_listed_forename(first_word(line[name.start() :]))
        ):
            found.append((name.start(), name.start() + len(" ".join(words[:2]))))
            break  # *Ada Obi Chief Reporter*
        paper = words[0] in forms.articles or (words[-1] in papers and len(words) > 2)
        if roles & set(words) or (found and paper):
            break
        found.append((name.start(), until))
        between = forms.between.match(line, until, end)
        if between is None:
            break
        start = between.end()
    return tuple(found)


def _trade_behind(line: str, lexicon: Lexicon) -> int:
    """Where the name ends in *Ada Obi Transport correspondent*, 0 in another line."""
    words = words_of(line)
    trade = words[-1].lower() in lexicon.words("byline_roles") if words else False
    plain = " ".join(words) == line and NAME_AND_LEAST < len(words) <= NAME_AND_TRADE
    named = trade and plain and is_listed_forename(words[0]) and words[1][0].isupper()
    return len(" ".join(words[:2])) if named and words[-1].islower() else 0


def _is_trade_alone(after: str, lexicon: Lexicon) -> bool:
    """*Chief Reporter* behind the name in *By Ada Obi Chief Reporter*."""
    trade = last_word(after).lower() in lexicon.words("byline_roles")
    return trade and len(words_of(after)) < NAME_AND_TRADE


def _is_day(after: str) -> bool:
    """*, 3 June 2031* behind a name, and nothing else."""
    behind = after.lstrip(" ,–—-")
    day = find_full_date(behind, 0, len(behind))
    return day is not None and day[:2] == (0, len(behind))


def _is_dated_name(line: str) -> bool:
    """*Ada Obi in Harbour Notes · 6 min read · May 12, 2031* begins with a given name."""
    return is_listed_forename(first_word(line)) and find_full_date(line, 0, len(line)) is not None


def _ends_name(after: str, forms: _BylinePatterns) -> bool:
    """Whether a name is over where it ends: no small letter goes on with a sentence."""
    if ADDRESS.match(after.lstrip()):
        return True
    if not any(map(str.isalnum, after)) or forms.end.match(after) or after.lstrip()[:1] in ",;/":
        return True
    between = forms.between.match(after)
    return between is not None and AGENCY.match(after, between.end()) is not None


def _is_role(after: str, lexicon: Lexicon) -> bool:
    """Whether *, transport correspondent* stands behind a name."""
    nouns = lexicon.words("byline_roles")
    return after.lstrip(" ")[:1] in {",", "|", "\n"} and any(
        w.lower() in nouns for w in words_of(after)
    )


def is_paper(after: str, lexicon: Lexicon) -> bool:
    """Whether *, The Norwick Herald* stands behind a name, and nothing else."""
    words = words_of(after)
    small = lexicon.words("small_words")
    named = all(w[0].isupper() or w in small for w in words)
    paper = bool(words) and words[-1].lower() in lexicon.words("publication_nouns")
    apart = after[:1] == "," or after[:3] in PAPER_APART
    return apart and len(words) > 1 and named and paper


def is_desk(name: str, lexicon: Lexicon) -> bool:
    """Whether a byline's words are an office's: *Our Foreign Staff*, *Associated Press*.

    A listed given name before a word such as *Post* or *Church* makes a person of it.
    """
    words = [word.lower() for word in words_of(name)]
    heads = _bodies()
    if not words or (is_listed_forename(first_word(name)) and words[0] not in heads):
        return False
    opened = words[0] in lexicon.group("role_openers") | lexicon.group("definite_articles")
    working = not lexicon.words("byline_roles").isdisjoint(words)
    return opened or working or words[-1] in heads or (len(words) > 1 and words[0] in heads)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """What bodies and papers are called in any language: agencies sign in their own."""
    every = Lexicon(*languages_with("honorifics"))
    return every.words("organisation_heads") | every.words("publication_nouns")


def is_masthead(line: str, lexicon: Lexicon) -> bool:
    """Whether a line is a body's name alone: *The Sandholm Times*, *Ministry of Transport*."""
    words = words_of(line)
    small = lexicon.words("small_words")
    papers = lexicon.words("publication_nouns")
    heads = papers | lexicon.words("organisation_heads")
    named = all(w[0].isupper() or w in small for w in words)
    if not 1 < len(words) <= MASTHEAD_WORDS or not named or not line[-1:].isalnum():
        return False
    headed = any(a.lower() in heads and b in small for a, b in pairwise(words))
    return headed or words[-1].lower() in heads


def find_reporters(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where the names stand in *(Reporting by Ada Obi; editing by Li Wei)*."""
    forms = _byline_patterns(lexicon)
    credit = forms.reporting.match(line)
    if credit is None:
        return ()
    others = next((i for i in range(credit.end(), len(line)) if line[i] in ";)"), len(line))
    stop = forms.end.search(line, credit.end(), others)
    return _names(line, credit.end(), stop.start() if stop else others, forms)


def find_bio(line: str, lexicon: Lexicon) -> str | None:
    """The name that a note about an author begins with, None where `line` is no such note."""
    match = _byline_patterns(lexicon).bio.match(line)
    if match is None or len(words_of(line)) > BIO_WORDS:
        return None
    nouns = lexicon.words("bio_nouns")
    if match["noun"] and match["noun"] not in nouns:
        return None
    after = [w.lower() for w in words_of(line[match.end(1) :])]
    return match.group(1) if any(w in nouns for w in after[:NOUN_WITHIN]) else None


def turned(name: str) -> str:
    """*Obi, Ada* as it is spoken; a suffix behind the comma, or a paper, is none of it."""
    family, _, given = (part.strip() for part in name.partition(","))
    whole = bool(given) and "," not in given and not given.isupper()
    small = family.split()[:-1]
    inverted = whole and all(word.lower() in load_words("name_particles") for word in small)
    return f"{given} {family}" if inverted and given.lower() not in SUFFIXES else name
