"""Lines taken out of which nothing but their place tells that the site put them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.compose import REMOVED, Labelled
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.characters import width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

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
    for line, each in labelled:
        bare_button = each.state in BUTTONS and not _is_of_site(each) and not each.given
        if each.role in REMOVED and not each.given and (bare_button or _is_key_of_text(line, each)):
            yield line.number
    title = next((index for index, (_, each) in enumerate(labelled) if each.role is Role.TITLE), 0)
    line, each = labelled[title - 1] if title else labelled[0]
    headed = width(line.words) >= HEADLINE or any(name.startswith("heading-mark-") for name in each.seen)
    if title and each.state == "menu" and not each.given and not _is_of_site(each) and headed:
        yield line.number


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
