"""What must stand at each place of the pages, from a capture and its ledger: pieces of text, with the notes called in them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from build_scripts.proof.editor import folded
from build_scripts.proof.permissions import ANYTHING, replacement
from build_scripts.proof.runs import Capture, RunRecord

Key = tuple[str, ...]  # (document, id) of a block or note, (document or "", field) of a particular
DIGITS = re.compile(r"[0-9]+|[⁰¹²³⁴-⁹]+|[^\W\d_a-zA-Z]|[①-⓿㉑-㊿❶-➓]")
COUNTED = re.compile(r"[〔［]\s*([^\W\d_a-zA-Z]{1,3})\s*[〕］]")
STAR = re.compile(r"[*＊†‡※]+")
RANGE = re.compile(r"\s*[-–—~～⁻]\s*")
ANY_CALL = re.compile(r"⟦\d+⟧")
AHEAD = 8  # runs on a line behind a call, among which its text begins
MOST_NOTES = 200  # that one mark can call


@dataclass(slots=True)
class Text:
    """The pieces of one text: each a text or a pattern; `start` is where it begins in the capture. `language` of a
    translation.
    """

    start: int
    language: str = ""
    pieces: list[str | re.Pattern[str]] = field(default_factory=list)

    @property
    def plain(self) -> str | None:
        """The text, where no piece leaves anything open."""
        return "".join(map(str, self.pieces)) if all(isinstance(piece, str) for piece in self.pieces) else None

    def holds(self, shown: str, after: tuple[str, ...] = ()) -> bool:
        """Whether a text of a page is this one; what a correction put in must be quoted by one of `after`."""
        plain = self.plain
        if plain is not None:
            return shown == plain
        pattern = "".join(map(_as_pattern, self.pieces))
        match = re.fullmatch(pattern, shown)
        return bool(match) and all(any(folded(put_in) in words for words in after) for put_in in _groups(match))


def _as_pattern(piece: str | re.Pattern[str]) -> str:
    """A piece as part of a pattern; what a correction puts in is a group."""
    if isinstance(piece, str):
        return re.escape(piece)
    return f"({piece.pattern})" if piece is ANYTHING else piece.pattern


def _groups(match: re.Match[str] | None) -> tuple[str, ...]:
    return tuple(group or "" for group in match.groups()) if match else ()


def expected_texts(capture: Capture, ledger: Mapping[str, Any]) -> dict[Key, Text]:
    """Every text that the ledger sends to a page, in the order of the capture, or that in which an editor put its lines."""
    runs = [run for run in ledger["runs"]]
    calls = _calls(capture, runs)
    pieces: dict[Key, list[tuple[int, list[str | re.Pattern[str]]]]] = defaultdict(list)
    texts: dict[Key, Text] = {}
    key: Key | None = None
    for index, run in enumerate(runs):
        if run["to"] is not None:
            key = key_of(run["to"])
            texts.setdefault(key, Text(run["start"])).language = run["to"].get("language", "")
            pieces[key].append((run["start"], [_piece(capture, run)]))
        elif run["rule"] == "note-call" and (opened := _opened_by(capture, runs, index, key)):
            texts.setdefault(opened, Text(run["start"]))
            pieces[opened].append((run["start"], list(calls.get(index, ()))))
        elif run["rule"] == "note-call" and key:
            pieces[key][-1][1].extend(calls.get(index, ()))
    for key, text in texts.items():
        text.pieces = [piece for _, part in _ordered(capture, pieces[key]) for piece in part]
    return texts


def _opened_by(capture: Capture, runs: list[RunRecord], index: int, key: Key | None) -> Key | None:
    """The text that a call opens: no text stands before it on its line, and the text behind it on that line is another one."""
    follows = next((run for run in runs[index + 1 : index + AHEAD] if run["to"] is not None), None)
    if not follows or key_of(follows["to"]) == key:
        return None
    line = capture.line(runs[index]["start"])
    begin = capture.starts[line - 2] if line > 1 else 0
    before = takewhile(lambda run: run["end"] > begin, (runs[at] for at in range(index - 1, -1, -1)))
    first = all(run["to"] is None or not capture.raw[max(run["start"], begin) : run["end"]].strip() for run in before)
    return key_of(follows["to"]) if first and capture.line(follows["start"]) == line else None


def key_of(to: Mapping[str, Any]) -> Key:
    if "metadata" in to:
        return (to.get("document", ""), f"@{to['metadata']}")
    if "note" in to:
        return (to["document"], to.get("id", f"n{to['note']}"))
    name = to["block"] + (f"-{to['language']}" if "language" in to else "")
    return (to["document"], name)


def _piece(capture: Capture, run: RunRecord) -> str | re.Pattern[str]:
    text = capture.raw[run["start"] : run["end"]]
    if run["fate"] == "kept":
        return text
    found = replacement(run["rule"], text)
    return "" if found is None else found  # a change that no rule allows is told where the runs are checked


def _ordered(capture: Capture, parts: list[Any]) -> list[Any]:
    """The parts of a text in the order of the capture, or of the list in which an editor put their lines otherwise."""
    lines = {capture.line(start) for start, _ in parts}
    order = next((order for order in capture.editor.orders if lines <= set(order)), None)
    if not order or len(lines) == 1:
        return parts
    places = {line: place for place, line in reversed(list(enumerate(order)))}
    return sorted(parts, key=lambda part: places[capture.line(part[0])])


def _calls(capture: Capture, runs: list[RunRecord]) -> dict[int, list[str | re.Pattern[str]]]:
    """By the index of each run of calls what the page shows there: the numbers of the notes whose printed labels they bear.

    Where a label stands once, all its calls lead to its note; where it comes again (page by page), as many calls as notes
    lead to them in order, or to a neighbour where the calls as a whole are in another order than the notes. Else any note of
    that label will do.
    """
    labelled = _labelled(capture, runs)
    called: dict[int, list[int]] = {}
    count: dict[int, int] = defaultdict(int)
    for index, run in enumerate(runs):
        if run["rule"] == "note-call":
            called[index] = list(printed_numbers(capture.raw[run["start"] : run["end"]]))
            for number in called[index]:
                count[number] += 1
    near = int([number for numbers in called.values() for number in numbers] != _printed_labels(capture, runs))
    seen: dict[int, int] = defaultdict(int)
    found: dict[int, list[str | re.Pattern[str]]] = {}
    for index, numbers in called.items():
        mark = capture.raw[runs[index]["start"] : runs[index]["end"]].strip()
        by_editor = not numbers and any(mark and mark in words for words in capture.editor.words)
        found[index] = [ANY_CALL] if by_editor else []
        for number in numbers:
            notes = labelled.get(number, _Notes([], [], ANY_CALL))
            found[index].append(_call(notes, seen[number], count[number], runs[index]["start"], near))
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


def _call(notes: _Notes, at: int, calls: int, start: int, near: int) -> str | re.Pattern[str]:
    """What a call leads to, of the notes with its label: the one in its order, or the next below it, where there are as many
    as calls; where their orders differ (`near` is 1) also a neighbour, or the last above it.
    """
    numbers, places = notes.numbers, notes.places
    if len(numbers) != calls:
        return notes.any
    here = bisect_left(places, start)
    below = numbers[min(bisect_right(places, start), len(numbers) - 1)]
    above = numbers[max(here - near, 0) : here]
    return _any_of(list(dict.fromkeys([*numbers[max(at - near, 0) : at + near + 1], below, *above])))


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


def printed_numbers(marks: str) -> Iterator[int]:
    """The numbers that printed marks give, ranges written out.

    >>> [list(printed_numbers(mark)) for mark in ("［1］", "[2,4]", "[2-4]", "[1-1]", "③", "¹²", "**", "[1][2]", "〔十二〕")]
    [[1], [2, 4], [2, 3, 4], [1], [3], [12], [2], [1, 2], [12]]
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
