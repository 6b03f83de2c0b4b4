"""The theme's scripts by node: the linter finds nothing, and their unit tests pass; skipped where node is not set up."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HERE = ROOT / "tests/js"
TOOLS = HERE / "node_modules/.bin"


@pytest.fixture(scope="module")
def node() -> str:
    """The path of node, once the packages of the lock file are there."""
    found = shutil.which("node")
    reason = "node is not installed" if not found else "its packages are not: “npm ci --prefix tests/js”, as “make test” does"
    if found and TOOLS.is_dir():
        return found
    if os.environ.get("DUIZHAO_REQUIRE_NODE") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def lint(node: str, *paths: str) -> subprocess.CompletedProcess[str]:
    return run(node, str(TOOLS / "eslint"), "--config", "tests/js/eslint.config.js", "--max-warnings", "0", *paths)


def test_the_linter_finds_nothing(node: str) -> None:
    done = lint(node, "build_scripts/theme/assets", "build_scripts/serve", "tests/js")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linter_reads_every_script(node: str) -> None:
    done = lint(node, "--format", "json", "build_scripts/theme/assets")
    assert done.stdout.count('"filePath"') == len(list((ROOT / "build_scripts/theme/assets").rglob("*.js"))) > 15


def test_the_unit_tests_pass(node: str) -> None:
    done = run(node, "--test", *map(str, sorted(HERE.glob("*.test.js"))))
    assert done.returncode == 0, done.stdout[-4000:]
    written = sum(path.read_text(encoding="utf-8").count("\ntest(") for path in HERE.glob("*.test.js"))
    assert f"# tests {written}\n" in done.stdout
