"""A journal article as PDF text: columns, abstract, numbered headings, notes at column feet, statements at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.diagnostics import bad
from build_scripts.model import Block, BlockType, Document, Field, Place, Source, Witness
from build_scripts.readers.columns import full_widths, is_indented, split_paragraphs
from build_scripts.readers.footnotes import pair_notes, split_notes
from build_scripts.readers.lines import Line, gather, split_lines
from build_scripts.text.characters import closes_sentence
from build_scripts.traced import Edit, Traced

AUTHOR = re.compile(r"^\s*(?:[■●◆□]\s*|作\s*者\s*[:：]\s*|文\s*[/／]\s*)(?=\S)")
ABSTRACT = re.compile(r"^\s*[\[［【〔(（]?\s*(?:摘\s*要|内容提要|內容提要|提\s*要|Abstract)\s*[\]］】〕)）:：]+\s*")
KEYWORDS = re.compile(r"^\s*[\[［【〔(（]?\s*(?:关\s*键\s*词|關\s*鍵\s*詞|Keywords?)\s*[\]］】〕)）:：]+\s*")
# Levels of Chinese numbering by GB/T 7713: 一、 above （一）, above 1.
HEADING = ((2, re.compile(r"^[一二三四五六七八九十]{1,3}、")), (3, re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")))
PAGE_NUMBER = re.compile(r"^[-—–·\s]*\d{1,4}[-—–·\s]*$")
STATEMENT = re.compile(r"^[（(﹝〔\[［].*[）)﹞〕\]］]$", re.DOTALL)
STATEMENT_TYPES = (
    (BlockType.EDITOR, re.compile("编辑|編輯|责编|責編|校对|校對")),
    (BlockType.AUTHOR_NOTE, re.compile("作者")),
    (BlockType.FUNDING, re.compile("项目|項目|基金|课题|課題")),
)


def read(source: Source, raw: str) -> Witness:
    """The article of the capture. Raises BadInput: empty-document, orphan-call, orphan-note, duplicate-note."""
    lines = split_lines(raw)
    blank = [line.text.removed("blank-line") for line in lines if line.blank]
    numbers = [line for line in lines if not line.blank and PAGE_NUMBER.match(line.words)]
    text = [line for line in lines if not line.blank and line not in numbers]
    head, front, body_lines = _opening(text)
    column, note_lines = split_notes(body_lines)
    calls, notes = pair_notes(source, raw, column, note_lines)
    body = _body(column)
    if not body:
        raise bad(Place(source.raw_path), "empty-document", "no paragraph was found in the capture")
    document = Document(
        id=source.id, kind=source.kind, source=source, fields=tuple(head), blocks=(*front, *body),
        notes=tuple(notes), calls=tuple(calls), titles=source.titles, descriptions=source.descriptions,
    )  # fmt: skip
    return Witness(source, raw, (document,), (*blank, *(line.text.removed("page-number") for line in numbers)))


def _opening(lines: Sequence[Line]) -> tuple[list[Field], list[Block], list[Line]]:
    """Title, author, abstract and keywords; and the lines of the body that follow."""
    fields: list[Field] = []
    blocks: list[Block] = []
    index = next((i for i, line in enumerate(lines) if _opens_body(line)), 0)
    marked = next((i for i, line in enumerate(lines[: index + 1]) if AUTHOR.match(line.words)), index)
    if lines[:marked]:
        fields.append(Field("title", gather(lines[:marked])))
    if marked < len(lines) and AUTHOR.match(lines[marked].words):
        fields.append(Field("author", _without(AUTHOR, lines[marked].text, "field-label")))
        index = marked + 1
    for kind, pattern in ((BlockType.ABSTRACT, ABSTRACT), (BlockType.KEYWORDS, KEYWORDS)):
        if index < len(lines) and pattern.match(lines[index].words):
            end = _end_of_object(lines, index)
            blocks.append(Block(kind, _without(pattern, gather(lines[index:end]), "section-label")))
            index = end
    return fields, blocks, list(lines[index:])


def _opens_body(line: Line) -> bool:
    return any(pattern.match(line.words) for pattern in (AUTHOR, ABSTRACT, KEYWORDS)) or _level(line) > 0


def _end_of_object(lines: Sequence[Line], start: int) -> int:
    """Where the text object that starts at a line ends: before the next object, keywords or heading."""
    for index in range(start + 1, len(lines)):
        if lines[index].starts_object or _opens_body(lines[index]):
            return index
    return len(lines)


def _without(label: re.Pattern[str], text: Traced, rule: str) -> Traced:
    match = label.match(text.text)
    return text.edit([Edit(0, match.end(), "", rule)]) if match else text


def _level(line: Line) -> int:
    if closes_sentence(line.words):
        return 0
    return next((level for level, pattern in HEADING if pattern.match(line.words)), 0)


def _body(column: Sequence[Line]) -> list[Block]:
    """Headings and paragraphs of the column, statements at its end."""
    end = _start_of_statements(column)
    lines, full = column[:end], full_widths(column)
    index, start = 0, 0
    made: list[Block] = []
    while index < len(lines):
        level = _level(lines[index]) if _may_start(lines, index) else 0
        if not level:
            index += 1
            continue
        made += _paragraphs(lines[start:index])
        start = _end_of_heading(lines, full, index)
        made.append(Block(BlockType.HEADING, gather(lines[index:start]), level=level))
        index = start
    made += _paragraphs(lines[start:])
    return made + _statements(column[end:])


def _may_start(lines: Sequence[Line], index: int) -> bool:
    """Whether something new can start at a line: at the very beginning, or where a sentence has been closed."""
    return not index or closes_sentence(_bare(lines[index - 1].words)) or bool(_level(lines[index - 1]))


def _end_of_heading(lines: Sequence[Line], full: list[float], start: int) -> int:
    """A heading goes on as long as its lines are full; its first line is indented like that of a paragraph."""
    if not is_indented(lines[start].width + 0.5, full[start]):
        return start + 1
    index = start + 1
    while index < len(lines) and lines[index].width > full[index] - 1 and not closes_sentence(lines[index].words):
        index += 1
    # The line that is not full ends the heading, unless it is the first line of a paragraph.
    ends = index < len(lines) and not closes_sentence(lines[index].words) and _is_last_of_heading(lines, full, index)
    return index + 1 if ends else index


def _is_last_of_heading(lines: Sequence[Line], full: list[float], index: int) -> bool:
    after = lines[index + 1] if index + 1 < len(lines) else None
    return bool(after and (is_indented(after.width, full[index]) or _level(after)))


def _bare(words: str) -> str:
    """The line without a note call at its end."""
    return re.sub(r"[［\[]\d+[］\]]$", "", words)


def _paragraphs(lines: Sequence[Line]) -> list[Block]:
    return [Block(BlockType.PARAGRAPH, gather(part)) for part in split_paragraphs(lines)]


def _start_of_statements(lines: Sequence[Line]) -> int:
    """Where the bracketed paragraphs at the very end begin: statements about the article, not part of it."""
    end = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        text = "".join(line.words for line in lines[index:end])
        if STATEMENT.match(text) and (not index or _closes_anything(lines[index - 1].words)):
            end = index
    return end


def _closes_anything(words: str) -> bool:
    return closes_sentence(_bare(words)) or words[-1] in "）)﹞〕]］"


def _statements(lines: Sequence[Line]) -> list[Block]:
    parts: list[list[Line]] = []
    for line in lines:
        if not parts or STATEMENT.match("".join(each.words for each in parts[-1])):
            parts.append([])
        parts[-1].append(line)
    return [Block(_statement_type(gather(part).text), gather(part)) for part in parts]


def _statement_type(text: str) -> BlockType:
    return next((kind for kind, pattern in STATEMENT_TYPES if pattern.search(text)), BlockType.STATEMENT)


