"""Bad records beside a good capture: each is told with its file and line, and none is suffered, mixed or accepted in silence."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.pipeline import Project, read_edition
from tests.site.test_build import write_source
from tests.test_rules import LINE

RAW = "某年某事\n来源：某某网 2025-04-27\n第一段在这里，文字不长。\n第二段也在这里，文字也不长。\n"
TITLE = "title: {en: One}\n"
HEAD = "---\nlanguage: en\nstatus: working\nby: X\n---\n"
P1, P2 = "\n## p1 0123456789abcdef\nThe first one.\n", "\n## p2 0123456789abcdef\nThe second one.\n"
BOMB = "a: &a [x, x]\nb: [*a, *a]\n"
FILE = "translation.en.md"


def read(root: Path) -> list[Diagnostic]:
    """What reading says; anything but diagnostics goes through as the bug that it is."""
    try:
        return list(read_edition(Project(root), lambda words: None).warnings)
    except BadInput as problem:
        return list(problem.diagnostics)


def put(folder: Path, name: str, content: str | bytes) -> None:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "md:1: error[bad-translation]: the file has no head"),
        (f"{HEAD}\nText of nobody.\n{P1}", "md:7: error[bad-translation]: “Text of nobody.” stands before the first section"),
        (f"{HEAD}\n## p1 0123456789\nThe first.\n{P2}", "md:7: error[bad-translation]: “## p1 0123456789” is no head"),
        (f"{HEAD}{P1}\n### p2 0123456789abcdef\nTwo.\n", "md:10: error[bad-translation]: “### p2"),
        (f"{HEAD}{P1}\n##p2 0123456789abcdef\nTwo.\n", "md:10: error[bad-translation]: “##p2"),
        (f"{HEAD}\n## p1 0123456789ABCDEF\nThe first.\n", "md:7: error[bad-translation]"),
        (f"{HEAD}\n## two#p1 0123456789abcdef\nThe first.\n", "md:7: error[unknown-id]: the capture has no document “two”"),
        (f"{HEAD}\n## p99 0123456789abcdef\nThe first.\n", "md:7: error[unknown-id]"),
        (f"{HEAD}\n## p1 0123456789abcdef\nThe {{first.\n", "md:7: error[bad-translation]: a brace of p1 is not closed"),
        (f"{HEAD}\n## p1 0123456789abcdef\nThe {{fi{{rs}}t}}.\n", "md:7: error[bad-translation]: braces do not pair"),
        (HEAD.replace("en", "zh-Hans") + P1, "md:2: error[bad-translation]: the language “zh-Hans”"),
        (HEAD.replace("en", "fr") + P1, "md:2: error[bad-translation]: the language “fr”"),
        (HEAD.replace("X", "[1, 2]") + P1, "md:4: error[bad-translation]: “by”"),
        (HEAD.replace("X", "2025-02-30") + P1, "md:4: error[bad-translation]: “by”"),
        (HEAD.replace("working", "[working]") + P1, "md:3: error[bad-translation]: “status”"),
        (HEAD.replace("by: X", "by: X\nby: Y") + P1, "md:5: error[duplicate-key]"),
        (HEAD.replace("by: X", "bye: X") + P1, "md:4: error[unknown-key]"),
        (HEAD.replace("by: X\n", f"by: X\n{BOMB}") + P1, "error[yaml-syntax]: not valid YAML: an alias"),
        (HEAD.replace("X", "[" * 3000) + P1, "md:2: error[yaml-syntax]: not valid YAML: nested too deeply"),
        (HEAD.replace("X", '"\\ud800"') + P1, "md:4: error[no-character]"),
        (f"{HEAD}\n## p1 0123456789abcdef\nThe \x92first.\n", "md:8: error[no-character]"),
    ],
)
def test_a_translation_that_is_not_one_is_told(text: str, says: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds/one", FILE, text)
    (said,) = read(tmp_path)
    assert says in str(said)


@pytest.mark.parametrize("text", [HEAD + P1 + P2, "\ufeff" + HEAD + P1 + P2, (HEAD + P1 + P2).replace("\n", "\r\n")])
def test_a_translation_from_any_editor_s_machine_is_read(text: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds/one", FILE, text)
    assert {said.rule for said in read(tmp_path)} == {"stale-translation"}


def test_a_second_translation_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    raw = RAW + "A Title\nThe first paragraph says one thing.\nThe second paragraph says another.\n"
    write_source(tmp_path, "one", raw, "translation: en\n")
    put(tmp_path / "seeds/one", FILE, HEAD + P1 + P2)
    assert any("has another translation already" in said.sentence for said in read(tmp_path))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x80\xff", "anchors.lock:1: error[undecodable]"),
        ("hello\n", "anchors.lock:1: error[bad-lock]: “hello” is not an id and what its words are known by"),
        ("\none#p1 0123456789abcdef x\n", "anchors.lock:2: error[bad-lock]"),
        ("one#p1 0123456789abcdef\n", "anchors.lock:1: error[anchor-changed]"),
    ],
)
def test_a_lock_that_is_none_is_told(content: str | bytes, says: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds/one", "anchors.lock", content)
    assert says in str(read(tmp_path)[0])


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
@pytest.mark.parametrize("name", ["anchors.lock", FILE, "raw.txt", "source.yaml", "decisions.yaml"])
def test_what_is_no_file_is_not_read(name: str, make: Callable[[Path], None], tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    path = tmp_path / "seeds/one" / name
    path.unlink(missing_ok=True)
    make(path)
    assert read(tmp_path)[0].rule in ("unreadable", "missing-file")


@pytest.mark.parametrize("name", ["index", "n1", "h1", "p12", "edition", "duizhao", "a" * 81])
def test_names_that_the_site_has_itself_are_taken(name: str, tmp_path: Path) -> None:
    write_source(tmp_path, name, RAW, TITLE)
    assert [said.rule for said in read(tmp_path)] == ["bad-id"]


@pytest.mark.parametrize("language", ["zh-Hans-SG", "zh-Hans-MY", "zh-Hant-MO", "en-GB", "en-US"])
def test_a_language_that_is_accepted_has_its_words(language: str, tmp_path: Path) -> None:
    from build_scripts.views.wording import language_name

    write_source(tmp_path, "one", RAW, TITLE)
    path = tmp_path / "seeds/one/source.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("zh-Hans-CN", language), encoding="utf-8")
    assert not [said for said in read(tmp_path) if said.severity == "error"]
    assert all(language_name(language, tree) for tree in ("zh-Hans", "zh-Hant", "en"))


def test_links_that_go_round_and_hidden_folders(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    (tmp_path / "seeds/.git").mkdir()
    assert read(tmp_path) == []
    (tmp_path / "seeds/loop").symlink_to("loop")
    assert [str(said.place.path) for said in read(tmp_path)] == ["seeds/loop"]


FILES = ("raw.txt", "source.yaml", "decisions.yaml", "anchors.lock", FILE, "expected.txt", "layout.yaml")
GOOD = [
    RAW,
    TITLE,
    "corrections: []\n",
    "one#p1 0123456789abcdef\n",
    HEAD + P1 + P2,
    "[p1] paragraph\n",
    "structure: {heading: 3}\n",
]
BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(st.characters(codec="utf-8"), max_size=200).map(str.encode),
    st.lists(st.sampled_from([*GOOD, "---\n", "{", "[", "&a ", "*a", "!!x ", "## ", "\ufffe", "\x00"]), max_size=6).map(
        lambda parts: "".join(parts).encode()
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(name=st.sampled_from(FILES), data=BYTES, appended=st.booleans())
@example(name="source.yaml", data=b'title: {en: "\\ud800"}\n', appended=True)
@example(name="source.yaml", data=b"structure: {furniture: {pattern: '('}}\n", appended=True)
def test_any_bytes_in_any_file_of_a_seed_are_read_or_told(name: str, data: bytes, appended: bool, tmp_path_factory) -> None:
    root = tmp_path_factory.mktemp("any")
    write_source(root, "one", RAW, TITLE)
    path = root / "seeds/one" / name
    before = path.read_bytes() if appended and path.is_file() else b""
    path.write_bytes(before + data)
    if name == "raw.txt":
        source = root / "seeds/one/source.yaml"
        source.write_text(re.sub("[0-9a-f]{64}", hashlib.sha256(before + data).hexdigest(), source.read_text()))
    for said in read(root):
        assert LINE.fullmatch(str(said).splitlines()[0]) or "\n" in said.sentence
        assert said.place.path.startswith("seeds/")


@pytest.mark.parametrize("pattern", ["(a+)+$", "(.*,)*x", "(a|aa)+", "((a)+)+"])
def test_a_pattern_that_may_take_for_ever_is_told(pattern: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, f"{TITLE}structure: {{furniture: {{pattern: '{pattern}'}}}}\n")
    assert "repeats a repetition" in read(tmp_path)[0].sentence


def test_a_title_of_several_lines_is_one(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, 'title: {en: "A\\n---\\n# B"}\n')
    edition = read_edition(Project(tmp_path), lambda words: None)
    assert edition.documents[0].titles == {"en": "A --- # B"}
