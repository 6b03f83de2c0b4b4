"""A proposal of the stories of a page that nobody has given out yet: what an editor can put into `source.yaml` and correct."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.pages import find_edges
from build_scripts.readers.running.columns import full_widths, is_short
from build_scripts.text.characters import closes_sentence

FEWEST = 3  # lines of a story's text
MOST_DISPLAY = 4  # lines that stand above it
MOST_STORIES = 20


def propose(name: str, lines: Sequence[Line]) -> str:
    """What to write under `structure`: each story with a headline and a body in ranges of raw lines, and the rest.

    A headline is a few lines that close no sentence, short or of another width than the text, above lines that do.
    """
    edges = {edge.number for edge in find_edges(lines)}
    printed = [line for line in lines if not line.blank and line.number not in edges]
    stories = list(_stories(printed))[:MOST_STORIES]
    if not stories:
        return "name each story under “structure”, with its lines: “first-story: {headline: 1, body: 2-40}”"
    told = [f"{name}-{place}: {{{_lines(display, body)}}}" for place, (display, body) in enumerate(stories, 1)]
    known = {line.number for display, body in stories for line in (*display, *body)}
    rest = [line.number for line in lines if not line.blank and line.number not in known]
    told += [f"furniture: [{', '.join(map(_span, _ranges(rest)))}]"] if rest else []
    return "look at it and correct it: write under “structure” " + "; ".join(told)


def _lines(display: Sequence[Line], body: Sequence[Line]) -> str:
    above = f"headline: {_span((display[0].number, display[-1].number))}, " if display else ""
    return f"{above}body: {_span((body[0].number, body[-1].number))}"


def _stories(printed: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """The lines of display and of text of each story, where the text stands below its headline."""
    starts = [index for index in range(len(printed)) if _opens(printed, index)]
    if not starts:
        return
    for start, end in zip(starts, [*starts[1:], len(printed)], strict=True):
        size = next(size for size in range(1, MOST_DISPLAY + 2) if not _is_display(printed, start + size))
        body = list(printed[start + size : end])
        if len(body) >= FEWEST:
            yield list(printed[start : start + size]), body


def _opens(printed: Sequence[Line], index: int) -> bool:
    """Whether a headline begins with a line: one of display, below the end of a text, with lines of text below."""
    if not _is_display(printed, index) or (
        index and (_is_display(printed, index - 1) or not closes_sentence(printed[index - 1].words))
    ):
        return False
    size = next((size for size in range(1, MOST_DISPLAY + 1) if not _is_display(printed, index + size)), 0)
    below = printed[index + size : index + size + FEWEST]
    return (
        bool(size)
        and len(below) == FEWEST
        and any(not is_short(line.width, full) for line, full in zip(below, full_widths(below), strict=True))
    )


def _is_display(printed: Sequence[Line], index: int) -> bool:
    """Whether a line closes no sentence and is neither as wide as the lines below it nor the end of a paragraph."""
    if index + 1 >= len(printed) or closes_sentence(printed[index].words):
        return False
    near = sorted(line.width for line in printed[index + 1 : index + 8])
    usual = near[len(near) // 2]
    return abs(printed[index].width - usual) > max(3.0, usual * 0.2)


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
