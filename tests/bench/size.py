"""How long each reader, the passes and the proof take for captures of growing size: by their length, and by their lines; and
until a file beyond what is read is refused.

python -m tests.bench.size [characters …]
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from build_scripts.diagnostics import BadInput
from build_scripts.model import Story
from build_scripts.passes import clean
from build_scripts.pipeline import Project, read_edition
from build_scripts.readers import READERS
from build_scripts.roles import Given, Role
from build_scripts.seed.capture import MOST_CHARACTERS
from tests.conftest import make_source
from tests.proving import named_by, unproven
from tests.site.test_build import write_source

SENTENCE = "某年某事，人工智能发展很快。"
SHAPES = {
    "one line": lambda size: "某年某事\n" + SENTENCE * (size // len(SENTENCE)) + "\n",
    "one line without full stops": lambda size: "某年某事\n第一段。\n" + "人工智能" * (size // 4) + "\n第二段。\n",
    "spaces": lambda size: "某年某事\n" + f"第一段。{' ' * 900}第二段。\n" * (size // 908),
    "lines": lambda size: "某年某事\n" + "".join(f"第{number}段在这里，它不长。\n" for number in range(size // 15)),
    "marks": lambda size: "某年某事\n" + "## 题\n\n**第一**段在[这里](https://example.org/)。\n" * (size // 40),
    "notes": lambda size: "某年某事\n一、题\n" + "第一段［1］在这里。\n［1］《题》。\n" * (size // 18),
}


def measure(reader: str, raw: str) -> str:
    """Seconds of the processor for reading, cleaning and proving one capture."""
    source = make_source(raw, reader)
    if reader == "newspaper-page":  # one story of all lines below its headline
        roles = (
            Given(Role.HEADLINE, "structure.one.headline", 1, 1),
            Given(Role.BODY, "structure.one.body", 2, raw.count("\n")),
        )
        source = replace(source, stories=(Story("one", source.kind, roles),))
    started = time.process_time()
    try:
        witness = READERS[reader].read(source, raw)
        witness = replace(witness, documents=tuple(map(clean, witness.documents)))
        problems = unproven(witness, named_by(source))
    except BadInput as problem:
        return f"{time.process_time() - started:7.2f} s, told: {str(problem)[:60]}"
    return f"{time.process_time() - started:7.2f} s, {len(problems)} problems"


def measure_file(size: int) -> str:
    """Seconds until a whole seed of so many bytes is refused with one message, or read."""
    with TemporaryDirectory() as name:
        write_source(Path(name), "one", SENTENCE * (size // len(SENTENCE.encode())) + "\n", "title: {en: One}\n")
        started = time.perf_counter()
        try:
            read_edition(Project(Path(name)), lambda words: None)
        except BadInput as problem:
            return f"{time.perf_counter() - started:7.2f} s, {len(problem.diagnostics)} message: {str(problem).splitlines()[0]}"
    return f"{time.perf_counter() - started:7.2f} s, read"


if __name__ == "__main__":
    for megabytes in (1, 10, 50):
        print(f"a file of {megabytes} MB: {measure_file(megabytes * 1_000_000)}", flush=True)
    for size in map(int, sys.argv[1:] or (MOST_CHARACTERS // part for part in (8, 4, 2, 1))):
        for shape, make in SHAPES.items():
            for reader in ("web-page", "journal-article", "newspaper-page"):
                print(f"{size:>9,} characters, {shape}, {reader}: {measure(reader, make(size))}", flush=True)
