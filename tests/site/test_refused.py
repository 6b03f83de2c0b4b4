"""A build that the proof refuses says where to mend it, and leaves docs/ and site/ as they were."""

from __future__ import annotations

import pytest

from build_scripts import proof
from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.model import Place
from build_scripts.pipeline import Project, build
from tests.site.test_build import tree_hash, write_source

RAW = "题目\n来源：某某网 2025-04-27\n第一段在这里，它说的是一件事。\n第二段也在这里。\n"


def test_a_title_given_beside_that_of_a_captured_translation_is_shown_with_it(tmp_path) -> None:
    raw = RAW + "Second Title of the Page\nThe first paragraph says one thing.\nThe second paragraph says another.\n"
    write_source(tmp_path, "one", raw, "translation: en\ntitle: {en: A Title of the Editor}\n")
    build(Project(tmp_path), lambda words: None, pages_only=True)
    page = (tmp_path / "site/en/news/one/index.html").read_text(encoding="utf-8")
    assert "A Title of the Editor" in page and "Second Title of the Page" in page


def test_docs_and_site_stay_as_they_were(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_source(tmp_path, "one", RAW, "title: {en: One}\n")
    project = Project(tmp_path)
    build(project, lambda words: None, pages_only=True)
    before = tree_hash(project.docs), tree_hash(project.site)
    write_source(tmp_path, "two", RAW.replace("题目", "另一题目"), "title: {en: Two}\n")
    found = Diagnostic(Place("seeds/two/raw.txt", 3), "not-accounted", "made up")
    monkeypatch.setattr(proof, "prove", lambda *_: [found])
    with pytest.raises(BadInput):
        build(project, lambda words: None, pages_only=True)
    assert (tree_hash(project.docs), tree_hash(project.site)) == before
    assert not (project.seeds / "two/anchors.lock").exists()
