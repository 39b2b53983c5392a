"""Surnames as they are written, with the title in capitals before them."""

from collections.abc import Sequence

import pytest
from made_corpora import MakeSeeds, cast_of

from generator.language.pipeline import LanguageModel
from generator.resolve.honorifics import with_honorifics

FORMS = {
    "honorific": ("Desmond Tutu prayed. Mr Tutu wept.", ["Desmond Tutu", "Mr Tutu"]),
    "office": (
        "Ellen Sirleaf spoke. Then President Sirleaf left.",
        ["Ellen Sirleaf", "President Sirleaf"],
    ),
    "office of two words": (
        "Leni Robredo waited. Later Vice President Robredo spoke.",
        ["Leni Robredo", "Vice President Robredo"],
    ),
    "country left out": (
        "Leni Robredo waited. The Philippine Vice President Robredo spoke.",
        ["Leni Robredo", "Vice President Robredo"],
    ),
    "small letters": (
        "Ellen Sirleaf spoke. Then president Sirleaf left.",
        ["Ellen Sirleaf", "Sirleaf"],
    ),
    "full name": ("President Ellen Sirleaf spoke.", ["Ellen Sirleaf"]),
}


@pytest.mark.parametrize(("text", "forms"), FORMS.values(), ids=FORMS.keys())
def test_surnames_are_read_with_their_titles(
    text: str, forms: Sequence[str], model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A lone surname begins at its title in capitals; full names and small letters stay."""
    cast = cast_of({"d0": text}, model, make_seeds)
    actors = with_honorifics(cast.documents, cast.annotations, cast.actors)
    names = [m for a in actors if a.type == "person" for m in a.mentions if m.kind == "name"]
    assert [m.text for m in sorted(names, key=lambda m: m.start)] == forms
    text = cast.documents[0].text
    assert all(text[m.start : m.end] == m.text for m in names)
