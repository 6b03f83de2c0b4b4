"""Made-up articles as PDF, set with Typst, with the right answer: blocks with their calls, and notes.

Every way in which a page is laid out is a field of `Layout`; `print_article(layout)` gives the bytes and the answer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

import typst

from tests.making.article import Answer
from tests.making.words import english_sentence, note, sentence, title

FONTS = typst.Fonts(include_system_fonts=True)


@dataclass(frozen=True)
class Layout:
    """How an article is laid out and printed."""

    language: str = "zh"
    columns: int = 1
    size: float = 10.5
    head: str = ""
    folio: str = ""  # a numbering of Typst, as "1" or "— 1 —"
    notes: str = "1"  # the numbering of footnotes, as "1", "①" or "[1]"; empty without notes
    headings: str = "bold"  # bold, large, plain or centred
    numbers: str = "1.1"  # numbering of headings; empty without
    indent: float = 2.0
    spacing: float = 0.65  # ems between paragraphs; 0.65 is none beyond the leading
    table: bool = False
    box: bool = False
    caption: bool = False
    sections: int = 3
    paragraphs: int = 3
    seed: int = 1


def print_article(layout: Layout) -> tuple[bytes, Answer]:
    """The PDF and what a reader should find in it."""
    random = Random(layout.seed)
    answer = Answer()
    parts = [*_front(layout, random, answer)]
    for number in range(1, layout.sections + 1):
        parts += _section(layout, random, answer, number)
    return compiled(_set_up(layout) + "\n\n".join(parts)), answer


def compiled(source: str) -> bytes:
    """A Typst source as PDF."""
    made = typst.compile(source.encode(), font_paths=[], format="pdf")
    assert isinstance(made, bytes)
    return made


def quoted(text: str) -> str:
    """A text as an expression of Typst."""
    return "#" + json.dumps(text, ensure_ascii=False)


def _set_up(layout: Layout) -> str:
    fonts = '("Libertinus Serif",)' if layout.language == "en" else '("Noto Serif CJK SC",)'
    lang = layout.language
    head = f"align(center, text(8pt)[{quoted(layout.head)}])" if layout.head else "none"
    folio = json.dumps(layout.folio, ensure_ascii=False) if layout.folio else "none"
    weight = {"bold": 'weight: "bold"', "large": "weight: 400", "plain": "weight: 400"}
    style = weight.get(layout.headings, 'weight: "bold"')
    place = "center" if layout.headings == "centred" else "left"
    notes = f'#set footnote(numbering: "{layout.notes}")' if layout.notes else ""
    return f"""
#set page(width: 595pt, height: 700pt, margin: 70pt, columns: {layout.columns}, header: {head}, numbering: {folio})
#set text(font: {fonts}, size: {layout.size}pt, lang: "{lang}", hyphenate: true)
#set par(justify: true, first-line-indent: (amount: {layout.indent}em, all: true), spacing: {layout.spacing}em, leading: 0.65em)
#show heading: it => block(above: 1.4em, below: 1em, align({place}, text({style}, size: {_heading_size(layout)}pt, it.body)))
#set super(typographic: false)
{notes}
"""


def _heading_size(layout: Layout) -> float:
    return layout.size + 3 if layout.headings in ("large", "centred") else layout.size


def _front(layout: Layout, random: Random, answer: Answer) -> list[str]:
    answer.title = title(random) if layout.language == "zh" else "On the Keeping of Harbour Lights"
    answer.author = "王文泽" if layout.language == "zh" else ""
    above = [f'#align(center, text(18pt, weight: "bold")[{quoted(answer.title)}])']
    if answer.author:
        above.append(f"#align(center)[{quoted(answer.author)}]")
    if layout.columns == 1:
        return above
    return ['#place(top + center, scope: "parent", float: true)[' + "\n\n".join(above) + "]"]


def _section(layout: Layout, random: Random, answer: Answer, number: int) -> list[str]:
    words = _heading(layout, random, number)
    answer.blocks.append(("heading", 2, words))
    found = [f"#heading(level: 1)[{quoted(words)}]"]
    for paragraph in range(layout.paragraphs):
        found.append(_paragraph(layout, random, answer))
        if layout.table and number == 1 and paragraph == 0:
            found.append(_table(random, answer))
        if layout.caption and number == 2 and paragraph == 0:
            found.append(_figure(layout, answer))
        if layout.box and number == 2 and paragraph == 1:
            found.append(_box(layout, random, answer))
    return found


def _heading(layout: Layout, random: Random, number: int) -> str:
    words = (
        title(random)[:10]
        if layout.language == "zh"
        else f"The {('First', 'Second', 'Third', 'Fourth')[number - 1]} Part of it"
    )
    shown = {"一、": "一二三四"[number - 1] + "、", "1.1": f"{number} ", "": ""}[layout.numbers]
    return shown + words


def _paragraph(layout: Layout, random: Random, answer: Answer) -> str:
    text, source = "", ""
    for place in range(random.randint(2, 5)):
        words = sentence(random) if layout.language == "zh" else english_sentence(random) + " "
        source += quoted(words)
        text += words
        if layout.notes and place == 1 and random.random() < 0.7:
            told = "".join(note(random))
            answer.notes.append(told)
            source = source.removesuffix(' "') + ('"' if source.endswith(' "') else "")
            text = f"{text.rstrip()}⟦{len(answer.notes)}⟧"
            source += f"#footnote[{quoted(told)}]" + (quoted(" ") if layout.language == "en" else "")
            text += " " if layout.language == "en" else ""
    answer.blocks.append(("paragraph", 0, text.strip()))
    return source


def _table(random: Random, answer: Answer) -> str:
    rows = [
        ("地名", "人数", "年份"),
        *((f"某{'甲乙丙丁'[at]}地", str(random.randint(1000, 9999)), str(1990 + at)) for at in range(4)),
    ]
    answer.blocks += [("table", 0, " ".join(row)) for row in rows]
    cells = ", ".join(f"[{quoted(cell)}]" for row in rows for cell in row)
    return f"#table(columns: (1fr, 1fr, 1fr), stroke: 0.4pt, {cells})"


def _figure(layout: Layout, answer: Answer) -> str:
    words = "图 1 港口的灯塔与来往的船" if layout.language == "zh" else "Figure 1. The light and the boats about it"
    answer.blocks.append(("caption", 0, words))
    return f"#align(center)[#rect(width: 120pt, height: 60pt)\n\n#text(8.5pt)[{quoted(words)}]]"


def _box(layout: Layout, random: Random, answer: Answer) -> str:
    words = sentence(random) + sentence(random) if layout.language == "zh" else english_sentence(random)
    answer.blocks.append(("paragraph", 0, words))
    return f"#rect(inset: 8pt)[{quoted(words)}]"
