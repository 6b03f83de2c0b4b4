"""Running heads that stand once or change from page to page: known at the top of a page by a number that counts the pages, or
by the title that they repeat.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.scripts import simplified

NUMBERED_HEAD = re.compile(r"(\d{1,4})[ \u3000·•|｜/]+(\D.{1,60})|((?=.*[^\W\d_])\S.{1,60}?)[ \u3000·•|｜/]+(\d{1,4})")
LONGEST_HEAD = 45.0  # ems
FIRST = 6  # lines among which the title stands
FEWEST_LETTERS = 4  # of a title that is known again
FEWEST_PAGES = 2
# Between the words of a head and its number.
WHITE = re.compile(r" {4,}|\u3000{2,}|(?<=\d)\u3000|\u3000(?=\d{1,4}$)")


def turned_heads(printed: Sequence[Line], breaks: Sequence[int], numbers: Collection[int]) -> set[int]:
    """Indices of running heads among the lines that are not blank. `breaks` are the indices at which pages begin by a form
    feed, `numbers` the raw lines that are page numbers.
    """
    tops = _tops(printed, breaks, numbers)
    below = {at + 1 for at in range(len(printed) - 1) if printed[at].number in numbers}
    repeating = (at for at in sorted({*tops, *below}) if _repeats_title(printed, at))
    return {*_counting(printed, tops), *_agreeing(printed, tops, numbers), *repeating}


def numbered_head(words: str) -> tuple[str, int] | None:
    """The words of a running head and the page number at their beginning or end; None where it can be no such head."""
    match = NUMBERED_HEAD.fullmatch(words)
    if not match or length(words) > LONGEST_HEAD or closes_sentence(words):
        return None
    return match[2] or match[3], int(match[1] or match[4])


def length(words: str) -> float:
    """The width of a line in ems, the white inside it counted as one space."""
    return width(WHITE.sub(" ", words))


def _tops(printed: Sequence[Line], breaks: Sequence[int], numbers: Collection[int]) -> list[int]:
    """The index of the first line of each page but the first, a page number above it left out."""
    below = [at + 1 if printed[at].number in numbers else at for at in breaks]
    return [at for at in below if at < len(printed)]


def _counting(printed: Sequence[Line], tops: Sequence[int]) -> Iterator[int]:
    """Tops of pages that follow one another whose numbers go up by one, whatever words stand beside them."""
    numbered = [(page, at, numbered_head(printed[at].words)) for page, at in enumerate(tops)]
    chain = [(head[1] - page, at) for page, at, head in numbered if head]
    for _, group in groupby(chain, key=lambda pair: pair[0]):
        found = [at for _, at in group]
        if len(found) >= FEWEST_PAGES:
            yield from found


def _agreeing(printed: Sequence[Line], tops: Sequence[int], numbers: Collection[int]) -> Iterator[int]:
    """Tops of pages whose number is that of the page: the one at its foot, or the one after that of the page before."""
    found = [(at, re.search(r"\d+", line.words)) for at, line in enumerate(printed) if line.number in numbers]
    values = [(at, int(digits[0])) for at, digits in found if digits]
    for at in tops:
        head = numbered_head(printed[at].words)
        before = next((number for place, number in reversed(values) if place < at), None)
        after = next((number for place, number in values if place > at), None)
        if head and (head[1] == after or (before is not None and head[1] == before + 1)):
            yield at


def _repeats_title(printed: Sequence[Line], at: int) -> bool:
    """Whether the words of a line hold those of one of the first lines as a whole, and little more."""
    words = letters(printed[at].words)
    first = (letters(line.words) for line in printed[:FIRST])
    repeated = any(len(line) >= FEWEST_LETTERS and line in words and len(words) <= 2 * len(line) for line in first)
    return repeated and at >= FIRST and length(printed[at].words) <= LONGEST_HEAD and not closes_sentence(printed[at].words)


def letters(words: str) -> str:
    return "".join(filter(str.isalpha, simplified(words)))
