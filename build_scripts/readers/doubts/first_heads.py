"""What stands small over the title of a print and names its issue or pages: it may be the head of the first page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from build_scripts.model import Doubt
from build_scripts.readers.laid.types import is_small
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.article_parts import names_issue

# Of a volume with its year and pages, as journals in Latin letters head the first page of a text.
OF_PAGES = re.compile(r"\(\s*(?:1[89]|20)\d\d\s*\)|\d\s*[–—-]\s*\d+\s*$")


def first_head_doubts(column: Sequence[Line], labels: Sequence[Label]) -> Iterator[Doubt]:
    """One doubt with the small lines above the title that were read as statements and number what they stand in."""
    pairs = zip(column, labels, strict=True)
    above = list(takewhile(lambda pair: pair[1].state == "imprint" and is_small(pair[0]), pairs))
    titled = len(above) < len(column) and labels[len(above)].state == "title"
    found = [
        line.number
        for at, (line, each) in enumerate(above)
        if not each.given and (names_issue(line.words, at) or OF_PAGES.search(line.words))
    ]
    if titled and found:
        sentence = (
            f"{in_ranges(found)} read as a statement, small above the title and with a number; it may be the head of its page"
        )
        yield Doubt(found[0], "doubtful-line", sentence, f"write “running-head: {found[0]}” under “structure” if it is")
