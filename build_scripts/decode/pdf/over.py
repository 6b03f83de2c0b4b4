"""What stands over and under all columns of a page though it is no wider than one of them: a short title, a page number.

White that runs through the page parts such a line from nothing: with an odd number of columns it stands in the middle one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from build_scripts.decode.pdf.around import NUMBER
from build_scripts.decode.pdf.rows import StringRow, find_rows
from build_scripts.decode.pdf.strings import GlyphString

DISPLAY = 1.3  # ems of the type of titles


def split_over(
    strings: Sequence[GlyphString], sides: Sequence[Sequence[GlyphString]], em: float
) -> tuple[list[GlyphString], list[GlyphString], list[GlyphString]]:
    """The strings of a page that stand over its columns, in them, and under them; `sides` are the columns as they were cut."""
    if len(sides) % 2 == 0 or len(sides) < 3:
        return [], list(strings), []
    side_of = {id(string): at for at, side in enumerate(sides) for string in side}
    rows = [row for row in find_rows(strings) if row.text.strip()]
    middle = (min(row.x0 for row in rows) + max(row.x1 for row in rows)) / 2
    alone = list(takewhile(lambda row: len({side_of[id(string)] for string in row.strings}) == 1, rows))
    centred = [at for at, row in enumerate(alone) if abs(row.x0 + row.x1 - 2 * middle) < row.size]
    over: list[StringRow] = []
    # What goes on below in one column alone is a text that begins higher than those beside it.
    if len(alone) < len(rows) and centred and centred[-1] == len(alone) - 1 and alone[centred[0]].size >= DISPLAY * em:
        over = alone
    last = rows[-1]
    number = NUMBER.fullmatch("".join(last.text.split())) and abs(last.x0 + last.x1 - 2 * middle) < last.size
    under = [last] if number and last not in over else []
    apart = {id(string) for row in (*over, *under) for string in row.strings}
    whole = [string for string in strings if id(string) not in apart]
    return [string for row in over for string in row.strings], whole, [string for row in under for string in row.strings]
