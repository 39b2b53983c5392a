"""Mentions of one document: where names begin and end, and how they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpora import BEFORE, MakeSeeds

from generator.extract.annotate import find_annotations, parse_document
from generator.extract.mentions import find_mentions
from generator.language.lexicons import load_lexicon
from generator.language.pipeline import LanguageModel
from generator.model.annotations import Mention
from generator.model.text import Document, Metadata, Sentence, Zone
from generator.read.seeds import read_seeds

NAMES = {
    "title cut off": ("US Secretary of State Marco Rubio left.", ["US", "Marco Rubio"]),
    "long name of a body": (
        "The Russian Foreign Ministry objected.",
        ["Russian Foreign Ministry"],
    ),
    "body with of": ("The University of Cape Coast closed.", ["University of Cape Coast"]),
    "adjective before a name": ("Russian Vladimir Potanin won.", ["Russian", "Vladimir Potanin"]),
    "two names with and": ("Joe Biden and Olaf Scholz met.", ["Joe Biden", "Olaf Scholz"]),
    "acronym in brackets": (
        "The African Development Bank (AfDB) met.",
        ["African Development Bank", "AfDB"],
    ),
    "genitive": ("Angela Merkel’s party won.", ["Angela Merkel"]),
    "weekday behind": ("Joe Biden Monday signed the bill.", ["Joe Biden"]),
    "short month before a day": ("Anna Kawhia spoke on Oct. 29, 2015.", ["Anna Kawhia"]),
    "short month behind a name": ("They met Anna Kawhia Sept. 3 in Oslo.", ["Anna Kawhia", "Oslo"]),
    "a given name that is a month": (
        "June Osei and April Dunn opened the hall. April Dunn thanked June Osei.",
        ["June Osei", "April Dunn", "April Dunn", "June Osei"],
    ),
    "a given name that is a month before a surname": (
        "August Keller denied it. „Wir warten“, said Jan Holt.",
        ["August Keller", "Jan Holt"],
    ),
    "a month before a body": ("In June Norwick Council met.", ["Norwick Council"]),
    "a month before a name": ("In May Solvanta was tested again.", ["Solvanta"]),
    "a surname that is a month": ("Mrs May thanked them.", ["May"]),
    "the field of an office": (
        "The minister for Defence and Veterans Amara Obi met the secretary for Health Anna Osei.",
        ["Defence", "Amara Obi", "Anna Osei"],
    ),
    "the matter of an office": (
        "The adviser on Water and Energy Amara Obi left.",
        ["Amara Obi"],
    ),
    "the body of an office": ("The spokesman for Acme Ferries Ben Lund left.", ["Ben Lund"]),
    "a body after somebody": ("The head of Sun Mary College left.", ["Sun Mary College"]),
    "administration": ("The Obama administration waited.", ["Obama administration"]),
    "town and state": ("She lives in Paris, Texas.", ["Paris, Texas", "Texas"]),
    "town of a state, sentence goes on": (
        "He left Tallahassee, Florida and drove on.",
        ["Tallahassee, Florida", "Florida"],
    ),
    "town of a country, sentence goes on": (
        "She studied in Leiden, Netherlands before the war.",
        ["Leiden, Netherlands", "Netherlands"],
    ),
    "two towns of two countries": (
        "They flew from Porto to Oslo, and Peru waited.",
        ["Porto", "Oslo", "Peru"],
    ),
    "several with one title": (
        "Yesterday Senators Okafor and Lindqvist voted.",
        ["Okafor", "Lindqvist"],
    ),
    "a union is no title": ("The Workers Union voted.", ["Workers Union"]),
    "town of a province": (
        "They waited in Kingston, Ontario and then left.",
        ["Kingston, Ontario", "Ontario"],
    ),
    "a list of towns": (
        "He studied medicine at Basel, Leipzig, and Strasbourg.",
        ["Basel", "Leipzig", "Strasbourg"],
    ),
    "capitals on both sides of a hyphen": (
        "The Kenyan Anti-Corruption Academy opened.",
        ["Kenyan Anti-Corruption Academy"],
    ),
    "a church": ("The Catholic Church objected.", ["Catholic Church"]),
    "a given name that is a word": (
        "The coach praised Christian Eriksen on Friday.",
        ["Christian Eriksen"],
    ),
    "a town called after a prince": ("They met in Prince George on Friday.", ["Prince George"]),
    "a university called after a queen": (
        "She teaches law at Queen Ada University in the south.",
        ["Queen Ada University"],
    ),
    "a station called after a king": (
        "The line runs from King Samuel Station to the harbour.",
        ["King Samuel Station"],
    ),
    "a given name that is the word for a thing": (
        "Yesterday Senator Bill Okafor met President Bill Lindqvist.",
        ["Bill Okafor", "Bill Lindqvist"],
    ),
    "a given name and a body": ("The Bishop Bill College opened.", ["Bishop Bill College"]),
    "a road with its number": (
        "He was stopped on Interstate 75 and on state Route 94 near Leeds.",
        ["Leeds"],
    ),
    "a town beside a road": ("She left Leeds on Interstate 75 at noon.", ["Leeds"]),
    "a party and its seat": (
        "Senator Anna Okafor (D-IN) met Efua Owusu (R-Tarn Grove) in Oslo.",
        ["Anna Okafor", "Efua Owusu", "Oslo"],
    ),
    "a seat whose state is shortened": (
        "Senator Anna Okafor (I-Vt.) met Senator Efua Owusu (R-Ind.) in Oslo.",
        ["Anna Okafor", "Efua Owusu", "Oslo"],
    ),
    "a singer between commas": (
        "They heard Anna Okafor, T-Pain, and Efua Owusu.",
        ["Anna Okafor", "T-Pain", "Efua Owusu"],
    ),
    "a company in brackets": (
        "The carrier (T-Mobile) and the broker, E-Trade, left Oslo.",
        ["T-Mobile", "E-Trade", "Oslo"],
    ),
    "a surname before a count": ("They met Jimmy Page 50 years ago.", ["Jimmy Page"]),
    "the zone of a clock time": (
        "They met in Oslo at 11 am IST and left Leeds at 1400 hrs GMT.",
        ["Oslo", "Leeds"],
    ),
    "an owner before initials": (
        "They discussed Lindqvists' QBR in Oslo.",
        ["Lindqvists", "QBR", "Oslo"],
    ),
    "a queen before her verb": ("Queen Ada opened the hall.", ["Ada"]),
    "a genitive of several inside a body's name": (
        "The Harbour Traders' Association met the Police Officers’ Federation.",
        ["Harbour Traders' Association", "Police Officers’ Federation"],
    ),
    "a genitive of several before no body": ("They read the Kawhias' letter.", ["Kawhias"]),
    "saint's town": ("They met in St Petersburg.", ["St Petersburg"]),
    "team with digits": ("The Philadelphia 76ers lost.", ["Philadelphia 76ers"]),
    "role as a surname": ("Billy King left.", ["Billy King"]),
    "role as a surname, and a place": ("B. King of Leeds left.", ["B. King", "Leeds"]),
    "a surname that is a role": ("Later Congresswoman Dean spoke.", ["Dean"]),
    "a surname that is a rank": ("They thanked Mr King on Friday.", ["King"]),
    "given names that are months": (
        "June Osei and April Dunn opened the hall in May on Friday.",
        ["June Osei", "April Dunn"],
    ),
    "months that are months": ("Last June Owusu left.", ["Owusu"]),
    "a month behind a courtesy": ("Later they thanked Mrs May.", ["May"]),
    "a mark turned the wrong way": ("They saw Anna Owusu‘s phone.", ["Anna Owusu"]),
    "two roles and no name": ("The Vice President waited.", []),
    "general in a name": ("Shares of General Motors fell.", ["General Motors"]),
    "see inside": ("They met Patriarch of Serbia Porfirije.", ["Patriarch of Serbia Porfirije"]),
}


def mentions_of(text: str, model: LanguageModel, make_seeds: MakeSeeds) -> list[Mention]:
    """The mentions of one short text, the carrier's left out."""
    (document,) = read_seeds(make_seeds({"d0.txt": f"{BEFORE}{text}\n"})).documents
    found = find_annotations(document, model=model).mentions
    return [m for m in found if m.span.start >= len(BEFORE)]


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES.keys())
def test_names_begin_and_end(
    text: str, names: list[str], model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """The firm names of a sentence are these, whole and without their titles."""
    found = mentions_of(text, model, make_seeds)
    firm = [m.text for m in found if m.kind in {"name", "adjective"} and not m.weak]
    assert firm == names


def test_title_and_gender(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A title stands apart from the name and tells the gender."""
    (mention,) = [m for m in mentions_of("Mrs Thatcher resigned.", model, make_seeds) if not m.weak]
    assert mention.title is not None
    assert (mention.title.text, mention.text, mention.gender) == ("Mrs", "Thatcher", "feminine")


def test_grammar_of_a_subject(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """The subject of a verb, and who is coordinated with it, know that verb."""
    found = mentions_of("Joe Biden and Olaf Scholz left.", model, make_seeds)
    assert [m.grammar.agent_verb for m in found if not m.weak] == ["leave", "leave"]


def test_quoted_is_said_by_another(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A name inside a long quotation is marked as quoted, and so is its pronoun."""
    text = "“Russia will offer a deal to Ukraine before it is too late,” said Joe Biden."
    quoted = {m.text: m.quoted for m in mentions_of(text, model, make_seeds) if not m.weak}
    assert quoted["Russia"]
    assert not quoted["Joe Biden"]


def test_parts_of_a_compound_are_weak(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*Trump-Putin call*: the parts are handed on for the corpus to decide."""
    found = mentions_of("The Trump-Putin call ended.", model, make_seeds)
    assert [(m.text, m.weak) for m in found if m.text in {"Trump", "Putin"}] == [
        ("Trump", True),
        ("Putin", True),
    ]


def test_without_word_lists_nothing_is_found(model: LanguageModel) -> None:
    """A language without lexicons gives no mentions rather than wrong ones."""
    document = _document("Angela Merkel sprach.")
    parse = parse_document(document, (), model=model)
    assert find_mentions(document, parse, runs=(), lexicon=None) == ()


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("AaBb’'“”-–.,;:()& \nMrUSéß0%\u200b"), max_size=80))
def test_any_text_gives_verbatim_spans(text: str, model: LanguageModel) -> None:
    """Whatever the text, each mention is the text at its offsets and lies inside its document."""
    document = _document(text)
    parse = parse_document(document, (), model=model)
    for mention in find_mentions(document, parse, runs=(), lexicon=load_lexicon("en")):
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.text.strip() == mention.text != ""


def _document(text: str) -> Document:
    """A document of one zone and one sentence."""
    stripped = text.strip()
    start = text.index(stripped) if stripped else 0
    end = start + len(stripped)
    zones = (Zone(start, end, "body", "running_text", 1),) if stripped else ()
    sentences = (Sentence("s-1", start, end, 1, "body"),) if stripped else ()
    return Document("d", "d.txt", "text/plain", "", "", text, "en", Metadata(), zones, sentences)
