"""The note for programs that read the site."""

from pathlib import Path

import pytest

from generator.publish.robots import write_robots

ALL = "User-agent: *\nAllow: /\n"


@pytest.mark.parametrize(
    ("url", "mapped", "text"),
    [
        ("", True, ALL),
        ("https://example.org/b", False, ALL),
        ("https://example.org/b", True, f"{ALL}Sitemap: https://example.org/b/sitemap.xml\n"),
        ("https://example.org/b/", True, f"{ALL}Sitemap: https://example.org/b/sitemap.xml\n"),
    ],
)
def test_all_may_be_read(tmp_path: Path, url: str, text: str, *, mapped: bool) -> None:
    """The map is named by its whole address, where there is one."""
    if mapped:
        (tmp_path / "sitemap.xml").touch()
    write_robots(tmp_path, url)
    assert (tmp_path / "robots.txt").read_text("utf-8") == text


def test_the_owner_s_own_stays(tmp_path: Path) -> None:
    """Who wants no programs has written so."""
    own = tmp_path / "robots.txt"
    own.write_text("User-agent: *\nDisallow: /\n", "utf-8")
    write_robots(tmp_path, "")
    assert "Disallow" in own.read_text("utf-8")
