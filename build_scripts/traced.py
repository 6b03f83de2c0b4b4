"""Text that remembers where each character came from.

A `Traced` text is a sequence of runs; a run is a half-open span of code points of the capture together with what stands
there now. Editing a traced text gives another one, and nothing is ever forgotten: a removed character leaves a run with
empty text behind. The ledger is therefore not kept by anybody; it is read off the runs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `[start, end)` of a text, in code points, by `replacement`, under the named rule."""

    start: int
    end: int
    replacement: str
    rule: str


@dataclass(frozen=True, slots=True)
class Run:
    """Capture span `[start, end)` in code points, what stands there now, and the rule that put it there.

    As captured where `rule` is empty, removed where `text` is empty, changed otherwise.
    """

    start: int
    end: int
    text: str
    rule: str = ""

    @property
    def fate(self) -> str:
        if not self.rule:
            return "kept"
        return "changed" if self.text else "removed"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Code points `[start, end)` of a capture as they are printed: on which page, from 1; from where to where and on which
    baseline, in points from its lower left; in which size, and whether they run across the lines.
    """

    start: int
    end: int
    page: int
    x0: float
    x1: float
    baseline: float
    size: float
    across: bool


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each of its code points, the capture span it came from."""

    runs: tuple[Run, ...] = ()
    text: str = field(init=False, default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join(run.text for run in self.runs))

    def __str__(self) -> str:
        return self.text

    @property
    def start(self) -> int:
        """Capture offset of the first run; -1 for a text of no runs."""
        return self.runs[0].start if self.runs else -1

    def origin(self) -> list[tuple[int, int]]:
        """Capture spans, half-open code points, in the order of the text, of what still stands."""
        spans: list[tuple[int, int]] = []
        for run in self.runs:
            if not run.text or run.start == run.end:
                continue
            if spans and spans[-1][1] == run.start:
                spans[-1] = (spans[-1][0], run.end)
            else:
                spans.append((run.start, run.end))
        return spans

    def find(self, offset: int) -> int | None:
        """Where in this text the capture offset stands, or stood before it was removed; None where it never was."""
        for at, run in self.placed():
            if run.start <= offset < run.end:
                even = len(run.text) == run.end - run.start
                return at + (offset - run.start if even else 0)
        return None

    def placed(self) -> Iterator[tuple[int, Run]]:
        """Each run with the offset, in this text, at which it stands."""
        at = 0
        for run in self.runs:
            yield at, run
            at += len(run.text)

    def partition(self, points: Sequence[int]) -> list[Traced]:
        """Cut at the sorted offsets, in code points of this text, into `len(points) + 1` texts that lose no run.

        A removed run that stands exactly at a point goes to the text after it.
        """
        parts: list[list[Run]] = [[] for _ in range(len(points) + 1)]
        for at, run in self.placed():
            index = first = bisect_right(points, at)
            while run.text and index < len(points) and points[index] < at + len(run.text):
                index += 1
            cuts = [0, *(point - at for point in points[first:index]), len(run.text)]
            for step, (begin, end) in enumerate(pairwise(cuts)):
                if begin < end or not run.text:
                    parts[first + step].append(_slice(run, begin, end))
        return [Traced(tuple(part)) for part in parts]

    def edit(self, edits: Iterable[Edit]) -> Traced:
        """Apply edits that are sorted and do not overlap.

        Raises ValueError where they do, or where one inserts into a text with no character to hold the insertion.
        """
        asked = list(edits)
        points = [0, *(point for edit in asked for point in (edit.start, edit.end)), len(self.text)]
        if any(left > right for left, right in pairwise(points)):
            raise ValueError(f"edits overlap, are unsorted or lie outside the text: {asked}")
        todo = _anchored(asked, self.text)
        if not todo:
            return self
        points = [point for edit in todo for point in (edit.start, edit.end)]
        runs: list[Run] = []
        for index, part in enumerate(self.partition(points)):
            runs.extend(_replaced(part, todo[index // 2]) if index % 2 else part.runs)
        return Traced(_merged(runs))

    def removed(self, rule: str) -> Traced:
        """The same text with everything taken out under one rule."""
        return self.edit([Edit(0, len(self.text), "", rule)])


def capture(raw: str) -> Traced:
    """The whole capture as a traced text that has not been edited yet."""
    return Traced((Run(0, len(raw), raw),) if raw else ())


def concat(parts: Iterable[Traced]) -> Traced:
    """The texts one after another, as one text."""
    return Traced(_merged([run for part in parts for run in part.runs]))


def _slice(run: Run, begin: int, end: int) -> Run:
    """Code points `[begin, end)` of a run's text. What cannot be divided belongs to its first character."""
    if (begin, end) == (0, len(run.text)):
        return run
    if len(run.text) == run.end - run.start:
        return Run(run.start + begin, run.start + end, run.text[begin:end], run.rule)
    return Run(run.end if begin else run.start, run.end, run.text[begin:end], run.rule)


def _anchored(edits: Iterable[Edit], text: str) -> list[Edit]:
    """Leave alone what an edit does not change; hang a pure insertion on the edit or character before it, or the first."""
    done: list[Edit] = []
    for each in edits:
        if text[each.start : each.end] == each.replacement:
            continue
        edit = _narrowed(each, text[each.start : each.end])
        last = done[-1] if done else None
        if last and edit.start < last.end:  # after an insertion at the head of the text, which hangs on its first character
            kept = "" if edit.end else text[0]
            done[-1] = Edit(0, max(edit.end, 1), last.replacement[:-1] + edit.replacement + kept, edit.rule)
        elif edit.start != edit.end:
            done.append(edit)
        elif edit.replacement and last and last.end == edit.start:
            done[-1] = Edit(last.start, last.end, last.replacement + edit.replacement, last.rule)
        elif edit.replacement:
            done.append(_hung(edit, text))
    return done


def _hung(edit: Edit, text: str) -> Edit:
    if not text:
        raise ValueError("cannot insert into an empty text")
    if edit.start:
        return Edit(edit.start - 1, edit.end, text[edit.start - 1] + edit.replacement, edit.rule)
    return Edit(0, 1, edit.replacement + text[0], edit.rule)


def _narrowed(edit: Edit, old: str) -> Edit:
    """The edit without the beginning and the end that it has in common with what stands there."""
    new = edit.replacement
    if len(old) == len(new):
        return edit
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail], edit.rule)


def _shared(left: str, right: str) -> int:
    """The length of what two texts begin with in common."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(left), len(right)))


def _replaced(part: Traced, edit: Edit) -> list[Run]:
    """The runs of `part` after the edit: character by character where the length stays, else on the first character."""
    old, new = part.text, edit.replacement
    if len(old) == len(new):
        cut = part.partition(list(range(1, len(old))))
        return [run for piece, char in zip(cut, new, strict=True) for run in _recast(piece, char, edit.rule)]
    return list(_recast(part, new, edit.rule))


def _recast(part: Traced, new: str, rule: str) -> Iterator[Run]:
    if part.text == new:
        yield from part.runs
        return
    for run in part.runs:
        if run.text:
            yield Run(run.start, run.end, new, rule)
            new = ""
        else:
            yield run


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one fate and rule, as long as their texts still divide evenly."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _joinable(groups[-1][-1], run):
            groups[-1].append(run)
        elif run.text or run.start != run.end:
            groups.append([run])
    return tuple(_joined(group) for group in groups)


def _joined(group: list[Run]) -> Run:
    if len(group) == 1:
        return group[0]
    return Run(group[0].start, group[-1].end, "".join(run.text for run in group), group[0].rule)


def _joinable(left: Run, right: Run) -> bool:
    """Neighbours in the capture, of one rule and fate; those with text only where it divides evenly over the capture."""
    if left.end != right.start or left.rule != right.rule or bool(left.text) != bool(right.text):
        return False
    return not left.text or all(len(run.text) == run.end - run.start for run in (left, right))
