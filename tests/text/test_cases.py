"""What the small functions do to one text each, and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.links.words.sentences import split_sentences
from build_scripts.model import Block, BlockType, Document
from build_scripts.passes import clean
from build_scripts.passes.marks import lead_length
from build_scripts.readers.particulars.dateline import read_programme, split_wire_dateline
from build_scripts.readers.particulars.fact_lines import holds_particulars
from build_scripts.readers.particulars.particulars import read_particulars
from build_scripts.readers.parts.settled import settled
from build_scripts.readers.site.furniture import is_appeal, is_breadcrumb, is_buttons, is_neighbour
from build_scripts.readers.site.rights import is_rights
from build_scripts.text import characters, dates, joining, punctuation, radicals, scripts, spacing
from build_scripts.text.conversion import convert
from build_scripts.traced import capture
from tests.kinds import NEWS

CASES = Path(__file__).parents[1] / "cases"
ROOT = CASES.parent.parent


def edited(find: Callable[[str], Any]) -> Callable[[str], str]:
    return lambda text: capture(text).edit(find(text)).text


def facts(line: str) -> dict[str, str]:
    return {item.name: item.text.text for item in settled(read_particulars(capture(line)).fields)}


def programme(line: str) -> dict[str, str]:
    said, rest = read_programme(capture(line))
    return {item.name: item.text.text for item in said} | {"rest": rest.text}


def wire(line: str) -> list[str]:
    head, rest = split_wire_dateline(capture(line))
    return [head.text if head else "", rest.text]


def sentences(text: str) -> str:
    return " | ".join(text[start:end] for start, end in split_sentences(text))


def lead(text: str) -> str:
    return text[: lead_length(text)]


FUNCTIONS: dict[str, dict[str, Callable[[str], Any]]] = {
    "characters": {name: getattr(characters, name) for name in ("is_han", "closes_sentence", "is_mostly_han", "width", "bare")},
    "spacing": {
        name: edited(getattr(spacing, name))
        for name in ("drop_invisible", "replace_no_characters", "close_letter_spacing", "close_scanned_gaps", "close_gaps")
    },
    "joining": {"join_lines": edited(joining.join_lines)},
    "sentences": {"sentences": sentences},
    "radicals": {"unify_radicals": edited(radicals.unify_radicals)},
    "punctuation": {name: edited(getattr(punctuation, name)) for name in ("widen_points", "widen_brackets")},
    "scripts": {
        "to_simplified": lambda text: scripts.to_script(text, "zh-Hant-TW", "zh-Hans"),
        "to_traditional": lambda text: scripts.to_script(text, "zh-Hans-CN", "zh-Hant"),
        "script_of": scripts.script_of,
    },
    "dates": {"to_edtf": dates.to_edtf, "in_english": lambda text: dates.show_date(text, "en")},
    "dateline": {
        "holds_particulars": holds_particulars,
        "facts": facts,
        "programme": programme,
        "wire": wire,
    },
    "conversion": {
        "to_hant": lambda text: convert(text, "zh-Hant").text,
        "to_hans_from_taiwan": lambda text: convert(text, "zh-Hans", "TW").text,
    },
    "furniture": {
        "is_breadcrumb": is_breadcrumb,
        "is_furniture": lambda text: any(each(text) for each in (is_buttons, is_neighbour, is_appeal, is_rights)),
    },
    "passes": {"lead": lead},
}
ALL = [
    (path.stem, name, case)
    for path in sorted(CASES.glob("*.yaml"))
    for name, cases in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    for case in cases
]


def cleaned(source_of) -> Callable[[str], str]:
    def clean_one(text: str) -> str:
        block = Block(BlockType.PARAGRAPH, capture(text))
        return clean(Document("made", NEWS, source_of(text, "web-page"), blocks=(block,))).blocks[0].text.text

    return clean_one


@pytest.mark.parametrize(("module", "name", "case"), ALL, ids=[f"{m}.{n}: {c['name']}" for m, n, c in ALL])
def test_a_case(module: str, name: str, case: dict[str, Any], source_of) -> None:
    function = FUNCTIONS[module].get(name) or cleaned(source_of)
    assert function(case["input"]) == case["output"], case["because"]
    if isinstance(case["output"], str) and name not in ("holds_particulars", "to_edtf", "in_english", "lead", "sentences"):
        assert function(case["output"]) == case["output"], "the output is not a fixed point"


def test_every_text_module_has_cases() -> None:
    modules = {path.stem for path in (ROOT / "build_scripts" / "text").glob("*.py")} - {"__init__"}
    tested = {path.stem for path in CASES.glob("*.yaml")}
    assert modules & set(FUNCTIONS) <= tested and set(FUNCTIONS) == tested


@pytest.mark.parametrize("module", sorted({module for module, _, _ in ALL}))
def test_a_third_of_the_cases_leave_things_alone(module: str) -> None:
    # A line that is known to be one of particulars always yields some: what is none is told apart before.
    cases = [case for stem, name, case in ALL if stem == module and name != "facts"]
    alone = [
        case for case in cases if case["output"] in (case["input"], False, "", ["", case["input"]], {"rest": case["input"]})
    ]
    assert len(alone) * 3 >= len(cases)


@pytest.mark.parametrize(("module", "name", "case"), ALL, ids=[f"{m}.{n}: {c['name']}" for m, n, c in ALL])
def test_a_case_is_found_where_it_says(module: str, name: str, case: dict[str, Any]) -> None:
    assert case["because"].strip()
    if "from" in case:
        path, number = case["from"].split(":")
        lines = (ROOT / path).read_text(encoding="utf-8").split("\n")
        first = case["input"].strip().split("\n")[0].strip()
        assert first[:6].strip() in " ".join(lines[int(number) - 1].split())
