"""Each function of `text/` touches only what its rule is about, and finds nothing more to do in its own output."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.passes import texts
from build_scripts.text import joining, punctuation, spacing
from build_scripts.text.characters import CONTROL, LINE_END, SPACE, ZERO_WIDTH, bare, closes_sentence, width
from build_scripts.text.scripts import to_script
from build_scripts.traced import Edit, capture

ALPHABET = "人工智能国國 　\n\r\fAIa1.,:;?!()，。「」『』“”‘’…—·-%《》\u200b\ufeff\x00é𠀀"
TEXT = st.one_of(st.text(alphabet=ALPHABET, max_size=40), st.text(max_size=20))
FUNCTIONS = (
    spacing.drop_invisible,
    spacing.close_letter_spacing,
    joining.join_lines,
    spacing.close_gaps,
    punctuation.widen_brackets,
    punctuation.widen_points,
)
BLANK = f" {SPACE}{LINE_END}"


def apply(find, text: str) -> str:
    return capture(text).edit(find(text)).text


@pytest.mark.parametrize("find", FUNCTIONS, ids=lambda find: find.__name__)
@given(text=TEXT)
@example(text="人((工)智)能")
@example(text="人 “ 工”")
@example(text="a -\nb")
def test_a_second_time_does_nothing(find, text: str) -> None:
    once = apply(find, text)
    assert apply(find, once) == once


def removed_and_changed(edits: list[Edit], text: str) -> list[tuple[str, str]]:
    return [(text[edit.start : edit.end], edit.replacement) for edit in edits]


@given(TEXT)
def test_invisible_characters_alone_are_dropped(text: str) -> None:
    for old, new in removed_and_changed(spacing.drop_invisible(text), text):
        assert new == "" and not old.isprintable() and "\n" not in old and " " not in old


@given(TEXT)
def test_letter_spacing_is_spaces(text: str) -> None:
    assert all(pair == (" ", "") for pair in removed_and_changed(spacing.close_letter_spacing(text), text))


@given(TEXT)
def test_joining_takes_line_breaks_and_the_spaces_around_them(text: str) -> None:
    for old, new in removed_and_changed(joining.join_lines(text), text):
        assert new in ("", " ") and old.lstrip("-\xad\u2010").strip() == "" and any(char in LINE_END for char in old)
    assert not any(char in LINE_END for char in apply(joining.join_lines, text))


@given(TEXT)
def test_gaps_are_spaces_and_words_stay_apart(text: str) -> None:
    for old, new in removed_and_changed(spacing.close_gaps(text), text):
        assert new in ("", " ") and old.strip() == ""
    after = apply(spacing.close_gaps, text)
    assert "".join(after.split()) == "".join(text.split())
    assert "  " not in after


@given(st.lists(st.text(alphabet="abcXYZ019,.", min_size=1, max_size=6), max_size=6))
def test_latin_words_keep_their_spaces(words: list[str]) -> None:
    assert spacing.close_gaps(" ".join(words)) == []


@given(TEXT)
def test_widening_changes_the_form_of_punctuation_only(text: str) -> None:
    for find in (punctuation.widen_brackets, punctuation.widen_points):
        for old, new in removed_and_changed(find(text), text):
            assert punctuation.WIDE[old] == new


@given(st.text(alphabet="abc XYZ019,.:;?!()", max_size=30))
def test_latin_text_is_not_widened(text: str) -> None:
    assert punctuation.widen_brackets(text) == punctuation.widen_points(text) == []


@given(TEXT)
def test_brackets_change_in_pairs(text: str) -> None:
    edits = punctuation.widen_brackets(text)
    assert sum(edit.replacement == "（" for edit in edits) == sum(edit.replacement == "）" for edit in edits)


@given(TEXT)
@example("能, AI")
@example("人\u200b工")
def test_cleaning_a_clean_text_does_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(char in CONTROL + ZERO_WIDTH + LINE_END for char in once if char not in "-")


def clean(text: str) -> str:
    for find in (
        spacing.replace_no_characters,
        spacing.drop_invisible,
        spacing.close_letter_spacing,
        joining.join_lines,
        spacing.close_gaps,
        punctuation.widen_brackets,
        punctuation.widen_points,
        spacing.close_gaps,
    ):
        text = apply(find, text)
    return text


@given(TEXT)
def test_appeals_are_whole_words(text: str) -> None:
    for match in texts.APPEAL.finditer(text):
        assert not text[match.end() : match.end() + 1].strip()


@given(TEXT)
def test_bare_is_the_text_without_its_edges(text: str) -> None:
    words = bare(text)
    assert words in text and bare(words) == words
    assert width(text) == width(words) >= len(words) / 2
    assert closes_sentence(text.rstrip()) == closes_sentence(text)


@given(st.text(alphabet="人工智能軟體软件國国著着裡里", max_size=20), st.sampled_from(["zh-Hans", "zh-Hant"]))
def test_a_change_of_script_keeps_the_length(text: str, tree: str) -> None:
    other = {"zh-Hans": "zh-Hant-TW", "zh-Hant": "zh-Hans-CN"}[tree]
    assert len(to_script(text, other, tree)) == len(text)
    assert to_script(text, tree, tree) == text
