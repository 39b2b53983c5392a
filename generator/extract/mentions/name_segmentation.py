"""Cuts a run of capitals into names: countries and titles off, one name at a time.

*US Secretary of State Marco Rubio* is a country, a title and a person; *Russian Foreign Ministry*
stays whole.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.extract.mentions.capitalisation import Word
from generator.extract.mentions.titles import Titles
from generator.language.gazetteer import State, town_size
from generator.language.lexicons import Lexicon, load_words
from generator.language.person_names import fold, is_given_name
from generator.language.possessives import is_possessive
from generator.model.annotations import MentionKind

INITIAL = re.compile(r"[A-Z]\.?")
"""A letter alone is nobody."""
GENITIVE = re.compile(r"(?<=\w)(?:[’']|‘s)$")
"""The mark at a name's end; an opening mark where the closing one belongs is read as one word."""


class Name(Struct, frozen=True):
    """A name candidate: its words, the title words before it."""

    words: tuple[Word, ...]
    title: tuple[Word, ...] = ()
    kind: MentionKind = "name"
    state: bool = False
    """Found in the gazetteer."""

    @property
    def text(self) -> str:
        """The words, parted by single spaces."""
        return " ".join(word.text for word in self.words)


class Splitter:
    """Cuts runs with the title words and heads of one language."""

    def __init__(self, lexicon: Lexicon, titles: Titles) -> None:
        self._titles = titles
        self._lexicon = lexicon
        self._heads = lexicon.words("organisation_heads") | lexicon.words("place_heads")
        self._prefixes = lexicon.words("place_prefixes")
        self._places = lexicon.words("places")
        self._lone = lexicon.words("lone_stops")
        self._parties = lexicon.words("party_adjectives")
        self._sees = lexicon.words("see_titles")
        self._things = lexicon.words("thing_heads")
        self._stops = lexicon.words("name_stops")
        self._held = lexicon.words("held_bodies")
        self._of = lexicon.group("genitive_prepositions")
        self._articles = lexicon.group("definite_articles")
        self._joins = self._of | lexicon.group("name_conjunctions") | {"&"}
        self._regnal = lexicon.words("regnal_titles")

    def split(self, run: Sequence[Word]) -> list[Name]:
        """The names of one run, in order."""
        out: list[Name] = []
        at = title = 0
        while at < len(run):
            state, length = self._state(run, at)
            if state and not self._goes_on(run, at, length, state):
                kind: MentionKind = "adjective" if state.sense == "adjective" else "name"
                out.append(Name(tuple(run[at : at + length]), (), kind, state=True))
                at += length
                title = title if self._titles.chain(run, at) else at
                continue
            chain = self._titles.chain(run, at)
            if chain and self._saint_place(run, at):
                chain = 0
            if chain and self._body(run, at, chain):
                chain = 0
            if chain > 1 and self._titled_surname(run, at, chain):
                out.append(Name((run[-1],), tuple(run[title : len(run) - 1])))
                break
            if chain and not self._surname(run, at):
                if run[at].text not in self._sees or at + chain == len(run):
                    out.extend(self._offices(run[at : at + chain]))
                at += chain
                continue
            end = self._end(run, at)
            begin = title if self._see_first(run, title, at, end) else at
            out.append(Name(tuple(run[begin:end]), tuple(run[title:begin])))
            title = at if self._titles.chain(run, end) else end
            at = end
        return [n for n in map(self.trim, out) if n.words]

    def town(self, name: Name, after: Name) -> bool:
        """Whether two names can be a town and the country or state that it lies in."""
        around = self._titles.gazetteer.find(after.text)
        region = after.text in self._places and not town_size(after.text)
        wider = (around is not None and around.sense == "name") or region
        own = self._titles.gazetteer.find(name.text)
        town = name.text in self._places or (own is not None and own.sense == "capital")
        labelled = name.words[-1].entity in {"GPE", "LOC", "FAC"} and own is None
        return wider and not name.title and name.kind == "name" and (town or labelled)

    def place(self, words: Sequence[Word]) -> bool:
        """Whether the words are a place of the lists."""
        text = " ".join(word.text for word in words)
        return text in self._places or town_size(text) > 1

    def countries(self, words: Sequence[Word]) -> list[Name]:
        """The words as one entry of the gazetteer, if they are one."""
        state, length = self._state(words, 0)
        if state is None or length != len(words):
            return []
        kind: MentionKind = "adjective" if state.sense == "adjective" else "name"
        return [Name(tuple(words), (), kind, state=True)]

    def _offices(self, title: Sequence[Word]) -> list[Name]:
        """The country or body of an office: *President of the United States*."""
        at = next((i + 1 for i, w in enumerate(title) if w.text in self._of), len(title))
        at += title[at : at + 1] != [] and title[at].text in self._articles
        words = tuple(title[at:])
        if not words:
            return []
        if countries := self.countries(words):
            return countries
        body = len(words) > 1 and any(w.lower in self._heads for w in words)
        named = body or " ".join(w.text for w in words) in self._places
        return [Name(words)] if named else []

    def _see_first(self, run: Sequence[Word], title: int, at: int, end: int) -> bool:
        """*Patriarch of Serbia Porfirije*: the see stands inside the name."""
        inside = any(w.text in self._of for w in run[title:at])
        return inside and end == at + 1 and run[title].text in self._sees

    def _saint_place(self, run: Sequence[Word], at: int) -> bool:
        """*St Petersburg*, *St. Louis*, *Prince Rupert*: a town, and neither saint nor prince."""
        name = " ".join(w.text for w in run[at : at + 2])
        seen = at + 1 < len(run) and run[at + 1].entity in {"GPE", "FAC"}
        if run[at].text in self._prefixes:
            return seen or name in self._places
        return seen and run[at].lower in self._regnal and town_size(name) > 0

    def _state(self, run: Sequence[Word], at: int) -> tuple[State | None, int]:
        """The longest entry of the gazetteer that begins at `at`."""
        longest = min(self._titles.gazetteer.longest, len(run) - at)
        for length in range(longest, 0, -1):
            found = self._titles.gazetteer.find(" ".join(w.text for w in run[at : at + length]))
            if found:
                return found, length
        return None, 0

    def _goes_on(self, run: Sequence[Word], at: int, length: int, state: State) -> bool:
        """Whether the country word is only the beginning of a longer name."""
        rest = run[at + length :]
        if not rest or self._titles.chain(run, at + length):
            return False
        person = rest[0].entity == "PERSON" and not rest[0].tokens[0].entity_begins
        if length == 1 and is_given_name(run[at].text) and person:
            return True
        tail = rest[: self._end(rest, 0)]
        if any(w.lower in self._heads for w in tail):
            return True
        if is_given_name(tail[0].text) or rest[0].text in self._joins:
            return False
        if state.sense == "adjective":
            return False
        joined = bool(tail[0].entity) and not tail[0].tokens[0].entity_begins
        return joined and tail[0].entity not in {"NORP", "GPE", "PERSON"}

    def _body(self, run: Sequence[Word], at: int, chain: int) -> bool:
        """*General Assembly*, *King’s College*, *Queen Ada University*: no title at all."""
        rest = run[at + chain :]
        if not rest or any(w.text in self._of for w in run[at : at + chain]):
            return False
        first = rest[0]
        heads = self._heads | self._things
        given = len(rest) > 1 and is_given_name(first.text) and rest[1].lower not in heads
        if first.lower in heads and not given:  # *Royal Park*, but *President Park Geun Hye*
            return True
        if is_possessive(first.text, self._lexicon):
            return True
        if run[at].lower in self._regnal and rest[1:2] and rest[1].lower in self._heads:
            return True
        if is_given_name(first.text) or self._titles.honorific(run[at].text):
            return False
        return any(w.lower in self._heads for w in rest[1:3]) and not is_given_name(rest[1].text)

    def _surname(self, run: Sequence[Word], at: int) -> bool:
        """A title word that is somebody's family name: *Billy King of Leeds*, *Luther King Jr.*."""
        after = fold(run[at + 1].text) if at + 1 < len(run) else ""
        last = not after or after in load_words("generation_suffixes") | self._of
        before = run[at - 1].text if at else ""
        return last and (is_given_name(before) or INITIAL.fullmatch(before) is not None)

    def _titled_surname(self, run: Sequence[Word], at: int, chain: int) -> bool:
        """*Mr King*, *Congresswoman Dean*: the last title word is the family name."""
        last, before = run[at + chain - 1].text, run[at + chain - 2].text
        titled = self._titles.honorific(before) or self._titles.role(before)
        return titled and at + chain == len(run) and last in load_words("surnames")

    def _end(self, run: Sequence[Word], at: int) -> int:
        """Where the name that begins at `at` ends: before a title, a country, or with the run."""
        for i in range(at + 1, len(run)):
            if run[i - 1].text in self._joins | self._articles | self._prefixes:
                continue
            if self._acronym_before_name(run, at, i) or self._owner(run, i):
                return i
            chain = self._titles.chain(run, i)
            if chain and self._surname(run, i):
                return i + 1 if run[i + 1 : i + 2] and run[i + 1].text in self._of else len(run)
            if chain and not self._inside(run, i, chain):
                return i
        return len(run)

    def _owner(self, run: Sequence[Word], i: int) -> bool:
        """*Williams’ DUI*: whose it is, and then no body that is named by its owner."""
        return GENITIVE.search(run[i - 1].text) is not None and not any(
            word.lower in self._heads for word in run[i:]
        )

    def _acronym_before_name(self, run: Sequence[Word], at: int, i: int) -> bool:
        """*NASA Bill Ingalls*: initials of a body, then somebody's name."""
        first = run[at].text
        initials = i == at + 1 and first.isupper() and len(first) > 2
        if first.title() in self._prefixes:
            return False
        return initials and is_given_name(run[i].text) and not run[i].text.isupper()

    def _inside(self, run: Sequence[Word], at: int, chain: int) -> bool:
        """A title word inside a name: *General Motors*, *Prince Edward Island*, *Chief Court*."""
        rest = run[at + chain :]
        return bool(rest) and rest[0].lower in self._heads

    def _has_date_word(self, words: Sequence[Word]) -> bool:
        """A last word that is a month or the like and no part of a person's name."""
        last = words[-1]
        return (
            last.lower in self._stops
            and len(words) > 1
            and not is_given_name(words[-2].text)
            and last.entity in {"DATE", "TIME", ""}
        )

    def _begins_person(self, words: Sequence[Word]) -> bool:
        """*Christian Dior*, *June Osei*: a given name that means something else alone."""
        given = is_given_name(words[0].text) and words[0].entity == "PERSON"
        return (given and len(words) > 1) or self._titles.begins_like_month(words)

    def trim(self, name: Name) -> Name:
        """The name without what cannot begin or end one; no words where none is left."""
        words = list(name.words)
        while words and (
            (words[0].lower in self._stops and not name.title and not self._begins_person(words))
            or not words[0].capital
            or (words[0].text == "The" and words[0].initial)
            or (words[0].text in self._parties and words[1:2] and words[1].text in self._held)
        ):
            words.pop(0)
        while words and (
            not (words[-1].capital or words[-1].text[0].isdigit()) or self._has_date_word(words)
        ):
            words.pop()
        if len(words) == 1 and (words[0].lower in self._lone or INITIAL.fullmatch(words[0].text)):
            words = []
        if words and (mark := GENITIVE.search(words[-1].text)):
            words[-1] = _without_mark(words[-1], len(mark.group()))
        return Name(tuple(words), name.title, name.kind, name.state)


def _without_mark(word: Word, length: int) -> Word:
    """*Pachomius’*, *Owusu‘s* without the mark of the genitive."""
    return Word(word.start, word.end - length, word.text[:-length], word.tokens, word.initial)
