"""The controls of a text: view, permanent links, published script, regional words, notes; and their weight."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from build_scripts.views.wording import say
from tests.browser.network import Published
from tests.browser.visit import TREES
from tests.browser.waiting import until

ARTICLE, READOUT, HONG_KONG = "commentary/wang-wenze/", "speech/readout/", "news/takungpao-ascend/"
SIZES = [(1280, 900), (390, 800)]
PHONE = {"width": 390, "height": 800, "has_touch": True, "is_mobile": True}
# The part of a page below which every rectangle is in sight and under no sheet or tip.
COVERED = """([number, later]) => {
  const tip = document.querySelector(".dz-tip").getBoundingClientRect();
  const calls = [...document.querySelectorAll("article .footnote-ref")].filter(each => each.getClientRects().length);
  const call = calls.find(each => each.textContent == number && each.closest("[lang]").lang.startsWith("zh"));
  const same = calls.filter(each => each.closest("[lang]").lang === call.closest("[lang]").lang);
  const at = same[same.indexOf(call) + later].getBoundingClientRect();
  return at.left < tip.right && tip.left < at.right && at.top < tip.bottom && tip.top < at.bottom && at.top < innerHeight;
}"""


def shown(page) -> tuple[bool, bool]:
    """Whether the second paragraph is shown in the source and in the translation."""
    return page.locator("#p2").is_visible(), page.locator("#p2-en").is_visible()


def choose(page, view: str) -> None:
    page.locator(f".dz-view input[value={view}]").check()


# View ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_view_is_chosen_said_in_the_address_and_remembered(
    open_page, site_url: str, tree: str, width: int, height: int
) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", width=width, height=height)
    assert shown(page) == (True, True)
    for view, sides in (
        ("source", (True, False)),
        ("translation", (False, True)),
        ("both", (True, True)),
        ("source", (True, False)),
    ):
        choose(page, view)
        page.wait_for_url(f"**view={view}")
        assert shown(page) == sides
        page.emulate_media(media="print")
        assert shown(page) == sides
        page.emulate_media(media="screen")
    page.goto(f"{site_url}{tree}/{ARTICLE}")
    assert shown(page) == (True, False)
    assert page.locator(".dz-view :checked").input_value() == "source"
    page.wait_for_url("**?view=source")


def test_a_link_shows_what_its_sender_saw(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}?view=translation")
    assert shown(page) == (False, True)
    page.goto(f"{site_url}en/{READOUT}")
    assert shown(page) == (True, True)  # what a link shows is not the reader's own choice
    choose(page, "source")
    page.goto(f"{site_url}en/{READOUT}?view=both")
    assert shown(page) == (True, True)


def test_what_is_not_shown_is_not_read_out(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}?view=source")
    assert "Artificial intelligence" not in page.locator(".dz-parallel").aria_snapshot()
    assert not page.locator(".dz-note-translated").first.is_visible()
    page.goto(f"{site_url}zh-Hans/{ARTICLE}?view=translation")
    assert "人工智能" not in page.locator(".dz-parallel").aria_snapshot()


def test_arriving_at_what_is_not_shown_shows_it(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{READOUT}?view=source#p4-en")
    assert shown(page) == (True, True)
    assert 0 < page.locator("#p4-en").bounding_box()["y"] < 300


def test_the_view_goes_along_to_the_other_languages(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{READOUT}?view=translation")
    page.locator(".dz-languages [hreflang=en]").click()
    page.wait_for_url(f"{site_url}en/{READOUT}?view=translation")
    assert shown(page) == (False, True)


# Deep links ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_paragraph_shows_its_link_and_copies_it(open_page, site_url: str, tree: str, width: int, height: int) -> None:
    page = open_page(
        f"{site_url}{tree}/{READOUT}",
        width=width,
        height=height,
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    link = page.locator("#p4 > .dz-here")
    opacity = "each => getComputedStyle(each).opacity"
    page.mouse.move(0, 0)
    assert link.evaluate(opacity) == "0"
    page.locator("#p4").hover(position={"x": 5, "y": 5})
    assert (link.evaluate(opacity), link.get_attribute("aria-label")) == ("1", say("paragraph-link-of", tree).format(4))
    assert link.bounding_box()["x"] >= 0
    before = page.evaluate("scrollY")
    link.click()
    page.locator(".dz-told:not(:empty)").wait_for()
    assert page.locator(".dz-told").inner_text() == say("link-copied", tree)
    assert page.evaluate("navigator.clipboard.readText()") == f"{site_url}{tree}/{READOUT}?view=both#p4"
    assert abs(page.evaluate("scrollY") - before) < 2
    assert page.locator("#p4").evaluate("each => each.matches(':target')")


def test_every_paragraph_has_a_link_to_itself_and_no_more_text(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", java_script_enabled=False)
    links = page.locator(".dz-here").evaluate_all(
        "all => all.map(each => [each.hash.slice(1), each.parentElement.id, each.textContent])"
    )
    assert len(links) > 80
    assert all(name == parent and text == "" for name, parent, text in links)


@pytest.mark.parametrize("tree", TREES)
def test_text_fragments_lead_to_the_sentence(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", height=500)
    sentence = re.split("[。，]", page.locator("#p7").inner_text())[1]
    page.goto("about:blank")
    page.goto(f"{site_url}{tree}/{READOUT}#:~:text={sentence}")
    until(page, "scrollY > 300")
    assert page.locator("#p7").evaluate(
        "each => {const box = each.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0}"
    )


# As published or converted -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tree", "path"), [("zh-Hans", READOUT), ("zh-Hans", HONG_KONG), ("zh-Hant", ARTICLE)])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_published_script_in_place_and_back(
    open_page, site_url: str, site: Path, tree: str, path: str, width: int, height: int
) -> None:
    page = open_page(f"{site_url}{tree}/{path}", width=width, height=height)
    name = path.split("/")[1]
    data = Published(site).read(f"documents/{name}.json")
    converted = page.locator(".dz-parallel").evaluate("each => each.innerHTML")
    calls, marks = page.locator("article .footnote-ref").count(), page.locator("article [data-l]").count()
    page.locator(".dz-script").click()
    for block in data["blocks"]:
        place = page.locator(f"#{block['id']}")
        text = place.evaluate(
            "each => { const copy = each.cloneNode(true); copy.querySelectorAll('sup').forEach(call => call.remove()); return copy.textContent }"
        )
        assert text.strip() == block["text"].strip(), block["id"]
        assert place.evaluate("each => each.closest('[lang]').lang") == data["language"]
    for note in data["notes"]:
        assert page.locator(f"#{note['id']}").inner_text() == note["text"]
    assert (page.locator("article .footnote-ref").count(), page.locator("article [data-l]").count()) == (calls, marks)
    assert page.locator(".dz-script").get_attribute("aria-pressed") == "true"
    page.locator(".dz-script").click()
    assert page.locator(".dz-parallel").evaluate("each => each.innerHTML") == converted


def test_only_a_converted_text_has_the_control(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{READOUT}")
    assert page.locator(".dz-script").count() == page.locator(".dz-published").count() == 0


# Regional words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "path", "word", "said"),
    [
        ("zh-Hans", READOUT, "人工智慧", "大陆作“人工智能”"),
        ("zh-Hant", ARTICLE, "人工智能", "臺灣作「人工智慧」"),
        ("zh-Hant", ARTICLE, "芯片", "臺灣作「晶片」"),
    ],
)
def test_words_of_another_region_on_hover_focus_and_tap(
    open_page, site_url: str, tree: str, path: str, word: str, said: str
) -> None:
    page = open_page(f"{site_url}{tree}/{path}")
    place = page.locator(".dz-word[tabindex]:not(a *)", has_text=re.compile(f"^{word}$")).first
    tip = page.locator(".dz-tip:visible")
    place.scroll_into_view_if_needed()
    place.hover()
    assert tip.inner_text() == said
    page.keyboard.press("Escape")
    assert tip.count() == 0
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    place.focus()
    assert tip.inner_text() == said
    assert page.locator("#dz-tip").get_attribute("role") == "tooltip" and place.get_attribute("aria-describedby") == "dz-tip"
    phone = open_page(f"{site_url}{tree}/{path}", **PHONE)
    place = phone.locator(".dz-word[tabindex]:not(a *)", has_text=re.compile(f"^{word}$")).first
    place.scroll_into_view_if_needed()
    place.tap()
    tip = phone.locator(".dz-tip:visible")
    assert tip.inner_text() == said
    box = tip.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390


def test_no_words_are_marked_where_the_wording_is_the_readers_own(open_page, site_url: str) -> None:
    for path in (f"zh-Hant/{READOUT}", f"zh-Hans/{ARTICLE}", f"en/{READOUT}", f"en/{ARTICLE}"):
        assert open_page(site_url + path).locator(".dz-word").count() == 0, path


# Notes -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tree", TREES)
def test_a_note_on_hover_and_focus(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}")
    note = page.locator("#n8").inner_text()
    tip = page.locator(".dz-tip:visible")
    call = page.locator(".footnote-ref[href='#fn:8']:visible").first
    call.scroll_into_view_if_needed()
    call.hover()
    assert note[:20] in tip.inner_text()
    page.keyboard.press("Escape")
    assert tip.count() == 0
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    call.focus()
    assert note[:20] in tip.inner_text()
    assert page.locator("[id=n8]").count() == 1
    page.emulate_media(media="print")
    assert page.locator(".dz-tip:visible").count() == 0


@pytest.mark.parametrize("tree", TREES)
def test_a_note_under_a_finger_is_a_sheet_that_leaves_the_next_call_free(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}?view=source", **PHONE)
    for number in range(1, 52, 5):
        call = page.locator(f".dz-pair .footnote-ref[href='#fn:{number}']:visible").first
        call.scroll_into_view_if_needed()
        call.tap()
        sheet = page.locator(".dz-sheet:visible")
        assert page.locator(f"#n{number}").inner_text()[:15] in sheet.inner_text()
        box = sheet.bounding_box()
        assert (round(box["x"]), round(box["width"]), round(box["y"] + box["height"])) == (0, 390, 800)
        assert [page.evaluate(COVERED, [number, later]) for later in (0, 1)] == [False, False], number
        page.keyboard.press("Escape")
        assert sheet.count() == 0
    call.tap()
    page.locator(".dz-sheet button").tap()
    assert page.locator(".dz-tip:visible").count() == 0
    assert "#fn" not in page.url


def test_a_tip_leaves_the_next_call_free(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hans/{ARTICLE}", height=700)
    for number in range(1, 50):
        page.keyboard.press(".")
        assert page.locator(".dz-tip:visible").count() == 1, number
        assert not page.evaluate(COVERED, [number, 1]), number


# Without scripts, and the weight ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_is_there_without_scripts(open_page, site_url: str, tree: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}?view=source", width=width, height=height, java_script_enabled=False)
    assert shown(page) == (True, True)
    assert not page.locator(".dz-reading, .dz-keys-open").first.is_visible()
    assert page.locator(".footnote li").count() == 52
    words = page.locator(".dz-word").evaluate_all("all => all.map(each => each.title)")
    assert all(words) and bool(words) == (tree == "zh-Hant")


ASKED_FOR = {"words.js", "pinyin.js", "near.js"}  # which a page loads when a reader asks for what they do


def _own(site: Path) -> list[Path]:
    """All scripts of the theme that are not Material's."""
    return [path for path in (site / "en/assets").glob("*/*.js") if path.parent.name != "javascripts"]


def zipped(*paths: Path) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def test_our_scripts_are_small(site: Path) -> None:
    folders = [site / "en/assets" / name for name in ("base", "links", "reading", "search")]
    scripts = [path for folder in folders for path in folder.glob("*.js")]
    names = {path.name for path in scripts}
    assert {"reading.js", "search.js", "links.js", "keys.js", *ASKED_FOR} <= names
    assert zipped(*(path for path in scripts if path.name not in ASKED_FOR)) <= 30_000
    assert zipped(*_own(site)) <= 38_000


@pytest.mark.parametrize("tree", TREES)
def test_every_document_is_light(open_page, site_url: str, site: Path, tree: str) -> None:
    page, weights = open_page("about:blank"), {}
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for path in Published(site).paths.values():
        asked.clear()
        page.goto(f"{site_url}{tree}/{path}", wait_until="networkidle")
        ours = [
            site / url.removeprefix(site_url).split("?")[0]
            for url in asked
            if "/assets/javascripts/" not in url and "/assets/stylesheets/" not in url
        ]
        weights[path] = zipped(*(path / "index.html" if path.is_dir() else path for path in ours))
    assert len(weights) == len(Published(site).paths) and min(weights.values()) > 10_000
    assert {path: weight for path, weight in weights.items() if weight > 200_000} == {}
