"""The rules that say what a name names, each with an example; what they weigh is a data file.

All of them are asked; each answers how much of its clue a name shows, and the kind with the
greatest sum of weights wins. The weights stand in ``lexicons/any/name_type_weights.tsv``, one line
a rule and kind.
"""

from typing import Literal

from generator.model.rules import Rule, TypeRule
from generator.resolve.entities import form_clues as form
from generator.resolve.entities import grammar_clues as grammar
from generator.resolve.entities.form_clues import Clue

NameRule = Rule[TypeRule, Literal["weighed"], Clue]
BODY_ENDS = ("organisation_suffixes", "administration_words")


def _rule(identifier: TypeRule, example: str, find: Clue) -> NameRule:
    return Rule(identifier, example, "weighed", find)


TYPE_RULES: tuple[NameRule, ...] = (
    _rule("purpose", "Campaign for Clean Rivers", form.purpose),
    _rule("known_place", "Oldham, Lancashire", form.known_place),
    _rule("known_company", "Kinder Morgan", form.known_company),
    _rule("town", "Groningen", form.town),
    _rule("size_of_town", "Nairobi", form.size_of_town),
    _rule("town_or_person", "London, of Jack London", form.town_or_person),
    _rule("body_head", "University of Otago", form.ends_in("organisation_heads")),
    _rule("body_head_alone", "the Ministry", form.ends_in("organisation_heads", alone=True)),
    _rule("body_suffix", "Zastavka Ltd", form.ends_in(*BODY_ENDS)),
    _rule("place_head", "Cebu Island", form.ends_in("place_heads")),
    _rule("place_head_alone", "the Bay", form.ends_in("place_heads", alone=True)),
    _rule("thing_head", "Clean Rivers Act", form.ends_in("thing_heads")),
    _rule("thing_head_alone", "the Act", form.ends_in("thing_heads", alone=True)),
    _rule("code", "STS-1", form.code),
    _rule("field", "Astronomy", form.field),
    _rule("numeral", "XIV", form.numeral),
    _rule("acronym", "NATO", form.acronym),
    _rule("acronym_first", "PGA Tour", form.acronym_first),
    _rule("acronym_last", "Langley-Surrey LRT", form.acronym_last),
    _rule("plural_initials", "MLAs", form.plural_initials),
    _rule("medial_capital", "Fraser SkyTrain", form.medial_capital),
    _rule("see", "Patriarch Porfirije", form.see),
    _rule("mountain", "Mount Kenya", form.mountain),
    _rule("begins_with_country", "Kenya Airways", form.begins_with_country),
    _rule("branch", "Statistics Canada", form.branch),
    _rule("team", "Tampa Rays", form.team),
    _rule("surname", "Efua Owusu", form.surname(alone=False)),
    _rule("surname_alone", "Owusu", form.surname(alone=True)),
    _rule("family", "O'Brien", form.family),
    _rule("given_name", "Anna Kawhia", form.given_name(alone=False)),
    _rule("given_name_alone", "Anna", form.given_name(alone=True)),
    _rule("initials", "J. K. Kawhia", form.initials),
    _rule("capitalised", "Kumara Jayasuriya", form.capitalised),
    _rule("unlisted", "Zastavka", form.unlisted),
    _rule("initials_alone", "N.S.", form.initials_alone),
    _rule("common_last", "Fraser Railway", form.common_last),
    _rule("label_person", "[Kawhia]PERSON", grammar.labelled("PERSON")),
    _rule("label_body", "[Mavuno]ORG", grammar.labelled("ORG")),
    _rule("label_place", "[Umbundu]GPE", grammar.labelled("GPE", "LOC")),
    _rule("label_people", "[Huguenots]NORP", grammar.people),
    _rule("label_thing", "[Clean Rivers]LAW", grammar.labelled("EVENT", "LAW")),
    _rule(
        "label_vague",
        "[Aurora]WORK_OF_ART",
        grammar.labelled("WORK_OF_ART", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT"),
    ),
    _rule("human_verb", "Kawhia wept.", grammar.human_verb),
    _rule("other_verb", "Mavuno grew.", grammar.other_verb),
    _rule("location_preposition", "near Umbundu", grammar.behind("location_prepositions")),
    _rule("article", "the Mavuno", grammar.article),
    _rule("common", "Harvest, and the harvest", grammar.common),
    _rule("personal_pronoun", "Kawhia said she left.", grammar.personal_pronoun),
    _rule("neuter_pronoun", "Mavuno said it grew.", grammar.neuter_pronoun),
    _rule("beside_place", "the village of Umbundu", grammar.trait_clue("place")),
    _rule("beside_body", "the carmaker Zastavka", grammar.trait_clue("organisation")),
    _rule("beside_thing", "the cruise ship Andromeda", grammar.trait_clue("thing")),
    _rule("trade", "the grammarian Kawhia", grammar.trait_clue("person noun")),
    _rule("particle", "Mlle. du Motel", grammar.trait_clue("particle")),
    _rule("age", "Kawhia, 43,", grammar.trait_clue("age")),
    _rule("year", "Aurora (1938)", grammar.trait_clue("year")),
    _rule("before_place", "Ravensworth, Yorkshire", grammar.trait_clue("before a place")),
    _rule("short_for_words", "oxygen species (OS)", grammar.trait_clue("short for common words")),
    _rule("called_person", "Kawhia, a nurse,", grammar.trait_clue("called_person")),
    _rule("called_place", "Umbundu, a village,", grammar.trait_clue("called_place")),
    _rule("called_body", "Mavuno is a party.", grammar.trait_clue("called_organisation")),
    _rule("called_thing", "Andromeda is a ship.", grammar.trait_clue("called_thing")),
    _rule("title", "Dr Kawhia", grammar.titled),
    _rule("unattested", "the Zastavka plan", grammar.unattested),
    _rule("listed_person", "Kawhia, Anna Owusu and Efua Lee", grammar.listed("person")),
    _rule("listed_place", "Umbundu, Nairobi and Lagos", grammar.listed("place")),
)
