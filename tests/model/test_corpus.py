"""Rows of the resolved corpus: what they say of themselves."""

import pytest

from generator.model.corpus import Actor, Role


@pytest.mark.parametrize(
    ("roles", "usual"),
    [
        ((), None),
        (("rival of the mayor", "senator", "Senator"), "senator"),
        (("senator", "chair of the board"), "senator"),
    ],
)
def test_the_usual_role_is_what_the_sources_say_most_often(
    roles: tuple[str, ...], usual: str | None
) -> None:
    """Capitals aside; of several as often the first."""
    rows = tuple(Role(text, "a", 0, len(text), None) for text in roles)
    found = Actor("obi", "Ada Obi", "person", (), rows, ()).usual_role
    assert (found.text if found else None) == usual
