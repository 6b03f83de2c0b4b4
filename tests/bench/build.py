"""The build of the pages, and the setting of all PDFs, beside three bare MkDocs builds over the same docs/.

On the edition and on 60 copies of it.

Prints, for each size: seconds and peak memory of each, their ratio, and the time from captures to docs/ alone. Runs
alternate, so that a machine that changes its pace in between slows both; medians are printed.
"""

from __future__ import annotations

import argparse
import os
import pickle
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from build_scripts.pipeline import Project, read_edition
from build_scripts.render.trees import configuration, tree_environment
from build_scripts.views.tree import Views

ROOT = Path(__file__).parents[2]
COPIES = 60


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall seconds, and the peak resident memory in MB of the largest process."""

    seconds: float
    memory: float


def run(command: list[str], environment: dict[str, str]) -> Cost:
    """Run one command and return its cost, that of its children included. Raises CalledProcessError."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", MEASURE, *command], env=os.environ | environment, stdout=subprocess.PIPE, text=True
    )
    out, _ = process.communicate()
    seconds = time.perf_counter() - started
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, int(out.split()[-1]) / 1024)


# A small parent whose children's largest resident size is that of the command and of all that it starts.
MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def pages(project: Project) -> Cost:
    """Captures to the finished, proven pages and their data."""
    return run([sys.executable, "-m", "build_scripts", "--root", str(project.root), "build", "--pages-only"], {})


def everything(project: Project) -> Cost:
    """Captures to the finished site with all the files to take along."""
    return run([sys.executable, "-m", "build_scripts", "--root", str(project.root), "build"], {})


def all_pdfs(project: Project) -> Cost:
    """The edition, which is kept from the run before, to all its PDFs, with the start of Python."""
    kept = project.root / "edition.pickle"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(read_edition(project, lambda words: None, accept_anchors=True)))
    code = (
        "import pickle, sys; from pathlib import Path; from build_scripts.views.tree import Views; from build_scripts.writers.pdf.typeset import *; p = Path(sys.argv[1]); "
        "make_pdfs(Views(pickle.loads((p / 'edition.pickle').read_bytes())), suitable_fonts(), p / 'pdfs', print)"
    )
    return run([sys.executable, "-c", code, str(project.root)], {})


def bare(project: Project) -> Cost:
    """MkDocs alone, one tree after another, over the docs/ that are there and without frames."""
    edition = read_edition(project, lambda words: None, accept_anchors=True)
    site, frames = project.root / "bare", project.root / "no-frames"
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(configuration(ROOT)), "--strict"]
    costs = [run(command, tree_environment(tree, project.docs, frames, site)) for tree in Views(edition).trees]
    return Cost(sum(cost.seconds for cost in costs), max(cost.memory for cost in costs))


def to_docs(project: Project) -> Cost:
    """Captures to docs/ alone, in a process of its own."""
    code = (
        "import sys; from pathlib import Path; from build_scripts.pipeline import *; "
        "p = Project(Path(sys.argv[1])); save_docs(p.docs, write_docs(read_edition(p, print)))"
    )
    return run([sys.executable, "-c", code, str(project.root)], {})


def multiply(folder: Path, copies: int) -> Project:
    """A project that holds the seeds of this one `copies` times, under new ids."""
    project = Project(folder)
    project.seeds.mkdir(parents=True)
    for path in (ROOT / "seeds").glob("*.yaml"):
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name == "edition.yaml" and copies > 1:
            settings.pop("start", None)  # it names documents by ids that are no more
        (project.seeds / path.name).write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for number in range(1, copies + 1):
        for seed in sorted(path for path in (ROOT / "seeds").iterdir() if path.is_dir()):
            suffix = f"-{number}" if copies > 1 else ""
            copy = project.seeds / f"{seed.name}{suffix}"
            shutil.copytree(seed, copy, ignore=shutil.ignore_patterns("anchors.lock"))
            _rename(copy, suffix)
    return project


def _rename(copy: Path, suffix: str) -> None:
    data = yaml.safe_load((copy / "source.yaml").read_text(encoding="utf-8"))
    data["id"] += suffix
    if data["reader"] == "newspaper-page":
        data["structure"] = {f"{name}{suffix}": story for name, story in data["structure"].items()}
    (copy / "source.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def measure(name: str, project: Project, runs: int, files: bool) -> None:
    """Run each step in turn and print the medians; `files`: with those to take along."""
    steps: dict[str, Callable[[Project], Cost]] = {
        "pages and data": pages,
        "three bare mkdocs builds": bare,
        "captures to docs/": to_docs,
    }
    steps |= {"all PDFs": all_pdfs, "everything": everything} if files else {}
    costs: dict[str, list[Cost]] = {step: [] for step in steps}
    pages(project)  # once for the disk cache and for docs/
    for _ in range(runs):
        for step, command in steps.items():
            costs[step].append(command(project))
    print(f"\n{name}: {len(list(project.seeds.iterdir()))} sources, {runs} run(s) each, medians")
    middle = {step: statistics.median(cost.seconds for cost in found) for step, found in costs.items()}
    for step, found in costs.items():
        print(f"  {step:26} {middle[step]:8.2f} s   {max(cost.memory for cost in found):7.0f} MB")
    all_, plain, docs, *pdfs = middle.values()
    print(f"  pages / bare               {all_ / plain:8.2f}     (goal: at most 1.15)")
    print(f"  captures to docs/ / pages  {docs / all_:8.2f}     (goal: under 0.10)", flush=True)
    if pdfs:
        print(f"  all PDFs / bare            {pdfs[0] / plain:8.2f}     (goal: under 1)", flush=True)


def main() -> int:
    """Print the measurements of the edition and of its copies."""
    parser = argparse.ArgumentParser(description=re.sub(r"\s+", " ", __doc__ or ""))
    parser.add_argument("--runs", type=int, default=5, help="runs of each at the edition's size (default: 5)")
    parser.add_argument("--copies", type=int, default=COPIES, help=f"copies of the seeds (default: {COPIES}; 0: none)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure("the edition", multiply(Path(folder) / "one", 1), options.runs, files=True)
        if options.copies:
            measure(f"the edition {options.copies} times", multiply(Path(folder) / "many", options.copies), 1, files=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
