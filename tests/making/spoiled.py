"""One file of an edition spoiled, and what the program makes of it."""

from __future__ import annotations

import random
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from build_scripts.diagnostics import LINE_END, BadInput, Diagnostic, line_starts
from build_scripts.edition.edition import Edition
from build_scripts.pipeline import Project, read_edition
from build_scripts.seed.expected import check_expected
from build_scripts.views.tree import Views
from build_scripts.writers import FORMATS, Target, write_formats
from build_scripts.writers.web.docs import write_pages
from tests.making.records import spoil
from tests.making.whole_edition import sign

LONGEST = 20  # seconds of the processor; slower is a hang
MOST = 2000  # characters of a message that a person may still read
MESSAGE = re.compile(r"seeds(/[^:]*)?:[1-9]\d*: (error|warning)\[[a-z0-9-]+\]: \S.*")
QUICK = [each for each in FORMATS if each.room in ("tei", "data", "search", "sheets")]


def try_spoiled(whole: Path, seed: int, render: bool = True) -> str:
    """`built` or `refused`; else what went wrong, with the file that was spoiled. Raises nothing."""
    chance = random.Random(seed)
    with TemporaryDirectory() as name:
        root = Path(name) / "edition"
        shutil.copytree(whole, root, ignore=shutil.ignore_patterns("docs", "site"))
        paths = sorted(path for path in (root / "seeds").rglob("*") if path.is_file())
        path = chance.choice(paths)
        path.write_bytes(spoil(path.name, path.read_bytes(), chance))
        if path.name == "raw.txt":
            sign(path.parent)
        try:
            with within(LONGEST):
                verdict = _read(root, render)
        except Exception as error:  # whatever it is, it is what this looks for
            verdict = f"{type(error).__name__}: {error}"[:300]
        return verdict if verdict in ("built", "refused") else f"{path.relative_to(root)}: {verdict}"


def _read(root: Path, render: bool) -> str:
    try:
        edition = read_edition(Project(root), lambda words: None)
        for diagnostic in (found for witness in edition.witnesses for found in check_expected(witness)):
            _check_message(root, diagnostic)
    except BadInput as problem:
        assert any(each.severity == "error" for each in problem.diagnostics), "refused without an error"
        for diagnostic in problem.diagnostics:
            _check_message(root, diagnostic)
        return "refused"
    for diagnostic in edition.warnings:
        _check_message(root, diagnostic)
    if render:
        _write(edition, root)
    return "built"


def _check_message(root: Path, diagnostic: Diagnostic) -> None:
    """A message is one line and a hint in one, short enough to be read, and points at a line that there is."""
    lines = str(diagnostic).split("\n")
    assert len(lines) <= 2 and not any(LINE_END.search(line) for line in lines), f"broken: {lines}"
    assert MESSAGE.fullmatch(lines[0]), f"no message: {lines[0]}"
    assert len(str(diagnostic)) <= MOST, f"too long: {lines[0][:200]}"
    assert all(char.isprintable() or char == "\n" for char in str(diagnostic)), f"not printable: {lines!r}"
    path = root / diagnostic.place.path
    if path.is_file():
        text = path.read_bytes().decode("utf-8", "replace")
        assert diagnostic.place.line <= len(line_starts(text)) + 1, f"no such line: {lines[0]}"


def _write(edition: Edition, root: Path) -> None:
    views = Views(edition)
    write_pages(views)
    write_formats(QUICK, views, Target(root / "site", step=lambda words: None))


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in what takes longer; elsewhere than in the main thread, wait."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"not done in {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
