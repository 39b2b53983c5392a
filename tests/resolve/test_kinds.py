"""What a name names: person, body, place or nobody, by its words and by what stands beside it."""

import pytest
from made_corpora import MakeSeeds, cast_of, check_marks

from generator.language.gazetteer import town_size
from generator.language.pipeline import LanguageModel

PERSONS = {
    "an age behind the name": "{a person:Oyelaran Adebisi}, 43, was taken to hospital.",
    "an age in brackets": "The driver was {a person:Tuomas Virtanen} (28), police in Turku said.",
    "a verb that only people do": "{a person:Wiremu Kawhia} laughed. {a:Kawhia} wept later.",
    "a role behind which the body is described": (
        "The chair of the charity Hearts for Rivers, {a person:Vaisto Amarok}, a party of farmers, "
        "left."
    ),
    "a noun nearer than the one described": (
        "The captain of the team, {a person:Zastavka Ilona}, and his mother approached "
        "Lindqvist on Friday."
    ),
    "a maker of policy": (
        "{a person:Tuomas Virtanen}, a longtime policy maker who advises Mrs Dlamini, left early."
    ),
    "a role behind the name": "{a person:Nomvula Dlamini}, a nurse, opened the door.",
    "named like a town": "{a person:Jack London} wrote the book. {a:London} was tired of it.",
    "a lone surname of no list beside the full name": (
        "{a person:Ngozi Umbava} left early. They thanked {a:Umbava} for it."
    ),
    "a lone surname with a title": "They thanked Dr {a person:Tavorin} for the soup.",
    "a lone surname that weeps": "In May {a person:Tavorin} wept. On Monday {a:Tavorin} laughed.",
    "named like a country": (
        "{a person:Jordan Kawhia} coaches the boys. Later {a:Jordan} sang for them."
    ),
    "a country where somebody is named like it": (
        "{a person:Chad Virtanen} sings. He was born in {b country:Chad} in May."
    ),
    "a family name of Ghana": "{a person:Efua Owusu} won. Later {a:Owusu} thanked her mother.",
    "a family name of Poland": "{a person:Zbigniew Kaczmarek} sang. {a:Kaczmarek} bowed.",
    "a family name of Samoa": "{a person:Sione Tuilagi} ran. {a:Tuilagi} was never caught.",
    "a family name of Bolivia": "{a person:Lidia Quispe} spoke. {a:Quispe} asked for water.",
    "a family name of Sri Lanka": "{a person:Kumara Jayasuriya} played. {a:Jayasuriya} smiled.",
}
BODIES = {
    "a noun before the name": "The carmaker {a organisation:Zastavka} cut prices on Monday.",
    "a noun after the name": "They gave it to the {a organisation:Tanjug} news agency in Zagreb.",
    "a description": "{a organisation:Mavuno} is a party of farmers. {a:Mavuno} won ten seats.",
    "a branch in a country": "{a organisation:Statistics Canada} counted the cows again.",
    "initials before a word": "He won on the {a organisation:QBR Tour} in May.",
    "initials before a company's word": "She works for {a organisation:DNK Harvest} in the south.",
    "a railway": "{a organisation:Amarok Railroad} hired him as a porter.",
    "an office of affairs": "A letter from {a organisation:Farmers Affairs} came in May.",
    "a bank": "The {a organisation:Bank of Tanzania} raised the rate on Tuesday.",
    "a university": "She teaches at the {a organisation:University of Otago} in the south.",
}
PLACES = {
    "a town of the list": "They met in {a place:Groningen} and walked home from {a:Groningen}.",
    "a town in Asia": "The fire began in {a place:Chittagong} before dawn.",
    "a town in Africa": "He drove from {a place:Bulawayo} to the sea.",
    "a town in South America": "Rain fell on {a place:Cochabamba} and on the hills near it.",
    "a town before its region": "She was born in {a place:Ravensworth}, Yorkshire, long ago.",
    "a noun before the name": "The village of {a place:Umbundu} was empty.",
    "a lake": "The boats on {a place:Lake Titicaca} waited.",
    "Saint in a town's name": "He went to {a place:St. Petersburg} in the spring.",
}
PARTS = {
    "a team is no place": "The {a organisation:Tampa Rays} won. The {a:Rays} beat nobody.",
    "a place that a bigger place is called after": (
        "They lived on {a place:Cebu Island}. Ships left {b place:Cebu} at noon."
    ),
    "a town in the name of a school": (
        "He went to {a organisation:Stephenville High School} as a boy. {b place:Stephenville} is "
        "hot."
    ),
    "people from a region that does nothing": "They came from the {a place:Middle East} in May.",
    "names in a list are of one kind": (
        "They sent for {a person:Peter Larsen}, {b person:Ustaz Belmokhtar} and "
        "{c person:Anna Lindh}."
    ),
    "a city is not its namesake": "She moved to {a place:Kansas City}. {a:Kansas City} is hot.",
    "a place inside the name of a meeting": (
        "The {b organisation:NATO} {a place:Istanbul} Summit was long."
    ),
    "a name with a particle": "The letters hint that {a person:Mlle. du Motel} was unhappy.",
}
NOBODY = {
    "a lone word of no list": "They drank {-:Umbava} on Monday, and more on Tuesday.",
    "a lone word behind a preposition": "Much was written of {-:Tavorin} in those days.",
    "a lone word in a list of goods": "The shop sells bread, {-:Belvorel} and salt.",
    "a ship": "The cruise ship {-:Andromeda} left the port at night.",
    "a ship's prefix": "The {-:MV Tireless} is a museum now.",
    "a mission": "They called it {-:Operation Sandstorm}, and it failed.",
    "a browser": "The browser {-:Cometa} was slow.",
    "a code": "The {-:XR7} was late again, and the {-:XR7} was loud.",
    "a novel": "Her novel {-:Hydrangea} was sold out in a week.",
    "a film and its year": "His film {-:Mandorla} (1962) was shot in black and white.",
    "initials of ordinary words": "They measured volatile organic compounds ({-:VOC}) in the air.",
    "a shuttle by its short name": (
        "The {-:Space Shuttle Pelican} landed. Engineers looked at {-:Pelican} for days."
    ),
    "a field of study": "He has a degree in {-:Linguistics} from a school in Peru.",
    "an award named after somebody": "She was given the {-:Edith Award} in May.",
    "a storm": "{-:Hurricane Walter} turned north and then {-:Hurricane Walter} died.",
    "a described thing": "{-:Solvanta} is a drug. In May {-:Solvanta} was tested again.",
}
CASES = {**PERSONS, **BODIES, **PLACES, **PARTS, **NOBODY}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_a_name_names(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A name is what its words and its neighbours say, on every continent."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize(
    ("name", "least"), [("Lagos", 3), ("Groningen", 2), ("St Petersburg", 2), ("Nowheresville", 0)]
)
def test_towns_by_size(name: str, least: int) -> None:
    """A town of the list has a size, with or without the stop of *St*; other words have none."""
    assert town_size(name) >= least
    assert town_size(name) <= (3 if least else 0)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Boats in the harbour. (Anna Kawhia/Mavuno News). Rain fell.", "credited"),
        ("Boats in the harbour. (Mavuno News / Anna Kawhia / Zastavka News)", "credited"),
        ("The boats waited for days. ( Anna Kawhia / Mavuno News ) Rain fell.", "credited"),
        ("Anna Kawhia wept. The boats are gone. (Anna Kawhia/Mavuno News). Rain fell.", None),
        ("They thanked Anna Kawhia/Tuomas Virtanen for it.", None),
    ],
)
def test_who_took_a_picture_is_no_party(
    text: str, rule: str | None, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """Somebody named only in credits is hidden by that rule; who is named elsewhere too is not."""
    actor = cast_of({"d0": text}, model, make_seeds).named("Anna Kawhia")
    assert (actor.rule, actor.shown) == (rule, rule is None)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Police found twelve PRTD rifles on the ferry.", "in_passing"),
        ("Adaeze Obi told PRTD about the ferry.", None),
        ("The ferry was found by PRTD in May.", None),
        ("A PRTD spokesman left the ferry.", None),
    ],
)
def test_a_word_that_takes_no_part_is_no_party(
    text: str, rule: str | None, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A body of one word is shown where it does, says or is told something, or has people."""
    actor = cast_of({"d0": text}, model, make_seeds).named("PRTD")
    assert (actor.rule, actor.shown) == (rule, rule is None)


def test_one_of_many_in_a_list_is_no_party(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A panel's list of names tells of none of them; who does something as well is shown."""
    names = "Anna Kawhia, Tuomas Virtanen, Mere Tavola, Ewa Nowak, Samir Haddad, Kenji Mori"
    text = f"The panel in Oslo: {names}, Yusuf Demir, Lena Okafor, Ines Duarte. Ewa Nowak wept."
    shown = {a.name for a in cast_of({"d0": text}, model, make_seeds).actors if a.shown}
    assert "Ewa Nowak" in shown
    assert not shown & {"Tuomas Virtanen", "Kenji Mori"}


def test_an_office_before_a_place_is_part_of_its_name(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """*King Samuel Station* is nobody called Samuel Station."""
    cast = cast_of({"d0": "The line ends at King Samuel Station in Tarn."}, model, make_seeds)
    assert all(actor.type != "person" for actor in cast.actors)
