"""Text of a page that a copy has broken to a width: lines that have no room for the word with which the next begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line, gather
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.text.characters import closes_sentence, is_han, width
from build_scripts.text.joining import join_lines

FEWEST = 4  # lines that go on inside a sentence, which show the width
LEAST = 15.0  # ems of such a width
NARROW = 0.7  # of it: a line that goes on is wider
OVER = 1.02  # of it: a line that is wider is of no such text
MOST_OVER = 0.1  # of all lines
HAN_ROOM = 2.0  # ems that a full line of Chinese leaves at most
WORD = re.compile(r"[!-~’”]+|.")
OPENS = re.compile(r"[-*•·●■◆]\s|[A-Z][\w.'’ -]{0,30}:\s")  # a bullet, who speaks


def join_wrapped(lines: Sequence[Line], given: Collection[int]) -> tuple[list[Line], tuple[Doubt, ...]]:
    """The lines, those that a copy has broken joined again, and what is to be told of it; as they were where little shows it.

    Blank lines must part the paragraphs: else nothing shows where one ends whose last line is full.
    """
    pairs = [(one, other) if other.number == one.number + 1 else None for one, other in pairwise(lines)]
    full = _width([pair for pair in pairs if pair], lines)
    shown = [bool(full and pair and _has_no_room(*pair, full)) for pair in pairs]
    parted = sum(pair is None for pair in pairs) > 1
    if not full or not parted or sum(shown) < FEWEST:
        return list(lines), ()
    named = [line.number in given for line in lines]
    joins = [joined and not (named[at] or named[at + 1]) for at, joined in enumerate(shown)]
    groups = [[lines[0]]]
    for line, joined in zip(lines[1:], joins, strict=True):
        if joined:
            groups[-1].append(line)
        else:
            groups.append([line])
    broken = [group for group in groups if len(group) > 1]
    first, last = broken[0][0].number, broken[-1][-1].number
    sentence = f"raw lines {first} to {last} are broken to a width, and {len(broken)} paragraphs of them were joined"
    hint = f"write “structure: {{paragraph: {broken[0][1].number}}}” where a line begins one"
    return [_whole(group) for group in groups], (Doubt(first, "doubtful-line", sentence, hint),)


def _whole(group: Sequence[Line]) -> Line:
    if len(group) == 1:
        return group[0]
    text = gather(group)
    end = len(text.text.rstrip())
    return Line(group[0].number, text.edit([edit for edit in join_lines(text.text) if edit.end < end]))


def _width(pairs: Sequence[tuple[Line, Line]], lines: Sequence[Line]) -> float:
    """The width in ems to which the text is broken; 0 where little shows one, or lines stand over it."""
    open_lines = [_size(one) for one, other in pairs if _goes_on(one, other)]
    if len(open_lines) < FEWEST:
        return 0.0
    full = max(open_lines)
    near = sum(size > full * NARROW for size in open_lines)
    over = sum(_size(line) > full * OVER for line in lines)
    fits = near * 10 >= len(open_lines) * 9 and over <= len(lines) * MOST_OVER
    return full if full >= LEAST and fits else 0.0


def _size(line: Line) -> float:
    """The width of a line in ems, its indent included."""
    text = line.text.text
    return width(line.words) + len(text) - len(text.lstrip("\u3000"))


def _goes_on(one: Line, other: Line) -> bool:
    """Whether a sentence surely goes on from a line to the next: in a small letter, or from Han to Han on a long line."""
    last, first = one.words[-1], other.words[0]
    if closes_sentence(one.words) or last in "：:；;" or other.shows_indent:
        return False
    return first.islower() or (is_han(last) and is_han(first) and _size(one) >= LEAST)


def _has_no_room(one: Line, other: Line, full: float) -> bool:
    """Whether a line has no room for the word below, and that begins nothing new."""
    below, room = other.words, full - _size(one)
    if kind_of_number(below) or OPENS.match(below) or other.shows_indent or _size(one) > full * OVER:
        return False
    if is_han(below[0]):
        return room < HAN_ROOM
    word = WORD.match(below)
    return room < width(word[0] if word else below[0]) + 0.5 or _goes_on(one, other)
