"""Lines of a page of which a reading is not sure: whether they are text, what of it they are, and what was taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_scripts.model import Doubt
from build_scripts.readers.doubts.headings import headings_by_place
from build_scripts.readers.doubts.kept import of_unknown_form
from build_scripts.readers.doubts.one_of_lines import doubt_of_lines
from build_scripts.readers.doubts.removed import FEWEST_EMS, removed_by_place
from build_scripts.readers.particulars.name_shapes import is_publisher
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import REMOVED, Labelled
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.site.rights import is_disclaimer, is_rights
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, width

NARROW = 1.5  # weights between the best path and the next on which a line plays another part
READS_IN_BODY = 8.0
READS_LIKE_TEXT = 40.0  # ems of a sentence that was taken out
KEY = re.compile(r"^[^\s：:，。]{2,6}[：:]\s*")
FORMS = (Role.HEADING, Role.PARAGRAPH, Role.CAPTION)
# Lines above the body that are read by what stands around them, and what would tell more.
SUPPOSED = {
    "standfirst": ("standfirst-label", "in-brackets"),
    "subtitle": ("dash", "words-of-prose"),
    "repeat": ("other-title", "repeats-above", "within-another"),
}


def of_lines(labelled: Labelled) -> Iterator[Doubt]:
    """Every doubt of lines, each kind as one with its ranges."""
    matter = [(line, each) for line, each in labelled if not each.given and width(line.words) >= FEWEST_EMS]
    close = [(line, each) for line, each in matter if each.margin < NARROW and each.rival]
    yield from _text_or_none(labelled, close)
    forms = [line.number for line, each in close if each.role in FORMS and each.rival in FORMS]
    forms = sorted({*forms, *headings_by_place(labelled), *of_unknown_form(labelled)})
    yield from doubt_of_lines(forms, "not certain to be paragraph or heading or caption", "heading")
    yield from _broken(labelled)
    gone = [
        line.number for line, each in matter if each.role in REMOVED and _reads_like_text(line, each) and not _is_legal(line)
    ]
    if gone:
        sentence = f"{in_ranges(gone)} worded like text, and taken for what the site puts around it"
        hint = f"write “structure: {{other-headlines: {gone[0]}-}}” if it is that, or “{{paragraph: {gone[0]}}}”"
        yield Doubt(gone[0], "removed-text", sentence, hint)


def _text_or_none(labelled: Labelled, close: Labelled) -> Iterator[Doubt]:
    standing = [
        line.number for line, each in labelled if not each.given and each.state in SUPPOSED and not _is_told(line, each)
    ]
    between = [line.number for line, each in close if (each.role in REMOVED) is not (each.rival in REMOVED)]
    unsure = sorted({*between, *standing, *removed_by_place(labelled)})
    yield from doubt_of_lines(unsure, "not certain to be text, or to be none", "furniture")


def _is_told(line: Line, each: Label) -> bool:
    """Whether a line above the body itself shows what it is; an office named there, behind a label or not, may publish it."""
    named = each.state == "subtitle" and is_publisher(KEY.sub("", line.words))
    return not named and any(name in SUPPOSED[each.state] for name, _ in each.evidence)


# What ends a paragraph as a stop does: a stop before a space and a quotation mark, words in brackets behind a stop, dots, and
# the point between the items of a list.
CLOSED = re.compile(r"""(?:[。！？!?…]\s+[”’」』"'）)]+|[。！？][^。！？]{0,60}[）)】\]]|\.{3,}|[；;])$""")


def _broken(labelled: Labelled) -> Iterator[Doubt]:
    """Paragraphs that end inside a sentence, with another below: lines that were broken, or that belong to no sentence."""
    open_lines = [
        line.number
        for (line, each), (below, following) in pairwise(labelled)
        if each.role is following.role is Role.PARAGRAPH
        and not each.given
        and not following.given
        and below.number - line.number <= 2
        and _goes_on(each, following)
        and not CLOSED.search(line.words)
    ]
    if open_lines:
        sentence = f"{in_ranges(open_lines)} not closed by a stop; the next line may go on with it"
        hint = f"write “structure: {{continued: {open_lines[0] + 1}}}” if it does, and the like for the others"
        yield Doubt(open_lines[0], "doubtful-line", sentence, hint)


def _goes_on(each: Label, following: Label) -> bool:
    """Whether a line neither stops nor announces, and the next is not dated and does not open as a new one does."""
    ends = each.seen & {
        "stops",
        "exclaims",
        "colon-end",
        "end-mark",
        "salutation",
        "of-event",
        "signature",
        "signed-day",
        "entry-time",
    }
    opens = following.seen & {
        "own-block",
        "dated",
        "numbered",
        "bullet",
        "indented",
        "in-brackets",
        "salutation",
        "of-event",
        "signature",
        "signed-day",
    }
    return not ends and not opens


def _is_legal(line: Line) -> bool:
    """Whether a line names rights or disclaims, however long it is."""
    return is_disclaimer(line.words) or any(is_rights(part) for part in re.split("[。！？ ]", line.words) if part)


def _reads_like_text(line: Line, each: Label) -> bool:
    """Whether a line is a sentence: a long one, or any that stands inside the article of a saved page and links nowhere."""
    seen = each.seen
    inside = "in-body" in seen and not seen & {"link-line", "in-frame", "hidden", "comment", "appeal", "buttons", "rights"}
    return closes_sentence(line.words) and width(line.words) > (READS_IN_BODY if inside else READS_LIKE_TEXT)
