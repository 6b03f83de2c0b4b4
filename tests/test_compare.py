"""What has changed for readers since a revision, as the command prints it."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from build_scripts.cli import main
from build_scripts.compare.page import page_of
from build_scripts.pipeline import Project
from tests.seed.test_ids import NEW, commit, git, rewrite
from tests.sources import SEEDS

TAGS = set(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "h3",
        "p",
        "code",
        "table",
        "tr",
        "th",
        "td",
        "a",
        "dl",
        "dt",
        "dd",
        "bdi",
        "ins",
        "del",
    ]
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for seed in ("readout", "ndrc"):
        shutil.copytree(SEEDS / seed, tmp_path / "seeds" / seed)
    project = Project(tmp_path)
    git(project, "init", "-q")
    commit(project)
    return project


def shown(project: Project, revision: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--root", str(project.root), "--quiet", "diff", revision]) == 0
    return capsys.readouterr().out


def test_what_was_added_moved_and_retouched_is_told_by_its_words(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(project, "HEAD", capsys) == "Nothing has changed for readers.\n"

    def change(lines: list[str]) -> None:
        lines[2] = lines[2].replace("加速创新迭代", "不断创新")
        lines.insert(2, NEW)
        lines.insert(12, lines.pop(4))

    rewrite(project, change)
    report = shown(project, "HEAD", capsys)
    assert f"- added `ndrc#p1a`: {NEW}\n" in report
    assert "- changed `ndrc#p2`: …工智能技术正" in report and report.count("\n- ") == 2, report
    assert "加速" in report and "不断" in report


def test_a_quotation_that_is_gone_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite(project, lambda lines: lines.pop(0))
    report = shown(project, "HEAD", capsys)
    assert "- gone `ndrc#p1`: 习近平总书记" in report
    assert "## Links between texts" in report and "→ readout#p" in report
    assert "- gone `ndrc#p1-en`: General Secretary" in report


def test_the_page_says_the_same_and_runs_nothing(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = project.seeds / "ndrc/translation.en.md"
    text = path.read_text(encoding="utf-8")
    hostile = "<script>alert(1)</script> & “</dd><img src=x onerror=alert(1)>”"
    path.write_text(text.replace("We must resolutely", f"{hostile} We must resolutely", 1), encoding="utf-8")
    rewrite(project, lambda lines: lines.pop(-1))
    file = project.root / "out/changes.html"
    assert main(["--root", str(project.root), "--quiet", "diff", "HEAD", "--html", str(file)]) == 0
    listed = capsys.readouterr().out
    page = html.fromstring(file.read_bytes())
    names = [each.text_content() for each in page.iter("dt")]
    assert names == [f"{kind} {name}" for kind, name in re.findall(r"(?m)^- (\w+) `([^`]+)`: ", listed)]
    assert {each.tag for each in page.iter()} <= TAGS and not page.xpath("//@onerror | //@src | //@style")
    (changed,) = [each for each in page.iter("dd") if each.getprevious().text_content() == "changed ndrc#p1-en"]
    assert "".join(each.text_content() for each in changed.iter("ins")).strip() == hostile
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    style = b64encode(sha256(page.find(".//style").text.encode()).digest()).decode()
    assert policy == [f"default-src 'none'; style-src 'sha256-{style}'"]


def test_a_former_state_is_read_and_not_checked(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = project.seeds / "ndrc/translation.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("26.67%", "26.76%"), encoding="utf-8")
    (project.seeds / "wording.yaml").write_text("of-another-time: {en: Words}\n", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "former")
    path.write_text(text, encoding="utf-8")
    (project.seeds / "wording.yaml").unlink()
    assert "26.[-76-]" in shown(project, "HEAD", capsys).replace("\\", "")


def test_a_page_without_a_change_says_so_and_escapes_what_it_was_compared_with() -> None:
    page = page_of({}, "<b>x</b>")
    assert "Nothing has changed for readers." in page and "<b>" not in page and "&lt;b&gt;x" in page


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:seeds"])
def test_what_is_no_revision_is_told(project: Project, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project.root), "diff", "--", revision]) == 1
    assert "error[bad-value]: “" in capsys.readouterr().err
    assert not (project.root / "x").exists()
