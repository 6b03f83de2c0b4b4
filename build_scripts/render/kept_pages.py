"""Pages that MkDocs need not render again: each is kept by a hash of all that its rendering reads.

That is its Markdown and its frame, what the templates show of other pages (the ways to its section and its neighbours), and
what holds for all pages: templates, configuration, wording, program and libraries, of which the build gives a hash. Which files
its links lead to is known when it is rendered; they are looked for again. So what is kept is what would be rendered.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from mkdocs.utils import CountHandler

from build_scripts.overwriting import bytes_of
from build_scripts.render.shown_around import Shown, head_of
from build_scripts.store import Store

SORT = "page"  # of the entries in the store
NO_FILES: Mapping[str, bool] = {}


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A finished page, and what MkDocs asks of it besides.

    `parts` are its HTML, cut at the signs of what is left open in it; `meta` is what stands above its text; `anchors` are its
    ids; `linked` the anchors of other pages that it leads to, each with the link as written, by their files; `files` what it
    led to, and whether that was there; `title` that of its first heading.
    """

    parts: tuple[bytes, ...]
    meta: Mapping[str, Any]
    anchors: list[str]
    linked: Mapping[str, Mapping[str, str]]
    files: Mapping[str, bool]
    title: str | None


@dataclass(slots=True)
class KeptPages:
    """The pages of a tree in one build; `frames` are theirs, by their paths without an ending."""

    store: Store
    frames: Mapping[str, str]
    keys: dict[str, str] = field(default_factory=dict)
    found: dict[str, KeptPage] = field(default_factory=dict)
    asked: dict[str, AskedFiles] = field(default_factory=dict)
    made: dict[str, KeptPage] = field(default_factory=dict)
    warnings: CountHandler = field(default_factory=CountHandler)

    def look_up(self, nav: Any, files: Any) -> None:
        """Find what is kept of the pages of a navigation, as it is before any of them is read."""
        self.warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.warnings)
        sources = {file.src_uri: bytes_of(file.abs_src_path) for file in files.documentation_pages()}
        exists = cache(lambda path: files.get_file_from_path(path) is not None)
        shown = Shown(nav, {name: head_of(data) for name, data in sources.items()})
        for file in files.documentation_pages():
            frame = self.frames.get(file.src_uri.removesuffix(".md"), "")
            parts = [file.src_uri.encode(), sources[file.src_uri], frame.encode()]
            key = self.keys[file.src_uri] = self.store.key(SORT, [*parts, *shown.around(file.page)])
            data = self.store.find(key)
            kept: KeptPage | None = pickle.loads(data) if data else None
            if kept and all(exists(path) == found for path, found in kept.files.items()):
                self.found[file.src_uri] = kept

    def pass_over(self, filled: Callable[[tuple[bytes, ...]], bytes]) -> None:
        """Let MkDocs in this process neither read nor render what is kept; `filled` gives what is published of a page."""
        from mkdocs import utils
        from mkdocs.commands import build

        populate, make = build._populate_page, build._build_page

        def populate_page(page: Any, config: Any, files: Any, dirty: bool = False) -> None:
            kept = self.found.get(page.file.src_uri)
            if kept:
                _take(page, kept, files)
            else:
                self.begin(page)
                populate(page, config, files, dirty)

        def build_page(page: Any, *rest: Any, **named: Any) -> None:
            kept = self.found.get(page.file.src_uri)
            if kept:
                utils.write_file(filled(kept.parts), page.file.abs_dest_path)
            else:
                make(page, *rest, **named)

        build._populate_page, build._build_page = populate_page, build_page

    def begin(self, page: Any) -> None:
        """Before a page is read: note what its rendering asks for."""
        name, render = page.file.src_uri, page.render
        page.render = lambda config, files: self._render(name, render, config, files)

    def _render(self, name: str, render: Any, config: Any, files: Any) -> None:
        self.asked[name] = AskedFiles(files)
        render(config, self.asked[name])

    def end(self, page: Any, parts: tuple[bytes, ...]) -> None:
        """A page that was rendered: keep it, if all goes well."""
        name = page.file.src_uri
        linked = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
        asked = self.asked[name].answers if name in self.asked else NO_FILES
        anchors, meta = sorted(page.present_anchor_ids or ()), dict(page.meta)
        self.made[name] = KeptPage(parts, meta, anchors, linked, asked, page._title_from_render)

    def keep(self) -> None:
        """Keep what was rendered, unless MkDocs warned of anything, which it has to do again."""
        if not self.warnings.get_counts():
            for name, page in self.made.items():
                self.store.keep(self.keys[name], pickle.dumps(page))


@dataclass(slots=True)
class AskedFiles:
    """The files of a tree, with what one page asked for and whether it was there."""

    files: Any
    answers: dict[str, bool] = field(default_factory=dict)

    def get_file_from_path(self, path: str) -> Any:
        file = self.files.get_file_from_path(path)
        self.answers[path] = file is not None
        return file


def _take(page: Any, kept: KeptPage, files: Any) -> None:
    """What other pages and the check of all links ask of a page, in the place of reading and rendering it."""
    page.markdown = page.content = ""
    page.meta = dict(kept.meta)
    page._title_from_render = kept.title
    page.present_anchor_ids = set(kept.anchors)
    page.links_to_anchors = {files.get_file_from_path(path): dict(links) for path, links in kept.linked.items()}
