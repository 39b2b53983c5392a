"""Whom the labels of a record of turns name: the full name and role, where the record gives them.

A label is a full name, a surname or given name, initials, a part (*Operator*, *Q*) or an office.
The list of participants, the first turn, the head and the introductions are asked, in that order;
of several that fit nobody is taken.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.language.lexicons import Lexicon
from generator.language.person_names import fold
from generator.model.text import Offsets, Turn, Zone
from generator.read.speakers.block_quotations import find_named_quotations
from generator.read.speakers.interviews import find_answers
from generator.read.speakers.participants import (
    FULL_NAME,
    NAME,
    WORD,
    Participant,
    Participants,
    without_titles,
)

TALKS_WITH = re.compile(
    r"\b(?:interview(?:ed)? with|interviews?:?|conversation with|talk(?:s|ed|ing)? (?:to|with)|"
    r"(?:speaks?|spoke) (?:to|with)|questions (?:for|to)|joined by|Q ?& ?A(?: with|:))\s+"
    r"(?P<words>[^.;:\n]{3,120})",
    re.IGNORECASE,
)
ASKED_BY = re.compile(
    rf"(?i:\b(?:interview(?:ed)? by|by|asked by|questions by))\s+(?P<name>{NAME})"
)
INTERVIEWED_BY = re.compile(rf"(?i:\b(?:interview(?:ed)?|asked|questions) by)\s+(?P<name>{NAME})")
"""Where nobody answers as *A*, questions may come from a room: *by* alone says who speaks there."""
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
MOST_INITIALS = 3
QUESTIONS, ANSWERS = (
    frozenset({"q", "question", "interviewer"}),
    frozenset({"a", "answer", "interviewee"}),
)


def find_turns(text: str, zones: Sequence[Zone], lexicon: Lexicon | None) -> tuple[Turn, ...]:
    """The turns of a document in reading order, each with whom its label names."""
    quoted = find_named_quotations(text, zones)
    labelled = lexicon is not None and any(z.kind == "speaker_label" for z in zones)
    record = _Record(text, zones, lexicon).turns() if lexicon and labelled else ()
    answers = find_answers(text, zones, lexicon) if lexicon else ()
    return tuple(sorted((*record, *answers, *quoted), key=lambda turn: turn.said))


class _Record:
    """One document's labels and names."""

    def __init__(self, text: str, zones: Sequence[Zone], lexicon: Lexicon) -> None:
        self._text = text
        self._zones = zones
        self._people = Participants(text, zones, lexicon)
        self._known: dict[str, tuple[Offsets | None, Offsets | None, bool]] = {}
        self._matches: dict[re.Pattern[str], list[re.Match[str]]] = {}

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
        place, more = self._people.label_of(zone)
        words = self._people.words_of(place)
        key = " ".join(words)
        named, role, person = self._known.get(key) or self._who(words, place, more)
        if key not in QUESTIONS | ANSWERS:
            self._known[key] = (named, role, person)
        own = named is None or named == place
        return Turn(place, None if own else named, person, role, tuple(said))

    def _who(
        self, words: tuple[str, ...], place: Offsets, more: Offsets
    ) -> tuple[Offsets | None, Offsets | None, bool]:
        """Where the full name stands, the role, and whether a person is named at all."""
        bracket = self._name_in(more)
        if bracket:
            return bracket, place, False
        role = self._people.role_in(more)
        if self._people.is_part(words):
            found = self._by_part(words, place)
            if found:
                return found.place, found.role or role, False
            return None, role, self._is_office(words)
        found = self._by_name(words, place)
        if found:
            return found.place, found.role or role, True
        return None, role, True

    def _is_office(self, words: tuple[str, ...]) -> bool:
        """*Minister of Transport* is somebody; *Operator* and *Q* are whoever it was."""
        return len(words) > 1 and not self._people.is_own_part(words)

    def _name_in(self, more: Offsets) -> Offsets | None:
        """The full name in *The MINISTER (Mr Li Wei)*."""
        inside = self._text[more.start : more.end]
        found = re.search(r"[(\[]\s?(?P<words>[^()\[\]]+)", inside)
        if not found:
            return None
        name = FULL_NAME.fullmatch(without_titles(found["words"]))
        if not name or self._people.has_role(fold(name.group()).split()):
            return None
        titled = found["words"] != name.group()
        at = more.start + found.end("words") - len(name.group())
        return Offsets(at, more.start + found.end("words")) if titled or self._known else None

    def _by_name(self, words: tuple[str, ...], place: Offsets) -> Participant | None:
        """The one full name of the record that a label shortens."""
        names = [n for n in self._people.listed if n.place != place and _shortens(words, n.words)]
        if len({n.words for n in names}) == 1:
            return next((n for n in names if n.role), names[0])
        if names or len(words) > 1:
            return None
        label = self._text[place.start : place.end].replace(".", "")
        short = label.isupper() and len(label) <= MOST_INITIALS
        met = list(self._people.met(words[0])) or list(self._people.met(label if short else ""))
        return met[0] if len({n.words for n in met}) == 1 else None

    def _by_part(self, words: tuple[str, ...], place: Offsets) -> Participant | None:
        key = " ".join(words)
        if key in QUESTIONS:
            return self._examiner(place) or self._asker()
        if key in ANSWERS or key == "witness":
            return self._last(WITNESS, place.start) or self._talks_with()
        if key in ("court", "judge", "justice"):
            return self._first(JUDGE)
        wanted = set(words) - {"of", "the", "for", "and"}
        fitting = [n for n in self._people.listed if n.said and wanted <= set(n.said.split())]
        if fitting:
            return fitting[0] if len({n.words for n in fitting}) == 1 else None
        return self._in_office(words)

    def _in_office(self, words: tuple[str, ...]) -> Participant | None:
        """*Remarks by Prime Minister Reyl* in the head says who *THE PRIME MINISTER* is."""
        office = r"\s".join(map(re.escape, words))
        form = re.compile(rf"\b(?i:{office})\s(?P<name>{WORD}(?: {WORD}){{0,3}})")
        found = [m.span("name") for m in form.finditer(self._text, 0, self._head())]
        named = {self._text[slice(*span)]: self._people.name(span) for span in found}
        return next(iter(named.values()), None) if len(named) == 1 else None

    def _asker(self) -> Participant | None:
        """Who asks in an interview: its author, unless that is who speaks under an own label."""
        labels = [z for z in self._zones if z.kind == "speaker_label"]
        own = {self._people.words_of(self._people.label_of(zone)[0])[-1:] for zone in labels}
        answered = any(words and words[0] in ANSWERS for words in own)
        found = self._first(ASKED_BY if answered else INTERVIEWED_BY)
        return None if found is None or found.words[-1:] in own else found

    def _examiner(self, place: Offsets) -> Participant | None:
        """Who asks in a court: the last *BY MR. OBI* above the question."""
        found = self._nearest(EXAMINED_BY, place.start)
        if found is None:
            return None
        name = without_titles(found["label"])
        at = found.end("label") - len(name)
        own = Offsets(at, at + len(name))
        words = self._people.words_of(own)
        return self._by_name(words, own) or Participant(own, words)

    def _talks_with(self) -> Participant | None:
        """Whom a headline or an introduction says that the interview is with."""
        head = self._head()
        found = TALKS_WITH.search(self._text, 0, head)
        match = (
            FULL_NAME.search(self._text, found.start("words"), found.end("words"))
            if found
            else None
        )
        return self._people.name(match.span()) if match else None

    def _first(self, pattern: re.Pattern[str]) -> Participant | None:
        found = pattern.search(self._text, 0, self._head())
        return self._people.name(found.span("name")) if found else None

    def _last(self, pattern: re.Pattern[str], before: int) -> Participant | None:
        found = self._nearest(pattern, before)
        return self._people.name(found.span("name")) if found else None

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
