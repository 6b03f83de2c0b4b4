"""Lines inside the text that would be taken out under a rule without a form, though they read like text: they stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.model import Doubt
from build_scripts.readers.doubts.one_of_lines import doubt_of_lines
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import APPEAL, BLOCKS, Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role

WITHOUT_FORM = (Role.FURNITURE, Role.OTHER_HEADLINES)  # what is removed under rules that no form bounds
TEXT = frozenset((*BLOCKS, Role.CONTINUED, Role.CREDIT))
LONGEST_ASIDE = 80  # characters; the proof refuses to lose a longer line with a stop inside the text
STOPS = ("。", "！", "？", ". ", "! ", "? ")
KEPT = "kept-inside"  # the state of such a line


def keep_inside(lines: Sequence[Line], labels: Sequence[Label]) -> Iterator[Label]:
    """The labels, with a paragraph for each line of a page's frames or asides that reads like text and stands inside it. What
    asks the visitor for something in the words of sites is none.
    """
    text = [at for at, each in enumerate(labels) if each.role in TEXT]
    inside = range(text[0] + 1, text[-1]) if text else range(0)
    for at, (line, each) in enumerate(zip(lines, labels, strict=True)):
        gone = at in inside and each.role in WITHOUT_FORM and not each.given
        if gone and _reads_like_text(line.text.text.strip()) and not APPEAL.fullmatch(line.words):
            yield replace(each, role=Role.PARAGRAPH, state=KEPT, rival=each.role)
        else:
            yield each


def kept_inside(labelled: Labelled) -> Iterator[Doubt]:
    """A doubt on the lines that are kept so."""
    numbers = [line.number for line, each in labelled if each.state == KEPT]
    what = "among what the site sets around its texts, and kept: worded like text, inside of it"
    yield from doubt_of_lines(numbers, what, "furniture")


def _reads_like_text(words: str) -> bool:
    return len(words) > LONGEST_ASIDE and any(stop in words + " " for stop in STOPS)
