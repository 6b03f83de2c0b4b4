"""Links between documents: who quotes whom, with exact ends on both sides, and how faithfully.

Nothing heavy is imported until something is called: the modules load numpy and opencc where they need them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_scripts.links.model import Link
    from build_scripts.model import Document


def find_links(documents: Sequence[Document]) -> tuple[Link, ...]:
    """Every link between the documents: reprints, quotations, same wordings and note citations, in reading order.

    Spans are half-open code points of block texts as published; those of note citations lie in the note's text.
    """
    from build_scripts.links.citing import cite
    from build_scripts.links.finding import find_quotations
    from build_scripts.links.works import read_works

    works = read_works(documents)
    links = [*find_quotations(documents, works), *cite(documents, works)]
    places = [(document.id, part) for document in documents for part in _parts(document)]
    order = {place: index for index, place in enumerate(places)}
    return tuple(sorted(links, key=lambda link: (order[link.source.document, link.source.block], link.source.start)))


def _parts(document: Document) -> list[str]:
    """The ids of what a span may stand in: blocks, then notes."""
    return [*(block.id for block in document.blocks), *(note.id for note in document.notes)]
