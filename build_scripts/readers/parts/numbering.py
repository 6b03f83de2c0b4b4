"""Headings by their numbering: what kind of number one bears, and the level that the kinds of a document give it.

Kinds are ranked as Chinese and Western books rank them (GB/T 7713; GB/T 1.1 for decimal numbers): 编 above 章 above 节,
壹、 above 一、 above （一） above 1. above （1）, and a decimal number by its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from build_scripts.text.characters import HAN, closes_sentence
from build_scripts.text.lexicon import any_word
from build_scripts.text.numerals import COUNTING, FORMAL, numeral

COUNT = f"[{COUNTING}]{{1,5}}"
NTH = f"[{COUNTING}{FORMAL}]{{1,5}}"
# In the order of their rank. A pattern matches the number and what sets it apart from the words.
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第(?:{NTH}|\d{{1,3}})[编編篇部](?:分)?[ \u3000:：]*|(?:Part|PART)\s+(?:[IVX]+|\d+)[.:]?\s*")),
    ("chapter", re.compile(rf"第(?:{NTH}|\d{{1,3}})章[ \u3000:：]*|(?:Chapter|CHAPTER)\s+(?:[IVX]+|\d+)[.:]?\s*")),
    (
        "section",
        re.compile(
            rf"第(?:{NTH}|\d{{1,3}})[节節][ \u3000:：]*|§+\s*\d{{1,3}}(?![.\d])[ \u3000]*|(?:Section|SECTION)\s+\d+[.:]?\s*"
        ),
    ),
    ("formal", re.compile(rf"[{FORMAL}]{{1,3}}[、.．][ \u3000]*")),
    ("chinese", re.compile(rf"{COUNT}(?:、|[.．](?=[^\d.．]))[ \u3000]*")),
    ("bracketed-chinese", re.compile(rf"[（(]{COUNT}[）)][ \u3000]*")),
    ("roman", re.compile(r"[IVX]{1,5}[.、]\s*(?=\S)")),
    ("number", re.compile(r"\d{1,2}(?:[.．]\s*|[、]\s*|[ \u3000]+)(?=[^\d\s.．,，%％年月日])")),
    ("bracketed-number", re.compile(r"[（(]\d{1,2}[）)][ \u3000]*")),
)
CIRCLED = re.compile("[①-⑳]")
TOP, LOWEST = 2, 6  # levels: 1 is the title
DECIMAL = re.compile(r"§?(\d{1,2}(?:[.．]\d{1,2}){1,3})[.．]?[ \u3000]*(?=[^\d\s.．,，%％])")
# Words that head a part of an article and bear no number.
UNNUMBERED = re.compile(any_word("articles", "headings", "headings_behind", spaced=True), re.IGNORECASE)
ANNEX = re.compile(rf"{any_word('articles', 'annexes', spaced=True)}[ \u3000]?(?:\d{{1,2}}|{COUNT}|[A-Z])?")
# The number of a document of an authority (GB/T 9704): its sign, the year in brackets, and which of the year it is.
NUMBER_OF_DOCUMENT = rf"[{HAN}]{{1,10}}\s*[〔［\[(（]\s*(?:19|20)\d\d\s*[〕］\])）]\s*第?\s*\d{{1,5}}\s*[号號]"
DOCUMENT_NUMBER = re.compile(rf"{NUMBER_OF_DOCUMENT}(?:\s.{{0,20}})?")
# The labels and numbers under which a company files an announcement, and nothing else.
FILED = re.compile(rf"(?:{any_word('page', 'filings')}\s*[：:]\s*\S+\s*)+")
OF_DOCUMENT = re.compile(rf"{any_word('page', 'kinds_of_document')}(?:[（(][^）)]{{1,12}}[）)])?$")
LETTERHEAD = 3  # lines at the top among which stands whose document it is, above its number


@lru_cache(maxsize=8192)
def kind_of_number(words: str) -> str:
    """The kind of number with which a line begins; empty where it begins with none.

    >>> [kind_of_number(t) for t in ("一、引言", "（二）方法", "1.1 背景", "2. Method", "3、定义", "第一章 总则", "§4 结果")]
    ['chinese', 'bracketed-chinese', 'decimal-2', 'number', 'number', 'chapter', 'section']
    >>> kind_of_number("壹、緒論"), kind_of_number("第貳章 方法")
    ('formal', 'chapter')
    >>> [kind_of_number(t) for t in ("一些人说", "1.5倍", "2020年", "12,000", "3.5%", "第一")]
    ['', '', '', '', '', '']
    """
    decimal = DECIMAL.match(words)
    if decimal and _is_heading_decimal(decimal, words):
        return f"decimal-{len(re.split('[.．]', decimal[1]))}"
    return next((kind for kind, pattern in KINDS if (match := pattern.match(words)) and match.end() < len(words)), "")


NUMBER = re.compile(rf"[（(]?(\d{{1,2}}|[{COUNTING}]{{1,3}})")
NEXT = 6  # lines from one point of a list to the next
CLOSES_POINT = "；;。"

LETTERED = re.compile(r"[（(]?([a-z])[）)]\s*\S")
ANNOUNCES = ("：", ":", "—", "。", ".", "；", ";")
POINT_ENDS = re.compile(r"[；;。.，,]\d{0,2}(?: ?(?:and|or))?$")  # the figure of a note


def count_of(words: str) -> int:
    """The number, in figures or Han, with which a line begins, bracketed or not; 0 where it begins with none.

    >>> count_of("（三）方法"), count_of("12. 范围"), count_of("方法")
    (3, 12, 0)
    """
    number = NUMBER.match(words)
    return 0 if not number else int(number[1]) if number[1].isdigit() else numeral(number[1])


def points_of_lists(words: Sequence[str]) -> set[int]:
    """The indices of lines that are whole points of a list: numbered, closed as points are below what is closed or announces
    them, and the numbers count up.

    >>> sorted(points_of_lists(["分为三类：", "1. 甲；", "2. 乙；", "3. 丙。", "4. 年的事", "还长。"]))
    [1, 2, 3]
    """
    points: dict[int, tuple[str, int]] = {}
    for index, line in enumerate(words):
        kind, count = kind_of_number(line), count_of(line)
        above = words[index - 1][-1] in CLOSES_POINT + "：:" if index else False
        if kind and count and above and line[-1] in CLOSES_POINT:
            points[index] = kind, count
    near = {
        (one, other)
        for one in points
        for other in range(one + 1, one + NEXT)
        if other in points and points[other] == (points[one][0], points[one][1] + 1)
    }
    return {at for pair in near for at in pair}


def starts_of_lettered_points(words: Sequence[str]) -> set[int]:
    """The indices of lines that open the points of a list, (a), (b), each below a line that ends or announces something.

    >>> lines = ["We ask that:", "(a) it be short, and", "kept;7 and", "(b) it be read.", "(c) as", "said"]
    >>> sorted(starts_of_lettered_points(lines))
    [1, 3, 4]
    >>> starts_of_lettered_points(["as in section", "(a) and section", "(b)."])
    set()
    """
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(words):
        letter = LETTERED.match(line)
        above = words[index - 1] if index else ""
        if letter and letter[1] == "a" and above[-1:] in ANNOUNCES:
            run = [index]
        elif letter and run and ord(letter[1]) - ord("a") == len(run) and index - run[-1] < NEXT and POINT_ENDS.search(above):
            run.append(index)
            found |= {*run}
    return found


def heading_number(words: str) -> str:
    """The kind of number that a line bears which is no sentence, circled ones too: those head a part where no note has them.

    >>> heading_number("一、总体要求"), heading_number("一、会议开幕。"), heading_number("①甲"), heading_number("25亿人受益")
    ('chinese', '', 'circled', '')
    """
    if closes_sentence(words):
        return ""
    return "circled" if CIRCLED.match(words) else kind_of_number(words)


def _is_heading_decimal(match: re.Match[str], words: str) -> bool:
    """Whether a decimal is the number of a section and not a quantity: a gap or no unit stands behind it, and no part is 0."""
    parts = re.split("[.．]", match[1])
    spaced = match[0][-1] in " \u3000"
    return all(part[0] != "0" for part in parts) and (
        spaced or len(parts) > 2 or words[match.end()] not in "倍万萬亿億个個元米亩次人"
    )


def is_named(words: str) -> bool:
    """Whether a line is one of the words that head a part of an article without a number."""
    return bool(UNNUMBERED.fullmatch(words.strip(" \u3000:：[]［］【】"))) or is_annex(words)


def is_annex(words: str) -> bool:
    """Whether a line is no more than the head of an annex (GB/T 9704).

    >>> is_annex("附件2"), is_annex("附 件"), is_annex("附件：")
    (True, True, False)
    """
    return bool(ANNEX.fullmatch(words))


def document_parts(words: Sequence[str]) -> dict[int, str]:
    """What lines, by their index, are of the head of a document of an authority: its number, whose it is, and its title below.

    >>> document_parts(["某市水务局文件", "某水发〔2021〕17号", "关于防冻的通知", "各站："])
    {0: 'numbered-document', 1: 'numbered-document', 2: 'below-its-number'}
    >>> document_parts(["某水发〔2021〕17号", "某市水务局关于印发", "《防冻办法》的通知", "各站："])
    {0: 'numbered-document', 1: 'below-its-number', 2: 'more-below-its-number'}
    >>> document_parts(["证券代码：000000　公告编号：2021-017", "关于更名的公告", "各股东："])
    {0: 'numbered-document', 1: 'below-its-number'}
    """
    filed = [at for at, line in enumerate(words[: LETTERHEAD + 1]) if FILED.fullmatch(line)]
    if filed and filed[-1] + 1 < len(words):
        return dict.fromkeys(filed, "numbered-document") | {filed[-1] + 1: "below-its-number"}
    at = next((at for at, line in enumerate(words[: LETTERHEAD + 1]) if DOCUMENT_NUMBER.fullmatch(line)), None)
    below = words[at + 1] if at is not None and at + 1 < len(words) else ""
    if at is None or not below:
        return {}
    if below[-1] in "：:" or closes_sentence(below):  # its title stands above the number
        return {at: "numbered-document"}
    found = {index: "numbered-document" for index in range(max(0, at - 1), at + 1)} | {at + 1: "below-its-number"}
    more = words[at + 2] if at + 2 < len(words) else ""
    broken = not OF_DOCUMENT.search(below) and bool(OF_DOCUMENT.search(more)) and not closes_sentence(more)
    return found | ({at + 2: "more-below-its-number"} if broken else {})


def levels(kinds: Iterable[str]) -> dict[str, int]:
    """The level of each kind of number that a document's headings bear, from 2; unnumbered ones are of the highest.

    >>> levels(["chinese", "bracketed-chinese", "", "chinese"]), levels(["number", "decimal-2"]), levels(["bracketed-chinese"])
    ({'': 2, 'chinese': 2, 'bracketed-chinese': 3}, {'': 2, 'number': 2, 'decimal-2': 3}, {'': 2, 'bracketed-chinese': 2})
    """
    order = [*(kind for kind, _ in KINDS), "circled"]
    found = set(kinds) - {""}
    depth = {kind: order.index("number") + int(kind[-1]) / 10 for kind in found if kind.startswith("decimal")}
    depth |= {kind: float(order.index(kind)) for kind in found if kind in order}
    ranked = enumerate(sorted(found, key=lambda kind: depth[kind]), TOP)
    return {"": TOP} | {kind: min(level, LOWEST) for level, kind in ranked}
