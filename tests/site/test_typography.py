"""The look of the PDFs, measured: distances of lines, what lines begin with, how far they are drawn apart, titles, order, paper."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby, pairwise

import pdfplumber
import pytest

from build_scripts.edition.edition import Edition
from build_scripts.model import BlockType
from build_scripts.pipeline import Project, read_edition
from build_scripts.text.characters import is_han
from build_scripts.views.running.whole_words import divide_words
from build_scripts.views.tree import Views
from build_scripts.writers.pdf.document import hold_dashes
from build_scripts.writers.pdf.edition import Job, pdf_jobs
from build_scripts.writers.pdf.typeset import set_pdf, suitable_fonts
from tests.glyphs import Glyph, Page, pages_of
from tests.sources import ROOT

NEVER_FIRST = frozenset("，。、；：？！”’」』）〉》】〕］｝…·％%—～,.;:?!)]}")
BODY = 10.5  # points, of Chinese by itself; 10 in two columns
PITCH = 18.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one size of type: its baseline from the top of the page, its left edge, its characters."""

    page: int
    bottom: float
    left: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def apart(self) -> float:
        """How far its Han characters are drawn apart, in ems: the middle one of the distances between neighbours."""
        pairs = [pair for pair in pairwise(self.glyphs) if all(is_han(glyph.text) for glyph in pair)]
        gaps = sorted(after.left - before.right for before, after in pairs)
        return gaps[len(gaps) // 2] / self.glyphs[0].size if len(gaps) > 4 else 0.0


@pytest.fixture(scope="module")
def jobs() -> dict[str, Job]:
    if not suitable_fonts():
        (pytest.fail if os.environ.get("DUIZHAO_REQUIRE_BROWSER") == "1" else pytest.skip)(
            "no font has the glyphs of all regions"
        )
    return {job.path.removeprefix("downloads/"): job for job in pdf_jobs(Views(edition()))}


@cache
def edition() -> Edition:
    return read_edition(Project(ROOT), lambda words: None)


def set_lines(data: dict[str, object], size: float, letter: bool = False) -> list[Line]:
    """The lines of one size of type in a PDF of this data, in the order of the pages; those of two columns apart."""
    fonts = suitable_fonts()
    assert fonts
    pdf, problems = set_pdf(data | {"families": fonts.families}, fonts, letter)
    assert not problems
    return [line for number, page in enumerate(pages_of(pdf)) for line in lines_on(page, number, size)]


def lines_on(page: Page, number: int, size: float) -> Iterator[Line]:
    glyphs = [each for each in page.glyphs if abs(each.size - size) < 0.01 and each.text.strip("\u2060") and not each.artifact]
    for baseline, row in groupby(sorted(glyphs, key=by_baseline), key=by_baseline):
        line: list[Glyph] = []
        for each in sorted(row, key=lambda glyph: glyph.left):
            if line and each.left - line[-1].right > 17 and not any(is_between(other, line[-1], each) for other in page.glyphs):
                yield Line(number, baseline, line[0].left, tuple(line))
                line = []
            line.append(each)
        if line:
            yield Line(number, baseline, line[0].left, tuple(line))


def by_baseline(glyph: Glyph) -> float:
    return round(glyph.baseline, 3)


def is_between(glyph: Glyph, left: Glyph, right: Glyph) -> bool:
    """Whether a character, such as a raised sign, stands between two of a line."""
    return left.right - 1 < glyph.left < right.left and abs(glyph.baseline - left.baseline) < 6


def test_lines_of_chinese_run_on_from_one_paragraph_to_the_next(jobs: dict[str, Job]) -> None:
    """The baselines of two paragraphs are as far from each other as those in them; no two lines come closer."""
    for name in ("wang-wenze", "cctv", "takungpao-key-points"):
        lines = set_lines(jobs[f"zh-Hans/{name}-source.pdf"].data(), BODY)
        gaps = [after.bottom - before.bottom for before, after in pairwise(lines) if after.page == before.page]
        assert len(lines) > 5 and min(gap for gap in gaps if gap > 1) >= PITCH - 0.1, name


def test_no_line_begins_with_what_may_not_begin_one(jobs: dict[str, Job]) -> None:
    """Marks that close, and the dash of a range, at every place of a line; and in the longest text, in two columns."""
    data = jobs["zh-Hans/cctv-source.pdf"].data()
    rows = data["documents"][0]["rows"]
    row = next(row for row in rows if row["type"] == "paragraph")
    texts = [f"{'字' * count}2021—2025年，5月8日～10日（上海—北京）——“从头”、再来。" for count in range(45)]
    runs = [[{"t": hold_dashes(text), "role": "", "to": None}] for text in texts]
    made = [row | {"block": "", "number": "", "sides": [row["sides"][0] | {"id": "", "runs": run, "cuts": []}]} for run in runs]
    data["documents"][0] |= {"rows": made, "notes": []}
    whole = set_lines(data, BODY)
    both = set_lines(jobs["zh-Hans/wang-wenze.pdf"].data(), 10)
    for line in [*whole, *both]:
        assert line.text[0] not in NEVER_FIRST or line.text.startswith("——"), line.text


def test_narrow_columns_are_not_drawn_apart(jobs: dict[str, Job]) -> None:
    worst = max(set_lines(jobs["zh-Hans/wang-wenze.pdf"].data(), 10), key=lambda line: line.apart)
    assert worst.apart <= 0.13, (worst.page + 1, worst.text)


def test_titles_and_headings_are_not_broken_inside_words(jobs: dict[str, Job]) -> None:
    shown = next(each for each in Views(edition()).tree("zh-Hans").documents if each.id == "wang-wenze")
    titles = [shown.title[0].text, *(row.sides[0].text for row in shown.rows if row.type is BlockType.HEADING)]
    for size in (26.6, 15.624, 11.76):  # the title, headings of both levels
        lines = [line.text for line in set_lines(jobs["zh-Hans/wang-wenze-source.pdf"].data(), size)]
        assert lines
        for title in titles:
            ends = {0}
            for word in divide_words(title):
                ends.add(max(ends) + len(word.replace(" ", "")))
            bare = title.replace(" ", "")
            for line in lines:
                at = bare.find(line)
                assert at < 0 or {at, at + len(line)} <= ends, (title, line)
        if size == 26.6:
            assert len(lines) == 2


def test_the_edition_says_what_it_is_and_runs_in_order(jobs: dict[str, Job]) -> None:
    """Title page, contents in the order of the pages, every term of the glossary."""
    tree = Views(edition()).tree("zh-Hans")
    fonts = suitable_fonts()
    assert fonts
    pdf, _ = set_pdf(jobs["zh-Hans/duizhao.pdf"].data() | {"families": fonts.families}, fonts)
    with pdfplumber.open(BytesIO(pdf)) as file:
        texts = [letters(page.extract_text()) for page in file.pages]
        numbers = [int(word) for word in file.pages[1].extract_text().split() if word.isdigit()]
    for words in (
        tree.say("site"),
        tree.say("tagline"),
        tree.say("what-this-is-text"),
        edition().version.name,
        "2025年4月27日",
    ):
        assert letters(words) in texts[0]
    assert len(numbers) == len(tree.documents) + 3 and numbers == sorted(numbers)
    assert all(letters(each.short) in texts[1] for each in tree.documents)
    for document, number in zip(tree.documents, numbers, strict=False):
        assert letters(document.name)[:12] in texts[number - 1]
    glossary = "".join(texts[numbers[-3] - 1 : numbers[-2] - 1])
    assert all(letters(term.forms["zh-Hans"])[:6] in glossary for term in tree.terms)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_letter_is_made_once_for_each_text_of_the_trees_that_ask_for_it(jobs: dict[str, Job]) -> None:
    tree = Views(edition()).tree("en")
    wanted = {f"en/{name}-letter.pdf" for name in (edition().settings.file, *(each.id for each in tree.documents))}
    assert {path for path, job in jobs.items() if job.letter} == wanted
    fonts = suitable_fonts()
    assert fonts
    for letter, size in ((False, (595, 842)), (True, (612, 792))):
        pdf, _ = set_pdf(jobs["en/cctv-letter.pdf"].data() | {"families": fonts.families}, fonts, letter)
        with pdfplumber.open(BytesIO(pdf)) as file:
            assert {(round(page.width), round(page.height)) for page in file.pages} == {size}


def test_lines_of_a_title_share_its_words(jobs: dict[str, Job]) -> None:
    for name in ("zh-Hans/wang-wenze-source", "zh-Hant/takungpao-readout", "en/wang-wenze"):
        lines = [line.glyphs[-1].right - line.left for line in set_lines(jobs[f"{name}.pdf"].data(), 26.6)]
        assert len(lines) > 1 and min(lines) > 0.6 * max(lines), name


def test_a_title_stands_once_in_a_note_of_two_languages(jobs: dict[str, Job]) -> None:
    notes = jobs["zh-Hans/wang-wenze.pdf"].data()["documents"][0]["notes"]
    assert len(notes) > 50
    for note in notes:
        assert not any("[《" in side["text"] for side in note["sides"]), note["number"]
    alone = jobs["en/wang-wenze-translation.pdf"].data()["documents"][0]["notes"]
    assert sum("[《" in side["text"] for note in alone for side in note["sides"]) > 40


def test_a_form_of_a_term_is_on_one_line(jobs: dict[str, Job]) -> None:
    whole = {line.text for line in set_lines(jobs["zh-Hans/duizhao.pdf"].data(), 10)}
    forms = [form for term in Views(edition()).tree("zh-Hans").terms for form in term.forms.values()]
    assert all(any(form.replace(" ", "") in line for line in whole) for form in forms)


def test_no_page_holds_a_colophon_alone(jobs: dict[str, Job]) -> None:
    """The last page of a text has more than its foot and the sentence on rights."""
    fonts = suitable_fonts()
    assert fonts
    for name in ("zh-Hans/takungpao-ren-zhongping.pdf", "zh-Hant/takungpao-readout.pdf", "en/takungpao-ren-zhongping.pdf"):
        pdf, _ = set_pdf(jobs[name].data() | {"families": fonts.families}, fonts)
        with pdfplumber.open(BytesIO(pdf)) as file:
            assert len(file.pages[-1].extract_text()) > 500, name
            assert edition().version.name in file.pages[-1].extract_text()
