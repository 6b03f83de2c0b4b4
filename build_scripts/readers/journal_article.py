"""A journal article as PDF text: columns, abstract, numbered headings, notes at column feet, statements at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.diagnostics import bad
from build_scripts.model import Block, BlockType, Document, Field, Place, Source, Witness
from build_scripts.readers.columns import NEIGHBOURS, ends_sentence, full_widths, is_indented, is_short, split_paragraphs
from build_scripts.readers.footnotes import find_style, pair_notes, split_notes
from build_scripts.readers.lines import Line, gather, given_roles, split_lines
from build_scripts.text.characters import closes_sentence
from build_scripts.traced import Edit, Traced

LABEL_END = r"\s*[\]］】〕)）:：]+\s*"
AUTHOR = re.compile(r"^\s*(?:[■●◆□]\s*|作\s*者\s*[:：]\s*|文\s*[/／]\s*|By\s+(?=[A-Z]))(?=\S)")
ABSTRACT = re.compile(
    rf"^\s*[\[［【〔(（]?\s*(?:(?:摘\s*要|内容提要|內容提要|提\s*要|Abstract|ABSTRACT|Summary)(?:{LABEL_END}|[ \u3000]+(?=\S)|$)|"
    r"Abstract[.—–-]+\s*)"
)
KEYWORDS = re.compile(
    rf"^\s*[\[［【〔(（]?\s*(?:关\s*键\s*词|關\s*鍵\s*詞|Key\s?[Ww]ords?|KEY\s?WORDS)(?:{LABEL_END}|[ \u3000]+(?=\S)|[—–-]+\s*|$)"
)
# Levels of Chinese numbering by GB/T 7713: 一、 above （一）, above 1.
HEADING = (
    (2, re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节節][ \u3000])")),
    (3, re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")),
)
# 1 Introduction, 2.1 Method: by the number of its parts. Only on a line that is too short to be one of a paragraph.
NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,2})(?:\.[ \u3000]*|[ \u3000]+)(?=[A-Z\u4e00-\u9fff“《])")
UNNUMBERED = re.compile(r"^(?:Introduction|Conclusions?|References|Acknowledge?ments?|结语|結語|结论|結論|引言|前言|余论|餘論)$")
PAGE_NUMBER = re.compile(r"^[-—–·•\s]*(?:\d{1,4}|第\s*\d{1,4}\s*[页頁])[-—–·•\s]*$")
BRACKETS = dict(zip("（(﹝〔[［【", "）)﹞〕]］】", strict=True))
REMOVED = {"blank": "blank-line", "page-number": "page-number", "furniture": "page-furniture"}
NAMED_STATEMENT = re.compile(
    r"^(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|作者简介|作者簡介|作者单位|作者單位|基金项目|基金項目|收稿日期)\s*[:：]"
)
LONGEST_TITLE = 4  # lines
LONGEST_STATEMENT = 40  # lines
STATEMENT_TYPES = (
    (BlockType.EDITOR, re.compile("编辑|編輯|责编|責編|校对|校對")),
    (BlockType.AUTHOR_NOTE, re.compile("作者")),
    (BlockType.FUNDING, re.compile("项目|項目|基金|课题|課題")),
)


def read(source: Source, raw: str) -> Witness:
    """The article of the capture. Raises BadInput: empty-document, orphan-call, orphan-note, duplicate-call, line-twice,
    bad-lines.
    """
    lines = split_lines(raw)
    roles = {line.number: _role_apart(line) for line in lines} | given_roles(source, lines)
    apart = [line.text.removed(REMOVED[roles[line.number]]) for line in lines if roles[line.number]]
    head, front, body_lines = _opening([line for line in lines if not roles[line.number]])
    style = find_style(body_lines)
    column, note_lines = split_notes(body_lines, style)
    calls, notes = pair_notes(source, raw, column, note_lines, style)
    body = _body(column)
    if not any(block.type is BlockType.PARAGRAPH for block in body):
        raise bad(Place(source.raw_path), "empty-document", "no paragraph was found in the capture")
    document = Document(
        id=source.id, kind=source.kind, source=source, fields=tuple(head), blocks=(*front, *body),
        notes=tuple(notes), calls=tuple(calls), titles=source.titles, descriptions=source.descriptions,
    )  # fmt: skip
    return Witness(source, raw, (document,), tuple(apart))


def _role_apart(line: Line) -> str:
    if line.blank:
        return "blank"
    return "page-number" if PAGE_NUMBER.match(line.words) else ""


def _opening(lines: Sequence[Line]) -> tuple[list[Field], list[Block], list[Line]]:
    """Title, author, abstract and keywords; and the lines of the body that follow."""
    fields: list[Field] = []
    blocks: list[Block] = []
    start = _end_of_title(lines)
    if lines[:start]:
        fields.append(Field("title", gather(lines[:start])))
    index = start
    while index < len(lines) and (found := _labelled(lines[index].words)):
        kind, pattern = found
        end = _end_of_object(lines, index, kind)
        if kind is None:
            fields.append(Field("author", _without(pattern, lines[index].text, "field-label")))
        else:
            blocks.append(Block(kind, _without(pattern, gather(lines[index:end]), "section-label")))
        index = end
    return fields, blocks, list(lines[index:])


def _end_of_title(lines: Sequence[Line]) -> int:
    """How many lines the title has: those above the author or abstract, else the first if it is not set as the column is."""
    start = next((i for i, line in enumerate(lines) if _opens_body(line)), len(lines))
    if start <= LONGEST_TITLE and not any(_closes_statement(line) for line in lines[:start]):
        return start
    full = full_widths(lines[: 2 * NEIGHBOURS])[0]
    return int(is_short(lines[0].width, full) and not closes_sentence(lines[0].words))


def _closes_statement(line: Line) -> bool:
    return closes_sentence(line.words) and line.words[-1] not in "?!？！"


def _labelled(words: str) -> tuple[BlockType | None, re.Pattern[str]] | None:
    """What a line of the opening says it is: an abstract, keywords, or (None) the author."""
    known = ((None, AUTHOR), (BlockType.ABSTRACT, ABSTRACT), (BlockType.KEYWORDS, KEYWORDS))
    return next(((kind, pattern) for kind, pattern in known if pattern.match(words)), None)


def _opens_body(line: Line) -> bool:
    return bool(_labelled(line.words)) or _level(line) > 0


def _end_of_object(lines: Sequence[Line], start: int, kind: BlockType | None) -> int:
    """Where the text object that starts at a line ends: before the next object, keywords or heading, else its paragraph."""
    if kind is None:
        return start + 1
    keywords = kind is BlockType.KEYWORDS
    for index in range(start + 1, len(lines)):
        before = lines[index - 1].words
        if lines[index].starts_object or _opens_body(lines[index]):
            return index
        if (keywords or closes_sentence(before)) and _is_short_heading(lines[index]):
            return index
        if keywords and lines[index].shows_indent:
            return index
    return start + (1 if keywords else len(split_paragraphs(lines[start:])[0]))


def _without(label: re.Pattern[str], text: Traced, rule: str) -> Traced:
    match = label.match(text.text)
    return text.edit([Edit(0, match.end(), "", rule)]) if match else text


def _level(line: Line) -> int:
    if closes_sentence(line.words):
        return 0
    return next((level for level, pattern in HEADING if pattern.match(line.words)), 0)


def _is_short_heading(line: Line) -> bool:
    """Whether a line is worded like a heading of Arabic or of no numbering; only one that does not fill a line is."""
    words = line.words
    return not closes_sentence(words) and bool(UNNUMBERED.match(words) or (NUMBERED.match(words) and words[-1] not in "，,；;、"))


def _levels(lines: Sequence[Line], full: list[float]) -> list[int]:
    """The level of the heading that starts at each line, 0 where none does; Arabic numbers rank below Chinese ones."""
    levels = [_level(line) if _may_start(lines, index) else 0 for index, line in enumerate(lines)]
    base = max(levels, default=0) or 1
    for index, line in enumerate(lines):
        if not levels[index] and _is_short_heading(line) and is_short(line.width, full[index]) and _may_start(lines, index):
            match = NUMBERED.match(line.words)
            levels[index] = base + 1 + match[1].count(".") if match else 2
    return levels


def _body(column: Sequence[Line]) -> list[Block]:
    """Headings and paragraphs of the column, statements at its end."""
    end = _start_of_statements(column)
    lines, full = column[:end], full_widths(column)
    levels = _levels(lines, full)
    index, start = 0, 0
    made: list[Block] = []
    while index < len(lines):
        if not levels[index]:
            index += 1
            continue
        made += _paragraphs(lines[start:index])
        start = _end_of_heading(lines, full, index)
        made.append(Block(BlockType.HEADING, gather(lines[index:start]), level=levels[index]))
        index = start
    made += _paragraphs(lines[start:])
    return made + _statements(column[end:])


def _may_start(lines: Sequence[Line], index: int) -> bool:
    """Whether something new can start at a line: at the very beginning, after a sentence or after a heading."""
    before = lines[index - 1] if index else None
    return not before or ends_sentence(before) or bool(_level(before)) or _is_short_heading(before)


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


def _paragraphs(lines: Sequence[Line]) -> list[Block]:
    return [Block(BlockType.PARAGRAPH, gather(part)) for part in split_paragraphs(lines)]


def _start_of_statements(lines: Sequence[Line]) -> int:
    """Where the statements about the article at its very end begin: bracketed paragraphs, or named ones."""
    end = len(lines)
    while end:
        first = max(end - LONGEST_STATEMENT, 0)
        starts = (i for i in range(end - 1, first - 1, -1) if not i or _closes_anything(lines[i - 1]))
        start = next((i for i in starts if _is_statement(lines[i:end])), None)
        if start is None:
            break
        end = start
    return end


def _is_statement(lines: Sequence[Line]) -> bool:
    text = "".join(line.words for line in lines)
    return _is_bracketed(text) or bool(NAMED_STATEMENT.match(text))


def _is_bracketed(text: str) -> bool:
    """Whether the bracket with which a text opens is closed at its very end, as in no heading （三）….

    >>> _is_bracketed("（责任编辑：某某）"), _is_bracketed("（三）结语。（完）")
    (True, False)
    """
    opening, closing = text[:1], BRACKETS.get(text[:1])
    if not closing or text[-1] != closing:
        return False
    depth = 0
    for index, char in enumerate(text):
        depth += (char == opening) - (char == closing)
        if not depth:
            return index == len(text) - 1
    return False


def _closes_anything(line: Line) -> bool:
    return ends_sentence(line) or line.words[-1] in BRACKETS.values() or bool(NAMED_STATEMENT.match(line.words))


def _statements(lines: Sequence[Line]) -> list[Block]:
    parts: list[list[Line]] = []
    for line in lines:
        fresh = not parts or NAMED_STATEMENT.match(line.words) or _is_bracketed("".join(each.words for each in parts[-1]))
        if fresh:
            parts.append([])
        parts[-1].append(line)
    return [Block(_statement_type(gather(part).text), gather(part)) for part in parts]


def _statement_type(text: str) -> BlockType:
    return next((kind for kind, pattern in STATEMENT_TYPES if pattern.search(text)), BlockType.STATEMENT)


