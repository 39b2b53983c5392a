"""Bytes to text: by byte order mark, as UTF-8, as declared, else as what their patterns tell."""

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from charset_normalizer import CharsetMatch, from_bytes

from generator.language.identification import find_language
from generator.language.lexicons import load_rows, load_words

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
DECLARED_WITHIN = 4096
TEXT_ENCODINGS = re.compile(
    r"(?:utf|iso8859|cp|mac|koi8|gb|big5|shift_jis|euc|ascii|latin|hz|johab|ptcp|tis)[\w-]*"
)
USUAL = "cp1252"
GUESSED = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("koi8_r", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)
"""What files without a mark are in; rare encodings would only win short texts by chance."""
RIVALS = frozenset({"cp1252", "cp1250", "cp1254", "cp1257"})
"""Encodings of Latin letters in which nearly any bytes are some letters."""
CENTRAL = "cp1250"
"""Of central Europe: what the usual one is most often mistaken for."""
WRITTEN_IN = {"cs": CENTRAL, "hu": CENTRAL, "pl": CENTRAL, "ro": CENTRAL, "tr": "cp1254"}
"""What texts of a language are in that is not written with the letters of the usual encoding."""
HIGH = re.compile(rb"[A-Za-z]{0,40}[\x80-\xff][A-Za-z\x80-\xff]{0,40}")
EDGES = "“”‘’„‚«»…–—·•‹› "
OLD_MAC = ("mac_roman",)
"""What files are in whose lines end as those of no other system do, unless others are cleaner."""
SAMPLE = 100_000
"""Bytes of which an encoding is guessed."""
LEAST_WIDE = 4
WIDE_SHARE = 0.1
"""At least this share of the bytes at one of two places is zero in UTF-16 of European letters."""
NO_LETTER = "\ufffd"
LEAST_WHOLE, WHOLE_TO_STRAY = 4, 4
"""Bytes of letters that are whole in UTF-8: so many at least, and so many for each that is none."""
MADE_OF = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u2018-\u203a\u20ac\u0152-\u017e\u0192\u02c6\u02dc]"
)
"""A lead byte and what follows it, each read as a letter of its own."""
MENDED_STEPS = frozenset({"encode", "decode", "transcode", "apply"})
MOST_NAMED = 5
CONTROLS = tuple(bytes([code]) for code in range(32) if code not in b"\t\n\r\f")
MOST_CHAOS = 0.15
"""What is more mixed than this is no text in any encoding."""
LEAST_BYTES = 30
"""Fewer tell nothing."""


def decode(content: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text, and a warning where its encoding is a guess; `declared` is what a header says."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ()
    match = DECLARED.search(content[:DECLARED_WITHIN])
    stated = declared or (match.group(1).decode("ascii", "ignore") if match else "")
    for encoding in (*find_wide(content), "utf-8", _known(stated)):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return mend(text)
    return _nearly_utf8(content) or _guessed(content)


def _nearly_utf8(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """The text of a file in UTF-8 with a few bytes that are none, which are named; else None.

    In other encodings hardly any letters are whole in UTF-8, in CJK ones as many are not.
    """
    joined = _joined_surrogates(content)
    text = content.decode("utf-8", "replace") if joined is None else joined
    stray = text.count(NO_LETTER) - content.count(NO_LETTER.encode())
    whole = sum(len(letter.encode()) for letter in text if letter > "\x7f" and letter != NO_LETTER)
    if joined is None and (not stray or whole < max(LEAST_WHOLE, WHOLE_TO_STRAY * stray)):
        return None
    line = _sound(content).count(b"\n") + 1
    what = f"{stray} places of it are" if stray > 1 else "a place of it is"
    mended, warnings = mend(text)
    how = f" with {NO_LETTER} there" if stray else ""
    warning = f"{what} not UTF-8 (line {line}): read as UTF-8{how}"
    return mended, (f"{warning}; save it as UTF-8", *warnings)


def _joined_surrogates(content: bytes) -> str | None:
    """The text of a file that is UTF-8 but for surrogates, pairs of which are one letter."""
    try:
        text = content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _sound(content: bytes) -> bytes:
    """What stands before the first byte that is not UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content[: error.start]
    return content


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with lines that were decoded wrongly once before put right, and which they are.

    Only steps that can be undone byte by byte are taken: a letter that means itself stays.
    """
    if not MADE_OF.search(text):
        return text, ()
    from ftfy import fix_encoding_and_explain  # noqa: PLC0415 slow to import, and hardly ever asked

    lines = text.split("\n")
    mended: list[int] = []
    for i, line in enumerate(lines):
        if not MADE_OF.search(line):
            continue
        fixed = fix_encoding_and_explain(line)
        steps = {step.action for step in fixed.explanation or ()}
        if fixed.text != line and steps <= MENDED_STEPS and "\n" not in fixed.text:
            lines[i] = fixed.text
            mended.append(i + 1)
    if not mended:
        return text, ()
    places = ", ".join(map(str, mended[:MOST_NAMED])) + (", …" if len(mended) > MOST_NAMED else "")
    warning = f"letters such as â€œ, left by a wrong encoding, are mended: line {places}"
    return "\n".join(lines), (warning,)


def find_wide(content: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark, told by the zero bytes between its letters."""
    sample = content[: SAMPLE // 2 * 2]
    if len(content) % 2 or len(sample) < LEAST_WIDE:
        return ()
    even, odd = (sample[i::2].count(0) / (len(sample) / 2) for i in (0, 1))
    if max(even, odd) < WIDE_SHARE or min(even, odd) > WIDE_SHARE / 10:
        return ()
    return ("utf-16-le",) if odd > even else ("utf-16-be",)


def _guessed(content: bytes) -> tuple[str, tuple[str, ...]]:
    """What the patterns of the letters tell, with how sure that is."""
    best = _best(content)
    usual = content.decode(USUAL, "replace")
    if best is None:
        warning = "its encoding is not known: it is read as Windows-1252; save it as UTF-8"
        return usual, (warning,)
    text = content.decode(best.encoding, "replace")
    encoding, share = USUAL if text == usual else best.encoding, 1.0
    if encoding in RIVALS:
        encoding, share = _likeliest(content, best.encoding)
        text = content.decode(encoding, "replace")
    sure = round(100 * (1 - best.chaos) * share)
    how = f"it is read as {encoding} ({sure} % sure)"
    warning = f"it is not UTF-8: {how}; save it as UTF-8 if that is wrong"
    return text, (warning,)


def _likeliest(content: bytes, found: str) -> tuple[str, float]:
    """Which encoding of Latin letters the words tell, and how surely.

    Each word with a letter that the encodings do not share is one that is known in one of them, or
    whole in one of them, or else such as the text's language is written in.
    """
    language = find_language(content[:SAMPLE].decode(USUAL, "replace"))
    own = WRITTEN_IN.get(language, USUAL)
    readings = [e for e in dict.fromkeys((own, USUAL, CENTRAL, found)) if _can_be(content, e)]
    told = Counter(
        _told_by(word, readings) for word in dict.fromkeys(HIGH.findall(content[:SAMPLE]))
    )
    told.pop("", None)
    if not told:
        return (USUAL if USUAL in readings else found), 1.0
    best = max(readings, key=lambda e: told[e], default=found)  # of as many the language's own
    return best, (told[best] + 1) / (told.total() + 2)


def _told_by(word: bytes, readings: Sequence[str]) -> str:
    """The encoding that a word tells, "" where it is the same in all."""
    written = {e: word.decode(e).strip(EDGES) for e in readings}
    if len(set(written.values())) < 2:
        return ""
    known = [e for e, w in written.items() if w in _names()]
    whole = [e for e, w in written.items() if w.isalpha()]
    return (known or whole or readings)[0]


def _can_be(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Names of persons and towns: what letters of another language mostly stand in."""
    rows = (*load_rows("given_names"), *load_rows("towns"))
    return frozenset((*load_words("surnames"), *(row[0] for row in rows)))


def is_text(content: bytes) -> bool:
    """Whether bytes that are not UTF-8 are letters in some encoding, and no data."""
    if find_wide(content) or any(content.startswith(mark) for mark, _ in MARKS):
        return True
    controls = sum(content[:SAMPLE].count(code) for code in CONTROLS)
    if len(content) < LEAST_BYTES or controls > len(content[:SAMPLE]) / 100:
        return False
    if _nearly_utf8(content):
        return True
    best = _best(content)
    return best is not None and best.chaos <= MOST_CHAOS


def _best(content: bytes) -> CharsetMatch | None:
    old = b"\r" in content and b"\n" not in content
    asked = (OLD_MAC, GUESSED) if old else (GUESSED,)
    found = [
        from_bytes(content[:SAMPLE], cp_isolation=list(names), preemptive_behaviour=False).best()
        for names in asked
    ]
    return min((match for match in found if match), key=lambda match: match.chaos, default=None)


def _known(name: str) -> str:
    """The encoding's name in Python; UTF-8 for one that is none of texts."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    if known in ("iso8859-1", "ascii"):  # as browsers read them
        return "cp1252"
    return known if TEXT_ENCODINGS.fullmatch(known) else "utf-8"
