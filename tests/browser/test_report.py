"""An edition that can be corrected and followed: the report of an error beside a paragraph, the notice of another version; and
the choice among two translations.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from build_scripts.new import new_edition
from build_scripts.pipeline import Project, build
from tests.browser.visit import TREES

ISSUES = "https://code.example/new?labels=text"
TALK = "talk/lighthouse/"
OLD, NEWER = "0a1b2c3d", "4e5f6a7b"
CHANGES = f"""releases:
- {{version: {NEWER}, date: 2025-05-09, changes: [{{ids: [evening-paper], words: {{en: A paragraph was put in.}}}}]}}
- {{version: {OLD}, date: 2025-05-02, changes: [{{words: {{en: First release.}}}}]}}
"""
LABEL = {"zh-Hans": "报告文字有误", "zh-Hant": "回報文字有誤", "en": "Report an error"}
SINCE = {"zh-Hans": "此后改了什么", "zh-Hant": "此後改了什麼", "en": "What has changed since"}


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, str]]:
    """An edition that says where errors are reported and that had two releases, and its address. The site under test has neither."""
    project = Project(tmp_path_factory.mktemp("corrected") / "edition")
    new_edition(project.root)
    (project.seeds / "changes.yaml").write_text(CHANGES, encoding="utf-8")
    first = (project.seeds / "lighthouse/translation.en.md").read_text(encoding="utf-8")
    second = first.replace("status: draft", "status: machine", 1)
    (project.seeds / "lighthouse/translation.en.2.md").write_text(second, encoding="utf-8")
    with (project.seeds / "edition.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nreport: {ISSUES}\n")
    build(project, lambda words: None, pages_only=True)
    handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(project.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield project, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_an_error_is_reported_with_its_place(open_page, corrected, tree: str, width: int, height: int) -> None:
    project, address = corrected
    page = open_page(f"{address}{tree}/{TALK}", width=width, height=height)
    version = page.locator(".dz-edition").get_attribute("data-version")
    for name in ("p2", "p2-en"):
        page.locator(f"#{name} > .dz-here").click()
        link = page.locator(".dz-report")
        assert link.inner_text() == LABEL[tree]
        box = link.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24
        asked = urlsplit(link.get_attribute("href"))
        fields = parse_qs(asked.query)
        assert f"{asked.scheme}://{asked.netloc}{asked.path}" == "https://code.example/new" and fields["labels"] == ["text"]
        assert f"lighthouse#{name}" in fields["title"][0]
        place, block, told, raw, quoted = [line for line in fields["body"][0].split("\n") if line]
        assert (place, block, told) == (f"{address}{tree}/{TALK}?v={version}#{name}", f"lighthouse#{name}", version)
        file, _, lines = raw.partition(":")
        first = int(lines.partition("-")[0])
        captured = (project.root / file).read_text(encoding="utf-8").split("\n")[first - 1]
        shown = page.evaluate("name => document.getElementById(name).textContent", name).strip()
        assert quoted.startswith("> ") and shown.startswith(quoted[2:20])
        assert name != "p2" or tree == "zh-Hant" or captured.startswith(quoted[2:12])
        page.keyboard.press("Escape")


def test_the_report_opens_where_the_edition_says(open_page, corrected) -> None:
    page = open_page(f"{corrected[1]}en/{TALK}")
    page.context.route("https://code.example/**", lambda route: route.fulfill(status=200, content_type="text/html", body="ok"))
    page.locator("#p2 > .dz-here").click()
    page.locator(".dz-report").click()
    page.wait_for_url("https://code.example/new?**")
    page.context.unroute("https://code.example/**")


@pytest.mark.parametrize("tree", TREES)
def test_a_site_that_names_nobody_offers_no_report(open_page, site_url: str, tree: str) -> None:
    page = open_page(f"{site_url}{tree}/speech/readout/")
    page.locator("#p1 > .dz-here").click()
    page.wait_for_selector(".dz-cite-here")
    assert page.locator(".dz-report").count() == 0


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("cited", "leads"), [(OLD, f"{OLD}/"), ("99999999", "")])
def test_the_citation_of_another_version_leads_to_what_has_changed(
    open_page, corrected, tree: str, cited: str, leads: str
) -> None:
    address = corrected[1]
    page = open_page(f"{address}{tree}/{TALK}?v={cited}#p2")
    note = page.locator(".dz-other-version")
    version = page.locator(".dz-edition").get_attribute("data-version")
    assert note.get_attribute("role") == "status" and note.bounding_box()["height"] > 0
    words = note.inner_text()
    assert words.index(cited) < words.index(version)
    link = note.get_by_role("link")
    assert link.inner_text() == SINCE[tree]
    link.click()
    page.wait_for_url(f"{address}{tree}/about/changes/{leads}")
    assert "A paragraph was put in." in page.locator("article").inner_text()


@pytest.mark.parametrize("query", ["", "?v=", "?v=<b>x</b>", "?v={}", "?other=1"])
def test_there_is_no_notice_for_this_version_or_for_what_is_none(open_page, corrected, query: str) -> None:
    page = open_page(f"{corrected[1]}en/{TALK}")
    version = page.locator(".dz-edition").get_attribute("data-version")
    page.goto(f"{corrected[1]}en/{TALK}{query.format(version)}")
    page.wait_for_load_state()
    assert page.locator(".dz-other-version").count() == 0


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("scripts", [True, False])
def test_one_of_two_translations_is_chosen_without_scripts_too(open_page, corrected, tree: str, scripts: bool) -> None:
    page = open_page(f"{corrected[1]}{tree}/{TALK}", java_script_enabled=scripts)
    first, second = page.locator("#p2-en"), page.locator("#p2-en-2")
    choose = page.locator(".dz-choose input")
    for number, shown in (("1", (True, False)), ("2", (False, True)), ("0", (True, True))):
        choose.and_(page.locator(f"[value='{number}']")).check()
        assert (first.is_visible(), second.is_visible()) == shown
        assert page.locator("#p2").is_visible()
    page = open_page(f"{corrected[1]}{tree}/{TALK}#p2-en-2", java_script_enabled=scripts)
    assert page.locator("#p2-en-2").is_visible() and not page.locator("#p3-en-2").is_visible()
