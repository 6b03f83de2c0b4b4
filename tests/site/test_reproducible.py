"""The same captures give the same bytes, PDFs and e-books included: wherever they lie, whoever builds them, on whatever day, out of a clone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from build_scripts.new import new_edition
from build_scripts.pipeline import Project, read_edition, save_anchors
from tests.site.conftest import ROOT

# Where it lies, what its files may be, and the machine's locale, time zone, hash seed and day.
HERE = ("a", "022", {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"})
ELSEWHERE = (
    "对照 é/b",
    "077",
    {"LC_ALL": "POSIX", "TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1900000000", "DAYS": "4242"},
)
# What a person may have told git to do, in all projects.
GIT = "[color]\nui = always\n[log]\ndate = relative\nshowSignature = true\n[core]\nquotepath = true\n[diff]\nnoprefix = true\n"
COMMITTED = {"GIT_AUTHOR_DATE": "2031-05-20T23:30:00+0800", "GIT_COMMITTER_DATE": "2031-05-21T09:30:00+1400"}
# Python runs this before anything else, in the processes of the build too: the clock goes ahead by so many days.
CLOCK = """
import datetime, os, time
AHEAD = 86400 * int(os.environ["DAYS"])
now, localtime, gmtime, strftime = time.time, time.localtime, time.gmtime, time.strftime
time.time = lambda: now() + AHEAD
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, day=None: strftime(form, day or time.localtime())


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)

    today = now


class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.datetime, datetime.date = Later, LaterDay
"""


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def origin(root: Path) -> Path:
    """A repository of an edition with its locks, as it is published."""
    new_edition(root)
    save_anchors(read_edition(Project(root), lambda words: None))
    author = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    for arguments in (("init", "-q"), ("add", "."), (*author, "commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *arguments], cwd=root, env=os.environ | COMMITTED, check=True)
    return root


def built(origin: Path, root: Path, umask: str, environment: dict[str, str]) -> dict[str, bytes]:
    """What a clone of the repository gives, by path."""
    if "DAYS" in environment:
        (root.parent / "clock").mkdir(parents=True)
        (root.parent / "clock/sitecustomize.py").write_text(CLOCK, encoding="utf-8")
        (root.parent / "gitconfig").write_text(GIT, encoding="utf-8")
        path = f"{root.parent / 'clock'}{os.pathsep}{ROOT}"
        environment = environment | {"PYTHONPATH": path, "GIT_CONFIG_GLOBAL": str(root.parent / "gitconfig")}
    command = f'umask {umask}; git clone -q "$2" "$1" && exec "$0" -m build_scripts --quiet --root "$1" build'
    given = ["sh", "-c", command, sys.executable, str(root), str(origin)]
    subprocess.run(given, cwd=ROOT, env=os.environ | environment, check=True)
    return {f"{name}/{path}": data for name in ("docs", "site", "seeds") for path, data in files(root / name).items()}


def test_two_clones_on_different_machines_give_the_same_bytes(tmp_path: Path) -> None:
    project = origin(tmp_path / "origin")
    one, other = (built(project, tmp_path / name, umask, given) for name, umask, given in (HERE, ELSEWHERE))
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert {".epub", ".pdf", ".xml", ".html", ".md", ".lock"} <= {Path(path).suffix for path in one}
    assert "2031" in one["site/data/corpus.json"].decode("utf-8")  # the day of the commit, wherever it is read
