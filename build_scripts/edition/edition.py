"""The edition: all witnesses, their documents in order of time, and everything that is derived from them, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from build_scripts.diagnostics import Diagnostic, bad
from build_scripts.edition.carried import CarriedLinks, carry_links
from build_scripts.edition.glossary import Term
from build_scripts.edition.ledger import Ledger, make_ledger
from build_scripts.edition.names import Name
from build_scripts.edition.numbering import Numbering, give_numbers
from build_scripts.edition.version import Version, make_version
from build_scripts.links import find_links
from build_scripts.links.cited.works import Work, read_works
from build_scripts.links.model import Link, LinkType, Span, TextLink
from build_scripts.links.parallel.alignment import Pair, align_sentences
from build_scripts.links.parallel.apparatus import Sentence, collate
from build_scripts.links.words.regional import RegionalWords, general_words
from build_scripts.model import Document, Kind, Place, Witness
from build_scripts.seed.history.link_lock import LockedLink
from build_scripts.seed.releases import Release
from build_scripts.seed.settings import SHOWN, Settings, TreeCode, plain_settings
from build_scripts.text.dates import time_order
from build_scripts.text.scripts import in_tree as in_tree
from build_scripts.text.scripts import needs_conversion, same_language, to_script


@dataclass(frozen=True, slots=True)
class Edition:
    """Every witness, in the order of the seeds, with its ledger; every document, in order of time; and what joins them.

    `sentences` holds, for each document with a translation, the pairs of its aligned sentences; `translated` each sentence of
    those with an official one, with the words that translate it. `collation` is every sentence of every speech with what other
    texts have of it, `carried` the links in the translations. `published` are the links that have names already; `releases`
    those that were published, the newest first.
    """

    witnesses: tuple[Witness, ...]
    documents: tuple[Document, ...]
    by_id: Mapping[str, Document] = field(default_factory=dict)
    by_source: Mapping[str, Witness] = field(default_factory=dict)
    ledgers: tuple[Ledger, ...] = ()
    links: tuple[Link, ...] = ()
    works: tuple[Work, ...] = ()
    sentences: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)
    translated: Mapping[str, tuple[tuple[Span, str], ...]] = field(default_factory=dict)
    collation: tuple[Sentence, ...] = ()
    numbering: Numbering = field(default_factory=Numbering)
    carried: CarriedLinks = field(default_factory=CarriedLinks)
    version: Version = field(default_factory=Version)
    published: tuple[LockedLink, ...] = ()
    releases: tuple[Release, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    settings: Settings = field(default_factory=plain_settings)
    names: tuple[Name, ...] = ()
    terms: tuple[Term, ...] = ()
    regional: RegionalWords = field(default_factory=general_words)

    @property
    def trees(self) -> tuple[TreeCode, ...]:
        """The trees of the site, in their order."""
        return self.settings.trees

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of which there is a document, in the order of their sections."""
        return [kind for kind in self.settings.kinds if self.of_kind(kind)]

    @property
    def bases(self) -> list[Document]:
        """The documents that the others quote, in order of time."""
        return [document for document in self.documents if document.kind.base]

    def of_kind(self, kind: Kind) -> list[Document]:
        return [document for document in self.documents if document.kind.id == kind.id]

    def document(self, name: str) -> Document:
        """The document of an id. Raises KeyError where there is none."""
        return self.by_id[name]

    def witness(self, document: Document) -> Witness:
        """The witness that a document was read from."""
        return self.by_source[document.source.id]

    def is_from_speech(self, link: TextLink) -> bool:
        """Whether the words of a link come from a speech itself, and do not only sound like it."""
        return link.type is not LinkType.SAME_WORDING and self.document(link.target.document).kind.base

    def has_made_wording(self, name: str) -> bool:
        """Whether an editor infers that the words of a region in a document were put there by a conversion, not an author."""
        return bool(self.document(name).facts.named("wording"))

    def translated_for(self, document: Document, tree: str) -> str:
        """The language of a document's translation where a tree is in that language and not in the document's; else empty."""
        translation = document.translation
        wanted = translation and same_language(tree, translation.language) and not same_language(tree, document.source.language)
        return translation.language if translation and wanted else ""

    def official_words(self, span: Span) -> str:
        """The official translation of the sentences in which a span lies; empty where there is none."""
        words = [text for source, text in self.translated.get(span.document, ()) if source.overlap(span)]
        return " ".join(dict.fromkeys(words))


def make_edition(
    witnesses: list[Witness],
    settings: Settings | None = None,
    names: tuple[Name, ...] = (),
    terms: tuple[Term, ...] = (),
    days: Mapping[str, str] | None = None,
) -> Edition:
    """The edition of these witnesses, with their ledgers; `days` are those of the last change by the ids of sources.

    Raises BadInput: `unknown-id` where the settings name a document that there is not.
    """
    settings = settings or plain_settings()
    documents = [document for witness in witnesses for document in witness.documents]
    _check_named(settings, {document.id for document in documents})
    ordered = tuple(sorted(documents, key=lambda each: time_order(each.facts.time)))
    by_id = {document.id: document for document in ordered}
    ledgers = tuple(map(make_ledger, witnesses))
    version = make_version(witnesses, days or {})
    by_source = {witness.source.id: witness for witness in witnesses}
    return Edition(
        tuple(witnesses), ordered, by_id, by_source, ledgers, version=version, settings=settings, names=names, terms=terms
    )


def _check_named(settings: Settings, known: set[str]) -> None:
    """`unknown-id` where `edition.yaml` names a document that there is not."""
    named = [(name, settings.places.get("base", Place(SHOWN))) for name in sorted(settings.base or ())]
    for name, place in [*named, *((start.document, start.place) for start in settings.start or ())]:
        if name not in known:
            hint = f"the documents are {', '.join(sorted(known))}"
            raise bad(place, "unknown-id", f"there is no document “{name}”", hint)


def connect(edition: Edition) -> Edition:
    """The edition with everything that joins its documents: links and their numbers, works, aligned sentences, collation."""
    documents = edition.documents
    official = [each for each in documents if each.translation and each.translation.is_official]
    works = read_works(documents)
    links = find_links(documents, works, edition.regional)
    sentences = {document.id: align_sentences(document) for document in documents if document.translation}
    numbering = give_numbers(documents, links, edition.published)
    return replace(
        edition,
        links=links,
        works=works,
        sentences=sentences,
        translated={document.id: tuple(_translated(document, sentences[document.id])) for document in official},
        collation=collate(documents, links),
        numbering=numbering,
        carried=carry_links(documents, sentences, numbering),
    )


def _translated(document: Document, pairs: Iterable[Pair]) -> Iterator[tuple[Span, str]]:
    """Each sentence with the words of the sentences that translate it."""
    texts = {block.id: block.text.text for block in document.translation.blocks} if document.translation else {}
    for pair in pairs:
        words = " ".join(texts[span.block][span.start : span.end].strip() for span in pair.target)
        yield from ((span, words) for span in pair.source)


def shown(text: str, language: str, tree: str) -> str:
    """A text of a document as that tree shows it."""
    return to_script(text, language, tree)


def shown_language(language: str, tree: str) -> str:
    """The BCP 47 code of a text as that tree shows it: its own, or that of the tree where its script was changed."""
    return tree if needs_conversion(language, tree) else language


def url_of(document: Document) -> str:
    """The path of a document's page inside each tree."""
    return f"{document.kind}/{document.id}/"
