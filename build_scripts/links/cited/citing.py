"""Note citations: from each note to the work it cites, and to the document where the edition has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.links.cited.works import Work
from build_scripts.links.model import NoteCitation, Span
from build_scripts.model import BlockType, Document

BEFORE_THE_TEXT = (BlockType.KICKER, BlockType.DATELINE)


def cite(documents: Sequence[Document], works: Sequence[Work]) -> Iterator[NoteCitation]:
    """A link for each work that each note cites. The span is in the note, whose id stands in the place of a block's;
    it leads to the first block of the document, headline or paragraph."""
    known = {document.id: document for document in documents}
    for work in works:
        target = _opening(known[work.document]) if work.document in known else None
        for by in work.cited_by:
            source = Span(by.document, by.id, by.start, by.end)
            yield NoteCitation(source, target, work.id)


def _opening(document: Document) -> Span | None:
    block = next((block for block in document.blocks if block.type not in BEFORE_THE_TEXT), None)
    return Span(document.id, block.id, 0, len(block.text.text)) if block else None
