"""The sheet for a class: paragraphs are chosen on the page, and the browser prints them with exercises, the key on the back."""

from __future__ import annotations

import json

import pytest

from build_scripts.views.wording import say
from tests.browser.test_print import letters
from tests.browser.visit import TREES
from tests.browser.waiting import until
from tests.glyphs import Glyph, pages_of

SPEECH = "speech/readout/"


def made_sheet(page, paragraphs: tuple[str, ...], key: bool = True, view: str = "both") -> None:
    """Choose on a page and press print, which does nothing here: what it would print stays on the page."""
    page.evaluate("window.print = () => {}")
    page.click(".dz-handout-open")
    page.wait_for_selector("dialog.dz-handout-choice[open]")
    for box in page.query_selector_all("[name=dz-handout-paragraph]"):
        box.set_checked(box.get_attribute("value") in paragraphs)
    page.set_checked("[name=dz-handout-key]", key)
    page.check(f"[name=dz-handout-view][value={view}]")
    page.click(".dz-handout-choice [type=submit]")
    page.wait_for_selector(".dz-handout", state="attached")


def sheets(page, size: str) -> list[tuple[str, tuple[Glyph, ...]]]:
    """`(letters, characters)` of each page of the print."""
    return [(letters("".join(glyph.text for glyph in each.glyphs)), each.glyphs) for each in pages_of(page.pdf(format=size))]


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("tree", TREES)
def test_one_sheet_has_text_exercises_and_terms_and_the_key_on_its_back(
    browser, site, site_url: str, tree: str, size: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}{tree}/{SPEECH}")
    sheet = json.loads((site / f"sheets/{tree}/readout.json").read_text(encoding="utf-8"))
    asked = sheet["paragraphs"]["p3"]
    assert asked["exercises"] and asked["terms"]
    texts = [letters(page.locator(f"#{name}").inner_text())[:12] for name in ("p3", "p3-en", "p5")]
    made_sheet(page, ("p3",))
    front, back = sheets(page, size)
    assert texts[0] in front[0] and texts[1] in front[0] and texts[2] not in front[0] + back[0]
    for exercise in asked["exercises"]:
        assert letters(exercise["asked"]) in front[0] and letters(exercise["words"])[:20] in front[0]
        omitted = [words for kind, words in exercise["key"] if kind == "omitted"]
        assert all(letters(words) in back[0] for words in omitted)
    assert all(letters(english) in front[0] for _, english in asked["terms"])
    assert letters(say("sheet-answers", tree)) in back[0] and letters(say("sheet-legend", tree)) in back[0]
    for text, _ in (front, back):
        assert letters(sheet["line"]) in text and letters("/speech/readout/") in text
    assert all(glyph.bright < 128 for _, glyphs in (front, back) for glyph in glyphs)
    page.close()


def test_the_view_is_chosen_and_the_key_may_stay_away(browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}zh-Hans/{SPEECH}")
    own, other = (letters(page.locator(f"#{name}").inner_text())[:12] for name in ("p3", "p3-en"))
    made_sheet(page, ("p3",), key=False, view="source")
    (only,) = sheets(page, "A4")
    assert own in only[0] and other not in only[0] and letters(say("sheet-answers", "zh-Hans")) not in only[0]
    page.close()


def test_the_key_never_shares_a_page_with_the_text(browser, site_url: str) -> None:
    """Behind a front of one page it is on the back; a longer text leaves it a page by itself all the same."""
    page = browser.new_page()
    page.goto(f"{site_url}en/{SPEECH}")
    made_sheet(page, ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"))
    texts = [text for text, _ in sheets(page, "A4")]
    assert len(texts) > 2 and [letters(say("sheet-legend", "en")) in text for text in texts] == [False] * (len(texts) - 1) + [
        True
    ]
    page.close()


def test_after_printing_the_page_is_as_it_was_and_nothing_prints_without_a_paragraph(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{SPEECH}")
    made_sheet(page, ("p2",))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator(".dz-handout").count() and page.evaluate("document.documentElement.dataset.sheet") is None
    page.click(".dz-handout-open")
    page.wait_for_selector("dialog.dz-handout-choice[open]")
    for box in page.query_selector_all("[name=dz-handout-paragraph]"):
        box.set_checked(False)
    assert page.locator(".dz-handout-choice [type=submit]").is_disabled()
    page.keyboard.press("Escape")
    assert not page.locator(".dz-handout-choice").is_visible()


def test_a_text_that_takes_words_is_asked_what_it_changed_itself(browser, site, site_url: str) -> None:
    sheet = json.loads((site / "sheets/zh-Hans/takungpao-readout.json").read_text(encoding="utf-8"))
    name, asked = next((name, each["exercises"][0]) for name, each in sheet["paragraphs"].items() if each["exercises"])
    page = browser.new_page()
    page.goto(f"{site_url}zh-Hans/news/takungpao-readout/")
    made_sheet(page, (name,))
    front = sheets(page, "A4")[0][0]
    assert letters(asked["words"])[:20] in front and letters(asked["asked"]) in front
    page.close()


def test_the_choice_is_in_the_view_that_the_page_has_and_cuts_no_words(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{SPEECH}")
    page.click(".dz-handout-open")
    page.wait_for_selector("dialog.dz-handout-choice[open]")
    until(page, "document.activeElement.value === 'both' && document.activeElement.checked")
    assert page.locator("fieldset:has([name=dz-handout-paragraph])").evaluate("each => each.scrollWidth <= each.clientWidth")


@pytest.mark.parametrize("tree", TREES)
def test_paragraphs_are_told_in_the_language_of_the_page(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{SPEECH}")
    page.click(".dz-handout-open")
    page.wait_for_selector("dialog.dz-handout-choice[open]")
    label = page.locator("label:has([value=p3][name=dz-handout-paragraph])")
    words = label.locator("span[lang]")
    assert words.get_attribute("lang").split("-")[0] == tree.split("-")[0]
    assert label.locator("small").text_content() == say("sheet-exercises", tree).format(2)
    inks = {
        page.locator(each).first.evaluate("each => getComputedStyle(each).accentColor")
        for each in (".dz-handout-choice input",)
    }
    assert inks == {"rgb(29, 27, 25)"}, "black and vermilion are the only inks"
