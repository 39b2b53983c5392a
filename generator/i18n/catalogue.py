"""The site's own words: one catalogue, so that every other word on a page must be a source's.

Three gettext files a language in ``generator/i18n/locale/<language>/``: ``interface.po`` (what
templates and views say), ``rules.po`` (phrases in which the stages say why) and ``tools.po`` (what
the tools say that a browser shows beside the site; no page of the site may say it). A placeholder
whose name is a key of `TYPED` holds a value of that type; every other placeholder holds marked-up
source words.
"""

import gettext
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from importlib.resources import files

from babel import Locale
from babel.messages.pofile import read_po
from babel.numbers import format_percent
from msgspec import Struct

from generator.errors import SettingsError

PLACEHOLDER = re.compile(r"\{(\w+)\}")
FALLBACK = "en"
DOMAINS = ("interface", "rules")
TOOLS = (*DOMAINS, "tools")
JOINT = "; "
"""What stages put between the parts of a reason."""


class Message(Struct, frozen=True):
    """One entry: the English words it is asked for by, and the forms it is shown in."""

    id: str
    domain: str
    """``interface``, ``tools``, ``rules`` for a reason, else the stage of a rule's id."""
    forms: tuple[str, ...]
    """One form, or one a plural category."""


class Catalogue:
    """The messages of one language; what the language lacks is said in English."""

    def __init__(
        self, language: str, messages: dict[str, Message], plural: Callable[[int], int]
    ) -> None:
        self.language = language
        self.messages = messages
        self._plural = plural
        self._locale = Locale.parse(language.replace("-", "_"))
        self.direction = self._locale.text_direction
        self._typed = _typed_patterns(self._locale, _parts_of_years(messages.values()))
        english = Locale.parse(FALLBACK).territories
        self._territories = {str(name): code for code, name in sorted(english.items())}
        self._rules = tuple(
            (re.compile(_whole(m.id, self._typed)), m)
            for m in messages.values()
            if m.domain == "rules"
        )
        self._exact = {f for m in messages.values() for f in m.forms}
        self._patterns = tuple(
            re.compile(pattern)
            for form in sorted(self._exact)
            for pattern in _fragments(form, self._typed)
        )

    def form(self, message: str, count: int | None = None) -> str:
        """The words for `message`, its placeholders still in it; `count` chooses the plural."""
        entry = self.messages.get(message)
        if entry is None:
            raise SettingsError(
                f"the catalogue has no message {message!r}",
                where=f"generator/i18n/locale/{self.language}",
                hint="Add it there, or use one that is there.",
            )
        if count is None or len(entry.forms) == 1:
            return entry.forms[0]
        return entry.forms[min(self._plural(count), len(entry.forms) - 1)]

    def month(self, number: int) -> str:
        """The full name of a month, 1 to 12."""
        return str(self._locale.months["format"]["wide"][number])

    def month_short(self, number: int) -> str:
        """The short name of a month, 1 to 12."""
        return str(self._locale.months["format"]["abbreviated"][number]).rstrip(".")

    def percent(self, value: float) -> str:
        """A share of a hundred with one decimal."""
        whole = self._locale.percent_formats[None].pattern
        pattern = re.sub(r"0(?=[^0]*$)", "0.0", whole)
        return str(format_percent(Decimal(str(value)) / 100, pattern, locale=self._locale))

    def weekday(self, number: int) -> str:
        """The short name of a weekday, Monday is 0."""
        return str(self._locale.days["format"]["abbreviated"][number])

    def phrase(self, english: str) -> str:
        """A stage's reason in this language; a part without words is warned of and shown as it is.

        The tests take the warning for an error, so that no reason is added without its words.
        """
        return JOINT.join(self._said(part) for part in english.split(JOINT) if part)

    def rule(self, stage: str, rule: str) -> str:
        """The words for a rule by its id; a rule without words is an error, never silent."""
        return self.form(f"{stage}.{rule}")

    def knows(self, text: str) -> bool:
        """Whether these visible words are the catalogue's: a message, or a part beside markup."""
        words = " ".join(text.split())
        return self._knows(words) or all(self._knows(part) for part in words.split(JOINT))

    def filled(self, text: str) -> Iterator[tuple[str, ...]]:
        """What stands in the places of each message that the whole text can be."""
        for pattern in self._wholes:
            match = pattern.fullmatch(text)
            if match:
                yield match.groups()

    @cached_property
    def _wholes(self) -> tuple[re.Pattern[str], ...]:
        """Messages of the interface with one place or more, among words of their own."""
        forms = {f for m in self.messages.values() if m.domain == "interface" for f in m.forms}
        placed = (f for f in sorted(forms) if any(map(str.isalpha, PLACEHOLDER.sub("", f))))
        return tuple(re.compile(_whole(f, self._typed)) for f in placed if "{" in f)

    def _said(self, english: str) -> str:
        for pattern, message in self._rules:
            match = pattern.fullmatch(english)
            if match:
                return message.forms[0].format_map(match.groupdict())
        where = f"generator/i18n/locale/{self.language}/rules.po"
        warnings.warn(f"{where}: no words for {english!r}", stacklevel=3)
        return english

    @cached_property
    def _knows(self) -> Callable[[str], bool]:
        """Whether words are a message or a part of one; pages say the same over and over."""
        exact, patterns = self._exact, self._patterns

        @lru_cache(maxsize=16384)
        def knows(words: str) -> bool:
            return words in exact or any(p.fullmatch(words) for p in patterns)

        return knows

    def territory(self, english: str) -> str:
        """A country or union by its English name, in this language; empty where there is none."""
        code = self._territories.get(english)
        return str(self._locale.territories.get(code, english)) if code else ""

    def is_typed(self, kind: str, text: str) -> bool:
        """Whether `text` is a value of a placeholder type (``count``, ``date``, ``hash``, …)."""
        if kind == "territory":
            return " ".join(text.split()) in self._locale.territories.values()
        pattern = self._typed.get(kind)
        return pattern is not None and re.fullmatch(pattern, " ".join(text.split())) is not None


@lru_cache(maxsize=8)
def load_catalogue(language: str) -> Catalogue:
    """Read a language's catalogue; refuses a language that there is none for."""
    folder = files(__package__).joinpath("locale")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", language) or not (
        folder.joinpath(language, "interface.po").is_file()
    ):
        known = sorted(p.name for p in folder.iterdir() if p.joinpath("interface.po").is_file())
        raise SettingsError(
            f"there is no interface in the language {language!r}",
            where="mkdocs.yml: interface_language",
            hint=f"Known: {', '.join(known)}.",
        )
    return _catalogue(language, DOMAINS)


@lru_cache(maxsize=8)
def load_tool_catalogue(language: str) -> Catalogue:
    """A language's catalogue with the words of the editor's desk and of the served site's errors.

    The proof never has it: what only a tool says would else be known on every page.
    """
    return _catalogue(load_catalogue(language).language, TOOLS)


def _catalogue(language: str, domains: Sequence[str]) -> Catalogue:
    english, rule = _read(FALLBACK, domains)
    if language == FALLBACK:
        return Catalogue(language, english, rule)
    own, rule = _read(language, domains)
    return Catalogue(language, {**english, **own}, rule)


def words_in_data(stage: str, rule: str) -> str:
    """A rule's words as the data files have them, which do not change with the interface."""
    return load_catalogue(FALLBACK).rule(stage, rule)


def _read(language: str, domains: Sequence[str]) -> tuple[dict[str, Message], Callable[[int], int]]:
    messages: dict[str, Message] = {}
    rule: Callable[[int], int] = gettext.c2py("n != 1")
    for domain in domains:
        path = files(__package__).joinpath("locale", language, f"{domain}.po")
        if not path.is_file():
            continue
        with path.open("rb") as stream:
            entries = read_po(stream, locale=language)
        if domain == "interface":
            rule = gettext.c2py(entries.plural_expr)
        for entry in entries:
            ids = entry.id if isinstance(entry.id, (list, tuple)) else (entry.id,)
            stage = entry.context or ""
            forms = entry.string if isinstance(entry.string, (list, tuple)) else (entry.string,)
            if ids[0]:
                said = tuple(f or ids[min(i, len(ids) - 1)] for i, f in enumerate(forms))
                key = f"{stage}.{ids[0]}" if stage else ids[0]
                messages[key] = Message(key, stage or domain, said)
    return messages, rule


def _parts_of_years(messages: Iterable[Message]) -> set[str]:
    """The words for seasons, quarters and halves: of messages whose one placeholder is the year."""
    return {
        re.escape(form.removesuffix("{year}").strip())
        for message in messages
        for form in message.forms
        if form.endswith(" {year}") and form.count("{") == 1
    }


def _typed_patterns(locale: Locale, parts_of_years: set[str]) -> dict[str, str]:
    names = parts_of_years | {
        re.escape(form)
        for table in (locale.months, locale.days)
        for width in ("wide", "abbreviated")
        for name in table["format"][width].values()
        for form in (str(name), str(name).rstrip("."))
    }
    words = "|".join(sorted(names, key=lambda n: (-len(n), n)))
    return {
        "count": r"\d{1,3}(?:[,.\u00a0\u202f]\d{3})+|\d+",
        "number": r"-?\d+(?:[.,]\d+)?",
        "share": r"\d+(?:[.,]\d+)?[\u00a0 ]?%",
        "letter": r"[A-Z]{1,3}",
        "paragraph": r"\d+",
        "date": rf"(?:{words}|[0-9][0-9X]*s?|W[0-9]+|[\[\] \u00a0–,./~?-])+",
        "day": r"\d{1,2}",
        "month": words,
        "year": r"\[?-?\d+X*s?\]?",
        "id": r"[A-Za-z0-9][\w.-]{0,120}",
        "path": r"[\w./+-]{1,200}",
        "hash": r"[0-9a-f]{6,64}",
        "version": r"v?\d[\w.+-]*|[\w.+-]* \d[\w.+-]*",
        "file": r"[\w.+-]+\.[a-z0-9]{1,8}",
    }


def _whole(form: str, typed: dict[str, str]) -> str:
    """A pattern for a whole message, its placeholders by their types."""
    out: list[str] = []
    at = 0
    for match in PLACEHOLDER.finditer(form):
        kind = match.group(1)
        out.append(re.escape(form[at : match.start()]))
        value = typed.get(kind, r"[^\n]+")
        out.append(f"(?P<{kind}>{value})")
        at = match.end()
    return "".join(out) + re.escape(form[at:])


def _fragments(form: str, typed: dict[str, str]) -> list[str]:
    """Patterns for what stands between a message's marked-up placeholders, typed ones filled in."""
    pieces: list[str] = []
    current: list[str] = []
    at = 0
    for match in PLACEHOLDER.finditer(form):
        current.append(re.escape(form[at : match.start()]))
        kind = match.group(1)
        if kind in typed:
            current.append(f"(?:{typed[kind]})")
        else:
            pieces.append("".join(current))
            current = []
        at = match.end()
    pieces.append("".join([*current, re.escape(form[at:])]))
    stripped = [re.sub(r"^(?:\\ )+|(?:\\ )+$", "", p) for p in pieces]
    return [p for p in stripped if p]
