"""A folder of news that nobody wrote: stories over weeks, people by Zipf's law, reprints.

The same number of articles gives the same folder everywhere. Articles have a headline, a byline,
a dateline with the day, and paragraphs of reported and quoted speech in the proportions of the
development sets: about 145 words for a wire story, about 700 for a long article.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

GIVEN = (
    *("Ada", "Bola", "Chidi", "Dorte", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jun", "Kavya"),
    *("Luis", "Mina", "Ngozi", "Omar", "Petra", "Quentin", "Rosa", "Sami", "Tuva", "Uma", "Viktor"),
)
FAMILY = (
    *(
        "Okoye",
        "Lund",
        "Bergmann",
        "Haddad",
        "Tanaka",
        "Silva",
        "Novak",
        "Castro",
        "Demir",
        "Iqbal",
    ),
    *("Johansen", "Kaya", "Lopez", "Mensah", "Nowak", "Osei", "Petrov", "Rossi", "Sato", "Varga"),
)
OFFICES = ("the mayor", "a minister", "the harbour master", "a union leader", "the chief engineer")
PLACES = ("Vallen", "Merrow", "Port Ember", "East Vale", "Norland", "Sankt Olof", "Tarn", "Ostby")
BODIES = ("Harbour Board", "Water Council", "Railway Union", "Farmers League", "City Court")
MATTERS = (
    *(
        "bridge",
        "harvest",
        "strike",
        "budget",
        "flood",
        "school",
        "hospital",
        "railway",
        "election",
    ),
    *(
        "dam",
        "museum",
        "airport",
        "factory",
        "library",
        "road",
        "park",
        "ferry",
        "market",
        "tunnel",
    ),
)
DEEDS = ("closed", "reopened", "approved", "inspected", "sold", "delayed", "praised", "criticised")
PUBLISHERS = ("Vallen Herald", "Coast Courier", "Norland News", "The Tarn Post")
FIRST_DAY = date(2024, 1, 1)
A_STORY, WEEKS, REPRINTED = 8, 6, 0.05
"""Articles that tell of one story on average, weeks that it lasts, and the part that is a copy."""


class _Newsroom:
    """Writes one article after another."""

    def __init__(self, articles: int, words: int) -> None:
        self._random = Random(f"corpus {articles} {words}")  # noqa: S311 no secret hangs on it
        self._words = words
        self._people = [f"{g} {f}" for f in FAMILY for g in GIVEN]
        self._random.shuffle(self._people)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._people) + 1)))
        self._stories = max(1, articles // A_STORY)

    def _one(self, of: tuple[str, ...]) -> str:
        return self._random.choice(of)

    def _person(self) -> str:
        return self._random.choices(self._people, cum_weights=self._weights)[0]

    def articles(self, count: int) -> Iterator[tuple[str, str]]:
        """The names and texts of so many articles."""
        earlier: list[str] = []
        for number in range(count):
            copied = earlier and self._random.random() < REPRINTED
            body = self._random.choice(earlier[-50:]) if copied else self._article()
            earlier.append(body)
            yield f"{number:06d}.txt", body

    def _article(self) -> str:
        story = Random(f"story {self._random.randrange(self._stories)}")  # noqa: S311 no secret
        matter, place, body = (story.choice(of) for of in (MATTERS, PLACES, BODIES))
        day = FIRST_DAY + timedelta(story.randrange(300) + self._random.randrange(7 * WEEKS))
        who = self._person()
        head = f"{body} {self._one(DEEDS)} the {matter} of {place}"
        said = f"{day.day} {day:%B %Y}"
        paragraphs = [head, f"By {who}, {self._one(PUBLISHERS)}, {said}"]
        paragraphs.append(
            f"{place.upper()} — The {body} {self._one(DEEDS)} the {matter} of {place} on "
            f"{day:%A}, and {self._person()}, {self._one(OFFICES)}, called it a beginning."
        )
        while sum(len(p.split()) for p in paragraphs) < self._words:
            paragraphs.append(self._paragraph(matter, place, body))
        return "\n\n".join(paragraphs) + "\n"

    def _paragraph(self, matter: str, place: str, body: str) -> str:
        who, other = self._person(), self._person()
        number = self._random.randrange(3, 900)
        last = who.rpartition(" ")[2]
        shapes = (
            (
                f"“The {matter} needs {number} workers before the winter,” said {who}, "
                f"{self._one(OFFICES)}. “Nobody in {place} has told us when they will come.”"
            ),
            (
                f"{who} said that the {body} had {self._one(DEEDS)} the {matter} because of "
                f"{other}. {last} did not say what it had cost."
            ),
            (
                f"According to the {body}, {number} people in {place} use the {matter} every week. "
                f"{other} told reporters that the figure was higher in spring."
            ),
            (
                f"The {matter} was {self._one(DEEDS)} in {FIRST_DAY.year - number % 30}, and "
                f"{who} has asked for {number} million crowns to repair it next year."
            ),
            (
                f"{other} denied that the {body} knew of the plan. “We read of it in the papers, "
                f"like everybody else,” {other.rpartition(' ')[2]} said."
            ),
        )
        return self._random.choice(shapes)


def make_articles(articles: int, *, words: int = 145) -> Iterator[tuple[str, str]]:
    """The names and texts of so many articles of about so many words."""
    return _Newsroom(articles, words).articles(articles)


def make_corpus(folder: Path, articles: int, *, words: int = 145) -> None:
    """Write such articles into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in make_articles(articles, words=words):
        (folder / name).write_text(text, "utf-8")
