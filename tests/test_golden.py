"""Each cleaned document against the one that a person has read; `pytest --accept` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = (
    "readout", "wang-wenze", "ndrc", "cctv", "takungpao-readout", "takungpao-key-points", "takungpao-seven-points",
    "takungpao-ascend", "takungpao-ren-zhongping",
)  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_as_it_was_read(name: str, document, plain, accept: bool) -> None:
    path = GOLDEN / f"{name}.txt"
    now = plain(document(name))
    if accept:
        path.write_text(now, encoding="utf-8", newline="\n")
    assert path.is_file(), "nobody has accepted this document yet: pytest --accept, then read it"
    assert now == path.read_text(encoding="utf-8"), "read the difference; if it is right: pytest --accept"


def test_there_is_a_golden_for_every_document(witness) -> None:
    seeds = [path.name for path in (Path(__file__).parent.parent / "seeds").iterdir() if path.is_dir()]
    assert {each.id for seed in seeds for each in witness(seed).documents} == set(DOCUMENTS)
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(DOCUMENTS)
