"""The theme's frame around a page without the white space that its templates leave behind.

The frame is the same on each page and a fifth of it is indentation, so a site of many small pages
is mostly that. What a page says, and every script, stays as it is to the byte.
"""

import re

CONTENT = '<article class="md-content__inner'
"""Where the theme begins what a page says."""
CONTENT_END = "</article>"
KEPT = re.compile(r"<(pre|textarea)\b", re.IGNORECASE)
"""Elements in which white space is seen."""
SCRIPT_OR_BREAK = re.compile(r"(<script\b.*?</script>)|\n\s+", re.DOTALL | re.IGNORECASE)
"""A script, whose hash the policy names, or what follows the end of a line."""


def lean_frame(html: str) -> str:
    """The page with one line's end for each stretch of white space of the frame that has one."""
    start = html.find(CONTENT)
    if start < 0:
        return html
    end = html.rfind(CONTENT_END, start)
    end = end if end >= 0 else len(html)
    return _lean(html[:start]) + html[start:end] + _lean(html[end:])


def _lean(frame: str) -> str:
    if KEPT.search(frame):
        return frame
    return SCRIPT_OR_BREAK.sub(lambda found: found[1] or "\n", frame)
