"""How printed lines fill their column: how wide it is, and what the width of a line says of its place in a paragraph.

A line is as full as the first word of the next one allows, and a point at its end may hang over. So each line that goes on
tells between which widths its column lies; where most agree, it is that wide. The first line of a paragraph is printed two
ems further in, so that extraction, which drops the indent, leaves it two ems shorter. Learnt from a journal's page:251-253,
where a full line that ends a sentence is followed by the same paragraph, and :111-113, where the next one follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.numerals import COUNTING

NEIGHBOURS = 6  # lines on each side that show how wide a column is there
OVERALL = 1.2  # how much all lines of the capture weigh beside them
AS_FIRST = 0.4  # how much the width weighs that a line shows if it is the first of its paragraph
STEP = 0.5  # ems between two widths
LONGEST_WORD = 6.0  # ems; a longer one says nothing of the line before it
INDENT = 2.0
WIDER = 3.0  # ems by which no line is wider than its column
LITTLE = 1.0  # ems by which a justified line may be wider or narrower
LONG, FEWEST_LONG, OPENED = 20.0, 4, 0.1  # ems of a long line; how many tell; the share of them without a stop
# A call that is named, or counted in Chinese numerals.
NAMED_CALL = rf"[（(〔［\[][注註][释釋]?[{COUNTING}\d]{{1,3}}[）)〕］\]]|[〔［][{COUNTING}]{{1,3}}[〕］]"
CALL_AT_END = re.compile(rf"(?:{NAMED_CALL}|[［\[〔]\d{{1,3}}(?:[,，\-–—]\d{{1,3}})*[］\]〕]|[①-⑳]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*＊†‡※]+)$")
TOLERANCE = 1.5  # ems that punctuation at the margin and justified digits add to a line or take from it
# What a line cannot be broken inside: opening marks with what follows them, a Latin word, a note mark.
FIRST_WORD = re.compile(r"[“‘（(《〈「『【〔\[［]*(?:[!-'*-Z\\^-~]+|(?<=[“‘（(《〈「『【〔\[［])\S)[）)〕］\]]?")
MOST_HANGING = 2  # closing marks at the end of a line that stand in the place of one
HANGS = "，。；：、！？”’》）」』"


@dataclass(frozen=True, slots=True)
class Fill:
    """How a line fills a column of `full` ems, as any line and as a first one, whose indent of `lead` ems is lost: the room,
    in ems, that was left although the next word is no wider, negative where it is; and how much too wide it is for a first
    line. None where nothing follows the line.
    """

    room: float | None
    room_as_first: float | None
    too_wide_as_first: float

    def names(self, closed: bool) -> Iterator[str]:
        """The evidence of it, as grammars weigh it; `closed` says that a sentence ends with the line. One that leaves room in
        the middle of a sentence stands beside a picture, or was torn by the extraction.
        """
        for name, room in (("full-line", self.room), ("first-line", self.room_as_first)):
            if room is not None and room >= 0:
                yield ("little-" if room <= LITTLE else "" if closed else "open-") + f"room-in-{name}"
            elif room is not None:
                yield f"fills-{name}"
        if self.too_wide_as_first > 0:
            yield ("a-little-" if self.too_wide_as_first <= LITTLE else "") + "too-wide-for-first"


def full_widths(lines: Sequence[Line]) -> list[float]:
    """For each line the width in ems of the column in which it stands: as printed, else what most lines near it and most of
    all agree on.
    """
    if lines and lines[0].laid:
        return [line.laid.full if line.laid else line.width for line in lines]
    votes = [_votes(lines, index) for index in range(len(lines))]
    overall: Counter[float] = Counter()
    for each in votes:
        overall.update(each)
    everywhere = max(overall, key=lambda size: (overall[size], -size), default=max((line.width for line in lines), default=0.0))
    near: Counter[float] = Counter()
    found = []
    for index in range(len(lines) + NEIGHBOURS):
        if index < len(lines):
            near.update(votes[index])
        if index > 2 * NEIGHBOURS:
            near.subtract(votes[index - 2 * NEIGHBOURS - 1])
        if index >= NEIGHBOURS:
            middle = index - NEIGHBOURS
            wide = [line.width for line in lines[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS + 1]]
            shares = {
                size: (near[size] - sum(each > size + WIDER for each in wide)) / len(wide)
                + OVERALL * overall[size] / len(lines)
                for size in {*near, everywhere}
            }
            found.append(max(shares, key=lambda size: (round(shares[size], 9), -size)))
    return found


def lines_are_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether the lines of a plain text are whole paragraphs: nearly all that are long end a sentence."""
    long = [line for line in lines if line.width >= LONG] if lines and not lines[0].laid else []
    opened = sum(not closes_sentence(CALL_AT_END.sub("", line.words)) for line in long)
    return len(long) >= FEWEST_LONG and opened <= OPENED * len(long)


def _votes(lines: Sequence[Line], index: int) -> dict[float, float]:
    """The widths of the column that a line and the first word of the next allow, with their weights."""
    if index + 1 == len(lines):
        return {}
    slack = _next_word(lines, index)
    if slack > LONGEST_WORD:
        return {}
    size, hang = lines[index].width, _hang(lines[index].words)
    steps = [size - hang + STEP * step for step in range(round((hang + slack) / STEP))]
    weights = dict.fromkeys(steps, 1 / len(steps))
    for each in steps:
        weights[each + INDENT] = weights.get(each + INDENT, 0.0) + AS_FIRST / len(steps)
    return weights


def _next_word(lines: Sequence[Line], index: int) -> float:
    """The width of the word with which the next line begins, in ems."""
    return max(first_word(lines[index + 1].words), 1.0)


def first_word(words: str) -> float:
    """The width of what a line begins with that cannot be broken, in ems; one where that is no word.

    >>> first_word("Harbour 渡口"), first_word("“渡口"), first_word("渡口")
    (3.5, 2.0, 1.0)
    """
    word = FIRST_WORD.match(words)
    return width(word[0]) if word else 1.0


def _hang(words: str) -> float:
    return 1.0 if words and words[-1] in HANGS else 0.0


def _hang_as_first(words: str) -> float:
    """The width of the marks that may hang over behind a first line: all of them, since ”。 stand in the place of one."""
    return float(min(MOST_HANGING, len(words) - len(words.rstrip(HANGS))))


def fill_of(lines: Sequence[Line], index: int, full: float, lead: float) -> Fill:
    """How a line fills its column, with what follows it."""
    size = lines[index].width
    last = index + 1 == len(lines)
    room = None if last else full - size - _next_word(lines, index)
    over = size - _hang_as_first(lines[index].words) - (full - lead)
    return Fill(room, None if room is None else room - lead, over)


def lost_indent(lines: Sequence[Line], full: Sequence[float], begins: Sequence[bool]) -> float:
    """By how many ems first lines are shorter than others: an indent, or nothing where most of those that follow the end of a
    paragraph, or that a gap shows to begin one (`begins`), are as wide as the rest.
    """
    fills = [fill_of(lines, index, full[index], INDENT) for index in range(len(lines))]
    opening = [
        fill
        for index, fill in enumerate(fills)
        if index
        and (begins[index] or (ends_sentence(lines[index - 1]) and (fills[index - 1].room_as_first or -1.0) > TOLERANCE))
    ]
    first = sum((fill.room_as_first or 0.0) < 0 >= fill.too_wide_as_first for fill in opening)
    more = sum((fill.room or 0.0) < 0 < fill.too_wide_as_first for fill in opening)
    return 0.0 if more > first else INDENT


def is_short(size: float, full: float) -> bool:
    """Whether a line is too short to be anything but the last of its paragraph, or a heading."""
    return size <= full - INDENT - TOLERANCE


def ends_sentence(line: Line) -> bool:
    """Whether a line ends with a sentence, a note call after it allowed for (a journal's page:547)."""
    return closes_sentence(CALL_AT_END.sub("", line.words))
