"""Tables of particulars of which a copy has set each label and its value on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from build_scripts.readers.parts.lines import Line, on_one_line
from build_scripts.text.characters import closes_sentence, width
from build_scripts.text.lexicon import any_spread, lexicon, words
from build_scripts.text.scripts import simplified

LABEL = re.compile(r"^[^\s：:。，、《》“”\d][^：:。，、《》“”\d]{0,11}[：:]$")
WIDEST_VALUE = 40.0  # ems
FEWEST_KNOWN = 2  # labels of a table that are those of particulars


def label_rows(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The rows of tables, as `[label, value]` by index: labels that stand alone, each above its value or the next label.

    >>> label_rows(["某局公告", "来源：", "某某局", "文号：", "发布日期：", "2021-03-04", "各站："])
    [(1, 2), (4, 5)]
    >>> label_rows(["问：", "去过吗", "答：", "去过"]), label_rows(["来源：", "某某局"])
    ([], [])
    """
    labels = [bool(LABEL.match(text)) for text in texts]
    rows: list[tuple[int, int]] = []
    at = 0
    while at < len(texts):
        run, known, end = [], 0, at
        while end < len(texts) and labels[end]:
            has_value = end + 1 < len(texts) and not labels[end + 1] and _is_value(texts[end + 1])
            run += [(end, end + 1)] if has_value else []
            known += bool(_known().match(simplified(texts[end])))
            end += 1 + has_value
        rows += run if known >= FEWEST_KNOWN else []
        at = max(end, at + 1)
    return rows


def join_rows(lines: Sequence[Line], given: Collection[int]) -> list[Line]:
    """The lines, each row of such a table on one; line ends become spaces. Lines that an editor names stay as they are."""
    values = {value: label for label, value in label_rows([line.words for line in lines])}
    joined: list[Line] = []
    for at, line in enumerate(lines):
        label = lines[values[at]] if at in values else None
        if label is None or label.number in given or line.number in given:
            joined.append(line)
        else:
            joined[-1] = on_one_line(label, line)
    return joined


def _is_value(text: str) -> bool:
    return width(text) <= WIDEST_VALUE and not closes_sentence(text) and text[-1] not in "：:，,；;"


@cache
def _known() -> re.Pattern[str]:
    listed = " ".join((*lexicon("particulars")["labels"].values(), lexicon("page")["own_titles"]))
    return re.compile(rf"^(?:{any_spread(words(listed))})\s*[：:]$")
