"""Search beside Material's stock search in a real Chromium, on the edition and on sources made from a corpus.

    DUIZHAO_CORPUS=laws.jsonl.gz python -m tests.bench.search [--runs 5] [--sources 1000]

Prints, for each size and query, medians of a cold page: milliseconds from the first key to the first result, and from the start
of the page's own loading; and what was transferred for it, gzipped. The keys are pressed as soon as the page is loaded. Both sites
hold the same pages, those of the documents in one tree, so that both indexes hold the same texts. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.render.frames import save_frames
from build_scripts.render.trees import configuration, tree_environment
from build_scripts.views.tree import Views
from build_scripts.writers.search.index import search_files
from build_scripts.writers.web.docs import write_pages
from tests.bench.build import copy_edition
from tests.bench.made import make_project
from tests.browser.conftest import ARGUMENTS, find_chromium

TREE = "zh-Hans"
SECTIONS = ("index.md", "speech/", "commentary/", "news/")
SOURCES = 1000
MOST_RUNS = 3  # with so many sources, for each query
# Stock search finds words between stops and spaces only, so these are such.
QUERIES = ("人工智能", "Replicator")
LAW_QUERIES = ("国务院", "为了")
MANY = 100  # sources, from which on the goal is another
CONFIGURATION = configuration(Path(__file__).parents[2])
THEME = CONFIGURATION.parent / "build_scripts/theme"
OURS_ONLY = ("partials/header.html", "partials/search.html", "assets/search")
RESULT = {"ours": ".dz-search li a", "stock": ".md-search-result__item"}
FIELD = {"ours": ".dz-search input", "stock": ".md-search__input"}
INDEX = {"ours": "/search/", "stock": "search_index.json"}
# When the first result stood on the page, as `arrived` says; and the first key, as the page's own scripts hear it. One evaluation does
# both: what Playwright puts into a page to wait for something takes 20 ms of the page's own time, which is neither search's.
WATCH = """window.arrived = new Promise(tell => new MutationObserver((_, watch) => {
  if (!document.querySelector("%s")) return;
  tell(performance.now());
  watch.disconnect();
}).observe(document, {subtree: true, childList: true}))"""
TYPE = """async ([field, words]) => {
  const typed = performance.now();
  document.querySelector(".dz-search-open")?.click();
  const input = document.querySelector(field);
  input.focus();
  input.value = words;
  for (const type of ["input", "keyup"]) input.dispatchEvent(new Event(type, {bubbles: true}));
  return [typed, await window.arrived];
}"""


@dataclass(slots=True)
class Measured:
    """Milliseconds from the first key and from the start of the page; kilobytes transferred for the index, gzipped."""

    typed: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    index: list[float] = field(default_factory=list)


class Gzipping(SimpleHTTPRequestHandler):
    """Static files, gzipped as hosts do it; `sent` collects `(path, bytes)`."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a body waits 40 ms for the acknowledgement of its headers, as on no real host
    kept: ClassVar[dict[str, bytes]] = {}

    def __init__(self, *args, sent: list[tuple[str, int]], **more) -> None:
        self.sent = sent
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        body = self.kept.get(str(path)) or self.kept.setdefault(str(path), gzip.compress(path.read_bytes(), 6))
        self.sent.append((self.path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of a site, and what was sent from it."""
    sent: list[tuple[str, int]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipping, directory=str(folder), sent=sent))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()


def make_sites(folder: Path, project: Project) -> int:
    """Build `ours/` and `stock/` in a folder; returns the number of documents."""
    edition = read_edition(project, lambda words: None, accept_anchors=True)
    views = Views(edition)
    pages = write_pages(views)
    for path, text in pages.docs.items():
        if path.removeprefix(f"{TREE}/").startswith(SECTIONS) and path.startswith(f"{TREE}/"):
            _write(project.docs / path, text)
    (folder / "frames").mkdir()
    save_frames(folder / "frames", pages.frames)
    for kind in ("ours", "stock"):
        _render(edition, folder, folder / kind, _configuration(folder, stock=kind == "stock"))
    for path, text in search_files(views).items():
        _write(folder / "ours" / path, text)
    return len(edition.documents)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _configuration(folder: Path, stock: bool) -> Path:
    """mkdocs.yml as it is or, for stock, with Material's search in the place of ours; not strict, since pages are left out."""
    theme, text = THEME, CONFIGURATION.read_text(encoding="utf-8").replace("strict: true", "strict: false")
    if stock:
        theme = folder / "theme"
        shutil.copytree(
            THEME,
            theme,
            ignore=lambda where, names: [n for n in names if (Path(where) / n).relative_to(THEME).as_posix() in OURS_ONLY],
        )
        page = theme / "main.html"
        _write(page, re.sub(r'"search/\w+", ', "", page.read_text(encoding="utf-8")))  # the modules that pages ask for early
        text = re.sub(r"\n  - \{path: assets/search/search\.js.*?\}|, assets/search/search\.css", "", text)
        text = text.replace("  awesome-nav: {}", "  awesome-nav: {}\n  search: {}")
    path = folder / f"{'stock' if stock else 'ours'}.yml"
    _write(path, re.sub(r"custom_dir: .*", f"custom_dir: {theme}", text))
    return path


def _render(edition: Edition, folder: Path, site: Path, configuration: Path) -> None:
    environment = os.environ | tree_environment(Views(edition).trees[0], folder / "docs", folder / "frames", site)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration)],
        env=environment,
        check=True,
        stderr=subprocess.DEVNULL,
    )


def measure(browser, folder: Path, kind: str, words: str, found: Measured) -> None:
    """Open a cold page, type, and wait for the first result."""
    with serving(folder / kind) as (url, sent):
        context = browser.new_context()
        context.add_init_script(WATCH % RESULT[kind])
        page = context.new_page()
        page.goto(f"{url}{TREE}/", wait_until="load")
        typed, first = page.evaluate(TYPE, [FIELD[kind], words])
        page.wait_for_load_state("networkidle")
        context.close()
    found.typed.append(first - typed)
    found.page.append(first)
    found.index.append(sum(size for path, size in sent if INDEX[kind] in path and "/assets/" not in path) / 1000)


def print_compared(browser, folder: Path, project: Project, queries: Sequence[str], runs: int) -> None:
    """Build both sites of a project, and print what they take."""
    documents = make_sites(folder, project)
    sources = len(list(project.seeds.glob("*/")))
    goal = "0.15 of the time" if sources < MANY else "a tenth of the time"
    print(f"\n{sources} sources, {documents} documents, {runs} run(s) each, medians (goal: {goal})")
    compare(browser, folder, queries, runs)


def compare(browser, folder: Path, queries: Sequence[str], runs: int) -> None:
    """Print both, and one in terms of the other."""
    print(f"  {'':14}{'first key to result':>24}{'page to result':>22}{'index transferred':>24}")
    for words in queries:
        ours, stock = Measured(), Measured()
        for _ in range(runs):  # in turn, so that a machine that changes its pace slows both
            measure(browser, folder, "ours", words, ours)
            measure(browser, folder, "stock", words, stock)
        for name, each in (("ours", ours), ("stock", stock)):
            middle = [statistics.median(values) for values in (each.typed, each.page, each.index)]
            print(
                f"  {words if name == 'ours' else '':<10}{name:>6} {middle[0]:18.0f} ms {middle[1]:18.0f} ms {middle[2]:20.1f} kB"
            )
        ratio = [
            statistics.median(getattr(ours, name)) / statistics.median(getattr(stock, name))
            for name in ("typed", "page", "index")
        ]
        print(f"  {'':10}{'ratio':>6} {ratio[0]:18.2f}    {ratio[1]:18.2f}    {ratio[2]:20.2f}", flush=True)


def main() -> int:
    """Print the measurements of the edition and of its copies."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=re.sub(r"\s+", " ", __doc__ or ""))
    parser.add_argument("--runs", type=int, default=5, help="cold pages for each query (default: 5)")
    parser.add_argument("--sources", type=int, default=SOURCES, help=f"made sources (default: {SOURCES}; 0: none)")
    options = parser.parse_args()
    corpus = Path(os.environ.get("DUIZHAO_CORPUS", ""))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        if options.runs:
            with tempfile.TemporaryDirectory() as folder:
                print_compared(browser, Path(folder), copy_edition(Path(folder)), QUERIES, options.runs)
        if options.sources and corpus.is_file():
            with tempfile.TemporaryDirectory() as folder:
                project = make_project(Path(folder), corpus, options.sources)
                print_compared(browser, Path(folder), project, LAW_QUERIES, min(options.runs or MOST_RUNS, MOST_RUNS))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
