"""The numbers that Word draws before paragraphs of its lists: counted as the file's numbering says, and written.

ISO/IEC 29500-1, 17.9: a paragraph names a list and a level of it; the level says with which number it begins, in which format
it counts, and what stands around the numbers of its own and the upper levels (`第%1章`, `%1.%2`). Lists of one abstract
numbering count on together, unless one of them begins anew. A bullet is no number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_scripts.decode.package import W
from build_scripts.decode.word_styles import OFF, WordStyle, value
from build_scripts.text.numerals import in_chinese

DEEPEST = 9  # levels of a list
ROMAN = {
    1000: "m",
    900: "cm",
    500: "d",
    400: "cd",
    100: "c",
    90: "xc",
    50: "l",
    40: "xl",
    10: "x",
    9: "ix",
    5: "v",
    4: "iv",
    1: "i",
}
CIRCLED = 20  # the highest number that has a circled figure


def _roman(number: int) -> str:
    found = ""
    for size, sign in ROMAN.items():
        found += sign * (number // size)
        number %= size
    return found


def _letters(number: int) -> str:
    """a to z, then aa to zz and on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 0 < number <= CIRCLED else str(number)


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": in_chinese,
    "chineseCountingThousand": in_chinese,
    "taiwaneseCounting": in_chinese,
    "taiwaneseCountingThousand": in_chinese,
    "japaneseCounting": in_chinese,
}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: from where, in which format, with what around it, and in figures throughout or not."""

    start: int
    format: str
    text: str
    gap: str
    figures: bool


@dataclass(slots=True)
class WordNumbers:
    """The lists of a file, and how far each has counted; `root` is that of word/numbering.xml, None where there is none."""

    root: Any
    lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = field(init=False)
    by_style: dict[tuple[str, str], int] = field(init=False, default_factory=dict)
    counted: dict[str, dict[int, int]] = field(init=False, default_factory=dict)
    begun: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        nodes = self.root.iterfind(f"{W}abstractNum") if self.root is not None else ()
        abstract = {node.get(f"{W}abstractNumId", ""): node for node in nodes}
        self.lists = {}
        for node in self.root.iterfind(f"{W}num") if self.root is not None else ():
            self._take(node.get(f"{W}numId", ""), node, abstract)

    def _take(self, name: str, node: Any, abstract: Mapping[str, Any]) -> None:
        """A list: its levels, as the abstract numbering has them or as it overrides them, and where it begins anew."""
        below = value(node, "abstractNumId")
        stated = list(abstract[below].iterfind(f"{W}lvl")) if below in abstract else []
        levels, anew = dict(map(self._level, stated)), {}
        for over in node.iterfind(f"{W}lvlOverride"):
            levels |= dict(map(self._level, over.iterfind(f"{W}lvl")))
            if (start := value(over, "startOverride")).isdecimal():
                anew[_whole(over.get(f"{W}ilvl", ""))] = int(start)
        self.lists[name] = below, levels, anew
        self.by_style |= {(name, value(level, "pStyle")): _whole(level.get(f"{W}ilvl", "")) for level in stated}

    @staticmethod
    def _level(node: Any) -> tuple[int, _Level]:
        start = value(node, "start")
        legal = node.find(f"{W}isLgl")
        return _whole(node.get(f"{W}ilvl", "")), _Level(
            int(start) if start.isdecimal() else 0,
            value(node, "numFmt") or "decimal",
            value(node, "lvlText"),
            "" if value(node, "suff") == "nothing" else " ",
            legal is not None and legal.get(f"{W}val", "1") not in OFF,
        )

    def label(self, node: Any, style: WordStyle) -> str | None:
        """What Word draws before a paragraph, with the space behind it; empty where that is no number,
        None where the file counts in a way that is not known here.
        """
        number = value(node, "pPr/numPr/numId") or style.list
        if number in ("", "0"):
            return ""
        if number not in self.lists:
            return None
        stated = value(node, "pPr/numPr/ilvl") or ("" if value(node, "pPr/numPr/numId") else style.list_level)
        at = _whole(stated) if stated else self.by_style.get((number, style.id), 0)
        levels = self.lists[number][1]
        if at not in levels:
            return None
        counted = self._count(number, at)
        return _written(levels, at, counted)

    def _count(self, number: str, at: int) -> dict[int, int]:
        """The numbers of all levels when one more paragraph of a level has come; those below it begin again."""
        below, levels, anew = self.lists[number]
        counted = self.counted.setdefault(below, {})
        if number not in self.begun:
            self.begun.add(number)
            for level, start in anew.items():
                counted[level] = start - 1
        for level in range(at):
            counted.setdefault(level, levels[level].start if level in levels else 1)
        counted[at] = counted[at] + 1 if at in counted else levels[at].start
        for level in [each for each in counted if each > at]:
            del counted[level]
        return counted


def _written(levels: Mapping[int, _Level], at: int, counted: Mapping[int, int]) -> str | None:
    """The label of a level as its text says; None where a format in it is not known."""
    shown = levels[at]
    if shown.format == "bullet" or not shown.text:
        return ""
    label = shown.text
    for level in range(min(at + 1, DEEPEST)):
        sign = f"%{level + 1}"
        if sign in label:
            format = "decimal" if shown.figures or level not in levels else levels[level].format
            if format not in FORMATS:
                return None
            label = label.replace(sign, FORMATS[format](counted.get(level, 1)))
    return label + shown.gap if label.strip() else ""


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0
