"""The body of a text in TEI: headings open nested divisions; labels and items are lists, captions and credits figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from build_scripts.model import Block, BlockType
from build_scripts.writers.tei.inline import fill
from build_scripts.writers.tei.scope import Scope, TextVersion, corresponding
from build_scripts.writers.tei.xml import Element, make

LIST = (BlockType.LABEL, BlockType.ITEM)
FIGURE = (BlockType.CAPTION, BlockType.CREDIT)


@dataclass(frozen=True, slots=True)
class Container:
    """Blocks that one element holds: a heading, a list's, a figure's, or a single one."""

    kind: str
    blocks: tuple[Block, ...]


def body(scope: Scope, version: TextVersion, blocks: Sequence[Block]) -> Element:
    """The body; one of which nothing but captions is translated yet holds a gap, since TEI allows no empty one."""
    root = make("body")
    opened = [(0, root)]
    for group in _groups(blocks):
        first = group.blocks[0]
        if group.kind == "heading":
            while len(opened) > 1 and opened[-1][0] >= first.level:
                opened.pop()
            division = make("div")
            opened[-1][1].append(division)
            opened.append((first.level, division))
        opened[-1][1].extend(_elements(scope, version, group))
    if all(child.tag.endswith("}figure") for child in root):
        root.append(make("p", make("gap", reason="untranslated")))
    return root


def _groups(blocks: Sequence[Block]) -> Iterator[Container]:
    """Neighbours of a list and of a figure together; a dateline only where it opens the text, as TEI has it."""
    opening = len(blocks) > 1 and blocks[0].type is BlockType.DATELINE and blocks[1].type is BlockType.PARAGRAPH
    for kind, found in groupby(blocks, _kind):
        group = tuple(found)
        if kind in ("list", "figure"):
            yield Container(kind, group)
        else:
            yield from (Container("opening" if opening and block is blocks[0] else kind, (block,)) for block in group)


def _kind(block: Block) -> str:
    if block.type is BlockType.HEADING:
        return "heading"
    return "list" if block.type in LIST else "figure" if block.type in FIGURE else "single"


def _elements(scope: Scope, version: TextVersion, group: Container) -> Iterator[Element]:
    filled = [_block(scope, version, block, group.kind == "opening") for block in group.blocks]
    if group.kind == "list":
        yield from _lists(group.blocks, filled)
    elif group.kind == "figure":
        yield from _figures(group.blocks, filled)
    else:
        yield from filled


def _block(scope: Scope, version: TextVersion, block: Block, opening: bool) -> Element:
    """A block as the element of its type."""
    tag, kind = ("dateline", "") if opening else _tag(block.type)
    element = make(tag, id=scope.id(f"{block.id}{version.suffix}"), type=kind, **corresponding(scope, version, block.id))
    return fill(element, scope, version, block.id, block.text, block.marks, block.id)


def _tag(kind: BlockType) -> tuple[str, str]:
    """The element of a type of block, and its type where the element alone does not tell."""
    match kind:
        case BlockType.HEADING | BlockType.PARAGRAPH | BlockType.QUOTATION | BlockType.VERSE:
            return {"heading": "head", "paragraph": "p", "quotation": "quote", "verse": "l"}[kind.value], ""
        case BlockType.LABEL | BlockType.ITEM:
            return kind.value, ""
        case BlockType.CAPTION:
            return "head", "caption"
        case BlockType.DATELINE | BlockType.STATEMENT | BlockType.CREDIT | BlockType.ATTRIBUTION | BlockType.EDITOR:
            return "ab", kind.value
        case BlockType.KICKER | BlockType.HEADLINE | BlockType.DECK | BlockType.ABSTRACT | BlockType.KEYWORDS:
            return "ab", kind.value
        case BlockType.FUNDING | BlockType.AUTHOR_NOTE | BlockType.TABLE:
            return "ab", kind.value
    assert_never(kind)


def _lists(blocks: Sequence[Block], filled: Sequence[Element]) -> Iterator[Element]:
    """Labels with their items, or items alone; TEI has no list of both, so each change begins another one."""
    current: tuple[str, Element] | None = None
    at = 0
    while at < len(blocks):
        labelled = blocks[at].type is BlockType.LABEL
        if labelled and (at + 1 == len(blocks) or blocks[at + 1].type is BlockType.LABEL):
            if current:
                yield current[1]
            current, step = None, 1
            yield filled[at]
        else:
            kind, step = ("gloss", 2) if labelled else ("", 1)
            if current and current[0] != kind:
                yield current[1]
            if not current or current[0] != kind:
                current = kind, make("list", type=kind)
            current[1].extend(filled[at : at + step])
        at += step
    if current:
        yield current[1]


def _figures(blocks: Sequence[Block], filled: Sequence[Element]) -> Iterator[Element]:
    """A caption opens a figure; the picture itself is not in any capture."""
    figure = make("figure")
    for block, element in zip(blocks, filled, strict=True):
        if block.type is BlockType.CAPTION and len(figure):
            yield figure
            figure = make("figure")
        figure.append(element)
    yield figure
