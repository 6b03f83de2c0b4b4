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
    order = {document.id: index for index, document in enumerate(documents)}
    places = {(d.id, b.id): index for d in documents for index, b in enumerate((*d.blocks, *d.notes))}
    return tuple(
        sorted(
            links,
            key=lambda link: (order[link.source.document], places[link.source.document, link.source.block], link.source.start),
        )
    )
