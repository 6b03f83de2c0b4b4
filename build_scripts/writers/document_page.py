"""The page of one document: what it is, its text with notes, and its translation beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape as escape_html
from itertools import groupby
from json import dumps

from build_scripts.edition import captured_title, in_tree, shown, shown_language, title_of, url_of
from build_scripts.model import Block, BlockType, Document, Field, Kind, Witness
from build_scripts.text.dates import show_date
from build_scripts.text.scripts import needs_conversion, script_of
from build_scripts.writers.markdown import attributes, block_markdown, element, escape, inline
from build_scripts.writers.wording import say


def document_page(document: Document, witness: Witness, tree: str) -> str:
    """The Markdown of a document's page in one tree."""
    hide = {"hide": ["navigation", "toc"]} if document.translation else {}
    parts = [front_matter(title_of(document, tree), in_tree(document.descriptions, tree), **hide), *_head(document, witness, tree)]
    parts += _parallel(document, tree) if document.translation else _single(document, tree)
    parts += _notes(document, tree)
    return "\n\n".join(parts) + "\n"


def front_matter(title: str, description: str = "", **more: str | list[str]) -> str:
    """YAML front matter; every value is JSON, which is YAML."""
    given = {"title": title, "description": description, **more}
    lines = [f"{key}: {dumps(value, ensure_ascii=False)}" for key, value in given.items() if value]
    return "\n".join(["---", *lines, "---"])


def _head(document: Document, witness: Witness, tree: str) -> Iterator[str]:
    own = document.source.language
    yield from (_block(document, block, tree) for block in _of_type(document, BlockType.KICKER))
    yield _title(document, tree)
    if tree == "en" and captured_title(document):
        yield _original_title(document, tree)
    yield from (_block(document, block, tree) for block in _of_type(document, BlockType.DECK))
    description = in_tree(document.descriptions, tree)
    if description:
        yield f"{escape(description)}\n{attributes('', ('dz-description',))}"
    yield _status(document, witness, tree)
    yield _facts(document, witness, own, tree)


def _title(document: Document, tree: str) -> str:
    """The heading: in a Chinese tree the title of the capture itself, with the id or field by which it is traced."""
    title = escape(title_of(document, tree))
    translation = document.translation
    official = translation and tree == translation.language and "en" not in document.titles
    classes = attributes("", ("dz-title", "dz-speech") if document.kind is Kind.SPEECH else ("dz-title",))
    if tree != "en" and captured_title(document):
        return f"# {_traced_title(document, tree)} {classes}"
    if official:
        return f"# {element('span', title, data_field='translation-title')} {classes}"
    return f"# {title} {classes}"


def _traced_title(document: Document, tree: str) -> str:
    headline = _of_type(document, BlockType.HEADLINE)
    language = shown_language(document.source.language, tree)
    if headline:
        text = shown(headline[0].text.text, document.source.language, tree)
        return element("span", escape(text), id=headline[0].id, lang=language)
    return element("span", escape(shown(document.field("title"), document.source.language, tree)),
                   data_field="title", lang=language)  # fmt: skip


def _original_title(document: Document, tree: str) -> str:
    return f"{_traced_title(document, tree)}\n{attributes('', ('dz-original-title',))}"


def _of_type(document: Document, *types: BlockType) -> list[Block]:
    return [block for block in document.blocks if block.type in types]


def _status(document: Document, witness: Witness, tree: str) -> str:
    """What was done to the text for this page, and the ways to the text as published and to the capture."""
    own = document.source.language
    parts = []
    if needs_conversion(own, tree):
        there = f"../../../{script_of(own)}/{url_of(document)}"
        link = element("a", escape(say("as-published", tree)), href=there, hreflang=script_of(own), class_="dz-as-published")
        parts.append(f"{escape(say('converted', tree))}{' ' if tree == 'en' else ''}{link}")
    if not captured_title(document):
        parts.append(escape(say("supplied-title", tree)))
    if witness.source.stories:
        parts.append(f"[{escape(say('page-whole', tree))}]({witness.source.id}.md)")
    parts.append(f"[{escape(say('capture-beside', tree))}](../about/ledger/{witness.source.id}.md#{document.id})")
    return f"{' · '.join(parts)}\n{attributes('', ('dz-status',))}"


def _facts(document: Document, witness: Witness, own: str, tree: str) -> str:
    """The particulars: what the capture states, as it states it, and in square brackets what an editor inferred."""
    said = [item for item in document.fields if item.name != "title" and item.text.text]
    rows = [_fact(name, list(items), own, tree) for name, items in groupby(said, key=lambda item: item.name)]
    for name, inference in document.source.inferences.items():
        if not document.field(name):
            value = show_date(inference.value, tree) if name == "published" else shown(inference.value, own, tree)
            reason = in_tree(inference.because, tree) or inference.because.get("en", "")
            because = element("span", escape_html(reason), class_="dz-because", **_foreign(inference.because, tree))
            label = f"{say('inferred', tree)}{': ' if tree == 'en' else '：'}"
            rows.append(_row(name, f"[{escape_html(value)}] {element('small', escape_html(label) + because)}", tree))
    rows.append(_row_of(say("language-label", tree), escape_html(say(f"language-{own}", tree))))
    summary = element("summary", escape_html(say("particulars", tree)))
    return element("details", summary + element("dl", "".join(rows)), class_="dz-facts", open="")


def _foreign(words: Mapping[str, str], tree: str) -> dict[str, str]:
    return {} if in_tree(dict(words), tree) else {"lang": "en"}


def _fact(name: str, items: list[Field], own: str, tree: str) -> str:
    language = shown_language(own, tree)
    values = [
        element("span", escape_html(shown(item.text.text, own, tree)), data_field=name, lang=language) for item in items
    ]
    return _row(name, "<br>".join(values), tree)


def _row(name: str, value: str, tree: str) -> str:
    return _row_of(say(f"field-{name}", tree), value)


def _row_of(label: str, value: str) -> str:
    return element("div", element("dt", escape_html(label)) + element("dd", value))


BODY_LESS = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK)


def _body_blocks(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.type not in BODY_LESS]


def _block(document: Document, block: Block, tree: str, language: str | None = None) -> str:
    own = document.source.language
    tag = shown_language(own, tree) if language is None else language
    return block_markdown(block, shown(block.text.text, own, tree), document.calls_in(block), tree, block.id, tag)


def _single(document: Document, tree: str) -> Iterator[str]:
    """The text by itself; its language stands once, on the element around it."""
    language = shown_language(document.source.language, tree)
    yield f'<div class="dz-text" lang="{language}" markdown="1">'
    waiting: Block | None = None
    blocks = _body_blocks(document)
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.type in (BlockType.LABEL, BlockType.CAPTION) and after and _joins(block, after):
            waiting = block
            continue
        if block.type is BlockType.ITEM:
            yield f"- {_spans(document, [each for each in (waiting, block) if each], tree)}"
        elif waiting:
            yield f"{_spans(document, [waiting, block], tree)}\n{attributes('', ('dz-caption',))}"
        else:
            yield _block(document, block, tree, "")
        waiting = None
    yield "</div>"


def _joins(block: Block, after: Block) -> bool:
    return (block.type, after.type) in ((BlockType.LABEL, BlockType.ITEM), (BlockType.CAPTION, BlockType.CREDIT))


def _spans(document: Document, blocks: list[Block], tree: str) -> str:
    """Blocks that are set in one line of a list or caption, each still with its own id."""
    own = document.source.language
    return " ".join(
        element("span", inline(shown(block.text.text, own, tree), block.marks, document.calls_in(block)),
                id=block.id, class_=f"dz-{block.type.value}")
        for block in blocks
    )  # fmt: skip


def _parallel(document: Document, tree: str) -> Iterator[str]:
    """Source and translation paragraph by paragraph; the language of the tree stands first."""
    translation = document.translation
    assert translation
    translated = {block.id: block for block in translation.blocks}
    foreign_first = tree == translation.language
    yield f'<div class="dz-parallel{" dz-translation-first" if foreign_first else ""}" markdown="1">'
    if translation.title.text and not foreign_first:
        label = element("span", escape_html(say("translation-official", tree)), class_="dz-translation-note")
        title = element("span", escape_html(translation.title.text), data_field="translation-title", lang=translation.language)
        yield element("p", f"{title} {label}", class_="dz-translation-title")
    for block in _body_blocks(document):
        sides = [_block(document, block, tree)]
        if block.id in translated:
            there = translated[block.id]
            name, language = f"{block.id}-{translation.language}", translation.language
            sides.append(block_markdown(there, there.text.text, (), tree, name, language))
        if foreign_first:
            sides.reverse()
        yield "\n\n".join(['<div class="dz-pair" markdown="1">', *sides, "</div>"])
    yield "</div>"


def _notes(document: Document, tree: str) -> Iterator[str]:
    """The notes; each text is an element with the note's id and language, so that it can be traced and heard."""
    own = document.source.language
    if document.notes:
        yield f"## {escape(say('notes', tree))} {attributes('notes')}"
        yield "///Footnotes Go Here///"
    for note in document.notes:
        text = escape(shown(note.text.text, own, tree))
        yield f"[^{note.number}]: {element('span', text, id=note.id, lang=shown_language(own, tree))}"
