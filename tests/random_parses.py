"""Documents whose parse is random: any labels on any words, heads in circles or nowhere at all."""

import re

from hypothesis import strategies as st
from marked import document_of

from generator.model.text import Document, Parse, ParsedSegment, Segment, Token
from generator.model.zones import PARSED


def listed(words: str) -> list[str]:
    """The words of a line."""
    return words.split()


WORDS = [
    *listed("the a he she who which that this both of by to from without short in on as also even"),
    *listed("said says told asked saying refused led was been would not never and but per so"),
    *listed("Mrs Okoye Lund Norland president minister spokesman report statement words claim"),
    *listed("according killed people million 12 two $ % 's ’s ' - ( ) [ ] , . : ; ? — –"),
    *listed('May 19 Monday 2024 “ ” ‘ ’ "'),
    "\n",
]
POS = listed("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
TAGS = listed("CC CD DT EX IN JJ MD NN NNS NNP NNPS POS PRP PRP$ RB RP TO VB VBD VBG VBN VBP VBZ")
DEPS = listed(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass cc ccomp compound conj csubj"
    " dative dep det dobj expl mark neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp"
    " pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)
ENTITIES = ["", "PERSON", "ORG", "GPE", "NORP", "DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL"]
MOST = 40
LABELS = st.tuples(
    *map(st.sampled_from, (POS, TAGS, DEPS, ENTITIES)), st.integers(-2, MOST), st.booleans()
)
HEADS = st.lists(st.integers(-3, MOST), max_size=MOST)


def tokens_with(heads: list[int]) -> tuple[Token, ...]:
    """Words of one letter with these heads, right or wrong."""
    return tuple(
        Token(
            index=at,
            start=2 * at,
            end=2 * at + 1,
            text="a",
            lemma="a",
            pos="NOUN",
            tag="NN",
            dep="dep",
            head=head,
            entity="",
            entity_begins=False,
            sentence_begins=at == 0,
        )
        for at, head in enumerate(heads)
    )


@st.composite
def parsed_documents(draw: st.DrawFn) -> tuple[Document, Parse]:
    """A document of a few paragraphs with a parse of each that no parser would give."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=MOST))
    document = document_of(" ".join(words))
    labels = draw(st.lists(LABELS, min_size=len(words), max_size=len(words)))
    segments = []
    for zone in document.zones:
        if zone.kind in PARSED:
            found = list(re.finditer(r"\S+", document.text[zone.start : zone.end]))
            tokens = []
            for at, (match, label) in enumerate(zip(found, labels, strict=False)):
                pos, tag, dep, entity, head, begins = label
                start, end = zone.start + match.start(), zone.start + match.end()
                word = match.group()
                place = (at, start, end, word, word.lower(), pos, tag, dep, head)
                tokens.append(Token(*place, entity, begins, at == 0 or begins, hole=pos == "X"))
            segment = Segment(zone.start, zone.end, zone.kind)
            segments.append(ParsedSegment(segment, tuple(tokens)))
    return document, Parse(document.id, tuple(segments))
