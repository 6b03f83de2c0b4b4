"""Marks before points of a list, from one set of data (`forms.yaml`, part `bullet`)."""

from __future__ import annotations

import re

from build_scripts.text.characters import closes_sentence
from build_scripts.text.forms import expanded

BULLET = re.compile(expanded(r"\s*({bullet})[ \u00a0\u3000]*(?=\S)"))
DASHES = re.compile("[—―─]{2,}[ \u3000]*\\S")  # before a point of a list, as in standards (GB/T 1.1)
# What may stand before a point and is much else too: a hyphen, a sign that only its face draws, dashes before a name.
MARKED = re.compile(expanded("{bullet}|[·–\ue000-\uf8ff-]|[—―─]{2}"))
ANNOUNCES = "；;：:"  # with a full stop, what stands at the end of the line above a point


def opens_point(words: str, above: str) -> bool:
    """Whether a line opens a point of a list: with a bullet, or with dashes below a line that may stand above a point.

    >>> [opens_point("——增加了两条。", above) for above in ("主要变化如下：", "——删去一条；", "他说的正是这件事", "")]
    [True, True, False, False]
    >>> opens_point("◦ 增加了两条", ""), opens_point("◦", "")
    (True, False)
    """
    ends = bool(above) and (above[-1] in ANNOUNCES or closes_sentence(above))
    return bool(BULLET.match(words) or (ends and DASHES.match(words)))
