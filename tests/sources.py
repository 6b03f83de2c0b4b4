"""The sources that these tests have read, in a folder of their own: an edition may grow without a test of the program failing."""

from __future__ import annotations

import fcntl
import os
import shutil
from functools import cache
from pathlib import Path

from build_scripts.pipeline import Project, build

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
READ = ("cctv", "ndrc", "readout", "takungpao", "wang-wenze")


def has_grown() -> bool:
    """Whether the edition holds more than what the tests have read."""
    return {path.name for path in SEEDS.glob("*/")} != set(READ)


def copy_seeds(folder: Path) -> Path:
    """`folder/seeds` with what the tests have read, and what the edition says of itself."""
    (folder / "seeds").mkdir(parents=True)
    for path in SEEDS.iterdir():
        if path.is_file():
            shutil.copy(path, folder / "seeds")
        elif path.name in READ:
            shutil.copytree(path, folder / "seeds" / path.name)
    return folder / "seeds"


@cache
def site() -> Path:
    """The finished site of what the tests have read: that of `make site`, or one of their own where the edition has grown."""
    if os.environ.get("DUIZHAO_SITE_DIR"):
        return Path(os.environ["DUIZHAO_SITE_DIR"])
    if not has_grown():
        return ROOT / "site"
    folder = ROOT / ".cache" / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with (folder / "lock").open("w") as lock:  # the workers of a run share one site
        fcntl.flock(lock, fcntl.LOCK_EX)
        mark = folder / "run"
        if not mark.is_file() or mark.read_text() != run:
            shutil.rmtree(folder / "edition", ignore_errors=True)
            copy_seeds(folder / "edition")
            build(Project(folder / "edition"), lambda words: None)
            mark.write_text(run)
    return folder / "edition" / "site"
