"""Writers: the edition's views to an output format, one room each.

To add a format: a folder whose `__init__.py` has `write(views, target)`, which saves its files and gives its warnings, and a
line in
`FORMATS`. Where it cannot be made on every machine, its `lacks()` gives the warning that says so. The pages, which have to be
there
before some of the others, are `web`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from json import dumps
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from build_scripts.diagnostics import Diagnostic
from build_scripts.edition.version import OPEN_LINE
from build_scripts.overwriting import put, sweep
from build_scripts.store import Store

if TYPE_CHECKING:  # the hook of MkDocs loads this module and needs no edition
    from build_scripts.views.document import ShownDocument, View
    from build_scripts.views.tree import Tree, Views


@dataclass(frozen=True, slots=True)
class Target:
    """Where a format is written: the folder that becomes the site.

    `pages` are the paths of the pages inside each tree, for formats that need them. `step` says what is being done. `store`
    keeps what takes long to make. `parquet`: the data as tables, too. `written` are the paths of all files that were written.
    """

    folder: Path
    pages: tuple[str, ...] = ()
    step: Callable[[str], None] = print
    store: Store = field(default_factory=Store)
    parquet: bool = False
    written: set[str] = field(default_factory=set)

    def save(self, path: str, text: str | bytes) -> None:
        """Write a file by its path under site/; a text in UTF-8."""
        put(f"{self.folder}/{path}", text.encode("utf-8") if isinstance(text, str) else text)
        self.written.add(path)

    def sweep(self, trees: Collection[str]) -> None:
        """Take away what an earlier build left in the folder and no format has written; folders of `trees` are MkDocs' own."""
        sweep(self.folder, self.written, trees)


def save_for_documents(views: Views, target: Target, folder: str, data_of: Callable[[Tree, ShownDocument], object]) -> None:
    """A file of JSON for each document in each tree, `<folder>/<tree>/<id>.json`, as the pages' scripts read it.

    What `data_of` says of a document may hang on nothing but what its pages are made from; `OPEN_LINE` in it becomes the line
    that names the edition.
    """
    from build_scripts.views.colophon import edition_line
    from build_scripts.views.inputs import inputs_of

    inputs = {each.id: inputs_of(views).get(each.id, ()) for each in views.edition.documents}

    def in_trees(name: str) -> list[str]:
        return [compact(data_of(tree, tree.document(name))) for tree in views.trees]

    made = target.store.values(folder, inputs, in_trees)
    for at, tree in enumerate(views.trees):
        line = dumps(edition_line(tree), ensure_ascii=False)[1:-1]
        for name, texts in made.items():
            target.save(f"{folder}/{tree.code}/{name}.json", texts[at].replace(OPEN_LINE, line))


def compact(content: object) -> str:
    """JSON as scripts read it."""
    return dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


@dataclass(frozen=True, slots=True)
class FileType:
    """A file of a document that a page offers to take along; `ending` is its name, and `format-<ending>` its wording.

    `by_view` where there is one for each view; `whole` where there is one of the whole edition too, `whole_name` what that is
    called
    where it is not by the name that the settings give.
    """

    ending: str
    where: str = "downloads/{tree}/{name}.{ending}"
    by_view: bool = False
    whole: bool = False
    whole_name: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its room, the files that it gives to take along, or where under site/ the others lie.

    `after_pages` where it needs the rendered pages; `slow` where a build of pages alone leaves it out.
    """

    room: str
    files: tuple[FileType, ...] = ()
    where: str = ""
    after_pages: bool = False
    slow: bool = False

    def lacks(self) -> Diagnostic | None:
        """What is to be said where it cannot be made on this machine."""
        lacks: Callable[[], Diagnostic | None] = getattr(self._module(), "lacks", lambda: None)
        return lacks()

    def write(self, views: Views, target: Target) -> Iterable[Diagnostic]:
        """Write it; gives warnings. Raises BadInput."""
        write: Callable[[Views, Target], Iterable[Diagnostic]] = self._module().write
        return write(views, target)

    def _module(self) -> ModuleType:
        return import_module(f"{__name__}.{self.room}")


# In the order in which pages offer their files, and in which they are made.
FORMATS = (
    Format("pdf", (FileType("pdf", by_view=True, whole=True),), slow=True),
    Format("books", (FileType("epub", whole=True), FileType("docx")), slow=True),
    Format("tei", (FileType("xml", "data/tei/{name}.xml", whole=True, whole_name="edition"),)),
    Format("data", where="data/"),
    Format("citations", where="data/citations/"),
    Format("search", where="search/"),
    Format("sheets", where="sheets/"),
    Format("beside", where="beside/"),
    Format("dictionary", where="dictionary/"),
    Format("root", where="", after_pages=True),
)


def file_types() -> Iterator[FileType]:
    """The files to take along, in their order."""
    return (each for form in FORMATS for each in form.files)


def file_of(name: str, tree: str, ending: str, view: View | None = None, letter: bool = False) -> str:
    """The path under site/ of a document's file, or of the edition's. Raises ValueError for an ending that no format has.

    `view` is given for a view that does not show all of the document, `letter` for a file that is set on Letter and not on A4.

    >>> from build_scripts.views.document import View
    >>> file_of("x", "en", "pdf"), file_of("x", "en", "pdf", View.SOURCE), file_of("x", "en", "xml")
    ('downloads/en/x.pdf', 'downloads/en/x-source.pdf', 'data/tei/x.xml')
    >>> file_of("x", "en", "pdf", letter=True)
    'downloads/en/x-letter.pdf'
    """
    where = next((each.where for each in file_types() if each.ending == ending), "")
    if not where:
        raise ValueError(f"no format in FORMATS has files that end in “{ending}”")
    parts = [name, *([view] if view else []), *(["letter"] if letter else [])]
    return where.format(tree=tree, name="-".join(parts), ending=ending)


def choose_formats(pages_only: bool) -> tuple[tuple[Format, ...], list[Diagnostic]]:
    """The formats that can be made, and what is to be said of those that cannot; of `slow` ones nothing, if only pages are
    wanted.
    """
    wanted = [each for each in FORMATS if not (pages_only and each.slow)]
    lacking = {each.room: lack for each in wanted if (lack := each.lacks())}
    return tuple(each for each in wanted if each.room not in lacking), list(lacking.values())


def write_formats(formats: Sequence[Format], views: Views, target: Target) -> list[Diagnostic]:
    """Write each format, one after another; gives their warnings. Raises BadInput."""
    return [warning for each in formats for warning in each.write(views, target)]
