"""What the record of a source says to readers of where its text comes from."""

from __future__ import annotations

import pytest

from build_scripts.views.provenance import provenance
from tests.conftest import make_source


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ("zh-Hans", "由扫描图像识别而来，可能有误认的字"),
        ("zh-Hant", "由掃描影像辨識而來，可能有誤認的字"),
        ("en", "recognized from a scanned image; characters may have been misread"),
    ],
)
def test_a_text_that_was_scanned_says_so(tree: str, words: str) -> None:
    shown = [value for each in provenance(make_source("某", "web-page", ocr=True), tree) for value in each.values]
    assert words in shown
    plain = [value for each in provenance(make_source("某", "web-page"), tree) for value in each.values]
    assert words not in plain
