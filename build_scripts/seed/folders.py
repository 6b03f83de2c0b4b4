"""What stands in `seeds/` beside its files: the folder of each source, and what is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_scripts.diagnostics import Diagnostic, Report
from build_scripts.model import Place


def seed_folders(seeds: Path, report: Report) -> Iterator[Path]:
    """The folders of seeds by name, hidden ones left out. What is neither a folder nor a file, as a pipe or a link that leads
    nowhere, goes into the report as `unreadable`.
    """
    for path in sorted(seeds.iterdir()) if seeds.is_dir() else []:
        if path.is_dir() and not path.name.startswith("."):
            yield path
        elif not path.is_dir() and not path.is_file():
            lost = path.is_symlink() and not path.exists()
            sentence = "the link leads nowhere or to itself" if lost else "this is neither a folder nor a file"
            hint = "take it out, or mend the link" if lost else "put the folder of a seed in its place, or take it out"
            report.add([Diagnostic(Place(f"seeds/{path.name}"), "unreadable", sentence, hint)])
