"""The edition in TEI P5: a file for each document and one for all of them."""

from __future__ import annotations

from build_scripts.edition.edition import Edition
from build_scripts.views.wording import language_name
from build_scripts.writers import file_of
from build_scripts.writers.tei.encoding import characters
from build_scripts.writers.tei.header import document_header, edition_header
from build_scripts.writers.tei.links import document_standoff, edition_standoff
from build_scripts.writers.tei.scope import Scope, scopes
from build_scripts.writers.tei.text import text_of
from build_scripts.writers.tei.xml import LANG, NAMESPACE, Element, make, to_text

TEI = f"{{{NAMESPACE}}}"


def tei_files(edition: Edition) -> dict[str, str]:
    """`{path under site/: text}` of every TEI file."""
    files = {file_of(scope.document.id, "", "xml"): _file(_document(scope)) for scope in scopes(edition, whole=False)}
    return files | {file_of("edition", "", "xml"): _file(_edition(edition))}


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
