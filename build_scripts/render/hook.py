"""What `mkdocs.yml` names as a hook: gives each page the frame that was written for it, and the last hand.

The frames are in the file DUIZHAO_FRAMES (`frames.py`), by the paths of pages without an ending, each as JSON:
`{"meta": …, "frame": …}`, the first for the theme, the second for `weave`. Without it MkDocs renders the Markdown as it stands.
DUIZHAO_KEPT is the folder of what earlier builds made, DUIZHAO_INPUTS a hash of what holds for all pages, DUIZHAO_OPEN what
stands in a page where they left it open (JSON).
"""

from __future__ import annotations

import json
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

sys.path.append(str(Path(__file__).parents[2]))  # MkDocs loads a hook as a file, from wherever it was started

from build_scripts.render.frames import Frames, read_frames
from build_scripts.render.kept_pages import KeptPages
from build_scripts.render.kept_templates import KeptTemplates
from build_scripts.store import Store
from build_scripts.writers.web.finish import finish
from build_scripts.writers.web.weave import OutOfStepError, weave

UNUSED = re.compile(r"assets/javascripts/lunr/|.*\.map$")
pages: KeptPages | None = None


def on_files(files: Any, **_: Any) -> Any:
    """Leave out what the theme brings for a search that the edition does not have, under licenses of its own, and maps."""
    for file in [each for each in files if UNUSED.match(each.src_uri)]:
        files.remove(file)
    return files


@event_priority(-100)
def on_nav(nav: Any, files: Any, **_: Any) -> Any:
    """Looks for the pages that are kept, when all plugins are done with the navigation."""
    global pages
    folder = os.environ.get("DUIZHAO_KEPT")
    if folder:
        pages = KeptPages(Store(Path(folder), os.environ["DUIZHAO_INPUTS"].encode()), _frames())
        pages.look_up(nav, files)
        pages.pass_over(_filled)
    return nav


def on_env(env: Any, **_: Any) -> Any:
    """Keeps the templates as Jinja has compiled them, which takes half as long as rendering five sources with them."""
    folder = os.environ.get("DUIZHAO_TEMPLATES")
    if folder:
        env.bytecode_cache = KeptTemplates(Store(Path(folder), jinja2.__version__.encode()))
    return env


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Adds to the front matter what the theme shows of a page besides its text."""
    page.meta.update(_read(page).get("meta", {}))
    return markdown


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """The rendered Markdown in its frame. Raises PluginError where the two are not of one build."""
    frame = _read(page).get("frame")
    if not frame:
        return html
    try:
        woven = weave(html, frame)
    except OutOfStepError as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from None
    page.toc.items = [item for item in page.toc if f'id="{item.id}"' in woven]  # a frame may have a heading without an id
    return woven


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """The page as it is published."""
    parts = _cut(finish(output, page.content or "").encode("utf-8", "xmlcharrefreplace"))
    if pages:
        pages.end(page, parts)
    return _filled(parts).decode("utf-8")


def on_post_build(**_: Any) -> None:
    """Keeps what was rendered."""
    if pages:
        pages.keep()


def _cut(html: bytes) -> tuple[bytes, ...]:
    """The page, cut at the signs of what is left open in it, which are parts too."""
    signs = b"|".join(map(re.escape, _open()))
    return tuple(re.split(b"(" + signs + b")", html)) if signs else (html,)


def _filled(parts: tuple[bytes, ...]) -> bytes:
    """The page with what was left open in it."""
    words = _open()
    return b"".join(words.get(part, part) for part in parts)


@cache
def _open() -> dict[bytes, bytes]:
    return {sign.encode(): words.encode() for sign, words in json.loads(os.environ.get("DUIZHAO_OPEN", "{}")).items()}


def _read(page: Any) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(_frames().get(page.file.src_uri.removesuffix(".md"), "{}"))
    return frame


@cache
def _frames() -> Frames:
    return read_frames(Path(os.environ.get("DUIZHAO_FRAMES", "")))
