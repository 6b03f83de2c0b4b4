"""A file of somebody's disk as a capture: which kind it is, and in which encoding it can be read."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from itertools import pairwise
from pathlib import Path

from build_scripts.decode import DECODERS, Decoded, decode
from build_scripts.decode.encodings import CODECS, marked_encoding
from build_scripts.diagnostics import bad
from build_scripts.model import Place
from build_scripts.seed.capture import check_size, likely_encodings
from build_scripts.seed.located import read_bytes

ENDINGS = {".txt": "raw.txt", ".md": "raw.txt", ".html": "raw.html", ".htm": "raw.html", ".xhtml": "raw.html"} | {
    ".docx": "raw.docx",
    ".pdf": "raw.pdf",
}
SCRIPT = re.compile(r"<(/?)(?:script|style)\b[^<>]*>", re.IGNORECASE)
MARK = re.compile(r"<[^<>]*>|!\[[^\[\]]*\]\([^()\s]*\)|&#?\w{1,31};")
PAGE = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|meta|!--)", re.IGNORECASE)


def read_file(path: Path) -> tuple[str, bytes]:
    """The name that a file has as a capture, and its bytes. Raises BadInput: missing-file, unreadable, empty-document,
    unknown-file.
    """
    data = read_bytes(path, str(path))
    if not data.removeprefix(BOM_UTF8).strip():
        raise bad(Place(str(path)), "empty-document", "the file holds no text", "save or copy it again; nothing was made")
    name = "raw.html" if PAGE.match(data) else ENDINGS.get(path.suffix.lower(), "")
    if data.startswith(b"%PDF-"):
        name = "raw.pdf"
    if data.startswith(b"PK") and path.suffix.lower() in (".docx", ".docm", ".dotx"):
        name = "raw.docx"
    if name not in DECODERS:
        known = ", ".join(sorted(ending for ending, capture in ENDINGS.items() if capture in DECODERS))
        raise bad(Place(str(path)), "unknown-file", f"{path.name} is no file that can be read", f"known are {known}")
    return name, data


def read_text(name: str, data: bytes, shown: str) -> tuple[Decoded, str]:
    """The text of a capture, and what `encoding:` must say for it, empty where the capture tells.

    Raises BadInput `undecodable`, `too-large` or `empty-document`.
    """
    decoded, encoding = _decoded(name, data, shown)
    check_size(decoded.text, shown)  # before it is looked at line by line
    if not has_words(decoded.text):
        hint = "copy the words of the page, or add the text of its pictures as a text; nothing was made"
        raise bad(Place(shown), "empty-document", "the file holds marks and signs alone, and no word", hint)
    return decoded, encoding


def has_words(text: str) -> bool:
    """Whether a letter or a digit stands in it outside the marks of HTML and Markdown, scripts and pictures.

    >>> has_words("<div>一</div>"), has_words("<script>x = 1</script>\\n<br>\\n![a](b.png)\\n***")
    (True, False)
    """
    pieces = SCRIPT.split(text)  # texts, and between them “/” for a mark that ends, nothing for one that begins
    marks = ["/", *pieces[1::2], ""]
    outside = (words for words, around in zip(pieces[::2], pairwise(marks), strict=True) if around != ("", "/"))
    return any(map(str.isalnum, MARK.sub("", "".join(outside))))


def _decoded(name: str, data: bytes, shown: str) -> tuple[Decoded, str]:
    try:
        return decode(name, data, "", shown), ""
    except UnicodeDecodeError as error:
        likely = [each for each, _ in likely_encodings(data)] if not marked_encoding(data) else []
        if not likely:
            sentence = f"byte {error.start} is not {error.encoding.upper()}: 0x{data[error.start]:02x}"
            raise bad(Place(shown), "undecodable", sentence, "save the file again as UTF-8") from None
        return decode(name, data, CODECS[likely[0]], shown), likely[0]
