"""Pinyin above the text: by dictionary, at the reader's wish, remembered, and never part of what is copied or read aloud."""

from __future__ import annotations

import pytest

from build_scripts.views.wording import say
from tests.browser.visit import TREES
from tests.browser.waiting import until

SPEECH = "speech/readout/"
COPIED = """() => {
  const text = document.getElementById('p4'), data = new DataTransfer();
  getSelection().selectAllChildren(text);
  text.dispatchEvent(new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true}));
  getSelection().empty();
  return data.getData('text/plain').split('\\n')[0];
}"""
ABOVE = "() => Object.fromEntries([...document.querySelectorAll('#p4 ruby')].map(each => [each.firstChild.data, each.lastChild.textContent]))"


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_put_above_chinese_words_and_taken_away(open_page, site_url: str, tree: str, width: int) -> None:
    page = open_page(f"{site_url}{tree}/{SPEECH}", width)
    text, copied = page.locator("#p4").text_content(), page.evaluate(COPIED)
    button = page.get_by_role("button", name=say("pinyin", tree))
    assert not page.locator("ruby").count() and button.get_attribute("title") == say("pinyin-because", tree)
    button.click()
    until(page, "() => document.querySelector('#p4 ruby')")
    above = page.evaluate(ABOVE)
    assert above["工"] == "gōng" and "的" not in above and "要" not in above
    assert not page.locator(".dz-translated ruby, .dz-reading ruby").count() or tree != "en"
    assert page.evaluate(COPIED) == copied
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.reload()
    until(page, "() => document.querySelector('#p4 ruby')")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    until(page, "() => !document.querySelector('ruby')")
    assert page.locator("#p4").text_content() == text


def test_a_word_with_pinyin_above_it_is_still_looked_up(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{SPEECH}")
    page.locator(".dz-pinyin").click()
    until(page, "() => document.querySelector('#p4 ruby')")
    page.evaluate("""() => {
      const [first, second] = [...document.querySelectorAll('#p4 ruby')];
      getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
    }""")
    page.wait_for_selector(".dz-gloss:not([hidden])")


def test_it_is_printed_only_when_it_is_on(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{SPEECH}")
    page.emulate_media(media="print")
    assert not page.locator("rt").count()
    page.emulate_media(media="screen")
    page.locator(".dz-pinyin").click()
    until(page, "() => document.querySelector('#p4 ruby')")
    page.emulate_media(media="print")
    assert page.locator("#p4 rt").first.is_visible()
