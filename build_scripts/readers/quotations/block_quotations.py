"""Paragraphs that a print sets in, on both sides or in smaller type: quotations, by the places of their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.laid.types import LARGER, SMALLER, is_centred, is_small
from build_scripts.readers.parts.bullets import MARKED
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Laid, Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.quotations.plain_quotations import announced
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.article_parts import is_closed
from build_scripts.readers.running.geometry import LEAST_INDENT, LEAST_PRINTED
from build_scripts.readers.running.running_text import LinesOfBlock
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence
from build_scripts.text.dates import DAY_FIRST

ALIKE = 0.5  # ems by which lines differ that begin or end at one side
RAGGED = 2.5  # ems by which lines differ that are not justified
FURTHER = 2.5  # ems by which a first line may stand further in
ANNOUNCES = "：:"  # at the end of the text above
ASKS = "?？"
APART = 1.5  # times the usual step, above a line that is set apart
FEWEST = 3  # lines in the type of the text that show two sides


def read_quotations(
    column: Sequence[Line], parts: Sequence[LinesOfBlock], labels: Sequence[Label]
) -> tuple[list[LinesOfBlock], list[Label]]:
    """The parts and the labels of the lines of a column with what is a quotation for certain: these parts in the state
    `quotation`, and the first line of each with its role.
    """
    plain = announced(parts)
    found = [
        ("quotation", lines, None) if at in plain else (state, lines, given)
        for at, (state, lines, given) in enumerate(_with_quotations(parts))
    ]
    first = {lines[0].number for state, lines, _ in found if state == "quotation"}
    named = [
        replace(each, role=Role.QUOTATION) if line.number in first else each for line, each in zip(column, labels, strict=True)
    ]
    return found, named


def _with_quotations(parts: Sequence[LinesOfBlock]) -> list[LinesOfBlock]:
    """The parts, those in the state `quotation` that are set in for certain, below text that is not."""
    found: list[LinesOfBlock] = []
    for index, part in enumerate(parts):
        below = bool(found) and (found[-1][0] == "quotation" or _is_flush(found[-1]))
        follows = parts[index + 1] if index + 1 < len(parts) else None
        ends = not follows or follows[0] != "first" or _is_flush(follows) or _is_set_in(follows)
        sure = _is_set_in(part) and is_closed(part[1][-1].words) and _is_sure(_printed(part[1]))
        sure = sure or (index > 0 and _is_line(parts[index - 1], part) and parts[index - 1][1][-1].words[-1] in ANNOUNCES)
        found.append(("quotation", part[1], None) if (below and ends and sure) or _is_pulled(part, parts) else part)
    return found


def _is_pulled(part: LinesOfBlock, parts: Sequence[LinesOfBlock]) -> bool:
    """Whether a part that looks like a heading in large type is a sentence, as what is pulled out of a text to be seen; no
    question of one line in the type of other headings.
    """
    state, lines, given = part
    large = all(line.laid and line.laid.scale >= LARGER for line in lines)
    if state != "heading" or given or not large or not closes_sentence(lines[-1].words) or kind_of_number(lines[0].words):
        return False
    asks = len(lines) == 1 and lines[0].words[-1] in ASKS
    return not (asks and any(_heads_alike(part, other) for other in parts))


def _heads_alike(part: LinesOfBlock, other: LinesOfBlock) -> bool:
    """Whether another part is a heading in the type of one, and ends no sentence."""
    one, two = part[1][0].laid, other[1][0].laid
    alike = one and two and (one.scale, one.face) == (two.scale, two.face)
    return bool(alike) and other[0] == "heading" and not closes_sentence(other[1][-1].words)


def quotation_doubts(parts: Sequence[LinesOfBlock]) -> Iterator[Doubt]:
    """One doubt with the lines that are set in and were read as text, and one with those in large type, read as quotations."""
    alone = [part[1][0].number for above, part in pairwise(parts) if _is_line(above, part)]
    inside = [line.number for part in parts for line in (part[1] if _is_set_in(part) else _inside(part))]
    numbers = sorted([*alone, *inside])
    pulled = [
        line.number for part in parts if part[0] == "quotation" for line in part[1] if line.laid and line.laid.scale >= LARGER
    ]
    if pulled:
        sentence = (
            f"{in_ranges(pulled)} set in larger type and read as a quotation for ending a sentence; they may be a heading"
        )
        yield Doubt(pulled[0], "doubtful-line", sentence, f"write “heading: {pulled[0]}” under “structure” if it is one")
    if numbers:
        sentence = f"{in_ranges(numbers)} set in and read as a paragraph, or as more of one; they may be a quotation"
        hint = f"write “quotation: {numbers[0]}”, with the range of its lines, under “structure” if it is one"
        yield Doubt(numbers[0], "doubtful-line", sentence, hint)


def _inside(part: LinesOfBlock) -> list[Line]:
    """The lines of a paragraph that stand in on both sides below one that does not, where there are at least two."""
    state, lines, given = part
    first = lines[0].laid
    if state != "first" or given or not first or first.indent > FURTHER or _opens_something(lines[0].words):
        return []
    found = [line for line in lines[1:] if line.laid and min(line.laid.indent, line.laid.behind) >= LEAST_INDENT]
    return found if len(found) > 1 else []


def _printed(lines: Sequence[Line]) -> list[Laid]:
    return [line.laid for line in lines if line.laid]


def _is_set_in(part: LinesOfBlock) -> bool:
    """Whether a part that no editor has named is a paragraph of at least two lines that stand in together."""
    state, lines, given = part
    printed = _printed(lines)
    if state != "first" or given or len(printed) < max(2, len(lines)) or _opens_something(lines[0].words):
        return False
    lefts = [each.indent for each in printed[1:]]
    level = max(lefts) - min(lefts) <= ALIKE and -ALIKE <= printed[0].indent - min(lefts) <= FURTHER
    few = len(printed) < FEWEST  # lines set in the middle are as wide as one another only where they are few
    aside = any(each.table or each.across or each.downwards or (few and is_centred(each)) for each in printed)
    small = all(map(is_small, lines))
    deep = min(lefts) >= (LEAST_PRINTED if small or min(_white(printed)) >= LEAST_PRINTED else LEAST_INDENT)
    return level and deep and not aside


def _is_line(above: LinesOfBlock, part: LinesOfBlock) -> bool:
    """Whether a part that nobody has named is one closed line, smaller than the text or deeper than a first line stands in."""
    state, lines, given = part
    each = lines[0].laid
    if state != "first" or given or not each or len(lines) > 1 or above[0] not in ("first", "quotation"):
        return False
    if each.table or each.across or each.downwards or not is_closed(lines[0].words) or _opens_something(lines[0].words):
        return False
    apart = each.step > APART and each.indent >= LEAST_PRINTED
    deep = (each.indent >= LEAST_INDENT and is_small(lines[0])) or each.indent > FURTHER or apart
    return deep and each.behind >= each.indent - ALIKE


def _opens_something(words: str) -> bool:
    dated = DAY_FIRST.match(words)
    return bool((kind_of_number(words) and not dated) or MARKED.match(words) or CAPTION.match(words))


def _white(printed: Sequence[Laid]) -> list[float]:
    """How far all lines but the last end from the right side, in ems."""
    return [each.behind for each in printed[:-1]]


def _is_sure(printed: Sequence[Laid]) -> bool:
    """Whether lines that stand in fill a column of their own: in smaller type, or away from the right side as well."""
    white = _white(printed)
    uneven = max(white) - min(white)
    if all(each.scale <= SMALLER for each in printed):
        return uneven <= RAGGED
    if len(printed) < FEWEST:
        return printed[0].inset and abs(printed[0].indent - printed[0].behind) <= 2 * ALIKE
    return uneven <= ALIKE and min(white) >= LEAST_PRINTED


def _is_flush(part: LinesOfBlock) -> bool:
    """Whether a part is text in the usual type of which a line, or a first line alone, begins at the side of its column."""
    state, lines, _ = part
    printed = _printed(lines)
    if state != "first" or not printed or any(each.scale <= SMALLER or is_centred(each) for each in printed):
        return False
    inner = printed[1:]
    return min(each.indent for each in inner) < LEAST_PRINTED if inner else printed[0].indent <= FURTHER
