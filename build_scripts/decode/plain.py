"""A capture that is text: its characters, with newlines untouched and no portions, since it knows nothing else."""

from __future__ import annotations

from build_scripts.decode.decoded import Decoded
from build_scripts.decode.encodings import stated_encoding


def decode(data: bytes, encoding: str, shown: str) -> Decoded:
    """The bytes as text. `encoding` is a codec, or empty where a byte order mark tells. Raises UnicodeDecodeError."""
    encoding = encoding or stated_encoding(data)
    return Decoded(data.decode(encoding), encoding=encoding)
