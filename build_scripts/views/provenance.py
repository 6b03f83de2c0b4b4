"""Where a capture was taken from and whose the text is, as particulars of a document in a tree and in words."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.edition.edition import in_tree
from build_scripts.source import Source
from build_scripts.text.dates import show_date
from build_scripts.views.particulars import Particular
from build_scripts.views.wording import say


def is_known(source: Source) -> bool:
    """Whether there is anything to say besides that the capture names no address."""
    given = source.provenance
    return bool(given.url or given.retrieved or given.archived or source.ocr or given.rights or given.licence)


def provenance(source: Source, tree: str) -> Iterator[Particular]:
    """What the record of the source says of it; where it gives no address, that the capture names none."""
    given = source.provenance
    yield _particular("url", given.url or say("no-url", tree), tree)
    if given.retrieved:
        yield _particular("retrieved", show_date(given.retrieved, tree), tree)
    if given.archived:
        yield _particular("archived", given.archived, tree)
    if source.ocr:
        yield _particular("text-layer", say("scanned", tree), tree)
    if given.rights:
        words = in_tree(given.rights, tree)
        yield _particular("rights", words or given.rights.get("en", ""), tree, tree if words else "en")
    if given.licence:
        yield _particular("licence", given.licence, tree)


def _particular(name: str, value: str, tree: str, language: str = "") -> Particular:
    return Particular(name, say(f"field-{name}", tree), (value,), language or tree, recorded=True)
