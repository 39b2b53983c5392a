"""What kind of text a genre names, asked in one place."""

from typing import get_args

import pytest
from handmade import make_document
from msgspec.structs import replace

from generator.language.genres import Stance, stance_of
from generator.language.lexicons import load_rows
from generator.model.text import Fact, Metadata


@pytest.mark.parametrize(
    ("genre", "stance"),
    [
        ("Opinion", "opinion"),
        ("opinion piece", "opinion"),
        ("News analysis", "analysis"),
        ("Interview", "report"),
        ("Ballad", None),
    ],
)
def test_the_genre_tells_whether_a_view_is_argued(genre: str, stance: str | None) -> None:
    """A genre is looked up whole and word by word."""
    document = make_document(("The bridge is closed.",))
    stated = Metadata(genre=Fact(genre, "stated", None, "editor"))
    assert stance_of(replace(document, metadata=stated)) == stance
    assert stance_of(replace(document, metadata=Metadata())) is None


def test_every_row_of_the_list_has_a_known_stance() -> None:
    """The third column has no other words than the code knows."""
    assert {row[2] for row in load_rows("genres", "en")} == set(get_args(Stance))
