"""TEI P5: each document, and the whole edition."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.inputs import inputs_of
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every TEI file."""
    from build_scripts.writers.tei.files import tei_files

    for path, text in tei_files(views.edition, inputs_of(views), target.store).items():
        target.save(path, text)
    return ()
