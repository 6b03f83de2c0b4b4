"""The build as a whole: repeatable, safe from hostile text, and never leaving a broken site."""

from __future__ import annotations

import filecmp
import hashlib
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from lxml import html

from build_scripts.pipeline import Project, build
from build_scripts.render.swap import alone, staging
from tests.site.conftest import ROOT

HOSTILE = [
    "<script>alert(1)</script>人工智能",
    "[点此](javascript:alert(1))与![图](x.png)",
    "{{ config }}与{% raw %}与{: #p1 .x }",
    "*星*与_线_与**粗**与`码`与~~删~~与==标==与^上^",
    "# 井号开头",
    "1. 一号开头",
    "- 短横开头",
    "+ 加号开头",
    "> 大于开头",
    "| 竖 | 线 |",
    "&lt;实体&gt;与&amp;与&#42;与&nbsp;尾",
    "[^1]与[^x]: 假注释",
    ": 冒号开头",
    "!!! note 提示",
    "???+ note 提示",
    '--8<-- "mkdocs.yml"',
    "    四格缩进",
    "反斜\\*线与\\\\与$公式$与\\(式\\)",
    "<https://example.org/>与https://example.org/与a@example.org",
    "*[缩写]: 全称",
    "[参考]: https://example.org/",
    "--- 横线开头",
    "``` 围栏",
    '<!-- 注释 -->与<div markdown="1">与</div>与</article>',
    "全形＜ｓｃｒｉｐｔ＞与零宽",
]


def write_source(folder: Path, name: str, raw: str, more: str = "") -> None:
    """A seed of the web-page shape."""
    seed = folder / "seeds" / name
    seed.mkdir(parents=True)
    (seed / "raw.txt").write_bytes(raw.encode())
    digest = hashlib.sha256(raw.encode()).hexdigest()
    head = f"id: {name}\nkind: news\nreader: web-page\nlanguage: zh-Hans-CN\nsha256: {digest}\n"
    (seed / "source.yaml").write_text(head + more, encoding="utf-8")


def as_typed(text: str) -> str:
    """The text without what cleaning may change: spaces, and the width of punctuation."""
    return unicodedata.normalize("NFKC", re.sub(r"[\s\u200b]", "", text))


def tree_hash(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def han(text: str) -> str:
    """The Chinese characters of a text."""
    return "".join(char for char in text if "\u4e00" <= char <= "\u9fff")


def test_text_from_a_capture_is_text(tmp_path: Path) -> None:
    """Every hostile line appears on the page as typed, in each tree, and makes no element."""
    lines = [f"{line}。" for line in HOSTILE]
    title = 'title: {zh-Hans: "<b>*题*</b> {{ x }}", en: "<i>_Title_</i> [a](javascript:b) & \\"q\\""}\n'
    write_source(tmp_path, "hostile", "\n".join(lines), title + "description: {en: '<u>*x*</u> | [y](z)'}\n")
    project = Project(tmp_path)
    edition = build(project, lambda words: None, pages_only=True)
    assert "markup-read" in {warning.rule for warning in edition.warnings}
    for tree in ("zh-Hans", "en"):
        page = html.parse(str(project.site / tree / "news/hostile/index.html"), html.HTMLParser(encoding="utf-8"))
        article = page.getroot().find(".//article")
        words = han(article.text_content())
        # Lines that hold marks are read as markup, and their marks go under a rule, which is said; no word goes with them but
        # those of a comment.
        assert [line for line in lines if han(line) not in words] == [line for line in lines if line.startswith("<!--")]
        for citations in article.findall(".//details[@class='dz-cite']"):
            citations.drop_tree()  # titles in them are set in italics; test_cite.py holds them against hostile text
        for tag in ("script", "img", "code", "em", "table", "i", "b", "u", "iframe"):
            assert article.find(f".//{tag}") is None, tag
        assert [a.get("href") for a in article.iterfind(".//a") if "javascript" in (a.get("href") or "")] == []
    english = html.parse(str(project.site / "en/news/hostile/index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert english.find(".//h1").text_content().strip() == '<i>_Title_</i> [a](javascript:b) & "q"'


def test_two_builds_are_the_same(built: Project, tmp_path: Path) -> None:
    """The pages of the five texts byte for byte, from two folders, with other seeds for Python's hashes, with what is kept and with
    nothing; test_reproducible.py holds PDFs and books against each other."""
    made = []
    for name, left_out in (("kept", ("docs", "site")), ("nothing kept", ("docs", "site", ".cache"))):
        shutil.copytree(built.root, tmp_path / name, ignore=shutil.ignore_patterns(*left_out))
        command = [sys.executable, "-m", "build_scripts", "--root", str(tmp_path / name), "--quiet", "build", "--pages-only"]
        environment = os.environ | {"PYTHONHASHSEED": str(len(name)), "TZ": "Asia/Shanghai" if made else "UTC"}
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        made.append({part: tree_hash(tmp_path / name / part) for part in ("docs", "site")})
    assert made[0] == made[1]
    assert made[0]["docs"] == tree_hash(built.root / "docs") and len(made[0]["site"]) > 300


def test_derived_files_name_no_folder_of_this_machine(built: Project) -> None:
    for path in built.root.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".md", ".json", ".xml", ".js"):
            text = path.read_text(encoding="utf-8")
            assert str(built.root) not in text, path
            assert str(ROOT) not in text, path


def test_committed_anchors_are_what_the_code_makes(built: Project) -> None:
    for path in sorted(built.seeds.glob("*/anchors.lock")):
        assert filecmp.cmp(path, ROOT / "seeds" / path.parent.name / "anchors.lock", shallow=False), path


def test_a_build_that_fails_leaves_the_last_good_site(tampered: Project) -> None:
    before = tree_hash(tampered.site)
    raw = tampered.seeds / "ndrc/raw.txt"
    raw.write_bytes(raw.read_bytes() + b"\xff")
    command = [sys.executable, "-m", "build_scripts", "--root", str(tampered.root), "build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert tree_hash(tampered.site) == before


def test_a_build_that_dies_while_rendering_leaves_the_last_good_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("good", encoding="utf-8")
    with pytest.raises(RuntimeError), staging(site) as folder:
        (folder / "index.html").write_text("half", encoding="utf-8")
        raise RuntimeError
    assert (site / "index.html").read_text(encoding="utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_kill_between_the_two_renames_is_mended_by_the_next_build(tmp_path: Path) -> None:
    old = tmp_path / ".site-old"
    old.mkdir()
    (old / "index.html").write_text("good", encoding="utf-8")
    (tmp_path / ".site-99999999").mkdir()
    with pytest.raises(RuntimeError), staging(tmp_path / "site"):
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "good"
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_a_killed_build_left_stops_no_build(tmp_path: Path) -> None:
    """Not even under the number of this very process, which in a container is often the same again."""
    for name in (f".site-{os.getpid()}", ".site-new"):
        (tmp_path / name / "half").mkdir(parents=True)
    with staging(tmp_path / "site") as folder:
        assert list(folder.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


HOLDING = """
import sys; from pathlib import Path; from build_scripts.render.swap import alone
with alone(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("building", flush=True)
    sys.stdin.read()
"""


def hold(site: Path) -> subprocess.Popen[str]:
    """A process that builds `site` until its input ends."""
    command = [sys.executable, "-c", HOLDING, str(site)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_one_build_at_a_time_and_the_second_says_that_it_waits(tmp_path: Path) -> None:
    with hold(tmp_path / "site") as first, hold(tmp_path / "site") as second:
        heard = {first.stdout.readline(), second.stdout.readline()}  # whichever came first
        assert heard == {"building\n", "waiting\n"}
        first.stdin.close()
        second.stdin.close()
        assert sorted([*first.stdout, *second.stdout]) == ["building\n"]
        assert (first.wait(), second.wait()) == (0, 0)


def test_a_killed_build_keeps_nobody_waiting(tmp_path: Path) -> None:
    with hold(tmp_path / "site") as killed:
        assert killed.stdout.readline() == "building\n"
        killed.kill()
    with alone(tmp_path / "site", lambda: pytest.fail("it waits for a dead process")):
        pass


def test_a_finished_build_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "old").mkdir(parents=True)
    with staging(site) as folder:
        (folder / "new").mkdir()
    assert [path.name for path in site.iterdir()] == ["new"]
