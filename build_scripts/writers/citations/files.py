"""Citations as files for reference managers: CSL-JSON, BibTeX and RIS of the same data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast
from urllib.parse import urlsplit

from build_scripts.edition.edition import Edition
from build_scripts.model import Document
from build_scripts.text.dates import MONTHS
from build_scripts.views.items import (
    Item,
    ItemName,
    date_parts,
    document_item,
    is_circa,
    listed_name,
    names_of,
    published_url,
    work_item,
)
from build_scripts.views.wording import say

# The files for reference managers, in the order in which a page offers them: the ending, and what it is called.
EXPORTS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
BIBTEX = {
    "article-journal": "article",
    "article-newspaper": "article",
    "book": "book",
    "report": "techreport",
    "thesis": "phdthesis",
    "chapter": "incollection",
}
RIS = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
    "chapter": "CHAP",
    "standard": "STAND",
    "patent": "PAT",
    "dataset": "DATA",
    "software": "COMP",
    "map": "MAP",
}
# What TeX reads as a command, as itself; braces as commands, since BibTeX counts them even where they are escaped.
TEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{char: f"\\{char}" for char in "$%#&_"},
}


WORKS = "works-cited"  # the file of all of them


def cited_items(edition: Edition, name: str, root: str) -> list[Item]:
    """What is to be cited under a name: the document of that id, or all works cited. `root` is the address of the site, with a
    slash at its end; where it is empty, as none is known, a document's address is its path below it.
    """
    if name == WORKS:
        return [work_item(work) for work in edition.works]
    return [_with_edition(edition, edition.document(name), root)]


def _with_edition(edition: Edition, document: Document, root: str) -> Item:
    """A document as an item that says in which edition and version it is read, and where what was captured is kept."""
    given = document.source.provenance
    more = {
        "source": say("site", edition.trees[-1]),
        "version": edition.version.name,
        "archive": urlsplit(given.archived).hostname or "",
        "archive_location": given.archived,
    }
    item = document_item(document, root + published_url(document))
    whence = given.url and f"Captured from {given.url}{f' on {given.retrieved}' if given.retrieved else ''}."
    note = " ".join(each for each in (str(item.get("note", "")), whence) if each)
    return cast(Item, item | {name: value for name, value in (more | {"note": note}).items() if value})


def bibtex(items: Sequence[Item]) -> str:
    """The items as a BibTeX file in UTF-8, with the fields of BibLaTeX that say more (`date`, `langid`)."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(item) if value)
    kind = "misc" if _homeless(item) else BIBTEX.get(_text(item, "type"), "misc")
    return f"@{kind}{{{item['id']},\n{fields}}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    kind = _text(item, "type")
    container = "journal" if kind.startswith("article") and not _homeless(item) else "howpublished"
    container = "booktitle" if kind == "chapter" else container
    publisher = {"report": "institution", "thesis": "school"}.get(kind, "publisher")
    yield "author", _braced(" and ".join(_tex_name(name) for name in names_of(item)))
    yield "editor", _braced(" and ".join(_tex_name(name) for name in names_of(item, "editor")))
    yield "translator", _braced(" and ".join(_tex_name(name) for name in names_of(item, "translator")))
    yield "title", _braced(f"{{{_tex(item['title'])}}}")  # twice, so that no style changes its capitals
    yield "titleaddon", _braced(_tex(item.get("translated-title", "")))
    yield container, _braced(_tex(item.get("container-title", "")))
    yield "volume", _braced(_tex(item.get("volume", "")))
    yield "number", _braced(_tex(item.get("issue", "")))
    yield "urldate", _braced("-".join(date_parts(item, "accessed")))
    yield publisher, _braced(_tex(item.get("publisher", "")))
    yield "address", _braced(_tex(item.get("publisher-place", "")))
    year, month, *_ = [*date_parts(item), "", ""]
    yield "year", _braced(year)
    yield "month", MONTHS[int(month) - 1][:3].lower() if month else ""
    yield "date", _braced("-".join(date_parts(item)) + ("~" if is_circa(item) else "")) if year else ""
    yield "url", _braced(re.sub(r"[\\{}\s]", lambda match: f"%{ord(match[0]):02X}", _text(item, "URL")))
    yield "langid", _braced(_tex(item.get("language", "")))
    yield "version", _braced(_tex(item.get("version", "")))
    yield "library", _braced(_tex(item.get("source", "")))
    yield "note", _braced(_tex(item.get("note", "")))


def _homeless(item: Item) -> bool:
    """Whether it is an article of which nobody knows where it stood: BibTeX has none without a journal."""
    return _text(item, "type").startswith("article") and "container-title" not in item


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _tex(text: object) -> str:
    return "".join(TEX.get(char, char) for char in str(text))


def _tex_name(name: ItemName) -> str:
    return f"{_tex(name['family'])}, {_tex(name['given'])}" if "family" in name else f"{{{_tex(name['literal'])}}}"


def ris(items: Sequence[Item]) -> str:
    """The items as a RIS file."""
    import rispy  # type: ignore[import-untyped]  # it has no types

    class Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
        """Without the number that rispy puts before each reference: a line of RIS begins with a tag."""

        def set_header(self, count: int) -> str:
            return ""

    text: str = rispy.dumps([_record(item) for item in items], implementation=Writer)
    return text


def _record(item: Item) -> dict[str, Any]:
    """An item under rispy's names; a date that is not certain says so in the part of it that is free text."""
    parts = date_parts(item)
    date = "/".join([*parts, "", "", ""][:3]) + ("/circa" if is_circa(item) else "/")
    record = {
        "type_of_reference": RIS.get(_text(item, "type"), "GEN"),
        "id": item["id"],
        "authors": [listed_name(name) for name in names_of(item)],
        "secondary_authors": [listed_name(name) for name in names_of(item, "editor")],
        "subsidiary_authors": [listed_name(name) for name in names_of(item, "translator")],
        "volume": item.get("volume"),
        "number": item.get("issue"),
        "access_date": "/".join(date_parts(item, "accessed")),
        "title": item["title"],
        "translated_title": item.get("translated-title"),
        "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"),
        "place_published": item.get("publisher-place"),
        "year": parts[0] if parts else None,
        "date": date if parts else None,
        "language": item.get("language"),
        "name_of_database": item.get("source"),
        "edition": item.get("version"),
        "notes": [item["note"]] if "note" in item else None,
        "urls": [item[name] for name in ("URL", "archive_location") if name in item] or None,
    }
    return {name: value for name, value in record.items() if value}


def _text(item: Item, name: str) -> str:
    return str(item.get(name, ""))
