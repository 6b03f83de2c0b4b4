"""The table of forms: every example is of its form, and what a form must leave is not."""

from __future__ import annotations

import pytest

from build_scripts.diagnostics import rule_table
from build_scripts.text.forms import marks, pattern, table
from build_scripts.text.lexicon import lexicon
from build_scripts.text.lexicon import words as listed

RULES = table()["rules"]
EXAMPLES = [
    (rule, form, text) for rule, each in RULES.items() for form, texts in each.get("examples", {}).items() for text in texts
]
LEFT = [(rule, form, text) for rule, each in RULES.items() for form, texts in each.get("not", {}).items() for text in texts]


@pytest.mark.parametrize(("rule", "form", "text"), EXAMPLES)
def test_an_example_is_of_its_form(rule: str, form: str, text: str) -> None:
    found = pattern(rule, form)
    assert found.fullmatch(text) or found.fullmatch(text.strip())


@pytest.mark.parametrize(("rule", "form", "text"), LEFT)
def test_what_a_form_must_leave(rule: str, form: str, text: str) -> None:
    assert not pattern(rule, form).fullmatch(text)


def test_the_table_has_every_edit_rule_and_no_other() -> None:
    assert set(RULES) == set(rule_table()["edits"])


@pytest.mark.parametrize(("words", "form"), [("abstract", "abstract"), ("keywords", "keywords")])
def test_every_label_that_a_reader_takes_for_one_may_be_removed(words: str, form: str) -> None:
    labels = listed(lexicon("articles")[words])
    assert [label for label in labels if not pattern("section-label", form).fullmatch(f"{label}：")] == []


def test_every_form_has_an_example() -> None:
    without = {
        (rule, form) for rule, each in RULES.items() for form in each.get("removes", {}) if form not in each.get("examples", {})
    }
    assert without == {("note-call", "mark"), ("note-label", "mark")}


@pytest.mark.parametrize(
    "mark", ["［1］", "[2,3]", "[2-4]", "〔1〕", "(1)", "（12）", "①", "㉑", "㊿", "¹²", "*", "**", "[注1]", "3", "〔十二〕"]
)
def test_how_prints_call_notes(mark: str) -> None:
    assert any(each.call.fullmatch(mark) for each in marks())
    assert pattern("note-call").fullmatch(mark)


@pytest.mark.parametrize("text", ["[a]", "［二〇二五］", "（一）", "1234", "[1"])
def test_what_calls_no_note(text: str) -> None:
    assert not pattern("note-call").fullmatch(text)
