"""Ids follow their words: whatever is done to a text, what stays of it keeps its id, and no id ever names two texts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.edition.reading import read_witness
from build_scripts.model import Block, BlockType, Document, Note, Place, Witness
from build_scripts.passes.identify import identify
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.history.anchors import digest, format_lock, next_anchors, parse_lock, settle_anchors
from build_scripts.seed.sections import Section, settle
from build_scripts.text.likeness import TOKEN, tokens
from build_scripts.traced import capture

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = ("cctv", "ndrc", "readout", "takungpao", "wang-wenze")
DEEDS = ("insert", "delete", "split", "merge", "swap", "retouch")
SIZES_ALIKE = 1.25  # the parts of a split, or two texts merged, of which either may be called the larger
FEWEST = 9  # tokens of a text that is cut in two


@dataclass(slots=True)
class Piece:
    """A block or note: `who` it is through all changes, whoever else it may be taken for."""

    who: int
    kind: BlockType | None  # None for a note
    text: str
    also: set[int] = field(default_factory=set)


@cache
def witness_of(name: str) -> Witness:
    return read_witness(read_source(SEEDS / name))


@cache
def words_of_all() -> list[str]:
    texts = [part.text.text for name in NAMES for each in witness_of(name).documents for part in each.parts]
    return [sentence for text in texts for sentence in text.split("。") if len(sentence) > 30]


def held(old: str, new: str) -> float:
    """How much of a text stands in another one, by its words in their order."""
    ours, theirs = tokens(old), tokens(new)
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(ours)


class Text:
    """A document that is changed and published, time and again."""

    def __init__(self, name: str, index: int, chance: random.Random) -> None:
        self.witness, self.chance = witness_of(name), chance
        self.document = self.witness.documents[index]
        self.count = 0
        seen: set[str] = set()
        self.pieces: list[Piece] = []
        for part in self.document.parts:  # of equal texts nobody can say which is which
            if digest(part.text.text) not in seen:
                seen.add(digest(part.text.text))
                self.pieces.append(self.piece(part.type if isinstance(part, Block) else None, part.text.text))
        self.source = replace(self.witness.source, anchors=())
        self.names: dict[int, str] = {}
        self.owners: dict[str, set[int]] = {}
        self.texts: dict[str, str] = {}
        self.publish()

    def piece(self, kind: BlockType | None, text: str) -> Piece:
        self.count += 1
        return Piece(self.count, kind, text)

    def publish(self) -> None:
        """Give ids to the text as it is now, and write them down; hold them against those of before."""
        blocks = [each for each in self.pieces if each.kind]
        notes = [each for each in self.pieces if not each.kind]
        document = replace(
            self.document,
            source=self.source,
            blocks=tuple(Block(each.kind, capture(each.text), 2) for each in blocks if each.kind),
            notes=tuple(Note(number, capture(each.text)) for number, each in enumerate(notes, 1)),
            translation=None,
        )
        document = identify(document)
        witness, _ = settle_anchors(Witness(self.source, "", (document,)))
        self.hold(witness, [*blocks, *notes])
        lock = format_lock(next_anchors(witness))
        self.source = replace(self.source, anchors=parse_lock(lock, "lock"))
        assert format_lock(self.source.anchors) == lock

    def hold(self, witness: Witness, pieces: list[Piece]) -> None:
        (document,) = witness.documents
        ids = [part.id for part in document.parts]
        retired = {each.id for each in self.source.anchors if each.target}
        assert len(ids) == len(set(ids))
        for piece, name in zip(pieces, ids, strict=True):
            before = {self.names[who] for who in (piece.who, *piece.also) if who in self.names}
            new = bool(piece.also) and (name in retired or name not in self.owners)  # of two parts as large as each other
            assert not before or name in before or new, f"{sorted(before)} has become {name}: {piece.text[:60]}"
            whose = self.owners.setdefault(name, {piece.who, *piece.also})
            back = name in retired and held(self.texts[name], piece.text) > 0.4  # what was merged has been split again
            assert back or whose & {piece.who, *piece.also}, f"{name} names another text"
            whose |= {piece.who, *piece.also}
            self.texts[name] = piece.text
        named = {piece.who: name for piece, name in zip(pieces, ids, strict=True)}
        self.no_translation_is_lost(document)
        assert {self.names[who] for who in self.names} <= {*ids, *(each.id for each in document.retired)}
        self.names |= named

    def no_translation_is_lost(self, document: Document) -> None:
        """Each section of before is that of the same id, or is told."""
        old = [each for each in self.source.anchors if each.target is None]
        sections = [Section(document.id, each.id, each.digest, "x", Place("t", at)) for at, each in enumerate(old)]
        settled, said = settle(document, sections)
        ids = {part.id for part in document.parts}
        assert [each.id for each in settled] == [each.id for each in sections if each.id in ids]
        assert len(said) == len(sections) - len(settled)

    def do(self, deed: str) -> bool:
        """One change; whether it could be made."""
        at = self.chance.randrange(len(self.pieces))
        return bool(getattr(self, deed)(at))

    def insert(self, at: int) -> bool:
        text = "".join(self.chance.sample("".join(words_of_all()), 80))
        if self.chance.random() < 0.5:
            text = "。".join(self.chance.sample(words_of_all(), 2))
            if any(text[:30] in each.text or text[-30:] in each.text for each in self.pieces):
                return False
        self.pieces.insert(at, self.piece(self.pieces[at].kind, text))
        return True

    def delete(self, at: int) -> bool:
        if len(self.pieces) > 4:
            del self.pieces[at]
        return len(self.pieces) > 4

    def swap(self, at: int) -> bool:
        other = self.chance.randrange(len(self.pieces))
        if bool(self.pieces[at].kind) is bool(self.pieces[other].kind):
            self.pieces[at], self.pieces[other] = self.pieces[other], self.pieces[at]
        return True

    def split(self, at: int) -> bool:
        piece = self.pieces[at]
        starts = [match.start() for match in TOKEN.finditer(piece.text)]
        if len(starts) < FEWEST:
            return False
        cut = starts[self.chance.randrange(2, len(starts) - 2)]
        parts = [piece.text[:cut], piece.text[cut:]]
        larger, smaller = sorted(parts, key=lambda each: -len(tokens(each)))
        first, second = replace(piece, text=larger), self.piece(piece.kind, smaller)
        if len(tokens(larger)) < SIZES_ALIKE * len(tokens(smaller)):
            first.also = second.also = {first.who, second.who}
        self.pieces[at : at + 1] = [first, second] if parts[0] == larger else [second, first]
        return True

    def merge(self, at: int) -> bool:
        pair = self.pieces[at : at + 2]
        if len(pair) < 2 or pair[0].kind != pair[1].kind:
            return False
        sizes = [len(tokens(each.text)) for each in pair]
        keeper = pair[0] if sizes[0] >= sizes[1] else pair[1]
        made = replace(keeper, text=pair[0].text + pair[1].text)
        if max(sizes) < SIZES_ALIKE * min(sizes):
            made.also = {each.who for each in pair}
        self.pieces[at : at + 2] = [made]
        return True

    def retouch(self, at: int) -> bool:
        piece = self.pieces[at]
        spans = [match.span() for match in TOKEN.finditer(piece.text)]
        text = piece.text
        for start, end in sorted(self.chance.sample(spans, len(spans) // 5), reverse=True):
            text = text[:start] + chr(self.chance.randrange(0x4E00, 0x9FA0)) + text[end:]
        piece.text = text
        return True


def edits(name: str, index: int, seed: int, count: int) -> Iterator[str]:
    """The deeds that were done, until they are as many as asked for."""
    chance = random.Random(seed)
    text = Text(name, index, chance)
    done = 0
    while done < count:
        deed = chance.choice(DEEDS if len(text.pieces) < 120 else ("delete", "merge"))
        if text.do(deed):
            text.publish()
            for piece in text.pieces:  # which of two it was is settled now
                if piece.also:
                    piece.also = set()
            done += 1
            yield deed


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_what_stays_keeps_its_id_and_no_id_names_two_texts(name: str, seed: int) -> None:
    index = seed % len(witness_of(name).documents)
    assert len(list(edits(name, index, seed, 15))) == 15
