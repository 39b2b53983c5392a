"""A test's hook: makes a chosen stage fail on purpose, in this process or in a worker.

``BRIEFING_FAULT="STAGE[@DOCUMENT][=HOW]"``; HOW is ``raise`` (the default), ``exit`` (the process
dies), ``hang``, ``deaf`` (it hangs and hears no clock) or ``memory``. Without the variable
nothing happens.
"""

import os
import signal
import time

VARIABLE = "BRIEFING_FAULT"
FOREVER = 3600.0
DIED = 86
"""Exit status of a process that was made to die."""


class InjectedError(Exception):
    """Raised on purpose."""


def inject(stage: str, document: str) -> None:
    """Fail in the way that the environment asks for, if it names this stage and document."""
    asked = os.environ.get(VARIABLE)
    if not asked:
        return
    place, _, how = asked.partition("=")
    wanted, _, of = place.partition("@")
    if wanted != stage or (of and of != document):
        return
    if how == "exit":
        os._exit(DIED)
    if how in {"hang", "deaf"}:
        if how == "deaf":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGPROF})
        time.sleep(FOREVER)
    if how == "memory":
        raise MemoryError
    raise InjectedError(stage)
