"""PDFs: each document in each tree and view, and the whole edition, set by Typst."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def lacks() -> Diagnostic | None:
    """`no-fonts` where no font here has the characters of both scripts."""
    from build_scripts.writers.pdf.typeset import no_fonts, suitable_fonts  # Typst is slow to load

    return None if suitable_fonts() else no_fonts()


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every PDF; gives `missing-glyph` warnings. Raises BadInput `pdf-failed`."""
    from build_scripts.writers.pdf.edition import pdf_jobs
    from build_scripts.writers.pdf.typeset import make_pdfs, suitable_fonts

    fonts = suitable_fonts()
    target.written.update(job.path for job in pdf_jobs(views) if fonts)
    return make_pdfs(views, fonts, target.folder, target.step, target.store) if fonts else ()
