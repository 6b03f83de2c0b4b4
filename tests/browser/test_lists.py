"""Lists and tables: whole words, labels with room, names by who speaks; what explains itself where it stands."""

from __future__ import annotations

import pytest

from tests.browser.visit import TREES

PHONE = {"width": 390, "height": 800, "has_touch": True, "is_mobile": True}
STYLE = "(each, name) => getComputedStyle(each).getPropertyValue(name)"
BROKEN = """all => all.flatMap(cell => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let node; (node = walk.nextNode()); )
    for (const match of node.data.matchAll(/[!-~]+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1 && !match[0].includes("-")) broken.push(match[0]);
    }
  return broken;
})"""


@pytest.mark.parametrize("path", ["about/sources/", "about/ledger/wang-wenze/", "about/glossary/", "about/ledger/"])
def test_no_word_or_number_of_a_table_is_broken(open_page, site_url: str, path: str) -> None:
    for width in (760, 1000, 1280):
        page = open_page(f"{site_url}en/{path}", width=width)
        cells = page.locator(".md-typeset table:not(.dz-ledger) td:visible:not(:has(code))")
        assert cells.count() > 3 and cells.evaluate_all(BROKEN) == [], width


def test_a_long_label_of_a_cell_makes_room_for_itself(open_page, site_url: str) -> None:
    cell = open_page(f"{site_url}en/about/glossary/", **PHONE).locator("tbody td:nth-child(2)").first
    before = cell.evaluate("each => each.offsetHeight")
    assert cell.evaluate("each => { each.dataset.label = 'words '.repeat(30); return each.offsetHeight }") > before + 40


@pytest.mark.parametrize("tree", TREES)
def test_the_list_of_a_section_uses_the_width_of_a_phone(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/news/", **PHONE)
    row, cell = (page.locator(each).first.bounding_box() for each in (".dz-timeline tbody tr", ".dz-timeline td:nth-child(2)"))
    assert cell["width"] > row["width"] - 2 and cell["x"] == row["x"]
    assert page.locator(".dz-timeline tbody tr").first.locator("td").count() == 2, "the section says of what kind they are"
    before = page.locator(".dz-timeline td:nth-child(2)").first.evaluate("each => getComputedStyle(each, '::before').content")
    assert before in ("none", "normal")


def test_navigation_names_texts_by_who_speaks_and_pages_by_their_titles(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/news/cctv/")
    assert page.title().startswith("Xinwen Lianbo: AI Develops")
    names = page.locator(".md-sidebar--primary [href$='takungpao-readout/'], .md-footer__link--prev").all_text_contents()
    assert "Ta Kung Pao, report" in [name.strip() for name in names]
    assert not any("Build an AI Software" in name for name in names)
    ledger = open_page(f"{site_url}en/about/ledger/")
    assert "Wang Wenze · Several Important" in ledger.locator("article table").first.text_content()


WHO = {
    "zh-Hans": ("新华网新闻稿", "王文泽", "大公报报道"),
    "zh-Hant": ("新華網新聞稿", "王文澤", "大公報報導"),
    "en": ("Xinhuanet readout", "Wang Wenze", "Ta Kung Pao, report"),
}


@pytest.mark.parametrize("tree", TREES)
def test_heads_and_ways_name_texts_by_who_speaks(open_page, site_url: str, tree: str) -> None:
    speech, article, story = WHO[tree]
    page = open_page(f"{site_url}{tree}/connections/")
    assert page.locator("article h2").first.text_content().startswith(f"{speech} · ")
    page.goto(f"{site_url}{tree}/news/takungpao/")
    assert page.locator("article table a").first.text_content().startswith(f"{story} · ")
    page.goto(f"{site_url}{tree}/")
    ways = page.locator("#where-to-start + ol a").all_text_contents()
    assert ways[0].startswith(f"{speech} · ") and ways[1].startswith(f"{article} · ")
    page.goto(f"{site_url}{tree}/about/ledger/wang-wenze/")
    assert page.locator("h1").text_content().endswith(article)
    page.locator("h1 + p a").click()
    page.wait_for_url("**/commentary/wang-wenze/")


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant"])
def test_titles_in_lists_are_not_broken_inside_words(open_page, site_url: str, tree: str) -> None:
    for path in ("connections/", "about/ledger/cctv/", "about/sources/"):
        page = open_page(f"{site_url}{tree}/{path}", **PHONE)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            broken = "all => all.filter(each => each.getClientRects().length > 1).map(each => each.textContent)"
            assert page.locator(".dz-whole").evaluate_all(broken) == [], (path, width)
        assert page.locator(".dz-whole").count() > 1


@pytest.mark.parametrize("tree", TREES)
def test_lines_are_no_longer_than_a_column_on_a_tablet(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/commentary/wang-wenze/", width=820, height=1100)
    for name in ("#p1", "#p1-en"):
        assert page.locator(name).evaluate("each => each.clientWidth / parseFloat(getComputedStyle(each).fontSize)") <= 41, name


def test_a_heading_stands_close_to_the_one_that_it_translates(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/commentary/wang-wenze/", width=820, height=1100)
    above, below = page.locator("#h1").bounding_box(), page.locator("#h1-en").bounding_box()
    assert 0 <= below["y"] - above["y"] - above["height"] < 20


def test_the_example_of_the_home_page_has_its_english(open_page, site_url: str) -> None:
    english = open_page(f"{site_url}en/").locator(".dz-example-english")
    assert english.get_attribute("lang") == "en" and len(english.text_content()) > 40
    assert open_page(f"{site_url}zh-Hans/").locator(".dz-example-english").count() == 0


def test_a_sign_is_explained_only_where_it_is_shown(open_page, site_url: str) -> None:
    for width, shown in ((390, False), (1280, True)):
        page = open_page(f"{site_url}en/speech/readout/", width=width)
        assert page.locator(".dz-at-sign").first.is_visible() is shown, width
        assert page.locator(".dz-links .dz-sign").first.is_visible() is shown, width


def test_one_heading_needs_no_contents(open_page, site_url: str) -> None:
    assert not open_page(f"{site_url}en/news/").locator(".md-sidebar--secondary").is_visible()
    assert open_page(f"{site_url}en/about/").locator(".md-sidebar--secondary").is_visible()


@pytest.mark.parametrize("tree", TREES)
def test_parts_are_called_by_words(open_page, site_url: str, tree: str) -> None:
    words = {"zh-Hans": "电头", "zh-Hant": "電頭", "en": "dateline"}[tree]
    assert words in open_page(f"{site_url}{tree}/about/translations/").locator("article").text_content()


def test_controls_of_one_row_look_alike(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/speech/readout/")
    assert {each.evaluate(STYLE, "text-decoration-line") for each in page.locator(".dz-ways > *").all()} == {"underline"}


@pytest.mark.parametrize("tree", TREES)
def test_what_no_capture_says_is_said_once(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/about/sources/")
    words = {"zh-Hans": "均未载网址", "zh-Hant": "均未載網址", "en": "No capture names the address"}[tree]
    assert page.locator("article").text_content().count(words) == 1
    assert page.locator("article table").text_content().count(words) == 0


def test_a_list_of_readings_stands_off_what_is_above_it_on_a_phone(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/speech/readout/", **PHONE)
    page.locator(".dz-links > summary").first.click()
    page.locator(".dz-links[open] .dz-of > ol").first.wait_for()
    # Both at one time: the sheet moves while it opens.
    apart = """of => of.querySelector(":scope > ol").getBoundingClientRect().top
        - of.querySelector(":scope > .dz-of-head").getBoundingClientRect().bottom"""
    assert page.locator(".dz-links[open] .dz-of").first.evaluate(apart) >= 12


def test_a_navigation_of_one_page_is_none(open_page, site_url: str) -> None:
    assert not open_page(f"{site_url}en/works-cited/").locator(".md-sidebar--primary").is_visible()
    assert open_page(f"{site_url}en/news/").locator(".md-sidebar--primary").is_visible()
