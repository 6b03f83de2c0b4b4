"""A site written over the one before the last: what is there is only room, and what was not wanted is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.new import new_edition
from build_scripts.overwriting import files_below, put, sweep
from build_scripts.pipeline import Project, build
from build_scripts.render.swap import restoring, staging
from build_scripts.writers.web.saved import save_docs
from tests.making.edits import silent


def test_a_file_that_is_as_it_should_be_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a/b"
    put(path, b"same")
    before = path.stat()
    put(path, b"same")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    for data in (b"else", b"of more bytes", b"less", b""):
        put(path, data)
        assert path.read_bytes() == data and path.stat().st_ino == before.st_ino


def test_what_is_mostly_another_is_written_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "page.html", b"before")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda path: pytest.fail("read"))
        put(tmp_path / "page.html", b"behind", compared=False)
    assert (tmp_path / "page.html").read_bytes() == b"behind"


def test_nothing_is_written_through_a_second_name_or_a_link(tmp_path: Path) -> None:
    for name, make in {"hard": Path.hardlink_to, "soft": Path.symlink_to}.items():
        mine = tmp_path / f"mine-{name}"
        mine.write_bytes(b"mine")
        make(tmp_path / name, mine)
        put(tmp_path / name, b"ours")
        assert (mine.read_bytes(), (tmp_path / name).read_bytes()) == (b"mine", b"ours")


def test_files_folders_and_links_give_way_to_one_another(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder/inside").mkdir(parents=True)
    (tmp_path / "read-only").write_bytes(b"before")
    (tmp_path / "read-only").chmod(0o444)
    for path in ("file/a/b", "folder", "read-only"):
        put(tmp_path / path, b"now")
        assert (tmp_path / path).read_bytes() == b"now"


def test_what_is_not_wanted_goes_with_its_folder_and_another_one_s_folder_stays(tmp_path: Path) -> None:
    for path in ("a/wanted", "a/gone", "b/c/gone", "tree/theirs", "top"):
        put(tmp_path / path, b"")
    (tmp_path / "far").symlink_to(tmp_path / "tree")
    sweep(tmp_path, {"a/wanted"}, ["tree"])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "a",
        "a/wanted",
        "tree",
        "tree/theirs",
    ]


def test_files_below_a_folder_are_found_as_a_build_finds_them(tmp_path: Path) -> None:
    for path in ("a/b/c", "a/d", "e"):
        put(tmp_path / path, b"")
    (tmp_path / "a/file").symlink_to(tmp_path / "e")
    (tmp_path / "a/folder").symlink_to(tmp_path / "a/b")
    (tmp_path / "a/nowhere").symlink_to(tmp_path / "none")
    found = {Path(path).relative_to(tmp_path).as_posix() for path in files_below(tmp_path)}
    assert found == {"a/b/c", "a/d", "a/file", "e"}
    assert not [*files_below(tmp_path / "none"), *files_below(tmp_path / "e")]
    sweep(tmp_path / "none", ())


def test_what_a_failed_block_wrote_is_undone(tmp_path: Path) -> None:
    for path in ("docs/en/kept.md", "docs/en/changed.md", "docs/en/gone.md", "lock"):
        put(tmp_path / path, path.encode())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(RuntimeError), restoring(tmp_path / "docs", tmp_path / "lock", tmp_path / "none") as held:
        assert held == {str(path): data for path, data in before.items()}
        shutil.rmtree(tmp_path / "docs")
        for path in ("docs/en/changed.md", "docs/en/new.md", "lock", "none"):
            put(tmp_path / path, b"other")
        raise RuntimeError
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_docs_that_have_just_been_read_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = {"en/a.md": "a", "en/b.md": "b"}
    save_docs(tmp_path, docs)
    before = {path: Path(path).read_bytes() for path in files_below(tmp_path)}
    save_docs(tmp_path, docs | {"en/b.md": "other"}, before)
    assert (tmp_path / "en/b.md").read_text("utf-8") == "other"
    put(tmp_path / "en/c.md", b"")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda path: pytest.fail("read"))
        removed = save_docs(tmp_path, docs, before)
    assert [each.place.path for each in removed] == ["docs/en/c.md"]


def test_a_build_begins_with_the_site_before_the_last(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / ".cache/spare"
    for number in range(4):
        with staging(site, spare) as folder:
            assert [path.name for path in folder.iterdir()] == ([str(number - 2)] if number > 1 else [])
            sweep(folder, ())
            (folder / str(number)).write_bytes(b"")
    assert [path.name for path in spare.iterdir()] == ["2"]
    with pytest.raises(RuntimeError), staging(site, spare) as folder:
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir() if path.name != ".cache"] == ["site"] and not spare.exists()


def test_whatever_stands_in_a_spare_site_none_of_it_gets_into_the_next(tmp_path: Path) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    for _ in range(3):
        build(project, silent, accept_anchors=True, pages_only=True)
    before = {path.relative_to(project.site): path.read_bytes() for path in project.site.rglob("*") if path.is_file()}
    for path in (project.spare / "en/index.html", project.spare / "data/corpus.json", project.spare / "index.html"):
        path.write_bytes(b"damaged")
    for path in ("en/old/index.html", "zh-Hans/old.html", "data/old.json", "old/deep/page.html", "downloads/en/old.pdf"):
        put(project.spare / path, b"old")
    build(project, silent, pages_only=True)
    assert before == {path.relative_to(project.site): path.read_bytes() for path in project.site.rglob("*") if path.is_file()}
    assert not [path for path in project.site.rglob("*/") if not any(path.iterdir())]
