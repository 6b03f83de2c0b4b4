"""What the lengths of two texts say for and against their being one another's translation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

LEAST_VARIANCE = 1.0


@dataclass(frozen=True, slots=True)
class Scale:
    """How long a translation is: letters of the target for each letter of the source, and the variance of that."""

    ratio: float
    variance: float


def estimate(paragraphs: Sequence[tuple[str, str]]) -> Scale:
    """Ratio and variance over the paragraphs of one document.

    >>> estimate([("一二三四", "abcdefgh"), ("一二", "abcd")]).ratio
    2.0
    """
    pairs = [(length(text), length(other)) for text, other in paragraphs]
    source, target = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    ratio = target / source if source and target else 1.0
    squares = [(opposite - here * ratio) ** 2 / here for here, opposite in pairs if here]
    return Scale(ratio, max(LEAST_VARIANCE, sum(squares) / len(squares) if squares else 0.0))


@lru_cache(maxsize=20000)  # the same sentences stand in many pairs that are weighed
def length(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def length_cost(source: int, target: int, scale: Scale) -> float:
    """Minus the logarithm of the chance that lengths of one meaning differ so much."""
    mean = (source + target / scale.ratio) / 2
    delta = (target - source * scale.ratio) / math.sqrt(max(mean, 1.0) * scale.variance)
    return -math.log(max(math.erfc(abs(delta) / math.sqrt(2)), 1e-12))
