"""Collects every message that templates and views ask the catalogue for.

Run as a script it adds the missing ones to ``generator/i18n/locale/en/interface.po``.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[2]
ENGLISH = ROOT / "generator" / "i18n" / "locale" / "en" / "interface.po"
ASKING = {"t", "empty", "timeline", "counted", "message"}

Asked = str | tuple[str, str]


def asked_messages() -> set[Asked]:
    """Every message that is asked for; a pair for one with a plural."""
    found: set[Asked] = set()
    for template in sorted((ROOT / "templates").rglob("*.j2")):
        found.update(_from_template(template.read_text("utf-8")))
    for module in sorted((ROOT / "generator" / "pages").rglob("*.py")):
        found.update(_from_module(module))
    return {m for m in found if m not in ("", ("", ""))}


def asked_by_tools() -> set[str]:
    """Every message that the editor's desk and the served site's error page ask for."""
    package = ROOT / "generator"
    modules = [*(package / "commands" / "review").glob("*.py"), package / "publish" / "serve.py"]
    calls = [node for path in modules for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    told = {text for node in calls if isinstance(node, ast.Call) for text in _from_call(node)}
    kinds = (
        node.value
        for node in calls
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "KINDS"
    )
    return told | {text for table in kinds for text in ast.literal_eval(table).values()}


def _from_template(source: str) -> Iterator[Asked]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        texts = [a.value for a in call.args if isinstance(a, nodes.Const)]
        words = [t for t in texts if isinstance(t, str)]
        if name == "tn":
            yield words[0], words[1]
        elif name in {"t", "empty", "note"} and words:
            yield words[0]
        elif name == "timeline" and words:
            yield words[-1]
        if name == "t":
            yield from (c.value for a in call.args for c in a.find_all(nodes.Const) if _is_text(c))


def _is_text(const: nodes.Const) -> bool:
    return isinstance(const.value, str) and const.value[:1].isupper()


def _from_module(path: Path) -> Iterator[Asked]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Dict) and path.name == "labels.py":
            yield from _texts(node.values)
        elif isinstance(node, ast.Call):
            yield from _from_call(node)
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "DOWNLOADS":
            yield from _downloads(node.value)
        elif isinstance(node, ast.IfExp) and path.name == "dates.py":
            yield from (text for text in _texts((node.body, node.orelse)) if "{" in text)


def _from_call(node: ast.Call) -> Iterator[str]:
    """``catalogue.form("…")``, ``say("…")`` and the labels of the quality report and versions."""
    name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    if name in {"form", "say", "QualityCount", "Version"} and first is not None:
        yield from _texts([first])


def _texts(values: Iterable[ast.expr]) -> Iterator[str]:
    for value in values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def _downloads(table: ast.expr) -> Iterator[str]:
    for heading, files in ast.literal_eval(table).items():
        yield heading
        yield from (label for _, label in files)


def main() -> None:
    """Add what is missing, drop what nobody asks for."""
    old = Catalog(locale="en")
    if ENGLISH.exists():
        with ENGLISH.open("rb") as stream:
            old = read_po(stream, locale="en")
    new = Catalog(locale="en", header_comment="# The site's own words.", fuzzy=False)
    for asked in sorted(asked_messages(), key=str):
        kept = old.get(asked if isinstance(asked, str) else asked[0])
        new.add(asked, kept.string if kept else (asked if isinstance(asked, str) else list(asked)))
    with ENGLISH.open("wb") as stream:
        write_po(stream, new, width=0, omit_header=False)
    text = ENGLISH.read_text("utf-8").splitlines(keepends=True)
    dated = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Project-Id', '"Report-M')
    people = ('"Last-Translator', '"Language-Team')
    ENGLISH.write_text("".join(x for x in text if not x.startswith((*dated, *people))), "utf-8")


if __name__ == "__main__":
    main()
