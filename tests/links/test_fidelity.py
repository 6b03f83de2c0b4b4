"""How closely words keep to what they take, and what a reader sees marked."""

from __future__ import annotations

import pytest

from build_scripts.links import find_links
from build_scripts.links.model import Fidelity
from tests.links.making import document, speech

CASES = [
    ("海洋是高质量发展的战略要地，蕴藏着人类可持续发展的宝贵财富", "verbatim", []),
    ("海洋是高質量發展的戰略要地，蘊藏著人類可持續發展的寶貴財富", "script-only", []),
    ("海洋是高质量发展的战略要地、蕴藏着人类可持续发展的宝贵财富", "verbatim", [("punctuation", "、", "，")]),
    ("海洋是高品質發展的戰略要地，蘊藏著人類可持續發展的寶貴財富", "regional-wording", [("regional", "品質", "质量")]),
    ("海洋是高质量发展的战略要地，正蕴藏着人类可持续发展的宝贵财富", "altered", [("inserted", "正", "")]),
    ("海洋是高质量发展的广阔天地，蕴藏着人类可持续发展的宝贵财富", "altered", [("replaced", "广阔天", "战略要")]),
    ("海洋是高质量发展的战略要地，蕴藏着可持续发展的宝贵财富", "elided", [("omitted", "", "人类")]),
    ("要加快建设海洋强国……维护国家海洋权益", "elided", [("omitted", "……", "，提高海洋资源开发能力，保护海洋生态环境，")]),
]


@pytest.mark.parametrize(("quoted", "fidelity", "changes"), CASES)
def test_fidelity(quoted: str, fidelity: str, changes: list[tuple[str, str, str]]) -> None:
    (link,) = find_links([speech(), document("other", f"某某指出：“{quoted}。”")])
    assert link.fidelity is Fidelity(fidelity)
    found = [(change.kind.value, change.words, change.to_words) for change in link.changes if change.kind.value != "script"]
    assert found == changes
