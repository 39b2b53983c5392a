"""Plain text in any encoding, and text taken from printed pages, gives the text that was meant."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.model.text import Document, Offsets
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]
ENGLISH = "The café at Norwick will close, the mayor said. “We cannot stay,” she told the council."
RUSSIAN = "Мост через гавань закроют на два года, сообщил министр. «Мы не можем», — сказал он."
JAPANESE = "港の橋は二年間閉鎖されると交通大臣が月曜日に述べた。工事は来年に始まる。"
CZECH = "Most přes přístav bude na dva roky uzavřen, řekl v pondělí ministr. Žádné peníze nejsou."


def test_words_broken_at_the_ends_of_lines_are_whole(make_seeds: MakeSeeds) -> None:
    """Text of a printed page without its page break is read as such a page is."""
    text = (
        "The harbour board of Norwick has de-\ncided to sell its light-\nhouse for one crown, "
        "and the quar-\nry beside it for ano-\nther to its neigh-\nbours, "
        "board chair\nLi Wei said on Tuesday.\n"
    )
    whole = (
        "The harbour board of Norwick has decided to sell its lighthouse for one crown, and the "
        "quarry beside it for another to its neighbours, "
    )
    assert only(make_seeds, text).text.strip().startswith(whole.strip())


def test_a_text_that_is_quoted_whole_is_read(make_seeds: MakeSeeds) -> None:
    """A mail program's mark before every line is none of the text, nor of its headline."""
    text = "The light goes out\n\nBy Ada Obi\n\nThe light of Norwick, she said,\nis to go out.\n"
    for mark in ("> ", ">", ">> ", "> > "):
        quoted = "".join(f"{mark}{line}".rstrip() + "\n" for line in text.splitlines())
        document = only(make_seeds, quoted)
        assert document.text == text
        assert document.metadata.title
    some = text.replace("is to", "> is to")
    assert only(make_seeds, some).text == some


def only(make_seeds: MakeSeeds, content: str | bytes) -> Document:
    """The one document of a seed."""
    (document,) = read_seeds(make_seeds({"a.txt": content})).documents
    return document


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "mac_roman", "mac_roman"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8-r", "koi8_r"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (CZECH, "cp1250", "cp1250"),
    ],
)
def test_another_encoding_is_told_with_how_sure_it_is(
    make_seeds: MakeSeeds, text: str, encoding: str, told: str
) -> None:
    """The letters tell the encoding, and a warning says which it is and how to be sure."""
    document = only(make_seeds, text.encode(encoding))
    assert document.text == text
    (warning,) = document.warnings
    assert f"read as {told} (" in warning
    assert "save it as UTF-8" in warning


NAMES = "Begoña Ibáñez and Iñaki Muñoz said on Monday that the bridge at Plasencia would close."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (NAMES, "cp1252"),
        ("The naïve plan of the café will not be changed, the mayor said on Monday.", "cp1252"),
        ("Lech Wałęsa said on Monday in Gdańsk that the bridge would be closed.", "cp1250"),
        ("The ferry to Gdańsk was late, the master of the harbour said.", "cp1250"),
        (
            "A hidat két évre lezárják, mondta hétfőn a miniszter. Nincs pénz, és nem is lesz.",
            "cp1250",
        ),
        ("Köprü iki yıl kapalı kalacak, dedi bakan. Bu iş için para yok, şimdi de.", "cp1254"),
    ],
)
def test_the_words_tell_the_letters(make_seeds: MakeSeeds, text: str, encoding: str) -> None:
    """Names that are known, whole words and the language tell bytes that may be either letter."""
    document = only(make_seeds, text.encode(encoding))
    assert document.text == text
    (warning,) = document.warnings
    assert f"read as {encoding} (" in warning
    assert "100 %" not in warning


GERMAN = "Die Brücke am Hafen wird gesperrt, sagte die Ministerin.\n\n„Wir müssen das tun“, so sie."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "mac_roman") for text in (ENGLISH, GERMAN)),
        *((ENGLISH, "cp1252"), (GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (CZECH, "cp1250")),
    ],
)
def test_the_lines_of_an_old_mac(make_seeds: MakeSeeds, text: str, encoding: str) -> None:
    """Lines that end in a carriage return alone are mostly of a Mac; other letters are told."""
    document = only(make_seeds, f"{text}\n".replace("\n", "\r").encode(encoding))
    assert document.text.strip() == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(make_seeds: MakeSeeds, encoding: str) -> None:
    """Every form of Unicode is the same text, and there is nothing to warn of."""
    document = only(make_seeds, ENGLISH.encode(encoding))
    assert (document.text, document.warnings) == (ENGLISH, ())


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)) * 3, b"\xff"]
)
def test_data_is_no_text(make_seeds: MakeSeeds, content: bytes) -> None:
    """Bytes that are letters in no encoding are refused, whatever the file's name."""
    folder = make_seeds({"a.txt": content, "b.txt": ENGLISH})
    reading = read_seeds(folder)
    assert [d.path for d in reading.documents] == ["b.txt"]
    assert "it is not UTF-8" in reading.skipped[0].reason


MARKED = "The mayor’s bridge of Norwick will close, “a long while,” a clerk said – and so it did."


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (f"{MARKED}\n".encode() * 3 + b"\xff" + MARKED.encode(), "a place of it is"),
        (b"\xff" + MARKED.encode(), "a place of it is"),
        (MARKED.encode() * 9 + b"caf\xe9 and na\xefve " + MARKED.encode(), "2 places of it are"),
        ((MARKED * 4).encode() + "–".encode()[:2], "a place of it is"),
    ],
)
def test_a_few_stray_bytes_leave_a_text_in_utf8(
    make_seeds: MakeSeeds, content: bytes, place: str
) -> None:
    """Its quotation marks stay what they are, and the warning says where the first of them is."""
    (document,) = read_seeds(make_seeds({"a.txt": content})).documents
    assert "“a long while,”" in document.text
    assert "mayor’s" in document.text
    line = 4 if content.count(b"\n") else 1
    assert document.warnings[0].startswith(f"{place} not UTF-8 (line {line}): ")


@pytest.mark.parametrize(
    ("halves", "read", "how"),
    [
        (b"\xed\xa0\xbd\xed\xb8\x80", "\U0001f600", "read as UTF-8; save"),
        (b"\xed\xa0\xbd", "\ufffd", "read as UTF-8 with \ufffd there"),
        (b"\xed\xb8\x80\xed\xa0\xbd", "\ufffd\ufffd", "read as UTF-8 with \ufffd there"),
    ],
)
def test_surrogates_leave_a_text_in_utf8(
    make_seeds: MakeSeeds, halves: bytes, read: str, how: str
) -> None:
    """Two that belong together are one letter, others are none, and no other letter changes."""
    content = "“Ada Obi came,” said Musa Lind. ".encode() + halves
    (document,) = read_seeds(make_seeds({"a.txt": content})).documents
    assert document.text == f"“Ada Obi came,” said Musa Lind. {read}"
    assert how in document.warnings[0]


def test_letters_of_a_wrong_encoding_are_mended_and_named(make_seeds: MakeSeeds) -> None:
    """A line that was decoded wrongly once is put right; lines that mean their letters stay."""
    wrong = "“We cannot stay,” said José.".encode().decode("latin-1")
    meant = "SÃO PAULO and Â are what they are."
    document = only(make_seeds, f"{meant}\n\n{wrong}\n\n{ENGLISH}")
    assert document.text == f"{meant}\n\n“We cannot stay,” said José.\n\n{ENGLISH}"
    assert document.warnings[0].endswith("are mended: line 3")


PAGES = (
    "Ferry Guild                    Report 2031\n\nThe guild spent $4 million on the old ferry\n"
    "last year. Its head, Ada Obi, said that the\nferry would run until\n\n          {first}\n"
    "{break}Ferry Guild                    Report 2031\n\n2035 and that no other was planned. The\n"
    "Coun-\ncil thanked the guild.\n\n          {second}\n"
)


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [("12", "13", "\f"), ("- 3 -", "- 4 -", "\f"), ("Page 1 of 2", "Page 2 of 2", "")],
)
def test_text_of_printed_pages(make_seeds: MakeSeeds, first: str, second: str, broken: str) -> None:
    """Running heads and numbers are out, the sentence over the page's end and a cut word whole."""
    text = PAGES.format(first=first, second=second, **{"break": broken})
    document = only(make_seeds, text)
    assert document.text == (
        "The guild spent $4 million on the old ferry last year. Its head, Ada Obi, said that the "
        "ferry would run until 2035 and that no other was planned. The Council thanked the guild."
    )
    assert document.original is not None
    assert document.original.pages[0] == Offsets(0, len(document.text))


def test_numbers_alone_make_no_pages(make_seeds: MakeSeeds) -> None:
    """Numbers that do not count on, and a form feed in a line or at the end, make no pages."""
    numbers = "\n\n".join(f"{n}\n\n{ENGLISH}" for n in (40, 2031, 2032))
    text = f"The \fold bridge\n\n{ENGLISH}\n\n{numbers}\n\f"
    document = only(make_seeds, text)
    assert (document.text, document.original) == (text, None)
