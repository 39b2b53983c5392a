"""The ids of rules that stand in data files and in their schemas, beside those that are listed."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.commands.rules import list_rules
from generator.i18n.catalogue import JOINT

FIELDS = frozenset(
    {"rule", "rule_id", "type_rule", "speaker_rule", "unresolved_reason", "seen_from"}
)
"""The fields of the data files that hold ids of rules."""
STAGES = {
    "documents": {"documents"},
    "quotations": {"quotations", "coreference"},
    "statements": {"statements", "coreference"},
    "actions": {"actions"},
    "actors": {"actors", "mentions", "coreference", "actor_types"},
    "dates": {"dates", "anchoring", "undated"},
    "stories": {"stories"},
}
"""Of each data file the stages whose rules it names; a file that is not here names none."""


def unlisted_rules(files: Mapping[str, bytes]) -> dict[str, set[str]]:
    """By data file, or schema, the ids in it that `briefing rules` does not list."""
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for row in list_rules():
        listed[row.stage].add(row.id)
    found = {}
    for name, content in files.items():
        stem = name.split(".", maxsplit=1)[0]
        if name.endswith(".json") and stem != "build":
            known = set().union(*(listed[stage] for stage in STAGES.get(stem, ())))
            found[name] = set(ids_in(json.loads(content), found=False)) - known
    return {name: ids for name, ids in found.items() if ids}


def ids_in(value: object, *, found: bool) -> Iterator[str]:
    """The texts below fields that hold ids; in a schema those that their types allow."""
    if isinstance(value, str) and found:
        yield from (part for part in value.split(JOINT) if part)
    elif isinstance(value, list):
        for one in value:
            yield from ids_in(one, found=found)
    elif isinstance(value, dict) and found:
        allowed = [value.get(word) for word in ("enum", "anyOf", "items")]
        yield from ids_in(allowed, found=True)
    elif isinstance(value, dict):
        words = {"rule"} if "rule_id" in value else set()  # of a fact: its rule in words
        for name, one in value.items():
            yield from ids_in(one, found=name in FIELDS - words)


def unlike_words(documents: object) -> set[tuple[object, object]]:
    """Of the rows of ``documents.json`` the ids beside other words than those of the catalogue."""
    known = {(row.id, row.words) for row in list_rules() if row.stage == "documents"}
    return set(_said(documents)) - known


def _said(value: object) -> Iterator[tuple[object, object]]:
    """Each id with the words beside it: of a zone its reason, of a fact what *rule* says."""
    if isinstance(value, dict) and ("rule_id" in value or "reason" in value):
        yield (value.get("rule_id", value.get("rule")), value.get("reason", value.get("rule")))
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _said(one)
