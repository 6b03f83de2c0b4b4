"""How often converters of script differ without a word on who is right, and how fast conversion is.

`python -m tests.bench.conversion`, over the texts that DUIZHAO_CORPUS names (see tests/bench/links.py).
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from pathlib import Path

from build_scripts.text.conversion import convert

CHARACTERS = 1_000_000


def main() -> None:
    path = Path(os.environ.get("DUIZHAO_CORPUS", ""))
    if not path.is_file():
        sys.exit("conversion: left out, no texts at DUIZHAO_CORPUS")
    lines, size = [], 0
    with gzip.open(path, "rt", encoding="utf-8") as texts:
        for law in texts:
            lines += json.loads(law)["text"].splitlines()
            size = sum(map(len, lines)) if len(lines) % 50 == 0 else size
            if size > CHARACTERS:
                break
    count = sum(map(len, lines))
    begun = time.perf_counter()
    doubts = sum(len(convert(line, "zh-Hant").doubts) for line in lines)
    seconds = time.perf_counter() - begun
    print(f"conversion: {count:,} characters in {seconds:.1f} s, {doubts / count * 1e6:.0f} doubts in a million")


if __name__ == "__main__":
    main()
