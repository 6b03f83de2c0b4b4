"""`check <id>` and `explain <id>`: one source by itself, without docs/ and without the others."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from build_scripts.cli import main

RAW = "首页 > 要闻 > 正文\n某地举行会议讨论标准\n2025-04-25 10:20 来源：某某网\n会议今天在某地举行，各方代表讨论了标准[1]。\n与会者认为，标准应当尽早制定，并且征求意见。\n责任编辑：王小明\n"


def make_seed(root: Path, raw: str = RAW, more: str = "") -> None:
    folder = root / "seeds" / "one"
    folder.mkdir(parents=True)
    (folder / "raw.txt").write_text(raw, encoding="utf-8")
    digest = hashlib.sha256(raw.encode()).hexdigest()
    lines = ["id: one", "kind: news", "reader: web-page", "language: zh-Hans-CN", f"sha256: {digest}", "title: {en: One}", more]
    (folder / "source.yaml").write_text("\n".join(lines), encoding="utf-8")


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def test_explain_shows_each_line_with_its_role_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_seed(tmp_path)
    assert run(tmp_path, "explain", "one") == 0
    shown = capsys.readouterr().out
    lines = {line.split()[0]: line for line in shown.splitlines() if line.strip()[:1].isdigit()}
    assert "breadcrumb" in lines["1"] and "title" in lines["2"] and "before-facts" in lines["2"]
    assert "  title: 某地举行会议讨论标准" in shown and "2 paragraph" in shown
    assert "removed by breadcrumb: " in shown
    assert "warning[orphan-call]: 1 mark calls no note and stays in the text: [1] (line 4)" in shown


def test_explain_says_what_the_editor_gave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_seed(tmp_path, more="structure: {subtitle: 5}")
    run(tmp_path, "explain", "one")
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("5 ")]
    assert "subtitle" in line and "[source.yaml]" in line


def test_check_of_one_source_needs_no_docs_and_tells_its_doubts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_seed(tmp_path)
    assert run(tmp_path, "check", "one") == 0
    told = capsys.readouterr().err
    assert "seeds/one/raw.txt:4: warning[orphan-call]" in told and not (tmp_path / "docs").exists()


def test_check_of_one_source_fails_where_it_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_seed(tmp_path, more="structure: {heading: 99}")
    assert run(tmp_path, "check", "one") == 1
    assert "bad-lines" in capsys.readouterr().err
    assert run(tmp_path, "check", "two") == 1
    assert "there is no folder seeds/two" in capsys.readouterr().err
