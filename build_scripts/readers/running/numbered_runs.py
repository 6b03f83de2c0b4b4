"""How far a line that begins with a number goes on: to the end of a heading, or on as a paragraph does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from build_scripts.readers.running.article_parts import STOP_INSIDE
from build_scripts.readers.running.columns import first_word
from build_scripts.readers.running.going_on import PAUSE
from build_scripts.text.characters import ends_statement

AHEAD = 4  # lines below a number among which its heading or paragraph shows how it ends
LITTLE = 1.5  # ems by which full lines differ
# A sentence in Latin letters ends inside a line, or before the figure of a note, and no abbreviation does.
LATIN_STOP = re.compile(r"[a-z]{3}[.](?:\d{0,2} [A-Z]|\d{1,2}$)")


def end_of_run(words: Sequence[str], left: Sequence[float], opens: Callable[[int], bool], index: int) -> int | None:
    """The index of the last line of what begins with a number at `index` and ends as a heading does, on a short line without a
    stop or pause; None where it ends as a paragraph does. `left` is how many ems of its column each line leaves free; `opens`
    tells whether the capture shows that something new begins at a line.
    """
    for at in range(index, min(index + AHEAD, len(words))):
        if at > index and opens(at):
            return at - 1
        line = words[at]
        if ends_statement(line) or STOP_INSIDE.search(line) or LATIN_STOP.search(line):
            return None
        last = at + 1 == len(words) or opens(at + 1)
        ends = last or left[at] >= first_word(words[at + 1]) + 0.5  # the first word of the next line would have fit
        if ends and left[at] > LITTLE + (2 if at == index else 0):
            return None if line[-1] in PAUSE else at
    return None
