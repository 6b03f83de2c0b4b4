"""Captures to text: each kind of file has a decoder, and everything after it works on code points of the decoded text.

To add one: a module with `decode(data, encoding, shown) -> Decoded` and a line in `DECODERS`; what it knows beside the
characters is a type of its own, in `decoded.py`, that its portions carry. A decoder invents and drops nothing but line ends
and spaces, and its module says which. `source.yaml` records the sha256 of the bytes and that of the decoded text, so that a
library that decodes otherwise after an update is an error and no silent change; what a second library reads otherwise is an
error that an editor can waive. The proof decodes too: nothing here may import what cleans a text.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib import import_module

from build_scripts.decode.decoded import Decoded as Decoded
from build_scripts.decode.decoded import WordText

# By the name of the capture's file; a seed has one of them. Modules load when they are needed.
DECODERS = {"raw.txt": "plain", "raw.html": "hypertext", "raw.docx": "word", "raw.pdf": "pdf"}
PLAIN = "raw.txt"


def decode(name: str, data: bytes, encoding: str, shown: str) -> Decoded:
    """The bytes of a capture as text. `name` is a key of `DECODERS`; `encoding` a codec of `encodings.CODECS`, or empty
    where the capture itself tells. Raises UnicodeDecodeError, and BadInput `undecodable` for bytes that are no such file.
    """
    decoded: Decoded = import_module(f"{__name__}.{DECODERS[name]}").decode(data, encoding, shown)
    at, sentence = import_module(f"{__name__}.recount").recount(name, data, decoded.encoding, _of_the_file(decoded))
    return replace(decoded, disputed=(*decoded.disputed, (at, sentence))) if sentence else decoded


def _of_the_file(decoded: Decoded) -> str:
    """The text with spaces for the numbers that a decoder has written as Word draws them."""
    text = decoded.text
    for each in decoded.portions:
        if isinstance(each.known, WordText) and each.known.drawn == "number":
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def digest(text: str) -> str:
    """The sha256 of a decoded text, as UTF-8, in hexadecimal digits."""
    return digest_of_bytes(text.encode("utf-8"))


def digest_of_bytes(data: bytes) -> str:
    """The sha256 of a capture, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
