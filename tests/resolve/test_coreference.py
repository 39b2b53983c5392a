"""Pronouns and descriptions: who is meant, or nobody."""

import pytest
from made_corpora import BEFORE, MakeSeeds, cast_of, check_marks, unmark

from generator.language.pipeline import LanguageModel

MEANT = {
    "the only person": "{a person:Angela Merkel} arrived. {a:She} was late.",
    "possessive": "{a person:Angela Merkel} praised {a:her} ministers.",
    "subject of the sentence before": (
        "{a person:Boris Johnson} met {b person:Rishi Sunak}. {a:He} left early."
    ),
    "the other gender": (
        "{a person:Angela Merkel} met {b person:Boris Johnson}. {b:His} hair was wet."
    ),
    "leader of a country": (
        "Russian President {a person:Vladimir Putin} spoke. {a:The Russian leader} was calm."
    ),
    "president of the country": (
        "US president {a person:Joe Biden} met Kenyan president {b person:William Ruto}. "
        "{a:The US president} spoke first."
    ),
    "subject of a paragraph before": (
        "{a:Angela Merkel} arrived.\n\nThe wind blew.\n\n{a:She} slept."
    ),
    "beside the name": "She met {a:her Russian counterpart}, {a person:Sergei Lavrov}.",
}
NOBODY = {
    "two men, neither leads": "A gift from {a:Boris Johnson} to {b:Rishi Sunak}. {-:He} wept.",
    "a woman or a man of no list, and a man": (
        "{a:Joan Marlow} met {b:Eric Halvorsen} at the pier. {-:He} said that the ferry was late."
    ),
    "no person": "The wind blew. {-:He} slept.",
    "two presidents": (
        "US president {a:Joe Biden} met Kenyan president {b:William Ruto}. {-:The president} spoke."
    ),
    "an unnamed one": "{a:Joe Biden} came. {-:A minister} spoke.",
    "another country": "Russian President {a:Vladimir Putin} spoke. The Polish {-:leader} left.",
}


@pytest.mark.parametrize("case", MEANT.values(), ids=MEANT.keys())
def test_reference_means_somebody(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A pronoun or description that can mean one person means that person."""
    check_marks(case, model, make_seeds)


@pytest.mark.parametrize("case", NOBODY.values(), ids=NOBODY.keys())
def test_doubt_is_no_guess(case: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Where two could be meant, or nobody, the reference stays unresolved."""
    check_marks(case, model, make_seeds)


def test_every_reference_says_its_rule(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """A resolved pronoun or description carries the rule that resolved it."""
    text, _ = unmark(MEANT["leader of a country"], "d0")
    cast = cast_of({"d0": text}, model, make_seeds)
    kinds = {
        m.kind: m.why for a in cast.actors for m in a.mentions if m.kind in {"nominal", "pronoun"}
    }
    assert kinds == {"nominal": "the words are what the one actor is called"}


TOGETHER = {
    "two presidents": (
        "US president Joe Biden met Kenyan president William Ruto. [The two presidents] spoke.",
        ["Joe Biden", "William Ruto"],
    ),
    "leaders of another paragraph": (
        "Chancellor Angela Merkel saw President Emmanuel Macron.\n\n[Both leaders] were late.",
        ["Angela Merkel", "Emmanuel Macron"],
    ),
    "both men": (
        "Boris Johnson wrote to Keir Starmer. [Both men] lost.",
        ["Boris Johnson", "Keir Starmer"],
    ),
    "both countries": ("Kenya wrote to Uganda. [Both countries] lost.", ["Kenya", "Uganda"]),
    "they, joined as subject": (
        "Boris Johnson and Angela Merkel arrived late. [They] were tired.",
        ["Angela Merkel", "Boris Johnson"],
    ),
}
NOT_TOGETHER = {
    "three men": "Boris Johnson wrote to Keir Starmer and to David Cameron. [Both men] lost.",
    "one of them is no president": (
        "US president Joe Biden met Ann Lee, a farmer. [The two presidents] spoke."
    ),
    "more words say who": (
        "Boris Johnson wrote to Keir Starmer. [The two men] from Leeds never wrote back."
    ),
    "one woman": "Boris Johnson wrote to Angela Merkel. [Both men] lost.",
    "they could be the letters": (
        "Boris Johnson and Angela Merkel read the letters. [They] were long."
    ),
    "they, not joined": "Boris Johnson wrote to Angela Merkel. [They] were tired.",
    "they, a man and a country": "Boris Johnson and Kenya signed. [They] were tired.",
    "in a quotation": (
        "Boris Johnson wrote to Keir Starmer. “I never liked [both men] at all,” said Ann Lee."
    ),
}


def meant(text: str, model: LanguageModel, make_seeds: MakeSeeds) -> list[str]:
    """The names of the actors that the words in square brackets mean."""
    words = text[text.index("[") + 1 : text.index("]")]
    cast = cast_of({"d0": text.replace("[", "").replace("]", "")}, model, make_seeds)
    at = len(BEFORE) + text.index("[")
    return sorted(
        a.name for a in cast.actors for m in a.mentions if (m.start, m.text) == (at, words)
    )


@pytest.mark.parametrize(("text", "names"), TOGETHER.values(), ids=TOGETHER.keys())
def test_several_meant_at_once(
    text: str, names: list[str], model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """A plural reference means all whom it counts, where exactly so many fit."""
    assert meant(text, model, make_seeds) == names


@pytest.mark.parametrize("text", NOT_TOGETHER.values(), ids=NOT_TOGETHER.keys())
def test_plural_doubt_is_no_guess(text: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Where others could be meant, a plural reference means nobody."""
    assert meant(text, model, make_seeds) == []
