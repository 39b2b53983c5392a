"""Which styles of an office file hide what is written in them, by themselves or by inheritance.

A name that is written in small and in capital letters is one name: some programs take it so, and
too much is hidden rather than too little.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct


class Style(Struct, frozen=True):
    """What a style says of being hidden, None where it says nothing, and on which it is based."""

    hides: bool | None = None
    based_on: str = ""


def known_styles(told: Iterable[tuple[str, Style]]) -> Mapping[str, Style]:
    """Styles by name; of several with one name it is one that hides."""
    found: dict[str, Style] = {}
    for name, style in told:
        known = found.get(style_key(name))
        if known is None or not known.hides:
            found[style_key(name)] = style
    return found


def style_key(name: str) -> str:
    """Under which name a style is known."""
    return name.strip().casefold()


def find_hiding(styles: Mapping[str, Style]) -> frozenset[str]:
    """The names of the styles that hide; what a style does not say is said by the one below it."""
    return frozenset(name for name in styles if says_of_hiding(styles, name))


def says_of_hiding(styles: Mapping[str, Style], name: str) -> bool | None:
    """Whether a style hides, None where neither it nor any below it says so."""
    seen: set[str] = set()
    name = style_key(name)
    while name not in seen and (style := styles.get(name)) is not None:
        if style.hides is not None:
            return style.hides
        seen.add(name)
        name = style_key(style.based_on)
    return None
