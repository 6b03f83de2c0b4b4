"""Every page against the HTML standard, by the Nu checker; skipped where it or Java is not set up."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from build_scripts.writers.web.finish import finish, with_policy
from tests import sources
from tests.java import SHORT, find_java

CHECKER = sources.ROOT / "tests/js/node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that checks files, at its end."""
    java = find_java()
    if java and CHECKER.is_file():
        return [java, *SHORT, "-Xss4m", "-jar", str(CHECKER), "--format", "json", "--errors-only", "--exit-zero-always"]
    reason = "no Java, or no Nu checker: “npm ci --prefix tests/js”, as “make test” does"
    if os.environ.get("DUIZHAO_REQUIRE_NODE") == "1":
        pytest.fail(reason, pytrace=False)
    return pytest.skip(reason)


def faults(checker: list[str], *paths: Path) -> list[str]:
    done = subprocess.run([*checker, *map(str, paths)], capture_output=True, text=True, encoding="utf-8", check=True)
    return [f"{each['url'][-60:]}:{each.get('lastLine')}: {each['message']}" for each in json.loads(done.stderr)["messages"]]


def test_every_page_is_html_as_the_standard_has_it(checker: list[str]) -> None:
    pages = sorted(sources.site().rglob("*.html"))
    if not pages:
        pytest.skip("no site: build it first (make site)")
    assert len(pages) > 60
    assert faults(checker, *pages) == []


def test_the_checker_finds_what_the_theme_writes(checker: list[str], tmp_path: Path) -> None:
    theirs = (
        '<input type="checkbox" id="__drawer" autocomplete="off"><label for="__drawer" tabindex="">x</label>'
        '<label class="md-nav__title" for="__toc">y</label>'
    )
    page = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title></head><body>{theirs}</body></html>'
    for name, text in (("before", page), ("after", finish(page))):
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    assert len(faults(checker, tmp_path / "before.html")) == 3
    assert faults(checker, tmp_path / "after.html") == []


def test_a_policy_names_the_scripts_of_the_templates_and_none_of_the_texts() -> None:
    page = (
        '<meta charset="utf-8"><script>ours()</script><script src="a.js"></script><script type="application/json">{}</script>'
    )
    text = "<p>text<script>theirs()</script></p>"
    alone, both = with_policy(page), with_policy(page + text, text)
    assert both.removesuffix(text) == alone and alone.count("'sha256-") == 1
    assert with_policy(page + text).count("'sha256-") == 2


def test_a_policy_names_styles_and_attributes_of_style() -> None:
    page = '<meta charset="utf-8"><style>p { margin: 0 }</style>'
    assert "style-src 'self' 'sha256-" in with_policy(page)
    assert "style-src 'self' 'unsafe-hashes' 'sha256-" in with_policy(f'{page}<td style="text-align: right;">')
