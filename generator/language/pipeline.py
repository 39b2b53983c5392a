"""The only room that imports a language library: spaCy for the parse, YAKE for one feature.

Libraries of language come and go; what the rest of the project sees of them are the plain types of
`generator.model.text`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from generator.errors import SettingsError
from generator.language.lexicons import load_rows
from generator.language.universal import house_tree
from generator.model.text import Offsets, Parse, ParsedSegment, Segment, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from yake import KeywordExtractor

PLACEHOLDER = "this"
"""What the parser reads in place of a long quotation, unless the model has a word of its own."""
TIED = re.compile(r"-t-\w+")
"""*A-t-elle dit*: one word of the treebanks that the models of other schemes were trained on."""
SPACES = re.compile("[\\s\u200b]")
"""What parts words, the zero-width space included: *Varga\u200b said* are two."""
UNKNOWN_MARKS = str.maketrans("«»’", '""\'')
"""Marks that those treebanks hardly have: they read *l’eau* as two nouns, *l'eau* as what it is."""
BATCH = 64
MARKS = r"\u0300-\u036f"
LETTER = re.compile(rf"(?P<marked>[^{MARKS}]?[{MARKS}]+)|[^{MARKS}]+(?![{MARKS}])|.", re.DOTALL)
"""A letter with the accents that are written behind it, or a stretch of letters without any."""


class LanguageModel:
    """A loaded spaCy pipeline with a tagger, a dependency parser and a name finder."""

    def __init__(self, nlp: "Language", *, placeholder: str = "") -> None:
        self._nlp = nlp
        self._universal = bool(placeholder)
        """Whether its parses are in another scheme than the stages'."""
        self._placeholder = placeholder or PLACEHOLDER
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
        self.language: str = nlp.lang or "und"

    def parse(
        self,
        document_id: str,
        text: str,
        segments: Sequence[Segment],
        sentences: Iterable[Sentence] = (),
    ) -> Parse:
        """Parse each segment of `text` by itself; `sentences` fix where sentences begin."""
        starts = frozenset(s.start for s in sentences)
        masks = [_Mask(text, segment, self._placeholder) for segment in segments]
        docs = (self._prepare(mask, starts) for mask in masks)
        parsed = zip(self._nlp.pipe(docs, batch_size=BATCH), masks, strict=True)
        return Parse(document_id, tuple(self._read(doc, mask) for doc, mask in parsed))

    def _read(self, doc: "Doc", mask: "_Mask") -> ParsedSegment:
        read = _read_doc(doc, mask)
        if not self._universal:
            return read
        features = [str(t.morph) for t in doc if not t.is_space]
        return ParsedSegment(read.segment, house_tree(read.tokens, features))

    def _prepare(self, mask: "_Mask", starts: frozenset[int]) -> "Doc":
        text = mask.text.translate(UNKNOWN_MARKS) if self._universal else mask.text
        doc = self._nlp.make_doc(text)
        if self._universal:
            with doc.retokenize() as joined:
                for found in TIED.finditer(text):
                    span = doc.char_span(*found.span())
                    if span is not None and len(span) > 1:
                        joined.merge(span)
        for token in doc:
            original = mask.original(token.idx)
            token.is_sent_start = token.i == 0 or original in starts
        return doc


@lru_cache(maxsize=2)
def load_language_model(name: str) -> LanguageModel:
    """Load an installed spaCy pipeline by package name; it must parse and find names."""
    import spacy  # noqa: PLC0415 it takes a second: --help and a build from the cache do without

    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError, TypeError) as error:
        how = (
            f"Install it with `pip install {name}`, or name another" if name.isidentifier() else ""
        )
        raise SettingsError(
            f"the language model {name!r} is not installed",
            where="mkdocs.yml: nlp.model",
            hint=f"{how or 'Give the name of the package of a'} spaCy pipeline.",
        ) from error
    missing = {"parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise SettingsError(
            f"the language model {name!r} has no {' and no '.join(sorted(missing))}",
            where="mkdocs.yml: nlp.model",
            hint="Name a spaCy pipeline that has both.",
        )
    return LanguageModel(nlp)


@lru_cache(maxsize=4)
def _load_listed(name: str, placeholder: str) -> LanguageModel:
    import spacy  # noqa: PLC0415 it takes a second: --help and a build from the cache do without

    return LanguageModel(spacy.load(name), placeholder=placeholder)


def model_for(language: str, model: LanguageModel) -> LanguageModel:
    """The model that parses a language: the one that is listed for it, else `model`."""
    listed = _listed(language)
    return model if listed is None else _load_listed(listed[1], listed[3])


def missing_extra(language: str) -> str:
    """The extra that would bring the model listed for a language, "" where nothing is missing."""
    listed = _listed(language)
    return listed[2] if listed is not None and find_spec(listed[1]) is None else ""


def _listed(language: str) -> tuple[str, ...] | None:
    return next((row for row in load_rows("language_models") if row[0] == language), None)


class _Mask:
    """A segment's text as the parser reads it, and the way back to the document's offsets."""

    def __init__(self, text: str, segment: Segment, placeholder: str) -> None:
        self.segment = segment
        pieces: list[str] = []
        self._steps: list[tuple[int, int]] = []
        """Where a piece of the masked text begins, and the document's offset of its beginning."""
        self._holes: dict[int, Offsets] = {}
        at, length = segment.start, 0
        for hole in segment.holes:
            self._steps.append((length, at))
            length += self._compose(text, at, hole.start, pieces, length)
            self._steps.append((length, hole.start))
            self._holes[length] = hole
            pieces.append(placeholder)
            length += len(placeholder)
            at = hole.end
        self._steps.append((length, at))
        self._compose(text, at, segment.end, pieces, length)
        self.text = SPACES.sub(" ", "".join(pieces))

    def _compose(self, text: str, start: int, end: int, pieces: list[str], length: int) -> int:
        """Add a stretch as the model and the word lists write letters (NFC); gives its length."""
        piece = text[start:end]
        if is_normalized("NFC", piece):
            pieces.append(piece)
            return len(piece)
        first = length
        for match in LETTER.finditer(piece):
            letter = normalize("NFC", match.group()) if match["marked"] else match.group()
            pieces.append(letter)
            length += len(letter)
            if len(letter) != len(match.group()):
                self._steps.append((length, start + match.end()))
        return length - first

    def original(self, offset: int) -> int:
        """The document's offset of a character of the masked text, or of where one ends."""
        here, there = self._steps[bisect_right(self._steps, offset, key=lambda s: s[0]) - 1]
        return there + offset - here

    def hole(self, offset: int) -> Offsets | None:
        """The hole whose placeholder begins at `offset` of the masked text."""
        return self._holes.get(offset)


def _read_doc(doc: "Doc", mask: _Mask) -> ParsedSegment:
    kept = [t.i for t in doc if not t.is_space]
    index = {old: new for new, old in enumerate(kept)}
    return ParsedSegment(mask.segment, tuple(_read_tokens(doc, mask, kept, index)))


def _read_tokens(
    doc: "Doc", mask: _Mask, kept: list[int], index: dict[int, int]
) -> Iterator[Token]:
    for new, old in enumerate(kept):
        token = doc[old]
        hole = mask.hole(token.idx)
        start = hole.start if hole else mask.original(token.idx)
        yield Token(
            index=new,
            start=start,
            end=hole.end if hole else mask.original(token.idx + len(token.text)),
            text=token.text,
            lemma=token.lemma_,
            pos="X" if hole else token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=index.get(token.head.i, new),
            entity="" if hole else token.ent_type_,
            entity_begins=token.ent_iob_ == "B",
            sentence_begins=bool(token.is_sent_start),
            hole=hole is not None,
        )


YAKE_OPTIONS = ("lan", "n", "dedup_lim", "window_size", "top")
ALL_PHRASES, NONE_ALIKE = 1_000_000, 1.0
"""Every word is asked for, none is dropped as alike: YAKE's ``seqm`` compares next to nothing."""


def yake_scores(lines: Iterable[str], language: str) -> Mapping[str, float]:
    """YAKE's score of each word, in lower case; smaller is better.

    Single words are all that is asked for: YAKE gives no offsets and joins words over line ends, so
    phrases are found elsewhere, and phrases cost it half of its time.
    """
    text = "\n".join(lines)
    if not any(c.isalpha() for c in text):
        return {}
    found = _yake(language).extract_keywords(text)
    return {str(word).lower(): float(score) for word, score in found}


@lru_cache(maxsize=8)
def _yake(language: str) -> "KeywordExtractor":
    import inspect  # noqa: PLC0415 with YAKE: only where phrases are looked for

    from yake import KeywordExtractor  # noqa: PLC0415 slow to import, like spaCy

    known = inspect.signature(KeywordExtractor.__init__).parameters
    unknown = [name for name in YAKE_OPTIONS if name not in known]
    if unknown:  # YAKE itself takes any keyword and goes on with its defaults
        raise SettingsError(
            f"YAKE has no option {unknown[0]!r}",
            where="generator/language/pipeline.py: YAKE_OPTIONS",
            hint="Install the version that pyproject.toml names.",
        )
    return KeywordExtractor(lan=language, n=1, dedup_lim=NONE_ALIKE, window_size=1, top=ALL_PHRASES)
