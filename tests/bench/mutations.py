"""Mutated captures through each reader and the proof of cover: how many are read, refused with a message, or go wrong.

The long run is 100,000 a reader, and a twentieth of that for each kind of file that is decoded; any that goes wrong is printed
with its seed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

from tests.making.cover import try_file, try_mutation
from tests.making.files import MAKERS
from tests.making.mutations import READERS

WELL = ("read", "refused")
FEWER = 20  # files that are decoded take longer, and share their readers with the texts


def _run(name: str, seeds: range, verdicts: Iterable[str]) -> int:
    """Print the counts of a reader or a kind of file; returns how many went wrong."""
    started = time.perf_counter()
    counts: Counter[str] = Counter()
    for seed, verdict in zip(seeds, verdicts, strict=True):
        counts[verdict if verdict in WELL else "wrong"] += 1
        if verdict not in WELL:
            print(f"  {name} {seed}: {verdict}", flush=True)
    told = ", ".join(f"{counts[each]:,} {each}" for each in (*WELL, "wrong"))
    print(f"mutations of {name}: {len(seeds):,} in {time.perf_counter() - started:.0f} s: {told}", flush=True)
    return counts["wrong"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--captures", type=int, default=100_000, help="of each reader (default: 100000)")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first seed (default: 0)")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument(
        "--only", choices=(*READERS, *MAKERS), action="append", help="this reader or kind of file, all of --captures"
    )
    options = parser.parse_args()
    wrong = 0
    with ProcessPoolExecutor(options.processes) as pool:
        for name in options.only or (*READERS, *MAKERS):
            attempt = try_file if name in MAKERS else try_mutation
            times = FEWER if name in MAKERS and not options.only else 1
            seeds = range(options.first, options.first + options.captures // times)
            wrong += _run(name, seeds, pool.map(attempt, [name] * len(seeds), seeds, chunksize=50))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
