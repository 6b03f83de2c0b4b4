"""Lines read as headings that may be captions, or none: their place or their look alone shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_scripts.readers.parts.numbering import count_of, kind_of_number
from build_scripts.readers.roles.compose import Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

FEWEST_HEADINGS = 3  # lines that stand alone and together show that they are headings
LONG_HEADING = 24.0  # ems of a heading that only its place shows
# What shows by itself that a line is a heading; bold shows it too, but where captions are bold.
MARKED = ("numbered", "lenticular", "heading-mark-", "marked-head")
HEADED = (*MARKED, "all-bold")


def headings_by_place(labelled: Labelled) -> Iterator[int]:
    """Headings that stand alone and bear neither number nor mark: few of them, or worded like what a picture shows, may be
    captions.
    """
    alone = [
        line
        for line, each in labelled
        if each.state == "heading" and not each.given and not any(name.startswith(HEADED) for name in each.seen)
    ]
    few, pictured = len(alone) < FEWEST_HEADINGS, re.compile(rf"{any_word('page', 'pictured')}[）)]?$")
    wide = [line for line in alone if width(line.words) > LONG_HEADING]
    odd = wide if len(wide) < FEWEST_HEADINGS else []
    yield from _legends(labelled)
    yield from _among_sentences(labelled)
    yield from (line.number for line in alone if few or line in odd or pictured.search(simplified(line.words)))


def _among_sentences(labelled: Labelled) -> Iterator[int]:
    """Headings with a number in a row that counts on in numbered sentences: 1. 范围, 2. 指标, 3. 由于四舍五入，…。"""
    rows: dict[str, list[tuple[int, int, bool]]] = {}
    for line, each in labelled:
        kind, count = kind_of_number(line.words), count_of(line.words)
        if not kind or each.given or each.role not in (Role.HEADING, Role.PARAGRAPH, Role.ITEM):
            continue
        row = rows.setdefault(kind, [])
        if row and count != row[-1][1] + 1:
            yield from _mixed(row)
            row.clear()
        row.append((line.number, count, each.role is Role.HEADING))
    yield from (number for row in rows.values() for number in _mixed(row))


def _mixed(row: Sequence[tuple[int, int, bool]]) -> Iterator[int]:
    if not all(is_heading for _, _, is_heading in row):
        yield from (number for number, _, is_heading in row if is_heading)


def _legends(labelled: Labelled) -> Iterator[int]:
    """Centred headings without number or mark right below a picture, or right below another: captions stand so."""
    yield from (line.number for line, each in labelled if _is_centred(each) and "after-picture" in each.seen)
    for (line, each), (below, following) in pairwise(labelled):
        if _is_centred(each) and _is_centred(following):
            yield from (line.number, below.number)


def _is_centred(each: Label) -> bool:
    marked = any(name.startswith(MARKED) for name in each.seen)
    return each.role is Role.HEADING and not each.given and not marked and "centred" in each.seen
