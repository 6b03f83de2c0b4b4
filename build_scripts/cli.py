"""Arguments in, exit code out."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from build_scripts.diagnostics import BUG, CLEAN, PROBLEMS, BadInput
from build_scripts.pipeline import Project, build, check
from build_scripts.serve import serve

RED, BOLD, PLAIN = "\033[31m", "\033[1m", "\033[0m"


def make_parser() -> argparse.ArgumentParser:
    """The command line: build, check, serve."""
    parser = argparse.ArgumentParser(prog="python -m build_scripts", description="Make the edition from its captures.")
    parser.add_argument("--root", type=Path, default=Path(), help="folder that holds seeds/, docs/ and site/ (default: .)")
    parser.add_argument("--quiet", action="store_true", help="print problems only")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    making = commands.add_parser("build", help="captures to docs/ and site/")
    making.add_argument("--accept-anchors", action="store_true", help="accept that published ids changed what they name")
    making.add_argument("--pages-only", action="store_true", help="leave out the PDFs, e-books and Word files")
    commands.add_parser("check", help="read and clean the captures, and compare docs/ with what they give")
    serving = commands.add_parser("serve", help="serve site/ on this machine")
    serving.add_argument("--port", type=int, default=8000, help="port (default: 8000)")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 problems, 2 wrong usage, 70 a bug."""
    options = make_parser().parse_args(arguments)
    started = time.monotonic()
    try:
        return _run(options, started)
    except BadInput as problem:
        for diagnostic in problem.diagnostics:
            print(_coloured(str(diagnostic)), file=sys.stderr)
        print(f"{len(problem.diagnostics)} problem(s); nothing was published", file=sys.stderr)
        return PROBLEMS
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the last resort: a bug is said to be one, in one line
        if os.environ.get("DUIZHAO_DEBUG"):
            raise
        print(f"bug: {type(error).__name__}: {error}\n  hint: run again with DUIZHAO_DEBUG=1 and report it", file=sys.stderr)
        return BUG


def _run(options: argparse.Namespace, started: float) -> int:
    project = Project(options.root.resolve())
    step = _progress(options.quiet)
    match options.command:
        case "serve":
            return serve(project.site, options.port)
        case "build":
            edition = build(project, step, options.accept_anchors, options.pages_only)
        case _:
            edition = check(project, step)
    for warning in edition.warnings:
        print(_coloured(str(warning)), file=sys.stderr)
    if not options.quiet:
        _summary(options.command, edition, started)
    return CLEAN


def _progress(quiet: bool):
    """A function that shows each step on a terminal, and nothing elsewhere."""
    shown = sys.stderr.isatty() and not quiet
    return (lambda words: print(f"  {words}", file=sys.stderr, flush=True)) if shown else (lambda words: None)


def _summary(command: str, edition, started: float) -> None:
    characters = sum(len(witness.raw) for witness in edition.witnesses)
    notes = sum(len(document.notes) for document in edition.documents)
    what = "built" if command == "build" else "checked"
    print(
        f"{what} {len(edition.witnesses)} sources, {len(edition.documents)} documents, {notes} notes; "
        f"{characters:,} characters accounted for; {time.monotonic() - started:.1f} s"
    )


def _coloured(text: str) -> str:
    """The message with its severity in red, on a terminal that wants colour (https://no-color.org)."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        return text
    return text.replace("error[", f"{RED}{BOLD}error{PLAIN}[", 1)
