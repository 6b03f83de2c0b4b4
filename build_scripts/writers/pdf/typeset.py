"""Sets the PDFs with Typst: finds fonts that have the right glyphs for each region, and compiles as many at a time as it
can.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

from build_scripts.diagnostics import Diagnostic, Report
from build_scripts.model import Place
from build_scripts.overwriting import put
from build_scripts.store import Store
from build_scripts.views.tree import Views
from build_scripts.writers.pdf.edition import Job, pdf_jobs

TEMPLATE = Path(__file__).parents[2] / "print"
# Families of one design, by region; the first that has Simplified and Traditional glyphs is taken. Hong Kong's may be missing:
# then Taiwan's stand in, which differ in a few strokes. Windows and macOS bring the last two.
DESIGNS = (
    {"cn": "Noto Serif CJK SC", "tw": "Noto Serif CJK TC", "hk": "Noto Serif CJK HK"},
    {"cn": "Source Han Serif SC", "tw": "Source Han Serif TC", "hk": "Source Han Serif HC"},
    {"cn": "Source Han Serif CN", "tw": "Source Han Serif TW", "hk": "Source Han Serif HK"},
    {"cn": "Noto Serif SC", "tw": "Noto Serif TC", "hk": "Noto Serif HK"},
    {"cn": "Songti SC", "tw": "Songti TC", "hk": "Songti TC"},
    {"cn": "SimSun", "tw": "PMingLiU", "hk": "MingLiU_HKSCS"},
)
NEEDED = ("cn", "tw")
MORE_FONTS = "install a font that has it: the PDF shows an empty box in its place"
NOT_SHOWN = re.compile(r"the text `(.*?)` could not be displayed", re.DOTALL)
NO_FONTS = (
    "no PDFs: no font here has Simplified and Traditional glyphs; apt install fonts-noto-cjk, "
    "brew install --cask font-noto-serif-cjk-sc font-noto-serif-cjk-tc, or name a folder of fonts in DUIZHAO_FONTS"
)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The fonts of a machine, and the families to use for each region, the region's own first."""

    fonts: typst.Fonts
    families: dict[str, list[str]]
    state: bytes = b""  # of the files of all fonts: where they are, how large, when changed


def suitable_fonts() -> FontSet | None:
    """Fonts for every region from the folder DUIZHAO_FONTS or, without it, from the system; None where there are none."""
    return _fonts_in(os.environ.get("DUIZHAO_FONTS"))


@cache
def _fonts_in(folder: str | None) -> FontSet | None:
    fonts = typst.Fonts(include_system_fonts=not folder, font_paths=[folder] if folder and Path(folder).is_dir() else [])
    families = choose_families(fonts.families())
    state = "\n".join(sorted({_state(Path(font.path)) for font in fonts.fonts() if font.path}))
    return FontSet(fonts, families, state.encode()) if families else None


def _state(path: Path) -> str:
    found = path.stat()
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def choose_families(families: Iterable[str]) -> dict[str, list[str]] | None:
    """`{region: families}` from the families that there are, all of one design; None where no design has both scripts.

    >>> choose_families(["SimSun", "PMingLiU", "Arial"])
    {'cn': ['SimSun', 'PMingLiU'], 'tw': ['PMingLiU', 'SimSun'], 'hk': ['PMingLiU', 'SimSun']}
    >>> choose_families(["SimSun"]) is None
    True
    """
    present = set(families)
    for design in DESIGNS:
        if all(design[region] in present for region in NEEDED):
            order = {"cn": ("cn", "tw", "hk"), "tw": ("tw", "hk", "cn"), "hk": ("hk", "tw", "cn")}
            return {
                region: list(dict.fromkeys(design[each] for each in others if design[each] in present))
                for region, others in order.items()
            }
    return None


def no_fonts() -> Diagnostic:
    """What the build says where no font suits: one warning, and everything else is made."""
    return Diagnostic(Place("site/downloads"), "no-fonts", NO_FONTS, severity="warning")


def make_pdfs(
    views: Views, fonts: FontSet, site: Path, step: Callable[[str], None], store: Store | None = None
) -> list[Diagnostic]:
    """Write every PDF under `site`; the same edition gives the same bytes. `store` has those that are as before.

    Returns `missing-glyph` warnings; raises BadInput `pdf-failed` for what Typst would not set.
    """
    report = Report()
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:  # Typst works without Python's lock
        jobs = list(pdf_jobs(views))
        made = pool.map(lambda job: _make(job, fonts, site, store or Store()), jobs)
        report.add(problem for problems in made for problem in problems)
    report.stop_if_failed()
    step(f"set {len(jobs)} PDFs")
    return list(report.found)


def _make(job: Job, fonts: FontSet, site: Path, store: Store) -> list[Diagnostic]:
    data = {**job.data(), "families": fonts.families}
    problems: list[str] = []

    def make() -> tuple[bytes, bool]:
        pdf, found = set_pdf(data, fonts, job.letter)
        problems.extend(found)
        return pdf, not found  # what is to be told of it is told by each build

    try:
        put(site / job.path, store.get("pdf", [fonts.state, json.dumps([data, job.letter]).encode()], make))
    except typst.TypstError as error:
        return [Diagnostic(Place(f"site/{job.path}"), "pdf-failed", f"Typst: {error}")]
    return [
        Diagnostic(Place(f"site/{job.path}"), "missing-glyph", problem, MORE_FONTS, severity="warning") for problem in problems
    ]


def set_pdf(data: dict[str, object], fonts: FontSet, letter: bool = False) -> tuple[bytes, list[str]]:
    """One PDF from its data, on A4 or on Letter, without a date, and what is wrong with it.

    It follows PDF/UA-1, which forbids a character that no font has; with such a one the PDF is tagged and not said to follow
    it.
    Raises typst.TypstError.
    """
    compiler = typst.Compiler(TEMPLATE / "main.typ", root=TEMPLATE, font_paths=fonts.fonts, ignore_system_fonts=True)
    inputs = {"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
    inputs |= {"paper": "letter"} if letter else {}
    inputs |= {"accent": str(data["accent"])} if data.get("accent") else {}
    try:
        return compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=0), []  # type: ignore[return-value]  # one format gives bytes
    except typst.TypstError as error:
        found = NOT_SHOWN.search(str(error))
        if not found:
            raise
    return compiler.compile(format="pdf", sys_inputs=inputs, timestamp=0), [f"no font has {found[1]}"]  # type: ignore[return-value]  # as above
