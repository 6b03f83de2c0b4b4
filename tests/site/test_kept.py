"""A build that finds what earlier builds kept gives, byte for byte, what a build without gives."""

from __future__ import annotations

import random
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from build_scripts import pipeline
from build_scripts.edition.reading import read_witness
from build_scripts.links.matches.align import align
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, build
from build_scripts.text.conversion import convert
from build_scripts.writers.dictionary.entries import readings_of, words_of


def silent(words: str) -> None:
    """Say nothing of the steps of a build."""


def everything(project: Project) -> dict[str, bytes]:
    """All files that a build writes."""
    folders = (project.site, project.docs, project.seeds)
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def change(project: Project, chance: random.Random, kind: str) -> None:
    """Change a word or the title of one source, the sources that there are, or what the edition says of itself."""
    if kind == "source":
        shutil.copytree(project.seeds / "lighthouse", project.seeds / "tower", ignore=shutil.ignore_patterns("anchors.lock"))
        path = project.seeds / "tower/source.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("id: lighthouse", "id: tower"), encoding="utf-8")
    if kind == "gone":
        shutil.rmtree(project.seeds / "tower")
    seed = project.seeds / chance.choice(["lighthouse", "evening-paper"])
    raw = (seed / "raw.txt").read_text(encoding="utf-8")
    if kind == "word":
        at = raw.rindex("。")
        (seed / "raw.txt").write_text(raw[:at] + chance.choice("甲乙丙丁") + raw[at:], encoding="utf-8")
    data = yaml.safe_load((seed / "source.yaml").read_text(encoding="utf-8"))
    data["sha256"] = sha256((seed / "raw.txt").read_bytes()).hexdigest()
    data["title"] |= {"en": f"Title {chance.randrange(1000)}"} if kind == "title" else {}
    (seed / "source.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    if kind == "edition":
        settings = yaml.safe_load((project.seeds / "edition.yaml").read_text(encoding="utf-8"))
        settings["subtitle"]["en"] = f"Subtitle {chance.randrange(1000)}"
        (project.seeds / "edition.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def test_edits_built_with_what_is_kept_and_built_clean_are_the_same(tmp_path: Path) -> None:
    chance = random.Random(20250425)
    project = Project(tmp_path / "edition")
    new_edition(project.root)
    build(project, silent, accept_anchors=True)
    for number, kind in enumerate(["word", "title", "source", "edition", "gone"]):
        pages_only = number > 0
        change(project, chance, kind)
        build(project, silent, accept_anchors=True, pages_only=pages_only)
        clean = Project(tmp_path / f"clean-{number}")
        shutil.copytree(project.root, clean.root, ignore=shutil.ignore_patterns(".cache", "site", "docs"))
        build(clean, silent, accept_anchors=True, pages_only=pages_only)
        assert everything(clean) == everything(project)


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
    for proof in ("check_markup", "_of_seed"):
        monkeypatch.setattr(f"build_scripts.proof.{proof}", lambda *_, **__: pytest.fail("proven again"))
    for function in (convert, align, words_of, readings_of):
        monkeypatch.setattr(function, "function", lambda *_: pytest.fail("asked again"))
    build(project, silent)
    assert read == [] and everything(project) == before
    monkeypatch.undo()
    monkeypatch.setattr(pipeline, "read_witness", lambda source: read.append(source.id) or read_witness(source))
    path = project.seeds / "lighthouse/source.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    build(project, silent)
    assert read == ["lighthouse"]
