"""The first minute: how soon the text begins, titles that are not broken inside words, tables on phones, every width."""

from __future__ import annotations

import pytest

from tests.browser.visit import TREES

ARTICLE, READOUT, NEWSPAPER = "commentary/wang-wenze/", "speech/readout/", "news/takungpao-readout/"
PHONE = {"width": 390, "height": 800, "has_touch": True, "is_mobile": True}
BEGINS = """() => Math.round(Math.min(...[...document.querySelectorAll(".dz-above p, #text :is(p, h2, h3):not(.dz-dateline)")]
  .filter(each => each.getClientRects().length).map(each => each.getBoundingClientRect().top + scrollY)))"""
ROWS = "each => new Set([...each.children].filter(one => one.getClientRects().length).map(one => one.offsetTop)).size"


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("path", [ARTICLE, READOUT, NEWSPAPER])
def test_the_text_begins_soon(open_page, site_url: str, tree: str, path: str) -> None:
    desktop = open_page(f"{site_url}{tree}/{path}", width=1280)
    assert desktop.evaluate(BEGINS) <= 350
    phone = open_page(f"{site_url}{tree}/{path}", **PHONE)
    assert phone.evaluate(BEGINS) <= 450


@pytest.mark.parametrize("tree", TREES)
def test_titles_are_not_broken_inside_words(open_page, site_url: str, tree: str) -> None:
    for path in (ARTICLE, NEWSPAPER):
        page = open_page(f"{site_url}{tree}/{path}", **PHONE)
        for width in (320, 390, 1000, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            broken = "all => all.filter(each => each.getClientRects().length > 1).map(each => each.textContent)"
            assert page.locator(".dz-whole").evaluate_all(broken) == [], (path, width)
        assert page.locator(".dz-whole").count() > 3


@pytest.mark.parametrize("tree", TREES)
def test_no_page_is_wider_than_any_window(open_page, site_url: str, tree: str) -> None:
    for path in (ARTICLE, READOUT, NEWSPAPER, "about/glossary/", "about/sources/", "connections/", ""):
        page = open_page(f"{site_url}{tree}/{path}")
        for width in (320, 390, 719, 820, 960, 1000, 1219, 1240, 1600, 2560):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_wide_screens_are_used(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}", width=1920, height=1080)
    text = page.locator("#text").bounding_box()
    assert text["width"] > 1200
    assert page.locator("#p1-en").evaluate("each => each.clientWidth / parseFloat(getComputedStyle(each).fontSize)") < 36.5


@pytest.mark.parametrize("tree", TREES)
def test_what_has_no_contents_stands_in_the_middle_of_a_wide_screen(open_page, site_url: str, tree: str) -> None:
    for path in (READOUT, "news/cctv/"):
        page = open_page(f"{site_url}{tree}/{path}", width=1920, height=1080)
        text = page.locator("#text").bounding_box()
        assert abs(text["x"] - (1920 - text["x"] - text["width"])) < 40, path


def test_lists_use_a_wide_screen(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/connections/collation/", width=1920, height=1080)
    base, reading = (page.locator(each).first.bounding_box() for each in (".dz-base", ".dz-taking"))
    assert reading["x"] > base["x"] + base["width"] and abs(reading["y"] - base["y"]) < 12
    page.goto(f"{site_url}en/works-cited/")
    assert len({round(each.bounding_box()["x"]) for each in page.locator(".dz-works > li").all()}) == 2


@pytest.mark.parametrize("tree", TREES)
def test_the_sign_that_particulars_open_stands_behind_their_name(open_page, site_url: str, tree: str) -> None:
    for path in ("news/cctv/", "commentary/ndrc/"):
        page = open_page(f"{site_url}{tree}/{path}", width=1280)
        for width in range(320, 400, 4):
            page.set_viewport_size({"width": width, "height": 800})
            lines = (
                "each => Math.round(each.getBoundingClientRect().bottom - each.lastElementChild.getBoundingClientRect().bottom)"
            )
            assert page.locator(".dz-facts > summary").evaluate(lines) < 14, (path, width)


@pytest.mark.parametrize("tree", TREES)
def test_cells_keep_their_labels_on_a_phone(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/about/glossary/", **PHONE)
    shown = "each => [getComputedStyle(each, '::before').content.slice(1, -1), each.dataset.label]"
    for cell in page.locator("tbody tr:first-child td:not(:first-child):visible").all():
        said, label = cell.evaluate(shown)
        assert said == label and label


def test_calls_of_notes_have_room_under_a_finger(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", **PHONE)
    for name in (".footnote-ref", ".footnote-backref", ".dz-work"):
        box = page.locator(f"{name}:visible").first.bounding_box()
        assert box["width"] >= 24 and box["height"] >= 24, name


@pytest.mark.parametrize("tree", TREES)
def test_ways_up_and_numbers_that_lead_somewhere_have_room(open_page, site_url: str, tree: str) -> None:
    for path, name in (
        ("about/ledger/cctv/", ".md-path__link"),
        ("connections/", ".dz-matrix td a"),
        ("connections/collation/", ".dz-switch input"),
    ):
        page = open_page(f"{site_url}{tree}/{path}", **PHONE)
        boxes = [each.bounding_box() for each in page.locator(f"{name}:visible").all()]
        assert boxes and min(min(box["width"], box["height"]) for box in boxes) >= 24, name


def test_labels_are_in_the_language_of_what_they_label(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}")
    labels = page.locator(".dz-abstract").evaluate_all("all => all.map(each => [each.lang, each.dataset.label])")
    assert dict(labels) == {"en": "Abstract", "zh-Hans-CN": "摘要"}


def test_the_landing_page_shows_a_change_and_all_ways_at_the_top_of_a_phone(open_page, site_url: str) -> None:
    page = open_page(site_url, **PHONE)
    links = page.locator("nav a")
    assert links.evaluate_all("all => all.map(each => each.lang)") == list(TREES)
    assert all(link.bounding_box()["y"] < 200 for link in links.all())
    assert page.locator("section ins, section del").count() >= 3
    page.locator("section[lang=en] .dz-to").click()
    page.locator(":target").wait_for()
    assert "/en/" in page.url
