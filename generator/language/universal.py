"""Parses in Universal Dependencies, turned into trees as the stages know them.

That scheme hangs prepositions and copulas below the words that they lead in, the house's hangs the
words below them; a name's head is its first word there and its last one here. Forms are read off
the features of a word (`Tense=Past`), as the scheme has no tags of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from generator.language import relations, word_forms
from generator.model.text import Token, Tokens

RELATIONS = {
    "ROOT": relations.ROOT,
    "acl": relations.ADNOMINAL_CLAUSE,
    "acl:relcl": relations.RELATIVE_CLAUSE,
    "advcl": relations.ADVERBIAL_CLAUSE,
    "advcl:cleft": relations.RELATIVE_CLAUSE,
    "advmod": relations.ADVERB,
    "amod": relations.ADJECTIVE,
    "appos": relations.APPOSITION,
    "aux": relations.AUXILIARY,
    "aux:pass": relations.PASSIVE_AUXILIARY,
    "cc": relations.COORDINATOR,
    "ccomp": relations.CLAUSAL_COMPLEMENT,
    "compound": relations.COMPOUND,
    "conj": relations.CONJUNCT,
    "csubj": relations.CLAUSAL_SUBJECT,
    "csubj:pass": relations.PASSIVE_CLAUSAL_SUBJECT,
    "det": relations.DETERMINER,
    "expl": relations.PARTICLE,
    "expl:subj": relations.EXPLETIVE,
    "fixed": relations.COMPOUND,
    "flat": relations.COMPOUND,
    "iobj": relations.INDIRECT_OBJECT,
    "mark": relations.MARKER,
    "nmod": relations.NOUN_MODIFIER,
    "nsubj": relations.SUBJECT,
    "nsubj:pass": relations.PASSIVE_SUBJECT,
    "nummod": relations.NUMBER,
    "obj": relations.OBJECT,
    "obl": relations.ADVERBIAL_NOUN,
    "obl:agent": relations.AGENT,
    "parataxis": relations.PARATAXIS,
    "punct": relations.PUNCTUATION,
    "xcomp": relations.OPEN_COMPLEMENT,
}
ENTITIES = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}
"""Kinds of names of the models that were trained on Wikipedia; what is none of them is no kind."""
PLAIN_FORMS = {
    "PROPN": word_forms.NAME,
    "ADJ": word_forms.ADJECTIVE,
    "NUM": word_forms.NUMBER,
    "ADP": word_forms.PREPOSITION,
    "SCONJ": word_forms.PREPOSITION,
    "CCONJ": word_forms.COORDINATOR,
}
SURE = frozenset({"PROPN", "NUM", "PUNCT", "SYM"})
OF_THE_CLAUSE = frozenset(
    {
        *relations.SUBJECTS,
        relations.MARKER,
        relations.PUNCTUATION,
        relations.ADVERBIAL_CLAUSE,
        relations.AUXILIARY,
        relations.NEGATION,
        relations.PARATAXIS,
        relations.COORDINATOR,
    }
)
"""What hangs on a predicate as that of its clause, and so goes with its copula."""
CLITIC = re.compile(r"-(?:t-)?(?=\w)")
"""What ties a pronoun to the verb before it: *dit-il*, *a-t-elle dit*."""


@dataclass
class _Word:
    """A token on its way from one scheme to the other."""

    token: Token
    label: str
    features: Mapping[str, str]
    head: int
    dep: str
    sentence: range
    """The indices of its sentence's words, beyond which nothing hangs on it."""

    @property
    def index(self) -> int:
        return self.token.index


def house_tree(tokens: Tokens, features: Sequence[str]) -> tuple[Token, ...]:
    """The tokens with the house's relations and forms; `features` as the model writes them."""
    words = [
        _Word(t, t.dep, _features(f), t.head, _relation(t.dep), sentence)
        for t, f, sentence in zip(tokens, features, _sentences(tokens), strict=True)
    ]
    _mend_names(words)
    _mend_appositions(words)
    _lead_names_by_the_last(words)
    _lift_copulas(words)
    _lift_prepositions(words)
    return tuple(_finished(words))


def _sentences(tokens: Tokens) -> Iterator[range]:
    """Of each token the sentence that it stands in."""
    starts = [t.index for t in tokens if t.sentence_begins or t.index == 0]
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        yield from [range(start, end)] * (end - start)


def _features(written: str) -> dict[str, str]:
    return dict(one.split("=", 1) for one in written.split("|") if "=" in one)


def _relation(label: str) -> str:
    plain = label.split(":", maxsplit=1)[0]
    return RELATIONS.get(label) or RELATIONS.get(plain) or relations.UNCLASSIFIED


def _below(words: Sequence[_Word], head: _Word) -> list[_Word]:
    of_sentence = words[head.sentence.start : head.sentence.stop]
    return [w for w in of_sentence if w.head == head.index and w is not head]


def _take_place(new: _Word, old: _Word) -> None:
    """Hang `new` where `old` hangs, and `old` below it."""
    new.head = new.index if old.head == old.index else old.head
    new.dep = old.dep
    old.head = new.index


def _mend_names(words: Sequence[_Word]) -> None:
    """Words with a capital inside of a sentence are names, whatever a small model makes of them.

    A noun or an adjective is one beside another such word only: *l’État*, *le Premier ministre*.
    """
    big = [_is_capital(w.token) for w in words]
    for at, word in enumerate(words):
        beside = any(big[i] for i in (at - 1, at + 1) if 0 <= i < len(words))
        common = word.token.pos in {"NOUN", "ADJ"}
        if big[at] and word.token.pos not in SURE and (beside or not common):
            word.token = replace(word.token, pos="PROPN")


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and not token.sentence_begins and not token.hole


def _mend_appositions(words: Sequence[_Word]) -> None:
    """*The mayor, Ada Lind*: a name behind a noun and a comma that no *and* joins describes it."""
    for name in words[1:]:
        joined = any(w.dep == relations.COORDINATOR for w in _below(words, name))
        noun = words[name.head].token
        listed = name.dep == relations.CONJUNCT and not joined
        if listed and name.token.entity == "PER" and noun.pos == "NOUN":
            name.dep = relations.APPOSITION if words[name.index - 1].token.text == "," else name.dep


def _lead_names_by_the_last(words: Sequence[_Word]) -> None:
    for first in words:
        below = _below(words, first)
        parts = [w for w in below if w.label.startswith("flat") and w.index > first.index]
        if not parts or first.token.pos != "PROPN":
            continue
        last = parts[-1]
        _take_place(last, first)
        first.dep = relations.COMPOUND
        for one in below:
            if one is not last:
                one.head = last.index


def _lift_copulas(words: Sequence[_Word]) -> None:
    for copula in words:
        predicate = words[copula.head]
        if copula.label != "cop" or predicate is copula:
            continue
        below = _below(words, predicate)
        noun = predicate.token.pos in {"NOUN", "PROPN", "PRON", "NUM"}
        _take_place(copula, predicate)
        predicate.dep = relations.PREDICATE_NOMINAL if noun else relations.ADJECTIVAL_COMPLEMENT
        for one in below:
            if one is not copula and one.dep in OF_THE_CLAUSE:
                one.head = copula.index


def _lift_prepositions(words: Sequence[_Word]) -> None:
    for preposition in words:
        noun = words[preposition.head]
        first = next((w for w in _below(words, noun) if w.label == "case"), None)
        if preposition is not first or noun is preposition:
            continue
        root, agent = noun.dep == relations.ROOT, noun.dep == relations.AGENT
        _take_place(preposition, noun)
        preposition.dep = relations.AGENT if agent else relations.PREPOSITION
        preposition.dep = relations.ROOT if root else preposition.dep
        noun.dep = relations.PREPOSITIONAL_OBJECT


def _finished(words: Sequence[_Word]) -> Iterator[Token]:
    for word in words:
        token = word.token
        tied = CLITIC.match(token.text) if not token.hole else None
        yield replace(
            token,
            start=token.start + tied.end() if tied else token.start,
            text=token.text[tied.end() :] if tied else token.text,
            lemma=token.text[tied.end() :].lower() if tied else token.lemma,
            pos=_part_of_speech(word, tied=tied is not None),
            tag=_form(word, words),
            dep=_dep(word),
            head=word.head,
            entity=ENTITIES.get(token.entity, ""),
        )


def _dep(word: _Word) -> str:
    if word.features.get("Polarity") == "Neg":
        return relations.NEGATION
    owned = word.dep == relations.DETERMINER and word.features.get("Poss") == "Yes"
    return relations.POSSESSOR if owned else word.dep


def _part_of_speech(word: _Word, *, tied: bool) -> str:
    if tied:
        return "PRON"
    reflexive = word.dep == relations.PARTICLE and word.token.pos == "PRON"
    return "PART" if reflexive else word.token.pos


def _form(word: _Word, words: Sequence[_Word]) -> str:
    pos, shown = word.token.pos, word.features
    plural = shown.get("Number") == "Plur"
    if pos in {"VERB", "AUX"}:
        return _verb_form(word, words)
    if pos == "NOUN":
        return word_forms.NOUN_PLURAL if plural else word_forms.NOUN
    if pos == "DET":
        owned = shown.get("Poss") == "Yes"
        return word_forms.POSSESSIVE_PRONOUN if owned else word_forms.DETERMINER
    if pos == "PRON":
        relative = shown.get("PronType") == "Rel"
        return word_forms.RELATIVE_PRONOUN if relative else word_forms.PRONOUN
    return PLAIN_FORMS.get(pos, pos)


def _verb_form(word: _Word, words: Sequence[_Word]) -> str:
    """A participle behind *have* is a past tense, and so is one with a pronoun tied to it."""
    shown = word.features
    form, tense = shown.get("VerbForm"), shown.get("Tense")
    if form == "Inf":
        return word_forms.VERB_BASE
    if form == "Part" and tense == "Pres":
        return word_forms.VERB_GERUND
    if form == "Part":
        helped = any(w.dep == relations.AUXILIARY for w in _below(words, word))
        behind = words[word.index + 1 : word.index + 2]
        tied = any(CLITIC.match(w.token.text) for w in behind if not w.token.hole)
        return word_forms.VERB_PAST if helped or tied else word_forms.VERB_PARTICIPLE
    if tense in {"Past", "Imp"}:
        return word_forms.VERB_PAST
    third = shown.get("Person") == "3" and shown.get("Number") == "Sing"
    return word_forms.VERB_PRESENT_THIRD if third else word_forms.VERB_PRESENT
