"""An editor lets a finding pass, with a reason; what waives nothing is an error, and what is lost cannot be waived."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from build_scripts.adding.add import add
from build_scripts.checks import ORDER, run_checks
from build_scripts.diagnostics import BadInput
from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, read_edition
from tests.making.word import paragraph, word_file

BASE = Path(__file__).parents[1] / "rules" / "base" / "page"
DOUBT = "waive:\n  - {rule: conversion-doubt, where: 洗手台账, because: It is a table of accounts.}\n"


def edition_of(folder: Path, text: str, decisions: str = "", conversion: str = "") -> Edition:
    import hashlib

    seed = folder / "seeds" / "page"
    copytree(BASE, seed)
    raw = (seed / "raw.txt").read_text(encoding="utf-8") + text
    (seed / "raw.txt").write_bytes(raw.encode("utf-8"))
    record = (seed / "source.yaml").read_text(encoding="utf-8").splitlines()
    digest = hashlib.sha256(raw.encode("utf-8")).hexdigest()
    lines = [f"sha256: {digest}" if line.startswith("sha256") else line for line in record]
    (seed / "source.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    if decisions:
        (seed / "decisions.yaml").write_text(decisions, encoding="utf-8")
    if conversion:
        (folder / "seeds" / "conversion.yaml").write_text(conversion, encoding="utf-8")
    return read_edition(Project(folder), lambda words: None)


def rules(edition: Edition) -> list[str]:
    return [warning.rule for warning in edition.warnings]


TEXT = "\n各单位应当健全工作台账，记录完整。\n"


def test_a_doubt_is_said_waived_and_settled(tmp_path: Path) -> None:
    said = edition_of(tmp_path / "one", TEXT)
    assert "conversion-doubt" in rules(said)
    waiver = "waive:\n  - {rule: conversion-doubt, where: 工作台账, because: Both are written.}\n"
    assert "conversion-doubt" not in rules(edition_of(tmp_path / "two", TEXT, waiver))
    settled = edition_of(tmp_path / "three", TEXT, conversion="zh-Hant:\n  台账: 檯帳\n")
    assert "conversion-doubt" not in rules(settled)


def test_a_waiver_that_waives_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"seeds/page/decisions.yaml:2: error\[unused-waiver\]: no “conversion-doubt”"):
        edition_of(tmp_path, "", DOUBT)


def test_a_waiver_of_a_rule_that_there_is_not_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(
        BadInput, match=r"decisions.yaml:2: error\[bad-value\]: unknown rule “conversion-doubts”\n.*“conversion-doubt”"
    ):
        edition_of(tmp_path, "", DOUBT.replace("doubt", "doubts"))


def test_what_is_lost_cannot_be_waived(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="unused-waiver"):
        edition_of(tmp_path, "", "waive:\n  - {rule: not-accounted, where: raw.txt, because: no}\n")


def test_every_check_has_a_reason_and_runs(tmp_path: Path) -> None:
    assert all(check.why for check in ORDER)
    assert list(run_checks(edition_of(tmp_path, ""))) == []


PARAGRAPH = "停用了二十年的旧码头上周开出一家书店，窗外就是当年的泊位，谁都可以坐下来看书。"
READ_OTHERWISE = {
    "pier.html": f"<h1>旧码头</h1><p>{PARAGRAPH}</p><plaintext>后来的话。</p>".encode(),
    "pier.docx": word_file(paragraph("旧码头", "T") + paragraph(PARAGRAPH) + "<w:r><w:t>后来的话</w:t></w:r>"),
}


@pytest.mark.parametrize("name", READ_OTHERWISE)
def test_what_a_second_library_reads_otherwise_is_an_error_until_it_is_accepted(name: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / name).write_bytes(READ_OTHERWISE[name])
    assert any("recount: two libraries read" in line for line in add(tmp_path, tmp_path / name, "pier"))
    with pytest.raises(BadInput, match=r"error\[recount\]: two libraries read"):
        read_edition(Project(tmp_path), lambda words: None)
    waiver = "waive:\n  - {rule: recount, where: two libraries, because: The rest is no text.}\n"
    (tmp_path / "seeds" / "pier" / "decisions.yaml").write_text(waiver, encoding="utf-8")
    assert "recount" not in rules(read_edition(Project(tmp_path), lambda words: None))
