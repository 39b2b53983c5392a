"""A folder with two stories and a lone document: built with plain MkDocs' hooks, and proven."""

from pathlib import Path

from mkdocs.config import load_config
from seeds_site import make_seeds_site

from generator.commands.verify import verify_site
from generator.i18n.catalogue import load_catalogue
from generator.publish.engine import list_stories
from generator.read.seeds import read_seeds

SEEDS = Path(__file__).parents[1] / "pages" / "golden" / "newsroom" / "seeds"


def test_a_folder_of_several_stories_is_proven(tmp_path: Path) -> None:
    """Every word of the front page, the stories and their comparison stands in a source."""
    site = make_seeds_site(tmp_path, seeds=SEEDS)
    proven = verify_site(
        site.site_dir,
        read_seeds(SEEDS).documents,
        catalogue=load_catalogue("en"),
        site_name=site.name,
    )
    assert proven.failures == ()
    assert (site.site_dir / "stories" / "story-bridge-1" / "index.html").is_file()


def test_stories_are_in_the_navigation_where_there_are_several(tmp_path: Path) -> None:
    """The list of stories follows the home page, once, and only where a story has a page."""
    pages = tmp_path / "docs" / "stories"
    pages.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nnav: [index.md, about/index.md]\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    list_stories(config)
    assert config.nav == ["index.md", "about/index.md"]
    (pages / "story-one.md").write_text("# One\n")
    list_stories(config)
    list_stories(config)
    assert config.nav == ["index.md", "stories/index.md", "about/index.md"]
