"""A server that means ill costs its own feed or article: nothing hangs, nothing half is kept."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import create_server, socket

import pytest

from generator.commands.fetch import FetchReport, fetch
from generator.errors import SeedError, SettingsError

PAGE = b"<html><body><p>The council of Norwick closed the old bridge.</p></body></html>"
XML = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
CHUNKED = XML + b"Transfer-Encoding: chunked\r\n\r\n"
PACKED = "Content-Encoding: gzip\r\n"
LONGEST = 15
"""Seconds in which a run with a time-out of half a second must have ended."""
Answer = bytes | Callable[[socket], None]


def answer(body: bytes, media: str = "text/html", more: str = "") -> bytes:
    """A whole answer."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def feed(*links: str, title: str = "Pier") -> bytes:
    """A feed of some articles."""
    items = "".join(f"<item><title>A</title><link>{link}</link></item>" for link in links)
    text = f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"
    return answer(text.encode(), "text/xml")


def dripping(head: bytes, piece: bytes) -> Answer:
    """An answer that goes on as long as anybody listens, a little at a time."""

    def drip(line: socket) -> None:
        line.sendall(head)
        for _ in range(10 * LONGEST):
            line.sendall(piece)
            time.sleep(0.2)

    return drip


def leading(target: bytes) -> bytes:
    """An answer that leads on."""
    return b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target + b"\r\n\r\n"


GOOD: Mapping[str, Answer] = {"/feed": feed("/a", "/b"), "/a": answer(PAGE), "/b": answer(PAGE)}


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[int]:
    """The port of a server that answers as it is told, to the byte."""
    with create_server(("127.0.0.1", 0)) as server:

        def talk(line: socket) -> None:
            with line, suppress(OSError):
                asked = line.recv(65_536).split()
                said = answers.get(asked[1].decode("latin-1"), b"HTTP/1.1 404 No\r\n\r\n")
                if isinstance(said, bytes):
                    line.sendall(said)
                else:
                    said(line)

        def listen() -> None:
            with suppress(OSError):
                for line, _ in iter(server.accept, None):
                    threading.Thread(target=talk, args=(line,), daemon=True).start()

        threading.Thread(target=listen, daemon=True).start()
        yield int(server.getsockname()[1])


def run(
    folder: Path, answers: Mapping[str, Answer], more: str = "", seconds: float = 0.5
) -> FetchReport:
    """One run over the feed of a server, which must end in time."""
    began = time.monotonic()
    with serving(answers) as port:
        (folder / "feeds.yml").write_text(
            f"delay_seconds: 0\ntimeout_seconds: {seconds}\n{more}"
            f"feeds:\n- http://127.0.0.1:{port}/feed\n"
        )
        report = fetch(
            folder / "feeds.yml", folder / "seeds", allow_private=True, sleep=lambda _: None
        )
    assert time.monotonic() - began < LONGEST
    return report


ENDLESS = {
    "status": dripping(b"HTTP/1.1 ", b"2"),
    "head": dripping(XML + b"X: ", b"x"),
    "heads that announce another": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "size of a piece": dripping(CHUNKED, b"0"),
    "lines behind the body": dripping(CHUNKED + b"0\r\n", b"a: b\r\n"),
    "body": dripping(XML + b"\r\n", b"<"),
}


@pytest.mark.slow
@pytest.mark.parametrize("part", ENDLESS)
def test_no_part_of_an_answer_is_waited_for_without_end(tmp_path: Path, part: str) -> None:
    """A server that says a little now and then is left after three times the time-out."""
    report = run(tmp_path, {"/feed": ENDLESS[part]})
    (warning,) = report.warnings
    assert warning.endswith("it takes too long (timeout_seconds raises this)")


@pytest.mark.slow
def test_a_feed_that_takes_too_long_to_read_is_refused(tmp_path: Path) -> None:
    """Five megabytes of one mark take the parser half a minute; the run goes on without them."""
    marks = "<b " * 1_500_000
    report = run(tmp_path, {"/feed": feed("/a", title=marks)}, seconds=2)
    (warning,) = report.warnings
    assert warning.endswith("it takes too long to read (timeout_seconds raises this)")


CUT = {
    "packed": answer(gzip.compress(PAGE * 100)[:-30], more=PACKED),
    "plain": answer(PAGE).replace(b"Content-Length: ", b"Content-Length: 1"),
}


@pytest.mark.parametrize("form", CUT)
def test_half_an_article_is_none(tmp_path: Path, form: str) -> None:
    """An answer that was cut off is not kept; the next run asks for it again."""
    report = run(tmp_path, {**GOOD, "/a": CUT[form]})
    assert len(report.written) == 1
    (warning,) = report.warnings
    assert warning.endswith("/a: the answer ended before its end")
    assert not any(p.read_bytes() != PAGE for p in (tmp_path / "seeds").glob("*.html"))
    with serving(GOOD) as port:
        listed = (tmp_path / "feeds.yml").read_text().rpartition("- ")[0]
        (tmp_path / "feeds.yml").write_text(f"{listed}- http://127.0.0.1:{port}/feed\n")
        fetch(tmp_path / "feeds.yml", tmp_path / "seeds", allow_private=True, sleep=lambda _: None)
    assert len(list((tmp_path / "seeds").glob("*.html"))) == 3


@pytest.mark.parametrize(
    "behind", [b"", gzip.compress(PAGE), b"\0" * 1000], ids=["nothing", "a part", "zeros"]
)
def test_what_is_packed_in_parts_is_whole(tmp_path: Path, behind: bytes) -> None:
    """Each part counts; what follows the last and is none is passed over."""
    packed = answer(gzip.compress(PAGE) + behind, more=PACKED)
    report = run(tmp_path, {**GOOD, "/feed": feed("/a"), "/a": packed})
    (name,) = report.written
    whole = PAGE * (2 if behind.startswith(b"\x1f") else 1)
    assert (tmp_path / "seeds" / name).read_bytes() == whole


@pytest.mark.parametrize("target", ["http://[", "http://a.example:99999/", "http://a..b/"])
def test_an_address_that_is_none_costs_itself(tmp_path: Path, target: str) -> None:
    """As an article's link and as what an answer leads to."""
    report = run(
        tmp_path, {**GOOD, "/feed": feed(target, "/c", "/b"), "/c": leading(target.encode())}
    )
    assert len(report.written) == 1
    assert len(report.warnings) == 2


def test_letters_of_any_script_may_stand_in_an_address(tmp_path: Path) -> None:
    """They are sent by their bytes, in a link and where an answer leads on."""
    report = run(
        tmp_path,
        {
            "/feed": feed("/brücke"),
            "/br%C3%BCcke": leading("/fähre".encode()),
            "/f%C3%A4hre": answer(PAGE),
        },
    )
    assert (len(report.written), report.warnings) == (1, ())


ROBOTS = {
    "Crawl-delay: 999999999": "asks for more than 60 seconds between two requests",
    f"Crawl-delay: {'9' * 400}": "asks for more than 60 seconds between two requests",
    f"Crawl-delay: {'9' * 5000}": "asks not to fetch it",
    "Crawl-delay: ²": "asks not to fetch it",
    "Disallow: http://[": "asks not to fetch it",
}


@pytest.mark.parametrize("line", ROBOTS)
def test_odd_rules_of_a_host_are_heard_or_forbid_all(tmp_path: Path, line: str) -> None:
    """Nobody is waited for until the next life, and what cannot be read allows nothing."""
    rules = answer(f"User-agent: *\n{line}\n".encode(), "text/plain")
    report = run(tmp_path, {**GOOD, "/robots.txt": rules})
    (warning,) = report.warnings
    assert warning.endswith(ROBOTS[line])


@pytest.mark.parametrize(
    "more",
    [
        *("most_articles: -1", "most_bytes: 0", "delay_seconds: -1", "delay_seconds: .nan"),
        *("timeout_seconds: 0", "timeout_seconds: .inf", "delay_seconds: 2031-13-45"),
    ],
)
def test_a_bound_that_is_none_is_refused(tmp_path: Path, more: str) -> None:
    """What no server can be asked with names the file, and nothing is asked."""
    listed = tmp_path / "feeds.yml"
    listed.write_text(f"{more}\nfeeds: [http://a.example/]\n")
    with pytest.raises(SettingsError, match=r"feeds\.yml"):
        fetch(listed, tmp_path / "seeds", allow_private=False)


def test_what_an_owner_wrote_is_never_written_over(tmp_path: Path) -> None:
    """Not where the memory of a run is lost, as where it was killed."""
    run(tmp_path, {**GOOD, "/feed": feed("http://127.0.0.1:9/gone")})
    answers = {**GOOD, "/feed": feed("/a")}
    with serving(answers) as port:
        (tmp_path / "feeds.yml").write_text(
            f"delay_seconds: 0\nfeeds: ['http://127.0.0.1:{port}/feed']\n"
        )
        for number in range(2):
            report = fetch(tmp_path / "feeds.yml", tmp_path / "seeds", allow_private=True)
            assert (len(report.written), report.known) == (1 - number, number)
            (sidecar,) = (tmp_path / "seeds").glob("*.yml")
            sidecar.write_text("author: Ada Obi\n")
            (tmp_path / "seeds" / ".fetched.json").unlink()
    assert sidecar.read_text() == "author: Ada Obi\n"


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_memory_that_is_no_file_is_told(tmp_path: Path, kind: str) -> None:
    """It is named with what to do, and nothing is asked."""
    memory = tmp_path / "seeds" / ".fetched.json"
    memory.parent.mkdir()
    if kind == "folder":
        memory.mkdir()
    else:
        memory.symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(SeedError, match=r"\.fetched\.json.*Delete it to begin anew"):
        run(tmp_path, GOOD)


def test_an_error_that_nobody_expected_costs_its_feed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told as one, and the memory of the run is kept."""

    def broken(*_arguments: object, **_named: object) -> None:
        raise AttributeError("on purpose")

    monkeypatch.setattr("generator.commands.fetch.read_feed", broken)
    (warning,) = run(tmp_path, GOOD).warnings
    assert "fetch.feed ended in an unexpected error (AttributeError " in warning
    assert (tmp_path / "seeds" / ".fetched.json").is_file()
