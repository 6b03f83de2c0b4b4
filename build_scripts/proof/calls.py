"""Which notes the calls of a capture lead to, by what is printed: the numbers of calls and labels, and their order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.proof.runs import Capture, RunRecord

DIGITS = re.compile(r"[0-9]+|[⁰¹²³⁴-⁹]+|[^\W\d_a-zA-Z]|[①-⓿㉑-㊿❶-➓]")
COUNTED = re.compile(r"(?:[〔［]\s*|[［\[〔（(【]?\s*[注註][释釋]?\s*)([^\W\d_a-zA-Z]{1,3})\s*[］\]〕）)】]?")
STAR = re.compile(r"[*＊†‡※]+")
RANGE = re.compile(r"\s*[-–—~～⁻]\s*")
ANY_CALL = re.compile(r"⟦\d+⟧")
MOST_NOTES = 200  # that one mark can call


def pages_calls(capture: Capture, runs: list[RunRecord]) -> dict[int, list[str | re.Pattern[str]]]:
    """By the index of each run of calls what the page shows there: the numbers of the notes whose printed labels they bear.

    Where a label stands once, all its calls lead to its note; where it comes again (page by page), as many calls as notes
    lead to them in order, or to a neighbour where the calls as a whole are in another order than the notes; and where calls
    and labels come in several sorts of brackets, to the one in order among those of its own sort. Else any note of that label
    will do.
    """
    labelled = _labelled(capture, runs)
    alike = _alike(capture, runs)
    called: dict[int, list[int]] = {}
    count: dict[int, int] = defaultdict(int)
    for index, run in enumerate(runs):
        if run["rule"] == "note-call":
            called[index] = list(printed_numbers(capture.raw[run["start"] : run["end"]]))
            for number in called[index]:
                count[number] += 1
    numbers_called = [number for numbers in called.values() for number in numbers]
    near = int(numbers_called != _printed_labels(capture, runs) or _crossed(alike, labelled))
    seen: dict[int, int] = defaultdict(int)
    found: dict[int, list[str | re.Pattern[str]]] = {}
    for index, numbers in called.items():
        mark = capture.raw[runs[index]["start"] : runs[index]["end"]].strip()
        by_editor = not numbers and any(mark and mark in words for words in capture.editor.words)
        found[index] = [ANY_CALL] if by_editor else []
        for number in numbers:
            notes = labelled.get(number, _Notes([], [], ANY_CALL))
            found[index].append(_call(notes, seen[number], count[number], runs[index]["start"], near, alike.get(index)))
            seen[number] += 1
    # In a print the space behind a call may be one that only distance shows, which is said of the call's last character.
    behind = [re.compile(" ?")] if any(run["rule"] == "distance" for run in runs) else []
    return {index: [*pieces, *behind] for index, pieces in found.items()}


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes of one printed label in the order of the capture, where each stands, and what any of them looks like."""

    numbers: list[int]
    places: list[int]
    any: str | re.Pattern[str]


def _call(notes: _Notes, at: int, calls: int, start: int, near: int, alike: int | None = None) -> str | re.Pattern[str]:
    """What a call leads to, of the notes with its label: the one in its order, or the next below it, where there are as many
    as calls; where their orders differ (`near` is 1) also a neighbour, or the last above it. `alike` is the one that is
    printed as the call is.
    """
    numbers, places = notes.numbers, notes.places
    if len(numbers) != calls:
        return notes.any
    here = bisect_left(places, start)
    below = numbers[min(bisect_right(places, start), len(numbers) - 1)]
    above = numbers[max(here - near, 0) : here]
    like = [] if alike is None or not near else [alike]
    return _any_of(list(dict.fromkeys([*numbers[max(at - near, 0) : at + near + 1], below, *above, *like])))


def _any_of(numbers: list[int]) -> str | re.Pattern[str]:
    """The call of any of these notes on a page; of any note where there is none."""
    if len(numbers) == 1:
        return f"⟦{numbers[0]}⟧"
    return re.compile("(?:" + "|".join(f"⟦{note}⟧" for note in numbers) + ")") if numbers else ANY_CALL


def _printed_labels(capture: Capture, runs: list[RunRecord]) -> list[int]:
    """The numbers of all labels in the order of the capture."""
    labels = [run for run in runs if run["rule"] == "note-label"]
    return [number for run in labels for number in printed_numbers(capture.raw[run["start"] : run["end"]])]


def _labelled(capture: Capture, runs: list[RunRecord]) -> dict[int, _Notes]:
    """The notes by the number that is printed before them."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    printed: int | None = None
    for run in runs:
        if run["rule"] == "note-label":
            printed = next(printed_numbers(capture.raw[run["start"] : run["end"]]), None)
        elif printed is not None and run["to"] is not None:
            if "note" in run["to"]:
                found[printed].setdefault(run["to"]["note"], run["start"])
            printed = None
    return {label: _Notes([*places], [*places.values()], _any_of([*places])) for label, places in found.items()}


def _alike(capture: Capture, runs: list[RunRecord]) -> dict[int, int]:
    """By the index of a call the note whose label is the same mark, in order, where as many calls as labels are this mark."""
    calls: dict[str, list[int]] = defaultdict(list)
    notes: dict[str, list[int]] = defaultdict(list)
    label = ""
    for index, run in enumerate(runs):
        mark = capture.raw[run["start"] : run["end"]].strip()
        if run["rule"] == "note-call":
            calls[mark].append(index)
        elif run["rule"] == "note-label":
            label = mark
        elif label and run["to"] is not None:
            if "note" in run["to"]:
                notes[label].append(run["to"]["note"])
            label = ""
    pairs = (zip(calls[mark], notes[mark], strict=True) for mark in calls if len(calls[mark]) == len(notes.get(mark, ())))
    return dict(pair for each in pairs for pair in each)


def _crossed(alike: dict[int, int], labelled: dict[int, _Notes]) -> bool:
    """Whether calls that bear the very mark of a label come in another order than these labels: the numbers of two sorts,
    `①` and `［1］`, may be the same in both orders.
    """
    places = {note: at for notes in labelled.values() for note, at in zip(notes.numbers, notes.places, strict=True)}
    order = [places[alike[index]] for index in sorted(alike) if alike[index] in places]
    return order != sorted(order)


def printed_numbers(marks: str) -> Iterator[int]:
    """The numbers that printed marks give, ranges written out.

    >>> [list(printed_numbers(mark)) for mark in ("［1］", "[2,4]", "[2-4]", "[1-1]", "③", "¹²", "**", "[1][2]", "〔十二〕")]
    [[1], [2, 4], [2, 3, 4], [1], [3], [12], [2], [1, 2], [12]]
    >>> [list(printed_numbers(mark)) for mark in ("（註三）", "註十一", "[注2]")]
    [[3], [11], [2]]
    """
    if counted := COUNTED.fullmatch(marks.strip()):
        yield _counted(counted[1])
        return
    last: tuple[int, int] | None = None  # a number and where it ended
    for match in re.finditer(f"{DIGITS.pattern}|{STAR.pattern}", marks):
        number = _number(match[0])
        if number is None:
            continue
        ranged = last if last and RANGE.fullmatch(marks, last[1], match.start()) else None
        if ranged and ranged[0] < number <= ranged[0] + MOST_NOTES:
            yield from range(ranged[0] + 1, number)
        if not ranged or ranged[0] != number:  # a range of one number calls one note
            yield number
        last = (number, match.end())


def _counted(numeral: str) -> int:
    """The value of a numeral below a hundred whose characters have values of their own."""
    value = 0
    for char in numeral:
        worth = int(unicodedata.numeric(char, 0))
        value = (value or 1) * worth if worth == 10 else value + worth
    return value


def _number(mark: str) -> int | None:
    if STAR.fullmatch(mark):
        return len(mark) if mark[0] in "*＊" else {"†": 2, "‡": 3, "※": 1}[mark[0]]
    try:
        return int("".join(str(unicodedata.digit(char)) for char in mark))
    except ValueError:
        value = unicodedata.numeric(mark, None) if len(mark) == 1 else None
        return int(value) if value is not None and unicodedata.category(mark) == "No" else None
