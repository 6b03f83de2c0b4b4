"""What no pattern may take time for: the ways to divide what it cannot match, or all that follows from each of its places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_scripts.checks.names import compare_names, is_romanised
from build_scripts.checks.translation import ORIGINAL_TITLE
from build_scripts.links.cited.notes import read_citations
from build_scripts.matching import at_most
from build_scripts.views.works import ORIGINAL
from tests.making.spoiled import LONGEST

GAP = " " * 900  # a line has a thousand in a row at most
HOSTILE: dict[str, Callable[[], object]] = {
    "a note of gaps": lambda: read_citations("某甲." + GAP + (GAP + "字") * 100),
    "a note of semicolons": lambda: read_citations("；" * 300_000),
    "a note of marks that nothing closes": lambda: read_citations("Smith, " + "“" * 300_000),
    "brackets that nothing closes": lambda: ORIGINAL_TITLE.sub("", "[" * 300_000),
    "gaps before brackets": lambda: ORIGINAL.sub("", (GAP + "[") * 1000),
    "a name of syllables that divide in many ways": lambda: is_romanised("Angan" + "angan" * 40 + "x"),
    "a name of a thousand syllables": lambda: list(compare_names("马" * 1000, "M" + "am" * 999 + "a", [])),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_hostile_to_a_pattern_is_read_in_time(case: str) -> None:
    with at_most(LONGEST):
        HOSTILE[case]()


def test_what_these_patterns_are_for_is_still_found() -> None:
    (work,) = read_citations("某甲. 论标准  [J]. 某刊, 2024, 3(1): 1-5.")
    assert (work.title, work.authors, work.container) == ("论标准", ("某甲",), "某刊")
    assert [each.title for each in read_citations("《甲；乙》，某社，2020年；《丙》，某社，2021年")] == ["甲；乙", "丙"]
    assert ORIGINAL_TITLE.sub("", "On Norms [论标准] and more [b]") == "On Norms  and more "
    assert ORIGINAL.sub("", "On Norms  [论标准]") == "On Norms"
    assert is_romanised("Xian") and is_romanised("Nanning") and not is_romanised("Dong")
    assert not is_romanised("ma" * 31)
