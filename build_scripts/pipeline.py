"""The pipeline on one screen: read, clean, check, write, render, prove, swap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from build_scripts.anchors import anchors_of, check_anchors, format_lock
from build_scripts.catalogue import read_catalogue
from build_scripts.checks.names import check_names
from build_scripts.checks.official import check_official
from build_scripts.checks.terms import check_terms
from build_scripts.checks.translation import check_translation
from build_scripts.diagnostics import Diagnostic, Report
from build_scripts.edition import TREES, Edition, connect, make_edition
from build_scripts.ledger import check_cover, make_ledger
from build_scripts.model import Place, Witness
from build_scripts.reading import read_witness
from build_scripts.translations import attach
from build_scripts.writers.docs import write_docs

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Project:
    """Where the edition's folders are."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"


def read_edition(project: Project, step: Step, accept_anchors: bool = False) -> Edition:
    """Captures to the edition. Raises BadInput with everything that is wrong, of all sources."""
    report = Report()
    witnesses: list[Witness] = []
    for source in read_catalogue(project.seeds, report):
        step(f"reading {source.id}")
        with report.collecting():
            witness, said = attach(read_witness(source))
            report.add(said)
            report.add(problem for document in witness.documents for problem in check_translation(document))
            report.add(check_cover(make_ledger(witness)))
            if not accept_anchors:
                report.add(check_anchors(witness, _lock_of(witness)))
            witnesses.append(witness)
    report.stop_if_failed()
    edition = make_edition(witnesses)
    step("linking")
    edition = connect(edition)
    report.add(check_official(edition.documents, edition.links, edition.sentences))
    report.add(check_terms(edition.documents))
    report.add(check_names(edition.documents))
    report.stop_if_failed()
    return replace(edition, warnings=tuple(report.found))


def _lock_of(witness: Witness) -> str:
    path = witness.source.folder / "anchors.lock"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def save_docs(project: Project, docs: dict[str, str]) -> None:
    """Make docs/ hold exactly these files; what is already right is left untouched."""
    for path in _present(project) - docs.keys():
        (project.docs / path).unlink()
    for path, text in docs.items():
        _save(project.docs / path, text)


def save_anchors(edition: Edition) -> None:
    """Write each seed's anchors.lock."""
    for witness in edition.witnesses:
        _save(witness.source.folder / "anchors.lock", format_lock(anchors_of(witness)))


def _save(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _present(project: Project) -> set[str]:
    trees = (project.docs / tree for tree in TREES)
    return {path.relative_to(project.docs).as_posix() for tree in trees for path in tree.rglob("*") if path.is_file()}


def stale_docs(project: Project, docs: dict[str, str]) -> Iterator[Diagnostic]:
    """`docs-stale` for each committed file that is not what the code makes."""
    hint = "run “make site” and commit docs/"
    present = _present(project)
    for path in sorted(present - docs.keys()):
        yield Diagnostic(Place(f"docs/{path}"), "docs-stale", "the code does not make this file", hint)
    for path, text in docs.items():
        if path not in present:
            yield Diagnostic(Place(f"docs/{path}"), "docs-stale", "the file is missing", hint)
        elif (project.docs / path).read_bytes() != text.encode("utf-8"):
            yield Diagnostic(Place(f"docs/{path}"), "docs-stale", "the file is not what the code makes", hint)


def check(project: Project, step: Step) -> Edition:
    """Everything but rendering. Raises BadInput, `docs-stale` included."""
    edition = read_edition(project, step)
    report = Report()
    report.add(stale_docs(project, write_docs(edition)))
    report.stop_if_failed()
    return edition


def build(project: Project, step: Step, accept_anchors: bool = False, pages_only: bool = False) -> Edition:
    """Captures to the finished site. Raises BadInput; the last good site stays until the new one is proven.

    `pages_only` leaves out the PDFs, e-books and Word files, and the links to them.
    """
    edition = read_edition(project, step, accept_anchors)
    step("writing docs")
    save_docs(project, write_docs(edition))
    edition = replace(edition, warnings=(*edition.warnings, *render(project, edition, step, pages_only)))
    save_anchors(edition)
    return edition


def render(project: Project, edition: Edition, step: Step, pages_only: bool = False) -> tuple[Diagnostic, ...]:
    """docs/ to site/: MkDocs and, beside it, the files to take along; the root files, the proof, the swap. Returns warnings."""
    from build_scripts.proof import prove
    from build_scripts.render.books import make_books
    from build_scripts.render.pdf import make_pdfs, no_fonts, suitable_fonts
    from build_scripts.render.swap import staging
    from build_scripts.render.trees import known_url, pages_of, render_trees, site_url
    from build_scripts.writers.books import books
    from build_scripts.writers.downloads import Format
    from build_scripts.writers.site_files import write_site_files

    fonts = None if pages_only else suitable_fonts()
    left_out = {Format.PDF, Format.EPUB, Format.DOCX} if pages_only else set() if fonts else {Format.PDF}
    with staging(project.site) as folder, ThreadPoolExecutor(max_workers=1) as beside:
        pdfs = beside.submit(make_pdfs, edition, fonts, folder, site_url(), step) if fonts else None
        render_trees(project.docs, folder, step, [form for form in Format if form not in left_out])
        if not pages_only:
            step("making the e-books and Word files")
            make_books(books(edition, site_url()), folder)
        for path, text in write_site_files(edition, pages_of(folder), site_url(), known_url()).items():
            _save(folder / path, text)
        step("proving that nothing was lost")
        report = Report()
        report.add(prove(project.seeds, folder))
        report.stop_if_failed()
        if pages_only:
            return ()
        return tuple(pdfs.result()) if pdfs else (no_fonts(),)
