"""A site with the files of its sources: one zip beside it, only where the settings ask for it."""

import json
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from seeds_site import make_seeds_site

from generator.commands.verify import verify


@pytest.mark.journey
def test_the_originals_are_beside_the_site_where_they_are_asked_for(
    tmp_path: Path, seeds_dir: Path
) -> None:
    """Each file is the one whose digest stands in the data; no page is made of any."""
    folder = tmp_path / "seeds"
    shutil.copytree(seeds_dir, folder)
    site = make_seeds_site(tmp_path, seeds=folder, originals=True)
    rows = json.loads((site.site_dir / "data" / "documents.json").read_text("utf-8"))
    with zipfile.ZipFile(site.site_dir / "data" / "originals.zip") as archive:
        found = {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    assert found == {row["path"]: row["sha256"] for row in rows}
    assert "originals.zip" in (site.site_dir / "data" / "index.html").read_text("utf-8")
    assert not list(site.site_dir.rglob("*.txt.html"))
    assert verify(site).failures == ()
