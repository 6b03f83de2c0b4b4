"""Spaces that are layout go, spaces that are text stay."""

from __future__ import annotations

import re

from build_scripts.text.characters import (
    CONTROL,
    EAST_ASIAN_PUNCTUATION,
    HAN,
    LINE_END,
    NONCHARACTER,
    REPLACEMENT,
    SHARED_PUNCTUATION,
    SOFT_HYPHEN,
    SPACE,
    ZERO_WIDTH,
    is_han,
)
from build_scripts.traced import Edit

PRINTED = f"{HAN}{EAST_ASIAN_PUNCTUATION}{SHARED_PUNCTUATION}"
# Three gaps in a row of one space between single characters: nobody writes so, only a justified line does.
LETTER_SPACING = re.compile(f"(?:[{PRINTED}] ){{3,}}[{PRINTED}]")
# A heading set to the width of others, all of it: the same gap between all its characters.
SET_APART = re.compile(f"[{HAN}](?P<gap>[ \u00a0\u3000]{{1,4}})[{HAN}](?:(?P=gap)[{HAN}])+")
GAP_BETWEEN_PRINTED = re.compile(f"(?<=[{PRINTED}]) (?=[{PRINTED}])")
SCANNED_GAP = re.compile(f"(?<=[{PRINTED}])[ \u00a0\u3000]+(?=[{PRINTED}])")
SCANNED_NUMBER = re.compile(r"(?<![0-9A-Za-z.,] )(?<![0-9A-Za-z.,])[0-9](?: [0-9])+(?! ?[0-9A-Za-z.,])")
SIGNS = "%‰+"  # signs that belong to the number or word beside them
# A soft hyphen prints nothing but at the end of a line, where it stands for the break of a word.
INVISIBLE = re.compile(f"(?:[{ZERO_WIDTH}]|{SOFT_HYPHEN}(?![{SPACE}]*[{LINE_END}]))+")
NO_CHARACTER = re.compile(f"[{CONTROL}]+|[{NONCHARACTER}]")
SPACES = re.compile(f"[{SPACE}]+")
IDEOGRAPHIC_SPACE = "\u3000"


def drop_invisible(text: str) -> list[Edit]:
    """Take out zero-width spaces, which print nothing. Offsets are code points, spans half-open.

    >>> [(e.start, e.end) for e in drop_invisible("\\ufeff人\\u200b工")]
    [(0, 1), (2, 3)]
    >>> drop_invisible("人工 智能\\n")
    []
    """
    return [Edit(match.start(), match.end(), "", "layout-space") for match in INVISIBLE.finditer(text)]


def replace_no_characters(text: str) -> list[Edit]:
    """Take out control codes; put U+FFFD for noncharacters. No format that is written holds either.

    Offsets are code points, spans half-open.

    >>> [(e.start, e.end, e.replacement) for e in replace_no_characters("人\\x00\\x01工\\ufffe")]
    [(1, 3, ''), (4, 5, '�')]
    >>> replace_no_characters("人工\\t智能\\r\\n\\x85")
    []
    """
    found = NO_CHARACTER.finditer(text)
    return [
        Edit(match.start(), match.end(), REPLACEMENT if len(match[0]) == 1 and match[0] >= "\ufdd0" else "", "no-character")
        for match in found
    ]


def close_letter_spacing(text: str) -> list[Edit]:
    """Take the spaces out of lines that were set letter by letter. Offsets are code points, spans half-open.

    >>> [(e.start, e.end) for e in close_letter_spacing("当 前， 随 着 科")]
    [(1, 2), (4, 5), (6, 7), (8, 9)]
    >>> close_letter_spacing("强调 坚持自立自强 突出应用导向"), [(e.start, e.end) for e in close_letter_spacing("公　告　栏")]
    ([], [(1, 2), (3, 4)])
    """
    if is_set_apart(text):
        return [Edit(gap.start(), gap.end(), "", "letter-spacing") for gap in SCANNED_GAP.finditer(text)]
    edits, at = [], 0
    for line in text.splitlines(keepends=True):
        if LETTER_SPACING.search(line):
            edits += [
                Edit(at + gap.start(), at + gap.end(), "", "letter-spacing") for gap in GAP_BETWEEN_PRINTED.finditer(line)
            ]
        at += len(line)
    return edits


def is_set_apart(text: str) -> bool:
    """Whether a text is three characters or more with the same gap between all of them, as headings are set.

    >>> is_set_apart("公 告 栏"), is_set_apart("李  斌"), is_set_apart("甲 乙  丙"), is_set_apart("公告 栏目 新")
    (True, False, False, False)
    """
    return bool(SET_APART.fullmatch(text.strip()))


def close_scanned_gaps(text: str) -> list[Edit]:
    """Take out the spaces that an OCR layer puts between characters of a line. Offsets are code points, spans half-open.

    >>> [(e.start, e.end) for e in close_scanned_gaps("只 需要说， 一 个")], close_scanned_gaps("AI 技术 and more, 12 345")
    ([(1, 2), (6, 7), (8, 9)], [])
    >>> [(e.start, e.end) for e in close_scanned_gaps("于 1 9 2 9 年")]
    [(3, 4), (5, 6), (7, 8)]
    """
    gaps = [gap.span() for gap in SCANNED_GAP.finditer(text)]
    for number in SCANNED_NUMBER.finditer(text):
        gaps += [(at, at + 1) for at in range(number.start() + 1, number.end(), 2)]
    return [Edit(start, end, "", "letter-spacing") for start, end in sorted(gaps)]


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
        kept = "" if not start or end == len(text) else _kept(text, start, end)
        if kept != gap[0]:
            edits.append(Edit(start, end, kept, "layout-space"))
    return edits


def _kept(text: str, start: int, end: int) -> str:
    """What stays of a space inside a text. A page draws the gap beside a number narrower than an ideographic space, so that
    such a one parts what it stands between: 图1　黑板.
    """
    if not _is_layout(text, start, end):
        return " "
    parts = IDEOGRAPHIC_SPACE in text[start:end] and text[start - 1].isalnum() and text[end].isalnum()
    return IDEOGRAPHIC_SPACE if parts else ""


def narrow_gaps(text: str) -> list[Edit]:
    """Of several spaces between the cells of a table one stays, whatever they hold; none at the ends.

    >>> [(e.start, e.end, e.replacement) for e in narrow_gaps(" 甲地  8387 1990")]
    [(0, 1, ''), (3, 5, ' ')]
    """
    found = ((gap.span(), "" if not gap.start() or gap.end() == len(text) else " ") for gap in SPACES.finditer(text))
    return [Edit(start, end, kept, "layout-space") for (start, end), kept in found if text[start:end] != kept]


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
