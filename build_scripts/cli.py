"""Arguments in, exit code out."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NoReturn

from build_scripts import __version__
from build_scripts.diagnostics import BUG, CLEAN, PROBLEMS, BadInput, Diagnostic, Report, bad, told
from build_scripts.edition.edition import Edition
from build_scripts.exchange import FORMATS, Choice
from build_scripts.exchange.saving import save_together
from build_scripts.exchange.standing import review_by
from build_scripts.explain import explain, explain_block, look_at
from build_scripts.garbage import collect_seldom
from build_scripts.model import Place
from build_scripts.new import new_edition
from build_scripts.pipeline import Project, build, changes_since, check, export_files, import_files, import_passages
from build_scripts.seed.located import read_bytes
from build_scripts.serve import serve
from build_scripts.writers.web.saved import save

RED, BOLD, PLAIN = "\033[31m", "\033[1m", "\033[0m"


def make_parser() -> argparse.ArgumentParser:
    """The command line: new, add, propose, build, check, explain, diff, export, import, serve."""
    prog = "python -m build_scripts" if Path(sys.argv[0]).name == "__main__.py" else "duizhao"
    parser = argparse.ArgumentParser(prog=prog, description="Make an edition from its captures.")
    parser.add_argument("--version", action="version", version=f"duizhao {__version__}")
    parser.add_argument("--root", type=Path, default=Path(), help="folder that holds seeds/, docs/ and site/ (default: .)")
    parser.add_argument("--quiet", action="store_true", help="print problems only")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    starting = commands.add_parser("new", help="make the folder of a new edition, with two small texts to begin from")
    starting.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or is empty")
    adding = commands.add_parser("add", help="make a source of a text, a saved page or another file as it is")
    adding.add_argument("file", type=Path, metavar="FILE")
    adding.add_argument("--id", default="", metavar="ID", help="name of the source, for good: in addresses and file names")
    proposing = commands.add_parser("propose", help="print what “add” would propose for a source that is there")
    proposing.add_argument("id", metavar="ID", help="the folder of the source under seeds/")
    making = commands.add_parser("build", help="captures to docs/ and site/")
    accepting = "let published ids of these sources (of all, where none is named) go whose words are gone"
    making.add_argument("--accept-anchors", nargs="*", metavar="ID", help=accepting)
    making.add_argument("--pages-only", action="store_true", help="leave out the PDFs, e-books and Word files")
    making.add_argument("--parquet", action="store_true", help="the data as tables, too: data/*.parquet (needs DuckDB)")
    checking = commands.add_parser("check", help="read and clean the captures, and compare docs/ with what they give")
    checking.add_argument("id", nargs="?", metavar="ID", help="look at this one source alone, without docs/")
    checking.add_argument(
        "--accept", action="store_true", help="accept the texts as they come out now, into seeds/<id>/expected.txt"
    )
    explaining = commands.add_parser("explain", help="show how each line of one source was read, and why")
    explaining.add_argument("id", metavar="ID", help="the folder of the source under seeds/")
    explaining.add_argument("block", nargs="?", default="", metavar="BLOCK", help="how this block or note came to be: p3, n1")
    comparing = commands.add_parser("diff", help="show what has changed for readers since a revision, as Markdown")
    comparing.add_argument("revision", metavar="REV", help="a commit, branch or tag of the repository that holds seeds/")
    comparing.add_argument("--html", type=Path, metavar="FILE", help="write it as a page, too")
    _add_exchange(commands)
    serving = commands.add_parser(
        "serve", help="serve the site on this machine, and build its pages again when a file of the edition is saved"
    )
    serving.add_argument("--port", type=int, default=8000, help="port (default: 8000)")
    return parser


def _add_exchange(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    forms = "; ".join(f"{name}: {form.what}" for name, form in FORMATS.items())
    sending = commands.add_parser("export", help="write files for translators and their tools", epilog=forms)
    sending.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    sending.add_argument("ids", nargs="*", metavar="ID", help="documents or sources (default: all)")
    sending.add_argument(
        "--to", default="en", metavar="LANGUAGE", help="the translation, as its file is named: en, zh-Hans, en.2 (default: en)"
    )
    sending.add_argument("--whole", action="store_true", help="one file for all and not one for each document")
    sending.add_argument("--sentences", action="store_true", help="sentences as units where both texts have the same ones")
    sending.add_argument("--into", type=Path, metavar="DIR", help="the folder to write to (default: exchange/ in --root)")
    taking = commands.add_parser("import", help="take what translators send back into the translation files")
    back = ", ".join(name for name, form in FORMATS.items() if form.read)
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE", help=f"files of these formats: {back}")
    passages = "the files are what passim found: print, for decisions.yaml, the links that it makes"
    taking.add_argument("--passim", action="store_true", help=passages)
    taking.add_argument("--by", default="", metavar="NAME", help="who made the translations that are not there yet")
    taking.add_argument(
        "--reviewer", type=_reviewer, default="", metavar="NAME", help="who reviewed what comes back as approved"
    )
    taking.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day of that review (default: today)")


def _reviewer(name: str) -> str:
    if name and not review_by(name, date.today().isoformat()).reviewer:
        raise argparse.ArgumentTypeError(f"“{name}” names nobody")
    return name


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 problems, 2 wrong usage, 70 a bug."""
    options = make_parser().parse_args(arguments)
    started = time.monotonic()
    try:
        _check_names_of_files()
        return _run(options, started)
    except BadInput as problem:
        for words in told(problem.diagnostics):
            print(_coloured(words), file=sys.stderr)
        done = "written" if options.command in ("export", "import") else "published"
        print(f"{len(problem.diagnostics)} problem(s); nothing was {done}", file=sys.stderr)
        return PROBLEMS
    except OSError as error:  # a disk that is full, a folder that cannot be read or written: nobody's bug
        print(_coloured(str(_of_system(error, options.root.resolve()))), "nothing was published", sep="\n", file=sys.stderr)
        return PROBLEMS
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the last resort: a bug is said to be one, in one line
        if os.environ.get("DUIZHAO_DEBUG"):
            raise
        print(f"bug: {type(error).__name__}: {error}\n  hint: run again with DUIZHAO_DEBUG=1 and report it", file=sys.stderr)
        return BUG


def run() -> NoReturn:
    """Run the command of this process and end it at once: to take apart all that an edition holds costs half a second."""
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:  # a closed pipe, a full disk
        code = code or PROBLEMS
        with suppress(OSError):
            os.write(2, f"not all that there is to say could be written: {error.strerror}\n".encode())
    os._exit(code)


def _check_names_of_files() -> None:
    """Raise `not-utf8` where Python has been told to write names of files in an encoding that lacks most characters."""
    encoding = sys.getfilesystemencoding()
    if encoding.lower() != "utf-8":
        hint = "take PYTHONUTF8=0 out of the environment, or set LC_ALL=C.UTF-8"
        raise bad(Place("PYTHONUTF8"), "not-utf8", f"names of files and texts would be written in {encoding}", hint)


def _of_system(error: OSError, root: Path) -> Diagnostic:
    """What the system does not do, as a message about the file that it names, which is mostly one of the project."""
    sentence = f"the system does not read or write it: {error.strerror or error}"
    named = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes | os.PathLike) else None
    shown = "the project" if named is None else (named.relative_to(root) if named.is_relative_to(root) else named).as_posix()
    return Diagnostic(Place(shown), "unwritable", sentence, "all is as it was before; mend it and build again")


def _run(options: argparse.Namespace, started: float) -> int:
    project = Project(options.root.resolve())
    step = _progress(options.quiet)
    if not project.root.is_dir() and options.command != "new":
        raise bad(Place(str(options.root)), "missing-file", "there is no such folder", "give the folder that holds seeds/")
    match options.command:
        case "new":
            return _begin(options.folder, options.quiet)
        case "add":
            from build_scripts.adding.add import add  # it and what it loads take longer to load than all else

            return _tell(add(project.root, options.file, options.id))
        case "propose":
            from build_scripts.adding.add import propose_again

            return _tell(propose_again(project.root, options.id))
        case "diff":
            return _compare(project, options.revision, options.html, step)
        case "export" | "import":
            return _tell((_export if options.command == "export" else _import)(project, options, step))
        case "serve":
            collect_seldom()
            return serve(project.root, options.port, step)
        case "build":
            collect_seldom()  # after it too, where all would be walked once more before this process ends
            named = options.accept_anchors
            edition = build(project, step, () if named is None else named or True, options.pages_only, options.parquet)
        case "explain" | "check" if options.id:
            return _look(project, options.id, explained=options.command == "explain", block=getattr(options, "block", ""))
        case _:
            edition = check(project, step, options.accept)
    return _finish(options, edition, started)


def _finish(options: argparse.Namespace, edition: Edition, started: float) -> int:
    for words in told(edition.warnings):
        print(_coloured(words), file=sys.stderr)
    if not options.quiet:
        _summary(options.command, edition, started)
    return CLEAN


def _tell(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)
    return CLEAN


def _export(project: Project, options: argparse.Namespace, step: Callable[[str], None]) -> Iterable[str]:
    """Write what was asked for, and give the names of the files."""
    choice = Choice(tuple(options.ids), options.to, options.whole, options.sentences)
    files = export_files(project, options.format, choice, step)
    folder: Path = options.into or project.root / "exchange"
    folder.mkdir(parents=True, exist_ok=True)
    save_together({folder / name: data for name, data in files.items()})
    return [str(folder / name) for name in files]


def _import(project: Project, options: argparse.Namespace, step: Callable[[str], None]) -> Iterable[str]:
    """Take in what came back, and give a line for each translation file; of passages the entries that they make."""
    files = {str(path): read_bytes(path, str(path)) for path in options.files}
    if options.passim:
        return import_passages(project, files, step)
    review = review_by(options.reviewer, (options.day or date.today()).isoformat())
    accepted = import_files(project, files, options.by, review, step)
    for words in told(accepted.warnings):
        print(_coloured(words), file=sys.stderr)
    return accepted.lines


def _compare(project: Project, revision: str, page: Path | None, step: Callable[[str], None]) -> int:
    """What has changed since a revision, printed and, where a file is named, as a page."""
    from build_scripts.compare.listing import list_changes
    from build_scripts.compare.page import page_of

    changes = changes_since(project, revision, step)
    if page:
        save(page, page_of(changes, revision))
    return _tell(list_changes(changes))


def _look(project: Project, name: str, explained: bool, block: str = "") -> int:
    """One source alone: what is wrong or doubtful with it and, where asked for, how each line was read."""
    report = Report()
    witness = look_at(project.seeds, name, report)
    lines = explain_block(witness, block) if block else explain(witness, report.found) if explained else map(str, report.found)
    for line in lines:
        print(line if explained else _coloured(line), file=sys.stdout if explained else sys.stderr)
    return PROBLEMS if report.failed else CLEAN


def _begin(folder: Path, quiet: bool) -> int:
    new_edition(folder)
    if not quiet:
        print(f"made {folder}; its README.md says what is in it\n  duizhao --root {folder} build")
    return CLEAN


def _progress(quiet: bool) -> Callable[[str], None]:
    """A function that shows each step on a terminal, and nothing elsewhere."""
    shown = sys.stderr.isatty() and not quiet
    return (lambda words: print(f"  {words}", file=sys.stderr, flush=True)) if shown else (lambda words: None)


def _summary(command: str, edition: Edition, started: float) -> None:
    characters = sum(len(witness.raw) for witness in edition.witnesses)
    notes = sum(len(document.notes) for document in edition.documents)
    what = "built" if command == "build" else "checked"
    print(
        f"{what} {len(edition.witnesses)} sources, {len(edition.documents)} documents, {notes} notes; "
        f"{characters:,} characters accounted for; {time.monotonic() - started:.1f} s"
    )
    version = edition.version
    print(f"version {version.name}" + (f" of {version.date}" if version.date else ""))
    if command == "build" and not edition.settings.address:
        print("nothing gives the address of the site, which neither “address” in seeds/edition.yaml nor DUIZHAO_SITE_URL says")


def _coloured(text: str) -> str:
    """The message with its severity in red, on a terminal that wants colour (https://no-color.org)."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        return text
    return text.replace("error[", f"{RED}{BOLD}error{PLAIN}[", 1)
