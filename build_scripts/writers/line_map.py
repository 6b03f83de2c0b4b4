"""The line map of a newspaper page: which raw line went to which story, as a picture and as a table."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from build_scripts.edition import title_of
from build_scripts.model import Witness
from build_scripts.text.characters import width
from build_scripts.writers.markdown import element
from build_scripts.writers.network import Network
from build_scripts.writers.wording import say

COLUMNS, BAR, GAP, SCALE = 4, 5, 26, 5.2


def line_ranges(numbers: list[int]) -> str:
    """Line numbers as ranges, in order.

    >>> line_ranges([2, 3, 4, 9, 66])
    '2–4, 9, 66'
    """
    ordered = sorted(numbers)
    starts = [n for previous, n in pairwise([-1, *ordered]) if n != previous + 1]
    ends = [n for n, following in pairwise([*ordered, -1]) if following != n + 1]
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))


def line_map_svg(witness: Witness, network: Network, tree: str) -> str:
    """An SVG of the capture's lines in columns, one bar a line, as long as the line is wide, in its story's ink."""
    lines = witness.raw.split("\n")
    story_of = {n: index for index, story in enumerate(witness.source.stories) for _, n in story.lines}
    tall = -(-len(lines) // COLUMNS)
    widest = 30 * SCALE
    inks = _inks(witness, network)
    bars = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        column, row = divmod(number - 1, tall)
        index = story_of.get(number)
        bars.append(
            f'<rect x="{column * (widest + GAP):.1f}" y="{row * BAR}" width="{max(width(line), 1) * SCALE:.1f}" height="{BAR - 1}"'
            f' class="{"dz-furniture" if index is None else inks[index]}"><title>{number}</title></rect>'
        )
    size = f"0 0 {COLUMNS * (widest + GAP):.0f} {tall * BAR}"
    label = escape(say("line-map", tree))
    return f'<svg class="dz-line-map" viewBox="{size}" role="img" aria-label="{label}"><title>{label}</title>{"".join(bars)}</svg>'


def _inks(witness: Witness, network: Network) -> list[str]:
    """The classes of each story: its shade, and whether its text is the speech's."""
    return [
        f"dz-story dz-story-{index}" + (" dz-speech" if network.is_reprint(document) else "")
        for index, document in enumerate(witness.documents)
    ]


def story_table(witness: Witness, network: Network, tree: str) -> str:
    """The table beside the picture: each story, its shade, its raw lines, and the way to it."""
    heads = "".join(element("th", escape(say(key, tree)), scope="col") for key in ("story", "raw-lines"))
    rows = []
    for ink, story, document in zip(_inks(witness, network), witness.source.stories, witness.documents, strict=True):
        swatch = f'<svg class="dz-swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" class="{ink}"/></svg>'
        link = element("a", escape(title_of(document, tree)), href=f"../{document.id}/")
        held = [n for _, n in story.lines]
        rows.append(element("tr", element("td", swatch + " " + link) + element("td", line_ranges(held))))
    return element("table", element("thead", element("tr", heads)) + element("tbody", "".join(rows)))
