"""What `make` installs besides Python's packages: it is asked of the system where that may be done, and named where not."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def set_up(folder: Path, what: str, user: int, *commands: str, **more: str) -> tuple[str, str, str]:
    """`(output, complaint, what was asked of apt-get)` on a machine that has these commands and no fonts."""
    for name in ("bash", "dirname", "env"):
        (folder / name).symlink_to(Path("/bin") / name if (Path("/bin") / name).exists() else Path("/usr/bin") / name)
    scripts = {"id": f"echo {user}", "python": "exit 1", **dict.fromkeys(commands, "exit 0")}
    if "apt-get" in commands:
        scripts["apt-get"] = f'echo "$@" >> {folder}/asked'
    for name, script in scripts.items():
        (folder / name).write_text(f"#!{folder}/bash\n{script}\n")
        (folder / name).chmod(0o755)
    done = subprocess.run(
        [str(folder / "bash"), str(ROOT / ".ci/system"), what],
        env={"PATH": str(folder), "PYTHON": str(folder / "python"), **more},
        capture_output=True,
        text=True,
        check=True,
    )
    asked = folder / "asked"
    return done.stdout, done.stderr, asked.read_text() if asked.exists() else ""


@pytest.mark.skipif(os.name == "nt", reason="the set-up is a shell script")
def test_what_is_missing_is_installed_where_it_may_be(tmp_path: Path) -> None:
    _, complaint, asked = set_up(tmp_path, "test", 0, "apt-get", "npm")
    assert asked.splitlines()[-1].endswith(
        "--no-install-recommends fonts-noto-cjk chromium-headless-shell default-jre-headless"
    )
    assert not complaint


@pytest.mark.parametrize(("status", "missing"), [(0, False), (1, True)])
def test_a_java_that_does_not_run_is_missing(tmp_path: Path, status: int, missing: bool) -> None:
    (tmp_path / "java").write_text(f"#!{tmp_path}/bash\nexit {status}\n")
    (tmp_path / "java").chmod(0o755)
    _, complaint, _ = set_up(tmp_path, "test", 1000, "chromium", "npm")
    assert ("default-jre-headless" in complaint) is missing


@pytest.mark.parametrize(("user", "more"), [(1000, {}), (0, {"DUIZHAO_SYSTEM": "no"})])
def test_what_may_not_be_installed_is_named_in_one_line(tmp_path: Path, user: int, more: dict[str, str]) -> None:
    _, complaint, asked = set_up(tmp_path, "site", user, "apt-get", **more)
    assert (
        not asked and complaint.count("\n") == 1 and "apt install fonts-noto-cjk" in complaint and "chromium" not in complaint
    )
