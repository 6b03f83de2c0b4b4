"""Mutated captures through each reader and the proof of cover: how many are read, refused with a message, or go wrong.

The long run is 100,000 a reader; any that goes wrong is printed with its seed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.making.cover import try_mutation
from tests.making.mutations import READERS

WELL = ("read", "refused")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--captures", type=int, default=100_000, help="of each reader (default: 100000)")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first seed (default: 0)")
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.captures)
    wrong = 0
    with ProcessPoolExecutor(options.processes) as pool:
        for reader in READERS:
            started = time.perf_counter()
            verdicts: Counter[str] = Counter()
            for seed, verdict in zip(seeds, pool.map(try_mutation, [reader] * len(seeds), seeds, chunksize=50), strict=True):
                verdicts[verdict if verdict in WELL else "wrong"] += 1
                if verdict not in WELL:
                    print(f"  {reader} {seed}: {verdict}", flush=True)
            wrong += verdicts["wrong"]
            counts = ", ".join(f"{verdicts[name]:,} {name}" for name in (*WELL, "wrong"))
            print(f"mutations of {reader}: {len(seeds):,} in {time.perf_counter() - started:.0f} s: {counts}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
