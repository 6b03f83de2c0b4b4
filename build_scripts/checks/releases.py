"""What `changes.yaml` names: places that the edition has or once had."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.edition.edition import Edition
from build_scripts.model import Document


def check_releases(edition: Edition) -> Iterator[Diagnostic]:
    """`unknown-id` for a place of a text that never had it. A text that the edition no longer has may have had any."""
    for change in (each for release in edition.releases for each in release.changes):
        for name, block in change.places:
            document = edition.by_id.get(name)
            if document and block and block not in _ids(document):
                sentence = f"“{name}” has no paragraph or note “{block}” and never had"
                yield Diagnostic(change.place, "unknown-id", sentence, "the address of a paragraph ends with its id", "warning")


def _ids(document: Document) -> set[str]:
    return {each.id for each in (*document.parts, *document.retired)}
