"""Roles: what the sources call an actor, verbatim, and nothing that says nothing."""

import pytest
from made_corpora import MakeSeeds, cast_of

from generator.language.pipeline import LanguageModel

ROLES = {
    "title before the name": ("US Secretary of State Marco Rubio left.", ["US Secretary of State"]),
    "small letters": ("US president Joe Biden spoke.", ["US president"]),
    "long title": (
        "The talks bored international security expert Stefan Wolff.",
        ["international security expert"],
    ),
    "apposition": (
        "Joyce Banda, the former president of Malawi, spoke.",
        ["former president of Malawi"],
    ),
    "apposition before": (
        "Ukraine’s president, Volodymyr Zelensky, spoke.",
        ["Ukraine’s president"],
    ),
    "complement of be": (
        "Malala Yousafzai is an activist from Pakistan.",
        ["activist from Pakistan"],
    ),
    "honorific alone": ("Mrs Joyce Banda spoke.", []),
    "relation": ("His friend Kofi Annan spoke.", []),
    "relation of somebody": (
        "Fela Kuti, son of Funmilayo Ransome-Kuti, sang.",
        ["son of Funmilayo Ransome-Kuti"],
    ),
    "counterpart": ("He met his Russian counterpart Sergei Lavrov.", ["Russian counterpart"]),
    "counterpart of nobody": ("He met his counterpart Sergei Lavrov.", []),
    "rank": ("General Wesley Clark spoke.", ["General"]),
    "apposition in capitals": (
        "Wangari Maathai, Assistant Minister for Environment, spoke.",
        ["Assistant Minister for Environment"],
    ),
    "apposition before a courtesy": (
        "The minister for roads, Shri Li Wei, spoke. Its chair, Dr Anna Kawhia, listened.",
        ["chair", "minister for roads"],
    ),
    "apposition after an age": (
        "Eliud Kipchoge, 41, a runner from Kenya, won.",
        ["runner from Kenya"],
    ),
    "apposition after a bracket": (
        "Chinua Achebe (16 November 1930 – 21 March 2013) was a Nigerian novelist.",
        ["Nigerian novelist"],
    ),
    "apposition before, in capitals": (
        "She thanked the Secretary-General, Kofi Annan, for his help.",
        ["Secretary-General"],
    ),
    "emeritus": (
        "They heard Wole Soyinka, professor emeritus at Cornell, on Monday.",
        ["professor emeritus at Cornell"],
    ),
    "president of a country": (
        "Michelle Bachelet was the 33rd President of Chile.",
        ["33rd President of Chile"],
    ),
    "chosen": ("Jacinda Ardern was later elected prime minister.", ["prime minister"]),
    "who serves as": (
        "Reporters asked Jens Stoltenberg, who served as head of NATO, to stay.",
        ["head of NATO"],
    ),
    "who became": (
        "They met Ellen Johnson Sirleaf, who became president of Liberia in 2006.",
        ["president of Liberia"],
    ),
    "only supposed": ("If Boris Johnson is elected president, the markets will fall.", []),
    "not yet": ("Boris Johnson may become the president of the club.", []),
    "denied": ("Boris Johnson is not the president of the club.", []),
    "of what": ("Boris Johnson became a member in May.", []),
    "the fifth, and then": ("Maurice Okafor became the fifth coach fired this season.", []),
    "another's role": ("The wife of Boris Johnson is a lawyer.", []),
    "a list": ("Boris Johnson, President Joe Biden and Angela Merkel spoke.", ["President"]),
    "no role": ("Kofi Annan is tall.", []),
}


@pytest.mark.parametrize(("text", "roles"), ROLES.values(), ids=ROLES.keys())
def test_roles_are_verbatim(
    text: str, roles: list[str], model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """The roles of the person named are these words of the text and no others."""
    cast = cast_of({"d0": text}, model, make_seeds)
    people = [a for a in cast.actors if a.type == "person"]
    found = [r.text for a in people for r in a.roles]
    assert found == roles


def test_roles_are_dated_by_their_document(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A change of office shows: each role bears the date of the document that says so."""
    texts = {"d0": "Senator Barack Obama spoke.", "d1": "President Barack Obama spoke."}
    make_seeds({"d0.txt.yml": "published: 2005-03-01\n", "d1.txt.yml": "published: 2009-03-01\n"})
    cast = cast_of(texts, model, make_seeds)
    roles = [(r.text, r.date) for r in cast.named("Barack Obama").roles]
    assert roles == [("Senator", "2005-03-01"), ("President", "2009-03-01")]
