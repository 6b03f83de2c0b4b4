"""Pandoc as a function: a syntax tree in, a file of another format out; the same tree gives the same bytes."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from functools import cache
from json import dumps
from pathlib import Path

from build_scripts.pandoc.nodes import Node


class PandocFailed(Exception):
    """Pandoc made nothing; the message is the last line that it said."""


@cache
def pandoc() -> str:
    """The path of the pandoc that the lock file brings."""
    import pypandoc  # type: ignore[import-untyped]  # it has no types

    path: str = pypandoc.get_pandoc_path()
    return path


@cache
def state_of_pandoc() -> str:
    """Which pandoc it is: where, how large, when changed."""
    found = Path(pandoc()).stat()
    return f"{pandoc()} {found.st_size} {found.st_mtime_ns}"


def _seconds(day: str) -> int:
    return int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp()) if day else 0


def convert(text: Node | list[Node], *options: str, source: str = "json", day: str = "") -> bytes:
    """The text in the format that the options ask for; `source` is the format it is in, `day` the ISO day that a file says it
    was made on, the first of 1970 where none is given. Raises PandocFailed."""
    command = [pandoc(), f"--from={source}", *options, "--output=-"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(_seconds(day))}
    done = subprocess.run(
        command, input=dumps(text, ensure_ascii=False).encode(), env=environment, capture_output=True, check=False
    )
    if done.returncode:
        raise PandocFailed((done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason"])[-1])
    return done.stdout
