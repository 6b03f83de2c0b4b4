"""The sources that these tests have read, in a folder of their own: an edition may grow without a test of the program failing."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

from build_scripts.pipeline import Project, build
from build_scripts.seed.history.days import days_of_change

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
    return edition() / "site" if has_grown() else ROOT / "site"


@cache
def edition() -> Path:
    """The finished edition of what the tests have read, built once for all workers of a run. Not to be changed.

    What this checkout has kept of its own build serves it, and what a run keeps serves the next.
    """
    folder = ROOT / ".cache" / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    made, mark = folder / "edition", folder / "run"
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not mark.is_file() or mark.read_text() != run:
            for name in ("seeds", "docs", "site", ".git"):
                shutil.rmtree(made / name, ignore_errors=True)
            copy_seeds(made)
            _commit_seeds(made)
            _take_what_is_kept(made / ".cache")
            build(Project(made), lambda words: None)
            mark.write_text(run)
    return made


def _commit_seeds(folder: Path) -> None:
    """A repository in which each source was changed last on the day on which it was here, which files name, and the locks are."""
    days = days_of_change(SEEDS)

    def git(*words: str, day: str = "") -> None:
        named = {f"GIT_{who}_{what}": "tests" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dated = {f"GIT_{who}_DATE": f"{day}T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER")} if day else {}
        subprocess.run(["git", "-C", str(folder), *words], env=os.environ | named | dated, check=True)

    if days:
        git("init", "--quiet")
    last = max((days[name] for name in READ if name in days), default="")
    for day in sorted({days[name] for name in READ if name in days}):
        git("add", *(f"seeds/{name}" for name in READ if days.get(name) == day), *(["seeds"] if day == last else []))
        git("commit", "--quiet", "--no-gpg-sign", "-m", "Texts", day=day)


def _take_what_is_kept(store: Path) -> None:
    """Links to the entries of this checkout; they are never written to again."""
    for path in (ROOT / ".cache").glob("*/*"):
        place = store / path.parent.name / path.name
        if path.parent.name not in ("tests", "preview") and path.is_file() and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, place)
