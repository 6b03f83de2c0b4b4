"""Runs MkDocs once per tree, and keeps of what it makes what is the site's."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from markupsafe import escape

from build_scripts.diagnostics import BadInput, bad
from build_scripts.edition.version import OPEN_DATE, OPEN_LINE, OPEN_NAME, left_open
from build_scripts.model import Place
from build_scripts.overwriting import files_below
from build_scripts.render.bare import publish_bare
from build_scripts.render.complaints import complaints
from build_scripts.render.frames import frames_file, save_frames
from build_scripts.render.mkdocs import run_mkdocs
from build_scripts.seed.located import read_record, yaml_errors
from build_scripts.store import digest, program
from build_scripts.views.colophon import edition_line
from build_scripts.views.tree import Tree, Views
from build_scripts.views.wording import say
from build_scripts.writers.web.keyboard import keys_listed
from build_scripts.writers.web.overviews.section_pages import lists_of_one

PACKAGE = Path(__file__).parents[1]
# MkDocs writes a sitemap and a 404 page per tree, with the day of building in them; the site has one of each at its root.
NOT_OURS = ("sitemap.xml", "sitemap.xml.gz", "404.html")
# Variables that say where this build lies, or what it puts into finished pages; no rendering depends on them.
OF_THIS_BUILD = ("DUIZHAO_THEME", "DUIZHAO_HOOK", "DUIZHAO_FRAMES", "DUIZHAO_DOCS", "DUIZHAO_SITE", "DUIZHAO_OPEN")
OF_SYSTEM = re.compile(r"^(?:OSError|PermissionError): \[Errno (\d+)\] ([^:\n]+)", re.MULTILINE)
WARNING = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(.*)", re.MULTILINE)


def configuration(root: Path) -> Path:
    """The project's own `mkdocs.yml`; where it has none that of the program, in the package or beside it in a checkout."""
    places = (root / "mkdocs.yml", PACKAGE / "mkdocs.yml", PACKAGE.parent / "mkdocs.yml")
    return next(path for path in places if path.is_file())


# The words that templates and scripts say, by the variable that hands them over.
WORDS = {
    "DUIZHAO_SITE_NAME": "site",
    "DUIZHAO_CITED_VERSION": "cited-version",
    "DUIZHAO_CITED_SINCE": "cited-since",
    "DUIZHAO_BACKLINK": "back-to-text",
    "DUIZHAO_TO_LIGHT": "to-light",
    "DUIZHAO_TO_DARK": "to-dark",
    "DUIZHAO_TO_SYSTEM": "to-system",
    "DUIZHAO_SEARCH_PLACEHOLDER": "search-placeholder",
    "DUIZHAO_SEARCH_HINT": "search-hint",
    "DUIZHAO_SEARCH_CLOSE": "search-close",
    "DUIZHAO_SEARCH_FAILED": "search-failed",
    "DUIZHAO_BREADCRUMBS": "breadcrumbs",
    "DUIZHAO_KEYS": "keys",
    "DUIZHAO_KEYS_CLOSE": "close",
}


def tree_environment(shown: Tree, docs: Path, frames: Path, site: Path, formats: Sequence[str] = ()) -> dict[str, str]:
    """The variables that mkdocs.yml and its hook read, for one tree; `formats` are those of the files beside the pages.

    All output is the same on every day and machine.
    """
    edition, tree = shown.edition, shown.code
    address = edition.settings.address
    return {
        **{name: say(key, tree) for name, key in WORDS.items()},
        "DUIZHAO_THEME": str(PACKAGE / "theme"),
        "DUIZHAO_HOOK": str(PACKAGE / "render" / "hook.py"),
        "DUIZHAO_FRAMES": str(frames_file(frames, tree).resolve()),
        "DUIZHAO_LANGUAGE": tree,
        "DUIZHAO_TREES": " ".join(edition.trees),
        **dict(zip(("DUIZHAO_MARK", "DUIZHAO_MARK_ACCENT"), edition.settings.mark or ("", ""), strict=True)),
        "DUIZHAO_LISTS_OF_ONE": "\n".join(f"/{path}" for path in lists_of_one(shown)),
        "DUIZHAO_ACCENT": " ".join(edition.settings.accent),
        "DUIZHAO_DOCS": str((docs / tree).resolve()),
        "DUIZHAO_SITE": str((site / tree).resolve()),
        "DUIZHAO_TREE_URL": address and f"{address}{tree}/",
        "DUIZHAO_ORIGIN": address,
        "DUIZHAO_EDITION": OPEN_LINE,
        "DUIZHAO_VERSION": left_open(edition.version).name,
        "DUIZHAO_OPEN": json.dumps(_left_open(shown)),
        "DUIZHAO_RELEASES": " ".join(release.version for release in edition.releases),
        "DUIZHAO_KEYS_LISTED": keys_listed(tree),
        "DUIZHAO_FORMATS": " ".join(formats),
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "1",
    }


def _left_open(shown: Tree) -> dict[str, str]:
    """What is put into a finished page where its making left it open."""
    version = shown.edition.version
    return {OPEN_NAME: version.name, OPEN_DATE: version.date, OPEN_LINE: escape(edition_line(shown))}


def _keeping(root: Path, config: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Where what earlier builds rendered is kept, with a hash of all that holds for every page.

    A configuration of the project's own may name files of its own, of which nobody knows: then no pages are kept.
    """
    kept = {"DUIZHAO_TEMPLATES": str(root.resolve() / ".cache")}
    if config.parent not in (PACKAGE, PACKAGE.parent):
        return kept
    shared = json.dumps({name: value for name, value in environment.items() if name not in OF_THIS_BUILD}, sort_keys=True)
    about = digest([program(), config.read_bytes(), shared.encode()]).hex()
    return kept | {"DUIZHAO_KEPT": str(root.resolve() / ".cache"), "DUIZHAO_INPUTS": about}


def render_trees(
    root: Path,
    views: Views,
    frames: Mapping[str, str],
    site: Path,
    step: Callable[[str], None],
    formats: Sequence[str] = (),
) -> None:
    """Build every tree from `docs/<tree>/`, with its `frames` by their paths, into `site/<tree>/`.

    Raises BadInput `render-failed` with MkDocs' complaints, and OSError for what the system does not write.
    """
    edition, trees = views.edition, views.edition.trees
    _check_switch(read_configuration(configuration(root)), trees)
    with TemporaryDirectory() as folder:
        save_frames(Path(folder), frames)
        config = configuration(root)
        environments = [tree_environment(tree, root / "docs", Path(folder), site, formats) for tree in views.trees]
        told = run_mkdocs(config, [each | _keeping(root, config, each) for each in environments])
    _raise_of_system(told)
    step(f"rendered {', '.join(trees)}")
    found = [(tree, _complained(site / tree, *each)) for tree, each in zip(trees, told, strict=True)]
    about = [problem for tree, lines in found for problem in complaints(edition, root, tree, lines)]
    if about:
        raise BadInput(*dict.fromkeys(about))  # what holds for every tree is told once


def _raise_of_system(told: Sequence[tuple[int, str]]) -> None:
    """Raise OSError where the system did not let MkDocs write: one cause, whatever each tree says of it."""
    for code, words in told:
        failed = OF_SYSTEM.search(words) if code else None
        if failed:
            raise OSError(int(failed[1]), failed[2], "site")


def read_configuration(path: Path) -> str:
    """The text of `mkdocs.yml`, of which MkDocs would say for each tree what is wrong.

    Raises BadInput: yaml-syntax and those of read_record.
    """
    text = read_record(path, path.name)
    with yaml_errors(text, path.name):
        yaml.compose(text, Loader=yaml.SafeLoader)
    return text


def _check_switch(config: str, trees: Sequence[str]) -> None:
    """Raise `render-failed` for a tree that the switch of languages in `mkdocs.yml` does not name: no page would lead to it."""
    before, given, switch = config.partition("  alternate:")
    for tree in trees if given else ():
        if not re.search(rf"lang: {re.escape(tree)}\b(?!-)", switch):
            place = Place("mkdocs.yml", before.count("\n") + 1)
            hint = f"add “- {{lang: {tree}, locale: …, short: …, rest: …}}”, its name in two parts"
            raise bad(place, "render-failed", f"“alternate” has no entry for the tree “{tree}”", hint)


def _complained(tree: Path, code: int, words: str) -> list[str]:
    """What MkDocs complains of; nothing where it made the tree."""
    complained = list(dict.fromkeys(WARNING.findall(words)))
    if code == 0:
        for name in NOT_OURS:
            (tree / name).unlink(missing_ok=True)
        publish_bare(tree / "assets")
        return []
    return complained or words.strip().splitlines()[-1:] or ["no reason"]


def pages_of(tree: Path) -> list[str]:
    """The paths of all pages inside the folder of a tree, as the site serves them."""
    start = len(str(tree)) + 1
    pages = (path[start:].replace(os.sep, "/") for path in files_below(tree) if os.path.basename(path) == "index.html")
    return sorted(path.removesuffix("index.html") for path in pages)
