"""The name candidates of a segment, each firm or weak."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from generator.extract.mentions.capitalisation import Capitals, Word, sentences_of
from generator.extract.mentions.name_segmentation import Name, Splitter
from generator.extract.mentions.name_spans import Runs
from generator.extract.mentions.titles import Titles
from generator.language.gazetteer import town_lies_in
from generator.language.lexicons import Lexicon, load_words
from generator.language.person_names import is_given_name
from generator.language.possessives import APOSTROPHES
from generator.model.reading_order import start_while

LONGEST_HEADING_NAME = 4
"""Words; a longer run of a heading in capitals is tried word by word only."""
TITLE_WORDS_BEFORE = 8
ZONE_AFTER = 2
"""Words between a clock's number and its zone: *11 am IST*."""
AFFILIATION = re.compile(r"[A-Z]-[A-Z]")
"""The letter of a party and the seat that it is held for: *D-IN*."""
SEAT_CLOSINGS = frozenset(".)")
"""What stands behind a seat in brackets: *(D-IN)*, *(D-Vt.)*."""


def find_names(
    words: Sequence[Word],
    style: str,
    runs: Runs,
    splitter: Splitter,
    titles: Titles,
    capitals: Capitals,
    lexicon: Lexicon,
) -> Iterator[tuple[Name, bool]]:
    """Each name of words in a `heading_style` with whether it is weak, in order.

    Parts of hyphened names follow the whole.
    """
    bodies = lexicon.words("administration_words")
    prefixes = lexicon.words("compound_prefixes")
    numbered, zones = lexicon.words("numbered_things"), lexicon.words("time_zones")
    for sentence in sentences_of(words):
        if style == "upper":
            yield from _in_capitals(sentence, splitter)
            continue
        names = [n for run in runs.find(sentence, style) for n in splitter.split(run)]
        kept = [n for n in names if not _is_attribute(n, sentence, zones)]
        named = [m for n in kept if (m := _without_number(n, sentence, splitter, numbered)).words]
        for found in _with_towns(named, sentence, splitter, titles):
            whole = _with_administration(found, sentence, bodies)
            name = _behind_office(whole, sentence, titles, lexicon)
            field = whole.words[: len(whole.words) - len(name.words)]
            if field:
                yield Name(field), True
            full = (
                _with_owner(name, sentence, titles)
                if name.title
                else _with_title_before(name, sentence, titles)
            )
            yield full, _weak(full, style, capitals)
            yield from _body_before(full, titles)
            yield from _parts(full, splitter, lexicon.words("name_links"))
        yield from _compounds(sentence, prefixes)


def _is_attribute(name: Name, sentence: Sequence[Word], zones: Collection[str]) -> bool:
    """*(R-Tarn Grove)*, *(I-Vt.)*: a party and a seat; *11 am IST*: the zone of a clock time."""
    at = bisect_left(sentence, name.words[0].start, key=lambda w: w.start)
    timed = any(word.text[0].isdigit() for word in sentence[max(0, at - ZONE_AFTER) : at])
    behind = bisect_left(sentence, name.words[-1].end, key=lambda w: w.start)
    opening = "".join(word.text for word in sentence[max(0, at - 1) : at])
    closing = "".join(word.text for word in sentence[behind : behind + 1])
    apart = opening == "(" and closing in SEAT_CLOSINGS
    named = at > 1 and sentence[at - 2].entity == "PERSON"
    seat = AFFILIATION.match(name.words[0].text) is not None
    return (apart and named and seat) or (timed and name.text in zones)


def _without_number(
    name: Name, sentence: Sequence[Word], splitter: Splitter, things: Collection[str]
) -> Name:
    """*Interstate 75*, *Flight 370*: a common noun that its number tells apart is no name."""
    behind = bisect_left(sentence, name.words[-1].end, key=lambda w: w.start)
    numbered = behind < len(sentence) and sentence[behind].text[0].isdigit()
    counted = any(word.pos == "NOUN" for word in sentence[behind + 1 : behind + 2])
    linked = len(name.words) == 1 or not name.words[-2].capital  # *Leeds on Interstate 75*
    if not numbered or counted or not linked or name.words[-1].lower not in things:
        return name
    return splitter.trim(Name(name.words[:-1], name.title, name.kind, name.state))


def _body_before(name: Name, titles: Titles) -> Iterator[tuple[Name, bool]]:
    """*Badgers coach Ann Lee*: a sentence's first word may be the body that a title is of."""
    first = name.title[0] if name.title else None
    if first is None or not (first.initial and first.capital) or titles.gazetteer.find(first.text):
        return
    if not titles.role(first.text) and not titles.modifier(first.text):
        yield Name((first,)), True


def _behind_office(name: Name, sentence: Sequence[Word], titles: Titles, lexicon: Lexicon) -> Name:
    """*Minister of Finance and Planning [Chipo Moyo]*: the field of an office is no part of a name.

    What it ends in, a body or a place, tells that it is one name: *head of Sun Mary College*.
    """
    words = name.words
    heads = lexicon.words("organisation_heads") | lexicon.words("place_heads")
    given = (i for i in range(1, len(words) - 1) if is_given_name(words[i].text))
    places = lexicon.words("places")
    cut = next((i for i in given if f"{words[i - 1].text} {words[i].text}" not in places), 0)
    if name.title or name.state or not cut or is_given_name(words[0].text):
        return name
    at = bisect_left(sentence, words[0].start, key=lambda w: w.start)
    links = lexicon.words("name_links")
    first = start_while(sentence, at, lambda w: w.text in links or not titles.role(w.text))
    field = sentence[first:at]
    of_office = first > 0 and field and field[0].text in lexicon.group("charge_prepositions")
    if words[-1].lower in heads or not of_office:
        return name
    if not all(w.capital or w.text in links for w in field):
        return name
    begin = start_while(sentence, first, lambda w: _in_title(w, titles))
    return Name(words[cut:], tuple(sentence[begin : at + cut]), name.kind)


def _with_administration(name: Name, sentence: Sequence[Word], bodies: frozenset[str]) -> Name:
    """*Trump administration*: a body named after its leader, not the leader."""
    at = bisect_left(sentence, name.words[-1].start, key=lambda w: w.start)
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if name.state or len(name.words) > 2 or after is None:
        return name
    if after.text not in bodies:
        return name
    return Name((*name.words, after), (), name.kind)


def _with_towns(
    names: Sequence[Name], sentence: Sequence[Word], splitter: Splitter, titles: Titles
) -> Iterator[Name]:
    """The names, and *Paris, Texas* as one name beside *Texas*."""
    at = {word.start: i for i, word in enumerate(sentence)}
    for i, name in enumerate(names):
        after = names[i + 1] if i + 1 < len(names) else None
        first = at.get(name.words[0].start, -1)
        last = at.get(name.words[-1].start, first)
        sure = after is not None and town_lies_in(name.text, after.text, titles.gazetteer)
        if (
            after
            and (sure or splitter.town(name, after))
            and _parted_by_comma(sentence, last, at, after, titles, sure=sure)
        ):
            end = at[after.words[-1].start]  # there, because it is parted by a comma
            yield Name(tuple(sentence[first : end + 1]), name.title, name.kind)
        else:
            yield name


def _parted_by_comma(
    sentence: Sequence[Word],
    last: int,
    at: dict[int, int],
    after: Name,
    titles: Titles,
    *,
    sure: bool,
) -> bool:
    """Whether only a comma stands between two names, and a mark or nothing after the second.

    Of a town that is `sure` to lie there, any words may follow.
    """
    begin, end = at.get(after.words[0].start, -1), at.get(after.words[-1].start, -1)
    if begin != last + 2:
        return False
    closed = sure or end + 1 >= len(sentence) or not sentence[end + 1].text[0].isalnum()
    ended = end + 1 < len(sentence) and titles.possessive(sentence[end + 1].text)
    return sentence[last + 1].text == "," and closed and not ended


def _weak(name: Name, style: str, capitals: Capitals) -> bool:
    """Whether only the corpus can tell that this is a name."""
    if name.state or name.title:
        return False
    if len(name.words) == 1 and name.words[0].text.isupper() and style:
        return True
    if style == "title":
        labelled = [bool(w.entity) for w in name.words]
        unlabelled = not any(labelled) or (len(labelled) > 2 and not all(labelled))
        whole = len(labelled) > LONGEST_HEADING_NAME and is_given_name(name.words[0].text)
        return unlabelled or whole  # *Ada Obi Receives First Harbour Briefing*
    first = name.words[0]
    unknown = first.initial and not first.entity and not capitals.known(first)
    return len(name.words) == 1 and (unknown or capitals.honoured(first))


def _in_capitals(sentence: Sequence[Word], splitter: Splitter) -> Iterator[tuple[Name, bool]]:
    """A heading in capitals tells nothing by its capitals: every word and short run is weak."""
    run: list[Word] = []
    for word in (*sentence, None):
        if word is not None and word.alphabetic and word.pos in {"PROPN", "NOUN", "ADJ", "VERB"}:
            run.append(word)
            continue
        for i in range(len(run)):
            for j in range(i + 1, min(i + LONGEST_HEADING_NAME, len(run)) + 1):
                for name in splitter.countries(run[i:j]) or [Name(tuple(run[i:j]))]:
                    yield name, True
        run = []


def _parts(name: Name, splitter: Splitter, links: frozenset[str]) -> Iterator[tuple[Name, bool]]:
    """Names inside a name, each weak: *Trump* in *Trump-Putin*, *Boston* in *Boston Red Sox*."""
    for word in name.words:
        yield from _word_parts(word)
    count = len(name.words)
    if name.state or count == 1:
        return
    for i in range(count):
        for j in range(i + 1, min(i + LONGEST_HEADING_NAME, count) + 1):
            inner = name.words[i:j]
            edge = i == 0 or j == count or name.words[i - 1].lower in links
            if j - i == count or not (edge or splitter.place(inner)):
                continue
            if inner[0].capital and inner[-1].capital and all(w.text != "," for w in inner):
                for one in splitter.countries(inner) or [Name(inner)]:
                    yield one, True


def _word_parts(word: Word) -> Iterator[tuple[Name, bool]]:
    if len(word.tokens) < 3:
        return
    for token in word.tokens:
        if token.text[0].isupper() and token.text.lower() not in load_words("name_particles"):
            yield Name((Word(token.start, token.end, token.text, (token,), initial=False),)), True


def _compounds(sentence: Sequence[Word], prefixes: frozenset[str]) -> Iterator[tuple[Name, bool]]:
    """*US-led*, *pro-Russian*: capitals inside a word that is no name itself."""
    for word in (w for w in sentence if len(w.tokens) > 2):
        tail = not word.capital or word.tokens[-1].text.islower()
        if tail or word.tokens[0].text.lower() in prefixes:
            yield from _word_parts(word)


def _with_title_before(name: Name, sentence: Sequence[Word], titles: Titles) -> Name:
    """Adds the title in small letters that stands directly before a name."""
    at = bisect_left(sentence, name.words[0].start, key=lambda w: w.start)
    noun = start_while(sentence, at, lambda w: titles.tail(w.text)) - 1
    if name.kind != "name" or name.state or noun < 0 or not titles.role(sentence[noun].text):
        return name
    floor = at - TITLE_WORDS_BEFORE
    first = start_while(sentence, at, lambda w: _in_title(w, titles), floor=floor)
    first = _with_possessor(sentence, first, titles)
    return Name(name.words, tuple(sentence[first:at]), name.kind, name.state)


def _with_owner(name: Name, sentence: Sequence[Word], titles: Titles) -> Name:
    """Adds the owner to a title in capitals: *Russia's President Vladimir Putin*."""
    first = next((i for i, w in enumerate(sentence) if w.start == name.title[0].start), 0)
    begin = _with_possessor(sentence, first, titles)
    return Name(name.words, (*sentence[begin:first], *name.title), name.kind, name.state)


def _in_title(word: Word, titles: Titles) -> bool:
    if word.initial and not (
        titles.gazetteer.find(word.text) or titles.modifier(word.text) or titles.role(word.text)
    ):
        return word.pos in {"PROPN", "ADJ", "NOUN"}
    return (word.alphabetic and word.pos in {"NOUN", "ADJ", "PROPN"}) or titles.modifier(word.text)


def _with_possessor(sentence: Sequence[Word], first: int, titles: Titles) -> int:
    """*Russia's President*: the owner's name belongs to the title."""
    ending = sentence[first - 1].text if first >= 2 else ""
    if not (ending in APOSTROPHES or titles.possessive(ending)):
        return first
    owner = first - 2
    return owner if sentence[owner].capital else first
