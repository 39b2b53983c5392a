"""What a sentence's main clause tells: its verb, and whether that is an event or a state."""

from functools import cache

from generator.language import relations, word_forms
from generator.language.clauses import is_denied
from generator.language.dependencies import Tree
from generator.language.givenness import is_bare_definite, known_bodies
from generator.language.lexicons import Lexicon
from generator.language.relations import SUBJECTS
from generator.language.speech_verbs import has_content
from generator.model.annotations import Eventuality
from generator.model.text import Token, Tokens

VERBS = frozenset({"VERB", "AUX"})
PRESENT = frozenset({word_forms.VERB_PRESENT_THIRD, word_forms.VERB_PRESENT})
ASKING = word_forms.RELATIVES
SEEN = frozenset(
    {relations.ADJECTIVAL_COMPLEMENT, relations.OBJECT_PREDICATE, relations.OPEN_COMPLEMENT}
)
"""How somebody seems."""
NOUNS = frozenset({"NOUN", "PROPN"})
ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""Types of names for what is somewhere and does not take place."""
BARE = frozenset(
    {relations.DETERMINER, relations.ADJECTIVE, relations.PUNCTUATION, relations.CASE_MARK}
)
"""What hangs on a noun and does not say which one it is."""


def find_predicate(tokens: Tokens, tree: Tree, lexicon: Lexicon) -> Token | None:
    """The verb of the main clause, or where somebody says something, of what is said."""
    verb = next((t for t in tokens if t.dep == relations.ROOT), None)
    if verb is None or verb.pos not in VERBS:
        return None
    said = [c for c in tree.children(verb, relations.CLAUSAL_COMPLEMENT) if c.pos in VERBS]
    return said[0] if said and has_content(verb.lemma.lower(), lexicon) else verb


def eventuality_of(verb: Token | None, tree: Tree, lexicon: Lexicon) -> Eventuality:
    """What a clause tells: what happened, how things are or usually go, what may come."""
    if verb is None:
        return "state"
    helpers = tree.children(verb, *relations.AUXILIARIES)
    goes_on = verb.tag == word_forms.VERB_GERUND and any(h.tag in PRESENT for h in helpers)
    if goes_on or any(h.tag == word_forms.MODAL for h in helpers):
        return "outlook"
    still = went_on(verb, tree) or verb.lemma in lexicon.group("copulas")
    if still or tells_state(verb, tree, lexicon) or only_talks(verb, tree, lexicon):
        return "state"
    past = [h for h in helpers if h.tag == word_forms.VERB_PAST]
    if past and verb.lemma in lexicon.words("future_cues"):
        return "state"  # *was expected to win*: nobody says that it came so
    if verb.dep != relations.CLAUSAL_COMPLEMENT and any(
        h.lemma in lexicon.group("perfect_auxiliaries") for h in past
    ):
        return "state"  # *had met twice before*: the setting of what happened then
    done = verb.tag in word_forms.PARTICIPLES | {word_forms.VERB_PAST} and (
        helpers or verb.tag == word_forms.VERB_PAST
    )
    passive = any(h.dep == relations.PASSIVE_AUXILIARY and h.tag in PRESENT for h in helpers)
    return "event" if done and not (passive and len(helpers) == 1) else "state"


def went_on(verb: Token, tree: Tree) -> bool:
    """*Were coping with the death*: the setting of what happened then."""
    helpers = tree.children(verb, *relations.AUXILIARIES)
    past = any(h.tag == word_forms.VERB_PAST for h in helpers)
    return past and any(t.tag == word_forms.VERB_GERUND for t in (verb, *helpers))


def tells_state(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*Was well regarded*, *owned a mill*, *seemed tired*: a state, in any tense."""
    return verb.lemma in lexicon.words("stative_verbs") or seems(verb, tree, lexicon)


def ascribes(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*Was upbeat*, *was the hour they had waited for*, *had a rate of 3*: how somebody was.

    *The funeral was on Friday* places what happened, *is due to open* plans it.
    """
    ways = lexicon.group("attribute_prepositions_of_work")
    if verb.lemma in lexicon.group("verbs_of_work"):  # *served as a clerk*
        return any(c.text.lower() in ways for c in tree.children(verb, relations.PREPOSITION))
    if verb.lemma in lexicon.words("predicting_verbs"):  # *was estimated at 3*
        return tree.has(verb, relations.PASSIVE_SUBJECT)
    if verb.lemma in lexicon.group("perfect_auxiliaries"):
        held = tree.child(verb, relations.OBJECT)
        return held is not None and held.lemma.lower() not in lexicon.words("event_objects")
    if verb.lemma not in lexicon.group("copulas"):
        return False
    placed = tree.child(verb, *relations.NOMINAL_SUBJECTS)
    said = tree.child(verb, relations.ADJECTIVAL_COMPLEMENT, relations.PREDICATE_NOMINAL)
    if said is not None:
        done = verb.tag == word_forms.VERB_PAST and _was_done(said, lexicon)
        picked = placed is not None and any(
            c.tag == word_forms.VERB_BASE
            for c in tree.children(placed, relations.RELATIVE_CLAUSE, relations.ADNOMINAL_CLAUSE)
        )  # *the last storm to hit Tarn was Gilda*
        return not (done or picked or said.lemma.lower() in lexicon.words("future_cues"))
    return placed is None or placed.pos not in NOUNS or placed.entity in ACTING


def changes_amount(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*Cases fell by half*: how a number went over a year or more; not *a climber fell*."""
    subject = tree.child(verb, *relations.NOMINAL_SUBJECTS)
    person = subject is not None and (
        subject.pos != "NOUN" or subject.lemma.lower() in lexicon.words("role_nouns")
    )
    return verb.lemma in lexicon.words("verbs_of_amount") and not person


def _was_done(said: Token, lexicon: Lexicon) -> bool:
    """*Was jeered*, read as an adjective; not *was worried*."""
    word = said.text.lower()
    done = said.pos == "ADJ" and word.endswith(tuple(lexicon.words("past_endings")))
    return done and word not in lexicon.words("evaluative_adjectives")


def foretells(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*Could last a week*, *will not decide it*, *forecast that rents will rise*: no plan.

    What somebody *will* do on a day is one, and what he said that he *would*.
    """
    helpers = tree.children(verb, relations.AUXILIARY)
    modals = [h.text.lower() for h in helpers if h.tag == word_forms.MODAL]
    said = verb.dep == relations.CLAUSAL_COMPLEMENT
    foretold = said and tree.head(verb).lemma.lower() in lexicon.words("predicting_verbs")
    planned = lexicon.keys("future_auxiliaries", *(() if said else ("certain",)))
    done = any(h.lemma in lexicon.group("perfect_auxiliaries") for h in helpers)
    open_ = modals and (done or modals[0] not in planned or is_denied(tree, lexicon, verb))
    return foretold or bool(open_)


def only_talks(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*Answered five questions*, *spoke with the mayor*: that somebody talked, and not what of.

    *Answered the attack with a ban* is a deed: neither a question nor somebody is answered.
    """
    if verb.lemma not in lexicon.words("conversation_verbs"):
        return False
    below = tree.children(verb)
    said = tree.has(verb, relations.CLAUSAL_COMPLEMENT) or any(t.hole for t in below)
    talked = lexicon.words("cue_nouns", "role_nouns")
    objects = (t for t in below if t.dep in relations.OBJECTS and t.pos == "NOUN")
    return not said and all(t.lemma.lower() in talked for t in objects)


def seems(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*Seemed tired*, *seemed unlikely that …*: how somebody or something looks."""
    return verb.lemma in lexicon.words("seeming_verbs") and tree.has(verb, *SEEN)


def has_bare_subject(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*The gunman fled*: which one, only what stands before says; bodies are known by the story.

    Nor does a name say it that only tells who says so: *Lee said the gunman fled*.
    """
    subject = tree.child(verb, *SUBJECTS)
    if subject is None or subject.pos != "NOUN" or subject.lemma.lower() in known_bodies(lexicon):
        return False
    said = verb.dep == relations.CLAUSAL_COMPLEMENT
    source = tree.child(tree.head(verb), *SUBJECTS) if said else None
    behind = source.index + 1 if source and source.index < subject.index else 0
    if subject.lemma.lower() in lexicon.words("bodies_of_many"):
        behind = 0  # *the president of Acme said the company was sold*
    known = tree.tokens[behind : tree.subtree(subject)[0].index]
    if any(t.pos == "PROPN" for t in known):
        return False
    owner = tree.child(subject, relations.POSSESSOR)
    if owner is None or owner.pos != "NOUN":
        return _is_unsaid(subject, tree, lexicon)
    picked = tree.has(subject, relations.PREPOSITION)  # *the fishers' union of Tarn*
    return not picked and _is_unsaid(owner, tree, lexicon)  # *the plane's engine*


def _is_unsaid(noun: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*The fire*; *the Oscar-winning actress*, whom no name says; not *the mayor of Tarn*."""
    below = tuple(c for c in tree.children(noun) if not _only_adds(c, tree))
    person = noun.lemma.lower() in lexicon.words("role_nouns", "counted_people")
    joined = BARE | {relations.COORDINATOR, relations.CONJUNCT} if person else BARE
    shell = person or noun.lemma.lower() in lexicon.words("anaphoric_nouns")
    bare = joined | {relations.COMPOUND, relations.APPOSITION} if shell else BARE
    said = [c for c in below if not (person and c.dep == relations.ADJECTIVE)]
    named = any(t.pos == "PROPN" for c in said for t in tree.subtree(c)) or noun.pos == "PROPN"
    return not named and is_bare_definite(below, bare, lexicon)


def _only_adds(word: Token, tree: Tree) -> bool:
    """*The changes, which begin in May,*: a clause behind a comma does not say which ones."""
    first = tree.subtree(word)[0].index
    behind = first > 0 and tree.tokens[first - 1].dep == relations.PUNCTUATION
    return word.dep == relations.RELATIVE_CLAUSE and behind


def tells_nothing_known(root: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*Police could not say how many*, *it is unclear*, *something rare happened Monday*."""
    if _only_occurs(root, tree, lexicon):
        return True
    below = tree.children(root)
    denied = is_denied(tree, lexicon, root)
    lemma = root.lemma.lower()
    if lemma in lexicon.group("copulas"):
        of_knowing = _not_known(lexicon, "known" if denied else "unknown")
        return any(
            c.dep in {relations.ADJECTIVAL_COMPLEMENT, relations.PREDICATE_NOMINAL}
            and c.text.lower() in of_knowing
            for c in below
        )
    if lemma in _not_known(lexicon, "decline"):
        return any(c.dep == relations.OPEN_COMPLEMENT and _answers(c, tree, lexicon) for c in below)
    return denied and _answers(root, tree, lexicon)


def _only_occurs(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*A strange thing happened*: what it was the next sentence tells, if none does behind it."""
    if verb.lemma.lower() not in _not_known(lexicon, "occur"):
        return False
    told = tree.has(verb, relations.PARATAXIS, relations.CLAUSAL_COMPLEMENT, relations.CONJUNCT)
    subject = tree.child(verb, *SUBJECTS)
    unsaid = subject is not None and subject.lemma.lower() in _not_known(lexicon, "unsaid")
    return unsaid and not told


def _answers(verb: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """To comment on something, to say which or whether, to be known."""
    lemma = verb.lemma.lower()
    if lemma in _not_known(lexicon, "answer"):
        return True
    if lemma not in _not_known(lexicon, "know"):
        return False
    passive = tree.has(verb, relations.PASSIVE_SUBJECT)
    asked = tree.children(verb, relations.CLAUSAL_COMPLEMENT)
    return passive or any(_asks(c, tree, lexicon) for c in asked)


@cache
def _not_known(lexicon: Lexicon, group: str) -> frozenset[str]:
    return frozenset(lemma for kind, lemma in lexicon.rows("not_known") if kind == group)


def _asks(clause: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a clause is an indirect question."""
    asking = lexicon.group("interrogative_complementisers")
    opening = (t for t in tree.subtree(clause) if t.index < clause.index)
    return any(t.tag in ASKING or t.text.lower() in asking for t in opening)
