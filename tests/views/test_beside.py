"""Where the words of links stand in both texts, as data for the window that shows them beside each other."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.edition.edition import connect, make_edition
from build_scripts.model import Block, BlockType, Document, Translation, Witness
from build_scripts.standing import Standing, Status
from build_scripts.traced import capture
from build_scripts.views.tree import Tree
from build_scripts.writers.beside.places import places_of
from tests.kinds import SPEECH as BASE
from tests.links.making import document

SAID = "海洋是高质量发展的战略要地，蕴藏着人类可持续发展的宝贵财富。"
TAKEN = "海洋是高质量发展的重要战略要地，蕴藏着人类可持续发展的财富。"
ENGLISH = "The sea is strategic for sound growth and holds precious riches for sustainable growth."
WORKING = "The sea is important and strategic for sound growth and holds riches for sustainable growth."


def translated(made: Document, text: str) -> Document:
    block = Block(BlockType.PARAGRAPH, capture(text), id="p1")
    return replace(made, translation=Translation("en", capture("Sea"), (block,), False, Standing(Status.DRAFT)))


def tree() -> Tree:
    base = document("speech", SAID, kind=BASE)
    review = document("review", f"某某指出：“{TAKEN}”", published="2031-06")
    made = [translated(base, ENGLISH), translated(review, f"So-and-so said: “{WORKING}”")]
    return Tree(connect(make_edition([Witness(each.source, "", (each,)) for each in made])), "en")


def read(side: dict, which: int, texts: dict[str, str]) -> dict[str, list[str]]:
    return {name: [texts[name][start:end] for start, end in places[which]] for name, places in side["texts"].items()}


def test_both_sides_say_where_the_words_stand_and_what_the_other_does_not_have() -> None:
    shown = tree()
    for name in ("speech", "review"):
        data = places_of(shown, shown.document(name))
        ((of_base, of_review),) = (sides for links in data["sentences"].values() for sides in links.values())
        base = {"p1": SAID, "p1-en": ENGLISH}
        review = {"p1": f"某某指出：“{TAKEN}”", "p1-en": f"So-and-so said: “{WORKING}”"}
        assert (of_base["document"], of_review["document"]) == ("speech", "review")
        assert read(of_base, 1, base) == {"p1": ["宝贵"], "p1-en": ["precious"]}
        assert read(of_review, 1, review) == {"p1": ["重要"], "p1-en": ["important and"]}
        assert read(of_review, 0, review)["p1-en"] == [WORKING]
        assert data["labels"]["title"] == "Side by side"


def test_what_has_no_translation_has_its_own_text_alone() -> None:
    made = [document("speech", SAID, kind=BASE), document("review", f"某某指出：“{TAKEN}”", published="2031-06")]
    shown = Tree(connect(make_edition([Witness(each.source, "", (each,)) for each in made])), "zh-Hant")
    (sides,) = (sides for links in places_of(shown, shown.document("review"))["sentences"].values() for sides in links.values())
    assert [list(side["texts"]) for side in sides] == [["p1"], ["p1"]]
