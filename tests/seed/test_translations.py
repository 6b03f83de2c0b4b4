"""Translations as an input: read, held against their text, shown; and the checks in both directions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from build_scripts.checks.names import compare_names
from build_scripts.checks.official import share_in
from build_scripts.checks.terms import check_terms
from build_scripts.checks.translation import check_texts
from build_scripts.diagnostics import BadInput, Diagnostic
from build_scripts.edition.glossary import Term, read_terms
from build_scripts.edition.names import read_names
from build_scripts.edition.reading import read_witness
from build_scripts.model import Document, Place
from build_scripts.pipeline import Project, build, read_edition
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.history.anchors import digest
from build_scripts.seed.translations import attach, parse, read_markup
from build_scripts.standing import Status

ROOT = Path(__file__).parents[2]
TRANSLATED = ("wang-wenze", "ndrc", "cctv", "takungpao")
HEAD = "---\nlanguage: en\nstatus: draft\nby: somebody\n---\n\n"


def quiet(words: str) -> None:
    """A step that nobody watches."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The readout and the op-ed, whose translation a test may change."""
    for seed in ("readout", "ndrc"):
        shutil.copytree(ROOT / "seeds" / seed, tmp_path / "seeds" / seed)
    return Project(tmp_path)


def change(project: Project, old: str, new: str, count: int = 1) -> None:
    path = project.seeds / "ndrc/translation.en.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def rules(project: Project) -> list[str]:
    """The rules that reading the edition reports, warnings and errors."""
    try:
        return [each.rule for each in read_edition(project, quiet).warnings]
    except BadInput as problem:
        return [each.rule for each in problem.diagnostics]


@pytest.mark.parametrize("seed", TRANSLATED)
def test_every_block_and_note_is_translated_and_nothing_is_stale(seed: str) -> None:
    witness, said = attach(read_witness(read_source(ROOT / "seeds" / seed)))
    assert said == []
    for document in witness.documents:
        translation = document.translation
        assert translation and translation.standing.status is Status.MACHINE and translation.by
        assert [block.id for block in translation.blocks] == [block.id for block in document.blocks]
        assert [note.number for note in translation.notes] == [note.number for note in document.notes]
        assert not translation.stale and not translation.missing


def test_the_captured_translation_is_kept_and_official() -> None:
    witness, said = attach(read_witness(read_source(ROOT / "seeds/readout")))
    translation = witness.documents[0].translation
    assert said == [] and translation and translation.captured and translation.is_official


def test_the_edition_as_it_stands_says_nothing(project: Project) -> None:
    assert rules(project) == []


def test_a_text_that_changed_makes_its_translation_stale_and_the_page_says_so(project: Project) -> None:
    head = re.search(r"## p2 ([0-9a-f]{16})", (project.seeds / "ndrc/translation.en.md").read_text(encoding="utf-8"))
    change(project, head[1], "0123456789abcdef")
    edition = read_edition(project, quiet)
    assert [(each.rule, each.severity) for each in edition.warnings] == [("stale-translation", "warning")]
    build(project, quiet, pages_only=True)
    page = (project.site / "en/commentary/ndrc/index.html").read_text(encoding="utf-8")
    assert page.count('class="dz-stale"') == 1


def test_half_a_translation_still_builds_and_says_so(project: Project) -> None:
    path = project.seeds / "ndrc/translation.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("## p4 ")], encoding="utf-8")
    build(project, quiet, pages_only=True)
    assert rules(project) == ["incomplete-translation"]
    page = (project.site / "zh-Hans/commentary/ndrc/index.html").read_text(encoding="utf-8")
    assert page.count('class="dz-missing"') == 21 - 4
    assert "尚未翻译" in page


def test_a_document_without_a_translation_still_builds(project: Project) -> None:
    (project.seeds / "ndrc/translation.en.md").unlink()
    build(project, quiet, pages_only=True)
    assert rules(project) == []
    assert "dz-parallel" not in (project.site / "en/commentary/ndrc/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("status: machine", "status: nice", "bad-translation"),
        ("by: ", "translator: ", "unknown-key"),
        ("---\nlanguage", "language", "bad-translation"),
        ("## p2 aedffb93a9d98160", "## p99 aedffb93a9d98161", "unknown-id"),
        ("## p2 aedffb93a9d98160", "## p99 aedffb93a9d98160", "translation-moved"),
        ("## p3 ", "## p2 ", "duplicate-id"),
        ("26.67", "26.76", "translation-numbers"),
        ("1.4 billion", "14 billion", "translation-numbers"),
        ("26.67%", "26.67% and 31%", "translation-numbers"),
        ("Xi Jinping", "Xi Jinpin", "translation-names"),
        ("“from 0 to 1”", "“from 0 to 1", "translation-quotes"),
        ("“from 0 to 1”", "“从 from 0 to 1”", "translation-leftover"),
        ("“from 0 to 1”", "“from 0 to 1”[^1]", "translation-notes"),
        (
            "{a global public good}",
            "{one more thing that everybody in the world may like}",
            "official-words",
        ),
    ],
)
def test_each_check_runs_in_the_build(project: Project, old: str, new: str, rule: str) -> None:
    change(project, old, new)
    assert rule in rules(project)


def test_a_quotation_of_the_speech_without_official_words_is_reported(project: Project) -> None:
    path = project.seeds / "ndrc/translation.en.md"
    path.write_text(path.read_text(encoding="utf-8").replace("{", "").replace("}", ""), encoding="utf-8")
    assert rules(project) == ["official-words", "official-words"]


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("拥有14亿多人口、约2亿经营主体", "more than 1.4 billion people and some 200 million business entities"),
        ("2025年4月25日", "April 25, 2025"),
        ("41个大类、207个中类", "41 large categories and 207 medium ones"),
        ("毫秒10", "ten milliseconds"),
        ("4500家", "4,500 companies"),
        ("第七，着力", "Seventh, efforts"),
    ],
)
def test_numbers_that_agree(text: str, translated: str) -> None:
    assert list(check_texts("x", text, translated, Place("x"))) == []


@pytest.mark.parametrize(
    ("text", "translated"), [("2亿", "2 million"), ("4月", "May"), ("43%", "34 percent"), ("6000亿元", "6,000 yuan")]
)
def test_numbers_that_do_not(text: str, translated: str) -> None:
    assert {each.rule for each in check_texts("x", text, translated, Place("x"))} == {"translation-numbers"}


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("在深圳使用DeepSeek", "using DeepSeek in Shenzhen"),
        ("昇騰超節點", "the Ascend SuperNode"),
        ("總書記強調", "Xi Jinping stressed"),
        ("西安的某大學", "a university in Xi’an"),
        ("南昌的会议", "the meeting in Nanchang"),
        ("重庆大学", "Chongqing University"),
        ("单老师", "the teacher, surnamed Shan, of the women in China"),
    ],
)
def test_names_that_agree(text: str, translated: str) -> None:
    assert list(compare_names(text, translated, read_names(ROOT / "seeds"), {"women", "university"})) == []


@pytest.mark.parametrize(
    ("text", "translated", "said"),
    [
        ("在深圳", "in Shenzen", "does not name 深圳"),
        ("在北京", "in Beijing and Shanghai", "does not name Shanghai"),
        ("使用DeepSeek", "using DeepSeak", "“DeepSeek”"),
        ("南昌的会议", "the meeting in Nanchong", "“Nanchong”"),
        ("李静雯说", "Li Jingwan said", "“Jingwan”"),
    ],
)
def test_names_that_do_not(text: str, translated: str, said: str) -> None:
    assert said in "; ".join(compare_names(text, translated, read_names(ROOT / "seeds")))


def test_markup_of_a_translation() -> None:
    text, calls, marks = read_markup("“{Said} so.”[^1] And {more}.[^2][^3]")
    assert text == "“Said so.” And more."
    assert calls == ((10, "1"), (20, "2"), (20, "3"))
    assert [text[mark.start : mark.end] for mark in marks] == ["Said", "more"]


def test_a_story_of_a_newspaper_page_is_named_before_its_block() -> None:
    source = read_source(ROOT / "seeds/takungpao")
    _, sections = parse(
        f"{HEAD}## takungpao-ascend#p1 {digest('x')}\nOne\nline.\n", "seeds/takungpao/translation.en.md", source
    )
    assert [(each.document, each.id, each.text) for each in sections] == [("takungpao-ascend", "p1", "One line.")]


def test_official_words_may_be_shortened_but_not_replaced() -> None:
    official = "to comprehensively advance technological innovation, industrial development, and application empowerment in AI"
    assert share_in("advance technological innovation and application empowerment in AI", official) > 0.8
    assert share_in("push ahead with new technology and industry", official) < 0.5


RIGHT = (
    ("铺设1500千米光缆，输送3千瓦", "laid 1,500 kilometers of cable, carrying three kilowatts"),
    ("70多年来", "for over seven decades"),
    ("20世纪90年代，18世纪", "in the 1990s; the eighteenth century"),
    ("第3次、第21届", "the third time, the twenty-first session"),
    ("1次、2次", "once, twice"),
    ("占50%，又占25%", "half of it, and a quarter"),
    ("12个", "a dozen"),
    ("250000人，1,500家", "two hundred and fifty thousand people and 1,500 firms"),
    ("用GPU训练", "trained on GPUs"),
)


@pytest.mark.parametrize(("text", "translated"), RIGHT)
def test_a_right_translation_is_not_refused(text: str, translated: str) -> None:
    assert list(check_texts("p1", text, translated, Place("x"))) == []
    assert list(compare_names(text, translated, [])) == []


def test_a_term_in_the_second_of_its_two_forms_is_found() -> None:
    terms = [term for term in read_terms(ROOT / "seeds") if term.forms["zh-Hans"] in {"重要论述", "互联网", "社保", "制高点"}]
    wrong = ("important expositions", "the internet", "social insurance", "commanding heights")
    assert len(terms) == len(wrong)
    assert not any(term.rendered_in(text) for term in terms for text in wrong)


def test_a_term_translated_in_two_ways_is_found() -> None:
    documents = attach(read_witness(read_source(ROOT / "seeds/ndrc")))[0].documents
    good = Term({"zh-Hans": "数据资源", "zh-Hant": "數據資源"}, "data resources")
    other = Term(good.forms, "information assets")
    excused = Term(good.forms, "information assets", {"data resources": {"en": "as the official translation has it"}})
    assert list(check_terms(documents, [good])) == list(check_terms(documents, [excused])) == []
    assert {each.rule for each in check_terms(documents, [other])} == {"term-rendering"}


def test_every_term_has_both_scripts_english_and_reasons() -> None:
    terms = read_terms(ROOT / "seeds")
    assert len(terms) == len(yaml.safe_load((ROOT / "seeds/glossary.yaml").read_text(encoding="utf-8"))) > 40
    assert all(reason for term in terms for reason in term.also.values())


@pytest.mark.parametrize("tree", ["zh-Hans", "zh-Hant", "en"])
def test_pages_carry_both_languages_and_say_which_is_unofficial(tree: str) -> None:
    page = (ROOT / f"docs/{tree}/commentary/wang-wenze.md").read_text(encoding="utf-8")
    said = {
        "zh-Hans": "机器翻译，未经审校，非官方译文",
        "zh-Hant": "機器翻譯，未經審校，非官方譯文",
        "en": "Machine translation made for this edition; not official, not reviewed",
    }
    assert said[tree] in page
    headings = re.findall(r"^#{2,3} (.*?) \{:", page, re.MULTILINE)
    assert len(headings) == 13  # twelve of the article, in the language of the tree only, and that of the notes
    assert all(bool(re.search("[\u4e00-\u9fff]", heading)) == (tree != "en") for heading in headings)
    for name in ("p1", "p34", "n1", "n52"):
        assert f"{name}-en" in page


def test_of_several_translations_the_official_one_is_first_and_the_others_stand_beside_it(project: Project) -> None:
    plain = project.seeds / "ndrc/translation.en.md"
    text = plain.read_text(encoding="utf-8")
    (plain.parent / "translation.en.2.md").write_text(text.replace("by: Machine", "by: Another machine", 1), encoding="utf-8")
    (document,), told = _attached(plain.parent)
    assert [each.by.split()[0] for each in document.translations] == ["Machine", "Another"] and told == []
    official = text.replace("status: machine", "status: official", 1)
    (plain.parent / "translation.en.official.md").write_text(official, encoding="utf-8")
    (document,), told = _attached(plain.parent)
    assert [each.name for each in document.translations] == ["official", "", "2"] and told == []
    assert document.translation and document.translation.is_official


def _attached(folder: Path) -> tuple[tuple[Document, ...], list[Diagnostic]]:
    witness, told = attach(read_witness(read_source(folder)))
    return witness.documents, told
