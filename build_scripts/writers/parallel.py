"""A text and its translation, paragraph against paragraph; the language of the tree stands first and is the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape as escape_html
from itertools import groupby, pairwise

from build_scripts.model import Block, BlockType, Translation
from build_scripts.writers.markdown import attributes, block_markdown, element, inline, mark_layers
from build_scripts.writers.page import Page
from build_scripts.writers.reading_marks import permalink
from build_scripts.writers.wording import say

IN_A_LIST = (BlockType.LABEL, BlockType.ITEM)
LIST, KEPT = 'role="list"', 'class="dz-kept"'


@dataclass(frozen=True, slots=True)
class Side:
    """A block in one of the two languages: its Markdown is for the outline where its language is the tree's."""

    block: Block
    body: str
    name: str
    language: str


def parallel(page: Page, translation: Translation, lists: dict[str, str]) -> Iterator[str]:
    """The pairs, in one element; `lists` holds the list of links of each block that has one."""
    first = " dz-translation-first" if page.tree == translation.language else ""
    yield f'<div class="dz-parallel{first}" markdown="1">'
    yield from _heading(page, translation)
    for (around, _), blocks in groupby(_together(page.text_blocks()), key=lambda pair: pair[0]):
        pairs = [_pair(page, translation, block, lists.get(block.id, "")) for _, block in blocks]
        yield from [f'<div {around} markdown="1">', *pairs, "</div>"] if around else pairs
    yield "</div>"


def _together(blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, int], Block]]:
    """Each block with the element that it shares with its neighbours: a list, or for print headings with what they head."""
    around, number = "", 0
    for above, block in pairwise([None, *blocks]):
        below_heading = above is not None and above.type is BlockType.HEADING
        if block.type in IN_A_LIST:
            around = LIST
        elif block.type is BlockType.HEADING and not below_heading:
            around, number = KEPT, number + 1
        elif not below_heading:
            around = ""
        yield (around, number if around == KEPT else 0), block


def _pair(page: Page, translation: Translation, block: Block, links: str) -> str:
    role = ' role="listitem"' if block.type is BlockType.ITEM else ""
    return "\n\n".join([f'<div class="dz-pair"{role} markdown="1">', *_sides(page, translation, block, links), "</div>"])


def _heading(page: Page, translation: Translation) -> Iterator[str]:
    """The translation's title, where the page's own heading is in the other language, and what kind of translation it is."""
    kind = "translation-official" if translation.captured else f"translation-{translation.status}"
    label = element("span", escape_html(say(kind, page.tree)) + _official(page, translation), class_="dz-translation-note")
    title = translation.title.text
    if title and page.tree != translation.language and not page.of_type(BlockType.HEADLINE):
        shown = element("span", escape_html(title), data_field="translation-title", lang=translation.language)
        yield element("p", f"{shown} {label}", class_="dz-translation-title")
    elif not translation.captured:
        yield element("p", label, class_="dz-translation-title")


def _official(page: Page, translation: Translation) -> str:
    """What the line under words of the official translation means, where there are such."""
    if not any(mark.role == "official-words" for block in translation.blocks for mark in block.marks):
        return ""
    return " · " + element("span", escape_html(say("legend-official", page.tree)), class_="dz-official-words")


def _sides(page: Page, translation: Translation, block: Block, links: str) -> list[str]:
    """The block in both languages, or in one with a word on the other; below the source the list of its links."""
    foreign_first = page.tree == translation.language
    own = Side(block, page.body(block, outline=not foreign_first), block.id, page.language)
    text = _markdown(page, own, outline=not foreign_first)
    sides = ["\n\n".join(['<div class="dz-side" markdown="1">', text, links, "</div>"]) if links else text]
    there = translated_side(page, translation, block)
    if there:
        sides.append(_markdown(page, there, outline=foreign_first))
    elif not translation.captured:
        said = escape_html(say("translation-missing", page.tree))
        sides.append(element("p", said, class_="dz-missing"))
    if block.id in translation.stale:
        sides.append(element("p", escape_html(say("translation-stale", page.tree)), class_="dz-stale"))
    return [sides[1], sides[0], *sides[2:]] if foreign_first and len(sides) > 1 else sides


def translated_side(page: Page, translation: Translation, block: Block) -> Side | None:
    """The translation of a block as Markdown; None where there is none."""
    there = next((each for each in translation.blocks if each.id == block.id), None)
    if not there:
        return None
    calls = translation.calls.get(block.id, ())
    body = inline(there.text.text, mark_layers(there.marks), calls, outline=page.tree == translation.language)
    return Side(there, body, f"{block.id}-{translation.language}", translation.language)


def _markdown(page: Page, side: Side, outline: bool) -> str:
    """A heading of the other language is no heading of the page: the outline has each only once."""
    # A label is part of the item below it, and between the items of a list nothing else may stand.
    body = side.body + (permalink(side.name, page.tree) if side.block.type is not BlockType.LABEL else "")
    also = () if side.name == side.block.id else ("dz-translated",)
    if side.block.type is BlockType.HEADING and not outline:
        return f"{body}\n{attributes(side.name, (f'dz-heading-{side.block.level}', *also), {'lang': side.language})}"
    return block_markdown(side.block, body, page.tree, side.name, side.language, also)


def translated_lines(page: Page, blocks: Sequence[Block]) -> Iterator[str]:
    """The translations of lines above the text (kicker, deck), each as a paragraph of its own."""
    translation = page.document.translation
    for block in blocks:
        side = translated_side(page, translation, block) if translation else None
        if side:
            classes = (f"dz-{block.type.value}", "dz-translated")
            yield f"{side.body}\n{attributes(side.name, classes, {'lang': side.language})}"
