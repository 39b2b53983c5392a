"""What a source does with what is told: says that it is so, denies it, asks, offers, sets terms."""

from functools import lru_cache
from typing import get_args

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.modality import conditional_words, conditions_of, supposing_words
from generator.model.annotations import Stance
from generator.model.text import Token, Tokens


class Stances:
    """Judges the stance of what is told in one segment, by the verb and by its own form."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self._tree = tree
        self._verbs = _verbs(lexicon)
        self._lexicon = lexicon
        self._asking = supposing_words(lexicon) - conditional_words(lexicon)

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
        return "conditional" if any(self._has_terms(t, inside) for t in told) else "asserted"

    def _small_words(self, verb: Token) -> tuple[str, ...]:
        behind = self._tree.children(verb)
        return tuple(
            c.text.lower() for c in behind if c.dep in {relations.PARTICLE, relations.PREPOSITION}
        )

    def _has_terms(self, verb: Token, inside: range) -> bool:
        """Whether a main verb of what is told has a condition there: *would close if it fails*."""
        top = verb.head not in inside or verb.dep in {
            relations.CLAUSAL_COMPLEMENT,
            relations.CONJUNCT,
            relations.ROOT,
        }
        opening = conditions_of(self._tree, verb, self._lexicon) if top else ()
        return any(word.index in inside for word in opening)


@lru_cache(maxsize=16)
def _verbs(lexicon: Lexicon) -> dict[str, Stance]:
    """The stance of each verb that has one."""
    known: dict[str, Stance] = {str(stance): stance for stance in get_args(Stance)}
    return {cue: known[stance] for cue, stance in lexicon.rows("cue_stances")}
