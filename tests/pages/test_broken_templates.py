"""Broken templates teach: each folder of ``tests/templates`` has the exact message that it gives.

``pytest --update-golden`` writes the messages anew; read the difference before you commit it.
"""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from handmade import make_corpus, make_document, make_site

from generator.cli import main
from generator.config import packaged_templates
from generator.errors import TemplateError
from generator.i18n.catalogue import load_catalogue
from generator.pages import render_page
from generator.pages.render import render_pages
from generator.pages.writer import write_pages
from generator.publish.engine import build_site

CASES = Path(__file__).parents[1] / "templates"
NAMES = sorted(path.name for path in CASES.iterdir())
MESSAGE = "message.txt"
PATIENCE = 2
"""Seconds of the processor after which a loop of a test is taken to have no end; else 10."""
PARAGRAPHS = ("The harbour will reopen.", "Ms Marsh said “we are ready now” on Monday.")


def build(case: Path, folder: Path) -> None:
    """A site of one document with the templates of a case."""
    shutil.copytree(case, folder / "templates", ignore=shutil.ignore_patterns(MESSAGE))
    corpus = make_corpus([make_document(PARAGRAPHS)], quoted="we are ready now", actor="Ms Marsh")
    site = make_site(folder)
    files = render_pages(corpus, site, catalogue=load_catalogue("en"))
    write_pages(files, site.docs_dir, folder / ".list")
    build_site(site)


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_template_gives_exactly_its_message(
    name: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """File, line, the line itself, what is near, the page; exit status 4."""
    monkeypatch.setattr(render_page, "SECONDS", PATIENCE)
    with pytest.raises(TemplateError) as caught:
        build(CASES / name, tmp_path)
    assert caught.value.exit_code == 4
    told = str(caught.value).replace(str(tmp_path), "")
    path = CASES / name / MESSAGE
    if request.config.getoption("--update-golden"):
        path.write_text(f"{told}\n", "utf-8")
    assert f"{told}\n" == path.read_text("utf-8")


def test_there_are_cases_enough() -> None:
    """At least 25 ways to break a template are held to their messages."""
    assert len(NAMES) >= 25


def test_the_command_tells_it_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit status 4, the message on the error stream, line and page in the JSON."""
    shutil.copytree(CASES / "unknown_filter", tmp_path / "templates")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Rain fell on Oslo, a clerk said.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build", "--json"])
    assert done.exit_code == 4
    assert "templates/pages/topics.md.j2:2: there is no filter 'cuont'" in done.stderr
    assert '"line": "{{ 3 | cuont }}"' in done.stdout
    assert '"page": "topics/"' in done.stdout
    assert "Traceback" not in done.output


def test_the_packaged_templates_are_no_broken_ones(tmp_path: Path) -> None:
    """A site that copied every template is built."""
    shutil.copytree(packaged_templates(), tmp_path / "all")
    build(tmp_path / "all", tmp_path / "site")
