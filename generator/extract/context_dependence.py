"""Whether a sentence can stand alone, and what it brings: what takeaways are chosen by.

A sentence leans on another where its sense hangs on a pronoun, a connective or a pointing phrase
(*both outcomes*, *this deal*) whose other half lies outside of it.
"""

import re
from collections.abc import Iterator

from generator.language import eventuality, relations, word_forms
from generator.language.clauses import is_denied
from generator.language.connectives import opening_connective
from generator.language.deixis import is_placeless, points_before
from generator.language.dependencies import Tree, tree_of
from generator.language.fitness import unfitness_of
from generator.language.givenness import given_nouns
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
PLACES = frozenset({"GPE", "LOC", "NORP"})
NOBODY = PLACES | {"ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"}
"""Types of names that *he* and *she* do not stand for."""
TIMES = ("time_units", "seasons", "day_parts")
"""Tables of nouns by which the time of writing is pointed at: *this week*, *this morning*."""
NOUNS = frozenset({"NOUN", "PROPN"})


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
        leans=leans or _quotation_leans(document.text, tokens, lexicon),
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
    pointing = lexicon.group("demonstratives", "comparing_determiners")
    selecting = _adding(lexicon) | lexicon.group("selecting_determiners")
    return (
        is_placeless(token, tokens, lexicon)
        or points_before(*at)
        or (word in lexicon.pronouns("3") and not _is_bound(*at))
        or (word in pointing and _points_back(*at))
        or (word in selecting and _picks_from_before(*at))
        or (word in lexicon.group("definite_articles") and _is_bare_anaphor(*at))
        or (word in lexicon.words("leaning_adverbs") and _is_left_over(*at))
    )


def _adding(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.group("adding_determiners") | lexicon.words("further_determiners")


def _quotation_leans(text: str, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a quotation at the sentence's beginning needs another sentence."""
    leaning = lexicon.pronouns("3") | lexicon.group("demonstratives")
    for token in tokens:
        if token.pos in NOUNS and not token.hole:
            return False
        word = re.match(r"\W*([A-Za-z]+)", text[token.start : token.end]) if token.hole else None
        if word and word[1].lower() in leaning:
            return True
    return False


def _is_bound(pronoun: Token, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the pronoun's antecedent can stand in the same sentence."""
    word = pronoun.text.lower()
    detached = lexicon.group("replacing_nouns") | lexicon.words("view_nouns")
    if tree.head(pronoun).lemma.lower() in detached:
        return False  # *in his place*, *in their view*: somebody else than the sentence tells of
    if word in lexicon.pronouns("neuter", "subject") and _is_pleonastic(pronoun, tree, lexicon):
        return True
    before = [t for t in tokens if t.index < pronoun.index and t.pos in NOUNS]
    person = word in lexicon.pronouns("masculine") | lexicon.pronouns("feminine")
    if person:  # *As the park's biologist, he*: said of him, who is named elsewhere
        ways = lexicon.group("comparing_prepositions")
        before = [
            t
            for t in before
            if t.tag not in word_forms.PLURALS  # *ten farmers were freed, he said*
            and all(a.text.lower() not in ways for a in tree.ancestors(t))
        ]
    roles = lexicon.words("role_nouns") if person else frozenset()
    if any(_agrees(t, person=person) or t.lemma.lower() in roles for t in before):
        return True
    if not person and pronoun.dep != relations.POSSESSOR:
        return False
    # Before its name only in a clause or phrase that leads up to the main clause.
    links = {relations.ADVERBIAL_CLAUSE, relations.PREPOSITION, relations.ADVERBIAL_NOUN}
    leading = any(a.dep in links for a in tree.ancestors(pronoun))
    behind = (t for t in tokens if t.index > pronoun.index and t.dep in SUBJECTS)
    subject = next((t for t in behind if t.pos in NOUNS), None)
    return leading and subject is not None and _agrees(subject, person=person)


def _agrees(noun: Token, *, person: bool) -> bool:
    if noun.entity in {"DATE", "TIME"}:
        return False
    if person:
        return noun.entity not in NOBODY and (noun.pos == "PROPN" or noun.dep in SUBJECTS)
    return noun.entity != "PERSON" or noun.dep not in {relations.COMPOUND, relations.POSSESSOR}


def _is_pleonastic(it: Token, tree: Tree, lexicon: Lexicon) -> bool:
    verb = tree.head(it)
    more = (relations.PASSIVE_CLAUSAL_SUBJECT, relations.RELATIVE_CLAUSE)
    clauses = {*relations.EXTRAPOSED_CLAUSES, *more}
    below = (c for c in tree.children(verb) if c.index > verb.index)
    found = any(c.dep in clauses or tree.has(c, *clauses) for c in below)
    return verb.lemma in lexicon.group("pleonastic_verbs") and found


def _points_back(token: Token, tokens: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    word = token.text.lower()
    joining = token.tag in {word_forms.RELATIVE_DETERMINER, word_forms.PREPOSITION}
    if joining or token.dep in {relations.MARKER, relations.ADVERB}:
        return False
    head = tree.head(token)
    leads = token.dep in {relations.DETERMINER, relations.ADJECTIVE, relations.PREDETERMINER}
    if leads and head.pos in NOUNS and head.index > token.index:
        return not _is_excused(word, head, tree, lexicon) and not _named_before(head, tokens)
    explained = word in lexicon.group("far_demonstratives") and _is_explained(token, tree)
    if word in lexicon.group("comparing_determiners") or explained:
        return False
    before = [t for t in tokens if t.index < token.index]
    if token.dep not in SUBJECTS:
        return not any(t.pos in NOUNS | {"VERB"} for t in before)
    if word in lexicon.group("plural_demonstratives"):
        return not any(t.tag in word_forms.PLURALS for t in before)
    return not any(t.tag in FINITE_OR_MODAL for t in before)


def _is_excused(word: str, noun: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a pointing word before `noun` points forward, or at the time of writing."""
    if word in lexicon.group("comparing_determiners"):
        return any(c.text in lexicon.group("comparing_prepositions") for c in tree.children(noun))
    if word in lexicon.group("near_demonstratives"):
        times = (row[0] for kind in TIMES for row in lexicon.rows(kind))
        return noun.lemma.lower() in {*times, *lexicon.group("time_nouns")}
    return _is_picked_out(noun, tree, lexicon)


def _is_picked_out(noun: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*That part of the town*, *those men who fled*; not *that delay in Oslo*, told before."""
    if tree.has(noun, relations.RELATIVE_CLAUSE, relations.ADNOMINAL_CLAUSE):
        return True
    ways = tree.children(noun, relations.PREPOSITION)
    return any(c.text in lexicon.group("genitive_prepositions") for c in ways)


def _is_explained(token: Token, tree: Tree) -> bool:
    """*those who fled*, *that of the minister*: what is meant follows."""
    return tree.has(
        token, relations.RELATIVE_CLAUSE, relations.ADNOMINAL_CLAUSE, relations.PREPOSITION
    )


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
    bare = all(c.dep in {relations.DETERMINER, relations.PUNCTUATION} for c in tree.children(noun))
    verb = tree.head(noun)
    said = verb.lemma in lexicon.group("copulas") and tree.has(verb, relations.CLAUSAL_COMPLEMENT)
    if not (noun.dep in SUBJECTS and bare) or said:
        return False  # *the question is who …* says itself which one
    if noun.lemma in lexicon.words("anaphoric_bodies"):
        return not any(t.pos == "PROPN" and t.index < noun.index for t in tokens)
    return noun.lemma in lexicon.words("anaphoric_nouns") and not _named_before(noun, tokens)


def _named_before(noun: Token, tokens: Tokens) -> bool:
    return any(t.index < noun.index and t.lemma == noun.lemma and t is not noun for t in tokens)


def _is_first_person(text: str, tokens: Tokens, lexicon: Lexicon) -> bool:
    """*I* or *we* outside of quotation marks: the author's, or somebody's who is not named."""
    start = tokens[0].start if tokens else 0
    own = lexicon.pronouns("1")
    for token in (t for t in tokens if not t.hole):
        word = token.text
        if word.lower() in own and word.isupper() == (len(word) == 1):  # *I* and *us*, not *US*
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
