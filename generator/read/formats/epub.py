"""Books (EPUB): the chapters in the order of the spine, title and authors as the book states."""

import io
import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from generator.files.guarded import SAVE_ANEW, UnreadableError
from generator.read.formats.archives import check_archive
from generator.read.formats.blocks import Article, Block, Bounds, make_article, with_title
from generator.read.formats.damage import DAMAGED
from generator.read.formats.elements import read_fragment
from generator.read.formats.encoding import decode

CONTAINER = "META-INF/container.xml"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
DAY_LENGTH = 10


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of a book."""
    check_archive(content, bounds)
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return (_book(archive),)
    except DAMAGED as error:
        raise UnreadableError(f"it is damaged, or no book (EPUB); {SAVE_ANEW}") from error


def _book(archive: ZipFile) -> Article:
    root = _parsed(archive.read(CONTAINER))
    place = next((e.get("full-path") or "" for e in root.iter("{*}rootfile")), "")
    package = _parsed(archive.read(place))

    def stated(name: str) -> list[str]:
        return [e.text or "" for e in package.iter(DUBLIN_CORE + name)]

    title = next(iter(stated("title")), "")
    values = {
        "title": [title],
        "authors": stated("creator"),
        "publisher": stated("publisher"),
        "published": [day[:DAY_LENGTH] for day in stated("date")],
        "language": [language[:2].lower() for language in stated("language")],
    }
    blocks = list(_chapters(archive, package, posixpath.dirname(place)))
    return make_article(with_title(blocks, title), stated=values)


def _parsed(content: bytes) -> etree._Element:
    """A tree of XML without entities and without the network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _chapters(archive: ZipFile, package: etree._Element, folder: str) -> Iterator[Block]:
    places = {e.get("id"): e for e in package.iter("{*}item")}
    css = "\n".join(_style_sheets(archive, package, folder))
    for reference in package.iter("{*}itemref"):
        item = places.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no":
            continue
        if "nav" in (item.get("properties") or "").split():
            continue
        text = _part(archive, folder, item)
        yield from read_fragment(_without_declaration(text), css=css)


def _style_sheets(archive: ZipFile, package: etree._Element, folder: str) -> Iterator[str]:
    for item in package.iter("{*}item"):
        if item.get("media-type") == "text/css":
            yield _part(archive, folder, item)


def _part(archive: ZipFile, folder: str, item: etree._Element) -> str:
    """The text of a part of the book, "" where there is none."""
    name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
    return decode(archive.read(name))[0] if name in archive.namelist() else ""


def _without_declaration(text: str) -> str:
    """What lxml takes as text must not say again how it was encoded."""
    head, mark, rest = text.partition("?>")
    return rest if mark and head.lstrip().startswith("<?xml") else text
