"""Every quotation leads to what it quotes: marks, lists, and the words arrived at."""

from __future__ import annotations

import pytest

from tests.browser.network import Published
from tests.browser.visit import IN_VIEW, STYLE, TREES, red
from tests.browser.waiting import until

READOUT, ARTICLE, OPINION = "speech/readout/", "commentary/wang-wenze/", "commentary/ndrc/"
SIZES = [(1280, 900), (390, 800)]
FOCUS_INSIDE = "each => each.contains(document.activeElement)"
FIRST_LINE = "each => { const box = each.getClientRects()[0]; return [box.left + 9, box.top + box.height / 2] }"
LAST_LINE = "each => { const box = [...each.getClientRects()].at(-1); return [box.right - 14, box.top + box.height / 2] }"
PIECES = """() => {
  const words = {};
  for (const piece of document.querySelectorAll("article [data-l]:not(.dz-translated *)"))
    for (const number of piece.dataset.l.split(" ")) words[number] = (words[number] ?? "") + piece.textContent;
  return words;
}"""
ARRIVED = "() => [...document.querySelectorAll('.dz-arrived:not(.dz-translated *)')].map(each => each.textContent).join('')"


def summary(page, block: str):
    """What opens the list of a paragraph."""
    return page.locator(f".dz-links:has(> #links-{block}) > summary")


def opened(page) -> list[str]:
    return page.locator(".dz-links[open] > .dz-panel").evaluate_all("all => all.map(each => each.id)")


def link_to(page, path: str):
    return page.locator(f"article a.dz-q[href*='{path}']")


# Marks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tree", TREES)
def test_both_ends_of_every_link_are_marked_to_the_character(open_page, site_url: str, published: Published, tree: str) -> None:
    shown = {}
    page = open_page(f"{site_url}{tree}/")
    for document, path in published.paths.items():
        page.goto(f"{site_url}{tree}/{path}", wait_until="commit")
        page.wait_for_load_state("domcontentloaded")
        shown.update({(document, int(number)): words for number, words in page.evaluate(PIECES).items()})
    ends = {
        (span["document"], number): span for number, link in published.numbered.items() for span in (link["from"], link["to"])
    }
    assert shown == {(name, number): published.words(span, tree) for (name, number), span in ends.items()}


def test_marks_can_be_seen_without_colour(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}")
    for mark in page.locator(".dz-q, .dz-t").all():
        assert mark.evaluate(STYLE, "text-decoration-line") == "underline"
        quoted = not {"dz-same-wording", "dz-echo", "dz-echoed"} & set(mark.get_attribute("class").split())
        assert mark.evaluate(STYLE, "text-decoration-style") == ("solid" if quoted else "dotted")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_vermilion_marks_only_what_comes_from_the_speech(open_page, site_url: str, scheme: str) -> None:
    for path in (READOUT, ARTICLE, "news/takungpao-seven-points/"):
        page = open_page(f"{site_url}zh-Hans/{path}", color_scheme=scheme)
        for mark in page.locator(".dz-q, .dz-t").all():
            assert red(mark.evaluate(STYLE, "text-decoration-color")) == ("dz-from-speech" in mark.get_attribute("class"))


def test_marks_of_the_speech_grow_with_the_texts_that_take_it(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hant/{READOUT}")
    sizes = [page.locator(f".dz-t[data-n='{n}']").first.evaluate(STYLE, "text-decoration-thickness") for n in (1, 2)]
    assert sizes == ["1px", "2px"]
    colours = page.locator(".dz-t[data-n]").evaluate_all("all => all.map(each => getComputedStyle(each).textDecorationColor)")
    assert len(set(colours)) == 1  # of one strength


@pytest.mark.parametrize("tree", TREES)
def test_signs_are_explained_where_they_first_appear(open_page, site_url: str, tree: str) -> None:
    for path in (READOUT, ARTICLE, "news/takungpao-readout/"):
        page = open_page(f"{site_url}{tree}/{path}")
        line = page.locator(".dz-signs")
        assert line.count() == 1 and line.is_visible()
        first = page.locator("article :is(.dz-parallel, .dz-text) .dz-links").first.bounding_box()
        assert abs(line.bounding_box()["y"] - first["y"]) < 60


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("tree", TREES)
def test_a_click_on_marked_words_opens_their_sentence(open_page, site_url: str, tree: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", width=width, height=height, reduced_motion="reduce")
    for name in ("p4.2", "p5.2"):
        words = page.locator(f"[id='{name}'] .dz-t").last
        words.scroll_into_view_if_needed()
        page.mouse.click(*words.evaluate(LAST_LINE))  # behind the terms, which are links of their own
        page.wait_for_url(f"**#links-{name}")
        group, panel = page.locator(f"[id='links-{name}']"), page.locator(".dz-panel:visible")
        texts = group.locator(".dz-of-head > p")
        assert texts.count() == 2 and page.locator(f"[id='{name}']").inner_text() in texts.all_inner_texts()
        assert texts.first.evaluate("each => each.lang").startswith(tree[:2])
        head = group.locator(".dz-of-head > p").first.bounding_box()
        assert panel.bounding_box()["y"] < head["y"] < height
        own, other = (f"{name}-en", name) if tree == "en" else (name, f"{name}-en")
        for side in (own, other) if width > 1000 else (own,):  # on a phone the other language stands below
            box = page.locator(f"[id='{side}']").bounding_box()
            assert box["y"] > 48 and box["y"] + box["height"] < panel.bounding_box()["y"]
        assert page.locator(".dz-paired").count() == 2
        page.keyboard.press("Escape")


def test_each_sentence_has_its_witnesses_its_changes_and_its_place_in_the_collation(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}#links-p4.2")
    group = page.locator("[id='links-p4.2']")
    changes = group.locator(".dz-variants li").all_inner_texts()
    assert any(each.startswith("−") for each in changes) and any("→" in each for each in changes)
    assert group.locator(".dz-entry").count() == group.locator(".dz-to").count() > 2
    assert all(
        len(words) < 200 for words in group.locator(".dz-words").all_inner_texts()
    )  # of the sentence, not of the paragraph
    group.locator(".dz-of-head > .dz-way").click()
    page.wait_for_url("**/connections/collation/#c-readout-p4.2")
    assert page.locator(":target").evaluate(IN_VIEW)


def test_back_from_a_witness_to_the_pixel(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}", reduced_motion="reduce")
    summary(page, "p5").click()
    panel = page.locator("#links-p5")
    panel.evaluate("each => each.scrollTop = 120")
    before = page.evaluate("scrollY")
    panel.locator(".dz-to").nth(1).evaluate("each => each.click()")
    page.wait_for_url(lambda url: READOUT not in url)
    page.go_back()
    page.locator("#links-p5").wait_for()
    assert page.evaluate("scrollY") == before and panel.evaluate("each => each.scrollTop") == 120


# The list of a paragraph -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("tree", TREES)
def test_panel_by_mouse(open_page, site_url: str, published: Published, tree: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", width=width, height=height, reduced_motion="reduce")
    panel = page.locator("#links-p4")
    assert not panel.is_visible()
    summary(page, "p4").click()
    box = panel.bounding_box()
    page.wait_for_url("**#links-p4")
    assert panel.evaluate(FOCUS_INSIDE)
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, width, height)
    for name in ("#p4", "#p4-en"):
        assert page.locator(name).bounding_box()["y"] < box["y"]
    takers = {
        link["from"]["document"]
        for link in published.numbered.values()
        if (link["to"]["document"], link["to"]["block"]) == ("readout", "p4")
    }
    said = summary(page, "p4").locator(".dz-said").text_content()
    assert said.strip().startswith(str(len(takers)))
    panel.get_by_role("button").click()
    assert not panel.is_visible()
    page.wait_for_url(f"**/{READOUT}")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_panel_by_keyboard(open_page, site_url: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}", width=width, height=height, reduced_motion="reduce")
    closed, panel = summary(page, "p24"), page.locator("#links-p24")
    closed.focus()
    page.keyboard.press("Enter")
    assert panel.is_visible() and panel.evaluate(FOCUS_INSIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Close"
    page.keyboard.press("Tab")
    assert "dz-to" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Escape")
    assert not panel.is_visible() and closed.evaluate(FOCUS_INSIDE)
    page.wait_for_url(f"**/{ARTICLE}")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert not panel.is_visible() and closed.evaluate(FOCUS_INSIDE)


def test_one_panel_at_a_time_and_the_way_back_closes_it(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", reduced_motion="reduce")
    for block in ("p23", "p24"):
        summary(page, block).click()
        assert opened(page) == [f"links-{block}"]
        page.wait_for_url(f"**#links-{block}")
    page.go_back()
    page.wait_for_url(f"**/{ARTICLE}")
    assert opened(page) == []
    page.go_forward()
    page.locator(".dz-panel:visible").wait_for()
    assert opened(page) == ["links-p24"]


def test_a_list_opened_and_closed_leaves_no_step_behind(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/about/", reduced_motion="reduce")
    page.goto(f"{site_url}zh-Hans/{ARTICLE}")
    for way in (lambda: page.keyboard.press("Escape"), lambda: page.locator(".dz-bar button:visible").click()):
        summary(page, "p23").click()
        page.mouse.wheel(0, 200)
        summary(page, "p24").click()
        before = page.evaluate("scrollY")
        way()
        page.wait_for_url(f"**/{ARTICLE}")
        assert opened(page) == [] and page.evaluate("scrollY") == before
    page.go_back()
    assert page.url == f"{site_url}zh-Hans/about/"


def test_a_list_opened_while_another_one_closes(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", reduced_motion="reduce")
    summary(page, "p23").click()
    page.evaluate("""() => {
      document.querySelector("#links-p23 .dz-bar button").click();
      document.querySelector(".dz-links:has(> #links-p24) > summary").click();
    }""")
    page.wait_for_url("**#links-p24")
    assert opened(page) == ["links-p24"]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_address_opens_the_panel_beside_its_paragraph(open_page, site_url: str, width: int, height: int) -> None:
    for path, block in ((READOUT, "p6"), (OPINION, "p1"), ("news/takungpao-key-points/", "item4")):
        page = open_page(f"{site_url}zh-Hant/{path}#links-{block}", width=width, height=height, reduced_motion="reduce")
        panel = page.locator(f"#links-{block}")
        panel.wait_for()
        text, box = page.locator(f"#{block}").bounding_box(), panel.bounding_box()
        assert 0 < text["y"] + text["height"] <= height
        assert text["x"] + text["width"] <= box["x"] or text["y"] + text["height"] <= box["y"] + 1


def test_language_switch_keeps_the_panel(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{READOUT}#links-p5")
    page.locator(".dz-languages a[hreflang=en]").click()
    page.wait_for_url(f"{site_url}en/{READOUT}#links-p5")
    assert page.locator("#links-p5").is_visible()


def test_an_inserted_character_is_shown_exactly(open_page, site_url: str) -> None:
    for tree in TREES:
        page = open_page(f"{site_url}{tree}/{OPINION}#links-p1")
        words = page.locator("#links-p1 .dz-words").first
        assert words.locator("ins").all_text_contents() == ["正"] and words.locator("del").count() == 0
        assert words.locator("ins").evaluate(STYLE, "text-decoration-line") == "underline"
        assert words.locator("ins").get_attribute("title")
        assert page.locator("#links-p1 .dz-legend ins").is_visible()


def test_the_three_kinds_of_difference_are_drawn_differently(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/connections/collation/")
    drawn = {
        (words.evaluate(STYLE, "text-decoration-line"), words.evaluate(STYLE, "text-decoration-style"))
        for words in (page.locator(f".dz-words {kind}").first for kind in ("ins", "del", ".dz-regional"))
    }
    assert drawn == {("underline", "solid"), ("line-through", "solid"), ("underline", "dotted")}


def test_words_carry_their_own_language(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{OPINION}#links-p1")
    languages = page.locator("#links-p1 .dz-entry:first-child q").evaluate_all("all => all.slice(0, 3).map(each => each.lang)")
    assert languages == ["zh-Hans-CN", "zh-Hant-TW", "en"]


def test_official_english_for_english_readers(open_page, site_url: str, published: Published) -> None:
    quoting = [
        link
        for link in published.numbered.values()
        if link["from"]["document"] == "ndrc" and link["to"]["document"] == "readout"
    ]
    page = open_page(f"{site_url}en/{OPINION}")
    said = " ".join(page.locator(".dz-official q").all_text_contents())
    assert [link["type"] for link in quoting] == ["quotation", "quotation", "echo", "echo"]
    assert all(words in said for link in quoting for words in published.english(link["to"]))
    assert open_page(f"{site_url}zh-Hans/{OPINION}").locator(".dz-official").count() == 0


def test_print_leaves_closed_lists_out(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}#links-p24")
    page.locator("#links-p24").wait_for()
    page.emulate_media(media="print")
    assert page.locator("#links-p24").evaluate(STYLE, "position") == "static"
    assert page.locator(".dz-panel:visible").evaluate_all("all => all.map(each => each.id)") == ["links-p24"]
    assert page.locator(".dz-links > summary:visible").count() == 0


# Arriving at the words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("tree", TREES)
def test_quotation_leads_to_the_exact_words(
    open_page, site_url: str, published: Published, tree: str, width: int, height: int
) -> None:
    page = open_page(f"{site_url}{tree}/{OPINION}", width=width, height=height)
    quotation = link_to(page, "readout").first
    number = int(quotation.get_attribute("data-l"))
    quotation.scroll_into_view_if_needed()
    page.mouse.click(*quotation.evaluate(FIRST_LINE))
    page.wait_for_url(f"{site_url}{tree}/{READOUT}#l{number}")
    assert page.evaluate(ARRIVED) == published.words(published.numbered[number]["to"], tree)
    assert page.locator(f"#l{number}").evaluate(IN_VIEW)
    page.locator(f"#links-p3 [data-to='{number}'] .dz-to").first.evaluate("each => each.click()")
    page.wait_for_url(f"{site_url}{tree}/{OPINION}#l{number}")
    assert page.evaluate(ARRIVED) == published.words(published.numbered[number]["from"], tree)


def test_arrival_fades_and_moves_on_with_the_address(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{READOUT}#l27")
    piece = page.locator(".dz-arrived").first
    assert piece.evaluate(STYLE, "animation-name") == "dz-arrive"
    page.evaluate("location.hash = '#l26'")
    until(page, "document.querySelector('.dz-arrived').dataset.l.split(' ').includes('26')")
    assert page.locator(".dz-arrived:not(.dz-translated *)").count() == 1
    still = open_page(f"{site_url}zh-Hans/{READOUT}#l27", reduced_motion="reduce").locator(".dz-arrived").first
    assert still.evaluate(STYLE, "animation-name") == "none"
    assert still.evaluate(STYLE, "background-color") != "rgba(0, 0, 0, 0)"


def test_text_fragments_still_work(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{READOUT}#:~:text=早日形成")
    until(page, "scrollY > 300")
    assert page.locator(".dz-arrived").count() == 0
    page = open_page(f"{site_url}zh-Hans/{READOUT}#l27:~:text=早日形成")
    assert page.locator(".dz-arrived").count() > 0


# Without scripts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_lists_and_links_without_scripts(open_page, site_url: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", width=width, height=height, java_script_enabled=False)
    summary(page, "p23").click()
    summary(page, "p24").click()
    assert page.locator(".dz-panel:visible").count() == 1
    panel, text = page.locator("#links-p24").bounding_box(), page.locator("#p24").bounding_box()
    assert abs(panel["x"] - text["x"]) < 2 and panel["y"] >= text["y"] + text["height"]
    assert page.locator("#p25").bounding_box()["y"] >= panel["y"] + panel["height"]
    page.locator("#links-p24 .dz-to").first.click()
    page.wait_for_url(f"{site_url}zh-Hans/{READOUT}#l27")
    target = page.locator(":target")
    assert target.get_attribute("id") == "l27" and 48 < target.bounding_box()["y"] < height / 2
    assert page.locator(":target .dz-t").first.evaluate(STYLE, "background-color") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("tree", TREES)
def test_address_opens_the_list_without_scripts(open_page, site_url: str, tree: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}#links-p4", width=width, height=height, java_script_enabled=False)
    panel = page.locator("#links-p4")
    assert panel.is_visible() and page.locator(".dz-panel:visible").count() == 1
    assert 0 < panel.bounding_box()["y"] < height
