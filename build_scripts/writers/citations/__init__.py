"""Citations: in the words of each style for the pages, and as files for reference managers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.edition.edition import Edition
from build_scripts.edition.version import OPEN_NAME, left_open
from build_scripts.views.tree import Views
from build_scripts.writers import Target

if TYPE_CHECKING:
    from build_scripts.writers.data.schemas import Schema


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every document, and all works cited, as CSL-JSON, BibTeX and RIS. Raises BadInput: `schema`."""
    from build_scripts.writers.citations.files import WORKS
    from build_scripts.writers.data.schemas import schemas_of

    edition, version, schemas = views.edition, views.edition.version, schemas_of(views.edition)
    opened = replace(edition, version=left_open(version))
    for_all = repr([edition.settings.address, edition.trees]).encode()
    inputs = {each.id: [each.source.inputs, for_all] if each.source.inputs else [] for each in edition.documents}
    made = target.store.values("cited", inputs, lambda name: _files(opened, schemas, name, f"citations/{name}"))
    for files in (*made.values(), _files(edition, schemas, WORKS, WORKS)):
        for path, text in files.items():
            target.save(path, text.replace(OPEN_NAME, version.name))
    return ()


def _files(edition: Edition, schemas: Mapping[str, Schema], name: str, path: str) -> dict[str, str]:
    """`{path under site/: text}` of what is cited under a name."""
    from build_scripts.writers.citations.files import bibtex, cited_items, ris
    from build_scripts.writers.data.files import check_data, to_json

    items = cited_items(edition, name, edition.settings.address)
    problems = check_data({f"{path}.json": items}, schemas)
    if problems:
        raise BadInput(*problems)
    return {f"data/{path}.json": to_json(items), f"data/{path}.bib": bibtex(items), f"data/{path}.ris": ris(items)}
