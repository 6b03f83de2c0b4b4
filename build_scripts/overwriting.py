"""Files written over those of an earlier build: to make a file or a folder costs ten times what it costs to write one anew.

What is there already is only room: each file that is wanted is compared and written where it is another, and `sweep` takes away
whatever was not wanted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG, S_IWUSR


def put(path: Path, data: bytes, compared: bool = True) -> None:
    """Make a file hold these bytes, in folders that are made where they lack.

    Never writes through a link, nor to what a second name has. What is mostly another each time need not be `compared` with
    what is there: to read it takes longer than to write it.
    """
    try:
        about = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        _make_folder(path.parent)
    else:
        if S_ISREG(about.st_mode) and about.st_nlink == 1 and S_IMODE(about.st_mode) & S_IWUSR:
            if not compared or about.st_size != len(data) or path.read_bytes() != data:
                _write_over(path, data, about.st_size)
            return
        if S_ISDIR(about.st_mode):
            shutil.rmtree(path)
        else:
            path.unlink()
    path.write_bytes(data)


def _write_over(path: Path, data: bytes, size: int) -> None:
    """Write in the place of what a file of that `size` holds: one that is emptied first ext4 writes to the disk at once."""
    with path.open("r+b", buffering=0) as file:
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
    for folder, folders, names in os.walk(top, topdown=False):
        inside = "" if folder == str(top) else os.path.relpath(folder, top).replace(os.sep, "/") + "/"
        if inside.partition("/")[0] in apart:
            continue
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in (*names, *links):
            if inside + name not in wanted:
                os.unlink(os.path.join(folder, name))
        if inside and not os.listdir(folder):
            os.rmdir(folder)
