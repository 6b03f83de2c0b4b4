"""Notes at the feet of columns: which lines are theirs, by the evidence of labels, widths, ends and what goes on with what.

All lines between two labels of one foot belong to its notes; below the last label the best path through the lines decides
(`roles/grammars/notes.yaml`), and where the next best lies close behind, that is a doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.model import Doubt
from build_scripts.readers.laid.over_text import over_text, over_white
from build_scripts.readers.laid.types import has_small_notes, small_as_notes
from build_scripts.readers.notes.foot_doubts import FeetRead
from build_scripts.readers.notes.foot_labels import FAR, SLACK, is_closed, labels_again, lines_between, note_width, pairs_of
from build_scripts.readers.notes.marks import MARKS, CallForm, numbers_of
from build_scripts.readers.notes.note_list import HEADING
from build_scripts.readers.notes.printed import CITATION_END, CITES, OF_ISSUE, Labels, labels_of, reads_like_note
from build_scripts.readers.notes.running_over import Over, RunningOver, observe_over
from build_scripts.readers.parts.captions import CAPTION
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.parts.numbering import kind_of_number
from build_scripts.readers.roles.lattice import Label, label, load_grammar
from build_scripts.readers.running.article_parts import STATEMENT
from build_scripts.readers.running.columns import CALL_AT_END, fill_of
from build_scripts.readers.running.geometry import Geometry
from build_scripts.readers.running.going_on import GoingOn, spacing
from build_scripts.roles import Role
from build_scripts.text.characters import closes_sentence
from build_scripts.text.joining import ADDRESS, ADDRESS_GOES_ON

NEAR = 24  # lines above a foot that show how wide its column is
USUAL = 4  # lines of a note
LAST_LINES = 6  # of a page, which are of its last note where its label stands just above
SHORT = 2.5
WIDER = 1.5
ALIKE = 0.5  # ems by which lines of one width differ


@dataclass(frozen=True, slots=True)
class Foot:
    """The notes of all feet, each number with its lines, in the order of the capture; `mild` counts the doubts that are told
    and do not speak against feet.
    """

    notes: tuple[tuple[int, list[Line]], ...]
    doubts: tuple[Doubt, ...] = ()
    mild: int = 0


def find_feet(
    lines: Sequence[Line],
    mark: CallForm,
    labels: Labels,
    geometry: Geometry,
    fixed: Mapping[int, Role],
    others: Collection[int] = (),
) -> Foot:
    """The notes that begin with labels of the mark. `fixed` holds, by index, what an editor has said of lines, `others` are the
    indices of labels that are known to be of another mark.
    """
    grammar = load_grammar("notes")
    observer = _FootObserver(lines, mark, labels, geometry, others)
    read, overs = _read(observer, fixed)
    notes: list[tuple[int, list[Line]]] = []
    for index, each in enumerate(read):
        if each.role is not Role.NOTE:
            continue
        if each.state in ("first", "single") and index in labels:
            notes.append((labels[index], []))
        if notes:
            notes[-1][1].append(lines[index])
    between = lines_between(lines, mark, labels, geometry)
    width = note_width(lines, labels, between, geometry)
    shown, outside = between | frozenset(labels), frozenset(observer.over_text)
    told, mild = FeetRead(lines, read, geometry, shown, outside, overs, width).doubts(grammar.narrow)
    return Foot(tuple(notes), tuple(told), mild)


def _read(observer: _FootObserver, fixed: Mapping[int, Role]) -> tuple[Sequence[Label], Sequence[Over]]:
    """The labels of lines with the notes that run over: these are found in a first reading."""
    grammar, observed = load_grammar("notes"), observer.observe()
    roles = {at: Role.NOTE if role is Role.NOTE else Role.PARAGRAPH for at, role in fixed.items()}
    read = label(grammar, observed, roles)
    overs = RunningOver(observer.lines, read, observer.note_width, observer.pairs, observer.geometry).find()
    if overs:
        observed = observe_over(observed, overs)
        read = label(grammar, observed, roles)
    return read, overs


def _is_outside(words: str) -> bool:
    """Whether a line is a statement or heads a list."""
    return bool(STATEMENT.match(words) or HEADING.fullmatch(words))


class _FootObserver:
    """What can be seen of each line, going down the capture; it remembers what has been called."""

    def __init__(
        self, lines: Sequence[Line], mark: CallForm, labels: Labels, geometry: Geometry, others: Collection[int] = ()
    ) -> None:
        self.lines, self.mark, self.labels, self.geometry = lines, mark, labels, geometry
        kinds = [other for other in MARKS if other.name != mark.name and not other.plain]
        self.others = ({at for other in kinds for at in labels_of(lines, other)} | {*others}) - set(labels)
        self.between = lines_between(lines, mark, labels, geometry)
        self.note_width = note_width(lines, labels, self.between, geometry)
        self.pairs = pairs_of(lines)
        self.going_on = GoingOn(lines, geometry)
        self.spacing = spacing(geometry, self.between)
        self.again = labels_again(lines, mark, labels)
        self.small = has_small_notes(lines, list(labels))
        self.small_lines = small_as_notes(lines, labels) if self.small else frozenset()
        over = over_text(lines) | over_white(lines, labels) if self.small else frozenset()
        self.over_text = over - self.between - set(labels)
        starts = [index for index in range(len(lines)) if geometry.new_page[index]]
        self.near_page_end = {index for start in starts for index in range(start - LAST_LINES, start)}
        self.pending: set[int] = set()
        self.above = -1  # index of the line of text above the foot in which we may be
        self.since = FAR + 1  # lines since the last label
        self.last_number = 0
        self.open_at_page_end = False
        self.page_turned = False  # since the last label
        self.left = False  # whether a label of another mark has come since the last one

    def observe(self) -> list[list[str]]:
        return [self._line(index) for index in range(len(self.lines))]

    def _line(self, index: int) -> list[str]:
        seen = self._place(index) + self._end(index) + self._width(index)
        if self.small:
            seen.append("small-print" if index in self.small_lines else "size-of-text")
            seen += ["above-text"] * (index in self.over_text)
        if index in self.labels:
            seen += self._label(index)
        else:
            seen.append("no-label")
            seen += ["label-of-another-mark"] * (index in self.others)
            self.left = self.left or index in self.others
            seen += ["statement"] * _is_outside(self.lines[index].words)
            seen += ["caption-on-a-new-page"] * (self.geometry.new_page[index] and bool(CAPTION.match(self.lines[index].words)))
            self.since += 1
            if index in self.between:
                seen.append("between-labels")
            elif self.since > FAR:
                seen.append("far-from-labels")
            else:
                seen += ["some-way-below-labels"] * (self.since > USUAL)
                seen += self._joins(index) + ["holds-call"] * self._calls_here(index)
            if self._is_carried(index):
                seen.append("note-of-page-before-is-open")
            seen += self._goes_on(index)
        if CITES.search(self.lines[index].words) and self.since <= FAR:
            seen.append("cites")
        if self.since > FAR:
            self.above = index
        self._remember_calls(index)
        return seen

    def _label(self, index: int) -> list[str]:
        number = self.labels[index]
        like = reads_like_note(self.lines[index], self.mark)
        alone = self.mark.label.fullmatch(self.lines[index].text.text) is not None
        if index - 1 not in self.between and index - 1 not in self.labels:
            self.above = index - 1
        if number in self.pending:
            seen = ["label-called"]
        elif number == self.last_number + 1 and not self.page_turned and self.since <= (USUAL + 2 if like else USUAL):
            seen = ["label-next"]
        else:
            seen = ["label-uncalled" if like else "label-mere"]
        if seen[0] in ("label-called", "label-next"):
            self.page_turned = False
            self.pending.discard(number)
            self.since, self.last_number, self.left = 0, number, False
        seen += ["label-comes-again"] * (index in self.again)
        return seen + ["label-reads-like-note"] * like + ["label-alone"] * alone

    def _goes_on(self, index: int) -> list[str]:
        """Whether the line can go on with the one before it, and with the text above the foot, as text does."""
        full, going_on = self._text_width(index), self.going_on
        first = going_on.is_first(index, full)
        seen = []
        if index and first is False and going_on.has_ended(index - 1, full):
            seen.append("no-start-behind-an-end")
        if index and first and going_on.is_open(index - 1, full):
            seen.append("start-behind-open-text")
        if 0 <= self.above < index - 1 and not self.page_turned and going_on.has_ended(self.above, full) and first is not None:
            seen.append("start-behind-text-above" if first else "no-start-behind-text-above")
        below = self.geometry.blanks[index + 1] if index + 1 < len(self.lines) else None
        if self.spacing and below in self.spacing:
            seen.append("spaced-as-notes" if below == self.spacing[0] else "spaced-as-text")
        return seen

    def _remember_calls(self, index: int) -> None:
        text = self.lines[index].text.text
        skipped = self.mark.label.match(text) if index in self.labels and self.since == 0 else None
        for match in self.mark.call.finditer(text, skipped.end() if skipped else 0):
            if index in self.between or self.since == 0:
                continue
            self.pending.update(numbers_of(match[1]))

    def _calls_here(self, index: int) -> bool:
        return index not in self.labels and index not in self.between and bool(self.mark.call.search(self.lines[index].words))

    def _place(self, index: int) -> list[str]:
        line = self.lines[index]
        seen = ["numbered"] * (index not in self.labels and bool(kind_of_number(line.words)))
        if index and self.geometry.new_page[index]:
            seen.append("new-page")
            self.page_turned = True
            self.open_at_page_end = self.since <= USUAL and not (self.left or is_closed(self.lines[index - 1]))
        elif index and line.starts_object and not self.geometry.indents_vary:
            seen.append("new-object")
        if self.geometry.gap[index]:
            seen.append("gap-before")
        if self.geometry.indented[index]:
            seen.append("indented")
        return seen

    def _end(self, index: int) -> list[str]:
        words = self.lines[index].words
        soon = ["page-ends-soon"] * (self.since <= LAST_LINES and index in self.near_page_end)
        soon += ["capture-ends-soon"] * (self.since <= USUAL and index >= len(self.lines) - USUAL)
        if closes_sentence(words):
            return ["closes-sentence", *soon]
        cited = CITATION_END.search(words) and not words.isdigit()
        return [*soon, "ends-as-citations-do" if cited else "open"]

    def _width(self, index: int) -> list[str]:
        size = self.geometry.widths[index]
        text = self._text_width(index)
        seen = []
        if self.note_width:
            alike = abs(self.note_width - text) <= WIDER
            seen += ["as-wide-as-both" if alike else "as-wide-as-notes"] * (size >= self.note_width - WIDER)
            seen += ["shorter-than-notes"] * (size < self.note_width - SHORT)
            room = fill_of(self.lines, index, self.note_width, 0.0).room
            seen += ["room-on-note-line"] * (room is not None and room >= SLACK)
            fits = index > 0 and self.geometry.widths[index - 1] + size <= self.note_width
            seen += ["fits-on-line-before"] * fits
        if text:
            seen += ["wider-than-text"] * (size > text + WIDER)
            seen += ["as-wide-as-text"] * (abs(size - text) <= SLACK)
            seen += ["shorter-than-text"] * (size < text - SHORT)
        return seen

    def _text_width(self, index: int) -> float:
        """How wide the column is that stands above; 0 where too little of it has come."""
        stop = index if self.above < 0 or self.since > FAR else self.above + 1
        sizes = Counter(self.geometry.widths[max(0, stop - NEAR) : stop])
        near = {size: sum(sizes[other] for other in sizes if abs(other - size) <= ALIKE) for size in sizes}
        size = max(near, key=lambda size: (near[size], sizes[size], size), default=0.0)
        return size if near.get(size, 0) >= 2 else max(sizes, default=0.0)

    def _joins(self, index: int) -> list[str]:
        """Whether the line goes on with the text above the foot, or with the line before it, by pairs of characters."""
        first = self.lines[index].words[0]
        seen = []
        filled = index > 0 and self.geometry.widths[index - 1] >= self.note_width - WIDER
        before, words = self.lines[index - 1].words if index else "", self.lines[index].words
        address = not kind_of_number(words) and ADDRESS.search(before) and ADDRESS_GOES_ON.match(words)
        if (filled and address) or (before[-1:].isdigit() and OF_ISSUE.match(words)):
            seen.append("goes-on-with-address")
        if self.above >= 0 and not self.page_turned and not closes_sentence(CALL_AT_END.sub("", self.lines[self.above].words)):
            opens = self.geometry.indented[index] or self.going_on.is_first(index, 0.0)
            seen += ["text-above-is-open"] + ["opens-something"] * bool(opens)
        if self.above >= 0 and (self.lines[self.above].words[-1] + first) in self.pairs:
            seen.append("goes-on-with-text")
        if index and (self.lines[index - 1].words[-1] + first) in self.pairs:
            seen.append("goes-on-with-line-before")
        return seen

    def _is_carried(self, index: int) -> bool:
        """Whether a line just above labels may go on with the last note of the page before, which did not end there."""
        ahead = next((at for at in range(index + 1, min(index + 4, len(self.lines))) if at in self.labels), None)
        return bool(self.open_at_page_end and ahead and self.labels[ahead] in self.pending and is_closed(self.lines[index - 1]))
