"""The folder of a new edition: two small texts that nobody wrote elsewhere, their settings, and what builds them."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_scripts.diagnostics import bad
from build_scripts.model import Place
from build_scripts.render.trees import configuration

EXAMPLE = Path(__file__).with_name("edition")
# Names that a package or a repository would take for its own.
RENAMED = {"gitignore": ".gitignore"}


def new_edition(folder: Path) -> None:
    """Make the folder with an edition that builds. Raises BadInput where there is something in it, or it cannot be made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise bad(
            Place(str(folder)), "not-empty", f"there is something in {folder} already", "name a folder that is not there yet"
        )
    try:
        shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
        for name, to in RENAMED.items():
            (folder / name).rename(folder / to)
        shutil.copyfile(configuration(folder), folder / "mkdocs.yml")
    except OSError as error:
        raise bad(Place(str(folder)), "unreadable", f"{folder} cannot be written: {error.strerror}") from None
