"""Lines of a page that a copy has broken to a width: joined where that is shown, else left as they are."""

from __future__ import annotations

from build_scripts.readers.parts.lines import Line, split_lines
from build_scripts.readers.parts.wrapped import join_wrapped

BROKEN = """\
The clock on the ferry has been wrong for eleven years, and nobody on
the pier wants it mended. How did that come about, and who decided it
in the end?

It was right once, on the day it came. Then the tide rose and it has
been nine minutes late ever since, and they have set their dinner by
it.

He came once, listened to it, and said that he would not know where to
begin.
"""


def lines_of(raw: str) -> list[Line]:
    return [line for line in split_lines(raw) if not line.blank]


def test_broken_lines_are_joined_up_to_a_blank_line() -> None:
    joined, doubts = join_wrapped(lines_of(BROKEN), ())
    assert [line.number for line in joined] == [1, 5, 9]
    assert "\n" not in joined[0].words and len(doubts) == 1


def test_an_editor_s_line_begins_anew() -> None:
    joined, _ = join_wrapped(lines_of(BROKEN), {6})
    assert [line.number for line in joined] == [1, 5, 6, 7, 9]


def test_where_no_blank_line_parts_paragraphs_nothing_is_joined() -> None:
    lines = lines_of(BROKEN.replace("\n\n", "\n"))
    assert join_wrapped(lines, ()) == (lines, ())


def test_headlines_of_one_width_are_not_joined() -> None:
    headlines = ["渡口的钟慢了九分钟没有人去拨它也没有人问起", "磨坊停了三十年又转起来了木匠说还要再修一个"] * 4
    lines = lines_of("\n\n".join(headlines) + "\n")
    assert join_wrapped(lines, ()) == (lines, ())
    lines = lines_of("\n".join(headlines) + "\n")
    assert join_wrapped(lines, ()) == (lines, ())
