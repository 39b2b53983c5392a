"""Word files: paragraphs with the kinds that their styles say, title and author as stated."""

import io
from collections.abc import Iterable, Iterator, Mapping

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.files.guarded import SAVE_ANEW, UnreadableError
from generator.read.formats.archives import check_archive
from generator.read.formats.blocks import (
    Article,
    Block,
    BlockKind,
    Bounds,
    make_article,
    table_row,
    with_title,
)
from generator.read.formats.damage import DAMAGED
from generator.read.formats.hidden_styles import Style, known_styles, says_of_hiding, style_key
from generator.read.transcripts import BOLD_QUESTION, is_timed_label

STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("heading", "heading"),
    ("subtitle", "paragraph"),
    ("caption", "caption"),
    ("list", "list_item"),
    ("quote", "quote"),
    ("intense quote", "quote"),
)
"""What a style's name begins with, in the names that Word keeps in every language."""
SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
TEXT = qn("w:t")
VALUE, STYLE_ID = qn("w:val"), qn("w:styleId")
HIDING = tuple(f"{qn('w:rPr')}/{qn(mark)}" for mark in ("w:vanish", "w:webHidden", "w:specVanish"))
"""Words that are hidden; in an article's own layout or in that of a page of the web."""
PARAGRAPH_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
TABLE_STYLE = f"{qn('w:tblPr')}/{qn('w:tblStyle')}"
DEFAULTS = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}"
STYLE, ROW, PARAGRAPH = qn("w:style"), qn("w:tr"), qn("w:p")
PLACES = {"firstRow": slice(1), "lastRow": slice(-1, None)}
"""Where a part of a table's style holds; of any other part it is the whole table."""
RUN_STYLE = f"{qn('w:rPr')}/{qn('w:rStyle')}"
ROW_AWAY = tuple(f"{qn('w:trPr')}/{qn(mark)}" for mark in ("w:hidden", "w:del"))
"""A row of a table that is hidden or was deleted."""
PROMPT = f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"
"""A field that holds what its form says of it, and no answer."""
SHOWN = frozenset({"0", "false", "off"})
ELSEWHERE = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:moveFrom"),
}
"""What holds words that stand in another place too."""
ACCOUNTS = frozenset({"python-docx", "user", "admin", "administrator", "microsoft office user"})
"""Authors that a program writes of itself."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of a Word file."""
    check_archive(content, bounds)
    try:
        document = docx.Document(io.BytesIO(content))
        _leave_out_unseen(document)
        blocks = list(_blocks(document))
        known = document.core_properties
        stated_title, author = known.title or "", known.author or ""
        language = (known.language or "")[:2].lower()
    except (*DAMAGED, PackageNotFoundError) as error:
        raise UnreadableError(f"it is damaged, or no Word file (.docx); {SAVE_ANEW}") from error
    styled = next((b.text for b in blocks[:4] if b.kind == "title"), "")
    title = styled or _first_heading(blocks) or stated_title
    stated = {
        "title": [title],
        "authors": [] if author.casefold() in ACCOUNTS else author.split(";"),
        "language": [language],
    }
    kept = [Block("heading", b.text) if b.kind == "title" else b for b in blocks]
    return (make_article(with_title(kept, title), stated=stated),)


def _first_heading(blocks: list[Block]) -> str:
    return blocks[0].text if blocks and blocks[0].kind == "heading" else ""


def _blocks(document: Document) -> Iterator[Block]:
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from _rows(item)
        else:
            for text in _lines(_text(item)):
                asked = text.rstrip().endswith("?") and all(
                    run.bold for run in item.runs if run.text.strip()
                )
                yield Block(_kind(item), text, marker=BOLD_QUESTION if asked else "")


def _lines(text: str) -> list[str]:
    """A paragraph; two where a speaker's name and the time stand on its first line."""
    first, _, rest = text.strip().partition("\n")
    parts = [first, rest] if rest.strip() and is_timed_label(first) else [f"{first} {rest}"]
    return [part for part in parts if part.strip()]


def _rows(table: Table) -> Iterator[Block]:
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)  # noqa: SLF001  a merged one is there twice
        texts = [["".join(_words(p)) for p in tc.iter(qn("w:p"))] for tc in cells]
        told = [[text for text in cell if text.strip()] for cell in texts]
        yield from table_row(told) if any(told) else ()


def _text(paragraph: Paragraph) -> str:
    return "".join(_words(paragraph._p))  # noqa: SLF001  python-docx leaves out what was inserted


def _words(element: object) -> Iterator[str]:
    """The words that are shown now: inserted ones too, deleted and hidden ones not."""
    for child in element.iterchildren():  # type: ignore[attr-defined]  # lxml's own
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SPACES:
            yield SPACES[child.tag]
        elif child.tag not in ELSEWHERE:
            yield from _words(child)


def _leave_out_unseen(document: Document) -> None:
    """What a reader of the file is not shown is private, and no text; a row is left empty."""
    body, styles = document.element.body, document.styles.element
    said, usual = _said_by_styles(styles), _usual_styles(styles)
    hidden = [row for row in body.iter(ROW) if _says(row, ROW_AWAY)]
    hidden += [field for field in body.iter(qn("w:sdt")) if field.find(PROMPT) is not None]
    defaults = styles.find(DEFAULTS)
    last = defaults is not None and _says(defaults, HIDING) is True
    in_tables = set(_hidden_in_tables(body, styles, said, usual.get("table", "")))
    for paragraph in body.iter(PARAGRAPH):
        style = said.get(_name(paragraph.find(PARAGRAPH_STYLE)) or usual.get("paragraph", ""))
        for run in paragraph.iter(qn("w:r")):
            own = _says(run, HIDING)
            named = said.get(_name(run.find(RUN_STYLE)) or usual.get("character", ""))
            told = {style, named} if own is None else {own}
            silent = told == {None} and (last or paragraph in in_tables)
            hidden += [run] if True in told or silent else []
    for element in hidden:
        for text in element.iter(TEXT):
            text.text = ""


def _said_by_styles(styles: BaseOxmlElement) -> Mapping[str, bool | None]:
    """Whether each style hides, None where neither it nor what it is based on says so."""
    found = known_styles(
        (style.get(STYLE_ID, ""), Style(_says(style, HIDING), _name(style.find(qn("w:basedOn")))))
        for style in styles.iter(STYLE)
    )
    return {name: says_of_hiding(found, name) for name in found}


def _usual_styles(styles: BaseOxmlElement) -> Mapping[str, str]:
    """Of each type the style of what names none."""
    return {
        style.get(qn("w:type"), ""): style_key(style.get(STYLE_ID, ""))
        for style in styles.iter(STYLE)
        if style.get(qn("w:default"), "0").lower() not in SHOWN
    }


def _hidden_in_tables(
    body: BaseOxmlElement, styles: BaseOxmlElement, said: Mapping[str, bool | None], usual: str
) -> Iterator[BaseOxmlElement]:
    """The paragraphs that a table's style hides, all or in some rows."""
    parts = {
        style_key(style.get(STYLE_ID, "")): [
            PLACES.get(part.get(qn("w:type"), ""), slice(None))
            for part in style.iter(qn("w:tblStylePr"))
            if _says(part, HIDING)
        ]
        for style in styles.iter(STYLE)
    }
    for table in body.iter(qn("w:tbl")):
        name = _name(table.find(TABLE_STYLE)) or usual
        places = [slice(None)] if said.get(name) else parts.get(name, [])
        rows = table.findall(ROW) if places else []
        for row in (row for place in places for row in rows[place]):
            yield from row.iter(PARAGRAPH)


def _says(element: BaseOxmlElement, marks: Iterable[str]) -> bool | None:
    """Whether one of the marks is there and on, None where none of them is there."""
    found = [
        _value(mark).lower() not in SHOWN for m in marks if (mark := element.find(m)) is not None
    ]
    return any(found) if found else None


def _name(element: BaseOxmlElement | None) -> str:
    return style_key(_value(element))


def _value(element: BaseOxmlElement | None) -> str:
    return "" if element is None else element.get(VALUE, "").strip()


def _kind(paragraph: Paragraph) -> BlockKind:
    name = ((paragraph.style and paragraph.style.name) or "").lower()
    return next((kind for begins, kind in STYLES if name.startswith(begins)), "paragraph")
