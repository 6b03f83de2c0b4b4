"""A few of the mutated captures of the long run (`python -m tests.bench.mutations`), the same ones every time."""

from __future__ import annotations

import pytest

from tests.making.cover import try_file, try_mutation
from tests.making.files import MAKERS, make_file
from tests.making.mutations import READERS, make_mutation

# What the long run has found: lines taken out whole that marks cut into pieces, notes of two feet that are called out of order.
FOUND = {"web-page": (1079, 1315, 1578, 2833, 2998)}


@pytest.mark.parametrize("reader", READERS)
def test_a_mutated_capture_is_read_whole_or_refused(reader: str) -> None:
    seeds = [*range(60), *FOUND.get(reader, ())]
    found = {seed: verdict for seed in seeds if (verdict := try_mutation(reader, seed)) not in ("read", "refused")}
    assert not found


# Labels without a colon, times in numbers; calls that open a line behind a label, ranges of one number, labels without a note,
# labels alone above the next list of notes, a raw line that a mark cuts into a note and what stands behind it, or into texts of which one opens with a call; the heading of notes
# below a note that seems to go on; calls in two sorts of one number, which one foot answers the other way round; a bracket on the
# line below the label of an abstract, a space inside such a label; a call in round brackets, or with a tab, alone below a note.
ONCE = {
    "web-page": (500296, 1004656, 1008534, 1033788, 7100177, 7104671, 9701721, 55001377, 70010853),
    "journal-article": (
        9011,
        1012995,
        1023427,
        1024174,
        1016791,
        1033918,
        7000229,
        7000287,
        70008077,
        70032172,
        70009672,
        70019169,
    ),
}


@pytest.mark.parametrize(("reader", "seed"), [(reader, seed) for reader, seeds in ONCE.items() for seed in seeds])
def test_a_mutation_that_went_wrong_once_does_no_more(reader: str, seed: int) -> None:
    assert try_mutation(reader, seed) in ("read", "refused")


@pytest.mark.parametrize("name", MAKERS)
def test_a_file_with_accidents_is_read_whole_or_refused(name: str) -> None:
    found = {seed: verdict for seed in range(15) if (verdict := try_file(name, seed)) not in ("read", "refused")}
    assert not found


# A title of which a chip was taken out, among the particulars; targets of links, and no line that is left for notes.
FILES_ONCE = {"raw.html": (80003500, 80006723, 80009910)}


@pytest.mark.parametrize(("name", "seed"), [(name, seed) for name, seeds in FILES_ONCE.items() for seed in seeds])
def test_a_file_that_went_wrong_once_does_no_more(name: str, seed: int) -> None:
    assert try_file(name, seed) in ("read", "refused")


# Behind a call, and behind codes that print nothing and are taken out, in a heading and in cells.
@pytest.mark.parametrize("seed", [3592, 3652, 3862, 3010, 4327, 4607])
def test_a_space_that_only_distance_shows_stops_no_build(seed: int) -> None:
    assert try_file("raw.pdf", seed) == "read"


def test_a_mutation_is_the_same_every_time() -> None:
    assert make_mutation("web-page", 7) == make_mutation("web-page", 7) != make_mutation("web-page", 8)
    assert make_file("raw.docx", 7) == make_file("raw.docx", 7) != make_file("raw.docx", 8)
