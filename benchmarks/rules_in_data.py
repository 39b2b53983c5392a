"""What each rule that stands in exported data is worth on a gold set.

    python benchmarks/rules_in_data.py GOLD DATA

DATA is a folder that `briefing data` made of GOLD's documents. What is measured goes by what a line
of GOLD has: `timex`, the rules of dates and what they are seen from (right: the value); `mentions`
and `clusters`, the rule that weighed most for a name's type (right: the type); `clusters` as well,
the rules of pronouns and descriptions (right: the actor whom the gold's cluster is named as);
`speaker_names`, who a pronoun beside a quotation is; a list of actions judged by reading
(`benchmarks/actions_judged.tsv`), the rules of actions. What the gold does not mark is not counted,
and what a rule left open is counted as no decision. `benchmarks/rules.py` measures the rules of
quotations and statements, and what is lost without each.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from judged import read_judgements, read_rows

Row = dict[str, Any]
Verdict = tuple[str, str, bool]
"""Stage, rule, and whether what it decided is right."""
T = TypeVar("T")
TYPES = {"person": "PER", "organisation": "ORG", "country": "LOC", "place": "LOC"}
LEAST_SHARE = 0.5
"""How much of the shorter one two names share at least."""


def overlap(one: Row, other: Row) -> int:
    """How many characters two spans share; none or fewer where they do not meet."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def is_same(one: Row, other: Row) -> bool:
    """Whether two spans are one name: half of the shorter one is shared."""
    shorter = min(one["end"] - one["start"], other["end"] - other["start"])
    return overlap(one, other) >= LEAST_SHARE * max(shorter, 1)


def read_data(data: Path, name: str) -> list[Row]:
    """The rows of one data file."""
    return list(json.loads((data / f"{name}.json").read_text("utf-8")))


def stems(data: Path) -> dict[str, str]:
    """Document id → the file's name without its ending, which is the gold's name for it."""
    return {d["id"]: Path(d["path"]).stem for d in read_data(data, "documents")}


def by_document(data: Path, rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    """The rows of each document, by the gold's name for it."""
    known, found = stems(data), defaultdict[str, list[Row]](list)
    for row in rows:
        found[known[row["document"]]].append(row)
    return found


def stem_of(identifier: str) -> str:
    """The file that the gold's document was written to."""
    return identifier.replace("/", "__")


def judge_dates(gold: Sequence[Row], data: Path) -> Iterator[Verdict]:
    """Each expression of the gold that was found, with whether its value is right."""
    rows = by_document(data, read_data(data, "dates"))
    for document in gold:
        left = list(rows[stem_of(document["id"])])
        for timex in document["timex"]:
            found = next((r for r in left if overlap(r, timex) > 0), None)
            if found is None:
                continue
            left.remove(found)
            right = (found["timex_value"] or found["value"]) == timex["value"]
            yield "dates", found["rule"], right
            yield from (("anchoring", rule, right) for rule in found["seen_from"])


def mentions_of(data: Path) -> list[Row]:
    """Each place of each actor, with the actor."""
    actors = read_data(data, "actors")
    return [m | {"actor": a} for a in actors for m in a["mentions"]]


def judge_types(gold: Sequence[Row], data: Path) -> Iterator[Verdict]:
    """Each name of the gold that was found, with whether its actor is of the right type."""
    named = [m for m in mentions_of(data) if m["kind"] in {"name", "metonym", "adjective"}]
    rows = by_document(data, named)
    for document, name in gold_names(gold):
        own = rows[stem_of(document)]
        found = max(own, key=lambda m: overlap(m, name), default=None)
        if found and is_same(found, name):
            right = TYPES.get(found["actor"]["type"], "") == name["type"]
            yield "actor_types", found["actor"]["type_rule"] or "none", right
            if found["rule"]:
                yield "mentions", found["rule"], right


def gold_names(gold: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The names of either kind of gold, with their documents."""
    for row in gold:
        yield from ((row["id"], m) for m in row.get("mentions", ()))
        for cluster in row.get("clusters", ()):
            kind = type_of(cluster["type"])
            for m in (m for m in cluster["mentions"] if m["kind"] == "name"):
                start, end = m.get("name_start", m["start"]), m.get("name_end", m["end"])
                yield m["doc"], {"start": start, "end": end, "type": kind}


def type_of(cluster: str) -> str:
    """A cluster's type in the three that names have."""
    if cluster.startswith("LOC") or cluster == "HUMAN_PART_GPE":
        return "LOC"
    return "PER" if cluster in {"PER", "HUMAN_PART_PER", "HUMAN_PART"} else "ORG"


def judge_references(gold: Sequence[Row], data: Path) -> Iterator[Verdict]:
    """Each pronoun or description of a named cluster, with whether it is the actor of the name."""
    rows = by_document(data, mentions_of(data))
    for cluster in (c for row in gold for c in row["clusters"]):
        places = [(m, rows[stem_of(m["doc"])]) for m in cluster["mentions"]]
        named = Counter(
            a for m, own in places if m["kind"] == "name" for a in actors_at(m, own, name=True)
        )
        if not named:
            continue
        ((actor, _),) = named.most_common(1)
        for mention, own in places:
            for row in own if mention["kind"] != "name" else ():
                if row["kind"] in {"pronoun", "nominal"} and begins_alike(row, mention):
                    yield "coreference", row["rule"], row["actor"]["id"] == actor


def begins_alike(row: Row, mention: Row) -> bool:
    """Whether both begin at one place; a description of the gold goes on to its last modifier."""
    return bool(row["start"] == mention["start"] and row["end"] <= mention["end"])


def actors_at(mention: Row, own: Sequence[Row], *, name: bool) -> Iterator[str]:
    """The actors that are named where the gold has a name."""
    at = {"start": mention.get("name_start", mention["start"])}
    at["end"] = mention.get("name_end", mention["end"])
    yield from (r["actor"]["id"] for r in own if (r["kind"] == "name") is name and is_same(r, at))


def judge_pronouns(gold: Sequence[Row], data: Path) -> Iterator[Verdict]:
    """Each quotation whose source is a pronoun, with whether the speaker is one who is meant."""
    rows = by_document(data, read_data(data, "quotations"))
    for one in gold:
        own = rows[stem_of(one["id"])]
        found = max(own, key=lambda r: overlap(r, one), default=None)
        if found and overlap(found, one) > 0 and found["speaker_name"]:
            said = {last_word(name) for name in one["speaker_names"]}
            yield (
                "coreference",
                found["speaker_rule"] or "none",
                last_word(found["speaker_name"]) in said,
            )


def last_word(name: str) -> str:
    """A name's last word without its possessive, in small letters."""
    return name.replace("’", "'").removesuffix("'s").split()[-1].lower()


def judge_actions(judged: Path, data: Path) -> Iterator[Verdict]:
    """Each action that was judged by reading."""
    verdicts = read_judgements(judged)
    by_place = {(a["document"], str(a["start"])): a["rule"] for a in read_data(data, "actions")}
    for row in read_rows("actions", data):
        if row in verdicts:
            yield "actions", by_place[row[0], row[1]], verdicts[row] == "right"


def verdicts_of(gold: Path, data: Path) -> Iterator[Verdict]:
    """All that this gold can judge."""
    text = gold.read_text("utf-8")
    if gold.suffix == ".tsv":
        yield from judge_actions(gold, data)
        return
    rows = json.loads(text) if gold.suffix == ".json" else [*map(json.loads, text.splitlines())]
    judges: dict[str, Sequence[Callable[[Sequence[Row], Path], Iterator[Verdict]]]] = {
        "timex": [judge_dates],
        "mentions": [judge_types],
        "clusters": [judge_types, judge_references],
        "speaker_names": [judge_pronouns],
    }
    for field, own in judges.items():
        for judge in own if field in rows[0] else ():
            yield from judge(rows, data)


def main() -> None:
    """One line a rule: decisions, right ones, precision."""
    gold, data = map(Path, sys.argv[1:3])
    decided, right = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for stage, rule, is_right in verdicts_of(gold, data):
        decided[stage, rule] += 1
        right[stage, rule] += is_right
    print(f"{'stage':12} {'rule':30} {'decisions':>9} {'right':>7}")
    for (stage, rule), count in sorted(decided.items(), key=lambda i: (i[0][0], -i[1])):
        good = right[stage, rule]
        print(f"{stage:12} {rule:30} {count:9} {good:7} {100 * good / count:5.1f} %")


if __name__ == "__main__":
    main()
