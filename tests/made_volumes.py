"""A made folder of three years and one undated note, for tests of sites in volumes."""

from pathlib import Path

YEARS = (2022, 2023, 2024)
SETTINGS = """site_name: Vallen
plugins:
  - search
  - briefing:
      volumes: {by: BY, above: 3}
"""
ARTICLE = """Vallen council closes the WHAT in YEAR

By Petra Novak, Vallen Herald, DAY March YEAR

VALLEN — The Harbour Board closed the WHAT of Vallen on Monday, the mayor said. “The WHAT needs
forty workers before the winter,” said WHO, the mayor of Vallen. “Nobody has told us when.”

WHO said that the Harbour Board had delayed the WHAT because of the flood of YEAR. The ship
Marigold YEAR was sold.
"""
NOTE = """A note on the harbour

The harbour of Vallen is old, and Ada Okoye said that it needs a new wall before the winter.
"""


def article(year: int, who: str, what: str, day: int) -> str:
    """A text with a date, a speaker and a ship that only its year has."""
    values = {"YEAR": str(year), "WHO": who, "WHAT": what, "DAY": str(day)}
    text = ARTICLE
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def make_volumes(folder: Path, by: str = "year") -> Path:
    """Write the seeds and the settings below `folder`, a folder for each year's seeds."""
    for year in YEARS:
        seeds = folder / "seeds" / f"batch-{year}"
        seeds.mkdir(parents=True, exist_ok=True)
        (seeds / "bridge.txt").write_text(article(year, "Ada Okoye", "bridge", 3), "utf-8")
        (seeds / "ferry.txt").write_text(article(year, "Bola Lund", "ferry", 4), "utf-8")
    (folder / "seeds" / "note.txt").write_text(NOTE, "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.replace("BY", by), "utf-8")
    return folder
