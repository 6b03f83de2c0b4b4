"""How much work something is, counted and not timed, so that the machine and what else it does say nothing."""

from __future__ import annotations

import sys
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


def count_lines(act: Callable[[], object]) -> int:
    """How many lines of code are gone through until it is done: what goes through all of something for each is no call."""
    made = 0

    def counting(_frame: object, event: str, _arg: object) -> object:
        nonlocal made
        made += event == "line"
        return counting

    before = sys.gettrace()
    sys.settrace(counting)
    try:
        act()
    finally:
        sys.settrace(before)
    return made
