"""Small words that a site sets on the line of a title or heading and that are none of it: a chip (原创), a link to edit."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.decode.decoded import Decoded, PageElement, Portion
from build_scripts.readers.elements.told_titles import HEADINGS, stated_titles
from build_scripts.readers.parts.lines import Line
from build_scripts.text.lexicon import any_word, lexicon, words
from build_scripts.text.scripts import plain_letters, simplified
from build_scripts.traced import Edit

LONGEST = 8  # letters of a chip
EDITING = re.compile(
    rf"\s*[\[［【(（]\s*{any_word('page', 'editing')}(?:\s*[|｜·]\s*{any_word('page', 'editing')})*\s*[\]］】)）]\s*"
)
MOST_OF_A_LINK = 60  # characters at the end of a heading that are links to edit it
MARK = "page-furniture"


def without_chips(lines: Sequence[Line], decoded: Decoded | None) -> list[Line]:
    """The lines, titles and headings without what the site has set on them in elements of their own."""
    if not decoded or not decoded.portions:
        return list(lines)
    titles = frozenset(stated_titles(decoded.stated))
    return [_without(line, decoded, titles) for line in lines]


def _without(line: Line, decoded: Decoded, titles: frozenset[str]) -> Line:
    start, end = line.text.start, line.text.runs[-1].end if line.text.runs else -1
    first = bisect_right(decoded.portions, start, key=lambda each: each.end)
    last = bisect_left(decoded.portions, end, key=lambda each: each.start)
    gone = {run.start for run in line.text.runs if not run.text}
    shown = (each for each in decoded.portions[first:last] if each.end > each.start and each.start not in gone)
    pieces = [each for each in shown if isinstance(each.known, PageElement)]
    if len(pieces) < 2 or line.blank:
        return line
    found = next((span for span in (*_edit_links(pieces, decoded.text), *_chips(pieces, decoded.text, titles)) if span), None)
    begin, last_of_it = (line.text.find(found[0]), line.text.find(found[1] - 1)) if found else (None, None)
    if begin is None or last_of_it is None:
        return line
    return replace(line, text=line.text.edit([Edit(begin, last_of_it + 1, "", MARK)]))


def _edit_links(pieces: Sequence[Portion], text: str) -> Iterator[tuple[int, int]]:
    """The end of a heading that is a link in brackets to what edits it."""
    linked, end = False, pieces[-1].end
    for piece in reversed(pieces[1:]):
        if not isinstance(piece.known, PageElement) or end - piece.start > MOST_OF_A_LINK:
            return
        linked = linked or piece.known.inside("a") is not None
        words_of = text[piece.start : end]
        if linked and piece.known.inside(*HEADINGS) and EDITING.fullmatch(simplified(words_of)):
            yield piece.start, piece.start + len(words_of.rstrip("\n"))


def _chips(pieces: Sequence[Portion], text: str, titles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The first or last piece of a line, of a few letters that sites set on titles, where the rest is what the page states
    its title to be.
    """
    chips = words(lexicon("page")["chips"])
    for piece, rest in ((pieces[0], pieces[1:]), (pieces[-1], pieces[:-1])):
        words_of = text[piece.start : piece.end].rstrip("\n")
        left = plain_letters("".join(text[each.start : each.end] for each in rest))
        if plain_letters(words_of) in chips and left in titles:
            yield piece.start, piece.start + len(words_of)
