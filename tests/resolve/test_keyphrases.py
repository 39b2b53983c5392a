"""What becomes a document's keyphrases: names merged, the fullest form, no repeats."""

from collections.abc import Callable, Mapping
from itertools import combinations, permutations
from pathlib import Path

import pytest

from generator.extract.annotate import find_annotations
from generator.language.lexicons import load_rows
from generator.language.pipeline import LanguageModel
from generator.language.word_families import family, informative_words, joining_words
from generator.model.corpus import Keyphrase
from generator.read.seeds import read_seeds
from generator.resolve.entities import resolve_actors
from generator.resolve.keyphrases import resolve_keyphrases
from generator.resolve.keyphrases.ranking import count_documents

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]

PIPELINE = """Workers finish gas pipeline

The gas pipeline between Norway and Denmark was opened on Monday. Engineers had worked on the
pipeline for three years, and the war in Georgia had held them up twice.

Jonas Berg, the chief engineer, said the pipeline was safe. Berg has built pipelines before. The war
in Georgia, he said, was the reason for the delay, and the war in Georgia was over.

Energy prices fell after the opening. A realistic outcome is a cheap winter.
"""
OTHER = """Storm closes schools

A winter storm closed schools in Oslo on Tuesday. Snow ploughs could not keep the roads open, and
school buses stayed in their depots. Weather services expect another winter storm on Friday.
"""


def phrases_of(
    texts: Mapping[str, str], model: LanguageModel, make_seeds: MakeSeeds, *, limit: int = 20
) -> dict[str, list[Keyphrase]]:
    """Each document's keyphrases by file name without its ending."""
    folder = make_seeds({f"{name}.txt": text for name, text in texts.items()})
    documents = read_seeds(folder).documents
    annotations = [find_annotations(d, model=model) for d in documents]
    actors = resolve_actors(documents, annotations)
    found = resolve_keyphrases(documents, annotations, actors, limit=limit)
    return {d.path.removesuffix(".txt"): list(found[d.id]) for d in documents}


def test_the_subject_comes_first(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """What a text opens with and comes back to is its first phrase."""
    found = phrases_of({"a": PIPELINE, "b": OTHER}, model, make_seeds)
    assert found["a"][0].text in {"gas pipeline", "war in Georgia"}
    assert "winter storm" in [k.text for k in found["b"]][:3]


def test_best_first(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Every place of a phrase is verbatim, and no more are given than asked for."""
    found = phrases_of({"a": PIPELINE}, model, make_seeds, limit=5)["a"]
    assert len(found) == 5
    for phrase in found:
        assert any(PIPELINE[s:e] == phrase.text for s, e in phrase.spans)


def test_bare_names_belong_to_the_actors(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """In one or two documents no name of a person or country is a keyphrase."""
    texts = [k.text for k in phrases_of({"a": PIPELINE}, model, make_seeds)["a"]]
    assert not {"Norway", "Denmark", "Georgia", "Jonas Berg", "Berg"} & set(texts)


def test_a_name_can_tell_a_document_from_many(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Among many documents a person whom one of them tells of is a keyphrase of it, once."""
    others = {
        f"x{i}": OTHER.replace("Oslo", town) for i, town in enumerate(("Bonn", "Lyon", "Bath"))
    }
    found = phrases_of({"a": PIPELINE, **others}, model, make_seeds)["a"]
    names = [k.text for k in found if "Berg" in k.text]
    assert names in ([], ["Jonas Berg"])


def test_the_fullest_form_is_shown(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*War* is shown as *war in Georgia* where the text most often says so."""
    texts = [k.text for k in phrases_of({"a": PIPELINE}, model, make_seeds)["a"]]
    assert "war in Georgia" in texts
    assert "war" not in texts


def test_two_documents_show_the_usual_form(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*Rivalry* is *rivalry with China* where the corpus mostly says so, once in each document."""
    lines = ("The rivalry with China is older than the war.", "Its rivalry with China has grown.")
    found = phrases_of(
        {"a": f"{PIPELINE}\n{lines[0]}\n", "b": f"{OTHER}\n{lines[1]}\n"}, model, make_seeds
    )
    for phrases in found.values():
        texts = [k.text for k in phrases]
        assert "rivalry with China" in texts
        assert "rivalry" not in texts


def test_what_says_nothing_is_left_out(
    model: LanguageModel, make_seeds: MakeSeeds, seeds_dir: Path
) -> None:
    """A judging adjective before a general noun is no keyphrase of an article."""
    article = (seeds_dir / "003_7112adcedfa7c1bb.txt").read_text("utf-8")
    texts = [k.text for k in phrases_of({"a": article}, model, make_seeds)["a"]]
    assert not {"realistic outcome", "acceptable deal", "preferred outcomes"} & set(texts)


def test_no_phrase_contains_another(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Not by lemmas, and not by word families either."""
    for found in phrases_of({"a": PIPELINE, "b": OTHER}, model, make_seeds).values():
        keys = [f" {' '.join(family(w, 'en') for w in k.key.split())} " for k in found]
        assert not [(a, b) for a, b in combinations(keys, 2) if a in b or b in a]


TRAMS = """Sandholm tram timetable

12 May 2031

Sandholm harbour tram timetable changes. The harbour tram timetable of the Sandholm harbour tram was
changed. The tram timetables of harbour trams were late. Harbour trams and the harbour tram are the
same. Sandholm's harbour tram timetable is new.
"""


def test_no_phrase_says_the_words_of_another(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A word between, another order or an *of* make no second phrase of the same words."""
    found = phrases_of({"a": TRAMS}, model, make_seeds)["a"]
    words = [{family(word, "en") for word in k.key.split()} for k in found]
    assert not [(a, b) for a, b in permutations(words, 2) if a <= b]


def test_a_phrase_is_shown_in_its_usual_wording(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """What one longer phrase of the text holds is one phrase, as most places have it."""
    found = phrases_of({"a": TRAMS}, model, make_seeds)["a"]
    assert [k.text for k in found] == ["harbour tram timetable"]


def test_phrases_of_one_head_are_not_one(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*Night tram timetable* and *harbour tram timetable* are two, unless a phrase says both."""
    text = (
        "The night tram timetable was printed on Monday. The harbour tram timetable is late. "
        "Nobody reads the harbour tram timetable."
    )
    texts = [k.text for k in phrases_of({"a": text}, model, make_seeds)["a"]]
    assert {"night tram timetable", "harbour tram timetable"} <= set(texts)


def test_order_of_documents_changes_nothing(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A document's phrases depend on which documents there are, not on their names' order."""
    one = phrases_of({"a": PIPELINE, "b": OTHER}, model, make_seeds)
    two = phrases_of({"b": PIPELINE, "a": OTHER}, model, make_seeds)
    assert [(k.text, k.score) for k in one["a"]] == [(k.text, k.score) for k in two["b"]]


def test_the_weights_are_few_and_known() -> None:
    """The ranker's file holds under 100 numbers, one a feature, each named once."""
    rows = load_rows("keyphrase_weights")
    assert len(rows) < 100
    assert len({row[0] for row in rows}) == len(rows)
    assert all(abs(float(row[1])) < 20 for row in rows)


def test_general_words_are_common_even_in_a_small_corpus() -> None:
    """Imagined documents of general English make *question* commoner than *pipeline*."""
    rarity = count_documents([])
    assert rarity.of_word("pipeline") >= rarity.of_word("question")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("diabetes", "diabetics", True),
        ("immigration", "immigrants", True),
        ("hurricanes", "hurricane", True),
        ("war", "wars", False),
        ("minister", "ministry", False),
    ],
)
def test_word_families(one: str, two: str, same: bool) -> None:
    """Endings are cut, but four letters stay."""
    assert (family(one, "en") == family(two, "en")) == same


def test_telling_words() -> None:
    """What is left when general words and the cast are taken away."""
    assert informative_words("us ceasefire proposal", frozenset({"us", "proposal"})) == {
        "ceasefire"
    }
    silent = frozenset({"part", "plan"}) | joining_words(["en"])
    assert informative_words("part of the plan", silent) == frozenset()


SEED_PHRASES = {
    "000_00f6a6dc806e0733": ["Trump-Putin call", "face-to-face negotiations", "peace agreement"],
    "003_7112adcedfa7c1bb": ["transatlantic alliance", "intelligence sharing", "US sanctions"],
}


@pytest.mark.parametrize("name", SEED_PHRASES)
def test_phrases_of_the_seeds(
    name: str, model: LanguageModel, make_seeds: MakeSeeds, seeds_dir: Path
) -> None:
    """At least 15 phrases, none a name, none from the boilerplate of the page."""
    texts = {p.stem: p.read_text("utf-8") for p in sorted(seeds_dir.glob("*.txt"))}
    found = [k.text for k in phrases_of(texts, model, make_seeds)[name]]
    assert len(found) >= 15
    assert set(SEED_PHRASES[name]) <= set(found[:12])
    assert not {"FAST", "Join", "Commentary", "Stefan Wolff", "Trump", "Apr 23"} & set(found)
