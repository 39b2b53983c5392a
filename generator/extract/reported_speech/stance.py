"""What a source does with what is told: says that it is so, denies it, asks, offers, sets terms."""

from functools import lru_cache
from typing import get_args

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.annotations import Stance
from generator.model.text import Token, Tokens


class Stances:
    """Judges the stance of what is told in one segment, by the verb and by its own form."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self._tree = tree
        self._verbs = _verbs(lexicon)
        self._openers = lexicon.words("conditional_openers")
        self._asking = lexicon.group("interrogative_complementisers") - self._openers
        self._concessions = lexicon.words("concessive_words")

    def of_report(self, verb: Token, told: Tokens) -> Stance:
        """The stance towards the words `told` that a reporting verb gives its source."""
        for cue in (f"{verb.lemma} {small}".lower() for small in ("", *self._small_words(verb))):
            if stance := self._verbs.get(cue.strip()):
                return stance
        return self.of_words(told)

    def of_words(self, told: Tokens) -> Stance:
        """The stance that the words themselves show: a question, or something on a condition."""
        if told and told[0].text.lower() in self._asking:
            return "asked"
        inside = range(told[0].index, told[-1].index + 1) if told else range(0)
        return "conditional" if any(self._sets_terms(t, inside) for t in told) else "asserted"

    def _small_words(self, verb: Token) -> tuple[str, ...]:
        behind = self._tree.children(verb)
        return tuple(
            c.text.lower() for c in behind if c.dep in {relations.PARTICLE, relations.PREPOSITION}
        )

    def _sets_terms(self, word: Token, inside: range) -> bool:
        """Whether a word opens a condition of the main clause: *would close if it fails*."""
        if word.text.lower() not in self._openers or word.dep not in {
            relations.MARKER,
            relations.PREPOSITION,
        }:
            return False
        before = self._tree.tokens[word.index - 1 : word.index]
        if before and before[0].text.lower() in self._concessions:
            return False
        clause = self._tree.head(word)
        main = self._tree.head(clause)
        top = main.head not in inside or main.dep in {
            relations.CLAUSAL_COMPLEMENT,
            relations.CONJUNCT,
            relations.ROOT,
        }
        return clause.dep == relations.ADVERBIAL_CLAUSE and main.index in inside and top


@lru_cache(maxsize=16)
def _verbs(lexicon: Lexicon) -> dict[str, Stance]:
    """The stance of each verb that has one."""
    known: dict[str, Stance] = {str(stance): stance for stance in get_args(Stance)}
    return {cue: known[stance] for cue, stance in lexicon.rows("cue_stances")}
