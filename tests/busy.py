"""Whether a limit of time can be held to: it is meant for a machine that has time."""

import os
import time

LOOK = 0.1
"""Seconds of the processor's time for which this process works to see how long it takes."""
SHARED = 1.2
"""So many times as long on the clock it takes where others are given the processor in between."""


def is_busy() -> bool:
    """Whether more wants to run than there are processors: now, or in the last minute."""
    if os.getloadavg()[0] > (os.cpu_count() or 1):
        return True
    began, used = time.monotonic(), time.process_time()
    while time.process_time() - used < LOOK:
        pass
    return time.monotonic() - began > LOOK * SHARED
