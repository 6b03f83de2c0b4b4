"""The edition: all witnesses, their documents in order of time, and what is said of each in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from build_scripts.catalogue import TREES
from build_scripts.diagnostics import Diagnostic, bad
from build_scripts.links import find_links
from build_scripts.links.alignment import Pair, align_sentences
from build_scripts.links.model import Link
from build_scripts.links.works import Work, read_works
from build_scripts.model import BlockType, Document, Kind, Witness
from build_scripts.text.dates import time_order, to_edtf
from build_scripts.text.scripts import needs_conversion, to_script

SECTIONS = {Kind.SPEECH: "speech", Kind.COMMENTARY: "commentary", Kind.NEWS: "news"}


@dataclass(frozen=True, slots=True)
class Edition:
    """Every witness, in the order of the seeds; every document, in order of time; and what joins them.

    `sentences` holds, for each document with a translation, the pairs of its aligned sentences.
    """

    witnesses: tuple[Witness, ...]
    documents: tuple[Document, ...]
    links: tuple[Link, ...] = ()
    works: tuple[Work, ...] = ()
    sentences: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)
    warnings: tuple[Diagnostic, ...] = ()

    def of_kind(self, kind: Kind) -> list[Document]:
        return [document for document in self.documents if document.kind is kind]


def make_edition(witnesses: list[Witness]) -> Edition:
    """The edition of these witnesses. Raises BadInput `missing-title`."""
    documents = [document for witness in witnesses for document in witness.documents]
    for document in documents:
        if not any(title_of(document, tree) for tree in TREES):
            hint = "add “title: {zh-Hans: …}” or, where the page has one, name its line under “structure”"
            raise bad(document.source.place("id"), "missing-title", f"“{document.id}” has no title", hint)
    return Edition(tuple(witnesses), tuple(sorted(documents, key=lambda each: time_order(published(each)))))


def connect(edition: Edition) -> Edition:
    """The edition with its links, the works that it cites and its aligned sentences."""
    translated = [each for each in edition.documents if each.translation and each.translation.status == "official"]
    return replace(
        edition,
        links=find_links(edition.documents),
        works=read_works(edition.documents),
        sentences={document.id: align_sentences(document) for document in translated},
    )


def published(document: Document) -> str:
    """When it was published, in EDTF: as the capture says, else as an editor inferred, else empty."""
    inferred = document.source.inferences.get("published")
    return to_edtf(document.field("published")) or (inferred.value if inferred else "")


def stated(document: Document, name: str) -> str | None:
    """A fact that the capture states or an editor inferred; None where neither does."""
    inferred = document.source.inferences.get(name)
    return document.field(name) or (inferred.value if inferred else None)


def captured_title(document: Document) -> str:
    """The title that the capture carries: that of the page or the headline of the story; empty where it has none."""
    headline = next((block.text.text for block in document.blocks if block.type is BlockType.HEADLINE), "")
    return document.field("title") or headline


def title_of(document: Document, tree: str) -> str:
    """The title in the language and script of a tree; a Chinese one where the English tree has no English one."""
    translation = document.translation
    if tree == "en":
        translated = translation.title.text if translation and translation.language.startswith("en") else ""
        english = document.titles.get("en") or translated
        return english or captured_title(document) or in_tree(document.titles, "zh-Hans")
    captured = captured_title(document)
    if captured:
        return to_script(captured, document.source.language, tree)
    return in_tree(document.titles, tree)


def in_tree(words: dict[str, str], tree: str) -> str:
    """The editor's words in the language of a tree: as given, else converted from the other script; empty where none."""
    if tree in words or tree == "en":
        return words.get(tree, "")
    return next((to_script(text, language, tree) for language, text in words.items() if language != "en"), "")


def shown(text: str, language: str, tree: str) -> str:
    """A text of a document as that tree shows it."""
    return to_script(text, language, tree)


def shown_language(language: str, tree: str) -> str:
    """The BCP 47 code of a text as that tree shows it: its own, or that of the tree where its script was changed."""
    return tree if needs_conversion(language, tree) else language


def url_of(document: Document) -> str:
    """The path of a document's page inside each tree."""
    return f"{SECTIONS[document.kind]}/{document.id}/"
