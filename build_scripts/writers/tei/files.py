"""The edition in TEI P5: a file for each document and one for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from build_scripts.edition.edition import Edition
from build_scripts.edition.version import OPEN_DATE, OPEN_NAME, Version, left_open
from build_scripts.store import Store
from build_scripts.views.wording import language_name
from build_scripts.writers import file_of
from build_scripts.writers.tei.encoding import characters
from build_scripts.writers.tei.header import document_header, edition_header
from build_scripts.writers.tei.links import document_standoff, edition_standoff
from build_scripts.writers.tei.scope import Scope, scopes
from build_scripts.writers.tei.text import text_of
from build_scripts.writers.tei.xml import LANG, NAMESPACE, Element, make, to_text

TEI = f"{{{NAMESPACE}}}"
Inputs = Mapping[str, tuple[bytes, ...]]
NOTHING: Inputs = {}


def tei_files(edition: Edition, inputs: Inputs = NOTHING, store: Store | None = None) -> dict[str, str]:
    """`{path under site/: text}` of every TEI file; `store` keeps those of documents whose `inputs` are known, by their ids."""
    parts = scopes(replace(edition, version=left_open(edition.version)), whole=False)
    texts = {each.document.id: _kept(each, inputs.get(each.document.id, ()), store or Store()) for each in parts}
    files = {file_of(name, "", "xml"): _filled(text, edition.version) for name, text in texts.items()}
    return files | {file_of("edition", "", "xml"): _file(_edition(edition))}


def _kept(scope: Scope, inputs: tuple[bytes, ...], store: Store) -> str:
    """The file of a document, with the version left open."""
    known = [*inputs, repr(scope.joined).encode()] if inputs else []
    return store.value("tei", known, lambda: _file(_document(scope)))


def _filled(text: str, version: Version) -> str:
    return text.replace(OPEN_NAME, version.name).replace(OPEN_DATE, version.date)


def _document(scope: Scope) -> Element:
    parts = [part for part in (document_header(scope), text_of(scope), document_standoff(scope)) if part is not None]
    root = make("TEI", *parts, id=scope.id("tei"), n=scope.document.id)
    _declare_languages(root)
    return root


def _edition(edition: Edition) -> Element:
    documents = [_document(scope) for scope in scopes(edition, whole=True)]
    root = make("teiCorpus", edition_header(edition), edition_standoff(edition), *documents)
    _declare_languages(root)
    return root


def _declare_languages(root: Element) -> None:
    """Name every language of the element in its own header."""
    used = sorted({language for element in root.iter() if (language := element.get(LANG))})
    _found(root, f"{TEI}teiHeader/{TEI}profileDesc/{TEI}langUsage").extend(
        make("language", language_name(code, "en"), ident=code) for code in used
    )


def _found(root: Element, path: str) -> Element:
    """The element at a path that every file has."""
    found = root.find(path)
    assert found is not None
    return found


def _file(root: Element) -> str:
    """The text of a file; what its `g` stand for is declared in its first header."""
    codes = sorted({int(str(element.attrib["ref"]).removeprefix("#char-"), 16) for element in root.iter(f"{TEI}g")})
    if codes:
        _found(root, f"{TEI}teiHeader/{TEI}encodingDesc").append(characters(codes))
    return to_text(root)
