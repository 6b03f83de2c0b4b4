"""No title, one that little speaks for, one that breaks off, and lines that may be the title instead or more of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from build_scripts.model import Document, Doubt
from build_scripts.readers.doubts.kept import is_worded_otherwise
from build_scripts.readers.doubts.lines import NARROW
from build_scripts.readers.doubts.removed import HEADLINE
from build_scripts.readers.particulars.stamps import STAMP
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import REMOVED, Labelled
from build_scripts.readers.roles.given import named_lines
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.scripts import plain_letters, simplified

LONGEST_TITLE = 45.0  # ems
CUT = re.compile(r"(?:…|\.{3,})+$")  # how a title ends that breaks off
FEWEST_LETTERS = 6  # of a beginning that shows whose it is
# What shows of a line that it is another thing than a title, whatever else speaks for it.
OF_SITE = frozenset(
    ("channel", "buttons", "mostly-buttons", "many-links", "count", "list-head", "comment", "rights", "colon-end")
)
SITE_ABOVE = OF_SITE | {"crumb", "site-words", "neighbour", "publisher-alone", "appeal", "listed", "no-fact", "in-rows"}
MOST_OTHERS = 4  # lines that are named as what may be the title instead
BELOW = ("subtitle", "repeat", "head-button")  # states of lines between a title and its particulars
SHORT = frozenset(("brief", "tiny"))
WORDED = frozenset(("words-of-prose", "some-words-of-prose"))  # what the text talks of
TELLING = ("below-its-number", "facts-next", "before-facts", "repeated", "words-of-prose", "after-crumb", "first")


def of_title(document: Document, labelled: Labelled) -> Iterator[Doubt]:
    """No title, one that little speaks for, or one that may go on in the next line."""
    titles = [(line, each) for line, each in labelled if each.role is Role.TITLE]
    if document.titles.get("zh-Hans") or document.titles.get("zh-Hant") or (titles and titles[0][1].given):
        return
    first = labelled[0][0].number if labelled else 1
    if not titles:
        at = _taken_out_last(labelled)
        hint = f"write “title: {{zh-Hans: …}}”, or “structure: {{title: {at or 3}}}” with the line that it is"
        sentence = "no title was found in the capture" + (f"; raw line {at} was taken out, and may be it" if at else "")
        yield Doubt(at or first, "doubtful-title", sentence, hint)
        return
    line, each = titles[0]
    seen = each.seen
    hint = f"write “structure: {{title: {line.number}}}” if it is, or the number of the line that is the title"
    others = _other_titles(labelled, line)
    told = seen & (WORDED | {"facts-next"})
    unlike = seen & SHORT and not told and _has_longer_below(labelled, others)
    if each.margin < NARROW * 2 or not seen & set(TELLING) or seen & OF_SITE or unlike or "title-below-time" in seen:
        instead = f"; {named_lines(others[:MOST_OTHERS])} may be it" if others else ""
        yield Doubt(line.number, "doubtful-title", f"“{line.words[:30]}” may not be the title{instead}", hint)
    yield from _more_of_title(labelled, line, seen)


def _more_of_title(labelled: Labelled, line: Line, seen: frozenset[str]) -> Iterator[Doubt]:
    """Lines that may be the title, or more of it, below the one that was read as such; and one that is worded otherwise."""
    below = next((pair for pair in labelled if pair[0].number > line.number and pair[1].state != "title"), None)
    unsaid = below and below[1].state == "subtitle" and not seen & WORDED and bool(below[1].seen & WORDED)
    if below and (unsaid or below[1].state in ("paragraph", "heading")) and not below[1].given and _may_be_title(*below):
        hint = f"write “structure: {{title: {below[0].number}}}”, or “{{title: {line.number}-{below[0].number}}}”, if it is"
        yield Doubt(below[0].number, "doubtful-title", f"raw line {below[0].number} may be the title, or more of it", hint)
    whole = next((other for other, role in labelled if role.role is Role.HEADLINE and _goes_on(line.words, other.words)), None)
    if whole:
        hint = "give the title in source.yaml as it stands there"
        yield Doubt(
            whole.number, "doubtful-title", f"the title breaks off in dots, and raw line {whole.number} has more of it", hint
        )
    if is_worded_otherwise(line.words):
        hint = "correct it in decisions.yaml, or give the title in source.yaml"
        yield Doubt(line.number, "doubtful-title", "the title is worded like what a site asks", hint)
    follow = [other for other, role in labelled if role.role is Role.SUBTITLE and not role.given]
    if len(follow) > 1:
        span = f"{line.number}-{follow[-1].number}"
        hint = f"write “structure: {{title: {span}}}” if it does"
        yield Doubt(
            line.number, "doubtful-title", f"the title may go on in {named_lines([each.number for each in follow])}", hint
        )


def _goes_on(title: str, other: str) -> bool:
    """Whether a title that ends in dots is the beginning of other words."""
    begun, whole = plain_letters(CUT.sub("", title)), plain_letters(other)
    return bool(CUT.search(title)) and len(begun) >= FEWEST_LETTERS and begun in whole and not whole.endswith(begun)


def _taken_out_last(labelled: Labelled) -> int:
    """The number of the last line of the menus above the text, where nothing but its place tells that it is of them; else 0."""
    head = [*takewhile(lambda pair: pair[1].state in ("menu", "crumb", "early-facts"), labelled)]
    line, each = head[-1] if head else (None, None)
    return line.number if line and each and each.state == "menu" and not SITE_ABOVE & each.seen else 0


def _other_titles(labelled: Labelled, title: Line) -> list[int]:
    """The lines above the first sentence that may be the title instead: only their place tells that they are none."""
    head = takewhile(lambda pair: pair[1].role in REMOVED or not closes_sentence(pair[0].words), labelled)
    return [line.number for line, each in head if line is not title and _stands_for_title(line, each)]


def _has_longer_below(labelled: Labelled, others: Sequence[int]) -> bool:
    """Whether one of the lines that may be the title instead stands between it and the particulars."""
    return any(line.number in others and each.state in BELOW for line, each in labelled)


def _stands_for_title(line: Line, each: Label) -> bool:
    """Whether a line that was taken out as a menu, or kept, is as long as titles are and shows nothing else."""
    placed = each.state in ("menu", *BELOW) or each.role in (Role.HEADING, Role.PARAGRAPH)
    if not placed or each.given or SITE_ABOVE & each.seen or STAMP.search(simplified(line.words)):
        return False
    return HEADLINE <= width(line.words) <= LONGEST_TITLE and line.words[-1] not in "。.：:，,、；;）)】]"


def _may_be_title(line: Line, each: Label) -> bool:
    """Whether a line right below the title closes nothing and announces nothing, has no day, and is as short as a title."""
    words, other = line.words, each.seen & {"dated", "numbered"}
    return not other and width(words) <= LONGEST_TITLE and not closes_sentence(words) and words[-1] not in "：:，,、；;）)】]"
