"""The signs that lead a heading of a saved page to itself (#, ¶, §): the site's, on the line of the heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.decode.decoded import Decoded, PageElement, Portion
from build_scripts.readers.elements.told_titles import HEADINGS
from build_scripts.readers.parts.lines import Line
from build_scripts.traced import Edit

SIGN = re.compile("\\s*[#¶§\N{LINK SYMBOL}\N{ANCHOR}\N{REFERENCE MARK}]\ufe0f?\\s*")


def without_permalinks(lines: Sequence[Line], decoded: Decoded | None) -> list[Line]:
    """The lines, headings without a sign alone that links to a place of the same page."""
    signs = [each for each in decoded.portions if _is_permalink(each, decoded.text)] if decoded else []
    edits: dict[int, list[Edit]] = {}
    for each in signs:
        at = bisect_right(lines, each.start, key=lambda line: line.text.start) - 1
        line = lines[at]
        if at >= 0 and line.words.strip() != line.text.text[each.start - line.text.start : each.end - line.text.start].strip():
            edits.setdefault(at, []).append(
                Edit(each.start - line.text.start, each.end - line.text.start, "", "page-furniture")
            )
    return [replace(line, text=line.text.edit(edits[at])) if at in edits else line for at, line in enumerate(lines)]


def _is_permalink(portion: Portion, text: str) -> bool:
    known = portion.known
    link = known.inside("a") if isinstance(known, PageElement) else None
    if not link or not link.inside(*HEADINGS) or not link.attributes.get("href", "").startswith("#"):
        return False
    return bool(SIGN.fullmatch(text[portion.start : portion.end]))
