"""One doubt for all lines of a page that are doubtful in one way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.roles.given import in_ranges


def doubt_of_lines(numbers: Sequence[int], what: str, role: str) -> Iterator[Doubt]:
    """A doubt on the raw lines, none where there are none: `what` they are, behind the verb, and the other `role` that an
    editor can give them.
    """
    if numbers:
        hint = f"write “structure: {{{role}: {numbers[0]}}}” or “{{paragraph: {numbers[0]}}}”, and the like for the others"
        yield Doubt(numbers[0], "doubtful-line", f"{in_ranges(numbers)} {what}", hint)
