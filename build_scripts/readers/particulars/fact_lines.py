"""Whether a line is one of particulars, and what shows it: a label, a time, or who made the text."""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.readers.particulars.name_shapes import may_be_names
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.readers.particulars.stamps import CLOCKED, TIMED
from build_scripts.text.characters import bare, closes_sentence, width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified
from build_scripts.traced import capture

LONGEST_WORDS = 14.0  # ems of words without a label beside a time
LONGEST_ACCOUNT = 28.0  # ems of a name and an office
FEW_WORDS = 6.0  # ems of them beside a day without an hour
LONGEST_LINE = 120  # code points
PHOTOGRAPHED = re.compile(rf"{any_word('page', 'made')}\s*[）)\]】]?$")
SENTENCE_FIRST = re.compile(r"[^：:。]{6,}。[^。：:]{1,8}[：:]")  # and a label behind it: what a picture shows, and who took it


@lru_cache(maxsize=4096)  # a line is asked for as it is read, and again among what was kept
def holds_particulars(line: str) -> str:
    """What shows that a line is one of particulars: `labelled`, `time`, `byline`, or empty where it is none.

    >>> holds_particulars("2025-06-24 08:41:10海洋网"), holds_particulars("2025年4月25日某部发言人主持例行记者会")
    ('time', '')
    >>> holds_particulars("来源：某某网"), holds_particulars("本报记者 王小明"), holds_particulars("时间:就是生命。")
    ('labelled', 'byline', '')
    >>> holds_particulars("王小明 某某博物馆"), holds_particulars("参观 某某博物馆")
    ('byline', '')
    """
    text = bare(line)
    timeless = closes_sentence(text) and not TIMED.search(simplified(text))
    if timeless or not text or len(text) > LONGEST_LINE or PHOTOGRAPHED.search(simplified(text)):
        return ""
    if SENTENCE_FIRST.match(text):
        return ""
    found = read_particulars(capture(text))
    named_first = [each.name for each in found.fields] in (["author", "publisher"], ["author", "byline"])
    if found.loose > (LONGEST_ACCOUNT if named_first else LONGEST_WORDS) or (closes_sentence(text) and not found.times):
        return ""
    if found.times:
        told = found.sure or CLOCKED.search(text) or (not found.glued and found.loose <= FEW_WORDS)
        return "time" if told else ""
    if found.labels:
        return "labelled" if all(width(each.text.text) <= 30 for each in found.fields) else ""
    named = [each.text.text for each in found.fields if each.name == "author"]
    account = named_first and found.loose > 0
    return "byline" if (found.bylines or account) and width(text) <= 30 and all(map(may_be_names, named)) else ""
