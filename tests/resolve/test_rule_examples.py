"""Each example that *briefing rules* shows beside a rule of resolving is decided by that rule."""

import json

import pytest
from made_corpora import BEFORE, MakeSeeds
from rule_ids import ids_in

from generator.commands.build import gather
from generator.config import Settings
from generator.language.lexicons import load_rows
from generator.pages.exports.json_data import render_data

STAGES = frozenset({"quotations", "mentions", "coreference", "actors", "actor_types"})
ELSEWHERE = frozenset({"no_source", "no_word_lists", "perhaps_a_thing"})
"""What needs a document without anybody, one in another language, or is in no data file."""
FILES = ("quotations", "statements", "actors")
EXAMPLES = {
    (stage, rule): example
    for stage, rule, certainty, example in load_rows("rule_examples", "en")
    if stage in STAGES and certainty != "editor" and rule not in ELSEWHERE
}


@pytest.mark.parametrize(("stage", "rule"), EXAMPLES)
def test_the_example_is_decided_by_the_rule(stage: str, rule: str, make_seeds: MakeSeeds) -> None:
    """The rule's id stands in the data of a document that holds the example."""
    text = BEFORE + EXAMPLES[stage, rule].replace(" ⏎ ", "\n\n")
    gathered = gather(
        make_seeds({"one.txt": text}),
        settings=Settings(),
        cache_dir=None,
        progress=lambda _step, _done, _total: None,
    )
    files = render_data(gathered.corpus, gathered.build_info)
    found = {
        one for name in FILES for one in ids_in(json.loads(files[f"{name}.json"]), found=False)
    }
    assert rule in found
