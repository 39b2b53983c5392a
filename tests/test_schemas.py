"""The JSON Schemas beside the data files hold for what the seeds give, and refuse what is wrong."""

import json
from pathlib import Path

import msgspec
import pytest
from schemas import problems

from generator.commands.build import gather
from generator.config import Settings
from generator.pages.exports.json_data import ROWS, BuildRow, render_data


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
    kind = BuildRow if name == "build" else list[ROWS[name]]  # type: ignore[valid-type]
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
