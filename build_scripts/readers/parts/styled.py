"""What the styles of a Word file say of its lines, as names that the grammar of pages weighs, and the notes it declares."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.decode.decoded import Decoded, Portion, WordText
from build_scripts.model import Doubt
from build_scripts.readers.notes.given_notes import GivenNotes
from build_scripts.readers.notes.printed import PrintedCall
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word

# Names of built-in styles, as Word writes them whatever language it runs in, and as Chinese templates name their own.
STYLES = tuple(
    (re.compile(form, re.IGNORECASE), name)
    for form, name in (
        (f"^{any_word('page', 'title_keys')}$", "front-title"),
        (f"^{any_word('page', 'subtitle_styles')}$", "styled-subtitle"),
        (f"quote|^{any_word('page', 'quotation_styles')}", "quote-tag"),
        (f"^{any_word('page', 'caption_styles')}$", "caption-tag"),
        (f"^{any_word('page', 'facts_styles')}$", "named-facts"),
    )
)
# What is told of lines with what Word draws and no line of text has, and what an editor can do.
DRAWN = {
    "formula": ("written in one line where Word draws a formula", "compare it with the file; decisions.yaml corrects it"),
    "ruby": ("written with a reading in brackets, which Word sets over the characters", "decisions.yaml corrects it"),
    "hidden": (
        "hidden by the file from who reads it in Word, as a whole or in part",
        "write “furniture: {words: …}” with what is no text",
    ),
    "numbered": (
        "numbered by Word, and no number stands in the file",
        "put it there in decisions.yaml where the text names it",
    ),
}
DEEPEST = 6
PROSE = 20.0  # ems of a line with which the text has begun


def seen_of_styles(lines: Sequence[Line], decoded: Decoded) -> dict[int, tuple[str, ...]]:
    """What is seen of each line that is not blank, by its offset in the capture."""
    marks = _marks(decoded)
    prose = next((at for at, line in enumerate(lines) if closes_sentence(line.words) and width(line.words) >= PROSE), 0)
    return {
        line.text.start: tuple([*(["in-body"] * (at >= prose)), *_names(line, _on(line, marks))])
        for at, line in enumerate(lines)
        if not line.blank
    }


def _marks(decoded: Decoded | None) -> list[tuple[Portion, WordText]]:
    """The portions that a Word file says something of, in the order of the text."""
    return [(each, each.known) for each in decoded.portions if isinstance(each.known, WordText)] if decoded else []


def _on(line: Line, marks: Sequence[tuple[Portion, WordText]]) -> list[WordText]:
    """What is said of the characters of a line."""
    start, end = line.text.start, line.text.start + len(line.text.text)
    first = bisect_right(marks, start, key=lambda mark: mark[0].end)
    last = bisect_right(marks, end - 1, key=lambda mark: mark[0].start)
    return [look for _, look in marks[first:last]]


def _names(line: Line, looks: Sequence[WordText]) -> Iterator[str]:
    yield "own-block"
    if not looks:
        return
    look = looks[0]
    named = next((name for pattern, name in STYLES if pattern.search(look.style)), "")
    if named:
        yield named
    elif look.level:
        yield f"heading-mark-{min(look.level, DEEPEST)}"
    elif look.table:
        yield "table-row"
    elif look.listed:
        yield "list-item"
    elif all(each.bold for each in looks) and not closes_sentence(line.words):
        yield "all-bold"
    if look.centred:
        yield "centred"


def drawn_doubts(lines: Sequence[Line], decoded: Decoded | None) -> Iterator[Doubt]:
    """What Word shows otherwise than as the lines of a text, one doubt for each kind."""
    marks = _marks(decoded)
    found: dict[str, list[int]] = {kind: [] for kind in DRAWN}
    for line in lines if marks else ():
        looks = _on(line, marks)
        kinds = {look.drawn for look in looks if look.drawn}
        for kind in kinds | ({"numbered"} if any(look.level and look.listed for look in looks) else set()):
            found[kind].append(line.number)
    for kind, numbers in found.items():
        if numbers:
            what, hint = DRAWN[kind]
            yield Doubt(numbers[0], "doubtful-line", f"{in_ranges(numbers)} {what}", hint)


def declared_notes(lines: Sequence[Line], decoded: Decoded | None) -> tuple[list[Line], GivenNotes]:
    """The lines that are of no note of a Word file; and its notes, with their calls."""
    marks = _marks(decoded)
    if not any(look.note for _, look in marks):
        return list(lines), GivenNotes()
    notes: dict[int, list[Line]] = {}
    left: list[Line] = []
    for line in lines:
        number = next((look.note for look in _on(line, marks) if look.note), 0)
        (notes.setdefault(number, []) if number else left).append(line)
    calls = tuple(_calls(left, marks, notes, decoded.text if decoded else ""))
    return left, GivenNotes(tuple((number, tuple(each)) for number, each in notes.items()), calls)


def _calls(
    lines: Sequence[Line], marks: Sequence[tuple[Portion, WordText]], notes: Mapping[int, object], text: str
) -> Iterator[PrintedCall]:
    for each, look in marks:
        if look.call in notes:
            line = lines[max(0, bisect_right(lines, each.start, key=lambda line: line.text.start) - 1)]
            shown = text[each.start : each.end]
            yield PrintedCall(each.start, each.end, line.number, shown, shown, look.call)
