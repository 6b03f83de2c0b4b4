"""Published ids, in seeds and in repositories: what keeps them, what frees them, what becomes of the ones that go."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.edition.edition import Edition
from build_scripts.edition.reading import read_witness
from build_scripts.model import Anchor, Document
from build_scripts.passes.following import Part, follow
from build_scripts.pipeline import Project, build, read_edition, save_anchors
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.history.anchors import digest, format_lock, next_anchors, parse_lock
from build_scripts.seed.history.differences import difference
from tests.sources import READ, SEEDS

NEW = "这一段是后来加进来的，讲的是海边的灯塔，与别处都不相同。"


def quiet(words: str) -> None:
    """A step that nobody watches."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The op-ed and the readout that it quotes."""
    for seed in ("readout", "ndrc"):
        shutil.copytree(SEEDS / seed, tmp_path / "seeds" / seed)
    return Project(tmp_path)


def rewrite(project: Project, change: Callable[[list[str]], object], seed: str = "ndrc") -> None:
    """Change the lines of a capture and put its hash in step."""
    raw, about = project.seeds / seed / "raw.txt", project.seeds / seed / "source.yaml"
    lines = raw.read_text(encoding="utf-8").split("\n")
    change(lines)
    raw.write_text("\n".join(lines), encoding="utf-8")
    text = re.sub(r"sha256: \w+", f"sha256: {hashlib.sha256(raw.read_bytes()).hexdigest()}", about.read_text(encoding="utf-8"))
    about.write_text(text, encoding="utf-8")


def texts(edition: Edition, name: str = "ndrc") -> dict[str, str]:
    return {part.id: part.text.text for part in edition.document(name).parts}


def problems(project: Project) -> list[Diagnostic]:
    with pytest.raises(BadInput) as caught:
        read_edition(project, quiet)
    return list(caught.value.diagnostics)


def git(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=project.root, capture_output=True, text=True, check=False)


def commit(project: Project) -> None:
    save_anchors(read_edition(project, quiet))
    git(project, "add", "-A")
    assert git(project, "commit", "-qm", "x").returncode == 0


@pytest.mark.parametrize("seed", READ)
def test_the_ids_of_an_older_lock_stay(seed: str) -> None:
    """A lock of ids and hashes alone, as older programs wrote it, names the same texts."""
    witness = read_witness(read_source(SEEDS / seed))
    now = next_anchors(witness)
    old = "".join(f"{each.name} {each.digest}\n" for each in now)
    source = witness.source.__class__(**{**_fields(witness.source), "anchors": parse_lock(old, "lock")})
    assert next_anchors(read_witness(source)) == now == parse_lock(format_lock(now), "lock")


def _fields(source: object) -> dict[str, object]:
    return {name: getattr(source, name) for name in type(source).__slots__}  # type: ignore[attr-defined]


def test_a_line_near_the_top_changes_no_other_id_and_no_translation(project: Project) -> None:
    before = texts(read_edition(project, quiet))
    rewrite(project, lambda lines: lines.insert(2, NEW))
    edition = read_edition(project, quiet)
    assert texts(edition) == before | {"p1a": NEW}
    assert list(texts(edition))[:4] == ["p1", "h1", "p1a", "p2"]
    translation = edition.document("ndrc").translation
    assert translation and not translation.stale and translation.missing == ("p1a",)
    assert [each.rule for each in edition.warnings] == ["incomplete-translation"]


def test_what_is_moved_takes_its_id_along(project: Project) -> None:
    before = texts(read_edition(project, quiet))
    rewrite(project, lambda lines: lines.insert(12, lines.pop(3)))
    edition = read_edition(project, quiet)
    assert texts(edition) == before and list(texts(edition)) != list(before)
    assert not edition.warnings


def test_a_new_number_is_never_that_of_a_text_that_is_gone(project: Project) -> None:
    rewrite(project, lambda lines: lines.insert(2, NEW))
    save_anchors(read_edition(project, quiet))
    rewrite(project, lambda lines: lines.pop(2))
    (problem,) = problems(project)
    assert (problem.rule, problem.place.path) == ("anchor-changed", "seeds/ndrc/anchors.lock")
    assert "“ndrc#p1a” (“这一段是" in problem.sentence
    save_anchors(read_edition(project, quiet, accept_anchors=["ndrc"]))
    assert re.search(r"ndrc#p1a .* -> gone\n", (project.seeds / "ndrc/anchors.lock").read_text(encoding="utf-8"))
    rewrite(project, lambda lines: lines.insert(2, "另有一段全新的文字，说的是山上的茶园和早晨的雾气。"))
    assert "p1b" in texts(read_edition(project, quiet))
    rewrite(project, lambda lines: lines.insert(2, NEW))
    assert texts(read_edition(project, quiet))["p1a"] == NEW, "words that come back have their id back"


def test_the_page_knows_the_ids_that_went(project: Project) -> None:
    first = read_edition(project, quiet)
    save_anchors(first)
    merged = texts(first)["p4"] + texts(first)["p5"]
    larger, smaller = sorted(("p4", "p5"), key=lambda name: -len(texts(first)[name]))

    def change(lines: list[str]) -> None:
        lines[4:6] = [lines[4] + lines[5]]
        del lines[2]  # p2

    rewrite(project, change)
    build(project, quiet, accept_anchors=True, pages_only=True)
    edition = read_edition(project, quiet)
    assert texts(edition)[larger] == merged and smaller not in texts(edition)
    for tree, words in (("zh-Hans", "原编号 p2 的文字"), ("zh-Hant", "原編號 p2 的文字"), ("en", "The text once numbered p2")):
        page = (project.site / tree / "commentary/ndrc/index.html").read_text(encoding="utf-8")
        inside = re.search(rf'<p[^>]* id="{larger}"[^>]*><span class="dz-formerly" id="{smaller}"></span>', page)
        assert inside or re.search(rf'id="{larger}"[^>]*><span id="{smaller}" class="dz-formerly"></span>', page), tree
        assert f'<span id="p2" class="dz-formerly"></span>{words}' in page
    moved = [each for each in edition.warnings if each.rule == "translation-moved"]
    assert len(moved) == 2, "the sections of both are told, and stay in the file"


def test_a_stale_translation_says_what_has_changed(project: Project) -> None:
    rewrite(project, lambda lines: lines.__setitem__(2, lines[2].replace("加速创新迭代", "不断创新")))
    (stale,) = [each for each in read_edition(project, quiet).warnings if each.rule == "stale-translation"]
    assert (
        "ndrc p2 has changed" in stale.sentence and "…工智能技术正[-加速-]{+不断+}创新[-迭代-]，对全球经济…" in stale.sentence
    )
    assert f"## p2 {digest(texts(read_edition(project, quiet))['p2'])}" in stale.hint


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("共九座", "共十座", "共[-九-]{+十+}座"),
        ("甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚", "…乙丙丁戊己庚[-辛-]"),
        ("It said so.", "It said it so.", "It said {+it +}so."),
    ],
)
def test_a_difference_is_shown_word_by_word(old: str, new: str, shown: str) -> None:
    assert difference(old, new) == shown


def test_a_translation_under_another_id_goes_with_its_words(project: Project) -> None:
    """Of a draft, whose ids are still free: its sections follow the words, and the heads are told."""
    (project.seeds / "ndrc/anchors.lock").unlink()
    rewrite(project, lambda lines: lines.insert(2, NEW))
    edition = read_edition(project, quiet)
    translation = edition.document("ndrc").translation
    assert list(texts(edition))[:4] == ["p1", "h1", "p2", "p3"] and texts(edition)["p2"] == NEW
    assert translation and not translation.stale and translation.missing == ("p2",)
    moved = [each for each in edition.warnings if each.rule == "translation-moved"]
    assert len(moved) == 17 and moved[0].hint.startswith("write ## p3 aedffb93a9d98160")


def test_ids_are_free_until_they_are_committed(project: Project) -> None:
    (project.seeds / "ndrc/anchors.lock").unlink()
    git(project, "init", "-q")
    save_anchors(read_edition(project, quiet))
    rewrite(project, lambda lines: lines.insert(2, NEW))
    assert texts(read_edition(project, quiet))["p2"] == NEW, "nothing is committed: a draft is counted anew"
    commit(project)
    rewrite(project, lambda lines: lines.insert(2, lines[2][::-1]))
    edition = read_edition(project, quiet)
    assert texts(edition)["p2"] == NEW and texts(edition)["p1a"]
    save_anchors(edition)
    rewrite(project, lambda lines: lines.insert(2, lines.pop(2).replace("灯塔", "渔船")))
    assert set(texts(read_edition(project, quiet))) == set(texts(edition)), "what is not committed may change"


def test_an_id_of_a_commit_goes_only_by_a_mark_in_the_lock(project: Project) -> None:
    git(project, "init", "-q")
    commit(project)
    rewrite(project, lambda lines: lines.pop(2))
    assert problems(project)[0].rule == "anchor-changed"
    save_anchors(read_edition(project, quiet, accept_anchors=True))
    assert "p2" not in texts(read_edition(project, quiet)), "it was accepted, and the file says so"
    git(project, "checkout", "-q", "seeds/ndrc/anchors.lock")
    assert problems(project)[0].rule == "anchor-changed"


def test_a_line_named_by_number_that_has_moved_is_told(project: Project) -> None:
    about = project.seeds / "ndrc/source.yaml"
    about.write_text(about.read_text(encoding="utf-8") + "structure:\n  heading: {2: 2}\n", encoding="utf-8")
    git(project, "init", "-q")
    commit(project)
    rewrite(project, lambda lines: lines.insert(0, NEW))
    found = [each for each in problems(project) if each.rule == "lines-moved"]
    assert [each.sentence for each in found] == [
        "line 2 was “深刻认识实施“人工智能+”行动的” in the last commit, which is line 3 now"
    ]
    assert (found[0].place.path, found[0].place.line) == (
        "seeds/ndrc/source.yaml",
        about.read_text(encoding="utf-8").split("\n").index("  heading: {2: 2}") + 1,
    )
    about.write_text(about.read_text(encoding="utf-8").replace("{2: 2}", "{2: 3}"), encoding="utf-8")
    assert texts(read_edition(project, quiet))["h1"].startswith("深刻认识")
    about.write_text(about.read_text(encoding="utf-8").replace("{2: 3}", "深刻认识实施“人工智能+”行动"), encoding="utf-8")
    read_edition(project, quiet)


def branched(project: Project, places: tuple[int, int]) -> subprocess.CompletedProcess[str]:
    """Two branches that each add a paragraph, merged; all but the captures and their hashes is left to git."""
    git(project, "init", "-q", "-b", "main")
    commit(project)
    for name, place, text in (
        ("one", places[0], NEW),
        ("two", places[1], "山上的茶园在早晨的雾气里，一层高过一层，没有人声。"),
    ):
        git(project, "checkout", "-q", "-b", name, "main")
        rewrite(project, lambda lines, place=place, text=text: lines.insert(place, text))  # type: ignore[misc]
        commit(project)
    return git(project, "merge", "--no-edit", "one")


def test_two_branches_that_each_add_a_paragraph_merge_their_locks(project: Project) -> None:
    branched(project, (2, 12))
    lock = (project.seeds / "ndrc/anchors.lock").read_text(encoding="utf-8")
    ids = [each.id for each in parse_lock(lock, "lock")]
    assert "<<<<" not in lock and len(ids) == len(set(ids)) == 23


def test_two_paragraphs_at_one_place_are_a_conflict_that_says_what_to_do(project: Project) -> None:
    branched(project, (2, 2))
    lock = project.seeds / "ndrc/anchors.lock"
    text = lock.read_text(encoding="utf-8")
    assert text.count("<<<<<<<") == 1
    with pytest.raises(BadInput, match="where two branches have each added lines, keep both"):
        parse_lock(text, "lock")
    with pytest.raises(BadInput, match=r"“ndrc#p1a” stands for two texts.*\n.*keep the line that was published first"):
        parse_lock(re.sub(r"(<<<<|====|>>>>).*\n", "", text), "lock")


def test_equal_words_keep_their_order() -> None:
    same = ["同上。", "《人民日报》，2025年。", "同上。", "同上。", "《光明日报》，2025年。", "同上。"]
    anchors = [Anchor("x", f"n{number}", digest(text)) for number, text in enumerate(same, 1)]
    parts = [Part(f"n{number}", text) for number, text in enumerate(["《求是》，2025年。", *same], 1)]
    assert [each.id for _, each in sorted(follow(anchors, parts).items())] == ["n1", "n2", "n3", "n4", "n5", "n6"]


def notes_of(document: Document) -> dict[str, int]:
    return {note.id: note.number for note in document.notes}


def test_a_note_keeps_its_id_where_another_is_put_before_it(tmp_path: Path) -> None:
    lines = ["海边的灯塔", "", "某人", "", "灯塔共有九座。[1]港口只有一处。[2]", "", "注释", ""]
    notes = ["[1] 某某：《灯塔志》，1990年。", "[2] 某某：《港口志》，1991年。"]
    folder = tmp_path / "seeds/lights"
    folder.mkdir(parents=True)

    def write(lines: list[str]) -> None:
        raw = "\n".join(lines).encode("utf-8")
        (folder / "raw.txt").write_bytes(raw)
        about = {"id": "lights", "kind": "commentary", "reader": "web-page", "language": "zh-Hans-CN"}
        about |= {"sha256": hashlib.sha256(raw).hexdigest()}
        (folder / "source.yaml").write_text(json.dumps(about), encoding="utf-8")

    write([*lines, *notes])
    project = Project(tmp_path)
    edition = read_edition(project, quiet)
    assert notes_of(edition.document("lights")) == {"n1": 1, "n2": 2}
    save_anchors(edition)
    lines[4] = "灯塔共有九座。[1]渔船很多。[2]港口只有一处。[3]"
    write([*lines, notes[0], "[2] 张三：《渔船考》，2001年。", notes[1].replace("[2]", "[3]")])
    edition = read_edition(project, quiet)
    assert notes_of(edition.document("lights")) == {"n1": 1, "n1a": 2, "n2": 3}
    build(project, quiet, pages_only=True)
    page = (project.site / "zh-Hans/commentary/lights/index.html").read_text(encoding="utf-8")
    assert page.index('id="fn:1"') < page.index('id="fn:1a"') < page.index('id="fn:2"')
    assert '<a class="footnote-ref" href="#fn:2">3</a>' in page


@pytest.mark.parametrize("line", ["ndrc#p1", "<<<<<<< one", "ndrc#p1 5d29 3 x", "ndrc#p1 5d293af6f0cb9bac 3 甲 AB"])
def test_a_line_that_is_none_is_told(line: str) -> None:
    with pytest.raises(BadInput, match="lock:2: error\\[bad-lock\\]"):
        parse_lock(f"# head\n{line}\n", "lock")
