"""Pronouns and pointing words, in brackets, that a sentence explains (``+``) or not (``-``)."""

import pytest

from generator.language.anaphora import is_bound, is_pleonastic, points_back, quotation_leans
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.model.text import Segment, Token

LEXICON = Lexicon("en")


def read(text: str, model: LanguageModel) -> tuple[Tree, Token]:
    """The parse of a sentence, and the word of it that stands in brackets."""
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    (segment,) = model.parse("one", plain, (Segment(0, len(plain), "body"),)).segments
    return Tree(segment.tokens), next(t for t in segment.tokens if t.start == start)


PRONOUNS = [
    "+ Ines Duarte said [she] would resign.",
    "- Ines Duarte thanked [her] on Monday.",
    "+ Ines Duarte blamed [herself] on Monday.",
    "+ Ines Duarte said the court had cleared [her].",
    "- Ines Duarte sold [it] on Monday.",
    "+ The ferry sank after the storm hit [it].",
    "+ The ship Aurora found [herself] in a storm.",
    "+ After [her] speech, Ines Duarte left.",
    "+ A week before [it] filed for bankruptcy, the company sold a ferry.",
    "- [He] left on Monday, Bo Ek said.",
    "- Ten farmers were freed, [he] said.",
    "- As the park's biologist, [he] counts the deer.",
    "- Ines Duarte sold the ferry in [his] place.",
    "+ Farmers won two million and kept nearly all of [it].",
    "- In Oslo [they] sold a ferry.",
    "+ On Sunday, Jimmy Tompkins, 31, met [his] son.",
    "+ It cost two million, and [it] was clear that the town would pay.",
]


@pytest.mark.parametrize("case", PRONOUNS)
def test_a_pronoun_is_bound_by_its_sentence_or_not(case: str, model: LanguageModel) -> None:
    """A plus stands before a sentence that can say itself whom or what its pronoun means."""
    tree, pronoun = read(case[2:], model)
    assert is_bound(pronoun, tree.tokens, tree, LEXICON) == (case[0] == "+")


EMPTY = [
    "+ [It] is unlikely that the town will pay.",
    "+ [It] was reported that the town had paid.",
    *(
        f"+ [It] was {said} that the town would pay."
        for said in ("said", "announced", "feared", "agreed")
    ),
    *(
        f"- [It] was {told} that the town would pay."
        for told in ("told", "informed", "assured", "reminded", "warned", "notified")
    ),
    "- [It] was sold after the fire.",
    "- [It] said that the town would pay.",
    "- [It] sank in the storm.",
]


@pytest.mark.parametrize("case", EMPTY)
def test_an_it_that_means_nothing(case: str, model: LanguageModel) -> None:
    """A plus stands before an *it* that only announces a clause."""
    tree, pronoun = read(case[2:], model)
    assert is_pleonastic(pronoun, tree, LEXICON) == (case[0] == "+")


POINTING = [
    "- [This] deal failed.",
    "+ The deal failed, as [such] a deal must.",
    "+ [This] week the bank failed.",
    "+ [Those] who fled spoke of chaos.",
    "+ The bank failed, and [this] raised fears.",
    "- Ines Duarte said [this] had failed.",
    "- [These] are critical.",
    "+ The banks failed, and [these] were the last.",
    "+ Ines Duarte sold [that] part of the town.",
    "+ Ines Duarte said [that] the bank failed.",
]


@pytest.mark.parametrize("case", POINTING)
def test_a_pointing_word_is_explained_or_not(case: str, model: LanguageModel) -> None:
    """A plus stands before a sentence in which the word in brackets points at nothing outside."""
    tree, word = read(case[2:], model)
    assert points_back(word, tree.tokens, tree, LEXICON) == (case[0] == "-")


def test_a_quotation_in_front_leans_by_its_first_word() -> None:
    """Before any noun a quotation that opens with a pronoun needs what came before it."""
    begins = {"entity_begins": False, "sentence_begins": True, "hole": True}
    hole = Token(0, 0, 13, "x", "x", "X", "XX", "dobj", 0, "", **begins)
    assert quotation_leans("“It is late,” he said.", (hole,), LEXICON)
    assert not quotation_leans("“Ines Duarte left,” he said.", (hole,), LEXICON)
