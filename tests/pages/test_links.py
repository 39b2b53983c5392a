"""Addresses: readable, safe, and never the same for two things by accident."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.links import file_of, page_slug, root_of


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
