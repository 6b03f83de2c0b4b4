"""How far a translation has come, as tools say it and as sections do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from build_scripts.seed.sections import ISO_DAY
from build_scripts.standing import Standing, Status

DRAFT = Standing(Status.DRAFT)
LONGEST_NAME = 80


class ToolState(StrEnum):
    """What a tool says of a unit: nothing, that there is work to do (`fuzzy` in PO), that it is translated, or approved."""

    UNKNOWN = "unknown"
    OPEN = "open"
    DONE = "done"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed, and the ISO date; a review by nobody is none."""

    reviewer: str = ""
    day: str = ""

    @property
    def standing(self) -> Standing:
        """The standing of what was approved: reviewed, if somebody is named, else a draft."""
        return Standing(Status.REVIEWED, self.reviewer, self.day) if self.reviewer and self.day else DRAFT


NOBODY = Review()


def review_by(name: str, day: str) -> Review:
    """A review as a tool names it; by nobody where the name has no letter or the day is none.

    >>> review_by(" Li  Hua", "2025-09-03T10:00:00Z"), review_by("Li Hua", "soon").reviewer
    (Review(reviewer='Li Hua', day='2025-09-03'), '')
    """
    name = " ".join(name.split())
    try:
        known = date.fromisoformat(day[:ISO_DAY]).isoformat()
    except ValueError:
        return NOBODY
    named = name.isprintable() and len(name) <= LONGEST_NAME and any(map(str.isalpha, name))
    return Review(name, known) if named else NOBODY


def standing_after(before: Standing | None, stale: bool, changed: bool, state: ToolState, review: Review) -> Standing:
    """The standing of a unit that came back; `before` is None where it was not translated.

    A review holds for the words and the text that were reviewed: where one of them has changed, it is a draft until somebody
    is named who has approved it again.
    """
    reviewed = before is not None and before.status is Status.REVIEWED
    if before is None:
        return review.standing if state is ToolState.APPROVED else DRAFT
    if before.status is Status.OFFICIAL:
        return before
    if state is ToolState.APPROVED:
        return before if reviewed and not (changed or stale) else review.standing
    if state is ToolState.DONE or changed:
        return before if state is ToolState.OPEN and not reviewed else DRAFT
    return DRAFT if state is ToolState.OPEN and reviewed and not stale else before


def least(standings: list[Standing]) -> Standing:
    """The one that has come least far."""
    return min(standings, key=lambda each: tuple(Status).index(each.status))
