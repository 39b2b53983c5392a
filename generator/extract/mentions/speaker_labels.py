"""The names before the turns of a record, which no parser reads: each is somebody who speaks."""

from collections.abc import Iterator, Sequence

from generator.extract.mentions.titles import Titles
from generator.language import relations
from generator.model.annotations import Grammar, Mention, Phrase
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Offsets, Span
from generator.model.visible_text import words_at
from generator.model.words import last_word

SPEAKS = Grammar(relations.ROOT, "", "", "", possessive=False, agent_verb="say")
TITLE_WITHIN = 24
"""Characters before a name in which its title stands."""


def find_speaker_labels(document: Document, titles: Titles) -> Iterator[Mention]:
    """A mention for each label of somebody, and for the full name that it stands for."""
    sentences = SentenceFinder(document.sentences)
    for turn in document.turns:
        places = (turn.label, turn.named) if turn.named else (turn.label,)
        sign = turn.label.end - turn.label.start == 1  # *Q* and *A* are no names
        for place in places if turn.person and not sign else places[1:]:
            if place is not None:
                yield _mention(document, place, turn.role, titles, sentences)


def without_overlaps(mentions: Sequence[Mention], labels: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that a label's name covers in part or whole."""
    taken = {at for m in labels for at in range(m.span.start, m.span.end)}
    return [m for m in mentions if taken.isdisjoint(range(m.span.start, m.span.end))]


def _mention(
    document: Document,
    place: Offsets,
    role: Offsets | None,
    titles: Titles,
    sentences: SentenceFinder,
) -> Mention:
    text = words_at(document, place.start, place.end)
    title = _title(document, place, titles)
    sentence = sentences.at(place.start)
    said = Phrase(role.start, role.end, document.text[role.start : role.end]) if role else None
    return Mention(
        span=Span(document.id, place.start, place.end),
        text=text,
        kind="name",
        label="PERSON",
        title=title,
        apposition=said,
        role_phrases=(said,) if said else (),
        grammar=SPEAKS,
        zone="body",
        quoted=False,
        sentence=sentence.id if sentence else "",
        gender=titles.gender_of_name(title, text.title().split()),
        number="singular",
    )


def _title(document: Document, place: Offsets, titles: Titles) -> Phrase | None:
    """The one word before a name, where it is a title."""
    before = document.text[max(0, place.start - TITLE_WITHIN) : place.start].rsplit("\n", 1)[-1]
    word = last_word(before) if before[-1:] == " " else ""
    if not word or not titles.honorific(word):
        return None
    at = place.start - len(before) + before.rfind(word)
    return Phrase(at, at + len(word), word)
