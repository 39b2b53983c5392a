"""A Dask scheduler's workers behind the standard library's `Executor`.

Dask sends the calls, places them, and repeats those whose worker died; nothing of that is ours.
Asked for by `limits.scheduler` alone, and the only room but `fetch` that asks another machine.
"""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module

from msgspec import Struct

from generator.cache.fingerprint import (
    digest_of_values,
    library_versions,
    model_digest,
    rules_digest,
)
from generator.errors import SettingsError
from generator.model.annotations import Annotations
from generator.model.text import Document

EXTRA = "Install it: pip install 'briefing-site[cluster]'"
WHERE = "limits.scheduler"
ADDRESS = re.compile(r"(?:tcp|tls|wss?)://\S+:\d+")


class ClusterExecutor(Struct, frozen=True):
    """What makes calls elsewhere, and the error of one that cost several workers their lives."""

    executor: Executor
    died: type[Exception]


class SameInstallation(Struct, frozen=True):
    """A call that is refused where it would be made by other rules, libraries or another model."""

    call: Callable[[Document], Annotations]
    model: str
    made_by: str

    def __call__(self, document: Document) -> Annotations:
        """What the call finds in a document."""
        if digest_of_installation(self.model) != self.made_by:
            raise SettingsError(
                "a worker of the scheduler has another version of this tool, of a library or of "
                "the model",
                where=WHERE,
                hint="Install the same lock file on every machine.",
            )
        return self.call(document)


@contextmanager
def cluster_at(scheduler: str) -> Iterator[ClusterExecutor]:
    """The workers of the scheduler at an address, while the block runs."""
    try:
        library = import_module("distributed")
        died = import_module("distributed.scheduler").KilledWorker
    except ModuleNotFoundError as error:
        raise SettingsError("a scheduler needs an extra", where=WHERE, hint=EXTRA) from error
    if not ADDRESS.fullmatch(scheduler):  # Dask waits a minute before it says so
        raise _no_scheduler(scheduler)
    try:
        client = library.Client(scheduler, set_as_default=False)
    except OSError as error:
        raise _no_scheduler(scheduler) from error
    with client:
        yield ClusterExecutor(client.get_executor(), died)


def _no_scheduler(scheduler: str) -> SettingsError:
    return SettingsError(
        f"there is no Dask scheduler at {scheduler}",
        where=WHERE,
        hint="Start one (`dask scheduler`), and give the address that it prints.",
    )


def digest_of_installation(model: str) -> str:
    """Digest of what decides on annotations wherever they are made."""
    return digest_of_values(rules_digest(), library_versions(), model_digest(model))
