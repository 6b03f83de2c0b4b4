"""The edition built once, in a folder of its own; tests that change it work on a copy."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, read_edition
from tests import sources
from tests.site.tei_reading import FILES, Node, text_of

ROOT = sources.ROOT


def copy_seeds(folder: Path) -> Project:
    """A project with the seeds that the tests have read and nothing else."""
    sources.copy_seeds(folder)
    return Project(folder)


@pytest.fixture(scope="session")
def built() -> Project:
    """The finished edition. Not to be changed."""
    return Project(sources.edition())


@pytest.fixture(scope="session")
def files(built: Project) -> dict[str, Node]:
    """Every TEI file, parsed, by its name."""
    return {name: ElementTree.fromstring(text_of(built, name)) for name in FILES}


@pytest.fixture
def tampered(built: Project, tmp_path: Path) -> Project:
    """A copy of the finished edition, outside its repository, that a test may damage."""
    shutil.copytree(built.root, tmp_path / "copy", ignore=shutil.ignore_patterns(".git", ".cache"))
    return Project(tmp_path / "copy")


@pytest.fixture(scope="session")
def edition(built: Project) -> Edition:
    """The edition of which `built` is the site."""
    return read_edition(built, lambda words: None)
