"""A table: Markdown in docs/, and on the page with what the frame adds to its rows and cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from build_scripts.writers.web.layers import Layer
from build_scripts.writers.web.page import Piece, Prose, slot


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its Markdown, its attributes and layers; or, between `start` and `end`, an element that the frame has for it."""

    markdown: str
    attrs: Mapping[str, str | None] = field(default_factory=dict)
    layers: Sequence[Layer] = ()
    start: str = ""
    end: str = ""

    @property
    def pieces(self) -> list[Piece]:
        """The cell without its Markdown, which is in that of the table."""
        if self.start:
            return [self.start, Prose("", slot(inner=True, layers=self.layers)), self.end]
        return [Prose("", slot(attrs=self.attrs, layers=self.layers))]


TableRow = tuple[str, Sequence[Cell]]  # the attributes of a row as in its tag, and its cells


def rows_of(cells: Sequence[Sequence[Cell]]) -> list[TableRow]:
    """Rows without attributes."""
    return [("", row) for row in cells]


def table(heads: Sequence[Cell], rows: Sequence[TableRow], attrs: str = "", caption: str = "") -> Iterator[Piece]:
    """A table with `attrs` as in its tag and `caption` as HTML; nothing where there are no rows."""
    if not rows:
        return
    markdown = markdown_table([each.markdown for each in heads], [[each.markdown for each in cells] for _, cells in rows])
    yield [f"<table{attrs}>{caption}<thead>", Prose(markdown, None), *_row("", heads), "</thead><tbody>"]
    yield from (_row(given, _labelled(heads, cells)) for given, cells in rows)
    yield "</tbody></table>"


def _labelled(heads: Sequence[Cell], cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a row, each with the words of its head: a phone, which sets cells one below another, shows them."""
    return [_with_label(head.markdown.replace("\\", ""), cell) for head, cell in zip(heads, cells, strict=True)]


def _with_label(label: str, cell: Cell) -> Cell:
    if "](" in label:  # a head that leads somewhere; its table says in its own way what each cell is
        return cell
    if cell.start:
        return replace(cell, start=cell.start.replace("<td", f'<td data-label="{escape(label)}"', 1))
    return replace(cell, attrs={**cell.attrs, "data-label": label})


def _row(attrs: str, cells: Sequence[Cell]) -> list[Piece]:
    return [f"<tr{attrs}>", *(piece for cell in cells for piece in cell.pieces), "</tr>"]


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]], numbers_from: int = 99) -> str:
    """A table as Markdown; columns from `numbers_from` on are set flush right.

    >>> print(markdown_table(["a", "b"], [["1", "2"]], numbers_from=1))
    | a | b |
    | --- | ---: |
    | 1 | 2 |
    """
    rule = ["---:" if index >= numbers_from else "---" for index in range(len(heads))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, rule, *rows])
