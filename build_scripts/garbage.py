"""Python's collector of circular garbage, held back while an edition is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 1000)  # new objects, and rounds, before it looks at those of each age again


def collect_seldom() -> None:
    """Look for garbage seldom from here on, in a process that ends with its build or collects when it has time."""
    gc.set_threshold(*SELDOM)


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Look for garbage seldom in the block: an edition's objects live until its end, and to walk them again and again is a
    fifth of the time. What a parser leaves of one source is still found; the peak of memory grows by a tenth.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
