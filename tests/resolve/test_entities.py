"""Who is who: names from every continent, each case a text that one can read aloud."""

import pytest
from made_corpora import MakeSeeds, check_marks

from generator.language.pipeline import LanguageModel

SURNAMES = {
    "surname": "{a person:Nelson Mandela} spoke in Soweto. {a:Mandela} thanked the crowd.",
    "honorific": "{a person:Angela Merkel} arrived late. {a:Mrs Merkel} apologised.",
    "honorific with stop": "{a person:Jacinda Ardern} resigned. {a:Ms. Ardern} gave no reason.",
    "role before surname": "{a person:Wangari Maathai} won. Professor {a:Maathai} planted a tree.",
    "middle initial": "{a person:John F. Kennedy} was elected. {a:Kennedy} won by a hair.",
    "middle name left out": (
        "{a person:George Walker Bush} signed the bill. {a:George Bush} then left the room."
    ),
    "initials": "{a person:J. K. Rowling} wrote the book. {a:Rowling} sold the rights.",
    "initials and a place": "{a person:Billy King} of Leeds spoke. {a:B. King} of Leeds won.",
    "initials and two places": (
        "{a person:Billy King} of Leeds spoke. No one agreed. We met {b person:B. King} of Norwick."
    ),
    "initials without stops": "{a person:JD Vance} spoke first. {a:Vance} was brief.",
    "given name alone": "{a person:Malala Yousafzai} was shot at 15. {a:Malala} recovered.",
    "junior": "{a person:Robert Downey Jr.} arrived. {a:Downey} smiled.",
    "particle": "{a person:Charles de Gaulle} fled to London. {a:De Gaulle} spoke on the radio.",
    "von": "{a person:Ursula von der Leyen} met the envoys. {a:Von der Leyen} was pleased.",
    "van": "{a person:Dick van Dyke} danced. {a:Van Dyke} is a comedian.",
    "bin": "{a person:Mohammed bin Salman} flew to Cairo. Prince {a:Mohammed} returned on Monday.",
    "al with hyphen": "{a person:Bashar al-Assad} ruled Syria. {a:Assad} fled to Moscow.",
    "al with hyphen kept": "{a person:Bashar al-Assad} ruled on. {a:Al-Assad} denied it.",
    "O and apostrophe": "{a person:Sinead O'Connor} sang. {a:O'Connor} was applauded.",
    "Mc": "{a person:Mitch McConnell} voted no. {a:McConnell} explained his vote.",
    "double-barrelled": (
        "{a person:Alexandria Ocasio-Cortez} tweeted. {a:Ocasio-Cortez} was not amused."
    ),
    "genitive": "{a person:Boris Johnson} won. {a:Johnson}’s party cheered.",
    "capitals in a heading": "COULD {a:MERKEL} WALK AWAY?\n\n{a person:Angela Merkel} is tired.",
    "surname in a quotation": (
        "{a person:Luiz Inácio Lula da Silva} won. “We trust {a:Lula} with the country,” "
        "said {b person:Fernando Haddad}."
    ),
    "Spanish": "{a person:Gabriel Boric} took office in Santiago. {a:Boric} promised reform.",
    "Polish": "{a person:Donald Tusk} returned to Warsaw. {a:Tusk} formed a government.",
    "Hungarian": "{a person:Viktor Orban} blocked the deal. {a:Orban} spoke to reporters.",
    "Turkish": "{a person:Recep Tayyip Erdogan} won again. {a:Erdogan} thanked his voters.",
    "Finnish": "{a person:Sanna Marin} lost the vote. {a:Marin} conceded defeat.",
    "Nigerian": "{a person:Ngozi Okonjo-Iweala} leads the body. {a:Okonjo-Iweala} spoke.",
    "Kenyan": "{a person:Uhuru Kenyatta} met the rebels. {a:Kenyatta} urged calm.",
    "Ethiopian": "{a person:Abiy Ahmed} won the prize. {a:Abiy} sent troops north.",
    "Ghanaian": "{a person:Kofi Annan} resigned. Mr {a:Annan} blamed both sides.",
    "Indian": "{a person:Narendra Modi} opened the port. {a:Modi} praised the workers.",
    "Pakistani": "{a person:Imran Khan} was arrested. {a:Khan} denies the charges.",
    "Chinese, family name first": "{a person:Xi Jinping} visited Hanoi. {a:Xi} signed the pact.",
    "Chinese, surname with title": "{a person:Li Keqiang} spoke. Premier {a:Li} warned of risks.",
    "Korean, hyphen": "{a person:Kim Jong-un} watched the launch. {a:Kim} smiled.",
    "Korean, three words": "{a person:Ban Ki-moon} chaired the talks. Mr {a:Ban} was hopeful.",
    "Japanese": "{a person:Shinzo Abe} called an election. {a:Abe} won easily.",
    "Vietnamese": "{a person:Nguyen Phu Trong} was buried. {a:Trong} led the party.",
    "Indonesian": "{a person:Joko Widodo} opened the summit. {a:Widodo} welcomed the guests.",
    "Australian": "{a person:Anthony Albanese} won. {a:Albanese} promised to listen.",
    "Māori and English": "{a person:Winston Peters} resigned. {a:Peters} attacked the media.",
    "Argentine": "{a person:Javier Milei} cut the budget. {a:Milei} defended the cuts.",
    "Mexican, two surnames": (
        "{a person:Claudia Sheinbaum Pardo} took the oath. {a:Claudia Sheinbaum} smiled."
    ),
    "Canadian": "{a person:Justin Trudeau} resigned. {a:Trudeau} had led the party since 2013.",
    "Iranian": "{a person:Masoud Pezeshkian} was elected. {a:Pezeshkian} is a surgeon.",
    "Israeli": "{a person:Benjamin Netanyahu} refused. {a:Netanyahu} blamed his rivals.",
    "Ukrainian": "{a person:Volodymyr Zelenskyy} flew to Paris. {a:Zelenskyy} asked for help.",
    "monarch": "{a person:King Charles} met {b person:Queen Camilla}’s guests. {a:Charles} smiled.",
    "family name first, with a courtesy": "{a person:Li Wei} spoke. Mr {a:Wei} smiled.",
    "pope": "{a person:Pope Francis} prayed. {a:Francis} was tired.",
}
APART = {
    "two of one surname": (
        "{a person:Bill Clinton} met {b person:Hillary Clinton}. {a:Bill Clinton} left early."
    ),
    "bare surname fits both": (
        "{a person:Bill Clinton} and {b person:Hillary Clinton} came. {-:Clinton} was tired."
    ),
    "a surname that was somebody's alone, and a brother who does nothing": (
        "{a person:Grace Asante} came. {a:Asante} sat down with {b person:Paul Asante}. "
        "{a:Asante} was tired."
    ),
    "a surname that was somebody's alone, and a brother who acts": (
        "{a person:Grace Asante} came. {a:Asante} sat down. {b person:Paul Asante} sang a song. "
        "{-:Asante} was tired."
    ),
    "a surname that was nobody's alone": (
        "{a person:Grace Asante} came. She sat down with {b person:Paul Asante}. "
        "{-:Asante} was tired."
    ),
    "the title tells": (
        "{a person:Bill Clinton} and {b person:Hillary Clinton} came. {b:Mrs Clinton} spoke."
    ),
    "a regnal name and a given name of somebody else": (
        "{a person:Pope Leo} sent a letter. {b person:Leo Brandt}, a cellist, played. "
        "{b:Brandt} was cold."
    ),
    "an office, and a relative who is called so": (
        "{a person:President Diaz} won. The first lady, {b person:Carla Diaz}, voted. "
        "{a:President Diaz} said that roads would follow."
    ),
    "an office of one of two with a surname": (
        "{a person:Governor Paul Asante} and his wife, {b person:Grace Asante}, came. "
        "{a:Governor Asante} spoke. {b:Mrs Asante} listened."
    ),
    "a regnal name and a family name": (
        "I thank {a person:Pope Francis} for it. Mr {b person:Dennis Francis} spoke."
    ),
    "brothers": "{a person:Jason Miliband} beat {b person:David Miliband}.",
    "the name of who reigns is no surname": (
        "I thank {a person:Pope Francis}. Mr. {b person:Dennis Francis} was president."
    ),
    "an office, and a relative who has none": (
        "{a person:Governor Makinde} opened the clinic. A choir led by {b person:Tosin Makinde} "
        "sang. {a:Governor Makinde} thanked the nurses, and {-:Makinde} waved."
    ),
    "an office, and its holder in full": (
        "{a person:Governor Makinde} opened the clinic. The governor, {a:Tosin Makinde}, sang. "
        "{a:Makinde} waved."
    ),
    "a courtesy before the full name": (
        "{a person:Mr Makinde} opened the clinic. {a:Tosin Makinde} sang, and {a:Makinde} waved."
    ),
    "unlike given names": "{a person:Michael Jordan} and {b person:Vernon Jordan} played golf.",
    "another suffix": (
        "{a person:Donald Trump} arrived. {b person:Donald Trump Jr.} drove the second car."
    ),
    "company named after a person": (
        "{a person:Henry Ford} was born in 1863. The {b organisation:Ford Motor Company} grew fast."
    ),
    "administration": (
        "{a person:Barack Obama} left. The {b organisation:Obama administration} had signed it."
    ),
    "foundation": (
        "{a person:Bill Gates} gave money. The {b organisation:Gates Foundation} spent it."
    ),
    "university of a town": (
        "She moved to {a place:Leeds}. The {b organisation:University of Sheffield} hired her."
    ),
    "people and country": "{a country:France} and the {b group:Germans} disagreed.",
    "country and person": (
        "{a person:Michael Jordan} flew in. {a:Jordan} was late. {b person:Larry Bird} waited."
    ),
    "two countries of one name part": (
        "{a country:North Korea} warned {b country:South Korea} on Monday."
    ),
}
ACROSS = {
    "full name in two documents": (
        "{a person:Emmanuel Macron} spoke in Lyon.\n===\n{a:Emmanuel Macron} flew to Rome."
    ),
    "surname in the other document, same company": (
        "{a person:Emmanuel Macron} met {b person:Olaf Scholz}.\n===\n"
        "{b:Olaf Scholz} waited. President {a:Macron} was late."
    ),
    "spelling with the same first name": (
        "{a person:Volodymyr Zelensky} spoke.\n===\n{a:Volodymyr Zelenskyy} left."
    ),
    "near surname, another first name": (
        "{a person:Peter Larsen} spoke.\n===\n{b person:Jens Larssen} left."
    ),
    "surname elsewhere, strangers": (
        "{a person:Peter Larsen} spoke about fish in Bergen.\n===\n"
        "{b person:Mr Larsen} opened a bakery in Ohio."
    ),
    "country by its names": (
        "The {a country:US} objected.\n===\nThe {a:United States} agreed. {a:America} waited."
    ),
    "country with stops": "{a country:U.S.} troops left.\n===\nThe {a:USA} denied it.",
    "Britain": "{a country:Britain} left.\n===\nThe {a:UK} and the {a:United Kingdom} are one.",
    "acronym learnt": (
        "The {a organisation:Royal Irish Academy (RIA)} met. The {a:RIA} voted on Friday."
    ),
    "company suffix": (
        "{a organisation:Acme Holdings Ltd} fell. Shares of {a:Acme} lost a tenth on Monday, and "
        "{a:Acme Holdings} said so."
    ),
    "family name first or last": "{a person:Li Wei} spoke. {a:Mr Wei} left on Friday.",
    "nickname": ("{a person:Thomas Foley} and {b person:Newt Gingrich} met. {a:Tom Foley} spoke."),
}
PARTIES = {
    "seat of government": "{a country:Russia} protested. The {a:Kremlin} called it absurd.",
    "capital acts": "{a country:China} objected. {a:Beijing} warned of sanctions.",
    "capital as a place": "{a country:France} won. They met in {b place:Paris} on Friday.",
    "capitals listed": "Relations between {a country:Moscow} and {b country:Beijing} cooled.",
    "White House": "{a country:America} waited. The {a:White House} declined to comment.",
    "Brussels is the union": (
        "The {a organisation:European Union} met. {a:Brussels} rejected the plan."
    ),
    "hyphened countries": "A {a country:US}-{b country:Russia} reset failed, {a:Washington} said.",
    "hyphened persons": (
        "{a person:Steve Witkoff} met {b person:Vladimir Putin}. The {a:Witkoff}-{b:Putin} channel "
        "stayed open."
    ),
    "adjective": "The {a country:Brazilian} president spoke. {a:Brazil} is large.",
    "Vatican": "The {a country:Vatican} offered to host talks.",
    "country in an office": "{b person:Marco Rubio} is the {a country:US} secretary of state.",
    "groups": (
        "The {a group:European leaders} met in secret. Later the {a:European leaders} dined with "
        "{b group:Asian allies}."
    ),
    "a region mostly in settings": "They live in {a place:Africa}. He died in {a:Africa}.",
    "a metonym in a compound": "{a country:China} waited. The pro-{a:Beijing} camp won.",
    "NATO": (
        "{a country:Sweden} joined {b organisation:NATO}. The {b:North Atlantic Treaty "
        "Organization} was pleased."
    ),
}
NOBODY = {
    "months": "It rained in {-:May} and again in {-:June}.",
    "weekdays": "{a person:Anna Lindh} left on {-:Monday}. {a:Lindh} returned on {-:Friday}.",
    "sentence starts": "{-:Yesterday} it rained. {-:Outside} the wind blew.",
    "role alone": "{-:President} of the club, he rose. The {-:Prime Minister} waited.",
    "nouns in capitals by habit": (
        "We read the {-:Terms} and sign the {-:Form} with the {-:Owner}. The {-:Tenant} told the "
        "{-:Team} that the {-:Service} was slow. The {a organisation:Repair Committee} met on "
        "Monday. The {-:Tenant} told the {a:Committee} so."
    ),
    "a negation before a name": (
        "He described it in his 1998 autobiography, My Name’s {-:Not Efua}. It sold well."
    ),
    "bodies by their short names": (
        "The senator told the {a organisation:House} that the {b organisation:Senate} would wait. "
        "The {c organisation:Court} agreed."
    ),
    "capital headings": "A {-:SHAKY} {-:PEACE} FOR NOBODY\n\nThe wind blew and the rain fell.",
}


@pytest.mark.parametrize("case", SURNAMES.values(), ids=SURNAMES.keys())
def test_one_person_is_one_actor(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """The forms of one person's name are one actor, on every continent."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize("case", APART.values(), ids=APART.keys())
def test_two_are_two(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Persons of one surname, and bodies named after persons, stay apart."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize("case", ACROSS.values(), ids=ACROSS.keys())
def test_names_across_documents(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Names meet across documents and spellings only with a reason."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize("case", PARTIES.values(), ids=PARTIES.keys())
def test_countries_and_their_seats(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A country is one actor by all its words; a capital is its government only where it acts."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize("case", NOBODY.values(), ids=NOBODY.keys())
def test_nothing_that_is_not_there(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Capitals alone make nobody."""
    check_marks(case, model, make_seeds)
