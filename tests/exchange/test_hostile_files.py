"""Files for translators as nobody's tool makes them: refused in one message and unread elsewhere, or taken as text alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from build_scripts.cli import main
from build_scripts.exchange import safe_xml
from tests.sources import SEEDS

WORDS = b"General Secretary "
MARKUP = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'--> ]]> [a](javascript:alert) {{ x }}"
TURNED = "\u202e\u2066\u200f"
TENS = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two texts with their translations, and the files that were exported of one."""
    for seed in ("readout", "cctv"):
        shutil.copytree(SEEDS / seed, tmp_path / "seeds" / seed)
    (tmp_path / "seeds/edition.yaml").write_text("file: edition\n", encoding="utf-8")
    term = {"zh-Hans": "足够长", "zh-Hant": "足夠長", "en": f"long {MARKUP}{TURNED}"}
    (tmp_path / "seeds/glossary.yaml").write_text(json.dumps([term]), encoding="utf-8")
    for form in ("xliff", "po", "tbx", "tmx"):
        assert main(["--root", str(tmp_path), "export", form]) == 0
    capsys.readouterr()
    return tmp_path


def exported(root: Path, name: str) -> bytes:
    return (root / "exchange" / name).read_bytes()


def declared(data: bytes, kind: str, encoding: str = "utf-8") -> bytes:
    """A file of XML with a document type."""
    first, rest = data.decode().split("?>", 1)
    return f"{first.lower().replace('utf-8', encoding)}?><!DOCTYPE a {kind}>{rest}".encode(encoding)


def said_of(root: Path, name: str, data: bytes, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a file that is refused, with nothing written."""
    before = {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()}
    (root / name).write_bytes(data)
    assert main(["--root", str(root), "import", str(root / name)]) == 1
    assert {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()} == before
    said = capsys.readouterr().err
    assert said.startswith(f"{root / name}:") and "nothing was written" in said
    return said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", [f"[{TENS}]", '[<!ENTITY x SYSTEM "{}">]', 'SYSTEM "{}"', '[<!ENTITY % x SYSTEM "{}"> %x;]'])
def test_a_file_that_declares_a_document_type(kind: str, encoding: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "secret").write_text("隔壁的秘密", encoding="utf-8")
    named = "&a9;" if "a9" in kind else "&x;" if "ENTITY x" in kind else ""
    data = exported(root, "cctv.en.xlf").replace(WORDS, named.encode() + WORDS)
    said = said_of(root, "back.xlf", declared(data, kind.replace("{}", (root / "secret").as_uri()), encoding), capsys)
    assert said.count("error[bad-exchange]") == said.count("error[") == 1 and "秘密" not in said


@pytest.mark.parametrize("name", ["terms.tbx", "terms.xlf", "terms.po", "terms.tmx"])
def test_a_glossary_does_not_come_back(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terms = exported(root, "edition.tbx")
    for data in (terms, declared(terms, f"[{TENS}]"), b"<" * 100_000):
        assert said_of(root, name, data, capsys).count("error[bad-exchange]") == 1


def test_xliff_under_another_name_or_nested_without_end(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = exported(root, "cctv.en.xlf")
    stranger = data.replace(b"urn:oasis:names:tc:xliff:document:1.2", b"urn:example:x")
    deep = data.replace(WORDS, b"<mrk>" * 5000 + b"</mrk>" * 5000, 1)
    for each in (stranger, deep):
        assert said_of(root, "back.xlf", each, capsys).count("error[bad-exchange]") == 1


def test_a_file_beyond_what_is_read(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_scripts.exchange.po_reading.LARGEST", 100)
    monkeypatch.setattr(safe_xml, "LARGEST", 100)
    for name in ("cctv.en.xlf", "cctv.en.po"):
        said = said_of(root, name, exported(root, name), capsys)
        assert said.count("error[bad-exchange]") == 1 and "larger than 100 bytes" in said


@pytest.mark.parametrize("tag", ["script", 'a xmlns="http://www.w3.org/1999/xhtml"', 'g id="w1" onclick="alert(1)" x:y=""'])
def test_an_element_that_nobody_exported(tag: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    element = f"<{tag}>alert(1)</{tag.split()[0]}>".encode()
    said = said_of(root, "back.xlf", exported(root, "cctv.en.xlf").replace(WORDS, element + WORDS, 1), capsys)
    assert said.count("error[bad-exchange]") == 1


@pytest.mark.parametrize("name", ["cctv.en.xlf", "cctv.en.po"])
def test_codes_that_are_no_characters(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for code in "\ufdd0\x7f\ufeff":
        said = said_of(root, name, exported(root, name).replace(WORDS, code.encode() + WORDS, 1), capsys)
        assert said.count(f"error[no-character]: the code U+{ord(code):04X}") == said.count("error[") == 1


@pytest.mark.parametrize("name", ["cctv.en.xlf", "cctv.en.po"])
def test_markup_comes_back_as_words(name: str, root: Path) -> None:
    words = MARKUP.replace("{{ x }}", "")  # braces set off what is official
    escaped = (
        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if name.endswith("xlf")
        else words.replace('"', '\\"')
    )
    data = exported(root, name).replace(WORDS, escaped.encode() + TURNED.encode() + WORDS, 1)
    (root / name).write_bytes(data)
    assert main(["--root", str(root), "import", str(root / name)]) == 0
    assert f"{words}{TURNED}General" in (root / "seeds/cctv/translation.en.md").read_text(encoding="utf-8").replace("\n", " ")
    assert main(["--root", str(root), "export", "xliff", "--whole"]) == main(["--root", str(root), "export", "tmx"]) == 0
    tree = etree.fromstring(exported(root, "edition.en.xlf"))
    assert any(f"{words}{TURNED}General" in "".join(each.itertext()) for each in tree.iter("{*}target"))
    assert not list(tree.iter("{*}script", "{*}img"))


def test_markup_of_a_glossary_goes_out_as_words(root: Path) -> None:
    terms = [each.text for each in etree.fromstring(exported(root, "edition.tbx")).iter("term")]
    assert f"long {MARKUP}{TURNED}" in terms
