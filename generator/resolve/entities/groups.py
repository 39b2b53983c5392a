"""Groups without a name of their own: *European allies*, *Russian officials*."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.language.gazetteer import Gazetteer
from generator.language.lexicons import Lexicon
from generator.language.person_names import fold
from generator.model.annotations import AllAnnotations, Mention
from generator.model.text import Span
from generator.model.zones import UNSEEN
from generator.resolve.entities.name_occurrences import NameOccurrence
from generator.resolve.entities.overlaps import NameLink


def group_links(
    annotations: AllAnnotations, gazetteer: Gazetteer, lexicon: Lexicon
) -> Iterator[NameLink]:
    """Each description of people of one country or region, as a mention of that group."""
    for index, annotation in enumerate(annotations):
        for mention in annotation.mentions:
            plural = mention.kind == "nominal" and mention.number == "plural"
            if plural and mention.zone not in UNSEEN:
                group = _group(mention, gazetteer, lexicon)
                if group:
                    use = NameOccurrence(index, group, fold(group.text), "")
                    yield NameLink(use, ("group", use.key), "nominal")


def _group(mention: Mention, gazetteer: Gazetteer, lexicon: Lexicon) -> Mention | None:
    """The mention from its country's adjective on; None where it has none, or more than one."""
    words = mention.text.split(" ")
    states = [gazetteer.find(word.strip(",")) for word in words]
    found = [i for i, state in enumerate(states) if state and state.sense == "adjective"]
    people = words[-1].lower() in lexicon.words("role_noun_plurals")
    names = lexicon.group("name_conjunctions")
    if len(found) != 1 or not people or not names.isdisjoint(words[found[0] :]):
        return None
    start = mention.span.start + sum(len(word) + 1 for word in words[: found[0]])
    span = Span(mention.span.document_id, start, mention.span.end)
    return replace(mention, span=span, text=" ".join(words[found[0] :]))
