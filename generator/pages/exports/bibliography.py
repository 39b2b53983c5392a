"""The sources as references: CSL-JSON, RIS, BibTeX, and a reading list for programs."""

import json
import re
from collections.abc import Mapping

from generator.model.identifiers import number_repeats
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import first_day
from generator.pages.labels import HUB_TITLES
from generator.pages.links import HUBS
from generator.pages.presenters.cards import safe_address

PUBLISHER = (("container-title", "publisher"), ("publisher", "publisher"))
"""Of a newspaper's article the styles of citation print the container's title."""
BIBTEX = (("title", "title"), ("publisher", "journal"), ("url", "url"), ("note", "note"))
"""What is known of a source → its field in BibTeX."""


def csl_json(index: CorpusIndex) -> str:
    """The sources as CSL-JSON."""
    items = (json.dumps(_item(index, d), ensure_ascii=False) for d in index.documents)
    return "[\n" + ",\n".join(items) + "\n]\n"


def ris(index: CorpusIndex) -> str:
    """The sources as RIS."""
    lines: list[str] = []
    for document in index.documents:
        fields = source_fields(index, document)
        lines += ["TY  - NEWS", f"ID  - {document}", f"TI  - {fields['title']}"]
        lines += [f"AU  - {_family_first(a)}" for a in _authors(index, document)]
        known = (("T2", "publisher"), ("PB", "publisher"), ("UR", "url"), ("N1", "note"))
        lines += [f"{tag}  - {fields[key]}" for tag, key in known if key in fields]
        if "date" in fields:
            lines.append(f"DA  - {fields['date'].replace('-', '/')}")
        lines += [f"LA  - {fields['language']}", "ER  - ", ""]
    return "\r\n".join(lines)


def bibtex(index: CorpusIndex) -> str:
    """The sources as BibTeX."""
    entries: list[str] = []
    keys = number_repeats(re.sub(r"[^A-Za-z0-9_-]", "-", d) for d in index.documents)
    for key, document in zip(keys, index.documents, strict=True):
        fields = source_fields(index, document)
        authors = " and ".join(f"{{{a}}}" for a in map(_braced, _authors(index, document)))
        day = fields.get("date", "")
        rows = {"author": authors, "date": day, "year": day[:4]}
        rows |= {name: _braced(fields[k]) for k, name in BIBTEX if k in fields}
        body = ",\n".join(f"  {k} = {{{v}}}" for k, v in sorted(rows.items()) if v)
        entries.append(f"@{_entry_type(fields)}{{{key},\n{body}\n}}\n")
    return "\n".join(entries)


def _entry_type(fields: Mapping[str, str]) -> str:
    """An article of a paper; else a page, or what no kind of BibTeX is for."""
    if "publisher" in fields:
        return "article"
    return "online" if "url" in fields else "misc"


def reading_list(index: CorpusIndex) -> str:
    """What a program that reads the site should read first."""
    say = index.catalogue.form
    about = say("{page}, every sentence verbatim and traced to its source")
    head = f"# {shown(index.site.name).strip()}"
    lines = [head, "", f"> {about.format(page=say('Briefing'))}", ""]
    lines += [f"- [{name}]({url})" for name, url in _hub_links(index)]
    lines += ["", f"## {say('Sources')}", ""]
    for document in index.documents:
        name = re.sub(r"[\[\]]", " ", source_fields(index, document)["title"])
        lines.append(f"- [{name}]({index.addresses.source(document)})")
    return "\n".join(lines) + "\n"


def _hub_links(index: CorpusIndex) -> list[tuple[str, str]]:
    return [(index.catalogue.form(HUB_TITLES[url]), url or "./") for url in HUBS]


def _item(index: CorpusIndex, document: str) -> dict[str, object]:
    fields = source_fields(index, document)
    item: dict[str, object] = {
        "id": document,
        "type": "article-newspaper",
        "title": fields["title"],
        "author": [{"literal": a} for a in _authors(index, document)],
        "language": fields["language"],
    }
    for csl, key in (*PUBLISHER, ("URL", "url"), ("note", "note")):
        if key in fields:
            item[csl] = fields[key]
    if "date" in fields:
        issued: dict[str, object] = {"date-parts": [[int(p) for p in fields["date"].split("-")]]}
        if "note" in fields:  # only an inferred date is noted
            issued["circa"] = True
        item["issued"] = issued
    return item


def _authors(index: CorpusIndex, document: str) -> list[str]:
    return [shown(f.value).strip() for f in index.documents[document].metadata.authors]


def source_fields(index: CorpusIndex, document: str) -> dict[str, str]:
    """What is known of a document, as plain text; an inferred date says so in a note."""
    doc = index.documents[document]
    meta, dated = doc.metadata, index.date_of(document)
    title = meta.title.value if meta.title else f"{index.opening(document).text}…"
    fields = {"title": shown(title).strip(), "language": doc.language}
    if meta.publisher:
        fields["publisher"] = shown(meta.publisher.value).strip()
    day = first_day(dated[0].value) if dated else None
    if dated and day:
        fields["date"] = day
        if dated[0].how == "inferred":
            fields["note"] = index.catalogue.form("Date inferred: {date}.").format(
                date=dated[1].text
            )
    address = safe_address(meta.url)
    return {**fields, "url": address} if address else fields


def _family_first(name: str) -> str:
    """``Ada Lovelace`` as ``Lovelace, Ada``; a name of one word as it is."""
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}" if given else name


def _braced(text: str) -> str:
    return re.sub(r"[\\{}]", " ", text).strip()
