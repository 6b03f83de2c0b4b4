"""Links between documents: who quotes whom, with exact ends on both sides, and how faithfully.

Nothing heavy is imported until something is called: the modules load numpy and opencc where they need them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_scripts.links.cited.works import Work
    from build_scripts.links.model import Link
    from build_scripts.links.words.regional import RegionalWords
    from build_scripts.model import Document


def find_links(
    documents: Sequence[Document], works: Sequence[Work] | None = None, words: RegionalWords | None = None
) -> tuple[Link, ...]:
    """Every link between the documents: reprints, quotations, same wordings and note citations, in reading order.

    `works` are those that the notes cite, read here where they are not given; `words` the regional
    ones, those of the language where they are not given. Spans are half-open code points of block texts
    as published; those of note citations lie in the note's text. What editors decided of them has the last word.
    """
    from build_scripts.links.cited.citing import cite
    from build_scripts.links.cited.works import read_works
    from build_scripts.links.finding import find_quotations
    from build_scripts.links.verdict.editorial import apply_decisions

    works = read_works(documents) if works is None else works
    found = apply_decisions(find_quotations(documents, works, words), documents, works, words)
    links: list[Link] = [*found, *cite(documents, works)]
    places = [(document.id, part) for document in documents for part in _parts(document)]
    order = {place: index for index, place in enumerate(places)}
    return tuple(sorted(links, key=lambda link: (order[link.source.document, link.source.block], link.source.start)))


def _parts(document: Document) -> list[str]:
    """The ids of what a span may stand in: blocks, then notes."""
    return [*(block.id for block in document.blocks), *(note.id for note in document.notes)]
