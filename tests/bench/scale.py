"""Editions of growing size, made from a corpus: what building them costs, what their pages weigh, what an edit costs.

    DUIZHAO_CORPUS=laws.jsonl.gz python -m tests.bench.scale [--sizes 100 300 1000 1600]

Prints, for each size: seconds of processor time, seconds by the clock and peak memory (of the largest process) of the pages and
data and of each of their stages, of three bare MkDocs builds over the same docs/, and of a build after a change to one source, with
its stages; the bytes of the site, of a document's page and of the largest overview; and the exponents of growth between one size
and the next. Goals: bytes and time grow with the exponents 1.05 and 1.1 at most, a page weighs at most 1.1 times as much, no
overview more than 200 kB, and after a change a tenth of the time.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from build_scripts.pipeline import Project, read_edition
from build_scripts.render.trees import configuration, tree_environment
from build_scripts.views.tree import Views
from tests.bench.made import Made, make_sources, save

ROOT = Path(__file__).parents[2]
SIZES = (100, 300, 1000, 1600)
DOCUMENT = re.compile(r"text-\d+")
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}  # else each run would compile modules anew where the machine forbids to keep them
# A small parent whose children are the command and all that it starts.
MEASURE = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024]))
sys.exit(code)
"""


MEASURE_TOLD = MEASURE.replace("stdout=subprocess.DEVNULL, ", "")  # with what the command says
# The same for a build, with what each of its stages takes: from what the build says to what it says next.
STAGED = """
import json, sys, time
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from build_scripts.pipeline import Project, build
found = []
def step(words):
    used = [getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)]
    processor = sum(each.ru_utime + each.ru_stime for each in used)
    found.append((words.split()[0], processor, time.perf_counter(), max(each.ru_maxrss for each in used) / 1024))
step("reading")
build(Project(Path(sys.argv[1])), step, accept_anchors=True, pages_only=True)
step("end")
print(json.dumps(found))
"""
# What a build does after each of the words with which its steps begin.
STAGES = {
    "reading": "reading the sources",
    "linking": "linking and checks",
    "writing": "docs, and pages by MkDocs",
    "rendered": "the rest of the data",
    "proving": "proof, and the swap of the site",
}


@dataclass(frozen=True, slots=True)
class Used:
    """Seconds of processor time and by the clock; MB of the largest process."""

    processor: float
    clock: float
    memory: float

    def __str__(self) -> str:
        return f"{self.processor:8.1f} s of a processor {self.clock:8.1f} s by the clock {self.memory:7.0f} MB"


def run(command: list[str], environment: dict[str, str]) -> Used:
    """Run one command. Raises CalledProcessError."""
    return Used(*json.loads(_told([sys.executable, "-c", MEASURE, *command], environment)))


def _told(command: list[str], environment: dict[str, str] | None = None) -> str:
    """What a command prints; it loads modules as Python has compiled them, as an installed program does."""
    given = os.environ | COMPILED | (environment or {})
    return subprocess.run(command, env=given, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def build(project: Project) -> dict[str, Used]:
    """The pages and data: each stage, in order, and `all` of them with the start of Python."""
    command = [sys.executable, "-c", STAGED, str(project.root)]
    whole = _told([sys.executable, "-c", MEASURE_TOLD, *command])
    told, total = (json.loads(line) for line in whole.splitlines()[-2:])
    found: dict[str, Used] = {}
    for (words, *before), (_, *after) in itertools.pairwise(told):
        name, last = STAGES[words], found.get(STAGES[words], Used(0, 0, 0))
        used = [later - earlier for earlier, later in zip(before[:2], after[:2], strict=True)]
        found[name] = Used(last.processor + used[0], last.clock + used[1], after[2])
    return found | {"all": Used(*total)}


def bare(project: Project) -> Used:
    """MkDocs alone, one tree after another."""
    edition = read_edition(project, lambda words: None, accept_anchors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(configuration(ROOT)), "--strict"]
    folders = (project.docs, project.root / "no-frames", project.root / "bare")
    used = [run(command, tree_environment(tree, *folders)) for tree in Views(edition).trees]
    return Used(sum(each.processor for each in used), sum(each.clock for each in used), max(each.memory for each in used))


def edited(project: Project, source: Made) -> dict[str, Used]:
    """A build after a paragraph of one source has changed."""
    changed = source.paragraphs[0].replace("。", "，这里改了几个字。", 1)
    save(project, replace(source, paragraphs=(changed, *source.paragraphs[1:])))
    return build(project)


def weigh(site: Path) -> dict[str, float]:
    """The bytes of a site, of a document's page (the median), of the largest page that is none."""
    pages = {path: path.stat().st_size for path in site.glob("*/**/index.html")}
    documents = [size for path, size in pages.items() if DOCUMENT.fullmatch(path.parent.name) and "about" not in path.parts]
    others = [size for path, size in pages.items() if not DOCUMENT.fullmatch(path.parent.name)]
    total = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return {"site": total, "page": statistics.median(documents), "overview": max(others)}


def measure(folder: Path, corpus: Path, size: int) -> dict[str, float]:
    """Print what one size costs; gives what the exponents are of."""
    project = Project(folder)
    sources = list(make_sources(corpus, size))
    for each in sources:
        save(project, each)
    first, plain = build(project), bare(project)
    weight = weigh(project.site)
    build(project)  # the first build has written the locks
    again = edited(project, sources[size // 2])
    print(f"\n{size} sources")
    for title, stages in (("pages and data", first), ("three bare mkdocs builds", {"all": plain}), ("after a change", again)):
        print(f"  {title:34}{stages['all']}")
        for name in list(stages)[:-1]:
            print(f"    {name:32}{stages[name]}")
    whole, change = first["all"].processor, again["all"].processor
    print(f"  pages / bare {whole / plain.processor:.2f}, after a change / all {change / whole:.2f}")
    shown = ", ".join(f"{name} {value / 1000:,.0f} kB" for name, value in weight.items())
    print(f"  {shown}", flush=True)
    stages = {name: used.processor for name, used in first.items()}
    return stages | {"site": weight["site"], "page": weight["page"], "memory": first["all"].memory, "mkdocs": plain.processor}


def main() -> int:
    """Print the measurements of each size."""
    parser = argparse.ArgumentParser(description=re.sub(r"\s+", " ", __doc__ or ""))
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of sources (default: 100 300 1000 1600)"
    )
    options = parser.parse_args()
    corpus = os.environ.get("DUIZHAO_CORPUS", "")
    if not corpus or not Path(corpus).is_file():
        print("no corpus given: set DUIZHAO_CORPUS to laws.jsonl.gz; nothing measured")
        return 0
    before: tuple[int, dict[str, float]] | None = None
    for size in options.sizes:
        folder = Path(tempfile.mkdtemp())
        try:
            found = measure(folder, Path(corpus), size)
        finally:
            shutil.rmtree(folder)
        if before:
            ratio = math.log(size / before[0])
            grown = ", ".join(f"{name} {math.log(value / before[1][name]) / ratio:.2f}" for name, value in found.items())
            print(f"  exponents from {before[0]} on: {grown}", flush=True)
        before = size, found
    return 0


if __name__ == "__main__":
    sys.exit(main())
