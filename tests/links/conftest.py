"""The documents of the edition, read once, and a way to make small ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from build_scripts.catalogue import read_catalogue
from build_scripts.diagnostics import Report
from build_scripts.links import find_links
from build_scripts.links.model import Link
from build_scripts.model import Document
from build_scripts.reading import read_witness

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    return tuple(item for source in read_catalogue(SEEDS, Report()) for item in read_witness(source).documents)


@pytest.fixture(scope="session")
def links(documents: Sequence[Document]) -> tuple[Link, ...]:
    return find_links(documents)
