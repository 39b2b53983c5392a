"""The guide's recipes for several machines, run as they stand there on one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from made_volumes import make_volumes
from serving import free_port

from generator.cache.fingerprint import files_below

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guide" / "how-to" / "large.md").read_text("utf-8")
BRIEFING = f'#!/bin/sh\nexec {sys.executable} -m generator "$@"\n'
SBATCH = """#!/bin/sh
last=${2#--array=1-}
for task in $(seq 1 "$last"); do SLURM_ARRAY_TASK_ID=$task sh -c "$4" & done
wait
"""
Run = Callable[[str, Path], None]


def block(language: str, holds: str) -> str:
    """The one block of the page in a language that holds some words."""
    found = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    (one,) = (text for text in found if holds in text)
    return str(one)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a shell's lines in a folder, with our command and a queue that is this machine."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, text in (("briefing", BRIEFING), ("sbatch", SBATCH)):
        (tools / name).write_text(text, "utf-8")
        (tools / name).chmod(0o755)
    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]])

    def runs(lines: str, folder: Path) -> None:
        env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
        subprocess.run(["sh", "-ec", lines], cwd=folder, env=env, check=True, timeout=900)

    return runs


def site(folder: Path) -> dict[str, bytes]:
    """All files of a folder's built site, by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files_below(folder / "site")}


def test_queues_of_volumes_give_the_site_of_one_machine(run: Run, tmp_path: Path) -> None:
    """SLURM's array and Kubernetes' indexed job, volumes side by side: the same bytes."""
    plain, slurm, kubernetes = (make_volumes(tmp_path / n) for n in ("one", "slurm", "kubernetes"))
    run("briefing build", plain)
    run(block("sh", "sbatch"), slurm)
    spec = yaml.safe_load(block("yaml", "kind: Job"))["spec"]
    (container,) = spec["template"]["spec"]["containers"]
    (line,) = container["args"]
    (kubernetes / "pod.sh").write_text(line, "utf-8")
    pods = range(spec["completions"])
    run("; ".join(f"JOB_COMPLETION_INDEX={pod} sh pod.sh" for pod in pods), kubernetes)
    built = kubernetes / ".cache" / "briefing" / "volumes"
    assert len([v for v in built.iterdir() if (v / "site").is_dir()]) == len(pods)
    run("briefing build", kubernetes)
    assert site(plain)
    assert site(slurm) == site(plain)
    assert site(kubernetes) == site(plain)


def test_a_cluster_gives_the_site_of_one_machine(run: Run, tmp_path: Path) -> None:
    """A scheduler and its workers, begun by the page's own lines: the same bytes."""
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    plain = make_volumes(tmp_path / "one")
    there = tmp_path / "there"
    shutil.copytree(plain, there)
    run("briefing build", plain)
    port = free_port()
    scheduler, workers, build = block("sh", "dask scheduler").splitlines()
    lines = [
        f"{scheduler.partition('#')[0]} --host 127.0.0.1 --port {port} --no-dashboard",
        workers.partition("#")[0].replace("--nworkers 8", "--nworkers 2 --no-dashboard"),
        build.partition("#")[0],
    ]
    scheduler, workers, build = (x.replace("HOST:8786", f"127.0.0.1:{port}") for x in lines)
    ends = "trap 'kill $first $second' EXIT"
    run(f"{scheduler} & first=$!; {workers} & second=$!; {ends}; {build}", there)
    assert site(there) == site(plain)
