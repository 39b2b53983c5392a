"""The features of a phrase that may become a keyphrase, as one row of numbers.

A document has a score of such phrases, each with all features. Kept as names and numbers they are
four fifths of all that is known of a corpus; as a row each takes half a kilobyte.
"""

from collections.abc import Mapping
from struct import Struct as Row

FEATURES = (
    *("adjective", "all_name", "bias", "brief_adjective", "brief_bias", "brief_capitals"),
    *("brief_compound", "brief_count", "brief_first", "brief_generic_alone", "brief_genitive"),
    *("brief_letters", "brief_word_count_mean", "brief_words_many", "brief_yake", "capitals"),
    *("compound", "count", "first", "first_share", "generic_alone", "generic_head", "genitive"),
    *("lacks_genitive", "lacks_link", "last_share", "letters", "link", "name", "name_count_most"),
    *("name_generic", "noun_count_mean", "noun_count_most", "organisation", "person"),
    *("place_first", "role", "sentences_apart", "subject", "vague", "word_count_mean"),
    *("word_count_most", "words_1", "words_2", "words_many", "yake"),
)
"""The names, sorted, in the order of the numbers."""
_PLACES = {name: place for place, name in enumerate(FEATURES)}
_ROW = Row(f"<{len(FEATURES)}d")
_ONE = Row("<d")


def pack_features(values: Mapping[str, float]) -> bytes:
    """The row of some features; one that is not named is 0.0, one that is not known an error."""
    numbers = [0.0] * len(FEATURES)
    for name, value in values.items():
        numbers[_PLACES[name]] = value
    return _ROW.pack(*numbers)


def unpack_features(row: bytes) -> dict[str, float]:
    """All features by name; an empty row has none."""
    return dict(zip(FEATURES, _ROW.unpack(row), strict=True)) if row else {}


def feature(row: bytes, name: str) -> float:
    """One feature of a row."""
    (value,) = _ONE.unpack_from(row, _ONE.size * _PLACES[name])
    return float(value)
