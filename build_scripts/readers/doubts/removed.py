"""Lines taken out of which nothing but their place tells that the site put them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import REMOVED, Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

SENTENCE, NEAR = 40.0, 2  # ems of one, and lines on either side that may go with it
OTHERS = frozenset(("list-head", "comment", "listed", "teaser", "neighbour"))  # what stands below is of other texts
FEWEST_EMS = 1.5  # of a line whose loss or gain matters
HEADLINE = 7.0  # ems of a line above the title that may be a title itself
# What shows by itself that a line is of the site and not of the text.
SITE = frozenset(
    [
        "crumb",
        "channel",
        "buttons",
        "mostly-buttons",
        "many-links",
        "site-words",
        "neighbour",
        "appeal",
        "rights",
        "disclaimer",
        "list-head",
        "comment",
        "listed",
        "count",
        "number-alone",
        "moments-ago",
        "address",
        "tags",
        "code",
        "icon",
        "rule",
        "repeated",
        "publisher-alone",
        "front-matter",
        "in-frame",
        "out-of-body",
        "hidden",
        "drawn-end",
        "file",
        "rights-twice",
        "entry-age",
        "notice",
    ]
)
# What else than its place speaks for a title.
TELLING = frozenset(
    ("facts-next", "words-of-prose", "after-crumb", "repeated", "below-its-number", "stated-title", "own-title")
)
BUTTONS = ("head-button", "body-button", "foot-button")
# What the cells of a table and the end of a text show as well.
WEAK = frozenset(["count", "number-alone", "repeated", "publisher-alone", "many-links", "address"])


def removed_by_place(labelled: Labelled) -> Iterator[int]:
    """Lines taken out of which nothing but their place and length tells that the site put them there: below the text up to
    the first that shows it, and one as long as a title above the title.
    """
    below = [(line, each) for line, each in labelled if each.state == "after"]
    for line, each in below:
        if _is_of_site(each, SITE - WEAK):
            break
        if not each.given:
            yield line.number
    yield from _informs(labelled)
    yield from _beside_sentences(labelled)
    yield from _above_weak_title(labelled)
    for line, each in labelled:
        bare_button = each.state in BUTTONS and not _is_of_site(each) and not each.given
        if each.role in REMOVED and not each.given and (bare_button or _is_key_of_text(line, each)):
            yield line.number
    title = next((index for index, (_, each) in enumerate(labelled) if each.role is Role.TITLE), 0)
    line, each = labelled[title - 1] if title else labelled[0]
    headed = width(line.words) >= HEADLINE or any(name.startswith("heading-mark-") for name in each.seen)
    if title and each.state == "menu" and not each.given and not _is_of_site(each) and headed:
        yield line.number


def _above_weak_title(labelled: Labelled) -> Iterator[int]:
    """Lines of the menu right above a short title for which its place alone speaks: lines of verse may stand so."""
    at = next((at for at, (_, each) in enumerate(labelled) if each.role is Role.TITLE), 0)
    title = labelled[at][1] if labelled else None
    if title is None or title.given or "brief" not in title.seen or title.seen & TELLING:
        return
    for line, each in labelled[at - 1 :: -1] if at else ():
        if each.state != "menu" or each.given or _is_of_site(each):
            return
        yield line.number


def _beside_sentences(labelled: Labelled) -> Iterator[int]:
    """Lines taken out below the text beside a long sentence that went with them, above all that heads other texts or comments:
    heads and paragraphs of the same text.
    """
    end = next((at for at, (_, each) in enumerate(labelled) if OTHERS & each.seen), len(labelled))
    long = [
        at
        for at, (line, each) in enumerate(labelled[:end])
        if each.role in REMOVED and not each.given and _is_long_sentence(line) and not _is_of_site(each)
    ]
    for at in sorted({near for each in long for near in range(each - NEAR, each + NEAR + 1)} - set(long)):
        line, each = labelled[at] if 0 <= at < end else (None, None)
        if line and each and each.state in ("after", "aside") and not each.given and not _is_of_site(each):
            yield line.number


def _is_long_sentence(line: Line) -> bool:
    return closes_sentence(line.words) and width(line.words) > SENTENCE


def _informs(labelled: Labelled) -> Iterator[int]:
    """Lines taken for headlines of other texts from one on that names information, of a programme or a writer."""
    named = False
    for line, each in labelled:
        informs = bool(_informing().fullmatch(simplified(line.words)))
        named = each.state in ("aside", "after") and (informs or (named and not _is_of_site(each, SITE - WEAK)))
        if named and not each.given:
            yield line.number


@cache
def _informing() -> re.Pattern[str]:
    return re.compile(rf"[【\[■●▌]?{any_word('page', 'informs')}[】\]：:]?", re.IGNORECASE)


def _is_key_of_text(line: Line, each: Label) -> bool:
    """Whether a line between two bars at the head has a key and words that may be of the text."""
    key, _, value = simplified(line.words).partition(":" if ":" in line.words else "：")
    return "front-matter" in each.seen and not key.isascii() and width(value) >= FEWEST_EMS


def _is_of_site(each: Label, shown: frozenset[str] = SITE) -> bool:
    return any(name in shown for name, _ in each.evidence)
