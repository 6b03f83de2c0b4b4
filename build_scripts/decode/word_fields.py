"""The fields of a Word file, as far as they tell that a text is made by Word: that of the table of contents.

ISO/IEC 29500-1, 17.16: a field is an element with its instruction, or begins, says it and ends in runs of their own; the table
that Word offers to insert stands in a block that names its gallery.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from build_scripts.decode.package import W
from build_scripts.decode.word_styles import value

CONTENTS = re.compile(r"\s*TOC\b")
GALLERY = "Table of Contents"


@dataclass(slots=True)
class Fields:
    """The instructions of the fields that are open, the innermost last."""

    open: list[str] = field(default_factory=list)

    @property
    def of_contents(self) -> bool:
        """Whether what comes now is of a table of contents."""
        return any(map(CONTENTS.match, self.open))

    def see(self, node: Any) -> None:
        """Go on with what a run says of a field: that one begins, its instruction, or that it ends."""
        if node.tag == f"{W}instrText" and self.open:
            self.open[-1] += node.text or ""
        elif node.tag == f"{W}fldChar":
            kind = node.get(f"{W}fldCharType")
            if kind == "begin":
                self.open.append("")
            elif kind == "end" and self.open:
                self.open.pop()

    @contextmanager
    def inside(self, node: Any) -> Iterator[None]:
        """Read an element that may be a field as a whole, or the block of the table of contents."""
        gallery = node.tag == f"{W}sdt" and value(node, "sdtPr/docPartObj/docPartGallery") == GALLERY
        instruction = "TOC" if gallery else node.get(f"{W}instr", "") if node.tag == f"{W}fldSimple" else None
        before = len(self.open)
        if instruction is not None:
            self.open.append(instruction)
        yield
        if instruction is not None:
            del self.open[before:]
