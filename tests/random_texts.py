"""Texts and YAML that nobody would write: marks, names, days that are none, any Unicode."""

from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *("“", "”", "‘", "’", '"', "'", "«", "»", "``", "''", "(", ")", "[", "]", "—", ":", ";"),
        *("Ada Okoye", "Mr Lund", "President Ek", "the Harbour Board", "NORLAND", "van Dijk", "he"),
        *("said", "told reporters that", "according to", "refused to say", "of", "from", "without"),
        *("31 February 2023", "29/02/1900", "0000-00-00", "9999-12-31", "1 January 1", "44 BC"),
        *("on Monday", "last week", "three years ago", "the 1990s", "13/13/13", "25:61", "Q5 2020"),
        *("12 people", "$1.2 million", "5 to 7 percent", "the dam", "was closed", "killed", "and"),
        *(
            ".",
            ",",
            "!",
            "?",
            "…",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            "\u2028",
            "\u00a0",
            "# ",
            "- ",
            "> ",
        ),
        *(
            "A",
            "a",
            "A. ",
            "I",
            "\u200b",
            "\u202e",
            "e\u0301",
            "👩\u200d🔬",
            "\ufeff",
            "<b>",
            "%%",
            '"' * 300,
        ),
        '"' * 300,
        *("<!-- x -->", "{{ x }}", "| a | b |", "http://x.example/?a=b", "By ", "LAGOS (UNB) — "),
    ]
)
MIXED = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map(" ".join)
TEXTS = st.one_of(MIXED, st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))
LINES = st.sampled_from(
    [
        *("title: Ada", "title: 'Ada", "date: 2024-02-30", "published: 0000-01-01", "published: 1"),
        *("published: 2024-05-19", "published: 9999-12-31T25:61", "author: [Ada, {b: c}]", "a: &a"),
        *("language: en", "language: 7", "genre: news", "x: *a", "- - -", "? x", "!!python/x y"),
        *(
            "title: |",
            "  text",
            "\ttab: 1",
            "---",
            "...",
            "title: [",
            "}",
            "url: javascript:x",
            ": ",
        ),
    ]
)
YAML = st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=8).map("\n".join)
ENTRIES = st.sampled_from(
    [
        *("- action: hide", "- action: merge", "- action: exclude", "- action: date", "- action:"),
        *("  target: one", "  target: [one, '1']", "  target: [one, ²]", "  target: {a: b}", "- a"),
        *("  value: 2024-02-30", "  value: 9999-12-31/0001", "  value: !!int x", "  value: '\\e'"),
        *("  why: x", '  why: "\\u202e"', "  why: [x]", "  ? [a, b]", "  : c", "  <<: *a", "- &a"),
    ]
)
CORRECTIONS = st.lists(st.one_of(ENTRIES, LINES, st.text(max_size=12)), max_size=9).map("\n".join)
FRONT = st.builds("---\n{}\n---\n{}".format, YAML, TEXTS)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252"])


@st.composite
def encoded(draw: st.DrawFn) -> bytes:
    """The bytes of a file: a text in some encoding, or anything at all."""
    text = draw(st.one_of(TEXTS, FRONT))
    content = text.encode(draw(ENCODINGS), "replace")
    return draw(st.one_of(st.just(content), st.binary(max_size=200), st.just(content[:-1])))
