"""What an author hid in a Markdown seed reaches no file that leaves the build."""

from pathlib import Path

import pytest
from seeds_site import make_seeds_site

pytestmark = pytest.mark.journey

SEED = """---
title: Harbour bridge to close
published: 2031-05-12
informant: Zqfrontone
# Zqfronttwo told me
---
The minister, Li Wei, said on Monday that the bridge will close. %%Zqone told me so.%%

<!-- my source: Zqtwo -->

%%
Zqthree said that “Zqthree is afraid.”
%%

The toll will rise in 2033, Wei said. <!-- Zqfour
said “Zqfour is afraid” in 2032.

It goes on: Zqfive.
"""
TITLES = """The [bridge](https://a.example/b "Zqtitle home page") will close, Ada Obi said.

![Dusk](/img/Zqimage.jpg "Zqpicture")
"""


def test_comments_and_front_matter_are_nowhere(tmp_path: Path) -> None:
    """No page, data file, search index, download or database holds a word that was hidden."""
    (seeds := tmp_path / "seeds").mkdir()
    (seeds / "a.md").write_text(SEED, "utf-8")
    (seeds / "b.md").write_text(TITLES, "utf-8")
    site = make_seeds_site(tmp_path, seeds=seeds)
    files = [p for f in (site.site_dir, site.docs_dir) for p in sorted(f.rglob("*")) if p.is_file()]
    assert any(b"Harbour bridge to close" in path.read_bytes() for path in files)
    for path in files:
        content = path.read_bytes()
        assert b"Zqfront" not in content, path
        for word in (b"one", b"two", b"three", b"four", b"five"):
            assert b"Zq" + word not in content, path
            assert b"zq" + word not in content, path
    for path in site.docs_dir.rglob("*.md"):
        for name in ("Zqtitle", "Zqimage", "Zqpicture"):
            assert name.lower() not in path.read_text("utf-8").lower(), (path, name)
