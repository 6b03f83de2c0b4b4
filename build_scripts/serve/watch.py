"""Which files of an edition have changed since they were last looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# What a build itself writes among the records of an edition.
WRITTEN = frozenset({"anchors.lock", "links.lock"})
FileStates = dict[str, tuple[int, int]]


def state_of(*places: Path) -> FileStates:
    """Each file of folders, or a file itself, with the time of its last change and its size; hidden ones are left out."""
    return {path: (about.st_mtime_ns, about.st_size) for place in places for path, about in _files(place)}


def _files(place: Path) -> Iterator[tuple[str, os.stat_result]]:
    paths = [str(place)] if place.is_file() else []
    for folder, folders, names in os.walk(place):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        paths += [os.path.join(folder, name) for name in names if not name.startswith(".") and name not in WRITTEN]
    for path in paths:
        try:
            yield path, os.stat(path)
        except OSError:  # an editor's passing file
            continue
