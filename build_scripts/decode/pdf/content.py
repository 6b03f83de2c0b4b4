"""The content of a page as tokens: pdfminer.six's parser, with a shorter way for what content is mostly made of.

It takes numbers, operators, names and strings with one pattern instead of letter by letter, and passes
over lines and curves, which show no text and are most of a page with drawings. All else, and whatever stands at the end of a
buffer, is left to the library, so that what it makes of a broken file stays the same.
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.psparser import KWD, LIT

DELIMITER = rb"(?=[\s/\[\]()<>])"
NUMBER = rb"[-+]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})"
DRAWN = re.compile(rb"(?:\s*(?:%s\s+){2}(?:[ml]|(?:%s\s+){2}(?:[vy]|re|(?:%s\s+){2}c))%s)+" % (*(NUMBER,) * 3, DELIMITER))
ESCAPE = rb"\\(?:[nrtbf()\\]|[0-3]?[0-7]{1,2})"
LITERAL = rb"\(((?:[^()\\\r]++|(?>%s))*+)\)" % ESCAPE
PLAIN = re.compile(
    rb"\s*(?:(%s)%s|([A-Za-z]+\*?)%s|/([\w.+-]+)%s|<((?:[0-9A-Fa-f]{2})*)>|%s)" % (NUMBER, *(DELIMITER,) * 3, LITERAL), re.ASCII
)
ESCAPED = re.compile(ESCAPE)
CONTROLS = bytes.maketrans(b"nrtbf", b"\n\r\t\b\f")
WORDS = (b"true", b"false", b"BI", b"ID")  # what is no operator, or begins a picture


class ContentParser(PDFContentParser):
    """The objects of content streams, one stream after another."""

    BUFSIZ = 1 << 16

    def nextobject(self) -> tuple[int, Any]:
        """The next operator or operand and its place. Raises PSEOF at the end."""
        if self.results or self.curstack or self.context:
            return super().nextobject()
        if self._parse1 == self._parse_main and not self._tokens and (drawn := DRAWN.match(self.buf, self.charpos)):
            self.charpos = drawn.end()
        return self._plain() or super().nextobject()

    def nexttoken(self) -> tuple[int, Any]:
        """The next token and its place. Raises PSEOF at the end."""
        return self._plain() or super().nexttoken()

    def _plain(self) -> tuple[int, Any] | None:
        """The next token where it is one of those that make up most content, and whole in the buffer."""
        if self._tokens or self._parse1 != self._parse_main:
            return None
        found = PLAIN.match(self.buf, self.charpos)
        if not found or found[2] in WORDS:
            return None
        self.charpos = found.end()
        number, word, name, digits, literal = found.groups()
        place = self.bufpos + found.start()
        if number:
            return place, float(number) if b"." in number else int(number)
        if word:
            return place, KWD(word)
        if literal is not None:
            return place, ESCAPED.sub(_character, literal) if b"\\" in literal else literal
        return place, bytes.fromhex(digits.decode()) if digits is not None else LIT(name.decode())


def _character(escape: re.Match[bytes]) -> bytes:
    """What an escape in a string stands for (ISO 32000-1, 7.3.4.2)."""
    told = escape[0][1:]
    return bytes((int(told, 8),)) if told.isdigit() else told.translate(CONTROLS)
