"""What files state outside their text, by people who mean harm: proposals stay data, short, and what a build takes."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

import pytest
from lxml import html as pages

from build_scripts.adding.record import quoted
from build_scripts.cli import main
from build_scripts.decode.stated import LONGEST
from build_scripts.seed.catalogue import read_source
from tests.making.raw_pdf import raw_pdf, stream
from tests.making.word import NAMES, STYLES, package, paragraph

MARKUP = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'---\n: # {a: &b *c !!python} {{ x }}"
TURNED, NO_TEXT = "\u202e\u2066\u2028\u200f", "\x07\x7f\x85\ufdd0\ufffe\uffff\ufeff"
ATTACK = f"{MARKUP}{TURNED}{NO_TEXT}"
TEXT = """<p>停用了二十年的旧码头上周开出一家书店，窗外就是当年的泊位。</p>
<p>店主把候船室的长椅拼成一张长桌，谁都可以坐下来看书，看到打烊为止。</p>"""
PRINTED = (
    "旧码头的书店",
    "停用了二十年的旧码头上周开出一家书店，窗外就是当年的泊",
    "位，店主把候船室的长椅拼成一张长桌，谁都可以坐下来看书。",
)
META = ("og:title", "article:published_time", "citation_author", "author", "og:site_name", "og:url", "og:locale")
CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'


def page(head: str, language: str = "zh-CN") -> bytes:
    opening = f'<html lang="{escape(language)}"><head><meta charset="utf-8">{head}</head>'
    return f"{opening}<body>{TEXT}</body></html>".encode()


def metas(value: str) -> str:
    return "".join(f'<meta property="{name}" content="{escape(value)}">' for name in META)


def linked(*texts: str) -> str:
    return "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)


def article(**stated: object) -> str:
    return json.dumps({"@type": "NewsArticle"} | stated).replace("</", "<\\/")


def word_file(value: str, language: str = "zh-CN") -> bytes:
    body = paragraph("渔港的冬天", "T") + paragraph("冬天的渔港很安静，船都停在岸边，只有海鸥在叫。")
    stated = f"<dc:title>{value}</dc:title><dc:creator>{value}</dc:creator><dc:language>{language}</dc:language>"
    return package(
        {
            "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": STYLES,
            "docProps/core.xml": f"<c:coreProperties {CORE}>{stated}</c:coreProperties>",
        }
    )


def printed(info: bytes, packet: bytes = b"") -> bytes:
    """A PDF with these particulars of the file, and this packet of XMP."""
    lines = [line.encode("utf-16-be").hex().encode() for line in PRINTED]
    shown = b" 0 -20 Td ".join(b"<%s> Tj" % line for line in lines)
    data = raw_pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R>>",
            4: stream(b"BT /F 9 Tf 20 250 Td %s ET" % shown),
            5: b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode/Identity-H/DescendantFonts[8 0 R]>>",
            6: info,
            7: stream(packet, b"", b"/Type/Metadata/Subtype/XML"),
            8: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 1000/FontDescriptor<<>>>>",
        }
    )
    return data.replace(b"<</Root 1 0 R", b"<</Info 6 0 R/Root 1 0 R")


HARMLESS = "".join(char for char in ATTACK if char not in "\x07\ufffe\uffff")  # the others are no XML at all
NAMED = (
    b"<</Title<FEFF%s>/Author(<script>alert\\(1\\)</script>)/CreationDate(D:99999999)>>"
    % ATTACK.encode("utf-16-be").hex().encode()
)
FILES = {
    "meta.html": page(metas(ATTACK) + f"<title>{escape(ATTACK)}</title>", ATTACK),
    "long.html": page(metas("<b>字" * 30_000), "z" * 100_000),
    "linked.html": page(linked(article(headline=ATTACK, author={"name": "张\ud800三"}, publisher={"name": f"{ATTACK}\udfff"}))),
    "deep.html": page(linked("[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"@graph":' * 50_000 + "1" + "}" * 50_000)),
    "deep-type.html": page(linked('{"headline":"甲","@type":' + "[" * 900 + '"Article"' + "]" * 900 + "}")),
    "many.html": page(linked(json.dumps([json.loads(article(headline=f"题目{n}")) for n in range(5000)]))),
    "many-scripts.html": page(linked(*["[1]"] * 5000)),
    "numbers.html": page(linked(f'{{"@type":"Article","headline":NaN,"datePublished":1e999,"publisher":{"9" * 5000}}}')),
    "odd.html": page(
        linked('{"@type":null}', '"x"', "null", article(headline=[], author=[[]], publisher=[{"name": {"name": 1}}]))
    ),
    "days.html": page(f'<meta name="pubdate" content="9999-99-99T99:99"><meta name="date" content="{"9" * 5000}">'),
    "addresses.html": page(
        '<meta property="og:url" content="https://[::1"><link rel="canonical" href="https://e.org:99999999/">'
    ),
    "bare.docx": word_file(""),
    "core.docx": word_file(escape(HARMLESS), escape(HARMLESS)),
    "core-long.docx": word_file("字" * 100_000, "zh" * 50_000),
    "info.pdf": printed(NAMED, f"<x:xmpmeta>{'<a>' * 5000}{ATTACK}".encode()),
    "info-long.pdf": printed(b"<</Title(%s)/Author(%s)>>" % (b"A" * 100_000, b"B" * 100_000)),
    "info-circle.pdf": printed(b"<</Title 6 0 R/Author[6 0 R]>>", b"<!DOCTYPE a SYSTEM 'http://example.org/'>"),
}
# JSON-LD is data, in which a browser runs nothing.
LIVE = "//img[@src='x'] | //@onerror | //script[contains(., 'alert') and not(@type='application/ld+json')]"
WHOLE = ("meta.html", "linked.html", "core.docx", "info.pdf")  # those that are built


def add(root: Path, name: str) -> Path:
    (root / "seeds").mkdir(exist_ok=True)
    (root / name).write_bytes(FILES[name])
    assert main(["--root", str(root), "add", str(root / name)]) == 0
    return root / "seeds" / name.partition(".")[0]


@pytest.mark.parametrize("name", FILES)
def test_a_proposal_is_a_record_that_is_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = add(tmp_path, name)
    source = read_source(seed)  # valid YAML, with keys, languages and characters that a record may have
    record = (seed / "source.yaml").read_text(encoding="utf-8")
    assert len(record) < 4 * LONGEST + 2000 and all(char.isprintable() or char in "\n\u3000" for char in record)
    assert all(len(each.value) <= LONGEST for each in source.inferences.values())
    assert "<script" not in (tmp_path / ".cache/check" / f"{seed.name}.html").read_text(encoding="utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", capsys.readouterr().out)


def test_what_is_stated_in_earnest_is_proposed_as_it_is(tmp_path: Path) -> None:
    publisher = read_source(add(tmp_path, "meta.html")).inferences["publisher"].value
    assert publisher == f"{' '.join(MARKUP.split())}\u202e\u2066 \u200f"
    assert read_source(add(tmp_path, "many.html")).titles == {"zh-Hans": "题目0"}


def test_pages_of_such_files_run_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in WHOLE:
        add(tmp_path, name)
    assert main(["--root", str(tmp_path), "build", "--pages-only"]) == 0
    assert "error" not in capsys.readouterr().err
    made = sorted((tmp_path / "site").rglob("*.html"))
    shown = [path for path in made if "alert(1)" in path.read_text(encoding="utf-8")]
    assert len(shown) > len(WHOLE)  # as words
    for path in made:
        root = pages.fromstring(path.read_bytes())
        assert not root.xpath(LIVE), path


def test_a_quoted_line_turns_nothing_around() -> None:
    assert quoted(f"甲\u3000乙{TURNED}\U000e0001") == '"甲\u3000乙\\u202E\\u2066\\L\\u200F\\U000E0001"'
