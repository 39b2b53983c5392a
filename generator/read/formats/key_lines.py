"""Whether lines are keys with values, as a text's head has them, also where they are no valid YAML.

What is told here is hidden, so that a slip in it publishes nothing: too much rather than too
little. Prose is never told: a sentence has more words before its colon, and most lines have none.
"""

import re
from itertools import pairwise

import yaml

from generator.files.yaml_tree import YamlError, compose_yaml

MOST_READ = 100_000
"""Characters; of what is longer only the lines are looked at."""
KEY = re.compile(
    r"""(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|<<|[^\W\d][\w.-]{0,60})[ \t]*(?::(?=\s|$)|=)"""
    r"""|\[{1,2}[\w."' -]{1,60}\]{1,2}\s*$"""
)
"""A key of one word, in quotation marks or that takes over others, or the name of a table."""
MOST_KEY_WORDS = 4
WORDS_OF_KEY = re.compile(
    rf"[^\W\d_][\w()-]{{0,30}}(?: [\w()-]{{1,30}}){{1,{MOST_KEY_WORDS - 1}}}:(?=\s|$)"
)
CLOSE_KEY = re.compile(r"[^\W\d][\w.-]{0,30}[ \t]*(?::(?!//)|[：﹕꞉])")
"""A key that its value stands close to, or whose colon is another script's."""
BARE_KEY = re.compile(r"(?P<key>[a-z][\w-]{1,30})[ \t]++\S(?:.*[^.!?,;:…”\"'])?$")
"""A word in small letters with words behind it that are no sentence: a key whose colon is gone."""
LEAST_KEYS = 2
"""So many keys of several words tell what one of them does not."""
BLANK = re.compile(r"\n[ \t]*(?=\n|$)")
BEHIND_BLANK = re.compile(r"\n[ \t]*+\n(?P<line>[^\s][^\n]*+)")
OPEN_VALUE = re.compile(r"(?:.*:|-)[ \t]*+(?:[|>][-+\d]{0,2})?[ \t]*+(?:#.*)?")
"""A key whose value stands below it: a block that YAML folds or keeps, or a list."""
GOES_ON = re.compile(r"(?:(?:\n[ \t]*+(?=\n))*+\n[ \t]+[^\s][^\n]*+)*+")
"""Indented lines, also behind blank ones."""
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]++(?P<words>\S.*)")
NOTES = re.compile(r"(?:#[^\n]*+\n)*+")
"""Comments above the first key."""


def holds_keys(inside: str, usual: frozenset[str] = frozenset()) -> bool:
    """Whether what stands between two fences is keys, or a list, valid or not.

    Keys without colons are told where the first of them is `usual`.
    """
    try:
        root = compose_yaml(inside) if len(inside) <= MOST_READ else None
    except YamlError:
        root = None
    if isinstance(root, yaml.SequenceNode):
        words = [item for item in root.value if isinstance(item, yaml.ScalarNode) and item.style]
        return not root.flow_style or words == root.value  # [words](address) is a link
    if isinstance(root, yaml.MappingNode):
        return any(len(str(key.value).split()) <= MOST_KEY_WORDS for key, _ in root.value)
    return look_like_keys(inside) or _are_bare_keys(inside, usual)


def _are_bare_keys(inside: str, usual: frozenset[str]) -> bool:
    found = [BARE_KEY.match(line) for line in inside.split("\n") if line.strip()]
    return bool(found) and all(found) and found[0] is not None and found[0]["key"] in usual


def look_like_keys(inside: str) -> bool:
    """The first line has a key, or most lines at the margin have, or all are of a list."""
    lines = [line for line in inside.split("\n") if line.strip() and not line.startswith("#")]
    indent = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    if indent and all(line[:indent].isspace() for line in lines):
        lines = [line[indent:] for line in lines]
    margin = [line for line in lines if line[:1].strip() and line[:1] not in "-]}"]
    if not margin:
        return bool(lines) and lines[0].lstrip().startswith("-")
    if KEY.match(lines[0].lstrip()):
        return True
    told = sum(bool(KEY.match(line) or WORDS_OF_KEY.match(line)) for line in margin)
    if told >= LEAST_KEYS and told * 2 > len(margin):
        return True
    close = all(KEY.match(line) or CLOSE_KEY.match(line) for line in margin)
    return close and (len(margin) >= LEAST_KEYS or _is_small(margin[0]))


def is_whole_value(line: str) -> bool:
    """Whether a line at the margin is a key with all of its value."""
    key = KEY.match(line)
    if key is None or OPEN_VALUE.fullmatch(line):
        return False
    value = line[key.end() :].strip()
    return value[:1] not in ('"', "'") or (len(value) > 1 and value[-1] == value[0])


def starts_with_key(inside: str, usual: frozenset[str]) -> bool:
    """Whether the first line has a key in small letters, or one of the `usual`."""
    lines = inside.lstrip().split("\n")
    first = next((line for line in lines if not line.startswith("#")), "")
    key = KEY.match(first)
    return key is not None and (_is_small(key.group()) or _name(key) in usual)


def names_usual(inside: str, usual: frozenset[str]) -> bool:
    """Whether one of the lines has a key that is one of the `usual`."""
    keys = (KEY.match(line) for line in inside.split("\n"))
    return any(key is not None and _name(key) in usual for key in keys)


def holds_prose(inside: str) -> bool:
    """Whether a paragraph behind a blank line begins at the margin and with no key."""
    behind = (part.group("line") for part in BEHIND_BLANK.finditer(inside))
    return not all(_is_of_keys(line) for line in behind)


def are_keys(inside: str) -> bool:
    """Whether every line at the margin is one of keys; a sentence behind some words is none."""
    return all(_is_of_keys(line) for line in inside.split("\n") if line[:1].strip())


def _is_of_keys(line: str) -> bool:
    words = WORDS_OF_KEY.match(line) is not None and not line.rstrip().endswith((".", "!", "?"))
    return words or line[:1] in "-#]}" or KEY.match(line) is not None


def are_remarks(inside: str, behind: str) -> bool:
    """Whether all lines are YAML's remarks, and are not the headings that stand between two rules.

    Of headings each has a lower level than the one above it, and the article has no other.
    """
    lines = [line.strip() for line in inside.split("\n") if line.strip()]
    if not lines or not all(line.startswith("#") for line in lines):
        return False
    levels = [_level(line) for line in lines]
    if 0 in levels or any(above >= below for above, below in pairwise(levels)):
        return True
    return _level(behind.lstrip().partition("\n")[0]) == levels[0]


def _level(line: str) -> int:
    """A heading's level; 0 where it is none, for it begins small, with a key, or is a sentence."""
    heading = HEADING.fullmatch(line.rstrip())
    if heading is None or KEY.match(heading["words"]) or heading["words"][0].islower():
        return 0
    return 0 if heading["words"].endswith(".") else len(heading["marks"])


def end_of_keys(text: str, start: int, usual: frozenset[str]) -> int:
    """Where the keys behind a fence end that is never closed, `start` where there are none.

    The first key is in small letters or `usual`, so that turns of talk stay; a block behind a blank
    line goes on where all its lines are keys in small letters.
    """
    start += len(text[start : start + MOST_READ]) - len(text[start : start + MOST_READ].lstrip())
    notes = NOTES.match(text, start)
    first = KEY.match(text, notes.end() if notes else start)
    end = _end_of_block(text, start)
    if not first or not (_is_small(first.group()) or _name(first) in usual):
        return start
    if not look_like_keys(text[start:end]):
        return start
    while end < len(text):
        after = _end_of_block(text, end + 1)
        lines = [line for line in text[end:after].split("\n") if line[:1].strip()]
        if not lines or not all(KEY.match(line) and _is_small(line) for line in lines):
            break
        end = after
    return end


def _end_of_block(text: str, start: int) -> int:
    """The next blank line, or where what is indented below a last key ends behind it."""
    blank = BLANK.search(text, start)
    end = blank.start() if blank else len(text)
    margin = [line for line in text[start:end].split("\n") if line[:1].strip()]
    goes_on = GOES_ON.match(text, end) if margin and OPEN_VALUE.fullmatch(margin[-1]) else None
    return goes_on.end() if goes_on else end


def _name(key: re.Match[str]) -> str:
    return re.sub(r"\W+$|^\W+", "", key.group()).lower()


def _is_small(line: str) -> bool:
    """Whether the key's first letter is a small one; a table's name has no value."""
    return line.lstrip("\"'")[:1].islower() or line.startswith("<<")
