"""Reporting clauses: which verbs of a sentence tell that somebody said something, and who.

Both the quotation and the statement stage stand on this, and stages do not know each other, so it
lies below them. Everything is read off the dependency parse of one segment; nothing is decided
here about what was said.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from generator.grammar import Tree
from generator.lexicons import Lexicon
from generator.model.text import Token

Strength = Literal["clause", "speech", "mind", "manner", "other"]
STRENGTHS: tuple[Strength, ...] = ("clause", "speech", "mind", "manner")
RELATIVES = frozenset({"who", "which", "that", "whom"})
SUBJECT = frozenset({"nsubj", "csubj"})
CLAUSE_LINKS = frozenset({"xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "conj", "acl"})
LATE_SUBJECTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "dep", "appos", "dative", "ccomp"})
NAMING = frozenset({"PROPN", "NOUN", "PRON"})
LONGEST_CLIMB = 6
LONGEST_ASIDE = 30
PHRASE_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
STOPS = frozenset({",", ":", ";", "(", ")", "[", "]", "—", "–", "-", "--", "―", "“", '"', "/"})
BARE_PREPOSITIONS = frozenset({"of", "for", "from", "at", "in", "with", "on"})
OBJECT_PRONOUNS = frozenset({"me", "him", "her", "us", "them", "whom"})


class Source(Struct, frozen=True):
    """The words that name who said it, as token indices of one segment, both ends included."""

    head: int
    first: int
    last: int
    how: str
    """How the parse leads to it, as a short phrase for the reader."""
    relative: int | None = None
    """The *who* of a relative clause, where that is how the source stands in the clause."""


class Report(Struct, frozen=True):
    """A verb that may report speech, with its source as far as the sentence names one."""

    verb: int
    first: int
    """First token of the clause: the source's or the verb's own."""
    last: int
    """Last token of verb and source, whichever stands later."""
    strength: Strength
    source: Source | None
    hedge: str | None
    passive: bool = False


class Reporting:
    """Reads reporting clauses off the parse of one segment; `quoted` are token indices in marks."""

    def __init__(self, tree: Tree, lexicon: Lexicon, quoted: frozenset[int] = frozenset()) -> None:
        self.tree = tree
        self.quoted = quoted
        self._strengths = _strengths(lexicon)
        self._phrasal = _phrasal(lexicon)
        self._hedges = lexicon.words("hedges")
        self._speech_nouns = lexicon.words("cue_nouns")
        self._documents = lexicon.words("document_nouns")

    def reports(self, first: int, end: int) -> tuple[Report, ...]:
        """The reporting verbs among the tokens from `first` up to `end`, in reading order."""
        tokens = self.tree.tokens[first:end]
        return tuple(self.report(t) for t in tokens if self._may_report(t))

    def _may_report(self, token: Token) -> bool:
        if token.index in self.quoted or not token.tag.startswith("VB"):
            return False
        return self.strength(token) != "other" and token.dep not in {"aux", "auxpass"}

    def report(self, verb: Token) -> Report:
        """The reporting clause around one verb."""
        source = self.source_of(verb)
        left = self._verb_start(verb)
        first, last = left, verb.index
        if source and abs(source.first - verb.index) < 60:
            beside = source.last < verb.index or not self._something_between(verb.index, source)
            if beside:
                first, last = min(left, source.first), max(last, source.last)
        return Report(
            verb=verb.index,
            first=first,
            last=last,
            strength=self.strength(verb),
            source=source,
            hedge=self._hedge(verb),
            passive=self._is_passive(verb),
        )

    def strength(self, verb: Token) -> Strength:
        """How a verb reports, "other" where it does not."""
        plain = self._strengths.get(verb.lemma.lower(), "other")
        if plain in {"clause", "speech"} or verb.lemma.lower() not in self._phrasal:
            return plain
        small = {c.text.lower() for c in self.tree.children(verb) if c.index > verb.index}
        return "speech" if small & self._phrasal[verb.lemma.lower()] else plain

    def is_speech_noun(self, token: Token) -> bool:
        """Whether a noun means a piece of speech or writing."""
        return token.pos == "NOUN" and token.lemma.lower() in self._speech_nouns

    def _something_between(self, verb: int, source: Source) -> bool:
        return any(i in self.quoted for i in range(verb, source.first))

    def _verb_start(self, verb: Token) -> int:
        small = [
            c.index
            for c in self.tree.children(verb)
            if c.dep in {"aux", "auxpass", "neg", "advmod"} and c.index < verb.index
        ]
        start = verb.index
        while start - 1 in small:
            start -= 1
        return start

    def _hedge(self, verb: Token) -> str | None:
        near = (*self.tree.children(verb), *self.tree.children(self.tree.head(verb)))
        found = [t for t in near if t.text.lower() in self._hedges and t.index not in self.quoted]
        return found[0].text if found else None

    def _is_passive(self, verb: Token) -> bool:
        deps = {c.dep for c in self.tree.children(verb)}
        participle = verb.tag == "VBN" and verb.dep == "acl" and not self._takes_object(verb)
        return participle or bool(deps & {"auxpass", "nsubjpass"})

    def _takes_object(self, verb: Token) -> bool:
        """Whether a name or an article follows at once, so that a participle is a past tense."""
        behind = self.tree.tokens[verb.index + 1 : verb.index + 2]
        return bool(behind) and (behind[0].pos in {"PROPN", "DET"} or behind[0].tag == "PRP")

    def source_of(self, verb: Token, climbed: int = 0) -> Source | None:
        """Who does what the verb says: its subject, or the one that it shares with another verb."""
        if climbed > LONGEST_CLIMB:
            return None
        if self._is_passive(verb):
            return self._agent(verb)
        subject = self._subject(verb)
        if subject is not None:
            return self._from_subject(verb, subject, climbed)
        beside = self._person_beside(verb)
        if beside is not None:
            return self.source_at(beside, "the one whom the participle is of")
        late = self._late_subject(verb) if not climbed else None
        if late is not None:
            return self.source_at(late, "subject after its verb")
        if not climbed and self._finite(verb):
            ahead = self._words_ahead(verb)
            if ahead is not None:
                return ahead
        return self._shared_subject(verb, climbed)

    def _finite(self, verb: Token) -> bool:
        """Whether the verb must have a subject of its own, whatever the parse makes of it."""
        return (
            verb.tag in {"VBD", "VBZ", "VBP"} or (verb.tag == "VBN" and self._takes_object(verb))
        ) and verb.dep not in {"conj", "relcl"}

    def _words_ahead(self, verb: Token) -> Source | None:
        """The noun phrase before a finite verb that the parse gives no subject."""
        start = next(
            i for i in range(verb.index, -1, -1) if self.tree.tokens[i].sentence_begins or i == 0
        )
        last = self._back_to_phrase(verb.index - 1, start)
        first = last + 1
        while first - 1 >= start and self._in_phrase(first - 1):
            first -= 1
        if first > last or self.tree.tokens[last].text.lower() in OBJECT_PRONOUNS | RELATIVES:
            return None
        holder = self._holder(self.tree.tokens[last], verb)
        if holder is not None:
            return self.source_at(holder, "the words before the verb")
        return Source(last, first, last, "the words before the verb")

    def _holder(self, noun: Token, verb: Token) -> Token | None:
        """The noun that a phrase hangs on: *protesters marching through the streets chanted*."""
        chain = [noun, *self.tree.ancestors(noun)]
        if noun.dep != "pobj" or verb in chain:
            return None
        above = [t for t in chain[1:] if t.index < noun.index and t.pos in {"NOUN", "PROPN"}]
        outer = [t for t in above if t.dep not in {"pobj", "dobj"}]
        return outer[0] if outer else None

    def _in_phrase(self, at: int) -> bool:
        token = self.tree.tokens[at]
        if at in self.quoted or token.hole:
            return False
        return token.pos in PHRASE_WORDS or token.text in {"'s", "’s", "&"} or self._glued(at)

    def _is_person(self, first: int, last: int) -> bool:
        """Whether a stretch is nothing but a phrase that ends in a person's name."""
        within = range(first, last + 1)
        named = first <= last and self.tree.tokens[last].entity == "PERSON"
        return named and all(self._in_phrase(i) for i in within)

    def _back_to_phrase(self, at: int, start: int) -> int:
        """Back over auxiliaries, adverbs, brackets and one apposition between commas."""
        while at >= start and self.tree.tokens[at].pos in {"ADV", "AUX", "PART"}:
            at -= 1
        opening = {",": ",", ")": "("}.get(self.tree.tokens[at].text) if at >= start else None
        if opening is None:
            return at
        for i in range(at - 1, max(start - 1, at - LONGEST_ASIDE), -1):
            if self.tree.tokens[i].text == opening and i not in self.quoted:
                if opening == "," and self._is_person(i + 1, at - 1):
                    return at - 1
                return self._back_to_phrase(i - 1, start) if opening == "(" else i - 1
        return at

    def _subject(self, verb: Token) -> Token | None:
        found = [
            c
            for c in self.tree.children(verb)
            if c.dep in SUBJECT and not c.hole and c.index not in self.quoted
        ]
        return found[-1] if found else None

    def _from_subject(self, verb: Token, subject: Token, climbed: int) -> Source | None:
        if subject.text.lower() in RELATIVES:
            return self._from_antecedent(verb, subject, climbed)
        if self.is_speech_noun(subject):
            owner = self.owner_of(subject)
            if owner is not None:
                return owner
        named = self._named_after(subject)
        return self.source_at(named or subject, "subject of the reporting clause")

    def _named_after(self, noun: Token) -> Token | None:
        """The name behind a description and a comma: *the president, Jane Doe, said*."""
        if noun.pos != "NOUN" or noun.entity == "PERSON":
            return None
        names = [c for c in self.tree.children(noun) if c.dep == "appos" and c.entity == "PERSON"]
        return names[0] if names and names[0].index not in self.quoted else None

    def _from_antecedent(self, verb: Token, subject: Token, climbed: int) -> Source | None:
        """Whom a relative clause is of: *the minister, who said*; *a letter that says*."""
        clause: Token | None = verb
        while clause is not None and clause.dep not in {"relcl", "acl"}:
            linked = clause.dep in {"conj", "ccomp", "xcomp"}
            clause = self.tree.head(clause) if linked and clause.head != clause.index else None
        if clause is None:
            shared = self._shared_subject(verb, climbed) if subject.text.lower() != "who" else None
            if shared or subject.text.lower() != "who":
                return shared
            return self.source_at(subject, "subject of the reporting clause")
        noun = self.tree.head(clause)
        if noun.dep == "appos" and self.tree.head(noun).pos == "PROPN":
            noun = self.tree.head(noun)
        if self.speaks_for_somebody(noun):
            return self._from_noun(clause, noun, climbed)
        found = self.source_at(noun, "the one whom the relative clause is of")
        if found is None:
            return None
        return Source(found.head, found.first, found.last, found.how, subject.index)

    def speaks_for_somebody(self, noun: Token) -> bool:
        """Whether a noun means words or a document, behind which somebody stands."""
        return self.is_speech_noun(noun) or noun.lemma.lower() in self._documents

    def owner_of(self, noun: Token) -> Source | None:
        """Whose statement it is: *her claim*, *a statement by the ministry*."""
        for child in self.tree.children(noun):
            if child.dep == "poss" and child.index not in self.quoted:
                return self.source_at(child, "the one whose words they are")
        ways = {"by", "from", "of"} if noun.text.lower() == "words" else {"by", "from"}
        for child in self.tree.children(noun):
            if child.dep in {"prep", "agent"} and child.text.lower() in ways:
                for grandchild in self.tree.children(child):
                    if grandchild.dep == "pobj" and grandchild.index not in self.quoted:
                        return self.source_at(grandchild, "the one whose words they are")
        return None

    def _agent(self, verb: Token) -> Source | None:
        for child in self.tree.children(verb):
            if child.dep in {"agent", "prep"} and child.text.lower() == "by":
                for grandchild in self.tree.children(child):
                    if grandchild.dep == "pobj" and grandchild.index not in self.quoted:
                        return self.source_at(grandchild, "agent of the passive")
        if verb.lemma.lower() in {"quote", "cite", "hear"}:
            passive = [c for c in self.tree.children(verb) if c.dep == "nsubjpass"]
            if passive:
                return self.source_at(passive[-1], "the one who is quoted")
        return None

    def _late_subject(self, verb: Token) -> Token | None:
        """The noun phrase directly behind a verb that has no subject before it: *said the minister*."""
        if verb.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
            return None
        for child in self.tree.children(verb):
            inside = child.index in self.quoted or child.hole
            if child.index <= verb.index or child.dep not in LATE_SUBJECTS or inside:
                continue
            first = self._phrase_start(child)
            lower = child.text.lower() in OBJECT_PRONOUNS
            if first == verb.index + 1 and child.pos in NAMING and not lower:
                return child if self._follows_quotation(verb) else None
        return None

    def _person_beside(self, verb: Token) -> Token | None:
        """The name directly before a participle: *footage of the senator asking*."""
        before = self.tree.tokens[verb.index - 1] if verb.index else None
        if verb.tag != "VBG" or before is None or before.index in self.quoted:
            return None
        return before if before.pos == "PROPN" and before.dep in {"pobj", "dobj"} else None

    def _follows_quotation(self, verb: Token) -> bool:
        """Whether only a closing mark and stops stand between a quotation and the verb."""
        at = verb.index - 1
        if verb.sentence_begins:
            return True
        while at >= 0 and self.tree.tokens[at].pos in {"PUNCT", "ADV"} and at not in self.quoted:
            at -= 1
        return at in self.quoted

    def _shared_subject(self, verb: Token, climbed: int) -> Source | None:
        head = self.tree.head(verb)
        if head is verb or verb.dep not in CLAUSE_LINKS | {"relcl", "ROOT"}:
            return None
        while (
            head.pos in {"ADP", "SCONJ"}
            and head.dep in {"prep", "mark"}
            and head.head != head.index
        ):
            head = self.tree.head(head)
        if head.index in self.quoted or head.hole:
            return None
        if head.pos in {"VERB", "AUX"}:
            return self._of_passive(verb, head) or self.source_of(head, climbed + 1)
        if head.pos in {"NOUN", "PROPN", "PRON"}:
            return self._from_noun(verb, head, climbed)
        return None

    def _of_passive(self, verb: Token, head: Token) -> Source | None:
        """*He was prompted to say*, *is reported to have called*: the passive's subject speaks."""
        subject = [c for c in self.tree.children(head) if c.dep == "nsubjpass"]
        if verb.dep != "xcomp" or not subject:
            return None
        return self.source_at(subject[-1], "subject of the reporting clause")

    def _from_noun(self, verb: Token, noun: Token, climbed: int) -> Source | None:
        """A participle on a noun: *critics saying*, or *a statement saying*, which has an author."""
        if not self.speaks_for_somebody(noun):
            how = "the one whom the participle is of"
            return self.source_at(noun, how) if verb.tag == "VBG" else self._doer(noun, climbed)
        owner = self.owner_of(noun)
        return (
            owner or self._doer(noun, climbed) or self.source_at(noun, "the document that says it")
        )

    def _doer(self, noun: Token, climbed: int) -> Source | None:
        """The subject of the verb that a noun is the object of: *issued a statement*."""
        head = self.tree.head(noun)
        while head.pos == "ADP" and head.head != head.index:
            head = self.tree.head(head)
        is_object = noun.dep in {"dobj", "pobj", "attr", "conj"} and head.pos in {"VERB", "AUX"}
        return self.source_of(head, climbed + 1) if is_object else None

    def source_at(self, head: Token, how: str) -> Source | None:
        """The whole noun phrase around its head word."""
        no_name = head.dep == "expl" or head.entity in {"DATE", "TIME"} or head.pos not in NAMING | {"ADJ", "NUM", "DET", "X"}
        if head.index in self.quoted or head.hole or no_name:
            return None
        return Source(head.index, self._phrase_start(head), self._phrase_end(head), how)

    def _phrase_start(self, head: Token) -> int:
        inside = {t.index for t in self.tree.subtree(head)}
        start = head.index
        while start - 1 in inside and start - 1 not in self.quoted:
            before = self.tree.tokens[start - 1]
            if before.text in STOPS and not self._glued(start - 1):
                break
            if before.pos in {"CCONJ", "SCONJ", "INTJ"} or before.dep in {"cc", "preconj"}:
                break
            start -= 1
        return start

    def _glued(self, at: int) -> bool:
        """Whether a mark stands inside a word, as the hyphen of a double name does."""
        before, mark, behind = self.tree.tokens[at - 1 : at + 2] if at else (None, None, None)
        return bool(before and mark and behind) and (
            before.end == mark.start and mark.end == behind.start and mark.text in "-–‑'’"
        )

    def _phrase_end(self, head: Token) -> int:
        end = head.index
        for at in range(head.index + 1, len(self.tree.tokens)):
            token = self.tree.tokens[at]
            if at in self.quoted or token.hole or not self._goes_on(head, token, end):
                break
            end = at
        return end

    def _goes_on(self, head: Token, token: Token, end: int) -> bool:
        """Whether `token`, right behind what is taken so far, belongs to the phrase of `head`."""
        ancestors = self.tree.ancestors(token)
        if head not in ancestors or token.text in STOPS:
            return False
        chain = [token, *ancestors[: ancestors.index(head)]]
        top = chain[-1]
        if any(t.dep in {"relcl", "acl", "advcl", "ccomp"} for t in chain):
            return False
        if top.dep == "prep":
            named = head.pos == "PROPN"
            return top.text.lower() == "of" if named else top.text.lower() in BARE_PREPOSITIONS
        if top.dep in {"conj", "cc"}:
            return self._joins_names(head, top)
        return top.dep in {"appos", "nummod", "compound", "flat", "nmod", "punct", "poss"}

    def _joins_names(self, head: Token, token: Token) -> bool:
        joined = self.tree.conjuncts(head)
        return bool(joined) and all(t.pos in NAMING for t in joined)


def _strengths(lexicon: Lexicon) -> dict[str, Strength]:
    known: dict[str, Strength] = {str(strength): strength for strength in STRENGTHS}
    return {lemma: known[kind] for lemma, kind in lexicon.rows("cue_verbs")}


def _phrasal(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    rows = lexicon.rows("cue_phrasal_verbs")
    return {
        verb: frozenset(particle for other, particle in rows if other == verb)
        for verb in dict.fromkeys(verb for verb, _ in rows)
    }


def sentence_ranges(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The token ranges of a segment's sentences, end excluded."""
    starts = [t.index for t in tokens if t.sentence_begins or t.index == 0]
    for at, start in enumerate(starts):
        yield start, starts[at + 1] if at + 1 < len(starts) else len(tokens)
