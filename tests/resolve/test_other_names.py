"""Other names of one actor: what a text says, what letters and abbreviations tell, and no more."""

import pytest
from made_corpora import MakeSeeds, check_marks

from generator.language.pipeline import LanguageModel

SAME = {
    "acronym without brackets": (
        "The {a organisation:Nairobi Water Authority} met. The {a:NWA} raised its prices."
    ),
    "acronym of a genitive": (
        "Two guards of the {a organisation:Lesotho People's Congress} left. The {a:LPC} mourned."
    ),
    "acronym in square brackets": (
        "The {a organisation:Nepal Workers' Union} [{a:NWU}] called a strike. The {a:NWU} won."
    ),
    "acronym of some of the words": (
        "The {a organisation:Northern Irrigation Canal Management Board} ({a:NICB}) met. "
        "The {a:NICB} voted."
    ),
    "abbreviation": (
        "They climbed {a place:Mount Kenya} at night. The view from {a:Mt Kenya} was wide."
    ),
    "the end of a long name": (
        "{a person:Aung San Suu Kyi} was freed. {a:Suu Kyi} waved to the crowd."
    ),
    "a surname that is also a title": (
        "They saw {a person:Martin Luther King Jr.} in Atlanta. {a:Martin Luther King Jr.} wept."
    ),
    "a surname that is also a place": (
        "{a person:Park Geun-hye} spoke in Seoul. {a:President Park} left early."
    ),
    "a company's suffix, said once": (
        "The port sold ships to {a organisation:Sealift Ltd} in April. {a:Sealift} was pleased."
    ),
    "a surname that opens a sentence in another text": (
        "{a person:Joyce Banda} met {b person:Olusegun Obasanjo} in Abuja.\n===\n"
        "{b:Olusegun Obasanjo} was late. {a:Banda} waited for an hour."
    ),
    "ampersand": (
        "{a organisation:Mehta & Sons Ltd} sold tea. Later {a:Mehta and Sons Ltd} sold rice."
    ),
    "state of": (
        "He lives in {a place:Tasmania}. The {a:State of Tasmania} is an island. "
        "They sailed to {a:Tasmania}."
    ),
    "our Nation": (
        "The people of {a country:Ghana} voted. “I love our {a:Nation} very much,” said Ann Lee."
    ),
    "the North": (
        "{a country:North Korea} fired at {b country:South Korea}. Then the {a:North} fell silent."
    ),
    "a team by its last word": (
        "The {a organisation:Denver Badgers} won on Sunday. The {a:Badgers} had lost before."
    ),
    "a team in a title that opens a sentence": (
        "The {a organisation:Denver Badgers} won on Sunday. {a:Badgers} coach {b person:Ann Lee} "
        "was not there."
    ),
    "the team that the text is about": (
        "The {a organisation:Denver Badgers} won. The {a:Denver Badgers} play in June. Fans of the "
        "{a:Denver Badgers} sang. They beat the {b organisation:Tulsa Badgers}. "
        "Then the {a:Badgers} left."
    ),
    "better known as": (
        "{a person:Wanjiru Kamau}, better known as {a:Grace Kamau}, sang. {a:Grace Kamau} bowed."
    ),
    "born": (
        "{a person:Maya Torres} (born {a:Lucia Ramirez}) sang in Quito. {a:Lucia Ramirez} was shy."
    ),
    "nickname before a known surname": (
        "{a person:Maurice Okafor} coached the team. {a:Mo Okafor} was loved by everybody."
    ),
    "an initial in texts about the same people": (
        "{a person:Daniel Mwangi} met {b person:Joyce Banda} in Mombasa.\n===\n"
        "{b:Joyce Banda} waited. {a:D. Mwangi} signed the papers."
    ),
    "two bare surnames tell of each other": (
        "{a person:Joyce Banda} met {b person:Olusegun Obasanjo} in Abuja.\n===\n"
        "{b:Mr Obasanjo} was late. {a:Mrs Banda} waited for an hour."
    ),
}
APART = {
    "two bodies with the same initials": (
        "The {a organisation:Peru Workers Union} and the {b organisation:Paris Writers Union} met. "
        "The {c:PWU} voted."
    ),
    "the word for a kind of body": (
        "The {a organisation:Civic Party} won. The {b organisation:Labour Party} lost."
    ),
    "one bare surname among strangers": (
        "{a person:Joyce Banda} met {b person:Olusegun Obasanjo} in Abuja.\n===\n"
        "{c person:Mrs Banda} sold bread in Lima. It rained."
    ),
    "an initial among strangers": (
        "{a person:Daniel Mwangi} met {b person:Joyce Banda} in Mombasa.\n===\n"
        "{c person:D. Mwangi} baked bread in Lima."
    ),
    "an initial that two have": (
        "{a person:Daniel Mwangi} and {b person:David Mwangi} met {d person:Joyce Banda}.\n===\n"
        "{d:Joyce Banda} waited. {c person:D. Mwangi} signed the papers."
    ),
    "another first name": (
        "{a person:Maurice Okafor} coached the team. {b person:Daniel Okafor} was not there."
    ),
    "our Nation, between two": (
        "{a country:Ghana} met {b country:Togo}. “I love our Nation very much,” said Ann Lee."
    ),
    "the North of one country": "{a country:Ghana} is hot. {b place:The North} is dry.",
    "a month that opens a sentence": (
        "{a person:Theresa May} met {b person:Olusegun Obasanjo} in Abuja.\n===\n"
        "{b:Olusegun Obasanjo} was late. {-:May} was wet."
    ),
    "father and son": (
        "{a person:Martin Luther King Jr.} met {b person:Martin Luther King Sr.} in Atlanta."
    ),
    "a family": "{a person:Bill Clinton} arrived. The {b:Clintons} own a house in Chappaqua.",
    "a place named after somebody": (
        "{a person:Wangari Maathai} planted trees. The {b place:Maathai Park} was opened in May."
    ),
    "born in a town": "{a person:Maya Torres}, born in {b place:Lima}, sang.",
}


@pytest.mark.parametrize("case", SAME.values(), ids=SAME.keys())
def test_other_names_of_one_actor(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """What is said to be another name, or is its short form, is the same actor."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize("case", APART.values(), ids=APART.keys())
def test_no_more_than_is_told(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Where two could be meant, or nobody says so, names stay apart."""
    check_marks(case, model, make_seeds)
