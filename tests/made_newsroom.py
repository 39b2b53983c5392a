"""A folder of many stories that nobody wrote: each has a place, people and a subject of its own.

Of each story's five articles the last is a reprint, and two count its visitors differently.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from wordfreq import top_n_list

FIRST, LAST = (
    ("Alder", "Brack", "Corm", "Dunst", "Elver", "Fenn", "Garth", "Holm"),
    (*("moor", "well", "ford", "haven", "wick"),),
)
SUBJECTS = (
    *("ferry", "library", "tramway", "lighthouse", "quarry", "vineyard", "hospital", "brewery"),
    *("aqueduct", "cinema", "orchard", "windmill", "planetarium", "cathedral", "foundry", "zoo"),
    *("viaduct", "aquarium", "glassworks", "monastery", "greenhouse", "sawmill", "observatory"),
    *(
        "reservoir",
        "velodrome",
        "cannery",
        "abattoir",
        "opera",
        "sanatorium",
        "shipyard",
        "tannery",
    ),
    *("carousel", "arboretum", "smelter", "bakery", "chapel", "distillery", "funicular", "mint"),
    *("tannery", "racecourse"),
)
TROUBLES = (
    *("mould", "rust", "lightning", "subsidence", "woodworm", "flooding", "arson", "asbestos"),
    *("vandals", "burst pipes", "cracked girders", "rotten beams", "a landslide"),
)
GIVEN = ("Ada", "Bola", "Chidi", "Dorte", "Elif", "Farid", "Greta", "Hana", "Ivo", "Kavya")
FAMILY = ("Okoye", "Lund", "Bergmann", "Haddad", "Tanaka", "Silva", "Novak", "Castro")
PUBLISHERS = ("Vallen Herald", "Coast Courier", "Norland News", "The Tarn Post", "Mill Gazette")
FIRST_DAY = date(2024, 1, 1)
OF_A_STORY = 5


def make_newsroom(folder: Path, documents: int) -> None:
    """Write so many articles into `folder`, five to a story."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(_articles(documents // OF_A_STORY)):
        (folder / f"{number:04d}.txt").write_text(text, "utf-8")


def _articles(stories: int) -> Iterator[str]:
    known = [w for w in top_n_list("en", 25_000)[7_000:] if w.isalpha() and len(w) > 5]
    for story in range(stories):
        rare = Random(f"story {story}").sample(known, 45)  # noqa: S311 no secret hangs on it
        subject, trouble = SUBJECTS[story % len(SUBJECTS)], TROUBLES[story % len(TROUBLES)]
        place = FIRST[story % len(FIRST)] + LAST[story // len(FIRST) % len(LAST)]
        people = [
            f"{GIVEN[(story + n) % len(GIVEN)]} {FAMILY[(story // 3 + n) % len(FAMILY)]}"
            for n in range(2)
        ]
        began = FIRST_DAY + timedelta(days=7 * story)
        made = [
            _article(subject, trouble, place, people, began + timedelta(days=n), n)
            + "".join(f"\n\n{_of_its_own(rare, at + n)}" for at in (0, 15, 30))
            for n in range(OF_A_STORY - 1)
        ]
        yield from made
        yield made[-1].replace(PUBLISHERS[OF_A_STORY - 2], PUBLISHERS[-1])


def _article(
    subject: str, trouble: str, place: str, people: list[str], day: date, number: int
) -> str:
    engineer, mayor = people
    heads = (
        f"{place} {subject} closed after {trouble}",
        f"Mayor defends closing of {subject} in {place}",
        f"Repairs to {place} {subject} will cost more",
        f"{place} {subject} to reopen next month",
    )
    said = (
        f"“Nobody in {place} warned us of the {trouble} before the {subject} had to close,”",
        f"“The {subject} needs {41 + number} workers before {place} can use it again,”",
        f"“We found {trouble} under the roof of the {subject} in {place},”",
        f"“{engineer} told {place} the truth about its {subject} and the {trouble},”",
    )
    lead = (
        f"{place.upper()} — The {subject} of {place} was closed on {day.day} {day:%B %Y} after ",
        f"{trouble} was found, {engineer}, the chief engineer, said.",
    )
    visits = (
        f"About {1200 + 300 * number} people visit the {subject} of {place} every week, the ",
        f"council said. {engineer} inspected the {subject} on {day:%A}.",
    )
    return "\n\n".join(
        (
            heads[number],
            f"By {mayor.split()[0]} Writer, {PUBLISHERS[number]}, {day.day} {day:%B %Y}",
            "".join(lead),
            f"{said[number]} said {mayor}, the mayor of {place}.",
            "".join(visits),
        )
    )


def _of_its_own(rare: list[str], number: int) -> str:
    """Sentences of words that no other story has."""
    words = rare[number:] + rare[:number]
    return (
        f"The {words[0]} and the {words[1]} were kept from the {words[2]}, and {words[3]} of "
        f"{words[4]} had {words[5]} and {words[6]}. A {words[7]} brought {words[8]}, {words[9]} "
        f"and {words[10]} to the {words[11]}; the {words[12]} was {words[13]} with {words[14]}."
    )
