"""Each form of each rule of dates decides in a sentence of the tests: none stands unread."""

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.date_phrases import PHRASES
from generator.language.lexicons import Lexicon, load_rows
from generator.temporal import find_readings, grammar
from generator.temporal.grammar import Reading
from generator.temporal.rule_patterns import Form, forms_by_word, pattern_of

LEXICON = Lexicon("en")
HERE = Path(__file__).parent
MARK = re.compile(r"\[([^\]=]+?) = [^\]]*\]")


def sentences() -> tuple[str, ...]:
    """The sentences of the tests of dates and of the rules' examples, without their marks."""
    code = (HERE / "test_date_grammar.py", HERE.parent / "extract" / "test_time_expressions.py")
    nodes = (node for path in code for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    texts = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    texts += [row.split("\t")[-1] for row in PHRASES.read_text("utf-8").splitlines()]
    texts += [row[1] for row in load_rows("date_rule_examples", "en")]
    return tuple(MARK.sub(r"\1", text) for text in texts)


def read(text: str) -> list[Reading]:
    """What the grammar finds."""
    return list(find_readings(text, 0, len(text), lexicon=LEXICON))


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Mapping[Form, list[str]]:
    """The sentences in which each form says something, whether it decides or not."""
    found: defaultdict[Form, list[str]] = defaultdict(list)
    before, text = pattern_of, ""

    def told(form: Form, match: re.Match[str]) -> str | None:
        pattern = before(form, match)
        if pattern is not None and text not in found[form]:
            found[form].append(text)
        return pattern

    with monkeypatch.context() as patched:
        patched.setattr(grammar, "pattern_of", told)
        for text in sentences():
            read(text)
    return found


def test_each_form_decides_in_a_sentence(
    tried: Mapping[Form, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it a sentence is read in another way; a form that none needs is to go."""
    index = forms_by_word(LEXICON)
    forms = dict.fromkeys(form for forms in index.values() for form in forms)
    unread = []
    for left_out in forms:
        texts = tried.get(left_out, [])
        whole = [read(text) for text in texts]
        without = {w: tuple(f for f in fs if f is not left_out) for w, fs in index.items()}
        with monkeypatch.context() as patched:
            patched.setattr(grammar, "forms_by_word", lambda _, kept=without: kept)
            if all(read(text) == was for text, was in zip(texts, whole, strict=True)):
                unread.append((left_out.rule, left_out.expression.pattern[-60:], left_out.value))
    assert not unread
