"""Comments that editors and the makers of sites write into Markdown, beside those of HTML.

CriticMarkup's remarks and deletions, the comments of Hugo, Jekyll, MDX and Jinja, and a reference
that leads nowhere, whose title nobody sees. Only what is closed is one.
"""

import re

from generator.model.text import Offsets

NOWHERE = r"^ {0,3}\[[^\[\]\n]{1,60}\]:[ \t]{1,9}(?:#|<>)[ \t]{1,9}(?=[(\"'])"
"""``[//]: # (a remark)``"""
OPENING = re.compile(
    r"\{>>|\{--|\{\{[-<%]?[ \t]{0,9}/\*|\{/\*|\{# |\{%-?[ \t]{0,9}comment[ \t]{0,9}-?%\}"
    rf"|{NOWHERE}",
    re.MULTILINE,
)
CLOSING = {
    "{>>": "<<}",
    "{--": "--}",
    "{{": "*/",
    "{/*": "*/}",
    "{# ": " #}",
    "{%": "endcomment",
}
"""How an opening begins, and what closes it; of two the rest of its tag goes with it."""
REST_OF_TAG = re.compile(r"[^\n{}]{0,20}\}{1,2}")


def find_template_comments(text: str, start: int) -> list[Offsets]:
    """Where comments stand, in reading order."""
    found: list[Offsets] = []
    never: set[str] = set()
    for opening in OPENING.finditer(text, start):
        inside = bool(found) and opening.start() < found[-1].end
        end = None if inside else _end(text, opening, never)
        if end is not None:
            found.append(Offsets(opening.start(), end))
    return found


def _end(text: str, opening: re.Match[str], never: set[str]) -> int | None:
    """Where it ends, None where nothing closes it; what closes nothing more is noted."""
    closing = next((c for begins, c in CLOSING.items() if opening[0].startswith(begins)), "")
    if not closing:
        line = text.find("\n", opening.end())
        return len(text) if line < 0 else line
    at = -1 if closing in never else text.find(closing, opening.end())
    if at < 0:
        never.add(closing)
        return None
    end = at + len(closing)
    rest = None if closing.endswith("}") else REST_OF_TAG.match(text, end)
    return rest.end() if rest else end
