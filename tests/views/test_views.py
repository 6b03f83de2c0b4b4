"""The views: what a tree shows of a document, and that it is derived once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.edition import edition as editions
from build_scripts.edition.edition import Edition, connect, make_edition
from build_scripts.model import Block, BlockType, Document, Note, Translation, Witness
from build_scripts.standing import Standing, Status
from build_scripts.traced import capture
from build_scripts.views import tree as trees
from build_scripts.views.document import ShownDocument, State, View
from build_scripts.views.running.inlines import NoteCall, Words
from build_scripts.views.tree import Tree, Views
from tests.kinds import NEWS
from tests.links.making import SPEECH, document, speech

QUOTED = "某某指出：“海洋是高质量发展的战略要地，蕴藏着人类可持续发展的宝贵财富。”这句话说得好。[1]"
NOTES = ("《海洋报》2031年5月13日。", "See The Sea, p. 3.")


def review() -> Document:
    """A review with a working translation: p1 translated, p2 stale, p3 missing; its second note is in English already."""
    made = document("review", QUOTED, "其二。[2]", "其三。", title="谈海", published="2031-06", notes=NOTES)
    blocks = [
        Block(BlockType.PARAGRAPH, capture(text), id=name) for name, text in (("p1", "It said so."), ("p2", "The second."))
    ]
    notes = (Note(1, capture("Sea News, 13 May 2031.")), Note(2, capture(NOTES[1])))
    translation = Translation(
        "en",
        capture("On the Sea"),
        tuple(blocks),
        False,
        Standing(Status.DRAFT),
        notes=notes,
        stale=frozenset({"p2"}),
        missing=("p3",),
    )
    return replace(made, translation=translation)


@pytest.fixture(scope="module")
def edition() -> Edition:
    documents = (speech(), review(), document("notice", "通知。", kind=NEWS, language="zh-Hant-TW"))
    return connect(make_edition([Witness(each.source, "", (each,)) for each in documents]))


def texts(shown: ShownDocument) -> list[list[str]]:
    return [[side.text for side in row.sides] for row in shown.rows]


def test_the_language_of_the_tree_stands_first(edition: Edition) -> None:
    chinese, english = (Tree(edition, code).document("review") for code in ("zh-Hans", "en"))
    assert texts(chinese)[0] == texts(english)[0][::-1] == [QUOTED.replace("[1]", ""), "It said so."]
    assert [side.id for side in english.rows[0].sides] == ["p1-en", "p1"]
    assert [side.text for side in english.title] == ["On the Sea", "谈海"]
    assert (chinese.name, english.name) == ("谈海", "On the Sea")


def test_what_is_stale_or_missing_is_said_unless_the_translation_is_not_shown(edition: Edition) -> None:
    shown = Tree(edition, "en").document("review")
    assert [row.state for row in shown.rows] == [State.FINE, State.STALE, State.MISSING]
    assert shown.remark_on(shown.rows[2]) == "Not translated yet."
    assert [row.state for row in shown.in_view(View.SOURCE).rows] == [State.FINE] * 3


def test_a_view_shows_its_sides_and_keeps_what_has_none_but_a_remark(edition: Edition) -> None:
    shown = Tree(edition, "zh-Hant").document("review")
    assert texts(shown.in_view(View.TRANSLATION)) == [["It said so."], ["The second."], []]
    assert [len(sides) for sides in texts(shown.in_view(View.SOURCE))] == [1, 1, 1]
    assert shown.in_view(shown.view) == shown


def test_a_note_that_is_the_same_in_both_languages_stands_once(edition: Edition) -> None:
    notes = Tree(edition, "zh-Hans").document("review").notes
    assert [len(note.sides) for note in notes] == [2, 1]
    assert [note.sides[0].language for note in notes] == ["zh-Hans-CN", "en"]
    translated = Tree(edition, "zh-Hans").document("review").in_view(View.TRANSLATION).notes
    assert [[side.id for side in note.sides] for note in translated] == [["n1-en"], ["n2-en"]]


def test_text_is_in_the_script_of_the_tree_and_says_so(edition: Edition) -> None:
    hant, english = (Tree(edition, code).document("speech") for code in ("zh-Hant", "en"))
    assert (hant.rows[0].sides[0].language, hant.converted) == ("zh-Hant", True)
    assert "經濟" in hant.rows[0].sides[0].text
    assert (english.rows[0].sides[0].text, english.converted) == (SPEECH[0], False)


def test_a_quotation_refers_to_siglum_and_paragraph_on_paper_and_to_the_link_on_the_page(edition: Edition) -> None:
    shown = Tree(edition, "en").document("review")
    inlines = shown.rows[0].sides[1].inlines
    (quoted,) = [each for each in inlines if isinstance(each, Words) and each.to]
    assert quoted.to
    (named,) = edition.numbering.leaving["review", "p1"]
    assert (quoted.to.place, quoted.to.url, quoted.to.from_speech) == ("A ¶2", f"speech/speech/#{named.name}", True)
    assert [each.note for each in inlines if isinstance(each, NoteCall)] == [1]
    assert shown.references == {"speech"}
    assert [each.siglum for each in Tree(edition, "en").key(shown.references)] == ["A"]


def test_nothing_is_without_a_name(edition: Edition) -> None:
    for tree in Views(edition).trees:
        shown = tree.document("notice")
        assert (shown.name, shown.supplied) == ("notice", True)
        assert [side.text for side in shown.title] == ["notice"]


def test_everything_is_derived_once(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for module, name in ((trees, "show_document"), (trees, "collated_sentences"), (trees, "works_list"), (editions, "collate")):
        derive = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, derive=derive, name=name: calls.append(name) or derive(*given))
    views = Views(edition)
    for _ in range(3):
        for tree in views.trees:
            assert (tree.documents, tree.works, tree.collation, tree.document("review")) is not None
    assert sorted(set(calls)) == ["collated_sentences", "show_document", "works_list"]
    assert (calls.count("show_document"), calls.count("collated_sentences"), calls.count("works_list")) == (9, 3, 3)


def test_marks_and_sentences_are_derived_for_the_text_that_is_asked_for(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("regional_marks", "sentences_by_place"):
        function = getattr(trees, name)
        monkeypatch.setattr(trees, name, lambda text, *more, of=function: asked.append(text.id) or of(text, *more))
    tree = Tree(edition, "zh-Hant")
    for _ in range(2):
        assert [each.id for each in tree.sentences("review", "p1")] and tree.regional_marks("review", "p9") == ()
    assert asked == ["review", "review"]
