"""Roles: what the sources call an actor, verbatim, and nothing that says nothing."""

import pytest
from casting import MakeSeeds, cast_of

from generator.engines import LanguageModel

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
    "counterpart": ("He met his Russian counterpart Sergei Lavrov.", []),
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
