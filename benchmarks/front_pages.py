"""Counts the leads of front pages that were judged right by reading.

    python benchmarks/front_pages.py NAME=DOCS… [--judged benchmarks/front_pages_judged.tsv]

DOCS is what `briefing generate` wrote (`docs/`) for the folder of that NAME. Its leads are the
stories at the top of the front page and what single documents tell beside them, or the takeaways
where no two documents tell of one event. An item is the first ten of the SHA-256 of what it shows:
the story's address, and the place of the words. Prints each lead without a verdict as a line to be
judged, and the share of right ones. Who judges reads the sources first, and no text of them goes
into the list.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import html

JUDGED = Path(__file__).with_name("front_pages_judged.tsv")
PLACE = ".//p[@class='bf-line']/span/@data-src"
STORIES = "//section[@aria-labelledby='leads' or @aria-labelledby='single']//article"
TAKEAWAYS = "//section[@aria-labelledby='takeaways']//li"
Lead = tuple[str, str]
"""Its id, and what is read."""


def read_leads(docs: Path) -> Iterator[Lead]:
    """The leads of a front page, in their order."""
    text = (docs / "index.md").read_text("utf-8").split("---\n", 2)[-1]
    page = html.fromstring(f"<div>{text}</div>")
    for story in page.xpath(STORIES):
        yield _lead(story.xpath(".//h3//a/@href")[0], story)
    for takeaway in page.xpath(TAKEAWAYS):
        yield _lead("", takeaway)


def _lead(address: str, element: html.HtmlElement) -> Lead:
    key = " ".join((address, *element.xpath(PLACE)[:1]))
    for hidden in element.xpath(".//*[@hidden] | .//*[@class='bf-context']"):
        hidden.drop_tree()
    return hashlib.sha256(key.encode()).hexdigest()[:10], " ".join(element.text_content().split())


def read_judged(path: Path) -> dict[tuple[str, str], str]:
    """The verdicts by folder and id."""
    lines = path.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(folder, item): verdict for folder, item, verdict, *_ in rows}


def main() -> int:
    """Print what is to be judged, and the share of what was judged right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="NAME=DOCS")
    parser.add_argument("--judged", type=Path, default=JUDGED)
    chosen = parser.parse_args()
    judged = read_judged(chosen.judged) if chosen.judged.exists() else {}
    verdicts: list[str] = []
    for folder in chosen.folders:
        name, _, docs = folder.partition("=")
        for item, shown in read_leads(Path(docs)):
            if (name, item) in judged:
                verdicts.append(judged[name, item])
            else:
                print(name, item, shown, sep="\t")
    print(f"{verdicts.count('right')} of {len(verdicts)} judged leads are right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
