"""MkDocs for several trees, in a program beside this one (`together.py`): one for a build, or one that stands by for many.

Who builds again and again has one stand by, which has imported MkDocs, Material and what they load before it is asked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

PROGRAM = "build_scripts.render.together"
Told = list[tuple[int, str]]
standing: dict[Path, subprocess.Popen[str]] = {}  # by the configuration that they have loaded


def run_mkdocs(config: Path, environments: Sequence[Mapping[str, str]]) -> Told:
    """The exit code of MkDocs and what it said, for each tree."""
    given = json.dumps(environments)
    answer = _ask(standing[config], given) if config in standing else ""
    if answer:
        return _told(answer)
    environment = os.environ | environments[0] | _path()
    command = [sys.executable, "-m", PROGRAM, str(config)]
    done = subprocess.run(command, env=environment, input=given, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        return [(done.returncode, done.stderr)] * len(environments)
    return _told(done.stdout)


@contextmanager
def standing_by(config: Path) -> Iterator[None]:
    """Have a program stand by in the block that is asked for the trees of a configuration. One that ends is not missed."""
    command = [sys.executable, "-m", PROGRAM, str(config), "--stand-by"]
    environment = os.environ | {"PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"} | _path()
    with TemporaryFile("w") as unheard:
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=unheard, text=True, encoding="utf-8"
        )
        standing[config] = process
        try:
            yield
        finally:
            del standing[config]
            process.communicate()  # the end of what it is asked


def _ask(process: subprocess.Popen[str], given: str) -> str:
    """The line that a program answers; empty where it is no more."""
    try:
        assert process.stdin and process.stdout
        process.stdin.write(given + "\n")
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return ""


def _told(answer: str) -> Told:
    return [(code, words) for code, words in json.loads(answer)]


def _path() -> dict[str, str]:
    """Where Python finds the program, wherever it is started."""
    paths = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(paths)}
