"""Actions: who does what to whom, with modality and negation, and silence where nothing is done."""

import pytest
from made_corpora import BEFORE, MakeSeeds

from generator.extract import actions
from generator.extract.actions import ACTION_RULES
from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.model.annotations import Action
from generator.read.seeds import read_seeds

DONE = {
    "object": ("Russia attacked Ukraine on Monday.", "attack", "Ukraine", None, False),
    "preposition": ("Joe Biden spoke to Olaf Scholz.", "speak", "Olaf Scholz", None, False),
    "modal": ("China will abandon the talks.", "abandon", "the talks", "will", False),
    "attitude": (
        "China threatened to impose tariffs.",
        "impose",
        "tariffs",
        "threatened to",
        False,
    ),
    "hedge": ("China reportedly cancelled the visit.", "cancel", "the visit", "reportedly", False),
    "pronoun": ("He signed the treaty.", "sign", "the treaty", None, False),
    "negation": ("France did not sign the treaty.", "sign", "the treaty", None, True),
    "light verb": (
        "Joe Biden held talks with Olaf Scholz.",
        "hold",
        "talks with Olaf Scholz",
        None,
        False,
    ),
    "particle": ("China carried out an attack.", "carry out", "an attack", None, False),
    "hyphen": ("China slow-walked the talks.", "slow-walk", "the talks", None, False),
    "never": ("Never again would China leave the talks.", "leave", "the talks", "would", True),
    "two modal words": (
        "China must try to leave the talks.",
        "leave",
        "the talks",
        "must try to",
        False,
    ),
    "for a time": ("Joe Biden went for a time to the desert.", "go", "the desert", None, False),
    "it seems clear": (
        "It seems clear that China has abandoned the talks.",
        "abandon",
        "the talks",
        None,
        False,
    ),
    "the fact that": (
        "The fact that Joe Biden spoke to Olaf Scholz surprised the press.",
        "speak",
        "Olaf Scholz",
        None,
        False,
    ),
    "perfect": ("Angela Merkel has signed the treaty.", "sign", "the treaty", None, False),
}
SILENT = {
    "what may be": "Joe Biden could sign the treaty with Angela Merkel.",
    "copula": "Joe Biden is the president of the United States.",
    "saying": "Joe Biden said the talks were over.",
    "what somebody says": "Joe Biden said that China attacked the fleet.",
    "condition": "If China attacks the fleet, ships will sink.",
    "question": "Will China attack the fleet?",
    "doubt": "It is unlikely that China will attack the fleet.",
    "seeming": "It seems that China attacked the fleet.",
    "a rumour": "There is speculation that China may attack the fleet.",
    "an agreement": "They agreed that China would leave the talks.",
    "let somebody": "He agreed to let China join the alliance.",
    "time spent": "Joe Biden spent two weeks with the troops.",
    "despite": "China disappointed despite the talks.",
    "no person": "It snowed in China.",
    "common noun": "The army attacked the fleet.",
    "no object": "Joe Biden smiled.",
    "passive": "Joe Biden was attacked by critics.",
    "infinitive": "It is time for China to leave the talks.",
    "its content left out": "Joe Biden vowed on Monday in Oslo that China would leave the talks.",
    "its object before it": "Traders knew the price that Joe Biden put on the mill.",
    "its judgement left out": "Joe Biden called the raid “a crime against all sailors”.",
    "another's second verb": "It snowed in China, and a sailor was promoted and fired in Oslo.",
    "quoted": "“China attacked the fleet and sank it,” said a sailor.",
}


def actions_of(text: str, model: LanguageModel, make_seeds: MakeSeeds) -> tuple[str, list[Action]]:
    """The document's text and the actions found in it."""
    (document,) = read_seeds(make_seeds({"d0.txt": f"{BEFORE}{text}\n"})).documents
    return document.text, list(find_annotations(document, model=model).actions)


@pytest.mark.parametrize(
    ("text", "verb", "target", "modality", "negated"), DONE.values(), ids=DONE.keys()
)
def test_what_is_done(
    text: str,
    verb: str,
    target: str,
    modality: str | None,
    negated: bool,
    model: LanguageModel,
    make_seeds: MakeSeeds,
) -> None:
    """One clause gives one action, with its verb, target, modality and negation."""
    document, (action,) = actions_of(text, model, make_seeds)
    assert action.target is not None
    assert (action.verb, action.target.text) == (verb, target)
    assert (action.modality, action.negated) == (modality, negated)
    assert document[action.span.start : action.span.end] in text


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_not_done(text: str, model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """States, sayings, conditions, questions and common nouns give no action."""
    assert actions_of(text, model, make_seeds)[1] == []


def test_two_verbs_of_one_subject(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """Coordinated verbs share their subject and their modal."""
    _, found = actions_of("China will leave the talks and attack the fleet.", model, make_seeds)
    assert [(a.verb, a.modality) for a in found] == [("leave", "will"), ("attack", "will")]


def test_a_verb_with_its_own_modal_takes_no_other(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """What could happen to one does not make uncertain what another will do."""
    text = "The talks could fail, and China would attack the fleet."
    _, (action,) = actions_of(text, model, make_seeds)
    assert (action.verb, action.modality) == ("attack", "would")


def test_who_did_it_in_a_relative_clause(model: LanguageModel, make_seeds: MakeSeeds) -> None:
    """*Who* after a name is that name."""
    text, (action,) = actions_of(
        "Reporters waited for Steve Witkoff, who met Vladimir Putin in Moscow.", model, make_seeds
    )
    assert text[action.agent.start : action.agent.end] == "Steve Witkoff"


TIED = (
    "Russia attacked Ukraine on Monday.",
    "The president, Angela Merkel, met Olaf Scholz.",
    "The press praised Angela Merkel, who signed the treaty on Monday.",
)


@pytest.mark.parametrize("rule", [rule.id for rule in ACTION_RULES])
def test_an_action_needs_the_rule(
    rule: str, model: LanguageModel, make_seeds: MakeSeeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule a sentence has other actions."""
    whole = [actions_of(text, model, make_seeds) for text in TIED]
    left = tuple(one for one in ACTION_RULES if one.id != rule)
    monkeypatch.setattr(actions, "ACTION_RULES", left)
    assert [actions_of(text, model, make_seeds) for text in TIED] != whole


def test_a_verb_behind_another_subject_is_not_the_first_s(
    model: LanguageModel, make_seeds: MakeSeeds
) -> None:
    """Who was promoted and fired is not who left."""
    text = "Joe Biden left the fleet, and Olaf Scholz led the talks and signed the treaty."
    document, found = actions_of(text, model, make_seeds)
    done = [(document[a.agent.start : a.agent.end], a.verb) for a in found]
    assert done == [("Joe Biden", "leave"), ("Olaf Scholz", "lead"), ("Olaf Scholz", "sign")]
