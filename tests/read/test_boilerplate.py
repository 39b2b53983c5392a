"""Lines of a page are set aside by their own words, a sentence of a story that has them is not."""

import pytest

from generator.language.lexicons import Lexicon
from generator.read.zones.boilerplate import find_phrase_rule

ENGLISH = Lexicon("en")
STORY = (
    "Her reader-supported newsletter has four thousand subscribers, the writer said.",
    "The Ferry is a reader-supported publication, which is why it has no owner.",
    "A company that says that it values your feedback",
    "The jury asked how relevant is this ad to children under ten.",
    "The prospectus contains forward-looking statements that the regulator called vague.",
    "Forward-looking statements by the bank moved the market on Monday.",
    "A label below the text says that this summary is AI-generated.",
    "The town asks you to update your preferences for the new bins by May.",
    "Messages between the two ministers were end-to-end encrypted, the inquiry heard.",
    "Skip next section of the walk if the tide is high.",
    "The two say that they do not work for, consult, own shares in the firm any more.",
    "The union provides funding as a member of the alliance, its treasurer said.",
    "The paper will offer paywall-free articles to schools from the autumn.",
    "Text is available under each picture in the museum for visitors who ask.",
    "This article may change how the party sees the issues of the day.",
    "For further information the court will call a second witness on Friday.",
    "Yesterday at 3 he left.",
    "We want our comments on the plan to be read, the residents wrote.",
    "An official website of the party was hacked on Monday, it said.",
    "Here’s how you know that a bridge is tired, an engineer says.",
    "Transcribed by hand in 1820, the letters were lost for a century.",
    "The 40th meeting ended early.",
    "The bank told its clients of the loss in a newsletter.",
    "+2 000 000, according to Ada Lind",
    "Flight 001 2031 – a timeline",
    "Year (2019) 2020-2021",
    "Flight 001 2031 (a timeline",
    "Pier 012 345",
    "and/or",
    "he/she",
    "Unlock the gate for free",
    "Add to my worries",
    "Powered by coal",
    "Powered by the tide",
    "More on the quay were angry than were glad about it.",
)
PAGE = (
    "Quay Notes is a reader-supported publication. To receive new posts, become a subscriber.",
    "Norwick News values your feedback",
    "1. How relevant is this ad to you?",
    "This press release contains forward-looking statements within the meaning of the law.",
    "Forward-looking statements",
    "Cautionary note regarding forward-looking statements:",
    "This summary is AI-generated and may contain mistakes.",
    "The comments doubt the cost. This summary is AI-generated.",
    "The ability to gift paywall-free articles is a subscriber only benefit.",
    "You can update your preferences or unsubscribe from this list.",
    "Skip next section Most read",
    "Ada Obi does not work for, consult, own shares in or receive funding from any company.",
    "The University of Norwick provides funding as a founding member of The Conversation.",
    "Text is available under the Creative Commons Attribution-ShareAlike License.",
    "This article needs additional citations for verification.",
    "For more information, please contact the press office.",
    "For further information about the works contact Ada Obi.",
    "Today at 9:05 AM",
    "An official website of the Norwick government",
    "Here’s how you know",
    "Transcribed by https://scribe.example",
    "9040th meeting (AM)",
    "More on this story",
    "Written by Ada Obi",
    "+47 22 555 010 (Press office)",
    "(030) 555 0101 | Press office",
    "(01632) 555 010",
    "jsi/ab (AFP, dpa)",
    "Powered by WordPress",
    "Search this site",
    "Get link",
    "in our free newsletter",
)


@pytest.mark.parametrize("line", STORY)
def test_a_sentence_of_a_story_stays(line: str) -> None:
    """The words of a notice inside a sentence do not make it one."""
    assert find_phrase_rule(line, ENGLISH) is None


@pytest.mark.parametrize("line", PAGE)
def test_a_line_of_a_page_is_set_aside(line: str) -> None:
    """A notice in its own words is the page's."""
    assert find_phrase_rule(line, ENGLISH)
