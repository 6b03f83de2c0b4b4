"""A file of Word as a package of XML parts: unpacked one at a time, none beyond a size, no entities, nothing fetched."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from build_scripts.diagnostics import BadInput, bad
from build_scripts.model import Place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Names that ISO/IEC 29500 gives them in its strict form.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.strip("{}").encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.strip("{}").encode(),
}
LARGEST = 64_000_000  # bytes that one part unpacks to
LOCKED = b"\xd0\xcf\x11\xe0"  # how a compound file begins: a .doc, or a .docx under a password ([MS-OFFCRYPTO] 2.3)
ELSEWHERE = (f"{W}altChunk", f"{W}subDoc")  # what stands for the text of another file
MOST_TAGS = 2_000_000  # of one part, with those that end elements: a book of the size that is read has half of it


def math(name: str) -> str:
    """The tag of an element of a formula."""
    return f"{MATH}{name}"


class Package:
    """The parts of a file by their names."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            locked = data.startswith(LOCKED)
            raise self.bad("it is a .doc, or locked by a password" if locked else "it is no package of Word (.docx)") from None

    def bad(self, what: str) -> BadInput:
        """A BadInput `undecodable` to raise."""
        hint = "open it in Word or LibreOffice and save it as .docx, or keep its text as raw.txt"
        return bad(Place(self.shown), "undecodable", f"the file cannot be read: {what}", hint)

    def body(self) -> Any:
        """The element that holds the text. Raises BadInput `undecodable`."""
        root = self.part("word/document.xml")
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise self.bad("it holds no document of Word")
        return body

    def part(self, name: str) -> Any:
        """The root element of a part, None where there is none. Raises BadInput `undecodable`, also where some of its text
        stands in another file.
        """
        content = self._unpacked(name)
        if content is None:
            return None
        if content.count(b"<") > MOST_TAGS:
            raise self.bad(f"{name} has more than {MOST_TAGS:,} tags")
        for strict, usual in STRICT.items():
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self.bad(f"{name}: {error.msg}") from None
        if root.getroottree().docinfo.internalDTD is not None:  # whatever its encoding
            raise self.bad(f"{name} declares entities, as no file of Word does")
        if next(root.iter(*ELSEWHERE), None) is not None:
            raise self.bad("some of its text stands in another file that it takes in")
        return root

    def _unpacked(self, name: str) -> bytes | None:
        if self.archive.namelist().count(name) > 1:
            raise self.bad(f"{name} is in it twice: nobody can tell which is meant")
        try:
            with self.archive.open(name) as opened:
                content = opened.read(LARGEST + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise self.bad(f"{name}: {error}") from None
        if len(content) > LARGEST:
            raise self.bad(f"{name} unpacks to more than {LARGEST:,} bytes")
        return content
