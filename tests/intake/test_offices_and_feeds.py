"""Word, RTF, books, feeds, JSON Lines and subtitles give their text and what they state."""

import io
import json
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read.formats import ENDINGS
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
FIRST = "The council of Norwick voted late on Tuesday to close the old bridge until the spring."
SECOND = "“We have looked at every pier,” the mayor, Ada Obi, told the council before the vote."
LAST = "The ferry will run until midnight as long as the bridge is closed, a clerk added."
TITLE = "Norwick closes its bridge"
STORY = [("headline", TITLE), ("body", FIRST), ("subhead", "Every pier")]
STORY += [("body", SECOND), ("body", LAST)]


def documents(make_seeds: MakeSeeds, name: str, content: str | bytes) -> list[Document]:
    """The documents of the only seed."""
    return list(read_seeds(make_seeds({name: content})).documents)


def zones(document: Document) -> list[tuple[str, str]]:
    """Kind and words of every zone."""
    return [(z.kind, document.text[z.start : z.end]) for z in document.zones]


def stated(document: Document) -> dict[str, object]:
    """The values of a document's metadata."""
    meta = document.metadata
    facts = {k: getattr(meta, k) for k in ("title", "publisher", "published", "url")}
    values: dict[str, object] = {k: fact.value for k, fact in facts.items() if fact}
    return {**values, "authors": [fact.value for fact in meta.authors]}


def word(*, title_style: bool) -> bytes:
    """A Word file with a heading, a quotation, a table and words that were deleted."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.author = "Li Wei"
    if title_style:
        document.add_heading(TITLE, level=0)
    else:
        document.core_properties.title = TITLE
    document.add_paragraph(FIRST)
    document.add_heading("Every pier", level=1)
    document.add_paragraph(SECOND)
    last = document.add_paragraph(LAST)
    run = last.add_run("gone")
    run._r.tag = run._r.tag.replace("}r", "}del")
    run._r[0].tag = run._r[0].tag.replace("}t", "}delText")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Pier 1", "40 m"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("title_style", [True, False])
@pytest.mark.parametrize("name", ["a.docx", "a.txt"])
def test_word(make_seeds: MakeSeeds, name: str, *, title_style: bool) -> None:
    """Styles say what a paragraph is; what was deleted is not there; a short row is set aside."""
    (document,) = documents(make_seeds, name, word(title_style=title_style))
    assert zones(document) == [*STORY, ("boilerplate", "Pier 1 | 40 m")]
    assert stated(document) == {"title": TITLE, "authors": ["Li Wei"]}


def open_document() -> bytes:
    """An OpenDocument text with headings."""
    odfdo = pytest.importorskip("odfdo")
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.title = TITLE
    document.meta.creator = "Li Wei"
    heading = odfdo.Header(1, "Every pier")
    paragraphs = [odfdo.Paragraph(words) for words in (FIRST, SECOND, LAST)]
    for element in (paragraphs[0], heading, *paragraphs[1:]):
        document.body.append(element)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.odt", "a.txt"])
def test_open_document(make_seeds: MakeSeeds, name: str) -> None:
    """Headings are told from paragraphs; title and author come through."""
    (document,) = documents(make_seeds, name, open_document())
    assert zones(document) == STORY
    assert stated(document) == {"title": TITLE, "authors": ["Li Wei"]}


RTF = (
    r"{\rtf1\ansi{\info{\title " + TITLE + r"}{\author Li Wei}}" + FIRST + r"\par "
    r"\ldblquote We have looked at every pier,\rdblquote  the mayor, Ada Obi, told the council "
    r"before the vote.\par " + LAST + r"\par }"
)


@pytest.mark.parametrize("name", ["a.rtf", "a.txt"])
def test_rtf(make_seeds: MakeSeeds, name: str) -> None:
    """Paragraphs, quotation marks, title and author come through."""
    pytest.importorskip("striprtf")
    (document,) = documents(make_seeds, name, RTF)
    assert [words for _, words in zones(document)] == [TITLE, FIRST, SECOND, LAST]
    assert stated(document) == {"title": TITLE, "authors": ["Li Wei"]}


def test_letters_of_rtf(make_seeds: MakeSeeds) -> None:
    """A letter of two halves is one, and a title may have letters that RTF writes by number."""
    pytest.importorskip("striprtf")
    source = RTF.replace(TITLE, r"The caf\'e9 \u-10179?\u-8640? \{closed\}", 1)
    (document,) = documents(make_seeds, "a.rtf", source.replace("added", r"\u-10179?\u-8640?"))
    assert stated(document)["title"] == "The café 🙀 {closed}"
    assert "a clerk 🙀." in document.text


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Ferry</title>
<item><title>{TITLE}</title><link>https://ferry.example/a</link><dc:creator>Li Wei</dc:creator>
<pubDate>Mon, 12 May 2031 23:30:00 -0500</pubDate>
<description><![CDATA[<p>{FIRST}</p><p>{LAST}</p><script>bad()</script>]]></description></item>
<item><title>The fog</title><description>{SECOND}</description></item>
<item><title>Nothing but a title</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ferry</title>
<entry><title>{TITLE}</title><link href="https://ferry.example/a"/><author><name>Li Wei</name>
</author><published>2031-05-12T23:30:00-05:00</published>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{LAST}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(
    ("name", "feed"), [("a.xml", RSS), ("a.rss", RSS), ("a.atom", ATOM), ("a.txt", RSS)]
)
def test_a_feed_is_a_document_an_entry(make_seeds: MakeSeeds, name: str, feed: str) -> None:
    """Each entry with text is a document named after its title; the day is the publisher's."""
    pytest.importorskip("feedparser")
    found = {d.path: d for d in documents(make_seeds, name, feed)}
    entry = found[f"{name}#norwick-closes-its-bridge"]
    assert zones(entry) == [("headline", TITLE), ("body", FIRST), ("body", LAST)]
    assert stated(entry) == {
        "title": TITLE,
        "authors": ["Li Wei"],
        "published": "2031-05-12",
        "publisher": "The Ferry",
        "url": "https://ferry.example/a",
    }
    assert len(found) == (2 if feed == RSS else 1)


def test_a_title_that_is_said_to_be_text(make_seeds: MakeSeeds) -> None:
    """A tag in an Atom title of text is words of it."""
    pytest.importorskip("feedparser")
    feed = ATOM.replace(
        f"<entry><title>{TITLE}", "<entry><title>What &lt;b&gt; means &amp;amp; does"
    )
    (document,) = documents(make_seeds, "a.atom", feed)
    assert stated(document)["title"] == "What <b> means &amp; does"


def test_lines_of_json(make_seeds: MakeSeeds) -> None:
    """Each line is a document; a line that is none is named and costs itself."""
    row = {"headline": TITLE, "body": f"{FIRST}\n\n{LAST}", "byline": "Li Wei", "id": "b 1"}
    row |= {"date": "2031-05-12T10:00:00Z", "source": "The Ferry", "url": "https://ferry.example/a"}
    lines = [json.dumps(row), "{no json", json.dumps({"text": SECOND, "author": [{"name": "X Y"}]})]
    other, first = documents(make_seeds, "a.jsonl", "\n".join(lines))
    assert (first.path, other.path) == ("a.jsonl#b-1", "a.jsonl#3")
    assert zones(first) == [("headline", TITLE), ("body", FIRST), ("body", LAST)]
    assert stated(first)["published"] == "2031-05-12"
    assert stated(other)["authors"] == ["X Y"]
    assert "no article with a text: 2;" in first.warnings[0]


def test_every_list_of_a_wrapped_answer(make_seeds: MakeSeeds) -> None:
    """Of several lists that hold articles each is read; a list of something else is none."""
    rows = {"top": [{"title": TITLE, "text": FIRST}], "more": [{"title": "B", "text": SECOND}]}
    answer = {"status": "ok", "tags": ["bridge"], "data": {**rows, "sites": [{"name": "Ferry"}]}}
    found = documents(make_seeds, "a.json", json.dumps(answer))
    texts = [d.text for d in found]
    assert [any(words in text for text in texts) for words in (FIRST, SECOND)] == [True, True]
    assert (len(found), [d.warnings for d in found]) == (2, [(), ()])


def test_what_has_a_name_and_no_words(make_seeds: MakeSeeds) -> None:
    """The name of somebody is an author; the name of an object in the text's place is no text."""
    row = {"title": TITLE, "text": FIRST, "author": {"name": "Li Wei"}, "source": {"name": "Ferry"}}
    other = {"title": "A form", "content": {"name": "A name of the form that it was written in."}}
    (document,) = documents(make_seeds, "a.json", json.dumps([row, other]))
    assert stated(document)["authors"] == ["Li Wei"]
    assert stated(document)["publisher"] == "Ferry"
    assert "no article with a text: 2;" in document.warnings[0]


@pytest.mark.parametrize("several", [True, False])
def test_fields_of_an_article_in_an_object_of_it(make_seeds: MakeSeeds, *, several: bool) -> None:
    """A newspaper's service gives the address beside an object with the words."""
    row = {"id": "norwick/bridge", "webTitle": TITLE, "webUrl": "https://ferry.example/a"}
    row["webPublicationDate"] = "2031-05-12T08:00:00Z"
    whole = {**row, "fields": {"byline": "Ada Obi", "bodyText": f"{FIRST}\n\n{LAST}"}}
    answer = {"response": {"status": "ok", "results": [whole] if several else whole}}
    (document,) = documents(make_seeds, "a.json", json.dumps(answer))
    assert zones(document) == [("headline", TITLE), ("body", FIRST), ("body", LAST)]
    assert stated(document) == {
        "title": TITLE,
        "authors": ["Ada Obi"],
        "published": "2031-05-12",
        "url": "https://ferry.example/a",
    }


@pytest.mark.parametrize(
    ("field", "moment"),
    [
        ("publish_date", "2031-05-12"),
        ("publishedAt", "2031-05-12T08:00:00Z"),
        ("pub_date", "Mon, 12 May 2031 08:00:00 GMT"),
        ("date", 1936339200),
        ("timestamp", 1936339200000),
    ],
)
def test_days_as_collectors_write_them(
    make_seeds: MakeSeeds, field: str, moment: str | int
) -> None:
    """Under their names of the field, as a day, a moment, a line of a mail, or seconds."""
    row = {"title": TITLE, "article_text": f"{FIRST}\n\n{LAST}", field: moment}
    (document,) = documents(make_seeds, "a.jsonl", json.dumps(row))
    assert stated(document)["published"] == "2031-05-12"


CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/b.opf"/></rootfiles></container>"""
PACKAGE = f"""<package xmlns="http://www.idpf.org/2007/opf"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title><dc:creator>Li Wei
</dc:creator><dc:date>2031-05-12T00:00:00Z</dc:date><dc:publisher>The Ferry</dc:publisher>
</metadata><manifest><item id="n" href="n.xhtml" properties="nav"/><item id="b" href="b.xhtml"/>
<item id="a" href="a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/>
<itemref idref="b"/></spine></package>"""


def archived(files: Mapping[str, str]) -> bytes:
    """A book of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


BOOK = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/b.opf": PACKAGE,
    "OEBPS/n.xhtml": "<html><body><p>Contents and nothing else.</p></body></html>",
    "OEBPS/a.xhtml": f'<?xml version="1.0" encoding="utf-8"?><body><p>{FIRST}</p></body>',
    "OEBPS/b.xhtml": f"<html><body><h2>Every pier</h2><p>{SECOND}</p><p>{LAST}</p></body></html>",
}


@pytest.mark.parametrize("name", ["a.epub", "a.txt"])
def test_a_book(make_seeds: MakeSeeds, name: str) -> None:
    """The chapters come in the order of the spine, without the contents."""
    (document,) = documents(make_seeds, name, archived(BOOK))
    assert zones(document) == STORY
    assert stated(document) == {
        "title": TITLE,
        "authors": ["Li Wei"],
        "published": "2031-05-12",
        "publisher": "The Ferry",
    }


SRT = f"1\n00:00:01,000 --> 00:00:03,000\n<i>{FIRST[:44]}</i>\n\n2\n00:00:03,100 --> 00:00:05,000\n"
SRT += f"{FIRST[45:]}\n\n3\n00:00:15,000 --> 00:00:19,000\n{LAST}\n"
VTT = "WEBVTT\n\nNOTE nobody says this\n\n00:01.000 --> 00:03.000\n"
VTT += f"<v Ada Obi>{FIRST}\n\n00:03.500 --> 00:05.000\n<v Li Wei>{LAST}\n"


def test_subtitles(make_seeds: MakeSeeds) -> None:
    """What is said is running text; a pause or another speaker begins a paragraph."""
    (srt,) = documents(make_seeds, "a.srt", SRT)
    assert srt.text == f"{FIRST}\n\n{LAST}"
    folder = make_seeds({"b.vtt": VTT})
    vtt = next(d for d in read_seeds(folder).documents if d.path == "b.vtt")
    assert vtt.text == f">> Ada Obi: {FIRST}\n\n>> Li Wei: {LAST}"


def test_what_subtitles_of_the_web_escape(make_seeds: MakeSeeds) -> None:
    """``&lt;`` and ``&amp;`` are what a viewer sees; in SRT they are not."""
    said = f"{FIRST[:-1]} &lt;laughs&gt; &amp; leave."
    folder = make_seeds({"b.vtt": VTT.replace(FIRST, said), "a.srt": SRT.replace(LAST, said)})
    srt, vtt = read_seeds(folder).documents
    assert "spring <laughs> & leave." in vtt.text
    assert said in srt.text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.epub", b"PK\x03\x04" + b"x" * 90, "it is damaged: it cannot be unpacked"),
        ("a.odt", 1, "it is damaged, or no"),
        ("a.epub", 1, "it is damaged, or no book (EPUB)"),
        ("a.epub", 200_000_001, "it unpacks to more than 200000000 bytes"),
        ("a.rss", RSS.replace("The fog", "&#xD800;"), "it is damaged: it cannot be read as a feed"),
        ("a.jsonl", '{"title": "no text"}\n[1]', "no line of it is a JSON object with a field"),
        ("a.jsonl", '{"text": "a"}\n' * 2001, "it has more than 2000 entries"),
        ("a.srt", "no times in it", "it is empty"),
    ],
)
def test_what_cannot_be_read_is_named(
    make_seeds: MakeSeeds, name: str, content: str | bytes | int, reason: str
) -> None:
    """A damaged or an empty file, or one past a limit, costs itself and says why.

    A number stands for an archive of one file with so many letters.
    """
    if isinstance(content, int):
        content = archived({"a": "b" * content})
    reading = read_seeds(make_seeds({"ok.txt": FIRST, name: content}))
    assert [d.id for d in reading.documents] == ["ok"]
    assert reading.skipped[0].reason.startswith(reason)


@pytest.mark.parametrize("ending", sorted(ENDINGS))
def test_an_empty_file_of_any_format_is_no_accident(make_seeds: MakeSeeds, ending: str) -> None:
    """No bytes at all are told as what they are; only a list of references may hold nothing."""
    reading = read_seeds(make_seeds({"ok.txt": FIRST, f"a{ending}": b""}))
    assert [d.id for d in reading.documents] == ["ok"]
    assert bool(reading.skipped) == (ending not in {".bib", ".ris"})
    assert not [s.reason for s in reading.skipped if "unexpected" in s.reason]


def test_a_day_that_no_calendar_has_is_not_used(make_seeds: MakeSeeds) -> None:
    """Of a row of JSON, a feed and a page: the day is told and left out, the article is read."""
    days = {"a.jsonl": "2031-02-30T10:00", "b.jsonl": "2031-13-01"}
    files = {name: json.dumps({"text": FIRST, "date": day}) for name, day in days.items()}
    feed = ATOM.replace("2031-05-12T23:30:00", "2031-06-31T10:00:00")
    tag = '<meta property="article:published_time" content="2031-02-30T10:00">'
    page = f"<html><head><title>{TITLE}</title>{tag}</head><body><p>{FIRST}</p><p>{LAST}</p></body>"
    reading = read_seeds(make_seeds({**files, "c.atom": feed, "d.html": page}))
    assert [d.metadata.published for d in reading.documents] == [None] * 4
    told = [w for d in reading.documents for w in d.warnings]
    assert len(told) == 4
    assert all("is no day of the calendar" in warning for warning in told)


def test_a_missing_extra_is_named(make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format whose library is not installed says what to install."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "generator.read.formats.pdf", raising=False)
    (skipped,) = read_seeds(make_seeds({"ok.txt": FIRST, "a.pdf": b"%PDF-1.4"})).skipped
    assert skipped.reason == "reading it needs an extra: pip install 'briefing-site[pdf]'"


@pytest.mark.parametrize(
    "said", ["ada@norwick.example (Ada Obi)", "Ada Obi", "Ada Obi &lt;a@b.example&gt;"]
)
def test_who_wrote_an_entry_is_a_name(make_seeds: MakeSeeds, said: str) -> None:
    """Beside an address of any ending the name is whole, as RSS and as mail write it."""
    pytest.importorskip("feedparser")
    entry = f"<author>{said}</author><description>We go.</description>"
    feed = f'<rss version="2.0"><channel><item><title>Bridge</title>{entry}</item></channel></rss>'
    (document,) = read_seeds(make_seeds({"a.xml": feed})).documents
    assert [fact.value for fact in document.metadata.authors] == ["Ada Obi"]


def test_an_address_beside_names_is_no_author(make_seeds: MakeSeeds) -> None:
    """Atom gives names and addresses apart: each author is there, no address is shown."""
    pytest.importorskip("feedparser")
    who = "".join(
        f"<author><name>{name}</name><email>{name[:3]}@norwick.example</email></author>"
        for name in ("Ada Obi", "Ben Ek")
    )
    entry = f"<entry><title>Bridge</title>{who}<content>{FIRST}</content></entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tarn</title>{entry}</feed>'
    (document,) = read_seeds(make_seeds({"a.atom": feed})).documents
    assert [fact.value for fact in document.metadata.authors] == ["Ada Obi", "Ben Ek"]
