"""The breaking of rows into pages (`print/flow.typ`), on texts made for it: long rows, long notes, many notes of one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.pipeline import Project, read_edition
from build_scripts.views.document import View
from build_scripts.views.tree import Views
from build_scripts.writers.pdf.edition import pdf_jobs
from build_scripts.writers.pdf.typeset import set_pdf, suitable_fonts
from tests.glyphs import pages_of
from tests.site.pdf_reading import read
from tests.site.printed_texts import every, missing
from tests.site.test_build import write_source
from tests.site.test_pdf import check_notes, columns, wanted

SENTENCE = "海港的灯每天都要有人去点，点灯的人先看风，再看潮，最后才看自己的钟{}。"
NOTE = "某甲：《论灯塔》，某某出版社2020年版，第{}页，又见同书附录所收各年的记录。"
# Paragraphs, sentences of each, sentences from one call to the next, and how often a note says what it says.
SHAPES = {
    "long paragraphs, short notes": (3, 30, 6, 1),
    "short paragraphs, long notes": (12, 3, 3, 9),
    "a note in each sentence": (4, 12, 1, 1),
    "paragraphs over pages": (2, 70, 30, 4),
}


def capture(paragraphs: int, sentences: int, every_so_many: int, length: int) -> str:
    body, notes = [], []
    for _ in range(paragraphs):
        said = []
        for number in range(1, sentences + 1):
            called = number % every_so_many == 0
            if called:
                notes.append(f"［{len(notes) + 1}］" + NOTE.format(len(notes) + 1) * length)
            said.append(SENTENCE.format(f"［{len(notes)}］" if called else ""))
        body.append("".join(said))
    return "\n".join(["灯塔的夜晚", "■ 王小明", *body, "注释：", *notes]) + "\n"


@pytest.mark.parametrize("shape", SHAPES)
def test_text_and_notes_are_whole_and_notes_stand_where_they_are_called(shape: str, tmp_path: Path) -> None:
    fonts = suitable_fonts()
    if not fonts:
        pytest.skip("no font has the glyphs of all regions, which the tests of the PDFs require")
    write_source(tmp_path, "one", capture(*SHAPES[shape]), "title: {en: One}\n")
    source = tmp_path / "seeds/one/source.yaml"
    source.write_text(source.read_text(encoding="utf-8").replace("web-page", "journal-article"), encoding="utf-8")
    edition = read_edition(Project(tmp_path), lambda words: None)
    (shown,) = every(edition, "zh-Hans", View.SOURCE)
    assert shown.notes
    job = next(job for job in pdf_jobs(Views(edition)) if job.path.endswith("zh-Hans/one.pdf"))
    pdf, problems = set_pdf({**job.data(), "families": fonts.families}, fonts)
    (tmp_path / "one.pdf").write_bytes(pdf)
    found = read(tmp_path / "one.pdf")
    assert not problems and not missing(wanted(shown)[0], columns(found, shown)[0])
    check_notes(found, shown)
    pages = pages_of(tmp_path / "one.pdf")
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert max(glyph.bottom for glyph in page.glyphs) <= page.height - 20, f"page {number} runs over its foot"
