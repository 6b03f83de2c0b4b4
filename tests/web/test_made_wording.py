"""A base whose regional words a machine put there: what other texts have in their place is no change of theirs."""

from __future__ import annotations

import pytest

from build_scripts.edition.edition import connect, make_edition
from build_scripts.model import Witness
from build_scripts.views.tree import Tree
from build_scripts.writers.web.document.differences import describe
from build_scripts.writers.web.overviews.collation_page import collation_pages
from build_scripts.writers.web.page import Prose
from tests.kinds import SPEECH as BASE
from tests.links.making import SESSION, document

PAGE = "某某強調，要集中力量攻克高端晶片、基礎軟體等核心技術，把資訊網路建設好。"
QUOTING = "某某强调：“要集中力量攻克高端芯片、基础软件等核心技术。”"


@pytest.mark.parametrize(
    ("given", "words", "line"),
    [({}, "regional wording", 0), ({"wording": "zh-Hans-CN"}, "the same but for the page’s wording", 1)],
)
def test_words_that_a_machine_put_there_are_nobodys(given: dict[str, str], words: str, line: int) -> None:
    base = document("speech", PAGE, kind=BASE, title=SESSION, published="2031-05-13", language="zh-Hant-TW", given=given)
    documents = (base, document("review", QUOTING, published="2031-06-01"))
    edition = connect(make_edition([Witness(each.source, "", (each,)) for each in documents]))
    tree = Tree(edition, "en")
    (named,) = edition.numbering.leaving["review", "p1"]
    assert describe(tree, named.link) == f"Quotation · {words}"
    pieces = [str(piece) for _, page in collation_pages(tree) for piece in page.pieces if isinstance(piece, Prose)]
    assert sum("put there by a machine" in piece for piece in pieces) == line
