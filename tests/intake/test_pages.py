"""Saved web pages, mails and archives give the article, what they state, and nothing else."""

from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.config.limits import LimitSettings
from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
FIRST = "The council of Norwick voted late on Tuesday to close the old bridge until the spring."
SECOND = "“We have looked at every pier,” the mayor, Ada Obi, told the council before the vote."
LAST = "The ferry will run until midnight as long as the bridge is closed, a clerk added."
MENU = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(12))
PAGE = f"""<!DOCTYPE html><html lang="en"><head>
<title>Norwick closes its bridge | The Ferry</title>
<meta property="og:title" content="Norwick closes its bridge">
<meta property="og:site_name" content="The Ferry"><meta name="author" content="Li Wei">
<meta property="article:published_time" content="2031-05-12T22:10:00+02:00">
<link rel="canonical" href="https://ferry.example/bridge"></head>
<body><nav><ul>{MENU}</ul></nav><article><h1>Norwick closes its bridge</h1>
<p>{FIRST}</p><h2>Every pier</h2><p>{SECOND}</p><p>{LAST}</p></article>
<div class="comments"><p>Nice story, I liked the part about the ferry a lot.</p></div>
<footer><p>Copyright 2031 The Ferry. All rights reserved. Subscribe to us.</p></footer>
</body></html>"""
PLAIN = f"{FIRST}\n\n> When will it open?\n\n{LAST}\n\n-- \nAda Obi\nTown Hall, Norwick\n"


def mail(subject: str = "The bridge is closed") -> EmailMessage:
    """A mail without a body."""
    message = EmailMessage()
    message["Received"] = "from a.example by b.example; Mon, 12 May 2031 23:30:00 +0000"
    message["From"] = "Ada Obi <ada@norwick.example>"
    message["To"] = "desk@ferry.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 13 May 2031 00:30:00 +0100"
    return message


def read_one(make_seeds: MakeSeeds, name: str, content: str | bytes) -> Document:
    """The document of the only seed."""
    (document,) = read_seeds(make_seeds({name: content})).documents
    return document


def stated(document: Document) -> dict[str, object]:
    """The values of a document's metadata."""
    meta = document.metadata
    facts = {k: getattr(meta, k) for k in ("title", "publisher", "published", "url")}
    values: dict[str, object] = {k: fact.value for k, fact in facts.items() if fact}
    return {**values, "authors": [fact.value for fact in meta.authors]}


def zones(document: Document) -> list[tuple[str, str]]:
    """Kind and words of every zone."""
    return [(z.kind, document.text[z.start : z.end]) for z in document.zones]


STATED = {
    "title": "Norwick closes its bridge",
    "publisher": "The Ferry",
    "published": "2031-05-12",
    "url": "https://ferry.example/bridge",
    "authors": ["Li Wei"],
}
STORY = [
    ("headline", "Norwick closes its bridge"),
    ("body", FIRST),
    ("subhead", "Every pier"),
    ("body", SECOND),
    ("body", LAST),
]


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a.xhtml", "a.eml"])
def test_a_page_is_its_article(make_seeds: MakeSeeds, name: str) -> None:
    """Menus, comments and footers are out, the rest is in, whatever the file is called."""
    document = read_one(make_seeds, name, PAGE)
    assert document.media_type == "text/html"
    assert zones(document) == STORY
    assert stated(document) == STATED
    assert document.original
    assert document.original.sha256 == document.sha256 != document.text_sha256


def test_the_site_is_cut_from_a_title(make_seeds: MakeSeeds) -> None:
    """What stands behind the headline in the page's title is the publisher."""
    page = PAGE.replace('<meta property="og:site_name" content="The Ferry">', "")
    values = stated(read_one(make_seeds, "a.html", page))
    assert (values["title"], values["publisher"]) == (STATED["title"], STATED["publisher"])


def bare(head: str, *, title: str = "Norwick closes its bridge", around: str = "{}") -> str:
    """A page that states nothing of itself: all is in what a reader sees."""
    story = f"<h1>Norwick closes its bridge</h1>{head}<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    return f"<html lang=en><head><title>{title}</title></head><body>{around.format(story)}</body>"


HEADS = {
    "a byline in pieces, a trade behind it": (
        "<div class=byline><span>By <b>Li Wei</b></span><span>Transport correspondent</span></div>"
        "<time>12 May 2031</time>"
    ),
    "a list of terms": (
        "<dl><dt>From</dt><dd>Department of Harbours</dd><dt>Published</dt><dd>12 May 2031</dd>"
        "<dt>Author</dt><dd>Written by Li Wei</dd></dl>"
    ),
    "lines with what readers can do": (
        "<div>Li Wei</div><div>12 May 2031</div><div>5 min read</div><div>Listen</div><div>2</div>"
    ),
}


@pytest.mark.parametrize("form", HEADS)
def test_who_and_when_are_read_off_the_page(make_seeds: MakeSeeds, form: str) -> None:
    """What stands between headline and story says it; none of it is left in the story."""
    document = read_one(make_seeds, "a.html", bare(HEADS[form]))
    values = stated(document)
    assert values["published"] == "2031-05-12"
    assert values["authors"] == ["Li Wei"]
    assert [z for z in zones(document) if z[0] in ("body", "subhead", "standfirst")] == [
        ("body", words) for words in (FIRST, SECOND, LAST)
    ]


def test_a_french_author_is_stated_with_by(make_seeds: MakeSeeds) -> None:
    """*Par Jeanne Orsel* in a page's metadata is Jeanne Orsel."""
    first = (
        "Le conseil municipal de Norvic a décidé mardi de fermer le vieux pont jusqu’au printemps."
    )
    page = PAGE.replace('lang="en"', 'lang="fr"').replace("Li Wei", "Par Jeanne Orsel")
    page = (
        page.replace(FIRST, first).replace(SECOND, f"{first} Encore.").replace(LAST, f"Et {first}")
    )
    assert stated(read_one(make_seeds, "a.html", page))["authors"] == ["Jeanne Orsel"]


def test_a_site_before_the_headline_is_cut_off(make_seeds: MakeSeeds) -> None:
    """*The Ferry: …* is no part of the headline that the page prints."""
    page = bare("", title="The Ferry: Norwick closes its bridge").replace("h1>", "b>")
    page = page.replace("</b>", "</b><br>")
    assert stated(read_one(make_seeds, "a.html", page))["title"] == STATED["title"]


@pytest.mark.parametrize("mark", ["–", "|", "«"])
def test_a_blog_whose_largest_letters_are_its_name(make_seeds: MakeSeeds, mark: str) -> None:
    """The headline is what the page's title begins with, and who posted it is the author."""
    page = (
        f"<html lang=en><head><title>Norwick closes its bridge {mark} Harbour Notes</title></head>"
        "<body><header><h1><a href=/>Harbour Notes</a></h1></header><main>"
        "<h2>Norwick closes its bridge</h2><p>Posted by Li Wei on May 12, 2031 in News</p>"
        f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></div></main></body></html>"
    )
    document = read_one(make_seeds, "a.html", page)
    assert stated(document) == {
        "title": "Norwick closes its bridge",
        "authors": ["Li Wei"],
        "publisher": "Harbour Notes",
        "published": "2031-05-12",
    }
    assert [words for kind, words in zones(document) if kind == "body"] == [FIRST, SECOND, LAST]


def test_a_site_in_front_of_the_headline_stays_the_site(make_seeds: MakeSeeds) -> None:
    """A page's title may begin with the site, and the page may print its name as well."""
    page = (
        "<html lang=en><head><title>The Norwick Ferry and Harbour Post – Bridge to close</title>"
        "</head><body><p>The Norwick Ferry and Harbour Post</p><article><h1>Bridge to close</h1>"
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></article></body></html>"
    )
    assert stated(read_one(make_seeds, "a.html", page))["title"] == "Bridge to close"


def test_the_only_heading_of_an_old_page_is_its_headline(make_seeds: MakeSeeds) -> None:
    """Where the page's title is printed nowhere and no heading is of the first rank."""
    rest = f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    page = (
        "<html lang=en><head><title>Bridge news</title></head><body><table><tr><td>"
        "<a href=a>Home</a><p><a href=b>Archive</a></td><td><h2>Norwick closes its bridge</h2>"
        f"<i>Posted 12 May 2031 by Webmaster</i>{rest}</td></tr></table></body></html>"
    )
    document = read_one(make_seeds, "a.html", page)
    assert stated(document)["title"] == "Norwick closes its bridge"
    assert stated(document)["published"] == "2031-05-12"
    assert [words for kind, words in zones(document) if kind == "body"] == [FIRST, SECOND, LAST]


def test_what_a_wiki_adds_is_no_text(make_seeds: MakeSeeds) -> None:
    """Links to edit a section, marks of notes and the notes themselves are out."""
    edit = "<span class=mw-editsection>[<a href=e>edit</a>]</span>"
    notes = "<h2>References</h2><ol class=references><li>^ Obi, Ada. The bridge.</li></ol>"
    page = bare("").replace(f"<p>{SECOND}", f"<h2>Since then{edit}</h2><p>{SECOND}")
    page = page.replace("</p></body>", f"<sup class=reference>[1]</sup></p>{notes}</body>")
    told = [words for kind, words in zones(read_one(make_seeds, "a.html", page)) if kind != "title"]
    assert "Since then" in told
    assert not any(part in words for words in told for part in ("edit", "[1]", "Obi, Ada"))


def test_a_page_that_no_parser_reads_whole_is_named(make_seeds: MakeSeeds) -> None:
    """Text that lies too deep would be lost without a word; once the limit is raised it is read."""
    page = bare("", around="<div>" * 400 + "{}" + "</div>" * 400)
    folder = make_seeds({"a.html": page, "b.html": PAGE})
    (skipped,) = read_seeds(folder).skipped
    told = "its parts nest deeper than 250 (limits.nesting in mkdocs.yml raises this)"
    assert (skipped.path, skipped.reason) == ("a.html", told)
    raised = read_seeds(folder, limits=replace(LimitSettings(), nesting=500))
    assert raised.skipped == ()
    assert all(FIRST in d.text and LAST in d.text for d in raised.documents)


def test_a_heading_that_is_the_pages_is_no_subhead(make_seeds: MakeSeeds) -> None:
    """*For immediate release* over a press release is set aside like any line that says so."""
    document = read_one(make_seeds, "a.html", bare("<h2>FOR IMMEDIATE RELEASE</h2>"))
    assert ("boilerplate", "FOR IMMEDIATE RELEASE") in zones(document)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_a_page(make_seeds: MakeSeeds, encoding: str) -> None:
    """Curly quotes come through in every encoding; one that is only guessed is said to be."""
    document = read_one(make_seeds, "a.html", PAGE.encode(encoding))
    assert ("body", SECOND) in zones(document)
    assert bool(document.warnings) == (encoding == "cp1252")


def test_a_table_of_layout_is_text_and_others_are_not(make_seeds: MakeSeeds) -> None:
    """Rows of short cells are set aside, a long cell is a paragraph."""
    rows = "".join(f"<tr><td>Pier {n}</td><td>{n * 40} m</td></tr>" for n in range(1, 4))
    table = f"<table>{rows}<tr><td>{SECOND}</td></tr></table>"
    document = read_one(make_seeds, "a.html", PAGE.replace(f"<p>{SECOND}</p>", table))
    assert ("body", SECOND) in zones(document)
    assert ("boilerplate", "Pier 2 | 80 m") in zones(document)


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_mail_is_its_message(make_seeds: MakeSeeds, name: str) -> None:
    """Subject, sender and the sender's day are stated; the signature is set aside."""
    message = mail()
    message.set_content(PLAIN)
    document = read_one(make_seeds, name, message.as_bytes())
    assert stated(document) == {
        "title": "The bridge is closed",
        "authors": ["Ada Obi"],
        "published": "2031-05-13",
    }
    assert zones(document)[0] == ("headline", "The bridge is closed")
    assert zones(document)[1] == ("body", FIRST)
    assert [words for kind, words in zones(document) if kind == "boilerplate"] == [
        "When will it open?",
        "Ada Obi Town Hall, Norwick",
    ]
    assert "Received" not in document.text


def test_what_a_mail_answers_is_not_its_writers_text(make_seeds: MakeSeeds) -> None:
    """Lines behind `>` are an earlier mail's; where hardly a word is new, they were sent on."""
    question = "> Is it true that the mayor said\n> that the bridge would fall?\n>> No idea.\n> Li"
    for above in (
        "",
        "On Mon, 12 May 2031 at 10:00, Li Wei of the Ferry <li@ferry.example> wrote:\n",
    ):
        message = mail()
        message.set_content(f"{FIRST}\n\n{above}{question}\n\n{LAST}\n")
        document = read_one(make_seeds, "a.eml", message.as_bytes())
        assert [words for kind, words in zones(document) if kind == "body"] == [FIRST, LAST]
        assert {z.rule for z in document.zones if z.kind == "boilerplate"} == {"earlier_message"}
    message = mail()
    message.set_content(f"See below.\n\n> {FIRST}\n>\n> {LAST}\n")
    document = read_one(make_seeds, "a.eml", message.as_bytes())
    assert [words for kind, words in zones(document) if kind == "body"][-2:] == [FIRST, LAST]


def test_a_mail_that_is_a_page(make_seeds: MakeSeeds) -> None:
    """A mail with nothing but HTML goes through the reader of pages, under its subject."""
    message = mail()
    message.set_content(PAGE, subtype="html")
    document = read_one(make_seeds, "a.eml", message.as_bytes())
    assert zones(document) == [("headline", "The bridge is closed"), *STORY[1:]]


@pytest.mark.parametrize(
    ("tag", "marks"), [("p", ""), ("div", " type=cite"), ("div", " class='gmail_quote x'")]
)
def test_what_a_page_of_a_mail_answers(make_seeds: MakeSeeds, tag: str, marks: str) -> None:
    """Marked so, or below who wrote it and when, it is the earlier mail; another one is text."""
    asked = "Did the mayor say at the meeting that she would resign, and will the bridge be open?"
    head = f"<{tag}>On 1 Jun 2031, desk &lt;desk@ferry.example&gt; wrote:</{tag}>"
    cited = f"{head}<blockquote{marks}><p>{asked}</p></blockquote>"
    story = f"<p>{FIRST}</p><blockquote><p>{SECOND}</p></blockquote><p>{LAST}</p>"
    message = mail()
    message.set_content(f"<html><body>{story}{cited}</body></html>", subtype="html")
    document = read_one(make_seeds, "a.eml", message.as_bytes())
    assert [words for kind, words in zones(document) if kind == "body"] == [FIRST, SECOND, LAST]
    assert ("boilerplate", asked) in zones(document)
    message.set_content(f"<html><body><p>See below.</p>{cited}</body></html>", subtype="html")
    document = read_one(make_seeds, "a.eml", message.as_bytes())
    assert ("body", asked) in zones(document)


def test_a_day_that_no_calendar_has(make_seeds: MakeSeeds) -> None:
    """A field of a mail's head that cannot be read costs itself."""
    message = mail()
    message.set_content(PLAIN)
    wrong = message.as_bytes().replace(b"13 May 2031", b"13 May 99999999999999")
    document = read_one(make_seeds, "a.eml", wrong)
    assert document.metadata.published is None
    assert ("body", FIRST) in zones(document)


def archive() -> bytes:
    """A page as browsers save it in one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://ferry.example/saved"
    message["Subject"] = "Norwick closes its bridge"
    message["Date"] = "Fri, 1 Aug 2031 10:00:00 -0000"
    message.set_content(PAGE, subtype="html")
    message.add_related(b"GIF89a", "image", "gif", cid="<a@b>")
    return message.as_bytes()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.txt"])
def test_an_archive_is_its_page(make_seeds: MakeSeeds, name: str) -> None:
    """The day is the page's and not that on which it was saved; the address is the archive's."""
    document = read_one(make_seeds, name, archive())
    assert document.media_type == "multipart/related"
    assert zones(document) == STORY
    assert stated(document) == {**STATED, "url": "https://ferry.example/saved"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html", "<html><body></body></html>", "there is no article in it"),
        ("a.html", b"\x00\xff\xfe" * 40, "there is no article in it"),
        ("a.mhtml", "Content-Type: multipart/related\n\nnothing", "there is no page in it"),
        ("a.eml", bytes(mail()), "it is empty"),
        (
            "a.eml",
            b"Content-Type: multipart/mixed; boundary=a\n" + b"\n--a\n\nb" * 2_100,
            "2000 parts",
        ),
    ],
)
def test_what_has_no_text_is_named(
    make_seeds: MakeSeeds, name: str, content: str | bytes, reason: str
) -> None:
    """A file without an article costs itself and says why."""
    reading = read_seeds(make_seeds({"ok.txt": FIRST, name: content}))
    assert [d.id for d in reading.documents] == ["ok"]
    assert reason in reading.skipped[0].reason
