"""Whatever stands in whatever file of an edition: it is built, or refused with messages; never a bug, never without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.making.spoiled import try_spoiled
from tests.making.whole_edition import make_edition


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("whole") / "edition"
    make_edition(root)
    return root


# Rendered alone in the long form, where time is no matter; what went wrong once is tried in both.
SHORT = settings.default is settings.get_profile("quick")


@settings(max_examples=25 if SHORT else 3000)
@example(seed=1989142)  # an escape beyond Unicode in source.yaml
@example(seed=1056)  # … in edition.yaml
@example(seed=1009)  # a text shorter than the accepted one
@given(seed=st.integers(0, 2**32))
def test_any_file_of_an_edition_is_read_or_told(whole: Path, seed: int) -> None:
    assert try_spoiled(whole, seed, render=not SHORT or seed % 10 == 0) in ("built", "refused")
