"""What one very long text costs: seconds and memory of a whole build, or how soon it is refused.

    python benchmarks/large_text.py [--megabytes N] [--keep FOLDER] [TEXT]

The text is TEXT's, or that of made articles (`made_corpus.py`) without their heads, cut at so many
bytes. Exit status 1 where it is past its bar: 1 MB within three minutes and 1.5 GB, and a text that
is larger than the limits of the settings within one minute, told with the limit's name.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from made_corpus import make_articles
from msgspec import Struct

MEGABYTE = 1_000_000
SECONDS, SECONDS_REFUSED, GIGABYTES = 180, 60, 1.5
HEAD = 3
"""Paragraphs of a made article before its story."""


class Cost(Struct, frozen=True):
    """What a build took, its exit status, and what it said on the error stream."""

    seconds: float
    """The processor's, of all processes together."""
    waited: float
    gigabytes: float
    status: int
    said: str

    def within(self) -> bool:
        """Whether it is below the bar of a text that is read, or of one that is refused by name."""
        if self.status:
            return "(limits." in self.said and self.seconds <= SECONDS_REFUSED
        return self.seconds <= SECONDS and self.gigabytes <= GIGABYTES


def main() -> int:
    """Build one text and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--keep", type=Path, help="build here and leave it")
    parser.add_argument("text", type=Path, nargs="?", help="a text instead of a made one")
    chosen = parser.parse_args()
    size = int(chosen.megabytes * MEGABYTE)
    text = chosen.text.read_text("utf-8") if chosen.text else large_text(size)
    with nullcontext(chosen.keep) if chosen.keep else tempfile.TemporaryDirectory() as folder:
        cost = cost_of(text.encode()[:size], Path(folder))
    print(
        f"{chosen.megabytes} MB: {cost.seconds:.0f} s of a processor in {cost.waited:.0f} s, "
        f"{cost.gigabytes:.2f} GB, exit status {cost.status}"
    )
    print(cost.said.strip()[-500:])
    return 0 if cost.within() else 1


def large_text(size: int) -> str:
    """A text of at least so many bytes, paragraph after paragraph."""
    pieces, length = ["The year in Vallen"], 0
    for _, article in make_articles(1 + size // 400):
        body = article.rstrip().split("\n\n")[HEAD:]
        pieces += body
        length += sum(len(paragraph.encode()) + 2 for paragraph in body)
        if length >= size:
            break
    return "\n\n".join(pieces) + "\n"


def cost_of(text: bytes, root: Path) -> Cost:
    """The cost of a build whose only seed this is; its memory is that of its largest process."""
    (root / "seeds").mkdir(parents=True, exist_ok=True)
    (root / "seeds" / "large.txt").write_bytes(text)
    (root / "mkdocs.yml").write_text("site_name: Large\n", "utf-8")
    began = time.monotonic()
    with (root / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=root,
            stderr=said,
            stdout=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
    return Cost(
        seconds=used.ru_utime + used.ru_stime,
        waited=time.monotonic() - began,
        gigabytes=used.ru_maxrss / 1e6,
        status=os.waitstatus_to_exitcode(status),
        said=(root / "said").read_text("utf-8", "replace"),
    )


if __name__ == "__main__":
    sys.exit(main())
