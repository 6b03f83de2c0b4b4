"""The edition's scripts and styles as the site publishes them: without their comments, which are for those who change them."""

from __future__ import annotations

import re
from pathlib import Path

OURS = ("base", "links", "print", "reading", "search", "sheet")  # folders of the theme's assets
# Comments that take whole lines: what stands behind code may be part of it, as in an address.
LINE_COMMENT = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)
DOC_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
BLANK = re.compile(r"\n{2,}")


def publish_bare(assets: Path) -> None:
    """Take the comments out of every script and style of ours under the assets of a finished tree."""
    for path in (path for folder in OURS for path in (assets / folder).glob("*.[jc]s*")):
        text = path.read_text(encoding="utf-8")
        path.write_text(without_comments(text), encoding="utf-8", newline="\n")


def without_comments(text: str) -> str:
    """A script or style without comments that take whole lines, and without blank lines.

    >>> without_comments("// Of this.\\n\\nlet a = 1; // here\\n/** And\\n    that. */\\nlet b = `//x`;\\n")
    'let a = 1; // here\\nlet b = `//x`;\\n'
    """
    return BLANK.sub("\n", DOC_COMMENT.sub("", LINE_COMMENT.sub("", text))).lstrip("\n")
