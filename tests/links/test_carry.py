"""Where linked words stand in a translation: as narrowly as pairs and marks say, and never beyond their sentences."""

from __future__ import annotations

from build_scripts.links.model import Span
from build_scripts.links.parallel.alignment import Pair
from build_scripts.links.parallel.carry import Facing, carry
from build_scripts.links.words.sentences import split_sentences

TEXT = "他说：“甲乙丙丁。”会议要求“戊己”和“庚辛”。散会。"
ENGLISH = "He said: “Ant, Bee, Cow and Dog.” The meeting called for “Eel” and “Fox.” It closed."


def span(words: str, text: str = TEXT) -> Span:
    return Span("a", "p1", text.index(words), text.index(words) + len(words))


def pairs(text: str = TEXT, other: str = ENGLISH) -> list[Pair]:
    sides = zip(split_sentences(text), split_sentences(other), strict=True)
    return [Pair("a", (Span("a", "p1", *one),), (Span("a", "p1", *two),)) for one, two in sides]


def carried(*words: str, official: tuple[tuple[int, int], ...] = ()) -> list[list[str]]:
    spans = [span(each) for each in words]
    places = carry(spans, pairs(), Facing(TEXT, ENGLISH, official))
    return [[ENGLISH[start:end] for start, end in places[each]] for each in spans]


def test_a_quotation_is_what_stands_between_the_marks_that_answer() -> None:
    assert carried("甲乙丙丁", "庚辛") == [["Ant, Bee, Cow and Dog."], ["Fox."]]


def test_words_without_marks_are_their_sentence() -> None:
    assert carried("会议要求", "散会") == [["The meeting called for “Eel” and “Fox.”"], ["It closed."]]


def test_official_words_are_the_link_where_there_are_as_many() -> None:
    place = (ENGLISH.index("Bee"), ENGLISH.index(" and Dog"))
    assert carried("甲乙丙丁", official=(place,)) == [["Bee, Cow"]]
    assert carried("甲乙", "丙丁", official=(place,)) == [["Ant, Bee, Cow and Dog."], ["Ant, Bee, Cow and Dog."]]


def test_words_of_several_sentences_are_one_place() -> None:
    assert carried(TEXT[TEXT.index("会议") :]) == [["The meeting called for “Eel” and “Fox.” It closed."]]


def test_a_sentence_without_a_counterpart_has_no_place() -> None:
    words = span("散会")
    alone = [*pairs()[:2], Pair("a", pairs()[2].source, ())]
    assert carry([words], alone, Facing(TEXT, ENGLISH)) == {words: ()}
