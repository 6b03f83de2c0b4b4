"""Editions that tests make up, from shapes.yaml."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from build_scripts.edition.reading import read_witness
from build_scripts.pipeline import Project
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.settings import read_settings


@cache
def shapes() -> dict[str, dict[str, Any]]:
    return yaml.safe_load(Path(__file__).with_name("shapes.yaml").read_text(encoding="utf-8"))


def make(shape: dict[str, Any], root: Path) -> Project:
    """The seeds of a shape in a folder of their own."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    for name in ("wording", "names", "glossary"):
        if name in shape:
            _write(seeds / f"{name}.yaml", shape[name])
    if shape["settings"]:
        _write(seeds / "edition.yaml", shape["settings"])
    for name, given in shape["sources"].items():
        _source(seeds / name, dict(given))
    return Project(root)


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _source(folder: Path, given: dict[str, Any]) -> None:
    folder.mkdir()
    raw = given.pop("raw").encode("utf-8")
    translations = given.pop("translations", {})
    (folder / "raw.txt").write_bytes(raw)
    about = {"id": folder.name, "reader": "web-page", "sha256": hashlib.sha256(raw).hexdigest(), **given}
    _write(folder / "source.yaml", about)
    if translations:
        (document,) = read_witness(read_source(folder, read_settings(folder.parent))).documents
        texts = {block.id: block.text.text for block in document.blocks}
        for language, blocks in translations.items():
            head = f"---\nlanguage: {language}\nstatus: draft\nby: Made up for a test\n---\n"
            parts = [f"\n## {name} {digest(texts[name])}\n{words}\n" for name, words in blocks.items()]
            (folder / f"translation.{language}.md").write_text(head + "".join(parts), encoding="utf-8")
