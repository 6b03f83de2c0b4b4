"""Sentences of the readout against its English, read by eye; and laws that any alignment keeps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import remembered
from build_scripts.edition.reading import read_witness
from build_scripts.links.parallel import alignment
from build_scripts.links.parallel.alignment import Sides, align_block, align_sentences
from build_scripts.links.parallel.lengths import Scale
from build_scripts.links.parallel.vocabulary import Likeness
from build_scripts.links.words.sentences import split_sentences
from build_scripts.model import Document
from build_scripts.seed.catalogue import read_source
from build_scripts.seed.translations import attach
from build_scripts.store import Store
from build_scripts.writers.data.links import texts_of, translated_texts_of
from tests.sources import READ, SEEDS

SHAPES = yaml.safe_load((Path(__file__).parent / "expected_shapes.yaml").read_text(encoding="utf-8"))
EXPECTED = yaml.safe_load((Path(__file__).parent / "expected_alignment.yaml").read_text(encoding="utf-8"))


def test_the_readout(documents: Sequence[Document]) -> None:
    (readout,) = [item for item in documents if item.id == "readout"]
    texts, translated = texts_of(documents), translated_texts_of(documents)
    found = [
        [
            [texts[span.document, span.block][span.start : span.end] for span in pair.source],
            [translated[span.document, span.block][span.start : span.end] for span in pair.target],
        ]
        for pair in align_sentences(readout)
    ]
    assert found == EXPECTED


def test_all_other_pairs_are_one_to_one() -> None:
    """All pairs of the nine documents were read; these are the ones that are not of one sentence each."""
    odd: dict[str, list[str]] = {}
    witnesses = [attach(read_witness(read_source(SEEDS / name)))[0] for name in READ]
    for document in (document for witness in witnesses for document in witness.documents):
        for pair in align_sentences(document):
            if (len(pair.source), len(pair.target)) != (1, 1):
                odd.setdefault(document.id, []).append(f"{pair.source[0].block} {len(pair.source)}:{len(pair.target)}")
    assert odd == SHAPES


CHINESE = "会议在北京举行。各地学校今年扩大招生。农民的收入明显增加。"
SCHOOLS, FARMERS = "Schools expanded enrollment across the country this year.", "The income of farmers increased markedly."
MEETING = "The meeting was held in Beijing."
ENGLISH = [MEETING, SCHOOLS, FARMERS]


def aligned(text: str, other: Sequence[str]) -> list[tuple[str, str]]:
    joined = " ".join(other)
    pairs: list[Sides] = align_block(text, joined, Scale(2.8, 20.0), Likeness.of(ENGLISH))
    return [("".join(text[a:b] for a, b in one), " ".join(joined[a:b] for a, b in two)) for one, two in pairs]


SENTENCES_OF = dict(zip(ENGLISH, ["会议在北京举行。", "各地学校今年扩大招生。", "农民的收入明显增加。"], strict=True))


def test_what_only_one_side_has_has_no_counterpart() -> None:
    added = "Photo shows volunteers planting trees."
    for at in range(4):
        other = [*ENGLISH[:at], added, *ENGLISH[at:]]
        assert aligned(CHINESE, other) == [(SENTENCES_OF.get(each, ""), each) for each in other]
        left = [each for number, each in enumerate(ENGLISH) if number != at]
        assert [pair for pair in aligned(CHINESE, left) if all(pair)] == [(SENTENCES_OF[each], each) for each in left]


def test_sentences_in_another_order_are_crossed() -> None:
    assert sorted(aligned(CHINESE, [MEETING, FARMERS, SCHOOLS])) == sorted((SENTENCES_OF[each], each) for each in ENGLISH)


NUMBERED = [
    (
        "第一章讲标准。第2节讲方法，并说明来源。",
        ["Chapter 1 is on standards.", "Section 2 is on methods and explains the sources."],
    ),
    ("全市有船12条。其中3条停在北岸。", ["The city has 12 boats.", "Of these, 3 lie at the north bank."]),
    ("2019年开工。2023年完工，共用4年。", ["Work began in 2019.", "It was finished in 2023 and took 4 years."]),
    ("第3号渡口于5月关闭。第4号渡口照常开放。", ["Ferry No. 3 closed in May.", "Ferry No. 4 stays open as usual."]),
]


@pytest.mark.parametrize(("text", "other"), NUMBERED)
def test_numbers_on_both_sides_do_not_pull_sentences_apart(text: str, other: list[str]) -> None:
    first, second = text.split("。")[:2]
    assert aligned(text, other) == [(f"{first}。", other[0]), (f"{second}。", other[1])]


def test_in_doubt_the_paragraph_is_one_pair() -> None:
    other = [MEETING, "Volunteers planted trees along the river.", FARMERS]
    assert aligned(CHINESE, other) == [(CHINESE, " ".join(other))]


def doubtful(middle: float) -> list[object]:
    """The sources and the number of the pairs of three sentences of which the middle ones are so much alike."""
    text, other = "智能甲。智能乙。智能丙。", "The first one. The second one. The third one."
    worth = {("甲", "first"): 0.9, ("乙", "second"): middle, ("丙", "third"): 0.9}

    def likely(here: Sequence[str], there: Sequence[str]) -> float:
        found = [value for (one, two), value in worth.items() if one in "".join(here) and two in " ".join(there)]
        return sum(found) / max(len(here), len(there))

    pairs = align_block(text, other, Scale(3.0, 5.0), likely)
    return ["‖".join("".join(text[a:b] for a, b in source) for source, _ in pairs), len(pairs)]


def test_one_pair_in_doubt_leaves_the_others_as_they_are() -> None:
    """Between sure pairs two sentences are left to each other; with less likeness they are part of a larger pair."""
    assert doubtful(0.22) == ["智能甲。‖智能乙。‖智能丙。", 3]
    assert doubtful(0.15) == ["智能甲。智能乙。‖智能丙。", 2]


def test_no_translation_no_pairs(documents: Sequence[Document]) -> None:
    assert all(align_sentences(item) == () for item in documents if not item.translation)


SENTENCES = st.lists(st.integers(min_value=1, max_value=60), min_size=0, max_size=8)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_in_one_pair_in_order(here: list[int], there: list[int]) -> None:
    """Whether or not they are alike: what says nothing leaves the paragraph one pair."""
    text, other = "".join("智" * size + "。" for size in here), " ".join("A" + "b" * size + "." for size in there)
    for likeness in (0.0, 1.0):
        pairs = align_block(text, other, Scale(1.0, 5.0), lambda _, __, sure=likeness: sure)
        assert tuple(span for source, _ in pairs for span in source) == split_sentences(text)
        assert tuple(span for _, target in pairs for span in target) == split_sentences(other)


def test_sentences_are_paired_again_only_where_a_text_or_its_translation_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "build", remembered.Build())
    paired: list[str] = []
    monkeypatch.setattr(alignment, "align_block", lambda text, *rest: paired.append(text) or align_block(text, *rest))
    text = "海风很大。船回港了。"
    for english, anew in (("The wind is strong.", 1), ("The wind is strong.", 0), ("Strong is the wind.", 1)):
        remembered.begin(Store(tmp_path))
        paired.clear()
        alignment._aligned("one", (("p1", text, f"{english} The boats are back."),))
        remembered.end()
        assert len(paired) == anew
