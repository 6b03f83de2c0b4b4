"""What stands in boxes and under pictures of a newspaper page: points with their labels, captions with their credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.model import Block, BlockType
from build_scripts.readers.parts.lines import Line, gather
from build_scripts.text.characters import closes_sentence
from build_scripts.text.lexicon import any_word
from build_scripts.traced import Edit, Traced

CREDIT = re.compile(r"[。！？」』”][ \u3000]+(\S{2,12})\s*$")
CAPTION_MARK = re.compile(r"^\s*[▲▼◀▶△▽◁▷←→↑↓◄►]\s*")
BULLET = re.compile(r"^\s*[•●·◆■□○▪]\s*")
ATTRIBUTION = re.compile(rf"^{any_word('page', 'origins')}[：:]", re.IGNORECASE)


def read_items(lines: list[Line]) -> Iterator[Block]:
    """A box of points, each with a label before or after it where it has one; the label stands before it in the edition.

    A point has a bullet or ends with a sentence. Labels come after their points where the first point comes before any.
    """
    parts = [(_item_type(part), part) for part in _item_parts(lines)]
    kinds = [kind for kind, _ in parts if kind is not BlockType.ATTRIBUTION]
    labels_follow = kinds[:1] == [BlockType.ITEM]
    waiting: list[Block] = []
    for kind, part in parts:
        block = read_item(part) if kind is BlockType.ITEM else Block(kind, gather(part))
        if labels_follow and kind is BlockType.ITEM:
            yield from waiting
            waiting = [block]
        elif labels_follow and kind is BlockType.LABEL:
            yield from [block, *waiting]
            waiting = []
        else:
            yield from [*waiting, block]
            waiting = []
    yield from waiting


def _item_parts(lines: list[Line]) -> list[list[Line]]:
    """The lines of each point, label and attribution."""
    bulleted = any(BULLET.match(line.words) for line in lines)
    parts: list[list[Line]] = []
    for line in lines:
        fresh = not parts or BULLET.match(line.words) or closes_sentence(parts[-1][-1].words)
        fresh = fresh or (bulleted and not BULLET.match(parts[-1][0].words) and line.number > parts[-1][-1].number + 1)
        if fresh or ATTRIBUTION.match(line.words) or ATTRIBUTION.match(parts[-1][0].words):
            parts.append([])
        parts[-1].append(line)
    return parts


def _item_type(part: list[Line]) -> BlockType:
    if ATTRIBUTION.match(part[0].words):
        return BlockType.ATTRIBUTION
    is_item = BULLET.match(part[0].words) or closes_sentence(part[-1].words)
    return BlockType.ITEM if is_item else BlockType.LABEL


def read_item(part: list[Line]) -> Block:
    text = gather(part)
    mark = BULLET.match(text.text)
    return Block(BlockType.ITEM, text.edit([Edit(0, mark.end(), "", "bullet")]) if mark else text)


def split_captions(lines: list[Line]) -> list[list[Line]]:
    """The lines of each caption: one begins with a mark, and after the credit of the one before it."""
    parts: list[list[Line]] = []
    for line in lines:
        if not parts or CAPTION_MARK.match(line.words) or CREDIT.search(parts[-1][-1].words):
            parts.append([])
        parts[-1].append(line)
    return parts


def read_caption(text: Traced) -> Iterator[Block]:
    """A caption without the mark that points at its picture, and the credit that closes it."""
    mark = CAPTION_MARK.match(text.text)
    credit = CREDIT.search(text.text)
    body, *credits = text.partition([credit.start(1)]) if credit else [text]
    yield Block(BlockType.CAPTION, body.edit([Edit(0, mark.end(), "", "caption-mark")]) if mark else body)
    yield from (Block(BlockType.CREDIT, part) for part in credits)
