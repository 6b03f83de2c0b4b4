"""A build that finds what earlier builds kept gives, byte for byte, what a build without gives."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts import store as storing
from build_scripts.edition.reading import read_witness
from build_scripts.links.matches.align import align
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, build
from build_scripts.text.conversion import convert
from build_scripts.writers.dictionary.entries import words_of
from build_scripts.writers.web import written as web_pages
from build_scripts.writers.web.document.document_page import document_page as page
from tests.making.edits import change, silent


def everything(project: Project) -> dict[str, bytes]:
    """All files that a build writes."""
    folders = (project.site, project.docs, project.seeds)
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def clean(project: Project, folder: Path, pages_only: bool = True) -> dict[str, bytes]:
    """All files that a build of these seeds from nothing writes."""
    copy = Project(folder)
    shutil.copytree(project.root, copy.root, ignore=shutil.ignore_patterns(".cache", "site", "docs"))
    build(copy, silent, accept_anchors=True, pages_only=pages_only)
    return everything(copy)


EDITS = (("word", "link"), ("title", "source"), ("edition", "gone"))


def test_edits_built_with_what_is_kept_and_built_clean_are_the_same(tmp_path: Path) -> None:
    chance = random.Random(20250425)
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    build(project, silent, accept_anchors=True)
    for number, kinds in enumerate(EDITS):
        pages_only = number > 0
        for kind in kinds:
            change(project, chance, kind)
        build(project, silent, accept_anchors=True, pages_only=pages_only)
        assert clean(project, tmp_path / f"clean-{number}", pages_only) == everything(project), kinds


def test_whatever_is_damaged_of_what_is_kept_or_left_by_a_killed_build_the_pages_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(20250425)
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    for _ in range(2):
        build(project, silent, accept_anchors=True, pages_only=True)
    before = everything(project)
    for path in (each for each in (project.root / ".cache").rglob("*") if each.is_file() and each.stat().st_size):
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
    build(project, silent, pages_only=True)
    assert everything(project) == before
    change(project, chance, "link")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("build_scripts.proof.prove", interrupt)
        build(project, silent, pages_only=True)
    assert {path: data for path, data in everything(project).items() if path.startswith("site/")} == {
        path: data for path, data in before.items() if path.startswith("site/")
    }
    build(project, silent, accept_anchors=True, pages_only=True)
    assert everything(project) == clean(project, tmp_path / "clean")


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_another_program_takes_nothing_of_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    for _ in range(2):
        build(project, silent, accept_anchors=True, pages_only=True)
    written: list[str] = []
    monkeypatch.setattr(web_pages, "document_page", lambda tree, *given: written.append(tree.code) or page(tree, *given))
    build(project, silent, pages_only=True)
    assert not written
    monkeypatch.setattr(storing, "program", lambda: b"another")
    build(project, silent, pages_only=True)
    assert len(written) == 6  # two documents in three trees


def test_only_the_source_that_changed_is_read_again_and_no_file_is_made_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    for _ in range(2):  # the first one writes the locks of the ids, which are inputs of the next
        build(project, silent, accept_anchors=True)
    before = everything(project)
    read: list[str] = []
    monkeypatch.setattr(pipeline, "read_witness", lambda source: read.append(source.id) or read_witness(source))
    for made in ("pdf.typeset.set_pdf", "books.make.convert", "citations.cited.convert"):
        monkeypatch.setattr(f"build_scripts.writers.{made}", lambda *_, **__: pytest.fail("made again"))
    monkeypatch.setattr("build_scripts.writers.tei.files._document", lambda *_: pytest.fail("made again"))
    for proof in ("check_markup", "_of_seed"):
        monkeypatch.setattr(f"build_scripts.proof.{proof}", lambda *_, **__: pytest.fail("proven again"))
    for function in (convert, align, words_of):
        monkeypatch.setattr(function, "function", lambda *_: pytest.fail("asked again"))
    monkeypatch.setattr("build_scripts.writers.dictionary.shards._shard", lambda *_: pytest.fail("made again"))
    build(project, silent)
    assert read == [] and everything(project) == before
    monkeypatch.undo()
    monkeypatch.setattr(pipeline, "read_witness", lambda source: read.append(source.id) or read_witness(source))
    path = project.seeds / "lighthouse/source.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    build(project, silent)
    assert read == ["lighthouse"]
