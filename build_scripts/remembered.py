"""Functions whose results a build takes from the build before: those that say the same of the same arguments and take long.

    @remembered("conversions")
    def convert(text: str, …) -> …

Between `begin` and `end` such a function finds what the last build asked of it in the store, and what this one asks is kept.
The store knows an entry by the program and its libraries, so a result is never that of another version of the function.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

from build_scripts.store import Store

SORT = "remembered"  # of the entries in the store
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(slots=True)
class Build:
    """The build that is going on: its store, and the functions that were asked in it."""

    store: Store = field(default_factory=Store)
    asked: list[Remembered[..., Any]] = field(default_factory=list)


build = Build()


class Remembered(Generic[P, R]):
    """A function with what it has said: `before` in the last build, `now` in this one. `name` is that of its entry."""

    def __init__(self, function: Callable[P, R], name: str) -> None:
        update_wrapper(self, function)
        self.function, self.name = function, name
        self.store = build.store
        self.before: dict[object, R] = {}
        self.now: dict[object, R] = {}

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        if self.store is not build.store:
            self._recall()
        key = (*args, *kwargs.items())
        if key not in self.now:
            self.now[key] = self.before[key] if key in self.before else self.function(*args, **kwargs)
        return self.now[key]

    def _recall(self) -> None:
        """The first call in a build: take what the last one kept."""
        self.store = build.store
        kept = self.store.find(self._key())
        self.before, self.now = (pickle.loads(kept) if kept else {}), {}
        build.asked.append(self)

    def retain(self) -> None:
        """Keep what was said in this build, where it is not what was kept already."""
        if self.now.keys() != self.before.keys():
            self.store.keep(self._key(), pickle.dumps(self.now))

    def _key(self) -> str:
        return self.store.key(SORT, [self.name.encode()])


def remembered(name: str) -> Callable[[Callable[P, R]], Remembered[P, R]]:
    """Remember a function; `name` is that of its results in the store."""
    return lambda function: Remembered(function, name)


def begin(store: Store) -> None:
    """Begin a build, whose results `store` keeps."""
    build.store, build.asked = replace(store), []


def end() -> None:
    """End a build that went well."""
    for function in build.asked:
        function.retain()
