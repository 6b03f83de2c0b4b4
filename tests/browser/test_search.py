"""Search in every tree: the table of queries, random parts of the texts, the sheet, its keyboard and where results lead."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from build_scripts.edition.regional import read_regional
from build_scripts.links.words.regional import meanings
from build_scripts.text.simplify import simplify
from tests.browser.visit import TREES
from tests.browser.waiting import until
from tests.sources import SEEDS

QUERIES = yaml.safe_load((Path(__file__).parents[1] / "search/queries.yaml").read_text(encoding="utf-8"))
ARTICLE = "commentary/wang-wenze/"
SEED = 20250425
# Everything that a query finds, as document#id, best first.
FIND = """async queries => {
  const root = new URL(location.pathname.match(/.*\\/(?=(zh-Hans|zh-Hant|en)\\/)/)[0], location.origin);
  const tree = document.documentElement.lang;
  const {Index} = await import(new URL(`${tree}/assets/search/index.js`, root));
  const index = await Index.open(new URL("search/", root).href, tree);
  const name = async passage => {
    const {anchor, document} = await index.passage(passage);
    return `${document.url.split("/").at(-2)}#${anchor}`;
  };
  const all = [];
  for (const query of queries) all.push(await Promise.all((await index.find(query)).passages.map(name)));
  return all;
}"""
# A change of nothing but the id in the address is seen a moment later.
HASH_SEEN = "() => new Promise(seen => setTimeout(() => seen(true), 30))"
# The words lit up on arrival, and whether each range is inside the paragraph that the address names.
LIT = """() => [...(CSS.highlights.get("dz-search") ?? [])].map(range =>
  [range.toString(), document.getElementById(decodeURIComponent(location.hash.slice(1)))?.contains(range.commonAncestorContainer) ?? false])"""

# Whether these are the results on show, all with words marked.
SHOWS = """wanted => {
  const all = [...document.querySelectorAll(".dz-search li a")], links = all.slice(0, wanted.length); // pages about the texts come last
  const name = link => `${link.pathname.split("/").at(-2)}#${decodeURIComponent(link.hash.slice(1))}`;
  return JSON.stringify(links.map(name)) === JSON.stringify(wanted) && all.every(link => link.querySelector("mark"));
}"""
LEADING = ("软件", "国际人工智能与教育大会", "intellectual property", "若干重要思考", "海尔", "智慧財產權")


def opened(open_page, url: str, words: str = "", **options):
    """A page with the sheet open and its results there."""
    page = open_page(url, **options)
    page.locator(".dz-search-open").click()
    if words:
        page.locator(".dz-search input").fill(words)
        page.locator(".dz-search [role=status]:not(:empty)").wait_for()
        page.locator(".dz-search ol[aria-busy=false]").wait_for(state="attached")
    return page


def shown(page) -> list[str]:
    """The results on show, as document#id."""
    links = page.locator(".dz-search li a").evaluate_all("all => all.map(each => each.href)")
    return [f"{urlsplit(link).path.split('/')[-2]}#{urlsplit(link).fragment}" for link in links]


def test_the_table_is_long_enough() -> None:
    assert len(QUERIES) >= 60
    assert sum(not query["finds"] for query in QUERIES) >= 5
    assert len({query["query"] for query in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize("tree", TREES)
def test_every_query_finds_its_paragraphs(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/")
    found = page.evaluate(FIND, [query["query"] for query in QUERIES])
    wrong = {}
    for query, passages in zip(QUERIES, found, strict=True):
        wanted, there = set(query["finds"]), set(passages)
        missed, never = wanted - there, there & set(query.get("never", ()))
        more = there - wanted if query.get("all") else set()
        if missed or more or never or len(there) != len(passages):
            wrong[query["query"]] = {"missed": missed, "never": never, "more": more}
    assert wrong == {}


@pytest.mark.parametrize("tree", TREES)
def test_every_query_in_the_sheet(open_page, site_url: str, tree: str) -> None:
    """The first results of the index are on show, each with words marked."""
    page = opened(open_page, f"{site_url}{tree}/")
    found = page.evaluate(FIND, [query["query"] for query in QUERIES])
    field = page.locator(".dz-search input")
    for query, passages in zip(QUERIES, found, strict=True):
        field.fill(query["query"])
        until(page, SHOWS, arg=passages[:10])


def letters(text: str) -> str:
    return "".join(char for char in simplify(text).lower() if char.isalnum())


def test_any_part_of_any_text_finds_exactly_the_passages_that_hold_it(open_page, site: Path, site_url: str) -> None:
    """Against a plain look through the published texts (not their translations), with parts that no regional word touches."""
    texts = {}
    for path in (site / "data/documents").glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        texts |= {f"{document['id']}#{each['id']}": letters(each["text"]) for each in document["blocks"] + document["notes"]}
    chance, parts = random.Random(SEED), []
    while len(parts) < 150:
        text = chance.choice(sorted(texts.values()))
        start, size = chance.randrange(len(text)), chance.choice((1, 2, 3, 4, 7, 15, 40))
        part = text[start : start + size]
        if not any(word in part for word in meanings(read_regional(SEEDS))) and not any(char.isascii() for char in part):
            parts.append(part)
    found = open_page(f"{site_url}zh-Hant/").evaluate(FIND, parts)
    for part, passages in zip(parts, found, strict=True):
        assert {each for each in passages if not each.endswith(("#", "-en"))} == {
            name for name, text in texts.items() if part in text
        }, part


@pytest.mark.parametrize("tree", TREES)
def test_results_say_what_and_where(open_page, site_url: str, tree: str) -> None:
    page = opened(open_page, f"{site_url}{tree}/about/", "国际人工智能与教育大会")
    first = page.locator(".dz-search li a").first
    note = {"zh-Hans": "注3", "zh-Hant": "註3", "en": "note 3"}[tree]
    kind = {"zh-Hans": "评论", "zh-Hant": "評論", "en": "Commentary"}[tree]
    about = first.locator(".dz-search__from > span").all_inner_texts()
    speaker = {"zh-Hans": "王文泽", "zh-Hant": "王文澤", "en": "Wang Wenze"}[tree]
    assert [*about[:2], about[-1]] == [kind, speaker, note]
    assert first.locator("mark").inner_text() == ("國際人工智能與教育大會" if tree == "zh-Hant" else "国际人工智能与教育大会")
    assert first.locator(".dz-search__text").get_attribute("lang") == ("zh-Hant" if tree == "zh-Hant" else "zh-Hans-CN")


@pytest.mark.parametrize("tree", TREES)
def test_results_lead_to_their_paragraph_with_the_words_lit_up(open_page, sub_path_url: str, tree: str) -> None:
    page = opened(open_page, f"{sub_path_url}{tree}/about/sources/")
    targets = []
    for words, passages in zip(LEADING, page.evaluate(FIND, LEADING), strict=True):
        page.locator(".dz-search input").fill(words)
        until(page, SHOWS, arg=passages[:10])
        for link in page.locator(".dz-search li a").all()[:2]:
            targets.append((link.get_attribute("href"), set(link.locator("mark").all_inner_texts())))
    for target, wanted in targets:
        page.goto(target)
        until(page, HASH_SEEN)
        lit, anchor = page.evaluate(LIT), urlsplit(target).fragment
        assert {text for text, _ in lit} >= wanted, target
        assert target.startswith(f"{sub_path_url}{tree}/")
        assert not anchor or all(inside for _, inside in lit)
        assert not anchor or 0 < page.locator(f"[id='{anchor}']").bounding_box()["y"] < 900


def test_an_excerpt_begins_with_a_sentence_and_ends_with_a_word(open_page, site_url: str) -> None:
    page = opened(open_page, f"{site_url}zh-Hans/", "综合运用知识产权")
    texts = page.locator(".dz-search__text").all_inner_texts()
    assert any(text.startswith("…首先，政府是规则与资源的“总调度”") for text in texts)
    assert not [text for text in texts if re.search(r"[\s，、；：“]…$", text)]


def test_note_calls_between_the_words_do_not_hide_them(open_page, site_url: str) -> None:
    page = opened(open_page, f"{site_url}zh-Hans/", "《全球人工智能治理倡议》，强调“各国无论大小、强弱")
    page.keyboard.press("Enter")
    page.wait_for_url("**#p32")
    page.wait_for_load_state()
    assert [text for text, _ in page.evaluate(LIT)] == ["全球人工智能治理倡议》，强调“各国无论大小、强弱"]


def test_filters(open_page, site_url: str) -> None:
    page = opened(open_page, f"{site_url}en/", "知识产权")
    buttons = page.locator(".dz-search__kinds button")
    assert buttons.all_inner_texts() == ["All 4", "Speech 1", "Commentary 1", "News 1", "Reference 1"]
    buttons.nth(2).focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('.dz-search li').length === 1")
    assert page.evaluate("document.activeElement.textContent") == "Commentary 1"
    assert shown(page) == ["wang-wenze#p25"]
    assert page.locator(".dz-search__kinds [aria-pressed=true]").inner_text() == "Commentary 1"
    assert page.locator(".dz-search [role=status]").inner_text() == "1 passage"
    page.locator(".dz-search__kinds button").first.click()
    until(page, "document.querySelectorAll('.dz-search li').length === 4")


def test_keyboard(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hant/{ARTICLE}")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "dz-search-words"
    page.keyboard.type("软件/硬件")
    assert page.locator(".dz-search input").input_value() == "软件/硬件"
    page.locator(".dz-search input").fill("软件")
    page.locator(".dz-search li a").nth(4).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("[...document.querySelectorAll('.dz-search li a')].indexOf(document.activeElement)") == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "dz-search-words"
    page.keyboard.press("Escape")
    assert not page.locator(".dz-search").is_visible()
    page.keyboard.press("/")
    page.locator(".dz-search li a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/speech/readout/?h=*#p4")
    assert parse_qs(urlsplit(page.url).query) == {"h": ["軟體"]}


def test_focus_returns_to_the_control(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/")
    page.locator(".dz-search-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.dz-search-open')")


def test_it_closes_when_the_reader_turns_away(open_page, site_url: str) -> None:
    page = opened(open_page, f"{site_url}en/", "知识产权")
    sheet, address = page.locator(".dz-search"), page.url
    page.mouse.click(5, 5)  # the logo is there, under the veil
    assert not sheet.is_visible() and page.url == address
    page.keyboard.press("/")
    page.locator(".dz-search li a").last.focus()
    page.keyboard.press("Tab")
    assert not sheet.is_visible() and page.evaluate("document.activeElement !== document.body")


def test_more_results(open_page, site_url: str) -> None:
    page = opened(open_page, f"{site_url}zh-Hans/", "人工智能")
    page.locator(".dz-search li button").wait_for()
    assert len(shown(page)) == 10
    page.locator(".dz-search li button").click()
    until(page, "document.querySelectorAll('.dz-search li a').length === 20")
    until(page, "[...document.querySelectorAll('.dz-search li a')].indexOf(document.activeElement) === 10")


@pytest.mark.parametrize("tree", TREES)
def test_results_are_announced(open_page, site_url: str, tree: str) -> None:
    page = opened(open_page, f"{site_url}{tree}/", "软件")
    said = {"zh-Hans": "找到6段", "zh-Hant": "找到6段", "en": "6 passages"}[tree]
    status = page.get_by_role("status").first
    status.filter(has_text=said).wait_for()
    assert status.inner_text() == said
    page.locator(".dz-search input").fill("量子纠缠")
    nothing = {"zh-Hans": "没有找到", "zh-Hant": "沒有找到", "en": "Nothing found"}[tree]
    status.filter(has_text=nothing).wait_for()
    assert status.inner_text() == nothing and not page.locator(".dz-search li a").count()
    page.locator(".dz-search input").fill("")
    page.locator(".dz-search [role=status]:empty").wait_for(state="attached")


def test_what_every_search_begins_with_is_there_at_the_first_key_and_nothing_from_elsewhere(
    open_page, sub_path_url: str
) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{sub_path_url}en/", wait_until="networkidle")
    assert sorted(url for url in asked if url.startswith(f"{sub_path_url}search/")) == [
        f"{sub_path_url}search/en.json",
        f"{sub_path_url}search/pages/en/en.json",
    ]
    page.keyboard.press("/")
    page.keyboard.type("chips")
    page.locator(".dz-search li a").first.wait_for()
    assert any("/search/terms/" in url for url in asked)
    assert {url for url in asked if not url.startswith(sub_path_url)} == set()


def test_modules_come_together(open_page, site_url: str, site: Path) -> None:
    """Each module that another one imports is asked for by the page itself, at once."""
    assets = site / "en/assets"
    scripts = [path for name in ("base", "links", "reading", "search") for path in (assets / name).glob("*.js")]
    imported = {
        (path.parent / name).resolve().relative_to(assets.resolve()).as_posix()
        for path in scripts
        for name in re.findall(r'from "(\.+/.+?)"', path.read_text(encoding="utf-8"))
    }
    page = open_page(f"{site_url}en/{ARTICLE}", java_script_enabled=False)
    asked = page.locator("link[rel=modulepreload], script[type=module][src]").evaluate_all(
        "all => all.map(each => (each.href || each.src).split('/assets/').at(-1))"
    )
    assert imported and imported <= set(asked) and len(asked) == len(set(asked))


def test_a_lost_connection_is_said_and_the_next_try_works(open_page, site_url: str) -> None:
    page = open_page("about:blank")
    page.route(f"{site_url}search/**", lambda route: route.abort())
    page.goto(f"{site_url}en/")
    page.keyboard.press("/")
    page.keyboard.type("chip")
    until(page, "document.querySelector('.dz-search [role=status]').textContent.includes('could not')")
    page.unroute(f"{site_url}search/**")
    page.keyboard.type("s")
    page.locator(".dz-search li a").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_sheet_fits(open_page, site_url: str, width: int, scheme: str) -> None:
    page = opened(open_page, f"{site_url}en/", "人工智能", width=width, color_scheme=scheme)
    sheet = page.locator(".dz-search__sheet").bounding_box()
    assert sheet["x"] >= 0 and sheet["x"] + sheet["width"] <= width and sheet["y"] + sheet["height"] <= 900
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.dz-search, .dz-search *')].filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1).map(each => each.className)"
        )
        == []
    )
    assert page.evaluate(
        "getComputedStyle(document.querySelector('.dz-search__sheet')).backgroundColor === getComputedStyle(document.body).backgroundColor"
    )
    for part in (".dz-search__close", ".dz-search__kinds button", ".dz-search li a"):
        box = page.locator(part).first.bounding_box()
        assert min(box["width"], box["height"]) >= 24, part


def test_vermilion_only_for_the_speech(open_page, site_url: str) -> None:
    page = opened(open_page, f"{site_url}en/", "知识产权")
    red = page.locator(".dz-search li *").evaluate_all(
        "all => all.filter(each => {const [r, g] = getComputedStyle(each).color.match(/\\d+/g).map(Number); return r > g + 60}).map(each => each.textContent)"
    )
    assert red == ["Speech"]


def test_without_scripts_there_is_no_search(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}en/", java_script_enabled=False)
    assert not page.locator(".dz-search-open").is_visible()
    assert not page.locator(".dz-search").is_visible()


def test_stock_search_is_gone(site: Path) -> None:
    assert [path for tree in TREES for path in (site / tree).glob("search")] == []


@pytest.mark.parametrize("tree", TREES)
def test_glossary_works_and_about_are_found_after_the_texts(open_page, site_url: str, tree: str) -> None:
    """Each result leads to its place there, with the words lit up."""
    about = {"zh-Hans": "逐字节", "zh-Hant": "逐位元組", "en": "byte for byte"}[tree]
    for typed, path in {
        "新型举国体制": "about/glossary/#term-",
        "新一代人工智能发展规划": "works-cited/#work-",
        about: "about/#method",
    }.items():
        page = opened(open_page, f"{site_url}{tree}/", typed)
        while (more := page.locator(".dz-search li button")).count():
            more.click()
            page.locator(".dz-search ol[aria-busy=false]").wait_for(state="attached")
        links = page.locator(".dz-search li a").evaluate_all("all => all.map(each => each.pathname + each.hash)")
        found = [link for link in links if path in link]
        pages = ["/about/" in link or "/works-cited/" in link for link in links]
        assert found and pages == sorted(pages), typed
        page.goto(f"{site_url}{found[0].removeprefix('/')}")
        assert page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null")


@pytest.mark.parametrize(
    ("tree", "typed", "offer"),
    [("en", "governence", "governance"), ("zh-Hans", "算力学", "算力"), ("zh-Hant", "舉國體制機器", "舉國體制")],
)
def test_nothing_found_offers_what_would_be_found(open_page, site_url: str, tree: str, typed: str, offer: str) -> None:
    page = opened(open_page, f"{site_url}{tree}/", typed)
    button = page.locator(".dz-search li button").first
    button.wait_for()
    assert button.get_attribute("value") == offer
    button.click()
    page.locator(".dz-search li a").first.wait_for()
