"""The glossary as TBX (ISO 30042:2008, TBX-Basic), the form that tools read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from build_scripts.edition.edition import Edition
from build_scripts.edition.glossary import Term
from build_scripts.exchange.unit import fingerprint
from build_scripts.exchange.xml_writing import LANG, element, file_of

PREFERRED, ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"


def write_tbx(edition: Edition) -> bytes:
    """Each term with its forms by language and region, and its renderings; a rendering beside the first has its reason."""
    title = element("title", words=edition.settings.words("site", "en") or edition.settings.file)
    source = element("sourceDesc", inside=[element("p", words="seeds/glossary.yaml")])
    about = element("fileDesc", inside=[element("titleStmt", inside=[title]), source])
    body = element("body", inside=map(_entry, edition.terms))
    parts = [element("martifHeader", inside=[about]), element("text", inside=[body])]
    return file_of(element("martif", {"type": "TBX", LANG: "zh-Hans"}, inside=parts))


def _entry(term: Term) -> etree._Element:
    """An entry, named after the words of the term."""
    sets = [_in_language(code, [_form(form, PREFERRED)]) for code, form in term.forms.items()]
    name = f"t{fingerprint(term.forms['zh-Hans'])}"
    return element("termEntry", {"id": name}, inside=[*sets, _in_language("en", _renderings(term))])


def _in_language(code: str, forms: Iterable[etree._Element]) -> etree._Element:
    return element("langSet", {LANG: code}, inside=forms)


def _renderings(term: Term) -> Iterator[etree._Element]:
    yield _form(term.english, PREFERRED)
    yield from (_form(words, ADMITTED, why.get("en", "")) for words, why in term.also.items())


def _form(words: str, status: str, reason: str = "") -> etree._Element:
    note = element("termNote", {"type": "administrativeStatus"}, status)
    return element("tig", inside=[element("term", words=words), note, *([element("note", words=reason)] if reason else [])])
