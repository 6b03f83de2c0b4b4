"""Spans that play a part of their own: a paper's label, the sentence that leads a paragraph of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.decided import find_once, unused
from build_scripts.model import Block, BlockType, Document, Mark
from build_scripts.source import MarkDecision

STORY_LABEL = re.compile(r"^【[^】]{1,20}】")
LEAD = re.compile(r"^[^。，；：！？]{4,34}。(?=.)")
FEWEST = 3


def mark_spans(document: Document) -> Document:
    """Mark labels, and leads where at least three paragraphs running, not the first of their section, open with one."""
    blocks = [replace(block, marks=_label(block)) for block in document.blocks]
    for start, end in _lists(blocks):
        for index in range(start, end):
            block = blocks[index]
            blocks[index] = replace(block, marks=(*block.marks, Mark(0, lead_length(block.text.text), "lead")))
    for decision in document.source.decisions.marks:
        if decision.passage.document == document.id:
            blocks = [_decided(block, decision) for block in blocks]
            _check_named(document, decision)
    return replace(document, blocks=tuple(blocks))


def _decided(block: Block, decision: MarkDecision) -> Block:
    """The block with what an editor decided of its marks: what overlaps the words goes, and their role comes."""
    if block.id != decision.passage.block:
        return block
    start, end = find_once(decision.passage, block.text.text, decision.place)
    kept = tuple(mark for mark in block.marks if mark.end <= start or end <= mark.start)
    if decision.role != "none":
        return replace(block, marks=(*kept, Mark(start, end, decision.role)))
    if kept == block.marks:
        raise unused(decision.place, f"“{decision.passage.words}” in {block.id} has no mark to take back")
    return replace(block, marks=kept)


def _check_named(document: Document, decision: MarkDecision) -> None:
    if decision.passage.block not in {block.id for block in document.blocks}:
        raise unused(decision.place, f"“{document.id}” has no block “{decision.passage.block}”")


def _label(block: Block) -> tuple[Mark, ...]:
    match = STORY_LABEL.match(block.text.text) if block.type is BlockType.PARAGRAPH else None
    return (Mark(0, match.end(), "label"),) if match else ()


def lead_length(text: str) -> int:
    """Length in code points of a short opening sentence without a comma that is followed by more text; 0 without one.

    >>> lead_length("完整产业体系提供坚实物质保障。我国作为…"), lead_length("完整,海洋经济。正")
    (15, 8)
    >>> lead_length("当前，海洋经济技术正加速创新。对"), lead_length("只有一句。")
    (0, 0)
    """
    match = LEAD.match(text)
    return match.end() if match else 0


def _lists(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Half-open index ranges of paragraphs that form a list: under one heading, after the section's opening."""
    found, start = [], None
    for index in range(len(blocks) + 1):
        inside = 0 < index < len(blocks) and _may_lead(blocks, index)
        if inside and start is None:
            start = index
        if not inside and start is not None:
            if index - start >= FEWEST:
                found.append((start, index))
            start = None
    return found


def _may_lead(blocks: Sequence[Block], index: int) -> bool:
    both = blocks[index].type is BlockType.PARAGRAPH is blocks[index - 1].type
    return both and lead_length(blocks[index].text.text) > 0
