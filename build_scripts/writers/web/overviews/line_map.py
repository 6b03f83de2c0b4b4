"""The line map of a newspaper page: a picture of which raw line went to which story."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from build_scripts.diagnostics import LINE_END
from build_scripts.model import Witness
from build_scripts.text.characters import width
from build_scripts.views.tree import Tree
from build_scripts.writers.web.links import is_reprint

COLUMNS, BAR, GAP, SCALE = 4, 5, 26, 5.2
SHADES = 9  # that the stylesheet has; of more stories some have the same, and the table tells them apart


def line_ranges(numbers: list[int]) -> str:
    """Line numbers as ranges, in order.

    >>> line_ranges([2, 3, 4, 9, 66])
    '2–4, 9, 66'
    """
    ordered = sorted(numbers)
    starts = [n for previous, n in pairwise([-1, *ordered]) if n != previous + 1]
    ends = [n for n, following in pairwise([*ordered, -1]) if following != n + 1]
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))


def line_map_svg(tree: Tree, witness: Witness) -> str:
    """An SVG of the capture's lines in columns, one bar a line, as long as the line is wide, in its story's ink."""
    lines = LINE_END.split(witness.raw)
    order = {document.id: index for index, document in enumerate(witness.documents)}
    story_of = {reading.line: order[reading.document] for reading in witness.readings if reading.document}
    tall = -(-len(lines) // COLUMNS)
    widest = 30 * SCALE
    shades = inks(tree, witness)
    bars = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        column, row = divmod(number - 1, tall)
        index = story_of.get(number)
        place = (
            f'x="{column * (widest + GAP):.1f}" y="{row * BAR}" width="{max(width(line), 1) * SCALE:.1f}" height="{BAR - 1}"'
        )
        ink = "dz-furniture" if index is None else shades[index]
        bars.append(f'<rect {place} class="{ink}"><title>{number}</title></rect>')
    size = f"0 0 {COLUMNS * (widest + GAP):.0f} {tall * BAR}"
    label = escape(tree.say("line-map"))
    return (
        f'<svg class="dz-line-map" viewBox="{size}" role="img" aria-label="{label}"><title>{label}</title>{"".join(bars)}</svg>'
    )


def inks(tree: Tree, witness: Witness) -> list[str]:
    """The classes of each story: its shade, and whether its text is the speech's."""
    return [
        f"dz-story dz-story-{index % SHADES}" + (" dz-speech" if is_reprint(tree.edition, document) else "")
        for index, document in enumerate(witness.documents)
    ]
