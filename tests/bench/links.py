"""Link 500, 1,000 and all texts of a corpus with one another; print seconds, peak memory and the exponent of growth.

    python tests/bench/links.py [laws.jsonl.gz]      or DUIZHAO_CORPUS=laws.jsonl.gz python tests/bench/links.py

The corpus is JSON lines, gzipped: id, title, text. Goals: exponent at most 1.2; 3,437 texts under 20 s and 1.5 GB.
Each size runs in a process of its own, so that peak memory is its own. Linking runs on one core, and the
goals are judged by the seconds of that core, which other work on the machine changes little. Texts are given out as news, the kind that may
reprint as well as quote, so that every block is tried.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES = (500, 1000, 3437)
SECONDS, MEGABYTES, EXPONENT = 20.0, 1500, 1.2
SEED = 20250425


def read_documents(path: Path, count: int) -> list[object]:
    """A random choice of the corpus's texts, the same at every run, as documents of one block a paragraph."""
    sys.path.insert(0, str(ROOT))
    from build_scripts.model import Block, BlockType, Document, Source
    from build_scripts.traced import capture
    from tests.kinds import NEWS

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    random.Random(SEED).shuffle(texts)
    documents = []
    for item in texts[:count]:
        paragraphs = [line for line in item["text"].split("\n") if line.strip()]
        blocks = [Block(BlockType.PARAGRAPH, capture(line), id=f"p{n}") for n, line in enumerate(paragraphs, 1)]
        source = Source(item["id"], NEWS, "web-page", "zh-Hans-CN", "", Path(item["id"]))
        documents.append(Document(item["id"], NEWS, source, blocks=tuple(blocks), titles={"zh-Hans": item["title"]}))
    return documents


def run_one(path: Path, count: int) -> None:
    """Link so many texts and print the measurement as JSON."""
    documents = read_documents(path, count)
    from build_scripts.links import find_links

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, clock = time.process_time(), time.perf_counter()
    links = find_links(documents)
    seconds, clock = time.process_time() - start, time.perf_counter() - clock
    characters = sum(len(block.text.text) for document in documents for block in document.blocks)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([len(documents), characters, len(links), seconds, clock, before, peak]))


def main() -> int:
    """Run every size; 1 where a goal is missed."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DUIZHAO_CORPUS", "")
    if not given or not Path(given).is_file():
        print("no corpus given: pass laws.jsonl.gz or set DUIZHAO_CORPUS; nothing measured")
        return 0
    rows = []
    for size in SIZES:
        command = [sys.executable, __file__, "--one", given, str(size)]
        rows.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
        texts, characters, links, seconds, clock, before, peak = rows[-1]
        print(
            f"{texts:5d} texts  {characters:10d} characters  {links:7d} links  {seconds:6.2f} s of one core, {clock:6.2f} s by the clock  {peak:5.0f} MB at most ({before:.0f} before)"
        )
    first, last = rows[0], rows[-1]
    exponent = math.log(last[3] / first[3]) / math.log(last[0] / first[0])
    print(f"growth exponent {exponent:.2f}")
    return int(exponent > EXPONENT or last[3] > SECONDS or last[6] > MEGABYTES)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main())
