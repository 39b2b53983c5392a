"""Records of turns in the forms that programs and parliaments write them in."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
NO_TITLES = frozenset({"00:00:12", "Norwick Town Hall", "ADA OBI, called by the roofers, sworn"})
SAID = (
    "The roof leaks every winter, and we have no money to mend it.",
    "That is what the council was told last year, and nothing came of it.",
    "I would not say nothing. We bought forty buckets and a ladder.",
    "Forty buckets do not make a roof, if I may say so.",
)
A, B, C = "Ada Obi", "Li Wei", "Ida van der Berg"
RECORDS: Mapping[str, tuple[str, tuple[str | None, ...]]] = {
    "a time behind the name": (
        (
            f"Council meeting\n\n{A}  0:05\n{SAID[0]}\n\n{B}  1:10\n{SAID[1]}\n\n"
            f"{A}  2:00\n{SAID[2]}\n\n{B}  2:40\n{SAID[3]}\n"
        ),
        (A, B, A, B),
    ),
    "small words of names and of offices": (
        (
            f"{C}: {SAID[0]}\n\nMinister for the Harbour: {SAID[1]}\n\n"
            f"{C}: {SAID[2]}\n\nMinister for the Harbour: {SAID[3]}\n"
        ),
        (C, "Minister for the Harbour", C, "Minister for the Harbour"),
    ),
    "a time in brackets behind the name": (
        (
            f"{A} (00:05):\n{SAID[0]}\n\n{B} (01:10):\n{SAID[1]}\n\n"
            f"{A} (02:00):\n{SAID[2]}\n\n{B} (02:40):\n{SAID[3]}\n"
        ),
        (A, B, A, B),
    ),
    "day and time before the name": (
        (
            f"[12/05/2031, 08:05:11] {A}: {SAID[0]}\n[12/05/2031, 08:06:11] {B}: {SAID[1]}\n"
            f"[12/05/2031, 08:07:11] {A}: {SAID[2]}\n[12/05/2031, 08:08:11] {B}: {SAID[3]}\n"
        ),
        (A, B, A, B),
    ),
    "seat and party below the name": (
        (
            f"{A}\n(Norwick South) (Lab)\n{SAID[0]}\n\n{B}\n(Sandal) (Con)\n{SAID[1]}\n\n"
            f"{A}\n{SAID[2]}\n\n{B}\n{SAID[3]}\n"
        ),
        (A, B, A, B),
    ),
    "a briefing with questions from the room": (
        (
            f"Press Briefing by Press Secretary {A}\n\nMay 12, 2031\n\nMS. OBI: {SAID[0]}\n\n"
            f"Q    Thank you, Ada. Is the roof safe?\n\nMS. OBI: {SAID[1]}\n\n"
            f"Q    And the ladder?\n\nMS. OBI: {SAID[2]}\n"
        ),
        (A, None, A, None, A),
    ),
    "a surname in capitals before a full stop": (
        (
            f"HEARING ON THE HARBOUR\n\nMs. OBI. {SAID[0]}\n\nMr. WEI. {SAID[1]}\n\n"
            f"Ms. OBI. {SAID[2]}\n\nMr. WEI. {SAID[3]}\n"
        ),
        ("OBI", "WEI", "OBI", "WEI"),
    ),
    "numbered questions on single lines": (
        (
            "House of Norwick\nTuesday 4 March 2031\nOral Answers to Questions\nROOFS\n"
            f"1. {A} (Norwick South) (Lab): {SAID[0]} [904512]\n"
            f"The Secretary for Roofs (Helen Marsh): {SAID[1]}\n{A}: {SAID[2]}\n"
            f"Helen Marsh: {SAID[3]}\n"
        ),
        (A, "Helen Marsh", A, "Helen Marsh"),
    ),
    "an office, a surname in capitals and a place in brackets": (
        (
            f"SENATE\n\nRoads: second debate\n\nSenator OBI-HALL (Eastern District): {SAID[0]}\n\n"
            f"Senator WEI (Minister for Roads): {SAID[1]} [Hear, hear.]\n\n"
            f"The PRESIDENT: {SAID[2]} [Interruption.]\n"
        ),
        ("OBI-HALL", "WEI", None),
    ),
    "a title and a full name before a full stop, in French": (
        (
            "ASSEMBLÉE DE TARNE\n\nSéance du lundi 12 mai 2031\n\nLa séance est ouverte "
            "à quinze heures."
            "\n\nM. le président. La parole est à Mme Irène Malvaud, ministre des transports.\n\n"
            "Mme Irène Malvaud, ministre des transports. La route sera fermée pendant "
            "deux ans encore."
            "\n\nM. Denis Fabrol. Vous n’avez consulté personne, madame la ministre.\n\n"
            "Mme Irène Malvaud, ministre. Nous avons consulté le port et la ville.\n\n"
            "M. Denis Fabrol. Ce n’est pas la même chose.\n\nLa séance est levée à seize heures.\n"
        ),
        (None, "Irène Malvaud", "Denis Fabrol", "Irène Malvaud", "Denis Fabrol"),
    ),
    "a deposition with numbered lines": (
        (
            "                    14\n 1            ADA OBI,\n"
            " 2  having been first duly sworn, testified as follows:\n"
            " 3                   EXAMINATION\n 4  BY MR. LINDE:\n"
            " 5       Q.   When did you first hear of the roof?\n"
            " 6       A.   The roof leaks every winter, and we\n 7  have no money to mend it.\n"
            " 8            MS. REYL:  Objection, that is hearsay.\n 9  BY MR. LINDE:\n"
            "10       Q.   And what did you do about it then?\n"
            "11       A.   I told the council in the spring.\n                    15\n"
            " 1       Q.   Did they answer you?\n 2       A.   Not for two months.\n"
        ),
        ("LINDE", "ADA OBI", "REYL", "LINDE", "ADA OBI", "LINDE", "ADA OBI"),
    ),
    "initials": (
        (
            f"The roof of Norwick\n\n{A} talks to {B}, the treasurer\n\nAO: {SAID[0]}\n\n"
            f"LW: {SAID[1]}\n\nAO: {SAID[2]}\n\nLW: {SAID[3]}\n"
        ),
        (A, B, A, B),
    ),
    "a parliament's page with links to share": (
        (
            "Roof of Norwick\nVolume 8: debated on Monday 12 May 2031\n\nMs Ada "
            "Obi\n(Norwick South) (Lab)\n"
            f"Share this contribution\n{SAID[0]}\n\nThe Secretary of State for Roofs\n(Li Wei)\n"
            f"Share this contribution\n{SAID[1]}\n\nMs Obi\nShare this contribution\n{SAID[2]}\n\n"
            f"Li Wei\nShare this contribution\n{SAID[3]}\n"
        ),
        (A, "Secretary of State for Roofs", A, B),
    ),
    "captions with a time above each name": (
        (
            f"00:00:12\nUnidentified Speaker\n{SAID[0]}\n00:00:20\n{B}\n{SAID[1]}\n00:00:31\n"
            f"Unidentified Speaker\n{SAID[2]}\n00:00:40\n{B}\n{SAID[3]}\n"
        ),
        (None, B, None, B),
    ),
    "remarks by one in office, and a room that asks": (
        (
            f"Remarks by Prime Minister Obi at the Roof\n\nMay 12, 2031\n\nNorwick Town Hall\n\n"
            f"11:05 A.M. CEST\n\nTHE PRIME MINISTER: {SAID[0]}\n\nQ    Prime Minister, "
            f"who pays?\n\n"
            f"THE PRIME MINISTER: {SAID[1]}\n\nQ    And when will that be?\n\n"
            f"THE PRIME MINISTER: {SAID[2]}\n\nEND 11:20 A.M. CEST\n"
        ),
        ("Obi", None, "Obi", None, "Obi"),
    ),
    "a list of members with leaders": (
        (
            "9999th meeting\nMonday, 12 May 2031, 10 a.m.\n\nPresident: Mr. Reyl . . . "
            ". . . . . (Norland)\n"
            "Members: Estland . . . . . . . . Ms. Vold\n\nThe roof of the harbour\n\n"
            f"The President: {SAID[0]}\n\nMs. Vold (Estland): {SAID[1]}\n\n"
            f"Mr. Linde (Marland): {SAID[2]}\n\nThe President: {SAID[3]}\n"
        ),
        ("Reyl", "Vold", "Linde", "Reyl"),
    ),
    "a court in capitals": (
        (
            "SUPERIOR COURT OF NORWICK\n\nTHE ROOFERS v. NORWICK\n\nADA OBI, called by "
            "the roofers, "
            f"sworn\n\nDIRECT EXAMINATION BY MR. LINDE\n\nQ. Is the roof safe?\nA. {SAID[0]}\n"
            "Q. Since when?\nA. Since last year, as the council was told.\n\n"
            f"CROSS-EXAMINATION BY MS. REYL\n\nQ. Did you tell anybody?\nA. {SAID[2]}\n"
        ),
        ("LINDE", "ADA OBI", "LINDE", "ADA OBI", "REYL", "ADA OBI"),
    ),
    "one who has an initial like a title": (
        f"Debate\n\nMr M A KOLO: {SAID[0]}\n\nMrs T OBI: {SAID[1]}\n\nMr M A KOLO: {SAID[2]}\n",
        ("M A KOLO", "T OBI", "M A KOLO"),
    ),
}

SHORT_TURNS: Mapping[str, tuple[str, tuple[str | None, ...]]] = {
    "short answers below names that come again": (
        (
            f"{A}\n{SAID[0]}\n\n{B}\n{SAID[1]}\n\n{A}\n{SAID[2]}\n\n{B}\nForty.\n\n"
            f"{A}\nThank you.\n\n{B}\n{SAID[3]}\n"
        ),
        (A, B, A, B, A, B),
    ),
    "a call whose names come again above short answers only": (
        (
            f"Norwick Roofs call\n\nParticipants\n\n{A} – CEO, Norwick Roofs\n\n"
            f"{B} – Analyst, Quay Bank\n\nPresentation\n\n{A} – CEO, Norwick Roofs\n\n"
            f"{SAID[0]}\n\n{B} – Analyst, Quay Bank\n\n{SAID[1]}\n\n"
            f"{A} – CEO, Norwick Roofs\n\nIn March.\n\n{B} – Analyst, Quay Bank\n\nThanks.\n"
        ),
        (A, B, A, B),
    ),
    "a seat behind a name and a name behind an office": (
        (
            f"Leaking Roofs Bill\nVolume 12: debated on Monday 12 May 2031\n\n"
            f"Considered in Committee\n\n"
            f"The Secretary of State for Roofs ({A})\n{SAID[0]}\n\n{B} (Quay Valley) (Lab)\n"
            f"{SAID[1]}\n\n{A}\n{SAID[2]}\n\nHon. Members\nShame!\n\n{B}\n{SAID[3]}\n\n"
            "The House divided: Ayes 12, Noes 40.\n"
        ),
        (A, B, A, None, B),
    ),
    "an office and a surname": (
        (
            f"Remarks by Minister {A} on the roof\n\nMINISTER OBI: {SAID[0]}\n\n"
            f"QUESTION: Is it safe?\n\nMINISTER OBI: {SAID[1]}\n\nQUESTION: (Inaudible.)\n\n"
            f"MINISTER OBI: {SAID[2]}\n"
        ),
        (A, None, A, A),
    ),
    "names, and then their initials": (
        (
            f"# The treasurer\n\n*By {A}, 4 June 2031*\n\n**{A}:** Who paid for the roof?\n\n"
            f"**{B}:** {SAID[0]}\n\n**AO:** And who pays for the ladder?\n\n**LW:** {SAID[1]}\n"
        ),
        (A, B, A, B),
    ),
    "a vote and an oath between turns": (
        (
            f"President: Mr. Reyl (Norland)\n\nThe President: {SAID[0]}\n\n"
            f"Ms. Vold (Estland): {SAID[1]}\n\nA recorded vote was taken.\n\n"
            f"The President: {SAID[2]}\n\n{A.upper()},\nhaving been duly sworn, testified:\n\n"
            f"Ms. Vold (Estland): {SAID[3]}\n"
        ),
        ("Reyl", "Vold", "Reyl", "Vold"),
    ),
    "the chair's name above, in French": (
        (
            "ASSEMBLÉE DE TARNE\n\nSéance du lundi 12 mai 2031\n\nPrésidence de Mme Ada Obi\n\n"
            "Mme la présidente. La parole est à M. Denis Fabrol.\n\n"
            "M. Denis Fabrol. Vous n’avez consulté personne dans cette affaire.\n\n"
            "Mme la présidente. Nous avons consulté le port et la ville.\n\n"
            "M. Denis Fabrol. Ce n’est pas la même chose.\n"
        ),
        (A, "Denis Fabrol", A, "Denis Fabrol"),
    ),
    "times in bold labels, then given names": (
        (
            f"**[00:00:04] Host (Mara Linde):** {SAID[0]}\n\n**[00:00:21] {B}:** {SAID[1]}\n\n"
            f"**[00:00:25] Mara:** {SAID[2]}\n\n"
            f"**[00:00:29] {B.partition(' ')[0]}:** {SAID[3]}\n"
        ),
        ("Mara Linde", B, "Mara Linde", B),
    ),
    "a title in brackets behind a title": (
        (
            "NATIONAL ASSEMBLY\n\nTHE ROOFS BILL\n\n"
            f"Hon. (Dr.) {A} (Norwick, NPP): {SAID[0]}\n\n(Applause)\n\n"
            f"Hon. Speaker: {SAID[1]}\n\nHon. {B} (Sandholm, SPP): {SAID[2]}\n"
        ),
        (A, None, B),
    ),
    "labels with a company, listed with it above": (
        (
            f"Harbour Mills – results call\n\nPARTICIPANTS\n{A} Harbour Mills - CEO\n"
            f"{B} Harbour Mills - CFO\n\nOperator\n\nGood day, and welcome to this call.\n\n"
            f"{A} - Harbour Mills - CEO\n\n{SAID[0]}\n\n{B} - Harbour Mills - CFO\n\n{SAID[1]}\n"
        ),
        (None, A, B),
    ),
    "whose deposition it is": (
        (
            f"DEPOSITION OF {A.upper()}\n\nEXAMINATION\n\nBY MR. LINDE:\n\n"
            f"Q    Please state your name.\n\nA    {A}.\n\n"
            f"Q    Did you sign it?\n\nA    {SAID[0]}\n\nMS. REYL: Objection to form.\n"
        ),
        ("LINDE", A.upper(), "LINDE", A.upper(), "REYL"),
    ),
    "an introduction that ends in the name": (
        (
            f"HOST: Good evening. With me is Professor {A}.\n\nOBI: {SAID[0]}\n\n"
            f"HOST: Since when?\n\nOBI: {SAID[1]}\n\nHOST: And now?\n\nOBI: {SAID[2]}\n"
        ),
        (None, A, None, A, None, A),
    ),
}


def speakers(document: Document) -> tuple[str | None, ...]:
    """Whom the record names for each turn, None where it names nobody."""
    places = [turn.named or (turn.label if turn.person else None) for turn in document.turns]
    return tuple(document.text[p.start : p.end] if p else None for p in places)


@pytest.mark.parametrize("form", RECORDS)
def test_each_turn_has_its_speaker(make_seeds: MakeSeeds, form: str) -> None:
    """Labels are found in each form, and what is said is the turn's."""
    text, expected = RECORDS[form]
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    assert speakers(document) == expected
    assert document.metadata.genre
    assert document.metadata.genre.value == "transcript"
    said = [document.text[p.start : p.end] for turn in document.turns for p in turn.said]
    assert SAID[0] in said or "madame la ministre" in said[2]
    assert document.metadata.title is None or not document.metadata.title.value.startswith(
        A.upper()
    )


@pytest.mark.parametrize("form", SHORT_TURNS)
def test_short_turns_and_offices_have_their_speakers(make_seeds: MakeSeeds, form: str) -> None:
    """A known label begins a turn whatever stands below; procedure is nobody's words."""
    text, expected = SHORT_TURNS[form]
    (document,) = read_seeds(make_seeds({"a.md" if "**" in text else "a.txt": text})).documents
    assert speakers(document) == expected
    said = [document.text[p.start : p.end] for turn in document.turns for p in turn.said]
    assert len(said) == len(expected)
    assert document.metadata.genre
    assert document.metadata.genre.value == "transcript"


def test_the_title_of_a_debate_is_no_step_of_procedure(make_seeds: MakeSeeds) -> None:
    """*Considered in Committee* says what happened to the bill above it."""
    text, _ = SHORT_TURNS["a seat behind a name and a name behind an office"]
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    assert document.metadata.title
    assert document.metadata.title.value == "Leaking Roofs Bill"


def test_the_title_of_a_podcast_is_above_its_guest(make_seeds: MakeSeeds) -> None:
    """A list of hosts and a guest with a title is no name of the episode."""
    text = f"The Long Roof, episode 4: Gutters\nHosts: {A} and {C}\nGuest: Dr. {B}, roofer\n\n"
    said = f"{A}: {SAID[0]}\n\n{B}: {SAID[1]}\n\n{A}: {SAID[2]}\n"
    (document,) = read_seeds(make_seeds({"a.txt": text + said})).documents
    assert document.metadata.title
    assert document.metadata.title.value == "The Long Roof, episode 4: Gutters"


@pytest.mark.parametrize("second", ["ADA OBI", "LI WEI"])
def test_who_narrates_where_one_or_two_report(make_seeds: MakeSeeds, second: str) -> None:
    """*V/O* is the reporter's where the record names one; of two it stays open."""
    broadcast = (Path(__file__).parent / "transcripts" / "broadcast_1.txt").read_text("utf-8")
    head = f"REPORTER: ADA OBI\nREPORTER: {second}"
    text = broadcast.replace("REPORTER: ADA OBI", head)
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    expected = "ADA OBI" if second == "ADA OBI" else None
    narrated = [t for t in document.turns if document.text[t.label.start :].startswith("V/O")]
    assert {t.named and document.text[t.named.start : t.named.end] for t in narrated} == {expected}


def test_the_title_of_a_call_is_above_its_list_of_names(make_seeds: MakeSeeds) -> None:
    """Neither an entry of the list nor the heading over it names the record."""
    text = (
        "Norwick Roofs plc (NRP) First Quarter Call\nMay 12, 2031 9:00 AM ET\n\nCompany "
        "Participants"
        f"\n\n{A} - Chief Executive Officer\n\nConference Call Participants\n\n{B} - Quay Bank\n\n"
        f"Presentation\n\nOperator\n\nGood morning and "
        f"welcome.\n\n{A}\n\n{SAID[0]}\n\n{B}\n\n{SAID[1]}\n"
    )
    (document,) = read_seeds(make_seeds({"a.txt": text})).documents
    assert document.metadata.title
    assert document.metadata.title.value == "Norwick Roofs plc (NRP) First Quarter Call"


def test_prose_that_begins_with_a_title_is_no_record(make_seeds: MakeSeeds) -> None:
    """*Mr. Wei.* needs capitals: a paragraph may end a short sentence in a name."""
    text = "\n\n".join(f"Mr. Wei. {words}" for words in SAID)
    (document,) = read_seeds(make_seeds({"a.txt": f"The roof of Norwick\n\n{text}"})).documents
    assert document.turns == ()


INTRODUCTION = (
    f"# The treasurer who bought buckets\n\n{B} has kept the council's money for years.\n\n"
)
QUESTIONS = "\n\n".join(
    f"**{asked}**\n\n{said}"
    for asked, said in zip(
        ("Does the roof leak?", "Mr Wei, was the council told?", "And who paid?"),
        SAID,
        strict=False,
    )
)


def test_questions_in_bold_print_are_answered_by_whom_they_address(make_seeds: MakeSeeds) -> None:
    """An interview without labels: its answers belong to the person whom its head names."""
    text = INTRODUCTION.replace("years.", f"years. He met {A} there.") + QUESTIONS
    (document,) = read_seeds(make_seeds({"a.md": text})).documents
    assert speakers(document) == (B, B, B)
    said = [document.text[p.start : p.end] for turn in document.turns for p in turn.said]
    assert tuple(said) == SAID[:3]
    assert document.metadata.genre
    assert document.metadata.genre.value == "transcript"


@pytest.mark.parametrize(
    ("head", "who"),
    [
        (f"The last roofer\n\nAn interview with the head of the roofers, {A}.", A),
        (f"Interview: the last roofer\n\n{A} has mended roofs for forty years.", None),
        (f"The widow\n\nThe town still mourns {A}, who fell in May. We asked his widow.", None),
        (f"A son remembers\n\nTen years ago {A} drowned in the river. His son met us.", None),
        (f"The lawyer\n\nThe lawyer of {A} spoke to us. He would not give his name.", None),
        (f"The lawyer\n\nAn interview with the lawyer of {A}.", None),
        (f"The widow\n\nAn interview with {A}’s widow.", None),
        (f"Interview: the engineer\n\nThe engineer spoke to our reporter {A}.", None),
        (f"The engineer\n\nThe engineer spoke to our reporter {A}.", None),
        (f"Your questions\n\n{A} wants to close the bridge. Here is what it means.", None),
        (f"The new rule\n\nThe rule was signed by {A} on Monday. We explain it.", None),
        (f"The last roofer\n\nAn interview with {A}, who leads the roofers.", A),
    ],
)
def test_answers_are_of_the_one_who_is_said_to_give_them(
    make_seeds: MakeSeeds, head: str, who: str | None
) -> None:
    """*A:* is whom the head says it is with; that it names one person alone is not enough."""
    talk = "\n\n".join(f"Q: Why is that so?\n\nA: {said}" for said in SAID[:2])
    (document,) = read_seeds(make_seeds({"a.txt": f"{head}\n\n{talk}\n"})).documents
    answers = document.turns[1::2]
    assert len(answers) == 2
    named = [t.named and document.text[t.named.start : t.named.end] for t in answers]
    assert named == [who, who]


def test_a_sentence_that_begins_behind_a_word_is_no_name(make_seeds: MakeSeeds) -> None:
    """*in March. They* names nobody: only an initial and a title keep their full stop."""
    text = INTRODUCTION.replace("years.", "years, and left in March. They spoke there.")
    (document,) = read_seeds(
        make_seeds({"a.md": text + QUESTIONS.replace("Mr Wei, w", "W")})
    ).documents
    assert speakers(document) == (B, B, B)


BREAKS = "".join(
    f"<p><strong>{asked}</strong>{end}{said}</p>"
    for asked, said, end in (
        ("Does the roof leak?", SAID[0], "</p><p>"),
        ("Was the council </strong><strong>told?", SAID[1], "<br>"),
        ("And who paid?", SAID[2], "<br/>"),
    )
)


def test_bold_questions_of_a_page(make_seeds: MakeSeeds) -> None:
    """On a web page they stand in bold parts, in a paragraph of their own or before a break."""
    lead = f"<p>{B} has kept the council's money for years, and he speaks of it here.</p>"
    title = "The treasurer who bought buckets"
    page = f"<html><body><article><h1>{title}</h1>{lead}{BREAKS}</article></body></html>"
    (document,) = read_seeds(make_seeds({"a.html": page})).documents
    assert speakers(document) == (B, B, B)


def test_answers_of_nobody_in_particular_stay_open(make_seeds: MakeSeeds) -> None:
    """Where two are named and none is addressed, nobody is taken."""
    head = INTRODUCTION.replace("years.", f"years. He met {A} there.")
    text = head + QUESTIONS.replace("Mr Wei, was", "Was")
    (document,) = read_seeds(make_seeds({"a.md": text})).documents
    assert document.turns == ()


def test_two_questions_make_no_interview(make_seeds: MakeSeeds) -> None:
    """Headings of an article may ask."""
    text = INTRODUCTION + QUESTIONS.rsplit("\n\n**", 1)[0]
    (document,) = read_seeds(make_seeds({"a.md": text})).documents
    assert document.turns == ()
    assert document.metadata.genre is None
