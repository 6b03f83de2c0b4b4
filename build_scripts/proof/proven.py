"""What was proven once need not be proven again: pages and sources, by all that their proof reads.

The version of the edition, which stands on every page and changes with every text, is taken for zeros in a page. Where a text
holds those digits, the capture holds them too, and is compared as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import Diagnostic
from build_scripts.overwriting import files_below
from build_scripts.store import SIZE, Store, digest, digest_of_files

PAGES = "proven-pages"  # the sort of the entry


@dataclass(frozen=True, slots=True)
class Proven:
    """What was proven, in a store; `version` is the name of the one that the site shows.

    Pages of which there is nothing to say are kept as one list of hashes, `before` that of the last proof, `now` that of this
    one: a file for each page costs more to find than it is worth.
    """

    store: Store
    version: str
    before: Set[bytes] = frozenset()
    now: set[bytes] = field(default_factory=set)
    seen: dict[Path, bytes] = field(default_factory=dict)

    def of_page(self, path: Path, prove: Callable[[str], Iterable[str]]) -> list[str]:
        """What a proof says of the text of a page."""
        page = self._page(path)
        told = [] if page in self.before else list(dict.fromkeys(prove(path.read_text("utf-8"))))
        if not told:
            self.now.add(page)
        return told

    def keep_pages(self) -> None:
        """Keep which pages there is nothing to say of."""
        if self.store.folder and self.now != self.before:
            self.store.keep(self.store.key(PAGES, []), b"".join(sorted(self.now)))

    def of_seed(
        self, folder: Path, given: object, files: Iterable[Path], prove: Callable[[], list[Diagnostic]]
    ) -> list[Diagnostic]:
        """What a proof says of a seed; it reads the folder, what is `given`, as JSON, and files of the site."""
        seed = digest_of_files(files_below(folder), folder.parent)
        built = [digest([str(path.name).encode(), self._page(path)]) for path in files]
        inputs = [seed, json.dumps(given, ensure_ascii=False).encode(), *built]
        return self.store.value("proven-seed", inputs, prove)

    def _page(self, path: Path) -> bytes:
        """A hash of a file as it is without the version; a page is asked for twice."""
        if path not in self.seen:
            data = path.read_bytes() if path.is_file() else b""
            plain = data.replace(self.version.encode(), b"0" * len(self.version)) if self.version else data
            self.seen[path] = digest([plain])
        return self.seen[path]


def proven_in(store: Store, version: str) -> Proven:
    """What the last proof kept in a store."""
    kept = (store.find(store.key(PAGES, [])) if store.folder else None) or b""
    return Proven(store, version, frozenset(kept[at : at + SIZE] for at in range(0, len(kept), SIZE)))


def pages_of_seed(documents: Sequence[dict[str, Any]], trees: Iterable[str], site: Path) -> list[Path]:
    """The pages on which the documents of a seed stand."""
    return [site / entry["urls"][tree] / "index.html" for tree in trees for entry in documents if tree in entry["urls"]]
