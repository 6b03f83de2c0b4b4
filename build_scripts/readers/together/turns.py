"""Lines that show together what each is alone: turns of a talk, behind who speaks, and lines of verse, of one measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from build_scripts.text.characters import is_han

SPEAKER = re.compile(r"^([^\s：:，。、《》“”「」\d]{1,6}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})[：:]\s*\S")
FEWEST_TURNS, NEAR = 4, 3  # turns of a talk; lines from one to the next
MEASURES = (5, 7)  # characters of a line of verse, or of each half of one (五言, 七言)
FEWEST_LINES = {1: 4, 2: 2}  # lines of verse, by the halves that each has
MOST_LINES = 60
PARTS, CLOSING = re.compile("[，,；;。！!？?、]"), "。！？!?；"


def speakers(texts: Sequence[str]) -> list[bool]:
    """Which lines are turns of a talk: the words before their colon open several lines, and two or more take turns.

    >>> speakers(["问：去过吗？", "答：去过。", "问：几次？", "答：两次。", "来源：某报"])
    [True, True, True, True, False]
    >>> speakers(["ANN DOE: So?", "Q: Was it?", "ANN DOE: No.", "Q: Why?", "Source: A paper"])
    [True, True, True, True, False]
    """
    named = [match[1] if (match := SPEAKER.match(text)) else "" for text in texts]
    count = Counter(filter(None, named))
    found = [count[name] > 1 and _answers(named, count, index) for index, name in enumerate(named)]
    return found if sum(found) >= FEWEST_TURNS else [False] * len(texts)


def _answers(named: Sequence[str], count: Counter[str], index: int) -> bool:
    """Whether another who speaks more than once does so a few lines away."""
    near = named[max(0, index - NEAR) : index + NEAR + 1]
    return any(name and name != named[index] and count[name] > 1 for name in near)


def measured_lines(texts: Sequence[str]) -> list[bool]:
    """Which lines are verse of one measure: neighbours of as many characters each, all marked at their end, the last closed.

    >>> measured_lines(["潮来一夜宽，", "灯上两重山。", "船小无人问，", "风轻有客还。", "诗是他写给我的。"])
    [True, True, True, True, False]
    >>> measured_lines(["今天的天气好，明天的天气好。", "一共有五个人。"])
    [False, False]
    """
    found = [False] * len(texts)
    for start, end, halves in _stretches(texts):
        closed = texts[end - 1][-1] in CLOSING
        if FEWEST_LINES[halves] <= end - start <= MOST_LINES and closed and _differ(texts[start:end]):
            found[start:end] = [True] * (end - start)
    return found


def _stretches(texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Neighbouring lines of one measure, as `[start, end)`, and in how many halves."""
    start = 0
    while start < len(texts):
        measure, end = _measure(texts[start]), start + 1
        while measure and end < len(texts) and _measure(texts[end]) == measure:
            end += 1
        if measure:
            yield start, end, len(measure)
        start = end


def _measure(text: str) -> tuple[int, ...]:
    """The characters of each half of a line of verse, which a mark ends; empty where it is none."""
    if not text or not PARTS.fullmatch(text[-1]):
        return ()
    halves = PARTS.split(text[:-1])
    sizes = tuple(map(len, halves))
    same = len(halves) <= 2 and len(set(sizes)) == 1 and sizes[0] in MEASURES
    return sizes if same and all(map(is_han, "".join(halves))) else ()


def _differ(lines: Sequence[str]) -> bool:
    """Whether lines open with different characters, as those of a list of wishes do not."""
    return len({line[0] for line in lines}) * 2 > len(lines)
