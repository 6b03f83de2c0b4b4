"""What translators and editors say at places of a text: read, refused, and in every format."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

from build_scripts.diagnostics import BadInput
from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.seed.history.anchors import digest
from build_scripts.views.document import View
from build_scripts.views.tree import Tree
from build_scripts.writers.books.text import Setting, document_blocks
from build_scripts.writers.data.files import document_data
from build_scripts.writers.pdf.document import document_data as pdf_data
from build_scripts.writers.tei.scope import scopes
from build_scripts.writers.tei.text import text_of

ROOT = Path(__file__).parents[2]
TEXT = "船在早上到了，人都下来了。"
SECOND = "第二天没有船来，码头上只有两个人。"
SEEDS = {
    "edition.yaml": "name: {zh-Hans: 码头, zh-Hant: 碼頭, en: The Pier}\ntrees: [zh-Hans, en]\n",
    "pier/raw.txt": f"码头的早上\n2024年6月21日　来源：海湾网\n{TEXT}\n{SECOND}\n",
    "pier/decisions.yaml": "comments:\n  - where: p2\n    words: 第二天\n    because: {zh-Hans: 哪一天不明。, en: Of which day is not said.}\n",
}
HEAD = "---\nlanguage: en\nstatus: working\nby: somebody\n---\n\n"
SECTIONS = (
    f"## p1 {digest(TEXT)}\nThe ship came.[^t1] All got off.\n\n[^t1]: In the\nmorning.\n\n## p2 {digest(SECOND)}\nNo ship.\n"
)


def edition(folder: Path, sections: str = SECTIONS, decisions: str = SEEDS["pier/decisions.yaml"]) -> Edition:

    files = SEEDS | {"pier/decisions.yaml": decisions}
    for name, text in (files | {"pier/translation.en.md": HEAD + sections}).items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    digest_of_raw = sha256((folder / "seeds/pier/raw.txt").read_bytes()).hexdigest()
    source = f"id: pier\nkind: news\nreader: web-page\nlanguage: zh-Hans\nsha256: {digest_of_raw}\n"
    (folder / "seeds/pier/source.yaml").write_text(source, encoding="utf-8")
    return read_edition(Project(folder), lambda words: None)


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        (SECTIONS.replace("[^t1]: In the\nmorning.\n", ""), "do not agree"),
        (SECTIONS.replace("came.[^t1]", "came."), "do not agree"),
        (SECTIONS.replace("[^t1]: In the\nmorning.", "[^t1]:"), "do not agree"),
        (SECTIONS.replace("[^t1]: In", "[^t1 zh-Hans]: 早上。\n[^t2 zh-Hans]: In"), "do not agree"),
        (SECTIONS.replace("[^t1]: In", "[^t1 zh-Hans]: 早上。\n[^t1 zh-Hans]: 晚上。\n[^t1]: In"), "do not agree"),
        (SECTIONS + "[^t1] A second.\n\n[^t1]: Again.\n", "called twice"),
    ],
)
def test_a_comment_has_one_call_and_words(tmp_path: Path, sections: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        edition(tmp_path, sections)
    assert {each.rule for each in refused.value.diagnostics} == {"comment-mismatch"}


def test_a_translator_says_it_in_the_language_of_a_tree_too(tmp_path: Path) -> None:
    made = edition(tmp_path, SECTIONS.replace("[^t1]: In", "[^t1 zh-Hans]: 是早上。\n[^t1]: In"))
    (translation,) = (document.translation for document in made.documents)
    assert translation and dict(translation.comments[0].words) == {"en": "In the morning.", "zh-Hans": "是早上。"}
    for tree, language, words in (("zh-Hans", "zh-Hans", "是早上。"), ("en", "en", "In the morning.")):
        (row,) = (each for each in Tree(made, tree).documents[0].rows if each.block == "p1")
        assert [(each.side.language, each.side.text) for each in row.comments] == [(language, words)]


@pytest.mark.parametrize("where", ["p9", "other#p1", "p2\n    words: 不在这里"])
def test_an_editors_comment_stands_at_a_place_that_there_is(tmp_path: Path, where: str) -> None:
    decisions = f"comments:\n  - where: {where}\n    because: so\n"
    with pytest.raises(BadInput) as refused:
        edition(tmp_path, decisions=decisions)
    assert {each.rule for each in refused.value.diagnostics} == {"decision-mismatch"}


def test_every_format_says_it_at_its_place(tmp_path: Path) -> None:
    made = edition(tmp_path)
    (document,) = made.documents
    assert [(each.id, each.block, each.at) for each in document.comments] == [("e1", "p2", 3)]
    assert document.translation and [(each.id, each.at) for each in document.translation.comments] == [("t1", 14)]
    assert document.translation.by_id["p1"].text.text == "The ship came. All got off."
    data = document_data(document)["comments"]
    assert [(each["id"], each["in"]) for each in data] == [("e1", "text"), ("t1", "translation")]  # type: ignore[attr-defined]
    tree = Tree(made, "en")
    (shown,) = tree.documents
    said = [each.words for row in shown.rows for each in row.comments]
    assert said == ["t1 Translator’s note: In the morning.", "e1 Editor’s note: Of which day is not said."]
    assert [each.id for row in shown.in_view(View.SOURCE).rows for each in row.comments] == ["e1"]
    assert [each.id for row in shown.in_view(View.TRANSLATION).rows for each in row.comments] == ["t1", "e1"]
    book = json.dumps(document_blocks(shown, Setting(lambda to: "")), ensure_ascii=False)
    printed = json.dumps(pdf_data(shown, lambda to: {}, ()), ensure_ascii=False)
    tei = etree.tostring(text_of(scopes(made, whole=False)[0]), encoding="unicode")
    assert '{"r": "t1"}' in printed and '{"r": "e1"}' in printed
    for words in ("In the morning.", "Of which day is not said."):
        assert words.split()[-1] in book and words in printed and words in tei
    assert 'target="#t1"' in tei and 'type="translator"' in tei and "哪一天不明。" in tei


def test_chinese_trees_have_their_own_words(tmp_path: Path) -> None:
    (shown,) = Tree(edition(tmp_path), "zh-Hans").documents
    assert [each.words for row in shown.rows for each in row.comments][1] == "编1 编者按：哪一天不明。"


def test_this_edition_marks_what_its_editor_chose() -> None:
    page = (ROOT / "docs/en/news/takungpao-ascend.md").read_text(encoding="utf-8")
    assert "<sup>[e1](#e1)</sup>" in page and "does not tie this picture to a story" in page
