"""Points of a list in a print: paragraphs that are announced, numbered one after another and closed by semicolons, or that open
with the same bullet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.model import Block, BlockType
from build_scripts.readers.parts.bullets import BULLET
from build_scripts.text.numerals import COUNTING, numeral
from build_scripts.text.radicals import unified
from build_scripts.traced import Edit

MARK = re.compile(rf"\s*([（(]?)(?:(\d{{1,2}})|([{COUNTING}]{{1,3}})|([a-z]))([）)])")
AND = re.compile(r"\s+(?:and|or)\s*$")  # behind the semicolon of the last point but one
FEWEST = 2
ANNOUNCES, GOES_ON = "：:", "；;"


def with_points(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those paragraphs items that are points of a list for certain."""
    found = _with_bullets(blocks)
    for start in range(1, len(blocks)):
        if _ends(blocks[start - 1], ANNOUNCES):
            end = start + 1
            while end < len(blocks) and _ends(blocks[end - 1], GOES_ON) and _follows(blocks[end - 1], blocks[end]):
                end += 1
            if end - start >= FEWEST and not _ends(blocks[end - 1], GOES_ON + ANNOUNCES):
                found[start:end] = [replace(each, type=BlockType.ITEM) for each in blocks[start:end]]
    return found


def _with_bullets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those paragraphs items that open with a bullet, as does one beside them with any, or that are announced."""
    marks = [BULLET.match(each.text.text) if each.type is BlockType.PARAGRAPH else None for each in blocks]
    signs = ["", *(mark[1] if mark else "" for mark in marks), ""]
    found = list(blocks)
    for at, mark in enumerate(marks):
        announced = at > 0 and _ends(blocks[at - 1], ANNOUNCES)
        if mark and (announced or signs[at] or signs[at + 2]):
            text = blocks[at].text.edit([Edit(0, mark.end(), "", "bullet")])
            found[at] = replace(blocks[at], type=BlockType.ITEM, text=text)
    return found


def _ends(block: Block, marks: str) -> bool:
    return AND.sub("", block.text.text).rstrip()[-1:] in [*marks]


def _follows(above: Block, block: Block) -> bool:
    """Whether two paragraphs have numbers in the same form, the second one more than the first."""
    one, other = _number(above), _number(block)
    return one is not None and other is not None and other == (one[0], one[1] + 1)


def _number(block: Block) -> tuple[str, int] | None:
    match = MARK.match(unified(block.text.text)) if block.type is BlockType.PARAGRAPH else None
    if not match:
        return None
    figures, chinese, letter = match[2], match[3], match[4]
    number = int(figures) if figures else numeral(chinese) if chinese else ord(letter) - ord("a") + 1
    return f"{match[1]}{'figures' if figures else 'chinese' if chinese else 'letter'}{match[5]}", number
