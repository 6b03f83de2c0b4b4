"""Published ids are permanent: `anchors.lock` holds each one and a hash of what it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from build_scripts.diagnostics import Diagnostic
from build_scripts.model import Place, Witness

HINT = "restore the text, or accept the change with “build --accept-anchors”; readers' links to the id will then move"


def anchors_of(witness: Witness) -> dict[str, str]:
    """`{document#id: hash}` for every block and note."""
    return dict(_anchors(witness))


def _anchors(witness: Witness) -> Iterator[tuple[str, str]]:
    for document in witness.documents:
        for part in (*document.blocks, *document.notes):
            yield f"{document.id}#{part.id}", digest(part.text.text)


def digest(text: str) -> str:
    """A hash of what a text says: of its letters and digits, so that spacing and punctuation may change."""
    letters = "".join(char for char in text if char.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:16]


def format_lock(anchors: dict[str, str]) -> str:
    """The file's text: one id a line."""
    return "".join(f"{name} {digest}\n" for name, digest in anchors.items())


def parse_lock(text: str) -> dict[str, str]:
    """The ids and hashes of a lock file; lines of another form are left out."""
    return dict(parts for line in text.splitlines() if len(parts := line.split()) == 2)


def check_anchors(witness: Witness, lock: str) -> list[Diagnostic]:
    """`anchor-changed` for each id in the lock file that is gone or names something else."""
    now = anchors_of(witness)
    shown = f"seeds/{witness.source.folder.name}/anchors.lock"
    found = []
    for number, (name, digest) in enumerate(parse_lock(lock).items(), 1):
        if now.get(name) != digest:
            what = "names something else" if name in now else "is gone"
            found.append(Diagnostic(Place(shown, number), "anchor-changed", f"the published id “{name}” {what}", HINT))
    return found
