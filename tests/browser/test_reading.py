"""Finding the way and reading: navigation, contents, notes, the parallel view, and all of it without scripts."""

from __future__ import annotations

import re

import pytest

from tests.browser.visit import TREES

ARTICLE = "commentary/wang-wenze/"
READOUT = "speech/readout/"
BACK = {"zh-Hans": "回到正文注码", "zh-Hant": "回到正文註碼", "en": "Back to note"}
TOC = ".md-sidebar--secondary .md-nav__link[href^='#']"


@pytest.mark.parametrize("tree", TREES)
def test_navigation(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}")
    tabs = page.locator(".md-tabs__link").evaluate_all("all => all.map(each => new URL(each.href).pathname)")
    assert tabs == [
        f"/{tree}/{name}" for name in ("", READOUT, "commentary/", "news/", "connections/", "works-cited/", "about/")
    ]
    trail = page.locator(".md-path__link").evaluate_all("all => all.map(each => new URL(each.href).pathname)")
    assert trail == [f"/{tree}/", f"/{tree}/commentary/"]
    assert page.locator(".md-footer__link--prev").is_visible()
    page.locator(".md-footer__link--next").click()
    assert page.url == f"{site_url}{tree}/commentary/ndrc/"
    page.locator(".md-footer__link--prev").click()
    assert page.url == f"{site_url}{tree}/{ARTICLE}"


def test_contents_of_the_long_article(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}")
    entries = page.locator(TOC)
    headings = page.locator("article :is(h2, h3)").all_inner_texts()
    assert [text.strip() for text in entries.all_inner_texts()] == headings
    assert (page.locator("article .dz-parallel h2").count(), page.locator("article .dz-parallel h3").count()) == (3, 9)
    entries.nth(5).click()
    page.wait_for_url("**#*")
    assert page.locator(":target").inner_text() == headings[5]


@pytest.mark.parametrize("tree", TREES)
def test_notes_in_order(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}")
    for side in (".footnote-ref:not([id$='-en'] *)", "[id$='-en'] .footnote-ref"):
        calls = page.locator(side).evaluate_all("all => all.map(each => [each.textContent, each.hash])")
        assert calls == [[str(n), f"#fn:{n}"] for n in range(1, 53)]
    notes = page.locator(".footnote > ol > li")
    assert notes.evaluate_all("all => all.map(each => each.id)") == [f"fn:{n}" for n in range(1, 53)]
    backs = page.locator(".footnote-backref").evaluate_all("all => all.map(each => [each.title, each.hash])")
    assert all(title.startswith(BACK[tree]) and str(n) in title for n, (title, _) in enumerate(backs, 1))
    assert [hash for _, hash in backs] == [f"#fnref:{n}" for n in range(1, 53)]
    assert all(re.search(r"\w", text) for text in notes.all_inner_texts())


def test_note_shows_as_a_tooltip(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}")
    call = page.locator(".footnote-ref[href='#fn:8']").first
    call.scroll_into_view_if_needed()
    call.hover()
    tip = page.locator(".dz-tip:visible")
    tip.wait_for()
    assert page.locator("#n8").first.inner_text()[:20] in tip.inner_text()


def columns(page) -> list[tuple[float, float]]:
    """Where the two sides of the second paragraph stand: left edge and top of each, the tree's own language first."""
    sides = page.locator(".dz-pair").filter(has=page.locator("#p2")).locator("> p, > .dz-side > p")
    return sides.evaluate_all("all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.top])")


@pytest.mark.parametrize("tree", TREES)
def test_parallel_view(open_page, site_url: str, tree: str) -> None:
    (left, top), (right, same) = columns(open_page(f"{site_url}{tree}/{READOUT}", width=1280))
    assert (left < right - 300, top) == (True, same)
    page = open_page(f"{site_url}{tree}/{READOUT}", width=390)
    (left, first), (right, second) = columns(page)
    assert (left, first < second) == (right, True)
    order = page.locator(":is(.dz-pair, .dz-side) > p:not(.dz-dateline, .dz-signs)").evaluate_all(
        "all => all.map(each => each.lang.split('-')[0])"
    )
    assert order == (["en", "zh"] if tree == "en" else ["zh", "en"]) * 8


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("width", "height", "most"), [(1280, 900, 350), (390, 844, 450)])
def test_the_text_begins_near_the_top(open_page, site_url: str, tree: str, width: int, height: int, most: int) -> None:
    for path in (READOUT, ARTICLE, "news/cctv/", "commentary/ndrc/"):
        page = open_page(f"{site_url}{tree}/{path}", viewport={"width": width, "height": height})
        tops = (
            "all => Math.min(...all.filter(each => each.getClientRects().length).map(each => each.getBoundingClientRect().top))"
        )
        assert page.locator("article :is(.dz-abstract, #p1, #p1-en)").evaluate_all(tops) <= most, path


def test_one_line_says_who_and_when_and_opens_the_rest(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}")
    line = page.locator(".dz-facts summary")
    assert line.inner_text() == "Xinhuanet readout · April 27, 2025 · Details"
    assert not page.locator(".dz-facts dl").is_visible() and not page.locator(".dz-description").is_visible()
    line.click()
    assert page.locator(".dz-facts dl").is_visible() and page.locator(".dz-description").is_visible()


def test_the_home_page_shows_a_quotation_that_was_changed(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/")
    example = page.locator(".dz-example")
    assert example.locator(":is(ins, del)").count() and example.locator(".dz-base").inner_text()
    example.locator(".dz-to").click()
    page.locator(":target, .dz-arrived").first.wait_for()  # a page is shown before its script has run
    assert page.locator(":target, .dz-arrived").count()


def test_cite_is_at_hand_at_the_head(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hant/{READOUT}")
    assert not page.locator(".dz-cite dl").is_visible()
    page.locator(".dz-ways a[href='#cite']").click()
    page.locator(".dz-cite dl").wait_for()


def test_link_to_a_paragraph_lands_below_the_header_and_shows_it(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}#p5")
    box = page.locator("#p5").bounding_box()
    assert page.locator(".md-header").bounding_box()["height"] <= box["y"] < 120
    assert page.locator("#p5").evaluate("each => getComputedStyle(each).boxShadow") != "none"
    assert page.locator("#p6").evaluate("each => getComputedStyle(each).boxShadow") == "none"


@pytest.mark.parametrize(
    "path", [f"zh-Hans/{ARTICLE}", "en/commentary/ndrc/", "zh-Hant/news/takungpao/", "en/about/ledger/readout/"]
)
def test_reading_without_scripts(open_page, site_url: str, path: str) -> None:
    page = open_page(site_url + path, java_script_enabled=False)
    for part in ("article h1", ".md-tabs", ".md-path", ".md-footer__link--next", ".dz-languages"):
        assert page.locator(part).first.is_visible(), part
    assert len(page.locator("article").inner_text()) > 200


def test_the_ledger_shows_what_was_removed_and_changed(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}")
    page.locator(".dz-facts summary").click()
    page.locator(".dz-status a[href*=ledger]").click()
    row = page.locator("tr:target")
    row.wait_for()
    raw, cleaned = row.locator("td").all()
    assert raw.bounding_box()["x"] < cleaned.bounding_box()["x"]
    assert page.locator(".dz-ledger del").first.evaluate("each => getComputedStyle(each).textDecorationLine") == "line-through"
    assert page.locator(".dz-ledger ins").first.evaluate("each => getComputedStyle(each).textDecorationLine") == "underline"


def test_the_line_map_leads_to_the_stories(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/news/takungpao/")
    assert page.locator("svg.dz-line-map rect.dz-story").count() > 200
    assert page.locator(".dz-page-map td a").count() == 5
    page.locator(".dz-page-map td a").first.click()
    assert page.url == f"{site_url}zh-Hans/news/takungpao-readout/"
