"""What each paragraph is for, told by small pages written for these tests."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.lexicons import load_lexicon
from generator.read.zones import find_zones

LONG = "The council voted late on Tuesday to close the old bridge until the spring, a clerk said."


def zones(text: str) -> list[tuple[str, str]]:
    """Kind and words of each zone of an English text."""
    found = find_zones(text, front_matter_end=0, lexicon=load_lexicon("en"))
    return [(z.kind, text[z.start : z.end]) for z in found]


def kind_of(text: str, line: str) -> str:
    """The kind of the zone that a line of `text` became."""
    return next(kind for kind, words in zones(text) if line.startswith(words) or line in words)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sign up for our daily newsletter", "boilerplate"),
        ("Subscribe here", "boilerplate"),
        ("Read more: Why bridges fall", "boilerplate"),
        ("Follow us on Facebook", "boilerplate"),
        ("© 2024 The Daily Ferry. All rights reserved.", "boilerplate"),
        ("Source: Ferry News/ab", "boilerplate"),
        ("This article was originally published on The Ferry.", "boilerplate"),
        ("(Reporting by Ana Li; Editing by Bo Ek)", "bio"),
        ("Ngozi Ade is a lecturer in law at the University of Lagos.", "bio"),
        ("Rev. Ngozi Ade is a lecturer in law at the University of Lagos.", "bio"),
        ("A boat lies at the pier on May 3, 2024. (Photo: AFP/Lena Holt)", "caption"),
        ("Workers at the bridge. Getty Images/Ravi Rao", "caption"),
        ("ALSO: Bola Okoye opens the ferry hall", "boilerplate"),
        ("WATCH BELOW: Bola Okoye opens the ferry hall. Ada Obi has more.", "boilerplate"),
        ("Watch below the ferry hall: Bola Okoye opens it.", "body"),
        ("Watch: What the storm left of Ferry Road", "boilerplate"),
        ("Watch the ferry leave Port Tawa for the last time:", "boilerplate"),
        ("Article continued below", "boilerplate"),
        ("3 thoughts on “The ferry that never came”", "boilerplate"),
        ("5 thoughts on why the council closed the old bridge", "body"),
        ("• Email: bade@ferrynews.example | Twitter: badeferry", "boilerplate"),
        ("— With files from Ana Li and Tomasz Nowak", "bio"),
        ("With a report from The Ferry Press", "bio"),
        ("Open this photo in gallery Coach Lena Holt waits at the pier on May 3.", "caption"),
        ("Ngozi Ade and Bo Ek dance in The Tide. ( Ravi de Silva / Ferry Star )", "caption"),
        ("Ngozi Ade and Bo Ek dance in The Tide. ( Ravi de Silva / Contributed )", "caption"),
        ("A porter lifts a trunk at the pier in 1931. ( Ferry Star file photo ).", "caption"),
        ("He told the clerk to read the full report before the vote on Friday.", "body"),
        ("Watch the tide before you sail, the clerk told the crews on Friday.", "body"),
        ("She came with files from the office of the clerk on Friday.", "body"),
        ("The bridge had been shut since March. (The ferry has not.)", "body"),
        ("View the picture as a whole, the clerk said, and the trend is clear to all.", "body"),
        ("Look: no speech will save this harbour, and everybody here knows it.", "body"),
        ("She drove for two makers in her years on the road (Kestrel / Marlow).", "body"),
        ("The race went over the pass to the lake and back (Port Tawa / Kawhia).", "body"),
    ],
)
def test_line_at_the_end(line: str, kind: str) -> None:
    """A line after the story is set aside when its form or phrase says what it is."""
    assert kind_of(f"{LONG}\n\n{LONG}\n\n{line}", line) == kind


@pytest.mark.parametrize(
    "line", ["WHAT COMES NEXT", "What comes next", "A Long Way Home", "Why it matters now"]
)
def test_subhead(line: str) -> None:
    """A short line without a full stop between two paragraphs is a subhead, in any capitals."""
    for gap in ("\n", "\n\n"):
        assert kind_of(gap.join((LONG, line, LONG)), line) == "subhead"


def test_headline_standfirst_and_dateline() -> None:
    """What stands above the story is told apart; the dateline is cut from the first sentence."""
    text = (
        "Council closes the bridge\n\nThe vote came late, says our reporter Ana Li.\n\n"
        f"By Ana Li\n\nLAGOS: {LONG}\n\n{LONG}"
    )
    assert zones(text) == [
        ("headline", "Council closes the bridge"),
        ("standfirst", "The vote came late, says our reporter Ana Li."),
        ("bio", "By Ana Li"),
        ("dateline", "LAGOS:"),
        ("body", LONG),
        ("body", LONG),
    ]


def test_first_line_that_signs_for_a_paper() -> None:
    """A name and its paper above a story are its byline, not its headline."""
    text = f"Ngozi Ade, The Ferry Herald\n\n{LONG}\n\n{LONG}"
    assert zones(text)[0] == ("bio", "Ngozi Ade, The Ferry Herald")
    text = f"Ngozi Ade, a clerk of the ferry\n\n{LONG}\n\n{LONG}"
    assert zones(text)[0][0] == "headline"


def test_transcript_has_no_dateline() -> None:
    """Names in capitals before colons, again and again, are speakers of a transcript."""
    text = f"ADE: {LONG}\n\nHOLT: {LONG}\n\nADE: {LONG}"
    assert {kind for kind, _ in zones(text)} == {"body", "speaker_label"}


def test_first_sentence_is_no_headline() -> None:
    """A text that begins with its story has no headline, and none is made up."""
    assert {kind for kind, _ in zones(f"{LONG}\n{LONG}\n{LONG}")} == {"body"}


def test_quoted_person_introduced_last_is_no_author() -> None:
    """Somebody who speaks in the story is not its author for being introduced at its end."""
    text = f"{LONG}\n\n“No,” Ade said when she was asked about the bridge and its many cracks.\n\n"
    assert kind_of(text + "Ngozi Ade is a lecturer in law.", "Ngozi Ade is") == "body"


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Aug 27 (Reuters) - ",
            "NORWICK, May 12 (Reuters) - ",
            "SANDHOLM, 3 July 2031 (AP) — ",
            "LONDON (AFP) -- ",
        ),
        *("NORWICK, England, July 3, 2031 — ", "GENEVA, 12 May (UN News) – "),
        *("Norwick (NPA) — ", "San Sandal, 3 July (NPA) - "),
    ],
)
def test_a_dateline_may_have_its_day(line: str) -> None:
    """Place, day and agency before the first words are no part of the sentence."""
    for headline in ("Council closes the bridge", "The council of Norwick closes its bridge."):
        found = zones(f"{headline}\n\n{line}{LONG}\n\n{LONG}")
        assert found[1:3] == [("dateline", line.strip()), ("body", LONG)]


@pytest.mark.parametrize(
    "line",
    [
        "[NORWICK] ",
        "Norwick, 12 May 2031 – ",
        "Norwick (May 12, 2031) — ",
        "Sandholm (dpa) - ",
        "NORWICK and SANDHOLM (NPA) — ",
        "NORWICK — (NPA) — ",
        *("NORWICK | ", "NORWICK—", "Dublin/Lyon: ", "New York, 12 May 2031 – ", "ROME — "),
        *("(Adds the vote in paragraph 5) NORWICK (NPA) - ", "NORWICK: ", "NEW DELHI: "),
        *("UNITED NATIONS — ", "FORT HOOD -- ", "WEST POINT – ", "BUTTE – ", "READING — "),
        *("MOBILE — ", "CAPE MAY - ", "ABOARD THE USS LINCOLN — ", "NORWICK and READING — "),
        *(
            "Reading, 12 May 2031 – ",
            "United Nations, 12 May 2031 – ",
            "Green River, 12 May 2031 – ",
        ),
        *("West Point (12 May 2031) – ", "New Town, 12 May 1971 – "),
    ],
)
def test_a_dateline_of_other_shapes(line: str) -> None:
    """A place before a bar, a day or a dash stands before the story, which names it again."""
    story = f"{LONG} There are two in Norwick."
    assert zones(f"Council closes the bridge\n\n{line}{story}\n\n{LONG}")[1:3] == [
        ("dateline", line.strip()),
        ("body", story),
    ]


@pytest.mark.parametrize(
    "line",
    [
        *("[VIDEO] ", "OPINION | ", "EXCLUSIVE—", "UPDATE: ", "TO BE or NOT — ", "EXCLUSIVE — "),
        *(
            "Norwick Council, 12 members — ",
            "Norwick, May members — ",
            "(Applause) NORWICK, May 12 - ",
        ),
        *("Weber/Sandholm: ", "NATO—", "SCORE | Norwick 3 | ", "Lincoln/Jackson: "),
        *("ZELENSKY | ", "TOTTENHAM | ", "RUSSIA—", "LINCOLN—"),
    ],
)
def test_a_rubric_is_no_dateline(line: str) -> None:
    """What neither lists nor text know as a place, or the calendar as a day, is of the story."""
    story = f"{LONG} Zelensky, Tottenham and Norwick saw Russia, Lincoln and Weber."
    found = zones(f"Council closes the bridge\n\n{line}{story}\n\n{LONG}")
    assert ("body", f"{line}{story}") in found


@pytest.mark.parametrize(("year", "kind"), [("1921", "body"), ("2030", "dateline")])
def test_a_day_of_another_time_opens_no_story(year: str, kind: str) -> None:
    """Where the text states a day decades later, a place and a day are of its history."""
    line = f"Old Bridge, 12 May {year} – "
    found = zones(f"Council closes the bridge\n\n{line}{LONG} It ends on 14 May 2031.\n\n{LONG}")
    assert found[1][0] == kind


def test_capitals_that_a_sentence_goes_on_from_are_no_dateline() -> None:
    """*HARD TIMES — the worst …* is a sentence, *NORWICK — the council …* has a place."""
    for place, kind in (("HARD TIMES", "body"), ("NORWICK", "dateline")):
        found = zones(f"Council closes the bridge\n\n{place} — the{LONG[3:]}\n\n{LONG}")
        assert found[1][0] == kind


def test_a_place_is_one_where_the_story_says_that_something_is_there() -> None:
    """Two towns that no list has, before a colon, are a dateline of a story told in them."""
    for said, kind in (("in Norwick and at Sandholm", "dateline"), ("of Norwick", "body")):
        found = zones(
            f"Council closes the bridge\n\nNorwick/Sandholm: {LONG}\n\n{LONG} It is {said}."
        )
        assert found[1][0] == kind


@pytest.mark.parametrize(
    ("mark", "kept"),
    [
        ("[edit]", False),
        ("[edit | edit source]", False),
        ("[change | change source]", False),
        ("[sic]", True),
    ],
)
def test_a_mark_behind_a_subhead(mark: str, kept: bool) -> None:
    """A wiki's link to a form is none of the heading's words, the writer's own remark is."""
    text = f"Council closes the bridge\n\n{LONG}\n\nThe councel {mark}\n\n{LONG}\n\n{LONG}"
    assert (("subhead", f"The councel {mark}") in zones(text)) == kept


def test_a_dateline_may_open_a_short_lead_behind_a_headline() -> None:
    """Behind a headline with a full stop the first words have one too, however few they are."""
    lead = "The bridge of Norwick is closed, the mayor said."
    found = zones(f"Norwick closes its bridge.\n\nNORWICK (NPA) — {lead}\n\n{LONG}\n\n{LONG}")
    assert ("dateline", "NORWICK (NPA) —") in found
    assert ("body", lead) in found


def test_a_line_with_a_dateline_is_no_standfirst() -> None:
    """The story's first words may stand right under the headline, with a credit below them."""
    lead = "NORWICK -- The bridge of the town is closed for a year, the mayor said on Friday."
    found = zones(f"Norwick closes its bridge\n\n{lead}\n\nPhoto by Ada Obi\n\n{LONG}\n\n{LONG}")
    assert "standfirst" not in {kind for kind, _ in found}
    assert ("dateline", "NORWICK --") in found


def test_a_dateline_stands_beside_rubrics() -> None:
    """*KEEPING SCORE: …* further on take nothing from the place before a dash."""
    found = zones(f"NORWICK -- {LONG}\n\nKEEPING SCORE: {LONG}\n\nTHE QUOTE: {LONG}")
    assert [kind for kind, _ in found] == ["dateline", "body", "body", "body"]


def test_a_rubric_behind_the_first_words_is_no_dateline() -> None:
    """*WHY NOW: …* in a story's second paragraph is its own words."""
    found = zones(f"{LONG}\n\nWHY NOW: {LONG}\n\n{LONG}")
    assert all(kind != "dateline" for kind, _ in found)


def test_a_sentence_over_a_blank_line_is_one_paragraph() -> None:
    """Who said it stands below the quotation, in small letters; a new sentence is a paragraph."""
    quote, said = "“The bridge is past its life, and we cannot keep patching it,”", "said Ada Obi."
    found = zones(f"Council closes the bridge\n\n{LONG}\n\n{quote}\n\n{said}\n\n{LONG}")
    assert ("body", f"{quote}\n\n{said}") in found
    apart = zones(f"Council closes the bridge\n\n{LONG}\n\n{quote}\n\nAda Obi said no.\n\n{LONG}")
    assert ("body", quote) in apart


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines wrapped at a fixed width are joined; paragraphs on lines of their own are not."""
    wrapped = "The council voted late on Tuesday to close the\nold bridge until the spring, "
    wrapped += "said a clerk\n"
    wrapped += "who had been at the meeting."
    assert len(zones(wrapped)) == 1
    assert len(zones(f"{LONG}\n{LONG}\n{LONG}")) == 3


@given(st.text(alphabet=st.sampled_from("aB .\n\t“”\"'#-—:|1(é日"), max_size=300))
def test_zones_cover_all_that_is_not_white(text: str) -> None:
    """Zones lie inside the text, do not overlap, and leave out nothing but white space."""
    found = find_zones(text, front_matter_end=0, lexicon=load_lexicon("en"))
    at = 0
    for zone in found:
        assert at <= zone.start < zone.end <= len(text)
        assert not text[at : zone.start].strip()
        at = zone.end
    assert not text[at:].strip()


MENU = "Skip to main content\n\nHome\n\nWeather\n\nCulture\n\nLog in\n\n"


@pytest.mark.parametrize("gap", ["\t", "    ", " | "])
def test_rows_of_numbers_are_a_table(gap: str) -> None:
    """Three lines or more of as many short cells, most with a number; two lines are none."""
    rows = [gap.join(row) for row in (("Year", "Ships", "Lights"), ("2031", "1,400", "9"))]
    table = "\n".join([*rows, gap.join(("2032", "900", "8"))])
    text = f"Council closes the bridge\n\n{LONG}\n\n{{}}\n\n{LONG}"
    found = zones(text.format(table))
    assert {words for kind, words in found if kind == "boilerplate"} == set(table.split("\n"))
    assert "boilerplate" not in {kind for kind, _ in zones(text.format(gap.join(("Norwick", "3"))))}


TABLES = (
    ("Norwick | 12", "Sandholm | 1,400", "Ely | 9"),
    ("Town | Ships", "Norwick | 12", "Sandholm | 1,400"),
    ("Norwick | 09:15 | 10:20", "Sandholm | 09:45 | 10:50", "Ely | 10:15 | 11:20"),
    ("Ada Obi | 12 | elected", "Li Wei | 9 | beaten", "Ida Lind | 3 | beaten"),
)
NO_TABLES = (
    ("1. | Close the bridge", "2. | Raise the toll", "3. | Open a ferry"),
    ("1 | Close the bridge", "2 | Raise the toll", "3 | Open a ferry"),
    ("(1) | Lind resigns.", "(2) | Obi pays Lind.", "(3) | Nobody sues."),
    ("1998 | Ferry sank off Norwick", "2003 | Obi became mayor", "2019 | Bridge closed"),
    ("09:15 | Ada Obi resigns", "09:30 | Council meets", "10:00 | Lind elected"),
    ("Monday | 09:15 | Obi resigns", "Monday | 09:30 | Council meets", "Monday | 10:00 | It ends"),
    ("Ada Obi resigns | 09:15", "Council meets | 09:30", "Lind elected | 10:00"),
    ("00:01 | Good morning, Obi.", "00:04 | Is Lind resigning?", "00:08 | Yes, on Monday."),
    ("[00:01] | Lind: Are you sad", "[00:03] | Obi: Never", "[00:05] | Lind: Why"),
    ("LIND: | 42", "OBI: | 12", "LIND: | 14"),
    ("Question | 42", "Answer | No.", "Question | 14"),
    ("Lind | 42", "Obi | No", "Lind | 14"),
)


@pytest.mark.parametrize("rows", TABLES + NO_TABLES)
@pytest.mark.parametrize("gap", ["\t", "  ", " | "])
def test_lists_chronologies_and_turns_are_no_table(rows: tuple[str, ...], gap: str) -> None:
    """A table has its numbers behind the first cells; those only count, or say when."""
    lines = "\n".join(rows).replace(" | ", gap)
    text = f"Council closes the bridge\n\n{LONG}\n\n{lines}\n\n{LONG}"
    read = find_zones(text, front_matter_end=0, lexicon=load_lexicon("en"))
    assert ("table_row" in {zone.rule for zone in read}) == (rows in TABLES)


@pytest.mark.parametrize(("story", "named"), [("Quercus robur", False), ("Quercus Robur", True)])
def test_words_that_are_written_small_are_no_name(story: str, named: bool) -> None:
    """A line of two rare words under a headline is a name, unless the story writes them small."""
    text = f"Oaks of the bridge\n\nQuercus Robur\n\n{LONG} They are of {story}.\n\n{LONG}"
    assert (("bio", "Quercus Robur") in zones(text)) == named


@pytest.mark.parametrize(
    ("below", "named"),
    [
        *((f"nkechi.eze@norwickpost.example {end}", True) for end in ("", "#eze")),
        *((line, True) for line in ("www.norwick.example/authors/nkechi-eze", "(@eze)")),
        ("Its eze is wet.", True),
        ("Its eze is a nkechi.", False),
    ],
)
def test_a_name_in_an_address_is_not_written_small(below: str, named: bool) -> None:
    """Links and handles are all small; of words that are no name, the story writes each so."""
    text = f"Council closes the bridge\n\nNkechi Eze\n\n{LONG}\n\n{LONG}\n\n{below}"
    assert (("bio", "Nkechi Eze") in zones(text)) == named


def test_headline_behind_a_menu() -> None:
    """A pasted page's menu is set aside, and the headline behind it is found."""
    story = f"Council closes the bridge\n\nBy Ana Li\n\n{LONG}\n\n"
    page = f"{MENU}{story}Most read\n\nFive good soups\n\n"
    found = zones(page)
    assert [words for kind, words in found if kind == "headline"] == ["Council closes the bridge"]
    assert [words for kind, words in found if kind == "body"] == [LONG]


def test_short_headline_over_a_short_story() -> None:
    """A first line with a byline under it is the headline, however short the story is."""
    assert (
        kind_of("Pier to open\n\nBy Ana Li\n\nThe pier opens soon.", "Pier to open") == "headline"
    )


@pytest.mark.parametrize(
    "line",
    [
        "5/12/31, 3:48 PM            Council closes the bridge | Ferry Mail",
        "https://ferry.example/bridge                1/2",
        "FOR IMMEDIATE RELEASE",
        "214-555-0101 (Office)",
        "Last modified on Tue 13 May 2031 11.20 BST",
    ],
)
def test_line_of_a_page(line: str) -> None:
    """What a browser, a press office or a site added is set aside wherever it stands."""
    assert kind_of(f"{line}\n\n{LONG}\n\n{LONG}", line) == "boilerplate"
    assert kind_of(f"{LONG}\n\n{LONG}\n\n{line}", line) == "boilerplate"


@pytest.mark.parametrize("width", [44, 72, 130])
def test_lines_of_any_width_are_one_paragraph(width: int) -> None:
    """Lines that a program broke at some width are one paragraph, whatever the width is."""
    wrapped = fill(f"{LONG} Mr Ek said so. {LONG} It opens in May. {LONG}", width)
    assert zones(wrapped) == [("body", wrapped)]


def test_lines_copied_from_print_without_blank_lines() -> None:
    """A full line's sentence goes on below with a capital as well; a headline's line does not."""
    lines = [
        "The council of Norwick will close the old bridge for good in",
        "April, and the ferry will run until midnight from then on as",
        "the mayor had said.",
        "Nobody has said what will become of the stones, which were a",
        "gift of the king in the year of the flood, or of the iron of",
        "Marlow.",
    ]
    head = "Council closes the old bridge of Norwick after a long debate"
    found = zones("\n".join([head, "By Ana Li", *lines]))
    assert found == [
        ("headline", head),
        ("bio", "By Ana Li"),
        ("body", "\n".join(lines[:3])),
        ("body", "\n".join(lines[3:])),
    ]
    alone = [line for line in zones("\n".join([head, *lines])) if line[0] == "headline"]
    assert alone == [("headline", head)]


def test_a_quotation_behind_the_margin_begins_a_paragraph() -> None:
    """Paragraphs that are set in from the margin may begin with a mark."""
    first = "   The council voted late on Tuesday to close the bridge\nof Norwick until the spring."
    quote = "   “We have looked at every one of the piers,” said Li\nWei, a clerk, on Tuesday."
    third = "   The ferry will run until midnight from then on, Rune\nDale said, and longer in May."
    found = zones(f"Council closes bridge\n\n{first}\n{quote}\n{third}")
    body = [words for kind, words in found if kind == "body"]
    assert body == [first.strip(), quote.strip(), third.strip()]


def test_line_broken_after_a_comma() -> None:
    """Two lines are one paragraph where the first ends in a comma."""
    text = "The council voted late on Tuesday to close the bridge, the mayor,\nAna Li, said."
    assert zones(text) == [("body", text)]


def test_headline_again() -> None:
    """The headline under a page's title is no second headline and no story."""
    title = "Council closes the old bridge"
    text = f"{title} | Ferry Mail\n\n{title}\n\n{LONG}"
    assert [kind for kind, _ in zones(text)] == ["headline", "boilerplate", "boilerplate", "body"]


def test_turn_is_no_headline() -> None:
    """The first turn of a talk is no headline; a record's subject is, under the record's name."""
    talk = f"Ana Li: Will it close?\n\nBo Ek: {LONG}\n\nAna Li: And then?\n\nBo Ek: {LONG}"
    assert "headline" not in {kind for kind, _ in zones(talk)}
    record = f"TOWN ASSEMBLY\n\n6 May 2024\n\nDebate on the old bridge\n\n{talk}"
    assert kind_of(record, "Debate on the old bridge") == "headline"


ISSUED = "Harbour Trust runs two ports. The trust said in 2019 that it would build a third."
RELEASE = f"NEWS RELEASE\n\nTrust opens a pier\n\n{LONG}\n\n“It is long,” said Ana Li."


@pytest.mark.parametrize("heading", ["About Harbour Trust", "About the Harbour Trust of Norwick"])
def test_what_an_issuer_says_of_itself_is_no_story(heading: str) -> None:
    """The note at a press release's end is set aside with its heading."""
    found = zones(f"{RELEASE}\n\n{heading}\n{ISSUED}\n\n# # #")
    assert ("boilerplate", heading) in found
    assert ("boilerplate", ISSUED) in found
    assert ("body", "“It is long,” said Ana Li.") in found


def test_a_story_about_a_body_is_kept() -> None:
    """No note: without a release's lines, or where the paragraph below tells of another thing."""
    plain = RELEASE.removeprefix("NEWS RELEASE\n\n")
    assert ("body", ISSUED) in zones(f"{plain}\n\nAbout Harbour Trust\n{ISSUED}\n\n# # #")
    assert ("body", ISSUED) in zones(f"{RELEASE}\n\nAbout the Mayor\n{ISSUED}\n\n# # #")


@pytest.mark.parametrize(
    "line",
    [
        "skip past newsletter promotion",
        "after newsletter promotion",
        "after advertisement",
        "Privacy Notice: Newsletters may contain words on charities, and what others paid for.",
    ],
)
def test_a_box_inside_a_story_is_no_story(line: str) -> None:
    """What leads around a box, and what it says of those who sign up, is the page's."""
    assert kind_of(f"{LONG}\n\n{line}\n\n{LONG}", line) == "boilerplate"


@pytest.mark.parametrize("between", ["\nReply\nwim77\n", "\n\nwim77\n"])
def test_readers_who_wrote_at_a_time(between: str) -> None:
    """Below the number of comments a name over a time of day is a reader's."""
    said = "Typical. I will swim across at night, said the fish to the bridge."
    more = "The mayor must resign at once, and so must the bridge, if you ask me."
    comments = f"Comments (214)\nada\n12 May 2031 10.02\n{said}{between}12 May 2031 10.40\n{more}"
    found = zones(f"Council closes bridge\n\n{LONG}\n\n{LONG}\n\n{comments}")
    assert [words for kind, words in found if kind == "body"] == [LONG, LONG]


CORRECTIONS = [
    "Correction (May 12): the bridge has nine piers, and the mayor is Ana Li.",
    "Clarification, 12 May 2031: the bridge has nine piers, a clerk said.",
    "• This article was amended on 12 May 2031. An earlier version said that it had six piers.",
    "This story has been corrected to show that the mayor, Ana Li, said that it had nine piers.",
    "An earlier version of this article misstated what the mayor had said.",
    "Because of an editing error, an earlier version of this story gave a wrong number.",
    "The caption of a previous version of this report named the wrong bridge.",
    "We have updated this piece to make clear who spoke.",
    "An article in some editions on May 12 about the bridge of Norwick misstated its age.",
    "A picture caption on Friday with a report on the bridge misidentified the mayor.",
    "(This version corrects the spelling of the mayor's name in paragraph two)",
]


@pytest.mark.parametrize("line", CORRECTIONS)
def test_a_note_of_correction_is_no_story(line: str) -> None:
    """What a paper says of its own text is set aside above the story and below it."""
    assert kind_of(f"{LONG}\n\n{LONG}\n\n{line}", line) == "boilerplate"
    assert kind_of(f"Council closes bridge\n\n{line}\n\n{LONG}\n\n{LONG}", line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "This report was amended by the council on Tuesday, which had asked for more piers.",
        "An earlier version of the law said that the bridge would have nine piers.",
        "The article was amended in 2031 to allow for the bridge, a judge of the court said.",
        "An article that the paper ran on Friday misstated the toll, the mayor said.",
        "An article published on Tuesday in the Harbour Herald incorrectly claimed that it fell.",
        "More households subscribe to the paper than a year ago, the company said on Monday.",
        "In signing the treaty, Norwick accepted the terms that Sandholm had set in May.",
        "The mayor’s newsletter told residents of it, and 3,000 of them were quick to sign up.",
        "The officer was not the intended recipient of the parcel, the police told the court.",
        "“Feel free to share my tax returns,” Ms Obi told the crowd on Monday.",
        "This audio was generated by a machine, the court heard on Monday.",
        "A map drawn on Friday shows the bridge.",
        "Correction officers of the county closed the bridge at noon, a clerk said: it was ice.",
    ],
)
def test_what_a_story_tells_of_texts_is_story(line: str) -> None:
    """Other texts are amended and have versions too."""
    assert kind_of(f"{LONG}\n\n{line}\n\n{LONG}", line) == "body"
