"""The page of one document: its head, its text with notes and links, and its translation beside it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html

from build_scripts.edition import in_tree, title_of, url_of
from build_scripts.model import Block, BlockType, Note
from build_scripts.writers.citations import Citation
from build_scripts.writers.cite_block import cite_block
from build_scripts.writers.document_head import document_head
from build_scripts.writers.downloads import downloads_of
from build_scripts.writers.markdown import attributes, element, escape, inline, mark_han
from build_scripts.writers.metadata import metadata
from build_scripts.writers.page import Page, front_matter
from build_scripts.writers.parallel import parallel
from build_scripts.writers.print_key import print_key
from build_scripts.writers.reading_controls import reading_controls
from build_scripts.writers.reading_marks import permalink, regional_layers
from build_scripts.writers.reading_published import published_script
from build_scripts.writers.witness_list import witness_lists
from build_scripts.writers.wording import say


def document_page(page: Page, citations: tuple[Citation, ...] = ()) -> str:
    """The Markdown of a document's page in one tree; `citations` are those of the document."""
    document, tree = page.document, page.tree
    translation = document.translation
    outlined = bool(page.of_type(BlockType.HEADING))
    hide = {"hide": ["navigation"] if outlined else ["navigation", "toc"]} if translation else {}
    outline = translation.language if translation and tree == translation.language else page.language
    files = {"downloads_title": say("downloads", tree), "downloads": downloads_of(document, tree)}
    cited = {"cite": cite_block(document, citations, tree), "metadata": metadata(document, tree)}
    head = front_matter(title_of(document, tree), in_tree(document.descriptions, tree), text_language=outline, **hide, **files, **cited)
    parts = [head, *document_head(page)]
    lists = {block.id: found for block in document.blocks for found in witness_lists(page, block)}
    parts.append(reading_controls(page))
    parts += parallel(page, translation, lists) if translation else _single(page)
    parts += [*_notes(page), print_key(page), published_script(page)]
    return "\n\n".join(filter(None, parts)) + "\n"


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
            yield from witness_lists(page, block)
        waiting, before = None, block.type
    yield "</div>"


def _in_list(block: Block | None) -> bool:
    return bool(block) and block.type in (BlockType.LABEL, BlockType.ITEM)


def _item(page: Page, blocks: list[Block], first: bool, last: bool) -> Iterator[str]:
    """An item of a list with its links below it; the list is in HTML, because an item of Markdown's cannot hold a block."""
    body = "\n\n".join([_spans(page, blocks), *witness_lists(page, *blocks)])
    item = f'<li markdown="block">\n\n{body}\n\n</li>'
    yield ('<ul markdown="1">\n' if first else "") + item + ("\n</ul>" if last else "")


JOINED = ((BlockType.LABEL, BlockType.ITEM), (BlockType.CAPTION, BlockType.CREDIT))


def _spans(page: Page, blocks: list[Block]) -> str:
    """Blocks that are set in one line of a list or caption, each still with its own id."""
    own = permalink(blocks[-1].id, page.tree)
    return " ".join(element("span", page.body(block), id=block.id, class_=f"dz-{block.type.value}") for block in blocks) + own


def _notes(page: Page) -> Iterator[str]:
    """The notes; each text is an element with the note's id and language, so that it can be traced and heard."""
    if page.document.notes:
        yield f"## {escape(say('notes', page.tree))} {attributes('notes')}"
        yield "///Footnotes Go Here///"
    for note in page.document.notes:
        yield f"[^{note.number}]: {' '.join(_note(page, note))}"


def _note(page: Page, note: Note) -> list[str]:
    """A note in its own language and, where it is translated, in the other; the language of the tree stands first."""
    shown = page.shown(note.text.text)
    body = inline(shown, regional_layers(shown, page.own, page.tree))
    texts = [element("span", body, id=note.id, lang=page.language_of(note.text.text))]
    translation = page.document.translation
    there = next((each for each in translation.notes if each.number == note.number), None) if translation else None
    if translation and there and there.text.text != note.text.text:
        name = f"{note.id}-{translation.language}"
        translated = element("span", mark_han(escape(there.text.text), page.own), id=name, lang=translation.language, class_="dz-note-translated")
        texts = [translated, *texts] if page.tree == translation.language else [*texts, translated]
    return [*texts, *_work(page, note.number)]


def _work(page: Page, note: int) -> Iterator[str]:
    """The way from a note to the work that it cites: in the list of works and, where it is one of these texts, here."""
    work = page.network.works.get((page.document.id, note))
    links = [("work-link", f"works-cited/#{work.id}")] if work else []
    if work and work.document:
        links.append(("work-here", url_of(page.network.documents[work.document])))
    for key, to in links:
        yield element("a", escape_html(say(key, page.tree)), href=f"../../{to}", class_="dz-work")
