"""Mutated captures of every reader, by a seed: what extraction, copying and bad luck make of a page."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from build_scripts.diagnostics import line_starts
from tests.making.article import make_article

CASES = Path(__file__).parents[1] / "cases" / "captures"
READERS = ("web-page", "journal-article", "newspaper-page")
ODD = (
    *(
        "\n",
        "\r\n",
        "\r",
        "\f",
        "\x0b",
        "\x85",
        "\u2028",
        "\u3000\u3000",
        "\t",
        "\xa0",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\x00",
        "\xad",
    ),
    *(
        "［1］",
        "[2,3]",
        "[1-",
        "①",
        "¹",
        "*",
        "(1)",
        "〔3〕",
        "【注】",
        "[199]",
        "12",
        "— 3 —",
        "第 1 页",
        "参考文献\n",
        "注释：\n",
    ),
    *(
        "<script>alert(1)</script>",
        "<p>",
        "</div>",
        "<!--",
        "&lt;b&gt;",
        "&#0;",
        "](javascript:x)",
        "```",
        "# ",
        "|--|",
        "{{ x }}",
    ),
    *(
        "。",
        "！",
        "”",
        "「",
        "《",
        "（",
        "：",
        "，",
        "2025-04-25 10:20",
        "来源：",
        "责任编辑：",
        "首页 > 要闻",
        "摘要：",
        "■ ",
        "•",
    ),
    *("𠀀", "\ue000", "⼈", "\ufdd0", "e\u0301", "人" * 300, "A" * 300, "1" * 40),
)


@cache
def _texts(reader: str) -> tuple[str, ...]:
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.yaml"))]
    pages = yaml.safe_load((CASES.parent / "pages" / "pages.yaml").read_text(encoding="utf-8"))
    notes = yaml.safe_load((CASES.parent / "notes" / "notes.yaml").read_text(encoding="utf-8"))
    found = [case["capture"] for case in [*cases, *notes] if case["reader"] == reader]
    found += [case["capture"] for case in pages] if reader == "web-page" else []
    return tuple(found) + (tuple(make_article(seed)[0] for seed in range(12)) if reader == "journal-article" else ())


def make_mutation(reader: str, seed: int) -> str:
    """A capture with one to eight accidents: the same text for the same seed."""
    chance = random.Random(f"{reader} {seed}")
    text = chance.choice(_texts(reader))
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(ACCIDENTS)(text, chance)
    return text[:6000]


def _span(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.choice((1, 1, 2, 5, 40)))


def put_in(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def take_out(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:start] + text[end:]


def repeat(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance)
    return text[:end] + text[start:end] * chance.randint(1, 4) + text[end:]


def _in_lines(change: Callable[[list[str], random.Random], None]) -> Callable[[str, random.Random], str]:
    def changed(text: str, chance: random.Random) -> str:
        ends = [0, *line_starts(text), len(text)]
        lines = [text[start:end] for start, end in pairwise(ends)]
        change(lines, chance)
        return "".join(lines)

    return changed


def _swap(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _copy(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))


def _drop(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def _join(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at].rstrip("\r\n\f")


def _indent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(("　　", "  ", "\t", " ")) + lines[at]


ACCIDENTS = (put_in, put_in, take_out, repeat, *map(_in_lines, (_swap, _copy, _drop, _join, _indent)))
