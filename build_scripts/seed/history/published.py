"""What has been published: the ids in the last commit. A draft has none, and can be rebuilt freely."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

from build_scripts.model import GONE, Anchor
from build_scripts.seed.history.anchors import NAME, parse_lock, read_lock, shown_lock


def committed_locks(seeds: Path) -> dict[str, str | None] | None:
    """The text of each `anchors.lock` in the last commit, by the seed's folder name, None where the file is still the same;
    None where `seeds` is in no repository.
    """
    listed = git(seeds, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ".")
    if listed is None:  # no repository, or one without a commit
        return None if git(seeds, "rev-parse", "--git-dir") is None else {}
    changed = (git(seeds, "diff", "-z", "--relative", "--name-only", "HEAD", "--", ".") or "").split("\0")
    paths = [path for path in listed.split("\0") if path.endswith(f"/{NAME}")]
    return {
        path.removesuffix(f"/{NAME}"): (git(seeds, "show", f"HEAD:./{path}") or "") if path in changed else None
        for path in paths
    }


def published_anchors(folder: Path, committed: dict[str, str | None] | None) -> tuple[Anchor, ...]:
    """The ids that bind a seed: those of the last commit, those of the file outside a repository, none for a draft.

    One that the file says to be gone is let go. Raises BadInput: bad-lock, unreadable, undecodable.
    """
    here = parse_lock(read_lock(folder), shown_lock(folder))
    text = None if committed is None else committed.get(folder.name, "")
    if text is None:
        return here
    gone = {each.name: each.target for each in here if each.target == GONE}
    return tuple(replace(each, target=each.target or gone.get(each.name)) for each in parse_lock(text, shown_lock(folder)))


def git(folder: Path, *arguments: str) -> str | None:
    """What git says, run in a folder; None where there is no git, no repository or no commit."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
