"""Speakers by name, pronoun and description: who it is, and when nobody is named."""

import re
from collections.abc import Sequence

import pytest
from made_corpora import MakeSeeds, cast_of
from msgspec.structs import replace

from generator.extract.annotate import find_annotations
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.model.annotations import Annotations
from generator.model.corpus import (
    Actor,
    ActorMention,
    ActorType,
    Alias,
    AttributedQuotation,
    AttributedStatement,
)
from generator.model.text import Document, Metadata, Offsets, Sentence, Zone
from generator.read.sentences import find_sentences
from generator.resolve.coreference import resolve_coreference
from generator.resolve.entities import resolve_actors
from generator.resolve.speakers import resolve_speakers

PEOPLE = {"Ellen Marsh", "Tom Varga", "Olu Adebayo", "Anna Varga"}
NAMES = {
    "Ellen Marsh": ("Ellen Marsh", "Ms Marsh", "Marsh"),
    "Tom Varga": ("Tom Varga", "Mr Varga", "Varga"),
    "Olu Adebayo": ("Olu Adebayo", "Mr Adebayo", "Adebayo"),
    "Anna Varga": ("Ms Anna Varga",),
    "Nordbank": ("Nordbank",),
}


def document_of(text: str) -> Document:
    """A document of one body zone a line."""
    zones = tuple(
        Zone(m.start(), m.end(), "body", "running_text", n)
        for n, m in enumerate(re.finditer(r"[^\n]+", text), start=1)
    )
    sentences = tuple(
        Sentence(f"s-{s.start}", s.start, s.end, z.paragraph, z.kind)
        for z in zones
        for s in find_sentences(text, Offsets(z.start, z.end), lexicon=Lexicon("en"))
    )
    return Document(
        "one", "one.txt", "text/plain", "", "", text, "en", Metadata(), zones, sentences
    )


def actors_in(document: Document) -> tuple[Actor, ...]:
    """An actor for each known name that the text holds, with all places where it stands."""
    found = []
    for name, forms in NAMES.items():
        pattern = re.compile("|".join(rf"\b{re.escape(form)}\b" for form in forms))
        mentions = tuple(
            ActorMention("one", m.start(), m.end(), m.group(), "name", "")
            for m in pattern.finditer(document.text)
        )
        if mentions:
            kind: ActorType = "person" if name in PEOPLE else "organisation"
            found.append(
                Actor(name.lower().replace(" ", "-"), name, kind, (Alias(name, 1),), (), mentions)
            )
    return tuple(found)


def attributed(
    document: Document, annotations: Annotations, actors: Sequence[Actor]
) -> tuple[tuple[AttributedQuotation, ...], tuple[AttributedStatement, ...]]:
    """What the two stages together make of one document."""
    coreference = resolve_coreference([document], [annotations], actors)
    return resolve_speakers([annotations], actors, coreference)


def speakers(text: str, model: LanguageModel) -> list[AttributedQuotation]:
    """The quotations of a text with the speakers that the stage gives them."""
    document = document_of(text)
    annotations = find_annotations(document, model=model)
    return list(attributed(document, annotations, actors_in(document))[0])


CASES = {
    "name": ("“We go,” said Ellen Marsh.", ["Ellen Marsh"]),
    "title and name": ("The mayor, Tom Varga, said: “We go.”", ["Tom Varga"]),
    "pronoun, subject before": (
        "Ellen Marsh spoke to the crowd in the square. “We go,” she said.",
        ["Ellen Marsh"],
    ),
    "pronoun, subject in its own sentence": (
        "When Tom Varga came in, he said: “We go.”",
        ["Tom Varga"],
    ),
    "not the one in the preposition": (
        "Tom Varga waited for days. After a call with Olu Adebayo, he said: “We go.”",
        ["Tom Varga"],
    ),
    "gender tells": (
        "Tom Varga met Ms Ellen Marsh in the harbour. “We go,” she said.",
        ["Ellen Marsh"],
    ),
    "two fit": (
        "Mr Tom Varga and Mr Olu Adebayo waited in the rain. “We go,” he said.",
        [None],
    ),
    "last speaker": (
        "“We go,” Tom Varga said.\n“We stay there,” he added.",
        ["Tom Varga", "Tom Varga"],
    ),
    "possessor is not the head": ("Tom Varga’s lawyer said: “We go.”", [None]),
    "complement is not the head": ("A friend of Ellen Marsh said: “We go.”", [None]),
    "nobody before": ("“We go,” he said.", [None]),
    "the author": ("“We go,” I said.", [None]),
    "owner before the pronoun": (
        "Tom Varga’s sister begged him to stay, but he replied: “We go.”",
        ["Tom Varga"],
    ),
    "not the one named behind it in its clause": (
        "Mr Tom Varga won. Mr Olu Adebayo lost. He called Mr Adebayo “a sore loser of many years”.",
        ["Tom Varga"],
    ),
    "a pronoun in what the teller says": (
        "Ellen Marsh said the guests, whom she described as “loud but kind”, had left.",
        ["Ellen Marsh"],
    ),
    "relative clause": ("Ellen Marsh, who said “we go” twice, left early.", ["Ellen Marsh"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_speaker(text: str, expected: list[str | None], model: LanguageModel) -> None:
    """Each quotation goes to the actor that is meant, or to nobody."""
    found = speakers(text, model)
    ids = [name.lower().replace(" ", "-") if name else None for name in expected]
    assert [q.speaker for q in found] == ids
    assert [q.speaker_name for q in found if q.speaker] == [n for n in expected if n]


def test_an_unknown_source_keeps_its_words_and_says_why(model: LanguageModel) -> None:
    """A source that is no actor is shown as written, with the reason."""
    found = speakers("“We go,” said a fisherman.", model)[0]
    assert (found.speaker, found.speaker_name) == (None, "a fisherman")
    assert found.unresolved == "the source names no known actor"


def test_an_unresolved_pronoun_names_nobody(model: LanguageModel) -> None:
    """A pronoun that could be two people gives no name, and says who they are."""
    text = "Mr Tom Varga and Mr Olu Adebayo waited in the rain. “We go,” he said."
    found = speakers(text, model)[0]
    assert found.speaker_name is None
    assert found.speaker_mention is not None
    assert found.unresolved_reason == "several_fit"
    assert found.rejected[-2:] == ("Tom Varga", "Olu Adebayo")


def test_what_is_quoted_is_another_voice(model: LanguageModel) -> None:
    """Somebody named inside a quotation is not who speaks next."""
    text = "“I saw Mr Tom Varga,” said Mr Olu Adebayo.\n“We go,” he said."
    assert [q.speaker for q in speakers(text, model)] == ["olu-adebayo", "olu-adebayo"]


def test_a_description_goes_to_the_one_who_is_called_so(model: LanguageModel) -> None:
    """*The governor* is the one person whom the document calls governor."""
    found = speakers("Governor Ellen Marsh won. “We go,” the governor said.", model)
    assert [(q.speaker, q.speaker_rule) for q in found] == [("ellen-marsh", "called_so")]


def test_a_description_in_two_parts_needs_both(model: LanguageModel) -> None:
    """*The governor and former judge* is not whoever the document calls governor."""
    words = "the governor and former judge"
    found = speakers(f"Governor Ellen Marsh won. “We go,” {words} said.", model)
    assert [(q.speaker, q.speaker_name) for q in found] == [(None, words)]


def test_a_family_name_that_is_no_mention_goes_to_the_one_person(model: LanguageModel) -> None:
    """A source that is one word goes to the only person whose name ends in it."""
    text = "Ellen Marsh won. “We go,” Marsh said."
    document = document_of(text)
    annotations = find_annotations(document, model=model)
    (whole,) = actors_in(document)
    actor = Actor(whole.id, whole.name, "person", whole.aliases, (), whole.mentions[:1])
    found = attributed(document, annotations, [actor])[0][0]
    assert found.speaker == "ellen-marsh"


def test_statements_have_speakers_too(model: LanguageModel) -> None:
    """Indirect speech is given to its speaker in the same way."""
    document = document_of("Tom Varga waited. He said that the road would open.")
    annotations = find_annotations(document, model=model)
    found = attributed(document, annotations, actors_in(document))[1]
    assert [(s.speaker, s.text) for s in found] == [("tom-varga", "that the road would open")]


def test_a_caption_is_beside_the_text(model: LanguageModel) -> None:
    """Whoever a caption names is not who the text goes on with."""
    document = document_of("Ellen Marsh won.\nMs Anna Varga sang in Hull.\n“We go,” she said.")
    caption = document.zones[1]
    zones = tuple(replace(z, kind="caption") if z == caption else z for z in document.zones)
    sentences = tuple(
        replace(s, zone="caption") if caption.start <= s.start < caption.end else s
        for s in document.sentences
    )
    document = replace(document, zones=zones, sentences=sentences)
    annotations = find_annotations(document, model=model)
    found = attributed(document, annotations, actors_in(document))[0]
    assert [q.speaker for q in found] == ["ellen-marsh"]


def corpus_speakers(
    text: str, model: LanguageModel, make_seeds: MakeSeeds
) -> list[tuple[list[str], str | None]]:
    """Names of the speakers, or the id of the reason, of each quotation and statement of a text."""
    cast = cast_of({"d0": text}, model, make_seeds)
    actors = resolve_actors(cast.documents, cast.annotations)
    names = {actor.id: actor.name for actor in actors}
    coreference = resolve_coreference(cast.documents, cast.annotations, actors)
    quotations, statements = resolve_speakers(cast.annotations, actors, coreference)
    found: list[AttributedQuotation | AttributedStatement] = [*quotations, *statements]
    rows = sorted(found, key=lambda r: r.start)
    return [([names[i] for i in row.speakers], row.unresolved_reason) for row in rows]


TOLD = {
    "coordinated": (
        "“We go,” said Ellen Marsh and Tom Varga.",
        [(["Ellen Marsh", "Tom Varga"], None)],
    ),
    "joined to a complement": (
        "Ellen Marsh won. Tom Varga lost. The lawyer of Ellen Marsh and Tom Varga said: “We go.”",
        [([], "no_actor")],
    ),
    "they after a joined subject": (
        "Ellen Marsh and Tom Varga waited. “We go,” they said.",
        [(["Ellen Marsh", "Tom Varga"], None)],
    ),
    "they are not those of whom they speak": (
        "“Ellen Marsh and Tom Varga must go,” they said.",
        [([], "nobody_before")],
    ),
    "they in the paragraph behind a joined subject": (
        "Ellen Marsh and Tom Varga said that it was late.\n\n“We go home,” they said.",
        [(["Ellen Marsh", "Tom Varga"], None), (["Ellen Marsh", "Tom Varga"], None)],
    ),
    "they behind another's words": (
        "Ellen Marsh and Tom Varga waited for the unions.\n\n“We go home,” they said.",
        [([], "nobody_before")],
    ),
    "a statement goes on with the body that spoke": (
        "Norwick City Council said it was late. The statement added that the road would open.",
        [(["Norwick City Council"], None), (["Norwick City Council"], None)],
    ),
    "a statement behind a person's words": (
        "Ellen Marsh said it was late. A statement said that the road would open.",
        [(["Ellen Marsh"], None), ([], "a_document")],
    ),
    "another's statement": (
        (
            "Norwick City Council said it was late. "
            "The police statement said that the road would open."
        ),
        [(["Norwick City Council"], None), ([], "a_document")],
    ),
    "a statement behind the words of somebody unknown": (
        (
            "Norwick City Council said it was late. The union’s statement said it was early. "
            "The statement added that the road would open."
        ),
        [(["Norwick City Council"], None), ([], "no_actor"), ([], "a_document")],
    ),
    "a company by its trade": (
        "The brewer Norfly cut ten jobs. The company said the road would open.",
        [(["Norfly"], None)],
    ),
    "a company by its trade beside another": (
        "The carmaker Norfly sold ten trains to Renault. The company said the road would open.",
        [([], "no_actor")],
    ),
    "a group is no company": (
        "The guerrilla group Norfly took ten bridges. The company said the road would open.",
        [([], "no_actor")],
    ),
    "no company": (
        "The charity Norfly cut ten jobs. The company said the road would open.",
        [([], "no_actor")],
    ),
    "a surname that is a title's word": (
        "“We go,” said Representative Peter T. King of New York, who won in May.",
        [(["Peter T. King"], None)],
    ),
    "a suit speaks for itself": (
        "Ellen Marsh lost in May. The suit says the road was closed.",
        [([], "a_document")],
    ),
    "the title of a document": (
        "Norwick Port closed. “The ice is thick,” said a report titled Norwick Port.",
        [([], "a_document")],
    ),
    "both of two": (
        "Boris Johnson wrote to Keir Starmer. “We go,” both men said.",
        [(["Boris Johnson", "Keir Starmer"], None)],
    ),
    "short form": (
        "Norwick City Council met in the rain. The council said the road would open.",
        [(["Norwick City Council"], None)],
    ),
    "before what a name is of": (
        "The Department of Justice met in May. The department said the road would open.",
        [(["Department of Justice"], None)],
    ),
    "two bodies of one kind": (
        "Norwick City Council met Harland City Council. The council said the road would open.",
        [([], "several_called_so")],
    ),
    "kind beside the name": (
        "The airline Norfly cut ten flights. The airline said the road would open.",
        [(["Norfly"], None)],
    ),
    "a body with its seat": (
        "The airline Norfly cut ten flights. The Norwick-based airline said the road would open.",
        [(["Norfly"], None)],
    ),
    "the one that acts": (
        "Siemens sold ten trains to Renault. The company said the road would open.",
        [(["Siemens"], None)],
    ),
    "the agency in the dateline": (
        (
            "Roof closes\n\nNORWICK, May 12 (Reuters) - Snow closed the road by the mill.\n\n"
            "The company said the road would open."
        ),
        [([], "no_actor")],
    ),
    "named behind what somebody is": (
        "The acting head of Norwick Analytics, Dr Anna Varga, said the road would open.",
        [(["Anna Varga"], None)],
    ),
    "an office in capitals": (
        "Norfly’s CEO Anna Varga met Tom Berg in May. The CEO said the road would open.",
        [(["Anna Varga"], None)],
    ),
    "sent to somebody by a body": (
        "A release sent to media from Norwick City Council late Friday said the road would open.",
        [(["Norwick City Council"], None)],
    ),
    "document of a body": (
        "A Norwick City Council report came out. The report said the road would open.",
        [(["Norwick City Council"], None)],
    ),
    "document of a person": (
        "Ellen Marsh’s letter came out. The letter said the road would open.",
        [(["Ellen Marsh"], None)],
    ),
    "law of a person": (
        "Ellen Marsh’s amendment passed. The amendment said the road would open.",
        [([], "a_document")],
    ),
    "document of somebody’s office": (
        "A letter from Ellen Marsh’s office came out. The letter said the road would open.",
        [([], "a_document")],
    ),
    "document that somebody publishes": (
        "Norwick City Council released a long report in May. The report said the road would open.",
        [(["Norwick City Council"], None)],
    ),
    "document that somebody writes in": (
        (
            "Engineer Ellen Marsh wrote in a recent memo to staff that rain fell. Cows ran. "
            "The road would open, according to the memo."
        ),
        [(["Ellen Marsh"], None), (["Ellen Marsh"], None)],
    ),
    "document released by somebody": (
        (
            "Tom Varga left. He read a study released Monday by Norwick City Council. "
            "The study said the road would open."
        ),
        [(["Norwick City Council"], None)],
    ),
    "document that is another’s": (
        "Ellen Marsh released a report by city staff. The report said the road would open.",
        [([], "a_document")],
    ),
    "document of nobody": (
        "Ellen Marsh won. The lawsuit said the road would open.",
        [([], "a_document")],
    ),
    "another document": (
        (
            "A Norwick City Council report came out. A second report came out. "
            "The report said the road would open."
        ),
        [([], "a_document")],
    ),
    "age": (
        (
            "Singer Ellen Marsh, 26, met singer Anna Varga, 31. "
            "The 26-year-old singer said the road would open."
        ),
        [(["Ellen Marsh"], None)],
    ),
    "place": (
        (
            "Senator Ellen Marsh of Norwick met Senator Anna Varga of Harland. "
            "The Harland senator said the road would open."
        ),
        [(["Anna Varga"], None)],
    ),
    "the chief is not his deputy": (
        "Deputy Prime Minister Ellen Marsh waited. The prime minister said the road would open.",
        [([], "no_actor")],
    ),
    "a name inside a word": (
        "Ellen Marsh went to London. A London-based engineer said the road would open.",
        [([], "no_actor")],
    ),
    "he is no woman": (
        "Queen Elizabeth waited in the rain. “We go,” he said.",
        [([], "nobody_before")],
    ),
    "whoever is named in what he says is another": (
        "Mr Tom Varga left. Mr Olu Adebayo hid under a desk, he said, but one man ran away.",
        [(["Tom Varga"], None)],
    ),
    "a name in brackets is no antecedent": (
        "The sea was calm (Anna Varga / Coast News). “We go,” she said.",
        [([], "nobody_before")],
    ),
    "a spokesman without a name speaks for his body": (
        (
            "The Coastal Ferry Company lost a boat. A Coastal spokeswoman said it would close. "
            "A spokesman for the Coastal Ferry Company said the road would open."
        ),
        [(["Coastal Ferry Company"], None), (["Coastal Ferry Company"], None)],
    ),
    "a spokesman of a kind of body": (
        ("The Harland Transport Agency met. A spokesman for the agency said the road would open."),
        [(["Harland Transport Agency"], None)],
    ),
    "figures are of whoever made them": (
        (
            "The road carries 90 lorries a day, according to recent Harland Transport Agency data. "
            "The bridge will close, according to projections by the Harland Transport Agency."
        ),
        [(["Harland Transport Agency"], None), (["Harland Transport Agency"], None)],
    ),
    "figures about a body are not its own": (
        (
            "The Harland Transport Agency met. "
            "According to figures on the Harland Transport Agency, the road carries 90 lorries."
        ),
        [([], "no_actor")],
    ),
    "a former spokesman speaks for himself": (
        (
            "The Norfly Ferry Company lost a boat. "
            "A former Norfly Ferry Company spokesman said the road would open."
        ),
        [([], "no_actor")],
    ),
    "a person's spokesman is not his foundation's": (
        ("Ellen Marsh opened the Marsh Foundation. A Marsh spokesman said the road would open."),
        [([], "no_actor")],
    ),
    "one of two bodies of a name": (
        (
            "The Coastal Ferry Company sued the Coastal Power Company. "
            "A Coastal spokesman said the road would open."
        ),
        [([], "no_actor")],
    ),
    "a name that is stressed": (
        "Ellen Marsh herself said the road would open.",
        [(["Ellen Marsh"], None)],
    ),
    "it goes on": (
        "Norwick City Council said the road would open. It added that the bridge would close.",
        [(["Norwick City Council"], None), (["Norwick City Council"], None)],
    ),
    "they are the advocates": (
        (
            "Norwick City Council said the road would open. The senators waited. "
            "They said the bridge would close."
        ),
        [(["Norwick City Council"], None), ([], "somebody_else")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_who_is_told(
    text: str,
    expected: list[tuple[list[str], str | None]],
    model: LanguageModel,
    make_seeds: MakeSeeds,
) -> None:
    """Speakers by name, kind, role and document, all of them, or the reason why nobody."""
    assert corpus_speakers(text, model, make_seeds) == expected
