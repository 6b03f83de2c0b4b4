"""Records of sources that have not changed are not read again; what is wrong with one is told each time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.diagnostics import Report
from build_scripts.model import Source, Witness
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.seed import catalogue
from build_scripts.seed.settings import read_settings
from build_scripts.store import Store


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A function that reads the catalogue of a new edition: the folders that were read anew, and what was told."""
    new_edition(tmp_path / "edition")
    anew: list[str] = []
    plain = catalogue.read_source
    monkeypatch.setattr(catalogue, "read_source", lambda folder, settings: anew.append(folder.name) or plain(folder, settings))

    def read_all() -> tuple[list[str], list[str]]:
        anew.clear()
        report, seeds = Report(), tmp_path / "edition/seeds"
        found = catalogue.read_catalogue(seeds, report, read_settings(seeds), Store(tmp_path / "kept"))
        assert report.failed or found == [plain(folder, read_settings(seeds)) for folder in sorted(seeds.glob("*/"))]
        return list(anew), [each.rule for each in report.found]

    return read_all


def test_a_source_is_read_again_where_a_record_or_the_name_of_a_file_changes(tmp_path: Path, read) -> None:
    seeds = tmp_path / "edition/seeds"
    assert read() == (["evening-paper", "lighthouse"], [])
    assert read() == ([], [])
    with (seeds / "lighthouse/source.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert read() == (["lighthouse"], [])
    (seeds / "lighthouse/decisions.yaml").write_text("links: []\n", encoding="utf-8")
    assert read() == (["lighthouse"], [])
    with (seeds / "edition.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert read() == (["evening-paper", "lighthouse"], [])


def test_what_is_wrong_is_told_each_time(tmp_path: Path, read) -> None:
    (tmp_path / "edition/seeds/lighthouse/raw.html").write_text("", encoding="utf-8")
    assert read() == (["evening-paper", "lighthouse"], ["two-captures"])
    assert read() == (["lighthouse"], ["two-captures"])


def test_what_was_read_in_one_place_is_taken_for_the_same_files_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = []
    for name in ("one", "two"):
        project = Project(tmp_path / name)
        new_edition(project.root)
        if editions:
            shutil.copytree(tmp_path / "one/.cache", project.root / ".cache")
            monkeypatch.setattr("build_scripts.pipeline.read_witness", lambda source: pytest.fail(f"{source.id} is read again"))
        editions.append(read_edition(project, lambda words: None))
        folders = {each.folder for witness in editions[-1].witnesses for each in _sources(witness)}
        assert folders == set(project.seeds.glob("*/"))
    one, two = ([each.blocks for each in edition.documents] for edition in editions)
    assert one and one == two


def _sources(witness: Witness) -> list[Source]:
    return [witness.source, *(document.source for document in witness.documents)]
