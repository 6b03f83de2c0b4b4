"""Running text as printed lines: its paragraphs, headings and statements, read by the grammar of articles.

Learnt from a journal's columns; the stories of a newspaper page are read by the same grammar with fewer states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, groupby

from build_scripts.model import Block, BlockType, Doubt
from build_scripts.readers.paged.pages import Edge, lone_numbers
from build_scripts.readers.parts.boxes import CAPTION_MARK
from build_scripts.readers.parts.lines import Line, gather
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label, label, load_grammar
from build_scripts.readers.running.article_lines import observe
from build_scripts.readers.running.article_parts import ABSTRACT, KEYWORDS
from build_scripts.readers.running.columns import ends_sentence
from build_scripts.readers.running.geometry import Geometry
from build_scripts.roles import Given, Role
from build_scripts.text.characters import HAN, closes_sentence, leaves_open
from build_scripts.text.lexicon import any_word
from build_scripts.text.radicals import unified
from build_scripts.traced import Edit, Traced

QUOTES = ("“”", "「」", "『』", "《》", "（）")
LinesOfBlock = tuple[str, list[Line], Given | None]
STATEMENT_TYPES = (
    (BlockType.EDITOR, re.compile(any_word("articles", "editors"))),
    (BlockType.AUTHOR_NOTE, re.compile(any_word("articles", "of_authors"))),
    (BlockType.FUNDING, re.compile(any_word("articles", "of_funding"))),
    (BlockType.AUTHOR_NOTE, re.compile(any_word("articles", "institutions"))),
)
# Roles that only an editor gives, and what becomes of their lines.
GIVEN_BLOCKS = {
    Role.ITEM: BlockType.ITEM,
    Role.ITEMS: BlockType.ITEM,
    Role.KICKER: BlockType.KICKER,
    Role.DECK: BlockType.DECK,
    Role.CAPTION: BlockType.CAPTION,
    Role.QUOTATION: BlockType.QUOTATION,
    Role.VERSE: BlockType.VERSE,
    Role.TABLE: BlockType.TABLE,
    Role.CREDIT: BlockType.CREDIT,
}
# A state that goes on with the part that an earlier state opened.
GOES_ON = {
    "title": "title",
    "abstract-more": "abstract",
    "keywords-more": "keywords",
    "heading-more": "heading",
    "more": "first",
    "last": "first",
    "statement-more": "statement",
    "caption-more": "caption",
    "subtitle": "subtitle",
}
# What only a capture has that knows how it is printed.
OF_PRINT = frozenset(("caption-more",))
# What is opened where a line goes on with nothing.
OPENS = {"more": "first", "last": "first", "only": "first"}
# What a story of a newspaper has not: its title and author stand elsewhere.
OF_ARTICLES = frozenset(
    (
        "title",
        "subtitle",
        "author",
        "imprint",
        "abstract",
        "abstract-more",
        "keywords",
        "keywords-more",
        "statement",
        "statement-more",
        "caption",
        "caption-more",
    )
)


def read_text(
    column: Sequence[Line],
    geometry: Geometry,
    given: Mapping[int, Given],
    story: bool = False,
    calls: frozenset[int] = frozenset(),
) -> tuple[list[LinesOfBlock], list[Label]]:
    """The text in parts: the state that opens each, its lines, and what an editor gave the first of them; and the labels of
    the lines. A `story` of a newspaper has neither title nor abstract, and its open sentences go on. `calls` holds the code
    points of the capture at which notes are called.
    """
    fixed = {index: given[line.number].role for index, line in enumerate(column) if line.number in given}
    fixed = {index: role for index, role in fixed.items() if role not in (Role.NOTE, Role.BODY)}
    observed = observe(column, geometry, calls)
    if story:
        observed = [[*seen, *_openness(column, index)] for index, seen in enumerate(observed)]
    closed = (OF_ARTICLES if story else frozenset()) | (frozenset() if any(line.laid for line in column) else OF_PRINT)
    labels = label(load_grammar("article"), observed, fixed, closed)
    parts: list[LinesOfBlock] = []
    for line, each in zip(column, labels, strict=True):
        given_role = given.get(line.number)
        given_role = (
            None if given_role and given_role.role is Role.BODY else given_role
        )  # the text as a whole says nothing of a line
        part = _goes_on_with(parts, each.state)
        if not part or not _same_role(part[2], given_role):
            part = (OPENS.get(each.state, each.state.removesuffix("-more")), [], given_role)
            parts.append(part)
        part[1].append(line)
    return parts, labels


def _goes_on_with(parts: Sequence[LinesOfBlock], state: str) -> LinesOfBlock | None:
    """The part with which a line of a state goes on: the last, or a paragraph above statements at the foot of its page."""
    opened = GOES_ON.get(state)
    if opened == "first":
        parts = list(dropwhile(lambda part: part[0] == "statement", reversed(parts)))[::-1]
    shown = (opened, "imprint") if state == "statement-more" else (opened,)  # the day of a decision opens a statement too
    return parts[-1] if parts and parts[-1][0] in shown else None


def _same_role(opened: Given | None, given_role: Given | None) -> bool:
    """Whether a line may go on with a part: what an editor gave both does not tell them apart."""
    if given_role is None or given_role.role is Role.CONTINUED:
        return True
    return bool(opened) and opened is given_role and given_role.role not in (Role.ITEM, Role.ITEMS, Role.PARAGRAPH)


def _openness(column: Sequence[Line], index: int) -> Iterator[str]:
    """Whether the line before leaves a quotation open, or its sentence where it can be no subhead, below another open one."""
    before = column[index - 1].words if index else ""
    if leaves_open(before, QUOTES):
        yield "inside-a-quotation"
    elif index > 1 and not closes_sentence(before) and not closes_sentence(column[index - 2].words):
        yield "after-open-text"


def block_of(part: LinesOfBlock, ranks: Mapping[str, int]) -> Block:
    """The block that a part makes; `ranks` are the levels of headings by the kind of their numbers."""
    state, lines, given_role = part
    text = gather(lines)
    if given_role and given_role.role in GIVEN_BLOCKS:
        return Block(GIVEN_BLOCKS[given_role.role], text)
    match state:
        case "abstract":
            return Block(BlockType.ABSTRACT, without(ABSTRACT, text, "section-label"))
        case "keywords":
            return Block(BlockType.KEYWORDS, without(KEYWORDS, _apart(lines), "section-label"))
        case "heading":
            level = (
                given_role.number + 1
                if given_role and given_role.number
                else ranks.get(kind_of_number(unified(lines[0].words)), 2)
            )
            return Block(BlockType.HEADING, text, level=level)
        case "caption":
            return Block(BlockType.CAPTION, without(CAPTION_MARK, text, "caption-mark"))
        case "quotation":
            return Block(BlockType.QUOTATION, text)
        case "table":
            return Block(BlockType.TABLE, text)
        case "statement" | "imprint" | "title":
            return Block(_statement_type(text.text), text)
        case _:
            return Block(BlockType.PARAGRAPH, text)


def _apart(lines: Sequence[Line]) -> Traced:
    """Keywords on lines of their own stay apart by a space."""
    text = gather(lines)
    single = len(lines) > 2 and not any(mark in text.text for mark in "；;，,、")
    ends = [match for match in re.finditer(rf"(?<=[{HAN}])\s*\n\s*(?=\S)", text.text)] if single else []
    return text.edit(Edit(match.start(), match.end(), " ", "line-break") for match in ends)


def without(words: re.Pattern[str], text: Traced, rule: str) -> Traced:
    """A text without what a pattern finds at its head."""
    match = words.match(text.text)
    return text.edit([Edit(0, match.end(), "", rule)]) if match else text


def _statement_type(text: str) -> BlockType:
    return next((kind for kind, pattern in STATEMENT_TYPES if pattern.search(text)), BlockType.STATEMENT)


def edge_doubts(edges: Sequence[Edge], column: Sequence[Line]) -> Iterator[Doubt]:
    """What stands around pages by its place alone, and numbers alone that were kept."""
    doubtful = sorted((edge for edge in edges if edge.doubtful), key=lambda edge: (edge.role, edge.number))
    for role, group in groupby(doubtful, key=lambda edge: edge.role):
        numbers = [edge.number for edge in group]
        sentence = f"{in_ranges(numbers)} taken for a {role.replace('-', ' ')} by place alone"
        yield Doubt(numbers[0], "doubtful-line", sentence, _either(role, Role.CONTINUED, numbers[0]))
    lone = lone_numbers(column, edges)
    if lone:
        sentence = f"{in_ranges(lone)} a number alone and kept as text; it may be a page number"
        yield Doubt(lone[0], "doubtful-line", sentence, _either(Role.PAGE_NUMBER, Role.CONTINUED, lone[0]))


def _either(role: Role, other: Role, number: int) -> str:
    return f"write “{role}: {number}” or “{other}: {number}” under “structure”"


def line_doubts(column: Sequence[Line], labels: Sequence[Label], least: float = 0.0, joined: float = 0.0) -> Iterator[Doubt]:
    """One doubt for each pair of roles between which the reading of lines is not certain: by a margin of `least` at most, or of
    `joined` where a line goes on below one that ends a sentence, and may begin a paragraph.
    """
    narrow = least or load_grammar("article").narrow
    found: dict[tuple[Role, Role], list[int]] = {}
    for index, (line, each) in enumerate(zip(column, labels, strict=True)):
        goes_on = each.role is Role.CONTINUED and each.rival is Role.PARAGRAPH
        may_begin = goes_on and index and ends_sentence(column[index - 1])
        if each.margin <= (max(joined, narrow) if may_begin else narrow) and not each.given and each.rival:
            found.setdefault((each.role, each.rival), []).append(line.number)
    for (role, rival), numbers in found.items():
        sentence = f"{in_ranges(numbers)} read as {role}; it may be {rival}"
        yield Doubt(numbers[0], "doubtful-line", sentence, _either(role, rival, numbers[0]))
