"""Permanent ids: the kind of block and its count in the document, the same in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from build_scripts.diagnostics import bad
from build_scripts.model import Block, BlockType, Document, Translation

PREFIX = {
    BlockType.KICKER: "kicker",
    BlockType.HEADLINE: "headline",
    BlockType.DECK: "deck",
    BlockType.DATELINE: "dateline",
    BlockType.ABSTRACT: "abstract",
    BlockType.KEYWORDS: "keywords",
    BlockType.HEADING: "h",
    BlockType.PARAGRAPH: "p",
    BlockType.LABEL: "label",
    BlockType.ITEM: "item",
    BlockType.CAPTION: "caption",
    BlockType.CREDIT: "credit",
    BlockType.ATTRIBUTION: "attribution",
    BlockType.FUNDING: "funding",
    BlockType.AUTHOR_NOTE: "author-note",
    BlockType.EDITOR: "editor",
    BlockType.STATEMENT: "statement",
}
# Blocks of which a document usually has one carry no number as long as there is only one.
COUNTED = (BlockType.HEADING, BlockType.PARAGRAPH, BlockType.LABEL, BlockType.ITEM)


def identify(document: Document) -> Document:
    """Give every block its id; a translation's paragraphs get those of the paragraphs they translate, in order.

    Raises BadInput: translation-mismatch.
    """
    blocks = _numbered(document.blocks)
    return replace(document, blocks=blocks, translation=_paired(document, blocks))


def _numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    count: Counter[BlockType] = Counter()
    numbered = []
    for block in blocks:
        count[block.type] += 1
        first = count[block.type] == 1 and block.type not in COUNTED
        numbered.append(replace(block, id=PREFIX[block.type] + ("" if first else str(count[block.type]))))
    return tuple(numbered)


def _paired(document: Document, blocks: tuple[Block, ...]) -> Translation | None:
    translation = document.translation
    if not translation:
        return None
    kinds = (BlockType.HEADING, BlockType.PARAGRAPH)
    own = [block for block in blocks if block.type in kinds]
    if [block.type for block in own] != [block.type for block in translation.blocks]:
        place = document.source.place("translation")
        counts = [", ".join(_counted(each, kind) for kind in kinds) for each in (own, translation.blocks)]
        sentence = f"{counts[0]} in the text, but {counts[1]} in “{translation.language}”"
        raise bad(place, "translation-mismatch", sentence, "paragraphs must pair one to one; see “structure”")
    paired = (replace(block, id=mine.id) for block, mine in zip(translation.blocks, own, strict=True))
    return replace(translation, blocks=tuple(paired))


def _counted(blocks: Iterable[Block], kind: BlockType) -> str:
    return f"{sum(block.type is kind for block in blocks)} {kind}s"
