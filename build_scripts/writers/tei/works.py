"""The works that notes cite, as a `listBibl`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.edition.edition import Edition
from build_scripts.links.cited.works import CitedBy, Work
from build_scripts.views.works import work_language
from build_scripts.writers.tei.scope import Scope, whole_id
from build_scripts.writers.tei.xml import Element, make, pointer_to

W3C_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
WHOLE = ("book", "report", "thesis")


def w3c_date(edtf: str) -> str:
    """The date that an EDTF date is or is near to, as W3C has it.

    >>> w3c_date("2025-05~"), w3c_date("2025-04-27"), w3c_date("")
    ('2025-05', '2025-04-27', '')
    """
    plain = edtf.rstrip("~?%")
    return plain if W3C_DATE.fullmatch(plain) else ""


def works_of(works: Sequence[Work], edition: Edition, scope: Scope | None) -> Element | None:
    """The works with the places that cite them, in the document of the scope or, without one, in the edition; None for none."""
    documents = {document.id: document for document in edition.documents}
    entries = [_entry(work, work_language(work, documents), scope) for work in works]
    return make("listBibl", *entries, type="works-cited") if entries else None


def _entry(work: Work, language: str, scope: Scope | None) -> Element:
    places = [by for by in work.cited_by if not scope or by.document == scope.document.id]
    here = _pointer("text", work.document or "", scope)
    level = "a" if work.container or work.kind.endswith("article") else "m" if work.kind in WHOLE else ""
    return make(
        "bibl",
        *(make("author", author) for author in work.authors),
        make("title", work.title + work.part, level=level),
        *_imprint(work),
        make("relatedItem", type="in-this-edition", target=here) if work.document else None,
        *(_place(by, scope) for by in places),
        id=work.id,
        type=work.kind,
        lang=language,
    )


def _pointer(name: str, document: str, scope: Scope | None) -> str:
    return scope.to(name, document) if scope else f"#{whole_id(document, name)}"


def _imprint(work: Work) -> Iterator[Element]:
    """What the citation says of container, place, publisher, date and address, and no more."""
    if work.container:
        yield make("title", work.container, level="j" if work.kind.endswith("article") else "")
    if work.site and work.site != work.container:
        yield make("title", work.site, type="site")
    if work.place:
        yield make("pubPlace", work.place)
    if work.publisher:
        yield make("publisher", work.publisher)
    if work.date:
        yield make("date", work.date, when=w3c_date(work.date))
    if work.url:
        yield make("ptr", target=pointer_to(work.url))


def _place(by: CitedBy, scope: Scope | None) -> Element:
    """The note that cites the work, with the page or pages as it writes them."""
    note = _pointer(by.id, by.document, scope)
    if by.locator:
        return make("citedRange", by.locator, unit="page", corresp=note)
    return make("ptr", type="cited-by", target=note)
