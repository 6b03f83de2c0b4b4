"""What labels show of the feet of columns: the lines between them, how wide notes are, and calls that are no labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from build_scripts.readers.notes.marks import CallForm, numbers_of
from build_scripts.readers.notes.printed import CITATION_END, Labels
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.running.geometry import Geometry
from build_scripts.text.characters import closes_sentence, is_han

FAR = 30  # lines below the last label after which no line is of its notes
SLACK = 1.0  # ems


def is_closed(line: Line) -> bool:
    words = line.words
    return closes_sentence(words) or bool(CITATION_END.search(words))


def lines_between(lines: Sequence[Line], mark: CallForm, labels: Labels, geometry: Geometry) -> frozenset[int]:
    """Indices of the lines between two labels of one foot: both numbers had been called before the first of them, and no page
    begins between them.
    """
    called: set[int] = set()
    found: set[int] = set()
    order = sorted(labels)
    after = dict(pairwise(order))
    for index, line in enumerate(lines):
        if index in labels and labels[index] in called:
            following = after.get(index)
            number = labels[index]
            called.discard(number)
            # A line that begins with another mark may begin with a call, so the next label of this foot is sought further on.
            while following is not None and labels[following] != number + 1 and following - index <= FAR:
                following = after.get(following)
            near = following and following - index <= FAR and not any(geometry.new_page[index + 1 : following + 1])
            if following and near and labels[following] == number + 1 and number + 1 in called:
                found.update(range(index + 1, following))
            continue
        if index not in found:
            for match in mark.call.finditer(line.text.text):
                called.update(numbers_of(match[1]))
    return frozenset(found)


def labels_again(lines: Sequence[Line], mark: CallForm, labels: Labels) -> frozenset[int]:
    """Indices of labels whose number nothing has called and which labels another line before anything calls it: they are calls
    that a line happens to begin with.
    """
    called: set[int] = set()
    silent: dict[int, int] = {}
    found: set[int] = set()
    for index, line in enumerate(lines):
        number = labels.get(index, 0)
        if number and number in silent:
            found.add(silent.pop(number))
        elif number and number not in called:
            silent[number] = index
        label_end = mark.label.match(line.text.text) if number else None
        called.discard(number)
        for match in mark.call.finditer(line.text.text, label_end.end() if label_end else 0):
            called.update(numbers_of(match[1]))
            for each in numbers_of(match[1]):
                silent.pop(each, None)
    return frozenset(found)


def note_width(lines: Sequence[Line], labels: Labels, between: frozenset[int], geometry: Geometry) -> float:
    """How wide full lines of notes are, the commonest width; 0 where no note has two lines."""
    full = [geometry.widths[at] for at in labels if at + 1 in between] + [
        geometry.widths[at] for at in between if at + 1 in between
    ]
    full = full or [geometry.widths[at] for at in labels if at + 1 < len(lines) and not is_closed(lines[at])]
    count = Counter(full)
    near = {size: sum(count[other] for other in count if abs(other - size) <= SLACK) for size in count}
    return max(near, key=lambda size: (near[size], size), default=0.0)


def pairs_of(lines: Sequence[Line]) -> frozenset[str]:
    """Pairs of ideographs that stand beside each other on a line somewhere in the capture."""
    found: set[str] = set()
    for line in lines:
        words = line.words
        found.update(words[at : at + 2] for at in range(len(words) - 1) if is_han(words[at]) and is_han(words[at + 1]))
    return frozenset(found)
