"""A block with twice the links makes about twice the work, whether its words take others or are taken.

Lines of code are counted of one, since what goes through all links for each is no call of a function.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.pipeline import Project, read_edition
from build_scripts.writers.web.docs import write_docs
from build_scripts.writers.web.layers import FOCUS, Layer, compose
from build_scripts.writers.web.weave import weave
from tests.making.calls import count_calls, count_lines
from tests.making.sizes import quoted
from tests.site.test_build import write_source

SMALL, MOST = 300, 2.25  # links in the smaller block; what is linear gives 2


def composed(count: int) -> Callable[[], object]:
    """Links beside one another, each with a place to arrive at and a sign behind it, in a sentence each."""
    layers = [Layer(0, 4 * count, "span", "", "whole")]
    for at in range(0, 4 * count, 4):
        layers += [Layer(at, at + 4, "span", FOCUS, f"s{at}"), Layer(at, at + 3, "a", ' href="x"', f"l{at}")]
    return lambda: compose("甲乙丙，" * count, layers, [(at + 3, "<br>") for at in range(0, 4 * count, 4)])


def woven(count: int) -> Callable[[], object]:
    """Links of the Markdown of which the frame knows every other one more fully."""
    rendered = '<p id="p1">' + '<a href="x">甲乙</a>丙' * count + "</p>"
    layers = [[at, at + 2, "a", ' class="dz-q" href="x"', f"l{at}"] for at in range(0, 3 * count, 6)]
    return lambda: weave(rendered, [{"id": "p1", "layers": layers}])


@pytest.mark.parametrize("make", [composed, woven])
def test_twice_the_links_of_a_block_make_twice_the_work(make: Callable[[int], Callable[[], object]]) -> None:
    make(2)()  # what is loaded once
    assert count_lines(make(2 * SMALL)) <= MOST * count_lines(make(SMALL))


def test_twice_the_links_of_a_block_make_twice_the_calls_to_write_its_pages(tmp_path: Path) -> None:
    def written(count: int) -> int:
        folder = tmp_path / str(count)
        for name, (text,) in zip(("one", "two"), quoted(60 * count), strict=True):
            write_source(folder, name, f"某年某事{name}\n来源：某某网 2025-04-27\n{text}\n", "title: {en: One}\n")
        path = folder / "seeds/one/source.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("kind: news", "kind: speech"), encoding="utf-8")
        edition = read_edition(Project(folder), lambda words: None)
        assert len(edition.links) >= count
        return count_calls(lambda: write_docs(edition))

    written(3)  # what is loaded once
    nothing, small, large = (written(count) for count in (4, SMALL, 2 * SMALL))
    assert large - nothing <= MOST * (small - nothing)
