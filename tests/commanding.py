"""The command in this process, in a folder: as a user runs it, without loading the model again."""

import os
import subprocess
import traceback
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from generator.cli import main


def briefing(
    *arguments: str | Path, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """What the command answers, in the shape of a process that has ended."""
    with chdir(cwd), patch.dict(os.environ, environment):
        done = CliRunner().invoke(main, [str(a) for a in arguments])
    error = done.exception
    told = "" if error is None or isinstance(error, SystemExit) else _trace(error)
    return subprocess.CompletedProcess(
        arguments, done.exit_code, done.stdout, f"{done.stderr}{told}"
    )


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
