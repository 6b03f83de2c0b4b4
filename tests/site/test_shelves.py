"""The edition with shelves so small that every list has some: all of it is there, and every address leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from build_scripts.pipeline import Project, build
from build_scripts.views import collation, shelves, tree
from tests.site.conftest import copy_seeds

HREF = re.compile(r'\bhref="([^"#?]*)')


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_seeds(tmp_path_factory.mktemp("shelved"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelves, "MOST", 2)
        patch.setattr(tree, "MOST_WORKS", 9)
        patch.setattr(collation, "MOST_READINGS", 9)
        build(project, lambda words: None, pages_only=True)
    return project


def test_every_list_is_divided(shelved: Project) -> None:
    site = shelved.site / "zh-Hans"
    for folder in ("news", "works-cited", "about/ledger", "connections/of/readout"):
        assert len(list((site / folder / "time").glob("*/index.html"))) > 1, folder
    assert len(list((site / "connections/collation/readout").glob("*/index.html"))) > 5


def test_every_address_of_a_page_leads_to_a_file(shelved: Project) -> None:
    broken = []
    for page in shelved.site.glob("*/**/index.html"):
        for address in HREF.findall(page.read_text(encoding="utf-8")):
            path = page.parent / unquote(address)
            if ":" not in address and "downloads/" not in address and not (path.is_file() or (path / "index.html").is_file()):
                broken.append((page.relative_to(shelved.site).as_posix(), address))
    assert broken == []


def test_the_navigation_of_a_page_has_its_neighbours_and_the_other_shelves(shelved: Project) -> None:
    page = (shelved.site / "zh-Hans/news/takungpao-ascend/index.html").read_text(encoding="utf-8")
    navigation = page[page.index("md-nav--primary") : page.index('class="md-content"')]
    members = set(re.findall(r'href="(?:\.\./)*(takungpao[a-z-]*|cctv)/"', navigation))
    assert len(members) <= 2
    assert "time/" in navigation


def test_works_are_found_where_notes_lead(shelved: Project) -> None:
    page = shelved.site / "zh-Hans/commentary/wang-wenze/index.html"
    ways = re.findall(r'href="([^"]*works-cited/[^"]*)#(work-[^"]*)"', page.read_text(encoding="utf-8"))
    assert len({where for where, _ in ways}) > 1
    for where, name in ways:
        assert f'id="{name}"' in Path(page.parent, where, "index.html").read_text(encoding="utf-8")
