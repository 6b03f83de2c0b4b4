"""What the tests share: the seeds as read, documents in plain words, and sources made up on the spot."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from build_scripts.edition.reading import read_witness
from build_scripts.model import Document, Source, Story, Witness
from build_scripts.roles import Given, Role
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.expected import in_plain_words
from tests.kinds import NEWS
from tests.sources import READ, SEEDS

# The quick profile tries the same examples on every machine and day, so that what fails is the change and not the draw; the thorough
# one, of “make laws” and of the weekly run, draws anew each time.
settings.register_profile(
    "quick",
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "thorough", parent=settings.get_profile("quick"), max_examples=2000, derandomize=False, print_blob=True
)
settings.load_profile("quick")


@cache
def _witness(seed: str) -> Witness:
    return read_witness(read_source(SEEDS / seed))


@pytest.fixture(scope="session")
def witness() -> Callable[[str], Witness]:
    """The witness of a seed by its id."""
    return _witness


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """A cleaned document by its id."""
    found = {each.id: each for name in READ for each in _witness(name).documents}
    return found.__getitem__


@pytest.fixture(scope="session")
def plain() -> Callable[[Document], str]:
    return in_plain_words


@pytest.fixture(scope="session")
def source_of() -> Callable[..., Source]:
    return make_source


def make_source(raw: str, reader: str, language: str = "zh-Hans-CN", **given: object) -> Source:
    """A source that no file describes, for a capture made up on the spot."""
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    stories = given.pop("stories", {})
    told = tuple(Story(name, NEWS, tuple(in_roles(lines, f"structure.{name}."))) for name, lines in dict(stories).items())
    given["roles"] = tuple(in_roles(given.get("roles", ()), "structure."))
    return Source("made", NEWS, reader, language, digest, Path("made"), stories=told, **given)  # type: ignore[arg-type]


def in_roles(lines: Iterable[tuple[str, int]], prefix: str) -> Iterator[Given]:
    """`(role, raw line)` as what an editor gives."""
    yield from (Given(Role(role), f"{prefix}{role}", number, number) for role, number in lines)
