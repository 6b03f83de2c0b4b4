"""Several translations of one text on its page: the choice among them, and each block in all of them.

The choice is a list of radio buttons that the stylesheet reads, so it works without scripts. What it hides is in the page: an
address of a part of any translation shows that part, and a browser that cannot follow the choice shows all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape as escape_html

from build_scripts.model import BlockType
from build_scripts.views.document import FurtherPart, Row, ShownDocument, Side, State
from build_scripts.views.standing import made_words
from build_scripts.views.tree import Tree
from build_scripts.views.wording import language_name
from build_scripts.writers.web.document.texts import text_of
from build_scripts.writers.web.elements import element
from build_scripts.writers.web.markdown import escape, paragraph
from build_scripts.writers.web.page import Piece, Prose, slot

ALL = 0  # the number of the choice that shows every translation


def choice(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """The translations, each with its number, to choose one of; the first of them is chosen, and the last choice is all."""
    translation = document.document.translation
    if not translation or not document.further:
        return
    first = (translation.language, made_words(translation, tree.code))
    given = [first, *((each.language, each.words) for each in document.further)]
    several = len({language.split("-")[0] for language, _ in given}) > 1
    yield f'<fieldset class="dz-choose">{element("legend", escape_html(tree.say("translations")))}'
    for number, (language, words) in enumerate(given, 1):
        named = f"{language_name(language, tree.code)} · {words}" if several else words
        yield [
            *_option(number, number == 1),
            Prose(paragraph(escape(f"{number} {named}")), slot(inner=True)),
            "</span></label>",
        ]
    yield [*_option(ALL, False), escape_html(tree.say("translations-all")), "</span></label></fieldset>"]


def _option(number: int, checked: bool) -> list[str]:
    return [f'<label><input type="radio" name="dz-translation" value="{number}"{" checked" if checked else ""}><span>']


def versions(tree: Tree, document: ShownDocument, row: Row, first: Sequence[Piece]) -> list[Piece]:
    """A block in every translation, `first` what stands there of the first one."""
    pieces: list[Piece] = ['<div class="dz-versions"><div data-version="1">', *first, "</div>"]
    for number, each in enumerate(document.further, 2):
        pieces += [f'<div data-version="{number}">', *_part(tree, document, row, each.parts[row.block]), "</div>"]
    return [*pieces, "</div>"]


def _part(tree: Tree, document: ShownDocument, row: Row, part: FurtherPart) -> Iterator[Prose]:
    if part.side:
        yield text_of(tree, document, row, part.side, linked=False)
    words = document.remark_on(part)
    if words:
        yield remark(words, part.state)


def remark(words: str, state: State) -> Prose:
    """A word on the translation of a block."""
    kind = "standing" if state is State.FINE else state
    return Prose(paragraph(escape(words)), slot(attrs={"class": f"dz-{kind}"}))


def headlines(tree: Tree, document: ShownDocument) -> Iterator[Piece]:
    """The headlines that further translations have; that of the first is the title of the page or stands below it."""
    block = next((each for each in document.document.blocks if each.type is BlockType.HEADLINE), None)
    for number, each in enumerate(document.further, 2):
        part = each.parts[block.id] if block else None
        if block and part and part.side:
            row = Row(block.id, block.type, block.level, "", (part.side,))
            yield [f'<div data-version="{number}">', text_of(tree, document, row, part.side, linked=False), "</div>"]


def numbered_notes(document: ShownDocument, note: str, sides: Sequence[Side]) -> Iterator[tuple[Side, str]]:
    """The texts of a note, those of further translations last, each with the number of its translation."""
    for side in sides:
        yield side, "1" if side.translated and document.further else ""
    for number, each in enumerate(document.further, 2):
        part = each.parts.get(note)
        if part and part.side and part.side.text not in [side.text for side in sides if not side.translated]:
            yield part.side, f"{number}"
