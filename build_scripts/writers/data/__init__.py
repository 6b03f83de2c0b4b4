"""The data: documents, links, alignment, ledgers, each with its schema."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every data file and every schema; the tables, where they are wanted. Raises BadInput: `schema`, `wrong-span`."""
    from build_scripts.writers.data.files import check_data, check_spans, to_json, write_data
    from build_scripts.writers.data.schemas import schemas_of

    content, schemas = write_data(views.edition), schemas_of(views.edition)
    problems = [*check_data(content, schemas), *check_spans(content, views.edition)]
    if problems:
        raise BadInput(*problems)
    for path, data in (content | {f"schema/{name}.json": schema for name, schema in schemas.items()}).items():
        target.save(f"data/{path}", to_json(data))
    if target.parquet:
        from build_scripts.writers.data.parquet import write_tables

        write_tables(views.edition, content, target.folder / "data")
    return ()
