"""The frames of pages on their way to the hook of MkDocs: a file for each tree, since one for each page takes longer.

Each frame is JSON already; together they are pickled, which takes a tenth of the time of writing them as JSON once more.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

Frames = Mapping[str, str]  # each as JSON, by the path of its page in the tree without an ending


def save_frames(folder: Path, frames: Mapping[str, str]) -> None:
    """Write those of all trees, which begin their paths, into a folder."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path, text in frames.items():
        tree, _, page = path.partition("/")
        found[tree][page.removesuffix(".json")] = text
    for tree, pages in found.items():
        frames_file(folder, tree).write_bytes(pickle.dumps(pages))


def frames_file(folder: Path, tree: str) -> Path:
    """Where the frames of a tree are."""
    return folder / f"{tree}.pickle"


def read_frames(path: Path) -> Frames:
    """The frames of a tree; none where there is no such file."""
    found: Frames = pickle.loads(path.read_bytes()) if path.is_file() else {}
    return found
