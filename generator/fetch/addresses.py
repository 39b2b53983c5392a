"""Which machine an address means, and whether it may be asked: never one of a private network."""

import ipaddress
from socket import SOCK_STREAM, getaddrinfo
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from msgspec import Struct

PORTS = {"http": 80, "https": 443}
EMBEDDED = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
"""Networks whose last 32 bits are an IPv4 address (NAT64)."""
AS_THEY_ARE = "".join(map(chr, range(0x21, 0x7F)))
"""Characters that an address is sent with; any other is sent by its bytes."""
IP = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(Exception):
    """Something cannot be fetched; the message says why, for the owner."""


class Address(Struct, frozen=True):
    """A machine that may be asked: the name in the address, and where it really is."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str

    @property
    def name(self) -> str:
        """Host and port as a header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def locate(url: str, *, allow_private: bool) -> Address:
    """Where an address leads; refused where any machine of its name is none of the public net."""
    parts = _split(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    try:
        path = quote(parts.path or "/", AS_THEY_ARE)
        query = quote(parts.query, AS_THEY_ARE)
        host = host.encode("idna").decode("ascii")
        found = getaddrinfo(host, port, type=SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"there is no machine called {host[:100]!r}") from error
    addresses = [str(info[4][0]) for info in found]
    private = [one for one in addresses if not is_public(one)]
    if private and not allow_private:
        raise FetchError(f"{host} is a private address ({private[0]}), which is not allowed")
    return Address(parts.scheme, host, port, addresses[0], f"{path}?{query}" if query else path)


def lead_on(url: str, target: str) -> str:
    """Where a link or a redirect leads from an address, without the place on its page."""
    try:
        return urldefrag(urljoin(url, target)).url
    except ValueError as error:
        raise FetchError("this is no address") from error


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError("this is no address") from error
    if parts.scheme not in PORTS or not parts.hostname or port == 0:
        raise FetchError("this is no http or https address")
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address with a name or a password in it is not asked")
    if any(c <= " " or c == "\x7f" for c in url):
        raise FetchError("there is white space in the address")
    return parts


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, whatever it is wrapped in."""
    ip: IP = ipaddress.ip_address(address.partition("%")[0])
    inner = _inner(ip)
    if inner is not None and not is_public(str(inner)):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _inner(ip: IP) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if any(ip in network for network in EMBEDDED):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
