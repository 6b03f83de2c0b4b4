"""The settings of an edition: what is wrong with them is said with file and line, and what they leave out is plain."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from build_scripts.diagnostics import BadInput, Report
from build_scripts.edition.glossary import read_terms
from build_scripts.edition.names import general_names, read_names
from build_scripts.render.trees import _check_switch
from build_scripts.seed.catalogue import read_catalogue
from build_scripts.seed.settings import plain_settings, read_settings
from build_scripts.views.wording import check_wording, say
from build_scripts.writers.root.icon import PLAIN, icon
from tests.site.test_build import write_source

KINDS = "kinds:\n  letter:\n    role: base\n    name: {en: Letter}\n"
BAD = {
    "an unknown key": ("nmae: {en: A}\n", 1, "unknown-key", "“name”"),
    "an unknown key of a kind": (KINDS + "    colour: red\n", 5, "unknown-key", "“role”"),
    "a kind without a name": ("kinds:\n  letter: {role: base}\n", 2, "missing-key", "name"),
    "a role that there is not": ("kinds:\n  letter: {role: main, name: {en: Letter}}\n", 2, "bad-value", "base, news"),
    "the name of a file that leads elsewhere": ("file: ../../x\n", 1, "bad-id", "lower-case"),
    "the name of a kind that no file can have": (f"kinds:\n  {'a' * 300}: {{name: {{en: A}}}}\n", 2, "bad-id", "at most"),
    "the name of a kind": ("kinds:\n  Big Letter: {name: {en: Letter}}\n", 2, "bad-id", "lower-case"),
    "words without a language": ("name: A book\n", 1, "bad-value", "zh-Hans"),
    "a language that there is not": ("name: {english: A book}\n", 1, "unknown-key", "“en”"),
    "a tree that nobody has words for": ("trees: [en, fr]\n", 1, "unknown-language", "zh-Hans"),
    "paper for a tree that is not there": ("trees: [zh-Hans]\nletter: [en]\n", 2, "unknown-language", "zh-Hans"),
    "an accent that is no colour": ("accent: {light: red, dark: '#ff0000'}\n", 1, "bad-value", "#bf3419"),
    "a mark that is no outline": ("mark: {ink: 'M0 0', accent: '\"><script>'}\n", 1, "bad-value", "M5"),
    "a mark of one colour": ("mark: {ink: M5 3h5v5H5z}\n", 1, "bad-value", "M5"),
    "a start without words": ("start:\n  - {document: a}\n", 2, "missing-key", "words"),
    "a list": ("- a\n", 1, "yaml-syntax", ""),
}


@pytest.mark.parametrize(("text", "line", "rule", "hint"), BAD.values(), ids=BAD.keys())
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, rule: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_settings(tmp_path)
    (found,) = caught.value.diagnostics
    assert (found.place.path, found.place.line, found.rule) == ("seeds/edition.yaml", line, rule)
    assert hint in found.hint


def test_a_project_without_settings_has_the_plain_ones(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings is plain_settings()
    assert [tree for tree in settings.trees] == ["zh-Hans", "zh-Hant", "en"]
    assert all(say(key, tree) for key in ("site", "tagline", "rights-text", "kind-news") for tree in settings.trees)
    assert not list(check_wording(settings))


def test_what_is_left_out_is_plain_and_kinds_are_those_given(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text("name: {zh-Hans: 书信集}\ntrees: [zh-Hant, en]\n" + KINDS, encoding="utf-8")
    settings = read_settings(tmp_path)
    hant, english = settings.trees
    assert (say("site", hant), say("site", english)) == ("書信集", "书信集")
    assert say("kind-letter", hant) == "Letter"
    assert say("tagline", english) == say("tagline", plain_settings().trees[2])
    assert [(kind.id, kind.base) for kind in settings.kinds] == [("letter", True)]


def test_the_base_can_be_named_by_document(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text("base: [second]\n" + KINDS, encoding="utf-8")
    settings = read_settings(tmp_path)
    assert [settings.kind("letter", name).base for name in ("first", "second")] == [False, True]


@pytest.mark.parametrize(
    ("text", "rule", "sentence"),
    [
        ("glosary: {en: Words}\n", "unknown-key", "unknown key “glosary”"),
        ("site: {en: A}\n", "unknown-key", "“site” is not said here"),
        ("search-count: {en: found}\n", "bad-value", "needs 1 times “{}”"),
        ("search-count: {en: '{} found {'}\n", "bad-value", "needs 1 times “{}”, for what is filled in, and has a lone “{”"),
        ("glossary: {en: <b>Words</b>}\n", "bad-value", "no markup stands in it"),
        ("glossary: {en: 'Words {x}'}\n", "bad-value", "has a lone “{”"),
    ],
)
def test_wording_that_does_nothing_or_too_little(text: str, rule: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "wording.yaml").write_text("# words\n" + text, encoding="utf-8")
    (found,) = check_wording(read_settings(tmp_path))
    assert (found.place.path, found.place.line, found.rule) == ("seeds/wording.yaml", 2, rule)
    assert sentence in found.sentence


def test_wording_is_said_in_its_tree_only(tmp_path: Path) -> None:
    (tmp_path / "wording.yaml").write_text("glossary: {en: Words}\n", encoding="utf-8")
    hans, _, english = read_settings(tmp_path).trees
    assert (say("glossary", english), say("glossary", hans)) == ("Words", "术语表")


def test_names_of_the_edition_go_before_what_the_program_knows(tmp_path: Path) -> None:
    assert read_names(tmp_path) == general_names()
    (tmp_path / "names.yaml").write_text("- {zh: [英國], en: [Albion]}\n", encoding="utf-8")
    first, *others = read_names(tmp_path)
    assert (first.chinese, first.english) == (("英国",), ("Albion",))
    assert len(others) == len(general_names()) - 1


def test_countries_are_known_by_their_usual_forms(tmp_path: Path) -> None:
    forms = {form: name.english for name in general_names() for form in name.chinese}
    assert {"Britain", "British", "UK"} <= set(forms["英国"])
    assert {"Vietnam", "Vietnamese"} <= set(forms["越南"])


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        ("names.yaml", "- {zh: 甲, en: [A]}\n", "bad-value"),
        ("names.yaml", "- {zh: [甲], eng: [A]}\n", "unknown-key"),
        ("glossary.yaml", "- {zh-Hans: 甲, en: A}\n", "missing-key"),
        ("glossary.yaml", "a: b\n", "yaml-syntax"),
    ],
)
def test_lists_that_are_wrong(file: str, text: str, rule: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_names(tmp_path) if file.startswith("names") else read_terms(tmp_path)
    assert caught.value.diagnostics[0].rule == rule


def test_an_edition_has_its_own_icon_in_its_own_colours(tmp_path: Path) -> None:
    given = "accent: {light: '#123456', dark: '#abcdef'}\nmark: {ink: M1 1h9v9z, accent: M2 2h3v3z}\n"
    (tmp_path / "edition.yaml").write_text(given, encoding="utf-8")
    text = icon(read_settings(tmp_path))
    assert all(each in text for each in ("#123456", "#abcdef", 'd="M1 1h9v9z"', 'class="red" d="M2 2h3v3z"'))
    assert "#bf3419" not in text and text.count("<path") == 2
    assert icon(plain_settings()) == PLAIN.read_text(encoding="utf-8")


def test_a_tree_that_no_page_would_lead_to_is_told() -> None:
    config = "extra:\n  alternate:\n    - {lang: zh-Hant-HK}\n    - {lang: en}\n"
    for tree, told in (("en", False), ("zh-Hant-HK", False), ("zh-Hant", True)):
        with pytest.raises(BadInput) if told else nullcontext() as caught:
            _check_switch(config, [tree])
        assert not told or "mkdocs.yml:2: error[render-failed]: “alternate” has no entry for the tree “zh-Hant”" in str(
            caught.value
        )


def test_the_files_of_the_edition_take_no_name_of_a_document(tmp_path: Path) -> None:
    write_source(tmp_path, "one", "某年某事\n第一段在这里，文字不长。\n", "title: {en: One}\n")
    (tmp_path / "seeds/edition.yaml").write_text("name: {en: A}\nfile: one\n", encoding="utf-8")
    report = Report()
    read_catalogue(tmp_path / "seeds", report, read_settings(tmp_path / "seeds"))
    assert [(each.rule, each.hint) for each in report.found] == [("duplicate-id", "see seeds/edition.yaml:2")]
