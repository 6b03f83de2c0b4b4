"""TEI of hostile texts and of odd documents: valid, nothing an element that was text, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from build_scripts.edition.edition import make_edition
from build_scripts.model import Block, BlockType, Translation
from build_scripts.pipeline import Project, read_edition
from build_scripts.standing import Standing, Status
from build_scripts.traced import capture
from build_scripts.writers.tei.files import tei_files
from tests.site.tei_all import faults
from tests.site.tei_reading import ID, T, ids, plain, said_links
from tests.site.tei_schema import complaints
from tests.site.test_build import HOSTILE, write_source

SPITEFUL = [
    *HOSTILE,
    "]]>与<![CDATA[假]]>与<?xml version='1.0'?>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>与&x;与&#0;与&#x1F600;",
    "行内\x01控制\x1f字符与\x00零",
    "星体\U0001f600与𠀀字与\U0001fffe尾",
    "双向\u202e倒\u202c字与\u2066隔\u2069离",
    "非字\ufffe符与\uffff尾",
    "\x7f删\x85行与\u2028分",
    '属性" onload="x" 与\' a=\'b',
    "</p></body></text></TEI>收尾",
    'xml:id="p1"与#p1与string-range(p1,0,3)',
]


def hostile_edition(folder: Path) -> tuple[Project, list[str]]:
    """An edition of one spiteful article with notes, and one that quotes it; what lies under seeds/ in `folder`."""
    lines = [f"{text}一段够长的文字，自成一行，并且还有更多的话要说。" for text in SPITEFUL]
    more = "title: {en: '<TEI>&\"]]>', zh-Hans: '敌&意'}\nauthor: {value: '<b>&某</b>', because: {en: ']]>&'}}\nurl: 'https://example.org/%22&b;(c)=%7B'\n"
    write_source(folder, "hostile", "敌意文字一篇\n\n" + "\n\n".join(lines) + "\n", more)
    write_source(
        folder, "1-echo", "回声一篇\n\n有人说：“" + lines[-1] + "”这是原话。\n\n" + lines[3] + "\n", "title: {en: Echo}\n"
    )
    (folder / "seeds/hostile/decisions.yaml").write_text(
        "corrections:\n- where: p3\n  before: 一段够长的文字\n  after: '一段<够>&长]]>的文字'\n  because: '<&>]]>'\n  authority: '&amp;'\n",
        encoding="utf-8",
    )
    return Project(folder), lines


def test_hostile_text_is_text(tmp_path: Path) -> None:
    """Nothing becomes an element, nothing is lost, every file stays valid."""
    project, lines = hostile_edition(tmp_path)
    edition = read_edition(project, lambda words: None)
    made = tei_files(edition)
    for path, text in made.items():
        assert complaints(text) == [], path
        text.encode("utf-8")
    root = ElementTree.fromstring(made["data/tei/hostile.xml"])
    whole = ElementTree.fromstring(made["data/tei/edition.xml"])
    (document,) = [each for each in edition.documents if each.id == "hostile"]
    assert len(document.blocks) >= len(lines) - 2
    for block in document.blocks:
        assert plain(ids(root)[block.id], root) == plain(ids(whole)[f"hostile.{block.id}"], whole) == block.text.text
        assert {each.tag.removeprefix(T) for each in ids(root)[block.id].iter()} <= {
            "p",
            "head",
            "item",
            "quote",
            "anchor",
            "choice",
            "sic",
            "corr",
            "seg",
            "ptr",
        }
    assert root.find(f".//{T}g") is None, "what XML cannot hold is no character of any text: a pass has replaced it"
    assert root.findtext(f".//{T}choice/{T}corr") == "段<够>&长]]>"
    assert "&amp;" in [each.text for each in root.iter(f"{T}seg")]
    assert any("<TEI>&" in (each.text or "") for each in root.iter(f"{T}title"))
    linked = [each for each in said_links(whole) if each[3][0].startswith("_1-echo.")]
    assert linked and all(each[3][3] and each[4][3] for each in linked)
    assert faults(made, tmp_path) == []


def test_a_captured_translation_and_odd_orders_are_valid(tmp_path: Path) -> None:
    """Blocks in any order, and a translation of next to nothing, still make valid TEI."""
    project, _ = hostile_edition(tmp_path)
    edition = read_edition(project, lambda words: None)
    kinds = list(BlockType)
    every: dict[str, str] = {}
    for turn in range(len(kinds)):
        order = [
            *kinds[turn:],
            *kinds[:turn],
            BlockType.LABEL,
            BlockType.LABEL,
            BlockType.ITEM,
            BlockType.ITEM,
            BlockType.CREDIT,
            BlockType.CAPTION,
        ]
        blocks = tuple(
            Block(kind, capture("文字"), 2 + number % 3 if kind is BlockType.HEADING else 0, f"x{number}")
            for number, kind in enumerate(order)
        )
        few = tuple(block for block in blocks if block.type in kinds[turn : turn + 2])[: turn % 3]
        translation = Translation("en", capture("Title"), few, captured=bool(turn % 2), standing=Standing(Status.DRAFT), by="x")
        documents = [replace(each, blocks=blocks, notes=(), calls=(), translation=translation) for each in edition.documents]
        witnesses = tuple(
            replace(each, documents=tuple(one for one in documents if one.source is each.source)) for each in edition.witnesses
        )
        alone = make_edition(list(witnesses))
        made = tei_files(replace(alone, documents=tuple(documents)))
        for path, text in made.items():
            assert complaints(text) == [], (turn, path)
            every[f"{turn} {path}"] = text
            root = ElementTree.fromstring(text)
            wanted = [f"hostile.{block.id}" if "edition" in path else block.id for block in blocks]
            own = next(each for each in root.iter(f"{T}text") if each.get(ID) in ("text", "hostile.text"))
            assert [each.get(ID) for each in own.iter() if each.get(ID) in wanted] == wanted
    assert faults(every, tmp_path) == []
