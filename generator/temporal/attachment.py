"""Which verb a date belongs to, and the clause of it that is read alone.

A date that hangs on a noun (*the 2014 annexation*), on a clause that describes something (*who was
fired last week*) or on *since* and *before* dates that, and not the sentence around it.
"""

from generator.language import clauses, eventuality, relations, word_forms
from generator.language.dependencies import Tree, top_of
from generator.language.lexicons import Lexicon
from generator.language.modality import is_supposed
from generator.language.relations import SUBJECTS
from generator.language.speech_verbs import says_clauses
from generator.model.text import Token, Tokens

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
LINKS = frozenset({"ADP", "SCONJ", "ADV", "PART"})
BEFORE_NOUN = relations.MODIFIERS | {
    relations.APPOSITION,
    relations.CONJUNCT,
    relations.NUMBER,
    relations.POSSESSOR,
}
DESCRIBING = frozenset(
    {relations.RELATIVE_CLAUSE, relations.ADNOMINAL_CLAUSE, relations.PREPOSITIONAL_CLAUSE}
)
POSSESSIVE = frozenset({word_forms.POSSESSIVE_PRONOUN, word_forms.POSSESSIVE_MARK})
DATING = frozenset({relations.PREPOSITIONAL_OBJECT, relations.ADVERBIAL_NOUN, relations.ADVERB})
"""How the head of a date hangs on what it dates."""
APART, SETTINGS = "other_event_prepositions", "event_setting_prepositions"


class DateAttachment:
    """The word lists by which the verb of a date is found."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def _is_listed(self, token: Token, *kinds: str) -> bool:
        return token.lemma.lower() in self._lexicon.words(*kinds)

    def find(
        self, tree: Tree, dates: Tokens, text: str, *, exact: bool
    ) -> tuple[Token, Token] | None:
        """The verb that tells what happened on the date, and that of its clause."""
        top = top_of(dates)
        behind = _clause_behind(tree, top, self._lexicon.group("time_relatives"))
        if behind is not None:
            return behind, behind
        held = None if _is_bracketed(dates, text) else self._verb_of(tree, dates, exact=exact)
        return self._clause_of(tree, held, dates, exact=exact) if held else None

    def _verb_of(self, tree: Tree, dates: Tokens, *, exact: bool) -> Token | None:
        """The verb that a date belongs to, through prepositions and nouns that it does not pick."""
        top = tree.climb_while(
            top_of(dates), lambda t: t.dep == relations.CONJUNCT and tree.head(t).pos == "NUM"
        )
        before = tree.tokens[top.index - 1] if top.index else top
        if top.dep == relations.COMPOUND and before.pos == "ADP" and tree.head(top).pos == "PROPN":
            top = before  # *on Monday Acme reported …*, read as one name
        if top.dep in BEFORE_NOUN and tree.head(top).pos in NOUNS:
            return self._scene_of(tree, tree.head(top), exact=exact)
        path = tree.path_while(
            top,
            lambda t: (
                t is top
                or t.pos in LINKS
                or (
                    t.pos in NOUNS
                    and ((exact and self._sets(tree, t)) or not self._picks(tree, t, top))
                )
            ),
        )
        model = top.pos == "NUM" and self._is_new(tree, top)  # *was hit by a 2013 Ford*
        if model or any(self._is_apart(t, tree.head(top), exact=exact) for t in path[1:]):
            return None
        described = not exact and any(t.pos in NOUNS for t in path[1:-1])
        if described and has_other_date(tree, path[-1], dates):
            return None  # *the debt of 1988 and the loans last year taught*
        if path[-1].tag == word_forms.VERB_GERUND and path[-1].text.lower() in self._lexicon.words(
            APART
        ):
            return None  # *following an embargo in May*, read as a verb
        if path[-1].pos in VERBS:
            return path[-1]
        fronted = tree.is_root(path[-1]) and all(t.index <= top.index for t in path[:-1])
        return clauses.main_verb(tree, path[-1]) if fronted else None

    def _scene_of(self, tree: Tree, noun: Token, *, exact: bool) -> Token | None:
        """*Told them at Tuesday's meeting*, *said in a May speech*: when they were told it."""
        link = tree.head(noun)
        verb = tree.head(link)
        said = says_clauses(verb.lemma.lower(), self._lexicon) or link.index < verb.index
        said = said and self._is_new(tree, noun)
        spoken = said and self._is_listed(noun, "cue_nouns", "event_objects")
        held = exact and link.lemma.lower() in self._lexicon.group("containing_prepositions")
        told = link.pos == "ADP" and verb.pos in VERBS and (held or spoken)
        return verb if told else None

    def _is_new(self, tree: Tree, noun: Token) -> bool:
        articles = self._lexicon.group("indefinite_articles")
        return any(c.text.lower() in articles for c in tree.children(noun, relations.DETERMINER))

    def _is_apart(self, token: Token, link: Token, *, exact: bool) -> bool:
        """*Since the war of 1912*, *before May 3*: another event, or an open stretch up to it."""
        if token.pos not in LINKS or not self._is_listed(token, APART):
            return False
        if token is link:
            return token.lemma.lower() not in self._lexicon.keys("open_ends")
        return not (exact and self._is_listed(token, SETTINGS))

    def _sets(self, tree: Tree, noun: Token) -> bool:
        """*After the vote on Monday*, *at the summit on Friday*: what the clause is told beside."""
        link = tree.head(noun)
        told = tree.head(link).pos in VERBS
        return told and link.pos in LINKS and self._is_listed(link, SETTINGS)

    def _picks(self, tree: Tree, noun: Token, top: Token) -> bool:
        """*The last call in February*: the date picks one of a kind, and dates that.

        A bare *Tuesday* behind a noun is said of what happened; a subject is what it happened to.
        """
        link = tree.head(top)
        naming = tree.head(link) is noun and self._is_listed(link, "date_naming_prepositions")
        below = tree.children(noun)
        if noun.pos not in {"NOUN", "NUM"} or (noun.dep in SUBJECTS and not naming):
            return False
        planned = any(c.lemma.lower() in self._lexicon.words("future_cues") for c in below)
        owned = any(c.tag in POSSESSIVE or c.dep == relations.POSSESSOR for c in below)
        if planned or naming or owned:
            return True  # *the first storm of the year*, *a planned rally on Saturday*
        bare = top.dep == relations.ADVERBIAL_NOUN and tree.head(top) is noun
        done = noun.dep == relations.OBJECT and top.tag == word_forms.NAME  # *took it on Monday*
        definite = self._lexicon.group("definite_articles", "demonstratives")
        chosen = (c for c in below if c.dep == relations.DETERMINER)
        return not (bare or done) and any(c.text.lower() in definite for c in chosen)

    def _clause_of(
        self, tree: Tree, verb: Token, dates: Tokens, *, exact: bool
    ) -> tuple[Token, Token] | None:
        """The verb that tells what happened, and that of the clause which is read alone.

        The clause has its source where somebody said it.
        """
        told, found, framed = None, verb, verb
        for found in (verb, *tree.ancestors(verb)):
            if self._frames(tree, found, dates):
                told, framed = None, tree.head(found)
                continue
            if found is framed and found.pos in NOUNS:
                continue
            if exact and _goes_on_about(tree, found):
                return None if _asks_for_thing(tree, found) else (found, found)
            if self._describes(tree, found, dates):
                return None
            told = told or (found if _tells(tree, found) else None)
            opening = tree.child(found, relations.MARKER)
            if found.dep == relations.ADVERBIAL_CLAUSE and clauses.is_finite(tree, found):
                if opening and opening.index > dates[-1].index:
                    continue  # *in 1989, soon after the mill closed, they left*
                break
            if self._stands_alone(tree, found, dates):
                break
        supposed = is_supposed(tree, found, self._lexicon)
        return (told or found, found) if clauses.is_finite(tree, found) and not supposed else None

    def _describes(self, tree: Tree, verb: Token, dates: Tokens) -> bool:
        """*Who left in May*, *having left in 1979*, *founded in 1900, the mill …*, *denied it*."""
        if verb.pos not in VERBS or verb.dep in DESCRIBING or _is_over(tree, verb):
            return True
        head = tree.head(verb)
        if verb.dep == relations.ADVERBIAL_CLAUSE and not clauses.is_finite(tree, verb):
            return (
                verb.tag != word_forms.VERB_GERUND
                or clauses.goes_on(tree, verb)
                or has_other_date(tree, head, (*tree.subtree(verb), *dates))
            )
        said = verb.dep == relations.CLAUSAL_COMPLEMENT
        return said and head.lemma.lower() in self._lexicon.keys("cue_stances", "denied")

    def _stands_alone(self, tree: Tree, verb: Token, dates: Tokens) -> bool:
        """A clause beside another, or said on a day that is told as well."""
        if verb.dep == relations.CLAUSAL_COMPLEMENT:
            return has_other_date(tree, tree.head(verb), (*tree.subtree(verb), *dates))
        joined = verb.dep == relations.CONJUNCT or clauses.after_colon(tree, verb)
        return joined and clauses.has_subject(tree, verb)

    def _frames(self, tree: Tree, verb: Token, dates: Tokens) -> bool:
        """*Died as she was crossing a road on Friday*: what went on then, and so when she died."""
        noun = tree.head(verb)
        main = tree.head(noun) if verb.dep == relations.ADNOMINAL_CLAUSE else noun
        if verb.dep == relations.ADVERBIAL_CLAUSE:
            opening = {c.text.lower() for c in tree.children(verb)}
            beside = not opening.isdisjoint(self._lexicon.group("simultaneous_conjunctions"))
            goes_on = eventuality.went_on(verb, tree)
            beside = beside and (goes_on or verb.lemma in self._lexicon.group("copulas"))
        else:
            issued = verb.lemma in self._lexicon.words("publishing_verbs")
            issued = issued and self._is_listed(noun, "cue_nouns", "document_nouns")
            beside = verb.dep == relations.ADNOMINAL_CLAUSE and noun.dep in SUBJECTS
            beside = beside and (issued or verb.tag == word_forms.VERB_GERUND)
        return beside and not has_other_date(tree, main, (*tree.subtree(verb), *dates))


def _tells(tree: Tree, verb: Token) -> bool:
    """With a tense, or joined to one that has it: *had begun and been ended*; no helping verb."""
    passive = tree.has(verb, relations.PASSIVE_AUXILIARY)
    return verb.dep not in relations.AUXILIARIES and (passive or clauses.is_tensed(tree, verb))


def _goes_on_about(tree: Tree, verb: Token) -> bool:
    """*Ada Obi, who left on Sunday, …*: of whom it tells stands before it by name."""
    who, noun = tree.child(verb, *relations.NOMINAL_SUBJECTS), tree.head(verb)
    asked = who is not None and who.tag in word_forms.RELATIVES
    asked = asked and verb.tag in word_forms.FINITE
    apart = tree.tokens[max(0, tree.subtree(verb)[0].index - 1)].dep == relations.PUNCTUATION
    named = noun.pos == "PROPN" and noun.entity in {"PERSON", "ORG", "GPE"}
    return verb.dep == relations.RELATIVE_CLAUSE and asked and apart and named


def _asks_for_thing(tree: Tree, verb: Token) -> bool:
    """*The plane with Ada Obi, which left on Friday*: not she did."""
    who = tree.child(verb, *relations.NOMINAL_SUBJECTS)
    thing = who is not None and who.tag == word_forms.RELATIVE_DETERMINER
    noun = tree.head(verb)  # of one word it may be a place, whatever its label
    return thing and noun.entity == "PERSON" and tree.has(noun, relations.COMPOUND)


def _is_over(tree: Tree, verb: Token) -> bool:
    """*Admitted having left in 1979*: what was over by then has the date."""
    return any(t.tag == word_forms.VERB_GERUND for t in tree.children(verb, relations.AUXILIARY))


def has_other_date(tree: Tree, verb: Token, own: Tokens) -> bool:
    """*Said on Tuesday that he was killed on Monday*: the verb of saying has a date of its own."""
    known = {t.index for t in own}
    return any(
        t.entity == "DATE"
        and t.index not in known
        and t.dep in DATING
        and tree.head(t).pos != "ADJ"  # no age: *36 years old*
        for t in tree.subtree(verb)
    )


def _clause_behind(tree: Tree, top: Token, when: frozenset[str]) -> Token | None:
    """*On May 16, when the talks ended*: what happened then."""
    behind = tree.children(top, *clauses.BEHIND)
    for child in behind:
        opening = next((t for t in tree.subtree(child) if t.dep != relations.PUNCTUATION), child)
        subject = tree.child(child, *SUBJECTS)
        named = (subject and subject.pos == "PRON") or _has_name(tree, child)
        if named and opening.lemma.lower() in when and clauses.is_finite(tree, child):
            return child  # *was mended in 2019, when a barge hit it* tells of the mending
    return None


def _has_name(tree: Tree, verb: Token) -> bool:
    return any(t.pos == "PROPN" and t.entity not in {"DATE", "TIME"} for t in tree.subtree(verb))


def _is_bracketed(dates: Tokens, text: str) -> bool:
    """*Ana Ruiz reports (Jan. 6, 2031)*: the bracket's date is that of a text or a life."""
    before, after = text[: dates[0].start][-1:], text[dates[-1].end :][:1]
    return (before, after) == ("(", ")")
