"""Captures as bytes: the same text in every encoding and with every line end, and nothing lost on the way."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from build_scripts.diagnostics import BadInput, Report, line_of, line_starts
from build_scripts.edition.ledger import check_cover, ledger_data, make_ledger
from build_scripts.edition.reading import read_witness
from build_scripts.model import Witness
from build_scripts.seed.capture import doubtful_characters
from build_scripts.seed.catalogue import read_catalogue
from tests.conftest import in_plain_words

LINES = ("某年某事", "来源：某某网 2025-04-27 09:19", "第一段在这里，说的是人工智能。", "第二段在这里，说的是标准与安全。")


def witness_of(data: bytes, folder: Path, more: str = "") -> Witness:
    """What a seed folder with these bytes as its capture yields."""
    seed = folder / "seeds" / "made"
    seed.mkdir(parents=True)
    (seed / "raw.txt").write_bytes(data)
    head = f"id: made\nkind: news\nreader: web-page\nlanguage: zh-Hans-CN\nsha256: {hashlib.sha256(data).hexdigest()}\n"
    (seed / "source.yaml").write_text(head + more, encoding="utf-8")
    return read_witness(read_catalogue(folder / "seeds", Report())[0])


@pytest.fixture(scope="module")
def plain_text(tmp_path_factory: pytest.TempPathFactory) -> str:
    data = "\n".join(LINES).encode() + b"\n"
    return in_plain_words(witness_of(data, tmp_path_factory.mktemp("utf8")).documents[0])


@pytest.mark.parametrize(
    ("encoding", "said", "recorded"),
    [
        ("utf-8-sig", "", "utf-8"),
        ("utf-8", "encoding: utf-8\n", "utf-8"),
        ("utf-16", "", "utf-16-le"),
        ("utf-16", "encoding: utf-16\n", "utf-16-le"),
        ("utf-16-be", "encoding: utf-16-be\n", "utf-16-be"),
        ("gb18030", "encoding: GB18030\n", "gb18030"),
        ("gbk", "encoding: gbk\n", "gb18030"),
    ],
)
def test_an_encoding(encoding: str, said: str, recorded: str, plain_text: str, tmp_path: Path) -> None:
    witness = witness_of(("\n".join(LINES) + "\n").encode(encoding), tmp_path, said)
    assert in_plain_words(witness.documents[0]) == plain_text
    ledger = make_ledger(witness)
    assert ledger_data(ledger)["encoding"] == recorded and not check_cover(ledger)
    assert witness.raw.lstrip("\ufeff") == "\n".join(LINES) + "\n"


def test_utf_8_is_not_read_as_another_encoding(tmp_path: Path) -> None:
    data = "灯塔亮了\n港口有灯\n".encode()
    assert data.decode("gb18030")  # so that nothing else is wrong with it
    with pytest.raises(BadInput, match="the capture is UTF-8, not"):
        witness_of(data, tmp_path, "encoding: gb18030\n")


def test_characters_beyond_the_basic_plane(tmp_path: Path) -> None:
    text = "某年某事\n𠮷野家与𬖋是少见的字，在这里说明。\n"
    for name in ("utf-16", "gb18030"):
        more = "" if name == "utf-16" else "encoding: gb18030\n"
        block = witness_of(text.encode(name), tmp_path / name, more).documents[0].blocks[0].text
        assert block.text == "𠮷野家与𬖋是少见的字，在这里说明。"
        assert sum(end - start for start, end in block.origin()) == len(block.text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_line_end(end: str, plain_text: str, tmp_path: Path) -> None:
    witness = witness_of(end.join([*LINES, ""]).encode(), tmp_path)
    assert in_plain_words(witness.documents[0]) == plain_text
    assert line_of(witness.raw, witness.raw.index("第二段")) == 4
    assert not check_cover(make_ledger(witness))


def test_lines_are_counted_alike() -> None:
    raw = "a\r\nb\rc\u2028d\n\re\x0cf\x85g"
    starts = line_starts(raw)
    assert [line_of(raw, at) for at in [0, *starts]] == list(range(1, len(starts) + 2))


def test_what_prints_nothing_is_no_text(plain_text: str, tmp_path: Path) -> None:
    raw = "\n".join(LINES).replace("段在", "段\u200b在").replace("说的", "\u202a说\u2069的").replace("网 ", "网\u00a0") + "\n"
    assert in_plain_words(witness_of(raw.encode(), tmp_path).documents[0]) == plain_text


def test_private_use_and_replaced_characters_are_doubts(source_of) -> None:
    raw = "某年某事\n第一段\ue001在\ue001这里。\n第二段\ufffd在这里。\n"
    said = [str(item) for item in doubtful_characters(source_of(raw, "web-page"), raw)]
    assert [text.split(": ")[0] for text in said] == ["seeds/made/raw.txt:2", "seeds/made/raw.txt:3"]
    assert "2 private-use characters" in said[0] and "U+E001" in said[0] and "�" in said[1]
    assert list(doubtful_characters(source_of("𠮷野家。", "web-page"), "𠮷野家。")) == []


@pytest.mark.parametrize(
    "raw", ["某年某事。" * 200_001, "短\n" * 50_001, f"短\n人{' ' * 1001}工。", f"短\n{chr(0x3000) * 1001}\n人工。"]
)
def test_what_is_more_than_one_document_is_told(raw: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="too-large"):
        witness_of(raw.encode(), tmp_path)


def test_a_thousand_spaces_are_read(tmp_path: Path) -> None:
    raw = f"某年某事\n来源：某某网 2025-04-27\n第一段在这里，{' ' * 1000}它不长。\n"
    assert in_plain_words(witness_of(raw.encode(), tmp_path).documents[0])
