"""What the pages and files of a document are kept by: no less than what they show of other documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pytest

from build_scripts.edition.edition import Edition
from build_scripts.model import Document
from build_scripts.pipeline import Project, read_edition
from build_scripts.views.inputs import inputs_of, joined_texts
from build_scripts.views.tree import Tree, Views
from build_scripts.writers.tei.files import tei_files
from build_scripts.writers.web.document.cite_block import cite_edition
from build_scripts.writers.web.document.document_page import document_page
from build_scripts.writers.web.written import write_page
from tests.making.whole_edition import make_edition

SHARED = ("documents", "terms", "users", "works", "work_shelf", "work_pages", "collation_places", "is_connected")
Inputs = dict[str, tuple[bytes, ...]]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with a talk, a text that quotes it, and others that no link joins with these, nor with each other."""
    return make_edition(tmp_path_factory.mktemp("inputs") / "edition")


def read(seeds: Path) -> Edition:
    return read_edition(Project(seeds.parent), lambda words: None, accept_anchors=True, checked=False)


def changed(seeds: Path, path: str, before: str, after: str) -> Iterator[str]:
    """The ids of the documents whose pages are other ones when words of a file of the seeds are changed, which are put back."""
    first = inputs_of(Views(read(seeds)))
    file = seeds / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    try:
        second = inputs_of(Views(read(seeds)))
    finally:
        file.write_text(text, encoding="utf-8")
    return (name for name in second if first.get(name) != second[name])


def test_what_pages_are_made_from_is_known_without_making_the_rows_of_any(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_scripts.views.showing._rows", lambda *_: pytest.fail("made"))
    assert all(inputs_of(Views(read(seeds))).values())


def hollow(document: Document) -> Document:
    """A document without a word of its text."""
    return replace(document, blocks=(), notes=(), calls=(), translation=None, others=(), rest=(), comments=(), fields=())


class Hollowed(Tree):
    """A tree in which some documents have no text, and all that lists of all texts show is as it was."""

    shared: dict[str, object]

    @cached_property
    def documents(self):
        kept = self.edition.by_id
        whole = {each.id: each for each in self.shared["documents"]}
        return tuple(
            each
            if kept[name].blocks
            else replace(each, document=kept[name], make_rows=tuple, make_notes=tuple, particulars=(), further=())
            for name, each in whole.items()
        )


def hollowed(tree: Tree, kept: set[str]) -> Tree:
    edition = tree.edition
    by_id = {name: each if name in kept else hollow(each) for name, each in edition.by_id.items()}
    poor = replace(edition, by_id=by_id, documents=tuple(by_id[each.id] for each in edition.documents))
    found = Hollowed(poor, tree.code)
    shared = {name: getattr(tree, name) for name in SHARED}
    found.__dict__.update({name: value for name, value in shared.items() if name not in ("documents", "is_connected")})
    found.__dict__["shared"] = shared
    return found


def test_a_page_shows_no_word_of_a_text_that_is_no_input_of_it(seeds: Path) -> None:
    edition = read(seeds)
    joined, citations = joined_texts(edition), cite_edition(edition)
    assert any(joined.values()) and len(joined) < len(edition.documents)
    for tree in Views(edition).trees:
        for document in edition.documents:
            poor = hollowed(tree, {document.id, *joined.get(document.id, ())})
            shown = [document_page(each, each.document(document.id), citations[document.id]) for each in (tree, poor)]
            assert write_page(shown[0]) == write_page(shown[1]), document.id


def test_the_tei_file_of_a_document_is_made_from_its_inputs(seeds: Path) -> None:
    edition = read(seeds)
    joined, files = joined_texts(edition), tei_files(edition)
    for document in edition.documents:
        poor = hollowed(Tree(edition, edition.trees[0]), {document.id, *joined.get(document.id, ())}).edition
        path = f"data/tei/{document.id}.xml"
        assert tei_files(poor)[path] == files[path]


def test_a_word_of_a_text_is_an_input_of_what_links_join_with_it_and_of_no_other(seeds: Path) -> None:
    (seeds / "lighthouse/note.txt").write_text("one", encoding="utf-8")  # any file of a source is an input of it
    found = set(changed(seeds, "lighthouse/note.txt", "one", "two"))
    assert found == {"lighthouse", "evening-paper"}
    alone = set(changed(seeds, "saved/source.yaml", "reader:", "# a remark\nreader:"))
    assert alone and not alone & {"lighthouse", "evening-paper"}


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("lighthouse/source.yaml", "A Talk on", "The Talk on"),  # the name by which lists call it
        ("edition.yaml", "The Lighthouse Papers", "Lighthouse Papers"),
        ("glossary.yaml", "en: keeper", "en: warden"),
        ("names.yaml", "Cape Lighthouse,", "The Cape Lighthouse,"),
    ],
)
def test_what_all_pages_may_show_is_an_input_of_all(seeds: Path, path: str, before: str, after: str) -> None:
    assert set(changed(seeds, path, before, after)) == {each.id for each in read(seeds).documents}


def test_the_address_is_an_input_of_all_though_no_file_gives_it(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs_of(Views(read(seeds)))
    monkeypatch.setenv("DUIZHAO_SITE_URL", "https://example.net/other/")
    after = inputs_of(Views(read(seeds)))
    assert all(before[name] != after[name] for name in before)


def test_a_link_that_is_decided_otherwise_is_an_input_of_both_ends(seeds: Path) -> None:
    found = set(changed(seeds, "evening-paper/decisions.yaml", "type: echo", "type: quotation"))
    assert {"lighthouse", "evening-paper"} <= found


def test_a_document_that_was_read_without_a_hash_has_no_inputs(seeds: Path) -> None:
    edition = read(seeds)
    first, *others = edition.documents
    without = replace(first, source=replace(first.source, inputs=b""))
    assert inputs_of(Views(replace(edition, documents=(without, *others)))) == {}
