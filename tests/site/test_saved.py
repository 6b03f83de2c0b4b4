"""Site, docs and locks are saved together: what cannot be written, or fails late, is one message and leaves all as it was."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.diagnostics import BadInput
from build_scripts.pipeline import Project, build
from build_scripts.render import swap
from build_scripts.render.swap import staging
from tests.site.conftest import ROOT
from tests.site.test_build import write_source
from tests.site.test_cli import run

RAW = "题目\n来源：某某网 2025-04-27\n第一段在这里，它说的是一件事。\n第二段也在这里。\n"


def everything(root: Path) -> dict[str, bytes]:
    """Every file but those of the cache, which any build may leave and anybody may delete."""
    files = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.relative_to(root).parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """One source, built, and a second one that is new. Rendering is left out: what is tested comes before or after it."""

    def render(project: Project, folder: Path, *_: object) -> tuple[()]:
        (folder / "index.html").write_text(f"{len(list(project.seeds.glob('*/source.yaml')))} sources", encoding="utf-8")
        return ()

    monkeypatch.setattr(pipeline, "render", render)
    write_source(tmp_path, "one", RAW, "title: {en: One}\n")
    build(Project(tmp_path), lambda words: None)
    write_source(tmp_path, "two", RAW.replace("题目", "另一题目"), "title: {en: Two}\n")
    return Project(tmp_path)


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "somewhere")


@pytest.mark.parametrize(("module", "name"), [(pipeline, "save_anchors"), (pipeline, "render"), (swap, "_exchange")])
def test_a_disk_that_is_full_at_any_step_leaves_all_as_it_was(
    module: object, name: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(project.root)
    monkeypatch.setattr(module, name, full)
    with pytest.raises(OSError, match="No space"):
        build(project, lambda words: None)
    assert everything(project.root) == before


@pytest.mark.parametrize("step", ["linking", "writing docs"])
def test_captures_that_change_while_they_are_built_are_told_and_no_site_is_mixed(step: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, "title: {en: One}\n")
    build(Project(tmp_path), lambda words: None, pages_only=True)
    before = everything(tmp_path / "site")

    def change(words: str) -> None:
        if words == step:
            (tmp_path / "seeds/one/raw.txt").write_text(RAW.replace("第一段", "另一段"), encoding="utf-8")

    with pytest.raises(BadInput, match="not-accounted"):
        build(Project(tmp_path), change, pages_only=True)
    assert everything(tmp_path / "site") == before


def test_a_lock_that_cannot_be_written_leaves_the_others_as_they_were(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.seeds / "one/anchors.lock").unlink()
    before = everything(project.root)

    def second_is_full(path: Path, text: str) -> None:
        if path.parent.name == "two":
            path.write_text(text[:5], encoding="utf-8")
            full()
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr(pipeline, "save", second_is_full)
    with pytest.raises(OSError, match="No space"):
        build(project, lambda words: None)
    assert everything(project.root) == before


def test_a_second_rename_that_fails_brings_the_last_site_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("good", encoding="utf-8")
    with pytest.raises(OSError), staging(site) as folder:
        folder.rmdir()  # so that there is nothing to take its place
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_is_a_link_stops_no_later_build(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    for number in range(3):
        with staging(tmp_path / "site") as folder:
            (folder / str(number)).mkdir()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "site"]
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["2"]


@pytest.mark.parametrize("name", ["docs", "site"])
def test_a_file_in_the_place_of_a_folder_is_told(name: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match=rf"{name}:1: error\[unwritable\]"):
        build(Project(tmp_path), lambda words: None)
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_what_is_kept_keeps_nothing(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW)
    (tmp_path / ".cache").write_text("mine", encoding="utf-8")
    build(Project(tmp_path), lambda words: None, pages_only=True)
    assert (tmp_path / ".cache").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("root", ["nowhere", "file"])
@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_a_root_that_is_no_folder_is_told(root: str, command: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = run("--root", str(tmp_path / root), command)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path / root}:1: error[missing-file]: there is no such folder\n")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_files_of_others_in_docs_are_not_removed_without_a_word(project: Project) -> None:
    mine = project.docs / "en/mine.md"
    mine.write_text("# Mine\n", encoding="utf-8")
    (project.docs / "notes.md").write_text("mine too", encoding="utf-8")
    told = [str(each) for each in build(project, lambda words: None).warnings if each.rule == "docs-removed"]
    assert len(told) == 1 and told[0].startswith("docs/en/mine.md:1: warning[docs-removed]: the file was removed")
    assert (project.docs / "notes.md").is_file()


def obey() -> None:
    """Have permissions hold for this process and what it starts, even where it is root (capabilities(7))."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.fixture
def attempt(tmp_path: Path) -> Iterator[Callable[[str, int], subprocess.CompletedProcess[str]]]:
    """Builds a project in which a file or folder has another mode."""
    write_source(tmp_path, "one", RAW, "title: {en: One}\n")
    for name in ("docs/en", "site/en"):
        (tmp_path / name).mkdir(parents=True)
    everything = [*tmp_path.rglob("*")]

    def attempt(name: str, mode: int) -> subprocess.CompletedProcess[str]:
        (tmp_path / name).chmod(mode)
        command = [sys.executable, "-m", "build_scripts", "--root", str(tmp_path), "build", "--pages-only"]
        limited = {"preexec_fn": obey} if os.geteuid() == 0 else {}
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **limited)

    yield attempt
    for path in everything:
        path.chmod(0o755)


@pytest.mark.parametrize("name", ["docs", "docs/en", "site", "site/en", "seeds/one"])
def test_a_folder_that_may_not_be_written_is_one_message(name: str, attempt: Callable) -> None:
    done = attempt(name, 0o555)
    assert done.returncode == 1
    assert done.stderr.count("error[") == 1 and f"{name}:1: error[unwritable]: " in done.stderr


@pytest.mark.parametrize("name", ["seeds", "seeds/one", "seeds/one/raw.txt", "docs", "site"])
def test_what_may_not_be_read_is_one_message(name: str, attempt: Callable) -> None:
    done = attempt(name, 0o000)
    assert done.returncode == 1, done.stderr
    assert done.stderr.count("error[") == 1 and f"{name}" in done.stderr.splitlines()[0]
