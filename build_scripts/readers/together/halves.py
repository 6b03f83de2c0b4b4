"""A title that a page sets on two lines, known by standing on one elsewhere: in a list, or in the menu at its foot."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST_LETTERS = 5  # of a half; names of menus are shorter


def halves(letters: Sequence[str], above: Sequence[int]) -> list[tuple[str, ...]]:
    """Which two lines stand elsewhere as one, from the letters of each line and the sentences above it: no sentence may be.

    >>> halves(["三封旧信的", "回信寄到了", "三封旧信的回信寄到了"], [0, 0, 0])
    [('first-half',), ('second-half',), ()]
    >>> halves(["要闻", "深度", "要闻深度"], [0, 0, 0])
    [(), (), ()]
    """
    whole = set(letters)
    found: list[tuple[str, ...]] = [()] * len(letters)
    for at in range(len(letters) - 1):
        both = min(map(len, letters[at : at + 2])) >= FEWEST_LETTERS and letters[at] + letters[at + 1] in whole
        if both and not above[at + 1] and not found[at]:
            found[at : at + 2] = [("first-half",), ("second-half",)]
    return found
