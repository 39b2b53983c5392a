"""What stands below a story: notes of a release, signatures, small print, links of a site."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
TITLE = "Harbour Trust wins an award for quiet ferries"
STORY = (
    "The Harbour Trust has won the Green Oar award for its nine quiet ferries, it said on Monday.",
    "Trust director Moira Finch said: “Our crews have earned every inch of it.”",
)
BODY = "\n\n".join(STORY)
RELEASE = f"News release\n\nFor immediate release: 7 May 2031\n\n{TITLE}\n\n{BODY}\n\n"
ENDS = {
    "notes to editors": RELEASE + "Notes to editors\n\n1. The Trust was founded in 1988.\n",
    "notes without a mark above": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\nNotes for editors:\n"
    "The Trust was founded in 1988 and runs nine ferries across the bay every day.\n",
    "marks around the end": RELEASE + "- ENDS -\n\nThe Trust runs nine ferries in the bay.\n",
    "a sign for the end": RELEASE + "###\n\nThe Trust runs nine ferries in the bay.\n",
    "a press office": f"{RELEASE}Press office\nHarbour Trust\n+64 555 0100\nmedia@trust.example\n",
    "a letter box": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\nmfinch@trust.example\n",
    "a newsletter": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\n"
    "The Tide newsletter is our guide to the week on the bay. Sign up here.\n",
    "links of a paper": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\nSave\nShare\nLicense this article\n"
    "From our partners\nCORRECTIONS AND CLARIFICATIONS|SUBMIT NEWS TIP\n",
    "consent": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\nBy providing an email address. I agree to the "
    "Terms of Use and acknowledge that I have read the Privacy Policy.\n",
    "labels of a blog": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\nLabels: ferries, bay\n",
    "counts of a network": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\n"
    "1,204 Retweets 88 Quotes 9,112 Likes\n",
    "tags": f"{TITLE}\n\n7 May 2031\n\n{BODY}\n\n#ferries #bay/quiet\n",
    "a caption by its label": f"{TITLE}\n\n7 May 2031\n\n{STORY[0]}\n\n"
    f"Image caption: The oar on its wall\n\n{STORY[1]}\n",
}
MAIL = "From: Moira Finch <moira@trust.example>\nDate: Wed, 7 May 2031 09:00:00 +0000\n"
MAILS = {
    "a closing": f"{BODY}\n\nBest regards,\nMoira Finch\nHarbour Trust\n+64 555 0100\n",
    "a closing above an earlier mail": f"{BODY}\n\nThanks!\n\nMoira\n\n-----Original Message-----\n"
    "From: Desk\nSent: Tuesday, 6 May 2031 09:00\n\nDid the Trust win it this year as well?\n",
    "small print": f"{BODY}\n\nThis message and its attachments are confidential. If you are not "
    "the intended recipient, please delete it.\n",
}


def told(document: Document) -> str:
    """What is read as the story, its white space as one blank."""
    zones = (z for z in document.zones if z.kind in ("body", "subhead"))
    return " ".join(" ".join(document.text[z.start : z.end] for z in zones).split())


@pytest.mark.parametrize("form", ENDS)
def test_the_story_ends_above(make_seeds: MakeSeeds, form: str) -> None:
    """What follows a story is set aside, and the story is whole."""
    (document,) = read_seeds(make_seeds({"a.txt": ENDS[form]})).documents
    assert told(document) == " ".join(BODY.split())
    assert document.metadata.title
    assert document.metadata.title.value == TITLE


@pytest.mark.parametrize("form", MAILS)
def test_a_mail_ends_above_its_closing(make_seeds: MakeSeeds, form: str) -> None:
    """Who signs a mail, and what a program adds, is no text of it."""
    head = f"{MAIL}Subject: {TITLE}\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"
    (document,) = read_seeds(make_seeds({"a.eml": head + MAILS[form]})).documents
    assert told(document) == " ".join(BODY.split())


def test_a_mail_s_head_in_letters_as_they_stand(make_seeds: MakeSeeds) -> None:
    """A head that is not coded as the standard asks is read as the UTF-8 that it is."""
    head = "From: María José Salas <m@trust.example>\nSubject: Fähre fährt — leise Fähre\n"
    text = f"{head}Date: Wed, 7 May 2031 09:00:00 +0000\nMIME-Version: 1.0\n\n{BODY}\n"
    stated = read_seeds(make_seeds({"a.eml": text})).documents[0].metadata
    assert stated.title
    assert stated.title.value == "Fähre fährt — leise Fähre"
    assert tuple(a.value for a in stated.authors) == ("María José Salas",)


def test_thanks_inside_a_mail_close_nothing(make_seeds: MakeSeeds) -> None:
    """Above more of the story the words of a closing are thanks."""
    head = f"{MAIL}Subject: {TITLE}\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"
    text = f"{head}{STORY[0]}\n\nThanks!\n\n{STORY[1]}\n"
    (document,) = read_seeds(make_seeds({"a.eml": text})).documents
    assert STORY[1] in told(document)


def test_a_second_release_in_a_file_is_read(make_seeds: MakeSeeds) -> None:
    """What stands below the end of a short release is no note where it is longer than that."""
    (document,) = read_seeds(make_seeds({"a.txt": f"{RELEASE}###\n\n{BODY}\n\n{BODY}\n"})).documents
    assert told(document).count("Green Oar") == 3
