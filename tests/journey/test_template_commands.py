"""``briefing templates``: what is the site's own, what it differs in, and how samples look."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handmade import make_corpus, make_document, make_site

from generator.cli import main
from generator.commands import templates as journey
from generator.commands.samples import sample_names
from generator.config import packaged_templates
from generator.errors import TemplateError
from generator.i18n.catalogue import load_catalogue
from generator.pages.environment import make_environment
from generator.pages.render import Rendering, render_pages
from generator.pages.views.changes import ChangeLine
from generator.pages.views.deprecated import DEPRECATED

HOME = "pages/home.md.j2"
LINE = ChangeLine("new", "added", "", (), "q-1", None, "")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, with the defaults."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """The answer of a command."""
    return CliRunner().invoke(main, ["templates", *words])


def change(path: Path, old: str, new: str) -> None:
    """Edit a file as an owner would."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_an_ejected_template_is_listed_as_the_sites_own(site: Path) -> None:
    """It is a copy, its state is told, and it is never ejected over the owner's work."""
    assert run("eject", "home").exit_code == 0
    assert (site / "templates" / HOME).read_bytes() == (packaged_templates() / HOME).read_bytes()
    assert f"{HOME} (own, as packaged)" in run("list").stdout
    change(site / "templates" / HOME, "{", "Mine {")
    assert f"{HOME} (own, changed)" in run("list").stdout
    refused = run("eject", "home")
    assert refused.exit_code == 2
    assert "the site's own already" in refused.stderr
    assert "Mine {" in run("show", "home").stdout


def test_a_name_that_is_wrong_has_a_nearest(site: Path) -> None:
    """A misspelt template is a wrong command line, with the nearest name."""
    found = run("eject", "hoem")
    assert found.exit_code == 2
    assert "there is no template 'hoem'. The nearest is 'pages/home.md.j2'." in found.stderr
    assert not (site / "templates").exists()


def test_a_change_upstream_is_told_and_ours_is_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the package changed, `diff` shows both differences, and a build warns of it."""
    run("eject", "home")
    change(site / "templates" / HOME, "{", "Mine {")
    newer = site / "newer"
    (newer / "pages").mkdir(parents=True)
    (newer / HOME).write_bytes((packaged_templates() / HOME).read_bytes())
    change(newer / HOME, "{", "Theirs {")
    monkeypatch.setattr(journey, "packaged_templates", lambda: newer)
    told = run("diff", "home").stdout
    own, _, upstream = told.partition("changed upstream since it was ejected from 0.1.0")
    assert "+Mine {" in own.replace("+{", "+")
    assert "+Theirs {" in upstream.replace("+{", "+")
    assert "Mine {" in (site / "templates" / HOME).read_text("utf-8")
    assert "has changed since this was ejected" in journey.warn_of_upstream(site / "templates")[0]


def test_nothing_upstream_is_nothing_to_tell(site: Path) -> None:
    """Without a change of the package there is no warning, and `diff` says so."""
    run("eject", "words")
    assert journey.warn_of_upstream(site / "templates") == ()
    assert "nothing has changed upstream since 0.1.0" in run("diff").stdout


def test_a_spoilt_record_is_refused(site: Path) -> None:
    """A record of ejected templates that is no such thing stops with what to do."""
    run("eject", "home")
    (site / "templates" / journey.ORIGINS).write_text("[", "utf-8")
    found = run("list")
    assert found.exit_code == 2
    assert "this is no record of ejected templates" in found.stderr


@pytest.mark.journey
def test_samples_are_rendered_and_compared(site: Path) -> None:
    """The first check keeps nothing, `--update` does, and a changed template is a difference."""
    assert "There are no snapshots yet" in run("check").stdout
    assert run("check", "--update").exit_code == 0
    folder = site / "templates" / "snapshots"
    assert sorted(p.name for p in folder.iterdir()) == list(sample_names())
    pages = {p.stem for p in folder.rglob("*.md")}
    known = {p.name.removesuffix(".md.j2") for p in (packaged_templates() / "pages").glob("*.j2")}
    assert pages == known, "every page template is tried on a sample, those of the front as well"
    assert run("check").exit_code == 0
    run("eject", "topics")
    path = site / "templates/pages/topics.md.j2"
    path.write_text(path.read_text("utf-8") + "\nMine\n", "utf-8")
    found = run("check")
    assert found.exit_code == 1
    assert "changed: rtl/topics.md" in found.stdout
    assert "+Mine" in found.stdout
    path.write_text("{{ page.crads }}", "utf-8")
    assert run("check").exit_code == 4
    path.unlink()
    shown = json.loads(run("preview", "words", "--sample", "no_title", "--json").stdout)
    assert "The tide does not wait for us" in shown["text"]
    text = (folder / "many_quotations" / "quotations.md").read_text("utf-8")
    assert "200" in text
    assert run("preview", "front", "--sample", "none").exit_code == 2
    assert run("preview", "home", "--sample", "nun").exit_code == 2


def test_an_earlier_name_of_a_field_still_works_and_warns(tmp_path: Path) -> None:
    """The value is the successor's, and the warning names both and the version of the end."""
    environment = make_environment(tmp_path, load_catalogue("en"), name="Site")
    template = environment.from_string("{{ line.change_id }} {{ line.change_id }}")
    assert template.render(line=LINE) == "added added"
    assert environment.outdated == [DEPRECATED[0]]


def test_a_build_tells_of_an_earlier_name(tmp_path: Path) -> None:
    """What a template uses of the past is a warning of the build, once."""
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "about.md.j2").write_text("{{ hubs.change_id }}", "utf-8")
    corpus = make_corpus([make_document(("Rain fell.",))], quoted="Rain", actor="Rain")
    warnings: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.pages.environment.HUB_TITLES", LINE)
        files = render_pages(
            corpus,
            make_site(tmp_path),
            catalogue=load_catalogue("en"),
            how=Rendering(warnings=warnings),
        )
    about = next(f.content for f in files if f.path == "about/index.md")
    assert about.endswith(b"---\n\nadded\n")
    assert warnings == [
        "a template uses ChangeLine.change_id, which is 'kind' now; the old name is gone in 0.2"
    ]


def test_every_earlier_name_is_one(root: Path) -> None:
    """A view has the successor and no longer the old name, and the guide lists both."""
    guide = (root / "docs/guide/how-to/templates.md").read_text("utf-8")
    for row in DEPRECATED:
        assert row.successor in ChangeLine.__struct_fields__ or row.view != "ChangeLine"
        assert f"| `{row.view}.{row.field}` | `{row.successor}` | {row.until} |" in guide


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("page", "the view AboutPage is no text; print one of its fields"),
        ("site_name.upper", "'upper' is no text; it has to be called"),
    ],
)
def test_a_view_or_a_method_is_not_printed(tmp_path: Path, printed: str, told: str) -> None:
    """No memory address and no code of ours reaches a page."""
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "about.md.j2").write_text("{{ " + printed + " }}", "utf-8")
    corpus = make_corpus([make_document(("Rain fell.",))], quoted="Rain", actor="Rain")
    with pytest.raises(TemplateError, match=told):
        render_pages(corpus, make_site(tmp_path), catalogue=load_catalogue("en"))
