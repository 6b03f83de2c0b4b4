"""Aligning a passage with the block it may come from: shared runs, chained, extended to the ends.

Runs are chained by dynamic programming as in minimap (Li, "Minimap and miniasm", Bioinformatics 2016), a gap costing what
it would cost to write or to leave out; the ends are extended by the x-drop rule of BLAST (Altschul and others 1990).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_scripts.remembered import remembered

SEED = 3
# Inside a run of so many tokens no other is looked for.
LONG = 16
# Places of a run's first tokens in a block at which runs are looked for: in a text that says the same over and over there are
# as many as it has sentences. What begins so begins again behind, where the tokens are rarer.
MOST_PLACES = 32
LONGEST_GAP = 15
COST_OF_LEAVING_OUT = 3
REACH = 24
# How far the two texts may drift apart beyond the last run, and how far the score may drop.
BAND = 8
DROP = 7
NEVER = -(10**6)

SharedRun = tuple[int, int, int]  # first token of the passage, first token of the block, length


@dataclass(frozen=True, slots=True)
class Limits:
    """How freely a passage may treat its source.

    `skip`: the most tokens that may be left out between two runs; `bounded`: whether the passage's ends mean something,
    as quotation marks do; `loose`: whether single words may be picked, as headlines do; `seed`: the shortest run that
    anchors the alignment.
    """

    skip: int = LONGEST_GAP
    bounded: tuple[bool, bool] = (False, False)
    loose: bool = False
    seed: int = SEED


@remembered("alignments")
def align(passage: str, block: str, limits: Limits = Limits()) -> tuple[SharedRun, ...]:
    """The runs of tokens that both share, in order, from the best chain; empty where no run is long enough.

    >>> align("要坚持自立自强", "他说坚持自立又自强不息")
    ((1, 2, 4), (5, 7, 1), (6, 8, 1))
    """
    at = block.find(passage)
    if at >= 0 and passage:
        return ((0, at, len(passage)),)
    runs = _chain(_shared_runs(passage, block, limits.seed), limits)
    if not runs:
        return ()
    runs = _filled(runs, passage, block)
    return (*_before(runs[0], passage, block, limits), *runs, *_after(runs[-1], passage, block, limits))


def _shared_runs(passage: str, block: str, seed: int) -> list[SharedRun]:
    """Every maximal run of at least `seed` tokens; of those that begin with common ones the nearest to where the last was."""
    places = defaultdict(list)
    for at in range(len(block) - seed + 1):
        places[block[at : at + seed]].append(at)
    runs: list[SharedRun] = []
    ends: dict[int, int] = {}  # by how far a run is apart in the two texts, where in the passage it ends
    here, apart = 0, 0
    while here + seed <= len(passage):
        longest = 0
        common = here > 0 and len(places.get(passage[here - 1 : here - 1 + seed], ())) > MOST_PLACES
        for opposite in _nearest(places.get(passage[here : here + seed], []), here + apart):
            goes_on = here and opposite and passage[here - 1] == block[opposite - 1]
            if goes_on and not (common and ends.get(opposite - here, 0) <= here):
                continue
            size, most = seed, min(len(passage) - here, len(block) - opposite)
            while size < most and passage[here + size] == block[opposite + size]:
                size += 1
            runs.append((here, opposite, size))
            ends[opposite - here] = here + size
            apart = opposite - here if size > longest else apart
            longest = max(longest, size)
        here += longest - seed if longest >= LONG else 1
    return runs


def _nearest(places: list[int], to: int) -> list[int]:
    """At most MOST_PLACES of the places, which are sorted."""
    if len(places) <= MOST_PLACES:
        return places
    first = min(max(0, bisect_left(places, to) - MOST_PLACES // 2), len(places) - MOST_PLACES)
    return places[first : first + MOST_PLACES]


def _chain(runs: list[SharedRun], limits: Limits) -> list[SharedRun]:
    """The chain of runs that scores most: one for each token shared, less what its gaps cost."""
    best: list[tuple[float, int, int]] = []  # score, the run before, tokens cut off the head because that one has them
    near: list[int] = []  # runs that end no further before than a gap may be
    for index, run in enumerate(runs):
        choice = (float(run[2]), -1, 0)
        near = [before for before in near if run[0] - sum(runs[before][::2]) <= LONGEST_GAP]
        for before in reversed(near):
            here, opposite = runs[before][0] + runs[before][2], runs[before][1] + runs[before][2]
            cut = max(0, here - run[0], opposite - run[1])
            inserted, left_out = run[0] + cut - here, run[1] + cut - opposite
            if cut >= run[2] or runs[before][1] >= run[1] or inserted > LONGEST_GAP or left_out > limits.skip:
                continue
            score = best[before][0] + run[2] - cut - gap_cost(inserted, left_out)
            choice = max(choice, (score, before, cut), key=lambda item: item[0])
        best.append(choice)
        near.append(index)
    chain: list[SharedRun] = []
    at = max(range(len(best)), key=lambda item: best[item][0], default=-1)
    while at >= 0:
        _, before, cut = best[at]
        here, opposite, size = runs[at]
        chain.append((here + cut, opposite + cut, size - cut))
        at = before
    return chain[::-1]


def gap_cost(inserted: int, left_out: int) -> float:
    """What a gap costs: each token written by the passage one, leaving out at most COST_OF_LEAVING_OUT."""
    return inserted + min(max(left_out - inserted, 0), COST_OF_LEAVING_OUT)


def _filled(runs: Sequence[SharedRun], passage: str, block: str) -> list[SharedRun]:
    """The chain with the short runs that stand in its gaps."""
    out = [runs[0]]
    for run in runs[1:]:
        here, opposite = out[-1][0] + out[-1][2], out[-1][1] + out[-1][2]
        if here == run[0] or opposite == run[1]:
            out.append(run)
            continue
        inside = SequenceMatcher(None, passage[here : run[0]], block[opposite : run[1]], autojunk=False)
        out += [(here + match.a, opposite + match.b, match.size) for match in inside.get_matching_blocks() if match.size]
        out.append(run)
    return out


def _after(last: SharedRun, passage: str, block: str, limits: Limits) -> list[SharedRun]:
    here, opposite = last[0] + last[2], last[1] + last[2]
    cells = extend(passage[here : here + REACH], block[opposite : opposite + 2 * REACH], limits.bounded[1], limits.loose)
    return [(here + i, opposite + j, 1) for i, j in cells]


def _before(first: SharedRun, passage: str, block: str, limits: Limits) -> list[SharedRun]:
    head, before = passage[max(0, first[0] - REACH) : first[0]][::-1], block[max(0, first[1] - 2 * REACH) : first[1]][::-1]
    return [(first[0] - i - 1, first[1] - j - 1, 1) for i, j in extend(head, before, limits.bounded[0], limits.loose)][::-1]


def extend(passage: str, block: str, bounded: bool = False, loose: bool = False) -> list[tuple[int, int]]:
    """Pairs of equal tokens that go on from the beginning of both texts, up to where the score is best.

    A match scores one, anything else costs one. Where the passage is bounded, reaching its end is worth a tie; where it
    is loose, leaving out more costs no more than leaving out one.

    >>> extend("强不息", "又强不息"), extend("甲", "乙"), extend("中甲", "国甲", bounded=True)
    ([(0, 1), (1, 2), (2, 3)], [], [(1, 1)])
    """
    band = len(block) if loose else BAND
    block = block[: len(passage) + band]
    if set(passage).isdisjoint(block):
        return []
    above = [0, *(-1 if loose else -column for column in range(1, len(block) + 1))]
    steps = ["=" + "b" * len(block)]
    score, i, j = 0, 0, 0
    for row, letter in enumerate(passage, 1):
        line, taken, hit = _row(letter, row, block, above, band)
        steps.append(taken)
        if hit and (line[hit] > score or (line[hit] == score and bounded and row == len(passage))):
            score, i, j = line[hit], row, hit
        if max(line) < score - DROP:
            break
        above = line
    return _trace(steps, passage, block, i, j)


def _row(letter: str, row: int, block: str, above: list[int], band: int) -> tuple[list[int], str, int]:
    """One row of the table: scores, the step to each cell (both texts, passage, block), and the best match's column."""
    line, steps, hit = [NEVER] * len(above), ["p"] * len(above), 0
    line[0] = -row
    loose = band == len(block)
    for column in range(max(1, row - band), min(len(block), row + band) + 1):
        equal = block[column - 1] == letter
        value, step = above[column - 1] + (1 if equal else -1), "="
        if above[column] - 1 > value:
            value, step = above[column] - 1, "p"
        left = line[column - 1] - (0 if loose and steps[column - 1] == "b" else 1)
        if left > value:
            value, step = left, "b"
        line[column], steps[column] = value, step
        if equal and step == "=" and (not hit or value > line[hit]):
            hit = column
    return line, "".join(steps), hit


def _trace(steps: list[str], passage: str, block: str, i: int, j: int) -> list[tuple[int, int]]:
    """The equal tokens on the way back from a match at row i and column j."""
    cells: list[tuple[int, int]] = []
    while i and j:
        step = steps[i][j]
        i, j = i - (step != "b"), j - (step != "p")
        cells += [(i, j)] if step == "=" and passage[i] == block[j] else []
    return cells[::-1]
