"""Heads of sites as they are pasted or printed: sections, print lines, days, names and papers."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
TITLE = "Swimming hall to open after nine winters of works"
DAY = "2031-05-14"
NAME = "Ingrid Solheim"
STORY = (
    "The swimming hall of Norwick will open in autumn, nine winters after it was shut.",
    "“The water is warm at last,” said the hall’s head, Bo Ek, on Tuesday evening.",
)
BODY = "\n\n".join(STORY)


class SiteHead(Struct):
    """A text and what it must give besides the title."""

    text: str
    publisher: str | None = None
    authors: tuple[str, ...] = (NAME,)
    day: str | None = DAY


HEADS = {
    "a way through the site of two steps": SiteHead(
        f"Skip to content\nNEWS > REGION\n\n{TITLE}\n\nBy {NAME}\n\n14 May 2031\n\n{BODY}"
    ),
    "an office over the number of its release": SiteHead(
        f"Ministry of the Coast\nPress release 88/2031\n\n14 May 2031\n\n{TITLE}\n\nBy {NAME}\n\n"
        f"{BODY}",
        publisher="Ministry of the Coast",
    ),
    "links for printing": SiteHead(
        f"Print | Close window\n\n{TITLE}\n\nBy {NAME}\n\n14 May 2031\n\n{BODY}"
    ),
    "an agency behind its remark": SiteHead(
        f"{TITLE}\n\nBy {NAME}\n\n14 May 2031\n\n(Recasts) NORWICK, May 14 (Reuters) - {BODY}",
        publisher="Reuters",
    ),
    "a copied mail whose sender has no address": SiteHead(
        f"From: {NAME}\nSent: Wednesday, 14 May 2031 09:00\nTo: Desk\nSubject: {TITLE}\n\n{BODY}"
    ),
    "a bar of sections with tabs": SiteHead(
        f"Norwick Post\tHome\tCouncil\tMoney\tSport\tArchive\n\n{TITLE}\n\n"
        f"By {NAME}\n\n14 May 2031\n\n{BODY}"
    ),
    "sections in a row below the paper's name": SiteHead(
        f"The Norwick Post\nWorld Economy Culture Football\n\nCULTURE\n\n{TITLE}\n\n{NAME}\n"
        f"May 14, 2031\n\n{BODY}",
        publisher="The Norwick Post",
    ),
    "the day of the visit above the day of the article": SiteHead(
        f"Monday, June 2, 2031\n\n{TITLE}\n\nBy {NAME}\n\nWednesday May 14 2031\n\n{BODY}"
    ),
    "a name and its paper over the day and the time": SiteHead(
        f"{TITLE}\nBy: {NAME} - Reporter / @isolheim\nNorwick Post / 05:40 AM May 14, 2031\n\n"
        f"{BODY}",
        publisher="Norwick Post",
    ),
    "name, paper and day on one line": SiteHead(
        f"{TITLE}\n\n{NAME} · Norwick News · Posted: May 14, 2031 4:00 AM ET\n\n{BODY}",
        publisher="Norwick News",
    ),
    "a day, a name and an agency with bars between": SiteHead(
        f"{TITLE} | Sport | Norwick Post\n\nMay 14, 2031, 07:15 IST | {NAME} | NPA\n\n{BODY}",
        publisher="Norwick Post",
    ),
    "a day by number and an edition": SiteHead(
        f"14.05.2031 | Norwick English\n{TITLE.upper()}\nby {NAME}\n\n{BODY}"
    ),
    "a print line with the address behind the title": SiteHead(
        f"{TITLE} - Norwick Post            https://post.example/hall\n\n{TITLE}\n\n"
        f"{NAME}, Local democracy reporter\n\n14 May 2031\n\n{STORY[0]}\n\n"
        "1 of 2                                             5/15/31, 9:15 AM\n\f"
        f"{TITLE} - Norwick Post            https://post.example/hall\n\n{STORY[1]}\n\n"
        "2 of 2                                             5/15/31, 9:15 AM\n"
    ),
    "a print line with the paper behind the title": SiteHead(
        f"15/05/2031, 09:15                {TITLE} – Norwick Post\n\n{TITLE}\n\n{NAME}\n\n"
        f"14 May 2031\n\n{BODY}\n\nhttps://post.example/hall             1/1\n",
        publisher="Norwick Post",
    ),
    "two names on two lines": SiteHead(
        f"{TITLE}\n\nBy {NAME}\nand Tobias Kerr\n\nPublished 14 May 2031, 10:22 GMT+3\n\n{BODY}",
        authors=(NAME, "Tobias Kerr"),
    ),
    "a name that writes for another paper": SiteHead(
        f"{TITLE}\n{NAME}, special to the Norwick Post\nWednesday, 14 May 2031 23:10\n{BODY}"
    ),
    "a name and a place": SiteHead(f"{TITLE}\n\n{NAME}, Norwick\n\n14 May 2031\n\n{BODY}"),
    "a name and the day": SiteHead(f"{TITLE}\n\n{NAME}, 14 May 2031\n\n{BODY}"),
    "a caption between the headline and the name": SiteHead(
        f"{TITLE}\n\nChildren at the hall’s gate. Photograph: Ana Li/The Post\n\n"
        f"{NAME} in Norwick\n\n"
        f"Wed 14 May 2031 14.31 BST\n\n{BODY}"
    ),
    "words by one and photographs by another": SiteHead(
        f"{TITLE}\n\nWords by {NAME}\nPhotographs by Ana Li\n\n14.05.2031\n\n{BODY}"
    ),
    "a desk and an agency": SiteHead(
        f"{TITLE}\n\nStaff writers with NPA\n\n2031-05-14 06:41:17\n\n{BODY}", authors=()
    ),
    "a sign behind a name": SiteHead(f"{TITLE}\n\nBy {NAME} ✍️\n\n14 May 2031\n\n{BODY}"),
    "a translator below a name with its place": SiteHead(
        f"{TITLE}\n\n{NAME}, Norwick\nTranslated by Mati Saar\n\n14 May 2031\n\n{BODY}"
    ),
    "a reporter without a name": SiteHead(
        f"{TITLE}\n\nBy a Staff Reporter\n\n14 May 2031\n\n{BODY}", authors=()
    ),
    "a name below the day and above a bar of sharing": SiteHead(
        f"{TITLE}\nThe water is warm at last\nUpdated - May 14, 2031 08:22 am IST - NORWICK\n"
        f"{NAME}\nPrint\nComments\nREAD LATER\nSEE ALL\n{BODY}\nRelated Topics\nrains / dams\n"
    ),
    "a name between the headline and a bar of sharing": SiteHead(
        f"14 May 2031\n\nSubscribers can listen to this article\n\n{TITLE}\n\n{NAME}\n\n"
        f"Share\n\nGift\n\n{BODY}"
    ),
    "a long deck, a caption and two days in brackets": SiteHead(
        f"{TITLE}\n\nThe hall is nine metres deep and warm enough for all, its keeper says.\n\n"
        "Children at the gate, May 1, 2031. (Photo: Norwick Wire/Ana Li)\n\n"
        "This audio is generated by an AI tool.\n\n"
        f"{NAME}\n\n14 May 2031 05:10PM (Updated: 15 May 2031 06:02PM)\n\nBookmark\n\nShare\n\n"
        f"{BODY}"
    ),
    "a release with its number": SiteHead(
        "Press Information Office\n\nRelease ID: 204411\n\n"
        f"Posted On: 14 MAY 2031 4:30PM by PIO\n\n{TITLE}\n\n{BODY}\n\n*****\n",
        authors=(),
    ),
    "a paper behind the year of its copyright": SiteHead(
        f"{TITLE}\n\nBy {NAME}\n\n14 May 2031\n\n{BODY}\n\nCopyright© 2031, THE NORWICK LEDGER\n",
        publisher="THE NORWICK LEDGER",
    ),
    "a rubric of one word, a deck of four, and a bar of counts": SiteHead(
        f"Local\n\n{TITLE}\nSwimmers wanted, says keeper\nBy {NAME}, Chief Reporter\n"
        f"PUBLISHED: 06:12, 14 May 2031\n\n13 shares\n22 View comments\n\n{BODY}"
    ),
    "a paper, the day and a name with points between": SiteHead(
        f"{TITLE}\nNorwick Herald · 14 May 2031 · {NAME.upper()}\n\n{BODY}",
        authors=(NAME.upper(),),
        publisher="Norwick Herald",
    ),
    "the day over the name": SiteHead(f"{TITLE}\n\nMay 14, 2031\n\n{NAME}\n\n{BODY}"),
    "a paper's weekday edition over the day": SiteHead(
        f"{TITLE}\n\nFriday Courier\nMay 14, 2031\nKindly share this story:\n\n"
        f"By {NAME}, Norwick\n\n{BODY}",
        authors=(NAME,),
    ),
    "an archive's first line and a reader's minutes": SiteHead(
        "The Wayback Machine - https://archive.example/web/20310514/https://post.example/hall\n\n"
        f"post.example\n\n{TITLE}\n\n{NAME}\n\n2-3 minutes\n\n14 May 2031\n\n{BODY}"
    ),
    "labels above a short story": SiteHead(
        f"{TITLE} — The Norwick Observer\n\nPublished: 14 May 2031 | Updated: 15 May 2031\n"
        f"Author: {NAME}\n\nThe hall will open, divers said on Monday.",
        publisher="Norwick Observer",
    ),
    "a title with the host's name": SiteHead(
        f"{TITLE} | post.example\n\nBy {NAME}\n\n14 May 2031\n\n{BODY}"
    ),
    "a day that ends in a full stop": SiteHead(f"{TITLE}\n\nBy {NAME}\n\n14 мая 2031 г.\n\n{BODY}"),
    "a blog with its motto, its search and a day behind on": SiteHead(
        "Skip to main content\nHall Notes\nA blog about pools\nSearch This Blog\nPosts\n"
        f"{TITLE}\non May 14, 2031\nGet link\nFacebook\nPinterest\nOther Apps\n{BODY}\n"
        "Labels: pools, Norwick\nComments\nPowered by Blogger\n",
        authors=(),
    ),
}


def only(make_seeds: MakeSeeds, text: str, name: str = "a.txt") -> Document:
    """The one document of a seed."""
    (document,) = read_seeds(make_seeds({name: text})).documents
    return document


def told(document: Document) -> str:
    """What is read as the story, its white space as one blank."""
    zones = (z for z in document.zones if z.kind in ("body", "subhead"))
    return " ".join(" ".join(document.text[z.start : z.end] for z in zones).split())


@pytest.mark.parametrize("form", HEADS)
def test_a_head_states_what_it_says(make_seeds: MakeSeeds, form: str) -> None:
    """Title, authors, day and paper are told from what stands around, which is no story."""
    head = HEADS[form]
    document = only(make_seeds, head.text)
    stated = document.metadata
    assert stated.title
    assert stated.title.value.casefold() == TITLE.casefold()
    assert tuple(author.value for author in stated.authors) == head.authors
    assert stated.published
    assert stated.published.value == head.day
    if head.publisher:
        assert stated.publisher
        assert stated.publisher.value == head.publisher
    story = "The hall will open, divers said on Monday." if "divers" in head.text else BODY
    assert told(document) == " ".join(story.split())


@pytest.mark.parametrize(
    ("line", "authors"),
    [("Nkechi Eze", ("Nkechi Eze",)), ("Kiribati Waters", ()), ("Ferry Tolls", ())],
)
def test_a_name_of_words_that_are_no_others(
    make_seeds: MakeSeeds, line: str, authors: tuple[str, ...]
) -> None:
    """A name that no list of given names has signs below the headline; a place or a rubric not."""
    stated = only(make_seeds, f"{TITLE}\n\n{line}\n\n{BODY}").metadata
    assert tuple(a.value for a in stated.authors) == authors


def test_an_encyclopedia_keeps_its_title(make_seeds: MakeSeeds) -> None:
    """The headword is the title although the text says it again; links to edit are set aside."""
    text = (
        "Norwick Hall\n\nFrom Wikipedia, the free encyclopedia\n\n"
        "Jump to navigation Jump to search\n\n"
        "The Norwick Hall is a swimming hall at Norwick. It has been open since 1931.[1]\n\n"
        "Contents\n1 History\n2 References\n\nHistory[edit]\n\n"
        "The hall’s first head, Edmund Sale, said that it would stand for a thousand years.[2]\n"
    )
    document = only(make_seeds, text)
    assert document.metadata.title
    assert document.metadata.title.value == "Norwick Hall"
    assert document.metadata.publisher is None
    assert "[edit]" not in told(document)


def test_several_names_under_a_title_are_its_authors(make_seeds: MakeSeeds) -> None:
    """A paper's authors stand in one line above its abstract, without a day or a word before."""
    names = ("Ada N. Obi", "Li Wei", "Petra Kell")
    text = f"{TITLE}\n\n{', '.join(names)}\n\nAbstract\n\n{BODY}\n"
    assert tuple(a.value for a in only(make_seeds, text).metadata.authors) == names


def test_a_day_glued_to_a_page_s_author(make_seeds: MakeSeeds) -> None:
    """A month behind a full name is of the day beside it."""
    page = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
        f'<div class="byline"><a href="/@i">{NAME}</a><div>Aug 14, 2031</div></div>'
        f"<div><p>{STORY[0]}</p><p>{STORY[1]}</p></div></article></body></html>"
    )
    authors = only(make_seeds, page, "a.html").metadata.authors
    assert tuple(a.value for a in authors) == (NAME,)


def test_a_paper_in_capitals_over_the_headline(make_seeds: MakeSeeds) -> None:
    """What the text calls a paper in small letters is its name where it stands in capitals."""
    text = (
        f"NORWICK INQUIRY\n\n{TITLE}\nBy: {NAME}\nNorwick Inquiry / 05:40 AM May 14, 2031\n\n{BODY}"
    )
    document = only(make_seeds, text)
    assert document.metadata.title
    assert document.metadata.title.value == TITLE
    assert document.metadata.publisher
    assert document.metadata.publisher.value.casefold() == "norwick inquiry"


def test_a_site_s_own_heading_is_not_the_article_s(make_seeds: MakeSeeds) -> None:
    """A heading that leads to the site's front page is its name, and the next one the title."""
    page = (
        "<html><head><title>Norwick Notes</title></head><body>"
        '<h1><a href="/">Norwick Notes</a></h1><ul><li><a href="/map">Map</a></li></ul>'
        f'<div class="post"><h2>{TITLE}</h2><p class="meta">Posted on 14 May 2031 by {NAME}</p>'
        f"<p>{STORY[0]}</p><p>{STORY[1]}</p></div></body></html>"
    )
    stated = only(make_seeds, page, "a.html").metadata
    assert stated.title
    assert stated.title.value == TITLE
    assert stated.publisher
    assert stated.publisher.value == "Norwick Notes"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2031-05-14-hall.md", DAY),
        ("2031-05-14.md", DAY),
        ("2031-02-30-hall.md", None),
        ("2031-05-14-hall.txt", None),
    ],
)
def test_a_note_s_name_may_say_its_day(make_seeds: MakeSeeds, name: str, day: str | None) -> None:
    """*2031-05-14-hall.md* is of that day where the note says no other."""
    published = only(make_seeds, f"---\ntitle: {TITLE}\n---\n{BODY}\n", name).metadata.published
    assert (published.value if published else None) == day


def test_a_note_s_own_day_wins_over_its_name(make_seeds: MakeSeeds) -> None:
    """The day that a note states is its own."""
    dated = f"---\ntitle: {TITLE}\ndate: 2031-05-12\n---\n{BODY}\n"
    published = only(make_seeds, dated, "2031-05-14-hall.md").metadata.published
    assert published
    assert published.value == "2031-05-12"
