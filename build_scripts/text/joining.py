"""Broken lines are whole again: nothing between Han, a space between Latin words, words and figures as they were."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.text.characters import LINE_END, SHARED_PUNCTUATION, SPACE, is_han, is_mostly_han
from build_scripts.text.lexicon import lexicon
from build_scripts.traced import Edit

LINE_BREAK = re.compile(f"(?<![{SPACE}])[{SPACE}]*(?:(?:\r\n|[{LINE_END}])[{SPACE}]*)+")
SPACES = re.compile(f"[{SPACE}]+")
NEAR = 80  # code points on either side that decide
SPACED_DASH = re.compile(r"\s[–—]$")
HYPHENS = "-\u2010\xad"
HYPHENATED = re.compile(f"(?P<word>[^\\W_](?:[\\w’'.]|[{HYPHENS}](?=\\w))*)[{HYPHENS}]$")
NEXT_WORD = re.compile(r"[^\W_][\w’']*(?:[-\u2010]\w+)*")
SUSPENDED = re.compile(r"(?:and|or|to|und)\b")  # pre- and post-war
ADDRESS = re.compile(r"(?:https?:|www\.)[!-~]*$")
ADDRESS_GOES_ON = re.compile(r"[!-~]*[/.=&?%_#][!-~]|[!-~]*\d[!-~]*\.|//|\d+(?![!-~])")
ADDRESS_OPEN = re.compile(r"[/\-_=&?%#~:+]$|\w\.$")
# Pairs of what ends a line and what begins the next between which nothing stands, in any text. The last column tells
# whether a space that the line shows gives way.
UNBROKEN = (
    (r"(?<![\d.,])\d{1,3}(?:,\d{3})*,$", r"\d{3}(?!\d)", True),  # 1, | 500
    (r"\d\.$", r"\d+(?:\.\d+)?\s*(?:[%％‰]|percent|per cent|million|billion|trillion)", True),  # 3. | 5%
    (r"[\d年月日页頁章节節条條%％]\s?[–—−~～〜]$", r"[第约約近]?\d", True),  # 第5— | 7页
    (r"\d$", r"[–—−~～〜]\s?\d", True),
    (r"\d-$", r"\d", True),
    (r"[^\s–—][–—]$", r"", False),
    (r"", r"[–—]+\S", False),
    (r"[(\[{<（［｛〔/$¥￥€£@#~&]$", r"", False),
    (r"", r"[)\]}>,;:!?%％‰/]", False),
    (r"", r"[.](?!\w)|\+(?!\s)", False),
    (r"\d$", r"s\b", False),
    (r"[^\W\d_][’']$", r"(?:s|t|re|ve|ll|d|m)\b", False),
)
# The same in Chinese text alone, where a Latin word or number stands between Han without a space.
UNBROKEN_IN_CHINESE = (
    (r"\d\.$", r"\d", True),  # 3. | 5
    (r"\d$", r"\.\d", True),
    (r"\d$", r"\d", False),  # 20 | 25年
    (r"(?<![A-Za-z ])[A-Z]$", r"\d", False),  # G | 20
    (r"\d$", r"[GKDMTPW](?![A-Za-z])", False),  # 5 | G
)


def _compiled(table: tuple[tuple[str, str, bool], ...]) -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    return tuple((re.compile(left), re.compile(right), firm) for left, right, firm in table)


ANYWHERE, IN_CHINESE = _compiled(UNBROKEN), _compiled(UNBROKEN_IN_CHINESE)


@cache
def _compound_parts() -> tuple[frozenset[str], frozenset[str]]:
    table = lexicon("hyphens")
    return frozenset(table["first"].split()), frozenset(table["second"].split())


def join_lines(text: str) -> list[Edit]:
    """Make one line of many: nothing between Han, one space where either line showed one or both sides are Latin words.

    A Latin word that was broken at a hyphen is whole again; figures, ranges, addresses and compounds are as they were.
    Offsets are code points, spans half-open.

    >>> [e.replacement for e in join_lines("人工智\\n\\n能")], [e.replacement for e in join_lines("Discusses \\n\\nProgress")]
    ([''], [' '])
    >>> [e.replacement for e in join_lines("强调 \\n\\n加强领导")], join_lines("一行"), [e.replacement for e in join_lines("于20\\n25年")]
    ([' '], [], [''])
    >>> [(e.start, e.end, e.replacement) for e in join_lines("tech-\\nnology")], join_lines("COVID-\\n19")[0].start
    ([(4, 6, '')], 6)
    """  # noqa: E501
    edits = []
    gaps = list(LINE_BREAK.finditer(text))
    # Where every one of several lines ends with a space, extraction put it there and it says nothing.
    says_nothing = len(gaps) > 2 and all(gap[0][0] not in LINE_END for gap in gaps)
    han = bool(gaps) and is_mostly_han(text)
    for gap in gaps:
        start, end = gap.span()
        left, right = text[max(start - NEAR, 0) : start], text[end : end + NEAR]
        shown = gap[0][0] not in LINE_END and not says_nothing
        hyphen = _broken_word(left, right)
        space = bool(left and right) and not hyphen and _has_space(left, right, shown, han)
        edits.append(Edit(start - hyphen, end, " " if space else "", "line-break"))
    return edits


def _broken_word(left: str, right: str) -> bool:
    """Whether the hyphen with which a line ends stands for the break alone.

    >>> _broken_word("tech-", "nology"), _broken_word("state-of-the-", "art"), _broken_word("AI-", "driven")
    (True, False, False)
    """
    match, following = HYPHENATED.search(left), NEXT_WORD.match(right)
    if left.endswith("\xad"):
        return bool(following)
    if not match or not following or not right[0].islower() or SUSPENDED.match(right) or ADDRESS.search(left):
        return False
    word, after = match["word"], following[0]
    first, second = _compound_parts()
    plain = word[-1].islower() and "-" not in word and "-" not in after
    return plain and word.lower() not in first and after.lower() not in second


def _has_space(left: str, right: str, shown: bool, han: bool) -> bool:
    """Whether a space stands between two lines that are not halves of one word."""
    if ADDRESS.search(left) and (ADDRESS_GOES_ON.match(right) or (ADDRESS_OPEN.search(left) and right[0].islower())):
        return False
    tables = ANYWHERE + IN_CHINESE if han else ANYWHERE
    if any((firm or not shown) and before.search(left) and after.match(right) for before, after, firm in tables):
        return False
    if HYPHENATED.search(left) and right[0].isalnum() and not SUSPENDED.match(right):
        return False
    return shown or bool(SPACED_DASH.search(left)) or (_is_latin(_outer(left, -1)) and _is_latin(_outer(right, 0)))


def _is_latin(char: str) -> bool:
    return bool(char) and (char.isascii() or char.isalpha()) and not is_han(char)


def _outer(text: str, at: int) -> str:
    """The first or last character (`at` 0 or -1), or the one behind it where it is a quotation mark or dash of either
    script.
    """
    if text[at] not in SHARED_PUNCTUATION:
        return text[at]
    rest = SPACES.sub("", text[1:4] if at == 0 else text[-4:-1])
    return rest[at] if rest else ""
