"""Boxes of a saved page that ask for an address: a form, and a few words that stand around it in its box."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from build_scripts.decode.decoded import PageElement
from build_scripts.readers.elements.with_elements import Lined
from build_scripts.text.characters import width

FEW = 80.0  # ems of all words of a box
BOXES = frozenset({"div", "section", "p", "li", "td"})


def form_boxes(lined: Sequence[Lined]) -> frozenset[PageElement]:
    """The elements right around a form with words that hold few words and no heading of the page."""
    held: dict[PageElement, float] = defaultdict(float)
    headed: set[PageElement] = set()
    forms: set[PageElement] = set()
    for each in lined:
        around = list(each.element.around()) if each.element else []
        for one in around:
            held[one] += width(each.line.words)
        headed.update(around if each.element and each.element.inside("h1") else ())
        forms.update(one for one in around if one.tag == "form")
    boxes = {form.parent for form in forms if form.parent and form.parent.tag in BOXES}
    return frozenset(box for box in boxes - headed if held[box] <= FEW)
