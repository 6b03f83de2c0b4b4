"""Texts that follow one another through a PDF, as in an issue that was put together: proposed as stories, and what is none."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from build_scripts.adding.add import add
from build_scripts.decode import decode
from build_scripts.diagnostics import Report
from build_scripts.explain import look_at
from build_scripts.new import new_edition
from build_scripts.readers.laid.lay import lay_lines
from build_scripts.readers.laid.sequence import propose_sequence
from tests.making.printed import compiled, quoted
from tests.making.words import sentence, title

SET_UP = """#set page(width: 420pt, height: 420pt, margin: 50pt, numbering: "第 1 页")
#set text(font: "Noto Serif CJK SC", size: 10pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.65em, leading: 0.65em)
"""


def print_texts(*stated: tuple[str, ...], contents: bool = False, numbered: bool = False) -> tuple[bytes, list[str]]:
    """The PDF of texts, each on pages of its own below its headline and the lines given, and their headlines."""
    random = Random(4)
    heads = [title(random)[:12] for _ in stated]
    parts = ["#align(center, text(20pt)[目录])\n\n" + "\n\n".join(map(quoted, heads))] if contents else []
    for number, (head, lines) in enumerate(zip(heads, stated, strict=True), 1):
        shown = f"第{'一二三四'[number - 1]}章 {head}" if numbered else head
        above = [
            f"#align(center, text(20pt)[{quoted(shown)}])",
            *(f"#align(center, text(8pt)[{quoted(each)}])" for each in lines),
        ]
        text = ["".join(sentence(random) for _ in range(5)) for _ in range(6)]
        parts.append("\n\n".join([*above, *map(quoted, text)]))
    return compiled(SET_UP + "\n#pagebreak()\n".join(parts)), heads


DAY = "《海湾晚报》（2024年6月1日 第 02 版）"


def test_texts_with_particulars_of_their_own_are_stories(tmp_path: Path) -> None:
    data, heads = print_texts(("本报记者　林小海", DAY), (DAY,), ("周小满",), (), contents=True)
    new_edition(tmp_path / "edition")
    (tmp_path / "issue.pdf").write_bytes(data)
    told = list(add(tmp_path / "edition", tmp_path / "issue.pdf"))
    record = (tmp_path / "edition/seeds/issue/source.yaml").read_text(encoding="utf-8")
    assert "reader: newspaper-page" in record
    assert record.count("# published of issue-") == 1 and "# author of issue-" in record  # of the second and of the third text
    assert [line for line in told if "layout.yaml:" in line] == [
        "look at seeds/issue/layout.yaml:15: doubtful-story: neither a day nor an author stands below it"
    ]
    report = Report()
    documents = look_at(tmp_path / "edition" / "seeds", "issue", report).documents
    assert [each.blocks[0].text.text for each in documents] == heads and not report.failed
    assert [sum(str(block.type) == "paragraph" for block in each.blocks) for each in documents] == [6, 6, 6, 6]
    facts = [(each.field("publisher"), each.facts.time, each.field("author")) for each in documents]
    assert facts[:3] == [("海湾晚报", "2024-06-01", "林小海"), ("海湾晚报", "2024-06-01", ""), ("", "", "周小满")]


@pytest.mark.parametrize(
    ("stated", "numbered"), [(((), (), ()), False), (((DAY,), (), ()), False), (((DAY,), (DAY,), (DAY,)), True)]
)
def test_chapters_of_one_text_are_none(stated: tuple[tuple[str, ...], ...], numbered: bool) -> None:
    data, _ = print_texts(*stated, numbered=numbered)
    assert propose_sequence(lay_lines(decode("raw.pdf", data, "", "raw.pdf"))) == ([], [])
