"""Notes in Markdown: what their marks say is what they are, and front matter is understood."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.model.visible_text import shown_text, words_at
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = "The mayor of Norwick said on Monday that the old bridge will close until the next spring."
MORE = "The council will meet again in June, and the ferry will run until midnight for so long."


def only(make_seeds: MakeSeeds, content: str, name: str = "a.md") -> Document:
    """The one document of a seed."""
    (document,) = read_seeds(make_seeds({name: content})).documents
    return document


def facts(document: Document) -> dict[str, object]:
    """The values of what is known of a document, without what is not."""
    meta = document.metadata
    one = {k: getattr(meta, k) for k in ("title", "publisher", "published", "url")}
    found: dict[str, object] = {k: fact.value for k, fact in one.items() if fact}
    return {**found, "authors": [a.value for a in meta.authors]}


def test_code_in_a_line_says_nothing(make_seeds: MakeSeeds) -> None:
    """A program's strings are no quotation; its words stay, and its marks are hidden."""
    line = 'The clerk typed `said "x" and it\'s done` into the machine, and the lights went out.'
    document = only(make_seeds, f"{STORY}\n\n{line}\n\n{MORE}\n")
    (zone,) = [z for z in document.zones if "clerk" in document.text[z.start : z.end]]
    seen = shown_text(document, zone.start, zone.end)
    assert seen == line.replace("`", "").replace('"', "")


def test_a_named_character_is_what_it_means(make_seeds: MakeSeeds) -> None:
    """*&ldquo;* opens a quotation as its mark does, and every offset stays; *&lt;* is no tag."""
    said = "&ldquo;It won&rsquo;t fall &mdash; I&#39;m sure,&rdquo; the mayor said of A&amp;B."
    file = f"{STORY}\n\n{said}\n\nIt is &lt;b&gt;new&lt;/b&gt; and `&ldquo;` is code. {MORE}\n"
    document = only(make_seeds, file)
    assert len(document.text) == len(file)
    seen = [shown_text(document, z.start, z.end) for z in document.zones]
    assert seen == [
        STORY,
        "“It won’t fall — I'm sure,” the mayor said of A&B.",
        f"It is &lt;b&gt;new&lt;/b&gt; and &ldquo; is code. {MORE}",
    ]


def test_a_title_of_front_matter_is_what_is_written_there(make_seeds: MakeSeeds) -> None:
    """It is a value, and no Markdown: stars and tags in it are its own."""
    stated = "The *old* bridge, <b> and &amp; 5 * 3 * 2"
    assert facts(only(make_seeds, f'---\ntitle: "{stated}"\n---\n\n{STORY}\n'))["title"] == stated


FRONT = {
    "Hugo": (
        (
            "+++\ntitle = 'The bridge'\ndate = 2031-05-12T09:00:00Z\nauthor = 'Ada Obi'\n"
            "tags = ['bridge']\npermalink = '/bridge/'\n+++\n"
        ),
        {"title": "The bridge", "published": "2031-05-12", "authors": ["Ada Obi"]},
    ),
    "Jekyll": (
        (
            "---\nlayout: post\ntitle: The bridge\ndate: 2031-05-12 10:00:00 +0100\n"
            "categories: [town]\nauthor: Ada Obi and Li Wei\n---\n"
        ),
        {"title": "The bridge", "published": "2031-05-12", "authors": ["Ada Obi", "Li Wei"]},
    ),
    "Obsidian": (
        (
            '---\ncreated: 2031/5/2\nauthor: "[[Ada Obi]]"\nsource: https://ferry.example/a\n'
            "cssclasses:\n  - wide\n---\n"
        ),
        {"published": "2031-05-02", "url": "https://ferry.example/a", "authors": ["Ada Obi"]},
    ),
    "a clipper": (
        (
            "---\nTitle: The bridge\nbyline: By Ada Obi, Li Wei\npubDate: 12 May 2031\n"
            "link: https://ferry.example/a\nsource: The Ferry\nspeakers: [Li Wei]\n---\n"
        ),
        {
            "title": "The bridge",
            "published": "2031-05-12",
            "url": "https://ferry.example/a",
            "publisher": "The Ferry",
            "authors": ["Ada Obi", "Li Wei"],
        },
    ),
    "Zotero's own field names, family names first": (
        (
            "---\ntitle: The bridge\nauthors: Obi, Ada; van der Wei, Li\nitemType: report\n"
            "publicationTitle: The Ferry\nYear: 2031\ncitation_key: obi\n---\n"
        ),
        {
            "title": "The bridge",
            "published": "2031",
            "publisher": "The Ferry",
            "authors": ["Ada Obi", "Li van der Wei"],
        },
    ),
    "names in parts": (
        (
            "---\ntitle: The bridge\nauthor:\n  - {family: Obi, given: Ada}\n"
            "  - literal: Harbour Board\ndate-published: 2031-05-12\nyear: 2030\n---\n"
        ),
        {"title": "The bridge", "published": "2031-05-12", "authors": ["Ada Obi", "Harbour Board"]},
    ),
    "JSON": (
        '{\n"title": "The bridge",\n"date": "2031-05-12",\n"authors": ["Ada Obi"]\n}\n',
        {"title": "The bridge", "published": "2031-05-12", "authors": ["Ada Obi"]},
    ),
    "a field a line": (
        "Title: The bridge: a story\nAuthor(s): Ada Obi\nDate: 12 May 2031\n",
        {"title": "The bridge: a story", "published": "2031-05-12", "authors": ["Ada Obi"]},
    ),
    "YAML that ends in dots": (
        "---\ntitle: The bridge\ndate: 2031-05-12\n...\n",
        {"title": "The bridge", "published": "2031-05-12", "authors": []},
    ),
    "Zotero": (
        (
            "---\ntitle: The bridge\nauthors:\n  - name: Ada Obi\n  - name: Li Wei\n"
            "issued: 2031-05\ncontainer-title: The Ferry\ncitekey: obi2031\ndoi: 10.1/x\n---\n"
        ),
        {
            "title": "The bridge",
            "published": "2031-05",
            "publisher": "The Ferry",
            "authors": ["Ada Obi", "Li Wei"],
        },
    ),
}


@pytest.mark.parametrize("name", FRONT)
def test_front_matter_as_programs_write_it(make_seeds: MakeSeeds, name: str) -> None:
    """The names that people use are understood, and nothing is warned of."""
    front, expected = FRONT[name]
    document = only(make_seeds, f"{front}\n{STORY}\n\n{MORE}\n")
    assert facts(document) == expected
    assert document.warnings == ()


def test_a_slip_costs_its_own_key_and_is_named_with_its_line(make_seeds: MakeSeeds) -> None:
    """A date that is none is told by its line; title and author are used."""
    front = "---\ntitle: The bridge\ndate: soon\nauthor: Ada Obi\n---\n"
    document = only(make_seeds, f"{front}\n{STORY}\n")
    assert facts(document) == {"title": "The bridge", "authors": ["Ada Obi"]}
    assert document.warnings == ("front matter:3: date: 'soon' is no date such as 2025-05-19",)


def test_a_tab_costs_its_line_and_not_the_one_above(make_seeds: MakeSeeds) -> None:
    """What stands above a line that is no YAML is used."""
    document = only(make_seeds, f"---\ntitle: The bridge\n\tdate: 2031-05-12\n---\n\n{STORY}\n")
    assert facts(document) == {"title": "The bridge", "authors": []}
    assert document.warnings[0].startswith("front matter:3: ")


@pytest.mark.parametrize("name", ["JSON", "a field a line", "YAML that ends in dots"])
def test_front_matter_of_plain_text(make_seeds: MakeSeeds, name: str) -> None:
    """It is read in a .txt as well, and is no part of the text."""
    front, expected = FRONT[name]
    (document,) = read_seeds(make_seeds({"a.txt": f"{front}\n{STORY}\n\n{MORE}\n"})).documents
    assert facts(document) == expected
    told = [document.text[z.start : z.end] for z in document.zones if z.kind == "body"]
    assert told == [STORY, MORE]
    assert "The bridge" not in document.text


BLOCKS = {
    "code": (f"{STORY}\n\n```python\nsay = “no”\n\nrun(say)\n```\n\n{MORE}", "program_code"),
    "a table": (
        f"{STORY}\n\n| Pier | Length |\n|---|---|\n| One | 40 |\n\n{MORE}",
        "table_row",
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_that_are_no_text(make_seeds: MakeSeeds, name: str) -> None:
    """Code and tables are set aside by a rule of their own, the text around them is not."""
    text, rule = BLOCKS[name]
    document = only(make_seeds, text)
    told = {z.rule for z in document.zones if z.kind == "boilerplate"}
    body = [document.text[z.start : z.end] for z in document.zones if z.kind == "body"]
    assert (told, body) == ({rule}, [STORY, MORE])


def test_an_underlined_line_is_a_heading(make_seeds: MakeSeeds) -> None:
    """A line over equals signs is the title, one over dashes a subhead, a rule is nothing."""
    title, subhead = "The bridge closes\n=================", "The ferry\n---------"
    text = f"{title}\n\n{STORY}\n\n{subhead}\n\n{MORE}\n\n---\n"
    document = only(make_seeds, text)
    zones = [(z.kind, document.text[z.start : z.end]) for z in document.zones]
    assert zones[:4] == [
        ("headline", "The bridge closes"),
        ("body", STORY),
        ("subhead", "The ferry"),
        ("body", MORE),
    ]
    assert all(s.zone in ("headline", "subhead", "body") for s in document.sentences)


def test_a_wrapped_quotation_is_one_paragraph(make_seeds: MakeSeeds) -> None:
    """Lines behind the same mark go on, and the head of a callout stands by itself."""
    callout = "> [!quote] Ada Obi\n> We shall close the bridge\n> and open the ferry."
    text = f"{STORY}\n\n{callout}\n\n{MORE}"
    document = only(make_seeds, text)
    zones = [(z.kind, document.text[z.start : z.end]) for z in document.zones]
    assert zones[1:3] == [
        ("subhead", "Ada Obi"),
        ("body", "We shall close the bridge\n> and open the ferry."),
    ]


def test_headings_and_lists(make_seeds: MakeSeeds) -> None:
    """The marks of headings and of items lie outside the zones, and no mark is in the title."""
    text = (
        f"# The *old* bridge [closes](/b)\n\n{STORY}\n\n## Next\n\n- one thing\n- another thing\n"
    )
    document = only(make_seeds, text)
    assert facts(document)["title"] == "The old bridge closes"
    seen = [(z.kind, shown_text(document, z.start, z.end)) for z in document.zones]
    assert seen == [
        ("headline", "The old bridge closes"),
        ("body", STORY),
        ("subhead", "Next"),
        ("body", "one thing"),
        ("body", "another thing"),
    ]


def test_an_indented_paragraph_is_text_and_a_comment_makes_no_code(make_seeds: MakeSeeds) -> None:
    """White space before prose is nobody's program, whoever put it there."""
    note = f"<!-- from the clerk --> {STORY}\n\n> [!note] Ferry\n> No change.\n\n"
    document = only(make_seeds, f"{note}    {MORE}\n\nFor the clerk:\n\n    run(a, b);\n")
    body = [document.text[z.start : z.end] for z in document.zones if z.kind == "body"]
    code = [document.text[z.start : z.end] for z in document.zones if z.rule == "program_code"]
    assert (body[:3], code) == ([STORY, "No change.", MORE], ["run(a, b);"])


def test_lines_that_begin_with_a_bold_name_are_turns(make_seeds: MakeSeeds) -> None:
    """Lines of a talk need no blank line between them."""
    talk = (
        "**Ada Obi:** The bridge will close in May.\n"
        "**Li Wei:** And what will become of the ferry?\n"
        "**Ada Obi:** The ferry runs until midnight.\n"
        "**Li Wei:** Thank you for all of that."
    )
    document = only(make_seeds, talk)
    names = [document.text[t.label.start : t.label.end] for t in document.turns]
    assert names == ["Ada Obi", "Li Wei"] * 2


NAMED = {
    "a callout": "> [!quote] Ada Obi\n> We shall close the bridge\n> and open the ferry.",
    "a callout, a role": "> [!quote]+ Ada Obi, mayor\n>\n> We shall close the bridge.\n>\n> No.",
    "a signed quotation": "> We shall close the bridge.\n> — Ada Obi, mayor",
    "a signature apart": "> We shall close the bridge.\n>\n> -- Ada Obi (mayor)",
}


@pytest.mark.parametrize("name", NAMED)
def test_a_block_quotation_with_a_name_is_said_by_whom_it_names(
    make_seeds: MakeSeeds, name: str
) -> None:
    """Above it in a callout or below it after a dash: the words are that person's."""
    document = only(make_seeds, f"{STORY}\n\n{NAMED[name]}\n\n{MORE}")
    (turn,) = document.turns
    said = " ".join(shown_text(document, s.start, s.end) for s in turn.said)
    assert document.text[turn.label.start : turn.label.end] == "Ada Obi"
    assert said.startswith("We shall close the bridge")
    assert "Ada" not in said
    role = document.text[turn.role.start : turn.role.end] if turn.role else ""
    assert role == ("mayor" if "mayor" in NAMED[name] else "")
    assert document.metadata.genre is None


PLAIN = (
    "> We shall close the bridge.",
    "> [!note] Ada Obi\n> We shall close.",
    "> - Ada Obi\n> - Li",
)


@pytest.mark.parametrize("quote", PLAIN)
def test_a_block_quotation_without_a_name_is_nobodys(make_seeds: MakeSeeds, quote: str) -> None:
    """A note, a list or a quotation without a signature has no speaker."""
    assert only(make_seeds, f"{STORY}\n\n{quote}\n\n{MORE}").turns == ()


@pytest.mark.parametrize(("name", "seen"), [("a.md", "Ada Obi "), ("a.txt", "Ada  **O*b*i** ")])
def test_a_name_with_marks_in_it_is_the_name_without(
    make_seeds: MakeSeeds, name: str, seen: str
) -> None:
    """What stages take for words is what a reader sees; plain text is as it stands."""
    document = only(make_seeds, f"Ada  **O*b*i** said it. {STORY}", name)
    assert words_at(document, 0, document.text.find("said")) == seen


def test_marks_of_obsidian_are_no_words(make_seeds: MakeSeeds) -> None:
    """What is highlighted is read without its marks, and a paragraph's name is none of it."""
    line = "==The mayor of Norwick== said on Monday that the bridge ==will close==. ^bridge-1"
    document = only(make_seeds, f"# Bridge\n\n{line}\n\n{MORE} So a == b holds.\n")
    seen = [shown_text(document, z.start, z.end) for z in document.zones if z.kind == "body"]
    plain = "The mayor of Norwick said on Monday that the bridge will close."
    assert [one.strip() for one in seen] == [plain, f"{MORE} So a == b holds."]
