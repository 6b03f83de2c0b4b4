"""The same captures give the same bytes, PDFs and e-books included: wherever they lie, whoever builds them, on whatever day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from build_scripts.new import new_edition
from tests.site.conftest import ROOT

# Where it lies, what its files may be, and the machine's locale, time zone, hash seed and day.
HERE = ("a", "022", {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1"})
ELSEWHERE = (
    "对照 é/b",
    "077",
    {"LC_ALL": "POSIX", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1900000000", "DAYS": "4242"},
)
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


def built(root: Path, umask: str, environment: dict[str, str]) -> dict[str, bytes]:
    new_edition(root)
    if "DAYS" in environment:
        (root.parent / "clock").mkdir()
        (root.parent / "clock/sitecustomize.py").write_text(CLOCK, encoding="utf-8")
        environment = environment | {"PYTHONPATH": f"{root.parent / 'clock'}{os.pathsep}{ROOT}"}
    command = f'umask {umask}; exec "$0" -m build_scripts --quiet --root "$1" build'
    subprocess.run(["sh", "-c", command, sys.executable, str(root)], cwd=ROOT, env=os.environ | environment, check=True)
    return {f"{name}/{path}": data for name in ("docs", "site", "seeds") for path, data in files(root / name).items()}


def test_two_builds_on_different_machines_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / ELSEWHERE[0]).parent.mkdir()
    one, other = (built(tmp_path / name, umask, given) for name, umask, given in (HERE, ELSEWHERE))
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert any(path.endswith(".epub") for path in one)
