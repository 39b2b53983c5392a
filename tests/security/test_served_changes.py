"""What is served while it is written runs nothing: live changes, errors as pages, the desk."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
import yaml
from active_content import CHECK, FOREIGN, NEEDS_BROWSER, plain
from browser import open_browser
from selenium.webdriver import Chrome
from serving import PATIENCE, free_port, served, wait_for

from generator.commands.build import gather
from generator.commands.correct import CorrectionsFile
from generator.commands.review.doubts import Doubt, find_doubts
from generator.commands.review.server import open_review
from generator.config import Settings
from generator.i18n.catalogue import load_tool_catalogue
from generator.model.corpus import Corpus

pytestmark = [pytest.mark.journey, pytest.mark.browser, NEEDS_BROWSER]

PAYLOADS = json.loads((Path(__file__).parent / "payloads.json").read_text("utf-8"))["payloads"]
ACTIVE = [p.replace("J", "window.hit=1") for p in PAYLOADS if "J" in p]
"""Those that would leave a mark on the window."""
STORY = "The bridge\n\nMayor Ngozi Ade said on May 6, 2024 that the bridge would stay closed.\n"
STATE = "return [window.hit ?? null, document.body.innerText.replace(/\\s+/g, ' ')]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    """One browser for the module."""
    with open_browser() as chrome:
        yield chrome


def correct(seeds: Path, *entries: dict[str, str]) -> None:
    """Write the editor's file."""
    (seeds / "corrections.yml").write_text(yaml.safe_dump(list(entries)), "utf-8")


def look(browser: Chrome, address: str, said: str = "") -> None:
    """Open a page: it says `said`, nothing ran and nothing foreign stands in it."""
    browser.get(address)
    found = browser.execute_script(CHECK, FOREIGN)
    assert (found["hit"], found["foreign"], found["handlers"]) == (None, 0, 0), address
    assert said in " ".join(found["text"].split()), address


def wait_until_shown(browser: Chrome, said: str) -> None:
    """Wait until the open page, which loads again by itself, says it; nothing may have run."""
    end = time.monotonic() + PATIENCE
    hit, text = None, ""
    while time.monotonic() < end:
        hit, text = browser.execute_script(STATE)
        assert hit is None
        if said in text:
            return
        time.sleep(0.3)
    pytest.fail(f"{said!r} was not shown: {text[:300]}")


@pytest.mark.slow
def test_what_changes_while_it_is_served_runs_nothing(browser: Chrome, tmp_path: Path) -> None:
    """Corrections, a changed seed, addresses, and the page of an error, each with a payload."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "bridge.txt").write_text(STORY, "utf-8")
    whole = "site_name: x\nplugins: [briefing: {source_text: full}]\n"
    (tmp_path / "mkdocs.yml").write_text(whole, "utf-8")
    image, script = ACTIVE[1], ACTIVE[0]
    correct(seeds, {"action": "rename", "target": "ngozi-ade", "value": image, "why": script})
    port = free_port()
    with served(tmp_path, port):
        base = f"http://127.0.0.1:{port}/"
        wait_for(f"{base}sources/bridge/", "stay closed")
        look(browser, f"{base}about/", plain(script))
        for page in ("", "actors/", "actors/ngozi-ade/", "quotations/"):
            look(browser, f"{base}{page}", plain(image) if "actors" in page else "")
        for text in ACTIVE:
            for page in ("search/?q=", "quotations/?speaker=", "timeline/?source=", "#"):
                look(browser, f"{base}{page}{quote(text)}")
        browser.get(f"{base}sources/bridge/")
        paragraphs = "\n\n".join(f"{text}\n\nSo {text} is said." for text in ACTIVE)
        (seeds / "bridge.txt").write_text(f"{STORY}\n{paragraphs}\n\nIt ends here.\n", "utf-8")
        wait_until_shown(browser, "It ends here.")
        look(browser, f"{base}sources/bridge/", plain(f"So {image} is said."))
        correct(seeds, {"action": script, "target": image, "why": "x"})
        wait_until_shown(browser, f"there is no action {script!r}")
        (seeds / "corrections.yml").unlink()
        wait_until_shown(browser, "It ends here.")


def test_the_desk_shows_hostile_texts_and_runs_nothing(browser: Chrome, tmp_path: Path) -> None:
    """Words of a source, a file's name, and what was written last are text, also unprotected."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    words = load_tool_catalogue("en")
    for number, text in enumerate(ACTIVE):
        said = f"“It is {text} now,” said a visitor.\n\nHe came on the following day."
        (seeds / f"{number}.txt").write_text(f"The bridge\n\n{said}\n", "utf-8")
    (seeds / f"{ACTIVE[1].replace('/', '')}.txt").write_text("", "utf-8")

    def at_desk() -> tuple[Corpus, tuple[Doubt, ...]]:
        corpus = gather(
            seeds, settings=Settings(), cache_dir=tmp_path / "cache", progress=lambda *_: None
        ).corpus
        return corpus, find_doubts(corpus, (f"{ACTIVE[1]}: a warning",), words=words)

    with open_review(at_desk, CorrectionsFile(seeds), words=words, port=0) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        page = tmp_path / "desk.html"
        page.write_text(server.desk.page(), "utf-8")  # without the policy of the answer's head
        for address in (server.address, f"file://{page}"):
            browser.get(address)
            hit, text = browser.execute_script(STATE)
            assert hit is None
            assert sum(plain(payload) in text for payload in ACTIVE) > len(ACTIVE) / 2
            assert not browser.find_elements("css selector", "script, img, iframe, svg, textarea")
        server.shutdown()
        thread.join()
