"""A site's name that is about something else is told, and nothing else is."""

from pathlib import Path

import pytest
from handmade import make_corpus, make_document, make_site
from msgspec.structs import replace

from generator.commands.site_name import warn_of_name

CORPUS = make_corpus([make_document(("The harbours of Port Ellin will reopen.",))])


@pytest.mark.parametrize(
    "name",
    [
        "Port Ellin",
        "The HARBOUR strike",
        "A briefing",
        "Daily News: the port and Ellin",
        "Reopens",
    ],
)
def test_a_name_with_a_word_of_the_sources_or_none_of_a_subject_is_good(
    name: str, tmp_path: Path
) -> None:
    """One word is enough, in any case and another form of it; *briefing* is no subject."""
    assert list(warn_of_name(make_site(tmp_path, name=name), CORPUS)) == []


def test_a_name_of_another_subject_is_told(tmp_path: Path) -> None:
    """The name of last month's site over this month's sources is a warning that says what to do."""
    site = make_site(tmp_path, name="Orchard frost and losses")
    (warning,) = warn_of_name(site, CORPUS)
    assert "'Orchard frost" in warning
    assert "site_name" in warning


def test_a_folders_name_and_an_empty_folder_are_no_reason(tmp_path: Path) -> None:
    """Who gave no name is told where to set one instead, and no sources share no words."""
    site = make_site(tmp_path, name="Orchard frost")
    assert list(warn_of_name(replace(site, named=False), CORPUS)) == []
    assert list(warn_of_name(site, replace(CORPUS, documents=()))) == []
