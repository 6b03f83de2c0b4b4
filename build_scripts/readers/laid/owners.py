"""Which story a part of a column is of, by the headlines above and beside it and by the column to its left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.readers.parts.lines import Box, Laid, Line
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence

INSIDE = 0.1  # of the width of a headline, which may stand out of its column
COVERED = 0.5  # of the width of a column that its headline covers
LEVEL = 3.0  # ems between the tops of a headline that runs downwards and of the text that begins beside it
BESIDE = 4.0  # ems between columns of one story


@dataclass(slots=True)
class ProposedStory:
    """A story: its lines by role, in the order of reading, and what of it is not sure, in words."""

    lines: dict[Role, list[Line]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def add(self, role: Role, lines: Sequence[Line]) -> None:
        self.lines.setdefault(role, []).extend(lines)


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines of text one below another in one column, and their box."""

    lines: tuple[Line, ...]
    box: Box


def laid_of(line: Line) -> Laid:
    """How a line is printed. Raises ValueError where the capture does not know."""
    if line.laid is None:
        raise ValueError(f"line {line.number} is not laid")
    return line.laid


def owner_of(
    segment: Segment,
    boxes: Sequence[Box],
    stories: Sequence[ProposedStory],
    before: Sequence[tuple[Segment, ProposedStory | None]],
) -> ProposedStory | None:
    """The story of a segment: of the headline that runs down on its right below any above it, else of the nearest above that
    covers it, else of the column to its left.
    """
    box, em = segment.box, laid_of(segment.lines[0]).size
    heads = list(zip(boxes, stories, strict=True))
    above = [
        (head, story)
        for head, story in heads
        if head.bottom >= box.top - em and (head.over(box) >= COVERED or _is_right_above(head, box, em))
    ]
    nearest = min(above, key=lambda pair: pair[0].bottom, default=None)
    upright = [
        (head, story)
        for head, story in heads
        if head.top - head.bottom > 2 * (head.x1 - head.x0)
        and head.beside(box) >= COVERED
        and head.x0 >= box.x1 - em
        and (not nearest or nearest[0].bottom >= head.top - em)
    ]
    beside = min(upright, key=lambda pair: pair[0].x0, default=None)
    running = next(((each, story) for each, story in reversed(before) if story and _runs_on(each, segment)), None)
    if beside and running and (not closes_sentence(running[0].lines[-1].words) or beside[0].top - box.top > LEVEL * em):
        return running[1]
    if beside and running and beside[1] is not running[1]:
        beside[1].doubts.append(f"raw line {segment.lines[0].number} may go on with the column above it")
    if beside:
        return beside[1]
    beginning = next((story for each, story in reversed(before) if story and _flows_into(each, segment)), None)
    if nearest and not (beginning or running) and (level := _headed_lower(segment, before, heads, nearest[0].bottom - em)):
        level.doubts.append(f"raw line {segment.lines[0].number} may go on with a story above it")
        return level
    if beginning or nearest:
        return beginning or (nearest[1] if nearest else None)
    return _neighbour(segment, before)


def _is_right_above(head: Box, box: Box, em: float) -> bool:
    """Whether a headline, however short, stands inside a column and right above its text."""
    return head.bottom - box.top < LEVEL * em and box.over(head) > 1 - INSIDE


def _headed_lower(
    segment: Segment,
    before: Sequence[tuple[Segment, ProposedStory | None]],
    heads: Sequence[tuple[Box, ProposedStory]],
    height: float,
) -> ProposedStory | None:
    """The story of the column to the left that begins beside a segment, where its headline stands below a height in points."""
    level = next((story for each, story in reversed(before) if story and _is_level(each, segment)), None)
    return level if any(story is level and head.bottom < height for head, story in heads) else None


def _runs_on(above: Segment, below: Segment) -> bool:
    """Whether a segment stands right below another one, as the next line of a column does."""
    em = laid_of(below.lines[0]).size
    return 0 <= above.box.bottom - below.box.top < em and above.box.over(below.box) >= COVERED


def _flows_into(left: Segment, right: Segment) -> bool:
    """Whether the text of a column breaks off inside a sentence and the next column begins at its height."""
    return _is_level(left, right) and not closes_sentence(left.lines[-1].words)


def _is_level(left: Segment, right: Segment) -> bool:
    """Whether a column begins at the height of the one to its left."""
    em = laid_of(right.lines[0]).size
    return 0 <= right.box.x0 - left.box.x1 < BESIDE * em and abs(left.box.top - right.box.top) < em


def _neighbour(segment: Segment, before: Sequence[tuple[Segment, ProposedStory | None]]) -> ProposedStory | None:
    """The story of the column to the left, of which a column without a headline may be more; that is told."""
    box, em = segment.box, laid_of(segment.lines[0]).size
    left = [
        (box.x0 - each.box.x1, story)
        for each, story in before
        if story and each.box.x1 <= box.x0 + em and box.beside(each.box) + each.box.beside(box) >= COVERED
    ]
    found = min(left, key=lambda pair: pair[0], default=None)
    if not found:
        return None
    found[1].doubts.append(f"no headline stands above raw line {segment.lines[0].number}")
    return found[1]
