"""Whole pages pasted into a text file, in the layouts of papers, agencies, offices and archives."""

from collections.abc import Callable, Mapping
from pathlib import Path
from unicodedata import normalize

import pytest
from msgspec import Struct

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
TITLE = "Quarry road to stay shut for a second winter"
DECK = "Engineers find loose rock above the tunnel as villages warn of ruin this year"
STORY = (
    "The quarry road above Tarnby will stay shut for a second winter, the county said on Monday.",
    "“We cannot send a school bus under that rock,” Edda Lunn told reporters at the county hall.",
    "The road carries 4,000 cars a day, and the detour over the pass takes an hour.",
)
BODY = "\n\n".join(STORY)
DAY = "2031-05-12"
READER = "I have driven that road every single day for forty years and never saw a stone fall."


class PastedPage(Struct):
    """A page and what it must give."""

    text: str
    authors: tuple[str, ...] = ("Wim Okoro",)
    publisher: str | None = None
    day: str | None = DAY
    title: str = TITLE


PAGES = {
    "a paper with a menu, a deck and lists of other pieces": PastedPage(
        f"Skip to main content\nSkip to navigation\nSign "
        f"in\nNews\nOpinion\nSport\nTransport\n{TITLE}\n"
        f"{DECK}\nWim Okoro in Tarnby\nMon 12 May 2031 14.03 CEST\nShare\nView image in "
        f"fullscreen\n"
        f"The tunnel was opened in 1968. Photograph: Joan Sund/The Observer\n\n{BODY}\n\n"
        "Explore more on these topics\nTransport\nTunnels\nShare\nReuse this content\nMost viewed\n"
        "Bus fares to rise by a tenth\nTen walks along the ridge\n"
    ),
    "a broadcaster with labels for each of its parts": PastedPage(
        f"{TITLE}\nPublished\n12 May 2031\nComments\nShare page\nAbout sharing\nThe "
        f"tunnel at night\n"
        "IMAGE SOURCE,TARN PICTURES\nImage caption,\nThe road carries 4,000 cars a "
        "day\nBy Wim Okoro\n"
        f"Transport correspondent, Tarnby\n\n{BODY}\n\nMore on this story\nBus fares to rise\n"
        "Published\n2 May 2031\nRelated Topics\nTunnels\nRelated Internet Links\nTarnby county\n"
        "The station is not responsible for the content of external sites.\n"
    ),
    "a broadcaster with its topic above and the day twice": PastedPage(
        f"Transport\n{TITLE}\nWim Okoro\n05/12/2031\nMay 12, 2031\nhttps://p.tarn.example/p/4aBc\n"
        f"{STORY[0]}\nThe tunnel on a winter evening\nImage: Joan Sund/TPA/picture alliance\n"
        f"Advertisement\n{STORY[1]}\n{STORY[2]}\nwo/jl (NPA, TPA)\nEdited by: Jo Linde\n"
        "Wim Okoro Reporter for transport\nSend us your feedback\n"
    ),
    "a paper whose writers each have a place": PastedPage(
        f"{TITLE}\n{DECK}\n\nWim Okoro in Tarnby and Ida Brack in Marlow\n\nMAY 12 2031\n\n"
        f"{BODY}\n",
        authors=("Wim Okoro", "Ida Brack"),
    ),
    "a topic, a deck and a box of a newsletter": PastedPage(
        f"Transport\n\n{TITLE}\n\n{DECK}\n\nWim Okoro, Ida Brack and Jo Linde in Tarnby\n\n"
        "Published MAY 12 2031\n\n17\n\nUnlock the Morning Digest for free\n"
        "Li Wei, editor of the paper, selects her best stories in this weekly newsletter.\n"
        f"{BODY}\n",
        authors=("Wim Okoro", "Ida Brack", "Jo Linde"),
    ),
    "a blog with its motto over the day": PastedPage(
        "Ridge Notes\nWalks, weather and the odd grumble from the valley\nMonday, May 12, 2031\n"
        f"{TITLE}\n{BODY}\n\nPosted by Wim Okoro at 9:14 AM\n2 comments:\n\n"
        f"JoeM said...\n{READER}\n"
        "May 12, 2031 at 10:02 AM\n\nPost a Comment\n\nNewer Post Older Post Home\n"
    ),
    "a blog with its bar of sharing above and below": PastedPage(
        "Skip to main content\nSearch This Blog\nHarbour Diary\n\n"
        f"{TITLE}\nGet link\nFacebook\nX\nPinterest\nEmail\nOther Apps\n"
        f"By Wim Okoro - May 12, 2031\n\n{BODY}\nGet link\nFacebook\nX\nOther Apps\n"
        "Comments\nPost a Comment\nPowered by Blogger\n"
    ),
    "an agency's copy from the wire": PastedPage(
        f"R A BYLINE-QUARRY 05-12 0234\n{TITLE}\nBY WIM OKORO\nNPA WRITER\n"
        f"TARNBY, MAY 12 (NPA)--{BODY}\nMORE\nNPA-WX-05-12-31 0914EDT\n",
        authors=("WIM OKORO",),
        publisher="NPA",
        day=None,
    ),
    "a paper's name over the headline, advertising and counts": PastedPage(
        f"The Tarnby Times\n\nADVERTISEMENT\n\nSUPPORTED BY\n\n{TITLE}\n\n{DECK}.\n\n"
        "Listen to this article · 5:03 min Learn more\n\nShare full article\n\n34\n\n"
        "By Wim Okoro and Ida Brack\nReporting from Tarnby\n\nMay 12, 2031, 5:03 a.m. ET\n\n"
        f"{BODY}\n\nRead 34 Comments\n\nA version of this article appears in print on May "
        f"13, 2031, "
        "Section A, Page 4 of the county edition. Order Reprints | Today’s Paper | Subscribe\n\n"
        "See more on: Edda Lunn\n\nShare full article\n",
        authors=("Wim Okoro", "Ida Brack"),
        publisher="The Tarnby Times",
    ),
    "an agency with names in capitals and a line below": PastedPage(
        f"{TITLE}\nBY WIM OKORO AND IDA BRACK\nUpdated 5:03 PM GMT+1, May 12, 2031\nShare\n"
        f"TARNBY (NPA) — {BODY}\n\n___\n\n"
        "Okoro reported from Marlow. NPA writer Jo Linde in Marlow contributed to this report.\n",
        authors=("WIM OKORO", "IDA BRACK"),
        publisher="NPA",
    ),
    "a release of a wire with a label for its giver": PastedPage(
        f"{TITLE}\n\nNEWS PROVIDED BY\n\nTarnby County Roads\n\nMay 12, 2031, 09:00 ET\n\n"
        f"Share this article\n\nShare to X\n\nTARNBY, May 12, 2031 /NPRwire/ -- {BODY}\n\n"
        "SOURCE Tarnby County Roads\n\nAlso from this source\n\nCounty Roads Names New Chief\n",
        authors=(),
        publisher="Tarnby County Roads",
    ),
    "an office with a kicker, labels and questions to the reader": PastedPage(
        f"Skip to main content\nMenu\nHome\nTransport\nPress release\n{TITLE}\n{DECK}.\n\nFrom:\n"
        "Department for Roads and The Rt Hon Edda Lunn MP\nPublished\n12 May 2031\n"
        f"Get emails about this page\n\n{BODY}\n\nShare this page\n"
        "The following links open in a new tab\nShare on Facebook (opens in new tab)\n"
        "Published 12 May 2031\nExplore the topic\nTransport\nIs this page useful?\nMaybe\n"
        "Yes this page is useful\nReport a problem with this page\n",
        authors=(),
    ),
    "a letter to subscribers with its site above and readers below": PastedPage(
        f"Ridge Notes\n\nSubscribe\nSign in\n\n{TITLE}\n\nWim Okoro\nMay 12, 2031\n∙ "
        f"Paid\n\n41\n\n7\n"
        f"Share\n\n{BODY}\n\nThanks for reading Ridge Notes! Subscribe for free to "
        f"receive new posts.\n"
        "\n41 Likes∙\n3 Restacks\n\nDiscussion about this post\n\nComments\n\nMara Lund\nMay 13\n\n"
        f"{READER}\n\nLike (4)\nReply\n",
        publisher="Ridge Notes",
    ),
    "a record of a news archive": PastedPage(
        f"{TITLE}\n\nTarnby Post\n\nMay 12, 2031 Monday\n\nFirst Edition\n\n"
        "Copyright 2031 Tarnby Post Ltd All Rights Reserved\n\nSection: NEWS; Pg. 4\n\n"
        f"Length: 112 words\n\nByline: Wim Okoro\n\nBody\n\n{BODY}\n\nLoad-Date: May 13, 2031\n\n"
        "End of Document\n",
        publisher="Tarnby Post",
    ),
    "a record of another archive, its text behind a label": PastedPage(
        f"Title: {TITLE}\nAuthor: Okoro, Wim\nPublication info: Tarnby Post; 12 May 2031: A4.\n"
        f"Full text: {STORY[0]} {STORY[2]}\n\n{STORY[1]}\n\nSubject: Roads; Tunnels\n"
        "Publication date: May 12, 2031\nLanguage of publication: English\nDocument type: News\n"
    ),
    "when it came and when it changed on one line, and comments": PastedPage(
        f"{TITLE}\n\nBy Wim Okoro\nStaff writer\n\n"
        "Updated May 13, 2031 at 8:00 a.m. EDT | Published May 12, 2031 at 9:14 a.m. EDT\n\n"
        f"{BODY}\n\nCorrection: An earlier version of this article said that the tunnel is new.\n\n"
        "Have a tip? Write to tips@tarnby.example.\n\nComments (3)\n\nJoeM 2 hours ago\n"
        f"{READER}\n\nRidgewalker 1 day ago\nThe county said last year that it was safe!\n"
    ),
    "a printed page with its number, its paper and where it goes on": PastedPage(
        f"[Page 4]\nTARNBY POST                MONDAY, MAY 12, 2031                "
        f"A4\n\n{TITLE}\n\n"
        f"WIM OKORO\nPOST STAFF WRITER\n\n{BODY}\n\nSEE QUARRY, A7\n",
        authors=("WIM OKORO",),
    ),
    "an encyclopedia with edit links, contents and references": PastedPage(
        f"{TITLE}\nFrom Tarnpedia, the free encyclopedia\nJump to navigation\nJump to search\n"
        f"For other uses, see Quarry road (disambiguation).\n{STORY[0]}\n\nContents\n1 History\n"
        f"2 References\n\nHistory[edit]\n{STORY[1]}\n\n{STORY[2]}\n\nReferences[edit]\n"
        '^ "The road in figures". Tarnby county. Retrieved 12 May 2031.\n'
        "^ Storr, Ludvig (1970). Tunnels. Marlow: Quay Press.\n"
        "This page was last edited on 1 June 2031, at 09:14 (UTC).\n",
        authors=(),
        day=None,
    ),
    "a speech that must be checked": PastedPage(
        f"CHECK AGAINST DELIVERY\n\n{TITLE}\n\nTarnby, 12 May 2031\n\n{BODY}\n\nENDS\n", authors=()
    ),
    "an agency's page with pictures counted and its age": PastedPage(
        f"{TITLE}\nBy Wim Okoro\nMay 12, 2031 9:14 AM UTC Updated 2 hours ago\n"
        "Item 1 of 2 Cars at the tunnel, May 11, 2031. NPA/Joan Sund\n"
        "[1/2]Cars at the tunnel, May 11, 2031. NPA/Joan Sund Purchase Rights, opens new tab\n\n"
        f"TARNBY, May 12 (NPA) - {BODY}\n\nReporting by Wim Okoro; Editing by Ida Brack\n",
        publisher="NPA",
    ),
    "a section over the headline and a byline in small letters": PastedPage(
        f"LOCAL NEWS\n{TITLE}\nby: Wim Okoro\nPosted: May 12, 2031 / 09:14 AM EDT\n"
        f"Updated: May 13, 2031 / 10:30 AM EDT\nSHARE\n\n{BODY}\n\nTrending on tarnby.example\n"
        "Bus fares to rise\nTen walks along the ridge\n"
    ),
    "a letterhead of three bodies": PastedPage(
        f"Press Information Bureau\nGovernment of Tarn\nMinistry of Roads\n\n{TITLE}\n\n"
        f"Posted On: 12 MAY 2031 3:48PM by PIB Tarnby\n\n{BODY}\n\n****\n",
        authors=(),
    ),
    "an embargo with its day": PastedPage(
        f"EMBARGOED UNTIL 00:01 MONDAY 12 MAY 2031\n\nNEWS RELEASE\n\n{TITLE}\n\n{BODY}\n\n-ENDS-\n"
        "\nNotes to editors:\n1. The tunnel is of 1968.\n\nTel: 0207 946 0101\n",
        authors=(),
    ),
    "accents behind their letters": PastedPage(
        normalize("NFD", f"{TITLE}\n\nBy José Ibáñez\n\n12 May 2031\n\n{BODY}\n"),
        authors=("José Ibáñez",),
    ),
}
KEPT = frozenset({"body", "subhead"})


def only(make_seeds: MakeSeeds, text: str, name: str = "a.txt") -> Document:
    """The one document of a seed."""
    (document,) = read_seeds(make_seeds({name: text})).documents
    return document


def story(document: Document) -> list[str]:
    """What is read as the story, without what is only a heading of it."""
    told = (z for z in document.zones if z.kind in KEPT)
    return [" ".join(document.text[z.start : z.end].split()) for z in told]


@pytest.mark.parametrize("layout", PAGES)
def test_what_is_stated_is_found(make_seeds: MakeSeeds, layout: str) -> None:
    """Headline, day, authors and publisher, whatever stands around them."""
    page = PAGES[layout]
    meta = only(make_seeds, page.text).metadata
    assert meta.title
    assert meta.title.value == page.title
    assert (meta.published and meta.published.value) == page.day
    assert tuple(normalize("NFC", a.value) for a in meta.authors) == page.authors
    assert (meta.publisher and meta.publisher.value) == page.publisher


@pytest.mark.parametrize("layout", PAGES)
def test_the_story_is_all_that_is_kept(make_seeds: MakeSeeds, layout: str) -> None:
    """Each of its sentences is there, and hardly a line that is none of it."""
    kept = story(only(make_seeds, PAGES[layout].text))
    words = " ".join(kept).replace("Full text: ", "")
    assert all(sentence in words for sentence in STORY)
    other = [line for line in kept if not any(line in s or s in line for s in STORY)]
    assert len(other) <= 1, other
    assert READER not in words


def test_a_line_that_says_comments_opens_no_thread_by_itself(make_seeds: MakeSeeds) -> None:
    """Without a reader's mark below it, a heading with a number of comments is a heading."""
    text = f"{TITLE}\n\n{STORY[0]}\n\n3 comments\n\n{STORY[1]}\n\n{STORY[2]}\n"
    assert STORY[2] in story(only(make_seeds, text))


def test_a_heading_of_sources_without_entries_is_a_heading(make_seeds: MakeSeeds) -> None:
    """*Notes* over a paragraph of the story sets nothing aside."""
    text = f"{TITLE}\n\n{STORY[0]}\n\nNotes\n\n{STORY[1]}\n\n{STORY[2]}\n"
    assert STORY[1] in story(only(make_seeds, text))


def test_a_mail_that_is_answered_is_set_aside(make_seeds: MakeSeeds) -> None:
    """Below one's own words the mail that they answer; one that is only forwarded is kept."""
    head = "From: Ida Brack <i@tarnby.example>\nSent: Sunday, May 11, 2031 8:00 PM\nSubject: Road\n"
    answer = only(
        make_seeds, f"{TITLE}\n\n{BODY}\n\n{head}\nWill the road open, and who says so?\n"
    )
    assert story(answer) == list(STORY)


def test_a_mail_that_is_forwarded_is_kept(make_seeds: MakeSeeds) -> None:
    """Below a line of one's own it is what the seed is about."""
    head = "From: Ida Brack <i@tarnby.example>\nSent: Sunday, May 11, 2031 8:00 PM\nSubject: Road\n"
    forwarded = only(make_seeds, f"Have a look.\n\n{head}\n{BODY}\n", "b.txt")
    assert [s for s in STORY if s in story(forwarded)] == list(STORY)


def test_a_press_contact_behind_the_day_is_no_part_of_it(make_seeds: MakeSeeds) -> None:
    """*May 12, 2031 Contact: Tasha Brill* is a day and what nobody said."""
    document = only(make_seeds, f"May 12, 2031 Contact: Tasha Brill\n{TITLE}\n{BODY}\n")
    kinds = {document.text[z.start : z.end]: z.kind for z in document.zones}
    assert kinds["May 12, 2031"] == "dateline"
    assert kinds["Contact: Tasha Brill"] == "boilerplate"


@pytest.mark.parametrize("line", ["By Wim Okoro, 12 May 2031", "12 May 2031, by Wim Okoro"])
def test_a_byline_on_the_line_of_the_day(make_seeds: MakeSeeds, line: str) -> None:
    """Author and day are found on either side of each other."""
    meta = only(make_seeds, f"{TITLE}\n\n{line}\n\n{BODY}\n").metadata
    assert [a.value for a in meta.authors] == ["Wim Okoro"]
    assert meta.published
    assert meta.published.value == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Ida Brack | Norwick",
        "Ida Brack reports from Norwick",
        "By Ida Brack @idabrack",
        "By Ida Brack, The Dispatch",
    ],
)
def test_a_byline_with_a_place_a_handle_or_a_paper(make_seeds: MakeSeeds, line: str) -> None:
    """What stands behind the name is no part of it, and a paper with its article is no author."""
    meta = only(make_seeds, f"{TITLE}\n\n{line}\n\n12 May 2031\n\n{BODY}\n").metadata
    assert [a.value for a in meta.authors] == ["Ida Brack"]


FIELDS = {
    "Pandoc": f"% {TITLE}\n% Wim Okoro; Ida Brack\n% 12 May 2031\n\n",
    "Notion": f"# {TITLE}\n\nCreated: May 12, 2031 9:14 AM\nAuthor: Wim Okoro, Ida Brack\n"
    "URL: https://tarnby.example/road\nTags: road\n\n",
    "a title with a colon": f"---\ntitle: {TITLE}: what now\nauthor: Wim Okoro, Ida Brack\n"
    "date: 2031-05-12\nurl: <https://tarnby.example/road>\n---\n",
}


@pytest.mark.parametrize("form", FIELDS)
def test_what_programs_write_above_a_note(make_seeds: MakeSeeds, form: str) -> None:
    """Title, authors and day are read, and none of it is story."""
    document = only(make_seeds, f"{FIELDS[form]}{BODY}\n", "a.md")
    meta = document.metadata
    assert meta.title
    assert meta.title.value.startswith(TITLE)
    assert [a.value for a in meta.authors] == ["Wim Okoro", "Ida Brack"]
    assert meta.published
    assert meta.published.value == DAY
    assert story(document) == list(STORY)


def test_each_slip_in_front_matter_is_named(make_seeds: MakeSeeds) -> None:
    """A line of words is read as it stands, another slip costs its line; both are named."""
    text = f'---\ntitle: Road: shut\nauthor: Wim Okoro\nsummary: "A road\ntags: [a\n---\n{BODY}\n'
    document = only(make_seeds, text, "a.md")
    assert document.metadata.title
    assert document.metadata.title.value == "Road: shut"
    lines = [w.split(": ")[0] for w in document.warnings]
    assert lines[:2] == ["front matter:2", "front matter:5"] or "front matter:2" in lines
    assert any("read as it stands" in w for w in document.warnings)
    assert any("it is not used" in w for w in document.warnings)


def test_a_heading_over_lines_with_colons_is_text(make_seeds: MakeSeeds) -> None:
    """Labels that no program writes above a note are the author's own words."""
    document = only(
        make_seeds, f"# {TITLE}\n\nWhere: county hall\nWho: Edda Lunn\n\n{BODY}\n", "a.md"
    )
    assert "county hall" in document.text


@pytest.mark.parametrize(
    "bar",
    [
        "[Share](https://s.tarn.example/?u=1) [Tweet](https://t.tarn.example/?u=1)",
        "Share  Tweet  Email",
        "Share | Tweet | Email",
    ],
)
def test_a_bar_of_sharing_is_set_aside(make_seeds: MakeSeeds, bar: str) -> None:
    """Links side by side are the page's where each of them is; facts with bars between are not."""
    text = f"# {TITLE}\n\nBy Wim Okoro\n\n{bar}\n\n{BODY}\n\n9.30 a.m. / 7.00 p.m.\n"
    document = only(make_seeds, text, "a.md")
    kept = " ".join(story(document))
    assert "Tweet" not in kept
    assert "7.00 p.m." in kept
