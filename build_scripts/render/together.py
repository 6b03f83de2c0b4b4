"""Runs MkDocs for several trees in one program, which imports it once and forks for each of them.

    python -m build_scripts.render.together mkdocs.yml [--stand-by] < environments.jsonl

A line is a list of environments as objects, one a tree; printed is for each line a list of `[exit code, what MkDocs said]`, in
the same order. One that stands by imports what it needs before it is asked.
A program of its own, because one that has threads, as a build has, must not fork.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from build_scripts.render.written_over import write_over

Environment = Mapping[str, str]


def run_all(config: str, environments: Sequence[Environment]) -> list[tuple[int, str]]:
    """MkDocs in each environment, as many at a time as there are processors: its exit code and what it said."""
    load(config, environments[0])
    most = min(len(environments), os.cpu_count() or 1)
    codes: dict[int, int] = {}
    running: dict[int, int] = {}
    with TemporaryDirectory() as folder:
        logs = [Path(folder, str(number)) for number in range(len(environments))]
        for number, environment in enumerate(environments):
            while len(running) >= most:
                _await(running, codes)
            child = os.fork()
            if not child:
                _build(config, environment, logs[number])
            running[child] = number
        while running:
            _await(running, codes)
        words = [log.read_text(encoding="utf-8", errors="replace") for log in logs]
    return [(codes[number], each) for number, each in enumerate(words)]


def load(config: str, environment: Environment) -> None:
    """Import MkDocs and all that a configuration names. What is wrong with it each tree will say for itself."""
    os.environ.update(environment)
    logging.disable(logging.CRITICAL)
    with suppress(Exception):
        from mkdocs.__main__ import cli  # noqa: F401  # the children call it
        from mkdocs.commands import build  # noqa: F401  # as they do this
        from mkdocs.config import load_config

        _list_once()
        _parse_fast()
        load_config(config).theme.get_env().list_templates()
        import_module("mkdocs_awesome_nav.nav.resolve")  # which the plugin would import in each child
    logging.disable(logging.NOTSET)
    gc.freeze()  # what is here is not looked at again, so the children do not copy it


def _list_once() -> None:
    """Let a theme's files be listed once and not for each tree, without the ten thousand icons of Material, in a folder whose
    name begins with a dot, which MkDocs passes over.
    """
    from jinja2 import FileSystemLoader

    @cache
    def listed(folders: tuple[str, ...]) -> list[str]:
        return sorted({name for folder in folders for name in _names_in(Path(folder))})

    def list_templates(self: FileSystemLoader) -> list[str]:
        return listed(tuple(map(str, self.searchpath)))

    FileSystemLoader.list_templates = list_templates  # type: ignore[method-assign]  # there is no other way in


def _names_in(top: Path) -> Iterator[str]:
    """The paths of all files below a folder, hidden ones left out, as Jinja names them."""
    for folder, folders, names in os.walk(top):
        if folder == str(top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        yield from (Path(folder, name).relative_to(top).as_posix() for name in names)


def _parse_fast() -> None:
    """Let YAML be read with libyaml, where it is there: the files of the navigation list all pages, and each tree reads the
    configuration and what stands above the text of a page.
    """
    import yaml
    from mkdocs.utils import meta
    from mkdocs.utils.yaml import get_yaml_loader

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yaml.safe_load = partial(yaml.load, Loader=loader)
    meta.SafeLoader = loader  # type: ignore[attr-defined, assignment]  # which reads what stands above a page
    get_yaml_loader.__defaults__ = (getattr(yaml, "CLoader", yaml.Loader), None)


def _await(running: dict[int, int], codes: dict[int, int]) -> None:
    """Wait for one child."""
    child, status = os.wait()
    codes[running.pop(child)] = os.waitstatus_to_exitcode(status)


def _build(config: str, environment: Environment, log: Path) -> NoReturn:
    """In a child: the command line of MkDocs, with its words in a file."""
    code = 1
    try:
        told = os.open(log, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(told, 1)
        os.dup2(told, 2)
        os.environ.update(environment)
        gc.disable()  # a tree's pages are there until it ends
        code = _run(config, environment)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _run(config: str, environment: Environment) -> int:
    """The exit code of the command line. Where pages are kept no plugin writes files of which nobody knows."""
    from mkdocs.__main__ import cli

    finish = write_over(Path(environment["DUIZHAO_SITE"])) if "DUIZHAO_KEPT" in environment else None
    try:
        cli(["build", "--config-file", config, "--strict"], prog_name="mkdocs")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if finish and not code:
            finish()
        return code
    return 0


if __name__ == "__main__":
    if "--stand-by" in sys.argv:
        load(sys.argv[1], {})
    for line in sys.stdin:
        print(json.dumps(run_all(sys.argv[1], json.loads(line))), flush=True)
