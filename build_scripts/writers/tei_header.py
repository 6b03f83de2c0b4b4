"""The `teiHeader` of a document and of the edition: what is stated, by whom what is inferred, and from which capture."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition import TREES, Edition, captured_title, in_tree, shown_language, title_of, url_of
from build_scripts.model import Document
from build_scripts.text.dates import to_edtf
from build_scripts.text.scripts import to_script
from build_scripts.writers.tei_encoding import encoding
from build_scripts.writers.tei_scope import Scope, whole_id
from build_scripts.writers.tei_words import paragraphs, said
from build_scripts.writers.tei_works import w3c_date
from build_scripts.writers.tei_xml import Element, make, pointer_to
from build_scripts.writers.wording import say

# The elements of the facts of a capture that have one; the others are notes.
FACTS = {"title": "title", "author": "author", "publisher": "publisher", "published": "date", "editor": "editor"}


def document_header(scope: Scope) -> Element:
    """The header of a document; in the file of the edition that of the edition says what holds for all."""
    document = scope.document
    authors = [make("author", item.text.text, lang=document.source.language) for item in document.fields if item.name == "author"]
    responsible = [*([] if scope.whole else [_editor()]), *_translator(scope)]
    title = make("titleStmt", *_titles(document), *authors, *responsible)
    pages = [make("ptr", type="page", target=scope.file(f"{tree}/{url_of(document)}")) for tree in TREES]
    data = make("ptr", type="data", target=scope.file(f"data/documents/{document.id}.json"))
    published = _publication(make("idno", document.id, type="document"), *pages, data)
    file = make("fileDesc", title, _edition_statement(), published, make("sourceDesc", _capture(scope)))
    kind = make("textClass", make("catRef", scheme="#kind", target=f"#kind-{document.kind}"))
    profile = make("profileDesc", _description(document), make("langUsage"), kind)
    return make("teiHeader", file, None if scope.whole else encoding(), profile, lang="en")


def _description(document: Document) -> Element | None:
    """What the editor says of the document, in the languages of the edition."""
    words = ((tree, in_tree(document.descriptions, tree)) for tree in TREES)
    paragraphs = [make("p", text, lang=tree, resp="#resp-editor") for tree, text in words if text]
    return make("abstract", *paragraphs) if paragraphs else None


def edition_header(edition: Edition) -> Element:
    """The header of the whole edition."""
    title = make("titleStmt", *said("title", "site", type="main"), *said("title", "tagline", type="sub"), _editor())
    sources = make("listBibl", *_captures(edition))
    file = make("fileDesc", title, _edition_statement(), _publication(), make("sourceDesc", sources))
    return make("teiHeader", file, encoding(), make("profileDesc", make("langUsage")), lang="en")


def _captures(edition: Edition) -> Iterator[Element]:
    """Each capture with its hash and the documents that were read from it."""
    for witness in edition.witnesses:
        texts = [make("ptr", type="document", target=f"#{whole_id(document.id, 'tei')}") for document in witness.documents]
        source = witness.source
        yield make("bibl", *_seed(source.raw_path, source.sha256), *texts, type=source.reader)


def _seed(path: str, sha256: str) -> tuple[Element, Element]:
    return make("idno", path, type="seed"), make("idno", sha256, type="sha256")


def _titles(document: Document) -> Iterator[Element]:
    """The title in each language in which it differs, those of the editor under the editor's name."""
    seen = set()
    for tree in TREES:
        text, language = title_of(document, tree), _title_language(document, tree)
        if (text, language) not in seen:
            seen.add((text, language))
            given = "#resp-editor" if text == in_tree(document.titles, tree) != captured_title(document) else ""
            yield make("title", text, type="main", lang=language, resp=given)


def _title_language(document: Document, tree: str) -> str:
    """The language of the title that a tree shows, which is another one where nobody translated it."""
    own, text = document.source.language, title_of(document, tree)
    captured = captured_title(document)
    if captured and text == to_script(captured, own, tree):
        return shown_language(own, tree)
    untranslated = tree == "en" and text == in_tree(document.titles, "zh-Hans")
    return "zh-Hans" if untranslated else tree


def _editor() -> Element:
    return make("respStmt", *said("resp", "tei-editor"), make("name", _name()), id="resp-editor")


def _translator(scope: Scope) -> Iterator[Element]:
    """Who made the translation, where its file says so."""
    there = scope.document.translation
    if there and there.by:
        words = said("resp", f"translation-{there.status}")
        yield make("respStmt", *words, make("name", there.by), id=scope.id("resp-translation"))


def _name() -> str:
    return f"{say('site', 'en')} {say('site', 'zh-Hans')}"


def _edition_statement() -> Element:
    return make("editionStmt", make("edition", _name()))


def _publication(*details: Element) -> Element:
    rights = make("availability", *paragraphs("rights-text"))
    return make("publicationStmt", make("publisher", _name()), *details, rights)


def _capture(scope: Scope) -> Element:
    """What the capture says of the text, what an editor infers and why, and which bytes it is."""
    document, source = scope.document, scope.document.source
    stated = [_fact(item.name, item.text.text) for item in document.fields if item.text.text]
    carried = said("note", "translation-official", type="translation") if document.translation and document.translation.captured else ()
    address = make("ptr", target=pointer_to(source.url)) if source.url else None
    return make(
        "bibl", *stated, *_inferred(scope), *carried, address, *_seed(source.raw_path, source.sha256),
        id=scope.id("capture"), type=source.reader, lang=source.language,
    )  # fmt: skip


def _fact(name: str, text: str, **attributes: str) -> Element:
    """A fact as the element that TEI has for it; a date also as W3C writes it."""
    when = {"when": w3c_date(to_edtf(text) or text)} if name == "published" else {}
    kind = {} if name in FACTS else {"type": name}
    return make(FACTS.get(name, "note"), text, **kind, **when, **attributes)


def _inferred(scope: Scope) -> Iterator[Element]:
    """What an editor infers, with the reason; how sure it is nobody has graded."""
    for name, inference in scope.document.source.inferences.items():
        if scope.document.field(name):
            continue
        yield _fact(name, inference.value, id=scope.id(f"inferred-{name}"), resp="#resp-editor", cert="unknown")
        for language, because in inference.because.items():
            target = scope.to(f"inferred-{name}")
            yield make("note", because, type="inference", lang=language, resp="#resp-editor", target=target)


def language_name(code: str) -> str:
    """A language in words, its code where the edition has no words for it."""
    try:
        return say(f"language-{code}", "en")
    except KeyError:
        return code
