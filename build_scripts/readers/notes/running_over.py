"""Notes that run over from one foot to the next: the end of one and what stands above the labels there, weighed together.

By itself neither shows that it is broken off: the text above a foot breaks off as well. Together they do: what opens in the
one closes in the other, and the text goes on past both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from build_scripts.model import Doubt
from build_scripts.readers.notes.foot_labels import SLACK, is_closed
from build_scripts.readers.notes.printed import CITATION_END, CITES, OF_ISSUE
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.lattice import Label
from build_scripts.readers.running.columns import CALL_AT_END, FIRST_WORD
from build_scripts.readers.running.geometry import Geometry
from build_scripts.readers.running.going_on import GoingOn
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence, is_han, width

MOST = 8  # lines of a note that stand at either foot
SHORT = 2.5  # ems that a line of notes lacks that is not full
OPENS = 12.0  # the weight of a line that shows to be of the text
APART = 90  # lines from one foot to the next
TITLED = re.compile("《[^》]*》")  # which text has as well
COUNTED = r"\d*[年月日页頁期卷号號]"
TAIL = re.compile(rf"(?:{COUNTED})+[。.]?")  # of a citation, behind the number that it counts
TAIL_OPENS = re.compile(rf"{COUNTED}|[(（:]")
PAIRS = dict(zip("《“（(［[「『〈", "》”）)］]」』〉", strict=True))
# The least weight of a note that runs over, and of one that need not be told, in the scale of grammars/notes.yaml. Of made-up
# articles in which no note runs over none reaches -12.
ENOUGH, SURE = -8.0, 0.0
CLEAR, NO_OTHER = 3.5, 99.0  # the least margin of one that need not be told, and where there is no other way


@dataclass(frozen=True, slots=True)
class Over:
    """A note that runs over: the index of the last line that it has at its foot, those of the first and last of the rest, and
    how much speaks for it, and how much less for the next best way to read it.
    """

    end: int
    first: int
    last: int
    weight: float
    margin: float = NO_OTHER


def observe_over(observed: Sequence[list[str]], overs: Sequence[Over]) -> list[list[str]]:
    """What is seen of each line, with the notes that run over: what stands between the halves of one is text."""
    found = [list(seen) for seen in observed]
    for over in overs:
        found[over.end].append("note-runs-over")
        for index in range(over.end + 1, over.first):
            found[index].append("text-below-note-that-runs-over")
        for index in range(over.first, over.last + 1):
            found[index].append("rest-of-note")
    return found


def over_doubts(lines: Sequence[Line], overs: Sequence[Over]) -> Iterator[Doubt]:
    """A doubt for each note of which little shows that it runs over."""
    for over in overs:
        if over.weight < SURE or over.margin < CLEAR:
            rest = [lines[index].number for index in range(over.first, over.last + 1)]
            sentence = f"{in_ranges(rest)} read as the rest of the note that breaks off with raw line {lines[over.end].number}"
            hint = f"write “note: {rest[0]}” or “continued: {rest[0]}” under “structure”"
            yield Doubt(rest[0], "doubtful-note", sentence, hint)


class RunningOver:
    """What the lines of a capture show of notes that run over, read once without them."""

    def __init__(
        self, lines: Sequence[Line], read: Sequence[Label], full: float, pairs: Collection[str], geometry: Geometry
    ) -> None:
        self.lines, self.read, self.full, self.pairs, self.geometry = lines, read, full, pairs, geometry
        self.going_on = GoingOn(lines, geometry)

    @cached_property
    def feet(self) -> list[tuple[int, int, int]]:
        """Of each foot the indices of its first and last label and of its last line."""
        found: list[tuple[int, int, int]] = []
        for index, each in enumerate(self.read):
            if each.role is not Role.NOTE or each.state == "carried":
                continue
            opens = each.state in ("first", "single")
            joined = found and found[-1][2] == index - 1
            if opens and not joined:
                found.append((index, index, index))
            elif found:
                first, last, _ = found[-1]
                found[-1] = (first, index if opens else last, index)
        return found

    def find(self) -> list[Over]:
        """The notes that run over, in order, each the likeliest of its foot."""
        found = []
        for at, (_, last, end) in enumerate(self.feet):
            following = self.feet[at + 1][0] if at + 1 < len(self.feet) else len(self.lines)
            ways = sorted(self._ways(last, end, following), key=lambda over: over.weight, reverse=True)
            if ways and ways[0].weight >= ENOUGH:
                margin = ways[0].weight - ways[1].weight if ways[1:] else NO_OTHER
                found.append(replace(ways[0], margin=margin))
        return found

    def _ways(self, last: int, end: int, following: int) -> Iterator[Over]:
        ends = [
            at
            for at in range(last, min(end, last + MOST) + 1)
            if not closes_sentence(self.lines[at].words) and not any(each.given for each in self.read[at : end + 1])
        ]
        for stop in self._stops(end, following) if ends else ():
            for first in range(max(end + 1, stop - MOST + 1), stop + 1):
                rest = self.read[first : stop + 1]
                if not any(each.given for each in rest):
                    left = max(0.0 if each.role is Role.NOTE else each.margin for each in rest)
                    text = self._text_around(first, stop) - left
                    yield from (Over(at, first, stop, text + self._note(at, end, first, stop)) for at in ends)

    def _stops(self, end: int, following: int) -> list[int]:
        """The last lines of what may be the rest: above the next foot, and at the ends of pages before it."""
        reach = min(following, end + APART)
        turns = [index - 1 for index in range(end + 2, reach + 1) if index == len(self.lines) or self.geometry.new_page[index]]
        above = [following - 1] if following == reach and following < len(self.lines) else []
        return [*turns[:2], *above]

    def _note(self, at: int, end: int, first: int, stop: int) -> float:
        """How well the rest goes on with a line of the note, and what spoke for the lines of the foot below that one."""
        before, rest = self.lines[at].words, [line.words for line in self.lines[first : stop + 1]]
        whole = "".join(rest)
        word = FIRST_WORD.match(rest[0])
        filled = self.lines[at].width + width(word[0] if word else rest[0][0]) > self.full - SLACK
        opened, closed = _unpaired(before)[0], _unpaired(whole)[1]
        weight = self._pair(before, rest[0]) - 6.0 * (not filled) + _counted(before, rest[0])
        weight += 5.0 if opened and closed and PAIRS[opened[-1]] == closed[0] else -4.0 * bool(closed)
        weight += 6.0 * bool(CITES.search(TITLED.sub("", whole)) or TAIL.fullmatch(whole))
        weight += 2.0 if is_closed(self.lines[stop]) else -5.0
        weight -= 6.0 * sum(bool(kind_of_number(words)) for words in rest)
        weight -= 4.0 * sum(line.width < self.full - SHORT for line in self.lines[first:stop])
        weight -= OPENS * sum(map(self._opens, range(first, stop + 1)))
        return weight - max((each.margin for each in self.read[at + 1 : end + 1]), default=0.0)

    def _opens(self, index: int) -> bool:
        """Whether a line stands in as the first of a paragraph of text, or ends with a call, as the rest of a note does not."""
        stands_in = self.geometry.indents_vary and self.geometry.indented[index]
        return stands_in or bool(CALL_AT_END.search(self.lines[index].words))

    def _pair(self, before: str, after: str) -> float:
        if not (is_han(before[-1]) and is_han(after[0])):
            return 0.0
        return 3.0 if before[-1] + after[0] in self.pairs else -2.0

    def _text_around(self, first: int, stop: int) -> float:
        """How well the text goes on without the rest."""
        below = next((i for i in range(stop + 1, len(self.lines)) if self.read[i].role is not Role.NOTE), None)
        above = self.lines[first - 1].words if first else ""
        bare = CALL_AT_END.sub("", above) or above
        if below is None or not bare:
            return 0.0
        begins = self.going_on.is_first(below, 0.0)
        if closes_sentence(bare):
            return 0.0
        weight = -5.0 if begins else 1.0
        weight += self._pair(bare, self.lines[below].words) - self._pair(bare, self.lines[first].words)
        return weight + (4.0 if closes_sentence(self.lines[stop].words) and begins is False else 0.0)


def _counted(before: str, after: str) -> float:
    """Whether a number at the end of a line is counted by what begins the next: 2018 | 年4月, 12 | (3): 5."""
    if before[-1].isdigit() and (TAIL_OPENS.match(after) or OF_ISSUE.match(after)):
        return 4.0
    return -4.0 if CITATION_END.search(before) and before[-1] not in ")）" else 0.0


def _unpaired(words: str) -> tuple[list[str], list[str]]:
    """The opening marks that nothing closes, and the closing ones that nothing opens.

    >>> _unpaired("版》，他说：“（一）")
    (['“'], ['》'])
    """
    opened: list[str] = []
    closed: list[str] = []
    for char in words:
        if char in PAIRS:
            opened.append(char)
        elif opened and PAIRS[opened[-1]] == char:
            opened.pop()
        elif char in PAIRS.values():
            closed.append(char)
    return opened, closed
