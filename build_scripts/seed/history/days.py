"""When a text last changed: the day of the last commit that touched what its seed folder holds of it."""

from __future__ import annotations

import re
from pathlib import Path

from build_scripts.seed.history.published import git

# What of a seed folder is text, or decides on it; ids that were published and texts as accepted follow from these.
TEXTS = ("raw.*", "translation*.md", "source.yaml", "layout.yaml", "decisions.yaml")
DAY = re.compile(r"\0(\d{4}-\d{2}-\d{2})")


def days_of_change(seeds: Path) -> dict[str, str]:
    """`{seed folder: ISO day}` of the last commit that changed its text; empty outside a repository.

    A repository without its past (a shallow clone) would date every text to its only commit, so it tells nothing.
    """
    if (git(seeds, "rev-parse", "--is-shallow-repository") or "true").strip() != "false":
        return {}
    log = git(seeds, "log", "--format=%x00%as", "--name-only", "--relative", "--", *(f"*/{name}" for name in TEXTS)) or ""
    days: dict[str, str] = {}
    day = ""
    for line in log.splitlines():
        match = DAY.match(line)
        day = match[1] if match else day
        folder, slash, _ = line.partition("/")
        if slash and not match:
            days[folder] = max(day, days.get(folder, ""))
    return days
