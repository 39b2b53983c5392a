"""Plain text in UTF-8: the reading text is the file's, its lines ended in one way."""

from generator.files.guarded import UnreadableError, decode_utf8
from generator.read.formats.blocks import Article, Bounds


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text as it stands."""
    return (Article(text=decode_lines(content, bounds)),)


def decode_lines(content: bytes, bounds: Bounds) -> str:
    """UTF-8 with or without a byte order mark, any line ends."""
    text = decode_utf8(content).replace("\r\n", "\n").replace("\r", "\n")
    most = bounds.text_characters
    if len(text) > most:
        raise UnreadableError(f"its text has more than {most} characters (limits.text_characters)")
    return text
