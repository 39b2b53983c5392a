"""The last net in a process: a stage that takes too long is stopped where it is.

The processor's time counts, so that a busy machine stops nothing; a stage that waits without
working is stopped after `PATIENCE` times as long on the clock. Only the main thread of a system
with these timers can be stopped; elsewhere nothing happens.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 5
CLOCKS = (("ITIMER_PROF", "SIGPROF", 1), ("ITIMER_REAL", "SIGALRM", PATIENCE))


class TimeLimitError(Exception):
    """A stage took longer than `limits.document_seconds` allows."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop what runs inside after `seconds`; each stage that goes on has as long again."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    kept = []
    for clock, name, times in CLOCKS:
        timer, number = getattr(signal, clock, None), getattr(signal, name, None)
        if timer is None or number is None:
            continue
        kept.append((timer, number, signal.signal(number, _stop)))
        signal.setitimer(timer, seconds * times, seconds * times)
    try:
        yield
    finally:
        for timer, number, before in kept:
            signal.setitimer(timer, 0)
            signal.signal(number, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TimeLimitError
