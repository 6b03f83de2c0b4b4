"""How much work something is, counted and not timed, so that the machine and what else it does say nothing."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile


def count_calls(act: Callable[[], object]) -> int:
    """How often something is called, or a generator goes on, until it is done."""
    profile = Profile()
    profile.enable()
    try:
        act()
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())
