"""Asks one server at a time: politely, with an end to every answer, and only where it may.

The machine that was looked at is the one that is asked: a name is resolved once a request. A
redirect is a new address and is looked at anew. No proxy of the environment is used.
"""

import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import create_connection
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from msgspec import Struct

from generator import __version__
from generator.fetch.addresses import Address, FetchError, locate

AGENT = "briefing-site"
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MISSING = frozenset({404, 410})
PIECE = 65_536
ROBOTS_BYTES = 500_000


class Manners(Struct, frozen=True):
    """How servers are asked."""

    delay_seconds: float = 2.0
    timeout_seconds: float = 20.0
    most_bytes: int = 5_000_000
    allow_private: bool = False


class Reply(Struct, frozen=True):
    """What a server answered; `content` is empty for a status other than 200."""

    status: int
    url: str
    """Where it was in the end."""
    headers: Mapping[str, str]
    """By name in small letters."""
    content: bytes


class Client:
    """Fetches addresses; `sleep` waits between two requests to one host."""

    def __init__(self, manners: Manners, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._manners = manners
        self._sleep = sleep
        self._rules: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}
        self._secure = ssl.create_default_context()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Reply:
        """The answer to a request that the server's robots.txt allows."""
        return self._follow(url, headers or {}, self._manners.most_bytes, ask=True)

    def _follow(self, url: str, headers: Mapping[str, str], most: int, *, ask: bool) -> Reply:
        for _ in range(MOST_REDIRECTS + 1):
            place = locate(url, allow_private=self._manners.allow_private)
            if ask:
                self._permitted(url, place)
            reply = self._request(url, place, headers, most)
            target = reply.headers.get("location", "")
            if reply.status not in REDIRECTS or not target:
                return reply
            url = urljoin(url, target)
        raise FetchError(f"it leads on more than {MOST_REDIRECTS} times")

    def _permitted(self, url: str, place: Address) -> None:
        """Refuse what the server's robots.txt asks programs not to read."""
        root = f"{place.scheme}://{place.name}"
        if root not in self._rules:
            self._rules[root] = self._robots(f"{root}/robots.txt")
        if not self._rules[root].can_fetch(AGENT, url):
            raise FetchError(f"robots.txt of {place.host} asks not to fetch it")

    def _robots(self, url: str) -> RobotFileParser:
        """The rules of a host: all is allowed where there are none, nothing where it fails."""
        rules = RobotFileParser(url)
        reply = self._follow(url, {}, ROBOTS_BYTES, ask=False)
        if reply.status == 200:
            rules.parse(reply.content.decode("utf-8", "replace").splitlines())
        elif 400 <= reply.status < 500 and reply.status not in (401, 403, 429):
            rules.parse([])
        else:
            rules.parse(["User-agent: *", "Disallow: /"])
        return rules

    def _wait(self, place: Address) -> None:
        """Leave a host in peace for a while after each request."""
        rules = self._rules.get(f"{place.scheme}://{place.name}")
        stated = rules.crawl_delay(AGENT) if rules else None
        delay = max(self._manners.delay_seconds, float(stated or 0))
        now = time.monotonic()
        since = now - self._asked.get(place.host, now - delay)
        if since < delay:
            self._sleep(delay - since)
        self._asked[place.host] = time.monotonic()

    def _request(self, url: str, place: Address, headers: Mapping[str, str], most: int) -> Reply:
        self._wait(place)
        connection = self._connection(place)
        sent = {
            "Host": place.name,
            "User-Agent": f"{AGENT}/{__version__}",
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **headers,
        }
        try:
            connection.connect()
            connection.request("GET", place.path, headers=sent)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            content = self._body(answer, found, most) if answer.status == 200 else b""
            return Reply(answer.status, url, found, content)
        except (OSError, HTTPException, zlib.error, ValueError) as error:
            raise FetchError(f"{place.host} did not answer ({type(error).__name__})") from error
        finally:
            connection.close()

    def _connection(self, place: Address) -> HTTPConnection:
        """A connection to the very machine that was looked at."""
        connection = HTTPConnection(place.host, place.port, timeout=self._manners.timeout_seconds)

        def connect() -> None:
            timeout = self._manners.timeout_seconds
            sock = create_connection((place.ip, place.port), timeout)
            if place.scheme == "https":
                sock = self._secure.wrap_socket(sock, server_hostname=place.host)
            connection.sock = sock

        connection.connect = connect  # type: ignore[method-assign]
        return connection

    def _body(self, answer: HTTPResponse, headers: Mapping[str, str], most: int) -> bytes:
        """The content, unpacked; an answer that is too long, or too slow, is refused."""
        encoding = headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", ""):
            raise FetchError(f"its encoding {encoding[:40]!r} is not known")
        unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
        end = time.monotonic() + 3 * self._manners.timeout_seconds
        content = bytearray()
        for piece in iter(lambda: answer.read1(PIECE), b""):
            content += unpack.decompress(piece, most + 1 - len(content)) if unpack else piece
            if len(content) > most or (unpack and unpack.unconsumed_tail):
                raise FetchError(f"it is larger than {most} bytes (most_bytes raises this)")
            if time.monotonic() > end:
                raise FetchError("it takes too long (timeout_seconds raises this)")
        return bytes(content)
