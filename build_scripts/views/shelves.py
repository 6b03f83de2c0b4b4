"""Long lists in shelves: by year, where a year is long still by month, then by day, and at last by number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Sized
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from build_scripts.text.dates import show_date
from build_scripts.views.wording import say

MOST = 40  # what one page lists: a navigation of so many takes some 12 kB
WIDTHS = (4, 7, 10)  # the code points of an EDTF date that name a year, a month, a day
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """A part of a list: its name for paths, the time that its items have in common in EDTF, and what stands on it.

    Where that is too much for one page it is divided into `parts`. `first` counts from 1, where only numbers divide it.
    """

    name: str
    time: str
    items: tuple[T, ...]
    parts: tuple[Shelf[T], ...] = ()
    first: int = 0

    def label(self, tree: str) -> str:
        """What it is called in a tree.

        >>> Shelf("2025-04", "2025-04", ()).label("en"), Shelf("undated-41", "", ("a", "b"), first=41).label("en")
        ('April 2025', 'Undated (41–42)')
        """
        words = show_date(self.time, tree) if self.time else say("undated", tree)
        return f"{words} ({self.first}–{self.first + len(self.items) - 1})" if self.first else words

    def below(self) -> Iterator[Shelf[T]]:
        """Its parts and theirs, each before its own."""
        for part in self.parts:
            yield part
            yield from part.below()


def shelf_folder(name: str) -> str:
    """The folder of a shelf's page in that of its list, which itself has no name.

    >>> shelf_folder("2025-04"), shelf_folder("")
    ('time/2025-04/', '')
    """
    return f"time/{name}/" if name else ""


def fits(items: Sized) -> bool:
    """Whether one page can list so many."""
    return len(items) <= MOST


def shelve(items: Sequence[T], time: Callable[[T], str], most: int = 0) -> Shelf[T]:
    """A list in shelves of at most `most` items, `MOST` where that is not given.

    `time` gives the EDTF date of an item, empty where it has none. A shelf that would be the only one of its kind is left out.

    >>> [part.name for part in shelve(["2024-05", "2025-01", "2025-02~", ""], str, most=2).below()]
    ['2024', '2025', 'undated']
    >>> [part.name for part in shelve(["2024-05-01", "2024-05-02", "2024-06", "2024"], str, most=2).below()]
    ['2024-05', '2024-06', '2024-x']
    """
    return _divide(Shelf("", "", tuple(items)), time, most or MOST, WIDTHS)


def _divide(shelf: Shelf[T], time: Callable[[T], str], most: int, widths: Sequence[int]) -> Shelf[T]:
    if len(shelf.items) <= most:
        return shelf
    if not widths:
        return replace(shelf, parts=tuple(_by_number(shelf, most)))
    groups: dict[str, list[T]] = {}
    for item in shelf.items:
        groups.setdefault(_place(time(item).rstrip("~?%"), widths[0]), []).append(item)
    if len(groups) == 1:
        return _divide(replace(shelf, time=_time(*groups)), time, most, widths[1:])
    parts = (Shelf(name, _time(name), tuple(group)) for name, group in groups.items())
    return replace(shelf, parts=tuple(_divide(part, time, most, widths[1:]) for part in parts))


def _place(date: str, width: int) -> str:
    """The name of the shelf of a date; one that is not said as finely as the shelves stands on one of its own."""
    return date[:width] if len(date) >= width else f"{date}-x" if date else "undated"


def _time(name: str) -> str:
    return "" if name == "undated" else name.removesuffix("-x")


def _by_number(shelf: Shelf[T], most: int) -> Iterator[Shelf[T]]:
    for at in range(0, len(shelf.items), most):
        name = f"{shelf.name or shelf.time or 'undated'}-{at + 1}"
        yield Shelf(name, shelf.time, shelf.items[at : at + most], first=at + 1)
