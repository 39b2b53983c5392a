"""The search index numbers its pages by their paths, whatever order the folder lists them in."""

import errno
import gzip
import json
from pathlib import Path

import pytest

from generator.errors import machine_error
from generator.publish.frame import PROOFS
from generator.publish.search import FOLDER, has_pagefind, index_site
from generator.publish.sections import page_sections
from generator.publish.settle import MAGIC

PAGE = (
    "<!doctype html><html lang=en><body><h1>Page {name}</h1><p>fog {name} bridge</p></body></html>"
)
NAMES = [f"p{n * 7 % 40:02}" for n in range(40)]

pytestmark = pytest.mark.skipif(not has_pagefind(), reason="Pagefind is not installed")


def write_pages(site_dir: Path, names: list[str]) -> None:
    """One page a name, written in the order of the names."""
    for name in names:
        (site_dir / name).mkdir(parents=True)
        (site_dir / name / "index.html").write_text(PAGE.format(name=name), "utf-8")


def numbered(site_dir: Path) -> list[str]:
    """The addresses of the pages in the order of their numbers."""
    (contents,) = (site_dir / FOLDER).glob("*.pf_meta")
    data = gzip.decompress(contents.read_bytes())
    fragments = {}
    for path in (site_dir / FOLDER / "fragment").glob("*.pf_fragment"):
        text = gzip.decompress(path.read_bytes()).removeprefix(MAGIC)
        fragments[data.index(path.stem.encode())] = json.loads(text)["url"]
    return [fragments[place] for place in sorted(fragments)]


def test_pages_are_numbered_by_path(tmp_path: Path) -> None:
    """Two folders of the same pages, written in opposite orders, give one index."""
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, names in ((one, NAMES), (other, NAMES[::-1])):
        write_pages(folder, names)
        assert index_site(folder)
        assert numbered(folder) == [f"/{name}/" for name in sorted(NAMES)]
    files = [p.relative_to(one) for p in sorted(one.rglob("*")) if p.is_file()]
    assert all((one / f).read_bytes() == (other / f).read_bytes() for f in files)


@pytest.mark.parametrize("function", ["search._write_files", "settle._write"])
def test_a_full_disk_is_no_fault_of_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    """It is told as the machine's, and no index is left in half that a reader would search."""

    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "from", None, "to")

    monkeypatch.setattr(f"generator.publish.{function}", full)
    write_pages(tmp_path, NAMES[:2])
    with pytest.raises(OSError, match="No space left") as caught:
        index_site(tmp_path)
    assert str(machine_error(caught.value)).startswith("to: the system refused")


def test_what_stands_beside_every_sentence_is_not_searched(tmp_path: Path) -> None:
    """Proofs, numbers of paragraphs and marks that link are in neither index; the words are."""
    beside = "".join(f'<small class="x {name}">zebra</small>' for name in sorted(PROOFS))
    page = f"<html lang=en><body><main data-pagefind-body><h1>Fog</h1><p>bridge{beside}</p></main>"
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert index_site(tmp_path)
    (fragment,) = (tmp_path / FOLDER / "fragment").iterdir()
    found = gzip.decompress(fragment.read_bytes()).decode("utf-8")
    assert "bridge" in found
    assert "zebra" not in found
    assert page_sections(page) == [("", "Fog", "bridge")]
