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
SETTING = re.compile(r"Config value '([a-z_]+)'")
ID = re.compile(r"\{:?#([a-z0-9-]+?)(?:-(?:en|zh\S*))?(?:[ }]|$)", re.MULTILINE)


def complaints(edition: Edition, root: Path, tree: str, lines: Iterable[str]) -> list[Diagnostic]:
    """An error `render-failed` for each complaint about the pages of a tree, which lie in `docs/<tree>` under `root`.

    The place is that of the paragraph in its capture, as far as the complaint names a page and words of it; else that of the
    capture; a page of the edition itself has only its own file; what names no page is about the configuration.
    """
    plain = [line.replace(f"{root}/", "") for line in lines]
    return [Diagnostic(_place(edition, root, tree, line), "render-failed", f"MkDocs: {line}") for line in plain]


def _place(edition: Edition, root: Path, tree: str, line: str) -> Place:
    named = PAGE.search(line)
    page = named[1] if named else ""
    path = root / "docs" / tree / page
    if not page or not path.is_file():
        return _in_configuration(root, line)
    text = path.read_text(encoding="utf-8")
    words = [found for found in QUOTED.findall(line) if found != page and found in text]
    at = min((text.index(found) for found in words), default=0)
    document = edition.by_id.get(Path(page).stem)
    if not document:
        return Place(f"docs/{tree}/{page}", 1 + text.count("\n", 0, at))
    name = ID.search(text, at)
    return _in_capture(edition, document, name[1] if name and at else "")


def _in_configuration(root: Path, line: str) -> Place:
    """The line of `mkdocs.yml` whose key a complaint names; its first where it names none."""
    key = SETTING.search(line)
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8") if key and path.is_file() else ""
    given = re.search(rf"^{key[1]}\s*:", text, re.MULTILINE) if key else None
    return Place("mkdocs.yml", line_of(text, given.start()) if given else 1)


def _in_capture(edition: Edition, document: Document, name: str) -> Place:
    """Where a block or note of a document begins in its capture; the head of the capture where there is none of that name."""
    parts: tuple[Block | Note, ...] = (*document.blocks, *document.notes)
    origin = next((part.text.origin() for part in parts if part.id == name), [])
    line = line_of(edition.witness(document).raw, min(start for start, _ in origin)) if origin else 1
    return Place(document.source.raw_path, line)
