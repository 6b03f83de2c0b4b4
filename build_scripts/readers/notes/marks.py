"""The marks by which prints call notes and label them: what stands inside them, and the numbers that they give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.text import forms
from build_scripts.text.characters import HAN, OUTER
from build_scripts.text.numerals import COUNTING, numeral

MOST = 199  # notes that one mark can call; “[1-2020]” is no range of notes
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
CIRCLES = (("①", "⑳", 1), ("㉑", "㉟", 21), ("㊱", "㊿", 36), ("❶", "❿", 1), ("⓫", "⓴", 11))
COUNTED = re.compile(rf"(?:[〔［]\s*|[［\[〔（(【]?\s*[注註][释釋]?\s*)([{COUNTING}]{{1,3}})\s*[］\]〕）)】]?")
IN_BRACKETS = ("wide", "square", "hollow")
SIGNS = "*＊※"


@dataclass(frozen=True, slots=True)
class CallForm:
    """One kind of mark, as a call anywhere and as a label at the head of a line with what stands around it.

    `plain` marks mean much else in a text (enumerations, years), so that only what pairs and reads like a note is one.
    """

    name: str
    call: re.Pattern[str]
    label: re.Pattern[str]
    plain: bool = False


def _marks() -> tuple[CallForm, ...]:
    return tuple(
        CallForm(
            each.name,
            re.compile(f"({each.call.pattern})"),
            re.compile(f"^{OUTER}({each.label.pattern})[.．、:：]?{OUTER}"),
            each.plain,
        )
        for each in forms.marks()
        if each.name != "bare"
    )


MARKS = _marks()
# What stands behind a figure that is a label and not an amount or a date.
BEHIND_BARE = rf"(?:[.．、]{OUTER}|[ \u3000\u00a0]+|(?=[^\W\d_《“]))(?!(?:st|nd|rd|th)\b|[\d年月日%％倍万亿個个])"
# A label that is a number with no sign of its own, as lists of references and lost superscripts have it; the same number
# as a call stands behind a word and before a point or a word, without a space.
BARE = CallForm(
    "bare",
    re.compile(rf"(?<=[{HAN}”》」』）])(\d{{1,3}})(?=[，。；：、！？,;]|[{HAN}“《]|$)"),
    re.compile(rf"^{OUTER}(\d{{1,3}}){BEHIND_BARE}"),
    plain=True,
)

# A raised figure where the capture knows that it is raised; its label at the foot may stand on the line, and opens no range.
RAISED = CallForm(
    "superscript",
    next(mark.call for mark in MARKS if mark.name == "superscript"),
    re.compile(rf"^{OUTER}([⁰¹²³⁴-⁹]{{1,3}}|\d{{1,3}}(?![\d年月日%％倍万亿個个]|[–—~～-]\d))[.．、:：]?{OUTER}"),
)


def numbers_of(mark: str) -> tuple[int, ...]:
    """The note numbers that a mark gives, ranges written out; () where it cannot call notes.

    >>> numbers_of("[2]"), numbers_of("［2,3］"), numbers_of("2-4"), numbers_of("③"), numbers_of("¹²"), numbers_of("**")
    ((2,), (2, 3), (2, 3, 4), (3,), (12,), (2,))
    >>> numbers_of("4-2"), numbers_of("0"), numbers_of("①—③"), numbers_of("〔十二〕"), numbers_of("（註三）")
    ((), (), (1, 2, 3), (12,), (3,))
    """
    if mark[0] in SIGNS:
        return (len(mark),)
    if counted := COUNTED.fullmatch(mark):
        return (numeral(counted[1]),)
    if mark[0] in "†‡":
        return (2 + "†‡".index(mark[0]),)
    text = re.sub(r"[^\d,，、;；\-–—~～]", "", "".join(map(_plain_digit, mark.translate(SUPERSCRIPTS))))
    found: list[int] = []
    for part in re.split(r"[,，、;；]", text):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        if not ends or ends[0] < 1 or ends[-1] < ends[0] or ends[-1] > MOST:
            return ()
        found += range(ends[0], ends[-1] + 1)
    return tuple(found)


def _plain_digit(char: str) -> str:
    """A number in a circle as digits; any other character as it is."""
    return next((str(ord(char) - ord(first) + base) for first, last, base in CIRCLES if first <= char <= last), char)


def callers(mark: CallForm) -> list[CallForm]:
    """The kinds of mark that may call the notes of a list: its own, superscripts, and for bare labels any in brackets."""
    superscript = next(each for each in MARKS if each.name == "superscript")
    if mark is RAISED:
        return [mark]
    if mark is BARE:
        return [each for each in MARKS if each.name in (*IN_BRACKETS, "superscript")]
    return [mark] if mark is superscript or mark.name not in IN_BRACKETS else [mark, superscript]
