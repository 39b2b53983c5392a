"""What a sentence's main clause tells: its verb, and whether that is an event or a state."""

from collections.abc import Sequence
from functools import cache

from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.annotations import Eventuality
from generator.model.text import Token

VERBS = frozenset({"VERB", "AUX"})


def find_predicate(tokens: Sequence[Token], tree: Tree, lexicon: Lexicon) -> Token | None:
    """The verb of the main clause, or where somebody says something, of what is said."""
    verb = next((t for t in tokens if t.dep == "ROOT"), None)
    if verb is None or verb.pos not in VERBS:
        return None
    said = [c for c in tree.children(verb) if c.dep == "ccomp" and c.pos in VERBS]
    reports = verb.lemma.lower() in _reporting(lexicon)
    return said[0] if said and reports else verb


@cache
def _reporting(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("cue_verbs"))


def eventuality_of(verb: Token | None, tree: Tree, lexicon: Lexicon) -> Eventuality:
    """What a clause tells: what happened, how things are or usually go, what may come."""
    if verb is None:
        return "state"
    helpers = [c for c in tree.children(verb) if c.dep in {"aux", "auxpass"}]
    if any(h.tag == "MD" for h in helpers):
        return "outlook"
    if verb.lemma in lexicon.group("copulas"):
        return "state"
    done = verb.tag in {"VBD", "VBN", "VBG"} and (helpers or verb.tag == "VBD")
    passive = any(h.dep == "auxpass" and h.tag in {"VBZ", "VBP"} for h in helpers)
    return "event" if done and not (passive and len(helpers) == 1) else "state"
