"""How sources are named: letters where there are few, publisher and day where there are many."""

from handmade import make_document

from generator.i18n.catalogue import load_catalogue
from generator.model.text import Document, Fact, Metadata
from generator.pages.source_labels import MOST_LETTERS, label_sources, letter

ENGLISH = load_catalogue("en")


def source(identifier: str, *, publisher: str = "", day: str = "", title: str = "") -> Document:
    """A document that states these facts."""

    def fact(value: str) -> Fact | None:
        return Fact(value, "stated", None, "date_line") if value else None

    made = make_document(["The harbour will reopen."], identifier=identifier)
    facts = Metadata(title=fact(title), publisher=fact(publisher), published=fact(day))
    return Document(
        identifier,
        made.path,
        made.media_type,
        made.sha256,
        made.text_sha256,
        made.text,
        made.language,
        facts,
        made.zones,
        made.sentences,
    )


def names(*documents: Document) -> list[str]:
    """The labels of these documents among so many others that letters say nothing."""
    others = [
        source(f"other{n}", publisher=f"Paper {n}", day="2025-01-01") for n in range(MOST_LETTERS)
    ]
    labels = label_sources([*documents, *others], ENGLISH)
    return [labels[d.id].text for d in documents]


def test_letters_run_on_after_z() -> None:
    """A document's letter is A to Z, then AA."""
    assert [letter(n) for n in (0, 25, 26)] == ["A", "Z", "AA"]


def test_few_sources_have_letters() -> None:
    """Up to six sources are named by letters."""
    labels = label_sources([source("one"), source("two")], ENGLISH)
    assert [(known.text, known.letter) for known in labels.values()] == [("A", True), ("B", True)]


def test_many_sources_have_names() -> None:
    """A publisher and a day, or what of them is stated, with words of the title for the rest."""
    assert names(
        source("a", publisher="Vallen Herald", day="2025-03-03", title="Bridge closed"),
        source("b", publisher="Vallen Herald", title="The bridge of Vallen is closed"),
        source("c", day="2025-03-04", title="Bridge closed"),
        source("d", title="Bridge closed again"),
        source("e"),
    ) == [
        "Vallen Herald, 3 Mar",
        "Vallen Herald, The bridge of Vallen…",
        "Bridge closed, 4 Mar",
        "Bridge closed again",
        "The harbour will reopen.",
    ]


def test_beside_a_headline_none_of_its_words_is_said_again() -> None:
    """Publisher and day stay; where no publisher is known, the day alone, or nothing."""
    herald = source("a", publisher="Vallen Herald", day="2025-03-03", title="Bridge closed")
    others = [source("c", day="2025-03-04", title="Bridge closed"), source("d", title="Bridge")]
    many = [source(f"x{n}", publisher=f"Paper {n}", day="2025-01-01") for n in range(MOST_LETTERS)]
    labels = label_sources([herald, *others, *many], ENGLISH)
    assert [labels[d].beside for d in "acd"] == ["Vallen Herald, 3 Mar", "4 Mar", ""]


def test_two_of_one_day_are_told_apart() -> None:
    """Two articles of one publisher on one day have a number each."""
    same = {"publisher": "Vallen Herald", "day": "2025-03-03"}
    assert names(source("a", **same), source("b", **same)) == [
        "Vallen Herald, 3 Mar (1)",
        "Vallen Herald, 3 Mar (2)",
    ]


def test_the_year_is_told_where_years_differ() -> None:
    """Labels carry the year as soon as the sources are of more than one."""
    assert names(source("a", publisher="Vallen Herald", day="2024-03-03")) == [
        "Vallen Herald, 3 Mar 2024"
    ]
