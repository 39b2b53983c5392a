"""Mentions of the whole corpus to actors: one person, one actor, nothing that is not there."""

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import lexicon_of_corpus
from generator.model.annotations import AllAnnotations
from generator.model.corpus import Actor
from generator.model.text import Documents
from generator.resolve.entities.actors import build_actors
from generator.resolve.entities.groups import group_links
from generator.resolve.entities.linking import Linker
from generator.resolve.entities.name_occurrences import find_name_occurrences


def resolve_actors(documents: Documents, annotations: AllAnnotations) -> tuple[Actor, ...]:
    """The actors of the corpus with their name mentions, most salient first.

    The order in which documents are given means nothing.
    """
    pairs = sorted(zip(documents, annotations, strict=True), key=lambda pair: pair[0].id)
    documents, annotations = [d for d, _ in pairs], [a for _, a in pairs]
    occurrences = find_name_occurrences(documents, annotations)
    lexicon = lexicon_of_corpus(a.lexicon_language for a in annotations)
    linker = Linker(documents, occurrences, lexicon)
    groups = group_links(annotations, gazetteer_of(lexicon), lexicon)
    return build_actors(documents, [*linker.links(), *groups], lexicon, linker.type_rule)
