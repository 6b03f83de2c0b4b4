"""The keyboard: the keys of a text, those of every page, and the list of them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from build_scripts.views.wording import say
from tests.browser.visit import TREES

ARTICLE, READOUT = "commentary/wang-wenze/", "speech/readout/"
FOCUSED = "document.activeElement.hash || document.activeElement.className"


@pytest.mark.parametrize("tree", TREES)
def test_keys(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}?view=source")
    press = page.keyboard.press
    paragraphs = page.locator(".dz-here:visible").evaluate_all("all => all.map(each => each.hash)")
    for key, at in (("j", 0), ("n", 1), ("j", 2), ("k", 1), ("p", 0), ("p", 0)):
        press(key)
        assert page.evaluate(FOCUSED) == paragraphs[at]
    for key, at in ((".", 1), (".", 2), (",", 1)):
        press(key)
        assert page.evaluate(FOCUSED) == f"#fn:{at}"
    press("Escape")
    for view in ("translation", "interleaved", "both", "source"):
        press("v")
        page.wait_for_url(f"**view={view}")
    press("Control+v")
    press("Alt+j")
    assert page.evaluate("location.search") == "?view=source"
    press("?")
    sheet = page.locator("dialog.dz-keys")
    assert sheet.is_visible() and say("key-paragraph", tree) in sheet.inner_text()
    press("v")
    press("Escape")
    assert not sheet.is_visible() and page.evaluate("location.search") == "?view=source"
    press("s")
    assert page.locator(".dz-search").is_visible()
    for key in "vj?]":
        press(key)
    assert page.locator(".dz-search input").input_value() == "vj?]" and page.evaluate("location.search") == "?view=source"
    press("Escape")
    page.locator(".dz-search").wait_for(state="hidden")
    press("]")
    page.wait_for_url("**/commentary/ndrc/*")
    press("[")
    page.wait_for_url("**/commentary/wang-wenze/*")


def test_keys_go_by_pairs_where_both_sides_are_shown(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}")
    seen = []
    for _ in range(3):
        page.keyboard.press("j")
        seen.append(page.evaluate(FOCUSED))
    assert all(name.endswith("-en") for name in seen[1:]) and len(set(seen)) == 3


OTHERS = (
    "",
    "speech/",
    "connections/",
    "connections/collation/",
    "works-cited/",
    "about/",
    "about/sources/",
    "about/ledger/readout/",
)


@pytest.mark.parametrize("tree", TREES)
def test_keys_of_every_page(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/")
    for path in OTHERS:
        page.goto(f"{site_url}{tree}/{path}")
        address = page.url
        for key in "np.,jkv":
            page.keyboard.press(key)
        sheet, search = page.locator("dialog.dz-keys"), page.locator(".dz-search")
        page.keyboard.press("?")
        rows = sheet.locator("dt:visible").all_inner_texts()
        turning = page.locator(".md-footer__link").count() > 0
        assert rows == (["] ["] if turning else []) + ["/ s", "?", "Esc"], path
        page.keyboard.press("Escape")
        assert not sheet.is_visible()
        for key in "s/":
            page.keyboard.press(key)
            assert search.is_visible(), path
            page.keyboard.press("Escape")
            assert not search.is_visible()
        assert page.evaluate("location.href") == address
    page.goto(f"{site_url}{tree}/about/")
    there = page.locator(".md-footer__link--next").get_attribute("href")
    page.keyboard.press("]")
    page.wait_for_url(urljoin(f"{site_url}{tree}/about/", there))
    page.keyboard.press("[")
    page.wait_for_url(f"{site_url}{tree}/about/")


@pytest.mark.parametrize("opener", ["s", "?"])
def test_a_key_at_once_after_something_has_closed(open_page, site_url: str, opener: str) -> None:
    """What has closed has the focus until the next frame, and the key is not meant for it."""
    page = open_page(f"{site_url}en/")
    page.keyboard.press(opener)
    page.evaluate("""() => {
      const press = key => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
      document.querySelector(".dz-search:popover-open") ? press("Escape") : document.querySelector(".dz-keys").close();
      press("s");
    }""")
    assert page.locator(".dz-search").is_visible()


@pytest.mark.parametrize("tree", TREES)
def test_the_list_of_keys_is_opened_by_a_control_too_and_lists_what_there_is(open_page, site_url: str, tree: str) -> None:
    for path, listed in (
        (ARTICLE, ["j k · n p", ". ,", "] [", "/ s", "v", "?", "Esc"]),
        ("news/takungpao-ren-zhongping/", ["j k · n p", "] [", "/ s", "v", "?", "Esc"]),
    ):
        page = open_page(f"{site_url}{tree}/{path}")
        for control in page.locator(".dz-keys-open").all():
            control.click()
            assert page.locator("dialog.dz-keys dt:visible").all_inner_texts() == listed
            page.locator(".dz-keys-close").click()
            assert not page.locator("dialog.dz-keys").is_visible()
