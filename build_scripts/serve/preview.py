"""The site while somebody works on it: built again, beside the published one, when a file of the edition is saved."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from build_scripts.diagnostics import BadInput, told
from build_scripts.pipeline import Project, build
from build_scripts.render.mkdocs import standing_by
from build_scripts.render.trees import configuration
from build_scripts.serve.watch import FileStates, state_of

PAUSE = 0.15  # seconds between two looks at the files; a change is built when it has not gone on for as long
PACKAGE = Path(__file__).parents[1]
OTHER_PROGRAM = "The program itself has changed: stop the server and start it again."


class Preview:
    """What is served: the site as it was last built, how often it was built, and what is wrong with the edition now.

    The preview is made in `.cache/`, of pages alone, and takes nothing from the site that is published.
    """

    def __init__(self, root: Path, step: Callable[[str], None]) -> None:
        self.project = Project(root.resolve(), preview=True)
        self.site = Project(root.resolve()).site
        self.number = 0
        self.problems: tuple[str, ...] = ()
        self._step = step
        self._program = state_of(PACKAGE)
        self._end = Event()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look for changes in a thread until the block ends; a build that runs then is waited for."""
        thread = Thread(target=self._watch, args=(self._state(),))
        with standing_by(configuration(self.project.root)):
            thread.start()
            try:
                yield
            finally:
                self._end.set()
                thread.join()

    def _state(self) -> FileStates:
        return state_of(self.project.seeds, self.project.root / "mkdocs.yml")

    def _watch(self, built: FileStates) -> None:
        before = built
        while not self._end.wait(PAUSE):
            now = self._state()
            if now == before and now != built:
                built = now
                self.build()
            before = now

    def build(self) -> None:
        """Build the site again. Whatever goes wrong is a problem to be shown, and what was served is served on."""
        try:
            if state_of(PACKAGE) != self._program:
                raise RuntimeError(OTHER_PROGRAM)
            build(self.project, self._step, pages_only=True)
        except BadInput as problem:
            self.problems = tuple(told(problem.diagnostics))
        except Exception as error:
            self.problems = (str(error) or type(error).__name__,)
        else:
            self.problems = ()
            self.site = self.project.site
            self.number += 1
        for each in self.problems:
            print(each, file=sys.stderr)
        gc.collect()  # of the edition before, now that nobody waits
