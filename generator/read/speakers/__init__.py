"""Whom the labels of a record of turns name: the full name and role, where the record gives them.

A label is a full name, a surname or given name, initials, a part (*Operator*, *Q*) or an office.
The list of participants, the first turn, the head and the introductions are asked, in that order;
of several that fit nobody is taken.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.language.lexicons import Lexicon
from generator.language.person_names import fold
from generator.model.text import Offsets, Turn, Zone
from generator.model.zones import HEADINGS
from generator.read.speakers.block_quotations import find_named_quotations
from generator.read.speakers.interviews import find_answers
from generator.read.speakers.participants import (
    FULL_NAME,
    WORD,
    NamedParticipant,
    Participants,
    without_titles,
)

MOST_INITIALS = 3
PATTERNS = "transcript_patterns"
MOST_TALKED = 120
"""Characters behind *interview with* in which a name stands."""
TALKED = re.compile(r"[^.;:\n]*")


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
        self._lexicon = lexicon
        self._asking, self._answering, self._sworn, self._bench = (
            frozenset(map(fold, lexicon.group(labels)))
            for labels in ("question_labels", "answer_labels", "witness_labels", "bench_labels")
        )
        self._narrating = lexicon.group("narration_labels")
        self._narrators = lexicon.group("narrator_nouns")
        self._owning = tuple(lexicon.group("possessive_endings"))
        self._known: dict[str, tuple[Offsets | None, Offsets | None, bool]] = {}
        self._matches: dict[re.Pattern[str], list[re.Match[str]]] = {}

    def turns(self) -> Iterator[Turn]:
        """Each label with the paragraphs up to the next label or heading."""
        label: Zone | None = None
        said: list[Offsets] = []
        for zone in self._zones:
            if zone.kind == "speaker_label" or zone.kind in HEADINGS:
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
        bracket = self._name_in(place, more)
        known = None if bracket else self._known.get(key)
        named, role, person = known or self._who(words, place, more, bracket)
        if key not in self._asking | self._answering and not (
            bracket and self._people.is_own_part(words)
        ):
            self._known[key] = (named, role, person)
        if named is None and (surname := self._people.surname(words)):  # *JUDGE OBI*
            name = Offsets(place.end - len(surname[0]), place.end)
            return Turn(name, None, person, Offsets(place.start, name.start - 1), tuple(said))
        own = named is None or named == place
        return Turn(place, None if own else named, person, role, tuple(said))

    def _who(
        self, words: tuple[str, ...], place: Offsets, more: Offsets, bracket: Offsets | None
    ) -> tuple[Offsets | None, Offsets | None, bool]:
        """Where the full name stands, the role, and whether a person is named at all."""
        if bracket and self._people.is_own_part(words):
            return bracket, self._people.role_in(Offsets(bracket.end, more.end)), False
        if bracket:
            return bracket, place, False
        role = self._people.role_in(more)
        if self._people.is_part(words):
            found = self._by_part(words, place) or self._by_surname(words, place)
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

    def _name_in(self, label: Offsets, more: Offsets) -> Offsets | None:
        """The full name in *The MINISTER (Mr Li Wei)*; behind a name stands its bearer's seat."""
        inside = self._text[more.start : more.end]
        found = re.search(r"[(\[]\s?(?P<words>[^()\[\]]+)", inside)
        if not found:
            return None
        words = found["words"].partition(",")[0]  # *SOT (Li Wei, Minister of Transport)*
        name = FULL_NAME.fullmatch(without_titles(words))
        if not name or self._people.has_role(fold(name.group()).split()):
            return None
        own = self._people.words_of(label)
        office = self._people.is_part(own) and not self._people.surname(own)
        end = more.start + found.start("words") + len(words)
        titled = words != name.group()
        return Offsets(end - len(name.group()), end) if office or titled else None

    def _by_name(self, words: tuple[str, ...], place: Offsets) -> NamedParticipant | None:
        """The one full name of the record that a label shortens."""
        names = [n for n in self._people.listed if n.place != place and _shortens(words, n.words)]
        if len({n.words for n in names}) == 1:
            return next((n for n in names if n.role), names[0])
        if names or len(words) > 1:
            return None
        label = self._text[place.start : place.end].replace(".", "")
        short = label.isupper() and len(label) <= MOST_INITIALS
        met = list(self._people.met(words[0])) or list(self._people.met(label if short else ""))
        return _only_one(met)

    def _by_surname(self, words: tuple[str, ...], place: Offsets) -> NamedParticipant | None:
        """*MINISTER OBI*: the one name that ends in what stands behind an office."""
        surname = self._people.surname(words)
        return self._by_name(surname, place) if surname else None

    def _by_part(self, words: tuple[str, ...], place: Offsets) -> NamedParticipant | None:
        key = " ".join(words)
        if key in self._asking:
            return self._examiner(place) or self._asker()
        if key in self._answering | self._sworn:
            return self._witness(place.start) or self._talks_with
        if key in self._bench:
            return self._named_behind("presiding")
        if key in self._narrating:
            reporting = [n for n in self._people.listed if n.said in self._narrators]
            return _only_one(reporting)
        wanted = set(words) - self._lexicon.words("small_words")
        fitting = [n for n in self._people.listed if n.said and wanted <= set(n.said.split())]
        if fitting:
            return _only_one(fitting)
        return self._in_office(words)

    def _in_office(self, words: tuple[str, ...]) -> NamedParticipant | None:
        """*Remarks by Prime Minister Reyl* in the head says who *THE PRIME MINISTER* is."""
        office = r"\s".join(map(re.escape, words))
        form = re.compile(rf"\b(?i:{office})\s(?P<name>{WORD}(?: {WORD}){{0,3}})")
        found = [m.span("name") for m in form.finditer(self._text, 0, self._head())]
        named = {self._text[slice(*span)]: self._people.name(span) for span in found}
        return next(iter(named.values()), None) if len(named) == 1 else None

    def _asker(self) -> NamedParticipant | None:
        """Who asks in an interview: its author, unless that is who speaks under an own label."""
        labels = [z for z in self._zones if z.kind == "speaker_label"]
        own = {self._people.words_of(self._people.label_of(zone)[0])[-1:] for zone in labels}
        answered = any(words and words[0] in self._answering for words in own)
        found = self._named_behind("asked_by" if answered else "interviewed_by")
        return None if found is None or found.words[-1:] in own else found

    def _examiner(self, place: Offsets) -> NamedParticipant | None:
        """Who asks in a court: the last *BY MR. OBI* above the question."""
        examined = self._matches_of(self._lexicon.pattern(PATTERNS, "examined_by"))
        found = self._nearest(examined, place.start)
        if found is None:
            return None
        name = without_titles(found["label"])
        at = found.end("label") - len(name)
        own = Offsets(at, at + len(name))
        words = self._people.words_of(own)
        return self._by_name(words, own) or NamedParticipant(own, words)

    @cached_property
    def _talks_with(self) -> NamedParticipant | None:
        """Whom a headline or an introduction says that the interview is with.

        *With the widow of Ada Obi*, *with Ada Obi’s son* and *to our reporter Ada Obi* name others.
        """
        found = self._lexicon.pattern(PATTERNS, "talks_with").search(self._text, 0, self._head())
        behind = found and TALKED.match(self._text, found.end(), found.end() + MOST_TALKED)
        match = behind and FULL_NAME.search(self._text, *behind.span())
        if not behind or not match or match.group().endswith(self._owning):
            return None
        between = self._text[behind.start() : match.start()].rpartition(",")[2]
        others = self._narrators | self._lexicon.group("genitive_prepositions")
        return None if others & set(fold(between).split()) else self._people.name(match.span())

    def _named_behind(self, name: str) -> NamedParticipant | None:
        """The full name in the head that stands behind words of the language's list."""
        for found in self._lexicon.pattern(PATTERNS, name).finditer(self._text, 0, self._head()):
            if match := FULL_NAME.match(self._text, found.end()):
                return self._people.name(match.span())
        return None

    def _witness(self, before: int) -> NamedParticipant | None:
        """The last name above an offset that is said to be a witness's."""
        told = self._lexicon.pattern(PATTERNS, "witness")
        if told not in self._matches:
            names = FULL_NAME.finditer(self._text)
            self._matches[told] = [m for m in names if told.match(self._text, m.end())]
        found = self._nearest(self._matches[told], before)
        return self._people.name(found.span()) if found else None

    def _matches_of(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All matches; the text is searched once."""
        if pattern not in self._matches:
            self._matches[pattern] = list(pattern.finditer(self._text))
        return self._matches[pattern]

    @staticmethod
    def _nearest(found: list[re.Match[str]], before: int) -> re.Match[str] | None:
        """The last match above an offset."""
        at = bisect_left(found, before, key=lambda match: match.start())
        return found[at - 1] if at else None

    def _head(self) -> int:
        """Where the first turn's words begin."""
        return next((z.start for z in self._zones if z.kind == "speaker_label"), 0)


def _only_one(fitting: Sequence[NamedParticipant]) -> NamedParticipant | None:
    """The first where all have one name; nobody where several fit."""
    return fitting[0] if len({n.words for n in fitting}) == 1 else None


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
