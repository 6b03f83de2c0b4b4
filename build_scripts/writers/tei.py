"""The edition in TEI P5: a file for each document and one for all of them."""

from __future__ import annotations

from build_scripts.edition import Edition
from build_scripts.writers.downloads import Format, file_of
from build_scripts.writers.tei_encoding import characters
from build_scripts.writers.tei_header import document_header, edition_header, language_name
from build_scripts.writers.tei_links import document_standoff, edition_standoff
from build_scripts.writers.tei_scope import Scope, scopes
from build_scripts.writers.tei_text import text_of
from build_scripts.writers.tei_xml import LANG, NAMESPACE, Element, make, to_text

TEI = f"{{{NAMESPACE}}}"


def tei_files(edition: Edition) -> dict[str, str]:
    """`{path under site/: text}` of every TEI file."""
    files = {file_of(scope.document.id, "", Format.TEI): _file(_document(scope)) for scope in scopes(edition, whole=False)}
    return files | {file_of("edition", "", Format.TEI): _file(_edition(edition))}


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
    declared = root.find(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}langUsage")
    declared.extend(make("language", language_name(code), ident=code) for code in used)


def _file(root: Element) -> str:
    """The text of a file; what its `g` stand for is declared in its first header."""
    codes = sorted({int(element.get("ref").removeprefix("#char-"), 16) for element in root.iter(f"{TEI}g")})
    if codes:
        root.find(f"{TEI}teiHeader/{TEI}encodingDesc").append(characters(codes))
    return to_text(root)
