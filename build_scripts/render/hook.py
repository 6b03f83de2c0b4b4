"""What `mkdocs.yml` names as a hook: gives each page the frame that was written for it, and the last hand.

The folder of frames is in DUIZHAO_FRAMES, one JSON file a page: `{"meta": …, "frame": …}`, the first for the theme, the second
for `weave`. Without it MkDocs renders the Markdown as it stands.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.exceptions import PluginError

sys.path.append(str(Path(__file__).parents[2]))  # MkDocs loads a hook as a file, from wherever it was started

from build_scripts.writers.web.finish import finish
from build_scripts.writers.web.weave import OutOfStepError, weave


def on_env(env: Any, **_: Any) -> Any:
    """Keeps the templates as Jinja has compiled them, which takes half as long as rendering five sources with them."""
    folder = os.environ.get("DUIZHAO_TEMPLATES")
    if folder:
        kept = Path(f"{folder}-{jinja2.__version__}")
        kept.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(kept))
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
    return finish(output, page.content or "")


def _read(page: Any) -> dict[str, Any]:
    folder = os.environ.get("DUIZHAO_FRAMES")
    path = Path(folder, page.file.src_uri).with_suffix(".json") if folder else None
    return json.loads(path.read_text(encoding="utf-8")) if path and path.is_file() else {}
