"""What each rule may take out of a capture and put there: the table of forms, read without the code that readers use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from build_scripts.diagnostics import LINE_END
from build_scripts.tables import read_table

TABLE = Path(__file__).parents[1] / "forms.yaml"
RADICAL, IDEOGRAPH = re.compile("[\u2e80-\u2fdf]+"), "[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
SIMPLIFIED = {"\u2f3e": "\u6237", "\u2fad": "\u9752", "\u2fc8": "\u9ec4"}
FIGURES, RAISED = re.compile("[0-9,，-]+"), str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
LIGATURES = re.compile("[\ufb00-\ufb06]+")
PRINTABLE_ASCII = re.compile("[!-~]+")
NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(17)) + "]+"
)
ENTITIES = re.compile(r"(?:&(?:[A-Za-z][A-Za-z0-9]{1,20}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)+")
# In a capture that holds HTML a line ends where an element does that a browser sets on lines of its own.
OF_LINES = "p|div|br|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|tr|figure|figcaption|section|article|header|footer|main"
TAG = rf"</?(?:{OF_LINES})\b[^<>\n]*>"
BEHIND_TAG, BEFORE_TAG = re.compile(rf"{TAG}[ \t]*\Z", re.IGNORECASE), re.compile(rf"[ \t]*{TAG}", re.IGNORECASE)
LONGEST_TAG = 500
ANYTHING = re.compile("(?s:.+?)")  # what a correction puts in; it is held against the record


@dataclass(frozen=True, slots=True)
class Permission:
    """What one rule may do: `removes` matches one thing that it takes out, `becomes` is what may stand there instead.

    `lines`: whole lines only. `open`: no form tells what it takes out.
    """

    removes: re.Pattern[str] | None
    becomes: str
    lines: bool
    open: bool


@cache
def permissions() -> dict[str, Permission]:
    """Every rule of the table."""
    data = read_table(TABLE)
    return {name: _permission(data, rule) for name, rule in data["rules"].items()}


@cache
def blank() -> re.Pattern[str]:
    """What may stand around a thing that is taken out: white space and what prints nothing."""
    data = read_table(TABLE)
    return re.compile(f"(?:{data['parts']['blank']}|{data['parts']['control']})*")


def _permission(data: Mapping[str, Any], rule: Mapping[str, Any]) -> Permission:
    forms = [_whole(data, form) for form in rule.get("removes", {}).values()]
    removes = re.compile("|".join(f"(?:{form})" for form in forms)) if forms else None
    return Permission(removes, rule.get("becomes", ""), rule.get("lines", False), rule.get("open", False))


def _whole(data: Mapping[str, Any], form: str) -> str:
    """The form with its parts in their places."""
    while match := re.search(r"\{([a-z][a-z-]*)\}", form):
        name = match[1]
        marks = "|".join(f"(?:{mark.get(name, mark['call'])})" for mark in data["marks"].values())
        part = marks if name in ("call", "label") else data["parts"][name]
        form = f"{form[: match.start()]}(?:{part}){form[match.end() :]}"
    return form


def may_remove(rule: str, raw: str, start: int, end: int) -> bool:
    """Whether a rule may take out `[start, end)` of a capture, in code points: one thing of its forms after another."""
    permission = permissions().get(rule)
    if not permission:
        return False
    if permission.open:
        return not permission.lines or are_whole_lines(raw, start, end)
    if not permission.removes:
        return False
    if permission.lines:
        return are_whole_lines(raw, start, end) and all(
            _is_one(permission.removes, raw, *line) for line in lines_of(raw, start, end)
        )
    return _is_several(permission.removes, raw, start, end)


def _is_one(form: re.Pattern[str], raw: str, start: int, end: int) -> bool:
    """Whether a line is blank or, blanks aside, of the form."""
    start = _after_blank(raw, start, end)
    while end > start and blank().fullmatch(raw[end - 1]):
        end -= 1
    return start == end or bool(form.fullmatch(raw, start, end))


def _is_several(form: re.Pattern[str], raw: str, start: int, end: int) -> bool:
    at = _after_blank(raw, start, end)
    while at < end:
        match = form.match(raw, at, end)
        if not match or match.end() == at:
            return False
        at = _after_blank(raw, match.end(), end)
    return True


def _after_blank(raw: str, start: int, end: int) -> int:
    match = blank().match(raw, start, end)
    return match.end() if match else start


def lines_of(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of `[start, end)` between line ends, without these."""
    for match in LINE_END.finditer(raw, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def are_whole_lines(raw: str, start: int, end: int) -> bool:
    """Whether nothing but blanks stands before and after `[start, end)` on its first and its last line."""
    begins = _blank_to_line_end(raw, start, -1) or bool(BEHIND_TAG.search(raw, max(0, start - LONGEST_TAG), start))
    return begins and (_ends_line(raw, end) or _blank_to_line_end(raw, end, 1) or bool(BEFORE_TAG.match(raw, end)))


def _ends_line(raw: str, end: int) -> bool:
    return end > 0 and bool(LINE_END.fullmatch(raw[end - 1]))


def _blank_to_line_end(raw: str, at: int, step: int) -> bool:
    place = at if step > 0 else at - 1
    while 0 <= place < len(raw) and not LINE_END.fullmatch(raw[place]):
        if not blank().fullmatch(raw[place]):
            return False
        place += step
    return True


# What a print changes character by character, where the next one may stand apart: one run of the ledger then says both.
OF_PRINTS = frozenset({"distance", "ligature", "printed-hyphen", "raised", "radical"})


def replacement(rule: str, text: str, language: str = "") -> str | re.Pattern[str] | None:
    """What must stand where a rule changed `text`: a text, or a pattern for it; None where the rule may not change it. It may
    depend on the language of the capture.
    """
    permission = permissions().get(rule)
    if not permission or not permission.becomes:
        return None
    if permission.becomes == "each":
        return _each_apart(rule, text, language) if rule in OF_PRINTS else _each(rule, text, language)
    if permission.becomes == "any":
        return ANYTHING
    return permission.becomes if permission.removes and _is_several(permission.removes, text, 0, len(text)) else None


def _each_apart(rule: str, text: str, language: str) -> re.Pattern[str] | None:
    """Each character as the rule changes it, behind which a space may stand that only distance shows."""
    found = [_each(rule, char, language) for char in text]
    patterns = [each.pattern if isinstance(each, re.Pattern) else re.escape(each) for each in found if each is not None]
    return re.compile("".join(f"{pattern} ?" for pattern in patterns)) if len(patterns) == len(text) else None


def _each(rule: str, text: str, language: str) -> str | re.Pattern[str] | None:
    if rule == "full-width" and PRINTABLE_ASCII.fullmatch(text):
        return "".join(chr(ord(char) + 0xFEE0) for char in text)
    if rule == "no-character" and NONCHARACTER.fullmatch(text):
        return "\ufffd" * len(text)
    if rule == "distance":  # the last of raised figures may stand apart from what follows, and is raised all the same
        return re.compile(f"(?:{re.escape(text)}|{text.translate(RAISED)})") if FIGURES.fullmatch(text) else text
    if rule == "ligature" and LIGATURES.fullmatch(text):
        return unicodedata.normalize("NFKC", text)
    if rule == "printed-hyphen" and not text.strip("\xad"):
        return "-" * len(text)
    if rule == "raised" and FIGURES.fullmatch(text):
        return text.translate(RAISED)
    if rule == "entity" and ENTITIES.fullmatch(text):
        return unescape(text)
    if rule == "radical" and RADICAL.fullmatch(text):
        return re.compile("".join(_ideograph(radical, language) for radical in text))
    return None


def _ideograph(radical: str, language: str) -> str:
    """What may stand for a radical: its compatibility decomposition, which Kangxi radicals have, else any ideograph; in
    Simplified text the ideograph that its standard has for the word.
    """
    if language.startswith("zh-Hans") and radical in SIMPLIFIED:
        return SIMPLIFIED[radical]
    decomposed = unicodedata.normalize("NFKC", radical)
    return decomposed if decomposed != radical else IDEOGRAPH
