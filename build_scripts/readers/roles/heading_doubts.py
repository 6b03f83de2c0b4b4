"""Lines read as headings that may be captions, or none: their place or their look alone shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from build_scripts.readers.roles.compose import Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import width
from build_scripts.text.lexicon import any_of, lexicon, words
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
    few, pictured = len(alone) < FEWEST_HEADINGS, _pictured()
    wide = [line for line in alone if width(line.words) > LONG_HEADING]
    odd = wide if len(wide) < FEWEST_HEADINGS else []
    yield from _legends(labelled)
    yield from (line.number for line in alone if few or line in odd or pictured.search(simplified(line.words)))


@cache
def _pictured() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words(lexicon('page')['pictured']))})[）)]?$")


def _legends(labelled: Labelled) -> Iterator[int]:
    """Centred headings without number or mark right below a picture, or right below another: captions stand so."""
    yield from (line.number for line, each in labelled if _is_centred(each) and "after-picture" in each.seen)
    for (line, each), (below, following) in pairwise(labelled):
        if _is_centred(each) and _is_centred(following):
            yield from (line.number, below.number)


def _is_centred(each: Label) -> bool:
    marked = any(name.startswith(MARKED) for name in each.seen)
    return each.role is Role.HEADING and not each.given and not marked and "centred" in each.seen
