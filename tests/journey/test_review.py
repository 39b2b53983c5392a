"""The editor's desk: what is doubtful, a click that settles it, and nobody else at it."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest
from browser import missing_browser, open_browser
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import text_to_be_present_in_element
from selenium.webdriver.support.wait import WebDriverWait

from generator.commands.build import gather
from generator.commands.build_warnings import find_warnings
from generator.commands.correct import CorrectionsFile
from generator.commands.review.doubts import Doubt, find_doubts
from generator.commands.review.server import ReviewServer, open_review
from generator.config import Settings
from generator.errors import BriefingError
from generator.i18n.catalogue import load_tool_catalogue
from generator.model.corpus import Corpus
from generator.read.corrections import read_corrections

pytestmark = pytest.mark.journey

SEED = (
    "Bridge closed until spring\n\n"
    "Mayor Ngozi Ade met the engineer Tom Reed on May 6, 2024 in Lagos. “It is not safe,” said a "
    "visitor <b>there</b>.\n\n"
    "Anna Reed wrote on the following Thursday that the river was high now.\n"
)


@pytest.fixture
def language() -> str:
    """The interface's language."""
    return "en"


@pytest.fixture
def desk(tmp_path: Path, language: str) -> Iterator[ReviewServer]:
    """A desk of one source, served."""
    words = load_tool_catalogue(language)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "bridge.txt").write_text(SEED, "utf-8")
    (seeds / "empty.txt").write_text("", "utf-8")

    def look() -> tuple[Corpus, tuple[Doubt, ...]]:
        corpus = gather(
            seeds, settings=Settings(), cache_dir=tmp_path / "cache", progress=lambda *_: None
        ).corpus
        return corpus, find_doubts(corpus, find_warnings(corpus), words=words)

    with open_review(look, CorrectionsFile(seeds), words=words, port=0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(
    server: ReviewServer,
    path: str,
    fields: Mapping[str, str] | None = None,
    **headers: str,
) -> tuple[int, str, http.client.HTTPMessage]:
    """A request as a browser sends it, or as somebody else would."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    body = urlencode(fields) if fields is not None else None
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is not None:
        named = {"Content-Type": "application/x-www-form-urlencoded", **named}
    connection.request("POST" if body is not None else "GET", path, body, named)
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8"), answer.headers


def test_the_desk_shows_doubts_in_context(desk: ReviewServer) -> None:
    """Each kind of doubt stands there with its sentence; words of a source are no markup."""
    status, page, headers = ask(desk, urlsplit(desk.address).path)
    assert status == 200
    assert "Quotations without a speaker (1)" in page
    assert "<mark>It is not safe,</mark>" in page
    assert "&lt;b&gt;there&lt;/b&gt;" in page
    assert "Are Anna Reed and Tom Reed one?" in page
    assert "Warnings (1)" in page
    assert "<mark>now</mark>" not in page
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "<script" not in page


@pytest.mark.parametrize("language", ["de"])
def test_the_desk_speaks_the_language_of_the_interface(desk: ReviewServer) -> None:
    """Questions, reasons, buttons and what refuses another are the catalogue's."""
    _, page, _ = ask(desk, urlsplit(desk.address).path)
    assert '<html lang="de" dir="ltr">' in page
    assert "Zitate ohne Sprecher (1)" in page
    assert "Sind Anna Reed und Tom Reed dasselbe?" in page
    assert "So lassen</button>" in page
    assert "Leave as it is" not in page
    assert ask(desk, "/")[1] == "hier ist nichts"


def test_nobody_else_is_at_the_desk(desk: ReviewServer) -> None:
    """Without the token, under another name, or from another page nothing is shown or written."""
    path = urlsplit(desk.address).path
    own = f"http://127.0.0.1:{desk.server_port}"
    fields = {"token": desk.desk.token, "do": "undo"}
    assert ask(desk, "/")[0] == 404
    assert ask(desk, "/x" * 9 + "/")[0] == 404
    assert ask(desk, path, Host="briefing.example")[0] == 404
    assert ask(desk, path, fields)[0] == 403
    assert ask(desk, path, fields, Origin="http://evil.example")[0] == 403
    assert ask(desk, path, fields, Origin="null")[0] == 403
    assert ask(desk, path, {**fields, "token": "x"}, Origin=own)[0] == 403
    assert ask(desk, path, fields, Origin=own, Content_Type="text/plain")[0] == 400
    assert ask(desk, path, {**fields, "why": "x" * 20_000}, Origin=own)[0] == 413
    assert ask(desk, path, fields, Origin=own)[0] == 303
    assert desk.server_address[0] == "127.0.0.1"


def wait_for(browser: Chrome, said: str) -> None:
    """Wait until the desk has answered a click."""
    status = (By.CSS_SELECTOR, "[role=status]")
    WebDriverWait(browser, 20).until(text_to_be_present_in_element(status, said))


@pytest.mark.skipif(bool(missing_browser()), reason=missing_browser() or "there is one")
def test_a_click_writes_a_correction_that_can_be_undone(desk: ReviewServer, tmp_path: Path) -> None:
    """In a browser a speaker is chosen, with a reason; undone, all is as it was."""
    seeds = tmp_path / "seeds"
    with open_browser() as browser:
        browser.get(desk.address)
        doubt = browser.find_element(By.XPATH, "//section[contains(., 'It is not safe')]")
        why = doubt.find_element(By.NAME, "why")
        why.clear()
        why.send_keys("he told us")
        doubt.find_element(By.XPATH, ".//button[.='Tom Reed']").click()
        wait_for(browser, "Written.")
        (written,) = read_corrections(seeds)
        assert (written.action, written.value, written.why) == (
            "reattribute",
            "tom-reed",
            "he told us",
        )
        assert not browser.find_elements(By.ID, "speaker")
        browser.find_element(By.XPATH, "//button[.='Undo']").click()
        wait_for(browser, "Undone.")
        assert read_corrections(seeds) == ()
        assert browser.find_elements(By.ID, "speaker")
        merge = browser.find_element(By.XPATH, "//section[contains(., 'Anna Reed and Tom')]")
        merge.find_element(By.XPATH, ".//button[.='Leave as it is']").click()
        wait_for(browser, "Left as it is.")
        assert not browser.find_elements(By.ID, "merge")
        assert not [e for e in browser.get_log("browser") if "Content Security" in e["message"]]


def test_what_was_changed_elsewhere_is_not_undone(tmp_path: Path) -> None:
    """Who edits the file by hand in the meantime loses nothing."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(SEED, "utf-8")
    seeds = tmp_path / "seeds"
    corpus = gather(seeds, settings=Settings(), cache_dir=None, progress=lambda *_: None).corpus
    file = CorrectionsFile(seeds)
    file.add(corpus, "hide", ["Tom Reed"], value=None, why="x")
    path = seeds / "corrections.yml"
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    with pytest.raises(BriefingError, match="changed since"):
        file.undo()
    assert path.read_text("utf-8").endswith("# mine\n")


def test_the_command_serves_until_it_is_stopped(tmp_path: Path) -> None:
    """It prints the address, answers there, and ends well when it is interrupted."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(SEED, "utf-8")
    # A test run in the background ignores the signal, and what it starts would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "review"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Review on (http://127\.0\.0\.1:\d+/[\w-]{32}/) .*\n", line)
    assert found, line
    with urlopen(found[1], timeout=20) as answer:  # noqa: S310 our own server
        assert "It is not safe" in answer.read().decode("utf-8")
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
