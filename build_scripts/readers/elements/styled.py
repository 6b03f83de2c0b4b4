"""What the styles of a Word file say of its lines, as names that the grammar of pages weighs, and the notes it declares."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_scripts.decode.decoded import Decoded, Portion, WordText
from build_scripts.model import Doubt
from build_scripts.readers.notes.given_notes import GivenNotes
from build_scripts.readers.notes.printed import PrintedCall
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.given import in_ranges
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word

OF_CONTENTS = "of-contents"
# Names of built-in styles, as Word writes them whatever language it runs in, and as Chinese templates name their own.
STYLES = tuple(
    (re.compile(form, re.IGNORECASE), name)
    for form, name in (
        (f"^{any_word('page', 'title_keys')}$", "front-title"),
        (f"^{any_word('page', 'subtitle_styles')}$", "styled-subtitle"),
        (f"quote|^{any_word('page', 'quotation_styles')}", "quote-tag"),
        (f"^{any_word('page', 'caption_styles')}$", "caption-tag"),
        (f"^{any_word('page', 'facts_styles')}$", "named-facts"),
        (rf"^{any_word('page', 'contents_styles')}(?: ?\d| heading)?$", OF_CONTENTS),
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
    "changed": (
        "changed in a way that the file keeps (tracked changes), and read as if every change were accepted",
        "accept or reject the changes in Word first, or compare the lines with the file",
    ),
    "broken": (
        "set behind a break of the line within one paragraph of the file, and read as lines of their own",
        "write “continued: …” with those that go on",
    ),
    "numbered": (
        "numbered by Word in a way that is not known here, and no number stands in the file",
        "put it there in decisions.yaml where the text names it",
    ),
}
HEAD = re.compile(any_word("page", "contents", spaced=True), re.IGNORECASE)
DEEPEST = 6
FEW = 4  # of as many lines at most one is set in from both sides, where that tells a quotation
BRIEF = 30.0  # ems of a sentence that may be a heading
PROSE = 20.0  # ems of a line with which the text has begun


def seen_of_styles(lines: Sequence[Line], decoded: Decoded) -> dict[int, tuple[str, ...]]:
    """What is seen of each line that is not blank, by its offset in the capture."""
    marks = _marks(decoded)
    contents = _lines_of_contents(lines, marks)
    broken = _lines_of_one_paragraph(lines, marks)
    inset = {at for at in range(len(lines)) if any(look.inset for look in _on(lines[at], marks))}
    inset = inset if len(inset) * FEW <= len(lines) else set()
    shown = [at for at, line in enumerate(lines) if not line.blank]
    points = {at for at in shown if _is_bold_point(_on(lines[at], marks))}
    near = {at for pair in pairwise(shown) if points.issuperset(pair) for at in pair}  # bold points next to others
    prose = next((at for at, line in enumerate(lines) if closes_sentence(line.words) and width(line.words) >= PROSE), 0)
    return {
        line.text.start: (OF_CONTENTS,)
        if at in contents
        else tuple(
            [
                *(["in-body"] * (at >= prose)),
                *_names(line, _on(line, marks), at not in near),
                *(["inset"] * (at in inset)),
                *(["title-broken"] * (at in broken and _is_display(lines[at - 1], line, marks))),
            ]
        )
        for at, line in enumerate(lines)
        if not line.blank
    }


def _lines_of_contents(lines: Sequence[Line], marks: Sequence[tuple[Portion, WordText]]) -> set[int]:
    """The indices of the lines of a table of contents that Word makes, and of its head above it."""
    shown = [at for at, line in enumerate(lines) if not line.blank]
    found = {at for at in shown if any(look.drawn == "contents" for look in _on(lines[at], marks))}
    heads = {at for at, below in pairwise(shown) if below in found and HEAD.fullmatch(lines[at].words)}
    return found | heads


def _lines_of_one_paragraph(lines: Sequence[Line], marks: Sequence[tuple[Portion, WordText]]) -> set[int]:
    """The indices of lines with which a paragraph goes on behind a break: of such an end the file says something."""
    ends = [(line.text.start + len(line.text.text) - 1, at + 1) for at, line in enumerate(lines[:-1])]
    return {at for end, at in ends if not lines[at].blank and _said_of(end, marks)}


def _said_of(offset: int, marks: Sequence[tuple[Portion, WordText]]) -> bool:
    at = bisect_right(marks, offset, key=lambda mark: mark[0].end)
    return at < len(marks) and marks[at][0].start <= offset


def _is_display(above: Line, line: Line, marks: Sequence[tuple[Portion, WordText]]) -> bool:
    """Whether two lines of one paragraph are set as titles are: centred, both bold or both not, and no sentences."""
    one, other = _on(above, marks), _on(line, marks)
    alike = len({look.bold for look in (*one, *other)}) == 1
    return alike and all(look.centred for look in (*one, *other)) and not any(map(closes_sentence, (above.words, line.words)))


def _marks(decoded: Decoded | None) -> list[tuple[Portion, WordText]]:
    """The portions that a Word file says something of, in the order of the text."""
    return [(each, each.known) for each in decoded.portions if isinstance(each.known, WordText)] if decoded else []


def _on(line: Line, marks: Sequence[tuple[Portion, WordText]]) -> list[WordText]:
    """What is said of the characters of a line, its end left out."""
    start, end = line.text.start, line.text.start + len(line.text.text.rstrip())
    first = bisect_right(marks, start, key=lambda mark: mark[0].end)
    last = bisect_right(marks, end - 1, key=lambda mark: mark[0].start)
    return [look for _, look in marks[first:last]]


def _names(line: Line, looks: Sequence[WordText], alone: bool) -> Iterator[str]:
    yield "own-block"
    if looks:
        yield from filter(None, (_kind(line, looks, alone), "centred" * looks[0].centred))


def _is_bold_point(looks: Sequence[WordText]) -> bool:
    words = [look for look in looks if look.drawn != "number"]
    return bool(words) and all(look.listed and look.bold for look in words)


def _kind(line: Line, looks: Sequence[WordText], alone: bool) -> str:
    """The name of what a line is by its style, if any. A bold point that stands `alone` among texts is a heading."""
    look = looks[0]
    named = next((name for pattern, name in STYLES if pattern.search(look.style)), "")
    if named or look.level:
        return named or f"heading-mark-{min(look.level, DEEPEST)}"
    if look.table:
        return "table-row"
    bold, brief = all(each.bold for each in looks if each.drawn != "number"), width(line.words) <= BRIEF
    heads = bold and not closes_sentence(line.words)
    if look.listed and not (heads and alone and brief):
        return "list-item"
    lined = brief and not closes_sentence(line.words) and all(each.underlined for each in looks if each.drawn != "number")
    if heads or lined:
        return "all-bold" if heads else "all-underlined"
    return ("bold-numbered" if kind_of_number(line.words) else "bold-sentence") * bool(bold and brief)


def drawn_doubts(lines: Sequence[Line], decoded: Decoded | None) -> Iterator[Doubt]:
    """What Word shows otherwise than as the lines of a text, one doubt for each kind."""
    marks = _marks(decoded)
    found: dict[str, list[int]] = {kind: [] for kind in DRAWN}
    for line in lines if marks else ():
        looks = _on(line, marks)
        for kind in {look.drawn for look in looks} & found.keys():
            found[kind].append(line.number)
    found["broken"] = [
        lines[at].number
        for at in sorted(_lines_of_one_paragraph(lines, marks))
        if not _is_display(lines[at - 1], lines[at], marks)
    ]
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
