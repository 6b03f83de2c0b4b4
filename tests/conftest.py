"""What the tests share: the seeds as read, documents in plain words, and `--accept`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from build_scripts.catalogue import read_source
from build_scripts.model import Block, Document, Kind, Source, Story, Witness
from build_scripts.reading import read_witness

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"

settings.register_profile(
    "quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile("thorough", parent=settings.get_profile("quick"), max_examples=2000)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew from what the code does now")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


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
    found = {each.id: each for folder in SEEDS.iterdir() for each in _witness(folder.name).documents}
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
    told = tuple(Story(name, Kind.NEWS, tuple(lines)) for name, lines in dict(stories).items())
    return Source("made", Kind.NEWS, reader, language, digest, Path("made"), stories=told, **given)  # type: ignore[arg-type]


def in_plain_words(document: Document) -> str:
    """A document as lines to be read by a person, note calls as ⟦n⟧."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"{document.id} · {document.kind} · {document.source.language}"
    for item in document.fields:
        yield f"{item.name}: {item.text.text}"
    for block in document.blocks:
        yield ""
        yield _block(block, document.calls_in(block))
        yield from (f"  {mark.role}: {block.text.text[mark.start : mark.end]}" for mark in block.marks)
    for note in document.notes:
        yield from [""] if note.number == 1 else []
        yield f"⟦{note.number}⟧ {note.text.text}"
    if document.translation:
        yield from ["", f"translation · {document.translation.language}", f"title: {document.translation.title.text}"]
        for block in document.translation.blocks:
            yield from ["", _block(block, [])]


def _block(block: Block, calls: list[tuple[int, int]]) -> str:
    text = block.text.text
    for at, number in reversed(calls):
        text = f"{text[:at]}⟦{number}⟧{text[at:]}"
    level = f" {block.level}" if block.level else ""
    return f"[{block.id}] {block.type}{level}\n{text}"
