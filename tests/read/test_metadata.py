"""What is known of a document as a publication, each fact with its evidence."""

from pathlib import Path

import pytest

from generator.language.identification import find_language
from generator.model.text import Fact
from generator.read.seeds import read_seeds

STORY = "The minister resigned on Monday after a long day of talks with her party.\n\n"


def read(folder: Path, text: str) -> dict[str, str | list[str] | None]:
    """The facts of one document by name."""
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(text, "utf-8")
    (document,) = read_seeds(folder).documents
    meta = document.metadata
    facts: dict[str, str | list[str] | None] = {"authors": [a.value for a in meta.authors]}
    for name in ("title", "publisher", "published", "genre", "licence"):
        fact: Fact | None = getattr(meta, name)
        facts[name] = fact.value if fact else None
        if fact and fact.evidence:
            stated = document.text[fact.evidence.start : fact.evidence.end]
            assert fact.how == "inferred" or stated == fact.value or name == "published"
    return facts


PULLED = (
    "[ Skip to main content ](#main)\n\n  * [ Home ](https://ferry.example/)\n"
    "  * [ Sport ](https://ferry.example/sport)\n\n#  Why she left\n\n"
    f"[ Ada Obi ](https://ferry.example/ada)\n\n6 May 2024\n\n{STORY * 2}"
)
"""What a program makes of a page's source: Markdown, whatever the file is called."""


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        (f"Opinion: Why she left\n\n{STORY * 2}", "title", "Why she left"),
        (f"Opinion: Why she left\n\n{STORY * 2}", "genre", "Opinion"),
        (f"Why she left: a story\n\n{STORY * 2}", "title", "Why she left: a story"),
        (STORY * 3, "title", None),
        (f"Why she left\n\nBy Ada Obi and Li Wei\n\n{STORY * 2}", "authors", ["Ada Obi", "Li Wei"]),
        (
            f"Why\n\nBy Ada Obi and Li Wei\n\nBy Ada Obi\n\n{STORY}",
            "authors",
            ["Ada Obi", "Li Wei"],
        ),
        (f"{STORY * 2}Ada Obi is a columnist for the Ferry.", "authors", ["Ada Obi"]),
        (f"{STORY * 2}Ada Obi is a columnist for the Ferry.", "genre", "opinion"),
        (f"{STORY * 2}Source: Ferry/ab", "publisher", "Ferry"),
        (f"Why she left | Ferry Mail\n\n{STORY * 2}", "title", "Why she left"),
        (f"Why she left | Ferry Mail\n\n{STORY * 2}", "publisher", "Ferry Mail"),
        (f"Why she left - The Ferry Mail\n\n{STORY * 2}", "publisher", "Ferry Mail"),
        (f"Why she left - A Long Day\n\n{STORY * 2}", "title", "Why she left - A Long Day"),
        (f"Why she left\n\nAda Obi, Party reporter\n\n{STORY * 2}", "authors", ["Ada Obi"]),
        (f"Why she left\n\nAda Obi ada@ferry.example\n\n{STORY * 2}", "authors", ["Ada Obi"]),
        (f"Why she left\n\nBy Ada Obi | 6 May 2024\n\n{STORY * 2}", "published", "2024-05-06"),
        (f"Why she left\n\nBy Ada Obi, Chief Party Editor\n\n{STORY}", "authors", ["Ada Obi"]),
        (f"{STORY * 2}(Reporting by Ada Obi; Editing by Li Wei)", "authors", ["Ada Obi"]),
        (f"LAGOS, May 6 (Reuters) - {STORY * 2}", "publisher", "Reuters"),
        (f"{STORY * 2}© 2024 Ferry Mail. All rights reserved.", "publisher", "Ferry Mail"),
        (f"Q: Why did she go?\n\nA: {STORY}Q: And now?\n\nA: {STORY}", "genre", "transcript"),
        (f"Mr B EK: {STORY}The MAYOR: {STORY}Ms A LI: {STORY}", "genre", "transcript"),
        (f"BONDS: {STORY}ENERGY: {STORY}STOCKS: {STORY}", "genre", None),
        (f"Norwick (3-1): {STORY}Marlow (2-0): {STORY}Norwick (1-1): {STORY}", "genre", None),
        ("EAST SIDE\nNORWICK 3 1\nWEST SIDE\nMARLOW 2 0 7 1\n" * 4, "genre", None),
        (f"Why she left\n\nMay 6, 2024\n\n{STORY * 2}", "published", "2024-05-06"),
        (f"Why she left\n\n6 мая 2024 года\n\n{STORY * 2}", "published", "2024-05-06"),
        (f"Why she left\n\n1er août 2024\n\n{STORY * 2}", "published", "2024-08-01"),
        (f"Why she left\n\n2024年5月6日\n\n{STORY * 2}", "published", "2024-05-06"),
        (PULLED, "title", "Why she left"),
        (PULLED, "authors", ["Ada Obi"]),
        (PULLED, "published", "2024-05-06"),
        (f"Ada Obi\n\nBorn 23 January 1928 Oslo\n\n{STORY * 2}", "published", None),
        (f"{STORY * 2}Published: 6 May 2024", "published", "2024-05-06"),
        (
            f"{STORY * 2}This is republished from The Ferry under a Creative Commons licence.",
            "licence",
            "Creative Commons",
        ),
    ],
)
def test_fact(tmp_path: Path, text: str, fact: str, value: str | list[str] | None) -> None:
    """A fact is found where the document states it, and is missing where it does not."""
    assert read(tmp_path / "seeds", text)[fact] == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that she would not be at the meeting with the union.", "en"),
        ("Der Minister sagte, dass er nicht mit der Partei in das Amt gehen wird.", "de"),
        ("Le ministre a dit que la réunion avec les syndicats est dans une semaine.", "fr"),
        ("El ministro dijo que no iba a la reunión con los sindicatos de la ciudad.", "es"),
        ("会议将于星期一在首都举行。", "zh"),
        ("Министр сообщил, что мосты закроют на два года, если не будет денег.", "ru"),
        ("Міністр повідомив, що міст закриють на два роки, якщо не буде грошей.", "uk"),
        ("Міністр паведаміў, што мост закрыюць на два гады, калі не будзе грошай.", "be"),
        ("Министр ақша болмаса, көпір екі жылға жабылады деп хабарлады.", "kk"),
        ("Министерот рече дека мостот ќе биде затворен две години.", "mk"),
        ("Министар је рекао да ће мост бити затворен две године.", "sr"),
        ("وەزیر گوتی کە پردەکە دوو ساڵ دادەخرێت.", "ku"),
        ("Министърът съобщи, че мостът ще бъде затворен за две години.", "bg"),
        ("أغلقت البلدية سوق السمك لمدة شهرين، قال رئيس البلدية.", "ar"),
        ("وزیر گفت که پل بندر برای دو سال بسته خواهد شد.", "fa"),
        ("وزیر نے کہا کہ بندرگاہ کا پل دو سال کے لیے بند رہے گا۔", "ur"),
        ("मंत्री ने कहा कि पुल दो साल तक बंद रहेगा।", "und"),
        ("12 34 56", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    """The language is told by its commonest words or its script, and left open in doubt."""
    assert find_language(text) == language


DATE_LINES = [
    ("August 10, 2011 -- Updated 0947 GMT (1747 HKT)", "2011-08-10"),
    ("3 July 2013 Last updated at 09:12 GMT", "2013-07-03"),
    ("Story posted December 2, 2010 at 9:12 a.m.", "2010-12-02"),
    ("Last updated 13: 26 14 / 09 / 2013", "2013-09-14"),
    ("Thursday, 12/2/2010", "2010-12-02"),
    ("12/2/2010", None),
    ("2010-12-02", "2010-12-02"),
    ("02 Dec, 2010", "2010-12-02"),
    ("PUBLISHED : Thursday, 02 December, 2010, 12:00am", "2010-12-02"),
    ("Fri Aug 2, 2013 6: 50pm EDT", "2013-08-02"),
    ("Manila, Philippines - December 2, 2010", "2010-12-02"),
    ("The dam of Lubao was opened on 3 July 2013 by Mayor Ade", None),
]


@pytest.mark.parametrize(("line", "day"), DATE_LINES)
def test_the_day_as_newsrooms_print_it(line: str, day: str | None, tmp_path: Path) -> None:
    """A line with little but a date and when it was put there; no sentence that names a day."""
    text = (
        f"Council closes the old harbour bridge\n\n{line}\n\nThe council of Lubao closed the old "
        "harbour bridge after a storm, the mayor said. It will stay shut for a week.\n"
    )
    assert read(tmp_path / "seeds", text)["published"] == day


@pytest.mark.parametrize("line", ["8/2/13 at 1:30 PM", "8 / 2 / 13 at 1: 30 PM", "Posted 3/4/31"])
def test_a_day_without_its_century_is_no_title(line: str, tmp_path: Path) -> None:
    """A first line with little but a short date is above the headline; the day stays open."""
    text = (
        f"{line}\nCouncil closes the old harbour bridge\nThe council of Lubao closed the old "
        "harbour bridge after a storm, the mayor said. It will stay shut for a week.\n"
    )
    found = read(tmp_path / "seeds", text)
    assert (found["title"], found["published"]) == ("Council closes the old harbour bridge", None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norwick 3 1\nMarlow 2 0\nTarnby 1 1\n", "en"),
        ("मंत्री ने कहा कि पुल दो साल तक बंद रहेगा।", "und"),
        (
            "Cây cầu cũ bị đóng cửa hai năm, bà thị trưởng nói hôm thứ hai. Dân chúng rất lo lắng.",
            "und",
        ),
    ],
)
def test_only_a_table_takes_its_neighbours_language(
    tmp_path: Path, text: str, language: str
) -> None:
    """Running text in a language that is not known is not in that of the other files."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY * 3, "utf-8")
    (folder / "b.txt").write_text(text, "utf-8")
    (found,) = (d for d in read_seeds(folder).documents if d.path == "b.txt")
    assert found.language == language


DESKS = (
    *("Associated Press", "The Associated Press", "ASSOCIATED PRESS", "Press Association"),
    *("Agence France-Presse", "Xinhua News Agency", "Reuters Staff", "Our Foreign Staff"),
    *(
        "Our Correspondent",
        "Staff Reporter",
        "Telegraph Reporters",
        "News Desk",
        "BBC News",
        "Web Desk",
    ),
)


@pytest.mark.parametrize("desk", DESKS)
@pytest.mark.parametrize("before", ["", "Ada Obi and ", "Ada Obi, "])
def test_an_agency_or_a_desk_is_no_author(tmp_path: Path, desk: str, before: str) -> None:
    """Only who has a name of their own wrote it; the line is a byline all the same."""
    text = f"Bridge to close\n\nBy {before}{desk}\n\n12 May 2031\n\nIt will close for a year.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert [fact.value for fact in document.metadata.authors] == ["Ada Obi"][: bool(before)]
    assert document.zones[1].rule == "byline"


@pytest.mark.parametrize("name", ["Emily Post", "Emma Guest", "Charlotte Church", "Ada Press"])
def test_a_given_name_makes_a_person(tmp_path: Path, name: str) -> None:
    """A surname may be a word for a paper or a body."""
    text = f"Bridge to close\n\nBy {name}\n\n12 May 2031\n\nIt will close for a year.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert [fact.value for fact in document.metadata.authors] == [name]
