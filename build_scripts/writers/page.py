"""What every part of a document's page is made from: the document, its witness, the tree and the links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape as escape_html
from json import dumps

from build_scripts.edition import Edition, shown, shown_language
from build_scripts.model import Block, BlockType, Document, Witness
from build_scripts.text.characters import is_han
from build_scripts.writers.markdown import block_markdown, inline, mark_layers
from build_scripts.writers.network import Network
from build_scripts.writers.reading_marks import permalink, regional_layers

ABOVE_THE_TEXT = (BlockType.KICKER, BlockType.HEADLINE, BlockType.DECK)


def front_matter(title: str, description: str = "", **more: object) -> str:
    """YAML front matter; every value is JSON, which is YAML. The theme prints titles as HTML, so they are escaped."""
    given: Mapping[str, object] = {"title": escape_html(title), "description": description, **more}
    lines = [f"{key}: {dumps(value, ensure_ascii=False)}" for key, value in given.items() if value]
    return "\n".join(["---", *lines, "---"])


@dataclass(frozen=True, slots=True)
class Page:
    """A document's page in one tree."""

    document: Document
    witness: Witness
    tree: str
    network: Network

    @property
    def own(self) -> str:
        """The language of the document as published."""
        return self.document.source.language

    @property
    def language(self) -> str:
        """The language of the document as this page shows it."""
        return shown_language(self.own, self.tree)

    @property
    def authors(self) -> list[str]:
        """The authors that the capture states, as this page shows them."""
        return [self.shown(item.text.text) for item in self.document.fields if item.name == "author"]

    def language_of(self, text: str) -> str:
        """The language of a note: that of the page's text, English where a note has no Han in it."""
        return self.language if any(map(is_han, text)) else "en"

    def shown(self, text: str) -> str:
        """A text of the document as this page shows it."""
        return shown(text, self.own, self.tree)

    def of_type(self, *types: BlockType) -> list[Block]:
        return [block for block in self.document.blocks if block.type in types]

    def text_blocks(self) -> list[Block]:
        """The blocks of the text itself, without what stands above it."""
        return [block for block in self.document.blocks if block.type not in ABOVE_THE_TEXT]

    def body(self, block: Block, outline: bool = True) -> str:
        """A block's text as Markdown, with its marks, links and note calls; `outline` as for `inline`."""
        text = self.shown(block.text.text)
        linked = self.network.layers(self.document, block.id)
        layers = [*mark_layers(block.marks), *linked, *regional_layers(text, self.own, self.tree)]
        return inline(text, layers, self.document.calls_in(block), outline, self.network.signs(self.document, block.id))

    def block(self, block: Block, language: str) -> str:
        """A block as Markdown with its id; `language` empty where the element around it says it."""
        own = permalink(block.id, self.tree) if block.type not in ABOVE_THE_TEXT else ""
        return block_markdown(block, self.body(block) + own, self.tree, block.id, language)


def pages_in(edition: Edition, tree: str, network: Network) -> list[Page]:
    """Every document's page in a tree, in the order of the edition."""
    witnesses = {document.id: witness for witness in edition.witnesses for document in witness.documents}
    return [Page(document, witnesses[document.id], tree, network) for document in edition.documents]


def longest_first(pages: list[Page]) -> list[Page]:
    """The pages by the length of their texts: what takes longest is begun first."""
    return sorted(pages, key=lambda page: -sum(len(block.text.text) for block in page.document.blocks))
