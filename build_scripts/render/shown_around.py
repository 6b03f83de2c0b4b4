"""What the templates show on a page of other pages: titles and addresses, as bytes by which the page is known again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from build_scripts.store import digest

HEAD = re.compile(rb"---\n.*?\n---\n", re.DOTALL)  # the front matter, which has what other pages show of this one


@dataclass(frozen=True, slots=True)
class Shown:
    """The navigation of a tree, in its order. `heads` are the pages' front matters."""

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


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def head_of(data: bytes) -> str:
    """What a page says of itself above its text."""
    found = HEAD.match(data)
    return (found[0] if found else data).decode("utf-8", "replace")
