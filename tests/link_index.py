"""The files of a built site, the anchors of its pages, and which links lead to nothing."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

OUTSIDE = re.compile(r"(?:https?|data|mailto):")


class Links(HTMLParser):
    """The links and the anchors of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what leads somewhere and what can be led to."""
        values = dict(attrs)
        self.anchors.add(values.get("id") or "")
        for name in ("href", "src", "action"):
            if values.get(name) is not None and tag != "base":
                self.links.append(values[name] or "")


class Index:
    """All files of a folder, the anchors of its pages, and what of a link does not resolve."""

    def __init__(self, root: Path) -> None:
        self.files = {
            p.relative_to(root).as_posix(): p for p in sorted(root.rglob("*")) if p.is_file()
        }
        self.pages = {
            name: Links(path.read_text("utf-8"))
            for name, path in self.files.items()
            if name.endswith(".html")
        }

    def problem(self, page: str, link: str) -> str:
        """What is wrong with a link of a file; empty where it resolves."""
        if OUTSIDE.match(link) or page == "404.html":
            return ""
        path, _, anchor = urljoin(f"/{page}", link).partition("#")
        target = unquote(path.partition("?")[0].lstrip("/"))
        if target.endswith("/") or not target:
            target += "index.html"
        if target not in self.files:
            return f"{page}: {link}"
        known = target not in self.pages or unquote(anchor) in self.pages[target].anchors
        return "" if known or not anchor else f"{page}: {link} (no such anchor)"

    def problems(self, links: Mapping[str, list[str]]) -> list[str]:
        """What is wrong with the links of many files."""
        found = (self.problem(page, link) for page, many in links.items() for link in many)
        return [f for f in found if f]
