"""What a page's own style sheet hides: a class or an id that it shows nothing of.

Only rules that hold everywhere and name one class or id are read: what stands under a condition, or
depends on where an element is, may be seen.
"""

import re
from collections.abc import Iterator

HIDING_STYLE = re.compile(r"display:none|visibility:(?:hidden|collapse)")
SHOWING_STYLE = re.compile(r"display:(?!none)|visibility:visible")
NO_SIZE = re.compile(r"(?:^|;)font-size:0(?:\.0{0,9})?(?:px|pt|em|rem|%)?(?:!important)?(?=;|$)")
LETTERS = re.compile(r"(?:^|;)color:([^;!]{1,40})")
GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]{1,40})")
REAL_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|rgb\(\d{1,3},\d{1,3},\d{1,3}\)")
NAMED_COLOURS = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff"}
"""Those that hide letters on a page; a name such as `initial` or `inherit` is no colour."""
SHORT_COLOUR = 4
COMMENT = r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?"
OF_NO_STYLE = re.compile(rf"{COMMENT}|\s++")
ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?|\\")
"""A letter as CSS writes it by its number."""
REMARK = re.compile(rf"{COMMENT}|<!--|-->")
BRACE = re.compile(r"[{}]")
SELECTOR = re.compile(r"(?:[a-z][a-z0-9]{0,30})?[.#][\w-]{1,100}", re.IGNORECASE)


def find_hiding_selectors(css: str) -> frozenset[str]:
    """The classes and ids, with their tag where it is named, that a style sheet hides."""
    said: dict[str, bool] = {}
    for selectors, style in _rules(REMARK.sub(" ", css)):
        hides, shows = hides_by_style(style), SHOWING_STYLE.search(_plain(style)) is not None
        if not (hides or shows):
            continue
        for selector in map(str.strip, selectors.split(",")):
            if SELECTOR.fullmatch(selector):
                said[selector] = hides
    return frozenset(selector for selector, hides in said.items() if hides)


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Every rule that stands under no condition: its selectors and what it says."""
    around: list[str] = []
    at = 0
    for brace in BRACE.finditer(css):
        before, at = css[at : brace.start()], brace.end()
        if brace[0] == "{":
            around.append(before.rpartition(";")[2].strip())
        elif around:
            selectors = around.pop()
            if not around and not selectors.startswith("@"):
                yield selectors, before


def hides_by_style(style: str) -> bool:
    """Whether declarations of CSS show nothing of what they hold for."""
    return HIDING_STYLE.search(_plain(style)) is not None


def has_no_letters(style: str) -> bool:
    """Whether words right in an element have no size, or the colour of the ground it states too."""
    said = _plain(style)
    if NO_SIZE.search(said):
        return True
    letters, ground = LETTERS.findall(said), GROUND.findall(said)
    return bool(letters and ground) and _colour(letters[-1]) == _colour(ground[-1]) != ""


def _colour(value: str) -> str:
    """A colour in one spelling; "" where it depends on something else."""
    named = NAMED_COLOURS.get(value, value)
    if not REAL_COLOUR.fullmatch(named):
        return ""
    short = len(named) == SHORT_COLOUR
    return "#" + "".join(digit * 2 for digit in named[1:]) if short else named


def is_shown(style: str) -> bool:
    """Whether an element's own declarations show it, whatever a style sheet says."""
    return SHOWING_STYLE.search(_plain(style)) is not None and not hides_by_style(style)


def _plain(style: str) -> str:
    """Declarations in small letters, without white space, remarks and letters by number."""
    letters = ESCAPED.sub(lambda code: chr(min(int(code[1] or "20", 16), 0x10FFFF)), style.lower())
    return OF_NO_STYLE.sub("", letters)
