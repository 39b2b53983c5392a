"""PDF files give their text in reading order, with paragraphs, pages and a title."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from made_pdf import make_pdf, set_lines

from generator.model.text import Document
from generator.read.seeds import read_seeds

pytest.importorskip("pypdfium2")
MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
LEFT = [
    "The council of Norwick voted late on Tu-",
    "esday to close the old bridge until the sp-",
    "ring, because two of its piers are not safe.",
    "",
    "“We have looked at every pier,” the mayor,",
    "Ada Obi, told the council before the vote.",
    "She said that the works had begun and that",
]
RIGHT = [
    "they would last for six months or longer.",
    "",
    "The ferry will run until midnight as long as",
    "the bridge is closed, a clerk of the well-",
    "known Sandholm line said on Wednesday.",
    "",
    "The guild of drivers has asked for a night",
    "ferry, too, and for a well-known captain.",
]
FIRST = (
    "The council of Norwick voted late on Tuesday to close the old bridge until the spring, "
    "because two of its piers are not safe."
)
JOINED = (
    "“We have looked at every pier,” the mayor, Ada Obi, told the council before the vote. She "
    "said that the works had begun and that they would last for six months or longer."
)
FERRY = (
    "The ferry will run until midnight as long as the bridge is closed, a clerk of the well-known "
    "Sandholm line said on Wednesday."
)
LAST = "The guild of drivers has asked for a night ferry, too, and for a well-known captain."
HEAD = (60.0, 720.0, 20.0, "Norwick closes its bridge")


def read_one(make_seeds: MakeSeeds, content: bytes, name: str = "a.pdf") -> Document:
    """The document of the only seed."""
    (document,) = read_seeds(make_seeds({name: content})).documents
    return document


def zones(document: Document) -> list[tuple[str, str]]:
    """Kind and words of every zone."""
    return [(z.kind, document.text[z.start : z.end]) for z in document.zones]


STORY = [
    ("headline", "Norwick closes its bridge"),
    ("body", FIRST),
    ("body", JOINED),
    ("body", FERRY),
    ("body", LAST),
]


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_two_columns_are_read_one_after_the_other(make_seeds: MakeSeeds, name: str) -> None:
    """A paragraph goes on in the next column, and hyphens at line ends are mended."""
    page = [HEAD, *set_lines(LEFT, left=60, top=690), *set_lines(RIGHT, left=310, top=690)]
    document = read_one(make_seeds, make_pdf([page]), name)
    assert zones(document) == STORY
    assert document.media_type == "application/pdf"


def paged() -> bytes:
    """Two pages with running heads and page numbers; the file states an author."""
    heads = [(60.0, 810.0, 8.0, "The Ferry, May 2031")]
    feet = [[(290.0, 30.0, 8.0, f"Page {n} of 2")] for n in (1, 2)]
    first = [*heads, HEAD, *set_lines(LEFT, left=60, top=690), *feet[0]]
    second = [*heads, *set_lines(RIGHT, left=60, top=780), *feet[1]]
    return make_pdf([first, second], Title="bridge_final.docx", Author="Li Wei")


def test_running_heads_are_out_and_pages_are_kept(make_seeds: MakeSeeds) -> None:
    """What recurs on the pages is no text, and each page has its stretch of the reading text."""
    document = read_one(make_seeds, paged())
    assert zones(document) == STORY
    assert [fact.value for fact in document.metadata.authors] == ["Li Wei"]
    assert document.original
    first, second = document.original.pages
    assert document.text[first.start : first.end].startswith("Norwick closes its bridge\n\nThe")
    assert document.text[second.start : second.end] == f"{FERRY}\n\n{LAST}"


@pytest.mark.parametrize("stated", ["Ada Obi; Li Wei", "ada obi; li wei", "Ada Obi and Li Wei"])
def test_authors_that_a_file_states_are_several(make_seeds: MakeSeeds, stated: str) -> None:
    """Letters in a name that are also a joining word do not part it."""
    page = [HEAD, *set_lines(LEFT, left=60, top=690)]
    document = read_one(make_seeds, make_pdf([page], Author=stated))
    assert [fact.value.lower() for fact in document.metadata.authors] == ["ada obi", "li wei"]


@pytest.mark.parametrize("stated", ["jane anderson; bo andrade", "Jane Anderson & Bo Andrade"])
def test_a_joining_word_inside_a_name_does_not_part_it(make_seeds: MakeSeeds, stated: str) -> None:
    """*Anderson* and *Andrade* begin with it."""
    page = [HEAD, *set_lines(LEFT, left=60, top=690)]
    document = read_one(make_seeds, make_pdf([page], Author=stated))
    found = [fact.value.lower() for fact in document.metadata.authors]
    assert found == ["jane anderson", "bo andrade"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (make_pdf([[], []]), "it is a scan without text: make its text readable"),
        (
            b"%PDF-1.4\nnothing",
            "it is damaged, or no PDF; save it anew in the program that made it",
        ),
    ],
)
def test_what_has_no_text_is_named(make_seeds: MakeSeeds, content: bytes, reason: str) -> None:
    """A scan or a damaged file costs itself and says what to do."""
    reading = read_seeds(make_seeds({"ok.txt": FIRST, "a.pdf": content}))
    assert [d.id for d in reading.documents] == ["ok"]
    assert reading.skipped[0].reason.startswith(reason)


def test_a_page_without_text_is_told(make_seeds: MakeSeeds) -> None:
    """One scanned page among others is a warning."""
    page = [HEAD, *set_lines(LEFT, left=60, top=690)]
    (warning,) = read_one(make_seeds, make_pdf([page, []])).warnings
    assert warning.startswith("pages without text: 2; ")


def test_a_head_that_begins_on_the_second_page_is_out(make_seeds: MakeSeeds) -> None:
    """In smaller letters above the text, or far above a sentence that goes on, it is no text."""
    first = [HEAD, *set_lines(LEFT, left=60, top=690)]
    for size, top in ((8.0, 755.0), (10.0, 790.0)):
        gap = 745 if size == 8.0 else 700
        head = (56.0, top, size, "The Norwick Ferry Gazette")
        pages = [first, [head, *set_lines(RIGHT, left=60, top=gap)]]
        document = read_one(make_seeds, make_pdf(pages))
        assert ("body", JOINED) in zones(document)
        assert "Gazette" not in document.text


def test_a_heading_over_a_second_page_is_kept(make_seeds: MakeSeeds) -> None:
    """What stands above a new sentence in the text's own letters may be a heading."""
    second = [(60.0, 715.0, 10.0, "What comes next"), *set_lines(RIGHT[2:], left=60, top=680)]
    pages = [[HEAD, *set_lines(LEFT[:6], left=60, top=690)], second]
    assert "What comes next" in read_one(make_seeds, make_pdf(pages)).text


SHORT = [
    "The town of Wick has taken back its castle for the price of one",
    "pound, a clerk said in the town hall on Monday.",
]


@pytest.mark.parametrize("day", [672.0, 678.0])
def test_a_short_file_parts_who_wrote_it_and_when_from_its_story(
    make_seeds: MakeSeeds, day: float
) -> None:
    """Where most steps are gaps, lines in which a sentence goes on tell what a line's step is."""
    page = [
        (60.0, 720.0, 20.0, "A castle comes home"),
        (60.0, 690.0, 10.0, "By Ailsa Reid"),
        (60.0, day, 10.0, "15 January 2031"),
        *set_lines(SHORT, left=60, top=657),
        (60.0, 624.0, 10.0, "The castle was sold in 1951."),
        (60.0, 603.0, 10.0, "It has no roof."),
    ]
    document = read_one(make_seeds, make_pdf([page]))
    assert zones(document) == [
        ("headline", "A castle comes home"),
        ("bio", "By Ailsa Reid"),
        ("dateline", "15 January 2031"),
        ("body", " ".join(SHORT)),
        ("body", "The castle was sold in 1951."),
        ("body", "It has no roof."),
    ]


def test_a_headline_of_two_lines_is_one(make_seeds: MakeSeeds) -> None:
    """The step from line to line is that of its own letters and not the text's."""
    head = [(60.0, 750.0, 20.0, "Norwick closes its old"), (60.0, 726.0, 20.0, "bridge until May")]
    page = [*head, *set_lines([*LEFT, *RIGHT], left=60, top=690)]
    document = read_one(make_seeds, make_pdf([page]))
    assert zones(document)[0] == ("headline", "Norwick closes its old bridge until May")


NOTES = [
    "1 Harbour Board, Report of the Year",
    "2031, page 14.",
    "2 Letter to the council, May 2031.",
]


def with_notes(mark: str = "") -> bytes:
    """Two pages of a story, the first with notes at its foot in smaller letters."""
    first = set_lines(LEFT, left=60, top=700)
    notes = set_lines([mark + line for line in NOTES], left=60, top=120, size=7)
    second = set_lines(RIGHT, left=60, top=780)
    more = set_lines(["* An hour of talk with the author."], left=60, top=100, size=7)
    return make_pdf([[HEAD, *first, *notes], [*second, *more]])


def test_notes_at_the_foot_of_a_page_are_no_text(make_seeds: MakeSeeds) -> None:
    """The sentence over the page's end is whole, and each note stands apart, on its own page."""
    document = read_one(make_seeds, with_notes())
    found = zones(document)
    assert [words for kind, words in found if kind == "body"] == [FIRST, JOINED, FERRY, LAST]
    assert [words for kind, words in found if kind == "boilerplate"] == [
        "1 Harbour Board, Report of the Year 2031, page 14.",
        "2 Letter to the council, May 2031.",
        "* An hour of talk with the author.",
    ]
    assert document.original
    assert len(document.original.pages) == 2


def test_a_column_has_notes_of_its_own(make_seeds: MakeSeeds) -> None:
    """Notes below the left column do not part it from the right one."""
    left = [*set_lines(LEFT, left=60, top=690), *set_lines(NOTES, left=60, top=560, size=7)]
    page = [HEAD, *left, *set_lines(RIGHT, left=320, top=690)]
    found = zones(read_one(make_seeds, make_pdf([page])))
    assert [words for kind, words in found if kind == "body"] == [FIRST, JOINED, FERRY, LAST]


def test_small_print_without_a_mark_is_no_note(make_seeds: MakeSeeds) -> None:
    """What stands small below the text and has neither number nor sign is kept as it was."""
    found = zones(read_one(make_seeds, with_notes("Of ")))
    assert "Of 1 Harbour Board" in " ".join(words for kind, words in found if kind == "body")
