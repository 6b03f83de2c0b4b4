"""What can be taken along of a document and of the edition, as its pages list it.

Which formats a build makes is known only when it runs (PDFs need fonts), so the pages list every file in their front matter
and the theme shows those whose format was made.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import Edition
from build_scripts.model import Document
from build_scripts.views.document import View, views_of
from build_scripts.views.wording import file_type_name, say
from build_scripts.writers import FileType, file_of, file_types

Download = dict[str, str]


def downloads_of(document: Document, tree: str, letter: bool = False) -> list[Download]:
    """The files of a document for its page in a tree: `{format, label, file}`, `file` being a path under site/; `letter` where
    there is one on Letter besides."""
    views = views_of(document)
    return [
        each
        for kind in file_types()
        for view in (views if kind.by_view else views[:1])
        for each in _papers(kind, document.id, tree, view if kind.by_view else None, view is views[0], letter)
    ]


def edition_downloads(edition: Edition, tree: str) -> list[Download]:
    """The files of the whole edition for its home page in a tree."""
    name = edition.settings.file
    letter = tree in edition.settings.letter
    return [each for kind in file_types() if kind.whole for each in _papers(kind, kind.whole_name or name, tree, letter=letter)]


def _papers(
    kind: FileType, name: str, tree: str, view: View | None = None, whole: bool = True, letter: bool = False
) -> Iterator[Download]:
    """The file on A4 and, of a PDF that shows all, on Letter."""
    label = file_type_name(kind.ending, tree)
    if view:
        label += say("format-view", tree).format(say(f"view-{view}", tree))
    shown = None if whole else view
    yield {"format": kind.ending, "label": label, "file": file_of(name, tree, kind.ending, shown)}
    if letter and whole and kind.by_view:
        file = file_of(name, tree, kind.ending, letter=True)
        yield {"format": kind.ending, "label": label + say("format-letter", tree), "file": file}
