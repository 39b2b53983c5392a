"""Who takes part in a record of turns: the names in its list, its head and its labels.

A label is a name or a part with what stands behind it; a name has the words that its bearer is
called by, and what the record says that its bearer is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from generator.language.lexicons import Lexicon, languages_with, load_words
from generator.language.person_names import fold
from generator.model.rules import ZoneRule
from generator.model.text import Offsets, Zone
from generator.read.transcripts import find_label, find_label_alone

OFFICE_AND_SURNAME = 2
"""Words of *Minister Obi*."""
EVERY = Lexicon(*languages_with("honorifics"))
"""The lists of all languages as one."""
PARTICLES = f"(?:{'|'.join(sorted(load_words('name_particles')))})"
TITLES = {title.strip(".") for title in EVERY.keys("honorifics")}
STOPPED = rf"(?:[^\W\d_a-z]|(?i:{'|'.join(sorted(TITLES))}))\."
"""An initial or a title with its full stop; behind another word it ends the sentence."""
WORD = rf"(?:{STOPPED}|[^\W\d_a-z][\w’'-]{{0,40}}+)"
SIGNING = "|".join(re.escape(by) for by in sorted(EVERY.words("byline_openers")))
NAME = rf"(?<![\w’'-])(?!(?i:{SIGNING})\s){WORD}(?: (?:{PARTICLES} )?{WORD}){{1,4}}"
FULL_NAME = re.compile(NAME)
ENTRY = re.compile(
    rf"(?P<name>{NAME})(?:\s\((?P<place>[^()]{{2,60}})\))?\s?(?:,|--|[-–—|]|:|\.{{3,}})\s?(?P<role>[^\n]{{2,120}})"
)
OFFICE = re.compile(
    rf"(?P<role>[^\W\d_a-z][\w ’'-]{{1,60}}):\s+(?P<name>{NAME})(?P<rest>.{{0,80}})"
)
TITLED_OFFICE = re.compile(
    r"(?P<role>[^\W\d_a-z][\w ’'-]{1,60}):\s{2,}(?P<name>[^\W\d_a-z][\w’'-]+)(?P<rest>.{0,80})"
)
"""*President: Mr. Obi*, with spaces in the title's place: a surname alone is a name there."""
ENTRY_WORDS = 18
TURNS: frozenset[ZoneRule] = frozenset({"turn_goes_on", "turn"})
"""Rules of zones that say what somebody says."""
FOLLOWED = "…"
"""What stands for the words behind a label."""


class NamedParticipant(Struct, frozen=True):
    """A full name at a place, folded, with what the record says that its bearer is."""

    place: Offsets
    words: tuple[str, ...]
    role: Offsets | None = None
    said: str = ""
    """The role's words, folded."""


class Participants:
    """One record's labels and names."""

    def __init__(self, text: str, zones: Sequence[Zone], lexicon: Lexicon) -> None:
        self._text = text
        self._zones = zones
        self._roles = frozenset(map(fold, lexicon.words("role_nouns")))
        self._parts = frozenset(map(fold, lexicon.words("transcript_roles")))
        self._articles = lexicon.group("definite_articles")
        self._seated = lexicon.pattern("transcript_patterns", "seated")
        self._by_word: dict[str, list[NamedParticipant]] = {}
        self._labels: set[str] = set()
        self.listed = tuple(self._listed())

    def label_of(self, zone: Zone) -> tuple[Offsets, Offsets]:
        """The words of the name, without titles, and what stands behind them."""
        line = self._text[zone.start : zone.end]
        alone = zone.rule == "label_above_turn"
        found = find_label_alone(line) if alone else find_label(f"{line} {FOLLOWED}")
        start, end, more = (found.start, found.end, found.more) if found else (0, len(line), (0, 0))
        start = end - len(without_titles(line[start:end].lstrip()))
        words = self._seated.match(line, start, end)
        if words and not self.is_part((fold(words[1]),)):
            end = words.end(1)
        return (
            Offsets(zone.start + start, zone.start + end),
            Offsets(zone.start + more[0], zone.start + more[1]),
        )

    def words_of(self, place: Offsets) -> tuple[str, ...]:
        """The words at a place, folded, without an article."""
        words = tuple(fold(self._text[place.start : place.end]).split())
        return words[1:] if words and words[0] in self._articles else words

    def is_part(self, words: tuple[str, ...]) -> bool:
        """Whether a label says a part or an office and no name."""
        return " ".join(words) in self._parts or any(w in self._roles for w in words)

    def is_own_part(self, words: tuple[str, ...]) -> bool:
        """Whether a label says a part in the conversation, such as *Operator*, and no office."""
        return " ".join(words) in self._parts

    def has_role(self, words: Iterable[str]) -> bool:
        """Whether one of the words is an office's or a trade's."""
        return any(w in self._roles for w in words)

    def surname(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The one word of a name behind an office: *Minister Obi*; none behind an office alone."""
        office = self.has_role(words[:1]) and not self.has_role(words[1:])
        return words[1:] if office and len(words) == OFFICE_AND_SURNAME else ()

    def role_in(self, more: Offsets) -> Offsets | None:
        """Where the words behind a name say what its bearer is."""
        inside = self._text[more.start : more.end]
        found = re.search(r"[^\W\d_][\w’' ,&-]*[\w’']", inside)
        if not found or not any(
            w in self._roles or w in self._parts for w in re.findall(r"[\w-]+", fold(found.group()))
        ):
            return None
        return Offsets(more.start + found.start(), more.start + found.end())

    def met(self, word: str) -> Iterator[NamedParticipant]:
        """Full names in the text that end or begin in a label's only word, or have its initials."""
        if not self._by_word:
            ends = sorted(z.end for z in self._zones if z.kind == "speaker_label")
            for match in FULL_NAME.finditer(self._text):
                at = bisect_right(ends, match.start())
                if ends[at : at + 1] and ends[at] < match.end():
                    continue  # a label and the first word behind it
                name = self._without_office(match.span())
                titled = any(_is_title(w, first=False) for w in name.words[1:])
                if len(name.words) > 1 and not titled and not self.is_part(name.words):
                    for own in {name.words[0], name.words[-1], initials(name.words)}:
                        self._by_word.setdefault(own, []).append(name)
        yield from self._by_word.get(word, ())

    def name(self, span: tuple[int, int]) -> NamedParticipant:
        """A full name without the titles before it."""
        text = self._text[slice(*span)]
        start = span[0] + len(text) - len(without_titles(text))
        place = Offsets(start, span[1])
        return NamedParticipant(place, self.words_of(place))

    def _without_office(self, span: tuple[int, int]) -> NamedParticipant:
        """*Press Secretary Ada Obi* is Ada Obi."""
        words = list(re.finditer(r"\S+", self._text[slice(*span)]))
        offices = [i for i, w in enumerate(words[:-2]) if fold(w.group()) in self._roles]
        at = words[offices[-1] + 1].start() if offices else 0
        return self.name((span[0] + at, span[1]))

    def _listed(self) -> list[NamedParticipant]:
        """Names with a role in the list or the head, and labels that are full names."""
        found: list[NamedParticipant] = []
        for zone in self._zones:
            if zone.kind == "speaker_label":
                found.extend(self._labelled(zone))
            elif zone.rule not in TURNS:
                found.extend(self._entries(zone))
        return found

    def _labelled(self, zone: Zone) -> Iterator[NamedParticipant]:
        place, more = self.label_of(zone)
        words = self.words_of(place)
        if (
            len(words) > 1
            and not self.is_part(words)
            and FULL_NAME.fullmatch(self._text[place.start : place.end])
        ):
            role = self.role_in(more)
            said = fold(self._text[role.start : role.end]) if role else ""
            yield NamedParticipant(place, words, role, said)

    def _entries(self, zone: Zone) -> Iterator[NamedParticipant]:
        """*Ada Obi, Chief Executive Officer*, *President: Mr. Li Wei (Norwick)*."""
        at = zone.start
        for line in self._text[zone.start : zone.end].split("\n"):
            bare = line.strip(" •*-–\t")
            start = at + line.find(bare)
            at += len(line) + 1
            if not 2 <= len(bare.split()) <= ENTRY_WORDS:
                continue
            titles = len(bare) - len(without_titles(bare))
            office = _untitled_office(bare)
            match = (
                ENTRY.fullmatch(bare, titles) or OFFICE.match(office) or TITLED_OFFICE.match(office)
            )
            if match:
                place, role = Offsets(*(start + i for i in match.span("name"))), match.span("role")
                said = fold(match["role"])
                if self._are_labels(said):
                    yield NamedParticipant(place, self.words_of(place))
                    continue
                yield NamedParticipant(
                    place, self.words_of(place), Offsets(start + role[0], start + role[1]), said
                )

    def _are_labels(self, words: str) -> bool:
        """Whether what stands behind a name are others who speak: *Ada Obi, Li Wei, Ida Brack*."""
        if not self._labels:
            labels = (self.label_of(z)[0] for z in self._zones if z.kind == "speaker_label")
            self._labels = {" ".join(self.words_of(place)) for place in labels}
        names = [name for name in words.split(", ") if not self.is_part(tuple(name.split()))]
        return bool(names) and all(name in self._labels for name in names)


def initials(words: Sequence[str]) -> str:
    """*AO* of a name, in capitals as no other word is kept."""
    return "".join(word[:1] for word in words).upper()


def without_titles(words: str) -> str:
    """Words without the titles before them: *Mr M A Kolo* is *M A Kolo*, *M. Obi* is *Obi*."""
    rest, first = words.partition(" ")[::2], True
    while rest[1] and _is_title(rest[0], first=first):
        words, first = rest[1].lstrip(), False
        rest = words.partition(" ")[::2]
    return words


def _is_title(word: str, *, first: bool) -> bool:
    """A letter is one at the front and with its full stop only: else it is an initial."""
    bare = word.strip(".").lower()
    return bare in _titles() and (len(bare) > 1 or (first and word.endswith(".")))


def _untitled_office(line: str) -> str:
    """*President: Mr. Li Wei* with spaces in the title's place, so that offsets stay."""
    return re.sub(
        r"(?<=: )(\S+\.?) (?=\S)",
        lambda m: " " * len(m.group()) if _is_title(m[1], first=True) else m.group(),
        line,
    )


@cache
def _titles() -> frozenset[str]:
    """Words before a name, of every language with a list of them."""
    titles = {title.lower() for title in TITLES}
    return EVERY.group("articles_of_names", "honorific_adjectives") | titles
