"""PDF with a text layer: lines in reading order, paragraphs mended, running heads taken out."""

from collections.abc import Iterator

import pypdfium2
from msgspec.structs import replace

from generator.files.guarded import SAVE_ANEW, UNLOCK, UnreadableError, past_limit
from generator.read.formats.blocks import Article, Bounds, make_article
from generator.read.formats.pdf_layout import (
    Line,
    goes_on,
    join_fragments,
    put_in_order,
    put_together,
    without_line_numbers,
)
from generator.read.formats.pdf_paragraphs import find_blocks, find_title, without_running_heads
from generator.read.stated_values import stated_pattern

LEAST_CHARACTERS = 20
"""A page with fewer is one without text."""
ADVICE = "make its text readable with a program for text recognition (OCR) first"
SHOWN_PAGES = 10


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of a PDF, with its pages."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        if locked:
            raise UnreadableError(f"it is locked with a password; {UNLOCK}") from error
        raise UnreadableError(f"it is damaged, or no PDF; {SAVE_ANEW}") from error
    try:
        return (_article(document, bounds),)
    finally:
        document.close()


def _article(document: pypdfium2.PdfDocument, bounds: Bounds) -> Article:
    if len(document) > bounds.pages:
        raise past_limit(f"it has more than {bounds.pages} pages", "pages")
    pages = list(_pages(document, bounds))
    empty = [n for n, page in enumerate(pages, start=1) if _length(page) < LEAST_CHARACTERS]
    if len(empty) == len(pages):
        raise UnreadableError(f"it is a scan without text: {ADVICE}")
    told = document.get_metadata_dict()
    sized = find_blocks(without_running_heads(pages))
    blocks, title = find_title(sized, told.get("Title", ""))
    return make_article(
        blocks,
        stated={"title": [title], "authors": _names(told.get("Author", ""))},
        warnings=_warnings(empty),
    )


def _pages(document: pypdfium2.PdfDocument, bounds: Bounds) -> Iterator[list[Line]]:
    """The lines of each page in reading order; none of one that is damaged."""
    room = bounds.text_characters
    for number in range(len(document)):
        try:
            fragments = _page(document, number)
        except pypdfium2.PdfiumError:
            fragments = []
        room -= sum(len(f.text) for f in fragments)
        if room < 0:
            most = bounds.text_characters
            raise past_limit(f"its text has more than {most} characters", "text_characters")
        yield put_in_order(join_fragments(fragments))


def _page(document: pypdfium2.PdfDocument, number: int) -> list[Line]:
    page = document[number]
    text = page.get_textpage()
    fragments = without_line_numbers(list(_fragments(text, number + 1)))
    text.close()
    page.close()
    return fragments


def _fragments(text: pypdfium2.PdfTextPage, page: int) -> Iterator[Line]:
    """Runs of characters side by side, in the order in which the file draws them."""
    run: Line | None = None
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if not character.strip():
            if run is not None and not run.text.endswith(" "):
                run = replace(run, text=run.text + " ")
            continue
        left, bottom, right, top = text.get_charbox(index, loose=True)
        letter = Line(left, bottom, right, top, character, page)
        if run is not None and goes_on(run, letter):
            run = put_together(run, letter, "")
            continue
        if run is not None:
            yield run
        run = letter
    if run is not None:
        yield run


def _length(page: list[Line]) -> int:
    return sum(len(line.text.strip()) for line in page)


def _names(stated: str) -> list[str]:
    """The authors; a single word is the name of an account."""
    between = stated_pattern("between_authors_of_file")
    return [name for name in between.split(stated) if len(name.split()) > 1]


def _warnings(empty: list[int]) -> list[str]:
    if not empty:
        return []
    shown = ", ".join(map(str, empty[:SHOWN_PAGES])) + (", …" if len(empty) > SHOWN_PAGES else "")
    return [f"pages without text: {shown}; if they are scans, {ADVICE}"]
