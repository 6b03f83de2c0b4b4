"""A proposal of the stories of a page that nobody has given out yet: what an editor can put into `source.yaml` and correct."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.readers.paged.pages import find_edges
from build_scripts.readers.particulars.particulars import holds_particulars
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.columns import full_widths, is_short
from build_scripts.text.characters import closes_sentence
from build_scripts.text.lexicon import any_word

FEWEST = 3  # lines of a story's text
MOST_DISPLAY = 4  # lines that stand above it
MOST_STORIES = 20
TOP = 2  # lines among which the page says what it is
SPACES = {"\u3000": 1.0, " ": 0.5}  # ems
INDENT, FULL = (1.0, 2.5), 0.85  # ems by which a first line stands in, and the share of a line that it fills with them
LONG = 12.0  # ems
OPENING, CLOSING = "〔［[【（(", "〕］]】）)"
DIFFERS, DIFFERS_SHOWN = (
    (3.0, 0.2),
    (1.5, 0.1),
)  # ems, and share of a line: of display from text; where indents show first lines
AS_FULL = 1.5  # ems by which full lines differ
FOLIO = re.compile(rf"[年/.-].*{any_word('times', 'weeks')}")
CREDIT = re.compile(rf"{any_word('articles', 'photographed')}$")
PICTURE = re.compile(rf"[▲▼◀▶◄►]|{any_word('articles', 'pictures')}")


def propose(name: str, lines: Sequence[Line]) -> str:
    """What to write under `structure`: each story with its parts in ranges of raw lines, and the rest.

    A headline is a few lines that close no sentence, short or of another width than the text, above lines that do. A line that
    reads as text goes with the story above it, never with the rest.
    """
    edges = {edge.number for edge in find_edges(lines)}
    printed = [line for line in lines if not line.blank and line.number not in edges]
    folio = {line.number for line in printed[:TOP] if FOLIO.search(line.words) and not closes_sentence(line.words)}
    printed = [line for line in printed if line.number not in folio]
    stories = list(_stories(printed))[:MOST_STORIES]
    if not stories:
        return "name each story under “structure”, with its lines: “first-story: {headline: 1, body: 2-40}”"
    told = [f"{name}-{place}: {{{_lines(display, body)}}}" for place, (display, body) in enumerate(stories, 1)]
    known = {line.number for display, body in stories for line in (*display, *body)}
    rest = [line.number for line in lines if not line.blank and line.number not in known]
    told += [f"furniture: {_spans(rest)}"] if rest else []
    return "look at it and correct it: write under “structure” " + "; ".join(told)


def _lines(display: Sequence[Line], body: Sequence[Line]) -> str:
    """The parts of a story: who wrote it stands above its text, what is below a picture between its lines."""
    by = [line.number for line in body[:1] if _is_byline(line) and not _is_full(body)]
    captions = [number for at in range(len(body)) for number in _caption(body, at)]
    text = [line.number for line in body if line.number not in {*by, *captions}]
    parts = {"headline": [line.number for line in display], "byline": by, "body": text, "caption": captions}
    return ", ".join(f"{role}: {_spans(numbers)}" for role, numbers in parts.items() if numbers)


def _caption(body: Sequence[Line], at: int) -> list[int]:
    """The numbers of the lines of a caption that begins with a line of a story, up to the end of its sentence or credit."""
    if not PICTURE.match(body[at].words) or _stands_in(body[at]):
        return []
    end = next((end for end in range(at, min(at + MOST_DISPLAY, len(body))) if _closes(body[end])), at)
    return [line.number for line in body[at : end + 1]]


def _closes(line: Line) -> bool:
    return closes_sentence(line.words) or line.words[-1] in "）)" or bool(CREDIT.search(line.words))


def _is_full(body: Sequence[Line]) -> bool:
    """Whether the first line of a story is as long as the next, as text is that goes on."""
    return len(body) > 1 and body[0].width >= max(FULL * body[1].width, LONG) and body[0].words[0] not in OPENING


def _is_byline(line: Line) -> bool:
    """Whether a line is no more than who reports, in brackets or beside what he is."""
    if line.words[0] in OPENING:
        return line.words[-1] in CLOSING
    return holds_particulars(line.words) == "byline" and not _stands_in(line)


def _stories(printed: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """The lines of display and of text of each story, where the text stands below its headline."""
    page = _Sheet(printed)
    starts = [index for index in range(len(printed)) if page.opens(index)]
    if not starts:
        return
    if any(closes_sentence(line.words) for line in printed[: starts[0]]):
        yield [], list(printed[: starts[0]])
    for start, end in zip(starts, [*starts[1:], len(printed)], strict=True):
        size = page.display(start)
        yield list(printed[start : start + size]), list(printed[start + size : end])


class _Sheet:
    """What of a page shows where stories begin."""

    def __init__(self, printed: Sequence[Line]) -> None:
        self.printed, self.full = printed, full_widths(printed)
        self.shown = any(map(self._is_first, range(len(printed))))

    def opens(self, index: int) -> bool:
        """Whether a headline begins with a line: one of display, below the end of a text, with lines of text below."""
        above = self.printed[index - 1] if index else None
        if not self._is_display(index) or (above and not (_closes(above) and not self._is_display(index - 1))):
            return False
        size = self.display(index)
        below = self.printed[index + size : index + size + FEWEST]
        wide = (not is_short(line.width, full) for line, full in zip(below, full_widths(below), strict=True))
        return 0 < size <= MOST_DISPLAY and (len(below) == FEWEST or self.shown) and any(wide)

    def display(self, index: int) -> int:
        """How many lines of display stand there, one below another."""
        return next(size for size in range(len(self.printed) + 1) if not self._is_display(index + size))

    def _is_display(self, index: int) -> bool:
        """Whether a line closes no sentence, is no byline, and neither as wide as the lines below it nor the end or the
        beginning of a paragraph.
        """
        if index + 1 >= len(self.printed) or _closes(self.printed[index]) or _is_byline(self.printed[index]):
            return False
        if PICTURE.match(self.printed[index].words) or self._is_first(index):
            return False
        if abs(self.printed[index].width - self.full[index]) <= AS_FULL and not self.shown:
            return False
        least, share = DIFFERS_SHOWN if self.shown else DIFFERS
        usual = self._usual(index)
        return abs(self.printed[index].width - usual) > max(least, usual * share)

    def _usual(self, index: int) -> float:
        near = sorted(line.width for line in self.printed[index + 1 : index + 8])
        return near[len(near) // 2] if near else 0.0

    def _is_first(self, index: int) -> bool:
        """Whether a line stands in and fills what is left of its measure, as the first of a paragraph does."""
        lead, below = _lead(self.printed[index]), self.printed[index + 1 : index + 2]
        full = lead + self.printed[index].width >= self._usual(index) * FULL
        return _stands_in(self.printed[index]) and full and all(_lead(line) < lead for line in below)


def _stands_in(line: Line) -> bool:
    """Whether a line stands in as the first of a paragraph does, and not as what is centred."""
    return INDENT[0] <= _lead(line) <= INDENT[1]


def _lead(line: Line) -> float:
    text = line.text.text
    return sum(SPACES.get(char, 0.0) for char in text[: len(text) - len(text.lstrip())])


def _spans(numbers: Sequence[int]) -> str:
    spans = list(map(_span, _ranges(numbers)))
    return spans[0] if len(spans) == 1 else f"[{', '.join(spans)}]"


def _ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] + 1 == number:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans


def _span(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"
