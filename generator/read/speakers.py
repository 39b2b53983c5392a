"""Whom the labels of a record of turns name: the full name and role, where the record gives them.

A label is a full name, a surname or given name, initials, a part (*Operator*, *Q*) or an office.
The list of participants, the first turn, the head and the introductions are asked, in that order;
of several that fit nobody is taken.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from generator.language.lexicons import Lexicon, languages_with, load_rows
from generator.language.person_names import fold
from generator.model.text import Offsets, Turn, Zone
from generator.read.transcripts import find_label, find_label_alone

PARTICLES = r"(?:de|da|van|von|der|den|bin|al|del|di|el)"
WORD = r"[^\W\d_a-z][\w’'-]{0,40}+\.?"
NAME = rf"(?<![\w’'-]){WORD}(?: (?:{PARTICLES} )?{WORD}){{1,4}}"
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
TALKS_WITH = re.compile(
    r"\b(?:interview(?:ed)? with|interviews?|conversation with|talk(?:s|ed|ing)? (?:to|with)|"
    r"(?:speaks?|spoke) (?:to|with)|questions (?:for|to)|joined by|Q ?& ?A(?: with|:))\s+"
    r"(?P<words>[^.;:\n]{3,120})",
    re.IGNORECASE,
)
ASKED_BY = re.compile(
    rf"(?i:\b(?:interview(?:ed)? by|by|asked by|questions by))\s+(?P<name>{NAME})"
)
WITNESS = re.compile(
    rf"(?P<name>{NAME}),?\s(?:(?:called|having been|was called|was sworn|sworn|being)\b|"
    r"(?:a|the|as a)\s(?:\w+\s)?witness)"
)
EXAMINED_BY = re.compile(
    r"(?:EXAMINATION )?BY (?P<label>M(?:R|S|RS)\.? [A-Z][\w’'-]+):?", re.IGNORECASE
)
JUDGE = re.compile(
    r"(?i:\b(?:the honou?rable|hon\.|judge|justice|before:))\s+(?i:judge |justice )?"
    rf"(?P<name>{NAME})"
)
QUESTIONS, ANSWERS = (
    frozenset({"q", "question", "interviewer"}),
    frozenset({"a", "answer", "interviewee"}),
)


ALONE = "a speaker's name above the turn"
TURNS = frozenset({"a turn goes on", "a turn of a speaker"})
"""Reasons of zones."""
FOLLOWED = "…"
"""What stands for the words behind a label."""


class _Name(Struct, frozen=True):
    """A full name at a place, folded, with what the record says that its bearer is."""

    place: Offsets
    words: tuple[str, ...]
    role: Offsets | None = None
    said: str = ""
    """The role's words, folded."""


def find_turns(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> tuple[Turn, ...]:
    """The turns of a document in reading order, each with whom its label names."""
    if lexicon is None or not any(z.kind == "speaker_label" for z in zones):
        return ()
    return tuple(_Record(text, zones, lexicon).turns())


class _Record:
    """One document's labels and names."""

    def __init__(self, text: str, zones: Sequence[Zone], lexicon: Lexicon) -> None:
        self._text = text
        self._zones = zones
        self._roles = lexicon.words("role_nouns")
        self._parts = lexicon.words("transcript_roles")
        self._known: dict[str, tuple[Offsets | None, Offsets | None, bool]] = {}
        self._matches: dict[re.Pattern[str], list[re.Match[str]]] = {}
        self._by_word: dict[str, list[_Name]] = {}
        self._names = self._listed()

    def turns(self) -> Iterator[Turn]:
        """Each label with the paragraphs up to the next label or heading."""
        label: Zone | None = None
        said: list[Offsets] = []
        for zone in self._zones:
            if zone.kind in ("speaker_label", "subhead", "headline"):
                if label and said:
                    yield self._turn(label, said)
                label, said = (zone if zone.kind == "speaker_label" else None), []
            elif zone.kind == "body" and label:
                said.append(Offsets(zone.start, zone.end))
        if label and said:
            yield self._turn(label, said)

    def _turn(self, zone: Zone, said: list[Offsets]) -> Turn:
        place, more = self._label_of(zone)
        words = self._words(place)
        key = " ".join(words)
        named, role, person = self._known.get(key) or self._who(words, place, more)
        if key not in QUESTIONS | ANSWERS:
            self._known[key] = (named, role, person)
        own = named is None or named == place
        return Turn(place, None if own else named, person, role, tuple(said))

    def _label_of(self, zone: Zone) -> tuple[Offsets, Offsets]:
        """The words of the name, without titles, and what stands behind them."""
        line = self._text[zone.start : zone.end]
        alone = zone.reason == ALONE
        found = find_label_alone(line) if alone else find_label(f"{line} {FOLLOWED}")
        start, end, more = (found.start, found.end, found.more) if found else (0, len(line), (0, 0))
        for word in re.finditer(r"\S+", line[start:end]):
            if word.group().strip(".").lower() not in _titles() or start + word.end() >= end:
                start += word.start()
                break
        return (
            Offsets(zone.start + start, zone.start + end),
            Offsets(zone.start + more[0], zone.start + more[1]),
        )

    def _words(self, place: Offsets) -> tuple[str, ...]:
        words = tuple(fold(self._text[place.start : place.end]).split())
        return words[1:] if words[:1] == ("the",) else words

    def _who(
        self, words: tuple[str, ...], place: Offsets, more: Offsets
    ) -> tuple[Offsets | None, Offsets | None, bool]:
        """Where the full name stands, the role, and whether a person is named at all."""
        bracket = self._name_in(more)
        if bracket:
            return bracket, place, False
        role = self._role_in(more)
        if self._is_part(words):
            found = self._by_part(words, place)
            if found:
                return found.place, found.role or role, False
            return None, role, self._is_office(words)
        found = self._by_name(words, place)
        if found:
            return found.place, found.role or role, True
        return None, role, True

    def _is_part(self, words: tuple[str, ...]) -> bool:
        """Whether a label says a part or an office and no name."""
        return " ".join(words) in self._parts or any(w in self._roles for w in words)

    def _is_office(self, words: tuple[str, ...]) -> bool:
        """*Minister of Transport* is somebody; *Operator* and *Q* are whoever it was."""
        return len(words) > 1 and " ".join(words) not in self._parts

    def _name_in(self, more: Offsets) -> Offsets | None:
        """The full name in *The MINISTER (Mr Li Wei)*."""
        inside = self._text[more.start : more.end]
        found = re.search(r"[(\[]\s?(?P<words>[^()\[\]]+)", inside)
        if not found:
            return None
        name = FULL_NAME.fullmatch(_without_titles(found["words"]))
        if not name or any(w in self._roles for w in fold(name.group()).split()):
            return None
        titled = found["words"] != name.group()
        at = more.start + found.end("words") - len(name.group())
        return Offsets(at, more.start + found.end("words")) if titled or self._known else None

    def _role_in(self, more: Offsets) -> Offsets | None:
        inside = self._text[more.start : more.end]
        found = re.search(r"[^\W\d_][\w’' ,&-]*[\w’']", inside)
        if not found or not any(
            w.lower() in self._roles or w.lower() in self._parts
            for w in re.findall(r"[\w-]+", found.group())
        ):
            return None
        return Offsets(more.start + found.start(), more.start + found.end())

    def _by_name(self, words: tuple[str, ...], place: Offsets) -> _Name | None:
        """The one full name of the record that a label shortens."""
        names = [n for n in self._names if n.place != place and _shortens(words, n.words)]
        if len({n.words for n in names}) == 1:
            return next((n for n in names if n.role), names[0])
        if names or len(words) > 1:
            return None
        met = list(self._met(words[0]))
        return met[0] if len({n.words for n in met}) == 1 else None

    def _by_part(self, words: tuple[str, ...], place: Offsets) -> _Name | None:
        key = " ".join(words)
        if key in QUESTIONS:
            return self._examiner(place) or self._first(ASKED_BY)
        if key in ANSWERS or key == "witness":
            return self._last(WITNESS, place.start) or self._talks_with()
        if key in ("court", "judge", "justice"):
            return self._first(JUDGE)
        wanted = set(words) - {"of", "the", "for", "and"}
        fitting = [n for n in self._names if n.said and wanted <= set(n.said.split())]
        return fitting[0] if len({n.words for n in fitting}) == 1 else None

    def _examiner(self, place: Offsets) -> _Name | None:
        """Who asks in a court: the last *BY MR. OBI* above the question."""
        found = self._nearest(EXAMINED_BY, place.start)
        if found is None:
            return None
        name = _without_titles(found["label"])
        at = found.end("label") - len(name)
        own = Offsets(at, at + len(name))
        return self._by_name(self._words(own), own) or _Name(own, self._words(own))

    def _talks_with(self) -> _Name | None:
        """Whom a headline or an introduction says that the interview is with."""
        head = self._head()
        found = TALKS_WITH.search(self._text, 0, head)
        match = (
            FULL_NAME.search(self._text, found.start("words"), found.end("words"))
            if found
            else None
        )
        return self._name(match.span()) if match else None

    def _first(self, pattern: re.Pattern[str]) -> _Name | None:
        found = pattern.search(self._text, 0, self._head())
        return self._name(found.span("name")) if found else None

    def _last(self, pattern: re.Pattern[str], before: int) -> _Name | None:
        found = self._nearest(pattern, before)
        return self._name(found.span("name")) if found else None

    def _nearest(self, pattern: re.Pattern[str], before: int) -> re.Match[str] | None:
        """The last match above an offset; the text is searched once."""
        if pattern not in self._matches:
            self._matches[pattern] = list(pattern.finditer(self._text))
        found = self._matches[pattern]
        at = bisect_left(found, before, key=lambda match: match.start())
        return found[at - 1] if at else None

    def _head(self) -> int:
        """Where the first turn's words begin."""
        return next((z.start for z in self._zones if z.kind == "speaker_label"), 0)

    def _met(self, word: str) -> Iterator[_Name]:
        """Full names in the text that end or begin in a label's only word."""
        if not self._by_word:
            for match in FULL_NAME.finditer(self._text):
                name = self._name(match.span())
                if len(name.words) > 1 and not self._is_part(name.words):
                    for own in {name.words[0], name.words[-1]}:
                        self._by_word.setdefault(own, []).append(name)
        yield from self._by_word.get(word, ())

    def _name(self, span: tuple[int, int]) -> _Name:
        """A full name without the titles before it."""
        text = self._text[slice(*span)]
        start = span[0] + len(text) - len(_without_titles(text))
        place = Offsets(start, span[1])
        return _Name(place, self._words(place))

    def _listed(self) -> list[_Name]:
        """Names with a role in the list or the head, and labels that are full names."""
        found: list[_Name] = []
        for zone in self._zones:
            if zone.kind == "speaker_label":
                found.extend(self._labelled(zone))
            elif zone.reason not in TURNS:
                found.extend(self._entries(zone))
        return found

    def _labelled(self, zone: Zone) -> Iterator[_Name]:
        place, more = self._label_of(zone)
        words = self._words(place)
        if (
            len(words) > 1
            and not self._is_part(words)
            and FULL_NAME.fullmatch(self._text[place.start : place.end])
        ):
            role = self._role_in(more)
            yield _Name(place, words, role, fold(self._text[role.start : role.end]) if role else "")

    def _entries(self, zone: Zone) -> Iterator[_Name]:
        """*Ada Obi, Chief Executive Officer*, *President: Mr. Li Wei (Norwick)*."""
        at = zone.start
        for line in self._text[zone.start : zone.end].split("\n"):
            bare = line.strip(" •*-–\t")
            start = at + line.find(bare)
            at += len(line) + 1
            if not 2 <= len(bare.split()) <= ENTRY_WORDS:
                continue
            titles = len(bare) - len(_without_titles(bare))
            office = _untitled_office(bare)
            match = (
                ENTRY.fullmatch(bare, titles) or OFFICE.match(office) or TITLED_OFFICE.match(office)
            )
            if match:
                place, role = Offsets(*(start + i for i in match.span("name"))), match.span("role")
                said = fold(match["role"])
                yield _Name(
                    place, self._words(place), Offsets(start + role[0], start + role[1]), said
                )


def _shortens(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a label's words are a short form of a full name, or the name itself."""
    if len(full) < 2:
        return False
    if len(words) == 1:
        initials = "".join(w[0] for w in full)
        return words[0] in (full[-1], full[0], initials) or words[0].replace(".", "") == initials
    if words[-1] != full[-1] or len(words) > len(full):
        return False
    return all(
        f.startswith(w) if len(w) == 1 else w in full for w, f in zip(words, full, strict=False)
    )


def _without_titles(words: str) -> str:
    """Words without the titles before them."""
    while (
        (first := words.split(" ", 1))
        and len(first) == 2
        and first[0].strip(".").lower() in _titles()
    ):
        words = first[1]
    return words


def _untitled_office(line: str) -> str:
    """*President: Mr. Li Wei* with spaces in the title's place, so that offsets stay."""
    return re.sub(
        r"(?<=: )(\S+\.?) (?=\S)",
        lambda m: " " * len(m.group()) if m[1].strip(".").lower() in _titles() else m.group(),
        line,
    )


@cache
def _titles() -> frozenset[str]:
    """Words before a name, of every language with a list of them."""
    words = {
        row[0].strip(".").lower()
        for language in languages_with("honorifics")
        for row in load_rows("honorifics", language)
    }
    return frozenset({*words, "the", "hon", "honourable", "honorable"})
