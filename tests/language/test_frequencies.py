"""How common words are: figures of every language that can be looked up without more libraries."""

from wordfreq import available_languages

from generator.language.frequencies import has_frequencies, word_frequency


def test_every_language_that_is_known_can_be_asked() -> None:
    """Chinese, Japanese and Korean words are not looked up, and no question ends in an error."""
    asked = {
        code: word_frequency("a1", code) for code in available_languages() if has_frequencies(code)
    }
    assert "en" in asked
    assert not {"zh", "ja", "ko"} & set(asked)
    assert min(asked.values()) >= 0
