"""Files that are written together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from build_scripts.render.swap import restoring


def save_together(files: Mapping[Path, bytes]) -> None:
    """Write the files; each is whole at every moment. Raises OSError, and then has changed nothing that was there."""
    new = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, data in files.items():
            new[path].write_bytes(data)
        with restoring(*files):
            for path, beside in new.items():
                os.replace(beside, path)
    finally:
        for beside in new.values():
            beside.unlink(missing_ok=True)
