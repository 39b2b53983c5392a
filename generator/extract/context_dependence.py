"""Whether a sentence can stand alone, and what it brings: what takeaways are chosen by.

A sentence leans on another where its sense hangs on a pronoun, a connective or a pointing phrase
(*both outcomes*, *this deal*) whose other half lies outside of it.
"""

import re
from collections.abc import Iterator

from generator.language import eventuality, relations, word_forms
from generator.language.anaphora import (
    is_bound,
    is_pronoun,
    named_before,
    points_back,
    quotation_leans,
)
from generator.language.clauses import is_denied
from generator.language.connectives import opening_connective
from generator.language.deixis import is_placeless, points_before
from generator.language.dependencies import Tree, tree_of
from generator.language.fitness import unfitness_of
from generator.language.givenness import given_nouns, is_bare_definite
from generator.language.lexicons import Lexicon
from generator.language.modality import depends_on_condition
from generator.language.relations import SUBJECTS
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.annotations import ContextDependence
from generator.model.reading_order import InOrder
from generator.model.text import Document, Parse, ParsedSegment, Sentence, Token, Tokens
from generator.model.zones import RUNNING_TEXT

ANOTHER_OPENS = 3
"""*Another* points back from the first words of a sentence; later it mostly means *one more*."""


def find_context_dependences(
    document: Document, parse: Parse, *, lexicon: Lexicon
) -> tuple[ContextDependence, ...]:
    """What each sentence of running text needs and brings."""
    read = (s for s in document.sentences if s.zone in RUNNING_TEXT)
    sentences = InOrder(read, lambda s: s.start)
    found = (
        one
        for parsed in parse.segments
        if not parsed.segment.in_hole
        for one in _dependences(document, parsed, sentences, lexicon)
    )
    return tuple(sorted(found, key=lambda d: d.start))


def _dependences(
    document: Document, parsed: ParsedSegment, sentences: InOrder[Sentence], lexicon: Lexicon
) -> Iterator[ContextDependence]:
    """What the sentences of one paragraph need and bring."""
    tree, words = tree_of(parsed), InOrder(parsed.tokens, lambda t: t.start)
    for sentence in sentences.within(parsed.segment.start, parsed.segment.end):
        tokens = words.within(sentence.start, sentence.end)
        yield _dependence(document, sentence, tokens, tree, lexicon)


def _dependence(
    document: Document, sentence: Sentence, tokens: Tokens, tree: Tree, lexicon: Lexicon
) -> ContextDependence:
    text = document.text[sentence.start : sentence.end]
    connective = opening_connective(text, lexicon)
    verb = eventuality.find_predicate(tokens, tree, lexicon)
    plain = [t for t in tokens if not t.hole]
    leans = any(_leans(t, tokens, tree, lexicon) for t in plain)
    return ContextDependence(
        sentence=sentence.id,
        start=sentence.start,
        end=sentence.end,
        paragraph=sentence.paragraph,
        zone=sentence.zone,
        words=len(text.split()),
        connective=connective,
        leans=leans or quotation_leans(document.text, tokens, lexicon),
        unfit=unfitness_of(text, tokens, tree, lexicon),
        cues=tuple(sorted(set(_cues(text, tokens, tree, lexicon)))),
        eventuality=eventuality.eventuality_of(verb, tree, lexicon),
        predicate=verb.lemma.lower() if verb else "",
        negated=verb is not None and is_denied(tree, lexicon, verb),
        bare_subject=verb is not None and eventuality.has_bare_subject(verb, tree, lexicon),
        conditional=verb is not None and depends_on_condition(tree, verb, lexicon),
        first_person=_is_first_person(document.text, tokens, lexicon),
        given=len(list(given_nouns(tokens, tree, lexicon))),
        names=sum(t.pos == "PROPN" for t in plain),
        quoted=sum(t.end - t.start for t in tokens if t.hole) / max(1, len(text)),
    )


def _leans(token: Token, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the sentence needs another one because of a word that points out of it."""
    word, at = token.text.lower(), (token, tokens, tree, lexicon)
    selecting = _adding(lexicon) | lexicon.group("selecting_determiners")
    return (
        is_placeless(token, tokens, lexicon)
        or points_before(*at)
        or (word in lexicon.pronouns("3") and not is_bound(*at))
        or points_back(*at)
        or (word in selecting and _picks_from_before(*at))
        or (word in lexicon.group("definite_articles") and _is_bare_anaphor(*at))
        or (word in lexicon.words("leaning_adverbs") and _is_left_over(*at))
    )


def _adding(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.group("adding_determiners") | lexicon.words("further_determiners")


def _picks_from_before(token: Token, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    adds = token.text.lower() in _adding(lexicon)
    if adds and token.index - tokens[0].index >= ANOTHER_OPENS:
        return False
    if token.dep in {relations.PRECONJUNCTION, relations.COORDINATOR} or tree.has(
        token, relations.COORDINATOR, relations.PREPOSITION
    ):
        return False
    head = tree.head(token)
    if tree.has(head, relations.COORDINATOR) and head.index > token.index:
        return False
    return not any(t.dep == relations.CONJUNCT and t.index < token.index for t in tokens)


def _is_left_over(adverb: Token, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    """An *also* or *afterwards* of the main clause, with nothing in the sentence to add to."""
    if adverb.pos != "ADV" or tree.children(adverb):
        return False
    verb = tree.head(adverb)
    finite = (t for t in tokens if t.tag in FINITE_OR_MODAL and t.dep not in relations.AUXILIARIES)
    alone = all(t.index >= verb.index for t in finite)
    also = adverb.text.lower() in lexicon.group("adding_adverbs")
    return alone or (verb.dep == relations.ROOT and not also)


def _is_bare_anaphor(article: Token, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    """*The question*, *the move* and nothing more, as the subject: said of what came before."""
    noun = tree.head(article)
    nothing = {relations.DETERMINER, relations.PUNCTUATION}
    bare = is_bare_definite(tree.children(noun), nothing, lexicon)
    verb = tree.head(noun)
    said = verb.lemma in lexicon.group("copulas") and tree.has(verb, relations.CLAUSAL_COMPLEMENT)
    if not (noun.dep in SUBJECTS and bare) or said:
        return False  # *the question is who …* says itself which one
    if noun.lemma in lexicon.words("anaphoric_bodies"):
        return not any(t.pos == "PROPN" and t.index < noun.index for t in tokens)
    return noun.lemma in lexicon.words("anaphoric_nouns") and not named_before(noun, tokens)


def _is_first_person(text: str, tokens: Tokens, lexicon: Lexicon) -> bool:
    """*I* or *we* outside of quotation marks: the author's, or somebody's who is not named."""
    start = tokens[0].start if tokens else 0
    own = lexicon.pronouns("1")
    for token in (t for t in tokens if not t.hole):
        if is_pronoun(token, own):
            before = text[start : token.start]
            if before.count("“") == before.count("”") and before.count('"') % 2 == 0:
                return True
    return False


def _cues(text: str, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    lemmas = {t.lemma.lower() for t in tokens if t.pos != "PROPN"}
    words = " " + " ".join(re.findall(r"[\w’']+", text.lower())) + " "
    for kind, cue in lexicon.rows("briefing_cues"):
        if cue in lemmas if " " not in cue else f" {cue} " in words:
            yield kind
    perfect, main = lexicon.group("perfect_auxiliaries"), relations.CLAUSAL_COMPLEMENT
    for token in (t for t in tokens if t.tag == word_forms.VERB_PARTICIPLE):
        informative = token.lemma not in lexicon.group("auxiliaries")
        done = any(c.lemma in perfect for c in tree.children(token, relations.AUXILIARY))
        if informative and done and token.dep in {relations.ROOT, main, relations.CONJUNCT}:
            yield "change"
