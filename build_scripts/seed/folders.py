"""What stands in `seeds/`: the folder of each source, and what is not read though somebody may think that it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from build_scripts.decode import DECODERS
from build_scripts.diagnostics import Diagnostic, Report
from build_scripts.model import Place

OF_THE_EDITION = (
    *("edition.yaml", "names.yaml", "glossary.yaml", "regional.yaml", "wording.yaml", "conversion.yaml", "changes.yaml"),
    "links.lock",
)
OF_A_SOURCE = ("source.yaml", "layout.yaml", "decisions.yaml", "translation.en.md", "expected.txt", "anchors.lock", *DECODERS)
TRANSLATIONS = "translation*.md"  # read, or told by their names
RECORDS = (".yaml", ".yml", ".lock")  # no other files have these endings
LEFT_BY_EDITORS = ("~", ".bak", ".orig", ".rej")
ALIKE = 0.8  # of the characters of both names: “decision.yaml”, “raw.text”, “translation.en.txt”


def seed_folders(seeds: Path, report: Report) -> Iterator[Path]:
    """The folders of seeds by name, hidden ones left out.

    What is neither a folder nor a file, as a pipe or a link that leads nowhere, goes into the report as `unreadable`, and so
    does a folder that lies outside `seeds` or a file outside the project: what is published is what the project holds. A
    file that is not read and is named much like one that is, or ends like one, is an `unknown-file`.
    """
    report.add((*_not_read(seeds, "seeds", OF_THE_EDITION), *_outside(seeds, "seeds", seeds)))
    for path in sorted(seeds.iterdir()) if seeds.is_dir() else []:
        shown = f"seeds/{path.name}"
        if path.is_dir() and not path.name.startswith("."):
            outside = list(_outside(path, shown, seeds))
            report.add(outside or _not_read(path, shown, OF_A_SOURCE))
            yield from () if outside else (path,)
        elif not path.is_dir() and not path.is_file():
            lost = path.is_symlink() and not path.exists()
            sentence = "the link leads nowhere or to itself" if lost else "this is neither a folder nor a file"
            hint = "take it out, or mend the link" if lost else "put the folder of a seed in its place, or take it out"
            report.add([Diagnostic(Place(shown), "unreadable", sentence, hint)])


def _outside(folder: Path, shown: str, seeds: Path) -> Iterator[Diagnostic]:
    """One `unreadable` for a folder that is a link out of `seeds`, one for each file that is a link out of the project."""
    home = seeds.resolve()
    if folder != seeds and folder.is_symlink() and not folder.resolve().is_relative_to(home):
        sentence = "the link leads to a folder outside seeds/"
        yield Diagnostic(Place(shown), "unreadable", sentence, "put the folder itself there: it is kept with the edition")
        return
    try:
        links = sorted(path for path in folder.iterdir() if path.is_symlink() and path.is_file())
    except OSError:  # which is for the reading to say
        return
    for path in links:
        if not path.resolve().is_relative_to(home.parent):
            hint = "put the file itself there: it is kept with the edition"
            yield Diagnostic(Place(f"{shown}/{path.name}"), "unreadable", "the link leads out of the project", hint)


def _not_read(folder: Path, shown: str, known: Iterable[str]) -> Iterator[Diagnostic]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:  # which is for the reading to say
        return
    for path in paths:
        name = path.name
        if name in known or name.startswith(".") or name.endswith(LEFT_BY_EDITORS) or path.match(TRANSLATIONS):
            continue
        near = get_close_matches(name.lower(), known, n=1, cutoff=0.0 if path.suffix.lower() in RECORDS else ALIKE)
        if near and path.is_file():
            sentence, hint = f"no file of this name is read in {shown}", f"the nearest name of one that is: {near[0]}"
            yield Diagnostic(Place(f"{shown}/{name}"), "unknown-file", sentence, hint, "warning")
