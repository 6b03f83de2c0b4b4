"""The documents of the edition, read once, and a way to make small ones."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from build_scripts.edition.reading import read_witness
from build_scripts.edition.regional import read_regional
from build_scripts.links import find_links
from build_scripts.links.model import Link
from build_scripts.model import Document
from build_scripts.seed.catalogue import read_source
from tests.sources import READ, SEEDS


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    return tuple(item for name in READ for item in read_witness(read_source(SEEDS / name)).documents)


@pytest.fixture(scope="session")
def links(documents: Sequence[Document]) -> tuple[Link, ...]:
    return find_links(documents, words=read_regional(SEEDS))
