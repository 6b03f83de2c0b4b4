"""The page of one document: its head, its text with notes and links, and its translation beside it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html

from build_scripts.edition import in_tree, title_of, url_of
from build_scripts.model import Block, BlockType
from build_scripts.text.characters import is_han
from build_scripts.writers.document_head import document_head
from build_scripts.writers.markdown import attributes, block_markdown, element, escape, inline
from build_scripts.writers.page import Page, front_matter
from build_scripts.writers.witness_list import witness_list
from build_scripts.writers.wording import say


def document_page(page: Page) -> str:
    """The Markdown of a document's page in one tree."""
    document, tree = page.document, page.tree
    hide = {"hide": ["navigation", "toc"]} if document.translation else {}
    parts = [front_matter(title_of(document, tree), in_tree(document.descriptions, tree), text_language=page.language, **hide), *document_head(page)]
    parts += _parallel(page) if document.translation else _single(page)
    parts += _notes(page)
    return "\n\n".join(parts) + "\n"


def _links(page: Page, *blocks: Block) -> list[str]:
    """The lists of links of these blocks, those that have one."""
    lists = (witness_list(page.network, page.document, block.id, page.tree) for block in blocks)
    return [each for each in lists if each]


def _single(page: Page) -> Iterator[str]:
    """The text by itself; its language stands once, on the element around it."""
    yield f'<div class="dz-text" lang="{page.language}" markdown="1">'
    waiting: Block | None = None
    before: BlockType | None = None
    blocks = page.text_blocks()
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if after and (block.type, after.type) in JOINED:
            waiting = block
            continue
        together = [each for each in (waiting, block) if each]
        if block.type is BlockType.ITEM:
            yield from _item(page, together, first=before is not BlockType.ITEM, last=not _in_list(after))
        elif waiting:
            yield f"{_spans(page, together)}\n{attributes('', ('dz-caption',))}"
        else:
            yield page.block(block, "")
            yield from _links(page, block)
        waiting, before = None, block.type
    yield "</div>"


def _in_list(block: Block | None) -> bool:
    return bool(block) and block.type in (BlockType.LABEL, BlockType.ITEM)


def _item(page: Page, blocks: list[Block], first: bool, last: bool) -> Iterator[str]:
    """An item of a list with its links below it; the list is in HTML, because an item of Markdown's cannot hold a block."""
    body = "\n\n".join([_spans(page, blocks), *_links(page, *blocks)])
    item = f'<li markdown="block">\n\n{body}\n\n</li>'
    yield ('<ul markdown="1">\n' if first else "") + item + ("\n</ul>" if last else "")


JOINED = ((BlockType.LABEL, BlockType.ITEM), (BlockType.CAPTION, BlockType.CREDIT))


def _spans(page: Page, blocks: list[Block]) -> str:
    """Blocks that are set in one line of a list or caption, each still with its own id."""
    return " ".join(element("span", page.body(block), id=block.id, class_=f"dz-{block.type.value}") for block in blocks)


def _parallel(page: Page) -> Iterator[str]:
    """Source and translation paragraph by paragraph; the language of the tree stands first."""
    translation = page.document.translation
    assert translation
    translated = {block.id: block for block in translation.blocks}
    foreign_first = page.tree == translation.language
    yield f'<div class="dz-parallel{" dz-translation-first" if foreign_first else ""}" markdown="1">'
    if translation.title.text and not foreign_first:
        label = element("span", escape_html(say("translation-official", page.tree)), class_="dz-translation-note")
        title = element("span", escape_html(translation.title.text), data_field="translation-title", lang=translation.language)
        yield element("p", f"{title} {label}", class_="dz-translation-title")
    for block in page.text_blocks():
        sides = [_side(page, block)]
        if block.id in translated:
            there = translated[block.id]
            name, language = f"{block.id}-{translation.language}", translation.language
            sides.append(block_markdown(there, inline(there.text.text), page.tree, name, language))
        if foreign_first:
            sides.reverse()
        yield "\n\n".join(['<div class="dz-pair" markdown="1">', *sides, "</div>"])
    yield "</div>"


def _side(page: Page, block: Block) -> str:
    """A block of the source; with its links below it, where it has any."""
    text, lists = page.block(block, page.language), _links(page, block)
    return "\n\n".join(['<div class="dz-side" markdown="1">', text, *lists, "</div>"]) if lists else text


def _notes(page: Page) -> Iterator[str]:
    """The notes; each text is an element with the note's id and language, so that it can be traced and heard."""
    if page.document.notes:
        yield f"## {escape(say('notes', page.tree))} {attributes('notes')}"
        yield "///Footnotes Go Here///"
    for note in page.document.notes:
        language = page.language if any(map(is_han, note.text.text)) else "en"
        text = element("span", escape(page.shown(note.text.text)), id=note.id, lang=language)
        yield f"[^{note.number}]: {text}{_work(page, note.number)}"


def _work(page: Page, note: int) -> str:
    """The way from a note to the work that it cites, in the list of works and, where it is one of these texts, here."""
    work = page.network.works.get((page.document.id, note))
    if not work:
        return ""
    links = [("work-link", f"works-cited/#{work.id}", "dz-work")]
    if work.document:
        links.append(("work-here", url_of(page.network.documents[work.document]), "dz-work"))
    return "".join(" " + element("a", escape_html(say(key, page.tree)), href=f"../../{to}", class_=name) for key, to, name in links)
