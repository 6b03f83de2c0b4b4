"""Wait until something holds on a page. Asked from outside each time: what polls inside the page would need `eval`, which our policy forbids."""

from __future__ import annotations

import time

STEP, LONGEST = 20, 60  # milliseconds between two looks; seconds until it is given up


def until(page, expression: str, arg: object = None) -> None:
    """Look until the JavaScript expression, or function of `arg`, gives something true; fails where it never does."""
    end = time.monotonic() + LONGEST
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"never came: {expression}"
        page.wait_for_timeout(STEP)
