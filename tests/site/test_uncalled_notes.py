"""Notes that nothing in the text calls are shown, in a list of their own, on the page and on paper."""

from __future__ import annotations

import pytest
from lxml import html

from build_scripts.pipeline import Project, build, read_edition
from build_scripts.views.document import View
from build_scripts.views.showing import show_document
from build_scripts.writers.pdf.document import document_data
from tests.seed.test_rules import seeds


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("uncalled")
    seeds(root, "article", steps=[{"file": "raw.txt", "before": "标准［2］。", "after": "标准。"}])
    made = Project(root)
    build(made, lambda words: None, pages_only=True)
    return made


def page(project: Project, tree: str) -> html.HtmlElement:
    return html.parse(str(project.site / tree / "commentary" / "article" / "index.html")).getroot()


@pytest.mark.parametrize(
    ("tree", "heading"),
    [
        ("zh-Hans", "正文中没有注码的注释"),
        ("zh-Hant", "正文中沒有註碼的註釋"),
        ("en", "Notes not called in the text"),
    ],
)
def test_the_page_lists_them_apart(project: Project, tree: str, heading: str) -> None:
    root = page(project, tree)
    (shown,) = root.xpath('//*[@id="notes-uncalled"]')
    assert shown.text_content().startswith(heading)
    (item,) = root.xpath('//li[@id="fn:2"]')
    assert item.get("value") == "2" and "某乙" in item.text_content()
    assert root.xpath('//li[@id="fn:1"]//a[@class="footnote-backref"]')


def test_no_way_leads_back_to_nothing(project: Project) -> None:
    root = page(project, "zh-Hans")
    ids = set(root.xpath("//@id"))
    assert {link[1:] for link in root.xpath('//article//a[starts-with(@href, "#")]/@href')} - {""} <= ids


def test_paper_has_them_at_the_end(project: Project) -> None:
    edition = read_edition(project, lambda words: None)
    shown = show_document(edition, edition.documents[0], "zh-Hans").in_view(View.SOURCE)
    assert [note.number for note in shown.uncalled] == [2]
    rows = document_data(shown, lambda reference: None, [])["rows"]
    assert "正文中没有注码的注释" in str(rows[-2]) and "某乙" in str(rows[-1])
