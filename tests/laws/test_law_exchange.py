"""A file from a translator, whatever has become of it: it is accepted and nothing is lost, or refused with its line."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.checks import rules
from build_scripts.diagnostics import BadInput
from build_scripts.edition.reading import read_witness
from build_scripts.exchange import outgoing
from build_scripts.exchange.markup import calls_of, official_words
from build_scripts.links.parallel.alignment import Pair, align_sentences
from build_scripts.model import Document
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.sections import Section
from build_scripts.seed.translations import SECTION, parse
from tests.exchange.sending import FILE, back, name_of, sent

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = ("cctv", "takungpao-key-points", "wang-wenze")
TAG = re.compile(rb"<[^<>]*>")
MARKUP = re.compile(rb"\[\^\d+\]|[{}]")
WORDS = (
    b"Quite other words.",
    "人工智能".encode(),
    b"## p1 0123456789abcdef",
    b"{",
    b"}",
    b"[^1]",
    b"[^77]",
    b"\\",
    b'"',
    b"&amp;",
    b"&x;",
)
Mutation = Callable[[bytes, random.Random], bytes]


@pytest.fixture(autouse=True, scope="module")
def aligned_once() -> Iterator[None]:
    """The sentences of a document are aligned once: that takes longest and is the same each time."""
    known: dict[str, tuple[Pair, ...]] = {}

    def align(document: Document) -> tuple[Pair, ...]:
        return known[document.id] if document.id in known else known.setdefault(document.id, align_sentences(document))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outgoing, "align_sentences", align)
        yield


@cache
def document_of(name: str) -> Document:
    witness = read_witness(read_source(SEEDS / name.split("-key")[0]))
    return next(each for each in witness.documents if each.id == name)


@cache
def sent_file(name: str, form: str, sentences: bool) -> bytes:
    return sent(document_of(name), form, sentences)


def flip(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]


def drop(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + data[at + draw.randint(1, draw.choice((3, 60, 3000))) :]


def double(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    end = at + draw.randint(1, draw.choice((3, 60, 3000)))
    return data[:end] + data[at:]


def cut_off(data: bytes, draw: random.Random) -> bytes:
    return data[: draw.randrange(len(data))]


def put_in(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + draw.choice(WORDS) + data[at:]


def swap_lines(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def drop_lines(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = draw.randrange(len(lines))
    return b"\n".join(lines[:at] + lines[at + draw.randint(1, 6) :])


def drop_tag(data: bytes, draw: random.Random) -> bytes:
    found = list(TAG.finditer(data)) or list(MARKUP.finditer(data))
    match = draw.choice(found) if found else None
    return data[: match.start()] + data[match.end() :] if match else data


def drop_calls(data: bytes, draw: random.Random) -> bytes:
    return re.sub(rb'<x id="n\d+"[^>]*/>' if draw.random() < 0.5 else rb"\[\^\d+\]", b"", data)


def lose_fingerprints(data: bytes, draw: random.Random) -> bytes:
    return re.sub(rb' extradata="[^"]*"|#\. target:.*\n', b"", data)


def retranslate(data: bytes, draw: random.Random) -> bytes:
    """Other words in the targets, as a person puts them."""
    word = draw.choice((b" the ", b" and ", b"AI", b" of "))
    return data.replace(word, draw.choice((b" thy ", b" \xe2\x80\x93 ", b"", b"\t" + word)))


def reword(data: bytes, draw: random.Random) -> bytes:
    """A word put in somewhere, as a person does."""
    places = [match.end() for match in re.finditer(rb"[a-z] (?=[a-z]+ [a-z]+ [a-z])", data)]
    for at in sorted(draw.sample(places, min(len(places), draw.randint(1, 8))), reverse=True):
        data = data[:at] + b"newly " + data[at:]
    return data


def re_encode(data: bytes, draw: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding = draw.choice(("utf-16", "utf-8-sig", "gb18030", "latin-1"))
    if draw.random() < 0.5:
        text = text.replace("UTF-8", encoding.upper().removesuffix("-SIG"))
    return text.encode(encoding, "replace")


def other_newlines(data: bytes, draw: random.Random) -> bytes:
    return data.replace(b"\n", draw.choice((b"\r\n", b"\r", b"\n\n")))


def leave(data: bytes, draw: random.Random) -> bytes:
    return data


MUTATIONS: tuple[Mutation, ...] = (
    *(flip, drop, double, cut_off, put_in, swap_lines, drop_lines, drop_tag, drop_calls),
    *(lose_fingerprints, retranslate, reword, reword, re_encode, other_newlines, leave),
)


def mutated(data: bytes, draw: random.Random) -> bytes:
    for _ in range(draw.choice((1, 1, 2, 3))):
        if data:
            data = draw.choice(MUTATIONS)(data, draw)
    return data


def sections_of(text: str, document: Document) -> tuple[list[Section], list[str]]:
    """The sections of a translation file, and the bytes of each as they stand: those before the first section come first."""
    _, sections = parse(text, f"seeds/x/{FILE}", document.source)
    starts = [match.start() for match in SECTION.finditer(text)]
    return sections, [text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]


def check_nothing_is_lost(document: Document, old: str, new: str) -> None:
    before, raw_before = sections_of(old, document)
    after, raw_after = sections_of(new, document)
    assert raw_after[0] == raw_before[0], "the head of the file has changed"
    assert [(each.document, each.id) for each in after] == [(each.document, each.id) for each in before]
    for one, other, was, now in zip(before, after, raw_before[1:], raw_after[1:], strict=True):
        assert other.text and other.digest == one.digest, one.id
        assert Counter(calls_of(other.text)) >= Counter(calls_of(one.text)), one.id
        assert Counter(official_words(other.text)) >= Counter(official_words(one.text)), one.id
        if other.text == one.text:  # what was said of its state may have come back otherwise
            same = one.standing == other.standing
            assert (now if same else now.partition("\n")[2]) == (was if same else was.partition("\n")[2]), one.id


@pytest.mark.parametrize("form", ["xliff", "po"])
@given(seed=st.integers(0, 2**32))
def test_a_file_that_comes_back_is_accepted_whole_or_refused_with_its_line(form: str, seed: int) -> None:
    draw = random.Random(seed)
    document = document_of(draw.choice(NAMES))
    data = mutated(sent_file(document.id, form, draw.random() < 0.5), draw)
    try:
        accepted = back(document, data, form)
    except BadInput as problem:
        lines = max(data.count(b"\n"), data.count(b"\r")) + 2
        for each in problem.diagnostics:
            assert each.place.path == name_of(form) and 1 <= each.place.line <= lines, each
            assert each.rule in rules(), each
        return
    for path, text in accepted.files.items():
        assert path == document.source.folder / FILE
        check_nothing_is_lost(document, path.read_text(encoding="utf-8"), text)
