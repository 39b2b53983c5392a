"""Sentences that can stand alone (``+``) and sentences that lean on another (``-``)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.context_dependence import find_context_dependences
from generator.language.connectives import opening_connective
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import ContextDependence
from generator.model.text import Document, Metadata, Sentence, Zone


def dependence_of(text: str, model: LanguageModel) -> ContextDependence:
    """What the stage says of a text that is one sentence."""
    zone = Zone(0, len(text), "body", "running_text", 1)
    sentence = Sentence("s", 0, len(text), 1, "body")
    document = Document(
        "one", "one.txt", "text/plain", "", "", text, "en", Metadata(), (zone,), (sentence,)
    )
    runs = find_quoted_runs(text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    (found,) = find_context_dependences(document, parse, lexicon=Lexicon("en"))
    return found


CASES = [
    "+ Russia is clearly not ready for any concessions yet.",
    "- It keeps insisting that its neighbour accept the demands.",
    "- He did add, however, that the talks would go on.",
    "+ The minister said he would resign.",
    "+ After her speech, Angela Merkel left the hall.",
    "- After his call with the president, he reportedly flew home.",
    "- But getting the deal over the line will be hard.",
    "- And they make a reset improbable.",
    "- However, the court ruled against the company.",
    "- On the contrary, the terms were harsh.",
    "- In this context, the sequence of calls is telling.",
    "- This strategy failed in Europe.",
    "- These are critical to the government.",
    "- Both outcomes would hurt the economy.",
    "+ Both France and Germany rejected the plan.",
    "- The question is whether either is realistic.",
    "- Neither was accepted by the union.",
    "+ Neither the government nor the union accepted the plan.",
    "+ It is unlikely that parliament will change its approach.",
    "+ It seems clear that the mission has been abandoned.",
    "- It was abandoned in the spring.",
    "+ This week, the bank raised its main rate.",
    "- This has raised fears in the capital.",
    "+ Those who fled the town spoke of chaos.",
    "- Those were the last survivors.",
    "- Such a deal would end the war.",
    "+ At least four earthquakes rattled the region on Monday.",
    "+ A police officer acknowledged that he had pushed the man.",
    "+ The captain scored another impressive goal on Saturday.",
    "- Another problem is the price.",
    "+ It looked as if half the country was on fire.",
    "- “It is the greatest thing one can witness,” said Larry Toy, an astronomer.",
    "+ “Eclipses are the greatest thing to witness,” said Larry Toy, an astronomer.",
    "+ Larry Toy, an astronomer, said of the eclipse: “It is the greatest thing one can witness.”",
    "+ The question was who should be counted as a citizen.",
    "- This is why the bank failed.",
    "+ If the terms were right, the rivals might seal a deal, but such a deal would not last.",
    "- The move surprised investors.",
    "+ The move to cut rates surprised investors.",
    "- The mayor also called for calm.",
    "- There has been no let-up in the fighting since.",
    "- Will the minister resign?",
    "- Click here to read the summary.",
    "- A quiet day in the capital.",
    "- Even the president admitted defeat.",
    "+ Even if the vote passes, the bank will keep its rate.",
    "+ Supporting the war is essential for China in its rivalry with the United States.",
    "+ The company, which employs 300 people, said it would close its plant.",
    "- Meanwhile, prices rose in the south.",
    "- The company earned 90 million euros in the last year.",
    "- The prime minister appointed Karel Bilek in his place.",
    "+ The company of Olga Stein earned 90 million euros.",
    "+ Lenna Hydro said the company would sell its dams.",
    "+ Prices rose in the south, while wages in the north fell.",
    "- Police could not say how many shots were fired.",
    "- It was unclear who had ordered the raid.",
    "- The condition of Ines Duarte was not immediately known.",
    "- Ines Duarte declined to comment on the sale.",
    "+ The minister did not tell parliament about the leak.",
    "+ Ines Duarte refused to sign the treaty.",
    "- In blaming Oslo, hints that a deal may come.",
    "+ “Nobody was harmed,” insists Ines Duarte.",
    "- But after the court of Oslo quashed the permit, the dam was sold.",
    "- And when the dam of Tarn burst, Ines Duarte fled.",
    "- In their view, farmers could win the vote in Oslo.",
    "- That delay in Oslo means farmers must wait.",
    "+ Ines Duarte sold that part of the town to Oslo.",
    "- There, the crew of the ferry met Ines Duarte.",
    "+ There is a ferry from Oslo to Tarn.",
    "- Other critics want Ines Duarte to resign.",
    "+ Ines Duarte met other critics in Oslo.",
    "- How Ines Duarte sells the ferries of Oslo.",
    "- The fire that raged through here was driven by the wind.",
    "+ The fire in Oslo raged through here and in Tarn.",
    "- As the park's chief biologist, he counts the deer of Tarn.",
    "- A blaze was also said to be under control.",
    "- Two days later, Ines Duarte sold the ferry to Oslo.",
    "- For one thing, Ines Duarte sold the ferry to Oslo.",
    "- Well, Ines Duarte has sold the ferry to Oslo.",
    "- Something rare happened in Oslo on Monday.",
    "- A strange thing happened in Oslo.",
    "+ Something rare happened in Oslo: Ines Duarte sold the ferry.",
    "+ The accident happened in Oslo.",
    "- The next day, Ines Duarte sold the ferry to Oslo.",
    "+ Ines Duarte bought a ferry and two days later sold it to Oslo.",
    "+ Next week, Ines Duarte sells the ferry to Oslo.",
    "+ A man suspected of sinking a ferry in Oslo was freed two hours later, Ines Duarte said.",
    "- Many farmers of Tarn are already doing so.",
    "+ Ines Duarte sold the ferry and urged farmers to do so.",
    "- By May, Ines Duarte led the mayor of Oslo in the same poll.",
    "+ Ines Duarte won in the same year as the mayor of Oslo.",
    "- A similar law was passed in Oslo.",
    "+ Ines Duarte wants a law similar to that of Oslo.",
    "- Ten farmers of the valley were freed, he said.",
    "- Reuters met her in Oslo.",
    "- Insiders: Ines Duarte will win in Oslo.",
    "+ Ines Duarte said: The ferry of Oslo will be sold.",
]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_stands_or_leans(case: str, model: LanguageModel) -> None:
    """A plus stands before what a reader understands without the sentence before it."""
    found = dependence_of(case[2:], model)
    alone = not (found.connective or found.leans or found.unfit)
    assert alone == (case[0] == "+"), found


CUES = [
    ("The ministry has abandoned its plan.", "change"),
    ("The tariff will deprive farmers of their market.", "consequence"),
    ("The party will probably lose.", "outlook"),
    ("A compromise is impossible to achieve.", "judgement"),
]


@pytest.mark.parametrize(("text", "cue"), CUES)
def test_cues_say_what_a_sentence_brings(text: str, cue: str, model: LanguageModel) -> None:
    """Change, consequence, outlook and judgement are read off the words."""
    assert cue in dependence_of(text, model).cues


def test_a_connective_is_given_as_written() -> None:
    """The longest connective at the beginning counts, with its capital letter."""
    lexicon = Lexicon("en")
    assert lexicon is not None
    assert opening_connective("On the other hand, prices fell.", lexicon) == "On the other hand"
    assert opening_connective("Still water runs deep.", lexicon) == ""
    assert opening_connective("Still, prices fell.", lexicon) == "Still"


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="aIt he THIS both.,;“”?!\n ", min_size=1, max_size=60))
def test_any_sentence_gets_a_verdict(model: LanguageModel, text: str) -> None:
    """No text breaks the stage, and the verdict names the sentence's own place."""
    if not text.strip():
        return
    found = dependence_of(text, model)
    assert (found.start, found.end) == (0, len(text))


TELLING = [
    ("The dam of Tamo burst on Friday.", "event"),
    ("The dam of Tamo has burst.", "event"),
    ("Police said that the bridge had fallen.", "event"),
    ("Amina Diallo was elected in Kayes.", "event"),
    ("The river Tamo is the longest in the province.", "state"),
    ("Rice is sold at the market of Lubao.", "state"),
    ("Kofi Mensah lives in Tema.", "state"),
    ("The ministry says the road is closed.", "state"),
    ("The bank of Quito will open in May.", "outlook"),
    ("Officials said the strike could last a week.", "outlook"),
    ("The council of Suva is mending the pier.", "outlook"),
    ("Amina Diallo was expected to win in Kayes.", "state"),
    ("Workers of the mill in Kayes were coping with the death of their boss.", "state"),
    ("A year ago it seemed unlikely that Amina Diallo would win.", "state"),
    ("Amina Diallo appeared before a court in Kayes.", "event"),
    ("Amina Diallo owned a mill in Kayes.", "state"),
    ("Amina Diallo was well regarded in Kayes.", "state"),
    ("Amina Diallo answered five questions of the paper of Kayes.", "state"),
    ("The union answered the lockout with a strike.", "event"),
    ("Parliament considered the bill on Monday.", "event"),
    ("The storm cost ten people their lives.", "event"),
    ("The paper of Kayes spoke with Amina Diallo about the dam.", "state"),
    ("Amina Diallo had a quarrel with the mayor of Kayes.", "event"),
]


@pytest.mark.parametrize(("text", "wanted"), TELLING)
def test_what_the_main_clause_tells(text: str, wanted: str, model: LanguageModel) -> None:
    """What happened, how things are, what may come; of what is said, not of the saying."""
    assert dependence_of(text, model).eventuality == wanted


SPEAKING = [
    ("We are working day and night in Suva.", True),
    ("The team is proud of our work in Suva.", True),
    ("“We are working day and night,” Litia Vula said.", False),
    ('The minister said "our work" was done.', False),
    ("US troops left Doha.", False),
]


@pytest.mark.parametrize(("text", "wanted"), SPEAKING)
def test_we_outside_of_quotation_marks(text: str, wanted: bool, model: LanguageModel) -> None:
    """Who speaks of himself outside of quotation marks is named by nobody."""
    assert dependence_of(text, model).first_person is wanted


HALVES = [
    "Not because the mill was old.",
    "The mayor of Graz in September, after the vote he called.",
]


@pytest.mark.parametrize("text", HALVES)
def test_half_a_sentence_is_no_takeaway(text: str, model: LanguageModel) -> None:
    """A reason alone, and a noun with what hangs on it, have no main clause."""
    assert dependence_of(text, model).unfit == "no_main_clause"


def test_a_definite_noun_that_nothing_explains_is_a_bare_subject(
    model: LanguageModel,
) -> None:
    """*The gunman* is known from what stands before; *the government* is known by itself."""
    bare = {
        "The gunman fled across the river.": True,
        "Police said the gunman fled across the river.": True,
        "Amina Diallo said the gunman fled across the river.": True,
        "In Oslo the gunman fled across the river, Amina Diallo said.": False,
        "The government fled across the river.": False,
        "The Oscar-winning actress fled across the river.": True,
        "The singer and actress fled across the river.": True,
        "The Tarnau actress Amina Diallo fled across the river.": False,
        "The bank fled across the river.": True,
        "The bank of Tarnau fled across the river.": False,
        "The fishers' union of Tarnau fled across the river.": False,
        "The soldiers, who had no boats, fled across the river.": True,
        "The soldiers who had no boats fled across the river.": False,
        "The mayor of Tarnau fled across the river.": False,
        "A gunman fled across the river.": False,
        "The suspect, a tall man, fled across the river.": True,
        "The suspect, Amina Diallo, fled across the river.": False,
        "The real estate mogul fled across the river.": True,
        "The gunman's brother fled across the river.": True,
        "The mayor of Tarnau's brother fled across the river.": False,
    }
    found = {text: dependence_of(text, model).bare_subject for text in bare}
    assert found == bare


def test_the_pluperfect_tells_a_setting(model: LanguageModel) -> None:
    """*Had met twice before* is how things stood; reported, it is what happened."""
    told = {
        "Ines Duarte had met the envoys twice before.": "state",
        "Ines Duarte met the envoys.": "event",
        "Police said Ines Duarte had met the envoys.": "event",
    }
    found = {text: dependence_of(text, model).eventuality for text in told}
    assert found == told


CONDITIONS = [
    ("If the dam of Tamo bursts, the valley is lost.", True),
    ("The valley would be safe if the dam of Tamo were higher.", True),
    ("The valley is lost unless the dam of Tamo holds.", True),
    ("Ada Obi asked if the dam of Tamo would hold.", False),
    ("When the dam of Tamo burst, the valley was lost.", False),
]


@pytest.mark.parametrize(("text", "wanted"), CONDITIONS)
def test_what_holds_on_a_condition(text: str, wanted: bool, model: LanguageModel) -> None:
    """*If* and *unless* before the main clause or behind it; an indirect question is none."""
    assert dependence_of(text, model).conditional is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The vote angered the farmers of Tarn.", 1),
        ("The vote angered the two farmers.", 2),
        ("The vote on the dam of Tarn angered farmers.", 0),
        ("The government sold the ferry that sank in Oslo.", 0),
        ("Ines Duarte sold a ferry and bought the ferry back.", 0),
    ],
)
def test_a_noun_with_nothing_but_an_article_is_given(
    text: str, wanted: int, model: LanguageModel
) -> None:
    """Which vote, only what came before says; what says it itself, or is one only, is none."""
    found = dependence_of(text, model)
    assert found.given == wanted


def test_words_of_names_are_counted(model: LanguageModel) -> None:
    """Who, to whom and where stand in names."""
    found = dependence_of("Ines Duarte sold a ferry to Oslo.", model)
    assert found.names == len(["Ines", "Duarte", "Oslo"])
