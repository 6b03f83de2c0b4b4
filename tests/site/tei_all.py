"""TEI files against the whole of TEI, TEI All in RELAX NG, by Jing, which the Nu checker brings along.

The schema is carried by a package of PyPI (`tests/tei.lock`). libxml2 reads it too, and takes a quarter of a minute for it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests import sources
from tests.java import SHORT, find_java

CHECKER = sources.ROOT / "tests/js/node_modules/vnu-jar/build/dist/vnu.jar"
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"


def faults(texts: Mapping[str, str], folder: Path) -> list[str]:
    """What TEI All does not allow in files, given by their names; they are written to `folder`. Skips where it is not set up."""
    command = _command()
    paths = [folder / f"{number}.xml" for number in range(len(texts))]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert not done.stderr, done.stderr
    assert (done.returncode != 0) == bool(done.stdout)
    return done.stdout.replace(f"{folder}/", "").splitlines()


def _command() -> list[str]:
    """The command that checks files, at its end."""
    java, package = find_java(), find_spec("schemas")
    schema = Path((package.origin if package else "") or "").parent / "tei_all.rng"
    if java and CHECKER.is_file() and schema.is_file():
        return [java, *SHORT, "-Xss8m", "-cp", str(CHECKER), JING, str(schema)]
    reason = "no Java, no Nu checker or no TEI All: “make test” sets them up"
    if os.environ.get("DUIZHAO_REQUIRE_NODE") == "1":
        pytest.fail(reason, pytrace=False)
    return pytest.skip(reason)
