"""A passage whose parts stand in another order than in its source is linked part by part."""

from __future__ import annotations

import pytest

from build_scripts.links import find_links
from tests.links.making import document, speech, words


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        (
            "某某指出：“要保护海洋生态环境，提高海洋资源开发能力，加快建设海洋强国。”",
            ["保护海洋生态环境", "提高海洋资源开发能力", "加快建设海洋强国"],
        ),
        (
            "某某强调，要“坚持陆海统筹，推动海洋经济高质量发展，充分发挥沿海优势”。",
            ["坚持陆海统筹，推动海洋经济高质量发展", "充分发挥沿海优势"],
        ),
        (
            "某某指出，要维护国家海洋权益，提高海洋资源开发能力，保护海洋生态环境。",
            ["维护国家海洋权益", "提高海洋资源开发能力，保护海洋生态环境"],
        ),
    ],
)
def test_each_part_is_linked(paragraph: str, parts: list[str]) -> None:
    documents = [speech(), document("other", paragraph)]
    links = find_links(documents)
    assert [words(documents, link.source) for link in links] == parts == [words(documents, link.target) for link in links]
    assert {link.type.value for link in links} == {"quotation"}
