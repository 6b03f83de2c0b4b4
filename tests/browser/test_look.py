"""Typography and colour, as the browser computes them."""

from __future__ import annotations

import re

import pytest

from tests.browser.visit import TREES

ARTICLE = "commentary/wang-wenze/"
STYLE = "(each, name) => getComputedStyle(each).getPropertyValue(name)"
SERIF = {
    "zh-Hans-CN": "Noto Serif CJK SC",
    "zh-Hant-TW": "Noto Serif CJK TC",
    "zh-Hant-HK": "Noto Serif CJK HK",
    "en": "Palatino",
}
PAGES = {
    "zh-Hans-CN": "en/commentary/ndrc/",
    "zh-Hant-TW": "en/speech/readout/",
    "zh-Hant-HK": "zh-Hant/news/takungpao-ascend/",
    "en": "zh-Hans/speech/readout/",
}
INKS = ("body", "article h1", ".dz-status", ".dz-facts dt", ".md-tabs__link", ".dz-languages a", ".footnote-ref", "article p a")


def luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("language", SERIF)
def test_typeface_by_language_and_region(open_page, site_url: str, language: str) -> None:
    page = open_page(site_url + PAGES[language])
    text = page.locator("#p2-en" if language == "en" else "#p2")
    assert SERIF[language] in text.evaluate(STYLE, "font-family")


QUOTES = """(tag) => {
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT), widths = [];
  for (let node; (node = walk.nextNode()); )
    if (node.parentElement.closest("[lang]").lang.startsWith(tag) && node.parentElement.checkVisibility())
      for (const match of node.data.matchAll(/[“”’]/g)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + 1);
        widths.push(range.getBoundingClientRect().width / parseFloat(getComputedStyle(node.parentElement).fontSize));
      }
  return widths.filter((width) => width > 0);
}"""


def test_quotation_marks_are_as_wide_as_their_language_has_them(open_page, site_url: str) -> None:
    """Narrow in English, also where a machine has Chinese faces alone; in Chinese of a character's width, or half of it."""
    page = open_page(f"{site_url}zh-Hans/commentary/ndrc/")
    english, chinese = page.evaluate(QUOTES, "en"), page.evaluate(QUOTES, "zh-Hans")
    assert len(english) > 20 and max(english) < 0.6
    assert len(chinese) > 20 and min(chinese) > 0.45 and max(chinese) > 0.9


CALLS = """() => [...document.querySelectorAll("article sup")].filter(each => each.checkVisibility()).flatMap(each => {
  const line = each.closest("p, li, h1, h2, h3"), box = each.getBoundingClientRect(), whole = line.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEndBefore(each);
  const before = [...range.getClientRects()].filter(one => one.width > 1).at(-1);
  const begins = before && before.bottom <= box.top + 2 && box.left < before.right, apart = each.getClientRects().length > 1;
  return begins || apart ? [`${each.textContent} in ${line.id} at ${Math.round(box.left - whole.left)}`] : [];
})"""


@pytest.mark.parametrize("tree", TREES)
def test_no_line_begins_with_a_call_and_none_is_broken(open_page, site_url: str, tree: str) -> None:
    for path in (ARTICLE, "news/takungpao-key-points/", "news/takungpao-readout/", "news/cctv/"):
        page = open_page(f"{site_url}{tree}/{path}")
        for width in (320, 344, 390, 428, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(CALLS) == [], (path, width)
    assert page.locator("article sup").count() > 0


# What may not begin a line of Chinese: stops, closing marks, dots and dashes that belong to what is before them.
BEGINNINGS = """() => {
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT), found = [], range = document.createRange();
  const box = (node, at) => { range.setStart(node, at); range.setEnd(node, at + 1); return [...range.getClientRects()].find(one => one.width > 0); };
  for (let node; (node = walk.nextNode()); ) {
    if (!/\\p{Script=Han}/u.test(node.data) || !node.parentElement.checkVisibility() || node.parentElement.closest(".dz-ledger")) continue;
    for (const {0: mark, index} of node.data.matchAll(/[，。、；：！？）】》〉」』”’％·]/g)) {
      const [before, here] = index ? [box(node, index - 1), box(node, index)] : [];
      if (before && here && here.top > before.bottom - 2) found.push(node.data.slice(Math.max(0, index - 5), index) + "|" + mark);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant"])
def test_no_line_begins_with_what_may_not_begin_one(open_page, site_url: str, tree: str) -> None:
    for path in ("", ARTICLE, "news/takungpao-readout/", "connections/collation/", "about/", "works-cited/"):
        page = open_page(f"{site_url}{tree}/{path}")
        for width in (320, 390, 768, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(BEGINNINGS) == [], (path, width)


def test_quotation_marks_of_what_is_found_are_those_of_its_language(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/")
    page.keyboard.press("/")
    page.locator(".dz-search input").fill("talent")
    found = page.locator(".dz-search__text[lang=en]").first
    found.wait_for()
    assert found.evaluate(STYLE, "font-variant-east-asian") == "proportional-width"


def test_spacing_between_han_and_latin_is_drawn(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}")
    text = page.locator("#p7")
    assert text.evaluate(STYLE, "text-autospace") == "normal"
    assert text.evaluate(STYLE, "text-align") == "justify"
    assert text.evaluate(STYLE, "line-break") == "strict"


@pytest.mark.parametrize("width", [320, 1280])
def test_measure_and_leading(open_page, site_url: str, width: int) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", width=width)
    text = page.locator("#p7")
    size = float(text.evaluate(STYLE, "font-size").removesuffix("px"))
    assert 16 <= size <= 20
    assert text.bounding_box()["width"] / size <= 40
    assert 1.7 <= float(text.evaluate(STYLE, "line-height").removesuffix("px")) / size <= 2


def test_emphasis_in_chinese_is_not_slanted(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}")
    page.evaluate("document.querySelector('#p7').innerHTML = '<em>一</em><cite>二</cite><i>三</i>'")
    for each in page.locator("#p7 > *").all():
        assert each.evaluate(STYLE, "font-style") == "normal"


@pytest.mark.parametrize("scripts", [True, False])
def test_dark_mode_follows_the_system(open_page, site_url: str, scripts: bool) -> None:
    for scheme, dark in (("light", False), ("dark", True)):
        page = open_page(f"{site_url}en/", color_scheme=scheme, java_script_enabled=scripts)
        paper = page.locator("body").evaluate("each => getComputedStyle(each).backgroundColor")
        assert (luminance(paper) < 0.1) == dark


def test_choice_of_colours_holds_in_every_tree(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/", color_scheme="light")
    while luminance(page.locator("body").evaluate("each => getComputedStyle(each).backgroundColor")) > 0.1:
        page.locator("[data-md-component=palette] label:visible").click()
    page.goto(f"{site_url}en/speech/readout/")
    assert luminance(page.locator("body").evaluate("each => getComputedStyle(each).backgroundColor")) < 0.1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(open_page, site_url: str, scheme: str) -> None:
    for path in (f"zh-Hans/{ARTICLE}", "en/"):
        page = open_page(site_url + path, color_scheme=scheme)
        paper = page.locator("body").evaluate("each => getComputedStyle(each).backgroundColor")
        for selector in (*INKS, ".dz-speech"):
            for each in page.locator(selector).all()[:3]:
                assert contrast(each.evaluate("each => getComputedStyle(each).color"), paper) >= 4.5, selector


RED = """all => all.filter(each => {
  const [red, green] = getComputedStyle(each).color.match(/\\d+/g).map(Number);
  return red > green + 60;
}).map(each => each.className)"""


def test_vermilion_only_for_the_speech(open_page, site_url: str) -> None:
    assert open_page(f"{site_url}en/").locator("article *").evaluate_all(RED) == ["dz-speech"]
    assert open_page(f"{site_url}en/{ARTICLE}").locator("article *").evaluate_all(RED) == []


def test_focus_is_visible(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/")
    page.locator(".dz-languages a").first.focus()
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_nothing_moves_for_those_who_ask(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/", reduced_motion="reduce")
    assert page.locator(".md-tabs__link").first.evaluate(STYLE, "transition-duration") == "0s"


def test_print_shows_the_text_and_no_controls(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", color_scheme="dark")
    page.emulate_media(media="print")
    for part in (
        ".md-header",
        ".md-tabs",
        ".md-sidebar--primary",
        ".md-sidebar--secondary",
        ".md-footer",
        ".md-path",
        ".dz-status",
    ):
        assert not page.locator(part).first.is_visible(), part
    assert page.locator("#p7").is_visible() and page.locator(".footnote").is_visible()
    assert luminance(page.locator("#p7").evaluate("each => getComputedStyle(each).color")) < 0.05
