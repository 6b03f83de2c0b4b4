"""The best path through the roles of lines: held against every path there is, on small captures."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.readers.roles.lattice import NEVER, UNUSUAL, Grammar, label
from build_scripts.roles import Role

STATES = ("menu", "title", "paragraph", "foot")
ROLES = (Role.FURNITURE, Role.TITLE, Role.PARAGRAPH, Role.FURNITURE)
SEEN = ("short", "long", "stop")
GRAMMAR = Grammar(
    states=STATES,
    roles=ROLES,
    bias=(0.0, 0.5, 0.0, -0.5),
    start=(0.0, 0.0, -1.0, UNUSUAL),
    end=(UNUSUAL, UNUSUAL, 0.0, 0.0),
    before=(((0, 0.25),), ((0, 0.0),), ((1, 0.0), (2, 0.5)), ((2, -1.0), (3, 0.0))),
    weights={"short": {0: 1.0, 1: 0.75, 2: -1.5, 3: 1.0}, "long": {2: 1.0, 0: -2.0}, "stop": {2: 2.0, 1: -1.0, 3: -0.25}},
    bears={Role.VERSE: Role.PARAGRAPH},
    narrow=1.0,
    unusual=(UNUSUAL, UNUSUAL, UNUSUAL, NEVER),
)


def score(path: tuple[int, ...], observed: list[list[str]], fixed: dict[int, Role]) -> float:
    total = GRAMMAR.start[path[0]] + GRAMMAR.end[path[-1]]
    for index, state in enumerate(path):
        wanted = GRAMMAR.bears.get(fixed.get(index), fixed.get(index))
        total += GRAMMAR.bias[state] + sum(GRAMMAR.weights[name].get(state, 0.0) for name in observed[index])
        total += NEVER if wanted and ROLES[state] is not wanted else 0.0
        if index:
            total += dict(GRAMMAR.before[state]).get(path[index - 1], GRAMMAR.unusual[state])
    return total


lines = st.lists(st.lists(st.sampled_from(SEEN), unique=True, max_size=3), min_size=1, max_size=5)
givens = st.dictionaries(
    st.integers(0, 4), st.sampled_from([Role.TITLE, Role.PARAGRAPH, Role.FURNITURE, Role.VERSE]), max_size=2
)


@given(lines, givens)
def test_no_path_is_better_and_the_margin_is_that_to_the_next(observed: list[list[str]], fixed: dict[int, Role]) -> None:
    fixed = {index: role for index, role in fixed.items() if index < len(observed)}
    found = label(GRAMMAR, observed, fixed)
    paths = list(product(range(len(STATES)), repeat=len(observed)))
    best = max(score(path, observed, fixed) for path in paths)
    chosen = tuple(STATES.index(each.state) for each in found)
    assert score(chosen, observed, fixed) == pytest.approx(best)
    for index, each in enumerate(found):
        others = [score(path, observed, fixed) for path in paths if ROLES[path[index]] is not ROLES[chosen[index]]]
        if index not in fixed:
            assert each.margin == pytest.approx(best - max(others))
            assert each.role is ROLES[chosen[index]]
        else:
            assert each.role is fixed[index]


def test_what_an_editor_says_of_one_line_moves_the_others() -> None:
    observed = [["short"], ["short"], ["long"], ["short"]]
    assert [each.state for each in label(GRAMMAR, observed)] == ["menu", "title", "paragraph", "foot"]
    moved = label(GRAMMAR, observed, {0: Role.TITLE})
    assert [each.state for each in moved][:2] == ["title", "paragraph"]


def test_a_role_that_no_state_has_stands_where_it_can() -> None:
    found = label(GRAMMAR, [["short"], ["short"], ["long"]], {1: Role.VERSE})
    assert (found[1].role, found[1].state) == (Role.VERSE, "paragraph")


def test_time_grows_with_the_number_of_lines() -> None:
    many = label(GRAMMAR, [["short"], ["short"], *[["long", "stop"]] * 20_000])
    assert {each.state for each in many[2:]} == {"paragraph"}
