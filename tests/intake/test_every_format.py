"""The made articles in every format: what is read of them, and what their boilerplate makes."""

from pathlib import Path

import pytest
from intake import false_actors, measure, write_files
from made_formats import BODY, BOILERPLATE, FORMATS, UNTITLED
from made_layouts import STORIES

from generator.read.formats import Bounds, read_texts
from generator.read.formats.media_types import MODULES
from generator.read.seeds import read_seeds

TITLES, AUTHORS = 0.95, 0.90


def test_every_reader_is_measured() -> None:
    """No format is read that no made file is of."""
    made = ((make(STORIES[0]), ending) for ending, make in FORMATS.values())
    types = {text.media_type for one in made for text in read_texts(*one, Bounds())}
    measured = {MODULES[media_type][0] for media_type in types}
    assert measured == {module for module, _ in MODULES.values()} - {"paged_text"}


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_read_of_a_format(name: str) -> None:
    """The words of the body, hardly another, and title, day and authors where they are stated."""
    score = measure(name)
    assert score.f1 >= BODY
    assert score.boilerplate <= BOILERPLATE
    if name not in UNTITLED:
        assert score.titles >= TITLES
        assert score.authors >= AUTHORS
        assert score.days >= TITLES


def test_a_folder_of_mixed_files_is_read_whole(tmp_path: Path) -> None:
    """Files of every format lie side by side; each is one document without a warning."""
    made = write_files(tmp_path, FORMATS, STORIES[:1])
    reading = read_seeds(tmp_path)
    assert reading.skipped == ()
    assert sorted(d.path.partition("#")[0] for d in reading.documents) == sorted(made)
    assert [w for d in reading.documents for w in d.warnings] == []


@pytest.mark.slow
def test_boilerplate_makes_no_actors() -> None:
    """Menus, share bars, heads of pages, related pieces and feet name nobody."""
    assert false_actors(STORIES) == []
