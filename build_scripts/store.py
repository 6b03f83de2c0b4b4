"""What was made once and need not be made again: files under `.cache/`, by a hash of all that they were made from.

It is safe to delete at any time. An entry is found by its inputs alone, the program and its libraries among them, so a build
with it gives the bytes of a build without.
"""

from __future__ import annotations

import os
import pickle
import platform
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import distributions
from itertools import chain
from pathlib import Path
from stat import S_ISREG
from tempfile import NamedTemporaryFile
from time import time
from typing import TypeVar

from build_scripts.overwriting import bytes_of, files_below

PACKAGE = Path(__file__).parent
DAY = 86400  # seconds
DAYS = 60  # an entry that no build has asked for as long is taken out
MOST = 2**32  # bytes of all entries, to which those of the last day are added whatever they are
TIDIED = "tidied/day"  # the entry that says on which day it was cleared
ENTRIES = ("[0-9a-f]" * 64, "tmp*")  # names of files; others, as a preview's, are nobody's here
Made = tuple[bytes, bool]
V = TypeVar("V")
LARGEST = 2**30  # bytes of a file that is read whole to know it; no file of an edition has a quarter of them
SIZE = 32  # bytes of a SHA-256
NOT_RUN = (".pyc", ".md")  # endings of files in the package of which nothing that is made depends


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of the entries; without one nothing is kept. `about` says what makes them, if not the program as it is."""

    folder: Path | None = None
    about: bytes = b""

    def get(self, sort: str, inputs: Iterable[bytes], make: Callable[[], Made]) -> bytes:
        """What is made from these inputs: as it is kept, else made and kept. `make` says too whether it is fit to be kept."""
        if not self.folder:
            return make()[0]
        key = self.key(sort, inputs)
        found = self.find(key)
        if found is not None:
            return found
        made, fit = make()
        if fit:
            self.keep(key, made)
        return made

    def value(self, sort: str, inputs: Sequence[bytes], make: Callable[[], V]) -> V:
        """The same for any value that can be pickled; made each time where its `inputs` are not known, and there are none."""
        if not inputs or not self.folder:
            return make()
        found: V = pickle.loads(self.get(sort, inputs, lambda: (pickle.dumps(make()), True)))
        return found

    def values(self, sort: str, inputs: Mapping[str, Sequence[bytes]], make: Callable[[str], V]) -> dict[str, V]:
        """A value for each name, as `value` gives one; those of a sort are one entry, since a file for each costs more.

        The entry has what the last build asked for and no more.
        """
        kept = self.find(self.key(sort, []))
        before: dict[bytes, V] = pickle.loads(kept) if kept else {}
        keys = {name: digest([name.encode(), *given]) for name, given in inputs.items() if given}
        found = {name: before[keys[name]] if keys.get(name) in before else make(name) for name in inputs}
        if set(keys.values()) != before.keys():
            self.keep(self.key(sort, []), pickle.dumps({key: found[name] for name, key in keys.items()}))
        return found

    def key(self, sort: str, inputs: Iterable[bytes]) -> str:
        """Where what is made from these inputs is kept."""
        return f"{sort}/{digest([self.about or program(), *inputs]).hex()}"

    def find(self, key: str) -> bytes | None:
        """What is kept there; None where nothing is."""
        return _read(f"{self.folder}/{key}") if self.folder else None

    def keep(self, key: str, made: bytes) -> None:
        """Keep it there, if it can be."""
        if self.folder:
            _write(self.folder / key, made)

    def tidy(self) -> None:
        """Clear it once a day, since it takes a while to look at every entry, and none of the last day is taken out."""
        if self.folder and self.find(TIDIED) != (today := b"%d" % (time() // DAY)):
            self.clear()
            self.keep(TIDIED, today)

    def clear(self) -> None:
        """Take out what no build has asked for in a long time and, of more than there is room for, what was asked for first."""
        now, size = time(), 0
        for asked, path, length in sorted(self._entries(), reverse=True):
            size += length
            if now - asked > DAYS * DAY or (now - asked > DAY and size > MOST):
                path.unlink(missing_ok=True)

    def _entries(self) -> Iterator[tuple[float, Path, int]]:
        """When an entry was asked for last, where it lies and its bytes; what a killed build left of one too."""
        for path in chain.from_iterable(self.folder.glob(f"*/{name}") for name in ENTRIES) if self.folder else ():
            about = path.lstat()
            if S_ISREG(about.st_mode):
                yield about.st_mtime, path, about.st_size


def digest(parts: Iterable[bytes]) -> bytes:
    """The SHA-256 of a sequence of bytes, in which it matters where each ends."""
    found = sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.digest()


def digest_of_files(paths: Iterable[str | Path], below: Path) -> bytes:
    """The SHA-256 of files, with their paths as they are below a folder, in the order of these."""
    start, files = len(str(below)) + 1, sorted(map(str, paths))
    return digest(part for path in files for part in (os.fsencode(path[start:]), _digest_of_file(path)))


def _digest_of_file(path: str) -> bytes:
    """That of a file, piece by piece: it may be larger than memory. One of a size that nothing reads is known by its size."""
    with open(path, "rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        return b"%d" % size if size > LARGEST else file_digest(file, sha256).digest()


@cache
def program() -> bytes:
    """What the program is: its own files but documents, Python, and every library with its version."""
    files = [path for path in files_below(PACKAGE) if not path.endswith(NOT_RUN)]
    libraries = sorted(f"{meta['Name']} {meta['Version']}" for meta in (each.metadata for each in distributions()))
    machine = "\n".join(
        [platform.system(), platform.machine(), platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, *libraries]
    )
    return digest([digest_of_files(files, PACKAGE), machine.encode()])


def _read(path: str) -> bytes | None:
    """An entry; None where there is none, or not all of it."""
    try:
        data = bytes_of(path)
        if data[:SIZE] != sha256(data[SIZE:]).digest():
            return None
        os.utime(path)
    except OSError:
        return None
    return data[SIZE:]


def _write(path: Path, data: bytes) -> None:
    """Keep an entry: whole, or not at all. A folder that cannot be written to keeps nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(sha256(data).digest() + data)
        Path(file.name).replace(path)
    except OSError:
        return
