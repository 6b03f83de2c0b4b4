"""The stories of a printed page, proposed from where its headlines and columns stand; a person corrects the proposal.

A headline is display type; what stands below it, as far as it reaches and down to the next one, is its story. A headline that
runs downwards has its story beside it. Where no headline stands above a column, it goes with the one to its left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from build_scripts.readers.laid.edges import edges_of_pages
from build_scripts.readers.laid.owners import ProposedStory, Segment, laid_of, owner_of
from build_scripts.readers.parts.lines import Box, Line
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence
from build_scripts.text.lexicon import any_word

DISPLAY = 1.45  # times the usual size: a headline
LARGER = 1.12  # a kicker or deck
SMALL = 0.9  # a caption
NEAR = 1.6  # ems, of the larger type, between lines of one headline
WHITE = 1.8  # times the usual step: something else may begin below it
HEADED = 0.8  # of the size of a headline's largest line, and a line is of it
FEWEST = 3  # stories with a headline on a page of a newspaper
SHORT = 14.0  # ems of a byline
BYLINE = re.compile(rf"^(?:[【\[（(]?[^，。]{{0,8}}{any_word('page', 'reporters')}|文[/／:：]|[Bb]y\s+[A-Z]|■|●|◆)")
CAPTION = re.compile(rf"^(?:[▲▼△▽◀▶↑↓←→]|{any_word('page', 'pictures')}\s?\d?[:：]|{any_word('page', 'beside')})")


def propose_stories(lines: Sequence[Line]) -> tuple[list[ProposedStory], list[Line]]:
    """The stories of a capture whose print is known, page by page in order of their headlines, and the lines of none."""
    printed, apart = split_edges(lines)
    stories: list[ProposedStory] = []
    for _, page in groupby(sorted(printed, key=lambda line: laid_of(line).page), key=lambda line: laid_of(line).page):
        found, rest = _of_page(sorted(page, key=lambda line: line.number))
        stories += found
        apart += rest
    return stories, sorted(apart, key=lambda line: line.number)


def split_edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The printed lines that stand on their pages, and those that stand around them; nothing that is printed twice."""
    edges = {edge.number for edge in edges_of_pages(lines)}
    printed = [line for line in lines if line.laid and not line.blank and line.laid.edge != "copy"]
    return [line for line in printed if line.number not in edges], [line for line in printed if line.number in edges]


def _of_page(printed: Sequence[Line]) -> tuple[list[ProposedStory], list[Line]]:
    """The stories of one page, and its lines that belong to none."""
    apart: list[Line] = []
    heads = [_grown(head, printed) for head in _headlines(printed)]
    shown = {line.number for head in heads for line in head}
    stories = [_headed(head) for head in heads]
    boxes = [_box(head) for head in heads]
    rest = [line for line in printed if line.number not in shown]
    owners: list[tuple[Segment, ProposedStory | None]] = []
    for segment in _segments(rest):
        owners.append((segment, owner_of(segment, boxes, stories, owners)))
    extra: list[ProposedStory] = []
    for segment, owner in owners:
        if owner is None and not _is_text(segment):
            apart += segment.lines
            continue
        if owner is None:
            owner = ProposedStory(doubts=["no headline stands above it"])
            extra.append(owner)
        _give(owner, segment)
    whole = [story for story in (*stories, *extra) if Role.BODY in story.lines]
    apart += [line for story in stories if Role.BODY not in story.lines for part in story.lines.values() for line in part]
    return whole, apart


def are_of_pages(stories: Sequence[ProposedStory], lines: Sequence[Line]) -> bool:
    """Whether proposed stories are of newspaper pages: several with headlines, two of them side by side, on half of the pages
    of all lines or more.
    """
    pages = {line.laid.page for line in lines if line.laid}
    heads: dict[int, list[Box]] = {}
    for story in stories:
        if Role.HEADLINE in story.lines:
            heads.setdefault(laid_of(story.lines[Role.HEADLINE][0]).page, []).append(_box(story.lines[Role.HEADLINE]))
    several = [each for each in heads.values() if len(each) >= FEWEST and any(one.x1 < two.x0 for one in each for two in each)]
    return bool(several) and len(several) * 2 >= len(pages)


def _box(lines: Sequence[Line]) -> Box:
    boxes = [laid_of(line).box for line in lines]
    return Box(
        min(box.x0 for box in boxes),
        max(box.x1 for box in boxes),
        min(box.bottom for box in boxes),
        max(box.top for box in boxes),
    )


def _headlines(printed: Sequence[Line]) -> list[list[Line]]:
    """Lines of display type that stand together."""
    groups: list[list[Line]] = []
    for line in sorted((line for line in printed if laid_of(line).scale >= DISPLAY), key=lambda line: -laid_of(line).box.top):
        near = next((group for group in groups if any(_is_near(line, other) for other in group)), None)
        if near is None:
            groups.append([line])
        else:
            near.append(line)
    return groups


def _is_near(line: Line, other: Line) -> bool:
    """Whether two lines of display stand together: below each other, or side by side as columns that run downwards."""
    one, two = laid_of(line), laid_of(other)
    em = max(one.size, two.size)
    if one.page != two.page or one.across != two.across:
        return False
    gap = max(one.box.bottom - two.box.top, two.box.bottom - one.box.top)
    apart = max(one.box.x0 - two.box.x1, two.box.x0 - one.box.x1)
    if one.across:
        return apart < em and gap < 0
    return gap < (NEAR - 1) * em and apart < 0


def _grown(head: Sequence[Line], printed: Sequence[Line]) -> list[Line]:
    """A headline with the kicker above it and the deck below it."""
    found = list(head)
    known = {line.number for line in head}
    for line in printed:
        laid = laid_of(line)
        if line.number in known or not LARGER <= laid.scale < DISPLAY or laid.across or closes_sentence(line.words):
            continue
        if any(_is_near(line, other) for other in found):
            found.append(line)
    return sorted(found, key=lambda line: -laid_of(line).box.top)


def _headed(head: Sequence[Line]) -> ProposedStory:
    """A story with the lines above it by their sizes and places."""
    story = ProposedStory()
    largest = max(laid_of(line).size for line in head)
    main = [line for line in head if laid_of(line).size >= HEADED * largest]
    top = max(laid_of(line).box.top for line in main)
    story.add(Role.HEADLINE, main)
    for line in head:
        if line not in main:
            story.add(Role.KICKER if laid_of(line).box.bottom >= top - largest * 0.3 else Role.DECK, [line])
    return story


def _segments(lines: Sequence[Line]) -> Iterator[Segment]:
    """Lines that follow one another in a column, cut where more white stands between them than usual."""
    part: list[Line] = []
    for line in lines:
        if part and (
            laid_of(part[-1]).column != laid_of(line).column or laid_of(line).step > WHITE or _between(part[-1], line)
        ):
            yield Segment(tuple(part), _box(part))
            part = []
        part.append(line)
    if part:
        yield Segment(tuple(part), _box(part))


def _between(line: Line, following: Line) -> bool:
    return following.number > line.number + 1


def _is_text(segment: Segment) -> bool:
    return len(segment.lines) > 1 and any(closes_sentence(line.words) for line in segment.lines)


def _give(story: ProposedStory, segment: Segment) -> None:
    """The lines of a segment to a story, each under its role."""
    for line in segment.lines:
        laid = laid_of(line)
        first = not story.lines.get(Role.BODY)
        if CAPTION.match(line.words) or laid.scale <= SMALL:
            story.add(Role.CAPTION, [line])
        elif first and laid.ems <= SHORT and BYLINE.match(line.words) and not closes_sentence(line.words):
            story.add(Role.BYLINE, [line])
        elif first and LARGER <= laid.scale < DISPLAY and not closes_sentence(line.words):
            story.add(Role.DECK, [line])
        else:
            story.add(Role.BODY, [line])
