"""Permanent ids: of a new document the kind of block and its count, the same in every language; then they follow the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import count as count_from

from build_scripts.diagnostics import bad
from build_scripts.model import Anchor, Block, BlockType, Document, Translation
from build_scripts.passes.following import Part, follow, kind_of
from build_scripts.text.numbers import letters

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
    BlockType.QUOTATION: "quotation",
    BlockType.VERSE: "verse",
    BlockType.TABLE: "table",
    BlockType.CAPTION: "caption",
    BlockType.CREDIT: "credit",
    BlockType.ATTRIBUTION: "attribution",
    BlockType.FUNDING: "funding",
    BlockType.AUTHOR_NOTE: "author-note",
    BlockType.EDITOR: "editor",
    BlockType.STATEMENT: "statement",
}
# Blocks of which a document usually has one carry no number as long as there is only one.
COUNTED = (
    *(BlockType.HEADING, BlockType.PARAGRAPH, BlockType.LABEL, BlockType.ITEM),
    *(BlockType.QUOTATION, BlockType.VERSE, BlockType.TABLE),
)

LETTERED = (*(PREFIX[kind] for kind in COUNTED), "n")


def identify(document: Document) -> Document:
    """Give every block and note its id: the one that its words have been published under, else one that never was another's.

    A translation's paragraphs get those of the paragraphs they translate, in order. Raises BadInput: translation-mismatch.
    """
    parts = [*(Part(name, block.text.text) for name, block in zip(_counted_ids(document.blocks), document.blocks, strict=True))]
    parts += [Part(note.id, note.text.text) for note in document.notes]
    anchors = [each for each in document.source.anchors if each.document == document.id]
    names = _names(parts, anchors) if anchors else [part.id for part in parts]
    blocks = tuple(replace(block, id=name) for block, name in zip(document.blocks, names, strict=False))
    notes = tuple(replace(note, id=name) for note, name in zip(document.notes, names[len(blocks) :], strict=True))
    return replace(document, blocks=blocks, notes=notes, translation=_paired(document, blocks))


def _counted_ids(blocks: tuple[Block, ...]) -> list[str]:
    """What the blocks are called by their kind and place alone."""
    count: Counter[BlockType] = Counter()
    names = []
    for block in blocks:
        count[block.type] += 1
        first = count[block.type] == 1 and block.type not in COUNTED
        names.append(PREFIX[block.type] + ("" if first else str(count[block.type])))
    return names


def _names(parts: Sequence[Part], anchors: Sequence[Anchor]) -> list[str]:
    """The ids of the parts: published ones follow their words, others are new."""
    found = follow(anchors, parts)
    used = {each.id for each in anchors}
    names = [found[index].id if index in found else "" for index in range(len(parts))]
    for index, part in enumerate(parts):
        if not names[index]:
            around = [[name for name in some if kind_of(name) == part.kind] for some in (names[:index], names[index + 1 :])]
            names[index] = new_id(part.kind, around[0][-1] if around[0] else "", any(around[1]), used)
            used.add(names[index])
    return names


def new_id(kind: str, before: str, between: bool, used: Collection[str]) -> str:
    """An id that is none of those used. Before a published one of its kind it is that of the one above and a letter, so that
    two people who each add a paragraph do not give them one id; else the next number.

    >>> new_id("p", "p2", True, {"p1", "p2", "p3"}), new_id("p", "p2a", True, {"p2", "p2a"}), new_id("p", "", True, {"p1"})
    ('p2a', 'p2b', 'p0a')
    >>> new_id("p", "p3", False, {"p3", "p7", "p2a"}), new_id("caption", "", True, {"caption"}), new_id("h", "", False, set())
    ('p8', 'caption2', 'h1')
    """
    if between and kind in LETTERED:
        above = re.match(r"[a-z-]+(\d+)", before)
        stem = f"{kind}{above[1] if above else 0}"
        return next(name for at in count_from() if (name := stem + letters(at)) not in used)
    numbers = [int(match[1] or 1) for name in used if (match := re.fullmatch(rf"{kind}(\d*)[a-z]*", name))]
    number = max(numbers, default=0) + 1
    return kind if number == 1 and kind not in LETTERED else f"{kind}{number}"


def _paired(document: Document, blocks: tuple[Block, ...]) -> Translation | None:
    translation = document.translation
    if not translation:
        return None
    kinds = (BlockType.HEADING, BlockType.PARAGRAPH)
    of_kinds = [block for block in blocks if block.type in kinds]
    if [block.type for block in of_kinds] != [block.type for block in translation.blocks]:
        place = document.source.place("translation")
        counts = [", ".join(_counted(each, kind) for kind in kinds) for each in (of_kinds, translation.blocks)]
        sentence = f"{counts[0]} in the text, but {counts[1]} in “{translation.language}”"
        raise bad(place, "translation-mismatch", sentence, "paragraphs must pair one to one; see “structure”")
    paired = (replace(block, id=mine.id) for block, mine in zip(translation.blocks, of_kinds, strict=True))
    return replace(translation, blocks=tuple(paired))


def _counted(blocks: Iterable[Block], kind: BlockType) -> str:
    return f"{sum(block.type is kind for block in blocks)} {kind}s"
