"""The word lists of the language: each with a sentence on where it comes from, no word twice, each read by the program."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from build_scripts.text.lexicon import words

PROGRAM = Path(__file__).parents[2] / "build_scripts"
FILES = sorted((PROGRAM / "text" / "lexicon").glob("*.yaml"))
TOP_KEY = re.compile(r"^[\w.-]+:", re.MULTILINE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_list_tells_where_it_comes_from(path: Path) -> None:
    """A comment stands above the list, or above the file for lists of one kind."""
    lines = path.read_text(encoding="utf-8").splitlines()
    headed = lines[0].startswith("#")
    bare = [line for before, line in pairwise(lines) if TOP_KEY.match(line) and not before.lstrip().startswith("#")]
    assert headed and (not bare or len(" ".join(line for line in lines if line.startswith("#"))) > 60), bare


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, value in data.items() if isinstance(data, dict) else ():
        if isinstance(value, str) and " " in value.strip():
            found = re.split(r"(?<!\\)\s+", value.strip())
            assert len(words(value)) == len(found), (name, sorted(word for word in found if found.count(word) > 1))


def test_every_file_is_read() -> None:
    program = "\n".join(path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py"))
    assert [
        path.stem for path in FILES if not re.search(rf"(?:lexicon|any_word)\([\"']{path.stem}[\"']|{path.stem}\.yaml", program)
    ] == []


def test_no_list_of_chinese_words_stands_in_the_program() -> None:
    """Four words and more that stand side by side in a text of the program are a list of the language."""
    listed = re.compile(r"(?:[\u3400-\u9fff]{2,}[|\s、,]+){3,}[\u3400-\u9fff]{2,}")
    found = [
        f"{path.name}:{node.lineno}"
        for path in sorted(PROGRAM.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and ">>>" not in node.value
        and listed.search(node.value)
    ]
    assert found == []
