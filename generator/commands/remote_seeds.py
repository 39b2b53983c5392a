"""Sources that lie in a store (`seeds: s3://…`): brought into the cache, and read there like files.

The store is asked by fsspec, with the rights that it finds on the machine, when a site is built; no
other command asks it, and without such an address the library is never loaded.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePosixPath
from typing import Protocol, cast

from msgspec import Struct

from generator.cache.fingerprint import digest_of_values, files_below
from generator.cache.folder import SEEDS, mark_cache
from generator.cache.store import recall, remember
from generator.config import Site, shown_address
from generator.errors import SeedError, SettingsError
from generator.files.guarded import shown_name, write_guarded
from generator.read.seeds import is_read

EXTRA = "Install it and what the store needs: pip install 'briefing-site[remote]' s3fs (or gcsfs)"


class RemoteFiles(Protocol):
    """What is asked of the library's file system."""

    def find(self, path: str, *, detail: bool) -> dict[str, dict[str, object]]:
        """Every file below a path, with what the store says of it."""

    def cat_file(self, path: str, *, start: int, end: int) -> bytes:
        """A part of a file."""


class Copies(Struct, frozen=True):
    """What the store said of each file when it was copied."""

    files: dict[str, str]


def bring_seeds(site: Site) -> None:
    """Bring the cache's copy in line with the store; what has not changed is not asked for."""
    url = site.settings.seeds
    if not site.is_remote:
        return
    folder, limits = site.seeds_dir, site.settings.limits
    known = recall(site.cache_dir, SEEDS, Copies, url, str(limits.seed_bytes)) or Copies({})
    try:
        store, root = _store(url)
        listed = _listed(store, root)
        mark_cache(site.cache_dir)
        for name, (path, told) in listed.items():
            target = folder / name
            if known.files.get(name) == told and target.is_file():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            # one byte more than may be read, so that the reader itself says that it is too large
            wanted = limits.seed_bytes + 1 if is_read(target) or name.startswith(".") else 0
            content = store.cat_file(path, start=0, end=wanted) if wanted else b""
            write_guarded(target, content, within=folder)
    except (OSError, ValueError, ImportError) as error:
        told = str(error).replace(url, shown_address(url))
        raise SeedError(
            f"the sources cannot be fetched ({told})", where=shown_address(url)
        ) from None
    for copy in files_below(folder):
        if copy.relative_to(folder).as_posix() not in listed:
            copy.unlink()
    copies = Copies({name: told for name, (_, told) in listed.items()})
    remember(site.cache_dir, SEEDS, copies, url, str(limits.seed_bytes))


def refuse_remote(site: Site, command: str) -> None:
    """Stop a command that writes beside the sources, where that would be the copy."""
    if site.is_remote:
        raise SettingsError(
            f"`{command}` writes beside the sources, and these lie in a store",
            where="mkdocs.yml: briefing: seeds",
            hint="Use it in a folder of the sources, and bring what it writes into the store.",
        )


def _store(url: str) -> tuple[RemoteFiles, str]:
    """The library's file system, and the path in it."""
    try:
        library = import_module("fsspec.core")
    except ModuleNotFoundError as error:
        raise SettingsError(
            "sources in a store need an extra", where=shown_address(url), hint=EXTRA
        ) from error
    return cast("tuple[RemoteFiles, str]", library.url_to_fs(url))


def _listed(store: RemoteFiles, root: str) -> Mapping[str, tuple[str, str]]:
    """Each file below the root: its path in the store, and a digest of what is said of it."""
    found = {}
    for path, facts in sorted(store.find(root, detail=True).items()):
        name = path.removeprefix(root).lstrip("/")
        if not name or ".." in PurePosixPath(name).parts:
            raise ValueError(f"{shown_name(path)} is no path of a file")
        found[name] = (path, digest_of_values(repr(sorted(facts.items()))))
    return found
