"""Files written over those of an earlier build: to make a file or a folder costs ten times what it costs to write one anew.

What is there already is only room: each file that is wanted is compared and written where it is another, and `sweep` takes away
whatever was not wanted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG, S_IWUSR


def put(path: str | Path, data: bytes, compared: bool = True) -> None:
    """Make a file hold these bytes, in folders that are made where they lack.

    Never writes through a link, nor to what a second name has. What is mostly another each time need not be `compared` with
    what is there: to read it takes longer than to write it.
    """
    try:
        about = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        _make_folder(Path(path).parent)
    else:
        if S_ISREG(about.st_mode) and about.st_nlink == 1 and S_IMODE(about.st_mode) & S_IWUSR:
            if not compared or about.st_size != len(data) or bytes_of(path) != data:
                _write_over(path, data, about.st_size)
            return
        if S_ISDIR(about.st_mode):
            shutil.rmtree(path)
        else:
            os.unlink(path)
    Path(path).write_bytes(data)


def bytes_of(path: str | Path) -> bytes:
    """What a file holds. Without the buffer of `Path.read_bytes`, and of a name as a string: files of a build are thousands."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _write_over(path: str | Path, data: bytes, size: int) -> None:
    """Write in the place of what a file of that `size` holds: one that is emptied first ext4 writes to the disk at once."""
    with open(path, "r+b", buffering=0) as file:
        at = 0
        while at < len(data):
            at += file.write(data[at:])
        if size > len(data):
            file.truncate(len(data))


def _make_folder(folder: Path) -> None:
    """A folder with those above it, also where a file had the name of one."""
    for path in (folder, *folder.parents):
        if path.is_dir():
            break
        if path.is_symlink() or path.exists():
            path.unlink()
            break
    folder.mkdir(parents=True, exist_ok=True)


def sweep(top: Path, wanted: Collection[str], apart: Collection[str] = ()) -> None:
    """Take away every file below a folder that is not wanted, by its path as `/` joins it, and folders that become empty.

    `apart` are folders in it of which this build keeps all.
    """
    for entry in _entries(top) if os.path.isdir(top) else ():
        if not _is_folder(entry):
            _unlink_unwanted(entry, entry.name, wanted)
        elif entry.name not in apart:
            _sweep(entry, entry.name, wanted)


def _sweep(folder: os.DirEntry[str], inside: str, wanted: Collection[str]) -> bool:
    """Sweep a folder, whose path below the top is `inside`, and take it away if nothing stays in it; gives whether it stays."""
    stay = [
        _sweep(entry, name, wanted) if _is_folder(entry) else _unlink_unwanted(entry, name, wanted)
        for entry in _entries(folder)
        if (name := f"{inside}/{entry.name}")
    ]
    if not any(stay):
        os.rmdir(folder)
    return any(stay)


def _unlink_unwanted(entry: os.DirEntry[str], path: str, wanted: Collection[str]) -> bool:
    """Whether a file or link is wanted; gone if not."""
    if path not in wanted:
        os.unlink(entry)
    return path in wanted


def files_below(folder: Path | os.DirEntry[str]) -> Iterator[str]:
    """The paths of all files below a folder, behind links to files too but not behind links to folders; of none, none."""
    for entry in _entries(folder) if os.path.isdir(folder) else ():
        if _is_folder(entry):
            yield from files_below(entry)
        elif os.path.isfile(entry.path):  # a link that leads round is none, where the entry would raise OSError
            yield entry.path


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """What is in a folder: the system tells at once what is a folder, which `Path` would ask of each."""
    with os.scandir(folder) as entries:
        return list(entries)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
