"""Every regular expression that the package makes while it reads, analyses and resolves texts.

Run as a script it prints them as JSON: expression, flags, and the file, function and name of the
call of `re` that it comes from. In a process of its own, because what is made once is kept.
"""

import json
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from types import FrameType

import generator

PACKAGE = Path(generator.__path__[0])
TESTS = Path(__file__).parent
Recorded = tuple[str, int, str, str, str]


def record(found: set[Recorded]) -> None:
    """From now on note each expression that a module of the package has made or used."""
    compile_own: Callable[..., object] = re._compile  # type: ignore[attr-defined]  # of no stub

    def noting(pattern: object, flags: int) -> object:
        frame: FrameType | None = sys._getframe(1)
        name = frame.f_code.co_name if frame else ""
        asker = frame.f_back if frame else None
        path = Path(asker.f_code.co_filename) if asker else Path()
        if asker and isinstance(pattern, str) and path.is_relative_to(PACKAGE):
            where = path.relative_to(PACKAGE).as_posix()
            found.add((pattern, int(flags), where, asker.f_code.co_name, name))
        return compile_own(pattern, flags)

    re._compile = noting  # type: ignore[attr-defined]  # of no stub


def run_everything(folder: Path) -> None:
    """Import every module, and build a corpus of texts of many kinds, with its exports."""
    for module in walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    texts = {p.name: p.read_bytes() for p in (TESTS / "demo" / "seeds").iterdir()}
    texts |= {p.name: p.read_bytes() for p in (TESTS / "intake" / "transcripts").glob("*_1.*")}
    texts["signed.txt"] = "A gate closes\n\n“We close the old gate now.” — Ada Obi\n".encode()
    texts["dated.txt"] = (
        b"A gate closes\n\nNORWICK | The old gate in Norwick was closed on Monday.\n"
    )
    french = "Une porte se ferme\n\n— Nous fermons la porte, a dit Ada Obi.\n\n— Et le pont ?\n"
    texts |= {"parole.txt": french.encode(), "parole.txt.yml": b"language: fr\n"}
    for name, content in texts.items():
        (folder / name).write_bytes(content)
    config, build = import_module("generator.config"), import_module("generator.commands.build")
    here = config.Settings(limits=import_module("generator.config.limits").LimitSettings(workers=1))
    build.gather(folder, settings=here, cache_dir=None, progress=lambda _s, _d, _t: None)


def main() -> None:
    """Print what was recorded."""
    found: set[Recorded] = set()
    record(found)
    with TemporaryDirectory() as name:
        run_everything(Path(name))
    print(json.dumps(sorted(found)))  # noqa: T201 it is what the test reads


if __name__ == "__main__":
    main()
