"""What is wrong with a value by its JSON Schema, for tests."""

Json = dict[str, object]


def problems(value: object, schema: Json, whole: Json, place: str = "$") -> list[str]:
    """What is wrong by those words of JSON Schema that our schemas use; others are refused."""
    known = {"$ref", "$defs", "title", "description", "default", "type", "items", "properties"}
    known |= {"required", "anyOf", "enum", "const", "additionalProperties", "prefixItems"}
    known |= {"minItems", "maxItems"}
    assert set(schema) <= known, sorted(set(schema) - known)
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return problems(value, whole["$defs"][name], whole, place)  # type: ignore[index]  # a schema's own form
    if "anyOf" in schema:
        found = [problems(value, s, whole, place) for s in schema["anyOf"]]  # type: ignore[attr-defined]  # as above
        return [] if any(not f for f in found) else [f"{place}: none of several"]
    if "enum" in schema and value not in schema["enum"]:  # type: ignore[operator]  # as above
        return [f"{place}: {value!r}"]
    if "type" in schema and not _is(value, str(schema["type"])):
        return [f"{place}: no {schema['type']}"]
    return [*_members(value, schema, whole, place), *_items(value, schema, whole, place)]


def _is(value: object, kind: str) -> bool:
    kinds = {"string": str, "integer": int, "number": (int, float), "boolean": bool}
    kinds |= {"object": dict, "array": list, "null": type(None)}
    fits = isinstance(value, kinds[kind])  # type: ignore[arg-type]  # as above
    return fits and not (isinstance(value, bool) and kind in {"integer", "number"})


def _members(value: object, schema: Json, whole: Json, place: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    inner: Json = schema.get("properties", {})  # type: ignore[assignment]  # as above
    found = [f"{place}: lacks {n}" for n in schema.get("required", []) if n not in value]  # type: ignore[attr-defined]  # as above
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
    first: list[Json] = schema.get("prefixItems", [])  # type: ignore[assignment]  # as above
    rest = schema.get("items")
    found = [] if len(value) >= int(str(schema.get("minItems", 0))) else [f"{place}: too short"]
    for number, item in enumerate(value):
        rule = first[number] if number < len(first) else rest
        if isinstance(rule, dict):
            found += problems(item, rule, whole, f"{place}[{number}]")
        elif rule is False:
            found.append(f"{place}: too long")
    return found
