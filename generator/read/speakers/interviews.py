"""Who answers in an interview without labels: the one person whom its introduction names.

Where it names several, the questions must address one of them; else the answers stay open.
"""

from collections.abc import Iterator, Sequence

from generator.language.lexicons import Lexicon
from generator.language.person_names import fold
from generator.model.text import Offsets, Turn, Zone
from generator.model.zones import RUNNING_TEXT
from generator.read.speakers.participants import FULL_NAME, NamedParticipant, Participants

NO_PERSONS = ("organisation_heads", "publication_nouns", "place_heads", "weekday_words")
"""Lists of words that end, or begin, names of other things than persons."""


def find_answers(text: str, zones: Sequence[Zone], lexicon: Lexicon) -> Iterator[Turn]:
    """A turn for each answer, if it is plain whose answers they are."""
    asked = [zone for zone in zones if zone.rule == "bold_question"]
    who = _answering(text, zones, asked, lexicon) if asked else None
    said: list[Offsets] = []
    for zone in (*zones, *asked[:1]):
        if who and zone.rule == "answer_below_question":
            said.append(Offsets(zone.start, zone.end))
        elif who and said and zone.rule == "bold_question":
            yield Turn(who.place, None, person=True, role=None, said=tuple(said))
            said = []


def _answering(
    text: str, zones: Sequence[Zone], asked: Sequence[Zone], lexicon: Lexicon
) -> NamedParticipant | None:
    people = Participants(text, zones, lexicon)
    no_persons = frozenset[str]().union(*(lexicon.words(one) for one in NO_PERSONS))
    words = {w.strip(".,?!’'") for z in asked for w in fold(text[z.start : z.end]).split()}
    named: dict[str, NamedParticipant] = {}
    first = next((zone.start for zone in asked), 0)
    for zone in zones:
        if zone.start > first or zone.kind not in RUNNING_TEXT:
            continue
        for match in FULL_NAME.finditer(text, zone.start, zone.end):
            one = people.name(match.span())
            known = people.is_part(one.words) or not no_persons.isdisjoint(one.words)
            if len(one.words) > 1 and not known:
                named.setdefault(one.words[-1], one)
    addressed = [one for last, one in named.items() if last in words]
    found = addressed or list(named.values())
    return found[0] if len(found) == 1 else None
