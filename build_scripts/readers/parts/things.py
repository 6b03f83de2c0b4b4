"""Sentences worded like the label of a thing in a museum, as stand below its picture."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.text.characters import width
from build_scripts.text.lexicon import any_word
from build_scripts.text.scripts import simplified

LONGEST_LABEL = 40.0  # ems


def is_label_of_thing(text: str) -> bool:
    """Whether a line is one sentence at most that ends with who keeps a thing, how large it is, or when it was pictured.

    >>> is_label_of_thing("旧钟，铜、木，海湾博物馆藏。"), is_label_of_thing("铭文，字径0.8厘米。"), is_label_of_thing("钟高42厘米。他说很高。")
    (True, True, False)
    >>> is_label_of_thing("他把钟送给了海湾博物馆。"), is_label_of_thing("Ferry clock, brass. Harbour Museum, accession no. 3")
    (False, True)
    """  # noqa: E501
    plain = simplified(text).rstrip("。.）) ")
    return width(plain) <= LONGEST_LABEL and not re.search("[。！？!?：；]", plain) and bool(_endings().search(plain))


@cache
def _endings() -> re.Pattern[str]:
    holders, keeping, measures, units, numbers = (
        any_word("page", name) for name in ("holders", "keeping", "measures_of_things", "units_of_things", "numbers_of_things")
    )
    return re.compile(
        rf"{holders}[^，。]{{0,6}}{keeping}$|[，,、]{measures}约?\d+(?:\.\d+)?\s?{units}$|[，,]\d{{4}}年[^，。]{{0,6}}摄$"
        rf"|{holders}\b.{{0,20}}\b{numbers}\b.{{0,16}}$"
    )
