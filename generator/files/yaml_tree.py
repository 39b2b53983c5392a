"""YAML as a tree of words: nothing is constructed, nothing expands, everything has its line.

A date, a number or a tag such as ``!!int`` stays the text that it is; aliases do not nest, so that
a few lines never grow into millions.
"""

import re
import unicodedata
from collections.abc import Iterator

import yaml
from msgspec import Struct
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

CONTROL = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069"
    "\ufffe\uffff]"
)
"""Control codes, and those that turn the direction of what stands behind them."""
LONE = re.compile("[\ud800-\udfff]")
NO_TEXT = re.compile("[\0\ud800-\udfff]")
BREAKS_OF_YAML = re.compile("[\u0085\u2028\u2029]")
"""White space that YAML counts as the end of a line, and no editor does."""
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
INVISIBLE = "Cf"
"""The category of characters that only say how others are set."""
MOST_DEPTH = 20
MOST_ALIASES = 50
MOST_NODES = 100_000


class YamlError(ValueError):
    """The text is no YAML that is read here; `line` counts from 1."""

    def __init__(self, message: str, line: int, *, bound: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.bound = bound
        """Whether a limit was passed: the rest is not tried either."""


class Scalar(Struct, frozen=True):
    """A scalar as written, None where it is no words (a mapping, a tagged value, nothing)."""

    text: str | None
    line: int
    cleaned: bool = False
    """Whether control codes or half characters were taken out."""


def compose_yaml(text: str) -> yaml.Node | None:
    """The tree of the one document in `text`, None for an empty one; else a `YamlError`."""
    try:
        return _Tree(BREAKS_OF_YAML.sub(" ", cleaned(text))).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "no valid YAML"
        hint = " (indent with spaces)" if "'\\t'" in problem else ""
        raise YamlError(f"{problem}{hint}", mark.line + 1 if mark else 1) from error
    except YamlError:
        raise
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise YamlError("this is no valid YAML", 1) from error


def cleaned(text: str) -> str:
    """The text with each control code as a space and each half of a character as U+FFFD."""
    return LONE.sub("\ufffd", CONTROL.sub(" ", text))


def has_words(text: str) -> bool:
    """Whether a reader sees anything of a text that is cleaned."""
    return any(not c.isspace() and unicodedata.category(c) != INVISIBLE for c in text)


def words_of(node: yaml.Node) -> Scalar:
    """What a scalar says, white space collapsed."""
    line = line_of(node)
    if not isinstance(node, yaml.ScalarNode) or node.tag not in (
        None,
        BaseResolver.DEFAULT_SCALAR_TAG,
    ):
        return Scalar(None, line)
    if node.style is None and node.value in NOTHING:
        return Scalar(None, line)
    clean = cleaned(node.value)
    said = " ".join(clean.split()) if has_words(clean) else None
    return Scalar(said, line, cleaned=clean != node.value)


def refuse_no_text(root: yaml.Node | None) -> None:
    """Stop at a key or a value with half a character or an empty byte, which nothing can show.

    What an editor says of a source is cleaned instead; a setting that was cleaned is another one.
    """
    waiting, seen = [root] if root else [], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode) and NO_TEXT.search(node.value):
            raise YamlError("this holds a character that is no text", line_of(node))
        if isinstance(node, yaml.MappingNode):
            waiting += (part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def is_tagged(node: yaml.Node) -> bool:
    """Whether somebody said of which kind a value is: it is none of the words that are read."""
    usual = (BaseResolver.DEFAULT_SEQUENCE_TAG, BaseResolver.DEFAULT_MAPPING_TAG)
    return node.tag not in (None, BaseResolver.DEFAULT_SCALAR_TAG, *usual)


def line_of(node: yaml.Node) -> int:
    """The line, counted from 1, that a node begins in."""
    return int(node.start_mark.line) + 1


def top_level_blocks(text: str) -> Iterator[tuple[int, str]]:
    """The stretches that begin with a word at the margin, each with its first line, from 1.

    Where the whole is no YAML, each may still be, so that a wrong value costs only itself.
    """
    block: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), start=1):
        if block and line[:1].strip() and line[:1] not in "#-]}":
            yield first, "\n".join(block)
            block, first = [], number
        block.append(line)
    yield first, "\n".join(block)


class _Tree(Reader, Scanner, Parser, Composer, BaseResolver):
    """Composes nodes and counts them; every plain scalar is text, so no value is guessed."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)
        self._depth = self._nodes = self._aliases = self._anchored = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """One node and what lies in it, within the limits."""
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's own
        is_alias = isinstance(event, yaml.AliasEvent)
        anchored = not is_alias and getattr(event, "anchor", None) is not None
        self._count(event, is_alias=is_alias)
        self._depth += 1
        self._anchored += anchored
        node = super().compose_node(parent, index)
        self._depth -= 1
        self._anchored -= anchored
        return node

    def _count(self, event: yaml.Event, *, is_alias: bool) -> None:
        self._nodes += 1
        self._aliases += is_alias
        line = event.start_mark.line + 1 if event.start_mark else 1
        for count, most, what in (
            (self._depth, MOST_DEPTH, "levels of nesting"),
            (self._nodes, MOST_NODES, "values"),
            (self._aliases, MOST_ALIASES, "aliases"),
        ):
            if count >= most:
                raise YamlError(f"there are more than {most} {what}", line, bound=True)
        if is_alias and self._anchored:
            raise YamlError("an alias stands inside what has an anchor", line, bound=True)
