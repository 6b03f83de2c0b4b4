"""Citations as files for reference managers: CSL-JSON, BibTeX and RIS of the same data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from build_scripts.edition import Edition
from build_scripts.text.dates import MONTHS
from build_scripts.writers.citation_data import (
    Item,
    date_parts,
    document_item,
    is_circa,
    listed_name,
    names_of,
    published_url,
    work_item,
)

# The formats, in the order in which a page offers them: the ending of the file, and what it is called.
FORMATS = (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
BIBTEX = {
    "article-journal": "article", "article-newspaper": "article", "book": "book", "report": "techreport", "thesis": "phdthesis",
}  # fmt: skip
RIS = {
    "article-journal": "JOUR", "article-newspaper": "NEWS", "book": "BOOK", "report": "RPRT", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
# What TeX reads as a command, as itself; braces as commands, since BibTeX counts them even where they are escaped.
TEX = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    **{char: f"\\{char}" for char in "$%#&_"},
}  # fmt: skip


def cited_items(edition: Edition, root: str) -> dict[str, list[Item]]:
    """`{path under data/, without its ending: items}`: each document, and all works cited. `root` is the address of the site, with
    a slash at its end; where it is empty, as none is known, a document's address is its path below it."""
    documents = {f"citations/{each.id}": [document_item(each, root + published_url(each))] for each in edition.documents}
    return documents | {"works-cited": [work_item(work) for work in edition.works]}


def bibtex(items: Sequence[Item]) -> str:
    """The items as a BibTeX file in UTF-8, with the fields of BibLaTeX that say more (`date`, `langid`)."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(item) if value)
    return f"@{BIBTEX.get(_text(item, 'type'), 'misc')}{{{item['id']},\n{fields}}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    kind = _text(item, "type")
    container = "journal" if kind.startswith("article") else "howpublished"
    publisher = {"report": "institution", "thesis": "school"}.get(kind, "publisher")
    yield "author", _braced(" and ".join(_tex_name(name) for name in names_of(item)))
    yield "title", _braced(f"{{{_tex(item['title'])}}}")  # twice, so that no style changes its capitals
    yield "titleaddon", _braced(_tex(item.get("translated-title", "")))
    yield container, _braced(_tex(item.get("container-title", "")))
    yield publisher, _braced(_tex(item.get("publisher", "")))
    yield "address", _braced(_tex(item.get("publisher-place", "")))
    year, month, *_ = [*date_parts(item), "", ""]
    yield "year", _braced(year)
    yield "month", MONTHS[int(month) - 1][:3].lower() if month else ""
    yield "date", _braced("-".join(date_parts(item)) + ("~" if is_circa(item) else "")) if year else ""
    yield "url", _braced(re.sub(r"[\\{}\s]", lambda match: f"%{ord(match[0]):02X}", _text(item, "URL")))
    yield "langid", _braced(_tex(item.get("language", "")))
    yield "note", _braced(_tex(item.get("note", "")))


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _tex(text: object) -> str:
    return "".join(TEX.get(char, char) for char in str(text))


def _tex_name(name: dict[str, str]) -> str:
    return f"{_tex(name['family'])}, {_tex(name['given'])}" if "family" in name else f"{{{_tex(name['literal'])}}}"


def ris(items: Sequence[Item]) -> str:
    """The items as a RIS file."""
    import rispy

    class Writer(rispy.RisWriter):
        """Without the number that rispy puts before each reference: a line of RIS begins with a tag."""

        def set_header(self, count: int) -> str:
            return ""

    return rispy.dumps([_record(item) for item in items], implementation=Writer)


def _record(item: Item) -> dict[str, Any]:
    """An item under rispy's names; a date that is not certain says so in the part of it that is free text."""
    parts = date_parts(item)
    date = "/".join([*parts, "", "", ""][:3]) + ("/circa" if is_circa(item) else "/")
    said = {
        "type_of_reference": RIS.get(_text(item, "type"), "GEN"), "id": item["id"],
        "authors": [listed_name(name) for name in names_of(item)],
        "title": item["title"], "translated_title": item.get("translated-title"), "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"), "place_published": item.get("publisher-place"), "year": parts[0] if parts else None,
        "date": date if parts else None, "language": item.get("language"), "notes": [item["note"]] if "note" in item else None,
        "urls": [item["URL"]] if "URL" in item else None,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def _text(item: Item, name: str) -> str:
    return str(item.get(name, ""))
