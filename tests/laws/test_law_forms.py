"""Every form of every rule of the table, through a reader and the passes to the proof, which is told nothing of an editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.edition.ledger import make_ledger
from build_scripts.model import NoteStyle, Source, Witness
from build_scripts.passes import clean
from build_scripts.readers import READERS
from build_scripts.roles import Given, Role
from build_scripts.text.forms import marks, table
from tests.proving import unproven

RULES = table()["rules"]
EXAMPLES = [
    (rule, form, text) for rule, each in RULES.items() for form, texts in each.get("examples", {}).items() for text in texts
]
HEAD, BODY = "某地举行会议讨论标准\n", "会议今天在某地举行，各方代表讨论了标准，并且征求意见。\n"
LIST = "注释\n{0} 某甲：《论标准》，第7页。\n{1} 某乙：《论伦理》，第8页。\n"
# For each rule the reader, the role that an editor gives to the second line, and that line with the form in it.
LINES: dict[str, tuple[str, Role | None, str]] = {
    "line-break": ("journal-article", None, "会议今天在某地举行，各方代表讨论了{}标准，并且征求意见。"),
    "layout-space": ("web-page", None, "会议今天在某地举行，{}各方代表讨论了标准。"),
    "letter-spacing": ("web-page", None, "会 议 今 天 在 某 地 举 行 讨 论 标 准。"),
    "blank-line": ("web-page", None, "{}"),
    "no-character": ("web-page", None, "会议今天在某地{}举行，各方代表讨论了标准。"),
    "bullet": ("web-page", Role.ITEM, "{} 要点之一是尽早制定标准。"),
    "caption-mark": ("web-page", Role.CAPTION, "{} 会议现场的情形"),
    "section-label": ("journal-article", None, "{}本文讨论治理的标准及其意义。"),
    "page-number": ("web-page", Role.PAGE_NUMBER, "{}"),
    "breadcrumb": ("web-page", Role.BREADCRUMB, "{}"),
    "site-appeal": ("web-page", Role.FURNITURE, "{}"),
    "markup": ("web-page", None, "<p>会议</p><p>今天在某地<b>举行</b>，{}讨论了标准。</p>"),
    "entity": ("web-page", None, "<p>会议今天在&{}某地举行</p>，<p>各方代表讨论了<b>标准</b>。</p>"),
}
FIELD_LINES = {
    "separator": "2025-04-25{}某某日报",
    "label": "{}某某日报",
    "byline": "{}王小明",
    "since": "{}2025-04-25",
    "other-title": "（{}：另一个标题）",
    "reporter": "{}王小明",
    "weekday": "2025年4月25日 {}",
    "day-in-brackets": "2025年4月25日{} 10:20",
    "report": "记者王小明／台北{}",
    "clock": "2025年4月25日 {}",
    "editor": "2025年4月25日 {} 王小明",
    "author-end": "作者：王小明 {}",
}
ELSEWHERE = {"note-call", "note-label", "notes-heading", "field-label"}


def through(source_of: Callable[..., Source], reader: str, raw: str, *roles: Given, style: NoteStyle | None = None) -> Witness:
    """What a reader and the passes make of a capture; the proof must hold though it knows of no editor."""
    source = replace(source_of(raw, reader), roles=roles, note_style=style or NoteStyle())
    witness = READERS[reader].read(source, raw)
    witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    assert unproven(witness) == []
    return witness


def rules_of(witness: Witness) -> set[str]:
    return set(make_ledger(witness).rules)


def test_every_rule_that_has_forms_is_tried() -> None:
    assert {rule for rule, each in RULES.items() if each.get("removes")} == {*LINES, *ELSEWHERE}
    assert set(RULES["field-label"]["removes"]) == set(FIELD_LINES)


@pytest.mark.parametrize(("rule", "form", "text"), EXAMPLES)
def test_a_form_is_taken_out_and_proven(rule: str, form: str, text: str, source_of: Callable[..., Source]) -> None:
    if rule == "notes-heading":
        raw = HEAD + BODY.replace("标准", "标准[1]") + text + "\n[1] 某甲：《论标准》，第7页。\n"
        witness = through(source_of, "web-page", raw)
    elif rule == "field-label":
        role = Role.TITLE if form == "other-title" else Role.DATELINE
        raw = HEAD + FIELD_LINES[form].format(text) + "\n" + BODY
        witness = through(source_of, "web-page", raw, Given(role, "structure", 2, 2))
    else:
        reader, given, line = LINES[rule]
        given = Role(form) if rule == "section-label" else given
        below = "一、引言\n" if rule == "section-label" else ""
        raw = HEAD + line.format(text) + "\n" + below + BODY
        roles = (Given(given, "structure", 2, 2),) if given else ()
        witness = through(source_of, reader, raw, *roles)
    assert rule in rules_of(witness) or rule in ("markup", "layout-space", "line-break")


SHOWN: dict[str, tuple[Any, Any]] = {
    "wide": ("［1］", "［2］"), "square": ("[1]", "[2]"), "hollow": ("〔1〕", "〔2〕"), "lenticular": ("【1】", "【2】"),
    "named": ("[注1]", "[注2]"), "circled": ("①", "②"), "superscript": ("¹", "²"), "star": ("*", "**"),
    "round": ("(1)", "(2)"), "bare": ("1", "2"), "caret": ("[^1]", "[^2]"), "counted": ("〔一〕", "〔二〕"),
}  # fmt: skip


@pytest.mark.parametrize("reader", ["web-page", "journal-article"])
@pytest.mark.parametrize("mark", [mark.name for mark in marks()])
def test_notes_of_every_mark_are_taken_out_and_proven(mark: str, reader: str, source_of: Callable[..., Source]) -> None:
    one, two = SHOWN[mark]
    raw = f"{HEAD}会议今天在某地举行，各方代表讨论了标准{one}，并且征求意见{two}。\n{BODY}{LIST.format(one, two)}"
    style = NoteStyle(mark=mark, place="end")
    (document,) = through(source_of, reader, raw, style=style).documents
    assert [note.text.text for note in document.notes] == ["某甲：《论标准》，第7页。", "某乙：《论伦理》，第8页。"]
    assert [number for block in document.blocks for _, number in document.calls_in(block)] == [1, 2]
