"""What is known of a document, settled once: what its capture states, and what an editor inferred, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.facts import Fact, Facts
from build_scripts.model import BlockType, Document
from build_scripts.passes.occasion import settle_occasion
from build_scripts.readers import READERS
from build_scripts.text.dates import to_edtf
from build_scripts.text.scripts import in_tree, script_of


def settle_facts(document: Document) -> Document:
    """The document with its facts; what source.yaml gives wins over what the capture states."""
    inferred = document.source.inferences.get("published")
    time = inferred.value if inferred else to_edtf(document.field("published"))
    reader = READERS.get(document.source.reader)  # it knows the shape, and that says what was published
    work = reader.cited_as if reader else "document"
    captured = _captured_title(document)
    given = in_tree(document.titles, script_of(document.source.language)) if captured else ""
    occasion = settle_occasion(document, time)
    return replace(document, facts=Facts(captured, given or captured, time, work, tuple(_known(document)), occasion))


def _captured_title(document: Document) -> str:
    """The title of the page, else the headline of the story."""
    headline = next((block.text.text for block in document.blocks if block.type is BlockType.HEADLINE), "")
    return document.field("title") or headline


def _known(document: Document) -> Iterator[Fact]:
    inferences = document.source.inferences
    stated = [item for item in document.fields if item.text.text]
    yield from (Fact(item.name, item.text.text, (item.text,)) for item in stated if item.name not in inferences)
    for name, inference in inferences.items():
        texts = tuple(item.text for item in stated if item.name == name)
        yield Fact(name, inference.value, texts, inference.because)
