"""A web page as text: breadcrumb, title, dateline, headline lines, body, its translation below, site furniture.

Every line is given one role; what the page says about itself becomes fields, what the site put around it goes under a
named rule. `structure` in source.yaml can give a line its role where the shape alone does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_scripts.diagnostics import bad
from build_scripts.model import Block, BlockType, Document, Field, Place, Source, Translation, Witness
from build_scripts.readers.dateline import is_byline, is_dateline, read_dateline, read_programme, split_wire_dateline
from build_scripts.readers.furniture import is_breadcrumb, is_furniture, other_headlines
from build_scripts.readers.lines import Line, given_roles, split_lines
from build_scripts.text.characters import closes_sentence, is_mostly_han, width
from build_scripts.traced import Traced

LONGEST_HEADING = 45.0  # ems
REMOVED = {"blank": "blank-line", "breadcrumb": "breadcrumb", "furniture": "page-furniture",
           "other-headlines": "other-headlines"}  # fmt: skip


def read(source: Source, raw: str) -> Witness:
    """The one document of the page. Raises BadInput: empty-document, translation-mismatch, line-twice, bad-lines."""
    lines = split_lines(raw)
    roles = _roles(lines, source)
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(roles[line.number], []).append(line)
    fields = list(_fields(groups))
    blocks: list[Block] = []
    for line in lines:
        made, said = _block(line, roles[line.number])
        blocks += made
        fields += said
    if not any(block.type is BlockType.PARAGRAPH for block in blocks):
        raise bad(Place(source.raw_path), "empty-document", "no paragraph was found in the capture")
    rest = [line.text.removed(rule) for role, rule in REMOVED.items() for line in groups.get(role, ())]
    document = Document(
        id=source.id, kind=source.kind, source=source, fields=tuple(fields), blocks=tuple(blocks),
        titles=source.titles, descriptions=source.descriptions, translation=_translation(groups, source),
    )  # fmt: skip
    return Witness(source, raw, (document,), tuple(rest))


def _roles(lines: Sequence[Line], source: Source) -> dict[int, str]:
    """The role of every line; one that the editor gives wins."""
    text = [line for line in lines if not line.blank]
    given = given_roles(source, lines)
    blank = {line.number: "blank" for line in lines if line.blank}
    start = next((i for i, line in enumerate(text) if _is_body(line)), 0)
    end = max((i + 1 for i, line in enumerate(text) if _is_body(line)), default=len(text))
    opening = _opening(text[:start], "title" in given.values())
    body = {line.number: _body_role(line) for line in text[start:end]}
    return {**body, **_foreign(text[:end], source), **opening, **_closing(text[end:]), **given, **blank}


def _is_body(line: Line) -> bool:
    """Whether a line is certainly a paragraph. A short question or exclamation may as well be a headline."""
    words = line.words
    if not closes_sentence(words) or is_byline(words):
        return False
    return width(words) > LONGEST_HEADING or words.rstrip("”’」』）)\"'")[-1:] not in "?!？！"


def _body_role(line: Line) -> str:
    if is_furniture(line.words):
        return "furniture"
    return "heading" if _is_heading(line) else "paragraph"


def _opening(lines: Sequence[Line], titled: bool) -> dict[int, str]:
    """Roles of what stands above the first paragraph: breadcrumb, title, particulars, headline lines."""
    roles: dict[int, str] = {}
    title = ""
    dated = any(is_dateline(line.words) for line in lines)
    for line in lines:
        if is_breadcrumb(line.words):
            roles[line.number] = "breadcrumb"
        elif is_dateline(line.words) or is_byline(line.words):
            roles[line.number] = "dateline"
        elif is_furniture(line.words):
            roles[line.number] = "furniture"
        elif not title and not titled:
            roles[line.number], title = "title", line.words
        elif line.words.startswith(("—", "－－", "──")) or (dated and _letters(line.words) in _letters(title)):
            roles[line.number] = "headline"
        else:
            roles[line.number] = _body_role(line)
    return roles


def _closing(lines: Sequence[Line]) -> dict[int, str]:
    """Roles of what stands below the last paragraph. No heading stands there: it would be one of nothing."""
    roles = {}
    others = other_headlines([line.words for line in lines])
    for index, line in enumerate(lines):
        if index >= others:
            roles[line.number] = "other-headlines"
        elif is_dateline(line.words) or is_byline(line.words):
            roles[line.number] = "dateline"
        else:
            roles[line.number] = "furniture" if is_furniture(line.words) else "paragraph"
    return roles


def _foreign(lines: Sequence[Line], source: Source) -> Mapping[int, str]:
    """The lines in the other language below the body, where source.yaml announces a translation."""
    if not source.translation:
        return {}
    han = source.language.startswith("zh")
    home = [i for i, line in enumerate(lines) if is_mostly_han(line.words) == han and closes_sentence(line.words)]
    below = lines[home[-1] + 1 if home else 0 :]
    return {
        line.number: "translation" for line in below
        if is_mostly_han(line.words) != han and any(map(str.isalpha, line.words)) and not is_furniture(line.words)
    }  # fmt: skip


def _is_heading(line: Line) -> bool:
    return not closes_sentence(line.words) and width(line.words) <= LONGEST_HEADING and line.words[-1] not in "：:，,；;"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _fields(groups: dict[str, list[Line]]) -> Iterator[Field]:
    for role in ("title", "headline"):
        yield from (Field(role, line.text) for line in groups.get(role, ()))
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
    """The translation: its title, where the first line is one, and its headings and paragraphs."""
    if not source.translation:
        return None
    lines = groups.get("translation", [])
    if not lines:
        hint = "name its language, or take the line out of source.yaml"
        sentence = f"no text in “{source.translation}” follows the body"
        raise bad(source.place("translation"), "translation-mismatch", sentence, hint)
    titled = _is_heading(lines[0])
    title = lines[0].text if titled else Traced()
    blocks = tuple(
        Block(BlockType.HEADING, line.text, level=2) if _is_heading(line) else Block(BlockType.PARAGRAPH, line.text)
        for line in lines[titled:]
    )
    return Translation(source.translation, title, blocks)
