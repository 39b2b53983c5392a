"""Only the command that fetches opens a connection outward, and only its room could."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context
from serving import free_port, wait_until_listening

from generator.cli import main

ROOT = Path(__file__).parents[2]
GUARD = """
import os, sys

def guard(event, args):
    outward = False
    if event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
        outward = args[1][0] not in ("127.0.0.1", "::1", "localhost")
    elif event == "socket.bind" and isinstance(args[1], tuple):
        outward = args[1][0] not in ("127.0.0.1", "::1", "localhost")
    elif event == "socket.getaddrinfo":
        outward = args[0] not in ("127.0.0.1", "::1", "localhost", None)
    if outward:
        with open(os.environ["BF_ASKED"], "a") as file:
            file.write(f"{event} {args!r}\\n")
        raise OSError("no connection outward in this test")

sys.addaudithook(guard)
"""
IN_TURN = """
import json, sys
from click.testing import CliRunner
from generator.cli import main

ended = {}
for command in json.loads(sys.argv[1]):
    done = CliRunner().invoke(main, command)
    ended[" ".join(command)] = (done.exit_code, f"{done.stderr}{done.exception or ''}"[-500:])
print(json.dumps(ended))
"""
COMMANDS = (
    ["init", "new", "--demo"],
    ["doctor"],
    ["build"],
    ["data", "--out", "data"],
    ["verify"],
    ["explain", "bridge"],
    ["rules"],
    ["templates", "list"],
    ["templates", "check"],
    ["diff", "data", "docs/data"],
    ["generate"],
    ["volumes"],
    ["correct", "rename", "Ada Obi", "--value", "Ada O. Obi", "--why", "as she writes it"],
    ["report", "a.html"],
    ["clean"],
)
SERVERS = ("serve", "review")
"""Commands that wait for a browser."""
OPT_IN = {"fetch"}
ASKING = {
    "socket",
    "http.client",
    "http.server",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
    "asyncio",
    "xmlrpc.client",
    "urllib.robotparser",
    "distributed",
    "dask",
    "fsspec",
    "fsspec.core",
}
MAY_ASK = {"fetch/addresses.py", "fetch/client.py"}
ON_REQUEST = {"commands/cluster.py", "commands/remote_seeds.py"}
"""Asks the machine that the owner names, by a library that is loaded then and never before."""
LISTENS = {"commands/review/server.py"}
"""Waits for a browser on localhost and asks nobody, like `publish/serve.py` with MkDocs' own."""


@pytest.mark.slow
@pytest.mark.journey
def test_no_other_command_opens_a_connection(tmp_path: Path) -> None:
    """Each command, run with a guard in its process and those of it, asks no other machine."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.html").write_text(
        "<html><head><link rel='stylesheet' href='http://a.example/a.css'></head><body><article>"
        "<p>The mayor, Ada Obi, said on Monday that the old bridge will close until spring.</p>"
        "<p>The ferry runs until midnight, a clerk said.</p><img src='http://a.example/a.png'>"
        "</article></body></html>"
    )
    asked = tmp_path / "asked.txt"
    path = os.pathsep.join([str(tmp_path / "guard"), str(ROOT)])
    env = {**os.environ, "PYTHONPATH": path, "BF_ASKED": str(asked)}
    done = subprocess.run(
        [sys.executable, "-c", IN_TURN, json.dumps(COMMANDS)],
        cwd=tmp_path, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    ended = json.loads(done.stdout.splitlines()[-1])
    assert len(ended) == len(COMMANDS)
    for waiting in SERVERS:
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "generator", waiting, "--port", str(port)],
            cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            wait_until_listening(port)
        finally:
            server.terminate()
            server.wait(20)
    assert not asked.exists(), asked.read_text()
    assert {name: told for name, told in ended.items() if told[0] not in (0, 1)} == {}
    probe = "import socket; socket.create_connection(('192.0.2.1', 9), 1)"
    subprocess.run([sys.executable, "-c", probe], env=env, capture_output=True, check=False)
    assert "192.0.2.1" in asked.read_text()


def test_every_command_is_looked_at() -> None:
    """A new command stands in one of the lists."""
    assert {command[0] for command in COMMANDS} | set(SERVERS) | OPT_IN == set(
        main.list_commands(Context(main))
    )


def test_only_the_room_that_fetches_could() -> None:
    """No other module imports what connects to machines, but for a server on localhost."""
    found = set()
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "import_module":
                names += [str(a.value) for a in node.args if isinstance(a, ast.Constant)]
            if ASKING.intersection(names):
                found.add(path.relative_to(ROOT / "generator").as_posix())
    assert found == MAY_ASK | LISTENS | ON_REQUEST
