"""The rules that say what a name names: each with a weight, each with what it sees."""

from collections.abc import Sequence
from typing import get_args

import pytest
from msgspec.structs import replace

from generator.language.lexicons import Lexicon, load_rows
from generator.model.annotations import Grammar, Mention, Phrase
from generator.model.rules import TypeRule
from generator.model.text import Span
from generator.resolve.entities.name_evidence import evidence_of
from generator.resolve.entities.name_occurrences import NameOccurrence, name_occurrence
from generator.resolve.entities.type_evidence import (
    clues_of,
    decide,
    least_votes,
    load_type_threshold,
    load_type_weights,
    vote_type,
)
from generator.resolve.entities.type_rules import TYPE_RULES
from generator.resolve.entities.type_voting import find_listed_kinds

ENGLISH = Lexicon("en")
NOBODY = {"gazetteer", "description"}
"""What decides where no rule votes."""
BY_FORM = {
    "Campaign for Clean Rivers": "purpose",
    "Oldham, Lancashire": "known_place",
    "Groningen": "known_place",
    "Kinder Morgan": "known_company",
    "Chittagong": "known_place",
    "University of Otago": "body_head",
    "Ministry": "body_head_alone",
    "Zastavka Ltd": "body_suffix",
    "Cebu Island": "place_head",
    "Clean Rivers Act": "thing_head",
    "STS-1": "code",
    "Sociology": "field",
    "XIV": "numeral",
    "NATO": "acronym",
    "QBR Tour": "acronym_first",
    "Langley-Surrey LRT": "acronym_last",
    "MLAs": "plural_initials",
    "Fraser SkyTrain": "medial_capital",
    "Patriarch Porfirije": "see",
    "Mount Kenya": "mountain",
    "Kenya Airways": "begins_with_country",
    "Statistics Canada": "branch",
    "Tampa Rays": "team",
    "Efua Owusu": "surname",
    "Owusu": "surname_alone",
    "Ngozi O'Brien": "family",
    "Anna Kawhia": "given_name",
    "Anna": "given_name_alone",
    "J. Kawhia": "initials",
    "Kumara Vaisto": "capitalised",
    "Vaisto": "unlisted",
    "N.S.": "initials_alone",
    "Anna Railway": "common_last",
}


def use_of(
    text: str,
    *,
    before: str = "",
    after: str = "",
    label: str = "",
    title: str = "",
    apposition: str = "",
    verb: str = "",
    preposition: str = "",
    pronoun: str = "",
    common: bool = False,
) -> NameOccurrence:
    """One place of a name with the words around it."""
    mention = Mention(
        span=Span("d", 0, len(text)),
        text=text,
        kind="name",
        label=label,
        title=Phrase(0, len(title), title) if title else None,
        apposition=Phrase(0, len(apposition), apposition) if apposition else None,
        grammar=Grammar("", "", "", preposition, possessive=False, agent_verb=verb),
        zone="body",
        quoted=False,
        sentence="s",
    )
    use = name_occurrence(0, mention, before, after, pronoun, ENGLISH)
    return replace(use, common=common)


def clues(*uses: NameOccurrence, lexicon: Lexicon = ENGLISH) -> Sequence[str]:
    """The rules that see something in these places of one name."""
    return list(clues_of(evidence_of(uses, lexicon)))


@pytest.mark.parametrize(("text", "rule"), BY_FORM.items())
def test_the_form_of_a_name_tells(text: str, rule: str) -> None:
    """Words that say what they name are seen without any text around them."""
    assert rule in clues(use_of(text))


@pytest.mark.parametrize(
    ("rule", "use"),
    [
        ("label_person", use_of("Vaisto", label="PERSON")),
        ("label_body", use_of("Vaisto", label="ORG")),
        ("label_people", use_of("Vaistos", label="NORP")),
        ("age", use_of("Vaisto", after=", 43, left")),
        ("year", use_of("Vaisto", after=" (1938) is")),
        ("before_place", use_of("Vaisto", after=", Kenya, is")),
        ("beside_thing", use_of("Vaisto", before="the cruise ship ")),
        ("beside_place", use_of("Vaisto", before="the village of ")),
        ("trade", use_of("Vaisto", before="the grammarian ")),
        ("particle", use_of("Vaisto", before="and von ")),
        ("short_for_words", use_of("ROS", before="reactive oxygen species (")),
        ("article", use_of("Vaisto", before="of the ")),
        ("title", use_of("Vaisto", title="Dr")),
    ],
)
def test_what_stands_beside_a_name_tells(rule: str, use: NameOccurrence) -> None:
    """A label, an age, a noun, a title beside an unknown name is seen, and not without it."""
    assert rule in clues(use)
    assert rule not in clues(use_of(use.mention.text))


@pytest.mark.parametrize("text", ["Ngozi McBride", "Efua MacOwusu", "Anna DeVaisto", "Efua Owusu"])
def test_a_particle_joined_to_a_surname_is_no_made_up_word(text: str) -> None:
    """*McBride*, *DeVaisto*: the capital inside begins the family name."""
    assert "medial_capital" not in clues(use_of(text))


@pytest.mark.parametrize("text", ["Efua Owusu QC", "Anna Kawhia CBE", "ANNA KAWHIA"])
def test_letters_behind_a_person_are_no_body(text: str) -> None:
    """An honour or a shout is not the initials of a line, a scheme or a body."""
    assert "acronym_last" not in clues(use_of(text))


def test_an_office_before_a_common_word_is_a_phrase() -> None:
    """*Chief Market Strategist* titles nobody; *Mr Market* and a word taken for a person are."""
    assert "title" not in clues(use_of("Market", title="Chief"))
    assert "title" in clues(use_of("Market", title="Mr"))
    assert "title" in clues(use_of("Market", title="Chief", label="PERSON"))


def test_a_title_before_a_party_is_its_members() -> None:
    """*The veteran Vaisto councillor*: the title is the councillor's."""
    assert "title" not in clues(use_of("Vaisto", title="veteran", after=" councillor said"))
    assert "title" in clues(use_of("Vaisto", title="veteran", after=" said"))


@pytest.mark.parametrize(
    ("use", "is_unattested"),
    [
        (use_of("Vaisto", label="PERSON"), True),
        (use_of("Vaisto", label="PERSON", after=", 43, left"), False),
        (use_of("Vaisto", title="Dr"), False),
        (use_of("Owusu", label="PERSON"), False),
        (use_of("Anna Vaisto", label="PERSON"), False),
    ],
)
def test_a_lone_word_of_no_list_wants_evidence(use: NameOccurrence, *, is_unattested: bool) -> None:
    """A word that nobody is called is no person because a language model says so."""
    assert ("unattested" in clues(use)) is is_unattested


@pytest.mark.parametrize(
    ("places", "label", "is_unattested"),
    [(4, "ORG", True), (4, "PERSON", True), (5, "PERSON", False), (5, "ORG", True)],
)
def test_what_is_read_as_a_person_again_and_again_is_one(
    places: int, label: str, *, is_unattested: bool
) -> None:
    """Five places are enough, if each is read so."""
    uses = [use_of("Vaisto", label="PERSON")] * (places - 1) + [use_of("Vaisto", label=label)]
    assert ("unattested" in clues(*uses)) is is_unattested


def places(*names: tuple[str, str]) -> tuple[NameOccurrence, ...]:
    """Names of one sentence, each with what follows it up to the next."""
    found, at = [], 0
    for text, after in names:
        use = use_of(text, after=after)
        span = Span("d", at, at + len(text))
        found.append(replace(use, mention=replace(use.mention, span=span)))
        at += len(text) + len(after)
    return tuple(found)


@pytest.mark.parametrize(
    ("names", "is_list"),
    [
        ((("Anna Owusu", ", "), ("Vaisto", ".")), False),
        ((("Anna Owusu", " and "), ("Vaisto", ".")), True),
        ((("Anna Owusu", ", "), ("Vaisto", ", "), ("Anna Kawhia", ".")), True),
        ((("Anna Owusu", " in "), ("Vaisto", ".")), False),
    ],
)
def test_two_names_with_a_comma_alone_are_no_list(
    names: tuple[tuple[str, str], ...], *, is_list: bool
) -> None:
    """*Efua Owusu, Vaisto* in a list of parts is a player and a play; *and* or a third lists."""
    uses = places(*names)
    named = {use.key: [use] for use in uses}
    votes = {key: vote_type(found, ENGLISH) for key, found in named.items()}
    assert ("vaisto" in find_listed_kinds(votes, named, [uses], ENGLISH)) is is_list


NEEDED: dict[TypeRule, tuple[NameOccurrence, int, str]] = {
    "purpose": (use_of("Nurses for Kenya"), 1, ""),
    "known_place": (use_of("Groningen"), 1, ""),
    "known_company": (use_of("Pernod Ricard"), 1, ""),
    "town": (use_of("Marmaris"), 1, ""),
    "size_of_town": (use_of("Berlin", before="the cruise ship "), 1, ""),
    "town_or_person": (use_of("Jackson", label="GPE"), 1, ""),
    "body_head": (use_of("Fraser Railway"), 1, ""),
    "body_head_alone": (use_of("Church"), 1, ""),
    "body_suffix": (use_of("Vaisto AG"), 1, ""),
    "place_head": (use_of("Kawhia Bay"), 1, ""),
    "place_head_alone": (use_of("Bay", before="the carmaker "), 1, ""),
    "thing_head": (use_of("Anna Act"), 1, ""),
    "thing_head_alone": (use_of("Act", before="the village of "), 1, ""),
    "code": (use_of("STS-1"), 1, ""),
    "field": (use_of("Sociology", label="ORG"), 1, ""),
    "numeral": (use_of("XIV"), 1, ""),
    "acronym": (use_of("NATO"), 1, ""),
    "acronym_first": (use_of("QBR Tour"), 1, ""),
    "acronym_last": (use_of("Anna QBR"), 1, ""),
    "plural_initials": (use_of("DVDs", label="ORG"), 1, ""),
    "medial_capital": (use_of("Anna VaistoSoft"), 1, ""),
    "unattested": (use_of("Vaisto", label="PERSON"), 3, ""),
    "see": (use_of("Patriarch Porfirije"), 1, ""),
    "mountain": (use_of("Mount Kenya"), 1, ""),
    "begins_with_country": (use_of("Kenya Power"), 1, ""),
    "branch": (use_of("Statistics Canada"), 1, ""),
    "team": (use_of("Tampa Rays"), 1, ""),
    "surname": (use_of("Efua Owusu"), 1, ""),
    "surname_alone": (use_of("Smith"), 1, ""),
    "family": (use_of("O'Brien"), 1, ""),
    "given_name": (use_of("Anna Kawhia"), 1, ""),
    "given_name_alone": (use_of("Jackson"), 1, ""),
    "initials": (use_of("J. Kawhia"), 1, ""),
    "capitalised": (use_of("Efua Owusu"), 1, ""),
    "unlisted": (use_of("Vaisto", before="the grammarian "), 1, ""),
    "initials_alone": (use_of("N.S.", verb="weep"), 1, ""),
    "common_last": (use_of("Fraser Railway", after=", 43, left"), 1, ""),
    "label_person": (use_of("Owusu", label="PERSON"), 1, ""),
    "label_body": (use_of("Vaisto", label="ORG"), 1, ""),
    "label_place": (use_of("Vaisto", label="GPE"), 1, ""),
    "label_people": (use_of("Vaistos", label="NORP"), 1, ""),
    "label_thing": (use_of("N.S.", label="LAW"), 1, ""),
    "label_vague": (use_of("Owusu", label="WORK_OF_ART"), 3, ""),
    "human_verb": (use_of("Vaisto", verb="weep"), 1, ""),
    "other_verb": (use_of("Anna", verb="grow"), 1, ""),
    "location_preposition": (use_of("Vaisto", preposition="near"), 1, ""),
    "article": (use_of("O'Brien", before="of the "), 1, ""),
    "common": (use_of("O'Brien", common=True), 1, ""),
    "personal_pronoun": (use_of("Owusu", pronoun="feminine"), 1, ""),
    "neuter_pronoun": (use_of("Vaisto", pronoun="neuter"), 3, ""),
    "beside_place": (use_of("Vaisto", before="the village of "), 1, ""),
    "beside_body": (use_of("Vaisto", before="the carmaker "), 1, ""),
    "beside_thing": (use_of("O'Brien", before="the cruise ship "), 1, ""),
    "trade": (use_of("Owusu", before="the grammarian "), 1, ""),
    "particle": (use_of("Vaisto", before="and von "), 1, ""),
    "age": (use_of("Vaisto", after=", 43, left"), 1, ""),
    "year": (use_of("Vaisto", label="ORG", after=" (1938) is"), 1, ""),
    "before_place": (use_of("Vaisto", after=", Kenya, is"), 1, ""),
    "short_for_words": (use_of("ROS", before="reactive oxygen species ("), 1, ""),
    "called_person": (use_of("Vaisto", apposition="a nurse"), 1, ""),
    "called_place": (use_of("Vaisto", apposition="a village"), 1, ""),
    "called_body": (use_of("Vaisto", apposition="a party"), 1, ""),
    "called_thing": (use_of("O'Brien", apposition="a ship"), 1, ""),
    "title": (use_of("Vaisto", title="Dr"), 1, ""),
    "listed_person": (use_of("Owusu"), 1, "person"),
    "listed_place": (use_of("Vaisto"), 1, "place"),
}
"""Of each rule a name, how often it stands so, and what stands in a list beside it."""


@pytest.mark.parametrize("rule", [rule.id for rule in TYPE_RULES])
def test_a_name_is_of_another_type_without_the_rule(rule: TypeRule) -> None:
    """Each rule earns its place: a name is taken for something else, or for nothing, without it."""
    use, count, listed = NEEDED[rule]
    found = clues_of(evidence_of((use,) * count, ENGLISH, {listed: 1.0} if listed else None))
    without = {other: value for other, value in found.items() if other != rule}
    weights, least = load_type_weights(), least_votes(count)
    assert decide(found, weights, least).kind != decide(without, weights, least).kind


def test_every_rule_is_weighed() -> None:
    """Rules, ids and the lines of the weights are the same, and no rule stands twice."""
    ids = [rule.id for rule in TYPE_RULES]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(get_args(TypeRule)) - NOBODY == set(load_type_weights())
    assert all(len(row) == 5 and row[3] for row in load_rows("name_type_weights"))
    assert all(load_type_threshold(row[0]) > 0 for row in load_rows("name_type_thresholds"))


def test_the_rule_that_weighs_most_for_the_winner_is_named() -> None:
    """Of several rules the one goes into the data that added most to the kind that won."""
    weights = {"title": {"person": 4.0}, "surname": {"person": 1.0}, "town": {"place": 4.5}}
    vote = decide({"title": 1.0, "surname": 1.0, "town": 1.0}, weights, 1.0)
    assert (vote.kind, vote.rule) == ("person", "title")
    assert decide({"surname": 0.5}, weights, 1.0).kind == "nothing"
    assert decide({}, weights, 1.0).kind == "nothing"


def test_a_region_that_begins_like_a_person_is_a_region() -> None:
    """*Nova* is a given name, and the place of the list outweighs it."""
    vote = vote_type((use_of("Nova Scotia"),), ENGLISH)
    assert (vote.kind, vote.rule) == ("place", "known_place")


def test_a_place_of_two_words_is_nobodys_given_name() -> None:
    """A place that a list has whole shows no given name."""
    assert "given_name" not in clues(use_of("Nova Scotia"))


def test_a_language_without_lists_still_has_the_lists_of_none() -> None:
    """Without a lexicon only names and surnames of no language, shapes and labels tell."""
    found = clues(use_of("Anna Owusu", label="PERSON"), lexicon=Lexicon())
    assert set(found) == {"surname", "given_name", "label_person"}
