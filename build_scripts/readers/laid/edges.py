"""Page numbers and running heads of pages whose print is known: by place, and by words only at the edge of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from build_scripts.readers.laid.types import is_small
from build_scripts.readers.laid.web_prints import edges_of_browser
from build_scripts.readers.paged.pages import Edge, find_edges
from build_scripts.readers.parts.lines import Line
from build_scripts.roles import Role
from build_scripts.text.characters import HAN, closes_sentence, width
from build_scripts.text.forms import pattern

NUMBER = pattern("page-number")
OUTERMOST = 2  # lines at either edge of a page that may be told by their words
FEWEST = 6  # lines of a page that has a foot
# The number of a page of a newspaper with the name of its section, at its top in any type.
FOLIO = re.compile(
    rf"[A-Z]?\d{{1,3}}版?[ \u3000:：]*[{HAN}]{{2,4}}|[{HAN}]{{2,4}}[ \u3000:：]*[A-Z]?\d{{1,3}}版?|第?[A-Z]?\d{{1,3}}版"
)
LEVEL = 3.0  # points between lines of one height
WHITE = 2.0  # ems above it
PARTED = 1.3  # times the usual step
APART = 1.9  # ems from a head to the text
INSIDE = 4.0  # ems of white that only distance shows
FAR = 2.0  # times the width of its words, and a line has white inside
AT_END = re.compile(r"^\d{1,4}(?!\d)|(?<!\d)\d{1,4}$")
OF_SIDE = re.compile(r"(?:(\d{0,3}[02468])(?!\d).*|.*(?<!\d)(\d{0,3}[13579]))")  # left pages are even
NOTE = re.compile(r"[\d①-⑳⁰¹²³⁴-⁹*＊†‡\[［〔(（]")  # what a note begins with
AROUND = ("head", "foot")


def edges_of_pages(lines: Sequence[Line]) -> list[Edge]:
    """What stands around the pages of a capture; by words and order alone where it does not know its print."""
    printed = [line for line in lines if line.laid and not line.blank]
    if not printed:
        return find_edges(lines)
    placed = [Edge(line.number, _role(line)) for line in printed if line.laid and line.laid.edge in AROUND]
    known = {edge.number for edge in placed}
    placed += [edge for edge in edges_of_browser(printed) if edge.number not in known]
    placed += _level_with_numbers(printed, placed)
    known = {edge.number for edge in placed}
    outer = _outermost([line for line in printed if line.number not in known and line.laid and not line.laid.table])
    # A head is known by its place; words that come again at the edge of a page may be rows of a table that goes on.
    told = [edge for edge in find_edges(lines) if edge.number in outer and edge.role is Role.PAGE_NUMBER]
    headed = any(edge.role is Role.RUNNING_HEAD for edge in (*placed, *told))
    lone = [] if headed else _lone(printed)
    feet = _before_heads(printed, {*known, *(edge.number for edge in told)})
    return [*placed, *told, *lone, *feet, *_spread(printed, {*known, *(edge.number for edge in (*told, *lone, *feet))})]


def _level_with_numbers(printed: Sequence[Line], placed: Sequence[Edge]) -> list[Edge]:
    """The small lines at the foot of a page that stand at the height of its number."""
    known = {edge.number: edge.role for edge in placed}
    low: dict[int, float] = {}
    for line in printed:
        if line.laid:
            low[line.laid.page] = min(line.laid.baseline, low.get(line.laid.page, line.laid.baseline))
    numbers: dict[int, list[float]] = defaultdict(list)
    for line in printed:
        if line.laid and NUMBER.fullmatch(line.words):
            lowest = line.laid.baseline <= low[line.laid.page] + LEVEL
            numbers[line.laid.page] += [line.laid.baseline] * (lowest or known.get(line.number) is Role.PAGE_NUMBER)
    return [
        Edge(line.number, Role.RUNNING_HEAD, True)
        for line in printed
        if line.laid and line.number not in known and is_small(line) and not NUMBER.fullmatch(line.words)
        if any(abs(height - line.laid.baseline) < LEVEL for height in numbers[line.laid.page])
    ]


def _before_heads(printed: Sequence[Line], known: Collection[int]) -> list[Edge]:
    """The numbers that stand alone and apart at the foot of a page, where a head of the next page has the next number."""
    heads = {(line.laid.page, number) for line in printed if line.laid and line.number in known for number in _figures(line)}
    lowest: dict[int, float] = {}
    for line in printed:
        if line.laid:
            lowest[line.laid.page] = min(line.laid.baseline, lowest.get(line.laid.page, line.laid.baseline))
    return [
        Edge(line.number, Role.PAGE_NUMBER)
        for above, line in pairwise(line for line in printed if line.number not in known)
        if line.laid and line.words.isdecimal() and line.laid.baseline <= lowest[line.laid.page]
        if (line.laid.page + 1, int(line.words) + 1) in heads and _step(above, line) > APART
    ]


def _figures(line: Line) -> list[int]:
    return [int(number) for number in AT_END.findall(line.words)]


def _spread(lines: Sequence[Line], known: Collection[int]) -> list[Edge]:
    """The first lines of pages that only their place shows to be heads: apart, and a number on the side of their page, or in
    small type with their words at both sides.
    """
    rest = [line for line in lines if line.number not in known]
    below = {line.number: other for line, other in pairwise(rest)}
    numbers = [number for number in spread_heads(rest) if number in below]
    firsts = [line for line in rest if line.number in numbers and _numbers_a_side(line.words)]
    found = [line for line in firsts if (step := _step(line, below[line.number])) and (is_small(line) or step > APART)]
    found += [line for above, line in pairwise(rest) if _is_at_both_sides(above, line, below.get(line.number))]
    return [Edge(line.number, Role.RUNNING_HEAD, True) for line in found]


def _is_at_both_sides(above: Line, line: Line, below: Line | None) -> bool:
    """Whether a small line opens a page after the first, and reaches from side to side, with white inside and below."""
    each, before = line.laid, above.laid
    if not each or not before or each.page == before.page or each.table or each.behind > 1 or each.indent > 1:
        return False
    if not below or not below.laid or below.laid.step <= PARTED or below.laid.page != each.page:
        return False
    return is_small(line) and each.ems > width(line.words) + INSIDE and not closes_sentence(line.words)


def _numbers_a_side(words: str) -> bool:
    found = OF_SIDE.fullmatch(words)
    return bool(found and (found[1] or found[2]))


def _step(line: Line, below: Line) -> float:
    """How far a line stands above the next one of its page, in ems of that; 0 where that is not below it."""
    one, other = line.laid, below.laid
    return max(one.baseline - other.baseline, 0.0) / max(other.size, 0.1) if one and other and one.page == other.page else 0.0


def _lone(lines: Sequence[Line]) -> list[Edge]:
    """The small line at the very top of a capture of one page, or the number of the page with the name of its section, and the
    line with a figure at its very foot that stands apart: nothing tells them but their place.
    """
    level = [line for line in lines if line.laid and not line.laid.across]
    if len({line.laid.page for line in level if line.laid}) != 1:
        return []
    ordered = sorted(level, key=lambda line: -line.laid.baseline if line.laid else 0.0)
    found = ordered[:1] if ordered[0] is lines[0] else []
    if len(ordered) > FEWEST and ordered[-1].laid and ordered[-2].laid and re.search(r"\d", ordered[-1].words):
        apart = ordered[-2].laid.baseline - ordered[-1].laid.baseline > WHITE * ordered[-1].laid.size
        found += ordered[-1:] if apart and not NOTE.match(ordered[-1].words) else []
    small = [line for line in found if is_small(line) and not closes_sentence(line.words)]
    top = ordered[0].laid.box.bottom if ordered[0].laid else 0.0
    folio = [line for line in ordered if line.laid and line.laid.box.top > top and FOLIO.fullmatch(line.words)]
    return [Edge(line.number, _role(line), True) for line in (*small, *folio)]


def _role(line: Line) -> Role:
    return Role.PAGE_NUMBER if NUMBER.fullmatch(line.words) else Role.RUNNING_HEAD


def _outermost(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines with which each page begins and ends, by their height."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.laid and not line.laid.across:
            pages[line.laid.page].append(line)
    found: set[int] = set()
    for group in pages.values():
        heights = sorted({line.laid.baseline for line in group if line.laid})
        ends = {*heights[:OUTERMOST], *heights[-OUTERMOST:]} if len(heights) > 2 * OUTERMOST else {heights[0], heights[-1]}
        found |= {line.number for line in group if line.laid and line.laid.baseline in ends}
    return found


def split_copies(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without those that are printed a second time on their own place, and these."""
    copies = [line for line in lines if line.laid and line.laid.edge == "copy"]
    numbers = {line.number for line in copies}
    return [line for line in lines if line.number not in numbers], copies


def spread_heads(lines: Sequence[Line]) -> list[int]:
    """The numbers of lines at the head or foot of a page that reach from side to side with few words, a figure at one end: so
    stand heads that change from page to page, and nothing makes them known.
    """
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.laid and not line.blank:
            pages[line.laid.page].append(line)
    outer = [line for page in pages.values() for line in (page[0], page[-1])]
    return sorted({line.number for line in outer if _is_spread(line)})


def _is_spread(line: Line) -> bool:
    laid = line.laid
    if not laid or laid.table or laid.behind > 1 or laid.indent > 1 or laid.ems < FAR * width(line.words):
        return False
    return bool(AT_END.search(line.words))
