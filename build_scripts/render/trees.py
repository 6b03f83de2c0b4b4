"""Runs MkDocs once per tree, as many at a time as there are processors."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.edition import TREES
from build_scripts.model import Place
from build_scripts.writers.keys import keys_listed
from build_scripts.writers.wording import say

CONFIGURATION = Path(__file__).parents[2] / "mkdocs.yml"
SITE_URL = "http://localhost:8000/"
# MkDocs writes a sitemap and a 404 page per tree, with the day of building in them; the site has one of each at its root.
NOT_OURS = ("sitemap.xml", "sitemap.xml.gz", "404.html")
WARNING = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(.*)", re.MULTILINE)


def site_url() -> str:
    """Where the site will be served, from DUIZHAO_SITE_URL; always with a slash at the end."""
    return (os.environ.get("DUIZHAO_SITE_URL") or SITE_URL).rstrip("/") + "/"


def known_url() -> str:
    """Where the site will be served, empty where DUIZHAO_SITE_URL does not say it: citations never give an address that is not it."""
    return site_url() if os.environ.get("DUIZHAO_SITE_URL") else ""


def tree_environment(tree: str, docs: Path, site: Path, formats: Sequence[str] = ()) -> dict[str, str]:
    """The variables that mkdocs.yml reads, for one tree; `formats` are those of the files that lie beside the pages.

    All output is the same on every day and machine.
    """
    return {
        "DUIZHAO_LANGUAGE": tree,
        "DUIZHAO_SITE_NAME": say("site", tree),
        "DUIZHAO_DOCS": str((docs / tree).resolve()),
        "DUIZHAO_SITE": str((site / tree).resolve()),
        "DUIZHAO_TREE_URL": f"{site_url()}{tree}/",
        "DUIZHAO_ORIGIN": known_url(),
        "DUIZHAO_BACKLINK": say("back-to-text", tree),
        "DUIZHAO_TO_LIGHT": say("to-light", tree),
        "DUIZHAO_TO_DARK": say("to-dark", tree),
        "DUIZHAO_TO_SYSTEM": say("to-system", tree),
        "DUIZHAO_SEARCH_PLACEHOLDER": say("search-placeholder", tree),
        "DUIZHAO_SEARCH_HINT": say("search-hint", tree),
        "DUIZHAO_SEARCH_CLOSE": say("search-close", tree),
        "DUIZHAO_SEARCH_FAILED": say("search-failed", tree),
        "DUIZHAO_BREADCRUMBS": say("breadcrumbs", tree),
        "DUIZHAO_KEYS": say("keys", tree),
        "DUIZHAO_KEYS_CLOSE": say("close", tree),
        "DUIZHAO_KEYS_LISTED": keys_listed(tree),
        "DUIZHAO_FORMATS": " ".join(formats),
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "1",
    }


def render_trees(docs: Path, site: Path, step: Callable[[str], None], formats: Sequence[str] = ()) -> None:
    """Build every tree into `site/<tree>/`. Raises BadInput `render-failed` with what MkDocs complained about."""
    with ThreadPoolExecutor(max_workers=min(len(TREES), os.cpu_count() or 1)) as pool:
        found = list(pool.map(lambda tree: _render(tree, docs, site, step, formats), TREES))
    problems = [problem for problems in found for problem in problems]
    if problems:
        raise BadInput(*problems)


def _render(tree: str, docs: Path, site: Path, step: Callable[[str], None], formats: Sequence[str]) -> list[Diagnostic]:
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(CONFIGURATION), "--strict"]
    environment = os.environ | tree_environment(tree, docs, site, formats)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    step(f"rendered {tree}")
    if done.returncode == 0:
        for name in NOT_OURS:
            (site / tree / name).unlink(missing_ok=True)
        return []
    said = WARNING.findall(done.stderr) or [done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason"]
    return [Diagnostic(Place(f"docs/{tree}"), "render-failed", f"MkDocs: {line}") for line in said]


def pages_of(site: Path) -> list[str]:
    """The paths of all pages inside a tree, as the site serves them."""
    tree = site / TREES[0]
    paths = (path.parent.relative_to(tree).as_posix() for path in tree.rglob("index.html"))
    return sorted("" if path == "." else f"{path}/" for path in paths)
