"""The program's tables are the same for both of PyYAML's parsers, of which a machine may have one alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from build_scripts.tables import read_table

PACKAGE = Path(__file__).parents[1] / "build_scripts"
TABLES = [path for path in sorted(PACKAGE.rglob("*.yaml")) if PACKAGE / "new" not in path.parents]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_both_parsers_read_the_same(path: Path) -> None:
    assert read_table(path) == yaml.load(path.read_text(encoding="utf-8"), yaml.SafeLoader)
