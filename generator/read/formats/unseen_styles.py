"""What an element's own declarations of CSS make invisible, though it is there: it is private.

What is crossed out is taken back, and no words of the source either. Each declaration is one that
nothing inside the element can undo; the size and colour of letters, which it can, are told apart.
"""

import re

NOTHING = r"0*(?:\.0*)?(?:px|pt|em|rem|ex|ch|%|vh|vw)?(?=[;!)]|$)"
HARDLY = r"(?:0*(?:\.\d{0,9})?|0*1(?:\.0*)?)(?:px|pt)(?=[;!]|$)"
PROPERTY = r"(?:^|;)"
FAR = r"-(?:9\d\d|\d{4,9})(?:\.\d{0,9})?(?:px|pt|em|rem|%|vh|vw)"
UNSEEN = re.compile(
    rf"{PROPERTY}(?:(?:left|right|top|bottom|text-indent|margin(?:-left|-top)?):{FAR}"
    r"|clip:rect\((?:[01](?:px|pt)?,?){4}\)"
    r"|clip-path:(?:inset\((?:100|[5-9]\d)%|circle\(0|polygon\(0(?:px)?0(?:px)?,0(?:px)?0)"
    rf"|transform:(?:[^;]{{0,200}}\))?scale[xy]?\({NOTHING}\)|zoom:{NOTHING}"
    rf"|filter:(?:[^;]{{0,200}}\))?opacity\({NOTHING}\)|mso-hide:all"
    r"|text-decoration(?:-line)?:[^;]{0,60}line-through)"
)
CLEAR = re.compile(rf"{PROPERTY}opacity:{NOTHING}")
MOVES = re.compile(rf"{PROPERTY}(?:-webkit-)?(?:transition|animation|will-change|transform)")
"""What appears as the reader scrolls is shown."""
NO_ROOM = re.compile(rf"{PROPERTY}(?:max-)?(?:height|width):(?:{NOTHING}|{HARDLY})")
CUT_OFF = re.compile(rf"{PROPERTY}overflow(?:-[xy])?:(?:hidden|clip)")
SMALLEST = re.compile(
    rf"{PROPERTY}(?:font-size:(?:{NOTHING}|{HARDLY})|font:(?:[^;]{{0,200}}[^;\d.])?0(?:px|pt|em)?/)"
)
SIZE = re.compile(rf"{PROPERTY}font(?:-size)?:")
COLOUR = re.compile(rf"{PROPERTY}color:(?P<value>[^;!]{{1,60}})")
GROUND = re.compile(rf"{PROPERTY}background(?:-color)?:(?P<value>[^;!]{{1,200}})")
NO_COLOUR = re.compile(
    r"transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|(?:rgb|hsl)a?\([^()]{1,60}[,/]0*(?:\.0*)?%?\)"
)
WHITE = re.compile(r"white|#fff(?:fff)?|rgba?\(255,255,255(?:,1)?\)")


def is_unseen(style: str) -> bool:
    """Whether nobody sees what plain declarations hold for, whatever stands inside."""
    if UNSEEN.search(style) or (CLEAR.search(style) and not MOVES.search(style)):
        return True
    return NO_ROOM.search(style) is not None and CUT_OFF.search(style) is not None


def is_too_small(style: str) -> bool:
    """Whether letters have no size, which an element inside may give them."""
    return SMALLEST.search(style) is not None


def is_uncoloured(style: str) -> bool:
    """Whether letters have no colour, or that of their own ground."""
    colour, ground = COLOUR.search(style), GROUND.search(style)
    if colour is None:
        return False
    own = colour["value"]
    same = ground is not None and (own == ground["value"] or _are_white(own, ground["value"]))
    return same or NO_COLOUR.fullmatch(own) is not None


def is_white(style: str) -> bool:
    """Whether letters are white and the element says nothing of its ground."""
    colour = COLOUR.search(style)
    return colour is not None and GROUND.search(style) is None and _are_white(colour["value"])


def _are_white(*colours: str) -> bool:
    return all(WHITE.fullmatch(colour) for colour in colours)
