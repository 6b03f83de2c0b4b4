"""Text that remembers where each character came from.

A `Traced` text is a sequence of runs; a run is a half-open span of code points of the capture together with what stands
there now. Editing a traced text gives another one, and nothing is ever forgotten: a removed character leaves a run with
empty text behind. The ledger is therefore not kept by anybody; it is read off the runs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from os.path import commonprefix


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
            index = bisect_right(points, at)
            while run.text and index < len(points) and points[index] < at + len(run.text):
                head, run = _split(run, points[index] - at)
                parts[index].append(head)
                at = points[index]
                index += 1
            parts[index].append(run)
        return [Traced(tuple(part)) for part in parts]

    def edit(self, edits: Iterable[Edit]) -> Traced:
        """Apply edits that are sorted and do not overlap.

        Raises ValueError where they do, or where one inserts into a text with no character to hold the insertion.
        """
        todo = [_anchored(edit, self.text) for edit in edits if edit.start != edit.end or edit.replacement]
        if not todo:
            return self
        points = [point for edit in todo for point in (edit.start, edit.end)]
        if any(left > right for left, right in zip(points, points[1:], strict=False)) or points[-1] > len(self.text):
            raise ValueError(f"edits overlap, are unsorted or lie outside the text: {todo}")
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


def _split(run: Run, size: int) -> tuple[Run, Run]:
    """Cut a run after `size` code points of its text. What cannot be divided belongs to its first character."""
    even = len(run.text) == run.end - run.start
    middle = run.start + size if even else run.end
    return Run(run.start, middle, run.text[:size], run.rule), Run(middle, run.end, run.text[size:], run.rule)


def _anchored(edit: Edit, text: str) -> Edit:
    """Leave alone what an edit does not change; hang a pure insertion on the character before it, or the first one."""
    edit = _narrowed(edit, text[edit.start : edit.end])
    if edit.start != edit.end or not edit.replacement:
        return edit
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
    head = len(commonprefix([old, new]))
    tail = len(commonprefix([old[head:][::-1], new[head:][::-1]]))
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail], edit.rule)


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


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Join neighbours of one fate and rule, as long as their texts still divide evenly."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last and last.end == run.start and last.rule == run.rule and last.fate == run.fate and _joinable(last, run):
            out[-1] = Run(last.start, run.end, last.text + run.text, run.rule)
        elif run.text or run.start != run.end:
            out.append(run)
    return tuple(out)


def _joinable(left: Run, right: Run) -> bool:
    """Removed runs always join, except that two marks of one rule stay two; others only where lengths are equal."""
    if not left.text:
        return not right.text
    return all(len(run.text) == run.end - run.start for run in (left, right))
