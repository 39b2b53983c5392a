"""``briefing serve`` in a folder, for tests that look at what it shows."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 240.0
"""Seconds until a page must be there, on a machine that does much else; alone it takes a few."""


def free_port() -> int:
    """A port on localhost that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def served(cwd: Path, port: int) -> Iterator[Path]:
    """Run the server in a folder; yields the file that holds what it printed."""
    log = cwd / "serve.log"
    with log.open("wb") as stream:
        command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
        process = subprocess.Popen(command, cwd=cwd, stdout=stream, stderr=stream)
        try:
            yield log
        finally:
            process.terminate()
            process.wait(20)


def wait_until_listening(port: int) -> None:
    """Wait until somebody answers at a port of localhost."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"nobody listens at {port}")


def wait_for(url: str, words: str) -> None:
    """Wait until the page at `url` has `words`."""
    end = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=5) as answer:  # noqa: S310 our own server
                page = answer.read().decode("utf-8")
        except (URLError, ConnectionError, TimeoutError):
            page = ""
        if words in page:
            return
        time.sleep(0.3)
    pytest.fail(f"{words!r} did not appear at {url}")
