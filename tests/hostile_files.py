"""Files of every format that is read, with texts of a test's choice as paragraphs and as facts."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from html import escape
from xml.sax.saxutils import escape as xml_escape

import docx
import odfdo
import yaml
from made_pdf import make_pdf

Maker = Callable[[Sequence[str], str], bytes]
"""Paragraphs, and what is title, author and publisher where a format has them: a file."""
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="b.opf"/></rootfiles></container>'
)


def page(texts: Sequence[str], fact: str, say: Callable[[str], str] = escape) -> str:
    """A saved page; with another `say` than escaping, the texts are its source."""
    title, stated = say(fact), escape(fact)
    body = "".join(f"<p>{say(text)}</p>" for text in texts)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>'
        f'<meta property="og:title" content="{stated}"><meta name="author" content="{stated}">'
        f'<meta property="og:site_name" content="{stated}"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def html(texts: Sequence[str], fact: str) -> bytes:
    """A saved page that shows the texts."""
    return page(texts, fact).encode()


def raw_html(texts: Sequence[str], fact: str) -> bytes:
    """A saved page whose source is the texts."""
    return page(texts, fact, str).encode()


def _mail(fact: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = Address(" ".join(fact.split()), "ada", "norwick.example")
    message["To"] = "desk@ferry.example"
    message["Subject"] = " ".join(fact.split())
    message["Date"] = "Tue, 13 May 2031 00:30:00 +0100"
    return message


def mail(texts: Sequence[str], fact: str) -> bytes:
    """A mail of plain paragraphs."""
    message = _mail(fact)
    message.set_content("\n\n".join(texts))
    return message.as_bytes()


def mailed_page(texts: Sequence[str], fact: str) -> bytes:
    """A mail with nothing but a page."""
    message = _mail(fact)
    message.set_content(page(texts, fact), subtype="html")
    return message.as_bytes()


def web_archive(texts: Sequence[str], fact: str) -> bytes:
    """A page as browsers save it in one file."""
    message = _mail(fact)
    message["Snapshot-Content-Location"] = "https://ferry.example/saved"
    message.set_content(page(texts, fact), subtype="html")
    message.add_related(b"GIF89a", "image", "gif", cid="<a@b>")
    return message.as_bytes()


def word(texts: Sequence[str], fact: str) -> bytes:
    """A Word file."""
    document = docx.Document()
    document.core_properties.title = fact[:255]
    document.core_properties.author = fact[:255]
    document.add_heading(fact, level=0)
    for text in texts:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def open_document(texts: Sequence[str], fact: str) -> bytes:
    """An OpenDocument text."""
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.title = fact
    document.meta.creator = fact
    for text in texts:
        document.body.append(odfdo.Paragraph(text))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rich_text(texts: Sequence[str], fact: str) -> bytes:
    """An RTF file; a line inside a paragraph is a space."""
    body = "".join(f"{_rtf(text)}\\par " for text in (fact, *texts))
    info = f"{{\\info{{\\title {_rtf(fact)}}}{{\\author {_rtf(fact)}}}}}"
    return f"{{\\rtf1\\ansi{info}{body}}}".encode("ascii")


def _rtf(text: str) -> str:
    units = memoryview(" ".join(text.split()).encode("utf-16-le")).cast("H").tolist()
    return "".join(
        f"\\u{unit - 65536 if unit > 32767 else unit}?"
        if unit > 126 or chr(unit) in "\\{}"
        else chr(unit)
        for unit in units
    )


def book(texts: Sequence[str], fact: str, say: Callable[[str], str] = escape) -> bytes:
    """A book of one chapter a paragraph."""
    chapters = {f"c{n}": f"<html><body><p>{say(t)}</p></body></html>" for n, t in enumerate(texts)}
    items = "".join(f'<item id="{name}" href="{name}.xhtml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    stated = xml_escape(fact)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{stated}</dc:title><dc:creator>{stated}</dc:creator>"
        f"<dc:publisher>{stated}</dc:publisher></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("b.opf", package)
        for name, content in chapters.items():
            archive.writestr(f"{name}.xhtml", content)
    return out.getvalue()


def raw_book(texts: Sequence[str], fact: str) -> bytes:
    """A book whose chapters' source is the texts."""
    return book(texts, fact, str)


def rss(texts: Sequence[str], fact: str, say: Callable[[str], str] = escape) -> bytes:
    """A feed of one entry: its title and description are HTML, escaped once more as XML."""
    title, body = xml_escape(say(fact)), xml_escape("".join(f"<p>{say(t)}</p>" for t in texts))
    site = xml_escape(fact)
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{site}</title><item><title>{title}</title>"
        f"<dc:creator>{site}</dc:creator><description>{body}</description></item></channel></rss>"
    ).encode()


def raw_rss(texts: Sequence[str], fact: str) -> bytes:
    """A feed in which the texts are HTML."""
    return rss(texts, fact, str)


def atom(texts: Sequence[str], fact: str) -> bytes:
    """An Atom feed of one entry, with titles that are said to be plain."""
    stated, body = xml_escape(fact), xml_escape("".join(f"<p>{escape(t)}</p>" for t in texts))
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">{stated}</title><entry>'
        f'<title type="text">{stated}</title><author><name>{stated}</name></author>'
        f'<content type="html">{body}</content></entry></feed>'
    ).encode()


def json_lines(texts: Sequence[str], fact: str) -> bytes:
    """One line of JSON."""
    facts = dict.fromkeys(("headline", "byline", "source"), fact)
    return json.dumps({**facts, "body": "\n\n".join(texts)}).encode()


def json_list(texts: Sequence[str], fact: str) -> bytes:
    """A list of one article."""
    return b"[" + json_lines(texts, fact) + b"]"


def press_database(texts: Sequence[str], fact: str) -> bytes:
    """What a press database writes, a code before each field."""
    told = [" ".join(text.split()) for text in texts]
    stated = " ".join(fact.split())
    head = [f"{code}  {stated}" for code in ("HD", "BY", "SN")]
    body = ["PD  6 May 2024", f"LP  {told[0]}", "TD", *told[1:], "AN  Document X1"]
    return "\n\n".join([*head, *body]).encode()


def _cues(texts: Sequence[str], point: str) -> str:
    shown = []
    for n, text in enumerate(texts):
        times = f"00:00:{2 * n % 60:02}{point}000 --> 00:00:{2 * n % 60 + 1:02}{point}000"
        shown.append(f"{n + 1}\n{times}\n{' '.join(text.split())}\n")
    return "\n".join(shown)


def srt(texts: Sequence[str], _fact: str) -> bytes:
    """Subtitles."""
    return _cues(texts, ",").encode()


def vtt(texts: Sequence[str], _fact: str) -> bytes:
    """Subtitles of the web."""
    return f"WEBVTT\n\n{_cues([escape(text, quote=False) for text in texts], '.')}".encode()


def markdown(texts: Sequence[str], fact: str) -> bytes:
    """A Markdown file whose front matter holds the facts."""
    return ("---\n" + sidecar(fact).decode() + "---\n\n" + "\n\n".join(texts) + "\n").encode()


def pdf(texts: Sequence[str], fact: str) -> bytes:
    """A PDF of one paragraph a text, each on a line of its own in letters that are small."""
    lines = [(40.0, 800 - 20.0 * n, 4.0, " ".join(t.split())) for n, t in enumerate(texts)]
    pages = [
        [(x, 800 - (800 - y) % 760, s, t) for x, y, s, t in lines[at : at + 38]]
        for at in range(0, len(lines), 38)
    ]
    return make_pdf(pages, Title=fact, Author=fact)


def sidecar(fact: str) -> bytes:
    """What an editor writes beside a seed."""
    facts = dict.fromkeys(("title", "publisher", "genre", "tags"), fact)
    return yaml.safe_dump({**facts, "authors": [fact], "published": "2024-05-06"}).encode()


FORMATS: Mapping[str, Maker] = {
    "page.html": html,
    "mail.eml": mail,
    "mailed.eml": mailed_page,
    "saved.mhtml": web_archive,
    "word.docx": word,
    "open.odt": open_document,
    "rich.rtf": rich_text,
    "book.epub": book,
    "feed.rss": rss,
    "feed.atom": atom,
    "lines.jsonl": json_lines,
    "list.json": json_list,
    "base.txt": press_database,
    "titles.srt": srt,
    "web.vtt": vtt,
    "mark.md": markdown,
    "set.pdf": pdf,
}
"""The name of a file by which its format is known, and what makes it."""
RAW: Mapping[str, Maker] = {"page.html": raw_html, "book.epub": raw_book, "feed.rss": raw_rss}
"""Formats whose text is HTML: here the texts are its source and not what it shows."""
