"""The data: documents, links, alignment, ledgers, each with its schema."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every data file and every schema; the tables, where they are wanted. Raises BadInput: `schema`, `wrong-span`."""
    from build_scripts.writers.data.files import check_data, check_spans, to_json, write_data
    from build_scripts.writers.data.kept import keys_of
    from build_scripts.writers.data.schemas import schemas_of

    keys, schemas = keys_of(views.edition, target.store), schemas_of(views.edition)
    kept = {path: found for path, key in keys.items() if (found := target.store.find(key)) is not None}
    content = write_data(views.edition, () if target.parquet else kept)  # the tables are made of all of it
    new = {path: data for path, data in content.items() if path not in kept}
    problems = [*check_data(new, schemas), *check_spans(content, views.edition)]
    if problems:
        raise BadInput(*problems)
    for path, data in (new | {f"schema/{name}.json": schema for name, schema in schemas.items()}).items():
        kept[path] = to_json(data).encode()
        if path in keys:
            target.store.keep(keys[path], kept[path])
    for path, text in kept.items():
        target.save(f"data/{path}", text)
    if target.parquet:
        from build_scripts.writers.data.parquet import TABLES, write_tables

        write_tables(views.edition, content, target.folder / "data")
        target.written.update(f"data/{name}.parquet" for name in TABLES)
    return ()
