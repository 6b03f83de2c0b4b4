"""The Content-Security-Policy of every page: nothing but the site's own files runs or is asked for, and all of them work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGES = ("", "404.html", "en/", "en/news/", "zh-Hant/news/cctv/", "zh-Hans/connections/", "en/about/ledger/cctv/")
INJECTED = """() => {
  globalThis.ran = [];
  const script = document.createElement("script");
  script.textContent = "ran.push('a script')";
  document.body.append(script);
  document.body.insertAdjacentHTML("beforeend", "<img src=nothing-here.svg onerror=\\"ran.push('a handler')\\"><a id=injected href=\\"javascript:ran.push('an address')\\">x</a>");
  document.getElementById("injected").click();
}"""


def listening(page) -> list[str]:
    """What the page complains of from now on."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_every_page_has_a_policy(site: Path, paths: list[str]) -> None:
    for path in paths:
        text = (site / (path if path.endswith(".html") else f"{path}index.html")).read_text(encoding="utf-8")
        (policy,) = re.findall('<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert policy.startswith("default-src 'none'; script-src 'self'") and "unsafe-inline" not in policy, path
        assert "http" not in policy and text.index("http-equiv") < text.index("<link"), path


@pytest.mark.parametrize("path", PAGES)
def test_what_is_put_into_a_page_neither_runs_nor_asks_for_anything(open_page, site_url: str, path: str) -> None:
    page = open_page(site_url + path)
    asked: list[str] = []
    page.evaluate(INJECTED)
    page.on("request", lambda request: asked.append(request.url))
    failed = page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'came', error => error.name)")
    page.wait_for_timeout(200)
    assert page.evaluate("ran") == [] and failed == "TypeError"
    assert [url for url in asked if not url.startswith(site_url)] == []


def test_search_copying_views_and_printing_break_no_rule(open_page, site_url: str) -> None:
    page = open_page(f"{site_url}zh-Hant/news/cctv/", permissions=["clipboard-read", "clipboard-write"])
    heard = listening(page)
    page.locator(".dz-word").first.hover()
    page.locator(".dz-tip").wait_for()
    page.locator(".dz-here").nth(2).click()
    page.locator(".dz-cite > summary").click()
    page.locator(".dz-cite button").first.click()
    page.locator(".dz-links summary").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("人工智能")
    page.locator(".dz-search li a").first.wait_for()
    page.emulate_media(media="print")
    page.pdf()
    page.emulate_media(media="screen")
    page.locator(".dz-search li a").first.click()
    page.wait_for_load_state()
    assert heard == []


@pytest.mark.parametrize("path", ["", "en/news/cctv/", "zh-Hans/connections/", "en/speech/readout/?view=source"])
@pytest.mark.parametrize("fragment", ["#%", "#%E4", "#links-%", "#'\"><b>"])
def test_no_address_stops_the_scripts(open_page, site_url: str, path: str, fragment: str) -> None:
    page = open_page("about:blank")
    heard = listening(page)
    page.goto(site_url + path + fragment)
    if path:
        page.locator(".dz-languages a").first.hover()
        page.locator(".dz-languages a").first.click()
        page.wait_for_load_state()
    assert heard == []
