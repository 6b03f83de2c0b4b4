"""Reports that go on through the day: entries under the time of each, as live pages set them one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.readers.particulars.stamps import RELATIVE, TIME_ALONE
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.dates import to_edtf
from build_scripts.text.scripts import simplified

FEWEST = 3  # entries
NEAR = 4  # lines below a time in which its entry has a sentence
LONG = 7.0  # ems of a line that tells something
OTHERS = frozenset(("list-head", "comment", "teaser"))  # below these, times are of other texts or of comments
LONGEST_HEAD = 40.0  # ems


def entries(texts: Sequence[str], evidence: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Which lines are the times of entries (`entry-time`), heads below them (`entry-head`), how long ago (`entry-age`), and
    which stand between the first time and the end of the last entry (`in-entries`).

    >>> page = ["某日直播", "14:30", "桥通了", "桥在两点半通了车。", "13:10", "桥还没有通。", "12:00", "天亮了，桥下有一只船。"]
    >>> seen = [("stops",) if text[-1] == "。" else () for text in page]
    >>> [at for at, names in enumerate(entries(page, seen)) if "entry-time" in names], entries(page, seen)[2]
    ([1, 4, 6], ('in-entries', 'entry-head'))
    """
    nothing: list[tuple[str, ...]] = [()] * len(texts)
    times = [at for at, text in enumerate(texts) if TIME_ALONE.fullmatch(simplified(text)) and _tells(texts, at)]
    if len(times) < FEWEST or any(OTHERS.intersection(seen) for seen in evidence[: times[0]]) or not _in_order(texts, times):
        return nothing
    sentences = [at for at in range(times[-1], min(len(texts), times[-1] + 3 * NEAR)) if closes_sentence(texts[at])]
    end, under = _end(texts, evidence, sentences), frozenset(times)
    return [
        (
            *(("in-entries",) if times[0] <= at < end else ()),
            *(("entry-time",) if at in under else ()),
            *(("entry-age",) if times[0] - NEAR <= at < end and RELATIVE.match(simplified(text)) else ()),
            *(("entry-head",) if at - 1 in under and _is_head(text) else ()),
        )
        for at, text in enumerate(texts)
    ]


def _tells(texts: Sequence[str], at: int) -> bool:
    """Whether a sentence stands close below a time, before the next one."""
    below = texts[at + 1 : at + 1 + NEAR]
    return any(map(closes_sentence, below))


def _is_head(text: str) -> bool:
    return not closes_sentence(text) and width(text) <= LONGEST_HEAD


def _in_order(texts: Sequence[str], times: Sequence[int]) -> bool:
    """Whether days, where the times have them, go one way only, and something is told under most."""
    days = [day for at in times if (day := to_edtf(simplified(texts[at])))]
    falls = all(one >= other for one, other in pairwise(days))
    long = sum(any(width(text) > LONG for text in texts[at + 1 : at + 1 + NEAR]) for at in times)
    return (falls or all(one <= other for one, other in pairwise(days))) and long * 2 >= len(times)


def _end(texts: Sequence[str], evidence: Sequence[Sequence[str]], sentences: Sequence[int]) -> int:
    """The index behind the last sentence of the last entry: the first run of sentences below its time."""
    end = sentences[0] + 1
    for at in sentences[1:]:
        if at - end >= NEAR or any("buttons" in seen or "list-head" in seen for seen in evidence[end:at]):
            break
        end = at + 1
    return end
