"""The encodings that text comes in: what `encoding:` may say, and what bytes state of themselves."""

from __future__ import annotations

import codecs

# What `encoding:` may say, and the codec behind it. GB 2312 and GBK are subsets of GB 18030; Big5 is read with the
# Hong Kong supplement, as browsers do (WHATWG Encoding Standard); UTF-16 without a mark is that of Windows.
CODECS = {
    "utf-8": "utf-8",
    "utf-16": "utf-16-le",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5-hkscs",
    "big5-hkscs": "big5-hkscs",
    "windows-1252": "cp1252",
}
# A byte order mark states its encoding; it stays in the text, as U+FEFF, so that every byte is accounted for.
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def marked_encoding(data: bytes) -> str:
    """The encoding that a byte order mark states, empty without one."""
    return next((name for mark, name in MARKS if data.startswith(mark)), "")


def stated_encoding(data: bytes) -> str:
    """The encoding that a byte order mark states; UTF-8 without one.

    >>> stated_encoding(b"\\xff\\xfe\\xba\\x4e"), stated_encoding("人".encode())
    ('utf-16-le', 'utf-8')
    """
    return marked_encoding(data) or "utf-8"


def is_utf8(data: bytes) -> bool:
    """Whether the bytes read as UTF-8 and are more than ASCII, which bytes of another encoding do by rare accident."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
