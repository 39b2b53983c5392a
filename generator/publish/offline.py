"""The site as one zip that opens from a disk: links name their files, search needs no server.

It is made from the built site: nothing is rendered a second time, so what was proven stays proven.
Browsers give pages from a disk no workers and no modules; the search page therefore gets an index
as a plain script, and the header's field leads to it.
"""

import json
import re
import zipfile
from functools import lru_cache
from html import escape
from pathlib import Path

from generator.cache.fingerprint import files_below
from generator.publish.sections import page_sections
from generator.publish.tags import attributes, change_attributes, rewrite_tags, tag_name

NAME = "briefing-offline.zip"
SEARCH = "search/index.html"
INDEX = "search/offline-index.js"
MODULE = "search.js"
"""The script of the search page, which browsers do not load from a disk."""
LEFT_OUT = ("pagefind/", "sitemap.xml", "search/search_index.json", f"data/{NAME}")
LINKS = frozenset({"href", "action"})
"""Attributes that hold an address."""
CHANGED = re.compile(r"<form|href|action|module|data-md-component", re.IGNORECASE)
"""What a tag has in it that the copy may have in another way; most tags have none of it."""
DATE = (1980, 1, 1, 0, 0, 0)
"""The zip format's first day: an archive of the same files is the same bytes."""


def write_offline(site_dir: Path) -> Path:
    """Write the zip into the site's data folder."""
    target = site_dir / "data" / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".tmp")
    with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in offline_files(site_dir):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    temporary.replace(target)
    return target


def stand_in(site_dir: Path) -> None:
    """Let the search page of the site read the copy's index, where no other was made."""
    page = site_dir / SEARCH
    if not page.is_file():
        return
    (site_dir / INDEX).write_text(_index(site_dir), "utf-8")
    html = rewrite_tags(page.read_text("utf-8"), lambda tag: _own_script(tag, "../"))
    page.write_text(html, "utf-8")


def offline_files(site_dir: Path) -> list[tuple[str, bytes]]:
    """What goes into the zip, by name."""
    files: dict[str, bytes] = {}
    for path in files_below(site_dir):
        name = path.relative_to(site_dir).as_posix()
        if name.startswith(LEFT_OUT):
            continue
        content = path.read_bytes()
        if name.endswith(".html"):
            content = offline_page(content.decode("utf-8"), name).encode("utf-8")
        files[name] = content
    files[INDEX] = _index(site_dir).encode("utf-8")
    return sorted(files.items())


def offline_page(html: str, name: str) -> str:
    """A page whose links name files and whose search needs no worker; only tags are changed."""
    root = "../" * name.count("/")
    return rewrite_tags(html, lambda tag: _offline_tag(tag, root))


def _offline_tag(tag: str, root: str) -> str:
    """A start tag as the copy has it."""
    if not CHANGED.search(tag):
        return tag
    if (script := _own_script(tag, root)) != tag:
        return script
    values = attributes(tag)
    searches = tag_name(tag) == "form" and values.get("name") == "search"

    def change(attribute: str, value: str) -> str | None:
        if attribute in LINKS:
            return f'{attribute}="{_file(value)}"'
        if (attribute, value) == ("data-md-component", "search"):
            return ""
        if searches and attribute == "name":
            return f'name="find" action="{root}{SEARCH}"'
        return None

    return change_attributes(tag, change)


def _own_script(tag: str, root: str) -> str:
    """The tag that starts Pagefind's search, led to our own index; any other as it is."""
    values = attributes(tag)
    source = values.get("src", "")
    if values.get("type") != "module" or not source.endswith(MODULE):
        return tag
    own = source.removesuffix(MODULE)
    return f'<script src="{root}{INDEX}"></script><script src="{own}offline.js">'


@lru_cache(maxsize=65536)
def _file(address: str) -> str:
    """An address of this site with the file's name in it; any other as it is."""
    if not address or re.match(r"[a-zA-Z][\w+.-]*:|//|#|\?", address):
        return address
    at = min((i for i in map(address.find, "?#") if i >= 0), default=len(address))
    path, rest = address[:at], address[at:]
    if path.endswith("/") or path.rpartition("/")[2] in {".", "..", ""}:
        path = f"{path.rstrip('/')}/index.html" if path.strip("/") else "index.html"
    return f"{path}{rest}"


def _index(site_dir: Path) -> str:
    """The search index of the engine as a script; made from the pages where it made none."""
    path = site_dir / "search" / "search_index.json"
    rows = json.loads(path.read_text("utf-8"))["docs"] if path.is_file() else _read(site_dir)
    kept = [
        {
            "url": _file(f"./{row['location']}"),
            "title": str(row["title"]),
            "text": " ".join(re.sub(r"<[^>]*>", " ", str(row["text"])).split()),
        }
        for row in rows
    ]
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    safe = text.translate({ord(c): f"\\u{ord(c):04x}" for c in "<>&"})
    return f"window.briefingIndex = {safe};\n"


def _read(site_dir: Path) -> list[dict[str, str]]:
    """Rows as the engine's index has them, texts escaped, from the built pages."""
    rows: list[dict[str, str]] = []
    for path in sorted(site_dir.rglob("index.html")):
        name = path.parent.relative_to(site_dir).as_posix()
        url = "" if name == "." else f"{name}/"
        for anchor, title, text in page_sections(path.read_text("utf-8")):
            location = f"{url}#{anchor}" if anchor else url
            rows.append({"location": location, "title": escape(title), "text": escape(text)})
    return rows
