"""Noun phrases that name a source: where they begin and end, by the parse or by the word order."""

from itertools import takewhile

from msgspec import Struct

from generator.extract.reported_speech.cue_lexicon import Vocabulary
from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.possessives import is_possessive
from generator.model.reading_order import start_while
from generator.model.text import Token

JOINING = frozenset({"CCONJ", "SCONJ", "ADP"})
NAMING = frozenset({"PROPN", "NOUN", "PRON"})
NAMES_SOURCE = NAMING | {"ADJ", "NUM", "DET", "X"}
PHRASE_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
STOPS = frozenset({",", ":", ";", "(", ")", "[", "]", "—", "–", "-", "--", "―", "“", '"', "/"})
NAME_LINKS, NOUN_LINKS = "genitive_prepositions", "naming_prepositions"
"""The prepositions that go on with a phrase behind a name, and behind a noun."""
PARTS = (
    *relations.MODIFIERS - {relations.ADJECTIVE},
    *(relations.APPOSITION, relations.NUMBER, relations.PUNCTUATION, relations.POSSESSOR),
)
LONGEST_ASIDE, MOST_ASIDES = 30, 9
"""Tokens of one apposition between commas, and how many brackets may follow one another."""


class Source(Struct, frozen=True):
    """The words that name who said it, as token indices of one segment, both ends included."""

    head: int
    first: int
    last: int
    relative: int | None = None
    """The *who* of a relative clause, where that is how the source stands in the clause."""


class Phrases:
    """Finds noun phrases in the parse of one segment; `quoted` are token indices in marks."""

    def __init__(self, tree: Tree, words: Vocabulary, quoted: frozenset[int]) -> None:
        self.tree = tree
        self.words = words
        self.quoted = quoted

    def source_at(self, head: Token) -> Source | None:
        """The whole noun phrase around its head word."""
        before = self.tree.tokens[head.index - 1] if head.index else None
        named = before is not None and before.text in self.words.lexicon.keys("honorifics")
        timed = head.entity in {"DATE", "TIME"} and not named
        no_name = timed or head.pos not in NAMES_SOURCE
        if head.index in self.quoted or head.hole or no_name:
            return None
        return Source(head.index, self.start_of(head), self._phrase_end(head))

    def start_of(self, head: Token) -> int:
        """The first token of the phrase around its head word."""
        inside = {t.index for t in self.tree.subtree(head)}
        return start_while(
            self.tree.tokens, head.index, lambda t: t.index in inside and self._leads_in(t)
        )

    def _leads_in(self, before: Token) -> bool:
        """Whether a word before the head belongs to its phrase."""
        stop = before.text in STOPS and not self._glued(before.index)
        linking = before.dep in {relations.COORDINATOR, relations.PRECONJUNCTION}
        joining = linking or before.pos in {"CCONJ", "SCONJ", "INTJ"}
        return before.index not in self.quoted and not stop and not joining

    def _glued(self, at: int) -> bool:
        """Whether a mark stands inside a word, as the hyphen of a double name does."""
        if not 0 < at < len(self.tree.tokens) - 1:
            return False
        before, mark, behind = self.tree.tokens[at - 1 : at + 2]
        inside = before.end == mark.start and mark.end == behind.start
        return inside and mark.text in "-–‑'’"

    def _phrase_end(self, head: Token) -> int:
        end = head.index
        for at in range(head.index + 1, len(self.tree.tokens)):
            token = self.tree.tokens[at]
            if at in self.quoted or token.hole or not self._goes_on(head, token):
                break
            end = at
        return end

    def _goes_on(self, head: Token, token: Token) -> bool:
        """Whether `token`, right behind what is taken so far, belongs to the phrase of `head`."""
        ancestors = self.tree.ancestors(token)
        if head not in ancestors or (token.text in STOPS and not self._glued(token.index)):
            return False
        chain = [token, *ancestors[: ancestors.index(head)]]
        top = chain[-1]
        if self._tells_which(head, top):
            return True
        clauses = relations.SUBORDINATE_CLAUSES | {relations.PREPOSITIONAL_CLAUSE}
        if any(t.dep in clauses for t in chain):
            return False
        if top.dep == relations.PREPOSITION:
            named = head.pos == "PROPN"
            return self.words.is_in(top, NAME_LINKS if named else NOUN_LINKS)
        if top.dep in {relations.CONJUNCT, relations.COORDINATOR}:
            return self._joins_names(head)
        return top.dep in PARTS

    def _tells_which(self, head: Token, top: Token) -> bool:
        """Whether a participle or adjective behind a noun narrows it: *a source close to them*."""
        done = top.dep == relations.ADNOMINAL_CLAUSE and top.tag == word_forms.VERB_PARTICIPLE
        narrows = done or top.dep == relations.ADJECTIVE
        counted = self.tree.has(head, relations.DETERMINER, relations.NUMBER)
        common = head.pos == "NOUN" or (counted and head.entity in {"NORP", ""})
        if not narrows or not common or not head.index < top.index:
            return False
        below = self.tree.subtree(top)
        near = tuple(takewhile(lambda t: t.text not in STOPS or self._glued(t.index), below))
        told = {relations.RELATIVE_CLAUSE, relations.CLAUSAL_COMPLEMENT}
        marked = any(t.hole or t.index in self.quoted for t in near)
        return bool(near) and not marked and not any(t.dep in told for t in near)

    def _joins_names(self, head: Token) -> bool:
        joined = self.tree.conjuncts(head)
        return bool(joined) and all(t.pos in NAMING for t in joined)

    def words_ahead(self, verb: Token) -> Source | None:
        """The noun phrase before a finite verb that the parse gives no subject."""
        tokens = self.tree.tokens
        start = self._sentence_start(verb.index)
        last = self._back_to_phrase(verb.index - 1, start)
        first = start_while(tokens, last + 1, lambda t: self._in_phrase(t.index), floor=start)
        word = tokens[last]
        if first > last or self.words.is_object_pronoun(word) or self.words.is_relative(word):
            return None
        holder = self._holder(word, verb)
        return self.source_at(holder) if holder is not None else Source(last, first, last)

    def _holder(self, noun: Token, verb: Token) -> Token | None:
        """The noun that a phrase hangs on: *protesters marching through the streets chanted*."""
        if noun.dep not in {relations.PREPOSITIONAL_OBJECT, relations.OBJECT}:
            return None
        above = self.tree.ancestors(noun)
        chain = above[: above.index(verb)] if verb in above else above
        for token in chain:
            subjects = self.tree.children(token, relations.SUBJECT)
            if token.tag == word_forms.VERB_GERUND and subjects:
                return subjects[0]
        inner = {relations.PREPOSITIONAL_OBJECT, relations.OBJECT}
        outer = (t for t in chain if t.index < noun.index and t.dep not in inner)
        return next((t for t in outer if t.pos in {"NOUN", "PROPN"}), None)

    def _in_phrase(self, at: int) -> bool:
        token = self.tree.tokens[at]
        if at in self.quoted or token.hole:
            return False
        owned = is_possessive(token.text, self.words.lexicon)
        return token.pos in PHRASE_WORDS or token.text == "&" or owned or self._glued(at)

    def _is_person(self, first: int, last: int, *, in_office: bool = False) -> bool:
        """Whether a stretch is nothing but a phrase that ends in a person's name.

        The name of somebody `in_office` need not be known for a person's.
        """
        within = self.tree.tokens[first : last + 1]
        known = bool(within) and within[-1].entity == "PERSON"
        named = bool(within) and in_office and all(t.pos == "PROPN" for t in within)
        return (known or named) and all(self._in_phrase(t.index) for t in within)

    def named_behind_description(self, end: int) -> tuple[int, Source] | None:
        """A name between commas up to `end`, and where the description that it is of begins.

        *…, {the farm minister}, Adama Koné, said*: whatever the parse hangs the two on, a name
        between commas right before a verb is an apposition to the phrase before it.
        """
        tokens = self.tree.tokens
        comma = self._aside_before(end)
        if comma is None:
            return None
        start = self._sentence_start(comma)
        begin = start_while(tokens, comma, self._describes, floor=start)
        nouns = {t.lemma.lower() for t in tokens[begin:comma] if t.pos == "NOUN"}
        apart = begin == start or tokens[begin - 1].pos == "PUNCT"
        if not nouns or not apart or tokens[begin].pos in JOINING:
            return None
        if any(self._is_of_name(t) for t in tokens[begin:comma]):
            return None  # *Ada Lind, a guard from Reno, Nevada, said*
        in_office = bool(nouns & self.words.lexicon.words("role_nouns"))
        if not self._is_person(comma + 1, end - 2, in_office=in_office):
            return None
        return begin, Source(end - 2, comma + 1, end - 2)

    def _is_of_name(self, noun: Token) -> bool:
        """Whether a noun stands in apposition to a person's name."""
        named = self.tree.head(noun)
        return noun.dep == relations.APPOSITION and named.entity == "PERSON"

    def _aside_before(self, end: int) -> int | None:
        """The comma that opens what stands between commas right before `end`."""
        tokens, floor = self.tree.tokens, max(0, end - LONGEST_ASIDE)
        if end < 1 or tokens[end - 1].text != ",":
            return None
        opens = start_while(tokens, end - 1, lambda t: t.text != ",", floor=floor) - 1
        return opens if opens >= floor and opens not in self.quoted else None

    def _describes(self, token: Token) -> bool:
        """Whether a word may stand in a description of somebody: none that makes a clause of it."""
        marked = token.pos == "PUNCT" and token.dep != relations.CASE_MARK
        broken = marked and not self._glued(token.index)
        outside = token.index in self.quoted or token.hole
        return not broken and not outside and token.tag not in word_forms.FINITE_OR_MODAL

    def _sentence_start(self, at: int) -> int:
        return max(0, start_while(self.tree.tokens, at + 1, lambda t: not t.sentence_begins) - 1)

    def _back_to_phrase(self, at: int, start: int, most: int = MOST_ASIDES) -> int:
        """Back over auxiliaries, adverbs, brackets and one apposition between commas."""
        tokens = self.tree.tokens
        small = {"ADV", "AUX", "PART"}
        at = start_while(tokens, at + 1, lambda t: t.pos in small, floor=start) - 1
        opening = {",": ",", ")": "("}.get(tokens[at].text) if at >= start else None
        if opening is None or not most:
            return at
        for i in range(at - 1, max(start - 1, at - LONGEST_ASIDE), -1):
            if tokens[i].text == opening and i not in self.quoted:
                if opening == "," and self._is_person(i + 1, at - 1):
                    return at - 1
                return self._back_to_phrase(i - 1, start, most - 1) if opening == "(" else i - 1
        return at
