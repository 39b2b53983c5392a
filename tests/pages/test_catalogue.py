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
from messages import asked_messages

from generator.cli import main
from generator.commands.rules import READING, list_rules
from generator.errors import SettingsError
from generator.i18n.catalogue import PLACEHOLDER, load_catalogue
from generator.language.lexicons import languages_with, load_rows
from generator.model.coreference import ReferenceRule, UnresolvedReason
from generator.model.rules import (
    ActionRule,
    AnchorRule,
    HiddenRule,
    MentionRule,
    QuotationRule,
    StatementRule,
    TypeRule,
    UndatedReason,
)
from generator.model.text import ZoneKind
from generator.pages.render import render_pages
from generator.provenance.audit import Evidence, audit_page, editor_words

ENGLISH = load_catalogue("en")
PACKAGE = Path(__file__).parents[2] / "generator"
LOCALE = PACKAGE / "i18n" / "locale"


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


def rule_names() -> list[str]:
    """The names of rules that lie in word lists: what the stages give as their reason."""
    columns = {"boilerplate": 1, "metadata_patterns": 1}
    return sorted(
        {
            row[at]
            for kind, at in columns.items()
            for language in ("any", *languages_with(kind))
            for row in load_rows(kind, language)
        }
    )


@pytest.mark.parametrize("name", rule_names())
def test_every_rule_of_the_word_lists_has_its_words(name: str) -> None:
    """A rule's name can be shown to readers, because the catalogue has it."""
    assert ENGLISH.phrase(name)


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


def reasons_of(tree: ast.AST) -> Iterator[str]:
    """The reasons that code writes out for facts and zones: fourth arguments, pairs with a kind."""
    assigned = (n for n in ast.walk(tree) if isinstance(n, ast.Assign))
    named = {t.id: n.value for n in assigned for t in n.targets if isinstance(t, ast.Name)}
    given: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", "")
            given += node.args[3:4] if called in {"Fact", "Zone"} else []
            given += [k.value for k in node.keywords if k.arg == "reason"]
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
            kind = node.elts[0]
            given += node.elts[1:] if isinstance(kind, ast.Constant) and kind.value in KINDS else []
    for one in given:
        found = named.get(one.id, one) if isinstance(one, ast.Name) else one
        if isinstance(found, ast.Constant) and isinstance(found.value, str):
            yield found.value


KINDS = {*get_args(ZoneKind), "transcript", "opinion"}
READ = LOCALE.parents[1] / "read"
REASONS = sorted(
    {
        reason
        for path in READ.rglob("*.py")
        for reason in reasons_of(ast.parse(path.read_text("utf-8")))
    }
    - KINDS
)


BY_OTHER_WAYS = ("credit", "name above the story", "a fragment before the story")


@pytest.mark.parametrize("reason", [*REASONS, *BY_OTHER_WAYS])
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_reason_of_reading_has_its_words(language: str, reason: str) -> None:
    """A reason that the catalogue lacks would be dropped, and a reader would see none."""
    assert load_catalogue(language).phrase(reason)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_rule_has_its_words(language: str) -> None:
    """Each rule of each stage, and each answer where no rule decides, has words for readers."""
    own = load_catalogue(language)
    ids = {(row.stage, row.id) for row in list_rules() if row.stage != READING}
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
    }
    for stage, kind in known.items():
        assert {rule for at, rule in listed if at == stage} == set(get_args(kind))
    reading = {rule for at, rule in listed if at == READING}
    assert {*REASONS, *BY_OTHER_WAYS, *rule_names()} <= reading


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_complete(language: str) -> None:
    """Each language says every message, with the same placeholders."""
    with (LOCALE / language / "interface.po").open("rb") as stream:
        entries = {m.id if isinstance(m.id, str) else m.id[0]: m for m in read_po(stream) if m.id}
    wanted = {m.id: m for m in ENGLISH.messages.values() if m.domain == "interface"}
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
    return None


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
            if not isinstance(node, ast.Call) or name not in {"UnreadableError", "past_limit"}:
                continue
            first, *others = (literal(a, constants) for a in node.args)
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
    shown = german.phrase("pinned by the editor; a line with little but a date")
    assert shown == ("von der Redaktion festgelegt; eine Zeile mit kaum mehr als einem Datum")
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
            evidence = Evidence(
                {document.id: document},
                own,
                editor_words([document], "A briefing", {}),
                frozenset({document.path}),
                {"A": ""},
            )
            assert audit_page(file.path, page, evidence).failures == ()
