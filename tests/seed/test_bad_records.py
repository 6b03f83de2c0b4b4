"""Bad records beside a good capture: each is told with its file and line, and none is suffered, mixed or accepted in silence."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts import matching
from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.pipeline import Project, read_edition
from build_scripts.seed import located, translations
from build_scripts.store import digest_of_files
from tests.making.whole_edition import make_edition
from tests.site.test_build import write_source

RAW = "某年某事\n来源：某某网 2025-04-27\n第一段在这里，文字不长。\n第二段也在这里，文字也不长。\n"
TITLE = "title: {en: One}\n"
HEAD = "---\nlanguage: en\nstatus: draft\nby: X\n---\n"
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
        (HEAD, "md:1: error[bad-translation]: the file translates nothing"),
        (f"{HEAD}\nText of nobody.\n{P1}", "md:7: error[bad-translation]: “Text of nobody.” stands before the first section"),
        (f"{HEAD}\n## p1 0123456789\nThe first.\n{P2}", "md:7: error[bad-translation]: “## p1 0123456789” is no head"),
        (f"{HEAD}{P1}\n### p2 0123456789abcdef\nTwo.\n", "md:10: error[bad-translation]: “### p2"),
        (f"{HEAD}{P1}\n##p2 0123456789abcdef\nTwo.\n", "md:10: error[bad-translation]: “##p2"),
        (f"{HEAD}\n## p1 0123456789ABCDEF\nThe first.\n", "md:7: error[bad-translation]"),
        *(
            (f"{HEAD}{P1}\n{head}\nTwo.\n", "md:10: error[bad-translation]")
            for head in (
                "p2 0123456789abcdef",
                "**p2 0123456789abcdef**",
                "\\## p2 0123456789abcdef",
                "＃＃ p2 0123456789abcdef",
                "\u200b## p2 0123456789abcdef",
                "The first goes on.\u2028## p2 0123456789abcdef",
                "- ## one#p2 0123456789abcdef",
            )
        ),
        (f"{HEAD}\n## two#p1 0123456789abcdef\nThe first.\n", "md:7: error[unknown-id]: the capture has no document “two”"),
        (f"{HEAD}\n## p99 0123456789abcdef\nThe first.\n", "md:7: error[unknown-id]"),
        (f"{HEAD}\n## p1 0123456789abcdef\nThe {{first.\n", "md:7: error[bad-translation]: a brace of p1 is not closed"),
        (f"{HEAD}\n## p1 0123456789abcdef\nThe {{fi{{rs}}t}}.\n", "md:7: error[bad-translation]: braces do not pair"),
        (HEAD.replace("en", "zh-Hans") + P1, "md:2: error[bad-translation]: the language “zh-Hans”"),
        (HEAD.replace("en", "fr") + P1, "md:2: error[bad-translation]: the language “fr”"),
        (HEAD.replace("X", "[1, 2]") + P1, "md:4: error[bad-translation]: “by”"),
        (HEAD.replace("X", "2025-02-30") + P1, "md:4: error[bad-translation]: “by”"),
        (HEAD.replace("draft", "[draft]") + P1, "md:3: error[bad-translation]: “status”"),
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


def test_a_second_translation_stands_beside_that_of_the_capture(tmp_path: Path) -> None:
    raw = RAW + "A Title\nThe first paragraph says one thing.\nThe second paragraph says another.\n"
    write_source(tmp_path, "one", raw, "translation: en\n")
    put(tmp_path / "seeds/one", FILE, HEAD + P1 + P2)
    first, second = read_edition(Project(tmp_path), lambda step: None).document("one").translations
    assert first.captured and not second.captured and second.parts


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x80\xff", "anchors.lock:1: error[undecodable]"),
        ("hello\n", "anchors.lock:1: error[bad-lock]: “hello” is not an id and what its words are known by"),
        ("\none#p1 0123456789abcdef x\n", "anchors.lock:2: error[bad-lock]"),
        ("one#p1 0123456789abcdef\n", "anchors.lock:1: error[anchor-changed]"),
        ("", "anchors.lock:1: error[bad-lock]: the file is empty"),
        (" \n\n", "anchors.lock:1: error[bad-lock]: the file is empty"),
        ("# head\none#p1 0123456789abcdef 3 a AAA", "anchors.lock:2: error[bad-lock]: the last line breaks off"),
        (
            "# head\n" + "one#p1 0123456789abcdef\n" * 2,
            "anchors.lock:3: error[bad-lock]: “one#p1” stands twice, in line 2 and here",
        ),
    ],
)
def test_a_lock_that_is_none_is_told(content: str | bytes, says: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds/one", "anchors.lock", content)
    assert says in str(read(tmp_path)[0])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "links.lock:1: error[bad-lock]: the file is empty"),
        ("l1 a#p1 01234567 b#p1 01234567", "links.lock:1: error[bad-lock]: the last line breaks off"),
        ("l1 a#p1 01234567 b#p1 01234567\n" * 3, "links.lock:3: error[bad-lock]: “l1” stands twice"),
    ],
)
def test_a_lock_of_links_that_is_none_is_told(content: str, says: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds", "links.lock", content)
    assert says in str(read(tmp_path)[-1])


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        (
            "decisions.yaml",
            f"corrections:\n- {{where: p1, before: 一, after: 二, because: x, authority: y, count: {'9' * 5000}}}\n",
            "bad-value",
        ),
        ("layout.yaml", f"call:\n  ? '{'9' * 5000}'\n  : {{words: 一}}\n", "bad-lines"),
    ],
)
def test_a_number_that_no_computer_counts_to_is_told(name: str, text: str, rule: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds/one", name, text)
    assert [said.rule for said in read(tmp_path)] == [rule]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
@pytest.mark.parametrize("name", ["anchors.lock", FILE, "raw.txt", "source.yaml", "decisions.yaml"])
def test_what_is_no_file_is_not_read(name: str, make: Callable[[Path], None], tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    path = tmp_path / "seeds/one" / name
    path.unlink(missing_ok=True)
    make(path)
    assert read(tmp_path)[0].rule in ("unreadable", "missing-file")


@pytest.mark.parametrize("name", ["anchors.lock", FILE, "raw.txt", "source.yaml", "decisions.yaml", "../edition.yaml"])
def test_a_file_larger_than_memory_is_told_before_it_is_read(name: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    with (tmp_path / "seeds/one" / name).open("ab") as file:
        file.truncate(located.MOST_BYTES + 1)
    assert [(said.rule, said.place.line) for said in read(tmp_path)] == [("too-large", 1)]


@pytest.mark.parametrize(
    ("name", "most"), [("source.yaml", located.MOST_CHARACTERS), (FILE, translations.MOST_CHARACTERS)], ids=["record", "text"]
)
def test_a_record_of_more_than_is_read_in_time_is_told(name: str, most: int, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    with (tmp_path / "seeds/one" / name).open("a", encoding="utf-8") as file:
        file.write("# " + "字" * most)
    assert [(said.rule, said.place.line) for said in read(tmp_path)] == [("too-large", 1)]


@pytest.mark.parametrize("name", ["raw.txt", "expected.txt"])
def test_a_file_larger_than_a_disk_is_not_read_to_know_whether_it_changed(name: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    path = tmp_path / "seeds/one" / name
    path.touch()
    os.truncate(path, 2**40)  # with nothing on the disk: to read it would take hours
    found = digest_of_files([path], tmp_path)
    os.truncate(path, 2**40 - 1)
    assert digest_of_files([path], tmp_path) != found
    assert [said.rule for said in read(tmp_path)] == (["too-large"] if name == "raw.txt" else [])


@pytest.mark.parametrize("name", ["index", "n1", "h1", "p12", "edition", "duizhao", "a" * 81])
def test_names_that_the_site_has_itself_are_taken(name: str, tmp_path: Path) -> None:
    write_source(tmp_path, name, RAW, TITLE)
    assert [said.rule for said in read(tmp_path)] == ["bad-id"]


def test_an_id_that_no_folder_can_have_is_told_with_its_line(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    record = tmp_path / "seeds/one/source.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("id: one", f"id: {'x' * 300}"), encoding="utf-8")
    (said,) = read(tmp_path)
    assert (said.place.path, said.rule) == ("seeds/one/source.yaml", "bad-id")


@pytest.mark.parametrize("language", ["zh-Hans-SG", "zh-Hans-MY", "zh-Hant-MO", "en-GB", "en-US"])
def test_a_language_that_is_accepted_has_its_words(language: str, tmp_path: Path) -> None:
    from build_scripts.views.wording import language_name

    write_source(tmp_path, "one", RAW, TITLE)
    path = tmp_path / "seeds/one/source.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("zh-Hans-CN", language), encoding="utf-8")
    assert not [said for said in read(tmp_path) if said.severity == "error"]
    assert all(language_name(language, tree) for tree in ("zh-Hans", "zh-Hant", "en"))


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # the whole path may be longer than that of a socket may be


def _device(path: Path) -> None:
    path.symlink_to("/dev/null")


@pytest.mark.parametrize("make", [os.mkfifo, _socket, _device])
def test_a_seed_folder_that_is_none_is_told(make: Callable[[Path], None], tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    make(tmp_path / "seeds/two")
    assert [(said.place.path, said.rule) for said in read(tmp_path)] == [("seeds/two", "unreadable")]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("seeds/glosary.yaml", "glossary.yaml"),
        ("seeds/Edition.yaml", "edition.yaml"),
        ("seeds/people.yaml", ""),
        ("seeds/link.lock", "links.lock"),
        ("seeds/one/decision.yaml", "decisions.yaml"),
        ("seeds/one/decisions.yml", "decisions.yaml"),
        ("seeds/one/decisions.yaml.txt", "decisions.yaml"),
        ("seeds/one/translation.en.txt", "translation.en.md"),
        ("seeds/one/raw.text", "raw.txt"),
    ],
)
def test_a_file_of_a_mistaken_name_is_told(name: str, near: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    (tmp_path / name).write_text("", encoding="utf-8")
    (said,) = read(tmp_path)
    assert (said.place.path, said.rule, said.severity) == (name, "unknown-file", "warning")
    assert said.hint.endswith(near)


def test_what_nobody_takes_for_a_record_is_let_lie(tmp_path: Path) -> None:
    make_edition(tmp_path / "whole")
    for name in (
        "README.md",
        "notes.txt",
        "one.png",
        "lighthouse/decisions.yaml~",
        "lighthouse/.raw.txt.swp",
        "lighthouse/a.orig",
    ):
        (tmp_path / "whole/seeds" / name).write_text("", encoding="utf-8")
    assert not [each for each in read(tmp_path / "whole") if each.rule == "unknown-file"]


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("corrections:\n- {where: p1, before: 一, after: 二, because: {}, authority: x}\n", "error[bad-value]"),
        ("corrections:\n- {where: p1, before: 一, after: 二, because: x, authority: {}}\n", "error[bad-value]"),
        ("marks:\n- {where: p1, words: '', role: label, because: x}\n", "error[bad-value]: “marks.0.words” must be a text"),
        ("marks:\n- {where: p1, words: , role: label, because: x}\n", "error[bad-value]: “marks.0.words” must be a text"),
        (
            "links:\n- {from: p1, words: 第一段, to: p1, to-words: 段在这里, type: echo, because: x}\n",
            "error[decision-mismatch]: one#p1 would lead to its own words there",
        ),
    ],
)
def test_a_decision_that_decides_nothing_is_told(entry: str, says: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds/one", "decisions.yaml", entry)
    (said,) = read(tmp_path)
    assert f"seeds/one/decisions.yaml:2: {says}" in str(said)


def test_a_change_of_a_paragraph_that_was_never_there_is_told(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    change = "- {ids: [one, one#p1, one#p7, gone#p1], words: {en: Mended.}}"
    releases = f"releases:\n- version: first\n  date: 2031-05-21\n  changes:\n  {change}\n"
    put(tmp_path / "seeds", "changes.yaml", releases)
    assert [f"{each.place.line} {each.sentence}" for each in read(tmp_path)] == [
        "5 “one” has no paragraph or note “p7” and never had"
    ]


@pytest.mark.parametrize("address", ["https://example.org/?a=b", "https://example.org/#a", "https://me:word@example.org/"])
def test_an_address_to_which_no_name_of_a_page_can_be_added_is_told(address: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    put(tmp_path / "seeds", "edition.yaml", f"address: '{address}'\n")
    assert "edition.yaml:1: error[bad-url]" in str(read(tmp_path)[0])


def test_links_that_go_round_and_hidden_folders(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    (tmp_path / "seeds/.git").mkdir()
    assert read(tmp_path) == []
    (tmp_path / "seeds/loop").symlink_to("loop")
    assert [str(said.place.path) for said in read(tmp_path)] == ["seeds/loop"]


@pytest.mark.parametrize("name", ["one", "one/raw.txt", "one/translation.en.md", "names.yaml"])
def test_a_link_that_leads_out_of_the_edition_is_told(name: str, tmp_path: Path) -> None:
    write_source(tmp_path / "project", "one", RAW, TITLE)
    here, elsewhere = tmp_path / "project/seeds" / name, tmp_path / "elsewhere"
    if here.exists():
        here.rename(elsewhere)
    else:
        elsewhere.write_text("[]\n", encoding="utf-8")
    here.symlink_to(elsewhere)
    assert [(said.place.path, said.rule) for said in read(tmp_path / "project")] == [(f"seeds/{name}", "unreadable")]


def test_links_inside_the_project_are_followed(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, TITLE)
    (tmp_path / "seeds/one/raw.txt").rename(tmp_path / "kept")
    (tmp_path / "seeds/one/raw.txt").symlink_to("../../kept")
    (tmp_path / "seeds/one").rename(tmp_path / "seeds/.one")
    (tmp_path / "seeds/one").symlink_to(".one")
    assert read(tmp_path) == []


@pytest.mark.parametrize("pattern", ["(a+)+$", "(.*,)*x", "(a|aa)+", "((a)+)+"])
def test_a_pattern_that_may_take_for_ever_is_told(pattern: str, tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, f"{TITLE}structure: {{furniture: {{pattern: '{pattern}'}}}}\n")
    assert "repeats a repetition" in read(tmp_path)[0].sentence


def test_a_title_of_several_lines_is_one(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, 'title: {en: "A\\n---\\n# B"}\n')
    edition = read_edition(Project(tmp_path), lambda words: None)
    assert edition.documents[0].titles == {"en": "A --- # B"}


@pytest.mark.parametrize("pattern", ["(a?){29}a{29}b", "a*a*a*b"])
def test_a_pattern_that_takes_for_ever_is_given_up(pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching.numbers_matching, "__defaults__", (0.2,))
    write_source(tmp_path, "one", f"{RAW}{'a' * 3000}\n", f"{TITLE}structure: {{furniture: {{pattern: '{pattern}'}}}}\n")
    assert "takes longer than can be waited for" in read(tmp_path)[0].sentence


def test_a_pattern_with_an_impossible_number_is_told(tmp_path: Path) -> None:
    write_source(tmp_path, "one", RAW, f"{TITLE}structure: {{furniture: {{pattern: 'x{{99999999999999}}'}}}}\n")
    assert "is not a regular expression" in read(tmp_path)[0].sentence
