"""A mutated capture through its reader, the passes and the proof of cover: what goes wrong, in a word."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import yaml

from build_scripts.decode import decode
from build_scripts.decode.decoded import Decoded
from build_scripts.diagnostics import BadInput
from build_scripts.model import Source, Story
from build_scripts.passes import clean
from build_scripts.readers import READERS
from build_scripts.readers.parts.lines import split_lines
from build_scripts.roles import Given, Role
from build_scripts.views.running.inlines import Words
from build_scripts.writers.web.markdown import running
from tests.conftest import make_source
from tests.laws.test_law_nothing_is_lost import check_cover
from tests.making.files import make_file
from tests.making.mutations import make_mutation
from tests.proving import named_by, unproven

SHAPES = {"raw.html": "web-page", "raw.docx": "word-document", "raw.pdf": "journal-article"}
LONGEST = 20.0  # seconds of the processor for one capture of a few thousand characters; slower is a hang


def try_mutation(reader: str, seed: int) -> str:
    """`read`, or `refused` where the reader says what is wrong; else what went wrong. Raises nothing."""
    raw = make_mutation(reader, seed)
    started = time.process_time()
    try:
        verdict = _read(source_of(reader, raw, seed), raw)
    except Exception as error:  # whatever it is, it is what this looks for
        return f"crash: {type(error).__name__}: {error}"[:300]
    return "hang" if time.process_time() - started > LONGEST else verdict


def try_file(name: str, seed: int) -> str:
    """The same for a file of that kind with accidents, which is decoded first."""
    data = make_file(name, seed)
    started = time.process_time()
    try:
        verdict = _decode_and_read(name.split()[-1], data)
    except Exception as error:
        return f"crash: {type(error).__name__}: {error}"[:300]
    return "hang" if time.process_time() - started > LONGEST else verdict


def _decode_and_read(name: str, data: bytes) -> str:
    try:
        decoded = decode(name, data, "", name)
    except BadInput as problem:
        return "refused" if problem.diagnostics else "refused without a word"
    except UnicodeDecodeError:
        return "refused"
    return (
        _read(make_source(decoded.text, SHAPES[name], capture=name), decoded.text, decoded)
        if decoded.text.strip()
        else "refused"
    )


def try_capture(reader: str, raw: str) -> str:
    """The verdict on a capture; raises what goes wrong."""
    return _read(source_of(reader, raw, 0), raw)


def source_of(reader: str, raw: str, seed: int) -> Source:
    """A newspaper's lines are given out to two stories and the page, at random; the others are read as they are."""
    chance = random.Random(seed)
    source = make_source(raw, reader)
    numbers = [line.number for line in split_lines(raw) if not line.blank]
    if reader != "newspaper-page" or len(numbers) < 2:
        return source
    middle = chance.randrange(1, len(numbers))
    stories = []
    for name, first, last in (("one", 0, middle), ("two", middle, len(numbers))):
        body = Given(Role.BODY, f"structure.{name}.body", numbers[first], numbers[last - 1])
        role = chance.choice((Role.HEADLINE, Role.SUBHEAD, Role.CAPTION, Role.BYLINE, Role.ITEM, Role.FURNITURE))
        at = numbers[chance.randrange(first, last)]
        inner = (Given(role, f"structure.{name}.{role}", at, at),) if last - first > 1 else ()
        stories.append(Story(name, source.kind, (body, *inner)))
    return replace(source, stories=tuple(stories))


def _read(source: Source, raw: str, *decoded: Decoded) -> str:
    try:
        witness = READERS[source.reader].read(source, raw, *decoded)
        witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    except BadInput as problem:
        return "refused" if problem.diagnostics else "refused without a word"
    check_cover(witness)
    lost = [each for each in unproven(witness, named_by(source)) if "read like text" not in each]
    if lost:
        return f"unproven: {lost[0]}"[:300]
    for document in witness.documents:
        for part in document.parts:
            if "<" in running((Words(part.text.text),)):
                return f"markup: {part.text.text}"[:300]
    return "read"


def layout_of(source: Source) -> str:
    """The stories of such a source as the text of a `layout.yaml`, under names that begin with its id; empty without stories."""
    given = {
        f"{source.id}-{story.id}": {str(each.role): f"{each.first}-{each.last}" for each in story.roles}
        for story in source.stories
    }
    return yaml.safe_dump(given, sort_keys=False) if given else ""
