"""A finished site takes the place of the last one as a whole; a build that fails or is killed leaves the last one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """A folder beside `site` to build in. It takes the place of `site` if the block ends well, and goes away if not."""
    _clear_leftovers(site)
    folder = site.with_name(f".{site.name}-{os.getpid()}")
    folder.mkdir(parents=True)
    try:
        yield folder
        _exchange(folder, site)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _exchange(new: Path, site: Path) -> None:
    """Two renames; between them the last site is `.site-old`, from where the next build brings it back if need be."""
    shutil.rmtree(_old(site), ignore_errors=True)
    if site.exists():
        site.rename(_old(site))
    new.rename(site)
    shutil.rmtree(_old(site), ignore_errors=True)


def _clear_leftovers(site: Path) -> None:
    """Bring back a site that a kill left between the two renames; remove what killed builds left behind."""
    if _old(site).exists() and not site.exists():
        _old(site).rename(site)
    for folder in site.parent.glob(f".{site.name}-*"):
        name = folder.name.rpartition("-")[2]
        if name == "old" or (name.isdigit() and not _alive(int(name))):
            shutil.rmtree(folder, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
