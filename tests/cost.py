"""What a call costs, so that a test sees how the cost grows and not how busy the machine is."""

import gc
import time
from collections.abc import Callable

STEPS = 16
"""How many times longer the long text is than the short one."""
SQUARE = STEPS * 4
"""A cost that grows with the square is 256 times as much; one that grows with the length, 16."""
NOISE = 0.01
"""Seconds below which nothing can be measured."""


def seconds_of(call: Callable[[], object]) -> float:
    """The processor time of a call, the best of two, without the collector's pauses.

    Garbage is not collected before: in a process that holds a language model that costs a second.
    """
    times = []
    for _ in range(2):
        gc.disable()
        began = time.process_time()
        call()
        times.append(time.process_time() - began)
        gc.enable()
    return max(NOISE, min(times))
