"""The style sheets ask what a page holds of the classes that are written with it, since “:has()” is asked again at each change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.writers.web.finish import HELD, held

SHEETS = sorted((Path(__file__).parents[2] / "build_scripts/theme/assets").rglob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_what_they_ask_of_a_page_is_written_with_it(sheet: Path) -> None:
    rules = sheet.read_text(encoding="utf-8")
    asked = set(re.findall(r"\.dz-holds-([a-z-]+)", rules))
    assert {f"dz-{name}" for name in asked} <= set(HELD)
    assert not re.findall(r"\.md-content__inner:has\([^)]*\)", rules)


def test_each_is_asked_for() -> None:
    rules = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    assert [name for name in HELD if f".{name.replace('dz-', 'dz-holds-', 1)}" not in rules] == []


def test_a_page_says_what_is_in_elements_of_its_own_and_in_no_words() -> None:
    assert held('<p class="a dz-tagline b">x</p>') == '<article class="dz-holds-tagline '
    assert held('<p title="x">class="dz-tagline" &lt;p class="dz-tagline">') == '<article class="'
