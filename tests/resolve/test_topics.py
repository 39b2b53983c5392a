"""Keyphrases of all documents put together to topics."""

from collections.abc import Mapping

import pytest

from generator.model.annotations import Annotations, Candidate
from generator.model.corpus import Actor, ActorMention, Alias, Keyphrase, Topic
from generator.model.text import Document, Metadata, Offsets, Sentence, Zone
from generator.resolve.topics import _names_person, _telling_more, resolve_topics


def make(identifier: str, *sentences: str) -> Document:
    """A document of one paragraph with these sentences."""
    text = " ".join(sentences)
    starts = [text.index(s) for s in sentences]
    rows = tuple(
        Sentence(f"s-{i}", a, a + len(s), 1, "body")
        for i, (a, s) in enumerate(zip(starts, sentences, strict=True))
    )
    zone = Zone(0, len(text), "body", "running_text", 1)
    return Document(
        identifier, f"{identifier}.txt", "text/plain", "", "", text, "en", Metadata(), (zone,), rows
    )


def found_in(document: Document, *phrases: str) -> tuple[Annotations, tuple[Keyphrase, ...]]:
    """Each phrase as a candidate and a keyphrase, first ones with the higher score."""
    candidates, keyphrases = [], []
    for rank, phrase in enumerate(phrases):
        spans, at = [], document.text.find(phrase)
        while at >= 0:
            spans.append(Offsets(at, at + len(phrase)))
            at = document.text.find(phrase, at + 1)
        candidates.append(Candidate(phrase, phrase.lower(), tuple(spans), b""))
        places = tuple((s.start, s.end) for s in spans)
        keyphrases.append(Keyphrase(phrase, 5.0 - rank, places, phrase.lower()))
    return Annotations(document.id, "en", candidates=tuple(candidates)), tuple(keyphrases)


def topics_of(
    parts: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]],
    *,
    actors: tuple[Actor, ...] = (),
    limit: int = 60,
) -> tuple[Topic, ...]:
    """The topics of documents given as sentences and phrases by id."""
    documents = [make(i, *sentences) for i, (sentences, _) in parts.items()]
    pairs = [found_in(d, *parts[d.id][1]) for d in documents]
    keyphrases = {d.id: k for d, (_, k) in zip(documents, pairs, strict=True)}
    return resolve_topics(documents, [a for a, _ in pairs], keyphrases, actors, limit=limit)


def test_the_same_phrase_in_two_documents_is_one_topic() -> None:
    """It has the places of both, and both documents."""
    (topic,) = topics_of(
        {
            "a": (("The gas pipeline opened.",), ("gas pipeline",)),
            "b": (("A gas pipeline leaked.",), ("gas pipeline",)),
        }
    )
    assert (topic.id, topic.documents) == ("gas-pipeline", ("a", "b"))
    assert [(o.document, o.start, o.end) for o in topic.occurrences] == [("a", 4, 16), ("b", 2, 14)]


def test_variants_with_the_same_telling_words_are_one_topic() -> None:
    """*Ceasefire agreement* and *ceasefire proposal* differ in a general word alone."""
    (topic,) = topics_of(
        {
            "a": (("The ceasefire agreement held.",), ("ceasefire agreement",)),
            "b": (("No ceasefire proposal was made.",), ("ceasefire proposal",)),
        }
    )
    assert set(topic.variants) == {"ceasefire agreement", "ceasefire proposal"}


def test_a_longer_phrase_joins_the_shorter_it_ends_with() -> None:
    """*Red lines* and *Ukrainian red lines* are one topic where both are keyphrases."""
    (topic,) = topics_of(
        {
            "a": (("The red lines are known.",), ("red lines",)),
            "b": (("It crossed Ukrainian red lines.",), ("Ukrainian red lines",)),
        }
    )
    assert set(topic.variants) == {"red lines", "Ukrainian red lines"}


def test_different_words_are_different_topics() -> None:
    """*Peace plan* and *power plan* share a general word and nothing else."""
    topics = topics_of(
        {"a": (("The peace plan and the power plan.",), ("peace plan", "power plan"))}
    )
    assert [t.label for t in topics] == ["peace plan", "power plan"]


def test_what_more_documents_have_comes_first() -> None:
    """A phrase of two documents goes before one of one."""
    topics = topics_of(
        {
            "a": (("A lawsuit stopped the ski lift.",), ("ski lift", "lawsuit")),
            "b": (("The lawsuit again.", "No lawsuit ends."), ("lawsuit",)),
        }
    )
    assert topics[0].label.lower() == "lawsuit"


def test_the_list_stays_short() -> None:
    """However many documents there are, no more topics come than are asked for."""
    parts = {f"d{i:03}": ((f"The thing{i:03} broke.",), (f"thing{i:03}",)) for i in range(200)}
    assert len(topics_of(parts, limit=30)) == 30


def test_actors_and_related_topics_share_sentences() -> None:
    """Who and what stands in the same sentences, most often first."""
    mention = ActorMention("a", 0, 6, "Norway", "name", "s-0")
    actor = Actor("norway", "Norway", "country", (Alias("Norway", 1),), (), (mention,))
    topics = topics_of(
        {
            "a": (
                ("Norway cut the gas pipeline and the ferry line.",),
                ("gas pipeline", "ferry line"),
            )
        },
        actors=(actor,),
    )
    by_label = {t.label: t for t in topics}
    assert by_label["gas pipeline"].actors == ("norway",)
    assert by_label["gas pipeline"].related == (by_label["ferry line"].id,)


def test_ids_are_told_apart() -> None:
    """Two labels with one slug get two ids."""
    topics = topics_of({"a": (("The C++ code and the C code.",), ("C++ code", "C code"))})
    assert len({t.id for t in topics}) == len(topics)


@pytest.mark.parametrize("limit", [1, 5])
def test_nothing_gives_nothing(limit: int) -> None:
    """No keyphrases, no topics."""
    assert resolve_topics([], [], {}, (), limit=limit) == ()


def labels(topics: tuple[Topic, ...]) -> list[str]:
    """The topics' labels, most important first."""
    return [t.label for t in topics]


FILLER = ("Snow fell.", "It rained.", "It blew.")


def test_what_documents_open_with_stands_before_what_they_end_on() -> None:
    """A subject is named in the headline or the first sentences."""
    last = (*FILLER, "The rusty lantern hung in the harbour strike of Suva.")
    found = topics_of(
        {
            "a": (
                ("A harbour strike began.", *last[:3], "A rusty lantern hung."),
                ("rusty lantern", "harbour strike"),
            ),
            "b": (
                ("The harbour strike ended.", *last[:3], "The rusty lantern fell."),
                ("rusty lantern", "harbour strike"),
            ),
        }
    )
    assert labels(found) == ["harbour strike", "rusty lantern"]


def test_a_person_is_no_subject_beside_one() -> None:
    """A name lies among the actors; as a topic it comes last."""
    text = "Ada Okoye led the ferry strike."
    mention = ActorMention("a", 0, 9, "Ada Okoye", "name", "s-0")
    okoye = Actor("ada", "Ada Okoye", "person", (Alias("Ada Okoye", 1),), (), (mention,))
    rest = dict.fromkeys("bcd", (("The ferry strike went on.",), ("ferry strike",)))
    found = topics_of({"a": ((text,), ("Ada Okoye", "ferry strike")), **rest}, actors=(okoye,))
    assert labels(found) == ["ferry strike", "Ada Okoye"]


def test_a_place_is_no_subject_beside_one() -> None:
    """Where something happens lies among the places; as a topic it comes last."""
    mention = ActorMention("a", 4, 13, "Tarnu Bay", "name", "s-0")
    bay = Actor("tarnu", "Tarnu Bay", "place", (Alias("Tarnu Bay", 1),), (), (mention,))
    rest = dict.fromkeys("bcd", (("It rained.",), ()))
    told = (("The Tarnu Bay harbour saw a ferry strike.",), ("Tarnu Bay", "ferry strike"))
    found = topics_of({"a": told, **rest}, actors=(bay,))
    assert labels(found) == ["ferry strike", "Tarnu Bay"]


def test_a_topic_of_words_told_before_comes_last() -> None:
    """*Strike vote* brings no word beside *ferry strike* and *harbour vote*."""
    phrases = ("ferry strike", "harbour vote", "strike vote", "tidal lock")
    text = "The ferry strike, the harbour vote, the strike vote and the tidal lock were told of."
    found = topics_of({"a": ((text,), phrases)})
    assert labels(found)[-1] == "strike vote"


def test_an_office_is_no_subject_beside_one() -> None:
    """*The team president* is somebody, who lies among the actors."""
    text = "The team president led the ferry strike."
    rest = dict.fromkeys("bcd", (("The team president joined the ferry strike.",), ()))
    found = topics_of({"a": ((text,), ("team president", "ferry strike")), **rest})
    assert labels(found) == ["ferry strike", "team president"]


def test_one_everyday_word_comes_after_what_names_something() -> None:
    """*Police* is in most reports; *ferry strike* says what one is about."""
    found = topics_of(
        {
            "a": (("The police watched the ferry strike.",), ("police", "ferry strike")),
            "b": (("The police ended the ferry strike.",), ("police", "ferry strike")),
        }
    )
    assert labels(found) == ["ferry strike", "police"]


def test_a_hyphen_makes_no_other_topic() -> None:
    """*E-mail server* and *email server* are one."""
    found = topics_of(
        {
            "a": (("The e-mail server failed.",), ("e-mail server",)),
            "b": (("An email server burnt.",), ("email server",)),
        }
    )
    assert [t.documents for t in found] == [("a", "b")]


ONE_PLACE = [
    ("harbour wall", "tidal lock"),
    ("grain market", "copper roof"),
    ("ferry lease", "spring tide"),
]


@pytest.mark.parametrize(("told", "once"), ONE_PLACE)
def test_what_one_place_names_is_no_subject_of_many_documents(told: str, once: str) -> None:
    """A phrase that stands once among three documents comes after one that comes back."""
    parts = {
        "a": ((f"Lubao shut the {once}.", f"The {told} leaked.", f"A {told} stood."), (once, told)),
        "b": (("Nobody came.",), ()),
        "c": (("Schools opened.",), ()),
    }
    assert labels(topics_of(parts)) == [told, once]
    assert labels(topics_of({name: parts[name] for name in "ab"})) == [once, told]


TITLED = [("Mayor Ada Obi", True), ("Ada Obi", True), ("call with Ada Obi", False)]


@pytest.mark.parametrize(("form", "wanted"), TITLED)
def test_a_name_with_its_title_is_a_person(form: str, wanted: bool) -> None:
    """The person is among the actors; what was done with her is a subject."""
    assert _names_person(form, frozenset({"ada obi", "obi"}), frozenset({"with"})) is wanted


HEADS = [
    ("ferry", "ferry strike", False),
    ("strike", "ferry strike", True),
    ("strike", "strike in Suva", True),
    ("tide", "tide table in Suva", False),
]


@pytest.mark.parametrize(("one", "other", "joined"), HEADS)
def test_a_phrase_is_of_the_kind_of_its_head(one: str, other: str, joined: bool) -> None:
    """A ferry strike and a strike in Suva are strikes; neither is a ferry."""
    parts = {
        "a": ((f"The {one} was old.",), (one,)),
        "b": ((f"The {other} was new.",), (other,)),
    }
    assert (len(topics_of(parts)) == 1) is joined


def test_a_label_is_no_part_of_its_subject() -> None:
    """*Theft* and not *day of the theft*, where both are said."""
    found = topics_of(
        {
            "a": (("The theft in Tarn was long.",), ("theft",)),
            "b": (("On the day of the theft it rained.",), ("day of the theft",)),
        }
    )
    assert labels(found) == ["theft"]


def label_of_forms(*forms: str) -> list[str]:
    """The labels of forms that stand in a document each."""
    return labels(topics_of({f"d{i}": ((f"The {f} was old.",), (f,)) for i, f in enumerate(forms)}))


def test_a_label_fits_the_places_that_it_is_shown_over() -> None:
    """Three ferry terminals are no *north ferry terminal*; what says less goes against none."""
    several = (
        "ferry terminal",
        "north ferry terminal",
        "south ferry terminal",
        "west ferry terminal",
    )
    assert label_of_forms(*several) == ["ferry terminal"]
    assert label_of_forms("terminal", "ferry terminal", "north ferry terminal") == [
        "north ferry terminal"
    ]


def test_a_single_word_does_not_take_the_place_of_a_label() -> None:
    """*Strike* says too little where *ferry strike*, *bus strike* and *tram strike* are told of."""
    (label,) = label_of_forms("strike", "ferry strike", "bus strike", "tram strike")
    assert label.endswith(" strike")


def test_a_thing_beside_the_news_comes_after_its_subject() -> None:
    """A single small word that no document opens with is no subject; one that it opens with is."""
    parts = {
        name: (
            (f"The lawsuit over the {name} pier began.", "A lantern hung over the copper roof."),
            ("lantern", "copper roof", "lawsuit"),
        )
        for name in ("north", "south")
    }
    assert labels(topics_of(parts)) == ["copper roof", "lawsuit", "lantern"]


class CountedNumber(int):
    """A number that counts how often it is looked up."""

    lookups = 0

    def __hash__(self) -> int:
        """Count, too."""
        CountedNumber.lookups += 1
        return int(self)


def test_last_topics_are_told_apart_in_linear_time() -> None:
    """Of many that stand in a better one each is looked up a few times, however many they are."""
    ranked: list[int] = [CountedNumber(i) for i in range(300)]
    keys = dict.fromkeys(ranked, ("harbour",))
    CountedNumber.lookups = 0
    assert _telling_more(ranked, keys, frozenset()) == ranked
    assert CountedNumber.lookups <= 5 * len(ranked)
