"""Back on a phone: it closes what lies over the page, and then leaves the page; what is closed otherwise leaves no step behind."""

from __future__ import annotations

import pytest

from tests.browser.waiting import until

ARTICLE = "commentary/wang-wenze/"
PHONE = {"width": 390, "height": 800, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
DRAWER = "() => document.getElementById('__drawer').checked"
SETTLED = "() => !history.state?.over"


@pytest.fixture
def phone(open_page, site_url: str):
    """An article on a phone, come to from the home page."""
    page = open_page(f"{site_url}en/", **PHONE)
    page.goto(f"{site_url}en/{ARTICLE}?view=source")
    return page


def open_note(page) -> None:
    call = page.locator(".footnote-ref:visible").nth(3)
    call.scroll_into_view_if_needed()
    call.tap()
    assert page.locator(".dz-sheet:visible").count() == 1


def open_search(page) -> None:
    page.locator(".dz-search-open").tap()
    page.locator(".dz-search").wait_for()


def open_drawer(page) -> None:
    page.locator("label[for=__drawer]:visible").first.tap()
    until(page, DRAWER)


SHUT = {
    open_note: "() => !document.querySelector('.dz-sheet')?.checkVisibility()",
    open_search: "() => !document.querySelector('.dz-search:popover-open')",
    open_drawer: "() => !document.getElementById('__drawer').checked",
}


@pytest.mark.parametrize("opens", SHUT, ids=lambda opens: opens.__name__)
def test_back_closes_what_is_open_and_then_leaves(phone, opens) -> None:
    opens(phone)
    place = phone.evaluate("scrollY")
    phone.go_back()
    until(phone, SHUT[opens])
    assert ARTICLE in phone.url and phone.evaluate("scrollY") == place
    phone.go_back()
    phone.wait_for_url("**/en/")


def test_what_is_closed_by_hand_leaves_no_step_behind(phone) -> None:
    open_note(phone)
    phone.locator(".dz-sheet button").tap()
    until(phone, SETTLED)
    open_search(phone)
    phone.keyboard.press("Escape")
    until(phone, SETTLED)
    phone.go_back()
    phone.wait_for_url("**/en/")


def test_a_list_opened_over_a_note_is_closed_first(phone) -> None:
    open_note(phone)
    summary = phone.locator(".dz-links > summary:visible").first
    summary.scroll_into_view_if_needed()
    summary.tap()
    assert phone.locator(".dz-links[open]").count() == 1
    phone.wait_for_timeout(500)  # longer than a step is kept for
    phone.go_back()
    until(phone, "() => !document.querySelector('.dz-links[open]')")
    until(phone, SETTLED)
    phone.go_back()
    phone.wait_for_url("**/en/")


def test_a_result_that_is_followed_leaves_no_step_behind(phone) -> None:
    open_search(phone)
    phone.locator(".dz-search input").fill("知识产权")
    phone.locator(".dz-search li a").first.tap()
    phone.wait_for_url("**h=*")
    phone.go_back()
    phone.wait_for_url(f"**/{ARTICLE}?view=source")
    until(phone, SETTLED)
    phone.go_back()
    phone.wait_for_url("**/en/")


def test_what_opens_while_a_step_is_given_back_stays_open(phone) -> None:
    open_search(phone)
    phone.evaluate(
        """() => new Promise(done => {
          const back = history.back.bind(history), sheet = document.querySelector(".dz-search");
          history.back = () => { back(); sheet.showPopover(); history.back = back; setTimeout(done, 500); };
          sheet.hidePopover();
        })"""
    )
    assert phone.locator(".dz-search").is_visible()
    phone.go_back()
    until(phone, SHUT[open_search])
    assert ARTICLE in phone.url


def test_the_contents_are_one_tap_away(phone) -> None:
    open_drawer(phone)
    entry = phone.locator(".md-sidebar--primary .md-nav--secondary .md-nav__link[href='#h2-en']")
    entry.tap()
    phone.wait_for_url("**#h2-en")
    until(phone, "() => !document.getElementById('__drawer').checked")
    phone.go_back()
    phone.wait_for_url(f"**/{ARTICLE}?view=source")
