"""The made articles in every format that is read, with the boilerplate that programs add."""

import io
import json
import quopri
import zipfile
from collections.abc import Callable, Iterator
from html import escape

import docx
import odfdo
from made_layouts import LaidOutStory, mail, news_site, note, pasted, plain
from made_pdf import make_pdf, set_lines

WIDTH = 84
PAGE_LINES = 40


def lines_of(text: str, width: int = WIDTH) -> Iterator[str]:
    """A paragraph in lines that end at words."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def paper(story: LaidOutStory) -> bytes:
    """A PDF with a running head and page numbers; long enough for two pages."""
    lines = [story.title, "", f"By {' and '.join(story.authors)}", story.long_day, ""]
    for paragraph in story.paragraphs:
        lines += [*lines_of(paragraph), ""]
    half = len(lines) // 2
    pages = []
    for number, part in enumerate((lines[:half], lines[half:]), start=1):
        head = (60.0, 800.0, 8.0, f"{story.publisher} | Monthly")
        foot = (290.0, 30.0, 8.0, str(number))
        pages.append([head, *set_lines(part, left=60, top=760), foot])
    return make_pdf(pages, Title=story.title, Author=", ".join(story.authors))


def word(story: LaidOutStory) -> bytes:
    """A Word file with a head and a foot on each page and a table."""
    made = docx.Document()
    made.core_properties.author = "; ".join(story.authors)
    made.sections[0].header.paragraphs[0].text = f"{story.publisher} – draft"
    made.sections[0].footer.paragraphs[0].text = "Confidential until noon"
    made.add_heading(story.title, level=0)
    made.add_paragraph(story.long_day)
    for paragraph in story.paragraphs:
        made.add_paragraph(paragraph)
    row = made.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "Circulation", "Desk"
    return _bytes(made.save)


def open_document(story: LaidOutStory) -> bytes:
    """An OpenDocument text."""
    made = odfdo.Document("text")
    made.body.clear()
    made.meta.title, made.meta.creator = story.title, story.authors[0]
    made.body.append(odfdo.Header(1, story.title))
    made.body.append(odfdo.Paragraph(story.long_day))
    for paragraph in story.paragraphs:
        made.body.append(odfdo.Paragraph(paragraph))
    return _bytes(made.save)


def rich_text(story: LaidOutStory) -> bytes:
    """RTF with letters by number and a head of each page."""
    body = r"\par ".join(_rtf(p) for p in (story.title, story.long_day, *story.paragraphs))
    info = rf"{{\info{{\title {_rtf(story.title)}}}{{\author {_rtf(story.authors[0])}}}}}"
    return (rf"{{\rtf1\ansi{info}{{\header Norwick desk copy\par}}" + body + "}").encode("ascii")


def _rtf(text: str) -> str:
    return "".join(c if ord(c) < 128 else rf"\u{ord(c)}?" for c in text)


def book(story: LaidOutStory) -> bytes:
    """An EPUB with a list of contents."""
    chapter = "".join(f"<p>{escape(p, quote=False)}</p>" for p in story.paragraphs)
    names = "".join(f"<dc:creator>{name}</dc:creator>" for name in story.authors)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{story.title}</dc:title>{names}'
        f"<dc:date>{story.day}</dc:date><dc:publisher>{story.publisher}</dc:publisher></metadata>"
        '<manifest><item id="n" href="n.xhtml" properties="nav"/><item id="a" href="a.xhtml"/>'
        '</manifest><spine><itemref idref="n"/><itemref idref="a"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="b.opf"/></rootfiles></container>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("b.opf", package)
        archive.writestr("n.xhtml", "<html><body><nav>Table of Contents</nav></body></html>")
        archive.writestr("a.xhtml", f"<html><body><h1>{story.title}</h1>{chapter}</body></html>")
    return out.getvalue()


def saved_page(story: LaidOutStory) -> bytes:
    """A page saved in one file."""
    page = quopri.encodestring(news_site(story).encode()).decode()
    return (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://post.example/a\n"
        f"Subject: {story.title}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\n\n----b\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://post.example/a\n\n{page}\n----b--\n"
    ).encode()


def feed(story: LaidOutStory) -> bytes:
    """RSS of one entry with a share link at its end."""
    text = "".join(f"<p>{escape(p, quote=False)}</p>" for p in story.paragraphs)
    names = "".join(f"<dc:creator>{name}</dc:creator>" for name in story.authors)
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{story.publisher}</title><item><title>{story.title}</title>{names}"
        f"<pubDate>{story.long_day} 08:00:00 +0000</pubDate>"
        f"<description><![CDATA[{text}]]></description></item></channel></rss>"
    ).encode()


def line_of_json(story: LaidOutStory) -> bytes:
    """JSON Lines."""
    row = {
        "text": "\n\n".join(story.paragraphs),
        "title": story.title,
        "authors": story.authors,
        "published": story.day,
        "publisher": story.publisher,
    }
    return json.dumps(row).encode()


def list_of_json(story: LaidOutStory) -> bytes:
    """A list of articles."""
    return b"[" + line_of_json(story) + b"]"


def export(story: LaidOutStory) -> bytes:
    """What a press database writes, a code before each field."""
    fields = (
        *(("HD", story.title), ("BY", f"By {' and '.join(story.authors)}")),
        *(("WC", "412 words"), ("PD", story.long_day), ("SN", story.publisher), ("LA", "English")),
        *(("LP", story.paragraphs[0]), ("TD", "\n\n".join(story.paragraphs[1:]))),
        *(("RE", "nrwk : Norwick"), ("AN", "Document NWKHD00020310512e75c0000k")),
    )
    return "\n\n".join(f"{code}  {words}" for code, words in fields).encode()


def archive(story: LaidOutStory) -> bytes:
    """A web archive of the page on a news site."""
    page = news_site(story).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/a\r\n"
        "WARC-Date: 2032-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def subtitles(story: LaidOutStory) -> bytes:
    """SRT: the story as it is read aloud."""
    cues = [line for p in story.paragraphs for line in lines_of(p, 42)]
    return "\n".join(
        f"{n}\n00:{n // 60:02}:{n % 60:02},000 --> 00:{n // 60:02}:{n % 60:02},900\n{cue}\n"
        for n, cue in enumerate(cues, start=1)
    ).encode()


def _bytes(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


FORMATS: dict[str, tuple[str, Callable[[LaidOutStory], bytes]]] = {
    "plain text": (".txt", lambda story: plain(story).encode()),
    "pasted page": (".txt", lambda story: pasted(story).encode()),
    "Markdown": (".md", lambda story: note(story).encode()),
    "HTML": (".html", lambda story: news_site(story).encode()),
    "MHTML": (".mhtml", saved_page),
    "mail": (".eml", lambda story: mail(story).encode()),
    "PDF": (".pdf", paper),
    "Word": (".docx", word),
    "OpenDocument": (".odt", open_document),
    "RTF": (".rtf", rich_text),
    "EPUB": (".epub", book),
    "RSS": (".rss", feed),
    "JSON Lines": (".jsonl", line_of_json),
    "JSON": (".json", list_of_json),
    "press database": (".txt", export),
    "WARC": (".warc", archive),
    "SRT": (".srt", subtitles),
}
"""Format → ending, and what makes a file of it."""
BODY, BOILERPLATE = 0.95, 0.01
"""Of each format: the least share of the body's words that are read, the most of other words."""
UNTITLED = frozenset({"SRT"})
"""Formats that state nothing of the article."""
