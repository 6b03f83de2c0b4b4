"""The pages about the links: connections, the collation, works cited."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.browser.network import Published
from tests.browser.visit import IN_VIEW, STYLE, TREES, red

READOUT, ARTICLE = "speech/readout/", "commentary/wang-wenze/"


@pytest.mark.parametrize("tree", TREES)
def test_connections_agree_with_the_data(open_page, site_url: str, published: Published, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/connections/")
    ends = [
        (link["from"]["document"], link["to"]["block"])
        for link in published.numbered.values()
        if link["to"]["document"] == "readout"
    ]
    cells = page.locator(".dz-matrix td:not(:empty)").evaluate_all(
        "all => all.map(each => [each.dataset.document, each.parentElement.dataset.block, Number(each.querySelector('a').textContent)])"
    )
    assert {(document, block): count for document, block, count in cells} == Counter(ends)
    bars = page.locator(".dz-takes a.dz-passage").evaluate_all(
        "all => all.map(each => [each.closest('.dz-takes').dataset.document, each.closest('svg').dataset.block])"
    )
    assert Counter(map(tuple, bars)) == Counter(ends)
    drawn = page.locator(".dz-takes a.dz-passage rect").evaluate_all("all => all.map(each => each.width.baseVal.value)")
    assert sorted(drawn) == sorted(
        link["to"]["end"] - link["to"]["start"] for link in published.numbered.values() if link["to"]["document"] == "readout"
    )


def test_connections_can_be_used_by_keyboard_and_pointer(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/connections/")
    bar = page.locator(".dz-takes[data-document=cctv] a.dz-passage").first
    before = bar.locator("rect").evaluate(STYLE, "fill")
    assert red(before)
    bar.hover()
    assert not red(bar.locator("rect").evaluate(STYLE, "fill"))
    bar.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert bar.evaluate(STYLE, "outline-style") == "solid"
    assert "Quotation" in bar.get_attribute("aria-label")
    page.keyboard.press("Enter")
    page.wait_for_url("**/news/cctv/#l*")


@pytest.mark.parametrize("tree", TREES)
def test_connections_picture_fits(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/connections/")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        names = page.locator(".dz-takes h3").all()
        assert len(names) == 5 and all(name.is_visible() for name in names)
        rows = page.locator(".dz-strip").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.right])"
        )
        assert len({(round(left), round(right)) for left, right in rows}) == 1 and rows[0][1] <= width
        heads, boxes = (
            page.locator(f"{row} .dz-strip > *").evaluate_all(
                "all => all.map(each => Math.round(each.getBoundingClientRect().left))"
            )
            for row in (".dz-heads", ".dz-takes:nth-of-type(4)")
        )
        assert all(abs(one - other) <= 1 for one, other in zip(heads, boxes, strict=True))


@pytest.mark.parametrize("tree", TREES)
def test_collation_shows_substantive_differences_alone(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/connections/collation/", java_script_enabled=False)
    sentences, readings = page.locator(".dz-sentence"), page.locator(".dz-taking")
    everything = readings.count()
    assert sentences.count() > 20 and page.locator(".dz-taking:visible").count() == everything
    assert (page.locator(".dz-base-english").count() > 20) == (tree == "en")
    page.locator("label[for=dz-substantive]").click()
    left = page.locator(".dz-taking:visible")
    assert 0 < left.count() < everything
    assert (
        left.count()
        == page.locator(".dz-taking.dz-substantive").count()
        == page.locator(".dz-taking:visible:has(ins, del)").count()
    )
    assert page.locator(".dz-collation:visible").count() == page.locator(".dz-collation:has(.dz-substantive)").count()
    assert "正" in page.locator(".dz-taking:visible ins").all_text_contents()


@pytest.mark.parametrize("tree", TREES)
def test_collation_has_contents_by_paragraph_and_sentence(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/connections/collation/", java_script_enabled=False)
    ways = page.locator(".dz-collation-contents .dz-way a")
    assert ways.count() == page.locator(".dz-sentence[id]").count()
    page.locator(".dz-collation-contents a[href='#c-readout-p8.2']").click()
    assert page.locator(":target").evaluate(IN_VIEW) and page.locator(":target").get_attribute("class").startswith(
        "dz-sentence"
    )


@pytest.mark.parametrize("tree", TREES)
def test_works_cited_once_each_with_every_note(open_page, site_url: str, published: Published, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/works-cited/")
    cited = {(link["work"], link["from"]["document"], link["from"]["block"]) for link in published.citations}
    shown = page.locator(".dz-works > li").evaluate_all(
        "all => all.map(each => [each.id, [...each.querySelectorAll('.dz-cited a')].map(link => new URL(link.href))"
        ".map(url => [url.pathname.split('/').at(-2), url.hash.slice(1)])])"
    )
    assert {(work, *note) for work, notes in shown for note in notes} == cited
    assert len(shown) == len({work for work, _ in shown}) == len({work for work, _, _ in cited})
    titles = page.locator(".dz-work-title").all_text_contents()
    assert len(set(titles)) == len(titles)
    page.locator(".dz-work-here a").click()
    page.wait_for_url(f"{site_url}{tree}/{READOUT}")


def test_notes_lead_to_the_works_and_to_the_speech(open_page, site_url: str, published: Published) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}")
    notes = {link["from"]["block"] for link in published.citations if link["to"] and link["to"]["document"] == "readout"}
    leading = page.locator(".footnote a.dz-work[href*='speech/readout']").evaluate_all(
        "all => all.map(each => each.closest('li').id)"
    )
    assert {f"fn:{name[1:]}" for name in notes} == set(leading) and len(leading) == 8
    assert page.locator(".footnote a.dz-work[href*='works-cited']").count() == 52
    page.locator("[id='fn:12'] a.dz-work").first.click()
    page.wait_for_url("**/works-cited/#work-*")
    assert page.locator("li:target").evaluate(IN_VIEW)


@pytest.mark.parametrize("tree", TREES)
def test_nothing_is_wider_than_a_small_phone_with_its_list_open(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/", width=320, height=640, reduced_motion="reduce")
    for path in (f"{READOUT}#links-p3", f"{ARTICLE}#links-p25"):
        page.goto(f"{site_url}{tree}/{path}")
        page.locator(".dz-panel:visible").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.locator(".dz-panel:visible").evaluate("each => each.scrollWidth <= each.clientWidth")
