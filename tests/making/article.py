"""Made-up articles as PDF text, with the right answer: blocks with their calls, and notes.

Every way in which an article is printed and extracted is a field of `Setting`; `make_article(seed)` draws one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from build_scripts.text.characters import width as printed_width
from tests.making.words import english_sentence, note, sentence, title

CHINESE = "一二三四五六七八九十"
MARKS = {
    "wide": "［{}］",
    "square": "[{}]",
    "hollow": "〔{}〕",
    "circled": "circled",
    "super": "super",
    "round": "({})",
    "star": "star",
}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SCHEMES = {
    "none": (),
    "chinese": ("{c}、{t}", "（{c}）{t}", "{n}.{t}"),
    "chapters": ("第{c}章 {t}", "第{c}节 {t}"),
    "decimal": ("{n} {t}", "{m}.{n} {t}"),
    "dotted": ("{n}. {t}",),
    "comma": ("{n}、{t}",),
    "section": ("§{n} {t}",),
    "plain": ("{t}",),
}
HANGING = "，。；：、！？”’》）]］〕"
FOOT, END, REFERENCES = "foot", "end", "references"


@dataclass(frozen=True)
class Setting:
    """How an article is printed and extracted."""

    size: int = 24  # ems of a full line
    indent: str = "lost"  # lost (a first line is two ems short), wide, latin or none
    blank: str = "none"  # none, paragraphs (a blank line between them) or lines (one after every line)
    columns: int = 1
    page: int = 30  # lines of a column
    feeds: bool = True
    head: str = ""
    folio: str = ""
    scheme: str = "chinese"
    mark: str = "square"
    place: str = FOOT
    numbering: str = "page"
    note_size: int = 28
    ragged: bool = False
    label_gap: str = ""
    over: bool = False  # whether the last note of a column runs over to the foot of the next
    fronted: str = ""  # title, abstract, heading, caption or cell: what calls a note beside the text


@dataclass
class Answer:
    """What a reader should find; a call stands as ⟦n⟧ in the text."""

    title: str = ""
    author: str = ""
    blocks: list[tuple[str, int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class Part:
    """A block as it will be printed: words (characters, or a note's index as ⟨i⟩) and what it is."""

    kind: str
    level: int
    words: list[str | tuple[int, ...]]


def draw_setting(rng: Random) -> Setting:
    """A setting among those that occur."""
    size = rng.randint(18, 42)
    place = rng.choice((FOOT, FOOT, FOOT, END, REFERENCES))
    columns = rng.choice((1, 1, 2, 2, 3)) if size < 26 else 1
    blank = rng.choice(("none", "none", "paragraphs", "lines"))
    indent = rng.choice(("lost", "lost", "wide", "latin", "none"))
    if indent == "none" and blank != "paragraphs":
        indent = "wide"
    mark = rng.choice(
        ("square", "wide", "hollow", "circled", "super", "round", "star") if place != REFERENCES else ("square", "wide")
    )
    numbering = rng.choice(("page", "page", "document")) if place == FOOT else "document"
    if mark == "star":
        place, numbering = FOOT, "page"
    return Setting(
        size=size,
        indent=indent,
        blank=blank,
        columns=columns,
        page=rng.randint(16, 40),
        feeds=rng.random() < 0.6,
        head=rng.choice(("", "", "某某学报 2024年第3期", "王小明：海洋治理研究")),
        folio=rng.choice(("", "{}", "— {} —", "第 {} 页", "· {} ·")),
        scheme=rng.choice(tuple(SCHEMES)),
        mark=mark,
        place=place,
        numbering=numbering,
        note_size=size + rng.choice((0, 2, 4)),
        label_gap=rng.choice(("", " ")),
    )


def make_article(seed: int, setting: Setting | None = None, english: bool = False) -> tuple[str, Answer, Setting]:
    """A capture, what it holds, and how it was set."""
    rng = Random(seed)
    setting = setting or draw_setting(rng)
    notes: list[list[str]] = []
    parts = _parts(rng, setting, notes, english)
    raw, order = _print(rng, setting, parts, notes)
    answer = _answer(parts, notes, order, english)
    return raw, answer, setting


def _parts(rng: Random, setting: Setting, notes: list[list[str]], english: bool) -> list[Part]:
    parts = [Part("title", 0, list("On Sea Ports" if english else title(rng))), Part("author", 0, list("王小明"))]
    beside: list[Part] = []
    if setting.fronted:
        notes.append(note(rng))
        if setting.fronted == "title":
            parts[0].words.append((0,))
        elif setting.fronted in ("heading", "caption", "cell"):
            beside = _beside(rng, setting)
    if rng.random() < 0.6:
        parts.append(Part("abstract", 0, list("".join(sentence(rng) for _ in range(rng.randint(2, 4))))))
        parts.append(Part("keywords", 0, list("海洋；治理；标准")))
    if setting.fronted == "abstract":
        parts[2:] = [Part("abstract", 0, [*sentence(rng)[:-1], (0,), "。"])]
    scheme = SCHEMES[setting.scheme]
    counts = [0, 0, 0]
    for _ in range(rng.randint(3, 7)):
        if scheme and rng.random() < 0.7:
            depth = rng.randrange(len(scheme)) if counts[0] else 0
            depth = min(depth, next((d for d in range(len(scheme)) if not counts[d]), len(scheme) - 1))
            counts[depth] += 1
            counts[depth + 1 :] = [0] * (2 - depth)
            words = {"c": CHINESE[min(counts[depth], 10) - 1], "n": counts[depth], "m": counts[0], "t": title(rng)}
            parts.append(Part("heading", depth + 2, list(scheme[depth].format(**words))))
        for _ in range(rng.randint(1, 3)):
            parts.append(Part("paragraph", 0, _paragraph(rng, setting, notes, english)))
        parts, beside = [*parts, *beside], []
    return parts


def _beside(rng: Random, setting: Setting) -> list[Part]:
    """What calls the first note beside the text: a heading with a paragraph, the caption of a figure, or a cell of a table."""
    if setting.fronted == "heading":
        return [Part("heading", 2, [*"结语", (0,)]), Part("paragraph", 0, list(sentence(rng) + sentence(rng)))]
    if setting.fronted == "caption":
        return [Part("caption", 0, [*f"图1 {title(rng)[:8]}", (0,)])]
    rows = [["地区", "面积"], ["东部", "12.5"], ["西部", "30.1"]]
    cells = [[*rows[0][0], "　　", *rows[0][1], (0,)], *([*first, "　　", *second] for first, second in rows[1:])]
    return [Part("caption", 0, list("表1 各地的面积")), *(Part("table", 0, row) for row in cells)]


def _paragraph(rng: Random, setting: Setting, notes: list[list[str]], english: bool) -> list[str | tuple[int, ...]]:
    words: list[str | tuple[int, ...]] = []
    for _ in range(rng.randint(2, 7)):
        text = english_sentence(rng) + " " if english else sentence(rng)
        words += text
        if rng.random() < (0.08 if setting.mark == "star" else 0.28) and len(notes) < 24:
            call: tuple[int, ...] = (len(notes),)
            again = setting.place == REFERENCES and notes and rng.random() < 0.35
            if again:
                call = (rng.randrange(len(notes)),)
            else:
                notes.append(note(rng) if setting.mark != "star" else note(rng)[:1])
            at = len(words) - (1 if rng.random() < 0.5 and not english else 0)
            words.insert(at, call)
    while words and words[-1] == " ":
        words.pop()
    return words


def _mark(setting: Setting, numbers: tuple[int, ...]) -> str:
    number = numbers[0]
    if setting.mark == "circled":
        return chr(ord("①") + number - 1) if number < 21 else chr(ord("㉑") + number - 21)
    if setting.mark == "super":
        return str(number).translate(SUPERSCRIPT)
    if setting.mark == "star":
        return "*" * number
    return MARKS[setting.mark].format(",".join(map(str, numbers)))


CALL = re.compile("\ue000[0-9]+\ue001")
MARK_WIDTH = {"wide": "［1］", "square": "[1]", "hollow": "〔1〕", "circled": "①", "super": "1", "round": "(1)", "star": "*"}


def wrap(words: list[str], size: float, indent: float, mark: str = "") -> list[str]:
    """Lines of at most `size` ems; closing marks hang, opening ones go to the next line, Latin words stay whole.

    A call stands as a number in private-use brackets and is as wide as `mark`.
    """

    def width(text: str) -> float:
        return printed_width(CALL.sub(mark, text))

    lines, room = [""], size - indent
    for unit in _units(words):
        if lines[-1] and unit[0] not in HANGING and width(lines[-1] + unit) > room:
            pushed = ""
            while lines[-1] and lines[-1][-1] in "“《（[［〔":
                pushed, lines[-1] = lines[-1][-1] + pushed, lines[-1][:-1]
            lines[-1] = lines[-1].rstrip(" ")
            lines.append(pushed)
            room = size
            unit = unit if pushed else unit.lstrip(" ")
        lines[-1] += unit
    return [line for line in lines if line]


def _units(words: list[str]) -> Iterator[str]:
    """Characters, and runs of Latin letters and digits as one; a mark of several characters is one word already."""
    run = ""
    for word in words:
        if len(word) == 1 and word.isascii() and not word.isspace() and word not in "[](),;":
            run += word
            continue
        if run:
            yield run
            run = ""
        yield word
    if run:
        yield run


class _Pages:
    """Columns that fill up, each with its notes at its foot, and what stands around the pages."""

    def __init__(self, setting: Setting, notes: list[list[str]], first: int) -> None:
        self.setting, self.notes, self.folio = setting, notes, first
        self.lines: list[str] = []
        self.column, self.room = 0, setting.page
        self.waiting: list[tuple[str, int]] = []
        self.opened = False
        self.numbers: dict[int, int] = {}
        self.count = 0
        self.order: list[int] = []
        self.carried: list[str] = []

    def number(self, index: int) -> int:
        """The number under which a note is called here."""
        if index not in self.numbers:
            self.count += 1
            self.numbers[index] = self.count
            self.order.append(index)
            if self.setting.place == FOOT:
                self.waiting.append(("", index))
        return self.numbers[index]

    def put(self, line: str, notes: int) -> None:
        if not self.opened:
            self._open()
        self.lines.append(line)
        self.room -= 1 + 2 * notes
        if self.room <= 0:
            self._close_column()

    def _open(self) -> None:
        self.opened = True
        feed = "\f" if self.setting.feeds and self.lines else ""
        start = len(self.lines)
        if feed:
            self.lines.append(feed)
        if self.setting.head and start:
            self.lines.append(self.setting.head)

    def _close_column(self) -> None:
        self._foot()
        self.column += 1
        self.room = self.setting.page
        if self.column == self.setting.columns:
            self.close_page()

    def _foot(self, last: bool = False) -> None:
        feet = [self.carried] + [note_lines(self.setting, self.numbers[index], self.notes[index]) for _, index in self.waiting]
        self.carried = []
        if self.setting.over and not last and self.waiting and len(feet[-1]) > 1:
            feet[-1], self.carried = feet[-1][:1], feet[-1][1:]
        self.lines += [line for foot in feet for line in foot]
        self.waiting.clear()

    def close_page(self, last: bool = False) -> None:
        self._foot(last)
        if self.setting.folio and self.opened:
            self.lines.append(self.setting.folio.format(self.folio))
        self.folio += 1
        self.column, self.opened = 0, False
        if self.setting.numbering == "page" and self.setting.place == FOOT:
            self.count, self.numbers = 0, {}


def note_lines(setting: Setting, number: int, paragraphs: list[str]) -> list[str]:
    """A note as printed: its label, and each paragraph on lines of its own."""
    lines: list[str] = []
    label = _mark(setting, (number,)) + setting.label_gap
    for text in paragraphs:
        words = ([label] if not lines else []) + list(text)
        lines += wrap(words, setting.note_size, 0)
    return lines


def _print(rng: Random, setting: Setting, parts: list[Part], notes: list[list[str]]) -> tuple[str, list[int]]:
    pages = _Pages(setting, notes, rng.randint(1, 90))
    first = True
    for part in parts:
        head = {"title": "", "author": "作者：", "abstract": "摘要：", "keywords": "关键词："}.get(part.kind, "")
        body = part.kind == "paragraph"
        lead = {"wide": "　　", "latin": "    "}.get(setting.indent, "") if body else ""
        short = 2 if body and setting.indent in ("lost", "wide", "latin") else 0
        if setting.blank == "paragraphs" and not first:
            pages.put("", 0)
        words = list(head) + [word if isinstance(word, str) else f"\ue000{word[0]}\ue001" for word in part.words]
        lines = _wrapped(setting, words, short)
        for index, line in enumerate(lines):
            shown, calls = _with_marks(setting, pages, line)
            pages.put((lead if not index else "") + shown, calls)
            if setting.blank == "lines":
                pages.lines.append("")
        first = False
    pages.close_page(last=True)
    lines = pages.lines
    if setting.place != FOOT and pages.order:
        lines += (
            ["", "参考文献" if setting.place == REFERENCES else "注释", ""]
            if setting.blank == "paragraphs"
            else (["参考文献" if setting.place == REFERENCES else "注释"])
        )
        for index in pages.order:
            lines += note_lines(setting, pages.numbers[index], notes[index])
    return _joined(lines), pages.order


def _wrapped(setting: Setting, words: list[str], short: int) -> list[str]:
    """The lines of a part, calls standing in them as private-use brackets of the width of a mark."""
    return wrap(words, setting.size, short, MARK_WIDTH[setting.mark])


def _with_marks(setting: Setting, pages: _Pages, line: str) -> tuple[str, int]:
    out, calls = line, 0
    while "\ue000" in out:
        start, end = out.index("\ue000"), out.index("\ue001")
        index = int(out[start + 1 : end])
        known = index in pages.numbers
        out = out[:start] + _mark(setting, (pages.number(index),)) + out[end + 1 :]
        calls += not known and setting.place == FOOT
    return out, calls


def _joined(lines: list[str]) -> str:
    """Lines as text; a form feed stands at the head of the line after it."""
    out = ""
    for line in lines:
        out += line if line == "\f" else line + "\n"
    return out


def _answer(parts: list[Part], notes: list[list[str]], order: list[int], english: bool) -> Answer:
    numbers = {index: number for number, index in enumerate(order, 1)}
    answer = Answer(notes=["".join(notes[index]) for index in order])
    for part in parts:
        text = "".join(word if isinstance(word, str) else f"⟦{numbers[word[0]]}⟧" for word in part.words)
        if part.kind in ("title", "author"):
            setattr(answer, part.kind, text)
        else:
            answer.blocks.append((part.kind, part.level, text))
    return answer
