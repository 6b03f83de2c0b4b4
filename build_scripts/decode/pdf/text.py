"""A PDF as text: its characters line by line in the order of reading, and of each piece of a line where and how it is printed.

Every character of the text layer stands in the text once. Line ends, and a form feed between pages, are the decoder's; a
space that only distance shows is not in the text, since the pieces of a line tell how far they are apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.decode.decoded import Decoded, Portion
from build_scripts.decode.pdf.around import Edges, find_edges
from build_scripts.decode.pdf.copies import split_copies
from build_scripts.decode.pdf.glyphs import Glyph, GlyphPage
from build_scripts.decode.pdf.order import TextColumn, read_columns
from build_scripts.decode.pdf.rows import StringRow, find_rows
from build_scripts.decode.pdf.sides import LaidRows, furthest, settled
from build_scripts.decode.pdf.strings import GlyphString, find_strings
from build_scripts.decode.printed import Printed

APART = 0.12  # ems between two pieces
INSIDE = 0.3  # ems by which a string may overlap the gap in which it stands


def text_of_pages(pages: Sequence[GlyphPage]) -> Decoded:
    """The pages as text, with portions of `Printed`."""
    parted = [split_copies(page.glyphs) for page in pages]
    strings = [find_strings(firsts) for firsts, _ in parted]
    copies = [find_strings(each) for _, each in parted]
    return _text(settled([each for group in _laid(strings, copies) for each in group]))


def _laid(strings: Sequence[Sequence[GlyphString]], copies: Sequence[Sequence[GlyphString]]) -> Iterator[list[LaidRows]]:
    for number, (of_page, again, edges) in enumerate(zip(strings, copies, find_edges(strings), strict=True), 1):
        inner = [string for string in of_page if id(string) not in edges]
        yield [
            *_edge(number, of_page, edges, "head"),
            *(_column(number, column) for column in read_columns(inner)),
            *_edge(number, of_page, edges, "foot"),
            *(LaidRows(number, (row,), row.x0, row.x1, "copy") for row in find_rows(again)),
        ]


def _edge(page: int, strings: Sequence[GlyphString], edges: Edges, edge: str) -> Iterator[LaidRows]:
    for row in find_rows([string for string in strings if edges.get(id(string)) == edge]):
        yield LaidRows(page, (row,), row.x0, row.x1, edge)


def _column(page: int, column: TextColumn) -> LaidRows:
    printed = [row for row in column.rows if row.text.strip()] or list(column.rows)
    if column.sides:
        return LaidRows(page, column.rows, *column.sides)
    em = printed[0].size
    left = -furthest([-row.x0 for row in printed], em)
    return LaidRows(page, column.rows, left, furthest([row.x1 for row in printed], em))


def _text(laid: Sequence[LaidRows]) -> Decoded:
    parts: list[str] = []
    runs: list[Portion] = []
    at, page = 0, 1

    def put(text: str, known: Printed | None) -> None:
        nonlocal at
        parts.append(text)
        runs.append(Portion(at, at + len(text), known))
        at += len(text)

    for number, column in enumerate(laid, 1):
        if column.page > page:
            put("\f" * (column.page - page), None)
            page = column.page
        for row in column.rows:
            for piece in _pieces(row):
                put("".join(glyph.text for glyph in piece), _printed(piece, column, number, row.main))
            put("\n", None)
    return Decoded("".join(parts), tuple(runs))


def _printed(piece: Sequence[Glyph], column: LaidRows, number: int, main: GlyphString) -> Printed:
    first = max(piece, key=lambda glyph: (bool(glyph.text.strip()), glyph.size))
    return Printed(
        column.page,
        number,
        round(min(glyph.x0 for glyph in piece), 2),
        round(max(glyph.x1 for glyph in piece), 2),
        round(first.baseline, 2),
        round(first.size, 2),
        first.face,
        round(column.left, 2),
        round(column.right, 2),
        column.edge,
        main.stacked,
        main.turned,
        first.raised,
    )


def _pieces(row: StringRow) -> Iterator[list[Glyph]]:
    """The glyphs of a row in order, cut where type, baseline or distance change."""
    piece: list[Glyph] = []
    for glyph in _woven(row):
        if piece and not _is_one(piece[-1], glyph, row.main):
            yield piece
            piece = []
        piece.append(glyph)
    if piece:
        yield piece


def _is_one(last: Glyph, glyph: Glyph, main: GlyphString) -> bool:
    if main.stacked or main.turned:
        return main.turned and last.size == glyph.size
    if last.raised != glyph.raised:
        return False
    if abs(last.size - glyph.size) > 0.02 * last.size or last.face != glyph.face or abs(last.baseline - glyph.baseline) > 0.5:
        return last.text.isspace() and glyph.text.isspace()
    return abs(glyph.x0 - last.x1) < APART * glyph.size


def _woven(row: StringRow) -> list[Glyph]:
    """The glyphs of a row, a string that stands in a gap of another one in its place there."""
    found: list[Glyph] = []
    for string in sorted(row.strings, key=lambda string: string.x0):
        slack = INSIDE * string.size
        place = len(found)
        while place and found[place - 1].x0 >= string.x1 - slack and found[place - 1].x0 > string.x0:
            place -= 1
        if place and found[place - 1].x1 > string.x0 + slack:
            place = len(found)
        found[place:place] = string.glyphs
    return found
