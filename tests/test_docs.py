"""The guide is true: every command, setting, word list and data field stands in it."""

import json
import re
from collections import Counter
from pathlib import Path

import click
import msgspec
import pytest
from made_formats import BODY, BOILERPLATE
from msgspec import Struct
from scale_table import FIGURES, WHOLE, costs, limits

from generator.cli import ROOMS, main
from generator.commands.build_report import FILES, BuildChanges, ReportedGate, ReportedWarning
from generator.config import GateSettings, NlpSettings, Settings
from generator.config.limits import LimitSettings
from generator.config.volumes import VolumeSettings
from generator.errors import BriefingError
from generator.faults.template_errors import SECONDS
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
        "[‹ Guide](../index.md)\n",
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


def test_every_exit_status_is_in_the_guide(root: Path) -> None:
    """The table of exit statuses has that of a good end, of each error, and no other."""
    text = (root / "docs" / "guide" / "reference" / "commands.md").read_text("utf-8")
    section = text.split("## Exit status")[1].split("\n## ")[0]
    told = {int(number) for number in re.findall(r"^\| `?(\d+)`? \|", section, re.MULTILINE)}
    kinds = [BriefingError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert len(kinds) > 5
    assert told == {0, *(kind.exit_code for kind in kinds)}


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


FIGURE = re.compile(
    r"\b\d[\d,.]* ?(?:%|[KMGT]B\b|s\b|ms\b|seconds?\b|min\b|minutes?\b|h\b|hours?\b|documents?\b)"
    r"|\b\d+ of \d+\b"
)
"""A number of a kind that is measured: a share, a size, a time, so many of so many."""
CODE = re.compile(r"^```.*?^```|`[^`]*`", re.MULTILINE | re.DOTALL)
COUNTED_ONCE = {"1,808 documents", "1 document", "2 documents"}
"""Of the method's page: counted once, over development sets; no file here has them."""
SAID = {"8 hours", "1,000 documents", "200 documents"}
"""What a page sets and does not measure: a night, the size of a volume."""


def figures_known(root: Path) -> set[str]:
    """Every figure that a benchmark's file, a floors file or a constant of ours gives."""
    measured = json.loads(FIGURES.read_text("utf-8"))
    whole = measured[WHOLE]
    page = "\n".join([*costs(measured), *limits(measured)])
    one_search = f"{(whole['program_bytes'] + whole['contents_bytes']) / 1e3:.2g}"
    found = {*FIGURE.findall(page), f"{float(one_search):.0f} KB", f"{SECONDS} seconds"}
    floors = json.loads((root / "tests" / "french" / "floors.json").read_text("utf-8"))
    cases = (root / "tests" / "french" / "cases.tsv").read_text("utf-8").splitlines()
    kinds = Counter(line.partition("\t")[0] for line in cases)
    found |= {f"{floor} of {kinds[kind]}" for kind, floor in floors.items()}
    return found | {f"{BODY:.0%}".replace("%", " %"), f"{BOILERPLATE:.0%}".replace("%", " %")}


def test_every_figure_of_the_guide_is_measured(root: Path) -> None:
    """Shares, sizes and times in the pages for readers stand in a file that a program wrote."""
    known = figures_known(root) | SAID | COUNTED_ONCE
    unknown = {
        (path.name, figure)
        for path in (root / "docs" / "guide").rglob("*.md")
        if path.parent.name != "reference"  # there are defaults, which another test holds
        for figure in FIGURE.findall(CODE.sub("", path.read_text("utf-8")))
        if figure not in known
    }
    assert unknown == set()


def test_what_scale_costs_is_computed(root: Path) -> None:
    """The tables of the page are those that the measured figures give."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    page = (root / "docs" / "guide" / "scale.md").read_text("utf-8")
    for table in (costs(figures), limits(figures)):
        assert "\n".join(table) in page


def test_every_page_of_the_guide_leads_back_to_its_list(root: Path) -> None:
    """Behind its title; the navigation holds readers' pages only."""
    guide_root = root / "docs" / "guide"
    for path in sorted(guide_root.rglob("*.md")):
        up = "../" * (len(path.relative_to(guide_root).parts) - 1)
        back = f"\n\n[‹ Guide]({up}index.md)\n"
        assert (back in path.read_text("utf-8")) == (path != guide_root / "index.md"), path
