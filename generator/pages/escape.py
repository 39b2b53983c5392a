"""Layer 1 against hostile text: the one function through which text goes into Markdown."""

import re
from functools import lru_cache

from markupsafe import Markup

from generator.model.visible_text import shown

SIGNIFICANT = re.compile(r"""[\\`*_{}\[\]()<>#+\-!|&"'~^=:$@%?;]|(?<=\d)\.|(?<=:)/""")


@lru_cache(maxsize=65536)
def escape_markdown(text: str) -> Markup:
    """Markdown and HTML that shows exactly `text`, in any position of a page."""
    return Markup(SIGNIFICANT.sub(_entity, shown(text)))  # noqa: S704 this is where it becomes safe


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
