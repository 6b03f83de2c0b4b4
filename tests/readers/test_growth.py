"""Reading takes time in proportion to a capture: twice the text makes about twice the calls, in every reader and of every shape.

Calls are counted, not seconds, so that the machine and what else it does say nothing. What goes through all lines for each line gives more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.matching import at_most
from build_scripts.passes.texts import drop_calls
from build_scripts.pipeline import Project, read_edition
from build_scripts.readers import READERS
from build_scripts.readers.notes.printed import CITES
from build_scripts.writers.web.docs import write_docs
from tests.conftest import make_source
from tests.making.calls import count_calls, count_lines
from tests.making.spoiled import LONGEST
from tests.site.test_build import write_source

HEAD = "某年某事\n来源：某某网 2025-04-27\n第一段在这里，它说的是一件事。\n"
SHAPES: dict[str, Callable[[int], str]] = {
    "one line": lambda size: "某年某事，人工智能发展很快。" * size,
    "one line without full stops": lambda size: "人工智能" * size,
    "spaces": lambda size: ("字" + " " * 90 + "字。\n") * size,
    "short lines": lambda size: "字。\n" * size,
    "lines": lambda size: "".join(f"第{number}段在这里，它不长。\n" for number in range(size)),
    "headings": lambda size: "".join(f"小标题{number}\n" for number in range(size)),
    "quotations": lambda size: "".join(f"他说：“人工智能发展很快，这是第{number}句。”\n" for number in range(size)),
    "notes": lambda size: (
        "".join(f"第{number}段［{number}］在这里。\n" for number in range(1, size))
        + "".join(f"［{number}］《题》，某社，2020年。\n" for number in range(1, size))
    ),
    "lines of digits": lambda size: (
        "本次抽样共得到有效问卷数目为\n1024\n份［1］，其余作废。\n［1］某甲：《论标准》，第7页。\n" * size
    ),
    "marks": lambda size: "".join(f"## 题{number}\n\n**第一**段在[这里](https://example.org/)。\n\n" for number in range(size)),
    "times": lambda size: "".join(f"某报道的标题 某某网 2025-04-{1 + number % 28:02}\n" for number in range(size)),
}
SMALL, MOST = 400, 2.25  # parts of the smaller capture; what is linear gives 2


def calls(folder: Path, reader: str, text: str) -> int:
    """How often something was called, or a generator went on, until the edition was read."""
    write_source(folder, "one", HEAD + text + "\n", "title: {en: One}\n")
    path = folder / "seeds/one/source.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("reader: web-page", f"reader: {reader}"), encoding="utf-8")
    return count_calls(lambda: read_edition(Project(folder), lambda words: None))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("reader", ["web-page", "journal-article"])
def test_twice_the_text_makes_twice_the_calls(reader: str, shape: str, tmp_path: Path) -> None:
    make = SHAPES[shape]
    calls(tmp_path / "first", reader, make(2))  # what is loaded once
    nothing, small, large = (calls(tmp_path / str(size), reader, make(size)) for size in (2, SMALL, 2 * SMALL))
    assert (large - nothing) / (small - nothing) < MOST


def characters(folder: Path, size: int) -> int:
    """How many characters of texts are counted through until the pages of a capture of so many lines are written."""
    write_source(folder, "one", HEAD + SHAPES["lines"](size), "title: {en: One}\n")
    edition = read_edition(Project(folder), lambda words: None)
    looked = 0

    def looking(_frame: object, event: str, arg: object) -> None:
        nonlocal looked
        text = getattr(arg, "__self__", None)
        if event == "c_call" and isinstance(text, str) and getattr(arg, "__name__", "") == "count":
            looked += len(text)

    sys.setprofile(looking)
    try:
        write_docs(edition)
    finally:
        sys.setprofile(None)
    return looked


def test_pages_of_twice_the_lines_look_at_twice_the_characters(tmp_path: Path) -> None:
    nothing, small, large = (characters(tmp_path / str(size), size) for size in (2, SMALL, 2 * SMALL))
    assert large - nothing <= MOST * (small - nothing)


def test_pages_of_a_sentence_of_twice_the_length_take_twice_the_calls(tmp_path: Path) -> None:
    def written(size: int) -> int:
        folder = tmp_path / str(size)
        write_source(folder, "one", HEAD + SHAPES["one line without full stops"](size) + "\n", "title: {en: One}\n")
        edition = read_edition(Project(folder), lambda words: None)
        return count_calls(lambda: write_docs(edition))

    written(3)  # what is loaded once
    nothing, small, large = (written(size) for size in (2, 10 * SMALL, 20 * SMALL))
    assert large - nothing <= MOST * (small - nothing)


def test_twice_the_calls_look_at_twice_the_spans(tmp_path: Path) -> None:
    """Steps are counted where calls are taken out, since what goes through all of them for each is no call of a function."""

    def steps(count: int) -> int:
        raw = HEAD + "".join(f"第一段在这里[{number % 9 + 1}]，它说的是一件事。\n" for number in range(count))
        raw += "参考文献\n" + "".join(f"[{number}] 某甲：《题{number}》，某社，2020年。\n" for number in range(1, 10))
        (document,) = READERS["web-page"].read(make_source(raw, "web-page"), raw).documents
        assert len(document.calls) >= count
        return count_lines(lambda: drop_calls(document))

    assert steps(2 * SMALL) / steps(SMALL) < MOST


def test_a_number_before_a_gap_is_not_looked_at_from_each_of_its_spaces() -> None:
    with at_most(LONGEST):
        assert not any(CITES.search(f"第{number}" + " " * 1000 + "x") for number in range(20))
        assert CITES.search("第12 - 34 页") and CITES.search("《港《口》")
