"""What the parser reads of a text, and the way back to the text's own characters."""

from collections.abc import Callable, Mapping
from pathlib import Path
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.annotate import find_annotations
from generator.language.pipeline import PLACEHOLDER, LanguageModel, _Mask
from generator.model.text import Offsets, Segment
from generator.read.seeds import read_seeds

WORDS = "José Müller, the mayor of Zürich, said that the café will close."


def test_accents_behind_their_letters_are_read_as_whole_letters(model: LanguageModel) -> None:
    """The words are those of the text in NFC, and each lies where the text has it."""
    text = normalize("NFD", WORDS)
    (parsed,) = model.parse("a", text, [Segment(0, len(text), "body")]).segments
    (plain,) = model.parse("b", WORDS, [Segment(0, len(WORDS), "body")]).segments
    assert [(t.text, t.lemma, t.tag) for t in parsed.tokens] == [
        (t.text, t.lemma, t.tag) for t in plain.tokens
    ]
    assert [normalize("NFC", text[t.start : t.end]) for t in parsed.tokens] == [
        t.text for t in parsed.tokens
    ]


def test_a_zero_width_space_parts_words(model: LanguageModel) -> None:
    """A name before an invisible space is a word of its own, at its own place."""
    text = "Varga\u200b said that the road is closed."
    (parsed,) = model.parse("a", text, [Segment(0, len(text), "body")]).segments
    assert [text[t.start : t.end] for t in parsed.tokens if t.text == "Varga"] == ["Varga"]


@given(st.text(alphabet="aeé \u0301\u0308Ño\u0303“”\n", min_size=3, max_size=40), st.data())
def test_every_character_has_its_place(text: str, data: st.DataObject) -> None:
    """Whatever accents stand where, also beside a hole, the way back keeps the order."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    mask = _Mask(text, Segment(0, len(text), "body", holes=(Offsets(start, end),)), PLACEHOLDER)
    places = [mask.original(n) for n in range(len(mask.text) + 1)]
    hole = mask.text.index(PLACEHOLDER)
    outside = [*places[: hole + 1], *places[hole + len(PLACEHOLDER) :]]
    assert outside == sorted(outside)
    assert places[hole] == start
    assert places[-1] == len(text)
    assert normalize("NFC", text[:start]).replace("\n", " ") == mask.text[:hole]


def test_a_name_in_either_form_is_one_actor(
    model: LanguageModel, make_seeds: Callable[[Mapping[str, str | bytes]], Path]
) -> None:
    """Two documents, one with accents behind their letters, name one person in one way."""
    other = WORDS.replace("said that", "told reporters on Monday that")
    documents = read_seeds(make_seeds({"a.txt": WORDS, "b.txt": normalize("NFD", other)})).documents
    found = {d.id: find_annotations(d, model=model).mentions for d in documents}
    names = {id_: {m.text for m in mentions if m.kind == "name"} for id_, mentions in found.items()}
    assert names["a"] == names["b"]
    assert "José Müller" in names["a"]
