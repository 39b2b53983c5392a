"""Addresses: readable, safe, and never the same for two things by accident."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.links import file_of, page_slug, page_slugs, root_of


@pytest.mark.parametrize(
    ("identifier", "slug"),
    [
        ("donald-trump", "donald-trump"),
        ("000_00f6", "000-00f6"),
        ("war-in-ukraine", "war-in-ukraine"),
    ],
)
def test_a_plain_id_is_its_own_address(identifier: str, slug: str) -> None:
    """An id of letters, digits and hyphens is kept."""
    assert page_slug(identifier) == slug


@pytest.mark.parametrize(
    "identifier", ["index", "readme", "page-2", "404", "Москва", "", "..", "a/b"]
)
def test_an_id_that_cannot_be_an_address_gets_a_hash(identifier: str) -> None:
    """Names that the engine reads, and ids of other letters, get a hash of their own."""
    assert re.fullmatch(r"[a-z0-9-]*[0-9a-f]{6}", page_slug(identifier))


@given(st.text(max_size=40))
def test_an_address_is_one_path_part(identifier: str) -> None:
    """Whatever the id, its address is one non-empty part of lower-case ASCII."""
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", page_slug(identifier))


HARD = st.sampled_from(
    [
        "rain log",
        "rain_log",
        "rain-log",
        "Rain-Log",
        "rain  log",
        "rain\u00a0log",
        "ｒain-log",
        "",
        "é",
        "e\u0301",
    ]
)
"""Ids that ask for one address, or nearly."""


@given(st.lists(HARD | st.text(max_size=8)))
def test_no_two_ids_have_one_address(identifiers: list[str]) -> None:
    """Each id has an address, no two the same, the case of letters counted for nothing."""
    slugs = page_slugs(identifiers)
    assert set(slugs) == set(identifiers)
    assert len({name.casefold() for name in slugs.values()}) == len(slugs)
    assert slugs == page_slugs(reversed(identifiers))


def test_the_plain_id_keeps_its_address() -> None:
    """Of two ids that ask for one address the one that is written so has it."""
    slugs = page_slugs(["rain_log", "rain-log"])
    assert slugs["rain-log"] == "rain-log"
    assert re.fullmatch(r"rain-log-[0-9a-f]{6}", slugs["rain_log"])


def test_a_forged_hash_takes_no_address() -> None:
    """An id that is written as another's lengthened address makes that one longer still."""
    forged = page_slugs(["rain_log", "rain-log"])["rain_log"]
    slugs = page_slugs(["rain_log", "rain-log", forged])
    assert slugs[forged] == forged
    assert slugs["rain_log"].startswith(forged)
    assert slugs["rain_log"] != forged


@pytest.mark.parametrize(
    ("url", "file", "root"),
    [
        ("", "index.md", ""),
        ("actors/", "actors/index.md", "../"),
        ("actors/x/", "actors/x.md", "../../"),
        ("quotations/page-2/", "quotations/page-2.md", "../../"),
    ],
)
def test_a_page_knows_its_file_and_its_root(url: str, file: str, root: str) -> None:
    """Hub pages are index files; the way back to the root is as long as the address."""
    assert file_of(url) == file
    assert root_of(url) == root
