"""What the proof lets a rule take out and put there, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from build_scripts.diagnostics import line_starts
from build_scripts.proof.editor import Editor
from build_scripts.proof.expected import expected_texts
from build_scripts.proof.permissions import may_remove, permissions, replacement
from build_scripts.proof.runs import Capture, check_open, check_runs
from build_scripts.text.forms import table
from tests.text.test_forms import EXAMPLES, LEFT


def removes(rule: str, text: str) -> bool:
    return may_remove(rule, f"\n{text}\n", 1, 1 + len(text))


@pytest.mark.parametrize(("rule", "form", "text"), EXAMPLES)
def test_every_form_of_the_table_may_be_taken_out(rule: str, form: str, text: str) -> None:
    for around in ("{}", " {}", "\u3000{} ", "\ufeff{}\x00"):
        assert removes(rule, around.format(text)), form


@pytest.mark.parametrize(("rule", "form", "text"), LEFT)
def test_what_no_form_takes_out(rule: str, form: str, text: str) -> None:
    assert not removes(rule, text) or form != next(iter(table()["rules"][rule]["removes"]))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("field-label", "\n来源："),
        ("field-label", " | 来源：\n作者："),
        ("field-label", "】\n【责任编辑："),
        ("note-call", "［1］［2］"),
        ("note-call", "①②"),
        ("page-number", "12\n13\n"),
        ("page-number", "— 12 —\n\n第 13 页\n"),
        ("section-label", "摘要：\n"),
        ("note-label", "[1] "),
        ("note-label", "㉑．"),
        ("line-break", "-\r\n  "),
    ],
)
def test_things_that_touch_are_each_judged(rule: str, text: str) -> None:
    assert removes(rule, text.removesuffix("\n"))
    assert may_remove(rule, f"\n{text}", 1, 1 + len(text))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("field-label", "这一句话被当作标签去掉了。"),
        ("field-label", "来源：新华网北京二零二五年四月二十五日"),
        ("layout-space", "人"),
        ("line-break", "—\n字"),
        ("note-call", "（一）"),
        ("note-label", "[1] 某某"),
        ("page-number", "12 人"),
        ("page-number", "12\n人\n13"),
        ("breadcrumb", "这一句话里没有那个符号"),
        ("bullet", "• 一"),
        ("no-character", "人\x00"),
        ("full-width", ","),
        ("because-i-say-so", " "),
    ],
)
def test_letters_are_not_taken_out_under_a_rule_of_signs(rule: str, text: str) -> None:
    assert not removes(rule, text)


def test_whole_lines_are_whole() -> None:
    raw = "一\n12\n二 13\n"
    assert may_remove("page-number", raw, 2, 5)
    assert may_remove("page-number", raw, 2, 4)
    assert not may_remove("page-number", raw, 7, 9)


@pytest.mark.parametrize(
    ("rule", "text", "becomes"),
    [
        ("full-width", ",(", "，（"),
        ("full-width", "人", None),
        ("no-character", "\ufffe\uffff", "\ufffd\ufffd"),
        ("no-character", "人", None),
        ("layout-space", "  ", " "),
        ("layout-space", "人", None),
        ("line-break", "\n", " "),
        ("page-number", "12", None),
        ("radical", "人", None),
    ],
)
def test_what_may_stand_for_what(rule: str, text: str, becomes: str | None) -> None:
    assert replacement(rule, text) == becomes


def test_a_radical_may_become_its_ideograph_alone() -> None:
    form = replacement("radical", "⼈")
    assert form and not isinstance(form, str) and form.fullmatch("人") and not form.fullmatch("入")
    for language, ideograph, other in (("zh-Hans-CN", "户", "戶"), ("zh-Hant-TW", "戶", "户")):
        form = replacement("radical", "⼾", language)
        assert form and not isinstance(form, str) and form.fullmatch(ideograph) and not form.fullmatch(other)


def a_capture(raw: str, **editor: Any) -> Capture:
    return Capture("made", raw, tuple(line_starts(raw)), Editor(**editor))


def ledger(raw: str, *runs: tuple[int, int, str | None, Mapping[str, Any] | None]) -> dict[str, Any]:
    def fate(rule: str | None, to: Mapping[str, Any] | None) -> str:
        return "kept" if rule is None else "removed" if to is None else "changed"

    listed = [{"start": a, "end": b, "fate": fate(rule, to), "rule": rule, "to": to} for a, b, rule, to in runs]
    return {"characters": len(raw), "runs": listed}


P1, P2 = {"document": "made", "block": "p1"}, {"document": "made", "block": "p2"}
N1, N2 = {"document": "made", "note": 1}, {"document": "made", "note": 2}


def test_an_editor_s_word_goes_further_than_a_form() -> None:
    raw = "正文。\nxiv 页眉\n"
    made = ledger(raw, (0, 3, None, P1), (3, 4, "line-break", None), (4, 11, "page-number", None))
    assert [problem.at for problem in check_runs(a_capture(raw), made)] == [4]
    assert not list(check_runs(a_capture(raw, named=frozenset({(2, "furniture")})), made))
    assert list(check_runs(a_capture(raw, named=frozenset({(2, "paragraph")})), made))


def test_the_message_says_what_an_editor_can_write() -> None:
    raw = "正文。\n人\n"
    made = ledger(raw, (0, 3, None, P1), (3, 4, "line-break", None), (4, 6, "page-number", None))
    (problem,) = check_runs(a_capture(raw), made)
    assert "seeds/made/source.yaml" in problem.hint and "paragraph: 2" in problem.hint


LONG = "这是一句很长的正文，" * 12 + "到这里才完。"


def taken_out(before: str, after: str) -> tuple[str, dict[str, Any]]:
    """A capture whose middle line reads like text and went as furniture, with its ledger."""
    raw = f"{before}\n{LONG}\n{after}\n"
    at, to = raw.index(LONG), raw.index(LONG) + len(LONG) + 1
    kept = [(0, at - 1, None, P1), (at - 1, at, "line-break", None)] if before else [(0, 1, "blank-line", None)]
    kept += [(at, to, "page-furniture", None)]
    rest = [(to, len(raw) - 1, None, P2), (len(raw) - 1, len(raw), "line-break", None)]
    return raw, ledger(raw, *kept, *(rest if after else [(to, len(raw), "blank-line", None)]))


def test_text_that_went_as_furniture_inside_the_body_is_an_error() -> None:
    raw, made = taken_out("正文。", "正文完。")
    (problem,) = check_open(a_capture(raw), made)
    assert (problem.severity, problem.rule) == ("error", "removed-text") and "raw lines 2" in problem.sentence
    assert "inside the body" in problem.sentence and raw[problem.at :].startswith(LONG)
    assert "seeds/made/source.yaml" in problem.hint and "“paragraph: 2”" in problem.hint and "“furniture: 2”" in problem.hint
    assert not list(check_open(a_capture(raw, named=frozenset({(2, "furniture")})), made))


@pytest.mark.parametrize(("before", "after"), [("正文。", ""), ("", "正文。"), ("标题" * 200, "")])
def test_text_that_went_as_furniture_outside_the_body_is_a_warning(before: str, after: str) -> None:
    raw, made = taken_out(before, after)
    (problem,) = check_open(a_capture(raw), made)
    assert (problem.severity, problem.rule) == ("warning", "removed-text") and "outside the body" in problem.sentence
    assert "raw lines 2" in problem.sentence and "“paragraph: 2”" in problem.hint


def test_calls_lead_to_the_notes_whose_labels_they_bear() -> None:
    raw = "一[2]二[1]三[2]\n[1]甲\n[2]乙\n"
    made = ledger(
        raw,
        *[(0, 1, None, P1), (1, 4, "note-call", None), (4, 5, None, P1), (5, 8, "note-call", None), (8, 9, None, P1)],
        *[(9, 12, "note-call", None), (12, 13, "line-break", None), (13, 16, "note-label", None), (16, 17, None, N2)],
        *[(17, 18, "line-break", None), (18, 21, "note-label", None), (21, 22, None, N1), (22, 23, "line-break", None)],
    )
    assert expected_texts(a_capture(raw), made)[("made", "p1")].plain == "一⟦1⟧二⟦2⟧三⟦1⟧"


def test_labels_that_come_again_on_each_page_pair_in_order() -> None:
    raw = "一①\n①甲\n二①\n①乙\n"
    made = ledger(
        raw,
        *[
            (0, 1, None, P1),
            (1, 2, "note-call", None),
            (2, 3, "line-break", None),
            (3, 4, "note-label", None),
            (4, 5, None, N1),
        ],
        *[(5, 6, "line-break", None), (6, 7, None, P2), (7, 8, "note-call", None), (8, 9, "line-break", None)],
        *[(9, 10, "note-label", None), (10, 11, None, N2), (11, 12, "line-break", None)],
    )
    texts = expected_texts(a_capture(raw), made)
    assert [texts[("made", name)].plain for name in ("p1", "p2")] == ["一⟦1⟧", "二⟦2⟧"]


def test_an_order_that_an_editor_gave_is_the_order_of_the_page() -> None:
    raw = "先\n后\n"
    made = ledger(raw, (0, 1, None, P1), (1, 2, "line-break", None), (2, 3, None, P1), (3, 4, "line-break", None))
    assert expected_texts(a_capture(raw), made)[("made", "p1")].plain == "先后"
    assert expected_texts(a_capture(raw, orders=((2, 1),)), made)[("made", "p1")].plain == "后先"


def test_every_rule_has_its_permission() -> None:
    assert set(permissions()) == set(table()["rules"])


def test_what_a_correction_puts_in_is_quoted_by_a_record() -> None:
    raw = "甲乙丙\n"
    made = ledger(raw, (0, 1, None, P1), (1, 2, "correction", P1), (2, 3, None, P1), (3, 4, "line-break", None))
    text = expected_texts(a_capture(raw), made)[("made", "p1")]
    assert text.holds("甲丁丙", after=("甲丁丙",)) and text.holds(f"甲{'丁' * 900}丙", after=("丁" * 900,))
    assert not text.holds("甲戊丙", after=("甲丁丙",)) and not text.holds("甲丁", after=("甲丁丙",))


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        ("第一段。</p>", "\n", True),
        ("第一段。</p> ", "<div>", True),
        ("第一段。</b>", "\n", False),
        ("第一段。", "</p>", False),
    ],
)
def test_an_element_of_its_own_lines_ends_a_line(before: str, after: str, may: bool) -> None:
    """Found by a mutated page: a headline behind the tag of a paragraph was taken out, and the proof refused it."""
    raw = f"<p>{before}某地举行会议{after}另一段"
    start = raw.index("某地")
    assert may_remove("other-headlines", raw, start, start + 6) is may


@pytest.mark.parametrize(
    ("rule", "text", "shown"),
    [("raised", "12", "¹² "), ("ligature", "ﬃ", "ffi "), ("printed-hyphen", "\xad", "- "), ("distance", "甲乙", "甲 乙 ")],
)
def test_a_space_that_distance_shows_may_stand_behind_what_a_print_changes(rule: str, text: str, shown: str) -> None:
    pattern = replacement(rule, text)
    assert isinstance(pattern, re.Pattern)
    assert pattern.fullmatch(shown) and pattern.fullmatch(shown.replace(" ", "")) and not pattern.fullmatch(shown + " ")


def test_a_raised_figure_may_stand_apart_from_what_follows() -> None:
    apart = replacement("distance", "2")
    assert isinstance(apart, re.Pattern)
    assert all(apart.fullmatch(shown) for shown in ("2", "2 ", "²", "² ")) and not apart.fullmatch("3")
