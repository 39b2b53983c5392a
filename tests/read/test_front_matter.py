"""Front matter that is slightly off is hidden all the same; prose between two rules is text."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document
from generator.read.formats.front_matter import find_front_matter
from generator.read.formats.key_lines import holds_keys
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
STORY = "The mayor of Norwick said on Monday that the old bridge will close until the next spring."
MORE = "The council will meet again in June, and the ferry will run until midnight for so long."
KEYS = "title: The bridge\nnote: Zq told me\n"
TITLE = "title: The bridge\n"
TOML_TITLE = 'title = "The bridge"\n'
TOML = 'title = "The bridge"\nnote = "Zq told me"\n'
JSON = '"title": "The bridge",\n"note": "Zq told me"'
WARNED = {
    "TOML with a typo": f'+++\nnote = "Zq"\n{TOML.replace("bridge" + chr(34), "bridge")}+++\n',
    "TOML that is too long": f'+++\n{TOML}\nx = "{"a" * 100_000}"\n+++\n',
    "JSON with a comma too many": f"{{{JSON},}}\n",
    "JSON whose brace stands alone, with a comma too many": f"{{\n{JSON},\n\n}}\n",
    "JSON that is not closed": f"{{\n{JSON}\n",
    "YAML that begins with a comment": "---\n# Zq told me\ntitle: [The bridge\n---\n",
    "YAML whose first key is quoted": '---\n"title": The bridge\nnote: "Zq: {\n---\n',
    "YAML whose keys have blanks": "---\nsource id: Zq\nmy note: [\n---\n",
    "YAML whose key has letters of a language": '---\nQuelle-über: Zq\nbad: "\n---\n',
    "a list": "---\n- Zq told me\n- bridge\n---\n",
    "a broken list": '---\n- "Zq told me\n- bridge\n---\n',
    "TOML in YAML's fence": f"---\n{TOML}---\n",
    "a fence that is not closed": f"---\n{KEYS}",
    "one with blank lines in it": f"---\n\n{KEYS}\nmemo: Zq\n",
    "TOML that is not closed": f"+++\n{TOML}",
    "one not closed that begins with a comment": f"---\n# Zq told me\n{KEYS}",
    "a folded value with a blank line, not closed": f"---\n{KEYS}memo: >\n  ask\n\n  and Zq 5\n",
    "a kept value behind a blank line, not closed": f"---\n{KEYS}memo: |2- # x\n\n  Zq\n\n\n  Zq\n",
    "a list behind a blank line, not closed": f"---\n{KEYS}memos:\n\n  - Zq\n\n  - Zq\n",
    "keys behind a folded value, not closed": "---\nmemo: >-\n  Zq\n\n  Zq\n\nnote: Zq\n",
    "braces with bare keys": "{\ntitle: 'The bridge',\nnote: 'Zq 555'\n}\n",
    "a huge number in TOML": f"+++\n{TOML}x = 0x{'f' * 9_000}\n+++\n",
    "keys close to their values": "---\ntitle:The bridge\nnote:Zq told me\n---\n",
    "one key close to its value": "---\nnote:Zq told me\n---\n",
    "colons of another script": "---\ntitle：The bridge\nnote：Zq told me\n---\n",
    "keys without colons": "---\ntitle The bridge\nnote Zq told me\n---\n",
    "a list of objects": f"[{{{JSON}}}]\n",
    "YAML's next document": "---\ntitle: The bridge\n---\nnote: Zq\n---\n",
    "two with a blank line between": f"---\n{KEYS}---\n\n---\nprivate: Zq\n---\n",
    "a second one that is not closed": f"---\n{KEYS}---\n\n---\nprivate: Zq\n",
    "a lone dash": f"---\n{KEYS}—\nprivate Zq\n---\n",
    "two, with a rule in a value": f"---\n{KEYS}---\n---\nprivate: |\n  Zq\n  ...\n  Zq\n---\n",
    "a remark alone": "---\n# my source is Zq\n---\n",
    "a remark that is a sentence": "---\n# Zq told me.\n---\n",
    "a remark that is no heading": "---\n#Zq told me\n---\n",
    "a key that is commented out": "---\n# Source: Zq\n---\n",
    "keys that are commented out": "---\n# Zq\n# Title\n\n---\n",
    "lines that begin with a tab": "---\n\ttitle: The bridge\n\tnote: Zq\n---\n",
    "a first key that takes over others": "---\n<<: *x\nnote: Zq\n---\n",
    "an empty one before it": "---\n---\nprivate: Zq\n---\n",
    "an empty one with fences before it": "---\n\n---\n\n---\nprivate: Zq\n---\n",
    "remarks before it": "---\n# Zq.\n---\n---\nprivate: Zq\n---\n",
    "two, with a blank line inside": f"---\n{KEYS}---\n\n---\na: |\n  Zq\n\n  Zq\n\nb: Zq\n---\n",
    "an object with bare keys": "{\n  // Zq\n  title: 'The bridge',\n  note: 'Zq',\n}\n",
    "an object with bare keys on a line": '{title: "The bridge", note: "Zq",}\n',
    "an object that begins with a remark": '{\n  /* Zq */\n  "title": "The bridge",\n}\n',
    "a list of words": '["Zq", "The bridge"]\n',
    "a list of words in JSON, a line each": '[\n"Zq",\n"bridge"\n]\n',
    "pairs of words": '[["title", "The bridge"], ["note", "Zq"]]\n',
    "a list of words in a fence": '---\n["Zq", "bridge"]\n---\n',
    "two, one after the other": f"---\n{KEYS}---\n---\nprivate: Zq\n---\n",
}
USED = {
    "a blank behind the fence": f"--- \n{KEYS}---\n",
    "a blank behind the closing one": f"---\n{KEYS}--- \t\n",
    "a comment behind the closing one": f"---\n{KEYS}--- # end\n",
    "a line too long": f"---\n{KEYS}----\n",
    "both too long": f"----\n{KEYS}----\n",
    "a fence as wide as a rule": f"{'-' * 30}\n{KEYS}{'-' * 30}\n",
    "dashes that an editor made": f"———\n{KEYS}———\n",
    "dashes that it made in part": f"—-\n{KEYS}—-\n",
    "one dash that it made": f"—\n{KEYS}—\n",
    "a character above that nobody sees": f"\u200b---\n{KEYS}---\n",
    "characters behind the fences that nobody sees": f"---\u200b\n{KEYS}\u200b---\u200b\n",
    "white space that does not break": f"---\u00a0\n{KEYS}---\u202f\n",
    "what YAML says of itself": f"%YAML 1.2\n---\n{KEYS}---\n",
    "Unicode's ends of lines": f"---\n{KEYS}---\n".replace("\n", "\u2028"),
    "ends of lines of old hosts": f"---\n{KEYS}---\n".replace("\n", "\x85"),
    "a blank behind TOML's fence": f"+++ \n{TOML}+++ \n",
    "the language named": f"---yaml\n{KEYS}---\n",
    "TOML named": f"---toml\n{TOML}---\n",
    "JSON in a fence": f";;;\n{{{JSON}}}\n;;;\n",
    "a blank behind the brace": f"{{{JSON}}} \n",
    "a blank line above": f"\n \n---\n{KEYS}---\n",
    "a comment above": f"<!-- Zq -->\n---\n{KEYS}---\n",
    "Obsidian's comment above": f"%%\nZq\n%%\n\n---\n{KEYS}---\n",
    "dots in a kept value": f"---\n{TITLE}note: |\n  he told me\n  ...\n  Zq\n---\n",
    "dashes in a kept value": f"---\n{TITLE}note: |\n  he told me\n  ———\n  Zq\n---\n",
    "a rule at the head of a folded value": f"---\n{TITLE}note: >\n   -----\n   Zq\n---\n",
    "a rule in quotation marks": f'---\n{TITLE}note: "A\n  ---\n  Zq"\n---\n',
    "a rule between quotation marks": f'---\n{TITLE}note: "A\n  ---\n\n  Zq"\n---\n',
    "a rule in a plain value": f"---\n{TITLE}note: A\n  ---\n\n  Zq\n---\n",
    "a rule in a value, below a comment": f"<!-- a -->---\n{TITLE}note: |\n  ...\n  Zq\n---\n",
    "a rule in a value, below a deep one": f"  ---\n{TITLE}note: |\n  ...\n  Zq\n---\n",
    "plus signs in TOML's value": f'+++\n{TOML_TITLE}note = """\n+++\nZq\n"""\n+++\n',
    "deep plus signs in TOML's value": f"+++\n{TOML_TITLE}note = '''\n +++\nZq\n'''\n+++\n",
    "a closing one that is indented": f"---\n{KEYS} ---\n",
    "both indented": "  ---\n  title: The bridge\n  note: Zq\n  ---\n",
    **{
        f"a fence of {mark}": f"{mark}\n{KEYS}{mark}\n"
        for mark in ("***", "===", "___", "~~~", "* * *", "- - -", "```", "#####")
    },
    "an object of JSON5 in a fence": "---json5\n{title: 'The bridge', note: 'Zq',}\n---\n",
    "a block of code with its language": f"```yaml\n{KEYS}```\n",
    "two rules of different signs": f"***\n{KEYS}---\n",
    "a mark of the order of bytes, and blank lines": f"\ufeff\n\n---\n{KEYS}---\n",
    "fields as Org has them": "#+TITLE: The bridge\n#+NOTE: Zq\n",
    "fields between colons": ":title: The bridge\n:note: Zq\n",
    "fields as notes have them": "title:: The bridge\nnote:: Zq\n",
    "lines that end as in Windows": f"---\r\n{KEYS}---\r\n".replace("\n", "\r\n"),
}


def only(make_seeds: MakeSeeds, content: str) -> Document:
    """The one document of a Markdown file."""
    (document,) = read_seeds(make_seeds({"a.md": content})).documents
    return document


@pytest.mark.parametrize("front", WARNED.values(), ids=WARNED.keys())
def test_what_cannot_be_read_is_hidden_and_named(make_seeds: MakeSeeds, front: str) -> None:
    """Nothing of it is text, a warning says where it is, and the article is whole."""
    document = only(make_seeds, f"{front}\n{STORY}\n\n{MORE}\n")
    assert "Zq" not in f"{document}"
    assert document.text.split() == f"{STORY} {MORE}".split()
    assert any(" line " in f" {w}" or "front matter" in w for w in document.warnings)


@pytest.mark.parametrize("front", USED.values(), ids=USED.keys())
def test_a_fence_that_is_slightly_off_is_one(make_seeds: MakeSeeds, front: str) -> None:
    """Its keys are used, nothing is warned of, and it is no text."""
    document = only(make_seeds, f"{front}\n{STORY}\n\n{MORE}\n")
    assert "Zq" not in f"{document}"
    assert document.text.split() == f"{STORY} {MORE}".split()
    assert document.metadata.title
    assert document.metadata.title.value == "The bridge"
    assert document.warnings == ()


@pytest.mark.parametrize(
    "keys", ["[zq]\n[zq]", "[zq]\na = 1\n[zq.a]", "zq = 1\nzq = 2", '"zq" = 1\nzq.b = 2']
)
def test_a_warning_tells_no_key(keys: str) -> None:
    """Only the line and the column of what is wrong in it are said."""
    (warning,) = find_front_matter(f"+++\n{keys}\n+++\n\n{STORY}").warnings
    assert "no valid TOML (line " in warning
    assert "zq" not in warning


BELOW = {
    "a heading": "# The bridge\n\n",
    "a heading close by": "# The bridge\n",
    "an underlined heading": "The bridge\n==========\n\n",
    "a title": "The bridge\n\n",
}


@pytest.mark.parametrize("above", BELOW.values(), ids=BELOW.keys())
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "front", [f"---\n{KEYS}---\n", f"+++\n{TOML}+++\n", f"{{{JSON}}}\n", f"***\n{KEYS}***\n"]
)
def test_front_matter_below_a_first_line_is_hidden_and_used(
    make_seeds: MakeSeeds, above: str, name: str, front: str
) -> None:
    """The line above it stays text, and what its keys say is known."""
    content = f"{above}{front}\n{STORY}\n\n{MORE}\n"
    (document,) = read_seeds(make_seeds({name: content})).documents
    assert "Zq" not in f"{document}"
    assert document.text.split() == f"{above} {STORY} {MORE}".split()
    assert document.metadata.title
    assert document.metadata.title.value == "The bridge"
    assert document.warnings == ()


TEXTS = {
    "a heading above a rule": f"# The bridge\n\n---\n{STORY}\n---\n{MORE}",
    "an update between stars": f"***\nUPDATE: {STORY}\n***\n\n{MORE}",
    "turns of talk between rules": f"===\nMayor: {STORY}\nClerk: {MORE}\n===\n",
    "code with no usual key": f"```\nport: 80\nhost: x\n```\n\n{STORY}",
    "a link of notes": f"[[The bridge]] will close.\n\n{STORY}",
    "a link whose words are quoted": f'["The bridge"](https://a.example/) will close.\n\n{STORY}',
    "words in brackets": f'["The bridge," she said,] {STORY}\n\n{MORE}',
    "prose between two rules": f"---\n\n{STORY}\n\n---\n\n{MORE}",
    "prose close to the rules": f"---\n{STORY}\n---\n{MORE}",
    "a rule alone": f"---\n\n{STORY}\n\n{MORE}",
    "prose with a colon": f"---\nThe mayor of Norwick said: no bridge will close.\n---\n\n{MORE}",
    "what the council said": f"---\nThe council of Norwick said this: it will.\n---\n{STORY}",
    "two rules": f"---\n---\n{STORY}\n\n---\n{MORE}",
    "a heading between rules": f"---\n# The bridge\n---\n\n{STORY}",
    "headings between rules": f"---\n# The bridge\n\n## By Ada Obi\n---\n\n{STORY}",
    "a list below a rule": f"---\n- {STORY}\n- {MORE}\n\n{STORY}",
    "a link between rules": f"---\n[The bridge](https://a.example/)\n---\n\n{STORY}",
    "turns of talk below a rule": f"---\nMAYOR: {STORY}\n\nCLERK: {MORE}",
    "a turn in another script": "---\n市长周一表示：大桥将关闭。\n---\n",
    "lines in small letters": f"---\nthe mayor of Norwick\nsource of the news.\n---\n{STORY}",
    "a dash before a list": f"—\n{STORY}\n—\n{MORE}",
    "plus signs": f"+++\n{STORY}\n+++\n\n{MORE}",
    "braces": f"{{{STORY}}}\n\n{MORE}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_rule_at_the_top_of_an_article_stays_text(text: str) -> None:
    """Prose has no keys: neither its first line nor most of its lines are any."""
    assert find_front_matter(text).end == 0


@pytest.mark.parametrize(
    "body",
    [
        f"---\nUpdate: {STORY}\n---\n{MORE}",
        f"MAYOR: {STORY}\n---\n{MORE}",
        f"{STORY}\n---\n{MORE}",
        f"note: {STORY}\n\n{MORE}\n---\n",
        f"---\nMore: {STORY}\n\n{MORE}\n\n---\n\n{STORY}",
    ],
)
def test_a_rule_behind_front_matter_stays_text(body: str) -> None:
    """What stands between two rules of the article is no second front matter."""
    front = f"---\n{KEYS}---\n\n"
    assert find_front_matter(front + body).end == len(front) - 2


def test_a_key_below_a_rule_takes_no_paragraphs() -> None:
    """What stands behind a blank line, down to the article's next rule, is the article's."""
    front, private = f"---\n{KEYS}---\n\n", "---\nprivate: Zq\n"
    text = f"{front}{private}\n{STORY}\n\n{MORE}\n\n---\n\n{STORY}"
    assert find_front_matter(text).end == len(front + private) - 1


def test_a_sentence_close_to_front_matter_is_no_key() -> None:
    """A rule below two lines of prose makes no document of YAML of them."""
    front = f"---\n{KEYS}---\n"
    text = f"{front}transport: The bridge will close.\nOfficials expect rain: a lot.\n---\n"
    assert find_front_matter(text + STORY).end == len(front) - 1


def test_remarks_above_a_heading_are_none() -> None:
    """The article has its own heading; what stands between fences above it is a remark."""
    front = "---\n# Zq\n---\n"
    assert find_front_matter(f"{front}\n# The bridge\n\n{STORY}").end == len(front) - 1
    assert find_front_matter(f"{front}\n## The bridge\n\n{STORY}").end == 0


def test_text_behind_an_object_on_its_line_stays(make_seeds: MakeSeeds) -> None:
    """The object is hidden, and what follows it is the article's."""
    document = only(make_seeds, f"{{{JSON}}} {STORY}\n\n{MORE}\n".replace(",\n", ", "))
    assert "Zq" not in f"{document}"
    assert document.text.split() == f"{STORY} {MORE}".split()


def test_keys_are_told_from_prose() -> None:
    """What begins with a key is meant as keys though it is no valid YAML; prose is not."""
    assert holds_keys("title: a\n")
    assert holds_keys("title: [a\n")
    assert not holds_keys("The bridge is closed.\n")
    assert not holds_keys('The minister said: "No": never\n')


VALUES = {
    "title: The <!-- Zq --> bridge": "The bridge",
    "title: The bridge %% Zq %%": "The bridge",
    'title: "The <!-- Zq: a, b --> bridge"': "The bridge",
    "title: The bridge <!-- Zq\n  Zq again": "The bridge",
    "authors: [Ana <!-- Zq, told --> Silva]\ntitle: The bridge": "The bridge",
    "publisher: The %% Zq %% Ferry\ntitle: The bridge": "The bridge",
}


@pytest.mark.parametrize("line", VALUES)
def test_a_comment_in_a_value_is_hidden(make_seeds: MakeSeeds, line: str) -> None:
    """Markdown's comments are no part of what its front matter says, the rest of it is used."""
    document = only(make_seeds, f"---\n{line}\n---\n\n{STORY}\n")
    assert "Zq" not in f"{document}"
    assert document.metadata.title
    assert document.metadata.title.value == VALUES[line]


def test_a_comment_in_values_of_json_and_toml_is_hidden(make_seeds: MakeSeeds) -> None:
    """It does not matter in which language front matter is written."""
    for front in (
        '{"title": "The <!-- Zq --> bridge"}\n',
        "+++\ntitle = 'The %%Zq%% bridge'\n+++\n",
    ):
        document = only(make_seeds, f"{front}\n{STORY}\n")
        assert "Zq" not in f"{document}"
        assert document.metadata.title
        assert document.metadata.title.value == "The bridge"


COMMENTS = {
    "{>>Zq<<} Open.": "Open.",
    "Open. {--Zq--}": "Open.",
    "{{/* Zq */}} {{</* Zq */>}} {/* Zq */} Open.": "Open.",
    "{% comment %}\nZq\n{% endcomment %} {%- comment -%} Zq {%- endcomment -%} Open.": "Open.",
    "{# Zq #} Open.": "Open.",
    'Open.\n\n[//]: # (Zq)\n[comment]: <> (Zq)\n[_]: # "Zq"': "Open.",
    "Open {-- shut": "Open {-- shut",
    "%% <!-- %% Zq --> Open.": "Open.",
    "<!-- Zq %% --> Open. %% Zq %%": "Open.",
    "%% <!-- Zq --> %% Open.": "Open.",
    "%% <!-- %% Open.": "Open.",
}


@pytest.mark.parametrize("comment", COMMENTS)
def test_comments_of_two_kinds_in_each_other_are_hidden(
    make_seeds: MakeSeeds, comment: str
) -> None:
    """One of HTML that begins in one of Obsidian's ends where it is closed."""
    document = only(make_seeds, f"{STORY} {comment}\n\n{MORE}\n")
    assert document.text.split() == f"{STORY} {COMMENTS[comment]} {MORE}".split()


@pytest.mark.parametrize(
    "title", ['!!python/object/apply:os.system ["Zq"]', "!!set {name: Zq}", "!!seq [Zq]", "!x [Zq]"]
)
def test_a_value_of_a_kind_is_no_text(make_seeds: MakeSeeds, title: str) -> None:
    """A tag on a list or a mapping is told as one on a word is, but where it says the usual."""
    document = only(make_seeds, f"---\ntitle: {title}\n---\n\n{STORY}\n")
    usual = title.startswith("!!seq")
    assert ("Zq" in f"{document.metadata.title}") is usual
    assert document.warnings == (() if usual else ("front matter:2: title: this is no text",))


def test_a_value_that_nobody_sees_is_none(make_seeds: MakeSeeds) -> None:
    """Characters without a shape are no name and no title."""
    front = '---\ntitle: "\\u200b\\u2060"\nauthors: ["\\u200d"]\n---\n'
    document = only(make_seeds, f"{front}\n{STORY}\n")
    assert "\u200b" not in f"{document.metadata}"
    assert document.metadata.authors == ()
    assert len(document.warnings) == 2


def test_a_value_turns_nothing_around(make_seeds: MakeSeeds) -> None:
    """Characters that turn the direction of what follows are taken out and told."""
    front = '---\ntitle: "The \u202eegdirb\u2066 it"\nauthors: "Ada \\u202eiqbO"\n---\n'
    document = only(make_seeds, f"{front}\n{STORY}\n")
    assert document.metadata.title
    assert document.metadata.title.value == "The egdirb it"
    assert [fact.value for fact in document.metadata.authors] == ["Ada iqbO"]
    assert any("taken out" in warning for warning in document.warnings)
