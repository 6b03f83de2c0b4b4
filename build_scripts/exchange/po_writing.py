"""Batches as PO (GNU gettext manual, “The Format of PO Files”)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts import __version__
from build_scripts.exchange.standing import ToolState
from build_scripts.exchange.unit import Batch, BatchText, TransUnit, went_out
from build_scripts.standing import Status

WIDEST = 76
PIECE = re.compile(r"\S+\s*|\s+")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
OPEN = (Status.MACHINE, Status.DRAFT)
HEADER = "X-Duizhao-Translation"


def write_po(batch: Batch) -> bytes:
    """The file: an entry for each unit, whose `msgctxt` is the unit's name; notes are called as [^1], official words stand in
    {braces}. What nobody has reviewed is `fuzzy`; comments have the status, and the fingerprint of the target."""
    entries = [_entry(batch, text, unit) for text in batch.texts for unit in text.units]
    return "\n".join([_header(batch), *entries]).encode("utf-8")


def _header(batch: Batch) -> str:
    fields = {
        "Project-Id-Version": f"duizhao {__version__}",
        **({"PO-Revision-Date": f"{batch.day} 00:00+0000"} if batch.day else {}),
        "Last-Translator": "",
        "Language-Team": "",
        "Language": batch.language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        HEADER: batch.translation,
    }
    about = "# [^1] calls note 1; {braces} hold words of the official translation: both stay as they are.\n"
    return about + 'msgid ""\n' + _field("msgstr", "".join(f"{key}: {value}".rstrip() + "\n" for key, value in fields.items()))


def _entry(batch: Batch, text: BatchText, unit: TransUnit) -> str:
    is_open = unit.standing is not None and (unit.stale or unit.standing.status in OPEN)
    state = ToolState.OPEN if is_open else ToolState.APPROVED
    kind = f"{unit.kind}, {unit.standing}" if unit.standing else unit.kind
    lines = [f"#. {kind}", *(f"#. {remark}" for remark in unit.remarks), f"#. {went_out(unit.target, state)}"]
    place = f":{unit.line}" if unit.line else ""
    lines.append(f"#: {text.folder}/{batch.translation}{place}")
    lines += ["#, fuzzy"] * is_open
    fields = (("msgctxt", unit.name), ("msgid", unit.source), ("msgstr", unit.target))
    return "\n".join(lines) + "\n" + "".join(_field(key, value) for key, value in fields)


def _field(keyword: str, text: str) -> str:
    """A keyword and its text, on one line where it fits, else on lines of `WIDEST` characters cut behind spaces."""
    if len(text) + len(keyword) + 3 <= WIDEST and "\n" not in text:
        return f'{keyword} "{_escaped(text)}"\n'
    return f'{keyword} ""\n' + "".join(f'"{_escaped(line)}"\n' for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    line = ""
    for piece in PIECE.findall(text):
        if line and (line.endswith("\n") or len(line) + len(piece) > WIDEST):
            yield line
            line = ""
        line += piece
    yield from filter(None, [line])


def _escaped(text: str) -> str:
    """
    >>> _escaped('a "b"\\n')
    'a \\\\"b\\\\"\\\\n'
    """
    return "".join(ESCAPES.get(char, char) for char in text)
