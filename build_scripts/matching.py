"""Work whose time nobody can tell beforehand, bounded: an editor's regular expressions against the lines of a capture."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

# Seconds of the processor for all lines. What grows with a line takes milliseconds; what doubles with a letter never ends.
PATIENCE = 5.0


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern. Raises ValueError, with the reason, for what is none."""
    try:
        return re.compile(pattern)
    except (re.error, OverflowError) as error:
        raise ValueError(str(error)) from None
    except RecursionError:
        raise ValueError("nested too deeply") from None


def numbers_matching(pattern: str, lines: Iterable[tuple[int, str]], seconds: float = PATIENCE) -> list[int]:
    """The numbers of the lines in which the pattern is found. Raises TimeoutError where that takes the processor longer.

    The limit holds in the main thread of a program, where Python's matching lets itself be interrupted.

    >>> numbers_matching("^b+$", [(1, "abb"), (2, "bb")])
    [2]
    """
    found = compiled(pattern)
    with at_most(seconds):
        return [number for number, line in lines if found.search(line)]


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in what takes the processor longer, in the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    handler = signal.signal(signal.SIGVTALRM, stop)
    left, every = signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, left, every)
        signal.signal(signal.SIGVTALRM, handler)
