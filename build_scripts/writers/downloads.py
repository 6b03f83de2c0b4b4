"""What can be taken along of a document and of the edition: the files, what they are called, where they lie.

Which formats a build makes is known only when it runs (PDFs need fonts), so the pages list every file in their front matter
and the theme shows those whose format was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from build_scripts.model import Document
from build_scripts.writers.printed import View, views_of
from build_scripts.writers.wording import say

EDITION = "duizhao"


class Format(StrEnum):
    """The formats, in the order in which a page offers them."""

    PDF = "pdf"
    EPUB = "epub"
    DOCX = "docx"
    TEI = "xml"


def file_of(name: str, tree: str, form: Format, view: View | None = None) -> str:
    """The path under site/ of a document's file, or of the edition's under the name `EDITION`.

    `view` is given for a view that does not show all of the document.

    >>> file_of("x", "en", Format.PDF), file_of("x", "en", Format.PDF, View.SOURCE), file_of("x", "en", Format.TEI)
    ('downloads/en/x.pdf', 'downloads/en/x-source.pdf', 'data/tei/x.xml')
    """
    if form is Format.TEI:
        return f"data/tei/{name}.xml"
    return f"downloads/{tree}/{name}{f'-{view}' if view else ''}.{form}"


def downloads_of(document: Document, tree: str) -> list[dict[str, str]]:
    """The files of a document for its page in a tree: `{format, label, file}`, `file` being a path under site/."""
    views = views_of(document)
    pdfs = [_pdf(document, tree, view, whole=view is views[0]) for view in views]
    return [*pdfs, *(_entry(document.id, tree, form) for form in (Format.EPUB, Format.DOCX, Format.TEI))]


def edition_downloads(tree: str) -> list[dict[str, str]]:
    """The files of the whole edition for its home page in a tree."""
    return list(_whole(tree))


def _whole(tree: str) -> Iterator[dict[str, str]]:
    yield from (_entry(EDITION, tree, form) for form in (Format.PDF, Format.EPUB))
    yield {"format": Format.TEI, "label": say("format-xml", tree), "file": file_of("edition", tree, Format.TEI)}


def _pdf(document: Document, tree: str, view: View, whole: bool) -> dict[str, str]:
    label = f"{say('format-pdf', tree)}{say('format-view', tree).format(say(f'view-{view}', tree))}"
    return {"format": Format.PDF, "label": label, "file": file_of(document.id, tree, Format.PDF, None if whole else view)}


def _entry(name: str, tree: str, form: Format) -> dict[str, str]:
    return {"format": form, "label": say(f"format-{form}", tree), "file": file_of(name, tree, form)}
