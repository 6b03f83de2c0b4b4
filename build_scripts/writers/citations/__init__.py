"""Citations: in the words of each style for the pages, and as files for reference managers."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every document, and all works cited, as CSL-JSON, BibTeX and RIS. Raises BadInput: `schema`."""
    from build_scripts.writers.citations.files import bibtex, cited_items, ris
    from build_scripts.writers.data.files import check_data, to_json
    from build_scripts.writers.data.schemas import schemas_of

    cited = cited_items(views.edition, views.edition.settings.address)
    problems = check_data({f"{name}.json": items for name, items in cited.items()}, schemas_of(views.edition))
    if problems:
        raise BadInput(*problems)
    for name, items in cited.items():
        target.save(f"data/{name}.json", to_json(items))
        target.save(f"data/{name}.bib", bibtex(items))
        target.save(f"data/{name}.ris", ris(items))
    return ()
