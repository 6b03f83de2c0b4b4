"""Lines that a text without indents of its own sets in together: a quotation, or verse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from build_scripts.model import Doubt
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.given import in_ranges
from build_scripts.readers.roles.spans import spans_of
from build_scripts.readers.running.columns import ends_sentence

FEWEST = 3  # lines
DEEP = 3.0  # ems; a paragraph opens two further in
WIDE = 0.6  # of the text, which lines of a quotation have
LEAST = 1.5  # ems by which lines of a quotation stand in, and its first one further than a paragraph
FIGURE_BEHIND_STOP = re.compile(r"[。！？.!?][”’」』]?\d{1,3}$")  # the bare call of a note
PAUSE = "，,、；;：:"  # with which lines of verse end that end no sentence
LIKE = 2.0  # ems by which the lines of a quotation differ


def set_in_together(leads: Sequence[float]) -> tuple[int, ...]:
    """The indices of the lines that stand further in than all others, where they are one stretch of at least three; `leads` are
    the ems with which lines begin.
    """
    base = min(leads, default=0.0)
    deep = [index for index, lead in enumerate(leads) if lead - base >= DEEP]
    together = len(deep) >= FEWEST and deep[-1] - deep[0] == len(deep) - 1
    others = [lead for index, lead in enumerate(leads) if index not in deep]
    return tuple(deep) if together and len(others) > 1 and max(others) - base < 1 else ()


def set_in_deep(lines: Sequence[Line], leads: Sequence[float], indented: Sequence[bool]) -> list[list[int]]:
    """The indices of lines that stand further in than paragraphs begin, each stretch with the lines that go on with it: these
    stand in too, as far as the first or less.
    """
    below = [*leads[1:], 0.0]
    opens = [lead > after for lead, after in zip(leads, below, strict=True)]  # lines that go on stand less far in
    count = Counter(lead for lead, each, first in zip(leads, indented, opens, strict=True) if each and first)
    usual = min((lead for lead in count if count[lead] == max(count.values())), default=0.0)
    runs: list[list[int]] = []
    for index, lead in enumerate(leads):
        again = bool(runs) and runs[-1][-1] == index - 1
        goes_on = again and LEAST <= lead <= leads[runs[-1][0]] and not _has_ended(lines[index - 1])
        deep = indented[index] and lead >= usual + LEAST
        if goes_on or (again and deep and lead == leads[index - 1]):
            runs[-1].append(index)
        elif deep:
            runs.append([index])
    return [run for run in runs if len(run) > 1]


def ends_inside(lines: Sequence[Line], run: Sequence[int]) -> list[int]:
    """The lines of a stretch, its first left out, that stand below the end of a sentence, and below no full line of prose."""
    widest = max(lines[at].width for at in run)
    prose = any(lines[at].words[-1] not in PAUSE and not _has_ended(lines[at]) for at in run[:-1])
    return [at for at in run[1:] if _has_ended(lines[at - 1]) and not (prose and lines[at - 1].width >= widest - LIKE)]


def _has_ended(line: Line) -> bool:
    return ends_sentence(line) or bool(FIGURE_BEHIND_STOP.search(line.words))


def names_of_insets(inset: Sequence[int], widths: Sequence[float]) -> dict[int, str]:
    """What a grammar weighs of such lines, by index: lines that fill a narrower column go on, others stand alone."""
    if not inset:
        return {}
    full = max(widths[at] for at in inset)
    fill = full >= max(widths) * WIDE and all(widths[at] >= full - LIKE for at in inset[:-1])
    names = {at: "goes-on-in-inset" if fill else "line-of-inset" for at in inset}
    return {**names, inset[0]: "opens-inset" if fill else "line-of-inset", inset[-1] + 1: "below-inset"}


def inset_doubts(
    column: Sequence[Line], inset: Sequence[int], deep: Sequence[Sequence[int]], given: Collection[int]
) -> Iterator[Doubt]:
    """One doubt for each stretch that an editor has not named: of the lines `inset`, and of those `deep` stretches of which
    another line than the last ends a sentence.
    """
    ends = [at for run in deep if ends_inside(column, run) for at in run]
    free = [column[at].number for at in (*inset, *ends) if column[at].number not in given]
    for first, last in spans_of(free):
        numbers = range(first, last + 1)
        sentence = f"{in_ranges(numbers)} set in together and read as paragraphs; they may be verse or a quotation"
        span = f"{first}-{last}"
        yield Doubt(first, "doubtful-line", sentence, f"write “verse: {span}” or “quotation: {span}” under “structure”")
