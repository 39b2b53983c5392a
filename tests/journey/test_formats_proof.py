"""A folder with a file of every format: what its site shows stands in the files."""

from pathlib import Path

import pytest
from intake import write_files
from made_formats import FORMATS
from made_layouts import STORIES
from seeds_site import make_seeds_site

from generator.commands.verify import verify_site
from generator.i18n.catalogue import load_catalogue
from generator.read.seeds import read_seeds


@pytest.mark.journey
def test_a_site_of_every_format_is_proven(tmp_path: Path) -> None:
    """Each claim of each page is verbatim in the reading text that is made anew of its file."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    made = write_files(seeds, FORMATS, STORIES[:1])
    site = make_seeds_site(tmp_path, seeds=seeds)
    documents = read_seeds(seeds).documents
    assert len(documents) == len(made)
    proven = verify_site(
        site.site_dir, documents, catalogue=load_catalogue("en"), site_name=site.name
    )
    assert proven.failures == ()
    assert proven.statements > 100 * len(made)
