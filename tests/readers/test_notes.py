"""Notes of every mark, place and numbering, in every reader: what is called where, what the notes say, what is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.model import Source, Witness
from build_scripts.passes import clean
from build_scripts.proof.editor import Editor
from build_scripts.readers import READERS
from build_scripts.seed.note_style import note_style
from build_scripts.seed.structure import given_roles
from tests.proving import unproven, with_calls

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "notes" / "notes.yaml").read_text(encoding="utf-8"))


class Anywhere(dict[str, Any]):
    """Places of keys, which no message of these tests names."""

    def __missing__(self, key: str) -> Any:
        return None


def read(source_of: Callable[..., Source], case: Mapping[str, Any]) -> Witness:
    """The witness of a case, cleaned; its proof must hold."""
    raw = case["capture"]
    source = source_of(raw, case["reader"], case.get("language", "zh-Hans-CN"))
    style = note_style(case["style"], Anywhere(), "case") if "style" in case else source.note_style
    structure = yaml.load(yaml.safe_dump(case.get("structure", {}), allow_unicode=True), yaml.BaseLoader)
    source = replace(source, note_style=style, roles=given_roles(structure, "structure.", Anywhere()))
    witness = READERS[case["reader"]].read(source, raw)
    witness = replace(witness, documents=tuple(map(clean, witness.documents)))
    lines = {given.first: given for given in source.roles if given.first}
    named = {(number, str(each.role)) for each in lines.values() for number in range(each.first, (each.last or each.first) + 1)}
    editor = Editor(named=frozenset(named), words=tuple(given.words for given in source.roles if given.words))
    assert unproven(witness, editor) == [], case["because"]
    return witness


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_notes(case: dict[str, Any], source_of: Callable[..., Source]) -> None:
    witness = read(source_of, case)
    document = witness.documents[0]
    assert [with_calls(block, document.calls_in(block)) for block in document.blocks] == case["text"], case["because"]
    assert [note.text.text for note in document.notes] == case.get("notes", []), case["because"]
    open_ones = [doubt.sentence for doubt in witness.doubts if doubt.rule in ("orphan-call", "orphan-note", "doubtful-note")]
    assert open_ones == case.get("open", []), case["because"]
