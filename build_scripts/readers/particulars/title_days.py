"""A day that offices print behind the title, on the same line."""

from __future__ import annotations

import re

from build_scripts.readers.particulars.stamps import STAMP
from build_scripts.text.dates import to_edtf
from build_scripts.text.scripts import simplified
from build_scripts.traced import Traced

DAY_BEHIND = re.compile(rf"(?P<title>\S)(?:[ \t]{{2,}}|[ \t]*[\u3000\t][ \t\u3000]*)(?P<day>{STAMP.pattern})\s*$")


def split_day(text: Traced) -> tuple[Traced, Traced | None]:
    """A title without a day that wide white sets apart behind it, as offices print it on the same line; and that day."""
    match = DAY_BEHIND.search(simplified(text.text))
    if not match or not to_edtf(match["day"]):
        return text, None
    title, gap, day, end = text.partition([match.end("title"), match.start("day"), match.end("day")])
    return Traced(title.runs + gap.removed("field-label").runs + end.runs), day
