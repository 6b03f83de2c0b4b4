"""The data as tables, `data/*.parquet`, which DuckDB, Spark and their like read as they are.

DuckDB writes them (installed with `duizhao[data]`). Offsets are half-open code points of a block's text, as everywhere
in the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_scripts.diagnostics import bad
from build_scripts.edition.edition import Edition
from build_scripts.model import Place
from build_scripts.writers.data.rows import FlatRow, rows_of

TEXT, NUMBER, TRUTH, TEXTS, BY_TREE = "VARCHAR", "INTEGER", "BOOLEAN", "VARCHAR[]", "MAP(VARCHAR, VARCHAR)"
SPAN = {"document": TEXT, "block": TEXT, "start": NUMBER, "end": NUMBER, "text": TEXT}
# The columns of each table, in their order; what a row has besides is left out.
TABLES: Mapping[str, Mapping[str, str]] = {
    "documents": {
        **dict.fromkeys(("id", "kind", "reader", "language"), TEXT),
        "title": BY_TREE,
        **dict.fromkeys(("published", "publisher", "author"), TEXT),
        "urls": BY_TREE,
        **dict.fromkeys(("blocks", "notes"), NUMBER),
        **dict.fromkeys(("url", "retrieved", "archived", "licence", "seed_file", "seed_sha256"), TEXT),
        "seed_characters": NUMBER,
    },
    "blocks": {
        **dict.fromkeys(("document", "id"), TEXT),
        "position": NUMBER,
        "type": TEXT,
        "level": NUMBER,
        **dict.fromkeys(("language", "text", "translation_language", "translation", "status"), TEXT),
        "stale": TRUTH,
    },
    "sentences": {"id": TEXT, **SPAN, "language": TEXT, "translated": TRUTH},
    "links": {
        **dict.fromkeys(("type", "fidelity"), TEXT),
        "marked": TRUTH,
        **{f"from_{name}": kind for name, kind in SPAN.items()},
        **{f"to_{name}": kind for name, kind in SPAN.items()},
        "work": TEXT,
    },
    "works": {
        **dict.fromkeys(("id", "kind"), TEXT),
        "authors": TEXTS,
        **dict.fromkeys(("title", "container", "date", "publisher", "place", "language", "site", "url", "document"), TEXT),
        "cited_by": TEXTS,
    },
}


def check_parquet() -> None:
    """Raise `no-duckdb` where DuckDB is not installed."""
    if not find_spec("duckdb"):
        raise bad(
            Place("--parquet"), "no-duckdb", "DuckDB, which writes Parquet, is not installed", "pip install 'duizhao[data]'"
        )


def write_tables(edition: Edition, content: Mapping[str, Any], folder: Path) -> None:
    """Every table of the data files' `content`, into a folder that is there."""
    for name, rows in rows_of(edition, content).items():
        _write(folder / f"{name}.parquet", TABLES[name], rows)


def _write(path: Path, columns: Mapping[str, str], rows: Iterable[FlatRow]) -> None:
    """One table. It goes through a file of JSON lines, which DuckDB reads faster than it takes rows from Python."""
    import duckdb

    with TemporaryDirectory() as folder, duckdb.connect() as database:
        lines = Path(folder, "rows.jsonl")
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        database.execute("SET threads TO 1")  # the same bytes each time
        read = f"read_json({_quoted(lines)}, format='newline_delimited', columns={dict(columns)})"
        database.execute(f"COPY (SELECT * FROM {read}) TO {_quoted(path)} (FORMAT parquet, COMPRESSION zstd)")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
