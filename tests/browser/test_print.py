"""What Ctrl-P gives: pages printed by Chromium on A4 and Letter, and read back with PDFium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from unicodedata import normalize

import pdfplumber
import pytest
from pypdfium2 import PdfDocument

from build_scripts.text.characters import is_han
from tests.browser.conftest import missing
from tests.browser.visit import TREES
from tests.glyphs import Glyph, Page, pages_of

ARTICLE = "commentary/wang-wenze/"
SPEECH = "speech/readout/"
NEWS = "news/cctv/"
SIZES = {"A4": (595, 842), "Letter": (612, 792)}
MARGIN_FOOT = 60  # points from the foot of the page, below which only the page number stands


RADICALS = str.maketrans(
    "⺟⺠⺴⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻨⻩⻬⻮⻰⻳⻲⻯⻑⻟⻞⻙⻖⻏⺁⺌⺗⻭⻫",
    "母民网肉虎西见角贝车长门青页风飞食马鬼鱼麦黄齐齿龙龟龜竜長飠飠韦阝阝厂小心歯斉",
)


def letters(text: str) -> str:
    """Letters and digits; Chromium writes some characters as the radicals that look like them (EquivalentUnifiedIdeograph.txt)."""
    return "".join(char for char in normalize("NFKC", text).translate(RADICALS) if char.isalnum())


@pytest.fixture(scope="module")
def paper(contexts, site_url: str) -> Callable[..., bytes]:
    """A function that prints a page, each way once."""

    @cache
    def paper(path: str, size: str = "A4", dark: bool = False) -> bytes:
        page = contexts().new_page()
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.goto(f"{site_url}{path}")
        pdf = page.pdf(format=size, print_background=False)
        page.close()
        return pdf

    return paper


@pytest.fixture(scope="module")
def printed(paper: Callable[..., bytes]) -> Callable[..., list[Page]]:
    """A function that prints a page and reads the paper, each way once."""
    return cache(lambda *way: pages_of(paper(*way)))


def words(pages: list[Page]) -> str:
    return letters("".join(glyph.text for page in pages for glyph in page.glyphs))


def between(page: Page) -> Iterator[Glyph]:
    """What stands between the running title and the page number."""
    return (glyph for glyph in page.glyphs if 60 < glyph.top < page.height - MARGIN_FOOT)


@pytest.mark.parametrize(
    ("tree", "path", "size"), [("zh-Hans", ARTICLE, "A4"), ("zh-Hant", NEWS, "A4"), ("en", ARTICLE, "Letter")]
)
def test_a_text_prints_whole_with_notes_behind_and_nothing_else(
    printed, open_page, site_url, tree: str, path: str, size: str
) -> None:
    pages = printed(f"{tree}/{path}", size)
    assert all(abs(each.width - SIZES[size][0]) < 2 and abs(each.height - SIZES[size][1]) < 2 for each in pages)
    body = words(pages)
    page = open_page(f"{site_url}{tree}/{path}")
    texts = page.eval_on_selector_all(
        ".dz-pair :is(p, h2, h3)[id]",
        """all => all.map(each => {
      const copy = each.cloneNode(true); copy.querySelectorAll("sup").forEach(call => call.remove()); return copy.textContent })""",
    )
    assert len(texts) > (60 if path == ARTICLE else 20)
    short = [letters(text)[:14] for text in texts]
    assert all(text in body for text in short)
    notes = page.eval_on_selector_all(".footnote li span[id]", "all => all.map(each => each.textContent)")
    assert len(notes) >= (52 if path == ARTICLE else 0) and all(letters(note)[:20] in body for note in notes)
    by_page = [words([each]) for each in pages]
    end = next(number for number, text in enumerate(by_page) if short[-1] in text)
    assert not any(
        letters(note)[:20] in text and letters(note)[:20] not in "".join(map(letters, texts))
        for note in notes
        for text in by_page[:end]
    )
    for selector in (
        ".dz-reading legend",
        ".dz-status a",
        "#downloads-title",
        ".md-tabs__link",
        ".dz-links .dz-said",
        ".dz-work",
        ".dz-languages a",
    ):
        for text in page.eval_on_selector_all(selector, "all => all.map(each => each.textContent)"):
            assert (
                not (letters(text) in body and letters(text) not in "".join(map(letters, [*texts, *notes])))
                or len(letters(text)) < 5
            ), (selector, text)


@pytest.mark.parametrize(("tree", "path"), [("zh-Hans", ARTICLE), ("zh-Hant", NEWS), ("en", NEWS)])
def test_running_title_and_page_numbers(printed, open_page, site_url, tree: str, path: str) -> None:
    pages = printed(f"{tree}/{path}")
    title = letters(open_page(f"{site_url}{tree}/{path}").title().split(" · ")[0])
    for number, page in enumerate(pages, 1):
        head = letters("".join(glyph.text for glyph in page.glyphs if glyph.top < 50))
        foot = "".join(glyph.text for glyph in page.glyphs if glyph.top > page.height - MARGIN_FOOT).replace(" ", "")
        assert head.startswith(title) == (number > 1), number
        assert foot == f"{number}/{len(pages)}"


@pytest.mark.parametrize("view", ["", "?view=source", "?view=translation"])
@pytest.mark.parametrize("tree", TREES)
def test_paragraph_numbers_stand_in_the_margin_once(printed, open_page, site_url, tree: str, view: str) -> None:
    pages = printed(f"{tree}/{SPEECH}{view}")
    edge = min(glyph.left for page in pages for glyph in between(page) if glyph.size > 9 and glyph.text.strip())
    found = []
    for page in pages:
        margin = [glyph for glyph in between(page) if glyph.right < edge and glyph.text.isdigit()]
        tops = sorted({round(glyph.top) for glyph in margin})
        found += [int("".join(glyph.text for glyph in margin if round(glyph.top) == top)) for top in tops]
    count = open_page(f"{site_url}{tree}/{SPEECH}").locator(".dz-here[data-n]").count() // 2
    assert found == list(range(1, count + 1))


@pytest.mark.parametrize("tree", TREES)
def test_the_view_on_the_screen_is_what_prints(printed, open_page, site_url, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{SPEECH}")
    own, there = (letters(page.locator(f"#{name}").text_content())[:16] for name in ("p5", "p5-en"))
    for view, shown in {"source": (True, False), "translation": (False, True), "both": (True, True)}.items():
        body = words(printed(f"{tree}/{SPEECH}?view={view}"))
        assert (own in body, there in body) == shown, view


SHORT = "news/takungpao-readout/"


@pytest.mark.parametrize(("tree", "path"), [("zh-Hans", ARTICLE), ("en", ARTICLE), ("zh-Hans", SHORT), ("zh-Hant", SHORT)])
def test_a_text_takes_no_more_paper_than_its_pdf(printed, site: Path, tree: str, path: str) -> None:
    """At most a tenth more pages on A4, the notes and the key included; no page but the last of a part is half empty."""
    pdf = site / f"downloads/{tree}/{Path(path).name}.pdf"
    if not pdf.is_file():
        missing("the site has no PDFs: no font has the glyphs of all regions")
    assert len(printed(f"{tree}/{path}")) <= len(PdfDocument(pdf)) * 1.1


def test_narrow_columns_are_not_drawn_apart(printed) -> None:
    """In no line of a pair is there a quarter of a character's room between Han characters, taking the middle distance."""
    for page in printed(f"zh-Hans/{ARTICLE}"):
        body = sorted((each for each in page.glyphs if each.size > 9), key=lambda each: (round(each.baseline, 1), each.left))
        for _, line in groupby(body, key=lambda each: round(each.baseline, 1)):
            pairs = [pair for pair in pairwise(line) if all(is_han(each.text) for each in pair)]
            gaps = sorted((right.left - left.right) / left.size for left, right in pairs)
            assert len(gaps) < 6 or gaps[len(gaps) // 2] < 0.25, "".join(left.text for left, _ in pairs)


def test_words_from_elsewhere_say_where_from_and_the_key_explains(printed, open_page, site_url) -> None:
    for tree in TREES:
        page = open_page(f"{site_url}{tree}/{NEWS}")
        places = page.eval_on_selector_all(".dz-ref:not(.dz-translated *)", "all => all.map(each => each.dataset.ref)")
        body = "".join(glyph.text for page in printed(f"{tree}/{NEWS}") for glyph in page.glyphs if not glyph.text.isspace())
        assert places and all(body.count(place.replace(" ", "")) >= places.count(place) for place in set(places))
        key = [letters(text) for text in page.eval_on_selector_all(".dz-key li", "all => all.map(each => each.textContent)")]
        assert {place.split(" ")[0] for place in places} == {text[0] for text in key}
        last = words(printed(f"{tree}/{NEWS}")[-1:])
        assert all(text in last for text in key), "the key stands at the end"


@pytest.mark.parametrize("path", [f"{ARTICLE}?view=source", ARTICLE, SHORT])
def test_headings_are_kept_with_what_follows(printed, open_page, site_url, path: str) -> None:
    headings = [
        letters(text)
        for text in open_page(f"{site_url}zh-Hans/{path}").eval_on_selector_all(
            "#text :is(h2, h3, .dz-heading-2, .dz-heading-3)", "all => all.map(each => each.textContent)"
        )
    ]
    assert headings
    for page in printed(f"zh-Hans/{path}"):
        body = letters("".join(glyph.text for glyph in between(page)))
        assert body and not any(body.endswith(heading) for heading in headings)


def test_paper_is_white_in_the_dark_too(paper) -> None:
    """Black text and no filled ground, whatever the screen shows; lines tell words apart without colour."""
    for dark in (False, True):
        pdf = paper(f"zh-Hans/{NEWS}", "A4", dark)
        assert max(glyph.bright for page in pages_of(pdf) for glyph in page.glyphs) < 192
        with pdfplumber.open(BytesIO(pdf)) as file:
            drawn = [each for page in file.pages for each in page.rects + page.lines + page.curves]
        filled = [each for each in drawn if each["width"] > 400 and each["height"] > 400 and each.get("fill")]
        assert not any(min(each["non_stroking_color"] or (1,)) < 0.9 for each in filled)


def test_outside_links_print_their_address(browser, site_url) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_url}en/about/")
    page.evaluate(
        """document.querySelector(".md-content__inner").insertAdjacentHTML("beforeend", '<p><a href="https://example.org/a">Outside</a></p>')"""
    )
    with pdfplumber.open(BytesIO(page.pdf())) as pdf:
        body = "".join(each.extract_text() for each in pdf.pages)
    context.close()
    assert "Outside <https://example.org/a>" in body and "<http://127" not in body


def test_every_page_prints_its_text_inside_the_paper(browser, site_url, paths: list[str]) -> None:
    """No page is empty, runs off the paper or prints the navigation."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for path in [each for each in paths if each.startswith("zh-Hant/")]:
        page.goto(f"{site_url}{path}")
        tabs = page.eval_on_selector_all(".md-tabs__link", "all => all.map(each => each.textContent.trim())")
        found = [sheet.get_textpage() for sheet in PdfDocument(page.pdf(format="A4"))]
        boxes = [text.get_rect(at) for text in found for at in range(text.count_rects())]
        assert len(boxes) > 5, path
        assert min(left for left, *_ in boxes) >= 20 and max(right for _, _, right, _ in boxes) <= 595 - 20, path
        assert letters("".join(tabs)) not in letters(found[0].get_text_range()), path
    context.close()


def test_lines_below_terms_stay_on_the_screen(open_page, site_url) -> None:
    """On paper nothing opens, and a dotted line says there that words are found elsewhere."""
    page = open_page(f"{site_url}en/{ARTICLE}")
    page.emulate_media(media="print")
    lines = """all => all.map(each => getComputedStyle(each))
      .filter(one => one.textDecorationLine !== "none" || one.backgroundImage !== "none")"""
    assert page.locator(".dz-term").count() > 20
    assert page.locator(".dz-term, .dz-word").evaluate_all(lines) == []


def test_the_picture_of_connections_begins_on_the_first_page(printed) -> None:
    first = printed("en/connections/")[0]
    assert "TaKungPaoreport" in words([first])


def test_a_sentence_of_the_collation_is_no_smaller_than_its_readings_and_in_no_box(open_page, site_url) -> None:
    page = open_page(f"{site_url}en/connections/collation/")
    page.emulate_media(media="print")
    base, taking = page.locator(".dz-base").first, page.locator(".dz-taking").first
    sizes = [float(each.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")) for each in (base, taking)]
    assert sizes[0] >= sizes[1]
    assert base.evaluate("each => getComputedStyle(each).boxShadow") == "none"
