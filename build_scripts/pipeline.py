"""The pipeline on one screen: read, clean, check, write, render, prove, swap."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from build_scripts.checks import run_checks
from build_scripts.compare.changes import ReaderChange, compare
from build_scripts.diagnostics import Diagnostic, Report
from build_scripts.edition.edition import Edition, connect, make_edition
from build_scripts.edition.glossary import read_terms
from build_scripts.edition.names import read_names
from build_scripts.edition.reading import lying_in, read_witness
from build_scripts.edition.regional import read_regional
from build_scripts.exchange import Accepted, Choice, export, propose_links, read_returned, take_in
from build_scripts.exchange.saving import save_together
from build_scripts.exchange.standing import Review
from build_scripts.garbage import collected_seldom
from build_scripts.model import Source, Witness
from build_scripts.overwriting import files_below
from build_scripts.remembered import begin, end
from build_scripts.render.swap import alone, check_writable, restoring, staging
from build_scripts.seed.catalogue import read_catalogue
from build_scripts.seed.comments import attach_comments
from build_scripts.seed.expected import accept, check_expected
from build_scripts.seed.history.anchors import NAME as LOCK
from build_scripts.seed.history.anchors import format_lock, next_anchors, settle_anchors
from build_scripts.seed.history.days import days_of_change
from build_scripts.seed.history.former import former_seeds
from build_scripts.seed.history.link_lock import NAME as LINKS
from build_scripts.seed.history.link_lock import format_links, read_links
from build_scripts.seed.history.moved_lines import moved_lines
from build_scripts.seed.history.published import committed_locks, published_anchors
from build_scripts.seed.releases import read_releases
from build_scripts.seed.settings import Settings, read_settings
from build_scripts.seed.translations import attach
from build_scripts.store import Store, digest, digest_of_files
from build_scripts.views.tree import Views
from build_scripts.views.wording import check_wording
from build_scripts.writers import Target, choose_formats, write_formats
from build_scripts.writers.data.parquet import check_parquet
from build_scripts.writers.web.docs import Pages, write_docs, write_pages
from build_scripts.writers.web.saved import save, save_docs, stale_docs

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Project:
    """Where the edition's folders are; the site of a `preview` lies out of the way of the one that is published."""

    root: Path
    preview: bool = False

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / (".cache/preview" if self.preview else "site")

    @property
    def spare(self) -> Path:
        """The site before the last, which the next build writes over."""
        return self.root / ".cache" / ("spare-preview" if self.preview else "spare")

    @property
    def store(self) -> Store:
        return Store(self.root / ".cache")


def read_edition(project: Project, step: Step, accept_anchors: bool | Collection[str] = (), checked: bool = True) -> Edition:
    """Captures to the edition. Raises BadInput with everything that is wrong, of all sources.

    `accept_anchors` are the ids of the sources whose published ids may go with their words; True for all. Not `checked` is
    what need not be all that is asked for, as a former state of the edition.
    """
    report = Report()
    settings = read_settings(project.seeds)
    report.add(check_wording(settings) if checked else ())
    witnesses = list(_read_witnesses(project, step, settings, report, accept_anchors))
    report.stop_if_failed()
    days = days_of_change(project.seeds)
    edition = make_edition(witnesses, settings, read_names(project.seeds), read_terms(project.seeds), days)
    edition = replace(edition, releases=read_releases(project.seeds), regional=read_regional(project.seeds))
    edition = replace(edition, published=read_links(project.seeds))
    step("linking")
    edition = connect(edition)
    report.add(run_checks(edition) if checked else ())
    report.stop_if_failed()
    return replace(edition, warnings=tuple(report.found))


def _read_witnesses(
    project: Project, step: Step, settings: Settings, report: Report, accept_anchors: bool | Collection[str]
) -> Iterator[Witness]:
    """Each source as it was read, with its translation; what cannot be read goes into the report."""
    committed = committed_locks(project.seeds)
    common = digest_of_files((path for path in project.seeds.glob("*.yaml") if path.is_file()), project.seeds)
    for source in read_catalogue(project.seeds, report, settings, project.store):
        step(f"reading {source.id}")
        with report.collecting():
            report.add(moved_lines(source))
            source = replace(source, anchors=published_anchors(source.folder, committed))
            witness, changes = _read(project.store, common, source)
            accepted = accept_anchors is True or source.id in (accept_anchors or ())
            report.add(each for each in changes if not (accepted and each.rule == "anchor-changed"))
            witness, problems = attach(attach_comments(witness))
            report.add(problems)
            yield witness


def _read(store: Store, common: bytes, source: Source) -> tuple[Witness, list[Diagnostic]]:
    """A source as it was read, and what there is to say of its published ids; as it is kept, where nothing in its folder and
    none of these ids has changed.

    `common` stands for what holds for all sources. Raises BadInput; a reading that fails is not kept.
    """
    paths = (path for path in files_below(source.folder) if os.path.basename(path) != LOCK)  # of which the ids are read
    files = digest_of_files(paths, source.folder.parent)
    inputs = digest([common, files, repr(source.anchors).encode()])
    source = replace(source, inputs=inputs)
    witness, changes = store.value("witness", [inputs], lambda: settle_anchors(read_witness(source)))
    return (witness if witness.source.folder == source.folder else lying_in(source.folder, witness)), changes


def save_anchors(edition: Edition, store: Store | None = None) -> None:
    """Write each seed's anchors.lock, and the links.lock of all; `store` keeps what is written."""
    witnesses = {each.source.id: each for each in edition.witnesses}
    inputs = {name: [each.source.inputs] if each.source.inputs else [] for name, each in witnesses.items()}
    locks = (store or Store()).values("anchors", inputs, lambda name: format_lock(next_anchors(witnesses[name])))
    for name, text in locks.items():
        save(_lock(witnesses[name]), text)
    save(edition.witnesses[0].source.folder.parent / LINKS, format_links(edition.numbering.lock))


def _lock(witness: Witness) -> Path:
    return witness.source.folder / LOCK


def check(project: Project, step: Step, accept_texts: bool = False) -> Edition:
    """Everything but rendering. Raises BadInput, `docs-stale` and `not-expected` included.

    `accept_texts` writes each seed's `expected.txt` first.
    """
    edition = read_edition(project, step)
    report = Report()
    for witness in edition.witnesses:
        if accept_texts:
            accept(witness)
        report.add(check_expected(witness))
    report.add(stale_docs(project.docs, write_docs(edition, project.store)))
    report.stop_if_failed()
    return edition


def export_files(project: Project, form: str, choice: Choice, step: Step) -> dict[str, bytes]:
    """The files of a format for translators, by their names. Raises BadInput; what the checks find hinders nobody."""
    return export(read_edition(project, step, accept_anchors=True, checked=False), form, choice)


def import_files(project: Project, files: Mapping[str, bytes], by: str, review: Review, step: Step) -> Accepted:
    """Take files that came back into the translation files: all of them or, where BadInput is raised, nothing.

    `by` says who made the translations that are not there yet, `review` who has reviewed what comes back as approved.
    """
    returned = read_returned(files)
    with alone(project.site, lambda: step("waiting for a build of this project")):
        report = Report()
        witnesses = _read_witnesses(project, step, read_settings(project.seeds), report, True)
        documents = {document.id: document for witness in witnesses for document in witness.documents}
        if any(each.document not in documents for each in returned):
            report.stop_if_failed()  # the source that could not be read may be the one
        accepted = take_in(documents, returned, by, review)
        save_together({path: text.encode("utf-8") for path, text in accepted.files.items()})
    return accepted


def import_passages(project: Project, files: Mapping[str, bytes], step: Step) -> list[str]:
    """What passim found, as lines for `decisions.yaml` of the links that the edition does not have. Raises BadInput."""
    return list(propose_links(read_edition(project, step, accept_anchors=True, checked=False), files))


def changes_since(project: Project, revision: str, step: Step) -> dict[str, list[ReaderChange]]:
    """What has changed for readers since a revision of the repository. Raises BadInput."""
    with TemporaryDirectory() as name:
        former_seeds(project.root, revision, Path(name))
        former = read_edition(Project(Path(name)), step, accept_anchors=True, checked=False)
    return compare(former, read_edition(project, step, accept_anchors=True))


def build(
    project: Project,
    step: Step,
    accept_anchors: bool | Collection[str] = (),
    pages_only: bool = False,
    parquet: bool = False,
) -> Edition:
    """Captures to the finished site. Raises BadInput; the last good site stays until the new one is proven.

    One build at a time runs in a project; another waits for it before it reads anything. Site, docs and locks are saved
    together: where one of them cannot be, all stay as they were.
    `pages_only` leaves out the PDFs, e-books and Word files, and the links to them; `parquet` adds the data as tables.
    """
    if parquet:
        check_parquet()
    check_writable(project.root, project.docs, project.site, project.seeds, *project.seeds.glob("*/"))
    with alone(Project(project.root).site, lambda: step("waiting for another build of this project")), collected_seldom():
        return _build(project, step, accept_anchors, pages_only, parquet)


def _build(project: Project, step: Step, accept_anchors: bool | Collection[str], pages_only: bool, parquet: bool) -> Edition:
    begin(project.store)
    edition = read_edition(project, step, accept_anchors)
    step("writing docs")
    views = Views(edition)
    pages = write_pages(views, project.store)
    with (
        restoring(project.docs, project.seeds / LINKS, *map(_lock, edition.witnesses)) as before,
        staging(project.site, project.spare) as folder,
    ):
        removed = save_docs(project.docs, pages.docs, before)
        rendered = render(project, folder, views, pages, step, pages_only, parquet)
        save_anchors(edition, project.store)
    end()
    project.store.tidy()
    return replace(edition, warnings=(*edition.warnings, *removed, *rendered))


def render(
    project: Project,
    folder: Path,
    views: Views,
    pages: Pages,
    step: Step,
    pages_only: bool = False,
    parquet: bool = False,
) -> tuple[Diagnostic, ...]:
    """docs/ to a site in the folder: MkDocs and, beside it, every other format; then the proof. Returns warnings."""
    from build_scripts.proof import prove  # these and what they load are slow, and `check` needs none of them
    from build_scripts.render.trees import pages_of, render_trees

    edition = views.edition
    formats, lacking = choose_formats(pages_only)
    offered = [kind.ending for each in formats for kind in each.files]
    with ThreadPoolExecutor(max_workers=1) as beside:
        target = Target(folder, step=step, store=project.store, parquet=parquet)
        written = beside.submit(write_formats, [each for each in formats if not each.after_pages], views, target)
        render_trees(project.root, views, pages.frames, folder, step, offered)
        target = replace(target, pages=tuple(pages_of(folder / edition.trees[0])))
        late = write_formats([each for each in formats if each.after_pages], views, target)
        warnings = (*lacking, *written.result(), *late)
    target.sweep(edition.trees)
    step("proving that nothing was lost")
    report = Report()
    report.add(prove(project.seeds, folder, project.store))
    report.stop_if_failed()
    return (*report.found, *warnings)
