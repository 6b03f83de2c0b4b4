"""Where the stories of a newspaper page begin: lines of display above lines of text, told by indents or by widths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.readers.newspapers.display import is_byline
from build_scripts.readers.particulars.persons import names_persons
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.article_parts import STOP_INSIDE
from build_scripts.readers.running.columns import full_widths, is_short
from build_scripts.readers.running.going_on import PAUSE
from build_scripts.text.characters import closes_sentence
from build_scripts.text.lexicon import any_word
from build_scripts.text.numerals import COUNTING

FEWEST = 3  # lines of a story's text
MOST_DISPLAY = 5  # lines that stand above it
SPACES = {"\u3000": 1.0, " ": 0.5}  # ems
INDENT, FULL = (1.0, 2.5), 0.85  # ems by which a first line stands in, and the share of a line that it fills with them
# Ems, and share of a line, by which display differs from text, and where indents show first lines.
DIFFERS, DIFFERS_SHOWN = (3.0, 0.2), (1.5, 0.1)
AS_FULL = 1.5  # ems by which full lines differ
CREDIT = re.compile(rf"{any_word('articles', 'photographed')}$")
DAY = re.compile(rf"[{COUNTING}\d]{{1,3}}月[{COUNTING}\d]{{1,3}}日$")  # on which a letter was signed
PICTURE = re.compile(rf"[▲▼◀▶◄►]|{any_word('articles', 'pictures')}")


def stories_of(printed: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """The lines of display and of text below them, where a text stands below its headline; first the text without one."""
    page = _Sheet(printed)
    starts = [index for index in range(len(printed)) if page.opens(index)]
    if not starts:
        return
    if any(closes_sentence(line.words) for line in printed[: starts[0]]):
        yield [], list(printed[: starts[0]])
    above: list[Line] = []  # of display that a byline parts, the last stands over the text
    for start, end in zip(starts, [*starts[1:], len(printed)], strict=True):
        at = min(start + page.display(start), end)
        above += printed[start:at]
        if at < end:
            yield above, list(printed[at:end])
            above = []


def closes(line: Line) -> bool:
    """Whether a text may end with a line."""
    words = line.words
    return closes_sentence(words) or words[-1] in "）)" or bool(CREDIT.search(words) or DAY.search(words))


def stands_in(line: Line) -> bool:
    """Whether a line stands in as the first of a paragraph does, and not as what is centred."""
    return INDENT[0] <= _lead(line) <= INDENT[1]


class _Sheet:
    """What of a page shows where stories begin."""

    def __init__(self, printed: Sequence[Line]) -> None:
        self.printed, self.full = printed, full_widths(printed)
        self.shown = any(map(self._is_first, range(len(printed))))

    def opens(self, index: int) -> bool:
        """Whether a headline begins with a line: one of display, below the end of a text, with lines of text below."""
        if index and not closes(self.printed[index - 1]):
            return False
        if self._above_indent(index):
            return True
        if index and (self._is_display(index - 1) or (self.shown and self._is_full(index - 1))):
            return False  # where indents show first lines, what stands below a full line may go on with its paragraph
        size = self._by_width(index)
        below = self.printed[index + size : index + size + FEWEST]
        wide = (not is_short(line.width, full) for line, full in zip(below, full_widths(below), strict=True))
        return 0 < size <= MOST_DISPLAY and (len(below) == FEWEST or self.shown) and any(wide)

    def display(self, index: int) -> int:
        """How many lines of display stand there, one below another, with who wrote the story below the first of them."""
        return self._above_indent(index) or self._by_width(index)

    def _above_indent(self, index: int) -> int:
        """How many lines from one on, none of which may be of a text, stand above the first line of a paragraph that stands in;
        0 where none does.
        """
        size = 0
        while size <= MOST_DISPLAY and (self._is_apart(index + size) or (size and self._is_byline(index + size))):
            size += 1
        return size if self.shown and size <= MOST_DISPLAY and self._is_first(index + size) else 0

    def _is_apart(self, index: int) -> bool:
        """Whether a line neither begins a paragraph nor ends one."""
        if index >= len(self.printed) or self._is_first(index) or PICTURE.match(self.printed[index].words):
            return False
        words = self.printed[index].words
        if words[-1] in "？！?!" and not stands_in(self.printed[index]):
            return index > 0 and not self._is_full(index - 1) and not STOP_INSIDE.search(words)
        return words[-1] not in PAUSE and not closes(self.printed[index])

    def _by_width(self, index: int) -> int:
        size = next(size for size in range(len(self.printed) + 1) if not self._is_display(index + size))
        return size + 1 if size and self._is_byline(index + size) else size

    def _is_display(self, index: int) -> bool:
        """Whether a line closes no sentence, is no byline, and neither as wide as the lines below it nor the end or the
        beginning of a paragraph.
        """
        if index + 1 >= len(self.printed) or closes(self.printed[index]) or is_byline(self.printed[index]):
            return False
        if PICTURE.match(self.printed[index].words) or self._is_first(index):
            return False
        if abs(self.printed[index].width - self.full[index]) <= AS_FULL and not self.shown:
            return False
        least, share = DIFFERS_SHOWN if self.shown else DIFFERS
        usual = self._usual(index)
        return abs(self.printed[index].width - usual) > max(least, usual * share)

    def _is_byline(self, index: int) -> bool:
        if index >= len(self.printed) or stands_in(self.printed[index]) or self._is_full(index):
            return False
        return is_byline(self.printed[index]) or names_persons(self.printed[index].words)

    def _is_full(self, index: int) -> bool:
        return self.printed[index].width >= self.full[index] - AS_FULL

    def _usual(self, index: int) -> float:
        near = sorted(line.width for line in self.printed[index + 1 : index + 8])
        return near[len(near) // 2] if near else 0.0

    def _is_first(self, index: int) -> bool:
        """Whether a line stands in and fills what is left of its measure, as the first of a paragraph does, or is all of it."""
        if index >= len(self.printed) or not stands_in(self.printed[index]):
            return False
        line, below = self.printed[index], self.printed[index + 1 : index + 2]
        full = _lead(line) + line.width >= self._usual(index) * FULL and all(_lead(each) < _lead(line) for each in below)
        return full or closes_sentence(line.words)


def _lead(line: Line) -> float:
    text = line.text.text
    return sum(SPACES.get(char, 0.0) for char in text[: len(text) - len(text.lstrip())])
