"""The clause that a date tells of, as a reader can read it alone: finite, with its subject.

A date that hangs on a noun (*the 2014 annexation*), on a clause that describes something (*who was
fired last week*) or on *since* and *before* dates that, and not the sentence around it: there is
no clause then.
"""

import re

from generator.extract.time_expressions.eventhood import Eventhood
from generator.language import clauses, relations, word_forms
from generator.language.connectives import opening_connective
from generator.language.deixis import is_placeless
from generator.language.dependencies import Tree, top_of
from generator.language.lexicons import Lexicon
from generator.language.modality import is_supposed
from generator.language.relations import SUBJECTS
from generator.model.annotations import DatedClause
from generator.model.text import Offsets, Sentence, Token, Tokens

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
APART, SETTINGS = "other_event_prepositions", "event_setting_prepositions"
BODIES = "anaphoric_bodies"
QUOTED = re.compile(r"[“\"]([A-Za-z]+)")
"""A clause that opens with a quotation, and its first word."""
KNOWN = (BODIES, "organisation_heads", "leader_nouns", "role_nouns", "place_heads")
"""Lists of nouns that are known by themselves: *the government*, *the president*, *the county*."""


class DatedClauses:
    """The word lists by which a date's clause is found, and what its document opens with."""

    def __init__(self, lexicon: Lexicon, *, opening: frozenset[str] = frozenset()) -> None:
        self._lexicon = lexicon
        self._opening = opening
        self._events = Eventhood(lexicon)

    def _is_listed(self, token: Token, *kinds: str) -> bool:
        return token.lemma.lower() in self._lexicon.words(*kinds)

    def _is_unit(self, token: Token) -> bool:
        return token.lemma.lower() in self._lexicon.keys("time_units")

    def find(
        self, tree: Tree, dates: Tokens, sentence: Sentence, text: str, *, exact: bool
    ) -> DatedClause | None:
        """The clause that the words `dates` date; None where they date something else.

        `exact` dates are those of a day: *after the vote on Monday* is that day as well.
        """
        if text[sentence.start : sentence.end].rstrip("”\"’')").endswith("?"):
            return None
        top = top_of(dates)
        clause = _clause_behind(tree, top, self._lexicon.group("time_relatives"))
        if clause is None:
            verb = None if _is_bracketed(dates, text) else self._verb_of(tree, dates, exact=exact)
            clause = self._finite(tree, verb, dates) if verb else None
        if clause is None or self._is_habitual(tree, clause):
            return None
        if not self._events.is_told(tree, clause, top, dates):
            return None
        span = clauses.clause_words(tree, clause, dates, sentence, text)
        if span is None:
            return None
        found = self._leaning(tree, clause, span, text)
        whole = Offsets(sentence.start, sentence.end)
        lower = clause.dep in clauses.BEHIND  # its sentence tells of something else
        if not lower and (found is None or (found and span != whole)):
            span, found = whole, self._leaning(tree, clause, whole, text)
        if found is None:
            return None
        tense = self._events.tense(tree, clause, dates)
        return DatedClause(self._start_of(span, dates, text), span.end, found, tense)

    def _start_of(self, span: Offsets, dates: Tokens, text: str) -> int:
        """Behind what ties the clause to the sentence before and tells nothing: *However, …*."""
        inside = text[span.start : span.end]
        words = f"{opening_connective(inside, self._lexicon)},"
        opening, _, _ = inside.partition(" ")
        if opening.lower() in self._lexicon.group("adding_adverbs"):
            words = opening  # *Also on Monday, …*
        start = span.start + (len(words) if inside.startswith(words) else 0)
        rest = text[start : span.end]
        start += len(rest) - len(rest.lstrip())
        return start if start <= dates[0].start else span.start

    def _verb_of(self, tree: Tree, dates: Tokens, *, exact: bool) -> Token | None:
        """The verb that a date belongs to, through prepositions and nouns that it does not pick."""
        top = tree.climb_while(
            top_of(dates), lambda t: t.dep == relations.CONJUNCT and tree.head(t).pos == "NUM"
        )
        before = tree.tokens[top.index - 1] if top.index else top
        if top.dep == relations.COMPOUND and before.pos == "ADP" and tree.head(top).pos == "PROPN":
            top = before  # *on Monday Acme reported …*, read as one name
        if top.dep in BEFORE_NOUN and tree.head(top).pos in NOUNS:
            return None
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
        if any(self._is_apart(t, tree.head(top), exact=exact) for t in path[1:]):
            return None
        described = not exact and any(t.pos in NOUNS for t in path[1:-1])
        if described and _has_other_date(tree, path[-1], dates):
            return None  # *the debt of 1988 and the loans last year taught*
        if path[-1].tag == word_forms.VERB_GERUND and path[-1].text.lower() in self._lexicon.words(
            APART
        ):
            return None  # *following an embargo in May*, read as a verb
        if path[-1].pos in VERBS:
            return path[-1]
        fronted = tree.is_root(path[-1]) and all(t.index <= top.index for t in path[:-1])
        return clauses.main_verb(tree, path[-1]) if fronted else None

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
        if noun.pos not in {"NOUN", "NUM"}:
            return False
        link = tree.head(top)
        if tree.head(link) is noun and self._is_listed(link, "date_naming_prepositions"):
            return True  # *the first storm of the year*
        if noun.dep in SUBJECTS:
            return False
        below = tree.children(noun)
        if any(c.tag in POSSESSIVE or c.dep == relations.POSSESSOR for c in below):
            return True
        bare = top.dep == relations.ADVERBIAL_NOUN and tree.head(top) is noun
        definite = self._lexicon.group("definite_articles", "demonstratives")
        chosen = (c for c in below if c.dep == relations.DETERMINER)
        return not bare and any(c.text.lower() in definite for c in chosen)

    def _finite(self, tree: Tree, verb: Token, dates: Tokens) -> Token | None:
        """The verb of the clause that is read alone, with its source where somebody said it."""
        found = verb
        for found in (verb, *tree.ancestors(verb)):
            if found.pos not in VERBS or found.dep in DESCRIBING:
                return None
            if found.dep == relations.ADVERBIAL_CLAUSE and clauses.is_finite(tree, found):
                break
            if found.dep == relations.ADVERBIAL_CLAUSE and (
                found.tag != word_forms.VERB_GERUND
                or clauses.goes_on(tree, found)
                or _has_other_date(tree, tree.head(found), (*tree.subtree(found), *dates))
            ):
                return None  # *founded in 1900, the mill …*, *will grow, counting from 1960*
            said = (
                tree.head(found).lemma.lower() if found.dep == relations.CLAUSAL_COMPLEMENT else ""
            )
            if said in self._lexicon.keys("cue_stances", "denied"):
                return None
            if said and _has_other_date(tree, tree.head(found), (*tree.subtree(found), *dates)):
                break
            joined = found.dep == relations.CONJUNCT or clauses.after_colon(tree, found)
            if joined and clauses.has_subject(tree, found):
                break
        told = clauses.is_finite(tree, found) and not is_supposed(tree, found, self._lexicon)
        return found if told else None

    def _is_habitual(self, tree: Tree, verb: Token) -> bool:
        """*Usually ends in May*, *in every month but May*: what happens again and again."""
        habitual = self._lexicon.words("habitual_words")
        words = (t for t in tree.subtree(verb) if t.text.lower() in habitual and not t.hole)
        own = (
            t for t in words if next((a for a in tree.ancestors(t) if a.pos in VERBS), t) is verb
        )
        return any(t.dep == relations.ADVERB or self._is_unit(tree.head(t)) for t in own)

    def _leaning(
        self, tree: Tree, verb: Token, span: Offsets, text: str
    ) -> tuple[Offsets, ...] | None:
        """The pronouns whose owner stands outside of the words; None where nobody can tell it."""
        inside = [t for t in tree.tokens if span.start <= t.start and t.end <= span.end]
        told = [t for t in inside if not t.hole and not _is_quoted(t, span, text)]
        if self._quotes_pronoun(text[span.start : span.end]):
            return None
        if any(
            self._points_back(tree, t, verb) or is_placeless(t, told, self._lexicon) for t in told
        ):
            return None
        third = self._lexicon.pronouns("3")
        return tuple(
            Offsets(t.start, t.end)
            for t in told
            if (t.text.lower() in third and not self._is_bound(tree, t, told, verb))
            or (self._is_bare(tree, t, verb) and self._is_listed(tree.head(t), BODIES))
        )

    def _quotes_pronoun(self, text: str) -> bool:
        """*“It is late,” Bo Ek said on Monday*: who reads that alone does not know what is."""
        found = QUOTED.match(text)
        return found is not None and found[1].lower() in self._lexicon.pronouns(
            "3"
        ) | self._lexicon.group("demonstratives")

    def _points_back(self, tree: Tree, token: Token, verb: Token) -> bool:
        """*We*, *this*, *the incident*: what they mean stands in no name."""
        word, head, group = token.text.lower(), tree.head(token), self._lexicon.group
        speaking = self._lexicon.pronouns("1") | self._lexicon.pronouns("2")
        if word in speaking and token.text.isupper() == (len(word) == 1):  # not *US*
            return True
        if word in group("demonstratives"):
            if token.dep in SUBJECTS and token.tag == word_forms.DETERMINER:
                return True
            anywhere = word in group("near_demonstratives") and not self._tells_when(head)
            if token.dep == relations.DETERMINER and (head.dep in SUBJECTS or anywhere):
                return True
        such = word in group("comparing_determiners") and head.index > token.index
        return (such and head.pos == "NOUN") or self._names_nothing(tree, token, verb)

    def _tells_when(self, noun: Token) -> bool:
        """*This week*, *this Tuesday*."""
        return noun.entity in {"DATE", "TIME"} or self._is_unit(noun)

    def _names_nothing(self, tree: Tree, article: Token, verb: Token) -> bool:
        """*The broadcasts began*, of which neither the headline nor the first sentence told.

        Bodies and offices are known by themselves: *the government resigned*.
        """
        noun = tree.head(article)
        if not self._is_bare(tree, article, verb):
            return False
        if self._is_listed(noun, "anaphoric_nouns"):
            return True
        known = self._is_listed(noun, *KNOWN) or self._is_unit(noun)
        told = not self._opening.isdisjoint({noun.lemma.lower(), noun.text.lower()})
        return noun.pos == "NOUN" and not known and not told

    def _is_bound(self, tree: Tree, pronoun: Token, told: Tokens, verb: Token) -> bool:
        """Whether the words themselves can tell whom a pronoun means; *it rained* means nobody."""
        word = pronoun.text.lower()
        if word in self._lexicon.pronouns("neuter", "subject") and _is_empty(tree, pronoun):
            return True
        before = [t for t in told if t.index < pronoun.index and t.pos in {"NOUN", "PROPN"}]
        before = [t for t in before if t.entity not in {"DATE", "TIME"}]
        if word in self._lexicon.pronouns("masculine") | self._lexicon.pronouns("feminine"):
            before = [
                t for t in before if t.entity in {"PERSON", ""} and t.dep != relations.COMPOUND
            ]
        subject = tree.child(verb, *SUBJECTS) or verb
        apart = (subject, *tree.children(verb, relations.CLAUSAL_COMPLEMENT))  # *he left, Bo said*
        inside = any(t is pronoun for one in apart for t in tree.subtree(one))
        leads_up = pronoun.index < subject.index and subject.pos in {"NOUN", "PROPN"} and not inside
        return bool(before) or leads_up

    def _is_bare(self, tree: Tree, article: Token, verb: Token) -> bool:
        """*The incident*, *the company* and no more, as what the clause is told of."""
        noun = tree.head(article)
        articles = self._lexicon.group("definite_articles")
        definite = article.dep == relations.DETERMINER and article.text.lower() in articles
        told = definite and noun.dep in SUBJECTS and tree.head(noun) is verb
        return told and tree.children(noun) == (article,)


def _has_other_date(tree: Tree, verb: Token, own: Tokens) -> bool:
    """*Said on Tuesday that he was killed on Monday*: the verb of saying has a date of its own."""
    known = {t.index for t in own}
    return any(t.entity == "DATE" and t.index not in known for t in tree.subtree(verb))


def _clause_behind(tree: Tree, top: Token, when: frozenset[str]) -> Token | None:
    """*On May 16, when the talks ended*: what happened then."""
    behind = tree.children(top, *clauses.BEHIND)
    for child in behind:
        opening = next((t for t in tree.subtree(child) if t.dep != relations.PUNCTUATION), child)
        if opening.lemma.lower() in when and clauses.is_finite(tree, child):
            return child
    return None


def _is_bracketed(dates: Tokens, text: str) -> bool:
    """*Ana Ruiz reports (Jan. 6, 2031)*: the bracket's date is that of a text or a life."""
    before, after = text[: dates[0].start][-1:], text[dates[-1].end :][:1]
    return (before, after) == ("(", ")")


def _is_quoted(token: Token, span: Offsets, text: str) -> bool:
    before = text[span.start : token.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_empty(tree: Tree, it: Token) -> bool:
    """*It is likely that …*, *it took years to …*."""
    after = [c for c in tree.children(tree.head(it)) if c.index > it.index]
    return any(c.dep in relations.EXTRAPOSED_CLAUSES for c in after)
