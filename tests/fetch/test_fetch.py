"""Feeds are fetched politely, only from where they may be, and never twice."""

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep

import pytest
from click.testing import CliRunner
from msgspec import Struct

from generator.cli import main
from generator.commands.fetch import FetchReport, fetch
from generator.errors import SettingsError
from generator.fetch.addresses import FetchError, is_public, locate
from generator.fetch.client import Client, Manners
from generator.read.seeds import read_seeds

STORY = "The council of Norwick voted late on Tuesday to close the old bridge until the spring."
MORE = "The ferry will run until midnight as long as the bridge is closed, a clerk added then."
PAGE = (
    "<html><head><title>Bridge</title></head><body><article><h1>The old bridge closes</h1>"
    f"<p>{STORY}</p><p>{MORE}</p></article></body></html>"
)
DAY = "Mon, 12 May 2031 10:00:00 +0200"
ITEM = f"<item><title>{{0}}</title><link>{{1}}</link><pubDate>{DAY}</pubDate></item>"


class ServedPage(Struct):
    """What the server answers at one path; `etag` is asked for again."""

    body: bytes = PAGE.encode()
    media: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = {}
    etag: str = ""
    seconds: float = 0


class Server(Struct):
    """A server on loopback: its pages by path, and what it was asked."""

    root: str
    pages: dict[str, ServedPage]
    asked: list[str]


@contextmanager
def serving() -> Iterator[Server]:
    """A server that answers with its pages."""
    server = Server("", {}, [])

    class Handler(BaseHTTPRequestHandler):
        """Answers with the server's pages."""

        def do_GET(self) -> None:
            """The page at the path, or nothing new where its mark is known."""
            server.asked.append(self.path)
            page = server.pages.get(self.path, ServedPage(b"", status=404))
            known = page.etag and self.headers.get("If-None-Match") == page.etag
            self.send_response(304 if known else page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            if page.etag:
                self.send_header("ETag", page.etag)
            self.send_header("Content-Type", page.media)
            self.end_headers()
            for piece in range(0, 0 if known else len(page.body), 1000):
                sleep(page.seconds)
                self.wfile.write(page.body[piece : piece + 1000])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    own = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.root = f"http://127.0.0.1:{own.server_port}"
    thread = threading.Thread(target=own.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        own.shutdown()
        own.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server with a feed of two articles."""
    with serving() as one:
        items = ITEM.format("The bridge", "/bridge") + ITEM.format("The ferry", "/ferry#top")
        one.pages = {
            "/feed.xml": ServedPage(feed(items), "application/rss+xml", etag='"1"'),
            "/bridge": ServedPage(),
            "/ferry": ServedPage(PAGE.replace("Tuesday", "Monday").encode()),
        }
        yield one


def feed(items: str) -> bytes:
    """A feed of some items."""
    return f"<rss version='2.0'><channel><title>The Ferry</title>{items}</channel></rss>".encode()


def run(tmp_path: Path, server: Server, *, more: str = "", private: bool = True) -> FetchReport:
    """One run over the server's feed."""
    listed = tmp_path / "feeds.yml"
    listed.write_text(
        f"delay_seconds: 0\ntimeout_seconds: 2\n{more}feeds:\n- {server.root}/feed.xml\n"
    )
    return fetch(listed, tmp_path / "seeds", allow_private=private, sleep=lambda _: None)


def test_each_new_article_is_a_seed_with_its_sidecar(tmp_path: Path, server: Server) -> None:
    """The page as it came, and what the feed says of it; both are read without a warning."""
    report = run(tmp_path, server)
    assert (len(report.written), report.warnings) == (2, ())
    seed = next((tmp_path / "seeds").glob("the-bridge-*.html"))
    assert seed.read_bytes() == PAGE.encode()
    sidecar = seed.with_name(seed.name + ".yml").read_text("utf-8")
    assert [line.partition(":")[0] for line in sidecar.splitlines()] == [
        "url",
        "published",
        "publisher",
        "fetched",
        "hash",
    ]
    document = read_seeds(tmp_path / "seeds").documents[0]
    meta = document.metadata
    values = [fact and fact.value for fact in (meta.url, meta.published, meta.publisher)]
    assert values == [f"{server.root}/bridge", "2031-05-12", "The Ferry"]
    assert document.warnings == ()


def test_what_is_there_is_not_asked_for_again(tmp_path: Path, server: Server) -> None:
    """A feed without a change costs one request, a new entry one more; what is deleted stays so."""
    first = run(tmp_path, server)
    (tmp_path / "seeds" / first.written[0]).unlink()
    server.asked.clear()
    again = run(tmp_path, server)
    assert (again.written, again.unchanged) == ((), 1)
    assert server.asked == ["/robots.txt", "/feed.xml"]
    items = ITEM.format("The bridge", "/bridge") + ITEM.format("The pier", "/pier")
    server.pages["/feed.xml"] = ServedPage(feed(items), "application/rss+xml", etag='"2"')
    server.pages["/pier"] = ServedPage()
    server.asked.clear()
    third = run(tmp_path, server)
    assert ([n[:8] for n in third.written], third.known) == (["the-pier"], 1)
    assert server.asked == ["/robots.txt", "/feed.xml", "/pier"]


def test_robots_are_heard(tmp_path: Path, server: Server) -> None:
    """What robots.txt forbids is not asked for, nor on a redirect; a broken one forbids all."""
    rules = "User-agent: briefing-site\nDisallow: /ferry\nCrawl-delay: 3\n"
    server.pages["/robots.txt"] = ServedPage(rules.encode(), "text/plain")
    server.pages["/bridge"] = ServedPage(b"", status=302, headers={"Location": "/ferry"})
    report = run(tmp_path, server)
    asks = "robots.txt of 127.0.0.1 asks not to fetch it"
    assert report.warnings == (f"{server.root}/bridge: {asks}", f"{server.root}/ferry: {asks}")
    assert "/ferry" not in server.asked
    server.pages["/robots.txt"] = ServedPage(b"", status=503)
    assert run(tmp_path, server).warnings == (f"{server.root}/feed.xml: {asks}",)


def test_a_host_is_left_in_peace_between_requests(server: Server) -> None:
    """The delay of the list, or a longer one of robots.txt, lies between two requests."""
    waited: list[float] = []
    client = Client(Manners(delay_seconds=1, allow_private=True), sleep=waited.append)
    client.get(f"{server.root}/bridge")
    client.get(f"{server.root}/ferry")
    assert [round(w, 1) for w in waited] == [1.0, 1.0]
    server.pages["/robots.txt"] = ServedPage(b"User-agent: *\nCrawl-delay: 7\n", "text/plain")
    waited.clear()
    client = Client(Manners(delay_seconds=1, allow_private=True), sleep=waited.append)
    client.get(f"{server.root}/bridge")
    assert [round(w) for w in waited] == [7]


BAD = {
    "too large": (ServedPage(b"x" * 3000, "text/plain"), "it is larger than 2000 bytes"),
    "too large once unpacked": (
        ServedPage(gzip.compress(bytes(10**6)), headers={"Content-Encoding": "gzip"}),
        "it is larger than 2000 bytes",
    ),
    "too slow": (
        ServedPage(b"x" * 1900, "text/plain", seconds=2.5),
        "did not answer (TimeoutError)",
    ),
    "no page": (ServedPage(b"x", "image/png"), "it is no page and no text (image/png)"),
    "an error": (ServedPage(b"", status=500), "the server answered 500"),
    "a loop": (
        ServedPage(b"", status=302, headers={"Location": "/bridge"}),
        "it leads on more than 5 times",
    ),
    "another scheme": (
        ServedPage(b"", status=302, headers={"Location": "file:///etc/passwd"}),
        "this is no http or https address",
    ),
    "another encoding": (
        ServedPage(headers={"Content-Encoding": "br"}),
        "its encoding 'br' is not known",
    ),
    "half a pack": (
        ServedPage(b"no", headers={"Content-Encoding": "gzip"}),
        "did not answer (error)",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_an_article_that_cannot_be_had_costs_itself(
    tmp_path: Path, server: Server, name: str
) -> None:
    """It is named with the reason, the other comes, and it is asked for again the next time."""
    server.pages["/bridge"], problem = BAD[name]
    report = run(tmp_path, server, more="most_bytes: 2000\n")
    (warning,) = report.warnings
    assert problem in warning
    assert len(report.written) == 1
    server.pages["/bridge"] = ServedPage()
    assert len(run(tmp_path, server).written) == 1


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0"),  # noqa: S104 no binding
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1"),
        *("::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:a00:1::", "ff02::1", "198.18.0.1"),
    ],
)
def test_private_addresses_in_any_dress(address: str) -> None:
    """Loopback, private, link-local, shared and wrapped addresses are none of the public net."""
    assert not is_public(address)


def test_public_addresses() -> None:
    """Others are."""
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_a_private_address_is_not_asked_unless_allowed(tmp_path: Path, server: Server) -> None:
    """Without the switch nothing is asked, by name or by number; the feed is named."""
    report = run(tmp_path, server, private=False)
    told = "127.0.0.1 is a private address (127.0.0.1), which is not allowed"
    assert report.warnings == (f"{server.root}/feed.xml: {told}",)
    assert server.asked == []
    with pytest.raises(FetchError, match="localhost is a private address"):
        locate("http://localhost/", allow_private=False)


def test_a_redirect_to_a_private_address_is_not_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hop is looked at: what is public at first may lead inside."""
    seen: list[str] = []

    def only_first(address: str) -> bool:
        seen.append(address)
        return len(seen) <= 2  # the page, and the robots.txt before it

    monkeypatch.setattr("generator.fetch.addresses.is_public", only_first)
    server.pages["/bridge"] = ServedPage(
        b"", status=301, headers={"Location": f"{server.root}/ferry"}
    )
    with pytest.raises(FetchError, match="is a private address"):
        Client(Manners(delay_seconds=0)).get(f"{server.root}/bridge")
    assert "/ferry" not in server.asked


def test_the_machine_that_was_looked_at_is_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that means another machine the next time is resolved once a request."""
    port = int(server.root.rpartition(":")[2])
    calls: list[str] = []

    def resolve(
        host: str, _port: int, **_: object
    ) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        calls.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr("generator.fetch.addresses.getaddrinfo", resolve)
    client = Client(Manners(delay_seconds=0, allow_private=True))
    assert client.get(f"http://rebinding.example:{port}/bridge").content == PAGE.encode()
    assert calls == ["rebinding.example"] * 2


WRONG_LISTS = {
    "feeds: [http://a.example]\ndelay: 3": "Did you mean 'delay_seconds'?",
    "- a": "It begins with `feeds:`",
    "feeds: 3": "It begins with `feeds:`",
    "feeds: [\n": "feeds.yml:",
    "": "It begins with `feeds:`",
}


@pytest.mark.parametrize("text", WRONG_LISTS)
def test_a_wrong_list_is_refused(tmp_path: Path, text: str) -> None:
    """The file and what is near are named, and nothing is asked."""
    listed = tmp_path / "feeds.yml"
    listed.write_text(text)
    with pytest.raises(SettingsError) as caught:
        fetch(listed, tmp_path / "seeds", allow_private=False)
    assert WRONG_LISTS[text] in str(caught.value)


def test_the_command_tells_what_came(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines for people, values for programs; a warning is exit status 1 with --strict."""
    monkeypatch.chdir(tmp_path)
    server.pages["/ferry"] = ServedPage(b"", status=500)
    Path("feeds.yml").write_text(f"delay_seconds: 0\nfeeds:\n- url: {server.root}/feed.xml\n")
    found = CliRunner().invoke(main, ["fetch", "feeds.yml", "--allow-private", "--json"])
    assert found.exit_code == 0
    values = json.loads(found.stdout)
    assert len(values["written"]) == 1
    strict = CliRunner().invoke(main, ["fetch", "feeds.yml", "--allow-private", "--strict"])
    assert (strict.exit_code, "the server answered 500" in strict.output) == (1, True)
