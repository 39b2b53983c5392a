"""What changed between two exports: content, not offsets, and why."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.model.schema import OLDEST_READ, SCHEMA_VERSION
from generator.provenance.change_words import count_changes, describe_changes
from generator.provenance.changes import find_changes
from generator.provenance.exports import TABLES, Export, read_export


def export(
    folder: Path,
    *,
    sha: str = "1",
    rules: str = "r",
    tables: Mapping[str, Sequence[Mapping[str, object]]] | None = None,
    **named: Sequence[Mapping[str, object]],
) -> Export:
    """The export of one document with the given rows, read from a folder."""
    folder.mkdir()
    document = {"id": "a", "path": "a.txt", "title": None}
    rows = {"documents": [document], **(tables or {}), **named}
    for table in TABLES:
        (folder / f"{table}.json").write_text(json.dumps(rows.get(table, [])), "utf-8")
    build = {"seeds": [{"path": "a.txt", "sha256": sha}], "rules": rules, "model_sha256": "m"}
    (folder / "build.json").write_text(json.dumps(build), "utf-8")
    return read_export(folder)


def quotation(start: int, speaker: str) -> dict[str, object]:
    """A row of quotations.json."""
    return {
        "id": "q-1",
        "document": "a",
        "start": start,
        "end": start + 5,
        "text": "Never",
        "speaker": speaker,
    }


def test_equal_exports_have_no_changes(tmp_path: Path) -> None:
    """Two equal exports differ in nothing."""
    found = find_changes(export(tmp_path / "old"), export(tmp_path / "new"))
    assert found.changes == ()


def test_offsets_are_no_change(tmp_path: Path) -> None:
    """A quotation that moved because the text before it was edited has not changed."""
    old = export(tmp_path / "old", quotations=[quotation(3, "ada")])
    new = export(tmp_path / "new", sha="2", quotations=[quotation(9, "ada")])
    found = find_changes(old, new)
    assert found.changes == ()
    assert found.seeds_edited == ("a.txt",)


def test_facts_that_moved_are_no_change(tmp_path: Path) -> None:
    """An author whose line was pushed down is the same author."""

    def document(start: int) -> dict[str, object]:
        place = {"start": start, "end": start + 3}
        fact = {"value": "Ada", "how": "stated", "evidence": place, "rule": "byline"}
        return {"id": "a", "path": "a.txt", "title": None, "authors": [fact]}

    old = export(tmp_path / "old", documents=[document(3)])
    new = export(tmp_path / "new", sha="2", documents=[document(5)])
    assert find_changes(old, new).changes == ()


def test_ids_of_rules_that_came_are_no_change(tmp_path: Path) -> None:
    """Data that were made before facts had the id of their rule tell of the same facts."""
    fact = {"value": "Ada", "how": "stated", "evidence": None, "rule": "byline"}
    document = {"id": "a", "path": "a.txt", "title": None}
    old = export(tmp_path / "old", documents=[document | {"authors": [fact]}])
    known = document | {"authors": [fact | {"rule_id": "byline"}]}
    new = export(tmp_path / "new", rules="s", documents=[known])
    assert find_changes(old, new).changes == ()


def test_a_takeaway_that_moved_up_has_changed(tmp_path: Path) -> None:
    """The same words in another section are one changed row, not one gone and one new."""
    rows = [{"section": s, "rank": 1, "text": "It ended."} for s in ("takeaway", "bottom_line")]
    old = export(tmp_path / "old", takeaways=[rows[0]])
    new = export(tmp_path / "new", takeaways=[rows[1]])
    (change,) = find_changes(old, new).changes
    assert [name for name, _, _ in change.fields] == ["section"]


def test_lists_say_what_came_and_went(tmp_path: Path) -> None:
    """Of a list of quotations only those that are new or gone are named."""
    actors = [{"id": "ada", "name": "Ada", "quotations_by": ids} for ids in (["q1", "q2"], ["q3"])]
    old = export(tmp_path / "old", actors=[actors[0]])
    new = export(tmp_path / "new", actors=[actors[1]])
    assert "quotations_by: +q3, -q1, -q2" in "\n".join(describe_changes(find_changes(old, new)))


def test_words_stay_words_in_markdown(tmp_path: Path) -> None:
    """Markup in a source is escaped where the answer is Markdown."""
    new = export(tmp_path / "new", actors=[{"id": "x", "name": "*<b>* `x`"}])
    lines = describe_changes(find_changes(export(tmp_path / "old"), new), markdown=True)
    assert r"\*\<b\>\* \`x\`" in lines[-1]


def test_templates_count_only_where_both_are_known(tmp_path: Path) -> None:
    """Another digest of the templates is told; data made without pages has none."""
    old, new = export(tmp_path / "old"), export(tmp_path / "new")
    assert not find_changes(old, new).templates_changed
    for one, digest in ((old, "a"), (new, "b")):
        one.files["build"]["templates"] = digest  # type: ignore[index]  # its JSON is a mapping
    found = find_changes(old, new)
    assert found.templates_changed
    assert "the templates changed" in describe_changes(found)


@pytest.mark.parametrize(
    ("sha", "rules", "why"), [("2", "r", "seed"), ("1", "s", "rule"), ("1", "r", "correction")]
)
def test_changed_row_says_why(tmp_path: Path, sha: str, rules: str, why: str) -> None:
    """A change is laid to the seed, else to the rules, else to the editor."""
    old = export(tmp_path / "old", quotations=[quotation(3, "ada")])
    new = export(tmp_path / "new", sha=sha, rules=rules, quotations=[quotation(3, "li")])
    (change,) = find_changes(old, new).changes
    assert (change.change, change.words, change.why) == ("changed", "Never", why)
    assert change.fields == (("speaker", '"ada"', '"li"'),)


def test_added_and_removed(tmp_path: Path) -> None:
    """A row that only one export has was added or removed."""
    old = export(tmp_path / "old", actors=[{"id": "ada", "name": "Ada"}])
    new = export(tmp_path / "new", actors=[{"id": "li", "name": "Li"}])
    found = [(c.change, c.words) for c in find_changes(old, new).changes]
    assert found == [("removed", "Ada"), ("added", "Li")]


def test_folder_without_data(tmp_path: Path) -> None:
    """A folder that is no export is named, with what to do."""
    with pytest.raises(SettingsError, match="there is no such data file"):
        read_export(tmp_path)


def sentence_rows(number: int) -> dict[str, Sequence[Mapping[str, object]]]:
    """A document of three sentences; in the second stands a number that two rows quote."""
    ids = ["s-it-rained-a", f"s-of-the-{number}", "s-then-it-b"]
    sentences = [{"id": one, "start": 10 * n, "end": 10 * n + 9} for n, one in enumerate(ids)]
    text = f"Of the prisoners {number} came home"
    return {
        "documents": [{"id": "a", "path": "a.txt", "title": None, "sentences": sentences}],
        "quotations": [
            {
                "id": f"q-{number}",
                "document": "a",
                "sentence": ids[1],
                "text": f"{number} came home",
            }
        ],
        "takeaways": [{"document": "a", "sentences": [ids[1]], "text": text}],
        "actors": [{"id": "ada", "name": "Ada", "quotations_by": [f"q-{number}"]}],
    }


def test_an_edited_sentence_is_one_change(tmp_path: Path) -> None:
    """17 → 18 is told once, with the words; who is quoted in it has not changed."""
    old = export(tmp_path / "old", tables=sentence_rows(17))
    found = find_changes(old, export(tmp_path / "new", sha="2", tables=sentence_rows(18)))
    (edit,) = found.edits
    assert (edit.removed, edit.added) == (("17",), ("18",))
    assert {table for table, _ in edit.rows} == {"quotations", "takeaways"}
    assert {c.table for c in found.changes} == {"quotations", "takeaways"}
    assert count_changes(found)["sentences"]["changed"] == 1
    assert sum(sum(n.values()) for n in count_changes(found).values()) == 1
    assert "changed (seed): a.txt: 17 → 18 (in takeaways, quotations) [s-of-the-18]" in "\n".join(
        describe_changes(found)
    )


def test_another_sentence_in_its_place_is_no_edit(tmp_path: Path) -> None:
    """Where nothing of the words is left, one is gone and one is new."""
    rows = sentence_rows(18)
    rows["quotations"] = [{**rows["quotations"][0], "text": "we shall rebuild", "id": "q-x"}]
    rows["takeaways"] = [{**rows["takeaways"][0], "text": "Nobody asked the mayor why."}]
    old = export(tmp_path / "old", tables=sentence_rows(17))
    found = find_changes(old, export(tmp_path / "new", sha="2", tables=rows))
    assert found.edits == ()
    kinds = {(c.table, c.change) for c in found.changes if c.table == "quotations"}
    assert kinds == {("quotations", "added"), ("quotations", "removed")}


def test_words_mention_nobody(tmp_path: Path) -> None:
    """In a comment on a host a source's `@name` and `#12` call nobody and lead nowhere."""
    new = export(tmp_path / "new", actors=[{"id": "x", "name": "@ada #12"}])
    lines = describe_changes(find_changes(export(tmp_path / "old"), new), markdown=True)
    assert r"@<!-- -->ada \#<!-- -->12" in lines[-1]


def test_a_change_elsewhere_is_the_rules(tmp_path: Path) -> None:
    """Where a seed was edited and the rules changed, a row of another document is the rules'."""
    rows = [{**quotation(3, who), "document": "b"} for who in ("ada", "li")]
    documents = [{"id": i, "path": f"{i}.txt", "title": None} for i in ("a", "b")]
    old = export(tmp_path / "old", documents=documents, quotations=rows[:1])
    new = export(tmp_path / "new", sha="2", rules="s", documents=documents, quotations=rows[1:])
    (change,) = find_changes(old, new).changes
    assert change.why == "rule"


@pytest.mark.parametrize(
    ("version", "told"),
    [
        (SCHEMA_VERSION + 1, "Install the version of briefing that wrote them"),
        (OLDEST_READ - 1, "Make them anew from the same sources"),
        ("one", "Make them anew from the same sources"),
    ],
)
def test_data_of_another_version_are_refused(tmp_path: Path, version: int | str, told: str) -> None:
    """Data whose fields may mean something else stop the comparison, with what to do."""
    export(tmp_path / "old")
    build = json.loads((tmp_path / "old" / "build.json").read_text("utf-8"))
    (tmp_path / "old" / "build.json").write_text(
        json.dumps({**build, "schema_version": version}), "utf-8"
    )
    with pytest.raises(SettingsError, match=told):
        read_export(tmp_path / "old")


def test_data_without_what_came_later_are_read(tmp_path: Path) -> None:
    """Early data have no stories, and a build that says nothing of settings and corrections."""
    export(tmp_path / "old")
    (tmp_path / "old" / "stories.json").unlink()
    old = read_export(tmp_path / "old")
    new = export(tmp_path / "new", stories=[{"id": "story-a", "documents": ["a"]}])
    assert find_changes(old, new).changes == ()
