"""What stands above the text of a document: title, description, what was done to the text, particulars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape as escape_html
from itertools import groupby

from build_scripts.edition import captured_title, in_tree, title_of, url_of
from build_scripts.model import BlockType, Field, Kind
from build_scripts.names import english_name
from build_scripts.text.dates import show_date
from build_scripts.text.scripts import needs_conversion, script_of
from build_scripts.writers.markdown import attributes, element, escape, mark_han
from build_scripts.writers.page import Page
from build_scripts.writers.parallel import translated_lines
from build_scripts.writers.witness_list import witness_lists
from build_scripts.writers.wording import say


def document_head(page: Page) -> Iterator[str]:
    """The Markdown above the text."""
    document, tree = page.document, page.tree
    for block in page.of_type(BlockType.KICKER):
        yield page.block(block, page.language)
        yield from translated_lines(page, [block])
    yield _title(page)
    if tree == "en" and captured_title(document):
        yield f"{_traced_title(page)}\n{attributes('', ('dz-original-title',))}"
    yield from witness_lists(page, *page.of_type(BlockType.HEADLINE))
    if tree != "en":
        yield from translated_lines(page, page.of_type(BlockType.HEADLINE))
    for block in page.of_type(BlockType.DECK):
        yield page.block(block, page.language)
        yield from witness_lists(page, block)
        yield from translated_lines(page, [block])
    description = in_tree(document.descriptions, tree)
    if description:
        yield f"{escape(description)}\n{attributes('', ('dz-description',))}"
    yield _status(page)
    yield _facts(page)


def _title(page: Page) -> str:
    """The heading: in a Chinese tree the title of the capture itself, with the id or field by which it is traced."""
    document, tree = page.document, page.tree
    title = escape(title_of(document, tree))
    translation = document.translation
    official = translation and translation.captured and tree == translation.language and "en" not in document.titles
    classes = attributes("", ("dz-title", "dz-speech") if document.kind is Kind.SPEECH else ("dz-title",))
    if tree != "en" and captured_title(document):
        return f"# {_traced_title(page)} {classes}"
    if official:
        return f"# {element('span', title, data_field='translation-title')} {classes}"
    headline = translation and any(block.type is BlockType.HEADLINE for block in translation.blocks)
    if headline and tree == translation.language:
        return f"# {element('span', title, id=f'headline-{tree}')} {classes}"
    return f"# {title} {classes}"


def _traced_title(page: Page) -> str:
    headline = page.of_type(BlockType.HEADLINE)
    if headline:
        return element("span", page.body(headline[0]), id=headline[0].id, lang=page.language)
    title = escape(page.shown(page.document.field("title")))
    return element("span", title, data_field="title", lang=page.language)


def _status(page: Page) -> str:
    """What was done to the text for this page, and the ways to the text as published and to the capture."""
    document, tree, source = page.document, page.tree, page.witness.source
    parts = []
    if needs_conversion(page.own, tree):
        script = script_of(page.own)
        there = f"../../../{script}/{url_of(document)}"
        link = element("a", escape(say("as-published", tree)), href=there, hreflang=script, class_="dz-as-published")
        parts.append(f"{escape(say('converted', tree))} {link}")
    if not captured_title(document):
        parts.append(escape(say("supplied-title", tree)))
    if source.stories:
        parts.append(f"[{escape(say('page-whole', tree))}]({source.id}.md)")
    parts.append(f"[{escape(say('capture-beside', tree))}](../about/ledger/{source.id}.md#{document.id})")
    return f"{' · '.join(parts)}\n{attributes('', ('dz-status',))}"


def _facts(page: Page) -> str:
    """The particulars: what the capture states, as it states it, and in square brackets what an editor inferred."""
    said = [item for item in page.document.fields if item.name != "title" and item.text.text]
    rows = [_fact(page, name, list(items)) for name, items in groupby(said, key=lambda item: item.name)]
    rows += _inferred(page)
    rows.append(_row_of(say("language-label", page.tree), escape_html(say(f"language-{page.own}", page.tree))))
    summary = element("summary", escape_html(say("particulars", page.tree)))
    return element("details", summary + element("dl", "".join(rows)), class_="dz-facts", open="")


def _inferred(page: Page) -> Iterator[str]:
    tree = page.tree
    for name, inference in page.document.source.inferences.items():
        if page.document.field(name):
            continue
        stated = element("span", escape_html(page.shown(inference.value)), lang=page.language)
        value = escape_html(show_date(inference.value, tree)) if name == "published" else stated + _in_english(inference.value, tree)
        reason = in_tree(inference.because, tree) or inference.because.get("en", "")
        because = element("span", mark_han(escape_html(reason), page.own) if tree == "en" else escape_html(reason), class_="dz-because", **_foreign(inference.because, tree))
        label = f"{say('inferred', tree)}{': ' if tree == 'en' else '：'}"
        yield _row(name, f"[{value}] {element('small', escape_html(label) + because)}", tree)


def _foreign(words: Mapping[str, str], tree: str) -> dict[str, str]:
    return {} if in_tree(dict(words), tree) else {"lang": "en"}


def _fact(page: Page, name: str, items: list[Field]) -> str:
    values = [
        element("span", escape_html(page.shown(item.text.text)), data_field=name, lang=page.language) + _in_english(item.text.text, page.tree)
        for item in items
    ]
    return _row(name, "<br>".join(values), page.tree)


def _in_english(value: str, tree: str) -> str:
    """A name's English behind it, in the English tree."""
    english = english_name(value) if tree == "en" else ""
    return f" ({escape_html(english)})" if english else ""


def _row(name: str, value: str, tree: str) -> str:
    return _row_of(say(f"field-{name}", tree), value)


def _row_of(label: str, value: str) -> str:
    return element("div", element("dt", escape_html(label)) + element("dd", value))
