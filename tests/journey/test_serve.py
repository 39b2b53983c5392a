"""``briefing serve``: shows the site, builds again when a file changes, and errors are pages."""

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from browser import missing_browser, open_browser
from busy import is_busy
from selenium.webdriver import Chrome
from serving import PATIENCE, free_port, served, wait_for
from watchdog.events import DirCreatedEvent

from generator.config import read_site
from generator.errors import SettingsError, TemplateError
from generator.i18n.catalogue import load_tool_catalogue
from generator.publish.serve import LiveServer, find_problem, render_problem

STORY = "Mayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n"
CASES = Path(__file__).parents[1] / "templates"
KINDS = ("undefined_field", "unknown_filter", "not_utf8", "recursive_include", "theme_division")
"""A field, a name, bytes, an end and the theme: what the browser is shown of each."""
OTHERS = sorted({path.name for path in CASES.iterdir()} - set(KINDS))
"""With those above every way to break a template that has a message."""
AT_ONCE = 2.0
"""Seconds within which any request is answered while the site cannot be built."""


@pytest.mark.journey
def test_changed_seed_is_shown_and_nothing_builds_for_ever(
    make_seeds: Callable[[Mapping[str, str]], Path],
) -> None:
    """The address and each build are a line; after a changed seed there is one more build."""
    seeds = make_seeds({"bridge.txt": STORY})
    port = free_port()
    with served(seeds.parent, port) as log:
        url = f"http://127.0.0.1:{port}/sources/bridge/"
        wait_for(url, "stay closed")
        (seeds / "bridge.txt").write_text(STORY.replace("closed", "shut"), "utf-8")
        wait_for(url, "stay shut")
        time.sleep(2)
        told = log.read_text("utf-8")
        assert told.count("Built in") == 2
        assert f"Serving on http://127.0.0.1:{port}/" in told


@pytest.mark.slow
@pytest.mark.journey
def test_a_page_of_ones_own_is_shown_when_it_is_saved(
    make_seeds: Callable[[Mapping[str, str]], Path],
) -> None:
    """A new page in `docs/`, an edit of it and one in a new folder are in the site at once."""
    root = make_seeds({"bridge.txt": STORY}).parent
    port = free_port()
    with served(root, port) as log:
        url = f"http://127.0.0.1:{port}/"
        wait_for(f"{url}sources/bridge/", "stay closed")
        notes = root / "docs" / "notes.md"
        notes.write_text("# Notes\n\nWhat we know so far.\n", "utf-8")
        wait_for(f"{url}notes/", "What we know so far.")
        notes.write_text("# Notes\n\nWhat we knew then.\n", "utf-8")
        wait_for(f"{url}notes/", "What we knew then.")
        (root / "docs" / "desk").mkdir()
        (root / "docs" / "desk" / "aims.md").write_text("# Aims\n\nWhat we want.\n", "utf-8")
        wait_for(f"{url}desk/aims/", "What we want.")
        time.sleep(2)
        assert log.read_text("utf-8").count("Built in") <= 5


def answered(url: str) -> tuple[int, str]:
    """Status and text of an answer that may be an error, within the time that is promised.

    A busy machine is asked again: a request that hangs is never answered within that time.
    """
    end = time.monotonic() + PATIENCE
    while True:
        began = time.monotonic()
        try:
            told = asked(url)
        except TimeoutError:
            told = None
        if told and time.monotonic() - began <= AT_ONCE:
            return told
        assert is_busy(), f"no answer within {AT_ONCE} s"
        assert time.monotonic() < end, f"never an answer within {AT_ONCE} s"


def asked(url: str) -> tuple[int, str]:
    """Status and text of one answer; a TimeoutError where it does not come."""
    try:
        with urlopen(url, timeout=AT_ONCE) as answer:  # noqa: S310 our own server
            return answer.status, answer.read().decode("utf-8")
    except HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8")
    except URLError as error:  # how a connection that is not made in time is told
        raise error.reason if isinstance(error.reason, TimeoutError) else error from error


@pytest.mark.journey
@pytest.mark.browser
@pytest.mark.skipif(bool(missing_browser()), reason=missing_browser() or "there is a browser")
@pytest.mark.parametrize(
    "kinds", [KINDS, pytest.param(OTHERS, marks=pytest.mark.slow)], ids=["some", "others"]
)
def test_a_broken_template_is_a_page_until_it_is_mended(
    make_seeds: Callable[[Mapping[str, str]], Path], kinds: Sequence[str]
) -> None:
    """An open page shows file, line and nearest name of each error, and loads again when mended."""
    site = make_seeds({"bridge.txt": STORY}).parent
    templates = site / "templates"
    templates.mkdir()
    port = free_port()
    with served(site, port), open_browser() as driver:
        url = f"http://127.0.0.1:{port}/"
        wait_for(url, "stay closed")
        driver.get(url)
        for kind in kinds:
            shutil.copytree(CASES / kind, templates, dirs_exist_ok=True)
            (templates / "message.txt").unlink()
            message = (CASES / kind / "message.txt").read_text("utf-8")
            until(partial(says_all, driver, message))
            assert answered(f"{url}actors/")[0] == 500
            for path in templates.iterdir():
                shutil.rmtree(path)
            until(lambda: "cannot be built" not in words(driver))


def says_all(driver: Chrome, message: str) -> bool:
    """Whether the open page has the place, and every word of a message that a command prints."""
    place, _, told = message.partition(": ")
    said = " ".join(words(driver).split()).casefold()
    return place.casefold() in said and all(word.casefold() in said for word in told.split())


def words(driver: Chrome) -> str:
    """What the open page says."""
    return str(driver.execute_script("return document.body.innerText"))


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.2)


@pytest.mark.parametrize(
    ("folder", "heard"),
    [("desk", True), ("st", True), ("sources/bri", True), ("stories", False), ("sources", False)],
)
def test_a_folder_is_the_tools_by_its_whole_name(
    make_seeds: Callable[[Mapping[str, str]], Path], folder: str, *, heard: bool
) -> None:
    """A new folder of one's own is heard of, though a generated one's name begins as its does."""
    root = make_seeds({"bridge.txt": STORY}).parent
    (root / "mkdocs.yml").write_text("site_name: Bridges\n", "utf-8")
    site = read_site(root / "mkdocs.yml", working_dir=root)
    made = ("sources/bridge/index.md", "stories/index.md")
    server = LiveServer(site, root / "served", 0, strict=False, tell=print, made=lambda: made)
    server._hear(DirCreatedEvent(str(site.docs_dir / folder)))
    assert server._want_rebuild is heard


def test_the_error_behind_an_engines_failure_is_found() -> None:
    """What the engine wraps is unwrapped; an error that is not ours says its own words."""
    ours = TemplateError("no field", where="templates/a.j2:3", line="{{ <b> }}", page="topics/")
    try:
        try:
            raise ours
        except TemplateError as error:
            raise SystemExit from error
    except SystemExit as wrapped:
        problem = find_problem(wrapped)
    assert (problem.message, problem.where, problem.page) == ("no field", ours.where, "topics/")
    shown = render_problem(problem, 7, load_tool_catalogue("de"))
    assert '<html lang="de" dir="ltr">' in shown
    assert "Aufgetreten auf der Seite topics/." in shown
    assert "{{ &lt;b&gt; }}" in shown
    assert "/livereload/7/0" in shown
    assert find_problem(SettingsError("odd", hint="Mend it.")).hint == "Mend it."
    assert find_problem(OSError(28, "No space left")).hint.startswith("The disk is full")
    assert find_problem(SystemExit("stop")).message == "stop"
