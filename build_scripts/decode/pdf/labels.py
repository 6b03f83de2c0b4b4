"""Labels that hang beside what they label, as numbers of notes and points of lists do: no columns, however far apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.decode.pdf.rows import find_rows
from build_scripts.decode.pdf.strings import GlyphString

LABEL = re.compile(
    r"[\[［(（〔]?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5}|[①-⑳⑴-⒇]|[⁰¹²³⁴-⁹]{1,3}|[*＊†‡§•●·■□◆–—-]{1,2})[\]］)）〕]?[.．、:：]?"
)
LEVEL = 0.3  # ems


def are_labels(left: Sequence[GlyphString], right: Sequence[GlyphString]) -> bool:
    """Whether all rows on the left are labels, and each stands on the line of something on the right."""
    beside = [string.baseline for string in right if not string.blank]
    return all(
        LABEL.fullmatch("".join(row.text.split()))
        and any(abs(row.main.baseline - other) < LEVEL * row.main.size for other in beside)
        for row in find_rows([string for string in left if not string.blank])
    )
