"""Names that no list has: a person only with evidence, and never where a common word ends it."""

import pytest
from made_corpora import MakeSeeds, cast_of, check_marks

from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.read.seeds import read_seeds
from generator.resolve.entities import resolve_actors

FULL_NAMES = {
    "Nigeria": ("Chukwuemeka", "Obidike"),
    "Kenya": ("Wanjiru", "Kibunja"),
    "Finland": ("Aino", "Rautavaara"),
    "Iceland": ("Birgir", "Thorvaldsen"),
    "Turkey": ("Gulsen", "Karabulutlu"),
    "Iran": ("Farhad", "Golshirazi"),
    "Vietnam": ("Thanh", "Huynhvo"),
    "Brazil": ("Thiago", "Albuquerquino"),
    "Mexico": ("Xochitl", "Tlahuicole"),
    "Tonga": ("Siosaia", "Fakafanua"),
    "Georgia": ("Nino", "Beridzelava"),
    "Ethiopia": ("Tsehay", "Gebrewolde"),
    "India": ("Lakshmi", "Venkatapuram"),
    "Hungary": ("Zsofia", "Kerekesfalvi"),
    "Wales": ("Gwenllian", "Prydderchan"),
}
THINGS = {
    "a drink": "They drank {-:Vellamora} on Monday.",
    "a game": "Children played {-:Quaddaro} until dark.",
    "an app": "She put the photo on {-:Plimbo} in May.",
    "a fish": "The cook fried {-:Serravin} in oil.",
    "a dance": "They danced {-:Mokorula} all night.",
    "a dish": "He ate {-:Patorika} with rice.",
    "a stone": "The ring is set with {-:Ulvarite} and gold.",
}
"""A word of no list in a place where no person stands."""
COUNTRIES = ("Chad", "Georgia", "Kenya", "Israel", "India")
COMMON_WORDS = (
    "Railway",
    "Electronics",
    "Stadium",
    "International",
    "Chemical",
    "Festival",
    "Airport",
    "Highway",
    "Terminal",
)


@pytest.mark.parametrize(("given", "surname"), FULL_NAMES.values(), ids=FULL_NAMES.keys())
def test_a_rare_surname_with_its_full_name(
    given: str, surname: str, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A surname of no list is the person whom the text names in full."""
    text = f"{{a person:{given} {surname}}} left early. They thanked {{a:{surname}}} for the soup."
    check_marks(text, model, make_seeds)


@pytest.mark.parametrize("surname", [surname for _, surname in FULL_NAMES.values()])
def test_a_rare_surname_with_a_title(
    surname: str, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A title alone is evidence enough, without the given name."""
    text = f"They waited for Dr {{a person:{surname}}} in the rain."
    check_marks(text, model, make_seeds)


@pytest.mark.parametrize("case", THINGS.values(), ids=THINGS.keys())
def test_a_lone_word_without_evidence(
    case: str, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """What is drunk, played or eaten is nobody, whatever a model calls it."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize("word", COMMON_WORDS)
def test_a_common_word_behind_a_given_name(
    word: str, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """*Martin Railway* is no person."""
    cast = cast_of({"d0": f"They spoke of Martin {word} on Monday."}, model, make_seeds)
    assert all(one.type != "person" for one in cast.actors if word in one.name)


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_where_nobody_is_called_so(
    country: str, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A country's name that people have too is the country where nobody has it."""
    text = f"Rain fell in {{a country:{country}}} in May. Later {{a:{country}}} asked for help."
    check_marks(text, model, make_seeds)


@pytest.mark.parametrize(
    "country",
    [
        "Jordan",
        "Chad",
        pytest.param("Israel", marks=pytest.mark.xfail(reason="read as country and person")),
        pytest.param("India", marks=pytest.mark.xfail(reason="read as country and person")),
    ],
)
def test_a_given_name_that_is_a_countrys(
    country: str, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """Whoever is called like a country is meant where the text names them in full and they act."""
    text = f"{{a person:{country} Kawhia}} coaches the boys. Later {{a:{country}}} sang for them."
    check_marks(text, model, make_seeds)


def test_a_name_over_two_lines_is_one(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Where a line ends inside a name, the actor and its aliases are on one line."""
    said = "The ferry stayed in the harbour all day, said Hilda\nThorvaldsen, its captain, and"
    text = f"{said} the crew had\nto wait for the tide until the evening."
    cast = cast_of({"d0": text}, model, make_seeds)
    (actor,) = [a for a in cast.actors if a.type == "person"]
    assert actor.name == "Hilda Thorvaldsen"
    assert [alias.text for alias in actor.aliases] == ["Hilda Thorvaldsen"]


HEADLINES = {
    "Ada Obi Receives First Harbour Security Briefing.": {"Ada Obi"},
    "Ada Obi Is Now Calling Lund The Most Valuable Sailor.": {"Ada Obi", "Ben Lund"},
}


@pytest.mark.parametrize(("headline", "persons"), HEADLINES.items())
def test_what_a_headline_gives_capitals_is_nobody(
    headline: str, persons: set[str], model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A headline in title case is one though a full stop ends it."""
    told = "Ada Obi was told on Monday how the harbour of Lubao and its gates are guarded. "
    text = f"{headline}\n\n{told}{'She saw Ben Lund there.' if 'Ben Lund' in persons else ''}\n"
    documents = read_seeds(make_seeds({"a.txt": text})).documents
    actors = resolve_actors(documents, [find_annotations(d, model=model) for d in documents])
    assert {one.name for one in actors if one.type == "person"} == persons


def test_a_verb_before_a_name_is_no_given_name(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*Joining Obi*: at a sentence's beginning a capital tells nothing."""
    text = "{a person:Ada Obi} won on Monday. Joining {a:Obi} in the group were three captains."
    check_marks(text, model, make_seeds)
