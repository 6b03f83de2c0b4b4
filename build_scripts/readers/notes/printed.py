"""Calls and labels as they are printed, before anybody knows which belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.readers.notes.marks import CallForm, numbers_of
from build_scripts.readers.parts.lines import Line
from build_scripts.text.characters import HAN
from build_scripts.text.lexicon import any_word

# How a note begins: a title, an author before a title, a quotation, “see”, a Latin name, an author of GB/T 7714.
SEE = any_word("citations", "see", "again", "earlier_note")
NOTE_OPENING = re.compile(
    rf"(?:{any_word('citations', 'held_in')}|[^。，；：]{{2,24}}[：:])?[《“〈「『]|{SEE}|{any_word('citations', 'remarks')}|"
    r"[A-Z][A-Za-z.,’'’-]* |https?:|\d{4}年|[（(〔［\[][^）)〕］\]]{1,4}[）)〕］\]]|"
    r"[^，。；]{2,30}[.．,，]\s*[^。]{2,80}\[[A-Z/]{1,5}\]|"
    rf"[{HAN}]{{2,4}}(?:[,，、]\s*[{HAN}]{{2,4}})*(?:[,，]?\s*等)?[.．]\s"
)
CITES = re.compile(
    rf"《[^《》]+》|{any_word('citations', 'publishing')}|年版|"
    rf"第\s{{0,9}}\d{{1,9}}\s{{0,9}}[—–\-~]?\s{{0,9}}\d{{0,9}}\s{{0,9}}[页頁期卷版]|"
    rf"[\[［](?:[JMCDNRSPZ](?:/OL)?|EB/OL)[\]］]|https?://|\bpp?\.|\bvol\.|[参參][见見]|"
    rf"\d{{4}}[(（]\d+[)）]|Press\b|Journal\b|{any_word('citations', 'again')}"
)
CITATION_END = re.compile(
    r"(?:第\s*[\d—–\-~、,，\s]+[页頁期卷版]|[页頁]|年版?|\d[-–—~]\d+|https?://[!-~]+|[!-~]+\.(?:s?html?|pdf|aspx?|php)|[》）)\]］]|[:：,，]\s*\d+|\d{4}|"
    rf"[—―]+\s*{any_word('citations', 'signatures')})\s*$"
)
# What a raised figure is an exponent of: a number, a single letter, a measure, or letters in brackets.
POWER_OF = re.compile(r"(?:\d|(?<![A-Za-z])(?:[A-Za-zα-ωΑ-Ω]|[kcdmμnh]m)|[(\[][^()\[\]\u3400-\u9fff]{1,20}[)\]])$")
GOES_ON = re.compile(r"[。，；：、！？,;:!?）)”’》」』…—]")  # a mark before it is a call
PAGES = re.compile(r"[:：]\s*\d+(?:\s*[-–—~～]\s*\d+)?\s*[.。．]?\s*$")  # behind an issue in brackets: (2):160-168.
OF_ISSUE = re.compile(r"[（(]\d{1,3}[）)]\s*[:：]\s*\d")  # goes on with the year or volume that ends a line
Labels = dict[int, int]  # index of a line to the number of the label with which it begins


@dataclass(frozen=True, slots=True)
class PrintedCall:
    """A mark in the text: its span in the capture, half-open code points, its line, what stands inside it, and the
    character before it on the line.
    """

    start: int
    end: int
    line: int
    mark: str
    shown: str
    number: int = 0
    before: str = ""


def labels_of(lines: Sequence[Line], mark: CallForm) -> Labels:
    """The lines that begin with the mark, by index."""
    found = {}
    for index, line in enumerate(lines):
        match = mark.label.match(line.text.text)
        numbers = numbers_of(match[1]) if match else ()
        goes_on = match and (GOES_ON.match(line.text.text, match.end()) or PAGES.match(line.text.text, match.end(1)))
        if match and numbers and not goes_on:
            found[index] = numbers[0]
    return found


def printed_calls(
    lines: Sequence[Line], mark: CallForm, apart: frozenset[int], not_calls: Sequence[tuple[int, int]] = ()
) -> list[PrintedCall]:
    """The marks of a kind in the lines that do not begin at a place in `apart`, in the order of the capture."""
    found = []
    for line in lines:
        if line.start in apart:
            continue
        for match in mark.call.finditer(line.text.text):
            if not numbers_of(match[1]):
                continue
            start, end = line.offset(match.start()), line.offset(match.end() - 1) + 1
            power = mark.name == "superscript" and POWER_OF.search(line.text.text, 0, match.start())
            if not power and not any(first < end and start < last for first, last in not_calls):
                before = line.text.text[max(0, match.start() - 1) : match.start()]
                found.append(PrintedCall(start, end, line.number, match[1], match[0], before=before))
    return found


def reads_like_note(line: Line, mark: CallForm) -> bool:
    """Whether the words behind a label begin as notes do."""
    label = mark.label.match(line.text.text)
    return bool(label and NOTE_OPENING.match(line.text.text[label.end() :]))
