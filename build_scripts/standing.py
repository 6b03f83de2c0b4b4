"""How far a translation has come: made by machine, a draft, reviewed by somebody on a day, official."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What a translation or a section of it is, from the least to the most that a reader may rely on."""

    MACHINE = "machine"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Standing:
    """A status; of a review also who made it and on which day, as an ISO date.

    >>> str(Standing(Status.REVIEWED, "Li Hua", "2025-09-03")), str(Standing(Status.DRAFT))
    ('reviewed Li Hua 2025-09-03', 'draft')
    """

    status: Status
    reviewer: str = ""
    day: str = ""

    def __str__(self) -> str:
        """As the head of a translation file or of a section has it."""
        return " ".join(each for each in (self.status.value, self.reviewer, self.day) if each)


OFFICIAL = Standing(Status.OFFICIAL)
