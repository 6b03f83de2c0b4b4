"""A web page as text: breadcrumb, title, dateline, headline lines, body, its translation below, site furniture.

Every line is given one role; what the page says about itself becomes fields, what the site put around it goes under a
named rule. `structure` in source.yaml can give a line its role where the shape alone does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.diagnostics import bad
from build_scripts.model import Block, BlockType, Document, Field, Place, Source, Translation, Witness
from build_scripts.readers.dateline import STAMP, is_dateline, read_dateline, read_programme, split_wire_dateline
from build_scripts.readers.lines import Line, split_lines
from build_scripts.text.characters import closes_sentence, is_mostly_han, width
from build_scripts.traced import Traced

BREADCRUMB = re.compile(r"^\S{1,12}(?:\s*[>›»]\s*\S{1,20})+\s*[>›»]?$")
# What a page asks of its visitor, not what it tells: at most this long, and no sentence.
FURNITURE = re.compile(r"^(?:分享|打印|列印|收藏|返回|評論|评论|相關新聞|相关新闻|更多|上一篇|下一篇|扫一扫|掃一掃|Share|Print)\S{0,8}$")
LONGEST_HEADING = 45.0  # ems
STAMPED = 2  # as many lines with a time as make a list of other headlines


def read(source: Source, raw: str) -> Witness:
    """The one document of the page. Raises BadInput: empty-document, translation-mismatch."""
    lines = split_lines(raw)
    roles = dict(_roles(lines, source))
    groups = {role: [line for line in lines if roles[line.number] == role] for role in set(roles.values())}
    fields = list(_fields(groups, source))
    blocks: list[Block] = []
    for line in lines:
        made, said = _block(line, roles[line.number])
        blocks += made
        fields += said
    if not any(block.type is BlockType.PARAGRAPH for block in blocks):
        raise bad(Place(source.raw_path), "empty-document", "no paragraph was found in the capture")
    rest = [line.text.removed(rule) for rule in ("breadcrumb", "page-furniture") for line in groups.get(rule, ())]
    rest += [line.text.removed("other-headlines") for line in groups.get("other-headlines", ())]
    rest += [line.text.removed("blank-line") for line in groups.get("blank", ())]
    document = Document(
        id=source.id, kind=source.kind, source=source, fields=tuple(fields), blocks=tuple(blocks),
        titles=source.titles, descriptions=source.descriptions, translation=_translation(groups, source),
    )  # fmt: skip
    return Witness(source, raw, (document,), tuple(rest))


def _roles(lines: Sequence[Line], source: Source) -> Iterator[tuple[int, str]]:
    """`(line, role)` for every line; a role given by the editor wins."""
    text = [line for line in lines if not line.blank]
    given = {number: "page-furniture" if role == "furniture" else role for role, number in source.roles}
    headlines = _other_headlines(text)
    opening = _opening(text)
    foreign = _foreign(text, source)
    for line in lines:
        role = "blank" if line.blank else given.get(line.number) or opening.get(line.number)
        if not role and line.number in headlines:
            role = "other-headlines"
        if not role and line.number in foreign:
            role = "translation"
        if not role and FURNITURE.match(line.words):
            role = "page-furniture"
        yield line.number, role or ("heading" if _is_heading(line) else "paragraph")


def _opening(lines: Sequence[Line]) -> dict[int, str]:
    """Roles of what stands above the first paragraph: breadcrumb, title, dateline, headline lines."""
    first = next((i for i, line in enumerate(lines) if closes_sentence(line.words)), 0)
    roles, title = {}, ""
    dated = any(is_dateline(line.words) for line in lines[:first])
    for line in lines[:first]:
        if BREADCRUMB.match(line.words):
            roles[line.number] = "breadcrumb"
        elif is_dateline(line.words):
            roles[line.number] = "dateline"
        elif FURNITURE.match(line.words):
            roles[line.number] = "page-furniture"
        elif not title:
            roles[line.number], title = "title", line.words
        elif dated and _letters(line.words) in _letters(title):
            roles[line.number] = "headline"
    return roles


def _other_headlines(lines: Sequence[Line]) -> set[int]:
    """The lines after the last paragraph, if they carry times as lists of other pages' headlines do."""
    last = max((i for i, line in enumerate(lines) if closes_sentence(line.words)), default=len(lines))
    tail = lines[last + 1 :]
    stamped = [line for line in tail if STAMP.search(line.words)]
    return {line.number for line in tail} if len(stamped) >= STAMPED else set()


def _foreign(lines: Sequence[Line], source: Source) -> set[int]:
    """The trailing lines that are in the other language, where source.yaml announces a translation."""
    if not source.translation:
        return set()
    han = source.language.startswith("zh")
    numbers: set[int] = set()
    for line in reversed(lines):
        if is_mostly_han(line.words) == han:
            break
        numbers.add(line.number)
    return numbers


def _is_heading(line: Line) -> bool:
    return not closes_sentence(line.words) and width(line.words) <= LONGEST_HEADING and line.words[-1] not in "：:，,；;"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _fields(groups: dict[str, list[Line]], source: Source) -> Iterator[Field]:
    for line in groups.get("title", ()):
        yield Field("title", line.text)
    for line in groups.get("headline", ()):
        yield Field("headline", line.text)
    for line in groups.get("dateline", ()):
        yield from read_dateline(line.text)


def _block(line: Line, role: str) -> tuple[list[Block], list[Field]]:
    """The blocks that a body line makes, and what it says about the document besides."""
    if role == "heading":
        return [Block(BlockType.HEADING, line.text, level=2)], []
    if role != "paragraph":
        return [], []
    fields, text = read_programme(line.text)
    dateline, text = split_wire_dateline(text)
    head = [Block(BlockType.DATELINE, dateline)] if dateline else []
    return [*head, Block(BlockType.PARAGRAPH, text)], fields


def _translation(groups: dict[str, list[Line]], source: Source) -> Translation | None:
    if not source.translation:
        return None
    lines = groups.get("translation", [])
    place = source.place("translation")
    if not lines:
        raise bad(place, "translation-mismatch", f"no text in “{source.translation}” follows the body")
    titled = _is_heading(lines[0])
    title = lines[0].text if titled else Traced()
    blocks = tuple(Block(BlockType.PARAGRAPH, line.text) for line in lines[titled:])
    return Translation(source.translation, title, blocks)


