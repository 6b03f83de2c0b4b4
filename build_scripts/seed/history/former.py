"""The seeds as a commit has them, in a folder of their own."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from build_scripts.diagnostics import bad
from build_scripts.seed.history.published import git
from build_scripts.source import Place


def former_seeds(root: Path, revision: str, folder: Path) -> None:
    """Put `seeds/` of a revision of the repository at `root` into a folder. Raises BadInput: bad-value, where there is none."""
    commit = (git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") or "").strip()
    try:
        done = subprocess.run(["git", "archive", commit, "seeds"], cwd=root, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        hint = "name a commit, a branch or a tag of this repository that has seeds/"
        raise bad(Place("seeds"), "bad-value", f"“{revision}” is no revision with seeds", hint) from None
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as files:
        files.extractall(folder, filter="data")
