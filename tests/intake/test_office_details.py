"""What programs write into office files, books, mails and printed pages beside the text itself."""

import io
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from made_pdf import make_pdf

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
FIRST = "The council of Norwick voted late on Tuesday to close the old bridge until the spring."
LAST = "The ferry will run until midnight as long as the bridge is closed, a clerk added."
PRIVATE = "Ask the treasurer before we print this."


def only(make_seeds: MakeSeeds, name: str, content: bytes) -> Document:
    """The one document of a seed."""
    (document,) = read_seeds(make_seeds({name: content})).documents
    return document


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What a program writes."""
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def test_hidden_words_and_comments_of_word_stay_out(make_seeds: MakeSeeds) -> None:
    """What Word neither shows nor prints is never read; words said to be shown are."""
    docx = pytest.importorskip("docx")
    made = docx.Document()
    first = made.add_paragraph(FIRST)
    made.add_comment(first.runs, text=PRIVATE, author="Desk")
    run = made.add_paragraph(LAST).add_run(f" {PRIVATE}")
    run.font.hidden = True
    run = made.add_paragraph("A shown word").add_run(" stays.")
    run.font.hidden = False
    text = only(make_seeds, "a.docx", saved(made.save)).text
    assert FIRST in text
    assert LAST in text
    assert "A shown word stays." in text
    assert PRIVATE not in text


def test_a_meeting_programs_record_has_turns(make_seeds: MakeSeeds) -> None:
    """Name and time stand on the first line of each paragraph, the words on the next."""
    docx = pytest.importorskip("docx")
    made = docx.Document()
    for name, time, words in (
        ("Ada Obi", "0:05", FIRST),
        ("Li Wei", "1:10", LAST),
        ("Ada Obi", "2:00", "That is what the council was told last year."),
        ("Li Wei", "2:40", "And nothing came of it, if I may say so."),
    ):
        paragraph = made.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run(f"   {time}\n{words}")
    document = only(make_seeds, "a.docx", saved(made.save))
    labels = [document.text[t.label.start : t.label.end] for t in document.turns]
    assert labels == ["Ada Obi", "Li Wei", "Ada Obi", "Li Wei"]


def test_comments_and_notes_of_open_document_stay_out(make_seeds: MakeSeeds) -> None:
    """An annotation and a footnote hang on the text and are none of it."""
    odfdo = pytest.importorskip("odfdo")
    made = odfdo.Document("text")
    made.body.clear()
    first = odfdo.Paragraph(FIRST)
    first.insert_annotation(after="council", body=PRIVATE, creator="Desk")
    first.insert_note(after="bridge", note_id="n", citation="1", body="It is of 1968.")
    made.body.append(first)
    made.body.append(odfdo.Paragraph(LAST))
    assert only(make_seeds, "a.odt", saved(made.save)).text == f"{FIRST}\n\n{LAST}"


def test_rows_of_a_table_in_rtf_are_no_story(make_seeds: MakeSeeds) -> None:
    """They are set aside like those of other formats; a footnote is no text."""
    pytest.importorskip("striprtf")
    rows = rb"\trowd\cellx1\cellx2 Year\cell Cars\cell\row\trowd 1968\cell 9,000\cell\row"
    source = rb"{\rtf1\ansi " + FIRST.encode() + rb"{\footnote " + PRIVATE.encode() + rb"}\par "
    document = only(make_seeds, "a.rtf", source + LAST.encode() + rb"\par " + rows + b"}")
    kinds = {document.text[z.start : z.end]: z.kind for z in document.zones}
    assert kinds["1968|9,000"] == "boilerplate"
    assert kinds[FIRST] == "body"
    assert PRIVATE not in document.text


def book() -> bytes:
    """A book with a note, its mark, and its author with the family name first."""
    chapter = (
        '<html xmlns:epub="http://www.idpf.org/2007/ops"><body>'
        f'<p>{FIRST}<a epub:type="noteref" href="#n">7</a></p><p>{LAST}</p>'
        f'<aside epub:type="footnote" id="n"><p>{PRIVATE}</p></aside></body></html>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A bridge</dc:title>'
        "<dc:creator>Obi, Ada</dc:creator></metadata><manifest>"
        '<item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="b.opf"/></rootfiles></container>',
        )
        archive.writestr("b.opf", package)
        archive.writestr("a.xhtml", chapter)
    return out.getvalue()


def test_notes_of_a_book_stay_out_and_its_author_is_turned(make_seeds: MakeSeeds) -> None:
    """*Obi, Ada* is Ada Obi; neither a footnote nor its mark is read."""
    document = only(make_seeds, "a.epub", book())
    assert [a.value for a in document.metadata.authors] == ["Ada Obi"]
    assert document.text == f"A bridge\n\n{FIRST}\n\n{LAST}"


def test_what_is_attached_to_a_mail_is_named(make_seeds: MakeSeeds) -> None:
    """Nothing is lost without a word; a picture has none to lose."""
    message = EmailMessage()
    message["From"] = '"Obi, Ada" <ada@norwick.example>'
    message["Subject"] = "The bridge"
    message.set_content(f"{FIRST}\n\n{LAST}")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
    document = only(make_seeds, "a.eml", message.as_bytes())
    told = "what is attached is not read: plan.pdf; save it as files of their own"
    assert document.warnings == (told,)
    assert [a.value for a in document.metadata.authors] == ["Ada Obi"]


def test_a_body_that_sends_a_mail_is_no_author(make_seeds: MakeSeeds) -> None:
    """*Office of the Clerk* writes no article; its copyright names it as the publisher."""
    message = EmailMessage()
    message["From"] = "Office of the Clerk <news@norwick.example>"
    message["Subject"] = "The bridge"
    message.set_content(f"{FIRST}\n\n{LAST}\n\n© 2031 Office of the Clerk")
    meta = only(make_seeds, "a.eml", message.as_bytes()).metadata
    assert meta.authors == ()
    assert meta.publisher
    assert meta.publisher.value == "Office of the Clerk"


LINES = (
    *("ADA OBI,", "having been first duly sworn, testified as follows:", "  EXAMINATION"),
    *("BY MR. LINDE:", "  Q.   When did you first hear of the roof?"),
    *("  A.   The roof leaks every winter, and we", "have no money to mend it."),
    *("  Q.   What did you do?", "  A.   I told the council in the spring."),
    *("  MS. REYL:  Objection, that is hearsay.", "  Q.   Did they answer you?"),
    "  A.   Not for two months.",
)


def test_a_printed_deposition_has_turns_and_no_line_numbers(make_seeds: MakeSeeds) -> None:
    """Each page numbers its lines at the left edge; questions and answers begin lines."""
    pages = [
        [
            (500.0, 780.0, 10.0, str(14 + page)),
            *((60.0, 740.0 - 20 * i, 10.0, str(i + 1)) for i in range(6)),
            *(
                (115.0 if words[0] == " " else 90.0, 740.0 - 20 * i, 10.0, words.strip())
                for i, words in enumerate(LINES[6 * page : 6 * page + 6])
            ),
        ]
        for page in range(2)
    ]
    document = only(make_seeds, "a.pdf", make_pdf(pages, Title="Deposition of Ada Obi"))
    said = [document.text[t.said[0].start : t.said[0].end] for t in document.turns]
    assert said == [
        "When did you first hear of the roof?",
        "The roof leaks every winter, and we have no money to mend it.",
        "What did you do?",
        "I told the council in the spring.",
        "Objection, that is hearsay.",
        "Did they answer you?",
        "Not for two months.",
    ]
