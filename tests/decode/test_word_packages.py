"""Packages of Word that ask for something elsewhere, unpack without end or cannot be opened: nothing is fetched, one message."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.making.word import NAMES, STYLES, call, note, package, paragraph, word_file

HEAD = "渔港的冬天"
WORDS = "冬天的渔港很安静，船都停在岸边，只有海鸥在叫。"
BODY = paragraph(HEAD, "T") + paragraph(WORDS)
PART, SECRET = "word/document.xml", "隔壁的秘密"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TENS = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def part(body: str = BODY, head: str = "", encoding: str = "utf-8") -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?>{head}<w:document {NAMES}><w:body>{body}</w:body></w:document>'.encode(
        encoding
    )


def twice() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(PART, part())
        archive.writestr(PART, part(paragraph("别的文字。")))
    return file.getvalue()


def locked() -> bytes:
    """A package whose part is marked as encrypted, where it stands and in the directory."""
    data = bytearray(package({PART: part()}))
    data[data.index(b"PK\3\4") + 6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def of_a_size_that_is_not_true() -> bytes:
    """A package that says that its part of millions of spaces has a thousand."""
    data = bytearray(package({PART: b" " * 9_000_000 + part()}))
    at = data.index(b"PK\1\2") + 24
    data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


REFUSED = {
    "an entity of entities": (lambda: package({PART: part(paragraph("&a9;"), f"<!DOCTYPE a [{TENS}]>")}), "amplification"),
    "one in an attribute": (lambda: package({PART: part(f'{BODY}<w:p x="&a9;"/>', f"<!DOCTYPE a [{TENS}]>")}), "amplification"),
    "one in UTF-16": (lambda: package({PART: part(paragraph("&a9;"), f"<!DOCTYPE a [{TENS}]>", "utf-16")}), "amplification"),
    "a part in UTF-16 that declares": (
        lambda: package({PART: part(paragraph("甲&x;乙"), '<!DOCTYPE a [<!ENTITY x "y">]>', "utf-16")}),
        "declares entities",
    ),
    "styles that declare": (
        lambda: package({PART: part(), "word/styles.xml": f'<!DOCTYPE a [<!ENTITY x "y">]>{STYLES}'}),
        "word/styles.xml declares entities",
    ),
    "200 MB of text": (lambda: package({PART: b" " * 200_000_000}), "unpacks to more than 64,000,000 bytes"),
    "a false size": (of_a_size_that_is_not_true, "word/document.xml: Bad CRC-32"),
    "a part twice": (twice, "word/document.xml is in it twice"),
    "a part outside": (lambda: package({f"../{PART}": part()}), "holds no document of Word"),
    "no part": (lambda: package({}), "holds no document of Word"),
    "an encrypted part": (locked, "is encrypted"),
    "an encrypted file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "locked by a password"),
    "half of a surrogate pair": (lambda: package({PART: part(paragraph("&#xD800;"))}), "invalid xmlChar"),
    "text in another part": (lambda: package({PART: part(f"{BODY}<w:altChunk/>"), "word/a.html": "<p>x</p>"}), "another file"),
    "text of a note in another part": (
        lambda: word_file(BODY, note(1, "见</w:t></w:r><w:altChunk/><w:r><w:t>")),
        "another file",
    ),
    "text in another file": (lambda: package({PART: part(f"{BODY}<w:subDoc/>")}), "another file"),
}


@pytest.mark.parametrize(("make", "says"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_document_is_one_message(make, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "winter.docx").write_bytes(make())
    assert main(["--root", str(tmp_path), "add", str(tmp_path / "winter.docx")]) == 1
    said = capsys.readouterr().err
    assert said.count("error[") == 1 and said.startswith(f"{tmp_path / 'winter.docx'}:1: error[undecodable]: ") and says in said
    assert list((tmp_path / "seeds").iterdir()) == []


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """An address of this machine, and what is asked of it."""
    asked: list[str] = []

    class Asked(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def related(kind: str, address: str) -> str:
    link = f'<Relationship Id="r1" Type="{RELATIONS}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'


def test_what_stands_elsewhere_is_not_fetched(elsewhere: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = elsewhere
    names = f'xmlns:r="{RELATIONS}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    field = f'<w:p><w:fldSimple w:instr="INCLUDEPICTURE {address}/f"><w:r><w:t>图一。</w:t></w:r></w:fldSimple></w:p>'
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{address}/i" parse="text"/>'
    picture = f'<w:p><w:r><w:drawing><a:blip {names} r:link="r1"/></w:drawing></w:r></w:p>'
    (tmp_path / "seeds").mkdir()
    (tmp_path / "winter.docx").write_bytes(
        package(
            {
                PART: part(f"{BODY}{picture}{field}{include}", f'<?xml-stylesheet href="{address}/s"?>'),
                "word/_rels/document.xml.rels": related("image", address),
                "word/_rels/settings.xml.rels": related("attachedTemplate", address),
                "word/settings.xml": f'<w:settings {NAMES} {names}><w:attachedTemplate r:id="r1"/></w:settings>',
                "../../up.xml": "<a/>",
                "word/media/large.png": bytes(200_000_000),
            }
        )
    )
    assert main(["--root", str(tmp_path), "add", str(tmp_path / "winter.docx")]) == 0
    assert asked == [] and not list(tmp_path.parent.glob("up.xml"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("declared", ['SYSTEM "{}/x.dtd"', '[<!ENTITY x SYSTEM "{}/x">]', '[<!ENTITY % x SYSTEM "{}/x"> %x;]'])
def test_a_document_type_elsewhere_is_not_fetched(
    declared: str,
    encoding: str,
    elsewhere: tuple[str, list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, asked = elsewhere
    (tmp_path / "x").write_text(SECRET, encoding="utf-8")
    for place in (address, tmp_path.as_uri()):
        body = BODY + paragraph("甲&x;乙") if "ENTITY x" in declared else BODY
        data = package({PART: part(body, f"<!DOCTYPE a {declared.format(place)}>", encoding)})
        (tmp_path / "winter.docx").write_bytes(data)
        assert main(["--root", str(tmp_path), "add", str(tmp_path / "winter.docx")]) == 1
        said = capsys.readouterr()
        assert said.err.count("error[") == 1 and "declares entities" in said.err and SECRET not in said.err + said.out
    assert asked == []


def test_a_note_that_the_file_has_not_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "winter.docx").write_bytes(package({PART: part(BODY + paragraph("一段话说到港口。", "", call(7)))}))
    assert main(["--root", str(tmp_path), "add", str(tmp_path / "winter.docx")]) == 0
    assert "orphan" in capsys.readouterr().out
