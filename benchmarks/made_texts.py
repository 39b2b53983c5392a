"""Texts that nobody wrote: made from a grammar of marks, names, dates and front matter, or mutated.

The same number gives the same text everywhere. What is made is meant to be odd: marks that open
and never close, days that no calendar has, runs of one letter, front matter that is no YAML.
"""

from collections.abc import Callable
from random import Random

GIVEN = ("Ada", "Bo", "Chidi", "Dorte", "Elif", "Farid", "Greta", "Hana", "Ivo", "Ngozi")
FAMILY = ("Okoye", "Lund", "Bergmann", "de la Cruz", "O’Hara", "St. John", "van Dijk", "Ek-Berg")
TITLES = ("Mr", "Mrs", "Dr.", "President", "Foreign Minister", "Sen.", "Professor", "the mayor")
BODIES = ("Harbour Board", "Ministry of Tides", "Norland Bank", "Union of Weavers", "UNB")
PLACES = ("Norland", "Port Ember", "Sankt Olof", "East Vale", "the Lower Reach")
DATES = (
    *("May 19", "19 May 2024", "on Monday", "last week", "in February", "31 February 2023"),
    *("29/02/2023", "2024-13-45", "0000-00-00", "Dec. 31, 9999", "in 1066", "the 1990s", "44 BC"),
    *("three years ago", "next Whitsun", "30 Feb", "13/13/13", "at 25:61", "the 32nd of March"),
)
MARKS = (
    *(
        "“{}”",
        '"{}"',
        "‘{}’",
        "'{}'",
        "«{}»",
        "„{}“",
        "``{}''",
        "“{}",
        "{}”",
        '"{}',
        "‘{}",
        "''{}''",
    ),
    *("“‘{}’”", "»{}«", "“{}“", '"{}"" "'),
)
VERBS = ("said", "told reporters", "asked", "refused to say", "wrote", "added", "warned", "denied")
THINGS = (
    "the dam",
    "12 people",
    "a $1.2 million plan",
    "the talks",
    "5 to 7 percent",
    "it",
    "they",
)
ACTS = ("closed", "was arrested", "has risen by 8 per cent", "met", "would never sign", "killed")
NOISE = (
    *('"' * 40, "(" * 30, "a " * 60, "A. " * 30, "x" * 300, "“‘" * 20, "[1][2][3]", "\u200b\u200f"),
    *(
        "\u202eabc\u202c",
        "e\u0301\u0301\u0301",
        "👩\u200d🔬",
        "\x00",
        "\x1b[31m",
        "{{ x }}",
        "<b>",
        "$" * 9,
    ),
    *(
        "%% private %%",
        "<!-- private -->",
        "| a | b |",
        "- " * 20,
        "http://x.example/a?b=c&d",
        "\t",
    ),
)
FRONT = (
    "title: {name}\ndate: 2024-05-19\n",
    "title: '{name}\ndate: [\n",
    "author: {name}\npublished: 31 February 2023\n",
    "published: 0000-01-01\nlanguage: en\n",
    "title: *nothing\n",
    "a: &a [*a]\n",
    "- {name}\n",
    "genre: news\npublisher: {name}\nurl: javascript:alert(1)\n",
)


class _Writer:
    """Makes the parts of one text."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def _one(self, choices: tuple[str, ...]) -> str:
        return self._random.choice(choices)

    def _name(self) -> str:
        if self._random.random() < 0.2:
            return self._one(BODIES)
        name = f"{self._one(GIVEN)} {self._one(FAMILY)}"
        return f"{self._one(TITLES)} {name}" if self._random.random() < 0.3 else name

    def _clause(self) -> str:
        return f"{self._name()} {self._one(ACTS)} {self._one(THINGS)} {self._one(DATES)}"

    def _quoted(self, depth: int = 0) -> str:
        inner = self._quoted(depth + 1) if depth < 3 and self._random.random() < 0.2 else ""
        return self._one(MARKS).format(f"{self._clause()}{self._one((',', '.', '!', ''))}{inner}")

    def _sentence(self) -> str:
        verb, name = self._one(VERBS), self._name()
        shapes: tuple[Callable[[], str], ...] = (
            lambda: f"{self._clause()}.",
            lambda: f"{self._quoted()} {verb} {name}.",
            lambda: f"{name} {verb}: {self._quoted()}",
            lambda: f"{name} {verb} that {self._clause()}.",
            lambda: f"According to {name}, {self._clause()}.",
            lambda: f"He {verb} {self._quoted()} and she {verb} so to {name}, who {verb} it.",
            lambda: f"{name.upper()}: {self._clause()}",
            lambda: f"— {name}",
            lambda: f"{self._one(NOISE)} {self._clause()}",
        )
        return self._random.choice(shapes)()

    def _paragraph(self) -> str:
        count = self._random.choice((1, 1, 2, 3, 6))
        return " ".join(self._sentence() for _ in range(count))

    def text(self) -> str:
        """Front matter now and then, a headline, a byline, paragraphs."""
        chance = self._random.random
        front = f"---\n{self._one(FRONT).format(name=self._name())}---\n" if chance() < 0.3 else ""
        head = f"{'# ' * (chance() < 0.3)}{self._clause()}\n\n" if chance() < 0.7 else ""
        by = f"By {self._name()}\n{self._one(DATES)}\n\n" if chance() < 0.5 else ""
        place = f"{self._one(PLACES).upper()} ({self._one(BODIES)}) — " if chance() < 0.4 else ""
        gap = self._one(("\n\n", "\n", "\r\n\r\n", "\n\n\n"))
        body = gap.join(self._paragraph() for _ in range(self._random.randint(1, 12)))
        return f"{front}{head}{by}{place}{body}"


def made_text(number: int) -> str:
    """The text with this number; always the same."""
    return _Writer(Random(f"made {number}")).text()  # noqa: S311 no secret hangs on it


def mutated(text: str, number: int) -> str:
    """A text with one thing wrong: cut off, a mark doubled, lines joined, letters swapped, case."""
    random = Random(f"mutated {number}")  # noqa: S311 no secret hangs on it
    at = random.randrange(len(text)) if text else 0
    marks = [i for i, c in enumerate(text) if c in "“”‘’\"'«»()[]"] or [at]
    doubled = random.choice(marks)
    ways: tuple[Callable[[], str], ...] = (
        lambda: text[:at],
        lambda: text[:doubled] + text[doubled : doubled + 1] + text[doubled:],
        lambda: " ".join(text.split("\n")),
        lambda: text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        text.upper,
        text.lower,
    )
    return random.choice(ways)()
