"""Pandoc as a function: a syntax tree in, a file of another format out; the same tree gives the same bytes."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from json import dumps

from build_scripts.writers.book_nodes import Node


class PandocFailed(Exception):
    """Pandoc made nothing; the message is the last line that it said."""


@cache
def pandoc() -> str:
    """The path of the pandoc that the lock file brings."""
    import pypandoc

    return pypandoc.get_pandoc_path()


def convert(text: Node | list[Node], *options: str, source: str = "json") -> bytes:
    """The text in the format that the options ask for; `source` is the format it is in. Raises PandocFailed."""
    command = [pandoc(), f"--from={source}", *options, "--output=-"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run(command, input=dumps(text, ensure_ascii=False).encode(), env=environment, capture_output=True, check=False)
    if done.returncode:
        raise PandocFailed((done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason"])[-1])
    return done.stdout
