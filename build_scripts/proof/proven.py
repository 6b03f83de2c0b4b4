"""What was proven once need not be proven again: pages and sources, by all that their proof reads.

The version of the edition, which stands on every page and changes with every text, is taken for zeros in a page. Where a text
holds those digits, the capture holds them too, and is compared as it is.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import Diagnostic
from build_scripts.store import Store, digest, digest_of_files


@dataclass(frozen=True, slots=True)
class Proven:
    """What was proven, in a store; `version` is the name of the one that the site shows."""

    store: Store
    version: str

    def of_page(self, path: Path, prove: Callable[[str], Iterable[str]]) -> list[str]:
        """What a proof says of the text of a page."""
        told = self.store.get("proven-page", [self._page(path)], lambda: (_listed(prove(path.read_text("utf-8"))), True))
        return [str(each) for each in json.loads(told)]

    def of_seed(
        self, folder: Path, given: object, files: Iterable[Path], prove: Callable[[], list[Diagnostic]]
    ) -> list[Diagnostic]:
        """What a proof says of a seed; it reads the folder, what is `given`, as JSON, and files of the site."""
        seed = digest_of_files(path for path in folder.rglob("*") if path.is_file())
        built = [digest([str(path.name).encode(), self._page(path)]) for path in files]
        inputs = [seed, json.dumps(given, ensure_ascii=False).encode(), *built]
        found: list[Diagnostic] = pickle.loads(self.store.get("proven-seed", inputs, lambda: (pickle.dumps(prove()), True)))
        return found

    def _page(self, path: Path) -> bytes:
        data = path.read_bytes() if path.is_file() else b""
        return data.replace(self.version.encode(), b"0" * len(self.version)) if self.version else data


def _listed(sentences: Iterable[str]) -> bytes:
    return json.dumps(list(dict.fromkeys(sentences)), ensure_ascii=False).encode("utf-8", "surrogatepass")


def pages_of_seed(documents: Sequence[dict[str, Any]], trees: Iterable[str], site: Path) -> list[Path]:
    """The pages on which the documents of a seed stand."""
    return [site / entry["urls"][tree] / "index.html" for tree in trees for entry in documents if tree in entry["urls"]]
