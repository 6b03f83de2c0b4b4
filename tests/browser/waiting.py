"""Wait until something holds on a page. Asked from outside each time: what polls inside the page would need `eval`, which our policy forbids."""

from __future__ import annotations

import time

STEP = 20  # milliseconds between two looks
LONGEST = 60  # seconds until something that never comes is given up; long, as other tests run beside


def until(page, expression: str, arg: object = None) -> None:
    """Look until the JavaScript expression, or function of `arg`, gives something true; fails where it never does."""
    end = time.monotonic() + LONGEST
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"never came: {expression}"
        page.wait_for_timeout(STEP)
