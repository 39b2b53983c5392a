"""The note for programs that read the site: all of it may be read, and where its map lies."""

from pathlib import Path
from urllib.parse import urljoin

NAME = "robots.txt"
SITEMAP = "sitemap.xml"


def write_robots(site_dir: Path, site_url: str) -> None:
    """Write ``robots.txt`` (RFC 9309), unless the owner has one of their own."""
    path = site_dir / NAME
    if path.exists():
        return
    lines = ["User-agent: *", "Allow: /"]
    if site_url and (site_dir / SITEMAP).is_file():
        base = f"{site_url.rstrip('/')}/"
        lines.append(f"Sitemap: {urljoin(base, SITEMAP)}")
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
