"""What an editor waits for: the seconds from saving a file to the page that shows it, on the edition and on 300 sources.

    DUIZHAO_CORPUS=laws.jsonl.gz python -m tests.bench.served [--edits 4]

Prints the seconds by the clock of the first edit, to which the server comes cold, and the median of the others, each with the seconds of
processor time that the server, and what it starts, took for it. Goals: under 2 s on the edition, under 5 s on 300 sources; the
clock says so only where nothing else runs, the processor everywhere.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from build_scripts.pipeline import Project, build
from tests.bench.build import ROOT, copy_edition
from tests.bench.made import make_sources, save
from tests.bench.scale import COMPILED

MANY = 300
TICKS = os.sysconf("SC_CLK_TCK")
LOOK = 0.1  # seconds between two looks; to answer them costs the server processor time, and a page looks three times a second
PLAIN = re.compile(r"^([A-Z][^\n“”]{80,})\.$", re.MULTILINE)  # a paragraph without quotation marks
Cost = tuple[float, float]  # seconds by the clock, and of a processor


@contextmanager
def served(root: Path) -> Iterator[tuple[int, str]]:
    """The process of a server of the project, in a session of its own, and its address."""
    command = [sys.executable, "-m", "build_scripts", "--root", str(root), "--quiet", "serve", "--port", "0"]
    given = os.environ | COMPILED
    process = subprocess.Popen(command, cwd=ROOT, env=given, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stderr
    try:
        yield process.pid, process.stderr.readline().split()[0]
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate()


def processor(session: int) -> float:
    """Seconds of a processor that all processes of a session have used, with those of their children that have ended."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[3]) == session:
            ticks += sum(map(int, fields[11:15]))
    return ticks / TICKS


def wait(address: str, number: int) -> None:
    """Wait until the site has been built so often. Raises RuntimeError with what the server says is wrong."""
    while True:
        with urllib.request.urlopen(f"{address}_preview/state") as answer:
            state = json.load(answer)
        if state["problems"]:
            raise RuntimeError(state["problems"])
        if state["number"] >= number:
            return
        time.sleep(LOOK)


def measure(name: str, project: Project, edits: list[Callable[[], None]]) -> None:
    """Print what each edit costs; the site is built before."""
    for _ in range(2):  # the first build writes the locks
        build(project, lambda words: None, accept_anchors=True, pages_only=True)
    with served(project.root) as (session, address):
        time.sleep(2)  # until what stands by has loaded
        marks = [(time.perf_counter(), processor(session))]
        for number, edit in enumerate(edits, 1):
            edit()
            wait(address, number)
            marks.append((time.perf_counter(), processor(session)))
    costs = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(marks)]
    print(f"\n{name}: from a saved file to the page that shows it")
    print(f"  the first edit       {costs[0][0]:6.2f} s by the clock {costs[0][1]:6.2f} s of a processor")
    clock, used = (statistics.median(each) for each in zip(*costs[1:], strict=True))
    print(f"  the others           {clock:6.2f} s by the clock {used:6.2f} s of a processor", flush=True)


def translated(project: Project, count: int) -> list[Callable[[], None]]:
    """Edits of a translation of the edition: the ends of paragraphs that quote nothing."""
    path = sorted(project.seeds.glob("*/translation.en.md"))[0]
    text = path.read_text(encoding="utf-8")
    places = [found.end(1) for found in PLAIN.finditer(text)][:count]

    def edit(at: int) -> None:
        path.write_text(f"{text[:at]}, as we see{text[at:]}", encoding="utf-8")

    return [lambda at=at: edit(at) for at in places]  # type: ignore[misc]  # mypy knows no defaults of lambdas


def reworded(project: Project, corpus: Path, count: int) -> list[Callable[[], None]]:
    """300 sources, and edits of one of them, a clause in its first paragraph."""
    sources = list(make_sources(corpus, MANY))
    for each in sources:
        save(project, each)
    made = sources[MANY // 2]

    def edit(number: int) -> None:
        first = made.paragraphs[0].replace("。", f"，这是第{number}次修改。", 1)
        save(project, replace(made, paragraphs=(first, *made.paragraphs[1:])))

    return [lambda number=number: edit(number) for number in range(1, count + 1)]  # type: ignore[misc]  # as above


def main() -> int:
    """Print the measurements of both sizes."""
    parser = argparse.ArgumentParser(description=re.sub(r"\s+", " ", __doc__ or ""))
    parser.add_argument("--edits", type=int, default=4, help="edits of each (default: 4)")
    options = parser.parse_args()
    corpus = os.environ.get("DUIZHAO_CORPUS", "")
    with tempfile.TemporaryDirectory() as folder:
        project = copy_edition(Path(folder) / "edition")
        measure("the edition", project, translated(project, options.edits))
        if not corpus or not Path(corpus).is_file():
            print("no corpus given: set DUIZHAO_CORPUS to laws.jsonl.gz; 300 sources not measured")
            return 0
        project = Project(Path(folder) / "many")
        measure(f"{MANY} sources", project, reworded(project, Path(corpus), options.edits))
    return 0


if __name__ == "__main__":
    sys.exit(main())
