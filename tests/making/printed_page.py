"""Made-up newspaper pages as PDF, set with Typst, with the right answer: the stories with their parts."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.making.printed import compiled, quoted
from tests.making.words import english_sentence, sentence, title

COLUMN, GUTTER, LINE, EM = 110.0, 14.0, 13.5, 9.0  # points


@dataclass(frozen=True)
class Block:
    """Where a story stands: its first column and row from 0, how many columns and rows it takes, and what it has."""

    column: int
    row: int
    columns: int
    rows: int
    size: float = 22.0
    deck: bool = False
    kicker: bool = False
    byline: bool = False
    caption: bool = False
    upright: bool = False  # its headline runs downwards on the right


@dataclass(frozen=True)
class Printed:
    """A story as it was printed: its parts by role, each the text of it."""

    headline: str
    parts: dict[str, str]


ROW = 90.0  # points
TOWNS = [
    f"{first}{second}" for first in ("Aber", "Bur", "Cor", "Dun", "Ely", "Fen") for second in ("ness", "port", "ton", "wick")
]


def print_page(blocks: list[Block], language: str = "zh-Hant", seed: int = 1, head: str = "") -> tuple[bytes, list[Printed]]:
    """The PDF of a page and its stories in the order of the blocks."""
    random = Random(seed)
    made = [_story(block, language, random) for block in blocks]
    columns = max(block.column + block.columns for block in blocks)
    rows = max(block.row + block.rows for block in blocks)
    width, height = columns * (COLUMN + GUTTER) - GUTTER + 80, rows * ROW + 100
    font = "Libertinus Serif" if language == "en" else f"Noto Serif CJK {'TC' if language == 'zh-Hant' else 'SC'}"
    above = f"#place(top + center, dy: -30pt, text(8pt)[{quoted(head)}])" if head else ""
    source = f"""#set page(width: {width}pt, height: {height}pt, margin: 40pt)
#set text(font: "{font}", size: {EM}pt, lang: "{language[:2]}", hyphenate: true)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.5em, leading: 0.5em)
{above}
""" + "\n".join(text for text, _ in made)
    return compiled(source), [story for _, story in made]


def _story(block: Block, language: str, random: Random) -> tuple[str, Printed]:
    width = block.columns * (COLUMN + GUTTER) - GUTTER
    height = block.rows * ROW - 14
    headline = (
        title(random)[: 9 if block.columns > 1 else 5]
        if language != "en"
        else f"Lights of {TOWNS[block.column + 3 * block.row]}"
    )
    parts = {"headline": headline}
    above = []
    if block.kicker:
        parts["kicker"] = title(random)[:12] if language != "en" else "The sea and the men who know it"
        above.append(f"#text(12pt)[{quoted(parts['kicker'])}]")
    if not block.upright:
        above.append(f'#text({block.size}pt, weight: "bold", hyphenate: false)[{quoted(headline)}]')
    if block.deck:
        parts["deck"] = title(random)[:14] if language != "en" else "Nobody told the boats about it in time"
        above.append(f"#text(12pt)[{quoted(parts['deck'])}]")
    if block.byline:
        parts["byline"] = "本報記者 王文澤" if language != "en" else "By John Doe"
        above.append(quoted(parts["byline"]))
    body_width = width - (block.size + 8 if block.upright else 0)
    room = height - sum((block.size if "bold" in each else 12) * 1.5 for each in above) - (90 if block.caption else 0)
    parts["body"], body = _body(block, language, random, room, body_width)
    picture = ""
    if block.caption:
        parts["caption"] = "▲" + title(random)[:14] if language != "en" else "The light, seen from the sea"
        picture = f"#rect(width: 100%, height: 60pt)\n#v(-4pt)\n#text(7.5pt)[{quoted(parts['caption'])}]\n"
    above_text = "\n\n".join(f"#block(spacing: 0.6em)[#set par(first-line-indent: 0em)\n{each}]" for each in above)
    text = f"{above_text}\n{picture}\n#columns({block.columns}, gutter: {GUTTER}pt)[{body}]"
    x, y = block.column * (COLUMN + GUTTER), block.row * ROW
    placed = f"#place(top + left, dx: {x}pt, dy: {y}pt, block(width: {body_width}pt, height: {height}pt)[{text}])"
    if block.upright:
        letters = ", ".join(f'text({block.size}pt, weight: "bold")[{quoted(letter)}]' for letter in headline)
        placed += f"\n#place(top + left, dx: {x + body_width + 8}pt, dy: {y}pt, stack(dir: ttb, spacing: 3pt, {letters}))"
    return placed, Printed(headline, parts)


def _body(block: Block, language: str, random: Random, room: float, width: float) -> tuple[str, str]:
    """Paragraphs that nearly fill the room: their text, and their source."""
    inner = (width - (block.columns - 1) * GUTTER) / block.columns
    lines = int(room / LINE) * block.columns - block.columns
    characters = int(lines * inner / (EM if language != "en" else EM * 0.47) * 0.86)
    text, source, paragraph = "", "", ""
    while len(text) + len(paragraph) < characters:
        paragraph += sentence(random) if language != "en" else english_sentence(random) + " "
        if len(paragraph) > inner * 3 / EM:
            text, source, paragraph = text + paragraph, source + quoted(paragraph) + "\n\n", ""
    return text + paragraph, source + (quoted(paragraph) if paragraph else "")
