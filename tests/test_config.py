"""Settings: typed, and a misspelt key is refused with the nearest one."""

from pathlib import Path

import pytest

from generator.config import read_settings, read_site
from generator.errors import SettingsError


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"sedes": "x"}, "there is no setting 'sedes'. Did you mean 'seeds'?"),
        ({"limits": {"takeaway": 3}}, "there is no setting 'limits.takeaway'. Did you mean"),
        ({"limits": {"takeaways": "x"}}, "limits.takeaways: expected `int`, got `str`"),
        ({"limits": {"takeaways": 0}}, "limits.takeaways: expected `int` >= 1"),
        ({"source_text": "all"}, "source_text: invalid enum value 'all'"),
        ({"gates": {"dates_resolved": 2}}, "gates.dates_resolved: expected `float` <= 1"),
    ],
)
def test_wrong_settings(values: dict[str, object], message: str) -> None:
    """A wrong value or key is an error that names it."""
    with pytest.raises(SettingsError) as caught:
        read_settings(values)
    assert message in str(caught.value)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("letter", ["\\0", "\\ud800"])
@pytest.mark.parametrize(
    "line",
    [
        *("site_name: X", "docs_dir: X", "site_dir: X", "X: y", "x: [{y: X}]", "theme: {name: X}"),
        *("plugins: [{briefing: {seeds: X}}]", "plugins: [{briefing: {source_text: X}}]"),
        *("plugins: [{briefing: {cache: X}}]", "plugins: [{briefing: {limits: {X: 1}}}]"),
    ],
)
def test_what_is_no_text_is_no_setting(tmp_path: Path, line: str, letter: str) -> None:
    """A key or a value with half a character or an empty byte is told with its line."""
    file = tmp_path / "mkdocs.yml"
    written = line.replace("X", f'"a{letter}b"')
    file.write_text(f"# ours\n{written}\n", "utf-8")
    with pytest.raises(SettingsError, match="no text") as caught:
        read_site(file, working_dir=tmp_path)
    assert caught.value.where.endswith("mkdocs.yml:2")


def test_settings_file(tmp_path: Path) -> None:
    """The plugin's options are read from the settings file; MkDocs' own tags do no harm."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        "site_name: News\ntheme: {custom_dir: x}\nhooks: !ENV [A, b]\n"
        "x: !!python/name:os.system\nplugins:\n  - search\n  - briefing:\n      seeds: in\n",
        "utf-8",
    )
    site = read_site(file, working_dir=tmp_path)
    assert site.name == "News"
    assert site.seeds_dir == tmp_path / "in"
    assert site.settings.source_text == "cited"


def test_a_site_without_a_name_is_named_after_its_folder(tmp_path: Path) -> None:
    """Nobody's site carries another subject's name; marks between words become spaces."""
    folder = tmp_path / "vallen_bridge-2025"
    folder.mkdir()
    site = read_site(None, working_dir=folder)
    assert (site.name, site.named) == ("vallen bridge 2025", False)


def test_defaults_without_a_file(tmp_path: Path) -> None:
    """Without a settings file the defaults hold in the working folder."""
    site = read_site(None, working_dir=tmp_path)
    assert site.docs_dir == tmp_path / "docs"
    assert site.config_file is None


@pytest.mark.parametrize("content", ["a: [", "- a", "plugins: {briefing: {sedes: x}}"])
def test_file_that_is_wrong(tmp_path: Path, content: str) -> None:
    """A file that is no YAML, no mapping, or has an unknown key is named in the error."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=r"mkdocs\.yml"):
        read_site(file, working_dir=tmp_path)


@pytest.mark.parametrize(
    ("message", "told"),
    [("it is not there", "it is not there. Make one."), ("Is it there?", "Is it there? Make one.")],
)
def test_what_is_wrong_and_what_to_do_are_two_sentences(message: str, told: str) -> None:
    """An error is read on one line, and a message that ends by itself gets no second stop."""
    assert str(SettingsError(message, where="a.yml:1", hint="Make one.")) == f"a.yml:1: {told}"
