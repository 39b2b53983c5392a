"""The features of a phrase are one row of numbers, in an order that never changes by itself."""

import pytest

from generator.extract.keyphrases.features import BRIEF
from generator.language.lexicons import load_rows
from generator.model.features import FEATURES, feature, pack_features, unpack_features
from generator.resolve.keyphrases.ranking import CORPUS_FEATURES


def test_a_row_gives_back_what_was_put_in() -> None:
    """Numbers are the same to the last bit; a feature that was not named is 0."""
    row = pack_features({"yake": 0.1, "count": 1 / 3})
    assert unpack_features(row) == dict.fromkeys(FEATURES, 0.0) | {"yake": 0.1, "count": 1 / 3}
    assert feature(row, "count") == 1 / 3


def test_an_unknown_feature_is_refused() -> None:
    """A feature that nobody named would else be lost without a word."""
    with pytest.raises(KeyError):
        pack_features({"cuont": 1.0})


def test_each_weight_has_its_feature() -> None:
    """The ranker weighs what a row has and what the corpus adds, and nothing else."""
    weighed = {row[0] for row in load_rows("keyphrase_weights")}
    assert weighed <= set(FEATURES) | CORPUS_FEATURES
    assert {f"brief_{name}" for name in BRIEF} <= set(FEATURES)
