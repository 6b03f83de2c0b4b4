"""The command line as a person meets it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.pipeline import Project
from tests.site.conftest import ROOT


def run(*arguments: str, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | more
    command = [sys.executable, "-m", "build_scripts", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_help_says_what_can_be_done() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("build", "check", "serve"))


def test_words_that_cannot_be_written_are_no_success() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "build_scripts", "explain", "wang-wenze"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1 and "No space left" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["publish"], ["build", "--fast"], ["serve", "--port", "eight"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage:" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_of_the_committed_project_is_clean_and_quiet_when_piped() -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(r"checked \d+ sources, \d+ documents, \d+ notes; ", done.stdout)
    assert run("--quiet", "check").stdout == ""


def test_stale_docs_are_named(tampered: Project) -> None:
    page = tampered.docs / "en/speech/readout.md"
    page.write_text(page.read_text(encoding="utf-8") + "x\n", encoding="utf-8")
    (tampered.docs / "en/news/cctv.md").unlink()
    (tampered.docs / "zh-Hans/stray.md").write_text("x", encoding="utf-8")
    done = run("--root", str(tampered.root), "--quiet", "check")
    assert done.returncode == 1
    for path in ("docs/en/speech/readout.md", "docs/en/news/cctv.md", "docs/zh-Hans/stray.md"):
        assert f"{path}:1: error[docs-stale]: " in done.stderr


def test_a_problem_is_one_line_and_a_hint_without_colour_or_traceback(tampered: Project) -> None:
    (tampered.seeds / "cctv/raw.txt").unlink()
    done = run("--root", str(tampered.root), "check")
    assert done.returncode == 1
    first, second, *_ = done.stderr.splitlines()
    assert first == "seeds/cctv/raw.txt:1: error[missing-file]: seeds/cctv/raw.txt is not there"
    assert second.startswith("  hint: ")
    assert "\033" not in done.stderr


def test_all_problems_are_said_at_once(tampered: Project) -> None:
    (tampered.seeds / "cctv/raw.txt").unlink()
    source = tampered.seeds / "ndrc/source.yaml"
    source.write_text(source.read_text(encoding="utf-8") + "tilte: x\n", encoding="utf-8")
    done = run("--root", str(tampered.root), "check")
    assert "error[missing-file]" in done.stderr
    assert "seeds/ndrc/source.yaml:" in done.stderr
    assert "the nearest known key is “title”" in done.stderr


def test_a_changed_anchor_is_an_error_until_it_is_accepted(tampered: Project) -> None:
    lock = tampered.seeds / "cctv/anchors.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "cctv#p99 0000000000000000\n", encoding="utf-8")
    done = run("--root", str(tampered.root), "check")
    assert done.returncode == 1
    assert "seeds/cctv/anchors.lock:14: error[anchor-changed]: the words of the published id “cctv#p99” are gone" in done.stderr
    assert run("--root", str(tampered.root), "build", "--accept-anchors", "--pages-only").returncode == 0
    assert "cctv#p99 0000000000000000 -> gone\n" in lock.read_text(encoding="utf-8")


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    done = run("--root", str(tmp_path), "build")
    assert done.returncode == 1
    assert "error[missing-file]: there is no seed folder" in done.stderr


def test_a_python_without_utf_8_is_told_in_one_message(tmp_path: Path) -> None:
    (tmp_path / "对照").mkdir()
    done = run("--root", str(tmp_path / "对照"), "build", PYTHONUTF8="0", LC_ALL="POSIX", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 1
    first, hint, *_ = done.stderr.splitlines()
    assert first.startswith("PYTHONUTF8:1: error[not-utf8]: ") and "LC_ALL=C.UTF-8" in hint
    assert run("--version", PYTHONUTF8="0", LC_ALL="POSIX").returncode == 0


def test_serving_without_a_site_says_so(tmp_path: Path) -> None:
    done = run("--root", str(tmp_path), "serve")
    assert done.returncode == 1
    assert "run “make site” first" in done.stderr
