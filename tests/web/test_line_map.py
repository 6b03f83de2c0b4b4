"""The line map: ranges of lines, and shades that tell stories apart."""

from __future__ import annotations

import re

from build_scripts.writers.web.overviews.line_map import SHADES
from tests.web.reading import ROOT


def test_every_shade_looks_different() -> None:
    css = (ROOT / "build_scripts/theme/assets/base/base.css").read_text(encoding="utf-8")
    rules = re.findall(r"^\.dz-story:is\((.*?)\) \{ (.*?) \}", css, re.MULTILINE)
    looks = [tuple(look for names, look in rules if f".dz-story-{number}" in names.split(", ")) for number in range(SHADES)]
    assert len(set(looks)) == SHADES > 6
    named = {int(number) for names, _ in rules for number in re.findall(r"story-(\d+)", names)}
    assert named == set(range(1, SHADES))
