"""What has changed for readers since a revision, as the command prints it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.cli import main
from build_scripts.pipeline import Project
from tests.sources import SEEDS
from tests.test_ids import NEW, commit, git, rewrite


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for seed in ("readout", "ndrc"):
        shutil.copytree(SEEDS / seed, tmp_path / "seeds" / seed)
    project = Project(tmp_path)
    git(project, "init", "-q")
    commit(project)
    return project


def shown(project: Project, revision: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--root", str(project.root), "--quiet", "diff", revision]) == 0
    return capsys.readouterr().out


def test_what_was_added_moved_and_retouched_is_told_by_its_words(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(project, "HEAD", capsys) == "Nothing has changed for readers.\n"

    def change(lines: list[str]) -> None:
        lines[2] = lines[2].replace("加速创新迭代", "不断创新")
        lines.insert(2, NEW)
        lines.insert(12, lines.pop(4))

    rewrite(project, change)
    report = shown(project, "HEAD", capsys)
    assert f"- added `ndrc#p1a`: {NEW}\n" in report
    assert "- changed `ndrc#p2`: …工智能技术正" in report and report.count("\n- ") == 2, report
    assert "加速" in report and "不断" in report


def test_a_quotation_that_is_gone_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite(project, lambda lines: lines.pop(0))
    report = shown(project, "HEAD", capsys)
    assert "- gone `ndrc#p1`: 习近平总书记" in report
    assert "## Links between texts" in report and "→ readout#p" in report
    assert "- gone `ndrc#p1-en`: General Secretary" in report


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:seeds"])
def test_what_is_no_revision_is_told(project: Project, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project.root), "diff", "--", revision]) == 1
    assert "error[bad-value]: “" in capsys.readouterr().err
    assert not (project.root / "x").exists()
