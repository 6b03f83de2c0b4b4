"""Spaces that are layout go, spaces that are text stay; broken lines are whole again."""

from __future__ import annotations

import re

from build_scripts.text.characters import (
    CONTROL,
    EAST_ASIAN_PUNCTUATION,
    HAN,
    LINE_END,
    SHARED_PUNCTUATION,
    SPACE,
    ZERO_WIDTH,
    is_han,
    is_mostly_han,
)
from build_scripts.traced import Edit

PRINTED = f"{HAN}{EAST_ASIAN_PUNCTUATION}{SHARED_PUNCTUATION}"
# Three gaps in a row of one space between single characters: nobody writes so, only a justified line does.
LETTER_SPACING = re.compile(f"(?:[{PRINTED}] ){{3,}}[{PRINTED}]")
GAP_BETWEEN_PRINTED = re.compile(f"(?<=[{PRINTED}]) (?=[{PRINTED}])")
SIGNS = "%‰+"  # signs that belong to the number or word beside them
INVISIBLE = re.compile(f"[{CONTROL}{ZERO_WIDTH}]+")
LINE_BREAK = re.compile(f"(?<![{SPACE}])[{SPACE}]*(?:(?:\r\n|[{LINE_END}])[{SPACE}]*)+")
SPACES = re.compile(f"[{SPACE}]+")
LOWER_CASE_HYPHENATED = re.compile(r"[a-z]-")


def drop_invisible(text: str) -> list[Edit]:
    """Take out control characters and zero-width spaces, which print nothing. Offsets are code points, spans half-open.

    >>> [(e.start, e.end) for e in drop_invisible("\\ufeff人\\u200b工\\x00")]
    [(0, 1), (2, 3), (4, 5)]
    >>> drop_invisible("人工 智能\\n")
    []
    """
    return [Edit(match.start(), match.end(), "", "layout-space") for match in INVISIBLE.finditer(text)]


def close_letter_spacing(text: str) -> list[Edit]:
    """Take the spaces out of lines that were set letter by letter. Offsets are code points, spans half-open.

    >>> [(e.start, e.end) for e in close_letter_spacing("当 前， 随 着 科")]
    [(1, 2), (4, 5), (6, 7), (8, 9)]
    >>> close_letter_spacing("强调 坚持自立自强 突出应用导向")
    []
    """
    edits, at = [], 0
    for line in text.splitlines(keepends=True):
        if LETTER_SPACING.search(line):
            edits += [
                Edit(at + gap.start(), at + gap.end(), "", "letter-spacing")
                for gap in GAP_BETWEEN_PRINTED.finditer(line)
            ]
        at += len(line)
    return edits


def join_lines(text: str) -> list[Edit]:
    """Make one line of many: nothing between Han, one space where either line showed one or both sides are Latin.

    A Latin word that was broken at a hyphen is whole again.

    >>> [e.replacement for e in join_lines("人工智\\n\\n能")], [e.replacement for e in join_lines("Discusses \\n\\nProgress")]
    ([''], [' '])
    >>> [e.replacement for e in join_lines("强调 \\n\\n加强领导")], join_lines("一行"), [e.replacement for e in join_lines("于20\\n25年")]
    ([' '], [], [''])
    """
    edits = []
    gaps = list(LINE_BREAK.finditer(text))
    # Where every one of several lines ends with a space, extraction put it there and it says nothing.
    says_nothing = len(gaps) > 2 and all(gap[0][0] not in LINE_END for gap in gaps)
    han = bool(gaps) and is_mostly_han(text)
    for gap in gaps:
        start, end = gap.span()
        if LOWER_CASE_HYPHENATED.fullmatch(text, max(start - 2, 0), start) and text[end : end + 1].islower():
            edits.append(Edit(start - 1, end, "", "line-break"))
            continue
        shown = gap[0][0] not in LINE_END and not says_nothing
        one_number = han and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
        shown = shown or (not one_number and _is_latin(_outer(text, start - 1, -1)) and _is_latin(_outer(text, end, 1)))
        edits.append(Edit(start, end, " " if shown and start > 0 and end < len(text) else "", "line-break"))
    return edits


def close_gaps(text: str) -> list[Edit]:
    """Take out the spaces that the page draws by itself: at the ends, beside East Asian punctuation, between Han and
    Latin. Of several spaces between words one stays.

    >>> [(e.start, e.end, e.replacement) for e in close_gaps("第 7 页，「四穩」 ，")]
    [(1, 2, ''), (3, 4, ''), (10, 11, '')]
    >>> close_gaps("強調:堅持自立自強 突出應用導向"), close_gaps("“Deep Dive into Deepfakes”"), close_gaps("# 井号 | 1. 一")
    ([], [], [])
    """
    edits = []
    for gap in SPACES.finditer(text):
        start, end = gap.span()
        kept = "" if not start or end == len(text) or _is_layout(text, start, end) else " "
        if kept != gap[0]:
            edits.append(Edit(start, end, kept, "layout-space"))
    return edits


def _is_layout(text: str, start: int, end: int) -> bool:
    """Whether the space `[start, end)` inside a text is drawn, not written."""
    before, after = text[start - 1], text[end]
    if before in EAST_ASIAN_PUNCTUATION or after in EAST_ASIAN_PUNCTUATION:
        return True
    if (is_han(before) and is_han(after)) or not (_is_set_close(text, start - 1) and _is_set_close(text, end)):
        return False
    # Beyond a shared quotation mark, what it encloses or follows decides whether the mark is a Chinese one.
    return any(map(is_han, (before, after, _outer(text, start - 1, -1), _outer(text, end, 1))))


def _is_set_close(text: str, at: int) -> bool:
    """Whether a Chinese page sets the character against Han with a gap of its own: letters, digits and their signs.

    A sign that opens the text is a bullet or markup, not the sign of a number.
    """
    return text[at].isalnum() or text[at] in SHARED_PUNCTUATION or (at > 0 and text[at] in SIGNS)


def _is_latin(char: str) -> bool:
    return bool(char) and (char.isascii() or char.isalpha()) and not is_han(char)


def _outer(text: str, at: int, step: int) -> str:
    """The character at an offset, or the one behind it, spaces left out, where it is a quotation mark or dash of either
    script.
    """
    char = _char(text, at)
    if not char or char not in SHARED_PUNCTUATION:
        return char
    at += step
    while SPACES.match(_char(text, at)):
        at += step
    return _char(text, at)


def _char(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else ""
