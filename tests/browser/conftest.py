"""The finished site in a real Chromium, served once at the root of a host and once under a sub-path."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import sources
from tests.browser.network import Published
from tests.browser.visit import TREES, Visit, visit
from tests.browser.waiting import LONGEST

REQUIRED = os.environ.get("DUIZHAO_REQUIRE_BROWSER") == "1"
# Nothing of Chromium's own may reach the network: the tests count requests.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def missing(reason: str) -> None:
    """Skip, or fail where a browser is required."""
    if REQUIRED:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def find_chromium() -> str | None:
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return os.environ.get("DUIZHAO_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


class Handler(SimpleHTTPRequestHandler):
    """Static files below `prefix` and nothing elsewhere; a wrong address gets the site's 404 page, as on GitHub Pages."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the body of each answer waits 40 ms for its headers to be acknowledged

    def __init__(self, *args, prefix: str, **more) -> None:
        self.prefix = prefix
        super().__init__(*args, **more)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(sources.site() / "nothing-here")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = sources.site() / "404.html"
        body = page.read_bytes() if code == 404 and page.is_file() else b""
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(prefix: str) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(sources.site()), prefix=prefix))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{prefix}"
    server.shutdown()


@pytest.fixture(scope="session")
def site() -> Path:
    folder = sources.site()
    if not (folder / "index.html").is_file():
        missing(f"no site in {folder}: build it first (make site)")
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    with serving("/") as url:
        yield url


@pytest.fixture(scope="session")
def sub_path_url(site: Path) -> Iterator[str]:
    with serving("/some/base/") as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    chromium = find_chromium()
    if not chromium:
        missing("no Chromium found: install it or set DUIZHAO_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def contexts(browser):
    """The contexts that tests share, by what cannot be changed about one; a new one each time would load every file anew."""
    made: dict[str, object] = {}

    def context_with(**options):
        name = repr(sorted(options.items()))
        if name not in made:
            made[name] = browser.new_context(**options)
            made[name].set_default_timeout(1000 * LONGEST)
        return made[name]

    yield context_with
    for context in made.values():
        context.close()


@pytest.fixture
def open_page(contexts):
    """A function that opens a page where nothing is remembered; the pages are closed after the test."""
    pages = []

    def open_page(url: str, width: int = 1280, height: int = 900, color_scheme=None, reduced_motion=None, **options):
        context = contexts(**options)
        page = context.new_page()
        pages.append(page)
        forget(page, url)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
        page.goto(url)
        return page

    yield open_page
    for page in pages:
        page.close()


def forget(page, url: str) -> None:
    """Empty what pages of this origin have stored."""
    parts = urlsplit(url)
    if parts.netloc:
        session = page.context.new_cdp_session(page)
        session.send(
            "Storage.clearDataForOrigin", {"origin": f"{parts.scheme}://{parts.netloc}", "storageTypes": "local_storage"}
        )
        session.detach()


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Every page of the site, as a path below its root."""
    pages = sorted(page.parent.relative_to(site).as_posix() for tree in TREES for page in (site / tree).rglob("index.html"))
    return ["", "404.html", *(f"{page}/" for page in pages)]


@pytest.fixture(scope="session")
def visits(browser, site_url: str, paths: list[str]) -> list[Visit]:
    """Every page, opened once on the narrowest phone."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    found = [visit(page, site_url, path) for path in paths]
    context.close()
    return found


@pytest.fixture(scope="session")
def published(site: Path) -> Published:
    return Published(site)
