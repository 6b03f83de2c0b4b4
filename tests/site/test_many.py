"""Every capture case as a seed of one edition: from the raw text through the build to the proof of its pages."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.pipeline import Project, build
from tests.readers.test_readers import CAPTURES

DOCUMENT = "made-document"


def write_case(folder: Path, name: str, case: dict[str, Any]) -> None:
    """A seed folder for a case: the capture, and what the case gives under `structure`."""
    seed = folder / "seeds" / name
    seed.mkdir(parents=True)
    data = case["capture"].encode()
    (seed / "raw.txt").write_bytes(data)
    structure: dict[str, Any] = dict(case.get("roles", {}))
    for story, roles in case.get("stories", {}).items():
        structure[f"{name}-{story}"] = roles
    source = {
        "id": name,
        "kind": "news",
        "reader": case["reader"],
        "language": case["language"],
        "sha256": hashlib.sha256(data).hexdigest(),
        **{key: case[key] for key in ("translation",) if key in case},
        "title": {"en": f"A Title for {name}"},
        **({"structure": structure} if structure else {}),
    }
    (seed / "source.yaml").write_text(yaml.safe_dump(source, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One edition of all cases, built and proven; the build stops where the proof refuses a page."""
    folder = tmp_path_factory.mktemp("many")
    for path in CAPTURES:
        write_case(folder, f"case-{path.stem}", yaml.safe_load(path.read_text(encoding="utf-8")))
    project = Project(folder)
    build(project, lambda words: None, pages_only=True)
    return project


def test_every_case_is_published_and_proven(many: Project) -> None:
    ledgers = {path.stem for path in (many.site / "data/ledger").glob("*.json")}
    assert ledgers == {f"case-{path.stem}" for path in CAPTURES}
