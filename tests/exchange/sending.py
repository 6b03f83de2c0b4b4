"""A document on its way to translators and back, without a disk."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.exchange import FORMATS, read_returned, take_in
from build_scripts.exchange.held import hold
from build_scripts.exchange.incoming import Accepted
from build_scripts.exchange.outgoing import units
from build_scripts.exchange.po_writing import write_po
from build_scripts.exchange.standing import NOBODY, Review
from build_scripts.exchange.unit import Batch, BatchText
from build_scripts.exchange.xliff_writing import write_xliff
from build_scripts.model import Document

FILE = "translation.en.md"
WRITERS = {"xliff": write_xliff, "po": write_po}


def sent(document: Document, form: str, sentences: bool = False) -> bytes:
    """The file of one document that goes to translators."""
    held = hold(document.source, FILE)
    found = tuple(units(document, held, "en", sentences=sentences))
    text = BatchText(document.id, f"seeds/{document.source.folder.name}", document.source.language, found)
    return WRITERS[form](Batch(document.id, FILE, "en", (text,), "2025-04-25"))


def back(document: Document, data: bytes, form: str, by: str = "", review: Review = NOBODY) -> Accepted:
    """What becomes of the document's translation when the file comes back. Raises BadInput."""
    return take_in({document.id: document}, read_returned({name_of(form): data}), by, review)


def name_of(form: str) -> str:
    return f"back{FORMATS[form].endings[0]}"


def changed(accepted: Accepted) -> Mapping[str, str]:
    """The new texts by the names of their files."""
    return {path.name: text for path, text in accepted.files.items()}
