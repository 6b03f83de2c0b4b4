"""The edition in one tree, without markup: what is shown of each document, works cited, collation. Every format reads it.

Everything is derived when it is first asked for, and once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from build_scripts.edition.edition import Edition, shown_language
from build_scripts.edition.glossary import Term, uses
from build_scripts.links.cited.works import Work
from build_scripts.links.model import Span
from build_scripts.links.parallel.alignment import Pair
from build_scripts.model import Kind
from build_scripts.seed.settings import TreeCode
from build_scripts.text.scripts import is_chinese
from build_scripts.views.collation import Collated, CollationPlaces, collated_sentences, collation_places
from build_scripts.views.document import ShownDocument
from build_scripts.views.running.regional import RegionalMark, regional_marks
from build_scripts.views.running.sentences import ByPlace, PairsByBlock, ShownSentence, pairs_by_block, sentences_by_place
from build_scripts.views.running.spans import words_of
from build_scripts.views.running.terms import TermMark, TermMarks, sought_terms, term_marks
from build_scripts.views.shelves import Shelf, shelf_folder, shelve
from build_scripts.views.showing import show_document
from build_scripts.views.wording import say
from build_scripts.views.works import WorkEntry, works_list

MOST_WORKS = 100  # works on one page, some 100 kB


@dataclass(frozen=True)
class Tree:
    """The edition as one tree shows it; `code` is `zh-Hans`, `zh-Hant` or `en`."""

    edition: Edition
    code: TreeCode

    def say(self, key: str) -> str:
        """The wording of a key. Raises KeyError for one that is not in the table."""
        return say(key, self.code)

    def edition_says(self, key: str) -> str:
        """What the edition itself says under a key; empty where it says nothing."""
        return self.code.words.get(key, "")

    def address(self, path: str) -> str:
        """The address of a page by its path inside the tree; empty where that of the site is not known."""
        site = self.edition.settings.address
        return site and f"{site}{self.code}/{path}"

    @cached_property
    def documents(self) -> tuple[ShownDocument, ...]:
        """Every document, in order of time."""
        return tuple(show_document(self.edition, document, self.code) for document in self.edition.documents)

    @cached_property
    def _by_id(self) -> Mapping[str, ShownDocument]:
        return {document.id: document for document in self.documents}

    def document(self, name: str) -> ShownDocument:
        """The document of an id. Raises KeyError where there is none."""
        return self._by_id[name]

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[ShownDocument, ...]]:
        """The documents of each kind that there is, in order of time."""
        return {kind: tuple(each for each in self.documents if each.document.kind.id == kind.id) for kind in self.edition.kinds}

    @cached_property
    def longest_first(self) -> tuple[ShownDocument, ...]:
        """The documents by the length of their texts: what takes longest is begun first."""
        return tuple(sorted(self.documents, key=lambda each: -each.size))

    @cached_property
    def works(self) -> tuple[WorkEntry, ...]:
        """Every work that the notes cite, in order of date, undated ones last."""
        return tuple(works_list(self.edition, self.code))

    @cached_property
    def work_shelf(self) -> Shelf[WorkEntry]:
        """The works in shelves, where they are more than one page lists."""
        return shelve(self.works, lambda work: work.time, MOST_WORKS)

    @cached_property
    def work_pages(self) -> Mapping[str, str]:
        """The path inside the tree of the page that lists a work, by its id."""
        listing = (shelf for shelf in (self.work_shelf, *self.work_shelf.below()) if not shelf.parts)
        return {work.id: f"works-cited/{shelf_folder(shelf.name)}" for shelf in listing for work in shelf.items}

    def work(self, name: str) -> WorkEntry | None:
        """The work of an id; None where the notes cite none such."""
        return next((work for work in self.works if work.id == name), None)

    @cached_property
    def cited_works(self) -> Mapping[tuple[str, int], Work]:
        """The work that a note cites, the first of several, by document id and number of the note."""
        return {(by.document, by.note): work for work in reversed(self.edition.works) for by in work.cited_by}

    @cached_property
    def is_connected(self) -> bool:
        """Whether any text takes words of a base."""
        bases = {document.id for document in self.edition.bases}
        return any(link.target is not None and link.target.document in bases for link in self.edition.links)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the glossary that a text uses, in the order of the glossary."""
        return tuple(term for term in self.edition.terms if self.users[term.line])

    @cached_property
    def users(self) -> Mapping[int, tuple[str, ...]]:
        """The ids of the documents that use a term, in order of time, by the term's line in the glossary."""
        documents = self.edition.documents
        return {term.line: tuple(dict.fromkeys(each.id for each, _ in uses(term, documents))) for term in self.edition.terms}

    def regional_marks(self, document: str, block: str) -> tuple[RegionalMark, ...]:
        """The words of a block or note that are pointed out as another region's."""
        return self._regional(document).get(block, ())

    @cached_property
    def _regional(self) -> Callable[[str], Mapping[str, tuple[RegionalMark, ...]]]:
        """Those of a document; most builds ask for those of a few."""

        def marks_of(name: str) -> Mapping[str, tuple[RegionalMark, ...]]:
            terms = ((block, marks) for (block, translated), marks in self._term_marks(name).items() if not translated)
            explained = {block: [(mark.start, mark.end) for mark in marks] for block, marks in terms}
            return regional_marks(self.edition.document(name), self.code, self.edition.regional, explained)

        return cache(marks_of)

    def term_marks(self, document: str, block: str, translated: bool = False) -> tuple[TermMark, ...]:
        """The terms of the glossary in a block, or in its translation, that are explained there."""
        return self._term_marks(document).get((block, translated), ())

    def terms_in(self, document: str) -> tuple[Term, ...]:
        """The terms that are explained in a document, in the order of the glossary."""
        found = {mark.term.line: mark.term for marks in self._term_marks(document).values() for mark in marks}
        return tuple(found[line] for line in sorted(found))

    @cached_property
    def _term_marks(self) -> Callable[[str], TermMarks]:
        """Those of a document."""
        sought = sought_terms(self.terms)
        return cache(lambda name: term_marks(self.edition, self.edition.document(name), sought))

    def sentences(self, document: str, block: str, translated: bool = False) -> tuple[ShownSentence, ...]:
        """The sentences of a block, or of its translation."""
        return self._sentences(document).get((block, translated), ())

    @cached_property
    def _sentences(self) -> Callable[[str], ByPlace]:
        """Those of a document."""
        return cache(lambda name: sentences_by_place(self.edition.document(name), self._pairs))

    def pairs(self, document: str, block: str) -> tuple[Pair, ...]:
        """The pairs of sentences of a block and its translation, in order."""
        return self._pairs.get((document, block), ())

    @cached_property
    def _pairs(self) -> PairsByBlock:
        return pairs_by_block(self.edition)

    @cached_property
    def collation_places(self) -> CollationPlaces:
        """The path inside the tree of the place in the collation of a sentence, by document and id of the sentence."""
        return collation_places(self.collation)

    @property
    def is_chinese(self) -> bool:
        return is_chinese(self.code)

    @cached_property
    def collation(self) -> tuple[Collated, ...]:
        """Every sentence of every base, in order, with what other texts have of it; empty where none has anything."""
        return () if not self.is_connected else tuple(collated_sentences(self.edition, self.code))

    def key(self, wanted: Collection[str]) -> list[ShownDocument]:
        """The documents that are wanted, by their ids, in order of time: what a key to the sigla lists."""
        return [document for document in self.documents if document.id in wanted]

    def text(self, span: Span) -> str:
        """The words of a span as the tree shows them: the whole block is converted, then cut."""
        return words_of(self.edition, span, self.code)

    def language(self, span: Span) -> str:
        """The language of the words of a span as the tree shows them."""
        return shown_language(self.edition.document(span.document).source.language, self.code)


@dataclass(frozen=True, eq=False)
class Views:
    """The edition in all of its trees."""

    edition: Edition

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        return tuple(Tree(self.edition, code) for code in self.edition.trees)

    def tree(self, code: str) -> Tree:
        """The tree of a code. Raises StopIteration where there is none."""
        return next(tree for tree in self.trees if tree.code == code)
