"""What a page's own style sheet hides: a class or an id that it shows nothing of.

Only rules that hold everywhere and name one class or id are read: what stands under a condition, or
depends on where an element is, may be seen.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

HIDING_STYLE = re.compile(r"display:none|visibility:(?:hidden|collapse)")
SHOWING_STYLE = re.compile(r"display:(?!none)|visibility:visible")
SIZES = re.compile(r"(?:^|;)font-size:([^;]*+)")
NO_SIZE = re.compile(r"0(?:\.0{0,9})?(?:px|pt|em|rem|%)?")
LETTERS = re.compile(r"(?:^|;)color:([^;]*+)")
GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;]*+)")
UNSURE = re.compile(
    r"!|(?:^|;)(?:font|all):|image|gradient|url\(|shadow|filter|fill|stroke|blend|animation"
)
"""What may give letters a size or a ground all the same, or weigh more than what stands last."""
ON_LETTERS = re.compile(r"font|color|background|\ball\s*+:|" + UNSURE.pattern)
"""What a style sheet says of letters, or may."""
NAMED = re.compile(r"[.#]?[\w-]+|\*")
"""A tag, a class, an id, or everything, in a selector."""
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
    """Whether words right in an element have no size, or the colour of the ground it states too.

    Where a declaration stands twice, or another may weigh more, nobody knows: they have letters.
    """
    said = _plain(style)
    if UNSURE.search(said):
        return False
    match SIZES.findall(said), LETTERS.findall(said), GROUND.findall(said):
        case [size], _, _ if NO_SIZE.fullmatch(size):
            return True
        case _, [letters], [ground]:
            return _colour(letters) == _colour(ground) != ""
    return False


def names_with_letters(css: str) -> frozenset[str]:
    """The tags, classes and ids, in small letters, of whose letters a style sheet says something.

    It may do so under any condition, and weigh more than what the element says of itself.
    """
    plain = ESCAPED.sub(_letter, REMARK.sub(" ", css).lower())
    return frozenset(
        name
        for before, said in pairwise(BRACE.split(plain))
        if ON_LETTERS.search(said)
        for name in NAMED.findall(before.rpartition(";")[2])
    )


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
    return OF_NO_STYLE.sub("", ESCAPED.sub(_letter, style.lower()))


def _letter(code: re.Match[str]) -> str:
    return chr(min(int(code[1] or "20", 16), 0x10FFFF))
