"""One printed newspaper page as PDF text: several stories out of order, headlines after their stories, captions, a box.

The line map of source.yaml gives every raw line that is not blank to one story and role; the reader does the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from build_scripts.diagnostics import BadInput, Diagnostic, bad
from build_scripts.model import Block, BlockType, Document, Place, Source, Story, Witness
from build_scripts.readers.columns import full_widths, is_indented, is_short, split_paragraphs
from build_scripts.readers.lines import Line, gather, split_lines
from build_scripts.text.characters import closes_sentence
from build_scripts.traced import Edit, Traced

CREDIT = re.compile(r"[。！？」』”][ \u3000]+(\S{2,12})\s*$")
CAPTION_MARK = re.compile(r"^\s*[▲▼◀▶△▽◁▷←→↑↓◄►]\s*")
BULLET = re.compile(r"^\s*[•●·◆■□○▪]\s*")
ATTRIBUTION = re.compile(r"^(?:資料|资料|圖片|图片|圖|图|文字|數據|数据)?(?:來源|来源)[：:]|^Sources?:", re.IGNORECASE)


def read(source: Source, raw: str) -> Witness:
    """The stories of the page. Raises BadInput: `line-twice`, `line-unassigned`, `empty-document`."""
    lines = split_lines(raw)
    _check_map(source, lines)
    if not source.stories:
        hint = "name each story under “structure”, with its lines"
        raise bad(source.place("structure"), "empty-document", "the page has no story", hint)
    by_number = {line.number: line for line in lines}
    documents = tuple(_document(source, story, by_number) for story in source.stories)
    furniture = {number for role, number in source.roles if role == "furniture"}
    rest = [by_number[number].text.removed("page-furniture") for number in sorted(furniture)]
    given = furniture | {number for story in source.stories for _, number in story.lines}
    rest += [line.text.removed("blank-line") for line in lines if line.number not in given]
    return Witness(source, raw, documents, tuple(rest))


def _check_map(source: Source, lines: Sequence[Line]) -> None:
    """Every line that is not blank is given out exactly once."""
    given = Counter(number for story in source.stories for _, number in story.lines)
    given.update(number for _, number in source.roles)
    there = {line.number for line in lines}
    place = source.place("structure")
    problems = [
        Diagnostic(_where(source, number), "line-twice", f"raw line {number} is given out {count} times",
                   "take it out of the other role or story")
        for number, count in sorted(given.items()) if count > 1
    ]  # fmt: skip
    problems += [
        Diagnostic(_where(source, number), "bad-lines", f"the capture has no line {number}", f"its last line is {len(lines)}")
        for number in sorted(given) if number not in there
    ]
    problems += [
        Diagnostic(Place(source.raw_path, line.number), "line-unassigned",
                   f"raw line {line.number} belongs to no story: {line.words[:24]}",
                   f"give it out in {place.path}:{place.line}, or list it under “furniture”")
        for line in lines if not line.blank and line.number not in given
    ]  # fmt: skip
    if problems:
        raise BadInput(*problems)


def _where(source: Source, number: int) -> Place:
    """The last role of the line map that names a line."""
    names = [f"structure.{story.id}.{role}" for story in source.stories for role, n in story.lines if n == number]
    names += ["structure.furniture" for _, n in source.roles if n == number]
    return source.place(names[-1])


def _document(source: Source, story: Story, by_number: dict[int, Line]) -> Document:
    groups: dict[str, list[Line]] = {}
    for role, number in story.lines:
        groups.setdefault(role, []).append(by_number[number])
    rest = [line.text.removed("blank-line") for lines in groups.values() for line in lines if line.blank]
    roles = {role: [line for line in lines if not line.blank] for role, lines in groups.items()}
    blocks = [block for role, lines in roles.items() if lines for block in _blocks(role, lines)]
    if not any(block.type in (BlockType.PARAGRAPH, BlockType.ITEM) for block in blocks):
        place = source.place(f"structure.{story.id}")
        raise bad(place, "empty-document", f"the story “{story.id}” has no text", "give it lines under “body”")
    return Document(
        id=story.id, kind=story.kind, source=source, blocks=tuple(sorted(blocks, key=_printed_order)),
        titles=story.titles, descriptions=story.descriptions, rest=tuple(rest),
    )  # fmt: skip


def _printed_order(block: Block) -> int:
    """Kicker, headline and deck stand above the text whatever their place in the capture; captions below it."""
    order = {BlockType.KICKER: 0, BlockType.HEADLINE: 1, BlockType.DECK: 2, BlockType.CAPTION: 4, BlockType.CREDIT: 4}
    return order.get(block.type, 3)


def _blocks(role: str, lines: list[Line]) -> Iterator[Block]:
    match role:
        case "kicker" | "headline" | "deck":
            yield from (Block(BlockType(role), gather(part)) for part in _runs(lines))
        case "body":
            yield from _body(lines)
        case "items":
            yield from _items(lines)
        case "caption":
            for part in _captions(lines):
                yield from _caption(gather(part))
        case _:
            raise ValueError(role)


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that follow one another in the capture, together."""
    parts: list[list[Line]] = []
    for line in lines:
        if not parts or parts[-1][-1].number + 1 != line.number:
            parts.append([])
        parts[-1].append(line)
    return parts


def _body(lines: list[Line]) -> Iterator[Block]:
    full = full_widths(lines)
    start = 0
    for index in range(len(lines)):
        if _is_subhead(lines, full, index):
            yield from map(_paragraph, split_paragraphs(lines[start:index]))
            yield Block(BlockType.HEADING, lines[index].text, level=2)
            start = index + 1
    yield from map(_paragraph, split_paragraphs(lines[start:]))


def _is_subhead(lines: list[Line], full: list[float], index: int) -> bool:
    """A short line that closes no sentence, after the end of a paragraph and before the first line of another."""
    line = lines[index]
    if index + 1 == len(lines) or closes_sentence(line.words) or not is_short(line.width, full[index]):
        return False
    before = lines[index - 1] if index else None
    return (not before or closes_sentence(before.words)) and is_indented(lines[index + 1].width, full[index])


def _paragraph(lines: list[Line]) -> Block:
    return Block(BlockType.PARAGRAPH, gather(lines))


def _items(lines: list[Line]) -> Iterator[Block]:
    """A box of points, each with a label before or after it where it has one; the label stands before it in the edition.

    A point has a bullet or ends with a sentence. Labels come after their points where the first point comes before any.
    """
    parts = [(_item_type(part), part) for part in _item_parts(lines)]
    kinds = [kind for kind, _ in parts if kind is not BlockType.ATTRIBUTION]
    labels_follow = kinds[:1] == [BlockType.ITEM]
    waiting: list[Block] = []
    for kind, part in parts:
        block = _item(part) if kind is BlockType.ITEM else Block(kind, gather(part))
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


def _item(part: list[Line]) -> Block:
    text = gather(part)
    mark = BULLET.match(text.text)
    return Block(BlockType.ITEM, text.edit([Edit(0, mark.end(), "", "bullet")]) if mark else text)


def _captions(lines: list[Line]) -> list[list[Line]]:
    """The lines of each caption: one begins with a mark, and after the credit of the one before it."""
    parts: list[list[Line]] = []
    for line in lines:
        if not parts or CAPTION_MARK.match(line.words) or CREDIT.search(parts[-1][-1].words):
            parts.append([])
        parts[-1].append(line)
    return parts


def _caption(text: Traced) -> Iterator[Block]:
    """A caption without the mark that points at its picture, and the credit that closes it."""
    mark = CAPTION_MARK.match(text.text)
    credit = CREDIT.search(text.text)
    body, *credits = text.partition([credit.start(1)]) if credit else [text]
    yield Block(BlockType.CAPTION, body.edit([Edit(0, mark.end(), "", "caption-mark")]) if mark else body)
    yield from (Block(BlockType.CREDIT, part) for part in credits)

