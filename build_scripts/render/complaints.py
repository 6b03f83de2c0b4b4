"""What MkDocs complains of, with the place in the capture that the page or paragraph was made from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from build_scripts.diagnostics import Diagnostic, line_of
from build_scripts.edition.edition import Edition
from build_scripts.model import Block, Document, Note, Place

PAGE = re.compile(r"['\"“]?([\w./-]+\.md)\b")
QUOTED = re.compile(r"['\"“]([^'\"”]+)['\"”]")
ID = re.compile(r"\{:?#([a-z0-9-]+?)(?:-(?:en|zh\S*))?(?:[ }]|$)", re.MULTILINE)


def complaints(edition: Edition, docs: Path, lines: Iterable[str]) -> list[Diagnostic]:
    """An error `render-failed` for each complaint about the pages of a tree, which lie in `docs`.

    The place is that of the paragraph in its capture, as far as the complaint names a page and words of it; else that of the
    capture; a page of the edition itself has only its own file.
    """
    return [Diagnostic(_place(edition, docs, line), "render-failed", f"MkDocs: {line}") for line in lines]


def _place(edition: Edition, docs: Path, line: str) -> Place:
    named = PAGE.search(line)
    page = named[1] if named else ""
    path = docs / page
    if not page or not path.is_file():
        return Place(f"docs/{docs.name}")
    text = path.read_text(encoding="utf-8")
    words = [found for found in QUOTED.findall(line) if found != page and found in text]
    at = min((text.index(found) for found in words), default=0)
    document = edition.by_id.get(Path(page).stem)
    if not document:
        return Place(f"docs/{docs.name}/{page}", 1 + text.count("\n", 0, at))
    name = ID.search(text, at)
    return _in_capture(edition, document, name[1] if name and at else "")


def _in_capture(edition: Edition, document: Document, name: str) -> Place:
    """Where a block or note of a document begins in its capture; the head of the capture where there is none of that name."""
    parts: tuple[Block | Note, ...] = (*document.blocks, *document.notes)
    origin = next((part.text.origin() for part in parts if part.id == name), [])
    line = line_of(edition.witness(document).raw, min(start for start, _ in origin)) if origin else 1
    return Place(document.source.raw_path, line)
