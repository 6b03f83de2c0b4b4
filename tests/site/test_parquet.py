"""The data as tables: DuckDB reads them, they hold what the data files hold, and are the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from build_scripts.cli import main
from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.writers.data import parquet
from build_scripts.writers.data.files import write_data
from build_scripts.writers.data.parquet import TABLES, write_tables

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return read_edition(Project(ROOT), lambda words: None)


@pytest.fixture(scope="module")
def tables(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables, as views by their names."""
    folder = tmp_path_factory.mktemp("the reader's tables")
    write_tables(edition, write_data(edition), folder)
    assert {path.stem for path in folder.iterdir()} == TABLES.keys()
    with duckdb.connect() as database:
        for path in folder.iterdir():
            database.execute(f"CREATE VIEW {path.stem} AS FROM read_parquet('{str(path).replace(chr(39), chr(39) * 2)}')")
        yield database


def one(tables: duckdb.DuckDBPyConnection, query: str) -> object:
    (found,) = tables.execute(query).fetchone() or (None,)
    return found


def test_a_table_has_its_columns_and_the_rows_of_the_data(tables: duckdb.DuckDBPyConnection, edition: Edition) -> None:
    for name, columns in TABLES.items():
        shown = {column: kind for column, kind, *_ in tables.execute(f"DESCRIBE {name}").fetchall()}
        assert shown == columns
    sizes = {name: one(tables, f"SELECT count(*) FROM {name}") for name in TABLES if name != "sentences"}
    assert sizes == {
        "documents": len(edition.documents),
        "blocks": sum(len([*document.parts]) for document in edition.documents),
        "links": len(edition.links),
        "works": len(edition.works),
    }
    assert one(tables, "SELECT title['zh-Hans'] FROM documents WHERE id = 'ndrc'")


@pytest.mark.parametrize("side", ["from", "to"])
def test_what_a_link_joins_stands_in_its_block_at_its_offsets(tables: duckdb.DuckDBPyConnection, side: str) -> None:
    joined = f"FROM links JOIN blocks ON {side}_document = document AND {side}_block = id"
    words = f"substr(blocks.text, {side}_start + 1, {side}_end - {side}_start)"
    assert one(tables, f"SELECT count(*) {joined}") == one(tables, f"SELECT count(*) FROM links WHERE {side}_text IS NOT NULL")
    assert one(tables, f"SELECT count(*) {joined} WHERE {words} <> {side}_text") == 0


def test_sentences_make_up_their_blocks_and_translations(tables: duckdb.DuckDBPyConnection) -> None:
    text = "CASE WHEN translated THEN translation ELSE blocks.text END"
    joined = "FROM sentences JOIN blocks ON sentences.document = blocks.document AND block = blocks.id"
    assert one(tables, f'SELECT count(*) {joined} WHERE substr({text}, "start" + 1, "end" - "start") <> sentences.text') == 0
    assert one(tables, f"SELECT count(*) {joined} WHERE translated") and one(tables, "SELECT count(*) FROM sentences") == one(
        tables, f"SELECT count(*) {joined}"
    )


def test_works_name_the_notes_that_cite_them(tables: duckdb.DuckDBPyConnection) -> None:
    cited = "(SELECT unnest(cited_by) AS note FROM works)"
    assert one(tables, f"SELECT count(*) FROM {cited}")
    known = "SELECT document || '#' || id FROM blocks WHERE type = 'note'"
    assert one(tables, f"SELECT count(*) FROM {cited} WHERE note NOT IN ({known})") == 0


def test_tables_are_the_same_bytes_each_time(edition: Edition, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_tables(edition, write_data(edition), tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_without_duckdb_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    assert main(["--root", str(tmp_path), "build", "--parquet"]) == 1
    assert "pip install 'duizhao[data]'" in capsys.readouterr().err
