"""What the last build took, for who waits for it: seconds a step, and the memory at its highest."""

import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.files.guarded import write_whole

TIMINGS = "timings.json"
UNITS_A_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000
"""The system tells the highest memory in bytes or in kilobytes."""


def write_timings(cache_dir: Path, steps: Sequence[tuple[str, float]]) -> None:
    """Keep the steps' seconds and the highest memory of this process and of its largest child."""
    own, child = (
        resource.getrusage(who).ru_maxrss // UNITS_A_MEGABYTE
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    entry = {
        "peak_megabytes": {"own": own, "largest_child": child},
        "seconds": {name: round(seconds, 3) for name, seconds in steps},
    }
    with suppress(OSError):  # nobody needs it to build
        write_whole(cache_dir / TIMINGS, f"{json.dumps(entry, indent=1)}\n".encode())


class Clock:
    """Measures steps for the person who waits."""

    def __init__(self) -> None:
        self.steps: tuple[tuple[str, float], ...] = ()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step."""
        start = time.perf_counter()
        yield
        self.steps = (*self.steps, (name, time.perf_counter() - start))
