"""Notes in sixty usual forms, each with the works that it cites."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.links.cited.citation import Citation
from build_scripts.links.cited.notes import read_citations

CASES = yaml.safe_load((Path(__file__).with_name("cited_works.yaml")).read_text(encoding="utf-8"))
FIELDS = ("kind", "title", "authors", "editors", "translators", "container", "date", "publisher", "place", "locator")
FIELDS += ("language", "site", "url", "volume", "issue", "accessed", "part")


def told(citation: Citation) -> dict[str, Any]:
    """What a citation says, without what it does not; Chinese, which most are, is not said."""
    found = {name: getattr(citation, name) for name in FIELDS}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in found.items() if value}
    return {name: value for name, value in plain.items() if (name, value) != ("language", "zh")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"][:40])
def test_the_works_of_a_note(case: dict[str, Any]) -> None:
    earlier: list[Citation] = []
    of_notes: dict[int, list[Citation]] = {}
    for number, note in enumerate(case.get("earlier", []), 1):
        of_notes[number] = read_citations(note, earlier, of_notes)
        earlier += of_notes[number]
    assert [told(each) for each in read_citations(case["note"], earlier, of_notes)] == case["works"]


def test_there_are_sixty() -> None:
    assert len(CASES) >= 60 and len({case["note"] for case in CASES}) == len(CASES)
