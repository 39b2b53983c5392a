"""A site of Markdown notes with marks in every place: each word of it stands in the notes."""

from pathlib import Path

from seeds_site import make_seeds_site

from generator.commands.verify import verify_site
from generator.i18n.catalogue import load_catalogue
from generator.read.seeds import read_seeds

NOTE = """---
title: "The *old* bridge"
published: 2031-05-12
---
<!-- from Joan Marlow, not to be named -->

# The *old* bridge [closes](/b "Bridge home page")

The **mayor**, [Li *Wei*](https://norwick.example/wei 'a title'), said on *Monday* that the old
bridge will close until the next spring.[^1] It is <b>unsafe</b> &amp; old\\*.

> [!quote] Ada Obi, clerk
> We shall **close the [bridge](/b)** and open the
> ferry before the summer.

“We [cannot](/w) wait *any* longer,” said Li Wei. ![A bridge](/b.jpg "Photo")
He left on 12 May 2031.

- The ferry runs until **midnight**.
  - > “It `never` sinks,” Obi said.

| Pier | Length |
|------|--------|
| One  | *40 m* |

<div class="box">
<p>The council <em>will meet</em> again in June.</p>
<script>window.hit = "Bridge home page"</script>
</div>

[^1]: The council voted on 5 May 2031 in ~~Sandholm~~ Norwick.
"""
NEVER = ("Joan Marlow", "Bridge home page", "window.hit", "**", "norwick.example", "](")


def test_what_is_shown_of_markdown_is_proven_and_marks_are_nowhere(tmp_path: Path) -> None:
    """Every claim of every page holds, and neither marks nor what is private are on any."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "bridge.md").write_text(NOTE, "utf-8")
    site = make_seeds_site(tmp_path, seeds=seeds)
    documents = read_seeds(seeds).documents
    proven = verify_site(
        site.site_dir, documents, catalogue=load_catalogue("en"), site_name=site.name
    )
    assert proven.failures == ()
    assert proven.statements > 50
    shown = "".join(p.read_text("utf-8") for p in (site.site_dir / "sources").rglob("*.html"))
    assert "We shall close the bridge and open the ferry before the summer." in " ".join(
        shown.split()
    )
    assert [words for words in NEVER if words in shown] == []
