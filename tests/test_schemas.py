"""The JSON Schemas beside the data files hold for what the seeds give, and refuse what is wrong."""

import json
from pathlib import Path

import msgspec
import pytest
from rule_ids import unlike_words, unlisted_rules
from schemas import problems

from generator.commands.build import gather
from generator.config import Settings
from generator.model.schema import OLDEST_READ, SCHEMA_STEPS, SCHEMA_VERSION
from generator.pages.exports.json_data import ROWS, BuildRow, render_data

FIELDS = Path(__file__).parent / "data_fields.json"
"""The fields of each data file, as they were last."""


@pytest.fixture(scope="module")
def files(seeds_dir: Path) -> dict[str, bytes]:
    """The data files of the two seeds."""
    gathered = gather(
        seeds_dir, settings=Settings(), cache_dir=None, progress=lambda _step, _done, _total: None
    )
    return render_data(gathered.corpus, gathered.build_info)


@pytest.mark.parametrize("name", [*ROWS, "build"])
def test_a_data_file_keeps_its_schema(files: dict[str, bytes], name: str) -> None:
    """Every row of every file is as its schema says, and no field is outside of it."""
    schema = json.loads(files[f"{name}.schema.json"])
    assert problems(json.loads(files[f"{name}.json"]), schema, schema) == []


@pytest.mark.parametrize("name", [*ROWS, "build"])
def test_a_data_file_reads_back_as_its_type(files: dict[str, bytes], name: str) -> None:
    """What was written decodes into the type that it was made from."""
    kind = BuildRow if name == "build" else list[ROWS[name]]  # type: ignore[valid-type]  # known when it runs
    assert msgspec.json.decode(files[f"{name}.json"], type=kind, strict=True)


def test_a_wrong_row_is_refused(files: dict[str, bytes]) -> None:
    """A missing field, a wrong type and a word that is not on the list are found."""
    schema = json.loads(files["quotations.schema.json"])
    for wrong in ({"start": "0"}, {"kind": "song"}, {"id": None}):
        rows = json.loads(files["quotations.json"])
        rows[0] |= wrong
        assert problems(rows, schema, schema)
    rows = json.loads(files["quotations.json"])
    del rows[0]["document"]
    assert problems(rows, schema, schema)


def test_every_rule_of_the_data_is_listed(files: dict[str, bytes]) -> None:
    """Each id that a schema allows, and each that the seeds' data hold, is in `briefing rules`."""
    assert unlisted_rules(files) == {}
    wrong = b'[{"rule": "no_such_rule"}]'
    assert unlisted_rules({"dates.json": wrong}) == {"dates.json": {"no_such_rule"}}
    schema = b'{"properties": {"rule": {"anyOf": [{"enum": ["no_such_rule"]}, {"type": "null"}]}}}'
    assert unlisted_rules({"dates.schema.json": schema})
    fact = b'{"properties": {"rule": {"type": "string"}, "rule_id": {"enum": ["no_such_rule"]}}}'
    assert unlisted_rules({"documents.schema.json": fact})


def test_the_words_of_a_rule_stand_beside_its_id(files: dict[str, bytes]) -> None:
    """What documents say in words is what the catalogue has for the id; other words are seen."""
    rows = json.loads(files["documents.json"])
    assert unlike_words(rows) == set()
    facts = [fact for row in rows for fact in (row["title"], row["published"], *row["authors"])]
    assert all(fact["rule_id"] for fact in facts if fact)
    rows[0]["zones"][0]["reason"] = "something else"
    next(fact for fact in facts if fact)["rule_id"] = "subscription"
    assert len(unlike_words(rows)) == 2


def test_no_field_goes_without_a_new_version(request: pytest.FixtureRequest) -> None:
    """The fields of each file are written down by version (``--update-golden``, only for more)."""
    rows: dict[str, type[msgspec.Struct]] = {**ROWS, "build": BuildRow}
    fields = {name: sorted(row.__struct_fields__) for name, row in rows.items()}
    known = json.loads(FIELDS.read_text("utf-8"))
    gone = {n: set(had) - set(fields.get(n, ())) for n, had in known["fields"].items()}
    if known["schema_version"] == SCHEMA_VERSION:
        assert {n: lost for n, lost in gone.items() if lost} == {}
    now = {"schema_version": SCHEMA_VERSION, "fields": fields}
    if request.config.getoption("--update-golden"):
        FIELDS.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", "utf-8")
    assert json.loads(FIELDS.read_text("utf-8")) == now


def test_every_version_is_in_the_guide(root: Path) -> None:
    """Each version of the contract and each of its changes stands in the reference."""
    page = (root / "docs" / "guide" / "reference" / "data.md").read_text("utf-8")
    assert [step.version for step in SCHEMA_STEPS] == list(range(1, SCHEMA_VERSION + 1))
    for step in SCHEMA_STEPS:
        read = "yes" if step.version >= OLDEST_READ else "no"
        assert f"| {step.version} | {read} | {step.changes[0]} |" in page
        assert all(f"| {change} |" in page for change in step.changes)
