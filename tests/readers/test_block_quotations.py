"""What a print sets in below its text is a quotation, where its lines show it; else it is told."""

from __future__ import annotations

import pytest

from tests.readers.test_print_sides import SET, TEXT, blocks, read

PAGE = "#set page(width: 400pt, height: 560pt, margin: 50pt)\n" + SET + "#text(17pt)[灯火不灭]\n\n"
QUOTED = "灯是人点的，海是天开的，人点的要有人守，天开的没有人守得住，守的人换了一个又一个，灯还是那一盏，海还是那一片，没有一个人问过。"
SHORT = "守灯的人换了一个又一个，灯还是那一盏，海还是那一片，谁也没有问过为什么。"
ABOVE, BELOW = (TEXT * 2 + "\n\n") * 3, "\n\n" + TEXT * 2 + "\n\n" + TEXT


def set_in(sides: str, size: float, words: str = QUOTED) -> str:
    return f"#pad({sides})[#set text({size}pt)\n#set par(first-line-indent: 0pt)\n{words}]"


@pytest.mark.parametrize(("sides", "size"), [("x: 2em", 9), ("left: 2em", 9), ("x: 2em, y: 1em", 10)])
def test_what_is_set_in_below_text_is_a_quotation(sides: str, size: float) -> None:
    witness, document = read(PAGE + ABOVE + set_in(sides, size) + BELOW)
    assert [text for kind, text in blocks(document) if kind == "quotation"] == [QUOTED]
    assert [text for kind, text in blocks(document) if kind == "paragraph"] == [TEXT * 2] * 4 + [TEXT]
    assert not any("set in and read" in doubt.sentence for doubt in witness.doubts)
    assert "quotation" in {str(each.role) for each in witness.readings}


@pytest.mark.parametrize(("sides", "size"), [("x: 3em", 10), ("x: 4em", 10), ("x: 4em", 9), ("x: 6em", 9)])
@pytest.mark.parametrize("words", [QUOTED, SHORT])
def test_a_column_that_stands_in_deep_from_both_sides_is_no_heading(sides: str, size: float, words: str) -> None:
    _, document = read(PAGE + ABOVE + set_in(sides, size, words) + BELOW)
    assert [pair for pair in blocks(document) if pair[0] != "paragraph"] == [("quotation", words)]


@pytest.mark.parametrize("size", [9, 10])
def test_a_quotation_that_a_page_cuts_stays_whole(size: float) -> None:
    page = PAGE.replace("height: 560pt", "height: 300pt")
    _, document = read(f"{page}{TEXT * 2}\n\n{TEXT * 6}\n\n{set_in('x: 3em', size, QUOTED * 2)}{BELOW}")
    assert [pair for pair in blocks(document) if pair[0] != "paragraph"] == [("quotation", QUOTED * 2)]


@pytest.mark.parametrize(("sides", "size"), [("x: 3em", 10), ("x: 2em", 9)])
def test_a_quotation_of_one_line_is_known_where_it_is_announced_and_else_told(sides: str, size: float) -> None:
    line = "灯还是那一盏灯，海还是那一片海。"
    _, document = read(f"{PAGE}{ABOVE}守灯的老人在灯塔下面对来的人说：\n\n{set_in(sides, size, line)}{BELOW}")
    assert [pair for pair in blocks(document) if pair[0] != "paragraph"] == [("quotation", line)]
    witness, document = read(PAGE + ABOVE + set_in(sides, size, line) + BELOW)
    assert ("paragraph", line) in blocks(document)
    assert any("set in and read as a paragraph" in doubt.sentence for doubt in witness.doubts)
    witness, _ = read(f"{PAGE}{ABOVE}{line}{BELOW}")
    assert not any("set in and read" in doubt.sentence for doubt in witness.doubts)


def test_points_of_a_list_in_a_list_have_bullets_of_two_kinds() -> None:
    points = ["井由三家轮流打扫，每家十天", "灯由守灯人看管", "早上灭灯，傍晚点灯", "灯油由村里供给", "路由大家一起修"]
    marks = ["- ", "- ", "  - ", "  - ", "- "]
    listed = "\n".join(mark + words for mark, words in zip(marks, points, strict=True))
    _, document = read(f"{PAGE}{ABOVE}#set list(marker: ([•], [◦]))\n{listed}{BELOW}")
    assert [text for kind, text in blocks(document) if kind == "item"] == points


def test_what_is_set_in_without_text_above_it_is_told() -> None:
    witness, document = read(PAGE + set_in("x: 6em", 9) + BELOW + "\n\n" + ABOVE)
    assert not any(kind == "quotation" for kind, _ in blocks(document))
    assert any("set in and read as a paragraph" in doubt.sentence for doubt in witness.doubts)


def test_what_is_set_in_and_taken_into_a_paragraph_is_told() -> None:
    witness, document = read(PAGE + ABOVE + set_in("x: 3em", 10, QUOTED * 2) + BELOW)
    quoted = any(kind == "quotation" for kind, _ in blocks(document))
    assert quoted or any("or as more of one" in doubt.sentence for doubt in witness.doubts)


def test_points_that_are_set_in_are_no_quotations() -> None:
    witness, document = read(PAGE + ABOVE + set_in("x: 2em", 9, "• " + QUOTED) + BELOW)
    assert not any(kind == "quotation" for kind, _ in blocks(document))
    assert not any("set in and read" in doubt.sentence for doubt in witness.doubts)


def test_a_number_at_a_foot_is_known_by_the_head_of_the_next_page() -> None:
    page = (
        "#set page(width: 400pt, height: 300pt, margin: 50pt, header: context {if here().page() > 1 [62 #h(1fr) 港口史稿]},\n"
    )
    page += "footer: context {if here().page() == 1 {align(center)[61]}})\n" + SET
    _, document = read(f"{page}#text(17pt)[灯火不灭]\n\n{TEXT * 2}\n\n{TEXT * 8}\n\n{TEXT}")
    assert [text for _, text in blocks(document)] == [TEXT * 2, TEXT * 8, TEXT]
