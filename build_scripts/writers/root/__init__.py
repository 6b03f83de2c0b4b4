"""What lies at the root of the site, outside the trees: landing page, 404 page, sitemap, citation file, feeds."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.diagnostics import Diagnostic
from build_scripts.views.tree import Views
from build_scripts.writers import Target


def write(views: Views, target: Target) -> Iterable[Diagnostic]:
    """Every file at the root."""
    from build_scripts.writers.root.files import root_files

    for path, text in root_files(views, target.pages).items():
        target.save(path, text)
    return ()
