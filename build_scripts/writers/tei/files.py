"""The edition in TEI P5: a file for each document and one for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

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
from build_scripts.writers.tei.xml import LANG, NAMESPACE, Element, inner_text, make, to_text

TEI = f"{{{NAMESPACE}}}"
Inputs = Mapping[str, tuple[bytes, ...]]
NOTHING: Inputs = {}
END = "</teiCorpus>"


@dataclass(frozen=True, slots=True)
class InCorpus:
    """The element of a document in the file of the edition: its text, the languages in it, the codes that its `g` stand for."""

    text: str
    languages: frozenset[str]
    codes: frozenset[int]


def tei_files(edition: Edition, inputs: Inputs = NOTHING, store: Store | None = None) -> dict[str, str]:
    """`{path under site/: text}` of every TEI file; `store` keeps those of documents whose `inputs` are known, by their ids."""
    open_edition = replace(edition, version=left_open(edition.version))
    pairs = zip(scopes(open_edition, whole=False), scopes(open_edition, whole=True), strict=True)
    made = {each.document.id: _kept(each, whole, inputs.get(each.document.id, ()), store or Store()) for each, whole in pairs}
    files = {file_of(name, "", "xml"): _filled(text, edition.version) for name, (text, _) in made.items()}
    return files | {
        file_of("edition", "", "xml"): _filled(_edition(open_edition, [part for _, part in made.values()]), edition.version)
    }


def _kept(alone: Scope, whole: Scope, inputs: tuple[bytes, ...], store: Store) -> tuple[str, InCorpus]:
    """The file of a document, and its element in that of the edition, with the version left open."""
    known = [*inputs, repr(alone.joined).encode()] if inputs else []
    return store.value("tei", known, lambda: (_file(_document(alone)), _part(_document(whole))))


def _part(document: Element) -> InCorpus:
    return InCorpus(inner_text(document), frozenset(_languages(document)), frozenset(_codes(document)))


def _filled(text: str, version: Version) -> str:
    return text.replace(OPEN_NAME, version.name).replace(OPEN_DATE, version.date)


def _document(scope: Scope) -> Element:
    parts = [part for part in (document_header(scope), text_of(scope), document_standoff(scope)) if part is not None]
    root = make("TEI", *parts, id=scope.id("tei"), n=scope.document.id)
    _declare_languages(root)
    return root


def _edition(edition: Edition, parts: Sequence[InCorpus]) -> str:
    """The file of the edition, whose documents are put in as text: they are most of it, and seldom other ones."""
    root = make("teiCorpus", edition_header(edition), edition_standoff(edition))
    _declare_languages(root, set().union(*(part.languages for part in parts)))
    head, end, tail = _file(root, set().union(*(part.codes for part in parts))).rpartition(f"\n{END}")
    return "".join([head, *(f"\n {part.text}" for part in parts), end, tail])


def _declare_languages(root: Element, others: Set[str] = frozenset()) -> None:
    """Name every language of the element, and `others`, in its own header."""
    used = sorted({*_languages(root), *others})
    _found(root, f"{TEI}teiHeader/{TEI}profileDesc/{TEI}langUsage").extend(
        make("language", language_name(code, "en"), ident=code) for code in used
    )


def _languages(root: Element) -> set[str]:
    return {language for element in root.iter() if (language := element.get(LANG))}


def _codes(root: Element) -> set[int]:
    """What its `g` stand for."""
    return {int(str(element.attrib["ref"]).removeprefix("#char-"), 16) for element in root.iter(f"{TEI}g")}


def _found(root: Element, path: str) -> Element:
    """The element at a path that every file has."""
    found = root.find(path)
    assert found is not None
    return found


def _file(root: Element, others: Set[int] = frozenset()) -> str:
    """The text of a file; what its `g` stand for, and `others`, is declared in its first header."""
    codes = sorted({*_codes(root), *others})
    if codes:
        _found(root, f"{TEI}teiHeader/{TEI}encodingDesc").append(characters(codes))
    return to_text(root)
