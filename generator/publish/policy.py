"""Layer 4 against hostile text: a Content-Security-Policy that names the theme's scripts only.

The hashes are taken from the theme's own files and never from a built page: a script that a source
smuggled into a page would else be allowed along with the rest.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from generator.files.entries import list_files

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
TEMPLATE_MARKS = ("{{", "{%")


def content_policy(theme_dirs: Iterable[Path], *, inline: bool = False) -> str:
    """The policy for every page, given the theme's folders in order of precedence.

    With `inline` any inline script may run, as MkDocs' live reload needs it; all else holds.
    """
    hashes = " ".join(f"'sha256-{h}'" for h in inline_script_hashes(theme_dirs))
    scripts = "'unsafe-inline'" if inline else hashes
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {scripts}".rstrip(),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def inline_script_hashes(theme_dirs: Iterable[Path]) -> tuple[str, ...]:
    """Base64 SHA-256 of each constant inline script of the theme, sorted.

    A script with template code in it has no constant hash; the theme overrides those that it needs.
    """
    chosen: dict[str, Path] = {}
    for folder in theme_dirs:
        for path in list_files(folder / "partials" / "javascripts", ".html"):
            chosen.setdefault(path.name, path)
    found: set[str] = set()
    for path in chosen.values():
        for script in INLINE_SCRIPT.findall(path.read_text("utf-8")):
            if not any(mark in script for mark in TEMPLATE_MARKS):
                found.add(base64.b64encode(hashlib.sha256(script.encode()).digest()).decode())
    return tuple(sorted(found))
