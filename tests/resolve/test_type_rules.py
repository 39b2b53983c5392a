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
from generator.resolve.entities.name_occurrences import NameOccurrence, key_of
from generator.resolve.entities.type_evidence import (
    clues_of,
    decide,
    load_type_threshold,
    load_type_weights,
    vote_type,
)
from generator.resolve.entities.type_rules import TYPE_RULES
from generator.resolve.entities.type_voting import listed_kinds

ENGLISH = Lexicon("en")
NOBODY = {"gazetteer", "description"}
"""What decides where no rule votes."""
BY_FORM = {
    "Campaign for Clean Rivers": "purpose",
    "Oldham, Lancashire": "known_place",
    "Groningen": "known_place",
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
    text: str, *, before: str = "", after: str = "", label: str = "", title: str = ""
) -> NameOccurrence:
    """One place of a name with the words around it."""
    mention = Mention(
        span=Span("d", 0, len(text)),
        text=text,
        kind="name",
        label=label,
        title=Phrase(0, len(title), title) if title else None,
        apposition=None,
        grammar=Grammar("", "", "", "", possessive=False, agent_verb=""),
        zone="body",
        quoted=False,
        sentence="s",
    )
    return NameOccurrence(0, mention, key_of(text), before, after=after)


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
    assert ("vaisto" in listed_kinds(named, [uses], ENGLISH)) is is_list


def test_every_rule_is_weighed() -> None:
    """Rules, ids and the lines of the weights are the same, and no rule stands twice."""
    ids = [rule.id for rule in TYPE_RULES]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(get_args(TypeRule)) - NOBODY == set(load_type_weights())
    assert all(len(row) == 4 and row[3] for row in load_rows("name_type_weights"))
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
