"""What a server shows after an edit is what a server that begins with the edited folder shows."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.config import packaged_templates, read_site
from generator.publish.live_pages import LivePages
from generator.publish.serve import LiveServer

pytestmark = pytest.mark.journey

STORY = (
    "The bridge of Tarn\n\nMayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed. "
    "“It is not safe,” she said.\n"
)
OTHER = "A ferry for Sundby\n\nThe council of Sundby bought a ferry, Tom Reed told reporters.\n"
NEW = "Orchards in Ostby\n\n“The apples are early,” said Petra Lund in Ostby on 3 July 2024.\n"
PACKAGED = packaged_templates()
TOPICS, WORDS = "templates/pages/topics.md.j2", "templates/partials/words.md.j2"
STYLE, MAIN = "templates/theme/assets/briefing/briefing.css", "templates/theme/main.html"
RENAME = "- {action: rename, target: ngozi-ade, value: The Mayor, why: house style}\n"
Edit = tuple[str, str, str]
"""A file, words of it, and what they become; a file that is not there has only new words."""
EDITS: Mapping[str, Edit] = {
    "a template": (TOPICS, "\n", "\n<p>Mine</p>\n"),
    "a partial template": (WORDS, "{", "{# Mine #}{"),
    "a seed": ("seeds/bridge.txt", "stay closed", "stay shut"),
    "a new seed": ("seeds/orchard.txt", "", NEW),
    "a correction": ("seeds/corrections.yml", "", RENAME),
    "the style sheet": (STYLE, "\n", "\n/* mine */\n"),
    "the frame": (MAIN, "{% block", "<!-- mine -->{% block"),
    "an own page": ("docs/ours.md", "well", "better"),
    "the title of an own page": ("docs/ours.md", "# Ours", "# Our own"),
    "the name of the site": ("mkdocs.yml", "Bridges", "Ferries"),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A site with templates and a page of its own."""
    home = tmp_path / "home"
    for path, text in {
        "seeds/bridge.txt": STORY,
        "seeds/ferry.txt": OTHER,
        "docs/ours.md": "# Ours\n\nWe mean well.\n",
        "mkdocs.yml": "site_name: Bridges\n",
    }.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, "utf-8")
    shutil.copytree(PACKAGED, home / "templates")
    return home


def server_of(home: Path, told: list[str]) -> LiveServer:
    """A server that has built once; it listens nowhere."""
    site = read_site(home / "mkdocs.yml", working_dir=home)
    folder = home.with_name(f"{home.name}-served")
    server = LiveServer(site, folder, 0, strict=False, tell=told.append)
    server.build()
    return server


def shown(server: LiveServer) -> dict[str, bytes]:
    """All that a browser could ask for, by path."""
    assert server.problem is None
    root = Path(server.root)
    files = (p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in files}


def save(home: Path, edit: Edit) -> None:
    """Write what an editor would."""
    path, old, new = edit
    text = (home / path).read_text("utf-8") if (home / path).is_file() else ""
    (home / path).write_text(text.replace(old, new, 1) if text else new, "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "kinds",
    [("a template", "the style sheet", "a seed", "an own page"), ("a new seed", "a template")],
    ids=" then ".join,
)
def test_an_edit_is_shown_as_a_new_server_shows_it(home: Path, kinds: tuple[str, ...]) -> None:
    """To the byte, after each of several edits."""
    compare(home, kinds)


@pytest.mark.slow
@pytest.mark.parametrize("kind", EDITS)
def test_every_edit_is_shown_as_a_new_server_shows_it(home: Path, kind: str) -> None:
    """Of each kind by itself, and a template behind it."""
    compare(home, (kind, "a template"))


def compare(home: Path, kinds: tuple[str, ...]) -> None:
    """Edit, and look at what is shown here and by a server that begins with the same folder."""
    server, told = server_of(home, []), list[str]()
    for kind in kinds:
        before = shown(server)
        save(home, EDITS[kind])
        server.build()
        now = shown(server)
        assert now != before
        not_its_own = shutil.ignore_patterns("docs", "*.made.json")
        anew = home.with_name(f"anew-{len(told)}")
        shutil.copytree(home, anew, ignore=not_its_own)
        (anew / "docs").mkdir()
        shutil.copy(home / "docs" / "ours.md", anew / "docs" / "ours.md")
        other = shown(server_of(anew, told))
        assert sorted(p for p in now.keys() | other.keys() if now.get(p) != other.get(p)) == []


def test_a_change_builds_only_its_own_pages(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of one page, then the style sheet: the engine makes one page, then none."""
    server = server_of(home, [])
    built: list[str] = []
    real = LivePages.rebuild

    def watched(pages: LivePages, changed: frozenset[Path]) -> bool:
        done = real(pages, changed)
        built.extend(p.relative_to(home / "docs").as_posix() for p in changed if done)
        return done

    monkeypatch.setattr(LivePages, "rebuild", watched)
    save(home, EDITS["a template"])
    server.build()
    pages = [path for path in built if path.endswith(".md")]
    assert pages == ["topics/index.md"]
    built.clear()
    root = server.root
    save(home, EDITS["the style sheet"])
    server.build()
    assert (built, server.root) == ([], root)
    style = Path(root) / "assets" / "briefing" / "briefing.css"
    assert "mine" in style.read_text("utf-8")


def test_an_error_costs_no_whole_build(home: Path) -> None:
    """After a template is mended the site stands as it stood, in the same place."""
    server = server_of(home, [])
    before, root = shown(server), server.root
    text = (home / TOPICS).read_text("utf-8")
    (home / TOPICS).write_text("{{ page.lables }}", "utf-8")
    server.build()
    assert server.problem is not None
    (home / TOPICS).write_text(text, "utf-8")
    server.build()
    assert (shown(server), server.root) == (before, root)
