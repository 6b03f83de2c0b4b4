"""The `teiHeader` of a document and of the edition: what is stated, by whom what is inferred, and from which capture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.edition.edition import Edition, in_tree, url_of
from build_scripts.model import Document
from build_scripts.source import Provenance
from build_scripts.text.dates import to_edtf
from build_scripts.views.titles import title_in
from build_scripts.views.wording import say
from build_scripts.writers.tei.encoding import WORDED, encoding
from build_scripts.writers.tei.scope import Scope, whole_id
from build_scripts.writers.tei.words import paragraphs, wordings
from build_scripts.writers.tei.works import w3c_date
from build_scripts.writers.tei.xml import Element, make, pointer_to

# The elements of the facts of a capture that have one; the others are notes.
FACTS = {"title": "title", "author": "author", "publisher": "publisher", "published": "date", "editor": "editor"}


def document_header(scope: Scope) -> Element:
    """The header of a document; in the file of the edition that of the edition says what holds for all."""
    document = scope.document
    authors = [
        make("author", item.text.text, lang=document.source.language) for item in document.fields if item.name == "author"
    ]
    responsible = [*([] if scope.whole else [_editor(scope.edition)]), *_translator(scope), *_reviewers(scope)]
    title = make("titleStmt", *_titles(scope.edition.trees, document), *authors, *responsible)
    pages = [make("ptr", type="page", target=scope.file(f"{tree}/{url_of(document)}")) for tree in scope.edition.trees]
    data = make("ptr", type="data", target=scope.file(f"data/documents/{document.id}.json"))
    published = _publication(scope.edition, make("idno", document.id, type="document"), *pages, data)
    file = make("fileDesc", title, _edition_statement(scope.edition), published, make("sourceDesc", _capture(scope)))
    kind = make("textClass", make("catRef", scheme="#kind", target=f"#kind-{document.kind}"))
    profile = make("profileDesc", _description(scope.edition.trees, document), make("langUsage"), kind)
    return make("teiHeader", file, None if scope.whole else encoding(scope.edition), profile, lang="en")


def _description(trees: Sequence[str], document: Document) -> Element | None:
    """What the editor says of the document, in the languages of the edition."""
    words = ((tree, in_tree(document.descriptions, tree)) for tree in trees)
    paragraphs = [make("p", text, lang=tree, resp="#resp-editor") for tree, text in words if text]
    return make("abstract", *paragraphs) if paragraphs else None


def edition_header(edition: Edition) -> Element:
    """The header of the whole edition."""
    title = make(
        "titleStmt",
        *wordings(edition.trees, "title", "site", type="main"),
        *wordings(edition.trees, "title", "tagline", type="sub"),
        _editor(edition),
    )
    sources = make("listBibl", *_captures(edition))
    file = make("fileDesc", title, _edition_statement(edition), _publication(edition), make("sourceDesc", sources))
    return make("teiHeader", file, encoding(edition), make("profileDesc", make("langUsage")), lang="en")


def _captures(edition: Edition) -> Iterator[Element]:
    """Each capture with its hash and the documents that were read from it."""
    for witness in edition.witnesses:
        texts = [make("ptr", type="document", target=f"#{whole_id(document.id, 'tei')}") for document in witness.documents]
        source = witness.source
        whence = _provenance(source.provenance)
        yield make("bibl", *whence, *_seed(source.raw_path, source.sha256), *texts, type=source.reader)


def _provenance(given: Provenance) -> Iterator[Element]:
    """Where the capture was taken from, when, and whose the text is, as far as its record says it."""
    for kind, address in (("url", given.url), ("archived", given.archived)):
        if address:
            yield make("ptr", type=kind, target=pointer_to(address))
    if given.retrieved:
        yield make("date", given.retrieved, type="retrieved", when=w3c_date(given.retrieved))
    if given.rights or given.licence:
        rights = [make("p", words, lang=language) for language, words in given.rights.items()]
        target = {"target": pointer_to(given.licence)} if given.licence.startswith(("http://", "https://")) else {}
        yield make("availability", *([make("licence", given.licence, **target)] if given.licence else rights))
        if given.licence and rights:
            yield make("availability", *rights)


def _seed(path: str, sha256: str) -> tuple[Element, Element]:
    return make("idno", path, type="seed"), make("idno", sha256, type="sha256")


def _titles(trees: Sequence[str], document: Document) -> Iterator[Element]:
    """The title in each language in which it differs, those of the editor under the editor's name."""
    seen = set()
    for tree in trees:
        title = title_in(document, tree)
        if (title.text, title.language) not in seen:
            seen.add((title.text, title.language))
            yield make("title", title.text, type="main", lang=title.language, resp="#resp-editor" if title.given else "")


def _editor(edition: Edition) -> Element:
    return make("respStmt", *wordings(edition.trees, "resp", "tei-editor"), make("name", _name(edition)), id="resp-editor")


def _translator(scope: Scope) -> Iterator[Element]:
    """Who made each translation, where its file says so."""
    for at, translation in enumerate(scope.document.translations):
        if translation.by:
            key = f"translation-{translation.standing.status}"
            words = wordings(scope.edition.trees, "resp", WORDED.get(key, key))
            name = f"resp-translation-{translation.key}" if at else "resp-translation"
            yield make("respStmt", *words, make("name", translation.by), id=scope.id(name))


def _reviewers(scope: Scope) -> Iterator[Element]:
    """Who reviewed the translation or sections of it, and when."""
    for standing, name in scope.reviews.items():
        words = wordings(scope.edition.trees, "resp", "status-reviewed", when=standing.day)
        yield make("respStmt", *words, make("name", standing.reviewer), id=scope.id(name))


def _name(edition: Edition) -> str:
    """The name of the edition in each language in which it is another one, that of its last tree first."""
    return " ".join(dict.fromkeys(say("site", tree) for tree in (edition.trees[-1], edition.trees[0])))


def _edition_statement(edition: Edition) -> Element:
    version = edition.version
    date = make("date", version.date, when=version.date) if version.date else None
    return make("editionStmt", make("edition", f"{_name(edition)} ", date, n=version.name))


def _publication(edition: Edition, *details: Element) -> Element:
    rights = make("availability", *paragraphs(edition.trees, "rights-text"))
    date = make("date", edition.version.date, when=edition.version.date) if edition.version.date else None
    address = edition.settings.address
    site = make("ptr", type="site", target=pointer_to(address)) if address else None
    return make("publicationStmt", make("publisher", _name(edition)), date, site, *details, rights)


def _capture(scope: Scope) -> Element:
    """What the capture says of the text, what an editor infers and why, and which bytes it is."""
    document, source = scope.document, scope.document.source
    stated = [_fact(item.name, item.text.text) for item in document.fields if item.text.text]
    carried = (
        wordings(scope.edition.trees, "note", "translation-captured", type="translation")
        if document.translation and document.translation.captured
        else ()
    )
    return make(
        "bibl",
        *stated,
        *_inferred(scope),
        *carried,
        *_provenance(source.provenance),
        *_seed(source.raw_path, source.sha256),
        id=scope.id("capture"),
        type=source.reader,
        lang=source.language,
    )


def _fact(name: str, text: str, **attributes: str) -> Element:
    """A fact as the element that TEI has for it; a date also as W3C writes it."""
    when = {"when": w3c_date(to_edtf(text) or text)} if name == "published" else {}
    kind = {} if name in FACTS else {"type": name}
    return make(FACTS.get(name, "note"), text, **kind, **when, **attributes)


def _inferred(scope: Scope) -> Iterator[Element]:
    """What an editor infers, with the reason; how sure it is nobody has graded."""
    for fact in scope.document.facts.known:
        if not fact.inferred:
            continue
        yield _fact(fact.name, fact.value, id=scope.id(f"inferred-{fact.name}"), resp="#resp-editor", cert="unknown")
        for language, because in fact.because.items():
            target = scope.to(f"inferred-{fact.name}")
            yield make("note", because, type="inference", lang=language, resp="#resp-editor", target=target)
