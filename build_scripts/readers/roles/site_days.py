"""The day on which a site was looked at, which its head shows: no day of a text that says its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.readers.particulars.stamps import DAY_ALONE
from build_scripts.readers.parts.lines import Line
from build_scripts.readers.roles.lattice import Label
from build_scripts.roles import Role
from build_scripts.text.scripts import simplified


def without_site_days(lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, a day alone among the menus as furniture where a line below the title gives a time of publication."""
    dated = any(
        each.state == "facts" and any(item.name == "published" for item in read_particulars(line.text).fields)
        for line, each in zip(lines, labels, strict=True)
    )
    return tuple(
        replace(each, role=Role.FURNITURE, state="menu") if dated and _is_day(line, each) else each
        for line, each in zip(lines, labels, strict=True)
    )


def _is_day(line: Line, each: Label) -> bool:
    alone = DAY_ALONE.fullmatch(simplified(line.words))
    return each.state == "early-facts" and not each.given and bool(alone) and "in-rows" not in each.seen
