"""The rows of the tables: what the data files hold, flat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.edition.edition import Edition
from build_scripts.links.cited.works import Work

FlatRow = dict[str, Any]


def rows_of(edition: Edition, content: Mapping[str, Any]) -> dict[str, Iterator[FlatRow]]:
    """The rows of each table, from the data files by their paths; works, which have no such file, from the edition."""
    documents = [content[f"documents/{entry['id']}.json"] for entry in content["corpus.json"]["documents"]]
    return {
        "documents": map(_document, content["corpus.json"]["documents"]),
        "blocks": (row for each in documents for row in _blocks(each)),
        "sentences": (row for each in documents for row in _sentences(each)),
        "links": map(_link, content["links.json"]["links"]),
        "works": map(_work, edition.works),
    }


def _document(entry: FlatRow) -> FlatRow:
    seed = {f"seed_{name}": value for name, value in entry["seed"].items()}
    return {**entry, **entry["provenance"], **seed}


def _blocks(document: FlatRow) -> Iterator[FlatRow]:
    """Blocks and, behind them, notes, each with its translation where there is one."""
    translation = document["translation"] or {"language": None, "blocks": [], "notes": []}
    other = {each["id"]: each for each in (*translation["blocks"], *translation["notes"])}
    for position, part in enumerate((*document["blocks"], *document["notes"]), 1):
        translated = other.get(part["id"], {})
        yield {
            "document": document["id"],
            "id": part["id"],
            "position": position,
            "type": part.get("type", "note"),
            "level": part.get("level"),
            "language": document["language"],
            "text": part["text"],
            "translation_language": translation["language"] if translated else None,
            "translation": translated.get("text"),
            "status": translated.get("status"),
            "stale": translated.get("stale"),
        }


def _sentences(document: FlatRow) -> Iterator[FlatRow]:
    """The sentences of the blocks, then those of their translations."""
    for translated, text in ((False, document), (True, document["translation"])):
        for block in text["blocks"] if text else ():
            for each in block["sentences"]:
                yield {
                    "id": each["id"],
                    "document": document["id"],
                    "block": block["id"],
                    "start": each["start"],
                    "end": each["end"],
                    "text": block["text"][each["start"] : each["end"]],
                    "language": text["language"],
                    "translated": translated,
                }


def _link(link: FlatRow) -> FlatRow:
    ends = {f"{side}_{name}": value for side in ("from", "to") for name, value in (link[side] or {}).items()}
    return {**{name: link[name] for name in ("type", "fidelity", "marked", "work")}, **ends}


def _work(work: Work) -> FlatRow:
    names = ("id", "kind", "title", "container", "date", "publisher", "place", "language", "site", "url", "document")
    given = {name: getattr(work, name) or None for name in names}
    return given | {"authors": list(work.authors), "cited_by": [f"{by.document}#{by.id}" for by in work.cited_by]}
