"""docs/ as it lies on the disk: written, and compared with what the code makes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Place
from build_scripts.overwriting import files_below
from build_scripts.seed.settings import LANGUAGES

NOTHING: Mapping[str, bytes] = {}


def save_docs(folder: Path, docs: Mapping[str, str], before: Mapping[str, bytes] = NOTHING) -> list[Diagnostic]:
    """Make docs/ hold exactly these files; what is already right is left untouched. A warning tells of each file removed.

    `before` is what files hold, by their paths, where they have just been read.
    """
    others = sorted(_present(folder) - docs.keys())
    for path in others:
        (folder / path).unlink()
    top = str(folder)
    for path, text in docs.items():
        if before.get(os.path.join(top, path)) != text.encode("utf-8"):
            save(folder / path, text)
    sentence, hint = "the file was removed: the program does not make it", "keep what is yours outside docs/<language>/"
    return [Diagnostic(Place(f"docs/{path}"), "docs-removed", sentence, hint, "warning") for path in others]


def save(path: Path, text: str) -> None:
    """Write a file, unless it is already so."""
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _present(folder: Path) -> set[str]:
    start = len(str(folder)) + 1
    return {path[start:].replace(os.sep, "/") for tree in LANGUAGES for path in files_below(folder / tree)}


def stale_docs(folder: Path, docs: Mapping[str, str]) -> Iterator[Diagnostic]:
    """`docs-stale` for each committed file that is not what the code makes."""
    hint = "run “make site” and commit docs/"
    present = _present(folder)
    for path in sorted(present - docs.keys()):
        yield Diagnostic(Place(f"docs/{path}"), "docs-stale", "the code does not make this file", hint)
    for path, text in docs.items():
        if path not in present:
            yield Diagnostic(Place(f"docs/{path}"), "docs-stale", "the file is missing", hint)
        elif (folder / path).read_bytes() != text.encode("utf-8"):
            yield Diagnostic(Place(f"docs/{path}"), "docs-stale", "the file is not what the code makes", hint)
