"""The particulars of a document: a day in the words of the tree, beside what the capture prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.model import Field
from build_scripts.passes.facts import settle_facts
from build_scripts.traced import capture
from build_scripts.views.particulars import Particular, particulars
from tests.links.making import document


def published(printed: str, tree: str) -> Particular:
    """The particular of a text whose capture prints this day."""
    made = document("made", "一段。", title="谈海")
    facts = settle_facts(replace(made, fields=(*made.fields, Field("published", capture(printed)))))
    return next(each for each in particulars(facts, tree) if each.name == "published")


@pytest.mark.parametrize(
    ("printed", "tree", "words"),
    [
        ("2031-05-13 09:19:34", "en", "May 13, 2031 (2031-05-13 09:19:34)"),
        ("2031-05-13 09:19:34", "zh-Hans", "2031年5月13日 (2031-05-13 09:19:34)"),
        ("2031年5月13日", "en", "May 13, 2031 (2031年5月13日)"),
        ("2031年5月13日 09:19", "zh-Hans", "2031年5月13日 09:19"),
    ],
)
def test_a_printed_day_is_said_in_the_words_of_the_tree(printed: str, tree: str, words: str) -> None:
    particular = published(printed, tree)
    assert particular.words == (words,) and particular.values == (printed,)


def test_a_stamp_of_figures_has_no_language_but_the_trees() -> None:
    assert published("2031-05-13 09:19:34", "en").language == "en"
    assert published("2031年5月13日", "en").language == "zh-Hans-CN"
