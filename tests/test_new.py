"""A new edition: it is made, it builds, and it holds no word of any other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts import __version__
from build_scripts.cli import main
from build_scripts.diagnostics import BadInput
from build_scripts.new import new_edition

ROOT = Path(__file__).parents[1]


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "build_scripts", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "edition"
    assert main(["--quiet", "new", str(folder)]) == 0
    done = run("build", "--pages-only", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_it_builds_in_its_own_folder_without_a_warning(made: Path) -> None:
    assert (made / "site/en/talk/lighthouse/index.html").is_file()
    assert (made / "seeds/lighthouse/anchors.lock").is_file()
    done = run("check", cwd=made)
    assert (done.returncode, done.stderr) == (0, "")


def test_its_texts_are_linked(made: Path) -> None:
    links = json.loads((made / "site/data/links.json").read_text(encoding="utf-8"))["links"]
    assert {(each["type"], each["from"]["document"], each["to"]["document"]) for each in links} == {
        ("quotation", "evening-paper", "lighthouse")
    }
    assert len(links) == 2


def test_it_has_what_its_readme_names(made: Path) -> None:
    for name in ("mkdocs.yml", "Makefile", "README.md", ".gitignore", ".github/workflows/site.yml"):
        assert (made / name).is_file(), name
    makefile, readme = ((made / name).read_text(encoding="utf-8") for name in ("Makefile", "README.md"))
    assert all(f"\n{target}:" in makefile for target in ("site", "check", "accept", "serve") if f"make {target}" in readme)


def test_the_projects_own_configuration_is_the_one_used(made: Path) -> None:
    config = made / "mkdocs.yml"
    before = config.read_text(encoding="utf-8")
    config.write_text(before.replace("strict: true", "strict: true\ncopyright_of_nobody: [", 1), encoding="utf-8")
    try:
        done = run("--root", str(made), "build", "--pages-only", cwd=ROOT)
    finally:
        config.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert "mkdocs.yml:10: error[yaml-syntax]" in done.stderr


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="not-empty"):
        new_edition(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_version_is_said() -> None:
    done = run("--version", cwd=ROOT)
    assert done.stdout.strip() == f"duizhao {__version__}"
