"""A finished site takes the place of the last one as a whole; a build that fails or is killed leaves the last one."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from build_scripts.diagnostics import bad
from build_scripts.model import Place
from build_scripts.overwriting import bytes_of, files_below


def check_writable(root: Path, *folders: Path) -> None:
    """Raise BadInput `unwritable` for the first of the folders, or of those in them, that cannot be written to.

    Before anything is done, so that all is as it was.
    """
    inside = (path for top in folders for path in (str(top), *(each for each, _, _ in os.walk(top))))
    for path in (str(root), *inside):  # as strings, since they are thousands
        if os.path.exists(path) and not (os.path.isdir(path) and os.access(path, os.W_OK | os.X_OK)):
            shown = os.path.relpath(path, root) if path != str(root) else path
            hint = "a build writes docs/, site/ and the locks of seeds/; let it, or remove what is in its place"
            raise bad(Place(shown), "unwritable", f"{shown} is not a folder that can be written to", hint)


@contextmanager
def alone(site: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """One build of `site` at a time: where another runs, `waiting` is called, and the block begins when that one is over.

    The system lets go of the lock of a process that dies, so a killed build keeps nobody waiting.
    """
    with site.with_name(f".{site.name}-lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def staging(site: Path, spare: Path | None = None) -> Iterator[Path]:
    """A folder beside `site` to build in. It takes the place of `site` if the block ends well, and goes away if not.

    Only for who is `alone` with `site`: what stands in the place of the folder was left by a build that was killed.
    Without `spare` the folder is empty. With it the former site stays there for the next build to write over, which finds in
    the folder the site before the last (`overwriting.py`).
    """
    _clear_leftovers(site)
    folder = site.with_name(f".{site.name}-new")
    _begin(folder, spare)
    try:
        yield folder
        _exchange(folder, site, spare)
    finally:
        _remove(folder)


@contextmanager
def restoring(*places: Path) -> Iterator[Mapping[str, bytes]]:
    """Leave files, and those of folders, as they were, where the block does not end well; gives what they held, by paths."""
    before = {path: bytes_of(path) for path in _files(places)}
    try:
        yield before
    except BaseException:
        for name in _files(places) - before.keys():
            os.unlink(name)
        for name, data in before.items():
            if not os.path.isfile(name) or bytes_of(name) != data:
                os.makedirs(os.path.dirname(name), exist_ok=True)
                Path(name).write_bytes(data)
        raise


def _files(places: Iterable[Path]) -> set[str]:
    return {name for place in places for name in ([str(place)] if place.is_file() else files_below(place))}


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _begin(folder: Path, spare: Path | None) -> None:
    """The folder to build in: what is spare, or an empty one."""
    if spare and spare.is_dir() and not spare.is_symlink():
        with suppress(OSError):  # as where it lies on another disk
            spare.rename(folder)
    folder.mkdir(parents=True, exist_ok=True)


def _exchange(new: Path, site: Path, spare: Path | None = None) -> None:
    """Two renames; between them the last site is `.site-old`, from where the next build brings it back if need be."""
    _remove(_old(site))
    if site.exists():
        site.rename(_old(site))
    try:
        new.rename(site)
    except OSError:
        _bring_back(site)
        raise
    if spare and not _old(site).is_symlink():
        _remove(spare)
        with suppress(OSError):
            spare.parent.mkdir(parents=True, exist_ok=True)
            _old(site).rename(spare)
    _remove(_old(site))


def _bring_back(site: Path) -> None:
    if _old(site).exists() and not site.exists():
        _old(site).rename(site)


def _clear_leftovers(site: Path) -> None:
    """Bring back a site that a kill left between the two renames; remove what killed builds left behind."""
    _bring_back(site)
    for folder in site.parent.glob(f".{site.name}-*/"):
        _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder as far as it can be, read-only ones inside it too; of a link to a folder the link."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    for path in (each for each in folder.rglob("*/") if not each.is_symlink()):
        path.chmod(path.stat().st_mode | stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)
