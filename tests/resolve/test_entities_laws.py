"""Laws of the actors: what must hold for any choice and order of documents."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpora import BEFORE

from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.annotations import Annotations
from generator.model.corpus import Actor
from generator.model.text import Document
from generator.read.seeds import read_seeds
from generator.resolve.coreference import resolve_coreference, with_references
from generator.resolve.entities import resolve_actors
from generator.resolve.roles import resolve_roles

TEXTS = (
    "Angela Merkel met Emmanuel Macron in Paris. Merkel praised the French president.",
    "Chancellor Merkel spoke to Olaf Scholz. Emmanuel Macron was not there, Scholz said.",
    "The United States warned Russia. Washington and Moscow have talked. Macron was told.",
    "Wangari Maathai founded the Green Belt Movement (GBM). The GBM planted trees in Kenya.",
    "Mr Macron opened a bakery in Ohio. He sold bread to farmers.",
    "Donald Trump Jr. and Donald Trump played golf. Trump won.",
    "Narendra Modi visited Tokyo. Modi signed a deal with Japan. India will pay.",
    "The GBM and the US embassy in Nairobi held a meeting. Maathai spoke.",
    "Daniel Mwangi met Joyce Banda in Mombasa. Banda and Mwangi smiled. They left early.",
    "Joyce Banda waited. D. Mwangi signed for Sealift Ltd. Sealift was pleased.",
    "Wangari Muta, better known as Wangari Maathai, loved Mount Kenya. Mt Kenya is high.",
    "President Mwangi praised our Nation. Kenya will pay, Mwangi said. Banda was told.",
)
Pair = tuple[Document, Annotations]


@pytest.fixture(scope="module")
def pairs(model: LanguageModel, tmp_path_factory: pytest.TempPathFactory) -> tuple[Pair, ...]:
    """Each text as a document with its annotations."""
    folder: Path = tmp_path_factory.mktemp("seeds")
    for i, text in enumerate(TEXTS):
        (folder / f"d{i}.txt").write_text(f"{BEFORE}{text}\n", "utf-8")
    documents = read_seeds(folder).documents
    return tuple((d, find_annotations(d, model=model)) for d in documents)


def resolved(pairs: Sequence[Pair]) -> tuple[Actor, ...]:
    """The actors of some documents."""
    documents, annotations = [d for d, _ in pairs], [a for _, a in pairs]
    named = resolve_actors(documents, annotations)
    referred = with_references(named, resolve_coreference(documents, annotations, named))
    return resolve_roles(documents, annotations, referred)


def together(actors: Sequence[Actor]) -> dict[tuple[str, int, int], str]:
    """The actor of each name mention."""
    return {(m.document, m.start, m.end): a.id for a in actors for m in a.mentions}


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(len(TEXTS))))
def test_order_of_documents_means_nothing(order: list[int], pairs: tuple[Pair, ...]) -> None:
    """Any order of the documents gives the same actors, to the last field."""
    assert resolved([pairs[i] for i in order]) == resolved(pairs)


@settings(max_examples=40, deadline=None)
@given(
    chosen=st.sets(st.integers(0, len(TEXTS) - 1), min_size=1), added=st.integers(0, len(TEXTS) - 1)
)
def test_a_new_document_splits_nobody(
    chosen: set[int], added: int, pairs: tuple[Pair, ...]
) -> None:
    """Mentions that were one actor stay one when a document is added."""
    before = together(resolved([pairs[i] for i in sorted(chosen)]))
    after = together(resolved([pairs[i] for i in sorted(chosen | {added})]))
    groups: dict[str, set[str]] = {}
    for place, actor in before.items():
        groups.setdefault(actor, set()).add(after[place])
    assert all(len(found) == 1 for found in groups.values())


@settings(max_examples=20, deadline=None)
@given(chosen=st.sets(st.integers(0, len(TEXTS) - 1), min_size=1))
def test_mentions_are_verbatim(chosen: set[int], pairs: tuple[Pair, ...]) -> None:
    """Every mention and role is the document's text at its offsets, and ids are unique."""
    some = [pairs[i] for i in sorted(chosen)]
    texts = {d.id: d.text for d, _ in some}
    actors = resolved(some)
    assert len({a.id for a in actors}) == len(actors)
    for actor in actors:
        for mention in actor.mentions:
            assert texts[mention.document][mention.start : mention.end] == mention.text
        for role in actor.roles:
            assert texts[role.document][role.start : role.end] == role.text
