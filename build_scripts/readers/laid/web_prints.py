"""Pages of a site that a browser printed: known by their address at the foot of each, where browsers print it with the number.

What the site puts around the text is told by its words, and taken out only where nothing else is worded so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from build_scripts.model import Doubt
from build_scripts.readers.laid.types import TOP, is_small
from build_scripts.readers.paged.pages import Edge
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.site.counts import is_count
from build_scripts.readers.site.furniture import is_breadcrumb, is_buttons, is_mostly_buttons, opens_list
from build_scripts.readers.site.menus import is_many_links
from build_scripts.readers.site.rights import is_rights
from build_scripts.roles import Role

ADDRESS = re.compile(r"(?:https?|file)://\S+?\s*\d{1,3}\s*[/／]\s*\d{1,3}|\d{1,3}\s*[/／]\s*\d{1,3}\s+(?:https?|file)://\S+")
PRINTED_AT = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?[ \u3000]+\d{1,2}:\d\d(?: ?[AP]M)?(?!\d)")
BY_WORDS = (is_breadcrumb, is_buttons, is_mostly_buttons, is_count, is_rights, is_many_links)


def edges_of_browser(lines: Sequence[Line]) -> list[Edge]:
    """What a browser prints around its pages, however many they are: their address, and the time with the title."""
    feet = [line for line in lines if line.laid and ADDRESS.fullmatch(line.words)]
    pages = {line.laid.page for line in feet if line.laid}
    tops: dict[int, Line] = {}
    for line in lines:
        if line.laid and line.laid.page in pages and not line.blank:
            tops.setdefault(line.laid.page, line)
    heads = [line for line in tops.values() if PRINTED_AT.match(line.words)]
    return [Edge(line.number, Role.RUNNING_HEAD) for line in (*heads, *feet)]


def site_lines(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that a site puts around its text, of a page that a browser printed; none of another capture."""
    around = {edge.number for edge in edges_of_browser(lines)}
    if not around:
        return []
    inner = [line for line in lines if line.laid and not line.blank and line.number not in around]
    found = {line.number for line in inner if is_small(line) and any(tells(line.words) for tells in BY_WORDS)}
    for at, line in enumerate(inner):
        if is_small(line) and opens_list(line.words):
            found |= {each.number for each in takewhile(is_small, inner[at:])}
    return sorted(found)


def site_doubts(numbers: Sequence[int], column: Sequence[Line]) -> Iterator[Doubt]:
    """One doubt with all that was taken out, and one with the small lines that were kept above the text and below it."""
    below = list(takewhile(is_small, reversed(column)))
    kept = sorted({line.number for line in (*filter(is_small, column[:TOP]), *below)}) if numbers else []
    if kept:
        sentence = f"{in_ranges(kept)} in small type above or below the text of a printed page of a site, and kept"
        yield Doubt(kept[0], "doubtful-line", sentence, f"write “furniture: {kept[0]}” under “structure” if it is none of it")
    if numbers:
        sentence = f"{in_ranges(numbers)} taken out as what the site puts around its text, in the print of its page"
        yield Doubt(numbers[0], "doubtful-line", sentence, f"write “paragraph: {numbers[0]}” under “structure” if it is text")
