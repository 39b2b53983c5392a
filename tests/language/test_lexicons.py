"""Word lists by language: one, several as one, none."""

from generator.language.gazetteer import gazetteer_of
from generator.language.lexicons import Lexicon, lexicon_of_corpus, load_lexicon


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
