"""Asks one server at a time: politely, with an end to every answer, and only where it may.

The machine that was looked at is the one that is asked: a name is resolved once a request. A
redirect is a new address and is looked at anew. No proxy of the environment is used.
"""

import ssl
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import SHUT_RDWR, create_connection, socket
from threading import Timer
from urllib.parse import quote
from urllib.robotparser import RobotFileParser

from msgspec import Struct

from generator import __version__
from generator.fetch.addresses import AS_THEY_ARE, Address, FetchError, lead_on, locate

AGENT = "briefing-site"
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MISSING = frozenset({404, 410})
PIECE = 65_536
ROBOTS_BYTES = 500_000
TIMES = 3
"""How much longer a whole answer may take than the time until more of it comes."""
LONGEST_DELAY = 60
"""Seconds between two requests: a host that asks for more is not asked."""
PACKED = b"\x1f\x8b"
"""How each part of a packed answer begins."""


TOO_LONG = "it takes too long (timeout_seconds raises this)"
CUT_OFF = "the answer ended before its end"


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
                self._permitted(place)
            reply = self._request(url, place, headers, most)
            target = reply.headers.get("location", "")
            if reply.status not in REDIRECTS or not target:
                return reply
            url = lead_on(url, quote(target.encode("latin-1"), AS_THEY_ARE))
        raise FetchError(f"it leads on more than {MOST_REDIRECTS} times")

    def _permitted(self, place: Address) -> None:
        """Refuse what the server's robots.txt asks programs not to read."""
        root = f"{place.scheme}://{place.name}"
        if root not in self._rules:
            self._rules[root] = self._robots(f"{root}/robots.txt")
        if not self._rules[root].can_fetch(AGENT, f"{root}{place.path}"):
            raise FetchError(f"robots.txt of {place.host} asks not to fetch it")
        if self._stated_delay(root) > LONGEST_DELAY:
            raise FetchError(
                f"robots.txt of {place.host} asks for more than {LONGEST_DELAY} seconds between "
                "two requests"
            )

    def _robots(self, url: str) -> RobotFileParser:
        """The rules of a host: all is allowed where there are none, nothing where it fails."""
        reply = self._follow(url, {}, ROBOTS_BYTES, ask=False)
        if reply.status == 200:
            with suppress(ValueError):  # a number that is none, an address that is none
                return _rules(url, reply.content.decode("utf-8", "replace").splitlines())
        elif 400 <= reply.status < 500 and reply.status not in (401, 403, 429):
            return _rules(url, [])
        return _rules(url, ["User-agent: *", "Disallow: /"])

    def _stated_delay(self, root: str) -> int:
        """The seconds between two requests that a host asks for; 0 where it says nothing."""
        rules = self._rules.get(root)
        return int(rules.crawl_delay(AGENT) or 0) if rules else 0

    def _wait(self, place: Address) -> None:
        """Leave a host in peace for a while after each request."""
        stated = min(self._stated_delay(f"{place.scheme}://{place.name}"), LONGEST_DELAY)
        delay = max(self._manners.delay_seconds, stated)
        now = time.monotonic()
        since = now - self._asked.get(place.host, now - delay)
        if since < delay:
            self._sleep(delay - since)
        self._asked[place.host] = time.monotonic()

    def _request(self, url: str, place: Address, headers: Mapping[str, str], most: int) -> Reply:
        self._wait(place)
        connection = _Connection(place, self._manners.timeout_seconds, self._secure)
        sent = {
            "Host": place.name,
            "User-Agent": f"{AGENT}/{__version__}",
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **headers,
        }
        try:
            connection.request("GET", place.path, headers=sent)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            content = _body(answer, found, most) if answer.status == 200 else b""
        except (FetchError, OSError, HTTPException, zlib.error, ValueError) as error:
            if connection.is_late:
                raise FetchError(TOO_LONG) from error
            if isinstance(error, FetchError):
                raise
            raise FetchError(f"{place.host} did not answer ({type(error).__name__})") from error
        finally:
            connection.end()
        if connection.is_late:  # what was cut off may look whole
            raise FetchError(TOO_LONG)
        return Reply(answer.status, url, found, content)


class _Connection(HTTPConnection):
    """A connection to the very machine that was looked at, which is cut where it takes too long."""

    def __init__(self, place: Address, seconds: float, secure: ssl.SSLContext) -> None:
        super().__init__(place.host, place.port, timeout=seconds)
        self.is_late = False
        self._place, self._seconds, self._secure = place, seconds, secure
        self._line: socket | None = None
        self._clock = Timer(TIMES * seconds, self._cut)
        self._clock.daemon = True

    def connect(self) -> None:
        """Ask the machine itself, not its name again; from now on the clock runs."""
        self.sock = create_connection((self._place.ip, self._place.port), self._seconds)
        self._line = self.sock.dup()
        self._clock.start()
        if self._place.scheme == "https":
            self.sock = self._secure.wrap_socket(self.sock, server_hostname=self._place.host)

    def end(self) -> None:
        """Close it and stop its clock, which runs on where only the asking has ended."""
        self._clock.cancel()
        self.close()
        if self._line is not None:
            self._line.close()

    def _cut(self) -> None:
        self.is_late = True
        if self._line is not None:
            with suppress(OSError):  # it has ended meanwhile
                self._line.shutdown(SHUT_RDWR)


def _body(answer: HTTPResponse, headers: Mapping[str, str], most: int) -> bytes:
    """The content, unpacked; an answer that is too long, or ends too early, is refused."""
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise FetchError(f"its encoding {encoding[:40]!r} is not known")
    pieces = iter(lambda: answer.read1(PIECE), b"")
    content = bytearray()
    for piece in _unpacked(pieces, most) if "gzip" in encoding else pieces:
        content += piece
        if len(content) > most:
            raise FetchError(f"it is larger than {most} bytes (most_bytes raises this)")
    if answer.length:
        raise FetchError(CUT_OFF)
    return bytes(content)


def _rules(url: str, lines: list[str]) -> RobotFileParser:
    rules = RobotFileParser(url)
    rules.parse(lines)
    return rules


def _unpacked(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """What is packed in one part or several, at most so many bytes at a time; the rest is none."""
    unpack = zlib.decompressobj(wbits=31)
    for piece in pieces:
        left = piece
        while left:
            if unpack.eof:
                if not left.startswith(PACKED):
                    return
                unpack = zlib.decompressobj(wbits=31)
            yield unpack.decompress(left, most + 1)
            left = unpack.unconsumed_tail or unpack.unused_data
    if not unpack.eof:
        raise FetchError(CUT_OFF)
