"""Mails and pages saved with their pictures (MHTML): the message's text, or the page in it."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message, MIMEPart
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from generator.files.guarded import BYTE_ORDER_MARK, UnreadableError, past_limit, shown_name
from generator.language.lexicons import ANY_LANGUAGE, languages_with, load_words
from generator.read.formats.blocks import (
    Article,
    Block,
    BlockKind,
    Bounds,
    alike,
    make_article,
    with_title,
)
from generator.read.formats.encoding import decode, find_wide
from generator.read.formats.html import read_page
from generator.read.formats.page_head import page_lines, parse_page
from generator.read.stated_values import plain
from generator.temporal import find_full_date

WORDS = rb"[^\s<>@,;:\"()\x00-\x1f]"
FOREIGN = re.compile(
    rb"(?<![^\s\"(<,:])(?:(?=%s*[\x80-\xff])%s+)(?: (?=%s*[\x80-\xff])%s+)*" % ((WORDS,) * 4)
)
"""Words of a head with letters beyond ASCII; blanks between two coded words would be lost."""
QUOTED = re.compile(r"(?:> ?)+")
RULED = re.compile(r"[-=*_~]{4,}")
"""A line that is drawn below a heading, or between parts."""
OTHERS = re.compile(r">|-{5}|_{5}|[A-Z][\w ]{1,10}: |.{6,90}:$")
"""How the words of another begin below a mail's own."""
CLOSING_LINES, CLOSING_WORDS = 8, 7
SENTENCE_END = re.compile(r"\w\w[.!?]$|^P\.? ?S\.")
SIGNATURE = re.compile(r"-- ?")
"""The line above a signature."""
OWN_WORDS = 12
"""A writer with fewer words of their own sends on what they quote."""
CITED = "gmail_quote"
SAVED_FROM = "Snapshot-Content-Location"
LIST_FIELDS = ("List-Id", "List-Post", "List-Unsubscribe")
"""What programs that send a mail on to a list write into its head."""
LIST_MARK = re.compile(r"\[[^\[\]]{1,60}\]\s*")
THROUGH, AGAIN = (
    "|".join(map(re.escape, sorted(ANY_LANGUAGE.group(name), key=len, reverse=True)))
    for name in ("list_prepositions", "answer_marks")
)
VIA = re.compile(rf"\s(?:{THROUGH})\s.*$")
"""*Ada Obi via Bridge*: a list's name behind the sender's, in the words of its program."""
ANSWER = re.compile(rf"(?:(?:{AGAIN})(?:\[\d{{1,3}}\])?\s?:\s*)+", re.IGNORECASE)
"""What mail programs write before the subject of a mail that is answered or sent on."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The message of a mail, or the page of an archive, also in letters of two bytes."""
    if find_wide(content):
        content = decode(content)[0].removeprefix(BYTE_ORDER_MARK).encode()
    try:
        message = message_from_bytes(_with_plain_head(content), policy=policy.default)
        parts, depth = sum(1 for _ in message.walk()), _depth(message)
    except RecursionError as error:
        raise UnreadableError("its parts nest too deeply") from error
    if parts > bounds.entries:
        raise past_limit(f"it has more than {bounds.entries} parts", "entries")
    if depth > bounds.nesting:
        raise past_limit(f"its parts nest deeper than {bounds.nesting}", "nesting")
    address = str(_field(message, SAVED_FROM) or "")
    if address or message.get_content_type() == "multipart/related":
        return (_page(message, address, bounds),)
    return (_message(message, bounds),)


def _with_plain_head(content: bytes) -> bytes:
    """The mail, words of its head that are UTF-8 as they stand written as the standard asks."""
    head, end, rest = content.partition(b"\r\n\r\n" if b"\r\n\r\n" in content else b"\n\n")
    try:
        head.decode("utf-8")
    except UnicodeDecodeError:
        return content
    return FOREIGN.sub(lambda m: b"=?utf-8?b?" + b64encode(m.group()) + b"?=", head) + end + rest


def _depth(part: Message) -> int:
    """How deep the parts of a message lie in each other."""
    inner = part.get_payload() if part.is_multipart() else []
    return 1 + max((_depth(p) for p in inner if isinstance(p, Message)), default=0)


def _page(message: EmailMessage, address: str, bounds: Bounds) -> Article:
    part = message.get_body(("html",))
    if part is None:
        raise UnreadableError("there is no page in it")
    html, warnings = _text(part)
    return read_page(html, bounds, warnings=warnings, url=address)


def _message(message: EmailMessage, bounds: Bounds) -> Article:
    part = message.get_body(("plain", "html"))
    if part is None:
        raise UnreadableError("there is no text in the mail")
    text, warnings = _text(part)
    subject = _subject(message)
    if part.get_content_subtype() == "html":
        page = read_page(text, bounds)
        shown = [b for b in page.blocks if b.kind != "title"]
        blocks = _without_answered(
            [Block(b.kind, page.text[b.start : b.end]) for b in shown], _cited_lines(text)
        )
    else:
        blocks = list(_blocks(text))
    warnings = (*warnings, *_attached(message))
    stated = {"title": [subject], "authors": _senders(message), "published": _day(message)}
    return make_article(with_title(blocks, subject), stated=stated, warnings=warnings)


def _cited_lines(html: str) -> frozenset[str]:
    """The letters of each line that a mail program marks as the mail that is answered."""
    page = parse_page(html)
    quotes = page.iter("blockquote") if page is not None else ()
    cited = (q for q in quotes if q.get("type") == "cite" or CITED in (q.get("class") or ""))
    return frozenset(alike(line) for quote in cited for line in page_lines(quote))


def _without_answered(blocks: Sequence[Block], cited: frozenset[str]) -> list[Block]:
    """The blocks of a page, with what is marked or quoted below *On 12 May, Ada Obi wrote:* apart.

    Where hardly a word is left then, it is what was sent on.
    """
    out: list[Block] = []
    head, answered = "", False
    for block in blocks:
        dated = head.endswith(":") and any(map(str.isdigit, head))
        answered = alike(block.text) in cited or (block.kind == "quote" and (answered or dated))
        out.append(replace(block, kind="earlier_message") if answered else block)
        head = block.text
    own = _own_words([b.text for b in out if b.kind != "earlier_message"])
    return out if own >= OWN_WORDS else list(blocks)


def _is_of_list(message: EmailMessage) -> bool:
    return any(_field(message, name) for name in LIST_FIELDS)


def _subject(message: EmailMessage) -> str:
    """The subject, without a list's mark and the signs of an answer before it."""
    subject = plain(str(_field(message, "Subject") or ""))
    bare = ANSWER.sub("", subject, count=1) if ANSWER.match(subject) else subject
    if _is_of_list(message) and (mark := LIST_MARK.match(bare)):
        bare = bare[mark.end() :]
    return (bare[found.end() :] if (found := ANSWER.match(bare)) else bare) or subject


def _attached(message: EmailMessage) -> Iterator[str]:
    """What is said of files that a mail carries; its pictures have no text."""
    parts = [p for p in message.iter_attachments() if p.get_content_maintype() != "image"]
    names = ", ".join(shown_name(p.get_filename() or p.get_content_type()) for p in parts)
    if names:
        yield f"what is attached is not read: {names}; save it as files of their own"


def _text(part: MIMEPart) -> tuple[str, tuple[str, ...]]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise UnreadableError("the text of the mail cannot be read")
    return decode(payload, str(part.get_content_charset("")))


def _blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a plain message; the mail that it answers and its signature are no text.

    Where hardly a word is the writer's own, what is marked as another's is what was sent on.
    """
    all_lines = text.replace("\r\n", "\n").split("\n")
    answered: BlockKind = "earlier_message" if _own_words(all_lines) >= OWN_WORDS else "quote"
    lines: list[str] = []
    kind: BlockKind = "paragraph"
    signed = False
    closing = _closing(all_lines)
    for number, line in enumerate([*all_lines, ""]):
        bare = QUOTED.sub("", line, count=1) if line.startswith(">") else line
        bare = "" if RULED.fullmatch(bare.strip()) else bare
        now: BlockKind = "boilerplate" if signed else answered if bare != line else "paragraph"
        if number in closing:
            now = "boilerplate"
        if lines and (now != kind or not bare.strip()):
            yield Block(kind, " ".join(lines))
            lines = []
        signed = signed or SIGNATURE.fullmatch(line) is not None
        kind = now
        if bare.strip() and not SIGNATURE.fullmatch(line):
            lines.append(bare.strip())


def _closing(lines: Sequence[str]) -> range:
    """*Best regards*, and the short lines below it up to another's words: who signs, and where.

    What is told behind a blank line, or in sentences, is the mail's own.
    """
    for at, line in enumerate(lines):
        if line.strip(" ,.!").lower() not in _closings():
            continue
        blank = list(takewhile(lambda one: not one.strip(), lines[at + 1 :]))
        begun = lines[at + 1 + len(blank) :]
        below = list(takewhile(lambda one: one.strip() and not OTHERS.match(one), begun))
        told = any(len(one.split()) > CLOSING_WORDS or SENTENCE_END.search(one) for one in below)
        if 0 < len(below) <= CLOSING_LINES and not told:
            return range(at, at + 1 + len(blank) + len(below))
    return range(0)


@cache
def _closings() -> frozenset[str]:
    languages = languages_with("word_groups")
    return frozenset(word for one in languages for word in load_words("mail_closings", one))


def _own_words(lines: Sequence[str]) -> int:
    """How many words are the writer's, above the signature; *Ada Obi wrote:* stands over others."""
    above = takewhile(lambda line: not SIGNATURE.fullmatch(line), lines)
    return sum(len(line.split()) for line in above if line[:1] != ">" and line[-1:] != ":")


def _field(message: EmailMessage, name: str) -> object:
    """A field of the head, None for one that the library cannot bear."""
    try:
        return message.get(name)
    except (ValueError, OverflowError, IndexError, AttributeError, TypeError):
        return None


def _senders(message: EmailMessage) -> list[str]:
    """The names of the senders; a bare address is no name, a name may stand without one."""
    header = _field(message, "From")
    addresses = getattr(header, "addresses", ())
    names = [a.display_name for a in addresses if a.display_name and "@" not in a.display_name]
    words = str(header or "").strip('"').split()
    if (
        not names
        and len(words) > 1
        and all(word[0].isupper() and "@" not in word for word in words)
    ):
        names = [" ".join(words)]
    return [VIA.sub("", name).strip("'\"") for name in names] if _is_of_list(message) else names


def _day(message: EmailMessage) -> list[str]:
    """The day in the sender's own zone; a copied head may say in words when it was sent."""
    sent = getattr(_field(message, "Date"), "datetime", None)
    if isinstance(sent, datetime):
        return [sent.date().isoformat()]
    words = str(_field(message, "Sent") or "")
    found = find_full_date(words, 0, len(words))
    return [found[2]] if found else []
