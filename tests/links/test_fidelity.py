"""How closely words keep to what they take, and what a reader sees marked."""

from __future__ import annotations

import pytest

from build_scripts.links import find_links
from build_scripts.links.model import Fidelity
from build_scripts.links.words.regional import Equivalents, merged
from tests.links.making import document, speech

CASES = [
    ("海洋是高质量发展的战略要地，蕴藏着人类可持续发展的宝贵财富", "verbatim", []),
    ("海洋是高質量發展的戰略要地，蘊藏著人類可持續發展的寶貴財富", "script-only", []),
    ("海洋是高质量发展的战略要地、蕴藏着人类可持续发展的宝贵财富", "verbatim", [("punctuation", "、", "，")]),
    ("海洋是高品質發展的戰略要地，蘊藏著人類可持續發展的寶貴財富", "regional-wording", [("regional", "品質", "质量")]),
    ("海洋是高质量发展的战略要地，正蕴藏着人类可持续发展的宝贵财富", "altered", [("inserted", "正", "")]),
    ("海洋是高质量发展的广阔天地，蕴藏着人类可持续发展的宝贵财富", "altered", [("replaced", "广阔天", "战略要")]),
    ("海洋是高质量发展的战略要地，蕴藏着可持续发展的宝贵财富", "altered", [("omitted", "", "人类")]),
    ("要加快建设海洋强国……维护国家海洋权益", "elided", [("omitted", "……", "，提高海洋资源开发能力，保护海洋生态环境，")]),
    ("要充分发挥沿海优势……推动海洋经济高质量发展", "elided", [("omitted", "……", "，坚持陆海统筹，")]),
    (
        "面对海洋科技快速发展的新形势……推动海洋经济高质量发展",
        "elided",
        [("omitted", "……", "，要充分发挥沿海优势，坚持陆海统筹，")],
    ),
    ("要加快建设海洋强国…维护国家海洋权益", "elided", [("omitted", "…", "，提高海洋资源开发能力，保护海洋生态环境，")]),
]
# Parts that stand in another order: nothing is left out between them, so each is a quotation of its own.
TURNED = [
    ("蕴藏着人类可持续发展的宝贵财富", "海洋是高质量发展的战略要地"),
    ("推动海洋经济高质量发展", "面对海洋科技快速发展的新形势"),
    ("保护海洋生态环境", "提高海洋资源开发能力"),
]


@pytest.mark.parametrize(("quoted", "fidelity", "changes"), CASES)
def test_fidelity(quoted: str, fidelity: str, changes: list[tuple[str, str, str]]) -> None:
    region = "zh-Hant-TW" if "質" in quoted else "zh-Hans-CN"
    (link,) = find_links([speech(), document("other", f"某某指出：“{quoted}。”", language=region)])
    assert link.fidelity is Fidelity(fidelity)
    found = [(change.kind.value, change.words, change.to_words) for change in link.changes if change.kind.value != "script"]
    assert found == changes


@pytest.mark.parametrize("parts", TURNED)
def test_parts_in_another_order_are_linked_each_for_itself(parts: tuple[str, str]) -> None:
    links = find_links([speech(), document("other", f"某某指出：“{'……'.join(parts)}。”")])
    assert [link.fidelity for link in links] == [Fidelity.VERBATIM, Fidelity.VERBATIM]
    assert links[0].target.start > links[1].target.start, "the first part stands below the second in what is quoted"


def test_what_one_region_says_otherwise_is_no_regional_wording_inside_another() -> None:
    quoted = document("other", "某某指出：“海洋是高品质发展的战略要地，蕴藏着人类可持续发展的宝贵财富。”")
    (link,) = find_links([speech(), quoted])
    assert link.fidelity is Fidelity.ALTERED


def test_the_words_of_an_edition_are_regional_in_it_alone() -> None:
    words = merged([Equivalents({"CN": ("战略要地",), "TW": ("戰略重鎮",)})], ["质量"])
    quoted = document(
        "other", "某某指出：“海洋是高質量發展的戰略重鎮，蘊藏著人類可持續發展的寶貴財富。”", language="zh-Hant-TW"
    )
    assert [link.fidelity for link in find_links([speech(), quoted], words=words)] == [Fidelity.REGIONAL_WORDING]
    assert [link.fidelity for link in find_links([speech(), quoted])] == [Fidelity.ALTERED]
