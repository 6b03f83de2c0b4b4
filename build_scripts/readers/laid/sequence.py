"""Texts that follow one another through the pages of a print, as in an issue that was put together: proposed as stories.

Each has a headline in display type and, below it, its own day or author, which chapters of one text do not have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from build_scripts.readers.laid.owners import ProposedStory, laid_of
from build_scripts.readers.laid.stories import BYLINE, DISPLAY, SHORT, split_edges
from build_scripts.readers.particulars.persons import names_persons
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence
from build_scripts.text.dates import to_edtf

FEWEST = 3  # texts with particulars of their own
TOP = 4  # lines below a headline among which particulars stand
LONGEST = 40.0  # ems of a line of particulars


def propose_sequence(lines: Sequence[Line]) -> tuple[list[ProposedStory], list[Line]]:
    """The texts of a capture whose print is known, in their order, and the lines that belong to none; no text where fewer than
    `FEWEST` have particulars of their own.
    """
    printed, apart = split_edges(lines)
    found = [(_story(part), part) for part in _parts(printed)]
    stories = [story for story, _ in found if story]
    if sum(not story.doubts for story in stories) < FEWEST:
        return [], []
    apart += [line for story, part in found if not story for line in part]
    return stories, sorted(apart, key=lambda line: line.number)


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """A headline with all lines down to the next one."""
    part: list[Line] = []
    for headed, group in groupby(lines, key=lambda line: laid_of(line).scale >= DISPLAY and not kind_of_number(line.words)):
        if headed and part:
            yield part
            part = []
        part += group
    if part:
        yield part


def _story(part: Sequence[Line]) -> ProposedStory | None:
    """A text with its lines by role; None where it has no headline or no sentence."""
    head = [line for line in part if laid_of(line).scale >= DISPLAY]
    below = [line for line in part if line not in head]
    if not head or part[0] is not head[0] or not any(closes_sentence(line.words) for line in below):
        return None
    story = ProposedStory()
    story.add(Role.HEADLINE, head)
    stated = list(_particulars(below[:TOP]))
    for role, line in stated:
        story.add(role, [line])
    story.add(Role.BODY, below[len(stated) :])
    if not stated:
        story.doubts.append("neither a day nor an author stands below it")
    return story


def _particulars(lines: Sequence[Line]) -> Iterator[tuple[Role, Line]]:
    """The lines right below a headline that state a day or an author."""
    for line in lines:
        laid = laid_of(line)
        if laid.ems > LONGEST or closes_sentence(line.words):
            return
        if to_edtf(line.words):
            yield Role.PUBLISHED, line
        elif laid.ems <= SHORT and names_persons(line.words):
            yield Role.AUTHOR, line
        elif laid.ems <= SHORT and BYLINE.match(line.words):
            yield Role.BYLINE, line
        else:
            return
