"""The guide is true: every command, setting, word list and data field stands in it."""

import json
import re
from pathlib import Path

import click
import msgspec
import pytest
from msgspec import Struct
from scale_table import FIGURES, costs, limits

from generator.cli import ROOMS, main
from generator.commands.build_report import FILES, BuildChanges, ReportedGate, ReportedWarning
from generator.config import GateSettings, NlpSettings, Settings
from generator.config.limits import LimitSettings
from generator.config.volumes import VolumeSettings
from generator.model.changes import Change, Changes, Edit
from generator.pages.exports.json_data import ROWS, BuildRow
from generator.pages.views import (
    actor_parts,
    actors,
    briefing,
    changes,
    figures,
    filters,
    findings,
    parts,
    service,
    source_parts,
    stories,
    volumes,
)

GROUPS: dict[str, type[Struct]] = {
    "": Settings,
    "nlp": NlpSettings,
    "limits": LimitSettings,
    "gates": GateSettings,
    "volumes": VolumeSettings,
}


def guide(root: Path, name: str) -> str:
    """One page of the guide."""
    return (root / "docs" / "guide" / name).read_text("utf-8")


@pytest.mark.parametrize("name", sorted(ROOMS))
def test_every_command_is_in_the_guide(root: Path, name: str) -> None:
    """A command stands in the reference with an example, and its help gives one too."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert f"`briefing {name}`" in guide(root, "reference/commands.md")
    assert f"Example: briefing {name}" in (command.epilog or "")


@pytest.mark.parametrize("group", GROUPS)
def test_every_setting_is_in_the_guide(root: Path, group: str) -> None:
    """A setting stands in the reference with its default and its own description."""
    page = guide(root, "reference/settings.md")
    for field in msgspec.structs.fields(GROUPS[group]):
        described = msgspec.inspect.type_info(field.type)
        assert isinstance(described, msgspec.inspect.Metadata), field.name
        if field.name in GROUPS:
            assert f"## {field.name}" in page
            continue
        row = re.search(rf"^\| `{field.name}` \| `?([^`|]*)`? \| (.*) \|$", page, re.MULTILINE)
        assert row, field.name
        assert row.group(1).strip() == str(field.default)


def test_every_data_field_is_in_the_guide(root: Path) -> None:
    """Every file of the data contract and every field of its rows stands in the reference."""
    page = guide(root, "reference/data.md")
    rows: dict[str, type[Struct]] = {**ROWS, "build": BuildRow}
    for name, row in rows.items():
        line = next(x for x in page.splitlines() if x.startswith(f"| `{name}.json`"))
        for field in row.__struct_fields__:
            assert f"`{field}`" in line or re.search(rf"`{field}[\[ :]", line), (name, field)


def test_every_field_of_the_report_is_in_the_guide(root: Path) -> None:
    """Every field of `report.json`, and of what it holds, stands in its page."""
    page = guide(root, "reference/report.md")
    rows = (BuildChanges, ReportedGate, ReportedWarning, Change, Changes, Edit)
    fields = {field for row in rows for field in row.__struct_fields__}
    assert {field for field in fields if f"`{field}`" not in page} == set()
    assert {name for name in FILES if f"`{name}`" not in page} == set()


def views_page() -> str:
    """The reference of views, made from the docstrings of the types that templates see."""
    lines = [
        "---\nsearch:\n  exclude: true\n---\n",
        "# Views\n",
        "Everything that a template can see. `page` is the page's own view; the other views are",
        "the parts that it holds. Made from the docstrings of `generator/pages/`.\n",
    ]
    for module in (
        briefing,
        figures,
        filters,
        actors,
        findings,
        changes,
        stories,
        service,
        parts,
        actor_parts,
        source_parts,
        volumes,
    ):
        for name, view in sorted(vars(module).items()):
            own = isinstance(view, type) and view.__module__ == module.__name__
            if own and issubclass(view, msgspec.Struct):
                lines += _view_lines(name, view, Path(module.__file__ or "").read_text("utf-8"))
    return "\n".join(lines)


def _view_lines(name: str, view: type[msgspec.Struct], source: str) -> list[str]:
    body = source.split(f"class {name}(", 1)[1].split("\nclass ", 1)[0]
    lines = [
        f"## {name}\n",
        f"{view.__doc__}\n",
        "| field | type | meaning |",
        "| --- | --- | --- |",
    ]
    for field in msgspec.structs.fields(view):
        found = re.search(
            rf'^    {field.name}: ([^\n]+?)(?: = [^\n]*)?\n(?:    """(.*?)""")?',
            body,
            re.MULTILINE | re.DOTALL,
        )
        kind, meaning = (found.group(1), found.group(2) or "") if found else ("", "")
        text = " ".join(meaning.split()).replace("|", "\\|")
        lines.append(f"| `{field.name}` | `{kind}` | {text} |".replace(" | None`", " or None`"))
    return [*lines, ""]


def test_views_reference_is_true(root: Path, request: pytest.FixtureRequest) -> None:
    """The reference of views is what the docstrings say (``--update-golden`` writes it anew)."""
    path = root / "docs" / "guide" / "reference" / "views.md"
    if request.config.getoption("--update-golden"):
        path.write_text(views_page(), "utf-8")
    assert path.read_text("utf-8") == views_page()


def test_every_view_field_is_explained() -> None:
    """No view has a field without a docstring."""
    empty = [line for line in views_page().splitlines() if line.endswith("|  |")]
    assert empty == []


def test_readme_names_the_two_commands(root: Path) -> None:
    """The README gives the two commands, and the Makefile has them."""
    readme = (root / "README.md").read_text("utf-8")
    makefile = (root / "Makefile").read_text("utf-8")
    for target in ("site", "test"):
        assert f"make {target}" in readme
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert "make test" in (root / ".ci" / "run").read_text("utf-8")


def test_what_scale_costs_is_computed(root: Path) -> None:
    """The tables of the page are those that the measured figures give."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    page = (root / "docs" / "guide" / "scale.md").read_text("utf-8")
    for table in (costs(figures), limits(figures)):
        assert "\n".join(table) in page
