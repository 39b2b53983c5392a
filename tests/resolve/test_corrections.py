"""The editor's word is last: what each correction does, and that twice is the same as once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.annotations import Phrase
from generator.model.corpus import (
    Actor,
    ActorAction,
    ActorMention,
    Alias,
    AttributedQuotation,
    Corpus,
    Correction,
    DatedExpression,
    DocumentRow,
    RelatedActor,
    Role,
    TimelineEntry,
    TimelineMember,
)
from generator.model.text import Document, Metadata
from generator.resolve.corrections import apply_corrections

TEXT = "Ann Lee said “no” in May.\nMr Lee sold ships to Bo Ek.\nMay came."


def mention(text: str, nth: int = 0) -> ActorMention:
    """The place where a text stands for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return ActorMention("d", start, start + len(text), text, "name", "s")


def actor(identifier: str, *mentions: ActorMention, **fields: object) -> Actor:
    """An actor with these mentions, their texts its aliases."""
    aliases = tuple(Alias(t, 1) for t in sorted({m.text for m in mentions}))
    made = Actor(identifier, mentions[0].text, "person", aliases, (), mentions, salience=1.0)
    return replace(made, **fields)


def correction(action: str, *target: str, value: str | None = None) -> Correction:
    """One line of the editor's file."""
    return Correction(action, target, value, "for a reason", 7, applied=False)


def make_corpus() -> Corpus:
    """Two persons, one quotation, one action, one date."""
    ann, lee, bo = mention("Ann Lee"), mention("Lee", 1), mention("Bo Ek")
    role = Role("seller", "d", 5, 8, None)
    document = Document("d", "d.txt", "text/plain", "", "", TEXT, "en", Metadata(), (), ())
    said = Phrase(ann.start, ann.end, "Ann Lee")
    quotation = AttributedQuotation(
        "q", "d", 14, 16, "no", "direct_speech", "ann", "Ann Lee", said, None, "explicit", None,
        ("bo",), "s", "governing_verb", "subject", None,
    )  # fmt: skip
    action = ActorAction(
        "x",
        "d",
        "s",
        "lee",
        "sell",
        "bo",
        None,
        None,
        negated=False,
        start=26,
        end=53,
        rule="own_subject",
        why="",
    )
    date = DatedExpression(
        "t", "d", 21, 24, "May", "2024-05", None, "month", "month", "", (), "inferred", None,
        in_timeline=True, sentence="s",
    )  # fmt: skip
    entry = TimelineEntry(
        "e", "2024-05", "inferred", background=False, planned=False, actors=("lee", "bo"),
        members=(TimelineMember("t", "d", 0, 25),),
    )  # fmt: skip
    return Corpus(
        documents=(DocumentRow(document, (), "en", ()),),
        skipped=(),
        actors=(
            actor("ann", ann, quotations_by=("q",), related=(RelatedActor("lee", ("s",)),)),
            actor("lee", lee, roles=(role, replace(role, text="owner"))),
            actor("bo", bo),
        ),
        quotations=(quotation,),
        statements=(),
        actions=(action,),
        dates=(date,),
        timeline=(entry,),
        topics=(),
        takeaways=(),
        comparison=(),
    )


def corrected(*corrections: Correction) -> Corpus:
    """The corpus after the corrections, all of which must apply."""
    corpus = apply_corrections(make_corpus(), corrections)
    assert all(c.applied for c in corpus.corrections)
    assert corpus.warnings == ()
    return corpus


def actors_of(corpus: Corpus) -> dict[str, Actor]:
    """The actors by id."""
    return {a.id: a for a in corpus.actors}


def test_merge_makes_one_of_two() -> None:
    """The first stays with all mentions and roles, and every row that named the other follows."""
    corpus = corrected(correction("merge", "ann", "lee"))
    one = actors_of(corpus)["ann"]
    assert [m.text for m in one.mentions] == ["Ann Lee", "Lee"]
    assert [r.text for r in one.roles] == ["owner", "seller"]
    assert one.related == ()
    assert "lee" not in actors_of(corpus)
    assert corpus.actions[0].actor == "ann"
    assert corpus.timeline[0].actors == ("ann", "bo")


def test_split_parts_a_form_of_the_name() -> None:
    """The mentions of one form become an actor of their own, and speak for it."""
    merged = correction("merge", "lee", "ann")
    corpus = corrected(merged, correction("split", "lee", value="Ann Lee"))
    assert [m.text for m in actors_of(corpus)["lee"].mentions] == ["Lee"]
    assert actors_of(corpus)["ann-lee"].quotations_by == ("q",)
    assert corpus.quotations[0].speaker == "ann-lee"


def test_rename_keeps_the_id() -> None:
    """The new name stands on the actor and on the quotation; links stay as they were."""
    corpus = corrected(correction("rename", "ann", value="Ann B. Lee"))
    assert actors_of(corpus)["ann"].name == "Ann B. Lee"
    assert corpus.quotations[0].speaker_name == "Ann B. Lee"


def test_type_role_hide_and_pin() -> None:
    """What an actor is, is called first, and whether it is shown, is the editor's to say."""
    corpus = corrected(
        correction("type", "bo", value="organisation"),
        correction("role", "lee", value="owner"),
        correction("hide", "ann"),
        correction("pin", "bo"),
    )
    assert actors_of(corpus)["bo"].type == "organisation"
    assert [r.text for r in actors_of(corpus)["lee"].roles] == ["owner", "seller"]
    assert not actors_of(corpus)["ann"].shown
    assert "for a reason" in actors_of(corpus)["ann"].why
    assert corpus.actors[0].id == "bo"


def test_reattribute_a_quotation() -> None:
    """A quotation goes to another speaker, or to nobody, and the lists of the actors follow."""
    other = corrected(correction("reattribute", "q", value="lee"))
    assert (other.quotations[0].speaker, actors_of(other)["lee"].quotations_by) == ("lee", ("q",))
    nobody = corrected(correction("reattribute", "q"))
    assert nobody.quotations[0].speaker is None
    assert actors_of(nobody)["ann"].quotations_by == ()


def test_fix_a_date() -> None:
    """The value changes on the date and on the timeline."""
    corpus = corrected(correction("date", "t", value="2023-05"))
    assert (corpus.dates[0].value, corpus.timeline[0].date) == ("2023-05", "2023-05")


def test_exclude_a_line() -> None:
    """All that stands in the line is gone, and an actor that stood nowhere else too."""
    corpus = corrected(correction("exclude", "d", "1"))
    assert set(actors_of(corpus)) == {"lee", "bo"}
    assert (corpus.quotations, corpus.dates, corpus.timeline) == ((), (), ())
    assert len(corpus.actions) == 1


GONE = {
    "merge": correction("merge", "ann", "nobody"),
    "split": correction("split", "ann", value="Annie"),
    "rename": correction("rename", "nobody", value="X"),
    "type": correction("type", "nobody", value="person"),
    "role": correction("role", "lee", value="king"),
    "hide": correction("hide", "nobody"),
    "pin": correction("pin", "nobody"),
    "reattribute": correction("reattribute", "q", value="nobody"),
    "date": correction("date", "nothing", value="2020"),
    "exclude a line that is not there": correction("exclude", "d", "99"),
    "exclude from no document": correction("exclude", "x", "1"),
}


@pytest.mark.parametrize("gone", GONE.values(), ids=GONE.keys())
def test_what_no_longer_applies_is_a_warning(gone: Correction) -> None:
    """The corpus stays as it was, and the warning names the correction's line."""
    corpus = apply_corrections(make_corpus(), [gone])
    assert not corpus.corrections[0].applied
    assert "seeds/corrections.yml:7" in corpus.warnings[0]
    assert replace(corpus, corrections=(), warnings=()) == make_corpus()


def test_no_corrections_change_nothing() -> None:
    """Without an editor's file the corpus is what the rules made."""
    assert apply_corrections(make_corpus(), ()) == make_corpus()


ANY = (
    correction("merge", "ann", "lee"),
    correction("merge", "bo", "ann"),
    correction("split", "ann", value="Lee"),
    correction("rename", "ann", value="Ann B. Lee"),
    correction("type", "bo", value="organisation"),
    correction("role", "lee", value="owner"),
    correction("hide", "bo"),
    correction("pin", "bo"),
    correction("reattribute", "q", value="lee"),
    correction("reattribute", "q"),
    correction("date", "t", value="2023-05"),
    correction("exclude", "d", "1"),
)


@settings(max_examples=200, deadline=None)
@given(before=st.lists(st.sampled_from(ANY), max_size=3), one=st.sampled_from(ANY))
def test_twice_is_the_same_as_once(before: list[Correction], one: Correction) -> None:
    """A correction applied twice gives the same corpus as applied once."""
    once = apply_corrections(make_corpus(), [*before, one])
    twice = apply_corrections(make_corpus(), [*before, one, one])
    assert replace(once, corrections=(), warnings=()) == replace(twice, corrections=(), warnings=())
