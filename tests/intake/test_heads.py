"""What stands above a story in the forms that pages, agencies, archives and mails print it in."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
TITLE = "Harbour bridge to close after a decade of delays"
AUTHORS = ("Ingrid Solheim", "Tobias Kerr")
DAY = "2031-05-14"
BODY = (
    "The council of Norwick voted on Tuesday to close the harbour bridge at a cost of 14 million."
    "\n\nThe work will begin in the autumn and last for eighteen months, the council said."
)
TWO, ONE = AUTHORS, AUTHORS[:1]
HEADS = {
    "names joined over a line with their trade": (
        f"{TITLE}\n\n{TWO[0]} and {TWO[1]}\nStaff writers\n\nMay 14, 2031 at 9:05 p.m. EST",
        TWO,
    ),
    "by in small letters, with an address": (
        f"{TITLE}\n\nby {ONE[0]} (desk@norwick.example)\n\nWed 14 May 2031 07.00 GMT",
        ONE,
    ),
    "a note of its age and a name with a place": (
        (
            f"{TITLE}\n\nThis article is more than 2 years old\n\n{ONE[0]} in Norwick\n"
            "Wed 14 May 2031 15.19 GMT"
        ),
        ONE,
    ),
    "a label for each": (
        f"{TITLE}\n\nPublished: 14 May 2031 - 18:30 CET\nAuthor: {ONE[0]}",
        ONE,
    ),
    "day, place and author over the headline": (
        f"14.05.2031 | Norwick | by {ONE[0]}\n\n{TITLE}",
        ONE,
    ),
    "a kicker": (f"OPINION\n\n{TITLE}\n\n{ONE[0]}\n\nMay 14, 2031 — 12.01am", ONE),
    "a menu around": (
        (
            f"Skip to content\nHome\nNews\nSport\nSign in\n\n{TITLE}\n\n{ONE[0]}\nMay 14, 2031\n"
            "Share this article\nFacebook\nEmail"
        ),
        ONE,
    ),
    "the path of the page": (
        (
            f"Menu\nSearch\nLog in\n\nNorwick Municipality\n\nNews / Press releases / {TITLE}\n\n"
            f"{TITLE}\n\nDate: 14 May 2031\nCategory: Building"
        ),
        (),
    ),
    "labels of an archive": (
        (
            "Copyright 2031 Norwick Post Company\nNorwick Post\n\nMay 14, 2031 Wednesday\n"
            "Late Edition - Final\n\nSECTION: Section A; Metropolitan Desk; Pg. 1\n\n"
            f"LENGTH: 412 words\n\nHEADLINE: {TITLE}\n\nBYLINE: By {ONE[0]}\n\n"
            "DATELINE: NORWICK, May 13\n\nBODY:"
        ),
        ONE,
    ),
    "lines of an archive": (
        (
            f"{TITLE}\n\n{ONE[0]}\n1,204 words\n14 May 2031\nNorwick Post\nNWPT\nEnglish\n"
            "(c) 2031 Norwick Post Company"
        ),
        ONE,
    ),
    "what was written, and what was pictured, before by": (
        f"{TITLE}\n\nWords and photographs by INGRID SOLHEIM and TOBIAS KERR\n\n14 May 2031",
        ("INGRID SOLHEIM", "TOBIAS KERR"),
    ),
    "a press office with its telephone": (
        (
            "May 14, 2031 Media contact: Wim Okoro\nNorwick Harbour Trust\n"
            f"+47 22 555 010 (Press office)\n{TITLE}"
        ),
        (),
    ),
    "a mail that was copied": (
        (
            f"Subject: {TITLE}\nFrom: {ONE[0]} <desk@norwick.example>\n"
            "Sent: Wednesday, May 14, 2031 8:00 AM\nTo: list@norwick.example"
        ),
        ONE,
    ),
}


def only(make_seeds: MakeSeeds, text: str) -> Document:
    """The one document of a seed."""
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    return document


def told(document: Document) -> str:
    """What is left of a document when title and what is no text are taken away."""
    kept = [z for z in document.zones if z.kind in ("body", "subhead", "standfirst")]
    return "\n\n".join(document.text[z.start : z.end] for z in kept)


@pytest.mark.parametrize("form", HEADS)
def test_a_head_states_title_authors_and_day(make_seeds: MakeSeeds, form: str) -> None:
    """Each is found where it stands, and nothing of the head is left in the story."""
    head, authors = HEADS[form]
    document = only(make_seeds, f"{head}\n\n{BODY}\n")
    metadata = document.metadata
    assert metadata.title
    assert metadata.title.value == TITLE
    assert tuple(a.value for a in metadata.authors) == authors
    assert metadata.published
    assert metadata.published.value == DAY
    story = told(document)
    assert story.endswith(BODY)
    assert len(story) - len(BODY) <= len("This article is more than 2 years old\n\n")


def test_a_kicker_names_the_genre(make_seeds: MakeSeeds) -> None:
    """*OPINION* over the headline says what the piece is; a place's name there does not."""
    metadata = only(make_seeds, f"OPINION\n\n{TITLE}\n\n{BODY}").metadata
    assert metadata.genre
    assert metadata.genre.value == "OPINION"
    assert only(make_seeds, f"NORWICK\n\n{TITLE}\n\n{BODY}").metadata.genre is None


def test_an_agency_alone_before_the_first_words_is_the_publisher(make_seeds: MakeSeeds) -> None:
    """*(NPA) --* is a dateline without a place."""
    document = only(make_seeds, f"{TITLE}\n\n(NPA) -- {BODY}")
    assert document.metadata.publisher
    assert document.metadata.publisher.value == "NPA"
    assert told(document) == BODY


def test_a_menu_keeps_its_lines(make_seeds: MakeSeeds) -> None:
    """Entries between two lines of the page are set aside where no day stands among them."""
    text = f"Skip to content\nPolitics\nOpinion pages\nSign in\n\n{TITLE}\n\n{BODY}"
    assert told(only(make_seeds, text)) == BODY


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "call.txt",
            (
                "Norwick Earnings Call\n14 May 2031\n\nCorporate Participants\n"
                "Ingrid Solheim – Chief Executive\nTobias Kerr – Chief of Finance\n\n"
                "Operator\nGood morning and welcome to the call.\n\nIngrid Solheim\nThank you. "
                "Revenue rose by nine percent.\n\nTobias Kerr\nMargins will stay stable."
            ),
        ),
        (
            "council.txt",
            (
                "Norwick Council\n14 May 2031\n\nThe President: the member for Marlow has it.\n\n"
                "Ms. Solheim (Marlow): Marlow supports it. The harbour must be kept.\n\n"
                "Mr. Kerr (Eastbank) (spoke in Welsh): We abstain, and regret the haste."
            ),
        ),
        (
            "said.srt",
            (
                "1\n00:00:01,000 --> 00:00:04,000\n>> INGRID SOLHEIM: The roof leaks each year.\n\n"
                "2\n00:00:08,500 --> 00:00:11,000\n>> TOBIAS KERR: And who will pay for it?\n"
            ),
        ),
        (
            "said.vtt",
            (
                "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ingrid Solheim>The roof leaks each year.</v>"
                "\n\n00:08.500 --> 00:11.000\n<v Tobias Kerr>And who will pay for it?</v>\n"
            ),
        ),
    ],
)
def test_a_short_record_has_turns(make_seeds: MakeSeeds, name: str, text: str) -> None:
    """A list of names, titles with places, and signs of another speaker tell turns, though few."""
    (document,) = read_seeds(make_seeds({name: text})).documents
    labels = [document.text[t.label.start : t.label.end].lower() for t in document.turns]
    assert [words.split()[-1] for words in labels][-2:] == ["solheim", "kerr"]


def test_facts_in_capitals_are_no_turns(make_seeds: MakeSeeds) -> None:
    """A table of facts and a quoted exchange have no such signs."""
    text = f"{TITLE}\n\n{BODY}\n\nLength: 412 metres\n\nCost: 14 million\n\nOwner: the council"
    assert only(make_seeds, text).turns == ()


WRAPPED = (
    "Norwick Bridge Board Opens Its Harbour Footbridge - Norwick Bridge Board\nHOME\nSEARCH\n"
    "Skip to content\nFOR IMMEDIATE RELEASE\nWednesday, May 14, 2031\n"
    "Norwick Bridge Board Opens\nIts Harbour Footbridge\n"
    "Ada Obi opened the bridge today.\nShe said, “It is light.”\n"
)


def test_a_headline_is_known_by_being_said_again(make_seeds: MakeSeeds) -> None:
    """A page's own title comes again over its story, at another width and without the site."""
    document = only(make_seeds, WRAPPED)
    title, publisher = document.metadata.title, document.metadata.publisher
    assert title
    assert publisher
    assert (title.value, publisher.value) == (WRAPPED.partition(" - ")[0], "Norwick Bridge Board")
    assert told(document).startswith("Ada Obi opened")


def test_a_dash_without_evidence_stays_in_a_headline(make_seeds: MakeSeeds) -> None:
    """What stands behind a dash may belong to the headline: it is said nowhere else."""
    title = only(make_seeds, f"{TITLE} - Harbour Talk\n\nBy {ONE[0]}\n\n{BODY}").metadata.title
    assert title
    assert title.value.endswith(" - Harbour Talk")


def test_words_of_a_sentence_do_not_cut_a_headline(make_seeds: MakeSeeds) -> None:
    """A headline is said again only on a line of its own."""
    line = "Flood in Norwick - Ten Are Missing"
    again = "The mayor called it the worst Flood in Norwick since the bridge was built."
    metadata = only(make_seeds, f"{line}\n\nBy {ONE[0]}\n\n{BODY}\n\n{again}").metadata
    assert metadata.title
    assert metadata.title.value == line
    assert metadata.publisher is None


def test_the_only_paragraph_is_no_standfirst(make_seeds: MakeSeeds) -> None:
    """What stands between the headline and the page's end is the story, however short."""
    story = BODY.partition("\n")[0]
    document = only(make_seeds, f"FOR RELEASE: May 14, 2031\n{TITLE}\n{story}\n\n###\n")
    kinds = {document.text[z.start : z.end]: z.kind for z in document.zones}
    assert kinds[story] == "body"


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("REPORTER: {}|INGRID SOLHEIM: {}", ["REPORTER", "INGRID SOLHEIM"]),
        ("[REPORTER] {}|[Ingrid Solheim] {}|[DOOR SLAMS] {}", ["REPORTER", "Ingrid Solheim"]),
        ("Reporter: {}|Ingrid Solheim: {}", ["Reporter", "Ingrid Solheim"]),
        ("INGRID\n{}|TOBIAS\n{}|[INGRID] {}", ["INGRID", "TOBIAS", "INGRID"]),
        ("Remember: {}|{}|Listen: {}|{}", []),
    ],
)
def test_subtitles_have_turns_and_no_headline(
    make_seeds: MakeSeeds, said: str, labels: list[str]
) -> None:
    """Labels in capitals, tags, and labels at all that is said are speakers; a sound is none."""
    lines = [
        part.format("The roof of the school leaks in the winter, and it is the fault of the town.")
        for part in said.split("|")
    ]
    cues = (f"{n}\n00:00:{n}0,000 --> 00:00:{n}1,000\n{line}\n" for n, line in enumerate(lines, 1))
    (document,) = read_seeds(make_seeds({"a.srt": "\n".join(cues)})).documents
    found = [document.text[t.label.start : t.label.end] for t in document.turns]
    assert found == labels
    assert document.metadata.title is None


@pytest.mark.parametrize(
    "said",
    [
        "INGRID SOLHEIM\nSAYS THAT THE ROOF LEAKS IN THE WINTER.",
        "INGRID, LOOK.\nThe roof of the school leaks.",
        "ADA\nAND THE OTHERS WILL PAY FOR THE ROOF.",
    ],
)
def test_subtitles_in_capitals_keep_their_words(make_seeds: MakeSeeds, said: str) -> None:
    """A name on the first of two lines is a label only where the second is not in capitals."""
    cues = (f"{n}\n00:00:{n}0,000 --> 00:00:{n}1,000\n{said}\n" for n in range(1, 5))
    (document,) = read_seeds(make_seeds({"a.srt": "\n".join(cues)})).documents
    assert document.turns == ()
    assert document.text.split() == said.split() * 4


@pytest.mark.parametrize(
    "head",
    [
        "BC-Norwick-Bridge,0312\n{}\nBy INGRID SOLHEIM\nNPA Writer\n",
        "Posts\n{}\nGet link\nX\n{day}\n",
    ],
)
def test_a_slug_and_a_topic_stand_over_the_headline(make_seeds: MakeSeeds, head: str) -> None:
    """What a wire or a blog puts above is none of it."""
    title = only(make_seeds, f"{head.format(TITLE, day='May 14, 2031')}\n{BODY}").metadata.title
    assert title
    assert title.value == TITLE


def test_the_first_words_of_a_wires_story_are_no_headline(make_seeds: MakeSeeds) -> None:
    """A story that is written in capitals begins behind its dateline, and has no headline."""
    told_ = BODY.upper().replace("\n\n", "\n")
    document = only(make_seeds, f"URGENT\nBRIDGE\nNORWICK, MAY 14 (NPA)--{told_}\nMORE\n")
    assert document.metadata.title is None
    assert told(document).startswith("THE COUNCIL OF NORWICK")


@pytest.mark.parametrize(
    "line",
    [
        "For immediate release: 12 May 2031",
        "FOR IMMEDIATE RELEASE — May 12, 2031",
        "Embargoed until: 12 May 2031",
    ],
)
def test_the_line_of_a_release_says_its_day(make_seeds: MakeSeeds, line: str) -> None:
    """*For immediate release: 12 May 2031* is the day, and the line below it is the headline."""
    story = (
        "The council of Norwick will close the old bridge for two years, a clerk said on Monday."
    )
    text = f"NEWS RELEASE\n\n{line}\n\nNorwick to close its old bridge\n\n{story}\n\n{story}\n"
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    facts = document.metadata
    assert facts.title
    assert facts.title.value == "Norwick to close its old bridge"
    assert facts.published
    assert facts.published.value == "2031-05-12"
