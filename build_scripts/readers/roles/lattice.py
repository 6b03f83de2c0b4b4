"""The best sequence of roles for the lines of a capture: Viterbi's algorithm over weighted evidence, with margins.

Viterbi, “Error bounds for convolutional codes and an asymptotically optimum decoding algorithm”, IEEE Transactions on
Information Theory 13 (1967). The margin of a line is taken from max-marginals: the best path through each of its states,
from a pass forward and one backward. Time is linear in the number of lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import add
from pathlib import Path

from build_scripts.roles import Role
from build_scripts.tables import read_table

GRAMMARS = Path(__file__).with_name("grammars")
NEVER = -5000.0
# A path that an editor's role forces over a succession that no page has is still a path.
UNUSUAL = -300.0


@dataclass(frozen=True, slots=True)
class Grammar:
    """States, the role of each, what may follow what at which weight, and what each observation weighs for each state.

    `bears` tells for roles that no state has (an editor may give any) in the place of which role they stand. A state of
    `continuing` goes on with another: nothing forces a path into it from where it does not follow, not even at the start.
    """

    states: tuple[str, ...]
    roles: tuple[Role, ...]
    bias: tuple[float, ...]
    start: tuple[float, ...]
    end: tuple[float, ...]
    before: tuple[tuple[tuple[int, float], ...], ...]
    weights: Mapping[str, Mapping[int, float]]
    bears: Mapping[Role, Role]
    narrow: float
    unusual: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """What one line was read as; `evidence` is what spoke for it, `rival` the next best role and `margin` how far behind.

    `number` is the level of a heading or the number of a note, where an editor gives it.
    """

    role: Role
    state: str
    evidence: tuple[tuple[str, float], ...] = ()
    margin: float = 0.0
    rival: Role | None = None
    given: bool = False
    number: int = 0

    @property
    def seen(self) -> frozenset[str]:
        """The names of what spoke for it."""
        return frozenset(name for name, _ in self.evidence)


@cache
def load_grammar(name: str) -> Grammar:
    """The grammar of a shape, from `grammars/<name>.yaml`. Raises KeyError where it names a state that it does not have."""
    data = read_table(GRAMMARS / f"{name}.yaml")
    states = tuple(data["states"])
    index = {state: number for number, state in enumerate(states)}
    before: list[list[tuple[int, float]]] = [[] for _ in states]
    for state, followers in data["follows"].items():
        for follower, weight in followers.items():
            before[index[follower]].append((index[state], float(weight)))
    unusual = tuple(NEVER if state in data.get("continuing", ()) else UNUSUAL for state in states)
    return Grammar(
        states=states,
        roles=tuple(Role(data["states"][state]["role"]) for state in states),
        bias=tuple(float(data["states"][state].get("bias", 0)) for state in states),
        start=tuple(float(data["start"].get(state, unusual[index[state]])) for state in states),
        end=tuple(float(data["end"].get(state, UNUSUAL)) for state in states),
        before=tuple(tuple(sorted(each)) for each in before),
        weights={
            seen: {index[state]: float(weight) for state, weight in each.items()} for seen, each in data["weights"].items()
        },
        bears={Role(role): Role(other) for role, other in data.get("bears", {}).items()},
        narrow=float(data["narrow"]),
        unusual=unusual,
    )


def label(
    grammar: Grammar,
    observed: Sequence[Sequence[str]],
    fixed: Mapping[int, Role] | None = None,
    closed: frozenset[str] = frozenset(),
) -> list[Label]:
    """One label a line. `fixed` holds an editor's role by index; the states in `closed` are left out of this reading.

    Raises KeyError for an observation that the grammar does not weigh.
    """
    if not observed:
        return []
    given = fixed or {}
    scores = [_scores(grammar, seen, given.get(index), closed) for index, seen in enumerate(observed)]
    forward, steps = _forward(grammar, scores)
    backward = _backward(grammar, scores)
    path = _path(grammar, forward, steps)
    best = max(score + grammar.end[state] for state, score in enumerate(forward[-1]))
    found = []
    for index, state in enumerate(path):
        through = [ahead + behind for ahead, behind in zip(forward[index], backward[index], strict=True)]
        others = [(score, grammar.roles[other]) for other, score in enumerate(through) if not _same(grammar, other, state)]
        second, rival = max(others, default=(NEVER, None))
        role = given.get(index, grammar.roles[state])
        evidence = tuple((name, weight) for name in observed[index] if (weight := grammar.weights[name].get(state, 0.0)))
        margin = min(best - second, -NEVER)
        found.append(Label(role, grammar.states[state], evidence, margin, None if index in given else rival, index in given))
    return found


def _same(grammar: Grammar, one: int, other: int) -> bool:
    return grammar.roles[one] is grammar.roles[other]


def _scores(grammar: Grammar, seen: Sequence[str], given: Role | None, closed: frozenset[str]) -> list[float]:
    """The weight of a line for each state; with an editor's role only the states that bear it are open."""
    scores = list(grammar.bias)
    for name in seen:
        for state, weight in grammar.weights[name].items():
            scores[state] += weight
    wanted = grammar.bears.get(given, given) if given else None
    for state, role in enumerate(grammar.roles):
        if grammar.states[state] in closed or (wanted and role is not wanted):
            scores[state] = NEVER
    return scores


def _forward(grammar: Grammar, scores: Sequence[Sequence[float]]) -> tuple[list[list[float]], list[list[int]]]:
    """The best score of a path that ends in each state at each line, and the state before it on that path."""
    forward = [[start + score for start, score in zip(grammar.start, scores[0], strict=True)]]
    steps: list[list[int]] = [[0] * len(grammar.states)]
    for emission in scores[1:]:
        last = forward[-1]
        top = max(range(len(last)), key=last.__getitem__)
        row, origin = [], []
        for state, before in enumerate(grammar.before):
            score, came = last[top] + grammar.unusual[state], top
            for other, weight in before:
                if last[other] + weight > score:
                    score, came = last[other] + weight, other
            row.append(score + emission[state])
            origin.append(came)
        forward.append(row)
        steps.append(origin)
    return forward, steps


def _backward(grammar: Grammar, scores: Sequence[Sequence[float]]) -> list[list[float]]:
    """The best score of what follows each line, by the state in which it is."""
    backward = [list(grammar.end)]
    for emission in reversed(scores[1:]):
        ahead = [score + after for score, after in zip(emission, backward[-1], strict=True)]
        row = [max(map(add, ahead, grammar.unusual))] * len(ahead)
        for state, before in enumerate(grammar.before):
            here = ahead[state]
            for other, weight in before:
                if here + weight > row[other]:
                    row[other] = here + weight
        backward.append(row)
    return backward[::-1]


def _path(grammar: Grammar, forward: Sequence[Sequence[float]], steps: Sequence[Sequence[int]]) -> list[int]:
    last = [score + end for score, end in zip(forward[-1], grammar.end, strict=True)]
    path = [max(range(len(last)), key=last.__getitem__)]
    for origin in reversed(steps[1:]):
        path.append(origin[path[-1]])
    return path[::-1]
