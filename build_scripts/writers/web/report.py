"""What a page's script fills a report of an error in with: to whom, and which raw lines each paragraph is from."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from build_scripts.diagnostics import line_of
from build_scripts.edition.version import left_open
from build_scripts.model import Block, Note
from build_scripts.views.document import ShownDocument
from build_scripts.views.tree import Tree


def report_data(tree: Tree, document: ShownDocument) -> str:
    """JSON for the page; empty where the edition names nobody to report to."""
    to = tree.edition.settings.report
    if not to:
        return ""
    data = {
        "to": to,
        "label": tree.say("report"),
        "title": tree.say("report-title"),
        "document": document.id,
        "raw": document.document.source.raw_path,
        "lines": dict(_lines(tree, document)),
        "version": left_open(tree.edition.version).name,
    }
    return dumps(data, ensure_ascii=False, separators=(",", ":"))


def _lines(tree: Tree, document: ShownDocument) -> Iterator[tuple[str, str]]:
    """The id of each block and note with the lines of the capture that its text is from, counted from 1."""
    raw = tree.edition.witness(document.document).raw
    parts: tuple[Block | Note, ...] = (*document.document.blocks, *document.document.notes)
    for part in parts:
        origin = part.text.origin()
        if origin:
            first, last = line_of(raw, min(start for start, _ in origin)), line_of(raw, max(end for _, end in origin) - 1)
            yield part.id, f"{first}" if first == last else f"{first}-{last}"
