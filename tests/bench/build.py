"""What each part of a build costs beside three bare MkDocs builds over the same docs/: seconds of processor time, in one run.

    DUIZHAO_CORPUS=laws.jsonl.gz python -m tests.bench.build [--runs 3] [--sources 300]

On the edition and, where a corpus is given, on sources made from it. Nothing of an earlier build is kept. Runs alternate, so that a
machine that changes its pace in between slows both; medians are printed, with the peak memory of the largest process.
"""

from __future__ import annotations

import argparse
import os
import pickle
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from build_scripts.pipeline import Project, read_edition
from tests.bench.made import make_project
from tests.bench.scale import Used, bare, run

ROOT = Path(__file__).parents[2]
SOURCES = 300


def forget(project: Project) -> None:
    """Take away what earlier builds have kept."""
    shutil.rmtree(project.root / ".cache", ignore_errors=True)


def pages(project: Project) -> Used:
    """Captures to the finished, proven pages and their data."""
    forget(project)
    return run([sys.executable, "-m", "build_scripts", "--root", str(project.root), "build", "--pages-only"], {})


def to_docs(project: Project) -> Used:
    """Captures to docs/ alone, with the start of Python."""
    code = (
        "import sys; from pathlib import Path; from build_scripts.pipeline import *; "
        "p = Project(Path(sys.argv[1])); save_docs(p.docs, write_docs(read_edition(p, print)))"
    )
    forget(project)
    return run([sys.executable, "-c", code, str(project.root)], {})


def files(room: str) -> Callable[[Project], Used]:
    """A format of those that a build of pages alone leaves out, from the edition as it was read, with the start of Python."""
    code = (
        "import pickle, sys; from pathlib import Path; from build_scripts.views.tree import Views; "
        "from build_scripts.writers import FORMATS, Target, write_formats; p = Path(sys.argv[1]); "
        "edition = pickle.loads((p / 'edition.pickle').read_bytes()); "
        "write_formats([each for each in FORMATS if each.room == sys.argv[2]], Views(edition), Target(p / 'files'))"
    )

    def make(project: Project) -> Used:
        kept = project.root / "edition.pickle"
        if not kept.exists():
            kept.write_bytes(pickle.dumps(read_edition(project, lambda words: None, accept_anchors=True)))
        return run([sys.executable, "-c", code, str(project.root), room], {})

    return make


def copy_edition(folder: Path) -> Project:
    """A project in a folder that holds the seeds of this one, without what the program keeps beside them."""
    project = Project(folder)
    shutil.copytree(ROOT / "seeds", project.seeds, ignore=shutil.ignore_patterns("*.lock"))
    return project


def measure(name: str, project: Project, runs: int, with_files: bool) -> None:
    """Run each step in turn and print the medians; `with_files`: those to take along, too."""
    steps: dict[str, Callable[[Project], Used]]
    steps = {"pages and data": pages, "three bare mkdocs builds": bare, "captures to docs/": to_docs}
    steps |= {"all PDFs": files("pdf"), "all e-books and Word files": files("books")} if with_files else {}
    used: dict[str, list[Used]] = {step: [] for step in steps}
    pages(project)  # once for the disk cache and for docs/
    for _ in range(runs):
        for step, command in steps.items():
            used[step].append(command(project))
    print(f"\n{name}: {len(list(project.seeds.glob('*/')))} sources, {runs} run(s) each, medians")
    middle = {step: statistics.median(each.processor for each in found) for step, found in used.items()}
    for step, found in used.items():
        print(f"  {step:28} {middle[step]:8.2f} s of a processor {max(each.memory for each in found):7.0f} MB")
    all_, plain, docs, *made = middle.values()
    print(f"  pages and data / bare        {all_ / plain:8.2f}     (goal: at most 1.0)")
    print(f"  captures to docs/ / bare     {docs / plain:8.2f}     (goal: at most 0.15)", flush=True)
    if made:
        print(f"  files to take along / bare   {sum(made) / plain:8.2f}     (goal: at most 1.2)", flush=True)


def main() -> int:
    """Print the measurements of the edition and of made sources."""
    parser = argparse.ArgumentParser(description=re.sub(r"\s+", " ", __doc__ or ""))
    parser.add_argument("--runs", type=int, default=3, help="runs of each at the edition's size (default: 3)")
    parser.add_argument("--sources", type=int, default=SOURCES, help=f"made sources (default: {SOURCES}; 0: none)")
    options = parser.parse_args()
    corpus = os.environ.get("DUIZHAO_CORPUS", "")
    with tempfile.TemporaryDirectory() as folder:
        if options.runs:
            measure("the edition", copy_edition(Path(folder) / "one"), options.runs, with_files=True)
        if options.sources and Path(corpus).is_file():
            project = make_project(Path(folder) / "many", Path(corpus), options.sources)
            measure("made sources", project, 1, with_files=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
