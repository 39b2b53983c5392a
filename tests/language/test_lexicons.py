"""Word lists by language: one, several as one, none."""

from pathlib import Path

import pytest

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import WITH, Lexicon, lexicon_of_corpus, load_lexicon


def test_a_language_without_lists_has_no_lexicon() -> None:
    """What no list is there for is None, and neither an empty code nor *any* is a language."""
    assert load_lexicon("en") == Lexicon("en")
    assert [load_lexicon(code) for code in ("tlh", "", "any")] == [None, None, None]


def test_a_corpus_has_the_lists_of_its_languages() -> None:
    """Each language is counted once, in order; one without lists, or none at all, adds nothing."""
    assert lexicon_of_corpus(["en", "tlh", None, "en"]) == Lexicon("en")
    nothing = lexicon_of_corpus([None, "tlh"])
    assert nothing == Lexicon()
    assert nothing.language == ""
    assert nothing.words("role_nouns") == frozenset()
    assert nothing.rows("months") == ()


def test_several_languages_are_read_as_one() -> None:
    """The entries of all are there; a list that only one of them has is that one's."""
    both = Lexicon("any", "en")
    assert both.words("role_nouns") == Lexicon("en").words("role_nouns")
    assert both.words("name_particles") == Lexicon("any").words("name_particles")
    assert len({Lexicon("en"), Lexicon("en"), both}) == 2


def test_a_gazetteer_without_tables_knows_nothing() -> None:
    """A language without tables of countries gives no country, and no error."""
    assert gazetteer_of(Lexicon()).find("Kenya") is None
    assert gazetteer_of(Lexicon("en")).find("Kenya") is not None


LISTS = Path(__file__).parents[2] / "generator" / "lexicons"
LEAST = 4
"""Words of a list that are in another one by more than chance."""
APART = {
    ("name_links", "event_stop_words"),
    ("name_links", "sentence_starters"),
    ("name_links", "small_words"),
    ("indefinite_pronouns", "sentence_starters"),
}
"""Lists of different questions, whose small words are the same: who mends one means one."""


def own_words(language: str) -> dict[str, frozenset[str]]:
    """The words that stand in each list of a language itself."""
    lists = sorted((LISTS / language).glob("*.txt"))
    texts = {path.stem: path.read_text("utf-8").splitlines() for path in lists}
    return {
        kind: frozenset(line.strip() for line in lines if line.strip() and line[0] != "#")
        for kind, lines in texts.items()
    }


@pytest.mark.parametrize("language", ["any", "en"])
def test_no_list_repeats_another_one(language: str) -> None:
    """What has all words of a shorter list names it in its head, and does not write them again."""
    own = own_words(language)
    pairs = {
        (one, other)
        for one, words in own.items()
        for other, others in own.items()
        if one != other and len(words) >= LEAST and words <= others
    }
    assert pairs == (APART if language == "en" else set())


def test_a_list_has_the_words_of_those_that_it_names() -> None:
    """*Leader* is a head of a body, and so a noun for a role, by its own list alone."""
    lexicon, own = Lexicon("en"), own_words("en")
    assert "leader" in own["leader_nouns"]
    assert "leader" not in own["heads_of_bodies"] | own["role_nouns"]
    assert "leader" in lexicon.words("heads_of_bodies") & lexicon.words("role_nouns")
    named = {
        path.parent / f"{kind}.txt"
        for path in sorted(LISTS.glob("*/*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(WITH)
        for kind in line.removeprefix(WITH).split()
    }
    assert named
    assert all(path.is_file() for path in named)
