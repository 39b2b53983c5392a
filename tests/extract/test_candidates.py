"""Candidate phrases in their sentences: ``[whole phrases]`` are found, ``{fragments}`` are not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import SettingsError
from generator.extract import keyphrases
from generator.extract.annotate import paragraphs_of, parse_document
from generator.extract.keyphrases import find_candidates
from generator.extract.keyphrases.plain import find_plain_candidates
from generator.language.lexicons import Lexicon
from generator.language.pipeline import YAKE_OPTIONS, LanguageModel, yake_scores
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Candidate
from generator.model.text import Document, Fact, Metadata, Offsets, Sentence, Zone, ZoneKind

MARKS = re.compile(r"[\[\]{}]")


def make(*lines: tuple[ZoneKind, str], genre: Offsets | None = None) -> Document:
    """A document of lines, each a zone and a sentence of its own."""
    text = "\n".join(line for _, line in lines)
    starts = [sum(len(line) + 1 for _, line in lines[:i]) for i in range(len(lines))]
    spans = [(kind, s, s + len(line)) for (kind, line), s in zip(lines, starts, strict=True)]
    zones = tuple(Zone(s, e, kind, "running_text", i + 1) for i, (kind, s, e) in enumerate(spans))
    sentences = tuple(Sentence(f"s-{i}", z.start, z.end, i, z.kind) for i, z in enumerate(zones))
    meta = (
        Metadata(genre=Fact("Commentary", "stated", genre, "genre_label")) if genre else Metadata()
    )
    return Document("one", "one.txt", "text/plain", "", "", text, "en", meta, zones, sentences)


def candidates_of(document: Document, model: LanguageModel) -> tuple[Candidate, ...]:
    """What the stage finds with the English word lists."""
    runs = find_quoted_runs(document.text, paragraphs_of(document), Lexicon("en"))
    parse = parse_document(document, runs, model=model)
    return find_candidates(document, parse, lexicon=Lexicon("en"))


WHOLE = [
    "Talks about [nuclear weapons] resumed in Vienna.",
    "The [two-hour phone call] ended without an [agreement].",
    "Nobody expected the [face-to-face negotiations] to succeed.",
    "The [seven-point peace plan] was never published.",
    "Officials called it a [win-win outcome].",
    "The [Smith-Jones inquiry] reported in March.",
    "The [war in Ukraine] dragged on.",
    "She described a [rivalry with China].",
    "The [annexation of Crimea] was condemned.",
    "Doctors warned of a [shortage of nurses].",
    "The [House of Representatives] voted on Friday.",
    "[COVID-19] closed the schools.",
    "The air force bought [F-16 jets].",
    "Voters in [New York] were asked twice.",
    "The [EU] and the [US] signed the treaty.",
    "A [hot, dry climate] is bad for wheat.",
    "[Local and regional elections] were held on Sunday.",
    "Scientists found [sea ice] much thinner than before.",
    "It will need a [Security Council resolution].",
    "The company recalled its [electric cars] in May.",
    "The [drone attack] hit several towns.",
    "He promised [tax cuts] and [higher wages].",
    "They hope to conclude a [minerals deal] with Ukraine.",
    "For years [local governments] put it off.",
    "The [euro] fell against the [dollar].",
]


@pytest.mark.parametrize("case", WHOLE)
def test_whole_phrases_are_found(case: str, model: LanguageModel) -> None:
    """Every phrase in brackets is a candidate at its place."""
    document = make(("body", MARKS.sub("", case)))
    found = {c.text for c in candidates_of(document, model)}
    wanted = set(re.findall(r"\[(.*?)\]", case))
    missing = {w for w in wanted if w not in found and w.removeprefix("higher ") not in found}
    assert not missing


FRAGMENTS = [
    "The {two} {-hour phone call} ended.",
    "The {seven-point peace} plan was never published.",
    "The {nuclear} weapons treaty expired.",
    "{Talks about} weapons resumed.",
    "{The} minister resigned.",
    "There was {much} noise.",
    "She left on {Friday} at {two o'clock}.",
    "It cost {five million dollars}.",
    "Sign up at {www.example.org/contest} before noon.",
    "This was a part {of this} plan.",
    "The rules fell between {hard and} soft law.",
    "The company lost 40 million {euros} last year.",
    "In the late {1970s cracks} were found.",
    "For {years governments} of every colour put it off.",
    "That was vague hope of the {Cabinet realigning} with the party.",
]


@pytest.mark.parametrize("case", FRAGMENTS)
def test_fragments_are_not_found(case: str, model: LanguageModel) -> None:
    """No phrase in braces is a candidate."""
    document = make(("body", MARKS.sub("", case)))
    found = {c.text for c in candidates_of(document, model)}
    assert not found & set(re.findall(r"{(.*?)}", case))


def test_no_phrase_reaches_over_a_line(model: LanguageModel) -> None:
    """Two lines of a zone, and two zones, never share a phrase."""
    wrapped = "They signed the peace\nagreement in the old town hall."
    zone = Zone(0, len(wrapped), "body", "running_text", 1)
    sentence = Sentence("s", 0, len(wrapped), 1, "body")
    document = Document(
        "one", "one.txt", "text/plain", "", "", wrapped, "en", Metadata(), (zone,), (sentence,)
    )
    assert all("\n" not in c.text for c in candidates_of(document, model))
    lines = make(("headline", "Minister resigns over trade"), ("body", "Deal talks went on."))
    assert "trade Deal talks" not in {c.text for c in candidates_of(lines, model)}


def test_captions_and_biographies_give_no_phrases(model: LanguageModel) -> None:
    """What a picture shows and who the author is does not say what the text is about."""
    document = make(
        ("caption", "A church meeting in the snow."),
        ("body", "The gas pipeline was closed."),
        ("bio", "She is a professor of marine biology."),
    )
    assert {c.text for c in candidates_of(document, model)} == {"gas pipeline"}


def test_a_genre_label_gives_no_phrase(model: LanguageModel) -> None:
    """*Commentary:* before a headline is a label, not a subject."""
    document = make(("headline", "Commentary: The end of cheap oil"), genre=Offsets(0, 10))
    assert "Commentary" not in {c.text for c in candidates_of(document, model)}


def test_a_line_in_capitals_gives_no_phrase(model: LanguageModel) -> None:
    """A subhead in capitals is parsed too badly to be trusted."""
    document = make(("subhead", "COULD THE MINISTER WALK AWAY?"), ("body", "The minister stayed."))
    assert not any(c.text.isupper() for c in candidates_of(document, model))


def test_forms_of_one_phrase_are_counted_together(model: LanguageModel) -> None:
    """Singular and plural are one candidate, under the commoner form, with every place."""
    text = "The trade deal failed. Two trade deals were lost. A trade deal was near."
    (found,) = [c for c in candidates_of(make(("body", text)), model) if c.key == "trade deal"]
    assert found.text == "trade deal"
    assert [text[s.start : s.end] for s in found.spans] == [
        "trade deal",
        "trade deals",
        "trade deal",
    ]


def test_weak_modifiers_are_left_off(model: LanguageModel) -> None:
    """*First*, *several*, *largest* say nothing of what the phrase is about."""
    document = make(
        ("body", "The first ceasefire proposal came after several fruitless border incidents.")
    )
    found = {c.text for c in candidates_of(document, model)}
    assert {"ceasefire proposal", "fruitless border incidents"} <= found


def test_yake_gives_scores_and_no_phrases() -> None:
    """YAKE is asked for single words; what it would join over a line end is never heard of."""
    scores = yake_scores(("The gas pipeline was closed.", "Gas prices rose."), "en")
    assert scores["gas"] > 0
    assert not [word for word in scores if " " in word]
    assert yake_scores(("", "..."), "en") == {}


def test_an_unknown_option_of_yake_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """YAKE swallows what it does not know, so its options are checked against its signature."""
    from generator.language import pipeline  # noqa: PLC0415 the module itself is changed

    monkeypatch.setattr(pipeline, "YAKE_OPTIONS", (*YAKE_OPTIONS, "dedupLim"))
    pipeline._yake.cache_clear()
    with pytest.raises(SettingsError, match="dedupLim"):
        yake_scores(("The gas pipeline was closed.",), "en")
    pipeline._yake.cache_clear()


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="abc ABC.,;:-–’'\"“”()\n", max_size=80))
def test_every_place_is_verbatim(model: LanguageModel, text: str) -> None:
    """Whatever the text, a candidate's places lie inside it and hold its words."""
    if not text.strip():
        return
    zone = Zone(0, len(text), "body", "running_text", 1)
    sentence = Sentence("s", 0, len(text), 1, "body")
    document = Document(
        "one", "one.txt", "text/plain", "", "", text, "en", Metadata(), (zone,), (sentence,)
    )
    for candidate in candidates_of(document, model):
        places = {text[s.start : s.end] for s in candidate.spans}
        assert candidate.text in places
        assert all(0 <= s.start < s.end <= len(text) for s in candidate.spans)


def test_the_door_is_named_in_the_package() -> None:
    """The package is entered by one function."""
    assert keyphrases.find_candidates is find_candidates


def test_a_phrase_of_three_words_in_a_language_without_lists() -> None:
    """A phrase that recurs is a candidate, of one word, of two or of three."""
    line = "Vatnið við Hvalfjörð gamla brú er kalt. Hvalfjörð gamla brú lokar."
    keys = {c.key for c in find_plain_candidates(make(("body", line), ("body", line)))}
    assert {"hvalfjörð", "gamla brú", "hvalfjörð gamla brú"} <= keys
