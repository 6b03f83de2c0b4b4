"""Plant quotations in real text: changed in script and wording, with up to one edit in fifteen characters."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.links import find_links
from build_scripts.links.words.regional import general_words, meanings
from build_scripts.model import Document
from build_scripts.text.simplify import simplify
from tests.links.making import document

BATCH = 400
LEAST_FOUND = 396
NEW = "的了和是在有我他这中大来上国"


def pick(random: Random, texts: Sequence[tuple[str, str, str]]) -> tuple[str, str, str, int, int]:
    """A passage of at least 16 letters of one block that begins and ends with a letter."""
    while True:
        name, block, text = random.choice(texts)
        start = random.randrange(len(text))
        end = start + random.randint(16, 60)
        piece = text[start:end]
        if end <= len(text) and piece[0].isalnum() and piece[-1].isalnum() and sum(c.isalnum() for c in piece) >= 16:
            return name, block, text, start, end


def change(random: Random, piece: str) -> str:
    """The passage in Simplified characters, with the other regions' words, and edited inside, not at its ends."""
    piece = simplify(piece)
    private = meanings(general_words())
    for word in [word for word in private if word in piece]:
        others = [other for other in private if private[other] == private[word] and other != word]
        if others and random.random() < 0.5:
            piece = piece.replace(word, random.choice(others), 1)
    letters = list(piece)
    for _ in range(random.randint(0, len(letters) // 15)):
        at = random.randint(2, len(letters) - 3)
        edit = random.choice(("put", "drop", "swap"))
        letters[at : at + (edit != "put")] = [] if edit == "drop" else [random.choice(NEW)]
    return "".join(letters)


def found(documents: Sequence[Document], random: Random, form: str) -> int:
    """How many of BATCH planted quotations are found with exact ends on both sides."""
    texts = [(d.id, b.id, b.text.text) for d in documents if d.id == "readout" for b in d.blocks if b.type == "paragraph"]
    hosts = [
        b.text.text for d in documents if d.id == "ndrc" for b in d.blocks if b.type == "paragraph" and "：" not in b.text.text
    ]
    paragraphs, wanted = [], set()
    for number in range(1, BATCH + 1):
        name, block, _, start, end = pick(random, texts)
        planted = change(random, "".join(t for _, b, t in texts if b == block)[start:end])
        lead, _, rest = form.partition("…")
        before, after = random.choice(hosts), random.choice(hosts)
        paragraphs.append(f"{before}{lead}{planted}{rest}{after}")
        at = len(before) + len(lead)
        wanted.add((f"p{number}", at, at + len(planted), name, block, start, end))
    links = find_links([*(d for d in documents if d.id == "readout"), document("planted", *paragraphs, published="2025-06-01")])
    spans = {
        (
            link.source.block,
            link.source.start,
            link.source.end,
            link.target.document,
            link.target.block,
            link.target.start,
            link.target.end,
        )
        for link in links
        if link.target
    }
    return len(spans & wanted)


@pytest.mark.parametrize("form", ["习近平总书记指出，“…”。", "要“…”，"])
@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_planted(documents: Sequence[Document], form: str, seed: int) -> None:
    assert found(documents, Random(seed), form) >= LEAST_FOUND
