"""Pagefind's filters in one order: the same pages give the same bytes."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.settle import MAGIC, Value, _decode, _encode, _gzip, settle_index

VALUES = st.recursive(
    st.integers(min_value=0, max_value=2**40) | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=30),
    max_leaves=40,
)


@given(VALUES)
def test_what_is_written_is_read_again(value: object) -> None:
    """Numbers, texts and arrays of any size come back as they were."""
    data = _encode(value)  # type: ignore[arg-type]  # any value of JSON
    assert _decode(data, 0) == (value, len(data))


def make_index(folder: Path, values: list[list[object]], filters: list[str]) -> Path:
    """An index whose filter values and filters stand in the given order."""
    (folder / "filter").mkdir(parents=True)
    rows: list[Value] = []
    for name in filters:
        file = f"en_{name}"
        content = MAGIC + _encode([name, values])  # type: ignore[list-item]  # any value of JSON
        (folder / "filter" / f"{file}.pf_filter").write_bytes(gzip.compress(content))
        rows.append([name, file])
    table = MAGIC + _encode(["1.5.2", [], [], rows, [], ["title"]])
    (folder / "pagefind.en_0123456789.pf_meta").write_bytes(gzip.compress(table))
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_0123456789"}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of an index."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_any_order_gives_the_same_index(tmp_path: Path) -> None:
    """Two indexes that differ in order alone are equal once they are settled."""
    one = make_index(tmp_path / "one", [["Ada", [1]], ["Bea", [2, 3]]], ["Actor", "Page"])
    two = make_index(tmp_path / "two", [["Bea", [2, 3]], ["Ada", [1]]], ["Page", "Actor"])
    assert settle_index(one)
    assert settle_index(two)
    assert contents(one) == contents(two)
    name = json.loads((one / "pagefind-entry.json").read_text("utf-8"))["languages"]["en"]["hash"]
    assert (one / f"pagefind.{name}.pf_meta").is_file()


def test_an_index_of_another_form_stays_as_it_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A form that is not known is left alone, with a warning."""
    folder = make_index(tmp_path, [["Ada", [1]]], ["Actor"])
    (folder / "pagefind.en_0123456789.pf_meta").write_bytes(gzip.compress(MAGIC + b"\xf5"))
    before = contents(folder)
    assert not settle_index(folder)
    assert contents(folder) == before
    assert "form that is not known" in caplog.text


def test_packing_has_no_time_and_no_system() -> None:
    """A packed file begins with the same bytes on every system and unpacks to what went in."""
    packed = _gzip(b"abc" * 100)
    assert packed[:10] == bytes.fromhex("1f8b08000000000002ff")
    assert gzip.decompress(packed) == b"abc" * 100
