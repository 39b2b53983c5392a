"""A document in a language without word lists: what needs none is there, and the rest is told."""

from pathlib import Path

import pytest

from generator.config.limits import LimitSettings
from generator.extract.annotate import find_annotations
from generator.language.pipeline import LanguageModel
from generator.read.seeds import read_seeds
from generator.resolve.assemble import assemble_corpus

RUSSIAN = """Мост через гавань закрыт

12 мая 2031 года

Старый мост через гавань закроют, сообщил министр.
«Мы не можем чинить старый мост», — сказал министр. Старый мост был построен 3 июня 1968 года.
"""
TEXTS = {
    "ru": (RUSSIAN, "старый мост", ["2031-05-12", "1968-06-03"], "Мы не можем чинить старый мост"),
}


@pytest.mark.parametrize("language", TEXTS)
def test_what_needs_no_word_lists(tmp_path: Path, model: LanguageModel, language: str) -> None:
    """Its date, the days that it writes out, quoted runs and keyphrases, with a plain warning."""
    text, phrase, days, quoted = TEXTS[language]
    (tmp_path / "a.txt").write_text(text, "utf-8")
    documents = read_seeds(tmp_path).documents
    found = [find_annotations(d, model=model) for d in documents]
    corpus = assemble_corpus(documents, found, limits=LimitSettings())
    row = corpus.documents[0]
    assert row.document.language == language
    assert row.document.metadata.published is not None
    assert row.document.metadata.published.value == days[0]
    assert [d.value for d in corpus.dates] == days
    assert [q.text.strip() for q in corpus.quotations] == [quoted]
    words = {word for k in row.keyphrases for word in k.text.lower().split()}
    assert set(phrase.split()) <= words
    assert f"there are no word lists for its language ({language})" in row.warnings[0]
    assert row.failures == ()


UNSPACED = {
    "ja": (
        (
            "古い橋が春まで閉鎖\n\n2031年5月12日\n\n港の古い橋は春まで閉鎖されると大臣が述べた。"
            "「橋は安全ではない」と大臣は語った。橋は1968年6月3日に開通した。\n"
        ),
        "古い橋が春まで閉鎖",
        ["橋は安全ではない"],
    ),
    "zh": (
        (
            "港口旧桥将关闭到春天\n\n2031年5月12日\n\n部长周一表示，港口的旧桥将关闭到明年春天。"
            "“这座桥并不安全。”部长说。该桥于1968年6月3日通车。\n"
        ),
        "港口旧桥将关闭到春天",
        ["这座桥并不安全。"],
    ),
    "ar": (
        (
            "إغلاق الجسر القديم حتى الربيع\n\n١٢ مايو ٢٠٣١\n\n"
            "قال الوزير يوم الاثنين إن الجسر القديم في الميناء سيغلق حتى الربيع.\n\n"
            "«الجسر ليس آمنا»، قال الوزير. افتتح الجسر في 3 يونيو 1968.\n"
        ),
        "إغلاق الجسر القديم حتى الربيع",
        ["الجسر ليس آمنا"],
    ),
}


@pytest.mark.parametrize("language", UNSPACED)
def test_title_days_and_quotations_in_other_scripts(
    tmp_path: Path, model: LanguageModel, language: str
) -> None:
    """Scripts without blanks, marks at the corners, digits and months of the Arabic script."""
    text, title, quoted = UNSPACED[language]
    (tmp_path / "a.txt").write_text(text, "utf-8")
    documents = read_seeds(tmp_path).documents
    found = [find_annotations(d, model=model) for d in documents]
    corpus = assemble_corpus(documents, found, limits=LimitSettings())
    meta = corpus.documents[0].document.metadata
    assert corpus.documents[0].document.language == language
    assert meta.title
    assert meta.title.value == title
    assert meta.published
    assert meta.published.value == "2031-05-12"
    assert [d.value for d in corpus.dates] == ["2031-05-12", "1968-06-03"]
    assert [q.text for q in corpus.quotations] == quoted


STORY = "The mayor of Norwick said on Monday that the old bridge will close until next spring."


def test_a_copy_keeps_its_row_and_names_the_first(tmp_path: Path, model: LanguageModel) -> None:
    """The same text twice is two documents, and one says of which it is a copy."""
    for name in ("b.txt", "c.txt"):
        (tmp_path / name).write_text(f"The bridge\n\n{STORY}\n", "utf-8")
    (tmp_path / "a.txt").write_text(f"The ferry\n\n{STORY.replace('bridge', 'ferry')}\n", "utf-8")
    documents = read_seeds(tmp_path).documents
    found = [find_annotations(d, model=model) for d in documents]
    corpus = assemble_corpus(documents, found, limits=LimitSettings())
    assert [(r.document.id, r.copy_of) for r in corpus.documents] == [
        ("a", None),
        ("b", None),
        ("c", "b"),
    ]


BYLINES = {
    "de": (
        "Von Ada Obi und Li Wei, Norwick",
        "Die alte Brücke von Norwick wird bis zum Frühjahr gesperrt, sagte der Minister am Montag.",
    ),
    "es": (
        "Por Ada Obi y Li Wei",
        "El viejo puente de Norwick cerrará hasta la primavera, dijo el lunes el ministro.",
    ),
    "nl": (
        "Door Ada Obi en Li Wei",
        "De oude brug van Norwick gaat tot het voorjaar dicht, zei de minister op maandag.",
    ),
}


@pytest.mark.parametrize("language", BYLINES)
def test_a_byline_needs_no_word_lists(tmp_path: Path, language: str) -> None:
    """What stands before the names is known in many languages; a sentence is no byline."""
    line, story = BYLINES[language]
    other = f"{line.split(',')[0]} {story[0].lower()}{story[1:]}"
    text = f"{story.split(',')[0]}\n\n{line}\n\n12.05.2031\n\n{story}\n\n{other}\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (document,) = read_seeds(tmp_path).documents
    assert document.language == language
    assert [a.value for a in document.metadata.authors] == ["Ada Obi", "Li Wei"]
    assert [z.rule for z in document.zones].count("byline") == 1
