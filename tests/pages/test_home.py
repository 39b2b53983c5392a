"""The front page: which actors it leads with."""

from generator.model.corpus import Actor
from generator.pages.presenters.home import leading_actors


def actor(name: str, *quotations: str) -> Actor:
    """An actor with the ids of what it is quoted with."""
    return Actor(name.lower(), name, "person", (), (), (), quotations_by=quotations)


def test_who_is_quoted_leads() -> None:
    """A country that is named all the time comes after the minister who is quoted."""
    found = leading_actors([actor("Kenya"), actor("Uganda"), actor("Otieno", "q-1")])
    assert [a.name for a in found] == ["Otieno", "Kenya", "Uganda"]
