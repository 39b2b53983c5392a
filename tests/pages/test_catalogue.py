"""The catalogue: complete, nothing in it that nobody asks for, strict about other words."""

import ast
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, get_args

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner
from handmade import make_corpus, make_document, make_site
from markdown import markdown
from messages import asked_by_tools, asked_messages

from generator.cli import main
from generator.commands.rules import list_rules
from generator.errors import SettingsError
from generator.i18n.catalogue import PLACEHOLDER, load_catalogue, load_tool_catalogue
from generator.language.lexicons import languages_with, load_rows
from generator.model.coreference import ReferenceRule, UnresolvedReason
from generator.model.rules import (
    ActionRule,
    AnchorRule,
    FactRule,
    HiddenRule,
    MentionRule,
    QuotationRule,
    StatementRule,
    TypeRule,
    UndatedReason,
    ZoneRule,
)
from generator.pages.render import render_pages
from generator.provenance.audit import ProofSources, audit_page, editor_words

ENGLISH = load_catalogue("en")
PACKAGE = Path(__file__).parents[2] / "generator"
LOCALE = PACKAGE / "i18n" / "locale"
STAGES = frozenset(row.stage for row in list_rules())


def test_every_message_that_is_asked_for_is_there() -> None:
    """Each message of templates and views has its entry."""
    asked = {m if isinstance(m, str) else m[0] for m in asked_messages()}
    assert asked - set(ENGLISH.messages) == set()


def test_no_message_is_there_that_nobody_asks_for() -> None:
    """An entry that nothing uses would let a page say it unasked."""
    asked = {m if isinstance(m, str) else m[0] for m in asked_messages()}
    assert {m.id for m in ENGLISH.messages.values() if m.domain == "interface"} - asked == set()


@pytest.mark.parametrize(
    "words", ["Bottom line", "2 documents", "1 document", "A ¶2", "on or after 19 May [2025]", "to"]
)
def test_the_catalogue_knows_its_own_words(words: str) -> None:
    """Messages with their numbers, dates and letters filled in are known."""
    assert ENGLISH.knows(words)


@pytest.mark.parametrize(
    "words",
    ["Peace is near", "two documents", "2 documents agree", "Bottom lines", "19 Mai 2025", "A"],
)
def test_the_catalogue_knows_no_other_words(words: str) -> None:
    """Words that no message has are not known."""
    assert not ENGLISH.knows(words) or words == "A"


def test_an_unknown_language_is_refused_with_those_that_are_known() -> None:
    """A language without a catalogue is a settings error."""
    with pytest.raises(SettingsError, match="en"):
        load_catalogue("xx")


def test_what_the_tools_say_has_its_words_and_no_page_may_say_it() -> None:
    """The desk and the error page ask for what stands in their own file, which the proof lacks."""
    own = {m.id for m in load_tool_catalogue("en").messages.values() if m.domain == "tools"}
    assert own <= asked_by_tools()
    assert asked_by_tools() - own <= set(ENGLISH.messages)
    assert not own & set(ENGLISH.messages)
    assert not ENGLISH.knows("Nothing is doubtful.")


def rule_names(*kinds: str) -> list[str]:
    """The rules that lines of word lists name."""
    return sorted(
        {
            row[1]
            for kind in kinds
            for language in ("any", *languages_with(kind))
            for row in load_rows(kind, language)
        }
    )


@pytest.mark.parametrize("name", rule_names("boilerplate", "metadata_patterns"))
def test_every_rule_of_the_word_lists_has_its_words(name: str) -> None:
    """A rule's id can be told to readers, because the catalogue has its words."""
    assert ENGLISH.rule("documents", name)


def test_a_reason_is_shown_without_the_words_of_a_source() -> None:
    """What a reason repeats from a source is left out."""
    reason = "pinned by the editor; files ending in .abc are not read"
    shown = ENGLISH.phrase(reason)
    assert shown == "pinned by the editor; files of this kind are not read"
    assert ENGLISH.knows(shown)


def test_a_reason_without_words_is_never_dropped() -> None:
    """It is warned of, which is an error in these tests, and shown as the stage gave it."""
    with pytest.warns(UserWarning, match="no words for 'something else'"):
        assert ENGLISH.phrase("pinned by the editor; something else").endswith("; something else")


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_rule_has_its_words(language: str) -> None:
    """Each rule of each stage, and each answer where no rule decides, has words for readers."""
    own = load_catalogue(language)
    ids = {(row.stage, row.id) for row in list_rules()}
    assert all(own.rule(stage, rule) for stage, rule in ids)
    said = {m.id for m in own.messages.values() if m.domain in {stage for stage, _ in ids}}
    assert said == {f"{stage}.{rule}" for stage, rule in ids}


def test_every_rule_is_listed_once() -> None:
    """What a stage can answer, with a rule or without one, is a line of the listing."""
    listed = [(row.stage, row.id) for row in list_rules()]
    assert len(listed) == len(set(listed))
    known = {
        "quotations": QuotationRule,
        "statements": StatementRule,
        "actions": ActionRule,
        "mentions": MentionRule,
        "anchoring": AnchorRule,
        "undated": UndatedReason,
        "coreference": Literal[ReferenceRule, UnresolvedReason],
        "actors": HiddenRule,
        "actor_types": TypeRule,
        "documents": Literal[ZoneRule, FactRule],
    }
    for stage, kind in known.items():
        assert {rule for at, rule in listed if at == stage} == set(get_args(kind))


READ_BY = {"boilerplate": get_args(ZoneRule), "metadata_patterns": get_args(FactRule)}
"""The rules that a line of a word list may name, by list."""


@pytest.mark.parametrize("kind", READ_BY)
def test_a_word_list_names_no_other_rule(kind: str) -> None:
    """A line of a list sets aside, or tells a fact, by a rule that zones, or facts, can have."""
    assert set(rule_names(kind)) <= set(READ_BY[kind])


def test_every_rule_of_reading_decides_somewhere() -> None:
    """Code or a word list names each id of a zone or a fact: none is left over."""
    named = {
        node.value
        for room in ("read", "resolve")
        for path in (PACKAGE / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
    }
    listed = {rule for kind in READ_BY for rule in rule_names(kind)}
    assert {*get_args(ZoneRule), *get_args(FactRule)} - named - listed == set()


def compared_in(node: ast.AST) -> set[str]:
    """The texts that code compares, looks up, or gives a name: where the words of a rule could be.

    What a call is given is a matter of types: facts and zones take ids alone.
    """
    parts: list[ast.expr | None] = []
    if isinstance(node, ast.Compare):
        parts = [node.left, *node.comparators]
    elif isinstance(node, ast.Set | ast.Tuple | ast.List):
        parts = [*node.elts]
    elif isinstance(node, ast.Dict):
        parts = [*node.keys, *node.values]
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.MatchValue):
        parts = [node.value]
    return {p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)}


def test_no_code_compares_the_words_of_a_rule() -> None:
    """Words of more than one word stand in the catalogue alone, so that a comparison is of ids."""
    words = {m.forms[0] for m in ENGLISH.messages.values() if m.domain in STAGES}
    words = {said for said in words if " " in said} - {"front matter"}  # a place in warnings too
    assert "a line with little but a date" in words
    found = {
        f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}": sorted(said)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (said := compared_in(node) & words)
    }
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        'zone.rule == "a b"',
        'zone.rule in {"a b", "c"}',
        'RULES = frozenset({"a b"})',
        'LINE = "a b"',
        'LINE, OTHER = "a b", "c"',
        'WORDS = {"a b": 1}',
    ],
)
def test_words_of_a_rule_in_code_are_seen(code: str) -> None:
    """In each shape in which a comparison could have them."""
    assert any("a b" in compared_in(node) for node in ast.walk(ast.parse(code)))


def test_the_command_lists_every_rule() -> None:
    """The command *rules* names each rule of each stage, as lines and as JSON."""
    lines = CliRunner().invoke(main, ["rules"])
    values = CliRunner().invoke(main, ["rules", "--json"])
    assert (lines.exit_code, values.exit_code) == (0, 0)
    assert all(f"{row.stage} {row.id} " in lines.output for row in list_rules())
    assert len(json.loads(values.output)["rules"]) == len(list_rules())


def test_a_rule_without_words_is_an_error() -> None:
    """A rule's id that the catalogue lacks is refused, never silently empty."""
    with pytest.raises(SettingsError, match=r"quotations\.no_such_rule"):
        ENGLISH.rule("quotations", "no_such_rule")


LANGUAGES = sorted(p.parent.name for p in LOCALE.glob("*/interface.po"))


@pytest.mark.parametrize("domain", ["interface", "tools"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_complete(language: str, domain: str) -> None:
    """Each language says every message, with the same placeholders."""
    with (LOCALE / language / f"{domain}.po").open("rb") as stream:
        entries = {m.id if isinstance(m.id, str) else m.id[0]: m for m in read_po(stream) if m.id}
    english = load_tool_catalogue("en").messages.values()
    wanted = {m.id: m for m in english if m.domain == domain}
    assert set(entries) == set(wanted)
    for key, entry in entries.items():
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        assert all(forms), key
        asked = set(PLACEHOLDER.findall(wanted[key].forms[-1]))
        assert set(PLACEHOLDER.findall(forms[-1])) == asked, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_every_reason(language: str) -> None:
    """Each language has each phrase in which a stage says why, and asks for no other place."""
    with (LOCALE / language / "rules.po").open("rb") as stream:
        entries = {
            f"{m.context}.{m.id}" if m.context else str(m.id): str(m.string)
            for m in read_po(stream)
            if m.id
        }
    wanted = {m.id: m for m in ENGLISH.messages.values() if m.domain != "interface"}
    assert set(entries) == set(wanted)
    for key, said in entries.items():
        assert said, key
        assert set(PLACEHOLDER.findall(said)) <= set(PLACEHOLDER.findall(wanted[key].forms[0])), key
        assert "; " not in said, "that is what stands between two reasons"


def literal(node: ast.expr, constants: Mapping[str, str]) -> str | None:
    """A string that is written out, with ``{}`` for what is put into it; None for a variable."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name):
        return constants.get(node.id)
    if isinstance(node, ast.JoinedStr):
        parts = (p.value if isinstance(p, ast.FormattedValue) else p for p in node.values)
        return "".join(literal(p, constants) or "{}" for p in parts)
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "format":
        told = literal(node.func.value, constants) if isinstance(node.func, ast.Attribute) else None
        return told and PLACEHOLDER.sub("{}", told)
    return None


REFUSED = {"UnreadableError": 0, "past_limit": 0, "SeedFile": 1}
"""Who says why a file cannot be used, and in which place."""


def refusals() -> Iterator[str]:
    """All that is said of a file that cannot be used, by those who refuse it."""
    for path in sorted(p for wing in ("read", "files") for p in (PACKAGE / wing).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        told = [n for n in tree.body if isinstance(n, ast.Assign) and len(n.targets) == 1]
        constants = {
            str(ast.unparse(n.targets[0])): str(n.value.value)
            for n in told
            if isinstance(n.value, ast.Constant)
        }
        for node in ast.walk(tree):
            name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if not isinstance(node, ast.Call) or name not in REFUSED:
                continue
            said = [literal(a, constants) for a in node.args[REFUSED[name] :]]
            first, *others = said or (None,)
            if first is not None:
                limit = f" (limits.{others[0]} in mkdocs.yml raises this)" if others else ""
                yield first + limit


def test_every_refusal_has_words() -> None:
    """What *About* shows of a file that was not read is the catalogue's: the proof holds."""
    known = {PLACEHOLDER.sub("{}", m.id) for m in ENGLISH.messages.values()}
    parts = {part for told in refusals() for part in told.split("; ")}
    built = {"{}", "{} (limits.{} in mkdocs.yml raises this)", "files ending in {} are not read"}
    named = {
        "it is not UTF-8 ({}): save it as UTF-8",
        "reading it needs an extra: pip install 'briefing-site[{}]'",
    }
    assert parts - known <= built | named


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_months_of_a_figure_are_dates(language: str) -> None:
    """What stands below the axis of a figure is a date for the proof, in every language."""
    own = load_catalogue(language)
    assert all(own.is_typed("date", own.month_short(n)) for n in range(1, 13))


def test_a_reason_is_told_in_german() -> None:
    """A reason of two parts is said in the reader's language, and known to the proof."""
    german = load_catalogue("de")
    shown = german.phrase("pinned by the editor; it is empty")
    assert shown == ("von der Redaktion festgelegt; sie ist leer")
    assert german.knows(shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_in_every_language_is_proven(tmp_path: Path, language: str) -> None:
    """Pages in each language hold nothing that its catalogue does not say."""
    document = make_document(
        ("The harbour will reopen.", "Ms Marsh said “we are ready” on Monday.")
    )
    corpus = make_corpus([document], quoted="we are ready", actor="Ms Marsh")
    own = load_catalogue(language)
    for file in render_pages(corpus, make_site(tmp_path), catalogue=own):
        if file.path.endswith(".md"):
            body = file.content.decode("utf-8").split("---\n", 2)[2]
            page = f'<article class="md-content__inner">{markdown(body)}</article>'
            evidence = ProofSources(
                {document.id: document},
                own,
                editor_words([document], "A briefing", {}),
                frozenset({document.path}),
                {"A": ""},
            )
            assert audit_page(file.path, page, evidence).failures == ()
