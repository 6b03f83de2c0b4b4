"""In a copy without places a quotation is known by how its lines stand in, below a colon; verse and lists are not."""

from __future__ import annotations

import pytest

from build_scripts.model import Witness
from build_scripts.passes import clean
from build_scripts.readers.shapes import journal_article
from tests.conftest import make_source

HEAD = "堤与河\n王小明\n\n"
TEXT = "　　堤在河东，人家沿河而居，春天修堤，秋天收割，年年如此，没\n有人问过从哪一年开始，也没有人问过到哪一年为止。\n"
ASKED = "　　道光年间有人在闸口立了一块石头，石头上写着守闸的规矩，说\n得很直白：\n"
QUOTED = "闸开则众田同润，闸闭则众田同旱，故立石于此，使司闸者举手即见，不敢以一家之急为急。"


def read(raw: str, language: str = "zh-Hans-CN") -> Witness:
    return journal_article.read(make_source(raw, "journal-article", language), raw)


def blocks(raw: str) -> list[tuple[str, str]]:
    return [(str(block.type), block.text.text) for block in clean(read(raw).documents[0]).blocks]


def set_in(first: str, others: str, words: str = QUOTED) -> str:
    lines = [words[at : at + 28] for at in range(0, len(words), 28)]
    return "".join(f"{others if at else first}{line}\n" for at, line in enumerate(lines))


@pytest.mark.parametrize(("first", "others"), [("　　　　", "　　　　"), ("　　　　", "　　"), ("　　　　", "　　　")])
def test_what_stands_in_below_a_colon_is_a_quotation(first: str, others: str) -> None:
    found = blocks(HEAD + TEXT + ASKED + set_in(first, others) + TEXT)
    assert [kind for kind, _ in found] == ["paragraph", "paragraph", "quotation", "paragraph"]
    assert found[2][1] == QUOTED


def test_a_quotation_that_a_page_cuts_is_one() -> None:
    first, second = set_in("　　　　", "　　").splitlines()
    raw = f"{HEAD}{TEXT}{TEXT}{ASKED}{first}\n\n① 碑文，第3页。\n· 46 ·\n\n堤河学报　　　　　2021年第3期\n{second}\n{TEXT}"
    raw = raw.replace("河东，人家", "河东，①人家", 1)
    assert ("quotation", QUOTED) in blocks(raw)


def test_what_no_colon_announces_and_what_counts_is_none() -> None:
    assert {kind for kind, _ in blocks(HEAD + TEXT * 2 + set_in("　　　　", "　　　　") + TEXT)} == {"paragraph"}
    listed = "　　　　1. 修堤的人家各出一人。\n　　　　2. 守夜的人家各出一灯。\n"
    assert "quotation" not in {kind for kind, _ in blocks(HEAD + TEXT + ASKED + listed + TEXT)}


def test_prose_whose_line_ends_a_sentence_goes_on_and_verse_does_not() -> None:
    prose = "".join(
        f"　　　　{line}\n"
        for line in ("闸开则众田同润闸闭则众田同旱今年又旱了。", "故立石于此使司闸者举手即见此石而不敢以", "一家之急为急。")
    )
    assert sum(kind == "quotation" for kind, _ in blocks(HEAD + TEXT + ASKED + prose + TEXT)) == 1
    verse = "".join(f"　　　　{line}\n" for line in ("闸开众田润，", "闸闭众田旱。", "立石在闸口，", "举手即可见。"))
    raw = HEAD + TEXT + ASKED + verse + TEXT
    assert any("set in together" in doubt.sentence for doubt in read(raw).doubts)
