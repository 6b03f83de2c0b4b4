"""Pages that MkDocs need not render again: each is kept by a hash of all that its rendering reads.

That is its Markdown and its frame, what the templates show of other pages (the ways to its section and its neighbours), and
what holds for all pages: templates, configuration, wording, program and libraries, of which the build gives a hash. Which files
its links lead to is known when it is rendered; they are looked for again. So what is kept is what would be rendered.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.utils import CountHandler

from build_scripts.store import Store, digest

SORT = "page"  # of the entries in the store
HEAD = re.compile(rb"---\n.*?\n---\n", re.DOTALL)  # the front matter, which has what other pages show of this one
NO_FILES: Mapping[str, bool] = {}


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A finished page, and what MkDocs asks of it besides.

    `anchors` are its ids; `linked` the anchors of other pages that it leads to, each with the link as written, by their files;
    `files` what it led to, and whether that was there; `title` that of its first heading.
    """

    html: str
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
        sources = {file.src_uri: Path(file.abs_src_path).read_bytes() for file in files.documentation_pages()}
        shown = Shown(nav, {name: _head(data) for name, data in sources.items()})
        for file in files.documentation_pages():
            frame = self.frames.get(file.src_uri.removesuffix(".md"), "")
            parts = [file.src_uri.encode(), sources[file.src_uri], frame.encode()]
            key = self.keys[file.src_uri] = self.store.key(SORT, [*parts, *shown.around(file.page)])
            data = self.store.find(key)
            kept = _unpacked(data) if data else None
            if kept and all((files.get_file_from_path(path) is not None) == found for path, found in kept.files.items()):
                self.found[file.src_uri] = kept

    def begin(self, page: Any) -> None:
        """Before a page is read: note what its rendering asks for; where it is kept, put that in the place of rendering."""
        name, render = page.file.src_uri, page.render
        kept = self.found.get(name)
        page.render = lambda config, files: self._take(page, kept, files) if kept else self._render(name, render, config, files)

    def _render(self, name: str, render: Any, config: Any, files: Any) -> None:
        self.asked[name] = AskedFiles(files)
        render(config, self.asked[name])

    def _take(self, page: Any, kept: KeptPage, files: Any) -> None:
        page.content = ""
        page._title_from_render = kept.title
        page.present_anchor_ids = set(kept.anchors)
        page.links_to_anchors = {files.get_file_from_path(path): dict(links) for path, links in kept.linked.items()}

    def end(self, page: Any, html: str) -> None:
        """A page that was rendered: keep it, if all goes well."""
        name = page.file.src_uri
        linked = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
        asked = self.asked[name].answers if name in self.asked else NO_FILES
        self.made[name] = KeptPage(html, sorted(page.present_anchor_ids or ()), linked, asked, page._title_from_render)

    def keep(self) -> None:
        """Keep what was rendered, unless MkDocs warned of anything, which it has to do again."""
        if not self.warnings.get_counts():
            for name, page in self.made.items():
                self.store.keep(self.keys[name], _packed(page))


@dataclass(slots=True)
class AskedFiles:
    """The files of a tree, with what one page asked for and whether it was there."""

    files: Any
    answers: dict[str, bool] = field(default_factory=dict)

    def get_file_from_path(self, path: str) -> Any:
        file = self.files.get_file_from_path(path)
        self.answers[path] = file is not None
        return file


@dataclass(frozen=True, slots=True)
class Shown:
    """What the templates show of other pages: titles and addresses, in their order. `heads` are the pages' front matters."""

    nav: Any
    heads: Mapping[str, str]
    lists: dict[int, bytes] = field(default_factory=dict)

    def around(self, page: Any) -> list[bytes]:
        """The tabs, the sections that the page stands in with all that they list, and its neighbours."""
        single = [self._item(each) for each in (page, self.nav.homepage, page.previous_page, page.next_page)]
        sections = [part for section in page.ancestors for part in (_bytes(section.title), self._list(section.children))]
        return [_bytes([page.url, single]), self._list(self.nav.items), *sections]

    def _list(self, items: Any) -> bytes:
        """A list of entries: the same one stands around many pages."""
        if id(items) not in self.lists:
            self.lists[id(items)] = digest([_bytes([self._item(each) for each in items])])
        return self.lists[id(items)]

    def _item(self, item: Any) -> object:
        """An entry of a list; of a section that is not open its title and its first page."""
        if item is None:
            return None
        if item.children:
            return [item.title, len(item.children), self._item(item.children[0])]
        name = item.file.src_uri if getattr(item, "file", None) else ""
        return [item.title, item.url, name, self.heads.get(name, "")]


def _packed(page: KeptPage) -> bytes:
    """What MkDocs asks of a page on a line of its own, then the page as it is: to escape and read it is what takes long."""
    return _bytes({name: value for name, value in asdict(page).items() if name != "html"}) + b"\n" + page.html.encode()


def _unpacked(data: bytes) -> KeptPage:
    asked, _, html = data.partition(b"\n")
    return KeptPage(html.decode(), **json.loads(asked))


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def _head(data: bytes) -> str:
    found = HEAD.match(data)
    return (found[0] if found else data).decode("utf-8", "replace")
