"""What an author hid in a seed reaches no file that leaves the build."""

import gzip
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from seeds_site import make_seeds_site

from generator.read.formats.elements import read_fragment
from generator.read.seeds import read_seeds

SEED = """---
title: Harbour bridge to close
published: 2031-05-12
informant: Zqfrontone
# Zqfronttwo told me
---
The minister, Li Wei, said on Monday that the bridge will close. %%Zqone told me so.%%

<!-- my source: Zqtwo -->

%%
Zqthree said that “Zqthree is afraid.”
%%

The toll will rise in 2033, Wei said. <!-- Zqfour
said “Zqfour is afraid” in 2032.

It goes on: Zqfive.
"""
MARKED = """# The harbour bridge

The [council](https://{0}a.example/ "{0}b") of Norwick voted on [12](https://{0}c.example) May 2031.

“We have [looked](https://{0}d.example "{0}e") at every pier,” [Ada](https://{0}f.ex) Obi said.

Ada Obi said that the [ferry](https://{0}g.ex) will run until midnight. Li Wei, the minister of
<span title="{0}h" data-x="{0}i">public works</span>, told us that
the “old <b class="{0}j">harbour</b> bridge” will open in [May](https://{0}k.ex) 2032. [The harbour
<i class="{0}l">bridge</i>][{0}m]
is old. Li Wei attacked [Ada <i class="{0}n">Obi</i>](https://{0}o.ex). <https://a.example/b>

![{0}p](/img/{0}q.jpg "{0}r")

[{0}m]: https://{0}s.example "{0}t"
""".format("Zqhid")


@pytest.mark.journey
def test_comments_and_front_matter_are_nowhere(tmp_path: Path) -> None:
    """No page, data file, search index, download or database holds a word that was hidden."""
    (seeds := tmp_path / "seeds").mkdir()
    (seeds / "a.md").write_text(SEED, "utf-8")
    (seeds / "b.md").write_text(MARKED, "utf-8")
    (seeds / "c.md").write_text(MARKED.replace("12", "13"), "utf-8")
    site = make_seeds_site(tmp_path, seeds=seeds)
    files = [p for f in (site.site_dir, site.docs_dir) for p in sorted(f.rglob("*")) if p.is_file()]
    contents = [(path, one) for path in files for one in contents_of(path)]
    for said in (b"Harbour bridge to close", b"harbour bridge", b"looked at every pier"):
        assert any(said in content for _, content in contents)
    for path, content in contents:
        assert re.findall(rb"zq(?:hid|front|one|two|three|four|five)\w*", content.lower()) == [], (
            path
        )


def contents_of(path: Path) -> Iterator[bytes]:
    """What a file says, and each file in an archive, and each cell of a database."""
    content = path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    elif content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    elif path.suffix == ".db":
        with closing(sqlite3.connect(path)) as database:
            tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in tables.fetchall():
                rows = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608 our own names
                yield from (str(cell).encode() for row in rows for cell in row)
    else:
        yield content


def word_file() -> bytes:
    """A Word file with hidden words, words moved elsewhere and a comment."""
    docx = pytest.importorskip("docx")
    oxml = pytest.importorskip("docx.oxml")
    of_word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    document.add_paragraph("Harbour bridge to close")
    paragraph = document.add_paragraph("The bridge will close, Li Wei said. ")
    for words in (
        "<w:r {w}><w:rPr><w:vanish/></w:rPr><w:t>Zqhidden.</w:t></w:r>",
        "<w:moveFrom {w}><w:r><w:t>Zqmoved.</w:t></w:r></w:moveFrom>",
        '<w:r {w}><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>It is shut.</w:t></w:r>',
        "<w:r {w}><w:rPr><w:specVanish/></w:rPr><w:t>Zqspec.</w:t></w:r>",
        "<w:r {w}><w:rPr><w:webHidden/></w:rPr><w:t>Zqweb.</w:t></w:r>",
        '<w:r {w}><w:rPr><w:rStyle w:val="H1"/></w:rPr><w:t>Zqstyle.</w:t></w:r>',
        "<w:sdt {w}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:r><w:t>Zqprompt</w:t></w:r></w:sdt>",
    ):
        paragraph._p.append(oxml.parse_xml(words.format(w=of_word)))
    for name, more in (("H1", "<w:rPr><w:vanish/></w:rPr>"), ("H2", '<w:basedOn w:val="H1"/>')):
        style = f'<w:style {of_word} w:type="paragraph" w:styleId="{name}">{more}</w:style>'
        document.styles.element.append(oxml.parse_xml(style))
    for mark, words in (
        ("", "Zqbased."),
        ('<w:rPr><w:vanish w:val="0"/></w:rPr>', "This one is to be seen."),
    ):
        styled = f'<w:p {of_word}><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r>{mark}<w:t>{words}'
        document.element.body.insert(2, oxml.parse_xml(f"{styled}</w:t></w:r></w:p>"))
    table = document.add_table(rows=3, cols=1)
    for row, mark in zip(table.rows, ("hidden", "del", "cantSplit"), strict=True):
        row.cells[0].text = "Pier 1" if mark == "cantSplit" else f"Zq{mark}"
        row._tr.insert(0, oxml.parse_xml(f"<w:trPr {of_word}><w:{mark}/></w:trPr>"))
    document.add_comment(paragraph.runs, text="Zqcomment", author="Zqauthor")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


VANISH = "<w:rPr><w:vanish/></w:rPr>"
NOT_VANISHED = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
OF_TABLE = '<w:style w:type="table" w:styleId="T">{0}</w:style>'
SILENT_STYLES = {
    "the usual style of paragraphs": (
        f'<w:style w:type="paragraph" w:styleId="U" w:default="1">{VANISH}</w:style>'
    ),
    "the usual style of letters": (
        f'<w:style w:type="character" w:styleId="U" w:default="1">{VANISH}</w:style>'
    ),
    "the file's defaults": (
        f"<w:docDefaults><w:rPrDefault>{VANISH}</w:rPrDefault></w:docDefaults>"
    ),
    "a table's style": OF_TABLE.format(VANISH),
    "its first row": OF_TABLE.format(f'<w:tblStylePr w:type="firstRow">{VANISH}</w:tblStylePr>'),
    "its last column": OF_TABLE.format(f'<w:tblStylePr w:type="lastCol">{VANISH}</w:tblStylePr>'),
}


@pytest.mark.parametrize("styles", SILENT_STYLES.values(), ids=SILENT_STYLES)
def test_what_a_word_file_hides_without_naming_it(tmp_path: Path, styles: str) -> None:
    """Of words that say nothing of being hidden the usual style, a table's and the file's do."""
    docx = pytest.importorskip("docx")
    oxml = pytest.importorskip("docx.oxml")
    of_word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    for style in list(document.styles.element):
        document.styles.element.remove(style)
    for style in oxml.parse_xml(f"<w:styles {of_word}>{styles}</w:styles>"):
        document.styles.element.append(style)
    in_table = styles.startswith(OF_TABLE[:30])
    silent = "<w:p><w:r>{0}<w:t>{1}</w:t></w:r></w:p>"
    table = (
        '<w:tbl {0}><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>'
        "<w:tr><w:tc>{1}</w:tc></w:tr><w:tr><w:tc>{2}</w:tc></w:tr></w:tbl>"
    )
    shown = silent.format(NOT_VANISHED, "The bridge is shut.")
    rows = table.format(of_word, silent.format("", "Zqtable"), shown)
    document.element.body.insert(0, oxml.parse_xml(rows))
    more = silent.format("" if in_table else NOT_VANISHED, "It is late.")
    document.element.body.insert(0, oxml.parse_xml(more.replace("<w:p>", f"<w:p {of_word}>")))
    document.save(str(tmp_path / "a.docx"))
    (document,) = read_seeds(tmp_path).documents
    said = document.text
    assert "Zq" not in said
    assert "It is late." in said
    assert "The bridge is shut." in said


CONDITION = "<text:section text:display='condition' text:is-hidden='"


def open_document() -> bytes:
    """An OpenDocument text with a comment, hidden words and a hidden part."""
    odfdo = pytest.importorskip("odfdo")
    document = odfdo.Document("text")
    document.body.clear()
    style = odfdo.Style("text", name="Hid")
    style.append(odfdo.Element.from_tag('<style:text-properties text:display="none"/>'))
    document.insert_style(style, automatic=True)
    document.insert_style(odfdo.Style("paragraph", name="Based", parent_style="Hid"))
    paragraph = odfdo.Paragraph("The bridge will close, Li Wei said. It is shut.")
    paragraph.insert_annotation(after="close", body="Zqnote", creator="Zqcreator")
    document.body.append(odfdo.Header(1, "Harbour bridge to close"))
    document.body.append(paragraph)
    for words in (
        '<text:p>Here. <text:span text:style-name="Hid">Zqstyle</text:span></text:p>',
        '<text:p><text:hidden-text text:is-hidden="true">Zqtext</text:hidden-text></text:p>',
        '<text:section text:display="none"><text:p>Zqpart</text:p></text:section>',
        f"{CONDITION}true'><text:p>Zqpart</text:p></text:section>",
        f"{CONDITION}false'><text:p>This one is to be seen.</text:p></text:section>",
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>Zqparagraph told us so.</text:p>',
        "<text:p>Here. <text:script>Zqscript</text:script></text:p>",
        '<text:p text:style-name="Based">Zqbased told us so.</text:p>',
    ):
        document.body.append(odfdo.Element.from_tag(words))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


RTF = (
    r"{\rtf1\ansi Harbour bridge to close\par The bridge will close, Li Wei said. {\v Zqhid\'e9}"
    r"\v Zq\u233?tail\v0 {\deleted Zqgone}\webhidden Zqweb\webhidden0 "
    r"{\v Zqopen \plain It is shut.}{\*\annotation Zqnote}\par}"
)
PAGE = """<html><body><article><h1>Harbour bridge to close</h1><!-- Zqcomment -->
<p>The bridge will close, Li Wei said, and nobody in the town knows for how long it will stay.</p>
<p hidden>Zqhidden is a source of ours, and this is a line that is long enough to be kept.</p>
<p style="Display: none">Zqstyle is a source of ours, and this is a line that is long enough.</p>
<p style="visibility:hidden">Zqseen is a source of ours, and this is a line that is long.</p>
<p style="visibility: collapse">Zqfold is a source of ours, and this is a line that is long.</p>
<p style="display:/* x */none">Zqnote is a source of ours, and this is a line that is long.</p>
<p style="d\\69splay:none">Zqletter is a source of ours, and this is a line that is long.</p>
<template><p>Zqtemplate is a source of ours, and this is a line that is long enough.</p></template>
<p>It is shut. The mayor, Ada Obi, told the council of the town so before it went home.</p>
</article></body></html>"""
FEED = f"""<rss version="2.0"><channel><title>A</title><item><title>Harbour bridge to close</title>
<description><![CDATA[{PAGE}]]></description></item></channel></rss>"""
MAIL = f"""Subject: Harbour bridge
Bcc: Zqb <zq@a.example>
Content-Type: text/html

{PAGE}"""
HIDING: dict[str, Callable[[], bytes]] = {
    "a.docx": word_file,
    "a.odt": open_document,
    "a.rtf": lambda: RTF.encode("latin-1"),
    "a.html": PAGE.encode,
    "a.rss": FEED.encode,
    "a.eml": MAIL.encode,
}


@pytest.mark.parametrize("name", HIDING)
def test_what_a_file_hides_is_no_text(tmp_path: Path, name: str) -> None:
    """Comments, hidden, moved and deleted words of every format are not read, the others are."""
    if name == "a.rtf":
        pytest.importorskip("striprtf")
    if name == "a.rss":
        pytest.importorskip("feedparser")
    (tmp_path / name).write_bytes(HIDING[name]())
    (document,) = read_seeds(tmp_path).documents
    assert "will close, Li Wei said" in document.text
    assert "It is shut." in document.text
    assert ("This one is to be seen." in document.text) is (name in ("a.docx", "a.odt"))
    assert "zq" not in f"{document}".lower()


SHEETS = (
    ".x{display:none}",
    "p { color: red } p.x , .y { color: red; DISPLAY : none !important }",
    "/* .x{} */ #z{visibility:hidden}",
    "@media print{.b{color:red}} .x{display:block} .x{disp\\6c ay:none}",
    "<!-- .x{display:none;} -->",
)
SHOWING_SHEETS = (
    "@media print{.x{display:none}}",
    "@supports (x:y){@media print{.x{display:none}}}",
    ".x{display:none} .x{display:block}",
    ".open .x, .x:hover, p > .x, .x .b, div.x {display:none}",
    "{.x{display:none",
    ".x{display:none} } .x{display:inherit}",
)
STYLED = (
    "<html><head><title>The bridge</title><style>{0}</style></head><body class='x'><article>"
    "<h1>The bridge</h1><p>The bridge will close, and nobody knows for how long it will stay.</p>"
    "<p class='b x' id='z'>Zqnote is a source of ours, and this is a line that is long enough.</p>"
    "<p>It is shut. The mayor, Ada Obi, told the council of the town so before it went home.</p>"
    "</article></body></html>"
)


def book(page: str, css: str) -> bytes:
    """An EPUB of one chapter with a style sheet of its own."""
    items = '<item id="a" href="a.html"/><item id="s" href="s.css" media-type="text/css"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/epub+zip")
        made.writestr("META-INF/container.xml", '<c><rootfile full-path="b.opf"/></c>')
        made.writestr("b.opf", f'<p>{items}<spine><itemref idref="a"/></spine></p>')
        made.writestr("a.html", page)
        made.writestr("s.css", css)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.html", "a.epub"])
@pytest.mark.parametrize("css", [*SHEETS, *SHOWING_SHEETS])
def test_what_a_style_sheet_hides_is_no_text(tmp_path: Path, name: str, css: str) -> None:
    """A class or an id that is hidden everywhere is; under a condition it is not."""
    page = STYLED.format(css if name == "a.html" else "")
    (tmp_path / name).write_bytes(page.encode() if name == "a.html" else book(page, css))
    (document,) = read_seeds(tmp_path).documents
    assert "It is shut." in document.text
    assert ("Zq" in f"{document}") is (css in SHOWING_SHEETS)


def test_an_element_may_show_itself(tmp_path: Path) -> None:
    """What an element says of itself weighs more than what a style sheet says of its class."""
    page = STYLED.format(".x{display:none}").replace("id='z'", "style='display:block'")
    (tmp_path / "a.html").write_text(page, "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert "Zqnote" in document.text


NO_LETTERS = (
    "font-size:0",
    "color: red; FONT-SIZE: 0.0px",
    "color:#fff;background:#ffffff",
    "color:white;background-color:rgb(255, 255, 255)",
    "background:black;color:#000",
)
LETTERS = (
    *("font-size:0.9em", "font-size:10px", "font-size-adjust:0", "line-height:0"),
    *("color:white", "color:#fff;background:#000", "color:initial;background:initial"),
    *("color:inherit;background-color:inherit", "color:#fff;background:#fff url(a.png)"),
    *("color:var(--a);background:var(--a)", "background-color:#fff;border-color:#fff"),
    *(
        f"background-color:#fff;background-image:{image};color:#fff"
        for image in ("url(dark.jpg)", "linear-gradient(#000,#111)")
    ),
    *("font-size:0;font-size:1rem", "font-size:0;font:16px serif", "font-size:0!important"),
    *("color:#000 !important;color:#fff;background:#fff", "color:#000;color:#fff;background:#fff"),
    *(f"color:#fff;background:#fff;{more}" for more in ("text-shadow:0 0 3px #000", "filter:a")),
    *("opacity:0", "opacity:0;transition:opacity 1s", "position:absolute;left:-9999px"),
)
"""What leaves letters to be seen, or may: a page that brings in its article from nothing."""


@pytest.mark.parametrize("style", [*NO_LETTERS, *LETTERS])
@pytest.mark.parametrize("kind", ["p", "span", "font"])
def test_words_without_a_size_or_a_colour_of_their_own(style: str, kind: str) -> None:
    """They are no text of a page; what may be seen stays."""
    html = f"<p>It is shut.</p><p>It was <{kind} style='{style}'>Zq<br>note</{kind}> late.</p>"
    words = " ".join(block.text for block in read_fragment(html))
    assert "It is shut." in words
    assert "late." in words
    assert ("Zq" in words) is (style in LETTERS)


@pytest.mark.parametrize("style", NO_LETTERS)
def test_what_stands_deeper_has_letters_of_its_own(style: str) -> None:
    """An article is never lost by a style of what is around it."""
    html = f"<div style='{style}'><ul><li class='a'>It is shut.</li></ul><p>It is late.</p></div>"
    words = " ".join(block.text for block in read_fragment(html))
    assert words == "It is shut. It is late."


SAYS_OF_LETTERS = (
    "p{font-size:16px !important}",
    "@media screen{ .a, h1 {color:#000 !important}}",
    "#B{background-image:url(dark.jpg)}",
    "b{margin:0} div > *{font:16px serif}",
    "p{text-shadow:0 0 3px #000}",
)
SAYS_NOTHING = ("p{margin:0}", "h1,.other,#a{font-size:16px !important}", "b{color:#000} p{top:0}")


@pytest.mark.parametrize("css", [*SAYS_OF_LETTERS, *SAYS_NOTHING])
@pytest.mark.parametrize("style", ["font-size:0", "color:#fff;background:#fff"])
def test_a_style_sheet_may_give_letters_back(css: str, style: str) -> None:
    """Of its tag, class or id; then nobody knows without a browser, and the words stay."""
    html = f"<p class='c A' id='b' style='{style}'>Zqnote</p><p>It is late.</p>"
    for blocks in (
        read_fragment(f"<html><head><style>{css}</style></head><body>{html}</body></html>"),
        read_fragment(html, css=css),
    ):
        words = " ".join(block.text for block in blocks)
        assert ("Zq" in words) is (css in SAYS_OF_LETTERS)


def test_a_mail_in_letters_of_two_bytes_keeps_its_head(tmp_path: Path) -> None:
    """Its fields are no text: whom it was sent to is private."""
    head = "From: Ada Obi <a@x.example>\nTo: Zqnote <zq@x.example>\nSubject: The bridge\n\n"
    (tmp_path / "a.eml").write_bytes(f"{head}It is shut, and it will stay so.\n".encode("utf-16"))
    (document,) = read_seeds(tmp_path).documents
    assert "It is shut" in document.text
    assert "zq" not in f"{document}".lower()


def rewritten(content: bytes, words: dict[str, str]) -> bytes:
    """A packed file in whose parts words are others."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for word, other in words.items():
                part = part.replace(word.encode(), other.encode())
            new.writestr(name, part)
    return out.getvalue()


CAPITALS = {
    "a.docx": {
        'w:styleId="H1"': 'w:styleId="h1"',
        'w:styleId="H2"': 'w:styleId="h2"',
        'w:vanish w:val="0"': 'w:vanish w:val="False"',
    },
    "a.odt": {
        'text:style-name="Hid"': 'text:style-name="HID"',
        'style:parent-style-name="Hid"': 'style:parent-style-name="hid"',
        'text:display="none"': 'text:display="None"',
        'text:display="condition"': 'text:display="Condition"',
        'text:is-hidden="false"': 'text:is-hidden="False"',
    },
}


@pytest.mark.parametrize("name", CAPITALS)
def test_what_is_hidden_under_a_name_in_other_letters(tmp_path: Path, name: str) -> None:
    """Capitals make no other style and no other value, of what is hidden and of what is not."""
    (tmp_path / name).write_bytes(rewritten(HIDING[name](), CAPITALS[name]))
    (document,) = read_seeds(tmp_path).documents
    assert "It is shut." in document.text
    assert "This one is to be seen." in document.text
    assert "zq" not in f"{document}".lower()


HTML = (
    "<!-- wp:paragraph --><p>{0}</p><!-- Zqnote -->",
    "<html><body><p>{0}</p><p hidden>Zqnote</p></body></html>",
    "<!DOCTYPE html><p>{0}</p><!-- Zqnote -->",
    "<section><p>{0}</p><p style='display:none'>Zqnote</p></section>",
    "<table><tr><td>{0}</td></tr><tr hidden><td>Zqnote</td></tr></table>",
    "<b>Norwick</b> {0} <!-- Zqnote -->",
    "{0}<br>It is late.<!-- Zqnote -->",
    "{0} <!-- Zqnote -->",
    "{0} <span hidden>Zqnote</span>",
    "{0}\n\n<span style='display:none'>Zqnote\n\nand Zqmore</span>\n\nIt is late.",
    "{0} <editor-note hidden>Zqnote</editor-note>",
    "{0} <x-note style='display:none'>Zqnote</x-note>",
    "{0} <dialog>Zqnote</dialog>",
    "<p>{0}</p><dialog>Zqnote</dialog>",
    "{0} <! Zqnote >",
    "{0} </ Zqnote >",
    "{0} <!ENTITY x 'Zqnote'>",
    "{0} <!note Zqnote>",
    "&lt;p&gt;{0}&lt;/p&gt;&lt;!-- Zqnote --&gt;",
)


@pytest.mark.parametrize("html", HTML)
@pytest.mark.parametrize("field", ["content_html", "text"])
def test_html_of_a_field_is_read_as_html(tmp_path: Path, field: str, html: str) -> None:
    """With whatever it begins, in the text, the title and the authors."""
    said = "The bridge will close, Li Wei said. It is shut."
    row = {"title": f"The bridge{html.format('')}", field: html.format(said)}
    other = {**row, "author": f"Ada Obi{html.format('')}", field: {"rendered": html.format(said)}}
    (tmp_path / "a.json").write_text(json.dumps([row, other]), "utf-8")
    for document in read_seeds(tmp_path).documents:
        assert said in document.text
        assert "zq" not in f"{document}".lower()
        assert not {"<", "&lt;"} & set(document.text.split())


def test_a_tag_that_an_author_writes_of_is_a_word(tmp_path: Path) -> None:
    """A lone tag in a sentence, a name in angle brackets and a sign of less are text."""
    said = "The tag <b> makes letters bold, <Ada Obi> said, and 2 < 3 where 4 > 3, </3, <!"
    (tmp_path / "a.json").write_text(json.dumps({"text": said}), "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert document.text == said


def test_a_field_that_is_named_html_is_html(tmp_path: Path) -> None:
    """A lone tag in it is a mark, though in a plain field it would be words."""
    row = {"title": "A", "body_html": "The bridge <b>is shut.", "content_html": "It <b>is shut."}
    (tmp_path / "a.json").write_text(json.dumps(row), "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert "It is shut." in document.text


ELEMENTS = {
    "a part": "<div hidden>Zq told us.</div>",
    "a part with parts in it": "<div hidden>\n\nZq\n\n<div>Zq</div>\n\nZq\n\n</div>",
    "a stretch of a line": 'It is <span style="display: none">Zq</span>late.',
    "a style with a comment": "It is <b style='display:/**/none'>Zq</b>late.",
    "what is folded": '<p style="visibility:collapse">Zq',
    "a template": "<template>\nZq\n</template>",
    "two in each other": "<div hidden><b hidden>Zq</b> Zq</div>",
    "an image": "It is late.<img hidden alt='Zq'>",
    "capitals": "<DIV HIDDEN>Zq</DIV>",
    "an item": "- Here.\n- <b hidden>Zq</b>",
}
SHOWN = {
    "in code": "The tag `<template>` and `<div hidden>` hide words.",
    "in a block of code": "```html\n<div hidden>\n```",
    "until it is found": '<div hidden="until-found">It is open.</div>',
    "another attribute": "<b title='hidden' data-hidden>It is open.</b>",
    "no tag": "It is < template > and <hidden x.",
}


@pytest.mark.parametrize("element", ELEMENTS.values(), ids=ELEMENTS.keys())
def test_a_hidden_element_of_markdown_is_no_text(tmp_path: Path, element: str) -> None:
    """Its words are blank and offsets stay; what stands behind it is read."""
    text = f"# The bridge\n\n{element}\n\nIt is shut, Li Wei said.\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert "zq" not in f"{document}".lower()
    assert document.text.index("It is shut") == text.index("It is shut")
    assert any(document.text[s.start : s.end].startswith("It is shut") for s in document.sentences)


def test_an_element_that_is_never_closed_hides_the_rest(tmp_path: Path) -> None:
    """Too much rather than too little, and its line is told."""
    (tmp_path / "a.md").write_text("# The bridge\n\nIt is shut.\n\n<div hidden>\n\nZq.\n", "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert "zq" not in f"{document}".lower()
    assert document.warnings == ("line 5: a hidden element is not closed; the rest is hidden",)


@pytest.mark.parametrize("words", SHOWN.values(), ids=SHOWN.keys())
def test_what_is_not_hidden_stays(tmp_path: Path, words: str) -> None:
    """A tag in code is what the text is about."""
    (tmp_path / "a.md").write_text(f"# The bridge\n\n{words}\n\nIt is shut.\n", "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert words in document.text
    assert not any("hidden element" in warning for warning in document.warnings)
