"""Serves the desk on this machine alone, to who knows the address.

The address has a random token; a request without it, from another host's page, or for another name
than this machine's own is refused before anything is read.
"""

import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qs

from generator.commands.correct import CorrectionsFile
from generator.commands.review.doubts import Doubt, SuggestedCorrection
from generator.commands.review.page import render_desk, style_hash
from generator.errors import BriefingError, SiteError
from generator.i18n.catalogue import Catalogue
from generator.model.corpus import Corpus

HOST = "127.0.0.1"
MOST_BYTES = 10_000
FORM = "application/x-www-form-urlencoded"
Look = Callable[[], tuple[Corpus, tuple[Doubt, ...]]]


class Review:
    """What is on the desk: doubts, what was left as it is, and what can be undone."""

    def __init__(self, look: Look, file: CorrectionsFile, words: Catalogue) -> None:
        self.words = words
        self.token = secrets.token_urlsafe(24)
        self.said = self.error = ""
        self._look, self._file = look, file
        self._left: set[str] = set()
        self._corpus, self._doubts = look()

    def page(self) -> str:
        """The page as it is now."""
        doubts = [d for d in self._doubts if d.id not in self._left]
        said, error, self.said, self.error = self.said, self.error, "", ""
        action = f"/{self.token}/"
        return render_desk(
            doubts,
            self.words,
            action=action,
            token=self.token,
            said=said,
            error=error,
            undo=self._file.last,
        )

    def settle(self, fields: dict[str, str]) -> None:
        """Do what a form asks for; what is wrong with it is said on the page."""
        try:
            self._settle(fields)
        except BriefingError as error:
            self.error = str(error)

    def _settle(self, fields: dict[str, str]) -> None:
        if fields.get("do") == "undo":
            self._file.undo()
            self._corpus, self._doubts = self._look()
            self.said = self.words.form("Undone.")
            return
        doubt = next((d for d in self._doubts if d.id == fields.get("doubt")), None)
        if doubt is None:
            self.error = self.words.form("This is settled already.")
        elif fields.get("do") == "leave":
            self._left.add(doubt.id)
            self.said = self.words.form("Left as it is.")
        else:
            self._write(doubt, fields)

    def _write(self, doubt: Doubt, fields: dict[str, str]) -> None:
        choice = _chosen(doubt, fields.get("choice", ""))
        why = fields.get("why", "").strip()
        if choice is None or not why:
            self.error = self.words.form("A correction needs a choice and a reason.")
            return
        value = fields.get("value", "").strip() if choice.asks else choice.value
        self._file.add(self._corpus, choice.action, choice.target, value=value or None, why=why)
        self._corpus, self._doubts = self._look()
        self.said = self.words.form("Written.")


def _chosen(doubt: Doubt, number: str) -> SuggestedCorrection | None:
    known = {str(n): choice for n, choice in enumerate(doubt.choices)}
    return known.get(number)


class ReviewServer(ThreadingHTTPServer):
    """Listens on this machine; one request at a time is at the desk.

    Browsers open connections that they may need, so each has a thread.
    """

    daemon_threads = True

    def __init__(self, desk: Review, port: int) -> None:
        self.desk = desk
        self.turn = Lock()
        super().__init__((HOST, port), _Handler)
        self.names = {f"{HOST}:{self.server_port}", f"localhost:{self.server_port}"}

    @property
    def address(self) -> str:
        """Where the desk is; who knows this may write corrections."""
        return f"http://{HOST}:{self.server_port}/{self.desk.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "briefing"
    sys_version = ""
    timeout = 10

    def do_GET(self) -> None:
        """Show the desk."""
        if self._is_known():
            with self.server.turn:
                page = self.server.desk.page()
            self._answer(HTTPStatus.OK, page)

    def do_POST(self) -> None:
        """Write a correction, then show the desk anew."""
        if not self._is_known():
            return
        say = self.server.desk.words.form
        length = self.headers.get("Content-Length") or ""
        origin = self.headers.get("Origin", "")
        if origin not in {f"http://{name}" for name in self.server.names}:
            self._answer(HTTPStatus.FORBIDDEN, say("another page asked for this"))
        elif self.headers.get_content_type() != FORM or not length.isdecimal():
            self._answer(HTTPStatus.BAD_REQUEST, say("this is no form"))
        elif int(length) > MOST_BYTES:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, say("this is too long"))
        else:
            self._settle(self.rfile.read(int(length)).decode("utf-8", "replace"))

    def _settle(self, body: str) -> None:
        fields = {k: v[0] for k, v in parse_qs(body, max_num_fields=20).items()}
        if not secrets.compare_digest(fields.get("token", "").encode(), self._token()):
            self._answer(
                HTTPStatus.FORBIDDEN, self.server.desk.words.form("the form is of another desk")
            )
            return
        with self.server.turn:
            self.server.desk.settle(fields)
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", f"/{self.server.desk.token}/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _token(self) -> bytes:
        return self.server.desk.token.encode()

    def _is_known(self) -> bool:
        """Whether the request is for this machine by its own name, and knows the token."""
        path = self.path.strip("/").encode("utf-8", "replace")
        by_name = self.headers.get("Host", "") in self.server.names
        if by_name and secrets.compare_digest(path, self._token()):
            return True
        self._answer(HTTPStatus.NOT_FOUND, self.server.desk.words.form("there is nothing here"))
        return False

    def _answer(self, status: HTTPStatus, text: str) -> None:
        content = text.encode("utf-8")
        page = status == HTTPStatus.OK
        policy = f"default-src 'none'; style-src {style_hash()}; form-action 'self'"
        headers = {
            "Content-Type": f"text/{'html' if page else 'plain'}; charset=utf-8",
            "Content-Length": str(len(content)),
            "Content-Security-Policy": f"{policy}; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 its own name
        """Nothing: the address has the token, which belongs into no log."""


def open_review(look: Look, file: CorrectionsFile, *, words: Catalogue, port: int) -> ReviewServer:
    """The desk, listening, in the words of a catalogue; the caller serves and closes it."""
    try:
        return ReviewServer(Review(look, file, words), port)
    except OSError as error:
        raise SiteError(
            f"port {port} cannot be used ({error.strerror})", hint="Try another with --port."
        ) from error
