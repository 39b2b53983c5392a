"""Which form of a word stands there: the names that all stages ask for.

Like the names of relations, they stand for what the English pipeline writes (the Penn Treebank's
tags); `generator.language.universal` gives them to the words of other schemes.
"""

VERB_BASE = "VB"
"""*say*, as a dictionary has it."""
VERB_PAST = "VBD"
"""*said*."""
VERB_GERUND = "VBG"
"""*saying*."""
VERB_PARTICIPLE = "VBN"
"""*said* behind *has* or *was*."""
VERB_PRESENT = "VBP"
"""*say* of all but one third person."""
VERB_PRESENT_THIRD = "VBZ"
"""*says*."""
MODAL = "MD"
"""*may*, *would*."""
NOUN = "NN"
"""*road*."""
NOUN_PLURAL = "NNS"
"""*roads*."""
NAME = "NNP"
"""*Oslo*."""
NAME_PLURAL = "NNPS"
"""*Alps*."""
ADJECTIVE = "JJ"
"""*new*."""
COMPARATIVE = "JJR"
"""*newer*."""
SUPERLATIVE = "JJS"
"""*newest*."""
PRONOUN = "PRP"
"""*she*."""
POSSESSIVE_PRONOUN = "PRP$"
"""*her road*."""
RELATIVE_PRONOUN = "WP"
"""*who*."""
RELATIVE_POSSESSIVE = "WP$"
"""*whose*."""
RELATIVE_DETERMINER = "WDT"
"""*which*."""
RELATIVE_ADVERB = "WRB"
"""*when*."""
POSSESSIVE_MARK = "POS"
"""The *’s* of *Ada’s*."""
PREPOSITION = "IN"
"""*in*, *that*."""
TO = "TO"
"""*to*."""
NUMBER = "CD"
"""*two*."""
DETERMINER = "DT"
"""*the*."""
EXISTENTIAL = "EX"
"""*there is*."""
COORDINATOR = "CC"
"""*and*."""
HYPHEN = "HYPH"
"""A hyphen inside of a word."""

FINITE = frozenset({VERB_PAST, VERB_PRESENT_THIRD, VERB_PRESENT})
"""Forms of a verb that carry a clause by themselves."""
FINITE_OR_MODAL = FINITE | {MODAL}
VERBS = FINITE | {VERB_BASE, VERB_GERUND, VERB_PARTICIPLE}
ADJECTIVES = frozenset({ADJECTIVE, COMPARATIVE, SUPERLATIVE})
PARTICIPLES = frozenset({VERB_GERUND, VERB_PARTICIPLE})
PLURALS = frozenset({NOUN_PLURAL, NAME_PLURAL})
NOUNS = frozenset({NOUN, NAME}) | PLURALS
RELATIVES = frozenset({RELATIVE_PRONOUN, RELATIVE_POSSESSIVE, RELATIVE_DETERMINER, RELATIVE_ADVERB})
"""What opens a relative clause or an indirect question."""
