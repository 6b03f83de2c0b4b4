"""What lines show together that none shows alone: days in a list of other texts, marks that stand before heads of parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_scripts.readers.particulars.stamps import DAY_ALONE
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.scripts import simplified

STEPS = range(2, 5)  # lines from one day of a list to the next
# What papers set before a head of a part; the bullets of lists as well.
MARKED = re.compile(r"^([■□◆◇●○★☆▌▍▎▊█◎➤►])\s*(?=\S)")
WIDEST_HEAD = 24.0  # ems
OTHER = frozenset(("person", "buttons", "mostly-buttons", "appeal", "list-head", "pointer", "neighbour", "tags"))
GOES_ON = "：:，,、；;"


def company(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """For each line the names of what it is in company: `day-of-list`, `marked-head`."""
    days, heads = listed_days(texts), marked_heads(texts)
    return [
        (*(("day-of-list",) if day else ()), *(("marked-head",) if head and not _is_another(seen) else ()))
        for day, head, seen in zip(days, heads, evidence, strict=True)
    ]


def _is_another(seen: Sequence[str]) -> bool:
    return bool(OTHER.intersection(seen)) or any(name.startswith("facts-") for name in seen)


def listed_days(texts: Sequence[str]) -> list[bool]:
    """Which lines are a day and nothing else, by turns with other lines, as under the titles of a list.

    >>> listed_days(["旧码头", "2019-09-09", "新渡口", "2019-09-08"]), listed_days(["旧码头", "2019-09-09"])
    ([False, True, False, True], [False, False])
    """
    days = [at for at, text in enumerate(texts) if DAY_ALONE.fullmatch(simplified(text))]
    listed = {at for day, other in pairwise(days) if other - day in STEPS for at in (day, other)}
    return [at in listed for at in range(len(texts))]


def marked_heads(texts: Sequence[str]) -> list[bool]:
    """Which lines with a mark are heads of parts: short, closed by nothing, and none beside another with the same mark; one
    alone stands above a sentence.

    >>> marked_heads(["说完了。", "■两张船票", "船票还在。", "■渡口的钟", "1\\t2", "■十点"])
    [False, True, False, True, False, False]
    >>> marked_heads(["带上：", "●水", "●饼", "出发了。"])
    [False, False, False, False]
    """
    marks = [match[1] if (match := MARKED.match(text)) else "" for text in texts]
    may = [bool(mark) and _is_short(texts[at]) and _alone(marks, at) and at + 1 < len(texts) for at, mark in enumerate(marks)]
    found = []
    for at, mark in enumerate(marks):
        company = sum(may[other] for other, each in enumerate(marks) if each == mark)
        found.append(may[at] and (closes_sentence(texts[at + 1]) or (company > 1 and company * 2 > marks.count(mark))))
    return found


def _is_short(text: str) -> bool:
    return width(text) <= WIDEST_HEAD and not closes_sentence(text) and text[-1] not in GOES_ON


def _alone(marks: Sequence[str], at: int) -> bool:
    """Whether the line above and the one below have another mark, or none."""
    return marks[at] not in [*marks[max(0, at - 1) : at], *marks[at + 1 : at + 2]]
