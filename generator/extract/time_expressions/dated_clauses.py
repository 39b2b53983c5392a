"""The clause that a date tells of, as a reader can read it alone: finite, with its subject.

A date that hangs on a noun (*the 2014 annexation*), on a clause that describes something (*who was
fired last week*) or on *since* and *before* dates that, and not the sentence around it: there is
no clause then.
"""

from generator.language import clauses, relations
from generator.language.anaphora import is_bound, is_pronoun, points_back, quotation_leans
from generator.language.connectives import opening_connective
from generator.language.deixis import is_placeless
from generator.language.dependencies import Tree
from generator.language.eventuality import has_bare_subject
from generator.language.givenness import is_bare_definite
from generator.language.lexicons import Lexicon
from generator.language.relations import SUBJECTS
from generator.language.speech_verbs import says_clauses
from generator.model.annotations import DatedClause
from generator.model.reading_order import InOrder
from generator.model.text import Offsets, Sentence, Token, Tokens
from generator.temporal.attachment import DateAttachment, has_other_date
from generator.temporal.eventhood import Eventhood

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
BODIES = "anaphoric_bodies"
KNOWN = (BODIES, "organisation_heads", "leader_nouns", "role_nouns", "place_heads")
"""Lists of nouns that are known by themselves: *the government*, *the president*, *the county*."""

ONLY_ARTICLE = frozenset({relations.DETERMINER})


class DatedClauses:
    """The word lists by which a date's clause is found, and what its document opens with."""

    def __init__(self, lexicon: Lexicon, *, opening: frozenset[str] = frozenset()) -> None:
        self._lexicon = lexicon
        self._opening = opening
        self._attached = DateAttachment(lexicon)
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
        found = self._attached.find(tree, dates, text, exact=exact)
        if found is None or self._is_habitual(tree, found[1]):
            return None
        told = self._events.is_told(tree, found, dates, exact=exact)
        return self._read_alone(tree, found, dates, sentence, text) if told else None

    def _read_alone(
        self,
        tree: Tree,
        found: tuple[Token, Token],
        dates: Tokens,
        sentence: Sentence,
        text: str,
    ) -> DatedClause | None:
        """The words of a clause, or of its whole sentence, that a reader understands without more.

        A lower clause needs a name: *after the ferry had left* tells nothing alone.
        """
        verb, clause = found
        span = clauses.clause_words(tree, clause, dates, sentence, text)
        if clause.dep == relations.RELATIVE_CLAUSE and span and dates[0].start >= span.start:
            name = tree.subtree(tree.head(clause))[0]  # *Ada Obi, who left on Sunday*
            span = Offsets(max(name.start, sentence.start), span.end)
        if span is None or self._is_cut(text[span.start : span.end]):
            return None
        if self._is_unnamed(tree, verb):
            return None
        leaning = self._leaning(tree, clause, span, text)
        whole = Offsets(sentence.start, sentence.end)
        lower = clause.dep in clauses.BEHIND  # its sentence tells of something else
        if lower and not (leaning or _has_name(tree, span)):
            return None
        if not lower and (leaning is None or (leaning and span != whole)):
            span, leaning = whole, self._leaning(tree, clause, whole, text)
        if leaning is None:
            return None
        tense = self._events.tense(tree, verb, dates)
        relays = verb is clause and self._relays(tree, verb, dates)
        start = self._start_of(span, dates, text)
        return DatedClause(start, span.end, leaning, tense, relays)

    def _is_unnamed(self, tree: Tree, verb: Token) -> bool:
        """*The actress won*, who is named elsewhere; not what the document opens with."""
        subject = tree.child(verb, *SUBJECTS)
        told = subject is not None and not self._opening.isdisjoint(
            {subject.lemma.lower(), subject.text.lower()}
        )
        return not told and has_bare_subject(verb, tree, self._lexicon)

    def _is_cut(self, words: str) -> bool:
        """*That the firm is filing on Friday*: a clause which says something of a word before."""
        opening = words.partition(" ")[0]
        return opening in self._lexicon.group("complementisers", "relative_pronouns")

    def _relays(self, tree: Tree, verb: Token, dates: Tokens) -> bool:
        """*Lee said on Friday that it opened on Monday*: the telling of a dated event."""
        said = tree.children(verb, relations.CLAUSAL_COMPLEMENT)
        told = says_clauses(verb.lemma.lower(), self._lexicon)
        return told and any(has_other_date(tree, c, dates) for c in said)

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
        told = tuple(t for t in inside if not t.hole and not _is_quoted(t, span, text))
        if quotation_leans(text, tuple(inside), self._lexicon):
            return None
        if any(self._points_out(tree, t, told, verb) for t in told):
            return None
        third = self._lexicon.pronouns("3")
        return tuple(
            Offsets(t.start, t.end)
            for t in told
            if (t.text.lower() in third and not is_bound(t, told, tree, self._lexicon))
            or (self._is_bare(tree, t, verb) and self._is_listed(tree.head(t), BODIES))
        )

    def _points_out(self, tree: Tree, token: Token, told: Tokens, verb: Token) -> bool:
        """*We*, *this*, *the incident*: what they mean stands in no name.

        A reader sees a clause beside its day, which says what *that week* is.
        """
        speaking = self._lexicon.pronouns("1") | self._lexicon.pronouns("2")
        pointing = points_back(token, told, tree, self._lexicon)
        return (
            is_pronoun(token, speaking)
            or (pointing and not self._tells_when(tree.head(token)))
            or is_placeless(token, told, self._lexicon)
            or self._names_nothing(tree, token, verb)
        )

    def _tells_when(self, noun: Token) -> bool:
        """*This week*, *that Tuesday*."""
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

    def _is_bare(self, tree: Tree, article: Token, verb: Token) -> bool:
        """*The incident*, *the company* and no more, as what the clause is told of."""
        noun = tree.head(article)
        above = tree.head(noun)
        said = above.dep == relations.CLAUSAL_COMPLEMENT and tree.head(above) is verb
        told = noun.dep in SUBJECTS and (above is verb or said)
        alone = tree.children(noun) == (article,)
        return told and alone and is_bare_definite((article,), ONLY_ARTICLE, self._lexicon)


def _has_name(tree: Tree, span: Offsets) -> bool:
    inside = InOrder(tree.tokens, lambda t: t.start).within(span.start, span.end)
    times = {"DATE", "TIME", ""}
    return any(t.text[:1].isupper() and t.pos in NOUNS and t.entity not in times for t in inside)


def _is_quoted(token: Token, span: Offsets, text: str) -> bool:
    before = text[span.start : token.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
