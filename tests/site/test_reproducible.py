"""The same captures give the same bytes, PDFs and e-books included: wherever they lie, whoever builds them, in whatever order a run hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from build_scripts.new import new_edition
from tests.site.conftest import ROOT

# Where it lies, what its files may be, and the machine's locale, time zone and hash seed.
HERE = ("a", "022", {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1"})
ELSEWHERE = ("对照 é/b", "077", {"LC_ALL": "POSIX", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "2"})


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(root: Path, umask: str, environment: dict[str, str]) -> dict[str, bytes]:
    new_edition(root)
    command = f'umask {umask}; exec "$0" -m build_scripts --quiet --root "$1" build'
    subprocess.run(["sh", "-c", command, sys.executable, str(root)], cwd=ROOT, env=os.environ | environment, check=True)
    return {f"{name}/{path}": data for name in ("docs", "site", "seeds") for path, data in files(root / name).items()}


def test_two_builds_on_different_machines_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / ELSEWHERE[0]).parent.mkdir()
    one, other = (built(tmp_path / name, umask, given) for name, umask, given in (HERE, ELSEWHERE))
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert any(path.endswith(".epub") for path in one)
