"""docs/ as committed: cleaned Markdown, that another engine shows as the text it is."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from tests.web.reading import ROOT, parsed, split_page

TAG = re.compile(r"<[^>]+>|\{:[^}]*\}")
PAGES = sorted((ROOT / "docs").rglob("*.md"))
DOCUMENTS = [path for path in PAGES if path.parent.name in ("speech", "commentary", "news") and path.stem != "index"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_a_document_is_text_with_few_tags(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    _, body = split_page(text)
    assert sum(map(len, TAG.findall(body))) < 0.15 * len(body)
    assert len(text.removesuffix(body).encode()) < 2000
    assert "<span" not in body and "<div" not in body and "class=" not in body


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant", "en"])
def test_notes_are_footnotes_that_are_called(tree: str) -> None:
    _, body = split_page((ROOT / f"docs/{tree}/commentary/wang-wenze.md").read_text(encoding="utf-8"))
    defined = re.findall(r"^\[\^(\d+)\]: ", body, re.MULTILINE)
    assert defined == [str(number) for number in range(1, 53)]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", body)) == set(defined)
    assert len(parsed(body).findall(".//li[@id='fn:1']/p")) == 3  # both languages, and the way to the work


def test_a_quotation_leads_to_the_paragraph_it_quotes() -> None:
    _, body = split_page((ROOT / "docs/zh-Hant/news/takungpao-key-points.md").read_text(encoding="utf-8"))
    assert "\n    [推進人工智能全學段教育和全社會通識教育" in body
    assert "](../speech/readout.md#p6)" in body


def test_every_page_has_one_block_after_another_and_no_markup_of_the_site() -> None:
    for path in PAGES:
        _, body = split_page(path.read_text(encoding="utf-8"))
        assert "dz-" not in body, path


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What MkDocs makes of docs/ without any of the program's data."""
    folder = tmp_path_factory.mktemp("plain")
    for name in ("mkdocs.yml", "docs/zh-Hans", "build_scripts/theme", "build_scripts/render", "build_scripts/writers"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, folder / name)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        command, cwd=folder, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder / "site/zh-Hans"


def test_a_plain_build_is_readable(plain_site: Path) -> None:
    page = html.parse(plain_site / "commentary/wang-wenze/index.html")
    article = page.find(".//article")
    assert len(article.findall(".//p[@id]")) > 150
    assert article.find(".//p[@id='p1']").text_content().startswith("作为引领新一轮科技革命")
    assert article.find(".//p[@id='p1-en']").get("lang") == "en"
    assert len(article.findall(".//div[@class='footnote']//li")) == 52
    link = article.find(".//a[@href='../../speech/readout/#p3']")
    assert link.text_content() and html.parse(plain_site / "speech/readout/index.html").find(".//p[@id='p3']") is not None
    assert article.find(".//details") is None
