"""Which styles of an office file hide what is written in them, by themselves or by inheritance."""

from collections.abc import Mapping

from msgspec import Struct


class Style(Struct, frozen=True):
    """What a style says of being hidden, None where it says nothing, and on which it is based."""

    hides: bool | None = None
    based_on: str = ""


def find_hiding(styles: Mapping[str, Style]) -> frozenset[str]:
    """The names of the styles that hide; what a style does not say is said by the one below it."""
    return frozenset(name for name in styles if says_of_hiding(styles, name))


def says_of_hiding(styles: Mapping[str, Style], name: str) -> bool | None:
    """Whether a style hides, None where neither it nor any below it says so."""
    seen: set[str] = set()
    while name not in seen and (style := styles.get(name)) is not None:
        if style.hides is not None:
            return style.hides
        seen.add(name)
        name = style.based_on
    return None
