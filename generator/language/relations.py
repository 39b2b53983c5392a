"""How a word hangs on its head: the names that all stages ask for.

These are the house's own names; what they stand for is what the English pipeline writes
(ClearNLP's labels), so its parses are read as they are. The labels of another scheme are turned
into these by a map of their own (`generator.language.universal`).
"""

ROOT = "ROOT"
"""Head of a sentence."""
ADNOMINAL_CLAUSE = "acl"
"""*a plan to leave*, *the road built then*."""
ADJECTIVAL_COMPLEMENT = "acomp"
"""*seems sure*."""
ADVERBIAL_CLAUSE = "advcl"
"""*left when it rained*."""
ADVERB = "advmod"
"""*left soon*."""
AGENT = "agent"
"""The *by* of *built by them*."""
ADJECTIVE = "amod"
"""*new road*."""
APPOSITION = "appos"
"""*Ada Lind, the mayor*."""
PREDICATE_NOMINAL = "attr"
"""*is mayor*."""
AUXILIARY = "aux"
"""*has left*, *may leave*."""
PASSIVE_AUXILIARY = "auxpass"
"""*was built*."""
CASE_MARK = "case"
"""The mark of a possessor: *Ada’s*."""
COORDINATOR = "cc"
"""*and*, *but*."""
CLAUSAL_COMPLEMENT = "ccomp"
"""*said that it rained*."""
COMPOUND = "compound"
"""*road works*, *Ada Lind*."""
CONJUNCT = "conj"
"""*roads and bridges*."""
CLAUSAL_SUBJECT = "csubj"
"""*that it rained helped*."""
PASSIVE_CLAUSAL_SUBJECT = "csubjpass"
"""The same of a passive verb."""
INDIRECT_OBJECT = "dative"
"""*gave her a book*."""
UNCLASSIFIED = "dep"
"""The parser knows no better."""
DETERMINER = "det"
"""*the road*."""
OBJECT = "dobj"
"""*built a road*."""
EXPLETIVE = "expl"
"""*there is*, *it is clear that*."""
MARKER = "mark"
"""*that*, *if*, *when* at a clause’s head."""
NEGATION = "neg"
"""*not*."""
NOUN_MODIFIER = "nmod"
"""A noun beside another that nothing joins."""
ADVERBIAL_NOUN = "npadvmod"
"""*left Monday*."""
SUBJECT = "nsubj"
"""*the mayor left*."""
PASSIVE_SUBJECT = "nsubjpass"
"""*the road was built*."""
NUMBER = "nummod"
"""*two roads*."""
OBJECT_PREDICATE = "oprd"
"""*named mayor*, *called it a farce*."""
PARATAXIS = "parataxis"
"""A clause set beside another."""
PREPOSITIONAL_CLAUSE = "pcomp"
"""*before leaving*."""
PREPOSITIONAL_OBJECT = "pobj"
"""*in Oslo*."""
POSSESSOR = "poss"
"""*her road*."""
PRECONJUNCTION = "preconj"
"""*both … and*."""
PREDETERMINER = "predet"
"""*all the roads*."""
PREPOSITION = "prep"
"""*in*, *of*."""
PARTICLE = "prt"
"""*pointed out*."""
PUNCTUATION = "punct"
"""A mark."""
QUANTITY = "quantmod"
"""*about two*."""
RELATIVE_CLAUSE = "relcl"
"""*the mayor, who left*."""
OPEN_COMPLEMENT = "xcomp"
"""*wants to leave*."""

SUBJECTS = frozenset(
    {SUBJECT, PASSIVE_SUBJECT, CLAUSAL_SUBJECT, PASSIVE_CLAUSAL_SUBJECT, EXPLETIVE}
)
"""What stands where a subject stands."""
NOMINAL_SUBJECTS = frozenset({SUBJECT, PASSIVE_SUBJECT})
AUXILIARIES = frozenset({AUXILIARY, PASSIVE_AUXILIARY})
OBJECTS = frozenset({OBJECT, INDIRECT_OBJECT})
COMPLEMENTS = frozenset(
    {
        ADJECTIVAL_COMPLEMENT,
        CLAUSAL_COMPLEMENT,
        OBJECT,
        OBJECT_PREDICATE,
        OPEN_COMPLEMENT,
        PREDICATE_NOMINAL,
    }
)
"""What completes a verb."""
MODIFIERS = frozenset({ADJECTIVE, COMPOUND, NOUN_MODIFIER})
"""What stands before a noun and is part of what it names."""
MODIFYING_CLAUSES = frozenset({ADNOMINAL_CLAUSE, ADVERBIAL_CLAUSE, RELATIVE_CLAUSE})
SUBORDINATE_CLAUSES = MODIFYING_CLAUSES | {CLAUSAL_COMPLEMENT}
EXTRAPOSED_CLAUSES = frozenset(
    {ADNOMINAL_CLAUSE, ADVERBIAL_CLAUSE, CLAUSAL_COMPLEMENT, CLAUSAL_SUBJECT, OPEN_COMPLEMENT}
)
"""What an *it* without a meaning announces: *it is clear that*, *it was hard to leave*."""
