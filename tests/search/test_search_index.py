"""The search index as files: complete, the same for all trees, folded as the links fold, and in pieces of a bearable size."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.edition.edition import Edition
from build_scripts.links.words.regional import meanings
from build_scripts.pipeline import Project, read_edition
from build_scripts.text.simplify import simplify
from build_scripts.views.tree import Views
from build_scripts.writers.search.index import MOST_FILES, TERMS_SIZE, search_files
from build_scripts.writers.search.passages import passages_of
from build_scripts.writers.search.terms import FIRST_SOLID, postings_of, terms_of
from tests.kinds import TREES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return read_edition(Project(ROOT), lambda words: None)


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, str]:
    return search_files(Views(edition))


def about(files: dict[str, str], tree: str) -> dict:
    return json.loads(files[f"search/{tree}.json"])


def texts_of(files: dict[str, str], tree: str) -> list[list[str]]:
    """Every passage of a tree: id on its page, language, text."""
    return [each for n in range(len(about(files, tree)["texts"])) for each in json.loads(files[f"search/{tree}/{n}.json"])]


@pytest.mark.parametrize("tree", TREES)
def test_every_block_note_and_title_is_there_as_the_tree_shows_it(edition: Edition, files: dict[str, str], tree: str) -> None:
    shown = texts_of(files, tree)
    at = 0
    for document, (url, kind, count, *_) in zip(edition.documents, about(files, tree)["documents"], strict=True):
        assert (url.split("/")[1], kind) == (document.id, document.kind.id)
        anchors = [anchor for anchor, _, _ in shown[at : at + count]]
        wanted = [each.id for each in (*document.blocks, *document.notes)]
        assert [anchor for anchor in anchors if anchor in wanted] == wanted
        assert len({anchor for anchor in anchors if anchor}) == len([anchor for anchor in anchors if anchor])
        if document.translation:
            assert {f"{block.id}-en" for block in document.translation.blocks} <= set(anchors)
        at += count
    assert at == len(shown)
    scripts = {language.split("-")[1] for _, language, _ in shown if language.startswith("zh")}
    assert scripts == {"zh-Hans": {"Hans"}, "zh-Hant": {"Hant"}, "en": {"Hans", "Hant"}}[tree]


@pytest.mark.parametrize("tree", TREES)
def test_every_result_has_its_place_on_its_page(files: dict[str, str], site_folder: Path, tree: str) -> None:
    from lxml import html

    shown, at = texts_of(files, tree), 0
    for url, _, count, *_ in about(files, tree)["documents"]:
        page = html.parse(str(site_folder / tree / url / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
        ids = {element.get("id") for element in page.iterfind(".//*[@id]")}
        assert {anchor for anchor, _, _ in shown[at : at + count] if anchor} <= ids, url
        at += count


@pytest.fixture(scope="module")
def site_folder() -> Path:
    if not (ROOT / "site/search").is_dir():
        pytest.skip("no site: build it first (make site)")
    return ROOT / "site"


def test_the_files_are_found_by_their_first_term(files: dict[str, str]) -> None:
    firsts = about(files, "en")["terms"]
    shards = [json.loads(files[f"search/terms/{n}.json"]) for n in range(len(firsts))]
    assert [next(iter(shard)) for shard in shards] == firsts
    terms = [term.encode("utf-16-be") for shard in shards for term in shard]
    assert terms == sorted(terms)
    assert len(set(terms)) == len(terms)


def test_no_wording_is_kept_but_in_the_list_of_the_links(edition: Edition, files: dict[str, str]) -> None:
    groups = about(files, "en")["regional"]
    assert {word for group in groups for word in group} <= set(meanings(edition.regional))
    for group in groups:
        assert len({meanings(edition.regional)[word] for word in group}) == 1
    assert ["人工智能", "人工智慧"] in groups


def test_the_folding_is_that_of_the_links(files: dict[str, str]) -> None:
    fold = about(files, "zh-Hans")["fold"]
    pairs = dict(zip(fold[::2], fold[1::2], strict=True))
    assert pairs["統"] == "统" and pairs["臺"] == "台" and pairs["檯"] == "台" and pairs["著"] == "着" and pairs["Ａ"] == "a"
    for char, to in pairs.items():
        assert simplify(char).lower() == to
    known = {char for _, _, text in texts_of(files, "zh-Hant") for char in text}
    assert {char for char in known if ord(char) >= FIRST_SOLID and simplify(char) != char and char.isalnum()} <= set(pairs)


def test_trees_share_all_but_texts_and_words(files: dict[str, str]) -> None:
    trees = [about(files, tree) for tree in TREES]
    for key in ("version", "fold", "regional", "terms", "texts"):
        assert trees[0][key] == trees[1][key] == trees[2][key]
    assert trees[0]["words"].keys() == trees[1]["words"].keys() == trees[2]["words"].keys()


def test_the_version_changes_with_the_texts(edition: Edition, files: dict[str, str]) -> None:
    from dataclasses import replace

    fewer = search_files(Views(replace(edition, documents=edition.documents[1:], works=())))
    assert about(fewer, "en")["version"] != about(files, "en")["version"]
    assert search_files(Views(edition)) == files


def test_files_grow_so_that_there_are_not_too_many() -> None:
    from build_scripts.writers.search.index import _cut

    assert [len(run) for run in _cut([1] * 10, 4, lambda item: 1)] == [4, 4, 2]
    many = list(_cut([1] * MOST_FILES * 8_000, TERMS_SIZE, lambda item: 1))
    assert len(many) == MOST_FILES
    assert list(_cut([], 4, lambda item: 1)) == []


def test_terms_of_mixed_text() -> None:
    assert [term for term, _, _ in terms_of(["AI賦能 sci-tech，２０２５年"])] == [
        "ai",
        "赋能",
        "能",
        "sci",
        "tech",
        "2025",
        "年",
    ]
    assert postings_of(terms_of(["甲", "", "甲甲"])) == {"甲": [0, 0, 2, 1], "甲甲": [2, 0]}
    assert postings_of(terms_of([])) == {}


def test_titles_are_searched_once(edition: Edition) -> None:
    for document in edition.documents:
        titles = [passage.text for passage in passages_of(document) if not passage.anchor]
        assert len(titles) == len(set(titles))
