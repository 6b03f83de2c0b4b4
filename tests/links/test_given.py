"""What an editor says of speaker and occasion holds, also where a speech is in the first person and names neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.links import find_links
from build_scripts.links.model import LinkType
from build_scripts.model import Document, Inference
from build_scripts.passes.facts import settle_facts
from build_scripts.seed.inferences import words_of
from tests.kinds import SPEECH
from tests.links.making import document

WORDS = "海里的灯塔照着每一条归航的小船，人们才敢在夜里撒网，才敢把孩子留在岸上睡觉"
GIVEN = {"speaker": "何海", "occasion": "1923年12月26日在海州女子师范学校演讲"}


def talk() -> Document:
    """A talk in the first person, which names no speaker and no occasion; others are said to speak in it."""
    text = f"有人说，灯塔不过是一盏灯。我不这样看：{WORDS}。"
    return document("talk", text, kind=SPEECH, title="灯塔与归航", published="1924", given=GIVEN)


@pytest.mark.parametrize("year", ["1923", "1930"])
def test_an_occasion_in_parts_is_as_good_as_one_in_words(year: str) -> None:
    parts = {"date": "1923-12-26", "place": "海州女子师范学校", "event": "演讲"}
    spoken = talk()
    given = Inference(words_of(parts, "zh-Hans-CN"), {"en": "test"}, parts)
    source = replace(spoken.source, inferences=spoken.source.inferences | {"occasion": given})
    review = document("review", f"{year}年，何海在海州女子师范学校演讲时说：“{WORDS}。”", title="谈灯塔")
    (link,) = find_links([settle_facts(replace(spoken, source=source)), review])
    assert link.type == (LinkType.QUOTATION if year == "1923" else LinkType.SAME_WORDING)


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [
        ("何海说：", LinkType.QUOTATION),
        ("渔民老张说：", LinkType.SAME_WORDING),
        ("1923年，何海在海州女子师范学校演讲时说：", LinkType.QUOTATION),
        ("1930年，何海在海州女子师范学校演讲时说：", LinkType.SAME_WORDING),
    ],
)
def test_words_are_those_of_the_speaker_at_the_occasion_that_the_editor_gives(lead_in: str, expected: LinkType) -> None:
    review = document("review", f"{lead_in}“{WORDS}。”", title="谈灯塔")
    (link,) = find_links([talk(), review])
    assert (link.type, link.source.document) == (expected, "review")
