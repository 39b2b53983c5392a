"""What the word lists say of a word: how a verb reports, which nouns mean words or documents."""

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.pronouns import Pronouns
from generator.language.speech_verbs import (
    Strength,
    has_content,
    phrasal_speech_verbs,
    strengths_of_verbs,
)
from generator.model.text import Token


class Vocabulary(Pronouns):
    """The word lists of one language, asked about the words of one segment."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self.tree = tree
        self._strengths = strengths_of_verbs(lexicon)
        self._phrasal = phrasal_speech_verbs(lexicon)

    def strength(self, verb: Token) -> Strength:
        """How a verb reports, "other" where it does not."""
        plain = self._strengths.get(verb.lemma.lower(), "other")
        if plain in {"clause", "speech"} or verb.lemma.lower() not in self._phrasal:
            return plain
        ways = self._phrasal[verb.lemma.lower()]
        small = (c.text.lower() for c in self.tree.children(verb) if c.index > verb.index)
        return next((ways[word] for word in small if word in ways), plain)

    def is_inverted_cue(self, word: Token) -> bool:
        """Whether a word before a name has the form of a cue, which a parser may misread."""
        plain = word.text.lower()
        stems = {plain.removesuffix(end) for end in self.lexicon.words("past_endings")} - {plain}
        regular = any(self._strengths.get(stem) in {"clause", "speech"} for stem in stems)
        return regular or self.is_in(word, "inverted_reporting_verbs")

    def is_particle(self, verb: Token, word: Token | None) -> bool:
        """Whether a small word belongs to a verb that reports with it: *put in*, *burst out*."""
        ways = self._phrasal.get(verb.lemma.lower(), {})
        return word is not None and word.text.lower() in ways

    def names_source(self, word: Token, following: Token) -> bool:
        """Whether two words lead in a source: *according to*."""
        opens = self.is_in(word, "source_prepositions")
        return opens and self.is_in(following, "goal_prepositions")

    def source_words(self, word: Token, following: Token) -> tuple[Token, Token] | None:
        """The first and last word that lead in the source of a clause, if `word` begins them."""
        if self.names_source(word, following):
            return word, following
        return (word, word) if self.is_in(word, "clause_source_prepositions") else None

    def tells_content(self, verb: Token) -> bool:
        """Whether a verb's clause is what its subject says, thinks, wants or makes happen."""
        return has_content(verb.lemma.lower(), self.lexicon)

    def is_speech_noun(self, token: Token) -> bool:
        """Whether a noun means a piece of speech or writing."""
        return token.pos == "NOUN" and token.lemma.lower() in self.lexicon.words("cue_nouns")

    def speaks_for_somebody(self, noun: Token) -> bool:
        """Whether a noun means words or a document, behind which somebody stands."""
        documents = self.lexicon.words("document_nouns")
        return self.is_speech_noun(noun) or noun.lemma.lower() in documents

    def names(self, verb: Token) -> bool:
        """Whether a verb gives something a name: *named it*, *known as*."""
        return verb.pos == "VERB" and verb.lemma.lower() in self.lexicon.words("naming_verbs")

    def makes_object_act(self, verb: Token) -> bool:
        """Whether the object of a verb does what the verb behind it says: *led her to say*."""
        return verb.lemma.lower() in self.lexicon.words("object_control_verbs")

    def is_doing(self, adjective: Token) -> bool:
        """Whether an adjective says how somebody does something: *quick to point out*."""
        return (
            adjective.dep == relations.ADJECTIVAL_COMPLEMENT
            and adjective.lemma.lower() in self.lexicon.words("doing_adjectives")
        )

    def is_anybody(self, noun: Token) -> bool:
        """Whether a noun means nobody in particular: *those who say*, *anyone who asks*."""
        return noun.lemma.lower() in self.lexicon.words("anybody_words")
