"""Every rule that reading can raise, in both directions; and input that nobody should ever give."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.checks.reading import check_reading
from build_scripts.diagnostics import BadInput, Diagnostic, Report, rule_table
from build_scripts.edition.reading import read_witness
from build_scripts.seed.catalogue import read_catalogue

RULES = Path(__file__).parents[1] / "rules"
FOLDERS = sorted(path.parent for path in RULES.glob("*/case.yaml"))
CASES = [
    pytest.param(folder.name, case, id=f"{folder.name}: {case['name']}")
    for folder in FOLDERS
    for case in yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
]
LINE = re.compile(r"[^:\n]+:[1-9]\d*: (error|warning)\[[a-z0-9-]+\]: .+")
# Rules of later stages, which have tests of their own.
LATER = {
    "too-large",
    "doubtful-title",
    "doubtful-fact",
    "no-date",
    "no-publisher",
    "markup-read",
    "markup-left",
    "many-headings",
    "removed-text",
    "missing-title",
    "doubtful-characters",
    "anchor-changed",
    "docs-stale",
    "not-accounted",
    "schema",
    "render-failed",
}


def change(folder: Path, step: dict[str, Any]) -> None:
    """One change to a seed folder, as a case describes it."""
    path = folder / next(step[key] for key in ("file", "remove", "folder", "link") if key in step)
    if "file" not in step:
        path.unlink(missing_ok=True)
    if "folder" in step:
        path.mkdir()
    elif "link" in step:
        path.symlink_to(step["to"])
    elif "write" in step:
        path.write_text(step["write"], encoding="utf-8", newline="")
    elif "append" in step:
        path.write_text(path.read_text(encoding="utf-8") + step["append"], encoding="utf-8", newline="")
    elif "hex" in step:
        path.write_bytes(bytes.fromhex(step["hex"]))
    elif "before" in step:
        text = path.read_text(encoding="utf-8")
        assert text.count(str(step["before"])) == 1
        path.write_text(text.replace(str(step["before"]), str(step["after"])), encoding="utf-8", newline="")


def sign(folder: Path) -> None:
    """Put the sha256 of the capture where source.yaml says `auto`."""
    raw, source = folder / "raw.txt", folder / "source.yaml"
    if raw.is_file() and source.is_file():
        digest = hashlib.sha256(raw.read_bytes()).hexdigest().encode()
        source.write_bytes(source.read_bytes().replace(b"sha256: auto", b"sha256: " + digest))


def seeds(root: Path, *bases: str | None, steps: tuple[dict[str, Any], ...] | list[dict[str, Any]] = ()) -> Path:
    """A tree of seeds: copies of the bases, the first of them changed."""
    tree = root / "seeds"
    tree.mkdir(parents=True)
    for index, base in enumerate(name for name in bases if name):
        shutil.copytree(RULES / "base" / base, tree / base)
        for step in steps if not index else ():
            change(tree / base, step)
        sign(tree / base)
    return tree


def found(tree: Path) -> list[Diagnostic]:
    """What reading a tree of seeds says. Anything but diagnostics goes through as the bug that it is."""
    report = Report()
    try:
        sources = read_catalogue(tree, report)
    except BadInput as problem:
        return list(problem.diagnostics)
    for source in sources:
        with report.collecting():
            report.add(each for each in check_reading([read_witness(source)]) if each.rule not in LATER)
    return report.found


@pytest.mark.parametrize("base", ["page", "both", "article", "paper", "saved"])
def test_a_base_is_good(base: str, tmp_path: Path) -> None:
    assert found(seeds(tmp_path, base)) == []


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_rule_speaks_where_it_must(rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    said = found(seeds(tmp_path, case["base"], case.get("also"), steps=case["bad"]))
    matching = [item for item in said if case["says"] in str(item).splitlines()[0]]
    assert matching, f"expected {case['says']}, but: {[*map(str, said)]}"
    assert matching[0].rule == rule
    assert case.get("hint", "") in matching[0].hint
    assert {item.rule for item in said} == {rule, *case.get("besides", ())}
    assert all(LINE.fullmatch(str(item).splitlines()[0]) for item in said)


@pytest.mark.parametrize(("rule", "case"), [case for case in CASES if "good" in case.values[1]])
def test_a_rule_is_silent_where_it_must(rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    said = found(seeds(tmp_path, case["base"], case.get("also"), steps=case["good"]))
    assert not said, [*map(str, said)]


def test_every_rule_of_reading_has_its_folder() -> None:
    ours = {folder.name for folder in FOLDERS}
    assert ours <= set(rule_table()["checks"])
    raised = set()
    scripts = RULES.parent.parent / "build_scripts"
    for path in scripts.glob("**/*.py"):
        ours_too = path.stem in (
            "located",
            "catalogue",
            "inferences",
            "capture",
            "structure",
            "values",
            "addresses",
            "provenance",
            "decisions",
            "decided",
        )
        if {"readers", "passes"} & set(path.relative_to(scripts).parts) or ours_too:
            raised |= {rule for rule in rule_table()["checks"] if f'"{rule}"' in path.read_text(encoding="utf-8")}
    assert raised - LATER == ours
    assert not ours & LATER


def test_all_problems_of_a_tree_are_told_at_once(tmp_path: Path) -> None:
    tree = seeds(tmp_path, "page", "paper", "article")
    change(tree / "page", {"file": "source.yaml", "before": "kind: news", "after": "kind: poem"})
    change(tree / "paper", {"file": "source.yaml", "before": "body: 3-4", "after": "body: 3"})
    assert [item.rule for item in found(tree)] == ["unknown-kind", "line-unassigned"]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
NASTY_YAML = {
    "billion laughs": BOMB,
    "billion laughs, merged": "a: &a {k: x}\nb: &b {<<: *a}\n<<: [*a, *b]\n",
    "an alias of itself": "a: &a [*a]\n",
    "ten thousand brackets": "a: " + "[" * 10_000,
    "ten thousand keys deep": "".join(" " * n + "a:\n" for n in range(1_000)),
    "two documents": "id: page\n---\nid: page\n",
    "a directive": "%YAML 3.0\n---\nid: page\n",
    "a set": "id: !!set {page}\n",
    "bytes": "id: !!binary cGFnZQ==\n",
    "pairs": "title: !!omap [en: A]\n",
    "dates and numbers": "id: 2025-04-27\nkind: 1e3\nreader: 0x10\nlanguage: .nan\nsha256: 12:30:00\n",
    "truth": "id: yes\nkind: no\nreader: on\nlanguage: ~\nsha256: false\n",
    "a bare word": "page\n",
    "a question mark": "?\n",
    "a very long key": "k" * 100_000 + ": 1\n",
    "surrogates": 'id: "\\ud800"\n',
    "unicode escapes": 'id: "\\U0001F600"\n',
    "every structure wrong": "structure: {furniture: [[[1]], {a: b}]}\n",
    "a billion lines": "structure: {furniture: [" + ", ".join(["1-99999"] * 200) + "]}\n",
}


@pytest.mark.parametrize("text", NASTY_YAML.values(), ids=NASTY_YAML.keys())
@pytest.mark.parametrize("name", ["source.yaml", "decisions.yaml"])
def test_nasty_yaml_is_told_and_not_suffered(name: str, text: str, tmp_path: Path) -> None:
    tree = seeds(tmp_path, "page", steps=[{"file": name, "write": text}])
    tree_of_paper = seeds(
        tmp_path / "more", "paper", steps=[{"file": name, "append" if name == "source.yaml" else "write": text}]
    )
    for said in (found(tree), found(tree_of_paper)):
        assert said and all(LINE.fullmatch(str(item).splitlines()[0]) for item in said)
        assert all(len(str(item)) < 500_000 for item in said)


@pytest.mark.parametrize("reader", ["web-page", "journal-article", "newspaper-page"])
@pytest.mark.parametrize(
    "raw",
    [
        "\ufeff某年某事\n第一段在这里，文字不长。\n",
        "某年某事\r\n第一段在这里。\r\n",
        "某年某事\r第一段在这里。\r",
        "某\0年\n第一段\0在这里。",
        "\0",
        "。",
        "\n。\n",
        "\f第一段。\f第二段。",
        "［1］",
        "①",
        "：",
        "来源：",
        "|",
        "■",
        "摘要：",
        "•",
        "▲",
        "（",
        "）",
        "「」\n",
        "\ud7ff。",
        "\U0010ffff。",
        ">" * 60 + "。x",
        "(" * 3000 + "人",
        "人" + " " * 3000 + "工",
        "，" * 3000,
        "［1］" * 300,
        "来源：" * 300,
        "2025-01-01 " * 300,
    ],
)
def test_nasty_captures(reader: str, raw: str, tmp_path: Path) -> None:
    steps = [
        {"file": "raw.txt", "write": raw},
        {"file": "source.yaml", "before": "web-page", "after": reader},
        *(
            [{"file": "source.yaml", "append": f"structure: {{s: {{body: 1-{len(raw.split(chr(10)))}}}}}\n"}]
            if "news" in reader
            else []
        ),
    ]
    said = found(seeds(tmp_path, "page", steps=steps))
    assert all(LINE.fullmatch(str(item).splitlines()[0]) for item in said)


def test_a_byte_order_mark_is_not_text(tmp_path: Path, plain) -> None:
    raw = "\ufeff首页 > 要闻\r\n某年某事\r\n来源：某某网 | 2025-04-27\r\n第一段在\u200b这里。\r\n"
    tree = seeds(tmp_path, "page", steps=[{"file": "raw.txt", "write": raw}])
    document = read_witness(read_catalogue(tree, Report())[0]).documents[0]
    assert [block.text.text for block in document.blocks] == ["第一段在这里。"]
    assert document.field("title") == "某年某事" and document.field("publisher") == "某某网"


@pytest.mark.parametrize(
    "raw",
    [
        "某年某事\n" + "人工智能，发展(A)很快。" * 60_000,
        "某年某事\n" + "人工智能，发展(A)很快。\n" * 5_000,
        "某年某事\n" + "人 " * 150_000 + "。",
        "某年某事\n第一段。\n" + " " * 10_000_000,
        "某年某事\n" + "，" * 300_000 + "。",
    ],
    ids=["a line of two megabytes", "many lines", "spaces between", "spaces at the end", "points"],
)
def test_a_large_capture_is_read_or_told(raw: str, tmp_path: Path) -> None:
    said = found(seeds(tmp_path, "page", steps=[{"file": "raw.txt", "write": raw}]))
    assert all(LINE.fullmatch(str(item).splitlines()[0]) for item in said)


def test_seeds_that_are_a_file(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("")
    assert [item.rule for item in found(tmp_path / "seeds")] == ["missing-file"]
