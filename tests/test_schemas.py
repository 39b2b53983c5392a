"""The JSON Schemas beside the data files hold for what the seeds give, and refuse what is wrong."""

import json
from pathlib import Path

import msgspec
import pytest

from generator.commands.build import gather
from generator.config import Settings
from generator.pages.exports.json_data import ROWS, BuildRow, render_data

Json = dict[str, object]


def problems(value: object, schema: Json, whole: Json, place: str = "$") -> list[str]:
    """What is wrong by those words of JSON Schema that our schemas use; others are refused."""
    known = {"$ref", "$defs", "title", "description", "default", "type", "items", "properties"}
    known |= {"required", "anyOf", "enum", "const", "additionalProperties", "prefixItems"}
    known |= {"minItems", "maxItems"}
    assert set(schema) <= known, sorted(set(schema) - known)
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return problems(value, whole["$defs"][name], whole, place)  # type: ignore[index]
    if "anyOf" in schema:
        found = [problems(value, s, whole, place) for s in schema["anyOf"]]  # type: ignore[attr-defined]
        return [] if any(not f for f in found) else [f"{place}: none of several"]
    if "enum" in schema and value not in schema["enum"]:  # type: ignore[operator]
        return [f"{place}: {value!r}"]
    if "type" in schema and not _is(value, str(schema["type"])):
        return [f"{place}: no {schema['type']}"]
    return [*_members(value, schema, whole, place), *_items(value, schema, whole, place)]


def _is(value: object, kind: str) -> bool:
    kinds = {"string": str, "integer": int, "number": (int, float), "boolean": bool}
    kinds |= {"object": dict, "array": list, "null": type(None)}
    fits = isinstance(value, kinds[kind])  # type: ignore[arg-type]
    return fits and not (isinstance(value, bool) and kind in {"integer", "number"})


def _members(value: object, schema: Json, whole: Json, place: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    inner: Json = schema.get("properties", {})  # type: ignore[assignment]
    found = [f"{place}: lacks {n}" for n in schema.get("required", []) if n not in value]  # type: ignore[attr-defined]
    other = schema.get("additionalProperties")
    for name, member in value.items():
        rule = inner.get(name, other)
        if isinstance(rule, dict):
            found += problems(member, rule, whole, f"{place}.{name}")
        elif name not in inner and "properties" in schema:
            found.append(f"{place}: {name} is in no schema")
    return found


def _items(value: object, schema: Json, whole: Json, place: str) -> list[str]:
    if not isinstance(value, list):
        return []
    first: list[Json] = schema.get("prefixItems", [])  # type: ignore[assignment]
    rest = schema.get("items")
    found = [] if len(value) >= int(str(schema.get("minItems", 0))) else [f"{place}: too short"]
    for number, item in enumerate(value):
        rule = first[number] if number < len(first) else rest
        if isinstance(rule, dict):
            found += problems(item, rule, whole, f"{place}[{number}]")
        elif rule is False:
            found.append(f"{place}: too long")
    return found


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
