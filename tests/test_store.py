"""What is kept is what would be made: found by all of its inputs, whole, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path
from time import time

import pytest

from build_scripts import store as storing
from build_scripts.store import DAY, SIZE, Store, digest, digest_of_files, program


def make_counted(texts: list[bytes], fit: bool = True):
    """A function that makes the next of these texts."""
    return lambda: (texts.pop(0), fit)


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    texts = [b"first", b"second"]
    made = [Store(tmp_path).get("sort", [b"a", b"b"], make_counted(texts)) for _ in range(2)]
    assert made == [b"first", b"first"] and texts == [b"second"]


@pytest.mark.parametrize(("sort", "inputs"), [("sort", [b"ab"]), ("sort", [b"a", b"c"]), ("other", [b"a", b"b"])])
def test_other_inputs_are_another_entry(tmp_path: Path, sort: str, inputs: list[bytes]) -> None:
    assert Store(tmp_path).get("sort", [b"a", b"b"], make_counted([b"first"])) == b"first"
    assert Store(tmp_path).get(sort, inputs, make_counted([b"second"])) == b"second"


def test_of_the_values_of_a_sort_those_are_made_that_are_not_kept(tmp_path: Path) -> None:
    asked: list[str] = []

    def ask(**inputs: list[bytes]) -> dict[str, str]:
        asked.clear()
        return Store(tmp_path).values("sort", inputs, lambda name: asked.append(name) or name.upper())

    assert (ask(a=[b"1"], b=[b"1"]), asked) == ({"a": "A", "b": "B"}, ["a", "b"])
    assert (ask(b=[b"2"], a=[b"1"]), asked) == ({"b": "B", "a": "A"}, ["b"])
    assert (ask(b=[b"2"]), asked) == ({"b": "B"}, [])
    assert (ask(a=[b"1"], b=[]), asked) == ({"a": "A", "b": "B"}, ["a", "b"])  # what was not asked for last time is gone
    assert (ask(a=[b"1"], b=[]), asked) == ({"a": "A", "b": "B"}, ["b"])  # of which nobody knows what it is made from
    assert Store().values("sort", {"a": [b"1"]}, str.upper) == {"a": "A"}


def test_files_are_known_by_what_they_are_and_not_by_where_they_lie(tmp_path: Path) -> None:
    found = set()
    for top in (tmp_path / "one", tmp_path / "two", tmp_path / "two/three"):
        top.mkdir()
        for name in ("a", "b"):
            (top / name).write_text(name, encoding="utf-8")
        found.add(digest_of_files([top / "b", top / "a"], top))
    assert len(found) == 1
    (top / "a").rename(top / "c")
    assert digest_of_files([top / "b", top / "c"], top) not in found


def test_another_program_or_library_makes_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Store(tmp_path).get("sort", [b"a"], make_counted([b"first"])) == b"first"
    monkeypatch.setattr(storing, "program", lambda: b"another")
    assert Store(tmp_path).get("sort", [b"a"], make_counted([b"second"])) == b"second"


def test_the_program_is_its_files_and_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program()
    for name, value in (("distributions", lambda: ()), ("digest_of_files", lambda paths, below: b"other files")):
        program.cache_clear()
        with monkeypatch.context() as patch:
            patch.setattr(storing, name, value)
            assert program() != before
    program.cache_clear()
    assert program() == before


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    assert Store(tmp_path).get("sort", [b"a"], make_counted([b"first"])) == b"first"
    (entry,) = (tmp_path / "sort").iterdir()
    for damaged in (b"", entry.read_bytes()[:-1], entry.read_bytes() + b"x"):
        entry.write_bytes(damaged)
        assert Store(tmp_path).get("sort", [b"a"], make_counted([b"again"])) == b"again"
        assert Store(tmp_path).get("sort", [b"a"], make_counted([b"not asked for"])) == b"again"


def test_what_is_not_fit_is_not_kept(tmp_path: Path) -> None:
    assert Store(tmp_path).get("sort", [b"a"], make_counted([b"doubtful"], fit=False)) == b"doubtful"
    assert Store(tmp_path).get("sort", [b"a"], make_counted([b"again"])) == b"again"


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Store(tmp_path / "file").get("sort", [b"a"], make_counted([b"made"])) == b"made"
    assert Store().get("sort", [b"a"], make_counted([b"made"])) == b"made"


def test_where_a_part_ends_matters() -> None:
    assert digest([b"ab", b"c"]) != digest([b"a", b"bc"])


def test_of_more_than_there_is_room_for_goes_what_was_asked_for_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "MOST", 2 * (SIZE + 5))
    store = Store(tmp_path)
    for days, name in enumerate([b"today", b"yesterday", b"before", b"first"]):
        store.get("sort", [name], make_counted([b"bytes"]))
        os.utime(tmp_path / store.key("sort", [name]), (time() - 1.5 * days * DAY,) * 2)
    (tmp_path / "preview").mkdir()
    (tmp_path / "preview/index.html").write_bytes(b"x" * 1000)
    store.clear()
    kept = [store.find(store.key("sort", [name])) is not None for name in (b"today", b"yesterday", b"before", b"first")]
    assert kept == [True, True, False, False] and (tmp_path / "preview/index.html").is_file()


def test_old_entries_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path).get("sort", [b"a"], make_counted([b"first"]))
    Store(tmp_path).clear()
    assert len(list((tmp_path / "sort").iterdir())) == 1
    monkeypatch.setattr(storing, "DAYS", -1)
    Store(tmp_path).clear()
    assert not list((tmp_path / "sort").iterdir())
