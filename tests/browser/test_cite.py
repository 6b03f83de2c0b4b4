"""Citing in Chromium: of a text and of a paragraph, by pointer and by keyboard, in each tree, on a desktop and on a phone."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import bibtexparser
import pytest
import rispy
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visit import TREES
from tests.browser.waiting import until

ARTICLE, READOUT = "commentary/wang-wenze/", "speech/readout/"
SIZES = [(1280, 900), (390, 844)]
MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"], "reduced_motion": "reduce"}
STYLES = ["gb", "chicago", "apa", "mla"]
COPIED = {"zh-Hans": "已复制引用信息", "zh-Hant": "已複製引用資訊", "en": "Citation copied"}
OFFER = {"zh-Hans": "引用本段", "zh-Hant": "引用本段", "en": "Cite this paragraph"}


def clipboard(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def filled(page, style: str, which: str, number: str, address: str) -> str:
    """The pieces of a citation that the page carries, put together here."""
    pieces = json.loads(page.locator(f".dz-cite [data-name={style}]").get_attribute(f"data-{which}"))
    return "".join([number, address, date.today().isoformat()][piece] if isinstance(piece, int) else piece for piece in pieces)


def cited(page, address: str) -> str:
    """The address of a page as its citations have it, with the version of the edition."""
    return f"{address}?v={page.locator('.dz-edition').get_attribute('data-version')}"


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_text_is_cited_in_each_style(open_page, site_url: str, tree: str, width: int, height: int) -> None:
    address = f"{site_url}{tree}/{ARTICLE}"
    page = open_page(address + "?view=source#p3", width=width, height=height, **MAY_COPY)
    page.locator(".dz-cite summary").click()
    for style in STYLES:
        shown = page.locator(f".dz-cite [data-name={style}]")
        shown.locator("+ button").click()
        until(page, "words => document.querySelector('.dz-told').textContent === words", arg=COPIED[tree])
        text = clipboard(page)
        assert text == filled(page, style, "read", "", cited(page, address))
        assert (address in text and "王文泽" in text) or style == "apa"
        assert shown.inner_text() == text.replace(f"[{date.today().isoformat()}]", "")
        page.evaluate("navigator.clipboard.writeText('')")
    assert page.locator(".dz-told").get_attribute("role") == "status"


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_paragraph_is_cited_by_its_number_and_link(open_page, site_url: str, tree: str, width: int, height: int) -> None:
    address = f"{site_url}{tree}/{ARTICLE}"
    page = open_page(address, width=width, height=height, **MAY_COPY)
    for name, number, styles in (("p4", "4", STYLES), ("p4-en", "4", STYLES[-1:])):
        link = page.locator(f"#{name} > .dz-here")
        for style in styles:
            link.click()
            offer = page.get_by_role("group", name=OFFER[tree])
            box = offer.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
            offer.get_by_role("combobox").select_option(style)
            offer.get_by_role("button", name=OFFER[tree]).click()
            until(page, "words => document.querySelector('.dz-told').textContent === words", arg=COPIED[tree])
            text = clipboard(page)
            assert text == filled(page, style, "paragraph", number, f"{cited(page, address)}#{name}")
            assert f"{cited(page, address)}#{name}" in text and re.search(r"第4段|para?\. 4\b", text)
            assert page.locator(".dz-cite-here").count() == 0
    heading = page.locator("h2:has(> .dz-here)").first
    heading.locator(".dz-here").click()
    page.locator(".dz-cite-here button").click()
    until(page, "navigator.clipboard.readText().then(text => text.includes('王文泽'))")
    assert clipboard(page) == filled(page, "mla", "read", "", f"{cited(page, address)}#{heading.get_attribute('id')}")


def test_the_style_is_remembered(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}", **MAY_COPY)
    page.locator("#p2 > .dz-here").click()
    assert page.locator(".dz-cite-here select").input_value() == "gb"
    page.locator(".dz-cite-here select").select_option("mla")
    page.locator(".dz-cite-here button").click()
    page.goto(f"{site_url}zh-Hant/{READOUT}")
    page.locator("#p1 > .dz-here").click()
    assert page.locator(".dz-cite-here select").input_value() == "mla"
    page.evaluate("localStorage.setItem('dz-cite', 'nothing')")
    page.locator("#p2 > .dz-here").click()
    assert page.locator(".dz-cite-here select").input_value() == "gb"


@pytest.mark.parametrize("tree", TREES)
def test_by_keyboard_alone(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", **MAY_COPY)
    page.keyboard.press("j")
    page.keyboard.press("j")
    name = page.evaluate("document.activeElement.hash")
    page.keyboard.press("Enter")
    page.wait_for_selector(".dz-cite-here")
    page.keyboard.press("Tab")
    page.keyboard.type("MLA")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "words => document.querySelector('.dz-told').textContent === words", arg=COPIED[tree])
    text = clipboard(page)
    assert f"{cited(page, f'{site_url}{tree}/{READOUT}')}{name}. (" in text and re.search(r",”? par\. \d", text)
    assert page.evaluate("document.activeElement.hash") == name
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(".dz-cite-here").count() == 0 and page.evaluate("document.activeElement.hash") == name
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    assert page.locator(".dz-cite-here").count() == 0 and page.evaluate("document.activeElement.hash") != name


def test_the_offer_goes_away(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}", **MAY_COPY)
    page.locator("#p2 > .dz-here").click()
    page.locator("#p3 > .dz-here").click()
    assert page.locator(".dz-cite-here").count() == 1
    page.locator("h1").click()
    assert page.locator(".dz-cite-here").count() == 0


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_for_axe_to_complain_about(open_page, site_url: str, tree: str, width: int, height: int, scheme: str) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", width=width, height=height, color_scheme=scheme, **MAY_COPY)
    page.locator(".dz-cite summary").click()
    page.locator("#p4 > .dz-here").click()
    page.wait_for_selector(".dz-cite-here")
    for part in (".dz-cite", ".dz-cite-here"):
        found = Axe().run(page, context=part, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()
    for each in page.locator(
        ".dz-cite summary, .dz-cite button, .dz-cite [download], .dz-cite-here select, .dz-cite-here button"
    ).all():
        box = each.bounding_box()
        assert box["height"] >= 24 and box["width"] >= 24
    slanted = "all => all.filter(each => /\\p{Script=Han}/u.test(each.textContent) && getComputedStyle(each).fontStyle !== 'normal').length"
    assert page.locator(".dz-cite [lang]").count() >= 3 and page.locator(".dz-cite [lang]").evaluate_all(slanted) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("tree", TREES)
def test_without_scripts_the_citations_are_there(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}", java_script_enabled=False)
    page.locator(".dz-cite summary").click()
    assert [text.count(f"{tree}/{ARTICLE}") for text in page.locator(".dz-cite dd p").all_inner_texts()] == [1] * 4
    assert not page.locator(".dz-cite dd button").first.is_visible()
    assert (
        page.locator(".dz-cite dd a").evaluate_all("all => all.map(each => each.href)")
        == [cited(page, f"{site_url}{tree}/{ARTICLE}")] * 4
    )


def test_nothing_of_it_is_printed(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}", **MAY_COPY)
    page.locator(".dz-cite summary").click()
    page.locator("#p2 > .dz-here").click()
    page.emulate_media(media="print")
    assert not any(each.is_visible() for each in page.locator(".dz-cite, .dz-cite-here").all())


def test_files_come_with_the_address_of_the_site(open_page, site_url: str, tmp_path: Path) -> None:
    page = open_page(f"{site_url}en/{READOUT}", accept_downloads=True)
    page.locator(".dz-cite summary").click()
    texts = {}
    for label, name in (("BibTeX", "readout.bib"), ("RIS", "readout.ris"), ("CSL-JSON", "readout.json")):
        with page.expect_download() as download:
            page.locator(".dz-cite").get_by_role("link", name=label, exact=True).click()
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
        texts[label] = (tmp_path / name).read_text(encoding="utf-8")
    address = f"{site_url}zh-Hant/{READOUT}"
    assert bibtexparser.parse_string(texts["BibTeX"]).entries[0]["url"] == address
    assert rispy.loads(texts["RIS"])[0]["urls"] == [address]
    assert json.loads(texts["CSL-JSON"])[0]["URL"] == address


def test_where_copying_is_not_allowed_the_citation_is_selected(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}", reduced_motion="reduce")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    page.locator(".dz-cite summary").click()
    page.locator(".dz-cite dd button").nth(1).click()
    until(page, "String(getSelection()).includes('新華網')")
    assert str(page.evaluate("String(getSelection())")).strip() == page.locator(".dz-cite [data-name=chicago]").inner_text()
