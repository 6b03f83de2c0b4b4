"""Files that are written together: where one of them cannot be, none is."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.exchange.saving import save_together


def test_one_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")
    (tmp_path / "c").mkdir()  # in the place of a file
    with pytest.raises(OSError, match="directory"):
        save_together({tmp_path / name: b"after" for name in "abc"})
    assert {path.name: path.is_dir() or path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"before", "c": True}


def test_all_are_written(tmp_path: Path) -> None:
    save_together({tmp_path / name: name.encode() for name in "ab"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"a", "b": b"b"}
