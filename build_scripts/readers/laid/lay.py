"""Lines of a capture that knows how its pages are printed: where each stands in its column, and in which type.

A space that only distance shows is put in under a rule of its own, and figures that are raised become raised figures, so that
everything below sees what a reader of the page sees; both are edits, which the ledger shows.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_scripts.decode.decoded import Decoded
from build_scripts.decode.printed import Printed
from build_scripts.readers.laid.downwards import lay_downwards
from build_scripts.readers.laid.spaces import RAISED, PrintedPieces, shown_spaces
from build_scripts.readers.laid.steps import with_steps
from build_scripts.readers.laid.tables import rows_of_tables
from build_scripts.readers.parts.lines import Box, Laid, Line, split_lines
from build_scripts.readers.parts.raised import raise_figures, raised_figure
from build_scripts.text.characters import is_han
from build_scripts.traced import Edit

CELL = 1.0  # ems between cells of a table
LIGATURE = re.compile("[\ufb00-\ufb06]")
PRINTED_HYPHEN = re.compile("\xad(?!\\s*$)")  # what a page prints is no soft one; at the end of a line it may be
HAN_SHARE = 0.2  # of all letters, of a text in Chinese
LOWERED = 0.8  # of the line's size, of what is raised
SHARE = 0.3  # of a line's characters
HEAVY = re.compile(r"bold|heavy|black|semibold|demi|hei(?!ti)|xihei|simhei|heiti|gothic|[-_]?HT|[-_]XBS|黑", re.IGNORECASE)


def lay_lines(decoded: Decoded) -> list[Line]:
    """All lines of the capture, with what is known of their print; the lines alone where the capture knows nothing."""
    lines = split_lines(decoded.text)
    if not any(isinstance(run.known, Printed) for run in decoded.portions):
        return raise_figures(lines, decoded)
    pieces = _by_line(lines, decoded)
    usual = _usual(pieces.values(), decoded.text)
    plain = [replace(line, laid=_laid(pieces[line.number], usual)) if line.number in pieces else line for line in lines]
    stepped = with_steps(lay_downwards(plain))
    tables = rows_of_tables(
        [(line.number, _cells(pieces[line.number])) for line in stepped if line.laid and not line.laid.edge]
    )
    return [_marked(line, pieces.get(line.number, []), line.number in tables) for line in stepped]


def _by_line(lines: Sequence[Line], decoded: Decoded) -> dict[int, PrintedPieces]:
    """The printed pieces of each line, by its number."""
    found: dict[int, PrintedPieces] = defaultdict(list)
    at = 0
    for run in decoded.portions:
        if isinstance(run.known, Printed):
            while lines[at].text.runs[-1].end <= run.start:
                at += 1
            found[lines[at].number].append((run, run.known))
    return found


def _usual(lines: Iterable[PrintedPieces], text: str) -> tuple[float, str]:
    """The size and face of most characters; in a Chinese text of most Han characters, since code and tables may be longer."""
    chinese = sum(map(is_han, text)) >= HAN_SHARE * sum(map(str.isalpha, text))
    letters = (lambda part: sum(map(is_han, part))) if chinese else len
    count: Counter[tuple[float, str]] = Counter()
    for pieces in lines:
        for run, printed in pieces:
            if not printed.edge:
                count[round(printed.size, 1), printed.face] += letters(text[run.start : run.end])
    sizes: Counter[float] = Counter()
    for (size, _), number in count.items():
        sizes[size] += number
    size = max(sizes, key=lambda size: (sizes[size], size), default=10.0)
    return size, max((face for at, face in count if at == size), key=lambda face: count[size, face], default="")


def _laid(pieces: PrintedPieces, usual: tuple[float, str]) -> Laid:
    sizes: Counter[float] = Counter()
    faces: Counter[str] = Counter()
    for run, printed in pieces:
        sizes[printed.size] += run.end - run.start
        faces[printed.face] += run.end - run.start
    size, face = _main(sizes), max(faces, key=faces.__getitem__)
    first = next(printed for _, printed in pieces if printed.size == size)
    x0, x1 = min(printed.x0 for _, printed in pieces), max(printed.x1 for _, printed in pieces)
    em = max(size, 0.1)
    return Laid(
        page=first.page,
        column=first.column,
        box=Box(
            x0,
            x1,
            min(printed.baseline - 0.12 * printed.size for _, printed in pieces),
            max(printed.baseline + 0.88 * printed.size for _, printed in pieces),
        ),
        edge=first.edge,
        ems=_half((x1 - x0) / em),
        full=_half((first.right - first.left) / em),
        indent=_half((x0 - first.left) / max(usual[0], 0.1)),
        behind=_half((first.right - x1) / max(usual[0], 0.1)),
        baseline=first.baseline,
        size=size,
        scale=round(size / max(usual[0], 0.1), 2),
        face=face,
        heavy=bool(HEAVY.search(face)) and not HEAVY.search(usual[1]),
        across=first.stacked or first.turned,
    )


def _main(sizes: Counter[float]) -> float:
    """The largest size that is no mere initial: a call may have more characters than the end of a paragraph before it."""
    often = [size for size, number in sizes.items() if number >= SHARE * sizes.total()]
    return max(often, default=max(sizes, key=lambda size: (sizes[size], size)))


def _half(ems: float) -> float:
    return round(ems * 2) / 2


def _cells(pieces: PrintedPieces) -> list[tuple[float, float, float]]:
    """The cells of a line, which lie apart: ends in points, and the size of their type."""
    cells: list[tuple[float, float, float]] = []
    for _, printed in pieces:
        if cells and printed.x0 - cells[-1][1] < CELL * printed.size:
            cells[-1] = (cells[-1][0], max(cells[-1][1], printed.x1), printed.size)
        else:
            cells.append((printed.x0, printed.x1, printed.size))
    return cells


def _marked(line: Line, pieces: PrintedPieces, in_table: bool) -> Line:
    """The line with spaces where distance shows them, and with raised figures."""
    if not line.laid:
        return line
    edits = sorted(
        [*_raised(line, pieces), *shown_spaces(line, pieces), *_hyphens(line), *_ligatures(line)],
        key=lambda edit: (edit.start, edit.end),
    )
    return replace(line, text=line.text.edit(edits), laid=replace(line.laid, table=in_table))


def _raised(line: Line, pieces: PrintedPieces) -> Iterator[Edit]:
    main = line.laid
    for run, printed in pieces:
        smaller = main and printed.size <= LOWERED * main.size and printed.baseline - main.baseline > RAISED * main.size
        if smaller or printed.raised:
            yield from raised_figure(line.text.text, run.start - line.text.start, run.end - run.start)


def _ligatures(line: Line) -> Iterator[Edit]:
    for match in LIGATURE.finditer(line.text.text):
        yield Edit(match.start(), match.end(), unicodedata.normalize("NFKC", match[0]), "ligature")


def _hyphens(line: Line) -> Iterator[Edit]:
    for match in PRINTED_HYPHEN.finditer(line.text.text):
        yield Edit(match.start(), match.end(), "-", "printed-hyphen")
