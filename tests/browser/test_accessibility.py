"""WCAG 2.2 AA as far as a program can tell: axe on every page, light and dark; the focus; each text in its language."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.browser.conftest import missing
from tests.browser.visit import TREES

ARTICLE, READOUT = "commentary/wang-wenze/", "speech/readout/"
SCHEMES = ("light", "dark")
# Every rule on every element, once, but for the two that compare colours and take nine tenths of the time: they find the same of all
# elements of one look, so three of each stand for it, in the light and in the dark.
RULES = """within => axe.run(within, {
  resultTypes: ["violations"], preload: false, rules: {"color-contrast": {enabled: false}, "link-in-text-block": {enabled: false}},
}).then(found => found.violations.map(each => [each.id, ...each.nodes.slice(0, 3).map(node => node.html.slice(0, 120))]))"""
COLOURS = """within => {
  const looks = new Map(), known = new Map();
  const look = each => {
    if (!each) return "";
    if (!known.has(each)) {
      const s = getComputedStyle(each);
      const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, s.position, s.visibility];
      known.set(each, `${look(each.parentElement)}/${own.join()}`);
    }
    return known.get(each);
  };
  for (const each of document.querySelector(within).querySelectorAll("*")) {
    if (![...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && !each.matches("a, input, select, textarea"))
      continue;
    const s = getComputedStyle(each);
    const around = getComputedStyle(each.parentElement ?? each);
    const line = [s.textDecorationLine, s.borderBottomWidth, s.borderBottomStyle, s.fontStyle, s.fontFamily];
    const name = [look(each), s.color, s.fontSize, s.fontWeight, s.textShadow, s.display, around.color, ...line].join();
    looks.set(name, [...(looks.get(name) ?? []), each]);
  }
  const include = [...looks.values()].flatMap(alike => alike.slice(0, 3));
  const options = {resultTypes: ["violations"], preload: false, runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}};
  return (include.length ? axe.run({include}, options) : Promise.resolve({violations: []}))
    .then(found => found.violations.map(each => [each.id, ...each.nodes.slice(0, 3).map(node => node.html.slice(0, 120))]));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, which a test package carries."""
    package = importlib.util.find_spec("axe_playwright_python")
    if not package or not package.origin:
        missing("axe_playwright_python is not installed")
    return (Path(package.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def complaints(page, axe: str, within: str = "html") -> list:
    """What axe finds inside an element, of colours in the light and in the dark."""
    page.evaluate(axe)
    found = page.evaluate(RULES, within)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += page.evaluate(COLOURS, within)
    return found


@pytest.mark.parametrize("tree", [*TREES, ""])
def test_axe_finds_nothing_on_any_page(open_page, site_url: str, paths: list[str], axe: str, tree: str) -> None:
    page = open_page("about:blank", reduced_motion="reduce")
    here = [path for path in paths if path.partition("/")[0] == tree or (not tree and not path.startswith(TREES))]
    found = {}
    for path in here:
        page.goto(site_url + path)
        found[path] = complaints(page, axe)
    assert len(found) == len(here) > 0
    assert {place: each for place, each in found.items() if each} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "change", [("color: #aaa", "color: #555"), ("opacity: .4",) * 2, ("background: #555", "background: #aaa")]
)
def test_one_paragraph_that_is_hard_to_read_is_found(
    open_page, site_url: str, axe: str, scheme: str, change: tuple[str, str]
) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}", color_scheme=scheme, reduced_motion="reduce")
    style = change[SCHEMES.index(scheme)]
    page.evaluate("style => { [...document.querySelectorAll('article p[id]')].at(-3).style.cssText = style }", style)
    page.evaluate(axe)
    assert [name for name, *_ in page.evaluate(COLOURS, "html")] == ["color-contrast"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_pages_were_in_the_light_and_in_the_dark(open_page, site_url: str, scheme: str) -> None:
    page = open_page("about:blank", color_scheme=scheme)
    page.goto(f"{site_url}en/")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(paper) < 80) == (scheme == "dark")


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 800)])
@pytest.mark.parametrize("tree", TREES)
def test_axe_finds_nothing_in_the_search(open_page, site_url: str, axe: str, tree: str, width: int, height: int) -> None:
    page = open_page(f"{site_url}{tree}/commentary/ndrc/", width=width, height=height, reduced_motion="reduce")
    page.keyboard.press("/")
    page.locator(".dz-search input").fill("知识产权")
    page.locator(".dz-search li a").first.wait_for()
    assert complaints(page, axe) == []


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("view", ["source", "translation"])
def test_axe_finds_nothing_on_a_phone_or_in_what_opens(open_page, site_url: str, axe: str, tree: str, view: str) -> None:
    page = open_page(
        f"{site_url}{tree}/{ARTICLE}?view={view}",
        width=390,
        height=800,
        has_touch=True,
        is_mobile=True,
        color_scheme="light",
        reduced_motion="reduce",
    )
    page.locator(".footnote-ref:visible").first.tap()
    assert page.locator(".dz-sheet").is_visible()
    assert complaints(page, axe) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog.dz-keys").is_visible()
    assert complaints(page, axe, "dialog.dz-keys") == []


@pytest.mark.parametrize("tree", TREES)
def test_the_focus_is_visible_and_in_order(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{READOUT}", reduced_motion="reduce")
    page.locator(".dz-view :checked").focus()
    places = []
    for _ in range(25):
        page.keyboard.press("Tab")
        places.append(
            page.evaluate("""() => {
          const each = document.activeElement, at = [...document.querySelectorAll("*")].indexOf(each), box = each.getBoundingClientRect();
          return [getComputedStyle(each).outlineStyle, at, box.bottom > 0 && box.top < innerHeight];
        }""")
        )
    assert {(style, seen) for style, _, seen in places} == {("solid", True)}
    order = [at for _, at, _ in places]
    assert order == sorted(order)


def test_nothing_moves_for_those_who_ask(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/{ARTICLE}", reduced_motion="reduce")
    assert page.locator(".dz-here").first.evaluate("each => getComputedStyle(each).transitionDuration") == "0s"


@pytest.mark.parametrize("tree", TREES)
def test_each_text_is_heard_in_its_own_language(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/{ARTICLE}")
    languages = page.locator(".dz-pair :is(p, h2, h3)[id]:not(.dz-comment)").evaluate_all(
        "all => all.map(each => [each.id.endsWith('-en'), each.closest('[lang]').lang])"
    )
    own = "zh-Hant" if tree == "zh-Hant" else "zh-Hans" if tree == "zh-Hans" else "zh-Hans-CN"
    assert {language for english, language in languages if english} == {"en"}
    assert {language.removesuffix("-CN") for english, language in languages if not english} == {own.removesuffix("-CN")}
    assert page.locator("article .dz-here").first.evaluate("each => each.closest('[lang]').lang") == tree
