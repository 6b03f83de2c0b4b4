"""Lets MkDocs write a tree over what an earlier build left in its folder, and takes away what it has not written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from build_scripts.overwriting import put, sweep


def write_over(site: Path) -> Callable[[], None]:
    """Replace in this process what MkDocs writes files with; gives what is to be done when the tree in `site` is finished."""
    from mkdocs import utils

    top, written = str(site), set[str]()

    def write_file(content: bytes, output_path: str) -> None:
        put(output_path, content, compared=not output_path.endswith(".html"))  # pages bear the version
        written.add(os.path.relpath(output_path, top).replace(os.sep, "/"))

    def copy_file(source_path: str, output_path: str) -> None:
        write_file(Path(source_path).read_bytes(), output_path)

    utils.write_file, utils.copy_file = write_file, copy_file
    utils.clean_directory = lambda directory: None
    return lambda: sweep(site, written)
