"""`add` and `propose`: a seed folder from a file, or the proposal for one that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_scripts.adding.check_page import check_page
from build_scripts.adding.files import read_file
from build_scripts.adding.proposal import Proposal
from build_scripts.adding.propose import propose
from build_scripts.adding.record import record, to_check
from build_scripts.diagnostics import bad
from build_scripts.model import Place
from build_scripts.seed.catalogue import capture_name, check_name
from build_scripts.seed.located import read_bytes
from build_scripts.seed.settings import read_settings


def add(root: Path, path: Path, name: str = "") -> Iterator[str]:
    """Make `seeds/<id>/` from a file; lines for the terminal. Raises BadInput: not-empty, bad-id, and what reading raises."""
    capture, data = read_file(path)
    if name:
        check_name(name, Place("--id"))
    proposal = propose(capture, data, name, path, read_settings(root / "seeds"))
    folder = root / "seeds" / proposal.id
    if folder.exists() or folder.is_symlink():
        hint = "give another with --id; nothing is overwritten"
        raise bad(Place(f"seeds/{proposal.id}"), "not-empty", f"there is a folder seeds/{proposal.id} already", hint)
    folder.mkdir(parents=True)
    (folder / capture).write_bytes(data)
    (folder / "source.yaml").write_text(record(proposal), encoding="utf-8", newline="")
    if proposal.layout.text:
        (folder / "layout.yaml").write_text(proposal.layout.text, encoding="utf-8", newline="")
    yield f"made seeds/{proposal.id}/ with {capture}, source.yaml{' and layout.yaml' if proposal.layout.text else ''}"
    yield from _shown(root, proposal)


def propose_again(root: Path, name: str) -> Iterator[str]:
    """The proposal for a seed that is there, as the text of its source.yaml; nothing in seeds/ is written.

    Raises BadInput: missing-file, and what reading raises.
    """
    folder = root / "seeds" / name
    capture = capture_name(folder)
    shown = Path("seeds", name, capture)
    proposal = propose(capture, read_bytes(folder / capture, str(shown)), name, shown, read_settings(root / "seeds"))
    yield record(proposal).removesuffix("\n")
    yield from (f"# layout.yaml:\n{proposal.layout.text}".removesuffix("\n"),) if proposal.layout.text else ()
    yield from _shown(root, proposal, "# ")


def _shown(root: Path, proposal: Proposal, mark: str = "") -> Iterator[str]:
    """What to look at, and the page to look at it with."""
    checks = list(to_check(proposal))
    path = root / ".cache" / "check" / f"{proposal.id}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(check_page(proposal, checks), encoding="utf-8", newline="")
    yield from (f"{mark}look at {line}" for check in checks for line in check.split("\n")[:1])
    yield f"{mark}{path.relative_to(root).as_posix()} shows each line of the text with what it was read as"
    yield f"{mark}then: explain {proposal.id}, build"
