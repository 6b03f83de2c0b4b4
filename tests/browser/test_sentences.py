"""A sentence and its counterpart: each has an address, both are lit together, and the links of one are those of the other."""

from __future__ import annotations

import pytest

from tests.browser.visit import IN_VIEW, STYLE, TREES
from tests.browser.waiting import until

READOUT, CCTV, ARTICLE = "speech/readout/", "news/cctv/", "commentary/wang-wenze/"
LIT = "() => [...document.querySelectorAll('.dz-paired')].map(each => each.id).sort()"
FIRST_LINE = "each => { const box = each.getClientRects()[0]; return [box.left + 9, box.top + box.height / 2] }"
PLAIN = "rgba(0, 0, 0, 0)"
MERGED, MERGED_EN = ["p3.1", "p3.1-en", "p3.2"], "p3.1-en"


def point_at(page, name: str) -> list[float]:
    sentence = page.locator(f"[id='{name}']")
    sentence.scroll_into_view_if_needed()
    return sentence.evaluate(FIRST_LINE)


@pytest.mark.parametrize("tree", TREES)
def test_pointing_at_a_sentence_lights_what_says_the_same(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}")
    for name in ("p3.1", "p3.2", MERGED_EN):
        page.mouse.move(*point_at(page, name))
        assert page.evaluate(LIT) == MERGED
    page.mouse.move(*point_at(page, "p6.2-en"))
    assert page.evaluate(LIT) == ["p6.2", "p6.2-en"]
    assert page.locator("[id='p6.2']").evaluate(STYLE, "background-color") != PLAIN
    page.mouse.move(2, 2)
    assert page.evaluate(LIT) == []


@pytest.mark.parametrize("tree", TREES)
def test_a_tap_keeps_it_lit_and_gives_it_an_address(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}", width=390, height=844, has_touch=True, is_mobile=True)
    plain = ".dz-pair p:not(.dz-translated, [class^=dz-heading]) > .dz-s[data-s]:not(:has(.dz-t, a, .dz-word))"
    name = page.locator(plain).nth(3).get_attribute("id")
    page.touchscreen.tap(*point_at(page, name))
    assert {name, f"{name}-en"} <= set(page.evaluate(LIT)) and page.url.endswith(f"#{name}")
    page.touchscreen.tap(*point_at(page, name))
    assert page.evaluate(LIT) == [] and "#" not in page.url


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("name", ["p7.2", "p7.2-en"])
def test_a_sentence_is_arrived_at(open_page, site_url: str, tree: str, name: str) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}#{name}")
    sentence = page.locator(f"[id='{name}']")
    assert page.evaluate(LIT) == ["p7.2", "p7.2-en"] and sentence.evaluate(IN_VIEW)
    assert page.locator(f"[id='{name}'] .dz-t").first.evaluate(STYLE, "background-color") == PLAIN
    still = open_page(f"{site_url}{tree}/{READOUT}#{name}", java_script_enabled=False)
    assert still.locator(f"[id='{name}']").evaluate(STYLE, "background-color") != PLAIN


def test_every_sentence_is_one_element_and_every_id_is_there_once(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}")
    sentences = page.locator(".dz-s").evaluate_all("all => all.map(each => each.id)")
    assert all(sentences) and len(set(sentences)) == len(sentences) > 350
    ids = page.locator("article [id]").evaluate_all("all => all.map(each => each.id)")
    assert len(set(ids)) == len(ids)
    assert page.locator("a a").count() == 0


def test_the_focus_inside_a_sentence_lights_it(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{CCTV}")
    page.locator("[id='l33-en']").focus()
    assert page.evaluate(LIT) == ["p6.1", "p6.1-en"]


def test_the_own_link_of_a_paragraph_means_the_sentence_that_is_lit(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}#p6.2", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#p6 > .dz-here").click()
    assert page.url.endswith("#p6.2")
    until(page, "() => navigator.clipboard.readText().then(text => text.includes('#p6.2'))")
    page.locator("#p7 > .dz-here").click()
    assert page.url.endswith("#p7")


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_the_translation_alone_has_the_links_and_the_lists(open_page, site_url: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}en/{CCTV}", width=width, height=height)
    page.locator(".dz-view input[value=translation]").check(force=True)
    assert page.locator("#p6").is_hidden()
    link = page.locator("[id='l33-en']")
    assert link.inner_text().startswith("the need to promote") and link.get_attribute("href").endswith("readout/#l33")
    page.mouse.click(*point_at(page, "l33-en"))
    page.wait_for_url(f"{site_url}en/{READOUT}*#l33")
    assert page.evaluate("document.documentElement.dataset.view") == "translation"
    arrived = page.locator(".dz-translated .dz-arrived")
    assert arrived.first.inner_text().startswith("He stressed the need to promote") and arrived.first.evaluate(IN_VIEW)
    page.locator(".dz-links:has(> #links-p5) > summary").click()
    assert page.locator("#links-p5").is_visible() and page.locator("#p5").is_hidden()


COPY = """name => {
  const range = document.createRange(), kept = {};
  range.selectNodeContents(document.getElementById(name));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const event = new ClipboardEvent("copy", {bubbles: true, cancelable: true, clipboardData: new DataTransfer()});
  document.getElementById(name).dispatchEvent(event);
  return event.clipboardData.getData("text/plain").split("\\n");
}"""


@pytest.mark.parametrize("tree", TREES)
def test_copied_words_are_exact_and_come_with_their_citation_and_a_link(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}")
    words, empty, citation, link = page.evaluate(COPY, "p4.2")
    assert not empty and not any(char in words for char in "[]①") and words[-1] in "。”"
    assert "#p4.2" in citation and link.startswith(f"{site_url}{tree}/{ARTICLE}?view=both#p4.2:~:text=")
    page.goto("about:blank")
    page.goto(link)
    until(page, "() => scrollY > 300")
    assert page.evaluate(LIT) == ["p4.2", "p4.2-en"]


@pytest.mark.parametrize("tree", TREES)
def test_search_takes_references_and_the_address_can_ask(open_page, site_url: str, tree: str) -> None:
    for typed, path in {"wang-wenze p6": f"{ARTICLE}#p6", "A ¶6": f"{READOUT}#p6", "readout p4.2": f"{READOUT}#p4.2"}.items():
        page = open_page(f"{site_url}{tree}/?q={typed}")
        first = page.locator(".dz-search li a").first
        first.wait_for()
        assert first.evaluate("each => each.href") == f"{site_url}{tree}/{path}"
    page = open_page(f"{site_url}{tree}/{ARTICLE}?q=note 13")
    page.locator(".dz-search li a").first.wait_for()
    assert page.locator(".dz-search li a").first.evaluate("each => each.hash") == "#n13"
    page = open_page(f"{site_url}{tree}/?q=算力")
    page.locator(".dz-search li mark").first.wait_for()


PLACES = """() => [...document.querySelectorAll(".dz-pair:has(#p4) .dz-line")].map(each => [each.firstElementChild.dataset.s,
  each.closest(".dz-translated") !== null, each.getBoundingClientRect().top]).sort((one, other) => one[2] - other[2])"""


@pytest.mark.parametrize(("width", "height"), [(1180, 900), (390, 844)])
@pytest.mark.parametrize("tree", TREES)
def test_sentence_by_sentence(open_page, site_url: str, tree: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", width=width, height=height)
    page.locator(".dz-view input[value=interleaved]").check(force=True)
    page.wait_for_url("**?view=interleaved")
    lines = page.evaluate(PLACES)
    names = [name for name, _, _ in lines]
    assert names == sorted(names) and len(set(names)) > 2  # those that say the same stand together, in order
    assert [translated for _, translated, _ in lines[:2]] == ([True, False] if tree == "en" else [False, True])
    page.goto(f"{site_url}{tree}/{ARTICLE}#p20")
    page.wait_for_url("**?view=interleaved#p20")
    until(page, "() => scrollY > 1000")
    assert page.locator("#p20 .dz-line").first.evaluate(IN_VIEW)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", [READOUT, CCTV, ARTICLE])
def test_both_columns_of_a_text_end_nearly_together(open_page, site_url: str, path: str) -> None:
    page = open_page(f"{site_url}en/{path}", width=1440)
    source, translated = (
        page.evaluate("""() => [".dz-pair :not(.dz-translated, .dz-signs) > .dz-s", ".dz-translated > .dz-s"].map(each =>
      [...new Set([...document.querySelectorAll(each)].map(one => one.parentElement))].reduce((sum, one) => sum + one.offsetHeight, 0))""")
    )
    assert 0.62 < source / translated < 1.25  # half as high before


@pytest.mark.parametrize("tree", TREES)
def test_a_term_opens_its_entry_in_place(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}", width=1180)
    term = page.locator("#p4 .dz-term, [id='p4-en'] .dz-term").first
    term.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    page.mouse.click(*term.evaluate(FIRST_LINE))
    tip = page.locator(".dz-tip:visible")
    tip.wait_for()
    assert tip.locator("[lang=en]").count() and tip.locator("a[href*='about/glossary/#term-']").count() == 1
    assert page.evaluate("scrollY") == place and page.url.endswith(ARTICLE)
    plain = open_page(f"{site_url}{tree}/{ARTICLE}", java_script_enabled=False)
    plain.locator("[id='p4-en'] .dz-term").first.click()
    assert plain.locator(":target").is_visible() and "/about/glossary/#term-" in plain.url


def test_a_term_is_explained_once_in_a_section(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}")
    entries = page.locator(".dz-parallel p:not(.dz-translated) .dz-term").evaluate_all("all => all.map(each => each.hash)")
    assert len(entries) > 10 and len(set(entries)) == len(entries)
    assert page.locator("a a, a .dz-word[tabindex]").count() == 0


SELECT = """name => {
  const walker = document.createTreeWalker(document.getElementById(name), 4);
  for (let text; (text = walker.nextNode());) {
    const at = text.data.search("技[術术]");
    if (at >= 0) return getSelection().setBaseAndExtent(text, at, text, at + 2);
  }
}"""


@pytest.mark.parametrize("tree", TREES)
def test_a_chinese_word_that_is_selected_is_looked_up(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#p4").scroll_into_view_if_needed()
    page.evaluate(SELECT, "p4")
    gloss = page.locator(".dz-gloss:visible")
    gloss.wait_for()
    assert "jì shù" in gloss.inner_text() and "technology" in gloss.inner_text() and "CC-CEDICT" in gloss.inner_text()
    assert all(url.startswith(site_url) for url in asked) and sum("/dictionary/" in url for url in asked) == 1
    page.mouse.wheel(0, 40)
    assert gloss.is_visible()  # it goes with its word, until that is out of sight
    page.keyboard.press("Escape")
    assert not gloss.is_visible()
