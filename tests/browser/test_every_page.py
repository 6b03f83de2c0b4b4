"""What must hold on every page of every tree."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.browser.visit import Visit


def where(visits: list[Visit], name: str) -> dict[str, list[str]]:
    return {each.path or "/": getattr(each, name)[:5] for each in visits if getattr(each, name)}


def test_language_of_every_page(visits: list[Visit]) -> None:
    assert {each.path: each.language for each in visits if each.language != each.tree} == {}


def test_foreign_text_carries_its_language(visits: list[Visit]) -> None:
    assert where(visits, "mute") == {}


def test_nothing_is_wider_than_320_pixels(visits: list[Visit]) -> None:
    assert where(visits, "wide") == {}


def test_no_slanted_han(visits: list[Visit]) -> None:
    assert where(visits, "slanted") == {}


def test_no_request_leaves_the_site(visits: list[Visit], site_url: str) -> None:
    assert {url for each in visits for url in each.requests if not url.startswith((site_url, "data:"))} == set()


def test_no_complaints(visits: list[Visit]) -> None:
    assert where(visits, "complaints") == {}


class Links(HTMLParser):
    """The ids of a page and the addresses that it links to, loads or names as alternates."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        canonical = tag == "link" and str(given.get("rel")).strip() in ("canonical", "alternate")
        self.targets += [] if canonical else [given[key] or "" for key in ("href", "src") if given.get(key)]


def page_file(site: Path, path: str) -> Path:
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)


def test_every_link_resolves(site: Path, paths: list[str]) -> None:
    read = {path: Links(page_file(site, path).read_text(encoding="utf-8")) for path in paths if path != "404.html"}
    broken = {
        (path, target) for path, links in read.items() for target in links.targets if not resolves(site, read, path, target)
    }
    assert broken == set()


def resolves(site: Path, read: dict[str, Links], path: str, target: str) -> bool:
    """Whether a relative address leads to a file of the site and to an id of that page; absolute ones never do."""
    parts = urlsplit(urljoin(f"http://site/{path}", target))
    if parts.netloc != "site" or target.startswith("/"):
        return False
    there = unquote(parts.path).removeprefix("/")
    if not page_file(site, there).is_file():
        return False
    fragment = unquote(parts.fragment)
    return not fragment or fragment.startswith("__") or (there in read and fragment in read[there].ids)


def test_every_page_of_a_tree_has_one_way_past_its_head_to_the_text(site: Path, paths: list[str]) -> None:
    for path in paths:
        if path.endswith("/"):
            page = page_file(site, path).read_text(encoding="utf-8")
            assert page.count('class="md-skip"') == page.count('<a href="#text" class="md-skip"') == 1, path
            assert page.count(' id="text"') == 1, path


def test_ids_are_unique(site: Path, paths: list[str]) -> None:
    for path in paths:
        ids = Links(page_file(site, path).read_text(encoding="utf-8")).ids
        assert sorted({each for each in ids if ids.count(each) > 1}) == [], path


def test_counterparts_have_the_same_blocks(site: Path, paths: list[str]) -> None:
    pages = [path.removeprefix("en/") for path in paths if path.startswith("en/") and "ledger" not in path]
    for page in pages:
        trees = [
            Links(page_file(site, f"{tree}/{page}").read_text(encoding="utf-8")).ids for tree in ("en", "zh-Hans", "zh-Hant")
        ]
        shared = [{each for each in ids if (each[:1] in "pn" and each[1:].isdigit()) or ":" in each} for ids in trees]
        assert shared[0] == shared[1] == shared[2], page
