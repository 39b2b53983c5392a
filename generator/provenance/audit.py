"""The proof: every visible word of a page is verbatim a source's, an editor's, or the catalogue's.

An element with ``data-src="document:start-end"`` must show exactly what stands there; one with
``data-editor="file"`` only words of that file; one with ``data-value="type"`` a value of that type.
All other text in the content area must be a message of the catalogue. A citation must lead to the
sentence that its words stand in.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from html.parser import HTMLParser

from msgspec import Struct

from generator.i18n.catalogue import Catalogue
from generator.model.text import Document
from generator.model.visible_text import plain, same_words, shown, shown_text
from generator.provenance.page_heads import SAID, find_unproven, find_unproven_data

SOURCE = re.compile(r"(?P<document>.+):(?P<start>\d+)-(?P<end>\d+)")
LETTER = re.compile(r"([A-Z]{1,3})(?: ¶?\d+)?")
SPOKEN = ("title", "aria-label", "alt", "placeholder")
"""Attributes that a reader can see or hear."""
VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
CONTENT = "md-content__inner"
SETTINGS = "mkdocs.yml"
TITLE, LINKED = "title", "application/ld+json"
"""What a page's head has: an element, and the type of a script that holds data."""
BETWEEN = " ,;·()"
"""Marks that templates put between messages and source words."""
LONGEST = 120
OWN_PAGES = "docs/"
"""How the file of a page begins that an editor wrote in Markdown."""
WORD = re.compile(r"\w+")


class ProofFailure(Struct, frozen=True, order=True):
    """One thing on one page that is not proven."""

    page: str
    problem: str
    words: str
    """What the page shows."""
    source: str = ""
    """The seed and the place that it cites; empty where it cites none."""

    def __str__(self) -> str:
        place = f" [{self.source}]" if self.source else ""
        words = self.words if len(self.words) <= LONGEST else f"{self.words[:LONGEST]}…"
        return f"{self.page}: {self.problem}: {words!r}{place}"


class Cited(Struct, frozen=True):
    """A citation as a page has it: the place of its words, and where the chip leads.

    The words are those before it, or stand in another document and are the same there.
    """

    page: str
    src: str
    href: str


def _texts_of(document: Document) -> Iterator[str]:
    """What a source says, and what it states of itself."""
    meta = document.metadata
    yield shown_text(document, 0, len(document.text))
    yield from (fact.value for fact in (meta.title, *meta.authors, meta.publisher) if fact)


class PageProof(Struct, frozen=True):
    """What the proof found on one page."""

    failures: tuple[ProofFailure, ...]
    statements: int
    """Elements that were compared with their source."""
    citations: tuple[Cited, ...]
    anchors: tuple[tuple[str, str], ...]
    """Sentences of a source's page: anchor and ``document:start-end``."""


class ProofSources(Struct, frozen=True, dict=True):
    """What a page is held against."""

    documents: Mapping[str, Document]
    catalogue: Catalogue
    editors: Mapping[str, str]
    """The words that editors wrote, by file."""
    paths: frozenset[str]
    """Paths of the seeds."""
    labels: Mapping[str, str]
    """The headline behind each label of a source."""

    @cached_property
    def headlines(self) -> frozenset[str]:
        """The headlines behind all labels."""
        return frozenset(self.labels.values())

    @cached_property
    def is_said(self) -> Callable[[str], bool]:
        """Whether words stand in a source, in what it states of itself, or an editor wrote them."""

        @cache
        def texts() -> tuple[str, ...]:
            return tuple(plain(t) for d in self.documents.values() for t in _texts_of(d))

        @lru_cache(maxsize=4096)
        def is_said(words: str) -> bool:
            return self.is_written(words) or any(words in text for text in texts())

        return is_said

    def is_written(self, words: str) -> bool:
        """Whether an editor wrote words."""
        return any(words in plain(text) for text in self.editors.values())


class _Claim(Struct):
    """An open element that says whose its words are."""

    kind: str
    value: str
    depth: int
    text: list[str]


class _PageReader(HTMLParser):
    """Reads one page's content area and holds each claim against the evidence."""

    def __init__(self, page: str, evidence: ProofSources) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.evidence = evidence
        self.failures: list[ProofFailure] = []
        self.citations: list[Cited] = []
        self.anchors: list[tuple[str, str]] = []
        self.statements = 0
        self.seen_content = False
        self._open: list[str] = []
        self._claims: list[_Claim] = []
        self._content_depth: int | None = None
        self._last_src = ""
        self._sentence = ""
        self._content: list[str] = []
        self._heads: dict[str, list[str]] = {}
        self._linked: list[str] = []
        self._head = ""
        """What is open in the page's head: its title, or linked data."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open claims, note anchors and citations, hold spoken attributes against the catalogue."""
        values = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
        classes = values.get("class", "").split()
        if CONTENT in classes:
            self.seen_content = True
            self._content_depth = len(self._open)
        if self._content_depth is None:
            self._open_head(tag, values)
            return
        for name in SPOKEN:
            if text := values.get(name):
                self._check_spoken(name, text)
        if tag not in VOID:
            self._open_claims(values)
        if "bf-sentence" in classes:
            self._sentence = values.get("id", "")
        if "bf-cite" in classes:
            cites = values.get("data-cites") or self._last_src
            self.citations.append(Cited(self.page, cites, values.get("href", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself has no text, only attributes."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was open, and settle the claims that end here."""
        if tag in VOID or tag not in self._open:
            return
        self._head = ""
        while self._open:
            depth = len(self._open)
            if self._claims and self._claims[-1].depth == depth:
                self._settle(self._claims.pop())
            if self._content_depth == depth:
                self._content_depth = None
            if self._open.pop() == tag:
                return

    def handle_data(self, data: str) -> None:
        """Give text to the claims that it stands in; without one it must be the catalogue's."""
        if self._content_depth is None:
            self._read_head(data)
            return
        self._content.append(data)
        for claim in self._claims:
            claim.text.append(data)
        if not self._claims:
            self._check_own(data)

    def _open_head(self, tag: str, values: Mapping[str, str]) -> None:
        """Note what the page's head says of the page."""
        name = values.get("name") or values.get("property", "")
        if tag == "meta" and SAID.fullmatch(name):
            self._heads.setdefault(name, []).append(values.get("content", ""))
        elif tag == TITLE and TITLE not in self._heads:  # pictures in the frame have titles too
            self._head = TITLE
            self._heads[TITLE] = [""]
        elif values.get("type") == LINKED:
            self._head = LINKED
            self._linked.append("")

    def _read_head(self, data: str) -> None:
        if self._head == TITLE:
            self._heads[TITLE][-1] += data
        elif self._head == LINKED:
            self._linked[-1] += data

    def check_head(self) -> None:
        """Hold the head against what the page shows, once all of it is read."""
        evidence, shows = self.evidence, plain("".join(self._content))
        name = evidence.editors.get(SETTINGS, "")
        unproven = find_unproven(
            self._heads,
            lambda words: words in shows or evidence.is_written(words),
            site_name=name,
            catalogue=evidence.catalogue,
        )
        for words in unproven:
            self._fail("neither the page nor the catalogue says what its head says", words)
        for text in self._linked:
            for words in find_unproven_data(text, lambda w: w in shows or evidence.is_said(w)):
                self._fail("neither the page nor a source says what its linked data says", words)

    def _open_claims(self, values: Mapping[str, str]) -> None:
        depth = len(self._open)
        for kind in ("src", "editor", "value"):
            if f"data-{kind}" in values:
                self._claims.append(_Claim(kind, values[f"data-{kind}"], depth, []))
                if kind == "src" and self._sentence:
                    self.anchors.append((self._sentence, values["data-src"]))
                    self._sentence = ""
                return

    def _settle(self, claim: _Claim) -> None:
        text = "".join(claim.text)
        if claim.kind == "src":
            self.statements += 1
            self._last_src = claim.value
            self._check_source(claim.value, text)
        elif claim.kind == "editor":
            self._check_editor(claim.value, text)
        elif not self._is_value(claim.value, text):
            self._fail(f"this is no {claim.value}", text)

    def _check_source(self, src: str, text: str) -> None:
        match = SOURCE.fullmatch(src)
        document = self.evidence.documents.get(match["document"]) if match else None
        if match is None or document is None:
            self._fail("it cites a source that there is not", text, src)
            return
        start, end = int(match["start"]), int(match["end"])
        if not start < end <= len(document.text):
            self._fail("it cites a place outside of its source", text, src)
        elif not same_words(text, shown_text(document, start, end)):
            self._fail("this is not what its source says there", text, f"{document.path} {src}")

    def _check_editor(self, file: str, text: str) -> None:
        if file.startswith(OWN_PAGES):
            self._check_own_page(file, text)
            return
        written = shown(self.evidence.editors.get(shown(file).strip(), "")).split()
        known = {form for w in written for form in (w, w.strip("[]'\","), w.replace("''", "'"))}
        if not set(shown(text).split()) <= known:
            self._fail(f"no editor wrote this in {file}", text)

    def _check_own_page(self, file: str, text: str) -> None:
        """A page in Markdown shows the words of its file, without the marks between them."""
        written = WORD.findall(self.evidence.editors.get(file, "").casefold())
        if not set(WORD.findall(text.casefold())) <= set(written):
            self._fail(f"no editor wrote this in {file}", text)

    def _is_value(self, kind: str, text: str) -> bool:
        words = shown(text).strip()
        if kind == "file" and words in self.evidence.paths:
            return True
        if kind == "source" and words in self.evidence.labels:
            return True
        known = self.evidence.catalogue
        return known.is_typed(kind, words) or (kind == "date" and known.knows(words))

    def _check_own(self, text: str) -> None:
        words = shown(text).strip()
        if not any(c.isalnum() for c in words):
            return
        letter = LETTER.fullmatch(words)
        if letter and letter[1] not in self.evidence.labels:
            self._fail("no source has this letter", words)
        elif not any(map(self.evidence.catalogue.knows, _bare(words))):
            self._fail("neither a source, nor an editor, nor the catalogue says this", words)

    def _check_spoken(self, name: str, text: str) -> None:
        file = next((c.value for c in self._claims if c.value.startswith(OWN_PAGES)), "")
        if file:
            self._check_own_page(file, text)
            return
        known = self.evidence.catalogue
        if name == "title" and text in self.evidence.headlines:
            return
        if not known.knows(text) and not known.is_typed("date", text):
            self._fail("neither the catalogue nor a date says this attribute", text)

    def _fail(self, problem: str, words: str, source: str = "") -> None:
        self.failures.append(ProofFailure(self.page, problem, shown(words).strip(), source))


def _bare(words: str) -> Iterator[str]:
    """A text node as it is, and without the marks that stand between it and its neighbours."""
    yield words
    yield words.lstrip(BETWEEN)
    yield words.rstrip(BETWEEN)
    yield words.strip(BETWEEN)


def audit_page(page: str, html: str, evidence: ProofSources) -> PageProof:
    """Hold one built page against the seeds and the catalogue."""
    reader = _PageReader(page, evidence)
    reader.feed(html)
    reader.close()
    reader.check_head()
    if not reader.seen_content:
        reader.failures.append(ProofFailure(page, "the page has no content area", ""))
    return PageProof(
        tuple(reader.failures), reader.statements, tuple(reader.citations), tuple(reader.anchors)
    )


def audit_citation(cited: Cited, anchors: Mapping[str, str]) -> ProofFailure | None:
    """Whether a citation leads to the sentence of its words; `anchors` are its target page's."""
    claim = SOURCE.fullmatch(cited.src)
    anchor = cited.href.partition("#")[2]
    if claim is None:
        return ProofFailure(cited.page, "this citation proves nothing", cited.href)
    if not anchor:
        return None
    target = SOURCE.fullmatch(anchors.get(anchor, ""))
    if target is None:
        return ProofFailure(cited.page, "the citation leads nowhere", cited.href, cited.src)
    apart = int(target["end"]) <= int(claim["start"]) or int(claim["end"]) <= int(target["start"])
    if target["document"] != claim["document"] or apart:
        return ProofFailure(
            cited.page, "the citation leads to another place", cited.href, cited.src
        )
    return None


def editor_words(
    documents: Iterable[Document], site_name: str, files: Mapping[str, str]
) -> dict[str, str]:
    """What editors wrote, by the file that a page names for it."""
    words = {**files, SETTINGS: site_name}
    for document in documents:
        meta = document.metadata
        facts = [meta.title, *meta.authors, meta.publisher, meta.genre, meta.licence, meta.url]
        facts += [*meta.tags, meta.series]
        values = [f.value for f in facts if f and f.how == "editor"]
        if values:
            words[shown(document.path).strip()] = " ".join(values)
    return words
