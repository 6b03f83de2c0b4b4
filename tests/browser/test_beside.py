"""Two texts beside each other: both at the words of a link, what differs lit in both, and the way back."""

from __future__ import annotations

import pytest

from build_scripts.views.wording import say
from tests.browser.visit import TREES
from tests.browser.waiting import until

SPEECH = "speech/readout/"
PAIRED = """() => [...document.querySelectorAll('.dz-split iframe')].filter(each =>
  each.contentWindow.CSS?.highlights.get('dz-pair')?.size).length === 2"""
LIT = """name => [...document.querySelectorAll('.dz-split iframe')].map(each =>
  [...each.contentWindow.CSS.highlights.get(name)].filter(range => range.getBoundingClientRect().height).map(range => range.toString()))"""
IN_SIGHT = """() => [...document.querySelectorAll('.dz-split iframe')].every(each =>
  [...each.contentWindow.CSS.highlights.get('dz-pair')].some(range => {
    const box = range.getClientRects()[0];
    return box && box.top >= 0 && box.bottom <= each.contentWindow.innerHeight;
  }))"""
WINDOW = ".dz-split[open]"


def open_beside(page, path: str = "news/cctv"):
    """Open the list of the first paragraph that a text takes from, and from it that text."""
    way = page.locator(f".dz-beside[href*='{path}/?beside=']").first
    way.evaluate("each => each.closest('.dz-links').querySelector('summary').click()")
    top = page.evaluate("scrollY")
    way.click()
    until(page, PAIRED)
    return top


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1180, 820), (820, 1180), (390, 844)])
@pytest.mark.parametrize("tree", TREES)
def test_both_texts_stand_at_the_pair_and_escape_goes_back(
    open_page, site_url: str, tree: str, width: int, height: int
) -> None:
    page = open_page(f"{site_url}{tree}/{SPEECH}", width, height)
    top = open_beside(page)
    assert page.evaluate(IN_SIGHT)
    until(page, "() => location.search.includes('beside=')")
    left, right = page.locator(".dz-split iframe").evaluate_all("all => all.map(each => each.getBoundingClientRect().toJSON())")
    assert (left["right"] <= right["left"] + 2) if width > 720 else (left["bottom"] < right["top"])
    page.keyboard.press("Escape")
    until(page, "() => !document.querySelector('.dz-split[open]') && !location.search.includes('beside')")
    until(page, "() => location.hash.startsWith('#links-')")
    assert page.evaluate("scrollY") == top


def test_what_differs_is_lit_in_both(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/news/cctv/?view=source&beside=34")
    until(page, PAIRED)
    assert page.evaluate(LIT, "dz-changed") == [["应用场景广阔，"], []]


def test_english_shows_what_the_other_english_does_not_have(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/commentary/ndrc/?view=translation&beside=37")
    until(page, PAIRED)
    left, right = page.evaluate(LIT, "dz-changed")
    assert "capable of benefiting the" in left and "that benefits" in right


def test_the_address_opens_it_on_either_page_and_nothing_else_remains_behind(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{SPEECH}")
    page.goto(f"{site_url}en/news/cctv/?beside=33#l33")
    until(page, PAIRED)
    until(page, "() => location.search.includes('beside=33') && location.hash === '#p6.1'")
    page.reload()
    until(page, PAIRED)
    until(page, "() => location.search.includes('beside=33')")
    page.keyboard.press("Escape")
    until(page, "() => !location.search.includes('beside')")
    page.wait_for_timeout(500)  # the step of the window is given back
    page.go_back()
    until(page, "path => location.pathname.endsWith(path)", SPEECH)


def test_the_ways_on_and_the_marks_in_a_pane_lead_to_other_pairs(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/news/cctv/?view=source&beside=33")
    until(page, PAIRED)
    page.get_by_role("button", name=say("beside-next", "zh-Hans")).click()
    until(page, "() => location.search.includes('beside=34')")
    page.frame_locator(".dz-split iframe").nth(1).locator("#p6 .dz-q").first.click()
    until(page, "() => location.search.includes('beside=33')")
    until(page, IN_SIGHT)


def test_escape_is_heard_in_a_pane_and_the_view_is_that_of_the_page(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/news/cctv/?beside=33")
    until(page, PAIRED)
    page.locator(".dz-split .dz-view label", has_text="Original").click()
    until(page, "() => document.documentElement.dataset.view === 'source'")
    pane = page.frame_locator(".dz-split iframe").first
    assert not pane.locator("#p5-en").is_visible() and pane.locator("#p5").is_visible()
    pane.locator("h1").click()
    page.keyboard.press("Escape")
    until(page, f"() => !document.querySelector('{WINDOW}')")


def test_without_scripts_the_way_leads_to_the_words(browser, site_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site_url}en/{SPEECH}")
    href = page.locator(".dz-beside[href*='news/cctv/']").first.get_attribute("href")
    page.goto(f"{site_url}en/{SPEECH}{href}")
    assert "/news/cctv/" in page.url and page.locator(f"#{page.url.rpartition('#')[2]}").is_visible()
    page.close()
