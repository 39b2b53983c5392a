"""Texts that are no article are told by their form, kept, named, and never shown as one."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.i18n.catalogue import words_in_data
from generator.read import text_forms
from generator.read.seeds import read_seeds
from generator.read.text_forms import TextForm, find_form

HTML = """<html><head><title>Fog | The Ferry</title></head>
<body><p>The mayor, Ada Obi, said on Monday that the bridge will close.</p></body></html>"""
FRAGMENT = "\n".join(
    f"<p>The mayor said that bridge {n} will close.</p>" for n in ("one", "two", "three", "four")
)
RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Ferry</title><item><title>Fog</title></item>
</channel></rss>"""
MAIL = """Received: from a.example by b.example; Mon, 12 May 2031
From: Ada Obi <ada@a.example>
To: desk@b.example
Subject: The fog

The mayor said on Monday that the bridge will close."""
LOG = "\n".join(f"2031-05-12 10:00:0{n} WARN bridge: the pump number {n} is hot" for n in range(8))
CODE = """import sys

def close(bridge):
    if (bridge.open):
        bridge.shut(now=True);
    return bridge;
"""
TABLE = "\n".join(f"Bridge {n}\t{n * 40}\t{n + 1968}\topen" for n in range(1, 9))
BASE64 = "\n".join("QWRhIE9iaSBzYWlkIHRoYXQgdGhlIGJyaWRnZSB3aWxsIGNsb3Nl" for _ in range(9))
COLUMNS = """THE FERRY

The mayor has found that the bridge     The guild rejects the toll and says
is safe for cars until the fall and     that it will fight it in court. The
that no works are needed this year.     council has asked for a night ferry
The minister said that the toll will    instead. Its head warned that drivers
not rise before the bridge is old.      may leave the town for good in May."""
FORMS = {
    "HTML": HTML,
    "HTML without a head": FRAGMENT,
    "a news feed": f"Copied from a reader:\n{RSS}",
    "XML": '<?xml version="1.0"?>\n<fog>The mayor said that the bridge is closed.</fog>',
    "an e-mail with its headers": MAIL,
    "a log": LOG,
    "program code": CODE,
    "a table": TABLE,
    "encoded data": BASE64,
    "columns that stand side by side": COLUMNS,
    "no text but data": "The\0\0\0mayor\0\0said\0\0\0\0so\0\0",
}
STORY = "The council voted late on Tuesday to close the old bridge until the spring, a clerk said."
ARTICLES = {
    "a line of code": f"{STORY}\n\n{STORY}\n\nif (bridge.open) {{ shut(); }}\n\n{STORY}",
    "a table at the end": f"{STORY}\n\n{STORY}\n\n{STORY}\n\nBridge\t40\t1968\nPier\t12\t1970",
    "a list of results": f"{STORY}\n\n{STORY}\n\nAde    3    Obi    1\nLi    2    Wei    2",
    "a date line": f"Fog\n\nDate: 12 May 2031\nFrom: Norwick\nTo: Sandholm\n\n{STORY}",
    "tags in a line": f"{STORY}\n\nShe wrote <b>no</b> on it.\n\n{STORY}\n\n{STORY}",
    "semicolons": f"{STORY} ;\n\n{STORY} ;\n\n{STORY} ;\n\n{STORY} ;",
    "indented": "\n".join(f"        {STORY}" for _ in range(6)),
}


CONVERTED = {"HTML": "text/html", "an e-mail with its headers": "message/rfc822"}


@pytest.mark.parametrize("name", CONVERTED)
def test_a_text_of_another_format_is_read_by_its_reader(name: str, tmp_path: Path) -> None:
    """A page's or a mail's source in a .txt file gives its article."""
    (tmp_path / "a.txt").write_text(FORMS[name], "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert document.media_type == CONVERTED[name]
    assert "<" not in document.text
    assert "Received" not in document.text
    assert document.text.endswith("said on Monday that the bridge will close.")


@pytest.mark.parametrize("name", [name for name in FORMS if name not in CONVERTED])
def test_what_is_no_article_is_named_and_set_aside(name: str, tmp_path: Path) -> None:
    """Its text is kept, all of it as boilerplate, with a warning that says what to do."""
    (tmp_path / "a.txt").write_text(FORMS[name], "utf-8")
    (document,) = read_seeds(tmp_path).documents
    form = name.removesuffix(" without a head")
    assert document.text == FORMS[name]
    assert {z.kind for z in document.zones} == {"boilerplate"}
    said = {words_in_data("documents", z.rule) for z in document.zones}
    assert said == {f"looks like {form}"}
    assert document.sentences == ()
    assert document.metadata.title is None
    (warning,) = document.warnings
    assert warning.startswith(f"it looks like {form}: nothing of it is used; ")


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES.keys())
def test_an_article_stays_one(text: str) -> None:
    """A table, a line of code or labels inside an article do not make it something else."""
    assert find_form(text, markdown=False) is None


def test_every_form_has_its_words(root: Path) -> None:
    """The rule of each form has its words in every language's catalogue."""
    forms = {f.rule for f in vars(text_forms).values() if isinstance(f, TextForm)}
    for path in sorted((root / "generator" / "i18n" / "locale").glob("*/rules.po")):
        with path.open("rb") as stream:
            assert forms <= {m.id for m in read_po(stream) if m.context == "documents"}
